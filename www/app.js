// @ts-check
/** Wiring: brings the parts together and holds nothing itself. */
import * as adder from './adder.js';
import * as article from './article.js';
import * as card from './card.js';
import * as clocks from './clocks.js';
import { copyText } from './clipboard.js';
import * as copying from './copying.js';
import { byId } from './dom.js';
import * as engine from './engine.js';
import { languageName, number, setLanguage, t, translate } from './i18n.js';
import { foreign } from './idiom.js';
import * as intake from './intake.js';
import * as keyboard from './keyboard.js';
import * as legend from './legend.js';
import { added, away } from './mend.js';
import { annotationOf } from './model.js';
import * as offline from './offline.js';
import * as panel from './panel.js';
import { openKeys } from './preferences.js';
import * as print from './print.js';
import * as progress from './progress.js';
import * as session from './session.js';
import { articlesIn } from './several.js';
import * as settings from './settings.js';
import { stepText } from './changes.js';
import { notice, say, toast } from './status.js';

/** What the article's style sheet writes beside zones. */
const WORDS = /** @type {const} */ ({ caption: 'caption', published: 'publishedBadge', updated: 'updatedBadge' });
/** @type {HTMLTextAreaElement} */
const box = byId('paste');
let lastMs = 0;
let askedAt = 0;

byId('boot').remove();

/** @param {'empty' | 'reading'} state */
function show(state) {
  document.body.dataset.state = state;
  if (state === 'empty') document.title = 'Sorot';
  card.close();
}

/** What was put back into the box: its clocks and corrections hold for what becomes of it. @type {ReturnType<typeof session.leave>} */
let draft = null;

/** @param {string} text @param {session.Clocks} wanted @param {intake.Origin} origin */
function open(text, wanted, { edited, steps }) {
  if (edited && session.currentView()) {
    // The box beside the article: whatever was typed is read, and the reader goes back to it.
    void session.revise(text);
    split(false);
    return;
  }
  const kept = edited ? draft : null;
  draft = null;
  const before = session.currentArticle();
  byId('article').setAttribute('aria-busy', 'true');
  // What was said of the text before does not hold of this one.
  for (const name of ['crash', 'idiom', 'none', 'link', 'several']) notice(name, null);
  askedAt = performance.now();
  isBegun = false;
  progress.begin(text.length);
  void session.open(text, kept?.clocks ?? wanted, kept?.steps ?? steps, Boolean(steps));
  if (before && before.text !== text && document.body.dataset.state === 'reading') {
    toast(t('replaced'), { label: t('undo'), run: () => intake.take(before.text, before.clocks) });
  }
}

/** Wide enough for the box beside the article. */
const broad = matchMedia('(width >= 1200px)');
/** Longer texts are not read anew at every pause of the typing. */
const LIVE = 200_000;

/** The article of the moment in the box, where a long one is not put before it is drawn. */
function fillBox() {
  const now = session.currentArticle();
  if (now && box.value !== now.text) box.value = now.text;
}

function edit() {
  if (session.currentView() && broad.matches) {
    split(!isSplit());
    return;
  }
  fillBox();
  progress.end();
  draft = session.leave() ?? draft;
  show('empty');
  box.focus();
  box.setSelectionRange(0, 0);
  box.scrollTop = 0;
}

const isSplit = () => document.body.dataset.split !== undefined && broad.matches;

/** The box beside the article, or away again. @param {boolean} on */
function split(on) {
  document.body.toggleAttribute('data-split', on);
  byId('edit').setAttribute('aria-pressed', String(on));
  if (on) {
    box.focus();
    box.setSelectionRange(0, 0);
    box.scrollTop = 0;
  } else byId('article').focus({ preventScroll: true });
}

/** What was typed beside the article. @param {string} text */
function revise(text) {
  if (document.body.dataset.state !== 'reading' || !isSplit()) return false;
  if (text.trim() && text.length <= LIVE) void session.revise(text);
  return true;
}

function startAfresh() {
  const was = session.leave();
  draft = null;
  progress.end();
  document.body.removeAttribute('data-split');
  box.value = '';
  byId('notices').replaceChildren();
  byId('counts').textContent = t('countsEmpty');
  show('empty');
  box.focus();
  if (was) toast(t('replaced'), { label: t('undo'), run: () => intake.take(was.text, was.clocks) });
}

/** @param {session.View} view */
function writeStats(view) {
  say(intake.countsText(view.counts));
  const shownMs = lastMs < 10 ? Math.round(lastMs * 10) / 10 : Math.round(lastMs);
  byId('stats').textContent = `${t('stats', { n: number(view.flat.length), c: number(view.text.length), ms: number(shownMs) })} · ${t('onDevice')}`;
  notice('none', view.flat.length === 0 ? t('none') : null);
}

/** @param {string} text */
function warnOfLanguage(text) {
  const code = foreign(text);
  notice('idiom', code && t('notId', { lang: code === 'und' ? t('otherLanguage') : languageName(code) }), { tone: 'warn' });
}

/** A text of several articles can be read one by one. @param {session.View} view */
function offerParts({ text, document }) {
  const parts = articlesIn(text, document);
  const clocks = session.currentArticle()?.clocks;
  notice('several', parts.length ? t('severalParts', { n: number(parts.length) }) : null, {
    actions: parts.map(({ start, end, title }) => ({ label: title, run: () => intake.take(text.slice(start, end).trim(), clocks && { ...clocks, published: null }) })),
  });
}

/** Whether the beginning of the article that was asked for stands on the screen. */
let isBegun = false;

/** Another article, or its beginning. @param {session.View} view @param {boolean} beginning */
function drawFirst(view, beginning) {
  notice('crash', null);
  // Before anything moves: the page has its measures still, and is measured again when it is painted.
  scrollTo({ top: 0, behavior: 'instant' });
  const came = document.body.dataset.state !== 'reading';
  show('reading');
  fillBox();
  legend.setCounts(view.counts);
  showClocks(view);
  card.attach(view);
  article.draw(view, beginning);
  keyboard.attach(view);
  // The box that had the focus is gone.
  if (came) setTimeout(() => { if (document.activeElement === document.body) byId('article').focus({ preventScroll: true }); });
  warnOfLanguage(view.text);
  byId('hint').hidden = settings.get('hinted') || view.flat.length === 0;
  const headline = view.document.zones.find((zone) => zone.kind === 'headline');
  document.title = headline ? `${view.text.slice(headline.start, headline.end)} · Sorot` : 'Sorot';
}

/** The rest of the article, under what stands there already. @param {session.View} view */
function drawOn(view) {
  const held = article.annotationAt(document.activeElement);
  legend.setCounts(view.counts);
  showClocks(view);
  article.draw(view);
  card.amend(view, null);
  keyboard.amend(view, held);
}

session.listen({
  begun(view) {
    isBegun = true;
    drawFirst(view, true);
  },
  drawn(view, ms) {
    progress.end();
    progress.learn(view.text.length, performance.now() - askedAt);
    lastMs = ms;
    if (isBegun) drawOn(view);
    else drawFirst(view, false);
    setTimeout(() => { if (session.currentView() === view) panel.attach(view); });
    writeStats(view);
    tellLost();
    offerParts(view);
  },
  reclocked(changed) {
    const view = session.currentView();
    if (!view) return;
    showClocks(view);
    article.updateTimes(changed);
    card.refresh();
    setTimeout(() => { if (session.currentView() === view) panel.attach(view); });
    say(changed.length ? t('timesUpdated', { n: changed.length }) : t('timesSame'));
  },
  amended(view) {
    showClocks(view);
    const held = article.annotationAt(document.activeElement);
    article.amend(view);
    legend.setCounts(view.counts);
    panel.attach(view);
    card.amend(view, following);
    keyboard.amend(view, held && (following ?? held));
    writeStats(view);
    tellLost();
  },
  failed(error) {
    progress.end();
    byId('article').setAttribute('aria-busy', 'false');
    // What is shown belongs to another text: back to the box, which holds this one.
    if (!session.currentView()) {
      fillBox();
      show('empty');
    }
    notice('crash', t('crash', { why: error.message }), { tone: 'error', actions: [
      { label: t('retry'), run: retry },
      { label: t('copyReport'), run: () => void copyText(engine.reportOf(error, session.currentArticle()?.text.length ?? 0)), stays: true },
    ] });
  },
});

/** Where the annotation is that is being corrected, once it is. @type {import('./quote.js').Range | null} */
let following = null;

/** @type {import('./cardmend.js').Mending['commit']} */
function commit(step, range) {
  // Only its beginning is here yet, and a correction may mean words further on.
  if (!session.currentView()) say(t('stillReading'));
  following = range && { start: range.start, end: range.end };
  const done = session.apply(step);
  following = null;
  if (done) toast(stepText(step), { label: t('undo'), run: undo });
}

function undo() {
  say(t(session.undo() ? 'undone' : 'nothingToUndo'));
}

function redo() {
  say(t(session.redo() ? 'redone' : 'nothingToUndo'));
}

/** Corrections that found no place are told of, not dropped. */
function tellLost() {
  const n = [...session.corrections().lost.values()].reduce((sum, missed) => sum + missed, 0);
  notice('lost', n ? t('lostFix', { n: number(n) }) : null, { tone: 'warn', actions: [{ label: t('showThem'), run: () => panel.choose('changes'), stays: true }] });
}

/** Takes an annotation away, and goes to the next. @param {import('./model.js').Annotation} annotation */
function remove(annotation) {
  const view = session.currentView();
  if (!view) {
    say(t('stillReading'));
    return;
  }
  const { start } = annotation;
  commit(away(view, annotation, card.isForAll(annotation)), null);
  const next = article.visible().find((other) => other.start >= start);
  if (next) keyboard.go(next);
}

/** @param {session.View} view */
function showClocks(view) {
  const now = session.currentArticle();
  if (now) clocks.show(view, now.clocks);
}

function retry() {
  const was = session.currentArticle();
  engine.restart();
  if (was) open(was.text, was.clocks, {});
}

/** @param {import('./model.js').Annotation} annotation */
function jump(annotation) {
  if (!article.isVisible(annotation)) settings.set('hidden', settings.get('hidden').filter((kind) => kind !== annotation.kind));
  panel.closeDrawer();
  keyboard.go(annotation);
}

function toggleAbsolute() {
  const on = settings.get('chips') === 'off';
  settings.set('chips', on ? 'relative' : 'off');
  say(t(on ? 'absOn' : 'absOff'));
}

card.setUp({ jump, commit, read: session.readTime, opened: () => hideHint() });
adder.setUp({
  current: session.currentView,
  add(range, kind) {
    const view = session.currentView();
    if (!view) return;
    commit(added(view, range, kind), range);
    const found = annotationOf(session.currentView() ?? view, range);
    if (found) jump(found);
  },
});
clocks.setUp({
  change: (change) => void session.setClocks(change),
  reveal(start, end) {
    const found = session.currentView()?.flat.find((a) => a.start < end && start < a.end);
    if (found) jump(found);
  },
});
panel.setUp({ jump });
intake.setUp({ open, revise, count: session.count, reclock: (change) => void session.setClocks(change) });
keyboard.setUp({
  toggle: legend.press,
  mending: { add: adder.take, extend: adder.extend, remove, undo, redo },
  commands: {
    a: toggleAbsolute, e: edit, w: focusClocks, i: () => panel.choose('index'), l: () => panel.choose('timeline'),
    t: () => panel.choose('related'), k: () => panel.choose('changes'), '/': panel.focusFilter, '?': openKeys,
  },
});
print.setUp(session.currentView);
copying.setUp({ current: session.currentView, drawAll: article.drawRest });
for (const [id, words] of /** @type {const} */ ([['copy-times', copying.withTimes], ['copy-plain', copying.plain]])) {
  byId(id).addEventListener('click', () => {
    const view = session.currentView();
    byId('copies').hidePopover();
    if (view) void copyText(words(view));
  });
}

function focusClocks() {
  /** @type {HTMLDetailsElement} */ (byId('clocks-box')).open = true;
  byId('captured-mode').focus();
}

function hideHint() {
  byId('hint').hidden = true;
  settings.set('hinted', true);
}

byId('share-open').addEventListener('click', async () => {
  const now = session.currentArticle();
  byId('copies').hidePopover();
  if (!now) return;
  const { openSharing } = await import('./sharing.js');
  await openSharing({ ...now, steps: session.corrections().steps });
});

byId('export-open').addEventListener('click', async () => (await import('./exporting.js')).openExports());

/** A link that holds an article opens it; one that was cut says so and stays in the address bar. */
async function openLink() {
  const { isShared, unseal } = await import('./share.js');
  if (!isShared(location.hash)) return;
  try {
    const record = await unseal(location.hash);
    history.replaceState(null, '', location.pathname + location.search);
    intake.take(record.text, record.clocks, record);
    notice('link', t('shareOpened'));
  } catch {
    notice('link', t('shareBad'), { tone: 'error' });
  }
}
addEventListener('hashchange', () => void openLink());
if (location.hash.length > 2) void openLink();

byId('hint-close').addEventListener('click', hideHint);
byId('fresh').addEventListener('click', startAfresh);
byId('edit').addEventListener('click', edit);
byId('done').addEventListener('click', () => split(false));
byId('abs-toggle').addEventListener('click', toggleAbsolute);
byId('cancel').addEventListener('click', () => {
  engine.restart();
  progress.end();
  edit();
  say(t('cancelled'));
});

settings.watch('chips', (level) => byId('abs-toggle').setAttribute('aria-pressed', String(level !== 'off')));
settings.watch('language', (language) => {
  setLanguage(language);
  document.documentElement.lang = language;
  const other = language === 'id' ? { lang: 'en', text: 'EN', name: 'English' } : { lang: 'id', text: 'ID', name: 'Bahasa Indonesia' };
  const button = byId('language-toggle');
  button.textContent = other.text;
  button.lang = other.lang;
  button.setAttribute('aria-label', `${other.text}: ${other.name}`);
  translate(document);
  for (const name of /** @type {const} */ (['caption', 'published', 'updated'])) {
    byId('article').style.setProperty(`--word-${name}`, JSON.stringify(t(WORDS[name])));
  }
  say('');
  intake.listSamples();
  const view = session.currentView();
  if (!view) return;
  showClocks(view);
  article.redrawChips();
  panel.attach(view);
  legend.setCounts(view.counts);
  card.refresh();
  writeStats(view);
});

// Beside the text there is room for the clocks, unless the window is low; above it the text comes first.
const wide = matchMedia('(width >= 1024px) and (height >= 780px)');
const fold = () => { /** @type {HTMLDetailsElement} */ (byId('clocks-box')).open = wide.matches; };
fold();
wide.addEventListener('change', fold);

/** @type {Promise<void> | undefined} */
let keeping;
const offlineOnce = () => (keeping ??= offline.start({
  kept: () => { byId('kept').hidden = false; },
  newer: (use) => notice('version', t('newVersion'), { actions: [{ label: t('reload'), run: use }] }),
}));

engine.start(({ state, why }) => {
  if (state === 'failed') {
    notice('engine', t('wasmFail', { why: why ?? '' }), { tone: 'error', actions: [{ label: t('retry'), run: retry }] });
  } else if (state === 'ready') {
    notice('engine', null);
    // After the engine: what is kept is what was just loaded.
    void offlineOnce();
  }
});
