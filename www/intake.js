// @ts-check
/** The ways a text comes in: typed, pasted anywhere, opened, dropped, or a sample. */
import * as calendar from './calendar.js';
import { byId, h, isField } from './dom.js';
import { number, t } from './i18n.js';
import { ENCODINGS, LIMIT, NotText, decode } from './pasted.js';
import { unpack } from './record.js';
import { SAMPLES, load } from './samples.js';
import { freshClocks } from './session.js';
import { notice, say } from './status.js';
import { fromHtml, looksLikeHtml } from './webpage.js';

/** @typedef {import('./session.js').Clocks} Clocks */

/** The address of a page in an archive holds the moment of the copy: `/web/20240514120433/https://…`. */
const ARCHIVED = /\/web\/(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)\d\d(?:[a-z]{2}_)?\/http/;

/** @type {HTMLTextAreaElement} */
const box = byId('paste');
/** @type {HTMLInputElement} */
const picker = byId('file');
const samples = byId('samples');
const counts = byId('counts');
const COUNT_MS = 120;
/** Characters that the box shows while they are read. */
const SOON = 100_000;
/** From here on the reader is told that it takes a while. */
const BIG = 1024 * 1024;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** @typedef {{edited?: boolean, steps?: import('./corrections.js').Step[]}} Origin `edited`: it may be the article of before, changed; `steps`: corrections that came with it */

/** @type {(text: string, clocks: Clocks, origin: Origin) => void} */
let open = () => {};
/** @typedef {import('./model.js').View['counts']} Counts */

/** @type {(text: string) => Promise<Counts>} */
let count;
/** @type {(text: string) => boolean} */
let revise = () => false;
/** @type {(change: Partial<Clocks>) => void} */
let reclock = () => {};

/**
 * @param {object} hooks
 * @param {(text: string, clocks: Clocks, origin: Origin) => void} hooks.open
 * @param {(text: string) => Promise<Counts>} hooks.count
 * @param {(text: string) => boolean} hooks.revise told of what was typed; whether the article beside the box is drawn from it
 * @param {(change: Partial<Clocks>) => void} hooks.reclock
 */
export function setUp(hooks) {
  ({ open, count, revise, reclock } = hooks);
  listSamples();
  if (matchMedia('(pointer: fine)').matches) box.focus();
}

/** Names the samples in the language of the interface. */
export function listSamples() {
  samples.replaceChildren(...SAMPLES.map((sample) =>
    h('li', {}, h('button', { type: 'button', 'data-sample': sample.name, click: () => void openSample(sample) }, t(sample.title)))));
}

/** @param {import('./samples.js').Sample} sample */
async function openSample(sample) {
  if (samples.matches(':popover-open')) samples.hidePopover();
  try {
    const text = await load(sample);
    take(text, freshClocks({ mode: 'other', other: sample.captured, published: sample.published, by: 'sample' }));
  } catch (error) {
    notice('intake', error instanceof Error ? error.message : String(error), { tone: 'error' });
  }
}

/** Opens a text, unless it is none or too long. @param {string} text @param {Clocks} [clocks] @param {Origin} [origin] */
export function take(text, clocks = freshClocks(), origin = {}) {
  // A count that is still to come would overtake the article in the engine.
  clearTimeout(timer);
  notice('intake', null);
  if (!text.trim()) {
    say(t('emptyText'));
    box.focus();
    return;
  }
  const megabytes = number(Math.round(text.length / 104_857.6) / 10);
  if (text.length > LIMIT) {
    notice('intake', t('tooBig', { n: megabytes }), { tone: 'error' });
    return;
  }
  if (text.length > BIG) notice('intake', t('bigText', { n: megabytes }));
  const lines = text.replace(/\r\n?/g, '\n');
  const [, ...moment] = ARCHIVED.exec(lines) ?? [];
  const other = moment.length ? `${moment.slice(0, 3).join('-')}T${moment.slice(3).join(':')}+00:00` : null;
  if (clocks.mode === 'pasted' && calendar.instant(other)) clocks = { ...clocks, mode: 'other', other, by: 'page' };
  // A long text would be laid out in the box for nothing: it comes there when the box is out of sight.
  if (lines.length <= SOON) box.value = lines;
  // A count still to be asked for would overtake the article.
  clearTimeout(timer);
  open(lines, clocks, origin);
  if (looksLikeHtml(lines)) {
    const clean = () => {
      const { text: words, published } = fromHtml(lines, true);
      take(words, { ...clocks, hint: published ?? clocks.hint });
    };
    notice('intake', t('htmlText'), { tone: 'warn', actions: [{ label: t('cleanHtml'), run: clean }] });
  }
}

/** The plain flavour, or the blocks of the HTML one where that is missing; of the HTML one also when it was published. @param {DataTransfer | null} data */
function textOf(data) {
  const plain = data?.getData('text/plain') ?? '';
  const html = data?.getData('text/html') ?? '';
  if (html.length > LIMIT || (plain.trim() && !/<time\b|datePublished/i.test(html))) return { text: plain, hint: null };
  const { text, published } = fromHtml(html);
  return { text: plain.trim() ? plain : text, hint: published };
}

/** @param {File} file @param {typeof ENCODINGS[number]} [encoding] what the reader says it is */
async function openFile(file, encoding) {
  if (file.size > LIMIT) {
    notice('intake', t('tooBig', { n: number(Math.round(file.size / 104_857.6) / 10) }), { tone: 'error' });
    return;
  }
  try {
    const { text, guessed } = decode(new Uint8Array(await file.arrayBuffer()), encoding);
    const record = /\.json$/i.test(file.name) ? readJson(text) : null;
    if (record) {
      take(record.text, record.clocks, record);
      return;
    }
    const html = /\.html?$/i.test(file.name) || file.type === 'text/html';
    const found = html ? fromHtml(text, true) : { text, published: null };
    take(found.text, freshClocks({ published: found.published, by: found.published ? 'page' : 'you' }));
    if (guessed) notice('encoding', t('encoding'), { tone: 'warn' });
    offerFileTime(file.lastModified);
  } catch (error) {
    if (!(error instanceof NotText)) notice('intake', String(error), { tone: 'error' });
    // A known type is no text in any encoding.
    else if (error.message) notice('intake', t('binary', { type: error.message }), { tone: 'error' });
    else notice('intake', t('noText'), { tone: 'error', actions: ENCODINGS.map((name) => ({ label: name.toUpperCase(), run: () => void openFile(file, name) })) });
  }
}

/** An article that was exported, to be read again. @param {string} json */
function readJson(json) {
  try {
    return unpack(JSON.parse(json));
  } catch {
    return null;
  }
}

/** `12 orang · 7 tempat · 9 waktu`. @param {Counts} found */
export const countsText = ({ PER, LOC, DATE, REL, DUR }) =>
  t('counts', { people: number(PER), places: number(LOC), times: number(DATE + REL + DUR) });

/** @param {number} modified */
function offerFileTime(modified) {
  const when = calendar.at(modified, calendar.viewerOffset(modified));
  const words = `${calendar.day(when.wall, 'short')}, ${calendar.clock(when.wall)}`;
  const use = () => reclock({ mode: 'other', other: calendar.isoOf(when), by: 'you' });
  notice('file-time', t('useFileTime', { t: words }), { actions: [{ label: t('use'), run: use }] });
}

box.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(async () => {
    const text = box.value;
    if (revise(text)) return;
    if (!text.trim()) counts.textContent = t('countsEmpty');
    else {
      try {
        const found = await count(text);
        if (text === box.value) counts.textContent = countsText(found);
      } catch {
        // Overtaken, or no engine: the line keeps what it said.
      }
    }
  }, COUNT_MS);
});
box.addEventListener('paste', (event) => {
  const { text, hint } = textOf(event.clipboardData);
  if (!text.trim()) return;
  // Into an empty box a paste is an article; into a text it is an edit.
  const whole = box.value.trim() === '' || box.selectionEnd - box.selectionStart === box.value.length;
  if (!whole) return;
  event.preventDefault();
  event.stopPropagation();
  take(text, freshClocks({ hint }));
});
box.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) take(box.value, undefined, { edited: true });
});
byId('run').addEventListener('click', () => take(box.value, undefined, { edited: true }));
byId('paste-button').addEventListener('click', async () => {
  try {
    take(await navigator.clipboard.readText());
  } catch {
    byId('paste-hint').textContent = t('pasteDenied');
    box.focus();
  }
});
byId('open-button').addEventListener('click', () => picker.click());
picker.addEventListener('change', () => {
  const file = picker.files?.[0];
  if (file) void openFile(file);
  picker.value = '';
});

document.addEventListener('paste', (event) => {
  if (isField(event.target)) return;
  const { text, hint } = textOf(event.clipboardData);
  if (!text.trim()) return;
  event.preventDefault();
  take(text, freshClocks({ hint }));
});

let depth = 0;
/** Words of the page itself that are being dragged are no article. */
let own = false;
document.addEventListener('dragstart', () => { own = true; });
document.addEventListener('dragend', () => { own = false; });
const dropping = (/** @type {boolean} */ on) => document.body.classList.toggle('dropping', on);
document.addEventListener('dragenter', (event) => {
  if (own || !event.dataTransfer?.types.some((type) => type === 'Files' || type === 'text/plain')) return;
  depth += 1;
  dropping(true);
});
document.addEventListener('dragleave', () => {
  depth = Math.max(0, depth - 1);
  if (depth === 0) dropping(false);
});
document.addEventListener('dragover', (event) => { if (!own) event.preventDefault(); });
document.addEventListener('drop', (event) => {
  depth = 0;
  dropping(false);
  if (own) return;
  event.preventDefault();
  const file = event.dataTransfer?.files[0];
  if (file) void openFile(file);
  else {
    const { text, hint } = textOf(event.dataTransfer);
    if (text.trim()) take(text, freshClocks({ hint }));
  }
});
