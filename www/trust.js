// @ts-check
/** The one Trusted Types policy: it lets the page's own worker be started and HTML be read inertly, nothing else. */

const WORKER = new URL('./worker.js', import.meta.url).href;

/**
 * @typedef {object} Policy
 * @property {(html: string) => any} createHTML
 * @property {(url: string) => any} createScriptURL
 */

const rules = {
  createHTML: (/** @type {string} */ html) => html,
  createScriptURL: (/** @type {string} */ url) => {
    if (url !== WORKER) throw new TypeError(`not a script of this page: ${url}`);
    return url;
  },
};

/** @type {Policy} */
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy('sorot', rules) ?? rules;

/** Starts the worker that holds the engine. */
export const startWorker = () => new Worker(policy.createScriptURL(WORKER), { type: 'module', name: 'sorot' });

/**
 * Parses HTML into a document that runs, loads and shows nothing. Callers read its text and never adopt its nodes.
 * @param {string} html
 * @returns {Document}
 */
export const parseInert = (html) => new DOMParser().parseFromString(policy.createHTML(html), 'text/html');
