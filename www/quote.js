// @ts-check
/** A place in a text, told by its words and the words around it, so that it is found again after the text was edited. Pure. */

/**
 * @typedef {object} Quote
 * @property {number} start UTF-16, where it stood
 * @property {number} end
 * @property {string} exact the words
 * @property {string} before the characters before them
 * @property {string} after those behind them
 */
/** @typedef {{start: number, end: number}} Range */

/** Characters either side. */
const CONTEXT = 32;
/** With fewer of these in agreement the words only look alike. */
const ENOUGH = 8;
/** Places with the same words that are looked at. */
const MOST = 2000;

/** @param {string} text @param {Range} range @returns {Quote} */
export const quoteOf = (text, { start, end }) => ({
  start, end, exact: text.slice(start, end), before: text.slice(Math.max(0, start - CONTEXT), start), after: text.slice(end, end + CONTEXT),
});

/**
 * Where a quote stands: of the places with its words the one whose neighbourhood agrees best; where only one place has
 * them, that one.
 * @param {string} text
 * @param {Quote} quote
 * @returns {Range | null}
 */
export function locate(text, { start, end, exact, before, after }) {
  if (!exact) return null;
  if (text.startsWith(exact, start) && text.endsWith(before, start) && text.startsWith(after, end)) return { start, end };
  const wanted = Math.min(ENOUGH, before.length + after.length);
  let best = { at: -1, score: -1, far: Infinity };
  let count = 0;
  for (let at = text.indexOf(exact); at >= 0 && count < MOST; at = text.indexOf(exact, at + 1)) {
    count += 1;
    const score = agreement(text, at, before, -1) + agreement(text, at + exact.length, after, 1);
    const far = Math.abs(at - start);
    if (score > best.score || (score === best.score && far < best.far)) best = { at, score, far };
  }
  if (best.at < 0 || (count > 1 && best.score < wanted)) return null;
  return { start: best.at, end: best.at + exact.length };
}

/**
 * How many characters of `words` stand at `at`, going forth or back.
 * @param {string} text
 * @param {number} at
 * @param {string} words
 * @param {1 | -1} by
 */
function agreement(text, at, words, by) {
  let n = 0;
  while (n < words.length && (by > 0 ? text[at + n] === words[n] : text[at - 1 - n] === words[words.length - 1 - n])) n += 1;
  return n;
}
