// @ts-check
/** The timeline: resolved times in order, with the clocks among them; above it a strip that shows their distances. */
import * as calendar from './calendar.js';
import { firstRows } from './buttons.js';
import { h } from './dom.js';
import { t } from './i18n.js';
import { isTime } from './kinds.js';
import { excerpt } from './model.js';
import { strip } from './strip.js';
import { chipText, valueText } from './times.js';

/** @typedef {import('./model.js').View} View */
/** @typedef {import('./model.js').Annotation} Annotation */

/**
 * @param {View} view
 * @param {(annotation: Annotation) => void} jump
 * @returns {Node[]}
 */
export function timelineView(view, jump) {
  const repeated = view.document.related.flatMap(({ duplicates }) => duplicates);
  const isRepeated = (/** @type {Annotation} */ a) => repeated.some(({ start, end }) => start <= a.start && a.end <= end);
  const times = view.flat.filter((a) => isTime(a.kind) && a.timex && !isRepeated(a));
  const placed = times.flatMap((annotation) => {
    const from = calendar.instant(annotation.timex?.earliest);
    const to = calendar.instant(annotation.timex?.latest);
    return from ? [{ ms: from.ms, to: to?.ms ?? from.ms, annotation }] : [];
  });
  const rows = [
    ...placed.map(({ ms, annotation }) => ({ ms, row: () => entry(annotation, view, jump) })),
    ...clockRows(view),
  ].sort((a, b) => a.ms - b.ms);
  const waiting = times.filter(({ timex }) => timex && !timex.value && !timex.earliest && timex.type !== 'SET');
  const anchor = calendar.instant(view.document.published) ?? calendar.instant(view.document.captured);
  return [
    placed.length && anchor ? strip(placed.map(({ ms, to, annotation }) => ({ from: ms, to, kind: annotation.kind })), anchor.ms) : null,
    placed.length === 0 ? h('p', { class: 'empty' }, t('noTimes')) : null,
    h('ol', { class: 'timeline' }, ...firstRows(rows.map(({ row }) => row))),
    waiting.length ? h('h3', { class: 'group' }, t('unresolvedTimes')) : null,
    waiting.length ? h('ol', { class: 'timeline' }, ...firstRows(waiting.map((annotation) => () => entry(annotation, view, jump)))) : null,
  ].filter((node) => node !== null);
}

/** @param {View} view */
function clockRows({ document }) {
  const { published, captured } = document;
  const known = /** @type {const} */ ([['published', calendar.instant(published)], ['captured', calendar.instant(captured)], ['nowRow', calendar.present()]]);
  return known.flatMap(([key, i]) => (i ? [{
    ms: i.ms,
    row: () => h('li', { class: 'clock-row' }, h('span', { class: 'tick' }, t(key)),
      h('span', {}, `${calendar.day(i.wall, 'short')}, ${calendar.clock(i.wall)} ${calendar.zoneName(i.offset)}`)),
  }] : []));
}

/** What a time stands in, where that is not the body. @type {Record<string, import('./i18n.js').Key>} */
const ZONES = {
  headline: 'colHeadline', published: 'published', updated: 'updatedBadge', caption: 'caption', teaserHeadline: 'related',
  teaserStamp: 'related', teaserSummary: 'related',
};

/** @param {Annotation} annotation @param {View} view @param {(annotation: Annotation) => void} jump */
function entry(annotation, view, jump) {
  const timex = /** @type {import('./kinds.js').Timex} */ (annotation.timex);
  const teaser = view.document.related.find(({ stamp }) => stamp === annotation.id);
  const zone = view.document.zones.find(({ start, end }) => start <= annotation.start && annotation.end <= end)?.kind ?? '';
  const badge = ZONES[zone];
  const { before, after } = excerpt(view.text, annotation, 44);
  return h('li', { 'data-kind': annotation.kind },
    h('button', { type: 'button', class: 'entry', click: () => jump(annotation) },
      h('span', { class: 'entry-when' }, valueText(timex, 'short') ?? chipText(timex, view.document) ?? annotation.surface,
        badge ? h('span', { class: 'state' }, t(badge)) : null),
      h('span', { class: 'entry-text', lang: 'id' }, before, h('b', {}, annotation.surface), after,
        teaser ? ` · ${view.text.slice(teaser.headline.start, teaser.headline.end)}` : null)));
}
