// @ts-check
/** The document as it leaves the page: with the reader's corrections and, if asked, without the kinds that are hidden. */
import { entityKind, timexKind } from './kinds.js';
import { corrections, currentArticle, currentView } from './session.js';
import { get } from './settings.js';

/** @typedef {import('./pkg/sorot.js').Document} Document */
/** @typedef {{text: string, document: Document, clocks: import('./session.js').Clocks, steps: import('./corrections.js').Step[]}} Current offsets are UTF-16 */

/**
 * What every export is made from; `null` where no article is open. The document is a copy: whoever asks may change it.
 * @param {boolean} [visibleOnly]
 * @returns {Current | null}
 */
export function current(visibleOnly = false) {
  const view = currentView();
  const article = currentArticle();
  if (!view || !article) return null;
  const document = structuredClone(view.document);
  // Which clock a time counted from before is for the page alone.
  for (const timex of document.timexes) delete (/** @type {import('./kinds.js').Timex} */ (timex)).was;
  return { text: view.text, document: visibleOnly ? without(document, get('hidden')) : document, clocks: article.clocks, steps: corrections().steps };
}

/** The same in one value, from which the page reads the article again. @param {Current} current */
export const record = ({ text, document, clocks, steps }) => ({ ...document, text, clocks, corrections: steps });

/**
 * The document without the names and times of some kinds, and without what refers to them.
 * @param {Document} document
 * @param {readonly string[]} hidden kinds of the page
 * @returns {Document}
 */
export function without(document, hidden) {
  if (hidden.length === 0) return document;
  const entities = document.entities.filter((entity) => !hidden.includes(entityKind(entity)));
  const timexes = document.timexes.filter((timex) => !hidden.includes(timexKind(timex)));
  const kept = new Set([...entities, ...timexes].map(({ id }) => id));
  const clusters = document.clusters
    .map((cluster) => ({ ...cluster, mentions: cluster.mentions.filter((id) => kept.has(id)) }))
    .filter(({ mentions }) => mentions.length > 0);
  const named = new Set(clusters.map(({ entity }) => entity));
  return {
    ...document, entities, timexes, clusters, roles: document.roles.filter(({ entity }) => named.has(entity)),
    related: document.related.map((teaser) => ({ ...teaser, stamp: teaser.stamp !== null && kept.has(teaser.stamp) ? teaser.stamp : null })),
  };
}
