// @ts-check
/** Instants as results write them, and their words in the language of the interface. Knows nothing of annotations. */
import { locale } from './i18n.js';

/**
 * An instant with the wall clock of the offset it was written in.
 * @typedef {object} Instant
 * @property {number} ms since 1970, UTC
 * @property {Date} wall its wall clock, to be read in UTC
 * @property {number} offset minutes east of UTC
 */

/** The zones a reader can choose: WIB, WITA, WIT, UTC. */
export const ZONES = ['+07:00', '+08:00', '+09:00', '+00:00'];

/**
 * @param {string | null | undefined} iso `2024-01-10T11:25+07:00`
 * @returns {Instant | null}
 */
export function instant(iso) {
  const parts = /^(-?\d{4,6})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?(?:[.,]\d+)?(Z|[+-]\d\d:?\d\d)$/.exec(iso ?? '');
  if (!parts) return null;
  const [, y, mo, d, h, mi, s = '0', zone] = parts;
  const wall = new Date(0);
  wall.setUTCFullYear(Number(y), Number(mo) - 1, Number(d));
  wall.setUTCHours(Number(h), Number(mi), Number(s));
  const offset = zoneMinutes(zone);
  return { ms: wall.getTime() - offset * 60_000, wall, offset };
}

/** @param {string} zone `Z`, `+07:00` */
export function zoneMinutes(zone) {
  const parts = /^([+-])(\d\d):?(\d\d)$/.exec(zone);
  return parts ? (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3])) : 0;
}

/** @param {number} minutes */
export function zoneOffset(minutes) {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

const pad = (/** @type {number} */ n) => String(n).padStart(2, '0');

/**
 * @param {number} ms
 * @param {number} offset minutes
 * @returns {Instant}
 */
export const at = (ms, offset) => ({ ms, wall: new Date(ms + offset * 60_000), offset });

/** @param {Instant} t as results write it */
export const isoOf = ({ wall, offset }) => `${wall.toISOString().slice(0, 16)}${zoneOffset(offset)}`;

/** The moment it is now, in the reader's zone. */
export const present = () => at(Date.now(), -new Date().getTimezoneOffset());

/** The offset of the reader's zone at that moment, in minutes. @param {number} ms */
export const viewerOffset = (ms) => -new Date(ms).getTimezoneOffset();

/** @type {Record<number, string>} */
const NAMED_ZONES = { 420: 'Asia/Jakarta', 480: 'Asia/Makassar', 540: 'Asia/Jayapura', 0: 'UTC' };

/** @type {Map<number, string>} */
const zoneNames = new Map();

/** The name of an offset: WIB, WITA, WIT, UTC, otherwise `UTC+05.30`. @param {number} minutes */
export function zoneName(minutes) {
  const timeZone = NAMED_ZONES[minutes];
  if (!timeZone) return `UTC${zoneOffset(minutes).replace(':', locale() === 'id-ID' ? '.' : ':')}`;
  const name = zoneNames.get(minutes) ?? nameOf(timeZone);
  zoneNames.set(minutes, name);
  return name;
}

/** @param {string} timeZone */
function nameOf(timeZone) {
  const parts = new Intl.DateTimeFormat('id-ID', { timeZone, timeZoneName: 'short' }).formatToParts(0);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/** @param {Intl.DateTimeFormatOptions} options */
function format(options) {
  const key = locale() + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale(), { timeZone: 'UTC', ...options });
  formats.set(key, known);
  return known;
}

/** @typedef {'short' | 'long'} Width */

/**
 * @param {Date} wall
 * @param {Width} month
 */
export const day = (wall, month) => format({ day: 'numeric', month, year: 'numeric' }).format(wall);

/** @param {Date} wall */
export const weekdayDay = (wall) => format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(wall);

/** `Rabu`, in the language of the articles. @param {Date} wall */
export const weekdayName = (wall) => new Intl.DateTimeFormat('id-ID', { timeZone: 'UTC', weekday: 'long' }).format(wall);

/** @param {Date} wall @param {Width} month */
export const monthYear = (wall, month) => format({ month, year: 'numeric' }).format(wall);

/** `09.04`. @param {Date} wall */
export const clock = (wall) => format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(wall);

/** `1–7 Jan` in every language: no spaces around a dash after a single word. @param {string} text */
const tight = (text) => text.replace(/^(\S+)\s–\s/u, '$1–');

/**
 * @param {Date} from
 * @param {Date} to inclusive
 * @param {Width} month
 * @param {boolean} [weekdays]
 */
export function dayRange(from, to, month, weekdays = false) {
  if (from.getTime() === to.getTime()) return weekdays ? weekdayDay(from) : day(from, month);
  const weekday = weekdays ? { weekday: /** @type {const} */ ('short') } : {};
  return tight(format({ ...weekday, day: 'numeric', month, year: 'numeric' }).formatRange(from, to));
}

/** @param {Date} from @param {Date} to inclusive @param {Width} month */
export const monthRange = (from, to, month) => tight(format({ month, year: 'numeric' }).formatRange(from, to));

const UNITS = /** @type {const} */ ([
  ['year', 365.2425 * 86_400_000], ['month', 30.436875 * 86_400_000], ['week', 7 * 86_400_000], ['day', 86_400_000],
  ['hour', 3_600_000], ['minute', 60_000],
]);

/** `3 jam`, `1 week`. @param {number} count @param {string} unit */
export const amount = (count, unit) =>
  new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'long' }).format(count);

/** `jam`, `hours`. @param {string} unit */
export const unitName = (unit) => new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'long' })
  .formatToParts(5).find((part) => part.type === 'unit')?.value ?? unit;

/** A length of time in its largest unit: `4 bulan`. @param {number} ms @param {'minute' | 'day'} finest */
export function span(ms, finest) {
  const size = Math.abs(ms);
  for (const [unit, length] of UNITS) {
    const enough = unit === 'week' ? 2 * length : length;
    // Whole units that have passed; months and years are not all of one length.
    if (size >= enough * 0.98 || unit === finest) return amount(Math.floor(size / length + 0.02), unit);
  }
  return '';
}
