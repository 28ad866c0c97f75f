// @ts-check
/** Buttons that several parts of the page have. */
import { h } from './dom.js';
import { t } from './i18n.js';

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
