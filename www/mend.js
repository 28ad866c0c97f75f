// @ts-check
/** What a reader asks for, as steps of corrections. Pure. */
import { isTime } from './kinds.js';
import { nameKey } from './model.js';
import { quoteOf } from './quote.js';

/** @typedef {import('./model.js').Annotation} Annotation */
/** @typedef {import('./model.js').View} View */
/** @typedef {import('./kinds.js').Kind} Kind */
/** @typedef {import('./corrections.js').Step} Step */
/** @typedef {import('./quote.js').Range} Range */
/** @typedef {'start' | 'end'} Edge */

/** The mentions that an action on all of them means: of a name every one, of a time or amount it alone. @param {View} view @param {Annotation} annotation */
export function mentionsOf(view, annotation) {
  if (!annotation.entity || annotation.kind === 'QTY') return [annotation];
  return view.names.get(nameKey(annotation))?.mentions ?? [annotation];
}

/** @param {View} view @param {Annotation} annotation @param {boolean} all */
const meant = (view, annotation, all) => (all ? mentionsOf(view, annotation) : [annotation]);

/** @param {View} view @param {Annotation} annotation @param {Kind} kind @param {boolean} all @returns {Step} */
export const toKind = (view, annotation, kind, all) =>
  meant(view, annotation, all && !isTime(kind)).map((mention) => ({ do: 'kind', at: quoteOf(view.text, mention), kind }));

/** @param {View} view @param {Annotation} annotation @param {boolean} all @returns {Step} */
export const away = (view, annotation, all) => meant(view, annotation, all).map((mention) => ({ do: 'remove', at: quoteOf(view.text, mention) }));

/** @param {View} view @param {Range} range @param {Kind} kind @returns {Step} */
export const added = (view, range, kind) => [{ do: 'kind', at: quoteOf(view.text, range), kind }];

/** @param {View} view @param {Annotation} annotation @param {Range} to @returns {Step} */
export const bounded = (view, annotation, to) => [{ do: 'span', at: quoteOf(view.text, annotation), to: quoteOf(view.text, to) }];

/** @param {View} view @param {Annotation} annotation @param {string} value @returns {Step} */
export const meaning = (view, annotation, value) => [{ do: 'value', at: quoteOf(view.text, annotation), value }];

/** @param {View} view @param {Annotation} annotation @param {'published' | 'captured' | null} clock @returns {Step} */
export const counted = (view, annotation, clock) => [{ do: 'clock', at: quoteOf(view.text, annotation), clock }];

/** @param {View} view @param {Annotation} annotation @param {string} into @returns {Step} */
export const merged = (view, annotation, into) =>
  [{ do: 'merge', at: quoteOf(view.text, annotation), kind: annotation.kind, name: annotation.entity?.entity ?? annotation.surface, into }];

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu;

/** The words of the line that holds a range. @param {string} text @param {Range} range @returns {Range[]} */
function wordsAround(text, { start, end }) {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const stop = text.indexOf('\n', end);
  const line = text.slice(from, stop < 0 ? text.length : stop);
  return [...line.matchAll(WORD)].map(({ index, 0: word }) => ({ start: from + index, end: from + index + word.replace(/[.'’-]+$/, '').length }));
}

/**
 * A range with one of its edges a word further; `null` where there is no word, or none would be left.
 * @param {string} text
 * @param {Range} range
 * @param {Edge} edge
 * @param {1 | -1} by
 * @returns {Range | null}
 */
export function stretched(text, range, edge, by) {
  const words = wordsAround(text, range);
  const { start, end } = range;
  const places = words.map((word) => word[edge]);
  const to = by > 0 ? places.find((place) => place > range[edge]) : places.findLast((place) => place < range[edge]);
  if (to === undefined) return null;
  const next = edge === 'start' ? { start: to, end } : { start, end: to };
  return next.start < next.end ? next : null;
}

/** A range that holds every word it touches whole, and nothing around them; `null` where it holds no word. @param {string} text @param {Range} range @returns {Range | null} */
export function snapped(text, range) {
  const touched = wordsAround(text, range).filter(({ start, end }) => start < range.end && range.start < end);
  const last = touched.at(-1);
  return last ? { start: touched[0].start, end: last.end } : null;
}
