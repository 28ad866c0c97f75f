// @ts-check
/** Lengths of time, recurrences and references without a date, in words. */
import { amount, unitName } from './calendar.js';
import { t } from './i18n.js';

/** @typedef {import('./kinds.js').Timex} Timex */
/** @typedef {import('./i18n.js').Key} Key */

const PERIOD = /^P(?:([\d.]+|X)Y)?(?:([\d.]+|X)M)?(?:([\d.]+|X)W)?(?:([\d.]+|X)D)?(?:T(?:([\d.]+|X)H)?(?:([\d.]+|X)M)?(?:([\d.]+|X)S)?)?$/;
const UNITS = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'];

/** @type {Record<string, Key>} */
const MODIFIERS = {
  APPROX: 'approx', MORE_THAN: 'moreThan', LESS_THAN: 'lessThan', EQUAL_OR_MORE: 'atLeast', EQUAL_OR_LESS: 'atMost',
};
/** @type {Record<string, Key>} */
const REFERENCES = { PAST_REF: 'refPast', PRESENT_REF: 'refPresent', FUTURE_REF: 'refFuture' };

/** @param {string} value `P3Y6M`, `PXD` */
function periodText(value) {
  const counts = PERIOD.exec(value)?.slice(1);
  const parts = counts?.flatMap((count, index) => {
    const unit = UNITS[index] ?? '';
    if (count === undefined) return [];
    return [count === 'X' ? t('several', { unit: unitName(unit) }) : amount(Number(count), unit)];
  });
  return parts?.length ? parts.join(' ') : null;
}

/** A length of time in words; `null` where the value is none. @param {Timex} timex */
export function lengthText({ value, mod, type }) {
  const periods = (value ?? '').split('/').map(periodText);
  if (periods.some((period) => period === null)) return null;
  const words = periods.join(' – ');
  const key = MODIFIERS[mod ?? ''];
  const length = key ? t(key, { t: words }) : words;
  return type === 'SET' ? t('every', { t: length }) : length;
}

/** What a time without an interval says. @param {Timex} timex */
export function wordsOf(timex) {
  const reference = REFERENCES[timex.value ?? ''];
  return reference ? t(reference) : lengthText(timex);
}
