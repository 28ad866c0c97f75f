// @ts-check
/** The side panel: four views of the same article behind tabs; a drawer where the window is narrow. */
import { byId } from './dom.js';
import { changesView } from './changes.js';
import { indexView } from './names.js';
import { relatedView } from './related.js';
import { timelineView } from './timeline.js';

/** @typedef {import('./model.js').View} View */
/** @typedef {import('./model.js').Annotation} Annotation */
/** @typedef {'index' | 'timeline' | 'related' | 'changes'} Tab */

/** @type {readonly Tab[]} */
const TABS = ['index', 'timeline', 'related', 'changes'];
const drawers = { index: indexView, timeline: timelineView, related: relatedView, changes: changesView };
const toggleButton = byId('panel-toggle');
const dock = byId('dock');

/** @type {View | null} */
let view = null;
/** @type {Tab} */
let tab = 'index';
/** @type {(annotation: Annotation) => void} */
let jump = () => {};

/** @param {{jump: (annotation: Annotation) => void}} hooks */
export function setUp(hooks) {
  jump = hooks.jump;
}

/** @param {View} next */
export function attach(next) {
  view = next;
  draw();
}

function draw() {
  for (const name of TABS) {
    const button = byId(`tab-${name}`);
    button.setAttribute('aria-selected', String(name === tab));
    button.tabIndex = name === tab ? 0 : -1;
    byId(`view-${name}`).hidden = name !== tab;
  }
  if (!view) return;
  const box = byId(`view-${tab}`);
  const held = box.contains(document.activeElement) ? document.activeElement?.id : undefined;
  box.replaceChildren(...drawers[tab](view, jump));
  // What was pressed is drawn anew; where it is gone, its panel keeps the focus.
  if (held !== undefined) (held && document.getElementById(held) || box).focus();
}

/** @param {Tab} next */
export function choose(next) {
  tab = next;
  draw();
  openDrawer(true);
  const button = byId(`tab-${next}`);
  // Narrow windows have the dock instead of tabs.
  (button.checkVisibility() ? button : byId(`view-${next}`)).focus();
  // Beside the text it may lie below the clocks.
  byId('panel').scrollIntoView({ block: 'nearest', behavior: 'instant' });
}

export function focusFilter() {
  choose('index');
  byId('view-index').querySelector('input')?.focus();
}

/** @param {boolean} open */
function openDrawer(open) {
  for (const button of dock.querySelectorAll('button')) {
    button.setAttribute('aria-current', String(button.dataset.tab === (open ? tab : '')));
  }
  document.body.classList.toggle('drawer', open);
  toggleButton.setAttribute('aria-expanded', String(open));
}

export const closeDrawer = () => openDrawer(false);

toggleButton.addEventListener('click', () => {
  const open = !document.body.classList.contains('drawer');
  openDrawer(open);
  if (open) byId(`tab-${tab}`).focus();
});
byId('panel-close').addEventListener('click', () => {
  closeDrawer();
  toggleButton.focus();
});
byId('panel').addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !document.body.classList.contains('drawer')) return;
  closeDrawer();
  toggleButton.focus();
});
for (const button of dock.querySelectorAll('button')) {
  const to = TABS.find((name) => name === button.dataset.tab);
  button.addEventListener('click', () => (to ? choose(to) : closeDrawer()));
}
for (const name of TABS) {
  const button = byId(`tab-${name}`);
  button.addEventListener('click', () => choose(name));
  button.addEventListener('keydown', ({ key }) => {
    const by = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    if (by) choose(TABS[(TABS.indexOf(name) + by + TABS.length) % TABS.length]);
  });
}
