// @ts-check
/** The page's side of the worker: asks, hands back the newest answer, starts it again after a crash. */
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
let crashes = 0;
/** @type {Map<number, {op: string, resolve: (answer: any) => void, reject: (error: Error) => void}>} */
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
  worker?.terminate();
  dropAll(() => new Superseded());
  report({ state: 'loading' });
  try {
    worker = startWorker();
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
    return;
  }
  worker.addEventListener('message', receive);
  worker.addEventListener('error', crash);
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

/** @param {ErrorEvent} event */
function crash(event) {
  event.preventDefault();
  crashes += 1;
  const why = event.message || 'worker';
  if (crashes > 1) fail(why);
  else {
    dropAll(() => new Error(why));
    restart();
  }
}

/** @param {MessageEvent} event */
function receive({ data }) {
  if (data.op === 'ready') report({ state: 'ready' });
  else if (data.op === 'failed') fail(data.error);
  else {
    const question = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.error === undefined) question?.resolve(data);
    else question?.reject(new Error(data.error));
  }
}

/**
 * @param {'annotate' | 'resolve'} op
 * @param {object} rest
 * @returns {Promise<any>}
 */
function ask(op, rest) {
  if (!worker) return Promise.reject(new Error(failure));
  for (const [id, question] of waiting) {
    // A new text overtakes everything; new clocks overtake older clocks.
    if (op === 'annotate' || question.op === op) {
      waiting.delete(id);
      question.reject(new Superseded());
    }
  }
  const id = (lastId += 1);
  worker.postMessage({ id, op, ...rest });
  return new Promise((resolve, reject) => waiting.set(id, { op, resolve, reject }));
}

/**
 * @param {string} text
 * @param {Options} options
 * @returns {Promise<{result: Document, ms: number}>}
 */
export const annotate = (text, options) => ask('annotate', { text, options });

/**
 * The text that was annotated last, under other clocks.
 * @param {Options} options
 * @returns {Promise<{result: Resolution, ms: number}>}
 */
export const resolve = (options) => ask('resolve', { options });
