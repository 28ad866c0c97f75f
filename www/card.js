// @ts-check
/** The card: when it opens and closes, where it stands, and the way in and out of it. */
import { annotationAt, elementOf, visible } from './article.js';
import { cardBody } from './cardbody.js';
import { byId } from './dom.js';
import { closeButton } from './buttons.js';
import { copyText } from './clipboard.js';

/** @typedef {import('./model.js').Annotation} Annotation */
/** @typedef {import('./model.js').View} View */

const card = byId('card');
const article = byId('article');
const OPEN_MS = 350;
const CLOSE_MS = 300;
/** A second card this soon after the first opens at once. */
const AGAIN_MS = 400;
const SCROLL_MS = 200;
const anchored = CSS.supports('position-area: block-end') && CSS.supports('anchor-name: --a');

/** @type {View | null} */
let view = null;
/** @type {Annotation | null} */
let shown = null;
let pinned = false;
let closedAt = -Infinity;
let scrolledAt = -Infinity;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
/** @type {(annotation: Annotation) => void} */
let jump = () => {};
/** @type {import('./cardbody.js').Actions['setAnchor']} */
let setAnchor = () => {};
/** @type {() => void} */
let onFirst = () => {};

/**
 * @param {object} hooks
 * @param {(annotation: Annotation) => void} hooks.jump goes to another annotation
 * @param {import('./cardbody.js').Actions['setAnchor']} hooks.setAnchor
 * @param {() => void} hooks.opened called whenever a card opens
 */
export function setUp(hooks) {
  ({ jump, setAnchor } = hooks);
  onFirst = hooks.opened;
}

/** Another document: what is shown belongs to the old one. @param {View} next */
export function attach(next) {
  close();
  view = next;
}

/** @returns {Annotation | null} what the card is about */
export const current = () => shown;

/** @param {Annotation} annotation @param {boolean} [pin] stays until it is closed */
export function open(annotation, pin = false) {
  const anchor = elementOf(annotation.id);
  if (!view || !anchor) return;
  clearTimeout(timer);
  if (shown !== annotation) unmark();
  shown = annotation;
  pinned = pin;
  anchor.classList.add('active');
  markKin(annotation);
  fill();
  if (!card.matches(':popover-open')) card.showPopover();
  card.scrollTop = 0;
  if (!anchored) place(anchor);
  onFirst();
}

export function close() {
  clearTimeout(timer);
  if (!shown) return;
  unmark();
  shown = null;
  pinned = false;
  closedAt = performance.now();
  if (card.matches(':popover-open')) card.hidePopover();
}

/** Writes the card anew: its time, or the language, changed. */
export function refresh() {
  if (!shown) return;
  const { id } = card.contains(document.activeElement) && document.activeElement || { id: '' };
  fill();
  if (id) document.getElementById(id)?.focus();
}

/** Moves focus into the card. @param {Annotation} annotation */
export function enter(annotation) {
  open(annotation, true);
  card.focus();
}

function fill() {
  if (!shown || !view) return;
  const parts = cardBody(shown, view, { step, visible, setAnchor, copy: (text) => void copyText(text) });
  const shut = closeButton(leave);
  card.dataset.kind = shown.kind;
  card.replaceChildren(shut, ...parts);
}

/** To another annotation with the card open; focus stays on the button that was pressed. @param {Annotation} to @param {1 | -1} by */
function step(to, by) {
  const inside = card.contains(document.activeElement);
  jump(to);
  open(to, true);
  if (inside) /** @type {HTMLElement | null} */ (card.querySelector(`[data-step="${by}"]`))?.focus();
}

/** Closes and gives focus back to the annotation. */
function leave() {
  const inside = card.contains(document.activeElement);
  const anchor = shown && elementOf(shown.id);
  close();
  if (inside) {
    suppressed = true;
    anchor?.focus();
    suppressed = false;
  }
}

/** Mentions of the same name get a thin outline. @param {Annotation} annotation */
function markKin(annotation) {
  if (!annotation.entity || annotation.kind === 'QTY') return;
  for (const other of view?.flat ?? []) {
    if (other !== annotation && other.kind === annotation.kind && other.entity?.entity === annotation.entity.entity) {
      elementOf(other.id)?.classList.add('kin');
    }
  }
}

function unmark() {
  for (const box of article.querySelectorAll('.active, .kin')) box.classList.remove('active', 'kin');
}

/** Where anchor positioning is missing: below the words, above where there is no room. @param {HTMLElement} anchor */
function place(anchor) {
  if (matchMedia('(width < 640px)').matches) {
    card.removeAttribute('style');
    return;
  }
  const words = anchor.getClientRects()[0];
  const { width, height } = card.getBoundingClientRect();
  const below = words.bottom + 6 + height <= innerHeight;
  const left = Math.max(8, Math.min(words.left, innerWidth - width - 8));
  card.style.left = `${left}px`;
  card.style.top = `${Math.max(8, below ? words.bottom + 6 : words.top - 6 - height)}px`;
}

/** Whether the reader is busy with something a card would disturb. */
const busy = () => performance.now() - scrolledAt < SCROLL_MS || getSelection()?.isCollapsed === false;

let pointerDown = false;
let suppressed = false;

article.addEventListener('pointerover', (event) => {
  if (event.pointerType !== 'mouse' || event.buttons) return;
  const annotation = annotationAt(event.target);
  if (!annotation || pinned) return;
  clearTimeout(timer);
  if (annotation === shown) return;
  const soon = shown !== null || performance.now() - closedAt < AGAIN_MS;
  timer = setTimeout(() => { if (!busy()) open(annotation); }, soon ? 60 : OPEN_MS);
});
article.addEventListener('pointerout', (event) => {
  if (event.pointerType === 'mouse' && annotationAt(event.target)) closeSoon();
});
card.addEventListener('pointerenter', () => clearTimeout(timer));
card.addEventListener('pointerleave', closeSoon);

function closeSoon() {
  clearTimeout(timer);
  if (!pinned && shown && !card.contains(document.activeElement)) timer = setTimeout(close, CLOSE_MS);
}

document.addEventListener('pointerdown', (event) => {
  pointerDown = true;
  const target = /** @type {Element} */ (event.target);
  if (shown && !card.contains(target) && !annotationAt(target)) close();
});
addEventListener('pointerup', () => { pointerDown = false; });
addEventListener('pointercancel', () => { pointerDown = false; });
article.addEventListener('click', (event) => {
  const annotation = annotationAt(event.target);
  if (annotation && getSelection()?.isCollapsed !== false) open(annotation, true);
});
article.addEventListener('focusin', (event) => {
  const annotation = annotationAt(event.target);
  if (annotation && !pointerDown && !suppressed) open(annotation);
});
article.addEventListener('focusout', (event) => {
  const to = /** @type {Node | null} */ (event.relatedTarget);
  if (!pinned && !pointerDown && !card.contains(to)) closeSoon();
});
card.addEventListener('focusout', (event) => {
  const to = /** @type {Node | null} */ (event.relatedTarget);
  if (to && !card.contains(to) && !article.contains(to)) close();
});
card.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  event.stopPropagation();
  leave();
});
addEventListener('scroll', () => {
  scrolledAt = performance.now();
  const anchor = shown && !anchored ? elementOf(shown.id) : null;
  if (anchor) place(anchor);
}, { passive: true, capture: true });
