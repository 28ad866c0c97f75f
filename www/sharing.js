// @ts-check
/** The window that makes a link of the article, and says how long it is and who can read it. */
import { windowFrame } from './buttons.js';
import { copyText } from './clipboard.js';
import { byId, h } from './dom.js';
import { number, t } from './i18n.js';
import { seal } from './share.js';

/** @typedef {import('./i18n.js').Key} Key */

/** From how many characters on something is known to go wrong. @type {[number, Key][]} */
const LIMITS = [[32_000, 'shareHuge'], [4000, 'shareSlack'], [2000, 'shareDiscord']];

/** @param {import('./record.js').Record} record */
export async function openSharing(record) {
  /** @type {HTMLDialogElement} */
  const dialog = byId('share');
  const link = `${location.origin}${location.pathname}#${await seal(record)}`;
  const tooLong = LIMITS.find(([most]) => link.length > most);
  const field = h('input', { type: 'text', id: 'share-link', readonly: true, value: link, 'aria-label': t('shareLink'), focus: (event) => event.target.select() });
  dialog.replaceChildren(windowFrame('share-title', t('share'), () => dialog.close(), [
    h('p', {}, t('shareWho')),
    h('div', { class: 'finder' }, field, h('button', { type: 'button', class: 'primary', id: 'share-copy', click: () => void copyText(link) }, t('copy'))),
    h('p', { class: 'share-meter' },
      h('meter', { min: 0, max: 4000, low: 2000, high: 3999, optimum: 0, value: Math.min(link.length, 4000), 'aria-hidden': 'true' }),
      h('span', {}, t('shareLength', { n: number(link.length) })),
      tooLong ? h('span', { class: 'why' }, t(tooLong[1])) : null),
  ]));
  if (!dialog.open) dialog.showModal();
  byId('share-copy').focus();
}
