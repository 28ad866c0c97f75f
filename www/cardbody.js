// @ts-check
/** What a card says of an annotation. Pure: makes elements, opens nothing. */
import * as calendar from './calendar.js';
import { h } from './dom.js';
import { locale, number, t } from './i18n.js';
import { glyph, isTime } from './kinds.js';
import { excerpt, nameKey } from './model.js';
import { mendParts } from './cardmend.js';
import { meaning } from './mend.js';
import { alternativeText, derivationText, unresolvedReason } from './derivation.js';
import { lengthText, wordsOf } from './durations.js';
import { distances, rangeText, valueText, viewerText } from './times.js';

/** @typedef {import('./model.js').Annotation} Annotation */
/** @typedef {import('./model.js').View} View */
/** @typedef {import('./i18n.js').Key} Key */
/**
 * @typedef {object} Actions
 * @property {(to: Annotation, by: 1 | -1) => void} step goes to the next or previous of a row
 * @property {(text: string) => void} copy
 * @property {(annotation: Annotation, anchor: 'published' | 'captured' | null) => void} setAnchor `null`: its own again
 * @property {() => Annotation[]} visible those that are not filtered out
 * @property {import('./cardmend.js').Mending} mending
 */

/**
 * @param {Annotation} annotation
 * @param {View} view
 * @param {Actions} actions
 */
export function cardBody(annotation, view, actions) {
  const parts = annotation.timex ? timeParts(annotation, view, actions)
    : annotation.kind === 'QTY' ? amountParts(annotation) : nameParts(annotation, view);
  return [
    h('div', { class: 'card-head' },
      h('span', { class: 'badge', 'data-kind': annotation.kind },
        h('span', { class: 'glyph', 'aria-hidden': 'true' }, glyph(annotation.kind)), kindName(annotation)),
      h('span', { class: 'phrase', lang: 'id' }, `“${short(annotation.surface)}”`)),
    ...parts,
    covered(annotation, view),
    footer(annotation, view, actions),
    mendParts(annotation, view, actions.mending),
  ].filter((part) => part !== null);
}

/** @param {string} text */
const short = (text) => (text.length > 80 ? `${text.slice(0, 79)}…` : text).replace(/\s+/g, ' ');

/** The kind in words, as fine as the engine tells it. @param {Annotation} annotation */
export function kindName({ kind, entity, timex }) {
  if (timex?.type === 'SET') return t('kSET');
  return entity ? t(/** @type {Key} */ (`k${entity.kind}`)) : t(kind);
}

/** The headline of a card in one line: also what is announced. @param {Annotation} annotation @param {View} view */
export function valueLine(annotation, view) {
  const { timex, entity } = annotation;
  if (timex) return valueText(timex, 'long') ?? waiting(annotation, view);
  if (annotation.kind === 'QTY') return amountText(annotation) ?? annotation.surface;
  return entity?.entity ?? annotation.surface;
}

/** @param {Annotation} annotation @param {View} view */
function waiting({ timex }, view) {
  if (!timex) return '';
  if (timex.value) return wordsOf(timex) ?? timex.value;
  return derivationText(timex, view.document) || t('unresolved');
}

/** @param {string} text */
const title = (text) => h('p', { id: 'card-title', class: 'card-value' }, unbroken(text));

/** A date and a clock each stay on one line. @param {string} text */
const unbroken = (text) => text.replace(/(\d) (\p{L}+) (\d{4})/gu, '$1\u00a0$2\u00a0$3').replace(/(\d) (W|UTC)/g, '$1\u00a0$2');

/** Term and description rows; those without a description are left out. @param {[Key, string | Node | null | undefined][]} rows */
function facts(rows) {
  const list = h('dl', { class: 'facts' });
  for (const [key, value] of rows) {
    if (value) list.append(h('div', {}, h('dt', {}, t(key)), h('dd', {}, value)));
  }
  return list.childElementCount ? list : null;
}

/** @param {Annotation} annotation @param {View} view @param {Actions} actions */
function timeParts(annotation, view, actions) {
  const timex = /** @type {import('./kinds.js').Timex} */ (annotation.timex);
  const { document } = view;
  const resolved = valueText(timex, 'long') !== null;
  const gap = distances(timex, document);
  const derivation = derivationText(timex, document);
  const relative = timex.anchor !== 'none';
  return [
    title(valueLine(annotation, view)),
    resolved || timex.value ? null : h('p', { class: 'why' }, `${t('unresolved')}: ${unresolvedReason(timex)}.`),
    facts([
      ['length', resolved ? lengthText(timex) : null],
      ['rangeLabel', rangeText(timex)],
      ['weekday', weekdayCheck(annotation, view)],
      ['derivation', timex.provenance === 'user' && !timex.was ? t('byReader') : relative ? derivation : timex.type === 'DATE' || timex.type === 'TIME' ? t('written') : null],
      ['anchor', relative ? anchorChoice(annotation, actions) ?? anchorText(annotation, view) : null],
      ['local', viewerText(timex)],
      ['distance', gap.published],
      ['now', gap.now],
      ['timex', timex.value ? code([timex.value, timex.mod, timex.quant, timex.freq]) : null],
    ]),
    alternatives(annotation, view, actions),
    doubt(timex.value || timex.type === 'SET' ? timex.confidence : 1),
  ];
}

/** Whether the day of the week that is written is the one of the date. @param {Annotation} annotation @param {View} view */
function weekdayCheck({ surface, timex, start, end }, { document }) {
  if (timex?.granularity !== 'day') return null;
  if (document.warnings.some((warning) => warning.kind === 'weekdayMismatch' && (warning.start ?? end) < end && start < (warning.end ?? start))) {
    return h('span', { class: 'why' }, t('weekdayBad', { text: surface }));
  }
  const day = calendar.instant(timex.earliest);
  const name = day && calendar.weekdayName(day.wall);
  return name && surface.toLocaleLowerCase('id').includes(name.toLocaleLowerCase('id')) ? t('weekdayFits', { day: name }) : null;
}

/** @param {(string | null | undefined)[]} parts */
const code = (parts) => h('code', {}, parts.filter(Boolean).join(' · '));

/** @type {Record<string, Key>} */
const ANCHORS = { published: 'published', captured: 'captured', teaser: 'clkTeaser', event: 'clkEvent' };

/** @param {Annotation} annotation @param {View} view */
function anchorText({ timex }, view) {
  const anchor = timex?.anchor ?? 'none';
  if (!anchor.startsWith('mention:')) return ANCHORS[anchor] ? t(ANCHORS[anchor]) : null;
  const earlier = view.byId.get(anchor.slice('mention:'.length));
  return earlier ? `“${earlier.surface}”` : t('clkMention');
}

/** Counts from one of the two clocks, so it could count from the other one. @param {Annotation} annotation @param {Actions} actions */
function anchorChoice(annotation, { setAnchor }) {
  const { anchor = '', was = anchor } = annotation.timex ?? {};
  const clocks = /** @type {const} */ (['published', 'captured']);
  if (!clocks.some((clock) => clock === was)) return null;
  const pick = (/** @type {Event} */ { target }) => {
    const chosen = clocks.find((clock) => clock === /** @type {HTMLSelectElement} */ (target).value);
    setAnchor(annotation, chosen && chosen !== was ? chosen : null);
  };
  return h('span', { class: 'anchor' },
    h('select', { id: 'card-anchor', 'aria-label': t('anchor'), change: pick },
      ...clocks.map((clock) => h('option', { value: clock, selected: clock === anchor }, t(clock)))),
    anchor === was ? null : h('span', { class: 'state', 'data-tone': 'warn' }, t('edited')));
}

/** Other readings, each of which becomes the value when it is pressed. @param {Annotation} annotation @param {View} view @param {Actions} actions */
function alternatives(annotation, view, { mending }) {
  const { timex } = annotation;
  if (!timex?.alternatives.length) return null;
  return h('div', { class: 'more' }, h('h3', {}, t('alternatives')),
    h('ul', {}, ...timex.alternatives.map((alternative) => {
      const { value, why } = alternativeText(alternative);
      const pick = () => mending.commit(meaning(view, annotation, alternative.value), annotation);
      return h('li', {}, h('button', { type: 'button', class: 'link', click: pick }, value), why ? h('span', { class: 'muted' }, ` · ${why}`) : null);
    })));
}

/** @param {number} confidence */
const doubt = (confidence) =>
  (confidence < 0.5 ? h('p', { class: 'why' }, t('lowConfidence', { p: Math.round(confidence * 100) })) : null);

/** @param {Annotation} annotation @param {View} view */
function nameParts(annotation, view) {
  const name = view.names.get(nameKey(annotation));
  const entity = annotation.entity;
  const mentions = name?.mentions ?? [annotation];
  const first = mentions[0];
  const others = [...(name?.surfaces ?? [])].filter(([surface]) => surface !== name?.name);
  /** @type {Record<string, Key>} */
  const uses = { place: 'usePlace', actor: 'useActor', modifier: 'useModifier' };
  const use = entity?.use ? uses[entity.use] : undefined;
  return [
    title(name?.name ?? annotation.surface),
    facts([
      ['used', use ? t(use) : null],
      ['role', name?.roles.length ? h('span', { lang: 'id' }, name.roles.join(' · ')) : null],
      ['aliases', others.length ? h('span', { lang: 'id' }, others.map(([surface, n]) => `${surface} (${n})`).join(' · ')) : null],
      ['firstMention', first !== annotation ? quote(first, view) : null],
    ]),
    doubt(entity?.confidence ?? 1),
  ];
}

/** @param {Annotation} annotation @param {View} view */
function quote(annotation, view) {
  const { before, after } = excerpt(view.text, annotation, 48);
  return h('q', { lang: 'id' }, before, h('b', {}, annotation.surface), after);
}

/** To the other mentions of a name, or the others of a kind. @param {Annotation} annotation @param {View} view @param {Actions} actions */
function stepper(annotation, view, actions) {
  const named = annotation.entity && annotation.kind !== 'QTY';
  const row = named ? view.names.get(nameKey(annotation))?.mentions ?? [] : actions.visible().filter(({ kind }) => kind === annotation.kind);
  const n = row.length;
  const index = row.indexOf(annotation);
  if (n < 2 || index < 0) return null;
  const button = (/** @type {1 | -1} */ by, /** @type {Key} */ label, /** @type {string} */ sign) =>
    h('button', { type: 'button', class: 'square', 'data-step': by, 'aria-label': t(label), click: () => actions.step(row[(index + by + n) % n], by) },
      h('span', { 'aria-hidden': 'true' }, sign));
  return h('div', { class: 'stepper' },
    button(-1, named ? 'prevMention' : 'prev', '‹'),
    h('span', {}, t(named ? 'mentionOf' : 'ofAll', { i: index + 1, n })),
    button(1, named ? 'nextMention' : 'next', '›'));
}

/** @param {Annotation} annotation */
function amountText({ entity }) {
  if (entity?.value === null || entity?.value === undefined) return null;
  if (entity.currency) {
    const fraction = Number.isInteger(entity.value) ? 0 : 2;
    return new Intl.NumberFormat(locale(), {
      style: 'currency', currency: entity.currency, minimumFractionDigits: fraction, maximumFractionDigits: fraction,
    }).format(entity.value);
  }
  return `${number(entity.value)}${entity.unit ? ` ${entity.unit}` : ''}`;
}

/** @param {Annotation} annotation */
function amountParts(annotation) {
  const { entity } = annotation;
  return [
    title(amountText(annotation) ?? annotation.surface),
    facts([['unit', entity?.unit], ['currency', entity?.currency ? h('code', {}, entity.currency) : null]]),
    doubt(entity?.confidence ?? 1),
  ];
}

/** Names inside this one, and times or names that it hides. @param {Annotation} annotation @param {View} view */
function covered(annotation, view) {
  const nested = (annotation.entity?.nested ?? []).map(({ start, end, kind }) =>
    `${view.text.slice(start, end)} (${t(/** @type {Key} */ (`k${kind}`))})`);
  const hidden = annotation.covered.map((other) =>
    `${other.surface} (${kindName(other)}${isTime(other.kind) ? `: ${valueLine(other, view)}` : ''})`);
  const all = [...nested, ...hidden];
  return all.length ? facts([['inside', all.join(' · ')]]) : null;
}

const SITES = /** @type {const} */ ([
  ['Wikipedia', 'https://id.wikipedia.org/w/index.php?search='],
  ['Wikidata', 'https://www.wikidata.org/w/index.php?search='],
  ['Google', 'https://www.google.com/search?q='],
]);

/** @param {Annotation} annotation @param {View} view @param {Actions} actions */
function footer(annotation, view, actions) {
  const named = annotation.entity && annotation.kind !== 'QTY';
  const query = encodeURIComponent(annotation.entity?.entity ?? '');
  const links = named ? SITES.map(([site, url]) =>
    h('a', { href: url + query, target: '_blank', rel: 'noreferrer noopener', 'aria-label': `${t('searchIn')} ${site} (${t('searchOut')})` }, site, h('span', { 'aria-hidden': 'true' }, ' ↗'))) : [];
  return h('div', { class: 'card-foot' },
    stepper(annotation, view, actions),
    h('button', { type: 'button', class: 'small', click: () => actions.copy(valueLine(annotation, view)) }, t('copy')),
    links.length ? h('span', { class: 'links' }, h('span', { class: 'muted' }, t('searchIn')), ...links) : null);
}
