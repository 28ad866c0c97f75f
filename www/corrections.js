// @ts-check
/** The reader's corrections, applied to what the engine found. Pure: the same steps over the same result give the same document. */
import { entityKind, isTime, timexKind } from './kinds.js';
import { intervalOf } from './interval.js';
import { locate } from './quote.js';

/** @typedef {import('./pkg/sorot.js').Document} Document */
/** @typedef {import('./kinds.js').Kind} Kind */
/** @typedef {import('./kinds.js').Timex} Timex */
/** @typedef {import('./kinds.js').Entity} Entity */
/** @typedef {import('./quote.js').Quote} Quote */
/** @typedef {import('./quote.js').Range} Range */

/**
 * `kind`: these words are of that kind, whether or not something was found there; `remove`: nothing is there; `span`: what
 * is there has other bounds; `value`: the time means this; `clock`: it counts from that clock, `null` from its own;
 * `merge`: these names are one.
 * @typedef {{do: 'kind', at: Quote, kind: Kind} | {do: 'remove', at: Quote} | {do: 'span', at: Quote, to: Quote}
 *   | {do: 'value', at: Quote, value: string} | {do: 'clock', at: Quote, clock: 'published' | 'captured' | null}
 *   | {do: 'merge', at: Quote, kind: Kind, name: string, into: string}} Op
 */
/** What one action changed: it is undone as one. @typedef {Op[]} Step */
/**
 * @typedef {object} Corrected
 * @property {Document} document
 * @property {Map<Step, number>} lost how many places of a step are no longer in the text
 * @property {Map<string, 'published' | 'captured'>} clocks by id of a time, the clock it was told to count from
 */

/** The record kind that stands for a kind of the page. @type {Record<string, string>} */
const RECORD_KINDS = { QTY: 'QTY', EVT: 'EVT' };

/**
 * @param {string} text
 * @param {Document} raw stays as it is
 * @param {readonly Step[]} steps
 * @returns {Corrected}
 */
export function correct(text, raw, steps) {
  if (!steps.length) return { document: raw, lost: new Map(), clocks: new Map() };
  const work = new Work(text, raw);
  /** @type {Corrected['lost']} */
  const lost = new Map();
  for (const step of steps) {
    const missed = step.filter((op) => !work.apply(op)).length;
    if (missed) lost.set(step, missed);
  }
  return { document: work.document(), lost, clocks: work.clocks };
}

class Work {
  /** @param {string} text @param {Document} raw */
  constructor(text, raw) {
    this.text = text;
    this.raw = raw;
    // The lists are copies, what is in them is not: whatever is changed is copied first.
    /** @type {Entity[]} */
    this.names = [...raw.entities];
    /** @type {Timex[]} */
    this.times = [...raw.timexes];
    this.roles = raw.roles;
    /** Names that others were joined to, with their kind. @type {Set<string>} */
    this.joined = new Set();
    /** @type {Corrected['clocks']} */
    this.clocks = new Map();
  }

  /** @param {Op} op @returns {boolean} whether its place is in the text */
  apply(op) {
    if (op.do === 'merge') return this.merge(op);
    const place = locate(this.text, op.at);
    if (!place) return false;
    const time = this.times.find(same(place));
    const name = this.names.find(same(place));
    switch (op.do) {
      case 'remove':
        this.times = this.times.filter((other) => other !== time);
        this.names = this.names.filter((other) => other !== name);
        return true;
      case 'kind':
        if (isTime(op.kind)) this.asTime(place, op.kind, time);
        else this.asName(place, op.kind, name);
        return true;
      case 'span': {
        const to = locate(this.text, op.to);
        const moved = name ?? time;
        if (!to || !moved) return false;
        const isItsWords = name && name.entity === this.text.slice(name.start, name.end);
        this.clear(to, this.change(moved, { ...to, ...(isItsWords ? { entity: this.text.slice(to.start, to.end) } : {}) }));
        return true;
      }
      case 'value':
        if (!time) return false;
        this.change(time, {
          ...intervalOf(op.value, this.raw.offset), value: op.value, mod: null, confidence: 1, alternatives: [],
          derivation: { clock: 'none', steps: null, unit: null, text: '' },
        });
        return true;
      case 'clock':
        if (!time) return false;
        if (op.clock) this.clocks.set(time.id, op.clock);
        else this.clocks.delete(time.id);
        this.change(time, {});
        return true;
    }
  }

  /**
   * Another record in the place of one, which says that the reader changed it.
   * @template {Entity | Timex} T
   * @param {T} record
   * @param {Partial<Entity> | Partial<Timex>} parts
   * @returns {T}
   */
  change(record, parts) {
    const changed = { ...record, ...parts, provenance: 'user' };
    /** @type {(Entity | Timex)[]} */
    const list = 'type' in record ? this.times : this.names;
    list[list.indexOf(record)] = changed;
    return changed;
  }

  /** @param {Range} place @param {Kind} kind @param {Timex | undefined} old */
  asTime(place, kind, old) {
    if (old && timexKind(old) === kind) return;
    const anchor = kind === 'REL' ? 'published' : 'none';
    /** @type {Timex} */
    const time = {
      id: old?.id ?? freshId('t', this.times), ...place, type: kind === 'DUR' ? 'DURATION' : 'DATE', value: null, mod: null, quant: null,
      freq: null, earliest: null, latest: null, granularity: null, anchor, direction: 'none', why: 'absolute', bound: null,
      role: 'event', confidence: 1, alternatives: [], derivation: { clock: anchor, steps: null, unit: null, text: '' },
      provenance: 'user',
    };
    this.clear(place, time);
    this.names = this.names.filter((name) => !same(place)(name));
    this.times.push(time);
  }

  /** @param {Range} place @param {Kind} kind @param {Entity | undefined} old */
  asName(place, kind, old) {
    if (old && entityKind(old) === kind) return;
    const surface = this.text.slice(place.start, place.end);
    const alike = this.names.find((name) => name !== old && entityKind(name) === kind && this.text.slice(name.start, name.end) === surface);
    /** @type {Entity} */
    const name = {
      ...(old ?? { id: freshId('e', this.names), entity: alike?.entity ?? surface, nested: [] }), ...place,
      kind: RECORD_KINDS[kind] ?? kind, confidence: 1, use: null, value: null, unit: null, currency: null, provenance: 'user',
    };
    this.clear(place, name);
    this.times = this.times.filter((time) => !same(place)(time));
    this.names.push(name);
  }

  /** What the reader put there displaces what overlapped it in its layer. @param {Range} place @param {Entity | Timex} kept */
  clear(place, kept) {
    const free = (/** @type {Entity | Timex} */ other) => other === kept || other.end <= place.start || place.end <= other.start;
    if ('type' in kept) this.times = this.times.filter(free);
    else this.names = this.names.filter(free);
  }

  /** @param {Extract<Op, {do: 'merge'}>} op */
  merge({ kind, name, into }) {
    const own = this.names.filter((other) => other.entity === name && entityKind(other) === kind);
    for (const other of own) this.change(other, { entity: into });
    this.roles = this.roles.map((role) => (role.entity === name && own.length ? { ...role, entity: into } : role));
    if (own.length) this.joined.add(`${own[0].kind}|${into}`);
    return own.length > 0;
  }

  /** @returns {Document} */
  document() {
    const inOrder = (/** @type {Range} */ a, /** @type {Range} */ b) => a.start - b.start || a.end - b.end;
    const entities = this.names.sort(inOrder);
    const timexes = this.times.sort(inOrder);
    const ids = new Set(timexes.map(({ id }) => id));
    timexes.forEach((time, index) => {
      // Its value stays; what it was counted from is no time any more.
      if (time.anchor.startsWith('mention:') && !ids.has(time.anchor.slice('mention:'.length))) timexes[index] = { ...time, anchor: 'event' };
    });
    const clusters = this.clusters(entities);
    const named = new Set(clusters.map(({ entity }) => entity));
    return {
      ...this.raw, entities, timexes, clusters, roles: this.roles.filter(({ entity }) => named.has(entity)),
      related: this.raw.related.map((teaser) => (teaser.stamp && !ids.has(teaser.stamp) ? { ...teaser, stamp: null } : teaser)),
    };
  }

  /** @param {Entity[]} entities */
  clusters(entities) {
    /** @type {Map<string, Document['clusters'][number]>} */
    const clusters = new Map();
    for (const { id, kind, entity, start, end } of entities) {
      if (kind === 'MON' || kind === 'QTY') continue;
      const key = `${kind}|${entity}`;
      /** @type {Document['clusters'][number]} */
      const cluster = clusters.get(key) ?? { entity, kind, aliases: [], mentions: [], ...(this.joined.has(key) ? { provenance: 'user' } : {}) };
      const surface = this.text.slice(start, end);
      cluster.mentions.push(id);
      if (surface !== entity && !cluster.aliases.includes(surface)) cluster.aliases.push(surface);
      clusters.set(key, cluster);
    }
    return [...clusters.values()];
  }
}

/** @param {Range} place */
const same = (place) => (/** @type {Range} */ other) => other.start === place.start && other.end === place.end;

/** The first id behind those that are taken. @param {string} letter @param {{id: string}[]} taken */
const freshId = (letter, taken) => `${letter}${1 + taken.reduce((most, { id }) => Math.max(most, Number(id.slice(1)) || 0), 0)}`;
