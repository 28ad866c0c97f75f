// @ts-check
/** How a time got its value, in words: the clock, the steps from it, other readings, and what it waits for. */
import * as calendar from './calendar.js';
import { language, t } from './i18n.js';

/** @typedef {import('./kinds.js').Timex} Timex */
/** @typedef {import('./pkg/sorot.js').Document} Document */
/** @typedef {import('./i18n.js').Key} Key */

/** @type {Record<string, Key>} */
const CLOCKS = {
  published: 'clkPublished', captured: 'clkCaptured', teaser: 'clkTeaser', mention: 'clkMention', none: 'clkNone',
};
const INTL_UNITS = new Set(['second', 'minute', 'hour', 'day', 'week', 'month', 'year']);
const FINE_UNITS = new Set(['second', 'minute', 'hour']);

/**
 * `disalin 12.04 − 3 jam`; without the clock's time where that is unknown.
 * @param {Timex} timex
 * @param {Document} document
 */
export function derivationText(timex, document) {
  const { clock, steps, unit, text } = timex.derivation;
  if (clock === 'none' && steps === null) return '';
  const name = t(CLOCKS[clock] ?? 'clkNone');
  const known = calendar.instant(clock === 'published' ? document.published : clock === 'captured' ? document.captured : null);
  const at = known && (FINE_UNITS.has(unit ?? '') ? calendar.clock(known.wall) : calendar.day(known.wall, 'short'));
  const counted = at ? `${name} ${at}` : name;
  if (steps === null) return t('filled', { clock: counted });
  // The engine words its sums in the language of the article; only the clock's own time is missing.
  if (language() === 'id' && text) {
    if (!at || text.includes(at)) return text;
    return text.startsWith(`${name} `) ? text.replace(name, counted) : `${text} (${at})`;
  }
  if (steps === 0) return t('holding', { unit: unit ?? '', clock: counted });
  const count = Math.abs(steps);
  const length = unit && INTL_UNITS.has(unit) ? calendar.amount(count, unit) : `${count} ${unit ?? ''}`.trim();
  return `${counted} ${steps < 0 ? '−' : '+'} ${length}`;
}

/** Why a time has no value. @param {Timex} timex @returns {string} */
export function unresolvedReason({ derivation: { clock }, anchor }) {
  if (clock === 'captured' || anchor === 'captured') return t('needCaptured');
  if (clock === 'published' || anchor === 'published') return t('needPublished');
  if (clock === 'teaser' || anchor === 'teaser') return t('needTeaser');
  return t('vague');
}

/** @type {Record<string, Key>} */
const REASONS = {
  'previous night': 'altNight', 'published year': 'altPublishedYear', 'other year': 'altYear', 'next or last': 'altWeekday',
  'other reckoning of the moon': 'altMoon', century: 'altCentury',
};

/** Another reading of the same words. @param {{value: string, why: string}} alternative */
export function alternativeText({ value, why }) {
  const day = /^\d{4}-\d\d-\d\d$/.test(value) ? calendar.instant(`${value}T00:00Z`) : null;
  return { value: day ? calendar.weekdayDay(day.wall) : value, why: REASONS[why] ? t(REASONS[why]) : why };
}
