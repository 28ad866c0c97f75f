// @ts-check
/** Buttons that several parts of the page have. */
import { h } from './dom.js';
import { number, t } from './i18n.js';

/** The × of a card, a window, a notice. @param {() => void} close */
export const closeButton = (close) =>
  h('button', { type: 'button', class: 'x', 'aria-label': t('close'), click: close }, h('span', { 'aria-hidden': 'true' }, '×'));

/**
 * What a window holds: its title, the × and a body.
 * @param {string} id of the title, which names the window
 * @param {string} title
 * @param {() => void} close
 * @param {Node[]} body
 */
export const windowFrame = (id, title, close, body) =>
  h('div', { class: 'window-body' }, h('div', { class: 'window-head' }, h('h2', { id }, title), closeButton(close)), ...body);

/** Rows of a list that are drawn at once: more would hold up the page, and nobody reads so far without searching. */
const ROWS = 300;

/**
 * The first rows of a list, and a button for more.
 * @param {(() => Node)[]} rows
 * @returns {Node[]}
 */
export function firstRows(rows) {
  if (rows.length <= ROWS) return rows.map((row) => row());
  const more = h('li', {}, h('button', { type: 'button', class: 'link', click: () => {
    const next = firstRows(rows.slice(ROWS));
    more.replaceWith(...next);
    /** @type {HTMLElement} */ (next[0]).querySelector('button')?.focus();
  } }, t('more', { n: number(rows.length - ROWS) })));
  return [...rows.slice(0, ROWS).map((row) => row()), more];
}
