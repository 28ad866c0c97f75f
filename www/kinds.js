// @ts-check
/** The eight kinds that the page tells apart: their order is the order of the digit keys. */

/** @typedef {'PER' | 'ORG' | 'LOC' | 'EVT' | 'QTY' | 'DATE' | 'REL' | 'DUR'} Kind */
/** `was`: the anchor it had before the reader chose one. @typedef {import('./pkg/sorot.js').TimexRecord & {was?: string}} Timex */
/** @typedef {import('./pkg/sorot.js').EntityRecord} Entity */

/** @type {readonly {kind: Kind, glyph: string}[]} */
export const KINDS = [
  { kind: 'PER', glyph: '●' },
  { kind: 'ORG', glyph: '■' },
  { kind: 'LOC', glyph: '▲' },
  { kind: 'EVT', glyph: '◆' },
  { kind: 'QTY', glyph: '#' },
  { kind: 'DATE', glyph: '▦' },
  { kind: 'REL', glyph: '◷' },
  { kind: 'DUR', glyph: '↔\uFE0E' },
];

/** @param {Kind} kind */
export const glyph = (kind) => KINDS.find((entry) => entry.kind === kind)?.glyph ?? '';

/** @type {Record<string, Kind>} */
const ENTITY_KINDS = {
  PER: 'PER', ORG: 'ORG', LOC: 'LOC', EVT: 'EVT', LAW: 'EVT', WRK: 'EVT', NORP: 'EVT', MON: 'QTY', QTY: 'QTY',
};

/**
 * @param {{kind: string}} entity
 * @returns {Kind}
 */
export const entityKind = (entity) => ENTITY_KINDS[entity.kind] ?? 'EVT';

/**
 * @param {Timex} timex
 * @returns {Kind}
 */
export function timexKind(timex) {
  if (timex.type === 'DURATION' || timex.type === 'SET') return 'DUR';
  return timex.anchor === 'none' ? 'DATE' : 'REL';
}

/** @param {Kind} kind */
export const isTime = (kind) => kind === 'DATE' || kind === 'REL' || kind === 'DUR';
