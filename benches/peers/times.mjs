// Sorot's wasm beside chrono-node's Indonesian locale: the same text, the same process, by turns.
//
//   cargo run -- serve        (once: leaves the module in www/pkg)
//   node benches/peers/times.mjs [bytes] [rounds]
//
// The text is the samples of the page, again and again, cut at `bytes` (1,000,000). Sorot gets it whole. chrono-node
// gets it whole too, and, since its time a byte grows with the text, once more article by article, where it is at its
// best; the ratio that counts is the one with its better time. Both count from the same published clock, and both hand
// over what they found as JavaScript values. Medians of `rounds` (5), after one round that is not counted.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../../', import.meta.url));
if (!existsSync(`${here}node_modules/chrono-node`)) {
  execFileSync('npm', ['install', '--no-package-lock', '--no-audit', '--no-fund', '--loglevel', 'error'], {
    cwd: here,
    stdio: 'inherit',
  });
}
if (!existsSync(`${root}www/pkg/sorot.js`)) {
  throw new Error('www/pkg has no module; `cargo run -- serve` builds it');
}

const chrono = await import('chrono-node');
const locale = chrono.id ?? (await import('chrono-node/id').catch(() => null));
if (!locale) throw new Error('this chrono-node has no locale `id`');
const { version: peer } = JSON.parse(readFileSync(`${here}node_modules/chrono-node/package.json`, 'utf8'));
const { initSync, Annotator, version } = await import(`${root}www/pkg/sorot.js`);
initSync({ module: readFileSync(`${root}www/pkg/sorot_bg.wasm`) });
const annotator = new Annotator();

const folder = `${root}www/samples/`;
const articles = readdirSync(folder)
  .sort()
  .map((name) => readFileSync(folder + name, 'utf8') + '\n\n');
const samples = articles.join('');
const textOf = (bytes) => Buffer.from(samples.repeat(bytes / samples.length + 1)).subarray(0, bytes).toString();

const published = '2024-01-10T11:25+07:00';
const reference = { instant: new Date(published), timezone: 420 };

/** The times of a text as [start, end, value]. */
const sorot = (text) => {
  const times = annotator.times(text, { published });
  const { spans, values } = times;
  times.free();
  const lines = values.split('\n');
  const found = [];
  for (let i = 0; i < spans.length; i += 2) found.push([spans[i], spans[i + 1], lines[i / 2]]);
  return found;
};
const chronoWhole = (text) => locale.parse(text, reference).map((r) => [r.index, r.index + r.text.length, r.start.date()]);
const chronoByArticle = (text) => {
  const found = [];
  for (let at = 0, i = 0; at < text.length; i++) {
    const length = articles[i % articles.length].length;
    for (const [start, end, value] of chronoWhole(text.slice(at, at + length))) found.push([at + start, at + end, value]);
    at += length;
  }
  return found;
};

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
/** Milliseconds of each, taken by turns, and how many times each found. */
const race = (runners, text, rounds) => {
  const times = runners.map(() => []);
  const counts = runners.map((run) => run(text).length);
  for (let round = 0; round < rounds; round++) {
    runners.forEach((run, i) => {
      const before = performance.now();
      run(text);
      times[i].push(performance.now() - before);
    });
  }
  return times.map((each, i) => ({ ms: median(each), found: counts[i] }));
};

const [bytes, rounds] = [Number(process.argv[2] ?? 1_000_000), Number(process.argv[3] ?? 5)];
const row = (name, size, { ms, found }) =>
  console.log(`${name.padEnd(30)} ${ms.toFixed(1).padStart(9)} ms ${(size / 1000 / ms).toFixed(2).padStart(8)} MB/s ${String(found).padStart(7)} times`);

console.log(`node ${process.version}, sorot ${version()}, chrono-node ${peer} locale id, ${bytes} bytes, median of ${rounds}`);
const text = textOf(bytes);
const [ours, whole, byArticle] = race([sorot, chronoWhole, chronoByArticle], text, rounds);
row('sorot (wasm)', bytes, ours);
row('chrono-node, whole text', bytes, whole);
row('chrono-node, by article', bytes, byArticle);
console.log(`ratio: ${(whole.ms / ours.ms).toFixed(1)} on the whole text, ${(byArticle.ms / ours.ms).toFixed(1)} by article`);

console.log('\nsorot, milliseconds a megabyte as the text grows:');
for (const size of [10_000, 100_000, 1_000_000, 5_000_000]) {
  const [result] = race([sorot], textOf(size), size > 1_000_000 ? 3 : 9);
  console.log(`${String(size).padStart(9)} bytes ${((result.ms / size) * 1e6).toFixed(1).padStart(8)} ms/MB`);
}
