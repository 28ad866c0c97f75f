// @ts-check
/** The index: every name of the article by kind, with its mentions one press away. */
import { firstRows } from './buttons.js';
import { h } from './dom.js';
import { locale, number, t } from './i18n.js';
import { KINDS } from './kinds.js';
import { say } from './status.js';

/** @typedef {import('./model.js').View} View */
/** @typedef {import('./model.js').Name} Name */
/** @typedef {import('./model.js').Annotation} Annotation */
/** @typedef {'count' | 'first' | 'name'} Order */

/** @type {Record<Order, (a: Name, b: Name) => number>} */
const ORDERS = {
  count: (a, b) => b.mentions.length - a.mentions.length || a.mentions[0].start - b.mentions[0].start,
  first: (a, b) => a.mentions[0].start - b.mentions[0].start,
  name: (a, b) => a.name.localeCompare(b.name, locale()),
};

/** @type {Order} */
let order = 'count';
let wanted = '';
/** Which mention a name was last followed to. @type {WeakMap<Name, number>} */
const visited = new WeakMap();

/**
 * @param {View} view
 * @param {(annotation: Annotation) => void} jump
 * @returns {Node[]}
 */
export function indexView(view, jump) {
  if (view.names.size === 0) return [h('p', { class: 'empty' }, t('noNames'))];
  const results = h('div', { class: 'results' });
  const draw = () => results.replaceChildren(...lists(view, jump));
  const filter = /** @type {HTMLInputElement} */ (h('input', {
    type: 'search', value: wanted, placeholder: t('filterNames'), 'aria-label': t('filterNames'),
    input: () => { wanted = filter.value; draw(); },
  }));
  const sort = /** @type {HTMLSelectElement} */ (h('select', {
    'aria-label': t('sort'), change: () => { order = /** @type {Order} */ (sort.value); draw(); },
  }, h('option', { value: 'count' }, t('sortCount')), h('option', { value: 'first' }, t('sortFirst')), h('option', { value: 'name' }, t('sortName'))));
  sort.value = order;
  draw();
  return [h('div', { class: 'finder' }, filter, sort), results];
}

/** @param {View} view @param {(annotation: Annotation) => void} jump */
function lists(view, jump) {
  const needle = wanted.trim().toLocaleLowerCase('id');
  const fits = (/** @type {Name} */ name) =>
    [name.name, ...name.surfaces.keys()].some((form) => form.toLocaleLowerCase('id').includes(needle));
  const names = [...view.names.values()].filter(fits).sort(ORDERS[order]);
  if (names.length === 0) return [h('p', { class: 'empty' }, t('noMatch'))];
  return KINDS.flatMap(({ kind, glyph }) => {
    const own = names.filter((name) => name.kind === kind);
    if (own.length === 0) return [];
    return [
      h('h3', { class: 'group', 'data-kind': kind }, h('span', { class: 'glyph', 'aria-hidden': 'true' }, glyph), t(kind), h('span', { class: 'count' }, number(own.length))),
      h('ul', { class: 'names' }, ...firstRows(own.map((name) => () => h('li', {}, entry(name, jump))))),
    ];
  });
}

/** @param {Name} name @param {(annotation: Annotation) => void} jump */
function entry(name, jump) {
  const n = name.mentions.length;
  const follow = () => {
    const i = visited.has(name) ? ((visited.get(name) ?? 0) + 1) % n : 0;
    visited.set(name, i);
    jump(name.mentions[i]);
    say(t('jumpMention', { name: name.name, i: i + 1, n }));
  };
  return h('button', { type: 'button', class: 'entry', click: follow },
    h('span', { class: 'entry-name', lang: 'id' }, name.name, name.roles.length ? h('span', { class: 'entry-role' }, name.roles[0]) : null),
    h('span', { class: 'count' }, number(n)));
}
