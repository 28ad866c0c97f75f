// @ts-check
/** The related list as a table: one row an article, however often the page printed it. */
import { copyText } from './clipboard.js';
import { csv } from './csv.js';
import { h } from './dom.js';
import { number, t } from './i18n.js';
import { rangeText, chipText } from './times.js';

/** @typedef {import('./model.js').View} View */
/** @typedef {import('./model.js').Annotation} Annotation */
/** @typedef {import('./i18n.js').Key} Key */
/** @typedef {{index: number, headline: string, summary: string, printed: number, stamp: Annotation | undefined}} Row */
/** @typedef {'index' | 'headline' | 'time'} Column */

/** @type {{column: Column, down: boolean}} */
let order = { column: 'index', down: false };

/**
 * @param {View} view
 * @param {(annotation: Annotation) => void} jump
 * @returns {Node[]}
 */
export function relatedView(view, jump) {
  const { document, text, byId } = view;
  if (document.related.length === 0) return [h('p', { class: 'empty' }, t('noRelated'))];
  const slice = (/** @type {{start: number, end: number} | null | undefined} */ range) => (range ? text.slice(range.start, range.end) : '');
  /** @type {Row[]} */
  const rows = document.related.map((related, index) => ({
    index, headline: slice(related.headline), summary: slice(related.summary), printed: 1 + related.duplicates.length,
    stamp: related.stamp ? byId.get(related.stamp) : undefined,
  }));
  const body = h('tbody');
  const head = h('tr');
  const draw = () => {
    body.replaceChildren(...sorted(rows).map((row) => tableRow(row, view, jump)));
    head.replaceChildren(...headings(draw));
  };
  draw();
  const copy = () => void copyText(csv([
    ['#', t('colHeadline'), t('colPhrase'), t('colTime'), t('colFrom'), t('colTo'), t('colSummary'), t('colPrinted')],
    ...sorted(rows).map(({ index, headline, summary, printed, stamp }) => [
      index + 1, headline, stamp?.surface, stamp?.timex && chipText(stamp.timex, document), stamp?.timex?.earliest, stamp?.timex?.latest, summary, printed]),
  ]));
  return [h('div', { class: 'table-tools' }, h('button', { type: 'button', class: 'small', click: copy }, t('copyCsv'))),
    h('div', { class: 'table' }, h('table', {}, h('caption', {}, t('relatedHead', { n: number(rows.length) })), h('thead', {}, head), body))];
}

/** @param {() => void} redraw */
function headings(redraw) {
  /** @type {[Column, Key | null][]} */
  const columns = [['index', null], ['headline', 'colHeadline'], ['time', 'colTime']];
  return columns.map(([column, key]) => {
    const active = order.column === column;
    const sort = () => {
      order = { column, down: active && !order.down };
      redraw();
    };
    return h('th', { scope: 'col', 'aria-sort': active ? (order.down ? 'descending' : 'ascending') : 'none' },
      h('button', { type: 'button', click: sort }, key ? t(key) : '#', active ? h('span', { 'aria-hidden': 'true' }, order.down ? ' ↓' : ' ↑') : null));
  });
}

/** A stamp's place in time; without a clock the sum that it waits for still puts it in order. @param {Row} row */
function moment({ stamp }) {
  const timex = stamp?.timex;
  if (timex?.earliest) return Date.parse(timex.earliest);
  const lengths = /** @type {Record<string, number>} */ ({ second: 1, minute: 60, hour: 3600, day: 86_400, week: 604_800, month: 2_592_000, year: 31_536_000 });
  return (timex?.derivation.steps ?? 0) * (lengths[timex?.derivation.unit ?? ''] ?? 0) * 1000;
}

/** @param {Row[]} rows */
function sorted(rows) {
  const compare = {
    index: (/** @type {Row} */ a, /** @type {Row} */ b) => a.index - b.index,
    headline: (/** @type {Row} */ a, /** @type {Row} */ b) => a.headline.localeCompare(b.headline, 'id'),
    time: (/** @type {Row} */ a, /** @type {Row} */ b) => moment(a) - moment(b),
  }[order.column];
  return [...rows].sort((a, b) => (order.down ? -1 : 1) * compare(a, b));
}

/** @param {Row} row @param {View} view @param {(annotation: Annotation) => void} jump */
function tableRow({ index, headline, summary, printed, stamp }, view, jump) {
  const timex = stamp?.timex;
  const range = timex && rangeText(timex);
  return h('tr', {},
    h('td', { class: 'number' }, String(index + 1)),
    h('td', { lang: 'id' }, h('span', { class: 'row-head' }, headline), summary ? h('span', { class: 'row-more' }, summary) : null,
      printed > 1 ? h('span', { class: 'row-note' }, t('duplicates', { n: printed })) : null),
    h('td', { class: 'when' }, stamp && timex ? h('button', { type: 'button', class: 'link', click: () => jump(stamp) }, stamp.surface) : '–',
      timex ? h('span', { class: 'row-more' }, chipText(timex, view.document)) : null,
      range ? h('span', { class: 'row-note' }, range) : null));
}
