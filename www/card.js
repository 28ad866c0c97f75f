// @ts-check
/** The card: when it opens and closes, where it stands, and the way in and out of it. */
import { annotationAt, drawnElementOf, elementOf, visible } from './article.js';
import { cardBody } from './cardbody.js';
import { counted } from './mend.js';
import { annotationOf } from './model.js';
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
/** @type {import('./cardmend.js').Mending['commit']} */
let commit = () => {};
/** @type {import('./cardmend.js').Mending['read']} */
let read = async () => null;
/** What of the corrections is open. @type {import('./cardmend.js').Pane | null} */
let pane = null;
let all = true;
/** @type {() => void} */
let onFirst = () => {};

/**
 * @param {object} hooks
 * @param {(annotation: Annotation) => void} hooks.jump goes to another annotation
 * @param {import('./cardmend.js').Mending['commit']} hooks.commit corrects
 * @param {import('./cardmend.js').Mending['read']} hooks.read
 * @param {() => void} hooks.opened called whenever a card opens
 */
export function setUp(hooks) {
  ({ jump, commit, read } = hooks);
  onFirst = hooks.opened;
}

/** Another document: what is shown belongs to the old one. @param {View} next */
export function attach(next) {
  close();
  view = next;
}

/** @returns {Annotation | null} what the card is about */
export const current = () => shown;

/** Whether what is done to an annotation is meant for all its mentions: so it is, unless its card says otherwise. @param {Annotation} annotation */
export const isForAll = (annotation) => all || shown !== annotation;

/** @param {Annotation} annotation @param {boolean} [pin] stays until it is closed */
export function open(annotation, pin = false) {
  const anchor = elementOf(annotation.id);
  if (!view || !anchor) return;
  clearTimeout(timer);
  if (shown !== annotation) {
    unmark();
    pane = null;
    all = true;
  }
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

/** The same article, corrected: the card stays with its words, where something still is. @param {View} next @param {import('./quote.js').Range | null} range */
export function amend(next, range) {
  const was = shown;
  const inside = card.contains(document.activeElement);
  const focus = document.activeElement?.id;
  view = next;
  const found = was && annotationOf(next, range ?? was);
  if (!found) {
    close();
    return;
  }
  const open = pane === 'span' ? pane : null;
  shown = found;
  pane = open;
  unmark();
  elementOf(found.id)?.classList.add('active');
  markKin(found);
  fill();
  if (inside) (focus && document.getElementById(focus) || document.getElementById('mend-kind'))?.focus();
}

/** Opens the card where its kind is changed. @param {Annotation} annotation */
export function changeKind(annotation) {
  open(annotation, true);
  showPane('kind');
}

/** @param {import('./cardmend.js').Pane | null} next */
function showPane(next) {
  pane = next;
  const { id } = document.activeElement ?? { id: '' };
  fill();
  const first = /** @type {HTMLElement | null} */ (card.querySelector('.mend-pane [aria-pressed="true"]') ?? card.querySelector('.mend-pane :is(input, select, button:not(:disabled))'));
  (next ? first : document.getElementById(id))?.focus();
  first?.scrollIntoView({ block: 'nearest' });
}

/** Moves focus into the card. @param {Annotation} annotation */
export function enter(annotation) {
  open(annotation, true);
  card.focus();
}

function fill() {
  if (!shown || !view) return;
  const about = shown;
  const where = view;
  const mending = { pane, all, show: showPane, setAll: (/** @type {boolean} */ on) => { all = on; fill(); document.getElementById('mend-all')?.focus(); }, commit, read };
  const setAnchor = (/** @type {Annotation} */ of, /** @type {'published' | 'captured' | null} */ clock) => commit(counted(where, of, clock), of);
  const parts = cardBody(about, view, { step, visible, setAnchor, copy: (text) => void copyText(text), mending });
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

/** Does something that moves the focus without opening a card. @param {() => void} move */
export function quietly(move) {
  suppressed = true;
  move();
  suppressed = false;
}

/** Closes and gives focus back to the annotation. */
function leave() {
  const inside = card.contains(document.activeElement);
  const anchor = shown && elementOf(shown.id);
  close();
  if (inside) quietly(() => anchor?.focus());
}

/** Mentions of the same name get a thin outline. @param {Annotation} annotation */
function markKin(annotation) {
  if (!annotation.entity || annotation.kind === 'QTY') return;
  for (const other of view?.flat ?? []) {
    if (other !== annotation && other.kind === annotation.kind && other.entity?.entity === annotation.entity.entity) {
      drawnElementOf(other.id)?.classList.add('kin');
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
  const digit = pane === 'kind' && /^(?:Digit|Numpad)([1-8])$/.exec(event.code)?.[1];
  if (digit && !event.ctrlKey && !event.altKey && !event.metaKey) {
    event.stopPropagation();
    event.preventDefault();
    /** @type {HTMLElement | null} */ (card.querySelector(`[data-digit="${digit}"]`))?.click();
  }
  if (event.key !== 'Escape') return;
  event.stopPropagation();
  leave();
});
addEventListener('scroll', () => {
  scrolledAt = performance.now();
  const anchor = shown && !anchored ? elementOf(shown.id) : null;
  if (anchor) place(anchor);
}, { passive: true, capture: true });
