// @ts-check
/** The one Trusted Types policy: it lets the page's own two workers be started and HTML be read inertly, nothing else. */

const WORKER = new URL('./worker.js', import.meta.url).href;
const KEEPER = new URL('./sw.js', import.meta.url).href;

/**
 * @typedef {object} Policy
 * @property {(html: string) => any} createHTML
 * @property {(url: string) => any} createScriptURL
 */

const rules = {
  createHTML: (/** @type {string} */ html) => html,
  createScriptURL: (/** @type {string} */ url) => {
    if (url !== WORKER && url !== KEEPER) throw new TypeError(`not a script of this page: ${url}`);
    return url;
  },
};

/** @type {Policy} */
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy('sorot', rules) ?? rules;

/** Starts the worker that holds the engine. */
export const startWorker = () => new Worker(policy.createScriptURL(WORKER), { type: 'module', name: 'sorot' });

/** Registers the worker that keeps the page for when there is no network. */
export const registerKeeper = () => navigator.serviceWorker.register(policy.createScriptURL(KEEPER), { updateViaCache: 'none' });

/** Attributes that an inert document does not act on, and that the page's policy is told of all the same. */
const TAG = /<[a-z][^<>]{0,4000}>/gi;
/** Put before their names. What is no tag but looks like one, in a script's text, has it too. */
export const MUTED = 'data-muted-';
const SPEAKING = /([\s"'/])(?=(?:on\w+|style)\s*=)/gi;

/**
 * Parses HTML into a document that runs, loads and shows nothing. Callers read its text and never adopt its nodes.
 * @param {string} html
 * @returns {Document}
 */
export const parseInert = (html) => new DOMParser().parseFromString(policy.createHTML(html.replace(TAG, (tag) => tag.replace(SPEAKING, `$1${MUTED}`))), 'text/html');
