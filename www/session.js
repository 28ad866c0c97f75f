// @ts-check
/** The article of the moment: its text, its clocks, its view. Asks the engine and tells whoever listens. */
import * as calendar from './calendar.js';
import * as engine from './engine.js';
import { makeView, reclock } from './model.js';

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
 * @property {'you' | 'sample' | 'page'} by who set them
 */

/** @typedef {{text: string, clocks: Clocks}} Article */

/** @type {Article | null} */
let article = null;
/** @type {View | null} */
let view = null;

/** The clock that a time counts from where the reader chose another one. @type {Map<string, Clock>} */
const anchors = new Map();

/**
 * @typedef {object} Listeners
 * @property {(view: View, ms: number) => void} drawn another document
 * @property {(changed: string[]) => void} reclocked the same document under other clocks
 * @property {(error: Error) => void} failed
 */
/** @type {Listeners} */
let listeners = { drawn() {}, reclocked() {}, failed() {} };

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

/** @param {Clocks} clocks @returns {import('./engine.js').Options} */
function optionsOf(clocks) {
  const { mode, pasted, other, published } = clocks;
  const known = published ?? view?.document.published ?? null;
  const captured = { pasted, other, published: known, unknown: null }[mode];
  return { published, captured, offset: clocks.offset };
}

const pause = () => new Promise((resolve) => setTimeout(resolve));

/** Annotates a text and makes it the article. @param {string} text @param {Clocks} clocks */
export async function open(text, clocks) {
  const asked = (article = { text, clocks });
  view = null;
  anchors.clear();
  try {
    const { result, ms } = await engine.annotate(text, optionsOf(clocks));
    // To unpack a long answer, to arrange it, and to draw it are three tasks.
    await pause();
    const next = makeView(text, result);
    await pause();
    if (article !== asked) return;
    view = next;
    listeners.drawn(view, ms);
    if (clocks.mode === 'published') await setClocks({});
  } catch (error) {
    fail(error);
  }
}

/** How many names and times a text holds, without making it the article. @param {string} text */
export async function count(text) {
  const { result } = await engine.annotate(text, optionsOf(freshClocks()));
  return { names: result.entities.length, times: result.timexes.length };
}

/** Other clocks for the same text. @param {Partial<Clocks>} change */
export async function setClocks(change) {
  if (!article || !view) return;
  article = { ...article, clocks: { ...article.clocks, ...change } };
  const asked = view;
  try {
    if (change.published === null) await detectPublished(article.clocks);
    const options = optionsOf(article.clocks);
    const { result } = await engine.resolve(options);
    await moveAnchors(result, options);
    if (view === asked) listeners.reclocked(reclock(asked, result));
  } catch (error) {
    fail(error);
  }
}

/** Counts one time from another clock, or, `null`, from its own again. @param {string} id @param {Clock | null} anchor */
export async function setAnchor(id, anchor) {
  if (anchor) anchors.set(id, anchor);
  else anchors.delete(id);
  await setClocks({});
}

/**
 * Gives the times with a clock of their own the values that they have where both clocks show what that one shows.
 * @param {import('./engine.js').Resolution} result changed in place
 * @param {import('./engine.js').Options} options
 */
async function moveAnchors(result, options) {
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
  const { result } = await engine.resolve({ published: null, captured: null, offset: clocks.offset });
  view.document.published = result.published;
}

/** @param {unknown} error */
function fail(error) {
  if (!(error instanceof engine.Superseded)) listeners.failed(error instanceof Error ? error : new Error(String(error)));
}

/** Back to no article. @returns {Article | null} what there was */
export function leave() {
  const was = article;
  article = null;
  view = null;
  return was;
}
