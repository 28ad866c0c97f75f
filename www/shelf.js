// @ts-check
/** Where corrections are kept between visits: with this browser, under the fingerprint of their text; and reading what is not trusted. */

/** @typedef {import('./corrections.js').Step} Step */
/** @typedef {import('./corrections.js').Op} Op */

const KEY = 'sorot-corrections';
/** Texts whose corrections are kept; the oldest give way. */
const TEXTS = 50;
/** A person makes fewer. */
const MOST = 2000;

/** The last text that was told apart: a reader who corrects a long one corrects it again. */
let last = { text: '', print: '' };

/** @param {string} text */
function printOf(text) {
  if (last.text !== text) last = { text, print: fingerprint(text) };
  return last.print;
}

/** Tells texts apart; not meant to withstand someone who looks for two alike (cyrb53). @param {string} text */
export function fingerprint(text) {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return `${text.length.toString(36)}-${(4294967296 * (2097151 & b) + (a >>> 0)).toString(36)}`;
}

/** @returns {Record<string, unknown>} */
function all() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return kept && typeof kept === 'object' ? kept : {};
  } catch {
    return {};
  }
}

/** @param {string} text @returns {Step[]} */
export function load(text) {
  const kept = all();
  // Most readers correct nothing, and a long text takes a while to tell apart.
  return Object.keys(kept).length ? readSteps(kept[printOf(text)]) : [];
}

/** @param {string} text @param {Step[]} steps none are forgotten */
export function save(text, steps) {
  const own = printOf(text);
  const { [own]: _, ...rest } = all();
  const entries = Object.entries(rest).slice(1 - TEXTS);
  if (steps.length) entries.push([own, steps]);
  try {
    if (entries.length) localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(entries)));
    else localStorage.removeItem(KEY);
  } catch {
    // Private mode, or full: corrections last as long as the tab.
  }
}

const KINDS = new Set(['PER', 'ORG', 'LOC', 'EVT', 'QTY', 'DATE', 'REL', 'DUR']);
const VALUE = /^[\dA-Z:+./-]{1,40}$/;

/** Steps out of storage, a link or a file: what does not have their shape is left out. @param {unknown} value @returns {Step[]} */
export function readSteps(value) {
  if (!Array.isArray(value)) return [];
  return value.slice(0, MOST).map((step) => (Array.isArray(step) ? step.slice(0, MOST).flatMap(readOp) : [])).filter((step) => step.length > 0);
}

/** @param {any} value @returns {Op[]} */
function readOp(value) {
  const at = readQuote(value?.at);
  if (!at) return [];
  const { do: what, kind, clock, into, name } = value;
  const to = readQuote(value.to);
  if (what === 'remove') return [{ do: what, at }];
  if (what === 'kind' && KINDS.has(kind)) return [{ do: what, at, kind }];
  if (what === 'span' && to) return [{ do: what, at, to }];
  if (what === 'value' && VALUE.test(value.value)) return [{ do: what, at, value: String(value.value) }];
  if (what === 'clock' && (clock === null || clock === 'published' || clock === 'captured')) return [{ do: what, at, clock }];
  if (what === 'merge' && KINDS.has(kind) && isShort(name) && isShort(into)) return [{ do: what, at, kind, name, into }];
  return [];
}

/** @param {unknown} value */
const isShort = (value) => typeof value === 'string' && value.length > 0 && value.length <= 500;

/** @param {any} value @returns {import('./quote.js').Quote | null} */
function readQuote(value) {
  const { start, end, exact, before, after } = value ?? {};
  const places = [start, end].every((place) => Number.isInteger(place) && place >= 0) && end - start === exact?.length;
  const words = [before, after].every((part) => typeof part === 'string' && part.length <= 64);
  return places && words && isShort(exact) ? { start, end, exact, before, after } : null;
}
