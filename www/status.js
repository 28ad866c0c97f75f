// @ts-check
/** The one live region, and the toast with its way back. */
import { byId, h } from './dom.js';
import { closeButton } from './buttons.js';
import { t } from './i18n.js';

const region = byId('status');
const toasts = byId('toasts');
/** Messages that come faster than this are one message. */
const PAUSE_MS = 500;
const TOAST_MS = 10_000;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
let last = 0;

/** Says `message` politely; of several in half a second the last one. @param {string} message */
export function say(message) {
  clearTimeout(timer);
  const wait = Math.max(0, last + PAUSE_MS - performance.now());
  timer = setTimeout(() => {
    last = performance.now();
    region.textContent = message;
  }, wait);
}

/** @param {string} message @param {{label: string, run: () => void}} [action] */
export function toast(message, action) {
  const box = h('div', { class: 'toast' }, h('span', {}, message));
  const close = () => box.remove();
  if (action) {
    box.append(h('button', { type: 'button', class: 'link', click: () => { close(); action.run(); } }, action.label));
  }
  box.append(closeButton(close));
  toasts.replaceChildren(box);
  say(message);
  setTimeout(close, TOAST_MS);
}

/**
 * A line above the article that stays until it is closed or `name` is shown anew.
 * @param {string} name
 * @param {string | null} message `null` takes it away
 * @param {{tone?: 'warn' | 'error' | 'info', actions?: {label: string, run: () => void, stays?: boolean}[]}} [options] an action
 *   closes the line unless it `stays`
 */
export function notice(name, message, { tone = 'info', actions = [] } = {}) {
  const holder = byId('notices');
  holder.querySelector(`[data-notice="${name}"]`)?.remove();
  if (message === null) return;
  const box = h('div', { class: `notice ${tone}`, 'data-notice': name }, h('span', {}, message));
  for (const { label, run, stays } of actions) {
    box.append(h('button', { type: 'button', class: 'link', click: () => { if (!stays) box.remove(); run(); } }, label));
  }
  box.append(closeButton(() => box.remove()));
  holder.append(box);
  say(message);
}
