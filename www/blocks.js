// @ts-check
/** Turns zones into the blocks and groups that the article is drawn from. Pure: no page, no drawing. */

/** @typedef {import('./pkg/sorot.js').Document} Document */

/**
 * A zone with the white space before it, so that blocks in a row hold the whole text.
 * @typedef {object} Block
 * @property {string} kind zone kind
 * @property {number} from where the white space before it starts
 * @property {number} start
 * @property {number} end
 * @property {{start: number, end: number} | null} dateline
 * @property {number | null} related
 */

/**
 * Blocks that are drawn in one container.
 * @typedef {object} Group
 * @property {'head' | 'byline' | 'related' | 'plain'} role
 * @property {Block[]} blocks
 */

/**
 * @param {string} text
 * @param {Document} document
 * @returns {Block[]}
 */
export function blocksOf(text, document) {
  /** @type {Block[]} */
  const blocks = [];
  let from = 0;
  const add = (/** @type {string} */ kind, /** @type {number} */ start, /** @type {number} */ end,
    /** @type {Block['dateline']} */ dateline = null, /** @type {number | null} */ related = null) => {
    blocks.push({ kind, from, start, end, dateline, related });
    from = end;
  };
  const zones = [...document.zones].sort((a, b) => a.start - b.start);
  for (const zone of zones) {
    if (zone.start < from || zone.end <= zone.start || zone.end > text.length) continue;
    if (/\S/.test(text.slice(from, zone.start))) fill(zone.start);
    add(zone.kind, zone.start, zone.end, zone.dateline ?? null, zone.related ?? null);
  }
  if (/\S/.test(text.slice(from))) fill(text.length);
  return blocks;

  /** Lines that no zone holds are drawn as text: nothing of the input may be lost. @param {number} until */
  function fill(until) {
    const base = from;
    const lines = [...text.slice(base, until).matchAll(/\S[^\n]*/g)];
    for (const line of lines) add('body', base + line.index, base + line.index + line[0].trimEnd().length);
  }
}

const HEAD = new Set(['headline', 'published', 'updated']);
const TEASER = new Set(['teaserHeadline', 'teaserStamp', 'teaserSummary']);

/**
 * @param {Block[]} blocks
 * @returns {Group[]}
 */
export function groupsOf(blocks) {
  /** @type {Group[]} */
  const groups = [];
  blocks.forEach((block, index) => {
    const role = roleOf(block, groups.at(-1), blocks, index);
    const last = groups.at(-1);
    const opensList = block.kind === 'relatedHead';
    if (last?.role === role && role !== 'plain' && !opensList) last.blocks.push(block);
    else groups.push({ role, blocks: [block] });
  });
  return groups;
}

/**
 * @param {Block} block
 * @param {Group | undefined} last
 * @param {Block[]} blocks
 * @param {number} index
 * @returns {Group['role']}
 */
function roleOf(block, last, blocks, index) {
  if (HEAD.has(block.kind)) return 'head';
  if (block.kind === 'byline') return 'byline';
  if (block.kind === 'relatedHead' || TEASER.has(block.kind) || block.related !== null) return 'related';
  // "Baca Selengkapnya" stands in the list where it closes a teaser.
  if (block.kind === 'boilerplate' && last?.role === 'related') {
    const before = blocks[index - 1];
    if (TEASER.has(before.kind) || TEASER.has(blocks[index + 1]?.kind ?? '')) return 'related';
  }
  return 'plain';
}

/**
 * The teasers of a related group: each with the blocks that stand in it.
 * @param {Block[]} blocks without the heading
 */
export function teasersOf(blocks) {
  /** @type {Block[][]} */
  const teasers = [];
  /** @type {number | null} */
  let current = null;
  for (const block of blocks) {
    /** @type {number | null} */
    const next = block.related ?? (block.kind === 'boilerplate' ? current : null);
    const last = teasers.at(-1);
    if (last && next === current && (next !== null || block.kind !== 'teaserHeadline')) last.push(block);
    else teasers.push([block]);
    current = next;
  }
  return teasers;
}
