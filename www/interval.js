// @ts-check
/** The interval that a TIMEX3 value names, for values that the reader chose. Pure. */
import { at, instant, isoOf, zoneMinutes } from './calendar.js';

/** @typedef {{earliest: string | null, latest: string | null, granularity: string | null}} Interval */

/** @type {Interval} */
const NONE = { earliest: null, latest: null, granularity: null };
const DAY = 86_400_000;

/**
 * @param {string | null} value `2024-05-14`, `2024-05-14T09:30`, `2024-W20`, `2024-Q2`, `2024`, …
 * @param {string} offset `+07:00`
 * @returns {Interval} empty where the value names no interval
 */
export function intervalOf(value, offset) {
  const parts = /^(\d{3,4})(?:-(?:W(\d\d)|Q([1-4])|H([12])|(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d)(?::\d\d)?)?(Z|[+-]\d\d:\d\d)?|T[A-Z]{2})?)?))?$/.exec(value ?? '');
  if (!parts) return NONE;
  const [, y, week, quarter, half, month, day, hour, minute, zone] = parts;
  const year = Number(y);
  if (y.length === 3) return of('decade', date(year * 10, 0), date(year * 10 + 10, 0), offset);
  if (week) {
    const monday = firstMonday(year) + (Number(week) - 1) * 7 * DAY;
    return of('week', monday, monday + 7 * DAY, offset);
  }
  if (quarter) return of('quarter', date(year, Number(quarter) * 3 - 3), date(year, Number(quarter) * 3), offset);
  if (half) return of('half', date(year, Number(half) * 6 - 6), date(year, Number(half) * 6), offset);
  if (!month) return of('year', date(year, 0), date(year + 1, 0), offset);
  const m = Number(month) - 1;
  if (m > 11) return NONE;
  if (!day) return of('month', date(year, m), date(year, m + 1), offset);
  const midnight = date(year, m, Number(day));
  if (new Date(midnight).getUTCDate() !== Number(day)) return NONE;
  if (!hour) return of('day', midnight, midnight + DAY, offset);
  const start = midnight + Number(hour) * 3_600_000 + Number(minute ?? 0) * 60_000;
  return of(minute ? 'minute' : 'hour', start, start + (minute ? 60_000 : 3_600_000), zone ?? offset);
}

/** Wall clock milliseconds. @param {number} year @param {number} month from 0 @param {number} [day] */
function date(year, month, day = 1) {
  const wall = new Date(0);
  wall.setUTCFullYear(year, month, day);
  return wall.getTime();
}

/** Of an ISO year. @param {number} year */
function firstMonday(year) {
  const fourth = date(year, 0, 4);
  return fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY;
}

/** @param {string} granularity @param {number} from wall clock @param {number} to @param {string} zone @returns {Interval} */
function of(granularity, from, to, zone) {
  const offset = zoneMinutes(zone);
  const iso = (/** @type {number} */ wall) => isoOf(at(wall - offset * 60_000, offset));
  return instant(iso(from)) && instant(iso(to)) ? { earliest: iso(from), latest: iso(to), granularity } : NONE;
}
