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
/** @typedef {import('./blocks.js').Block} Block */

const article = byId('article');
/** The longest stretch of drawing before the page may breathe. */
const SLICE_MS = 8;

/** @type {View | null} */
let view = null;
/** @type {Generator<HTMLElement, void> | null} */
let rest = null;
/** @type {Map<string, HTMLElement>} */
let elements = new Map();

/** @param {string} id @returns {HTMLElement | undefined} the element of an annotation, if it is drawn already */
export const drawnElementOf = (id) => elements.get(id);

/** @param {string} id @returns {HTMLElement | null} the element of an annotation, drawn if need be */
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

/** The blocks that are drawn, or will be. @type {Block[]} */
let blocks = [];
/** Whether what is drawn is but the beginning of an article. */
let isHead = false;

/**
 * Draws another view: what fits the screen now, the rest in short tasks.
 * @param {View} next
 * @param {boolean} [beginning] the rest of the article is still to come, in another view
 */
export function draw(next, beginning = false) {
  // Where its beginning stands already, as much stands again at once.
  const now = isHead ? article.childElementCount : 1;
  isHead = beginning;
  view = next;
  blocks = blocksOf(next.text, next.document);
  elements = new Map();
  article.setAttribute('aria-busy', 'true');
  article.replaceChildren();
  article.classList.toggle('two-clocks', next.document.related.length > 0);
  const drawing = (rest = sections(next, blocks));
  for (let i = 0; i < now; i += 1) drawNext();
  void drawOn(drawing);
}

/**
 * Draws another view of the same article where it differs: blocks in which nothing changed keep their elements. Where
 * there are other blocks, draws all of it and stays where the reader is.
 * @param {View} next
 */
export function amend(next) {
  drawRest();
  const before = blocks;
  const after = next.document.zones === view?.document.zones && next.text === view.text ? before : blocksOf(next.text, next.document);
  const boxes = /** @type {NodeListOf<HTMLElement>} */ (article.querySelectorAll('.zone'));
  if (!view || boxes.length !== after.length || !haveOneShape(view.text, before, next.text, after)) {
    article.style.minHeight = `${article.offsetHeight}px`;
    draw(next);
    drawRest();
    article.style.minHeight = '';
    return;
  }
  const was = new Pieces(view);
  const now = new Pieces(next);
  const sameText = view.text === next.text;
  const old = elements;
  view = next;
  blocks = after;
  elements = new Map();
  after.forEach((block, index) => {
    const box = boxes[index];
    const { start } = before[index];
    const marked = was.of(before[index]);
    const marks = now.of(block);
    const isSame = marked.length === marks.length && marks.every((mark, i) => isAlike(mark, marked[i], block.start - start))
      && (sameText || was.view.text.slice(start, before[index].end) === next.text.slice(block.start, block.end));
    if (!sameText) box.dataset.start = String(block.start);
    // One that leaves its block has no element.
    const drawn = marks.filter(({ end }) => end <= block.end);
    if (isSame && marks.every(({ id }, i) => id === marked[i].id)) {
      for (const { id } of drawn) elements.set(id, /** @type {HTMLElement} */ (old.get(id)));
      return;
    }
    if (!isSame) rewrite(next, block, box);
    let i = 0;
    for (const mark of /** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll('[data-id]'))) {
      const { id } = drawn[i++];
      mark.dataset.id = id;
      elements.set(id, mark);
      if (!isSame && mark.localName === 'time') setChip(mark);
    }
  });
}

/** Whether two texts have the same blocks with the same between them. @param {string} a @param {Block[]} before @param {string} b @param {Block[]} after */
const haveOneShape = (a, before, b, after) => before === after || (before.length === after.length
  && before.every(({ kind, from, start, related }, i) => kind === after[i].kind && related === after[i].related
    && a.slice(from, start) === b.slice(after[i].from, after[i].start))
  && a.slice(before.at(-1)?.end ?? 0) === b.slice(after.at(-1)?.end ?? 0));

/** Whether two annotations are drawn alike. @param {Annotation} a @param {Annotation} b @param {number} moved how much further `a` stands */
const isAlike = (a, b, moved) => a.start - b.start === moved && a.end - b.end === moved && a.kind === b.kind && isOwn(a) === isOwn(b)
  && a.timex?.value === b.timex?.value && a.timex?.earliest === b.timex?.earliest && a.timex?.latest === b.timex?.latest
  && a.timex?.anchor === b.timex?.anchor && (a.entity ?? a.timex)?.confidence === (b.entity ?? b.timex)?.confidence
  && a.entity?.nested.length === b.entity?.nested.length && a.covered.length === b.covered.length && a.covered.every(({ kind }, i) => kind === b.covered[i].kind);

/** The annotations of blocks, asked for in the order of the text. */
class Pieces {
  /** @param {View} of */
  constructor(of) {
    this.view = of;
    this.next = 0;
  }

  /** @param {Block} block */
  of({ start, end }) {
    const { flat } = this.view;
    while (this.next < flat.length && flat[this.next].start < start) this.next += 1;
    const first = this.next;
    while (this.next < flat.length && flat[this.next].start < end) this.next += 1;
    return flat.slice(first, this.next);
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
    if (!isHead) article.setAttribute('aria-busy', 'false');
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
  /** By section: what is out of sight flashes for nobody. @type {Map<Element, Element[]>} */
  const flashing = new Map();
  for (const id of ids) {
    const box = elementOf(id);
    const timex = view?.byId.get(id)?.timex;
    if (!box || !timex) continue;
    dateTime(box, timex);
    setChip(box);
    const chip = box.nextElementSibling?.classList.contains('chip') ? box.nextElementSibling : box;
    chip.classList.remove('flash');
    const section = /** @type {Element} */ (box.closest('.section'));
    const own = flashing.get(section);
    if (own) own.push(chip);
    else flashing.set(section, [chip]);
  }
  const seen = new IntersectionObserver((entries) => {
    seen.disconnect();
    for (const { isIntersecting, target } of entries) if (isIntersecting) flashing.get(target)?.forEach((chip) => chip.classList.add('flash'));
  });
  for (const section of flashing.keys()) seen.observe(section);
}

watch('hidden', (hidden) => { article.dataset.hidden = hidden.join(' '); });
watch('chips', () => redrawChips());
