// @ts-check
/**
 * Draws a view as elements: zones become blocks, annotations become `mark`, `time` and `data`, text becomes text nodes.
 * The text of what is drawn, without the chips, is the input character for character.
 */
import { h } from './dom.js';
import { groupsOf, teasersOf } from './blocks.js';
import { entityKind, isTime } from './kinds.js';
import { isOwn } from './model.js';
import { datetimeAttribute } from './times.js';

/** @typedef {import('./model.js').View} View */
/** @typedef {import('./model.js').Annotation} Annotation */
/** @typedef {import('./blocks.js').Block} Block */

/** Blocks in one `content-visibility` section. */
const SECTION = 40;
/** Teasers in one, each of them some five blocks. */
const TEASERS = 12;

/** @type {Record<string, string>} */
const TAGS = { headline: 'h2', relatedHead: 'h3' };

/**
 * The sections of an article, made one by one as they are asked for.
 * @param {View} view
 * @param {Block[]} blocks its blocks
 * @returns {Generator<HTMLElement, void>}
 */
export function* sections(view, blocks) {
  const groups = groupsOf(blocks);
  const draw = new Drawing(view);
  let section = draw.section();
  let room = SECTION;
  for (const group of groups) {
    for (const part of parts(group)) {
      if (room <= 0 || (group.role === 'related' && room < SECTION)) {
        yield section;
        section = draw.section();
        room = SECTION;
      }
      if (part.teasers) section.append(draw.related(part.head, part.teasers, part.first));
      else if (group.role === 'byline') section.append(draw.byline(part.blocks));
      else for (const block of part.blocks) section.append(...draw.block(block));
      room -= part.blocks.length;
    }
  }
  const end = groups.at(-1)?.blocks.at(-1)?.end ?? 0;
  section.append(view.text.slice(end));
  yield section;
}

/**
 * A group in parts that fit a section; a list is cut between its teasers.
 * @param {import('./blocks.js').Group} group
 * @returns {{blocks: Block[], head: Block | null, teasers: Block[][] | null, first: number}[]}
 */
function parts({ role, blocks }) {
  if (role !== 'related') {
    const count = Math.ceil(blocks.length / SECTION);
    return Array.from({ length: count }, (_, i) =>
      ({ blocks: blocks.slice(i * SECTION, (i + 1) * SECTION), head: null, teasers: null, first: 0 }));
  }
  const head = blocks[0].kind === 'relatedHead' ? blocks[0] : null;
  const teasers = teasersOf(head ? blocks.slice(1) : blocks);
  const count = Math.max(1, Math.ceil(teasers.length / TEASERS));
  return Array.from({ length: count }, (_, i) => {
    const own = teasers.slice(i * TEASERS, (i + 1) * TEASERS);
    return { blocks: own.flat(), head: i === 0 ? head : null, teasers: own, first: i * TEASERS + 1 };
  });
}

/** Writes a block anew into the element that was drawn for it. @param {View} view @param {Block} block @param {HTMLElement} box */
export function rewrite(view, block, box) {
  const drawing = new Drawing(view);
  const first = view.flat.findIndex(({ start }) => start >= block.start);
  drawing.next = first < 0 ? view.flat.length : first;
  const inner = block.kind === 'caption' ? box.firstElementChild ?? box : box;
  inner.replaceChildren();
  drawing.fill(inner, block);
}

class Drawing {
  /** @param {View} view */
  constructor(view) {
    this.view = view;
    /** The first annotation that is not drawn yet. */
    this.next = 0;
  }

  section() {
    return h('div', { class: 'section' });
  }

  /** A block and the white space before it. @param {Block} block @returns {(Node | string)[]} */
  block(block) {
    const tag = block.kind === 'caption' ? 'figure' : TAGS[block.kind] ?? 'p';
    const box = h(tag, { class: `zone ${block.kind}`, 'data-start': String(block.start) });
    this.fill(block.kind === 'caption' ? box.appendChild(h('figcaption')) : box, block);
    return [this.view.text.slice(block.from, block.start), box];
  }

  /** @param {Element} inner @param {Block} block */
  fill(inner, block) {
    const { dateline } = block;
    if (dateline && dateline.start === block.start && dateline.end < block.end && !this.#crossed(dateline.end)) {
      const prefix = inner.appendChild(h('span', { class: 'dateline' }));
      this.#write(prefix, dateline.start, dateline.end);
      this.#write(inner, dateline.end, block.end);
    } else this.#write(inner, block.start, block.end);
  }

  /** @param {Block[]} blocks */
  byline(blocks) {
    const box = h('div', { class: 'bylines' });
    let label = false;
    blocks.forEach((block, index) => {
      const [space, drawn] = this.block(block);
      const line = /** @type {HTMLElement} */ (drawn);
      // "Reporter" on a line of its own, and on the next one who that is.
      label = !label && index + 1 < blocks.length && !line.querySelector('[data-id]');
      line.classList.toggle('label', label);
      box.append(space, line);
    });
    return box;
  }

  /** @param {Block | null} head @param {Block[][]} teasers @param {number} first the number of the first of them */
  related(head, teasers, first) {
    const box = h('section', { class: first > 1 ? 'related more' : 'related' });
    if (head) box.append(...this.block(head));
    const list = teasers.length ? box.appendChild(h('ol', { start: first })) : box;
    for (const teaser of teasers) {
      const item = h('li');
      teaser.forEach((block, index) => {
        const [space, drawn] = this.block(block);
        const again = block.kind === 'teaserHeadline'
          && teaser.slice(0, index).some((earlier) => earlier.kind === 'teaserHeadline');
        if (again) /** @type {HTMLElement} */ (drawn).classList.add('again');
        (index === 0 ? list : item).append(space);
        item.append(drawn);
      });
      list.append(item);
    }
    return box;
  }

  /** Whether an annotation lies across `offset`. @param {number} offset */
  #crossed(offset) {
    const { flat } = this.view;
    for (let i = this.next; i < flat.length && flat[i].start < offset; i += 1) if (flat[i].end > offset) return true;
    return false;
  }

  /** Text and annotations from `start` to `end`. @param {Element} into @param {number} start @param {number} end */
  #write(into, start, end) {
    const { flat, text } = this.view;
    let at = start;
    while (this.next < flat.length && flat[this.next].start < end) {
      const annotation = flat[this.next++];
      // One that leaves its block cannot be one element; its words stay plain.
      if (annotation.start < at || annotation.end > end) continue;
      into.append(text.slice(at, annotation.start), mark(annotation));
      at = annotation.end;
    }
    if (at < end) into.append(text.slice(at, end));
    if (into.childNodes.length > 1) into.normalize();
  }
}

/** An empty element of each kind: to copy one is quicker than to make one. @type {Map<string, HTMLElement>} */
const blanks = new Map();

/** @param {import('./kinds.js').Kind} kind */
function blank(kind) {
  const tag = isTime(kind) ? 'time' : kind === 'QTY' ? 'data' : 'mark';
  const box = h(tag, { 'data-id': '', 'data-kind': kind, 'data-k': kind, tabindex: '-1' });
  blanks.set(kind, box);
  return box;
}

/** @param {Annotation} annotation */
function mark(annotation) {
  const { id, kind, surface, entity, timex } = annotation;
  const box = /** @type {HTMLElement} */ ((blanks.get(kind) ?? blank(kind)).cloneNode());
  box.setAttribute('data-id', id);
  if (timex) dateTime(box, timex);
  if (kind === 'QTY') box.setAttribute('value', String(entity?.value ?? surface));
  const confidence = entity?.confidence ?? timex?.confidence ?? 1;
  if (isOwn(annotation)) box.classList.add('own');
  if (confidence < 0.5 && !(timex && !timex.value)) box.classList.add('low');
  fillMark(box, annotation);
  return box;
}

/** The words of an annotation. Names and times inside it have a second line of their own. @param {HTMLElement} box @param {Annotation} annotation */
function fillMark(box, { surface, start, end, entity, covered }) {
  if (!covered.length && !entity?.nested.length) {
    box.textContent = surface;
    return;
  }
  const inner = [...covered, ...(entity?.nested ?? []).map((name) => ({ ...name, kind: entityKind(name) }))]
    .map((part) => ({ from: Math.max(part.start, start) - start, to: Math.min(part.end, end) - start, kind: part.kind }))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  let at = 0;
  for (const { from, to, kind } of inner) {
    if (from < at || from >= to) continue;
    box.append(surface.slice(at, from), h('span', { class: 'inner', 'data-kind': kind }, surface.slice(from, to)));
    at = to;
  }
  box.append(surface.slice(at));
  box.normalize();
}

/**
 * Writes what a `time` element says of its value.
 * @param {HTMLElement} box
 * @param {import('./kinds.js').Timex} timex
 */
export function dateTime(box, timex) {
  const value = datetimeAttribute(timex);
  if (value) box.setAttribute('datetime', value);
  else box.removeAttribute('datetime');
  box.classList.toggle('open', !timex.value && timex.type !== 'SET');
}
