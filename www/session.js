// @ts-check
/** The article of the moment: its text, its clocks, its corrections, its view. Asks the engine and tells whoever listens. */
import * as calendar from './calendar.js';
import { correct } from './corrections.js';
import * as engine from './engine.js';
import * as history from './history.js';
import { entityKind, timexKind } from './kinds.js';
import { countsOf, makeView, reclock } from './model.js';
import { get } from './settings.js';
import * as shelf from './shelf.js';

/** @typedef {import('./model.js').View} View */
/** @typedef {'published' | 'captured'} Clock */
/** @typedef {'pasted' | 'other' | 'published' | 'unknown'} CapturedMode */

/**
 * What the reader said of the clocks.
 * @typedef {object} Clocks
 * @property {string | null} published `null`: as found in the text
 * @property {CapturedMode} mode
 * @property {string} pasted the moment of pasting: an assumption
 * @property {string | null} other the moment that was chosen
 * @property {string | null} offset `null`: as found in the text
 * @property {string | null} [hint] when the page that was pasted says that it was published: for a text that does not
 * @property {'you' | 'sample' | 'page' | 'link'} by who set them
 */

/** @typedef {{text: string, clocks: Clocks}} Article */
/** @typedef {import('./corrections.js').Step} Step */
/** @typedef {import('./pkg/sorot.js').Document} Document */

/** @type {Article | null} */
let article = null;
/** @type {View | null} */
let view = null;

/** What the engine found, without corrections. @type {Document | null} */
let raw = null;
let changes = history.begin([]);
/** What came of them. @type {Pick<import('./corrections.js').Corrected, 'lost' | 'clocks'>} */
let outcome = { lost: new Map(), clocks: new Map() };

/**
 * @typedef {object} Listeners
 * @property {(view: View) => void} begun the beginning of another document, to look at until the rest is there
 * @property {(view: View, ms: number) => void} drawn another document
 * @property {(changed: string[]) => void} reclocked the same document under other clocks
 * @property {(view: View) => void} amended the same text, corrected otherwise
 * @property {(error: Error) => void} failed
 */
/** @type {Listeners} */
let listeners = { begun() {}, drawn() {}, reclocked() {}, amended() {}, failed() {} };

/** @param {Listeners} next */
export function listen(next) {
  listeners = next;
}

export const currentView = () => view;
export const currentArticle = () => article;

/** @param {Partial<Clocks>} [known] @returns {Clocks} those of a text that was pasted now */
export const freshClocks = (known = {}) => ({
  published: null, mode: 'pasted', pasted: calendar.isoOf(calendar.present()), other: null, offset: null, by: 'you', ...known,
});

/** @param {Clocks} clocks @param {string} text @returns {import('./engine.js').Options} */
function optionsOf(clocks, text) {
  const { mode, pasted, other, published } = clocks;
  const known = published ?? view?.document.published ?? null;
  const captured = { pasted, other, published: known, unknown: null }[mode];
  return { published, captured, offset: clocks.offset ?? usualOffset(text) };
}

/** Where a text says in which zone it was written. */
const ZONED = /\b(?:WIB|WITA|WIT|GMT|UTC)\b|waktu indonesia/i;

/** The reader's usual zone, for a text that names none. @param {string} text */
const usualOffset = (text) => (get('zone') && !ZONED.test(text) ? get('zone') : null);

/** Characters that are arranged and drawn in one task. */
const SHORT = 50_000;

/** Between the tasks of a long text, the page may breathe. @param {string} text */
const pause = ({ length }) => (length > SHORT ? new Promise((resolve) => setTimeout(resolve)) : undefined);

/**
 * Annotates a text and makes it the article.
 * @param {string} text
 * @param {Clocks} clocks
 * @param {readonly Step[]} [steps] its corrections; those that are kept for this text where none are given
 * @param {boolean} [foreign] they are somebody else's: the reader's own are one step back, and stay kept until then
 */
export async function open(text, clocks, steps, foreign = false) {
  const asked = (article = { text, clocks });
  view = null;
  raw = null;
  const own = steps && !foreign ? [] : shelf.load(text);
  changes = history.begin(steps ? [...steps] : own);
  if (steps && own.length) changes.past = [own];
  try {
    const { result, ms } = await engine.annotate(text, optionsOf(clocks, text), (head, length) => {
      const words = text.slice(0, length);
      if (article === asked) listeners.begun(makeView(words, correct(words, head, changes.present).document));
    });
    // To arrange a long answer and to draw it are two tasks.
    await pause(text);
    if (article !== asked) return;
    const next = arrange(text, result);
    await pause(text);
    if (article !== asked) return;
    raw = result;
    view = next;
    listeners.drawn(view, ms);
    if (steps && !foreign) shelf.save(text, changes.present);
    if (clocks.hint && !clocks.published && !result.published) await setClocks({ published: clocks.hint, by: 'page' });
    else if (clocks.mode === 'published' || outcome.clocks.size) await setClocks({});
  } catch (error) {
    fail(error);
  }
}

/**
 * The article in other words, while it is edited: its clocks and corrections stay.
 * @param {string} text
 */
export async function revise(text) {
  if (!article || text === article.text) return;
  const { text: was, clocks } = article;
  article = { text, clocks };
  try {
    const { result } = await engine.annotate(text, optionsOf(clocks, text));
    if (article?.text !== text) return;
    raw = result;
    if (changes.present.length) {
      shelf.save(was, []);
      shelf.save(text, changes.present);
    }
    view = arrange(text, result);
    listeners.amended(view);
    if (article.clocks !== clocks || clocks.mode === 'published' || outcome.clocks.size) await setClocks({});
  } catch (error) {
    fail(error);
  }
}

/** The view of a result under the corrections of the moment. @param {string} text @param {Document} result */
function arrange(text, result) {
  const { document, ...rest } = correct(text, result, changes.present);
  outcome = rest;
  return makeView(text, document);
}

/** How many of each kind a text holds, without making it the article. @param {string} text */
export async function count(text) {
  const { result } = await engine.annotate(text, optionsOf(freshClocks(), text));
  return countsOf([...result.entities.map(entityKind), ...result.timexes.map(timexKind)]);
}

/** Other clocks for the same text. @param {Partial<Clocks>} change */
export async function setClocks(change) {
  if (!article || !view || !raw) return;
  article = { ...article, clocks: { ...article.clocks, ...change } };
  const asked = raw;
  try {
    if (change.published === null) await detectPublished(article.clocks);
    const options = optionsOf(article.clocks, article.text);
    const { result } = await engine.resolve(options);
    await moveAnchors(result, options);
    // Of another text it says nothing. What was corrected meanwhile has made another view, of which it holds as well.
    if (raw !== asked || !view) return;
    Object.assign(raw, result);
    listeners.reclocked(reclock(view, correct(view.text, raw, changes.present).document));
  } catch (error) {
    fail(error);
  }
}

/** What the reader corrected, which of it found no place, and whether there is a way back or forth. */
export const corrections = () =>
  ({ steps: changes.present, lost: outcome.lost, canUndo: changes.past.length > 0, canRedo: changes.future.length > 0 });

/** The value of the first time in some words, counted from the clocks of the article. @param {string} words @returns {Promise<string | null>} */
export async function readTime(words) {
  if (!article || words.length > 200) return null;
  const { result } = await engine.times(words, optionsOf(article.clocks, article.text));
  return result.map((line) => line.split(' ')[1]).find(Boolean) ?? null;
}

/** @param {Step} step */
export const apply = (step) => settle(history.record(changes, step));
export const undo = () => settle(history.undo(changes));
export const redo = () => settle(history.redo(changes));
/** @param {number} index */
export const drop = (index) => settle(history.drop(changes, index));
export const clear = () => settle(history.clear(changes));

/** @param {history.History} next @returns {boolean} whether anything changed */
function settle(next) {
  if (!article || !view || !raw || next.present === changes.present) return false;
  const before = JSON.stringify([...outcome.clocks]);
  changes = next;
  shelf.save(article.text, next.present);
  // While the text is edited, what is shown is still the one before.
  view = arrange(view.text, raw);
  listeners.amended(view);
  if (JSON.stringify([...outcome.clocks]) !== before) void setClocks({});
  return true;
}

/**
 * Gives the times with a clock of their own the values that they have where both clocks show what that one shows.
 * @param {import('./engine.js').Resolution} result changed in place
 * @param {import('./engine.js').Options} options
 */
async function moveAnchors(result, options) {
  const anchors = outcome.clocks;
  for (const anchor of new Set(anchors.values())) {
    const clock = result[anchor];
    const { result: moved } = await engine.resolve({ ...options, published: clock, captured: clock });
    const others = new Map(moved.timexes.map((timex) => [timex.id, timex]));
    result.timexes = result.timexes.map((timex) => {
      const other = others.get(timex.id);
      if (anchors.get(timex.id) !== anchor || !other) return timex;
      return { ...other, anchor, derivation: { ...other.derivation, clock: anchor, text: '' }, was: timex.anchor };
    });
  }
}

/** Forgets a publication time that was set, so that "same as published" counts from the one in the text. @param {Clocks} clocks */
async function detectPublished(clocks) {
  if (clocks.mode !== 'published' || !view) return;
  const { result } = await engine.resolve({ published: null, captured: null, offset: clocks.offset ?? usualOffset(view.text) });
  view.document.published = result.published;
}

/** @param {unknown} error */
function fail(error) {
  if (!(error instanceof engine.Superseded)) listeners.failed(error instanceof Error ? error : new Error(String(error)));
}

/** Back to no article. @returns {(Article & {steps: Step[]}) | null} what there was */
export function leave() {
  const was = article && { ...article, steps: changes.present };
  article = null;
  view = null;
  raw = null;
  return was;
}
