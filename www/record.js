// @ts-check
/** An article with its clocks and corrections as a plain value, and back; for links and files. What comes back is not trusted. */
import { instant } from './calendar.js';
import { locate, quoteOf } from './quote.js';
import { LIMIT } from './pasted.js';
import { freshClocks } from './session.js';
import { readSteps } from './shelf.js';

/** @typedef {import('./session.js').Clocks} Clocks */
/** @typedef {import('./corrections.js').Step} Step */
/** @typedef {{text: string, clocks: Clocks, steps: Step[]}} Record */

/**
 * Short: what the text says itself is left out of the corrections.
 * @param {Record} record
 */
export const pack = ({ text, clocks: { published, mode, pasted, other, offset }, steps }) => ({
  text, clocks: { published, mode, pasted, other, offset }, corrections: steps.map((step) => step.map((op) => packed(text, op))),
});

/** @param {string} text @param {any} op */
function packed(text, op) {
  const place = (/** @type {any} */ quote) => {
    const found = quote && locate(text, quote);
    return found ? [found.start, found.end] : quote;
  };
  return op.to ? { ...op, at: place(op.at), to: place(op.to) } : { ...op, at: place(op.at) };
}

/** @param {any} value @returns {Record | null} `null` where it is no article */
export function unpack(value) {
  const text = value?.text;
  if (typeof text !== 'string' || !text.trim() || text.length > LIMIT) return null;
  const place = (/** @type {any} */ at) => (Array.isArray(at) ? quoteOf(text, { start: Number(at[0]), end: Number(at[1]) }) : at);
  const whole = (/** @type {any} */ op) => (op && typeof op === 'object' ? { ...op, at: place(op.at), to: place(op.to) } : op);
  const steps = Array.isArray(value.corrections) ? value.corrections.map((/** @type {any} */ step) => (Array.isArray(step) ? step.map(whole) : step)) : [];
  return { text, clocks: readClocks(value), steps: readSteps(steps) };
}

/** The clocks as the page keeps them, or those of a result. @param {any} value @returns {Clocks} */
function readClocks({ clocks, published, publishedEvidence, captured, offset }) {
  const moment = (/** @type {unknown} */ iso) => (typeof iso === 'string' && instant(iso) ? iso : null);
  const zone = (/** @type {unknown} */ text) => (typeof text === 'string' && /^[+-](0\d|1[0-4]):[0-5]\d$/.test(text) ? text : null);
  if (!clocks || typeof clocks !== 'object') {
    const given = publishedEvidence?.source === 'given' || publishedEvidence?.source === 'metadata';
    const other = moment(captured);
    return freshClocks({ published: given ? moment(published) : null, mode: other ? 'other' : 'unknown', other, offset: zone(offset), by: 'link' });
  }
  const fresh = freshClocks();
  const other = moment(clocks.other);
  const mode = /** @type {const} */ (['pasted', 'other', 'published', 'unknown']).find((known) => known === clocks.mode) ?? 'unknown';
  return {
    published: moment(clocks.published), mode: mode === 'other' && !other ? 'unknown' : mode, pasted: moment(clocks.pasted) ?? fresh.pasted, other,
    offset: zone(clocks.offset), by: 'link',
  };
}
