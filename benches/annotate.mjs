// How long the module takes for an article of a thousand words, everything included, and for longer and longer texts:
//
//     node benches/annotate.mjs [ROUNDS] [FOLDER OF THE MODULE]
//
// The texts are the samples of the page, again and again. Times are of this process's processor, in milliseconds: what
// else runs on the machine counts little. The module is what `cargo run` leaves in `www/pkg`.

import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(import.meta.dirname, '..');
const rounds = Number(process.argv[2] ?? 50);
const folder = resolve(process.argv[3] ?? `${root}/www/pkg`);
const { initSync, Annotator } = await import(pathToFileURL(`${folder}/sorot.js`));
initSync({ module: readFileSync(`${folder}/sorot_bg.wasm`) });
const annotator = new Annotator();

const samples = readdirSync(`${root}/www/samples`)
  .sort()
  .map((name) => readFileSync(`${root}/www/samples/${name}`, 'utf8'))
  .join('\n\n');
const article = samples.match(/\s*\S+/g).slice(0, 1000).join('');
const longer = (length) => samples.repeat(Math.ceil(length / samples.length)).slice(0, length);

/** Processor times of `rounds` annotations, the least first. */
function times(text, rounds) {
  const options = { published: '2024-01-10T11:25+07:00' };
  annotator.annotate(text, options);
  const found = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = process.cpuUsage();
    annotator.annotate(text, options);
    const { user, system } = process.cpuUsage(before);
    found.push((user + system) / 1000);
  }
  return found.sort((a, b) => a - b);
}

function report(name, text, rounds) {
  const found = times(text, rounds);
  const median = found[found.length >> 1];
  const rate = (median / text.length) * 1e6;
  console.log(
    `${name}: median ${median.toFixed(2)} ms, least ${found[0].toFixed(2)} ms, ${rate.toFixed(0)} ms a million characters`,
  );
}

report('a thousand words', article, rounds);
for (const length of [100_000, 1_000_000, 5_000_000]) {
  report(`${length} characters`, longer(length), length > 1e6 ? 1 : 3);
}
