// @ts-check
/** The strip above the timeline: a symmetric logarithmic axis around one moment. Decoration: the list says it all. */
import { amount } from './calendar.js';
import { t } from './i18n.js';

const NS = 'http://www.w3.org/2000/svg';
const WIDTH = 320;
const HEIGHT = 84;
const AXIS = 52;
const MARGIN = 12;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** @type {[number, number, string][]} */
const TICKS = [[HOUR, 1, 'hour'], [DAY, 1, 'day'], [7 * DAY, 1, 'week'], [30.4 * DAY, 1, 'month'], [365.25 * DAY, 1, 'year'], [3652.5 * DAY, 10, 'year']];

/** @param {number} ms */
const squash = (ms) => Math.sign(ms) * Math.log1p(Math.abs(ms) / (HOUR / 2));

/** @param {string} tag @param {Record<string, string | number>} attributes @param {string} [text] */
function svg(tag, attributes, text) {
  const box = document.createElementNS(NS, tag);
  for (const [name, value] of Object.entries(attributes)) box.setAttribute(name, String(value));
  if (text) box.textContent = text;
  return box;
}

/**
 * @param {{from: number, to: number, kind: string}[]} times
 * @param {number} anchor
 */
export function strip(times, anchor) {
  const edges = times.flatMap(({ from, to }) => [squash(from - anchor), squash(to - anchor)]);
  const low = edges.reduce((least, edge) => Math.min(least, edge), -squash(DAY));
  const high = edges.reduce((most, edge) => Math.max(most, edge), squash(DAY));
  const x = (/** @type {number} */ ms) => MARGIN + ((squash(ms - anchor) - low) / (high - low)) * (WIDTH - 2 * MARGIN);
  const picture = svg('svg', { class: 'strip', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, 'aria-hidden': 'true', focusable: 'false' });
  picture.append(svg('line', { class: 'axis', x1: 0, x2: WIDTH, y1: AXIS, y2: AXIS }));
  drawTicks(picture, anchor, x);
  picture.append(svg('line', { class: 'zero', x1: x(anchor), x2: x(anchor), y1: 8, y2: AXIS + 6 }));
  /** How many stand at a place already: the next is drawn above them. @type {Map<number, number>} */
  const piles = new Map();
  for (const { from, to, kind } of times) {
    const left = x(from);
    const width = x(to) - left;
    const pile = Math.round((left + width / 2) / 9);
    const level = piles.get(pile) ?? 0;
    piles.set(pile, level + 1);
    // Higher there is no room, and what would lie on another is not seen.
    if (level > 4) continue;
    const y = AXIS - 9 - level * 8;
    picture.append(width > 7
      ? svg('rect', { 'data-kind': kind, x: left, y: y - 2, width, height: 4, rx: 2 })
      : svg('circle', { 'data-kind': kind, cx: left + width / 2, cy: y, r: 3 }));
  }
  return picture;
}

/** @param {Element} picture @param {number} anchor @param {(ms: number) => number} x */
function drawTicks(picture, anchor, x) {
  const zero = x(anchor);
  picture.append(svg('text', { x: zero, y: HEIGHT - 6, class: 'zero-label', 'text-anchor': 'middle' }, t('published')));
  for (const side of [-1, 1]) {
    let free = zero;
    for (const [length, count, unit] of TICKS) {
      const at = x(anchor + side * length);
      if (at < MARGIN || at > WIDTH - MARGIN || Math.abs(at - free) < 34) continue;
      free = at;
      picture.append(svg('line', { class: 'axis', x1: at, x2: at, y1: AXIS - 3, y2: AXIS + 3 }),
        svg('text', { x: at, y: AXIS + 15, 'text-anchor': at < 30 ? 'start' : at > WIDTH - 30 ? 'end' : 'middle' }, `${side < 0 ? '−' : '+'}${amount(count, unit)}`));
    }
  }
}
