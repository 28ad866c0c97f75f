// @ts-check
/** What paper needs that the screen does not: every time written out at the end, and the clocks it was read under. */
import { byId, h } from './dom.js';
import { t } from './i18n.js';
import { isTime } from './kinds.js';
import * as calendar from './calendar.js';
import { derivationText } from './derivation.js';
import { rangeText, valueText } from './times.js';

/** @typedef {import('./model.js').View} View */

/** @param {() => View | null} current */
export function setUp(current) {
  addEventListener('beforeprint', () => {
    const view = current();
    if (view) write(view);
  });
}

/** @param {View} view */
function write(view) {
  const { document, flat } = view;
  const notes = flat.filter(({ kind }) => isTime(kind)).map(({ surface, timex }) => {
    if (!timex) return null;
    const rest = timex.anchor === 'none' ? '' : [rangeText(timex), derivationText(timex, document)].filter(Boolean).join('; ');
    return h('li', {}, h('q', { lang: 'id' }, surface), ` → ${valueText(timex, 'long') ?? timex.value ?? '?'}`, rest ? ` (${rest})` : null);
  });
  byId('endnotes').replaceChildren(h('h2', {}, t('endnotes')), h('ol', {}, ...notes));
  const clock = (/** @type {string | null} */ iso) => {
    const i = calendar.instant(iso);
    return i ? `${calendar.weekdayDay(i.wall)}, ${calendar.clock(i.wall)} ${calendar.zoneName(i.offset)}` : t('unknown');
  };
  byId('print-line').textContent = t('printed', { published: clock(document.published), captured: clock(document.captured) });
}
