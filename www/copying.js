// @ts-check
/** Copying: the original words whatever is drawn between them, or with the absolute times in brackets. */
import { byId } from './dom.js';
import { offsetIn } from './places.js';
import { get } from './settings.js';
import { chipText } from './times.js';

/** @typedef {import('./model.js').View} View */
/** @typedef {{start: number, end: number}} Range UTF-16 */

const article = byId('article');

/** @type {() => View | null} */
let current = () => null;
/** @type {() => void} */
let drawAll = () => {};

/**
 * @param {object} hooks
 * @param {() => View | null} hooks.current
 * @param {() => void} hooks.drawAll draws what is not drawn yet
 */
export function setUp(hooks) {
  ({ current, drawAll } = hooks);
  document.addEventListener('copy', copyOriginal);
}

/** What is selected in the article. @returns {Range | null} */
function selected() {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!article.contains(range.commonAncestorContainer)) return null;
  drawAll();
  return {
    start: offsetIn(article, range.startContainer, range.startOffset),
    end: offsetIn(article, range.endContainer, range.endOffset),
  };
}

/** @param {ClipboardEvent} event */
function copyOriginal(event) {
  const view = current();
  const range = view && selected();
  if (!range) return;
  event.clipboardData?.setData('text/plain', view.text.slice(range.start, range.end));
  event.preventDefault();
}

/** The selected words, or the whole article, as pasted. @param {View} view */
export function plain(view) {
  const { start, end } = selected() ?? { start: 0, end: view.text.length };
  return view.text.slice(start, end);
}

/** The same with every absolute time in brackets behind the words that mean it. @param {View} view */
export function withTimes(view) {
  const { start, end } = selected() ?? { start: 0, end: view.text.length };
  const all = get('chips') === 'all';
  let copied = '';
  let at = start;
  for (const { timex, end: here } of view.flat) {
    if (!timex || here <= start || here > end || (!all && timex.anchor === 'none')) continue;
    const value = chipText(timex, view.document);
    if (!value) continue;
    copied += `${view.text.slice(at, here)} [${value}]`;
    at = here;
  }
  return copied + view.text.slice(at, end);
}
