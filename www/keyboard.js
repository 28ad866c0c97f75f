// @ts-check
/** The article by keyboard: one tab stop, arrows and letters within it. */
import { annotationAt, elementOf, isVisible, visible } from './article.js';
import * as card from './card.js';
import { kindName, valueLine } from './cardbody.js';
import { byId, isField } from './dom.js';
import { language, t } from './i18n.js';
import { KINDS, isTime } from './kinds.js';
import { annotationOf, nameKey } from './model.js';
import { get, watch } from './settings.js';
import { say } from './status.js';

/** @typedef {import('./model.js').Annotation} Annotation */
/** @typedef {import('./model.js').View} View */

const article = byId('article');

/** @type {View | null} */
let view = null;
/** The annotation that Tab comes to. @type {Annotation | null} */
let stop = null;

/**
 * What the letters do that is not of this module.
 * @type {Record<string, () => void>}
 */
let commands = {};
/** @type {(index: number, only: boolean) => void} */
let toggle = () => {};
/** @type {Mending} */
let mending;

/**
 * What keys do to annotations.
 * @typedef {object} Mending
 * @property {(kind: import('./kinds.js').Kind) => boolean} add makes what is selected an annotation, if something is
 * @property {(from: Element | null, by: 1 | -1, begin: boolean) => void} extend selects by words
 * @property {(annotation: Annotation) => void} remove
 * @property {() => void} undo
 * @property {() => void} redo
 */

/**
 * @param {object} hooks
 * @param {Mending} hooks.mending
 * @param {Record<string, () => void>} hooks.commands by key
 * @param {(index: number, only: boolean) => void} hooks.toggle the kind of a digit
 */
export function setUp(hooks) {
  commands = hooks.commands;
  toggle = hooks.toggle;
  mending = hooks.mending;
}

/** @param {View} next */
export function attach(next) {
  view = next;
  stop = null;
  setStop(visible()[0] ?? null);
}

/** The same article, corrected: the tab stop stays where it was, and so does the focus if it was on an annotation. @param {View} next @param {import('./quote.js').Range | null} held what had the focus */
export function amend(next, held) {
  view = next;
  const from = held?.start ?? stop?.start ?? 0;
  const list = visible();
  stop = null;
  setStop((held && annotationOf(next, held)) ?? list.find(({ start }) => start >= from) ?? list.at(-1) ?? null);
  if (held) card.quietly(() => (stop ? elementOf(stop.id) : article)?.focus({ preventScroll: true }));
}

/** @param {Annotation | null} annotation */
function setStop(annotation) {
  if (stop) elementOf(stop.id)?.setAttribute('tabindex', '-1');
  stop = annotation;
  if (stop) elementOf(stop.id)?.setAttribute('tabindex', '0');
}

/** Shows an annotation and gives it focus. @param {Annotation} annotation @returns {boolean} whether it is drawn: one that leaves its paragraph is not */
export function go(annotation) {
  const box = elementOf(annotation.id);
  if (!box) return false;
  setStop(annotation);
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const { top, bottom } = box.getBoundingClientRect();
  if (top < 120 || bottom > innerHeight - 160) box.scrollIntoView({ block: 'center', behavior: calm || Math.abs(top) > 3 * innerHeight ? 'instant' : 'smooth' });
  box.focus({ preventScroll: true });
  return true;
}

/** @param {Annotation[]} list @param {number} by */
function step(list, by) {
  const n = list.length;
  if (n === 0) return;
  const here = focused() ?? stop;
  let at = here ? list.indexOf(here) : -1;
  if (at >= 0 && focused()) at += by;
  else {
    const after = here ? list.findIndex((a) => a.start >= here.start) : 0;
    at = after < 0 ? n - 1 : by < 0 && focused() ? after - 1 : after;
  }
  for (let tried = 0; tried < n && !go(list[(at + n) % n]); tried += 1) at = (at + by + n) % n;
}

const focused = () => annotationAt(document.activeElement) ?? (cardHasFocus() ? card.current() : null);
const cardHasFocus = () => byId('card').contains(document.activeElement);

/** @param {number} by */
function stepMention(by) {
  const here = focused() ?? stop;
  if (here) step(here.entity ? view?.names.get(nameKey(here))?.mentions.filter(isVisible) ?? [] : visible().filter((a) => a.kind === here.kind), by);
}

/** @type {Record<string, () => void>} */
const moves = {
  n: () => step(visible(), 1),
  p: () => step(visible(), -1),
  ArrowRight: () => step(visible(), 1),
  ArrowLeft: () => step(visible(), -1),
  N: () => stepMention(1),
  P: () => stepMention(-1),
  ']': () => step(visible().filter((a) => isTime(a.kind)), 1),
  '[': () => step(visible().filter((a) => isTime(a.kind)), -1),
  Home: () => go(visible()[0]),
  End: () => go(visible()[visible().length - 1]),
  c: () => { const here = focused(); if (here) card.changeKind(here); },
};

/** Keys that act without a letter, and so stay when letters are turned off. */
const ALWAYS = new Set(['ArrowRight', 'ArrowLeft', 'Home', 'End']);

/** Whether a key takes a correction back, or brings it again: a choice that has the focus undoes nothing of its own. @param {KeyboardEvent} event */
const isUndo = ({ ctrlKey, metaKey, altKey, key, target }) => (ctrlKey || metaKey) && !altKey && /^[zy]$/i.test(key)
  && (!isField(target) || /** @type {Element} */ (target).matches('select, [type="checkbox"], [type="radio"]'));

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (document.body.dataset.state !== 'reading' || document.querySelector('dialog[open]')) return;
  if (event.key === 'Escape' && card.current()) {
    card.close();
    return;
  }
  if (isField(event.target) && !isUndo(event)) return;
  if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey) && !event.altKey) {
    event.preventDefault();
    getSelection()?.selectAllChildren(article);
    return;
  }
  if (isUndo(event)) {
    event.preventDefault();
    if (event.shiftKey || event.key.toLowerCase() === 'y') mending.redo();
    else mending.undo();
    return;
  }
  const arrow = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (arrow && event.shiftKey && !event.ctrlKey && !event.metaKey && article.contains(/** @type {Node} */ (event.target))) {
    event.preventDefault();
    mending.extend(annotationAt(event.target) ? /** @type {Element} */ (event.target) : stop && elementOf(stop.id), arrow, event.altKey);
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const target = /** @type {Element} */ (event.target);
  const inReading = target === document.body || article.contains(target) || cardHasFocus();
  if (!inReading) return;
  const here = annotationAt(target);
  if (event.key === 'Enter' && here) {
    event.preventDefault();
    card.enter(here);
    return;
  }
  if (event.key === 'Escape') {
    if (here) article.focus();
    return;
  }
  const about = focused();
  if (event.key === 'Delete' && about) {
    event.preventDefault();
    mending.remove(about);
    return;
  }
  if (ALWAYS.has(event.key) ? !here : !get('keys')) return;
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
  const run = digit !== undefined && Number(digit) <= KINDS.length
    ? () => { if (!KINDS[Number(digit) - 1] || !mending.add(KINDS[Number(digit) - 1].kind)) toggle(Number(digit) - 1, event.shiftKey); }
    : visible().length || !(event.key in moves) ? moves[event.key] ?? commands[event.key] : undefined;
  if (!run) return;
  event.preventDefault();
  run();
}

document.addEventListener('keydown', onKey);

article.addEventListener('focusin', (event) => {
  const annotation = annotationAt(event.target);
  if (!annotation || !view) return;
  setStop(annotation);
  const list = visible();
  say(t('announce', {
    text: annotation.surface, type: kindName(annotation).toLocaleLowerCase(language()), value: valueLine(annotation, view),
    i: list.indexOf(annotation) + 1, n: list.length,
  }));
});

/** A filter may take the tab stop away: the next one that is shown gets it, and focus if it was there. */
watch('hidden', () => {
  if (!view || !stop || isVisible(stop)) return;
  const had = document.activeElement === elementOf(stop.id);
  const list = visible();
  const next = list.find((a) => a.start >= (stop?.start ?? 0)) ?? list[list.length - 1] ?? null;
  card.close();
  setStop(next);
  if (had) (next ? elementOf(next.id) : article)?.focus();
});
