// @ts-check
/** The page's side of the worker: asks, hands back the newest answer, starts it again after a crash. */
import { number } from './i18n.js';
import { startWorker } from './trust.js';

/** @typedef {import('./pkg/sorot.js').Document} Document */
/** @typedef {import('./pkg/sorot.js').Resolution} Resolution */
/** @typedef {{published: string | null, captured: string | null, offset: string | null}} Options */
/** @typedef {{state: 'loading' | 'ready' | 'failed', why?: string}} EngineState */

/** An answer that a newer question has overtaken. */
export class Superseded extends Error {}

/** @type {Worker | undefined} */
let worker;
let failure = '';
let lastId = 0;
let version = '?';
let bytes = 0;
/** Whether the present worker has an engine. */
let isReady = false;
/**
 * @typedef {object} Question
 * @property {string} op
 * @property {object} rest
 * @property {boolean} again it was asked before, of an engine that crashed
 * @property {any} result what came of the answer so far
 * @property {((result: Document, length: number) => void) | undefined} onHead
 * @property {(answer: any) => void} resolve
 * @property {(error: Error) => void} reject
 */
/** @type {Map<number, Question>} */
const waiting = new Map();
/** @type {(state: EngineState) => void} */
let report = () => {};

/** @param {(state: EngineState) => void} onState told when the engine is ready or has failed */
export function start(onState) {
  report = onState;
  restart();
}

/** Stops what runs and starts afresh: what was asked and not answered is overtaken. */
export function restart() {
  dropAll(() => new Superseded());
  renew();
}

function renew() {
  worker?.terminate();
  isReady = false;
  report({ state: 'loading' });
  try {
    worker = startWorker();
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
    return;
  }
  worker.addEventListener('message', receive);
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    const why = event.message || 'worker';
    // Where the engine does not even start, another one would not either.
    if (isReady) crash(why);
    else fail(why);
  });
}

/** @param {() => Error} error */
function dropAll(error) {
  for (const { reject } of waiting.values()) reject(error());
  waiting.clear();
}

/** @param {string} why */
function fail(why) {
  worker?.terminate();
  worker = undefined;
  failure = why;
  report({ state: 'failed', why });
  dropAll(() => new Error(why));
}

/**
 * Another engine gets the text once more. What crashes that one too is answered by its error, and a third engine waits for
 * other texts.
 * @param {string} why
 */
function crash(why) {
  const asked = [...waiting.values()];
  waiting.clear();
  renew();
  for (const question of asked) {
    if (!question.again && question.op === 'annotate' && worker) send({ ...question, again: true, result: null });
    else question.reject(new Error(why));
  }
}

/** @param {MessageEvent} event */
function receive({ data }) {
  if (data.op === 'ready') {
    ({ version, bytes } = data);
    isReady = true;
    for (const [id, question] of waiting) post(id, question);
    report({ state: 'ready' });
  } else if (data.op === 'failed') fail(data.error);
  else if (data.crashed) crash(data.error);
  else answered(data);
}

/** A part of an answer, or its end. @param {{id: number, part?: string, head?: number, ms?: number, error?: string}} data */
function answered({ id, part, head, ms, error }) {
  const question = waiting.get(id);
  if (!question) return;
  const { result } = question;
  if (part !== undefined) {
    const more = JSON.parse(part);
    // The first is the whole without its long lists, those behind it are pieces of these.
    if (!result) question.result = more;
    else for (const name of Object.keys(more)) result[name] = result[name].concat(more[name]);
  } else if (head !== undefined) {
    question.result = null;
    question.onHead?.(result, head);
  } else {
    waiting.delete(id);
    if (error === undefined) question.resolve({ result, ms });
    else question.reject(new Error(error));
  }
}

/**
 * @param {'annotate' | 'resolve' | 'times' | 'export'} op
 * @param {object} rest
 * @param {Question['onHead']} [onHead]
 * @returns {Promise<any>}
 */
function ask(op, rest, onHead) {
  if (!worker) return Promise.reject(new Error(failure));
  for (const [id, question] of waiting) {
    // A new text overtakes everything; new clocks overtake older clocks. One export does not overtake another.
    if (op === 'annotate' || (question.op === op && op !== 'export')) {
      waiting.delete(id);
      question.reject(new Superseded());
    }
  }
  return new Promise((resolve, reject) => send({ op, rest, again: false, result: null, onHead, resolve, reject }));
}

/** @param {Question} question */
function send(question) {
  const id = (lastId += 1);
  waiting.set(id, question);
  // WebKit drops what comes before the script of the worker has run.
  if (isReady) post(id, question);
}

/** @param {number} id @param {Question} question */
const post = (id, { op, rest }) => worker?.postMessage({ id, op, ...rest });

/**
 * @param {string} text
 * @param {Options} options
 * @param {Question['onHead']} [onHead] told, where the text is long, what its beginning says by itself, and how long that is
 * @returns {Promise<{result: Document, ms: number}>}
 */
export const annotate = (text, options, onHead) => ask('annotate', { text, options, head: Boolean(onHead) }, onHead);

/**
 * The text that was annotated last, under other clocks.
 * @param {Options} options
 * @returns {Promise<{result: Resolution, ms: number}>}
 */
export const resolve = (options) => ask('resolve', { options });

/**
 * The times of some words, each its type and its value. Leaves the text that was annotated last alone.
 * @param {string} text
 * @param {Options} options
 * @returns {Promise<{result: string[]}>}
 */
export const times = (text, options) => ask('times', { text, options });

/**
 * A document, with the reader's corrections, as other programs read it.
 * @param {{text: string, document: Document, format: string, choices: import('./pkg/sorot.js').ExportChoices}} wanted
 * @returns {Promise<{result: string}>}
 */
export const exported = ({ text, ...options }) => ask('export', { text, options });

/** What runs here. @returns {{version: string, kb: string}} */
export const about = () => ({ version, kb: number(Math.round(bytes / 1000)) });

/** What the makers need to know of a crash. The text is not in it. @param {Error} error @param {number} length characters */
export const reportOf = (error, length) => [
  `Sorot ${version}`, error.message, `${length} UTF-16`, navigator.userAgent, new Date().toISOString(),
].join('\n');
