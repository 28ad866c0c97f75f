// @ts-check
/** The article on the screen: drawn section by section, its chips, its filter. */
import { get, watch } from './settings.js';
import { byId, h } from './dom.js';
import { blocksOf } from './blocks.js';
import { dateTime, rewrite, sections } from './render.js';
import { chipText } from './times.js';
import { isTime } from './kinds.js';
import { isOwn } from './model.js';

/** @typedef {import('./model.js').View} View */
/** @typedef {import('./model.js').Annotation} Annotation */

const article = byId('article');
/** The longest stretch of drawing before the page may breathe. */
const SLICE_MS = 8;

/** @type {View | null} */
let view = null;
/** @type {Generator<HTMLElement, void> | null} */
let rest = null;
/** @type {Map<string, HTMLElement>} */
let elements = new Map();

/** @param {string} id @returns {HTMLElement | null} the element of a drawn annotation */
export function elementOf(id) {
  if (!elements.has(id) && rest) drawRest();
  return elements.get(id) ?? null;
}

/** @param {EventTarget | null} target @returns {Annotation | null} the annotation that an event happened on */
export function annotationAt(target) {
  const box = target instanceof Element ? target.closest('#article [data-id]') : null;
  const found = box && view?.byId.get(/** @type {HTMLElement} */ (box).dataset.id ?? '');
  return found && isVisible(found) ? found : null;
}

/** @param {Annotation} annotation */
export const isVisible = ({ kind }) => !get('hidden').includes(kind);

/** @returns {Annotation[]} those that are not filtered out, in reading order */
export const visible = () => (view ? view.flat.filter(isVisible) : []);

/** Draws another view: what fits the screen now, the rest in short tasks. @param {View} next */
export function draw(next) {
  view = next;
  elements = new Map();
  article.setAttribute('aria-busy', 'true');
  article.replaceChildren();
  article.classList.toggle('two-clocks', next.document.related.length > 0);
  const drawing = (rest = sections(next));
  drawNext();
  void drawOn(drawing);
}

/**
 * Draws another view of the same article where it differs: blocks in which nothing changed keep their elements. Where
 * there are other blocks, draws all of it and stays where the reader is.
 * @param {View} next
 */
export function amend(next) {
  drawRest();
  const before = view ? blocksOf(view.text, view.document) : [];
  const after = blocksOf(next.text, next.document);
  const boxes = /** @type {NodeListOf<HTMLElement>} */ (article.querySelectorAll('.zone'));
  if (!view || before.length !== after.length || boxes.length !== after.length || shape(view.text, before) !== shape(next.text, after)) {
    article.style.minHeight = `${article.offsetHeight}px`;
    draw(next);
    drawRest();
    article.style.minHeight = '';
    return;
  }
  const was = new Pieces(view);
  const now = new Pieces(next);
  const sameText = view.text === next.text;
  view = next;
  elements = new Map();
  after.forEach((block, index) => {
    const box = boxes[index];
    const old = was.of(before[index]);
    const own = now.of(block);
    const isSame = (sameText || old.text === own.text) && old.marks.length === own.marks.length
      && own.marks.every((mark, i) => isAlike(mark, old.marks[i], block.start - before[index].start));
    if (!isSame) rewrite(next, block, box);
    if (!sameText) box.dataset.start = String(block.start);
    // One that leaves its block has no element.
    const drawn = own.marks.filter(({ end }) => end <= block.end);
    let i = 0;
    for (const mark of /** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll('[data-id]'))) {
      const { id } = drawn[i++];
      if (mark.dataset.id !== id) mark.dataset.id = id;
      elements.set(id, mark);
      if (!isSame && mark.localName === 'time') setChip(mark);
    }
  });
}

/** The blocks of a text and what stands between them. @param {string} text @param {import('./blocks.js').Block[]} blocks */
const shape = (text, blocks) => blocks.map(({ kind, from, start, related }) => `${kind} ${related} ${text.slice(from, start)}`).join('|')
  + text.slice(blocks.at(-1)?.end ?? 0);

/** Whether two annotations are drawn alike. @param {Annotation} a @param {Annotation} b @param {number} moved how much further `a` stands */
const isAlike = (a, b, moved) => a.start - b.start === moved && a.end - b.end === moved && a.kind === b.kind && isOwn(a) === isOwn(b)
  && a.timex?.value === b.timex?.value && a.timex?.earliest === b.timex?.earliest && a.timex?.latest === b.timex?.latest
  && a.timex?.anchor === b.timex?.anchor && (a.entity ?? a.timex)?.confidence === (b.entity ?? b.timex)?.confidence;

/** The words and annotations of blocks, asked for in the order of the text. */
class Pieces {
  /** @param {View} of */
  constructor(of) {
    this.view = of;
    this.next = 0;
  }

  /** @param {import('./blocks.js').Block} block */
  of({ start, end }) {
    const { flat, text } = this.view;
    while (this.next < flat.length && flat[this.next].start < start) this.next += 1;
    const first = this.next;
    while (this.next < flat.length && flat[this.next].start < end) this.next += 1;
    return { text: text.slice(start, end), marks: flat.slice(first, this.next) };
  }
}

/** Draws the rest in short tasks. @param {Generator<HTMLElement, void>} drawing */
async function drawOn(drawing) {
  // First the screen that is already drawn. A hidden page has no frames.
  await new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 100);
  });
  while (rest === drawing) {
    const stop = performance.now() + SLICE_MS;
    while (rest === drawing && performance.now() < stop) drawNext();
    await breathe();
  }
}

const { port1, port2 } = new MessageChannel();

/** Lets what waits go first: input, painting, timers. A timer in a row of timers would also wait some milliseconds for nothing. */
const breathe = () => new Promise((resolve) => {
  port1.onmessage = resolve;
  port2.postMessage(null);
});

/** Draws at once what is still to come. */
export function drawRest() {
  while (rest) drawNext();
}

function drawNext() {
  const { value, done } = rest?.next() ?? { done: true };
  if (done || !value) {
    rest = null;
    article.setAttribute('aria-busy', 'false');
    return;
  }
  for (const box of /** @type {NodeListOf<HTMLElement>} */ (value.querySelectorAll('[data-id]'))) {
    elements.set(box.getAttribute('data-id') ?? '', box);
    if (box.localName === 'time') setChip(box);
  }
  article.append(value);
}

/** The chip after a time, by the setting and the value of the moment. @param {HTMLElement} box */
function setChip(box) {
  const annotation = view?.byId.get(box.dataset.id ?? '');
  const old = box.nextElementSibling?.classList.contains('chip') && box.nextSibling === box.nextElementSibling
    ? box.nextElementSibling : null;
  const text = annotation && chipFor(annotation);
  if (!text) {
    old?.remove();
    return;
  }
  const chip = old ?? h('span', { class: 'chip', 'data-kind': annotation.kind });
  chip.textContent = ` → ${text}`;
  chip.classList.toggle('symbolic', !annotation.timex?.value);
  chip.classList.toggle('changed', annotation.timex?.was !== undefined);
  if (!old) box.after(chip);
}

/** @param {Annotation} annotation */
function chipFor({ timex, kind }) {
  const level = get('chips');
  if (!timex || level === 'off' || !view || !isTime(kind)) return null;
  if (level === 'relative' && timex.anchor === 'none') return null;
  return chipText(timex, view.document);
}

/** Writes every chip anew: the setting or the language changed. */
export function redrawChips() {
  drawRest();
  for (const box of elements.values()) if (isTime(/** @type {any} */ (box.dataset.kind))) setChip(box);
}

/** Writes the times that other clocks changed, and lets them flash. @param {string[]} ids */
export function updateTimes(ids) {
  /** @type {Element[]} */
  const flashing = [];
  for (const id of ids) {
    const box = elementOf(id);
    const timex = view?.byId.get(id)?.timex;
    if (!box || !timex) continue;
    dateTime(box, timex);
    setChip(box);
    const chip = box.nextElementSibling?.classList.contains('chip') ? box.nextElementSibling : box;
    chip.classList.remove('flash');
    flashing.push(chip);
  }
  requestAnimationFrame(() => flashing.forEach((chip) => chip.classList.add('flash')));
}

watch('hidden', (hidden) => { article.dataset.hidden = hidden.join(' '); });
watch('chips', () => redrawChips());
