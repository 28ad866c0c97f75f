// @ts-check
/** Buttons that several parts of the page have. */
import { h } from './dom.js';
import { t } from './i18n.js';

/** The × of a card, a window, a notice. @param {() => void} close */
export const closeButton = (close) =>
  h('button', { type: 'button', class: 'x', 'aria-label': t('close'), click: close }, h('span', { 'aria-hidden': 'true' }, '×'));
