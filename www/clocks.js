// @ts-check
/** The clocks panel: shows the two clocks and how they are known, and asks for others. */
import * as calendar from './calendar.js';
import { byId, h } from './dom.js';
import { t } from './i18n.js';

/** @typedef {import('./session.js').Clocks} Clocks */
/** @typedef {import('./model.js').View} View */
/** @typedef {import('./i18n.js').Key} Key */

/** @type {HTMLInputElement} */
const publishedInput = byId('clock-published');
/** @type {HTMLInputElement} */
const capturedInput = byId('clock-captured');
/** @type {HTMLSelectElement} */
const mode = byId('captured-mode');
/** @type {HTMLSelectElement} */
const zone = byId('zone');
const pencil = byId('published-edit');
const reset = byId('published-reset');

/** @type {(change: Partial<Clocks>) => void} */
let change = () => {};
/** @type {View | null} */
let view = null;
/** @type {Clocks | null} */
let clocks = null;

/**
 * @param {object} hooks
 * @param {(change: Partial<Clocks>) => void} hooks.change
 * @param {(start: number, end: number) => void} hooks.reveal shows a place of the text
 */
export function setUp(hooks) {
  change = hooks.change;
  byId('published-source').addEventListener('click', () => {
    const found = view?.document.publishedEvidence;
    if (typeof found?.start === 'number' && typeof found.end === 'number') hooks.reveal(found.start, found.end);
    else pick(true);
  });
}

/** @param {View} nextView @param {Clocks} nextClocks */
export function show(nextView, nextClocks) {
  view = nextView;
  clocks = nextClocks;
  const { published, captured, offset, publishedEvidence } = view.document;
  put('published', published, clocks.published ? t(clocks.by === 'you' ? 'edited' : 'given') : published ? t('detected') : t('unknown'),
    clocks.published || published ? 'ok' : 'warn');
  put('captured', captured, t(badgeKey(clocks)), clocks.mode === 'pasted' ? 'assumed' : clocks.mode === 'unknown' ? 'muted' : 'ok');
  showSource(publishedEvidence, clocks);
  if (document.activeElement !== publishedInput) publishedInput.value = local(published);
  if (document.activeElement !== capturedInput) capturedInput.value = local(captured ?? clocks.other);
  mode.value = clocks.mode;
  byId('captured-pick').toggleAttribute('hidden', clocks.mode !== 'other');
  reset.toggleAttribute('hidden', clocks.published === null);
  showZones(offset, clocks.offset);
  showChecks();
  byId('clocks-line').textContent = [['published', published], ['captured', captured]]
    .map(([key, iso]) => `${t(/** @type {Key} */ (key))} ${moment(iso) ?? t('unknown')}`).join(' · ');
}

/** @param {Clocks} state @returns {Key} */
function badgeKey({ mode, by }) {
  if (mode === 'pasted') return 'assumed';
  if (mode === 'unknown') return 'unknown';
  return by === 'you' ? 'edited' : 'given';
}

/** @param {string | null} iso `10 Jan 2024, 11.25 WIB` */
function moment(iso) {
  const i = calendar.instant(iso);
  return i && `${calendar.day(i.wall, 'short')}, ${calendar.clock(i.wall)} ${calendar.zoneName(i.offset)}`;
}

/** @param {'published' | 'captured'} name @param {string | null} iso @param {string} badge @param {string} tone */
function put(name, iso, badge, tone) {
  const value = byId(`${name}-value`);
  const i = calendar.instant(iso);
  value.replaceChildren(...(i ? [
    h('span', { class: 'clock-day' }, calendar.weekdayDay(i.wall)), ' ',
    h('span', { class: 'clock-time' }, `${calendar.clock(i.wall)} ${calendar.zoneName(i.offset)}`),
  ] : [h('span', { class: 'clock-day' }, t('unknown'))]));
  const box = byId(`${name}-badge`);
  box.textContent = badge;
  box.dataset.tone = tone;
  box.toggleAttribute('hidden', badge === t('unknown') && !i);
}

/** @param {View['document']['publishedEvidence']} evidence @param {Clocks} state */
function showSource(evidence, state) {
  const source = byId('published-source');
  const words = /** @type {Record<string, Key>} */ ({
    dateline: 'srcDateline', updated: 'srcUpdated', attribution: 'srcAttribution', metadata: 'srcMetadata', given: 'srcGiven',
  })[evidence?.source ?? ''] ?? 'srcGiven';
  const key = state.published === null || words !== 'srcGiven' ? words : /** @type {const} */ ({ sample: 'srcSample', page: 'srcMetadata', link: 'srcLink', you: 'srcGiven' })[state.by];
  const missing = !evidence && !state.published;
  source.textContent = t(missing ? 'setPublished' : key);
  source.toggleAttribute('disabled', !missing && typeof evidence?.start !== 'number');
}

/** The value of a `datetime-local` field. @param {string | null} iso */
const local = (iso) => calendar.instant(iso)?.wall.toISOString().slice(0, 16) ?? '';

/** A field's value in the document's zone. @param {HTMLInputElement} input */
const chosen = (input) => (input.value ? `${input.value.slice(0, 16)}${view?.document.offset ?? '+07:00'}` : null);

/** @param {string} offset in force @param {string | null} set by the reader */
function showZones(offset, set) {
  const name = (/** @type {string} */ o) => calendar.zoneName(calendar.zoneMinutes(o));
  const mine = calendar.zoneOffset(calendar.viewerOffset(Date.now()));
  const detected = set === null ? offset : zone.dataset.detected ?? offset;
  zone.dataset.detected = detected;
  const names = [detected, mine].join() + t('zoneAuto');
  if (zone.dataset.names === names) {
    zone.value = set ?? '';
    return;
  }
  zone.dataset.names = names;
  const options = [h('option', { value: '' }, t('zoneAuto', { zone: name(detected) })),
    ...calendar.ZONES.map((o) => h('option', { value: o }, name(o)))];
  if (!calendar.ZONES.includes(mine)) options.push(h('option', { value: mine }, t('zoneMine', { zone: name(mine) })));
  zone.replaceChildren(...options);
  zone.value = set ?? '';
}

/** One line each for what is doubtful; none of them blocks. */
function showChecks() {
  if (!view || !clocks) return;
  const { warnings, published, captured } = view.document;
  const lines = warnings.map((warning) => {
    const place = typeof warning.start === 'number' && typeof warning.end === 'number' ? view?.text.slice(warning.start, warning.end) ?? '' : '';
    const gap = (calendar.instant(captured)?.ms ?? 0) - (calendar.instant(published)?.ms ?? 0);
    /** @type {Record<string, string>} */
    const words = {
      capturedBeforePublished: t('capBefore'),
      publishedLongBeforeCaptured: t('capOld', { d: calendar.span(gap, 'day') }),
      weekdayMismatch: t('weekdayBad', { text: place }),
      dateAfterPublished: t('afterPublished', { text: place }),
      publishedUnknown: t('noPublished'),
    };
    const tone = warning.kind === 'capturedBeforePublished' ? 'error' : 'warn';
    return h('li', { class: tone }, words[warning.kind] ?? warning.message);
  });
  byId('clock-checks').replaceChildren(...lines);
  byId('clocks-box').toggleAttribute('data-doubt', lines.length > 0);
}

/** @param {boolean} open */
function pick(open) {
  byId('published-pick').hidden = !open;
  pencil.setAttribute('aria-expanded', String(open));
  if (open) publishedInput.focus();
}

pencil.addEventListener('click', () => pick(byId('published-pick').hasAttribute('hidden')));
reset.addEventListener('click', () => {
  pick(false);
  change({ published: null });
  pencil.focus();
});
for (const type of ['input', 'change']) {
  publishedInput.addEventListener(type, () => {
    const value = chosen(publishedInput);
    if (value && value !== clocks?.published) change({ published: value, by: 'you' });
  });
  capturedInput.addEventListener(type, () => {
    const value = chosen(capturedInput);
    if (value && (clocks?.mode !== 'other' || value !== clocks.other)) change({ mode: 'other', other: value, by: 'you' });
  });
}
mode.addEventListener('change', () => {
  const next = /** @type {Clocks['mode']} */ (mode.value);
  change({ mode: next, by: 'you', ...(next === 'other' ? { other: chosen(capturedInput) ?? clocks?.pasted ?? null } : {}) });
  if (next === 'other') requestAnimationFrame(() => capturedInput.focus());
});
zone.addEventListener('change', () => change({ offset: zone.value || null }));
