// @ts-check
/** The one place that puts a resolved time into words; never finer than its source. */
import * as calendar from './calendar.js';
import { derivationText } from './derivation.js';
import { t } from './i18n.js';

/** @typedef {import('./kinds.js').Timex} Timex */
/** @typedef {import('./pkg/sorot.js').Document} Document */
/** @typedef {calendar.Instant} Instant */

const DAY = 86_400_000;
const CLOCKED = new Set(['second', 'minute', 'hour', 'part']);

/** @param {Timex} timex */
function interval(timex) {
  return { from: calendar.instant(timex.earliest), to: calendar.instant(timex.latest) };
}

/** The last day that an exclusive end still touches. @param {Instant} end */
const lastDay = (end) => new Date(Math.floor((end.wall.getTime() - 1) / DAY) * DAY);

/** @param {Date} wall */
const midnight = (wall) => new Date(Math.floor(wall.getTime() / DAY) * DAY);

/** The instant that a TIMEX3 value names, where it has a clock. @param {Timex} timex @param {Instant} near */
function pointOf(timex, near) {
  const parts = /^(\d{4}-\d\d-\d\d)T(\d\d)(?::(\d\d))?(?::\d\d)?(Z|[+-]\d\d:\d\d)?$/.exec(timex.value ?? '');
  if (!parts) return null;
  const [, date, hour, minute = '00', zone] = parts;
  // 24:00 is the midnight that ends the day.
  const start = calendar.instant(`${date}T00:00${zone ?? calendar.zoneOffset(near.offset)}`);
  return start && calendar.at(start.ms + (Number(hour) * 60 + Number(minute)) * 60_000, start.offset);
}

/** A clock time that may be this wrong is known to the hour. */
const HOURLY_MS = 45 * 60_000;

/**
 * How exactly a point of the clock is known. An hour that was counted ("3 jam lalu") is shown as a whole one; a clock
 * that was written ("sekitar pukul 23.30") keeps its minutes.
 * @param {Timex} timex
 * @param {Instant} from
 * @param {Instant} to
 * @returns {'hour' | 'about' | 'exact'}
 */
function exactness(timex, from, to) {
  const width = to.ms - from.ms;
  if (width > HOURLY_MS && timex.derivation?.unit === 'hour') return 'hour';
  return width > 60_000 ? 'about' : 'exact';
}

/** The whole hour inside the interval. @param {Instant} point @param {Instant | null} from @param {Instant | null} to */
function wholeHour(point, from, to) {
  const hour = 3_600_000;
  const last = to ? Math.floor(to.wall.getTime() / hour) * hour : 0;
  const inside = from && to && last >= from.wall.getTime();
  return new Date(inside ? last : Math.round(point.wall.getTime() / hour) * hour);
}

/**
 * The value in words, as fine as the source and not finer; `null` where there is none to show.
 * @param {Timex} timex
 * @param {calendar.Width} width
 * @returns {string | null}
 */
export function valueText(timex, width) {
  const { from, to } = interval(timex);
  if (!from && !to) return null;
  if (!from || !to) return openText(timex, from ?? to, from ? 'openEnd' : 'openStart', width);
  const zone = calendar.zoneName(from.offset);
  const date = (/** @type {Date} */ wall) => (width === 'long' ? calendar.weekdayDay(wall) : calendar.day(wall, width));
  switch (timex.granularity) {
    case 'second':
    case 'minute':
    case 'hour': {
      if (timex.value?.includes('/')) break;
      const point = pointOf(timex, from) ?? from;
      const named = calendar.zoneName(point.offset);
      const known = exactness(timex, from, to);
      if (known === 'exact') return `${date(point.wall)}, ${calendar.clock(point.wall)} ${named}`;
      const hour = known === 'hour' ? wholeHour(point, from, to) : point.wall;
      return `${date(hour)} ±${calendar.clock(hour)} ${named}`;
    }
    case 'part': return `${date(from.wall)}, ${clockRange(from, to)} ${zone}`;
    case 'day': {
      const named = /^\d{4}-\d\d-\d\d$/.test(timex.value ?? '') ? calendar.instant(`${timex.value}T00:00Z`) : null;
      if (named) return date(named.wall);
      break;
    }
    case 'month':
      if (!timex.mod) return calendar.monthRange(from.wall, lastDay(to), width);
      break;
    case 'quarter':
    case 'half': return calendar.monthRange(from.wall, lastDay(to), width);
    case 'year':
    case 'decade':
    case 'century': return timex.mod ? calendar.monthRange(from.wall, lastDay(to), width) : years(from, to);
  }
  return to.ms - from.ms < DAY ? clockSpan(from, to) : calendar.dayRange(midnight(from.wall), lastDay(to), width);
}

/** @param {Instant} from @param {Instant} to */
function years(from, to) {
  const first = from.wall.getUTCFullYear();
  const last = lastDay(to).getUTCFullYear();
  return first === last ? String(first) : `${first}–${last}`;
}

/**
 * @param {Timex} timex
 * @param {Instant | null} edge
 * @param {'openEnd' | 'openStart'} key
 * @param {calendar.Width} width
 */
function openText(timex, edge, key, width) {
  if (!edge) return null;
  const wall = key === 'openStart' && edge.wall.getTime() % DAY === 0 ? lastDay(edge) : edge.wall;
  const hours = CLOCKED.has(timex.granularity ?? '');
  const text = hours ? `${calendar.day(wall, width)}, ${calendar.clock(wall)} ${calendar.zoneName(edge.offset)}` : calendar.day(wall, width);
  return t(key, { t: text });
}

/** `18.00–24.00`. @param {Instant} from @param {Instant} to */
function clockRange(from, to) {
  const end = calendar.clock(to.wall);
  const midnightEnd = to.wall.getTime() % DAY === 0 && to.ms > from.ms;
  return `${calendar.clock(from.wall)}–${midnightEnd ? end.replace(/^00/, '24') : end}`;
}

/** Two clocks, with their days where they differ. @param {Instant} from @param {Instant} to */
function clockSpan(from, to) {
  const zone = calendar.zoneName(from.offset);
  const edge = (/** @type {Instant} */ i) => `${calendar.day(i.wall, 'short')}, ${calendar.clock(i.wall)}`;
  return midnight(from.wall).getTime() === lastDay(to).getTime()
    ? `${clockRange(from, to)} ${zone}` : `${edge(from)} – ${edge(to)} ${zone}`;
}

/** The interval in words, where it says more than the value. @param {Timex} timex */
export function rangeText(timex) {
  const { from, to } = interval(timex);
  if (!from || !to) return null;
  const whole = from.wall.getTime() % DAY === 0 && to.wall.getTime() % DAY === 0;
  if (!whole) return to.ms - from.ms <= 60_000 ? null : clockSpan(from, to);
  if (to.ms - from.ms <= DAY) return null;
  return calendar.dayRange(from.wall, lastDay(to), 'short', to.ms - from.ms <= 15 * DAY);
}

/** The same moment in the reader's zone, where that differs. @param {Timex} timex */
export function viewerText(timex) {
  const { from, to } = interval(timex);
  if (!from || !to || !CLOCKED.has(timex.granularity ?? '')) return null;
  const point = pointOf(timex, from) ?? from;
  const offset = calendar.viewerOffset(point.ms);
  if (offset === point.offset) return null;
  const here = (/** @type {Instant} */ i) => calendar.at(i.ms, offset);
  const known = exactness(timex, from, to);
  const shown = known === 'hour' ? wholeHour(here(point), here(from), here(to)) : here(point).wall;
  return `${calendar.day(shown, 'short')}${known === 'exact' ? ', ' : ' ±'}${calendar.clock(shown)} ${calendar.zoneName(offset)}`;
}

/** What the text shows after a time: its value, or the sum that waits for its clock. @param {Timex} timex @param {Document} document */
export function chipText(timex, document) {
  const value = valueText(timex, 'short');
  if (value) return value;
  if (timex.value || timex.type === 'SET') return null;
  return derivationText(timex, document) || '?';
}

/**
 * How far a time lies from publication and from now.
 * @param {Timex} timex
 * @param {Document} document
 */
export function distances(timex, document) {
  const { from, to } = interval(timex);
  const point = from && (pointOf(timex, from) ?? from);
  if (!from || !to || !point) return { published: null, now: null };
  const fine = CLOCKED.has(timex.granularity ?? '');
  const published = calendar.instant(document.published);
  const days = (/** @type {Instant} */ a, /** @type {Instant} */ b) => midnight(a.wall).getTime() - midnight(b.wall).getTime();
  /** @type {string | null} */
  let beside = null;
  if (published) {
    const gap = fine ? point.ms - published.ms : days(point, published);
    const holds = published.ms >= from.ms && published.ms < to.ms;
    if (gap === 0 || (holds && to.ms - from.ms <= DAY)) beside = t(fine ? 'samePub' : 'sameDay');
    else if (!holds) {
      const nearest = gap > 0 || fine ? gap : days(calendar.at(to.ms - 1, to.offset), published);
      beside = t(gap < 0 ? 'beforePub' : 'afterPub', { d: calendar.span(nearest, fine ? 'minute' : 'day') });
    }
  }
  const gone = Date.now() - point.ms;
  const now = Math.abs(gone) < DAY && !fine ? t('today') : t(gone >= 0 ? 'ago' : 'ahead', { d: calendar.span(gone, 'minute') });
  return { published: beside, now };
}

/** For `<time datetime>`: what HTML allows of the value. @param {Timex} timex */
export function datetimeAttribute(timex) {
  const value = timex.value ?? '';
  if (/^\d{4}(-\d\d){0,2}$|^\d{4}-W\d\d$|^P[\dTYMWDHS.]+$/.test(value)) return value;
  const clocked = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?$/.test(value);
  const zone = timex.earliest?.slice(-6) ?? '';
  if (clocked) return /(Z|[+-]\d\d:\d\d)$/.test(value) ? value : value + (/^[+-]/.test(zone) ? zone : '');
  return timex.earliest?.slice(0, 10) ?? '';
}
