// @ts-check
/** The corrections as a list, the newest first: what each changed, the way back, and those whose words are gone. */
import { h } from './dom.js';
import { number, t } from './i18n.js';
import { annotationOf } from './model.js';
import { locate } from './quote.js';
import * as session from './session.js';

/** @typedef {import('./model.js').View} View */
/** @typedef {import('./model.js').Annotation} Annotation */
/** @typedef {import('./corrections.js').Step} Step */

/**
 * @param {View} view
 * @param {(annotation: Annotation) => void} jump
 * @returns {Node[]}
 */
export function changesView(view, jump) {
  const { steps, lost, canUndo, canRedo } = session.corrections();
  const button = (/** @type {'undo' | 'redo' | 'removeAll'} */ key, /** @type {() => void} */ click, /** @type {boolean} */ enabled) =>
    h('button', { type: 'button', class: 'small', id: `changes-${key}`, disabled: !enabled, click }, t(key));
  const tools = h('div', { class: 'finder' }, button('undo', session.undo, canUndo), button('redo', session.redo, canRedo), button('removeAll', session.clear, steps.length > 0));
  const items = steps.map((step, index) => {
    const place = locate(view.text, step[0].do === 'span' ? step[0].to : step[0].at);
    const target = place && annotationOf(view, place);
    const words = stepText(step);
    return h('li', {},
      target ? h('button', { type: 'button', class: 'entry', click: () => jump(target) }, words) : h('span', { class: 'entry' }, words),
      lost.has(step) ? h('span', { class: 'why' }, t('lostPlace')) : null,
      h('button', { type: 'button', class: 'x', 'aria-label': `${t('takeBack')}: ${words}`, click: () => session.drop(index) }, h('span', { 'aria-hidden': 'true' }, '×')));
  });
  return [tools, steps.length ? h('ol', { class: 'changes' }, ...items.reverse()) : h('p', { class: 'empty' }, t('noChanges')), h('p', { class: 'help' }, t('changesKept'))];
}

/** A step in a line. @param {Step} step @returns {string} */
export function stepText(step) {
  const [op] = step;
  const words = `“${op.at.exact}”${step.length > 1 ? ` (${number(step.length)}×)` : ''}`;
  switch (op.do) {
    case 'kind': return `${words} → ${t(op.kind)}`;
    case 'remove': return `${words}: ${t('removed')}`;
    case 'span': return `${words} → “${op.to.exact}”`;
    case 'value': return `${words} → ${op.value}`;
    case 'clock': return `${words}: ${op.clock ? `${t('anchor')} ${t(op.clock)}` : t('ownClock')}`;
    case 'merge': return `“${op.name}” = “${op.into}”`;
  }
}
