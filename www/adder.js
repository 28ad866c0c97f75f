// @ts-check
/** Selected words become an annotation: eight buttons beside the selection, or a digit. */
import { byId, h } from './dom.js';
import { t } from './i18n.js';
import { KINDS } from './kinds.js';
import { snapped } from './mend.js';
import { selectedInZone } from './places.js';

/** @typedef {import('./kinds.js').Kind} Kind */
/** @typedef {import('./quote.js').Range} Range */

const article = byId('article');
const adder = byId('adder');
/** A selection that still changes gets no buttons. */
const REST_MS = 250;

/** @type {() => import('./model.js').View | null} */
let current = () => null;
/** @type {(range: Range, kind: Kind) => void} */
let add = () => {};
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
let pointer = false;

/**
 * @param {object} hooks
 * @param {() => import('./model.js').View | null} hooks.current
 * @param {(range: Range, kind: Kind) => void} hooks.add
 */
export function setUp(hooks) {
  ({ current, add } = hooks);
}

/** The words that are selected, whole unless `exact`. @param {boolean} [exact] @returns {Range | null} */
function chosen(exact = false) {
  const view = current();
  const range = view && selectedInZone(article);
  return range && (exact ? range : snapped(view.text, range));
}

/** Makes what is selected an annotation. @param {Kind} kind @param {boolean} [exact] not to whole words @returns {boolean} whether something is selected */
export function take(kind, exact) {
  const range = chosen(exact);
  if (!range) return false;
  getSelection()?.removeAllRanges();
  hide();
  add(range, kind);
  return true;
}

/** Extends the selection by a word, or moves where it begins; without one it starts beside `from`. @param {Element | null} from @param {1 | -1} by @param {boolean} begin */
export function extend(from, by, begin) {
  const selection = getSelection();
  if (!selection) return;
  if (!chosen(true)) {
    if (!from) return;
    const range = document.createRange();
    range.selectNodeContents(from);
    range.collapse(by < 0);
    selection.removeAllRanges();
    selection.addRange(range);
  }
  if (begin) {
    const { focusNode, focusOffset, anchorNode, anchorOffset } = selection;
    if (!focusNode || !anchorNode) return;
    selection.collapse(anchorNode, anchorOffset);
    selection.modify('move', by > 0 ? 'forward' : 'backward', 'word');
    selection.extend(focusNode, focusOffset);
  } else selection.modify('extend', by > 0 ? 'forward' : 'backward', 'word');
}

function show() {
  const range = chosen();
  if (!range || pointer) return;
  adder.replaceChildren(...KINDS.map(({ kind, glyph }, index) => h('button', {
    type: 'button', 'data-kind': kind, 'aria-label': t('addAs', { type: t(kind) }), click: (event) => take(kind, event.altKey),
  }, h('span', { class: 'glyph', 'aria-hidden': 'true' }, glyph), h('kbd', { class: 'fine-only', 'aria-hidden': 'true' }, String(index + 1)))));
  adder.setAttribute('aria-label', t('addTitle'));
  if (!adder.matches(':popover-open')) adder.showPopover();
  const words = [...(getSelection()?.getRangeAt(0).getClientRects() ?? [])].at(-1);
  if (!words) return;
  const { width, height } = adder.getBoundingClientRect();
  // Fingers, and the handles of the selection, are below the words.
  const below = matchMedia('(pointer: coarse)').matches || words.top < height + 72;
  adder.style.left = `${Math.max(8, Math.min(words.right - width / 2, innerWidth - width - 8))}px`;
  adder.style.top = `${below ? words.bottom + (matchMedia('(pointer: coarse)').matches ? 28 : 8) : words.top - height - 8}px`;
}

function hide() {
  clearTimeout(timer);
  if (adder.matches(':popover-open')) adder.hidePopover();
}

document.addEventListener('selectionchange', () => {
  clearTimeout(timer);
  if (document.body.dataset.state !== 'reading' || getSelection()?.isCollapsed !== false) hide();
  else timer = setTimeout(show, REST_MS);
});
addEventListener('scroll', hide, { passive: true, capture: true });
document.addEventListener('pointerdown', (event) => {
  if (adder.contains(/** @type {Node} */ (event.target))) event.preventDefault();
  else pointer = true;
});
for (const type of ['pointerup', 'pointercancel']) {
  addEventListener(type, () => {
    pointer = false;
    clearTimeout(timer);
    if (getSelection()?.isCollapsed === false) timer = setTimeout(show, REST_MS);
  });
}
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !adder.matches(':popover-open')) return;
  event.stopImmediatePropagation();
  const inside = adder.contains(document.activeElement);
  getSelection()?.removeAllRanges();
  hide();
  if (inside) article.focus({ preventScroll: true });
});
