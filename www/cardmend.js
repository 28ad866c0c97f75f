// @ts-check
/** The part of a card where its annotation is corrected: kind, bounds, value, name, or away with it. */
import { h } from './dom.js';
import { number, t } from './i18n.js';
import { KINDS, isTime } from './kinds.js';
import * as mend from './mend.js';
import { nameKey } from './model.js';

/** @typedef {import('./model.js').Annotation} Annotation */
/** @typedef {import('./model.js').View} View */
/** @typedef {import('./i18n.js').Key} Key */
/** @typedef {import('./corrections.js').Step} Step */
/** @typedef {import('./quote.js').Range} Range */
/** @typedef {'kind' | 'span' | 'time' | 'merge'} Pane */
/**
 * @typedef {object} Mending
 * @property {Pane | null} pane what is open
 * @property {boolean} all whether it is for all mentions
 * @property {(pane: Pane | null) => void} show
 * @property {(all: boolean) => void} setAll
 * @property {(step: Step, range: Range | null) => void} commit `range`: where the annotation then is
 * @property {(words: string) => Promise<string | null>} read the value of a time in words
 */

/** @param {Annotation} annotation @param {View} view @param {Mending} mending @returns {Node} */
export function mendParts(annotation, view, mending) {
  const { pane, all, show, commit } = mending;
  const mentions = mend.mentionsOf(view, annotation).length;
  const toggle = (/** @type {Pane} */ name, /** @type {Key} */ key) =>
    h('button', { type: 'button', class: 'small', id: `mend-${name}`, 'aria-expanded': String(pane === name), click: () => show(pane === name ? null : name) }, t(key));
  const panes = { kind: kindPane, span: spanPane, time: timePane, merge: mergePane };
  const everywhere = mentions > 1 ? h('label', { class: 'check' },
    h('input', { type: 'checkbox', id: 'mend-all', checked: all, change: (event) => mending.setAll(event.target.checked) }), t('applyAll', { n: number(mentions) })) : null;
  return h('div', { class: 'mend', role: 'group', 'aria-label': t('correction') },
    h('div', { class: 'mend-row' },
      toggle('kind', 'changeKind'), toggle('span', 'changeSpan'),
      isTime(annotation.kind) ? toggle('time', 'changeTime') : annotation.kind === 'QTY' ? null : toggle('merge', 'merge'),
      h('button', { type: 'button', class: 'small', id: 'mend-remove', click: () => commit(mend.away(view, annotation, all), null) }, t('remove'))),
    pane === 'kind' || !pane ? everywhere : null,
    pane ? h('div', { class: 'mend-pane' }, ...panes[pane](annotation, view, mending)) : null);
}

/** @param {Annotation} annotation @param {View} view @param {Mending} mending */
function kindPane(annotation, view, { all, commit }) {
  return [h('div', { class: 'kind-grid' }, ...KINDS.map(({ kind, glyph }, index) =>
    h('button', {
      type: 'button', id: `mend-to-${kind}`, 'data-kind': kind, 'data-digit': index + 1, 'aria-pressed': String(kind === annotation.kind),
      click: () => commit(mend.toKind(view, annotation, kind, all), annotation),
    }, h('span', { class: 'glyph', 'aria-hidden': 'true' }, glyph), h('span', {}, t(kind)), h('kbd', { class: 'fine-only', 'aria-hidden': 'true' }, String(index + 1)))))];
}

/** @type {[mend.Edge, 1 | -1, Key, string][]} */
const STRETCHES = [['start', -1, 'startEarlier', '←'], ['start', 1, 'startLater', '→'], ['end', -1, 'endEarlier', '←'], ['end', 1, 'endLater', '→']];

/** @param {Annotation} annotation @param {View} view @param {Mending} mending */
function spanPane(annotation, view, { commit }) {
  const buttons = STRETCHES.map(([edge, by, key, sign]) => {
    const to = mend.stretched(view.text, annotation, edge, by);
    return h('button', { type: 'button', class: 'square', id: `mend-${key}`, 'aria-label': t(key), disabled: !to, click: () => to && commit(mend.bounded(view, annotation, to), to) },
      h('span', { 'aria-hidden': 'true' }, sign));
  });
  return [h('div', { class: 'span-row' }, ...buttons.slice(0, 2), h('span', { lang: 'id' }, annotation.surface), ...buttons.slice(2))];
}

/** @param {Annotation} annotation @param {View} view @param {Mending} mending */
function timePane(annotation, view, { commit, read }) {
  const field = /** @type {HTMLInputElement} */ (h('input', { type: 'text', id: 'mend-value', placeholder: t('timeExample'), autocomplete: 'off', 'aria-describedby': 'mend-said' }));
  const said = h('p', { id: 'mend-said', class: 'why', role: 'alert' });
  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const value = await read(field.value);
    if (value) commit(mend.meaning(view, annotation, value), annotation);
    else said.textContent = t('notATime');
  };
  return [h('form', { submit }, h('label', { for: 'mend-value' }, t('meansTime')), h('div', { class: 'finder' }, field, h('button', { class: 'small', id: 'mend-save' }, t('save'))), said)];
}

/** @param {Annotation} annotation @param {View} view @param {Mending} mending */
function mergePane(annotation, view, { commit }) {
  const own = nameKey(annotation);
  const others = [...view.names].filter(([key, { kind }]) => kind === annotation.kind && key !== own).map(([, { name }]) => name);
  if (others.length === 0) return [h('p', { class: 'muted' }, t('noOther'))];
  const select = /** @type {HTMLSelectElement} */ (h('select', { id: 'mend-into' }, ...others.sort((a, b) => a.localeCompare(b, 'id')).map((name) => h('option', { value: name }, name))));
  return [h('label', { for: 'mend-into' }, t('sameAs')), h('div', { class: 'finder' }, select,
    h('button', { type: 'button', class: 'small', id: 'mend-save', click: () => commit(mend.merged(view, annotation, select.value), annotation) }, t('merge')))];
}
