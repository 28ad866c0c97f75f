// @ts-check
/** The bar under a text that takes a while. The engine answers once, so what it has done is reckoned from its last pace. */
import { byId } from './dom.js';
import { t } from './i18n.js';

/** Work shorter than this shows no bar. */
const PATIENCE_MS = 250;
const STEP_MS = 100;
/** Reckoning never says that it is done. */
const MOST = 0.97;

/** Characters in a millisecond. */
let pace = 500;
/** @type {ReturnType<typeof setInterval> | undefined} */
let timer;

/** @param {number} length characters of the text */
export function begin(length) {
  end();
  const started = performance.now();
  const step = () => {
    const passed = performance.now() - started;
    if (passed < PATIENCE_MS) return;
    const part = Math.min(MOST, (passed * pace) / length);
    byId('progress').hidden = false;
    /** @type {HTMLProgressElement} */ (byId('progress-bar')).value = part;
    byId('progress-text').textContent = t('working', { p: Math.round(part * 100) });
  };
  timer = setInterval(step, STEP_MS);
}

export function end() {
  clearInterval(timer);
  byId('progress').hidden = true;
}

/** Learns from an answer. @param {number} length characters @param {number} ms from the question to the answer */
export function learn(length, ms) {
  // Of a short text the time is that of everything else.
  if (length > 20_000 && ms > 0) pace = length / ms;
}
