// @ts-check
/** Several articles in one text: where each begins. Pure. */

/** @typedef {import('./pkg/sorot.js').Document} Document */
/** @typedef {{start: number, end: number, title: string}} Part */

/** Lines between the date of an article and its first paragraph: a byline, a caption. */
const REACH = 6;
const HEADLINES = new Set(['headline', 'teaserHeadline']);
const DATED = new Set(['published', 'updated', 'teaserStamp']);

/**
 * An article begins at a headline that a line with date and clock follows, bylines between them apart, and then body text: a list
 * of related articles has no body.
 * @param {string} text
 * @param {Document} document
 * @returns {Part[]} none where there is but one
 */
export function articlesIn(text, { zones, timexes }) {
  const lines = [...zones].sort((a, b) => a.start - b.start);
  const clocked = timexes.filter(({ type, anchor }) => type === 'TIME' && anchor === 'none');
  /** @type {Document['zones']} */
  const heads = [];
  lines.forEach((line, index) => {
    if (!DATED.has(line.kind) || !clocked.some(({ start, end }) => line.start <= start && end <= line.end)) return;
    const after = lines.slice(index + 1, index + 1 + REACH);
    const body = after.findIndex(({ kind }) => kind === 'body');
    if (body < 0 || after.slice(0, body).some(({ kind }) => DATED.has(kind))) return;
    let before = index - 1;
    while (lines[before]?.kind === 'byline') before -= 1;
    if (HEADLINES.has(lines[before]?.kind)) heads.push(lines[before]);
  });
  if (heads.length < 2) return [];
  return heads.map(({ start, end }, index) => ({
    start: index ? start : 0, end: heads[index + 1]?.start ?? text.length, title: text.slice(start, end).trim(),
  }));
}
