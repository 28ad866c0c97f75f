// @ts-check
/** What the page draws: the two layers of a result as one flat list, and the names grouped. */
import { entityKind, isTime, timexKind } from './kinds.js';

/** @typedef {import('./pkg/sorot.js').Document} Document */
/** @typedef {import('./kinds.js').Kind} Kind */

/**
 * @typedef {object} Annotation
 * @property {string} id
 * @property {number} start UTF-16
 * @property {number} end UTF-16, exclusive
 * @property {Kind} kind
 * @property {string} surface the words as written
 * @property {import('./kinds.js').Timex} [timex]
 * @property {import('./kinds.js').Entity} [entity]
 * @property {Annotation[]} covered those of the other layer that overlap it and are not drawn
 */

/**
 * One name with all its mentions.
 * @typedef {object} Name
 * @property {string} name
 * @property {Kind} kind
 * @property {Annotation[]} mentions drawn ones, in text order
 * @property {Map<string, number>} surfaces how often each form stands
 * @property {string[]} roles
 */

/**
 * @typedef {object} View
 * @property {string} text
 * @property {Document} document
 * @property {Annotation[]} flat without overlaps, in text order
 * @property {Map<string, Annotation>} byId drawn and covered ones
 * @property {Map<string, Name>} names by `nameKey`
 * @property {Record<Kind, number>} counts
 */

/**
 * @param {string} text
 * @param {Document} document
 * @returns {View}
 */
export function makeView(text, document) {
  const inside = ({ start = 0, end = 0 }) => start >= 0 && start < end && end <= text.length;
  /** @type {Annotation[]} */
  const all = [
    ...document.entities.filter(inside).map((entity) => annotation(text, entity, { kind: entityKind(entity), entity })),
    ...document.timexes.filter(inside).map((timex) => annotation(text, timex, { kind: timexKind(timex), timex })),
  ];
  const flat = flatten(all);
  const counts = countsOf(flat.map(({ kind }) => kind));
  return { text, document, flat, byId: new Map(all.map((a) => [a.id, a])), names: group(flat, document), counts };
}

/** @param {Kind[]} kinds @returns {Record<Kind, number>} */
export function countsOf(kinds) {
  const counts = { PER: 0, ORG: 0, LOC: 0, EVT: 0, QTY: 0, DATE: 0, REL: 0, DUR: 0 };
  for (const kind of kinds) counts[kind] += 1;
  return counts;
}

/**
 * @param {string} text
 * @param {{id: string, start: number, end: number}} span
 * @param {Partial<Annotation> & {kind: Kind}} rest
 * @returns {Annotation}
 */
const annotation = (text, { id, start, end }, rest) =>
  ({ id, start, end, surface: text.slice(start, end), covered: [], ...rest });

/**
 * Of overlapping annotations the longest stays and keeps the others in `covered`.
 * @param {Annotation[]} all
 */
export function flatten(all) {
  const ordered = [...all].sort((a, b) => a.start - b.start || b.end - a.end);
  /** @type {Annotation[]} */
  const flat = [];
  for (let from = 0; from < ordered.length;) {
    let to = from + 1;
    let reach = ordered[from].end;
    while (to < ordered.length && ordered[to].start < reach) reach = Math.max(reach, ordered[to++].end);
    flat.push(...longest(ordered.slice(from, to)));
    from = to;
  }
  return flat;
}

/** @param {Annotation[]} chain annotations that overlap one another in a row */
function longest(chain) {
  if (chain.length === 1) return chain;
  /** @type {Annotation[]} */
  const kept = [];
  for (const candidate of [...chain].sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)) || b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    const over = kept.find((other) => candidate.start < other.end && other.start < candidate.end);
    if (over) over.covered.push(candidate);
    else kept.push(candidate);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** Whether the reader said so: it stands before whatever overlaps it. @param {Annotation} annotation */
export const isOwn = ({ entity, timex }) => (entity ?? timex)?.provenance === 'user';

/** @param {Annotation} annotation */
export const nameKey = ({ kind, entity }) => `${kind}|${entity?.entity ?? ''}`;

/**
 * @param {Annotation[]} flat
 * @param {Document} document
 */
function group(flat, document) {
  /** @type {Map<string, Name>} */
  const names = new Map();
  for (const mention of flat) {
    if (!mention.entity) continue;
    const key = nameKey(mention);
    /** @type {Name} */
    const name = names.get(key)
      ?? { name: mention.entity.entity, kind: mention.kind, mentions: [], surfaces: new Map(), roles: [] };
    name.mentions.push(mention);
    name.surfaces.set(mention.surface, (name.surfaces.get(mention.surface) ?? 0) + 1);
    names.set(key, name);
  }
  for (const { entity, role } of document.roles) {
    /** @type {Name | undefined} */
    const name = names.get(`PER|${entity}`) ?? [...names.values()].find((n) => n.name === entity);
    if (name && !name.roles.includes(role)) name.roles.push(role);
  }
  return names;
}

/** The annotation of a view with these bounds. @param {View} view @param {{start: number, end: number}} range */
export const annotationOf = (view, { start, end }) => view.flat.find((a) => a.start === start && a.end === end) ?? null;

/**
 * The same view under other clocks: times get their new values in place. Returns the ids of those that changed.
 * @param {View} view
 * @param {import('./pkg/sorot.js').Resolution} resolution
 */
export function reclock(view, resolution) {
  Object.assign(view.document, resolution);
  /** @type {string[]} */
  const changed = [];
  for (const timex of resolution.timexes) {
    const annotation = view.byId.get(timex.id);
    if (!annotation?.timex) continue;
    const was = annotation.timex;
    annotation.timex = timex;
    if (was.value !== timex.value || was.earliest !== timex.earliest || was.latest !== timex.latest || was.anchor !== timex.anchor) {
      changed.push(timex.id);
    }
  }
  return changed;
}

/**
 * The sentence around an annotation, cut at words where it is long.
 * @param {string} text
 * @param {Annotation} annotation
 * @param {number} reach characters either side
 */
export function excerpt(text, { start, end }, reach) {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const from = Math.max(line, start - reach);
  const left = text.slice(from, start);
  const sentence = /^.*[.!?]["”’)]*\s+(?=\S)/s.exec(left)?.[0].length ?? 0;
  const before = sentence ? left.slice(sentence) : from > line ? `…${left.slice(left.indexOf(' ') + 1)}` : left;
  const right = text.slice(end, end + reach);
  const stop = /^.*?([.!?]["”’)]*(?=\s|$)|(?=\n))/s.exec(right)?.[0];
  const after = stop !== undefined ? stop : end + reach >= text.length ? right : `${right.slice(0, right.lastIndexOf(' '))}…`;
  return { before, after: after.trimEnd() };
}
