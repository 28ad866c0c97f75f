// @ts-check
/** What the reader chose, kept in one key of `localStorage`; in memory alone where storage is refused. */

/**
 * @typedef {object} Settings
 * @property {'id' | 'en'} language
 * @property {'auto' | 'light' | 'dark'} theme
 * @property {'colour' | 'calm' | 'line' | 'label'} style how annotations are drawn
 * @property {'all' | 'relative' | 'off'} chips which times show their absolute value in the text
 * @property {string[]} hidden kinds that are filtered out
 * @property {number} textSize percent
 * @property {string} zone the offset in which a text is read that names no zone; empty: the engine's
 * @property {boolean} keys single-key shortcuts
 * @property {boolean} dim boilerplate drawn fainter
 * @property {boolean} hinted the first-run hint was seen
 */

const KEY = 'sorot';

/** @type {Settings} */
const DEFAULTS = {
  language: 'id', theme: 'auto', style: 'colour', chips: 'relative', hidden: [], textSize: 100, zone: '', keys: true, dim: false,
  hinted: false,
};

/** @type {Settings} */
let settings = { ...DEFAULTS, ...stored() };
/** @type {Map<keyof Settings, Set<(value: any) => void>>} */
const listeners = new Map();

/** @returns {Partial<Settings>} */
function stored() {
  try {
    const value = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    const known = Object.entries(value).filter(([name, v]) =>
      name in DEFAULTS && typeof v === typeof DEFAULTS[/** @type {keyof Settings} */ (name)]);
    return Object.fromEntries(known);
  } catch {
    return {};
  }
}

/**
 * @template {keyof Settings} K
 * @param {K} name
 * @returns {Settings[K]}
 */
export const get = (name) => settings[name];

/**
 * @template {keyof Settings} K
 * @param {K} name
 * @param {Settings[K]} value
 */
export function set(name, value) {
  if (settings[name] === value) return;
  settings = { ...settings, [name]: value };
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // Private mode: the choice lasts as long as the tab.
  }
  for (const listener of listeners.get(name) ?? []) listener(value);
}

/**
 * Calls `listener` with the present value, and again at every change.
 * @template {keyof Settings} K
 * @param {K} name
 * @param {(value: Settings[K]) => void} listener
 */
export function watch(name, listener) {
  const set = listeners.get(name) ?? new Set();
  listeners.set(name, set.add(listener));
  listener(settings[name]);
}

/** Back to the first state. */
export function reset() {
  for (const name of /** @type {(keyof Settings)[]} */ (Object.keys(DEFAULTS))) {
    set(name, /** @type {never} */ (DEFAULTS[name]));
  }
}
