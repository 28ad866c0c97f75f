// @ts-check
/** The legend: what each kind looks like, how many there are, and which are shown. */
import { byId, h } from './dom.js';
import { number, t } from './i18n.js';
import { KINDS } from './kinds.js';
import { get, set, watch } from './settings.js';
import { say } from './status.js';

/** @typedef {import('./kinds.js').Kind} Kind */

const legend = byId('legend');
/** @type {Map<Kind, HTMLButtonElement>} */
const buttons = new Map();
const all = h('button', { type: 'button', class: 'all', 'data-t': 'all', click: () => showAll() });
let counts = /** @type {Record<Kind, number>} */ ({});

KINDS.forEach(({ kind, glyph }, index) => {
  const press = (/** @type {MouseEvent} */ event) => (event.altKey || event.detail === 2 ? only(kind) : toggle(kind));
  const button = h('button', { type: 'button', 'data-kind': kind, 'aria-pressed': 'true', click: press },
    h('span', { class: 'glyph', 'aria-hidden': 'true' }, glyph),
    h('span', { class: 'name', 'data-t': kind }),
    h('span', { class: 'count' }),
    h('kbd', { 'aria-hidden': 'true' }, String(index + 1)));
  buttons.set(kind, /** @type {HTMLButtonElement} */ (button));
  legend.append(button);
});
legend.append(all);

/** @param {Kind} kind */
function toggle(kind) {
  const hidden = get('hidden');
  const shown = hidden.includes(kind);
  set('hidden', shown ? hidden.filter((other) => other !== kind) : [...hidden, kind]);
  say(t(shown ? 'shown' : 'hidden', { type: t(kind) }));
}

/** @param {Kind} kind */
function only(kind) {
  set('hidden', KINDS.map((entry) => entry.kind).filter((other) => other !== kind));
  say(t('only', { type: t(kind) }));
}

export function showAll() {
  set('hidden', []);
  say(t('allShown'));
}

/** The kind of a digit key. @param {number} index from 0; -1 shows all @param {boolean} alone */
export function press(index, alone) {
  const kind = KINDS[index]?.kind;
  if (!kind) showAll();
  else if (alone) only(kind);
  else toggle(kind);
}

/** @param {Record<Kind, number>} next */
export function setCounts(next) {
  counts = next;
  for (const [kind, button] of buttons) {
    const count = counts[kind] ?? 0;
    button.disabled = count === 0;
    const box = button.querySelector('.count');
    if (box) box.textContent = number(count);
  }
}

watch('hidden', (hidden) => {
  for (const [kind, button] of buttons) button.setAttribute('aria-pressed', String(!hidden.includes(kind)));
  all.toggleAttribute('hidden', hidden.length === 0);
});
