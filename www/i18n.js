// @ts-check
/** The page's words: looks strings up, fills them in, and writes them into marked elements. */
import { id } from './strings/id.js';
import { en } from './strings/en.js';

/** @typedef {keyof typeof id} Key */
/** @typedef {'id' | 'en'} Language */

const tables = { id, en };
/** @type {Language} */
let current = 'id';

/** @returns {Language} the language of the interface */
export const language = () => current;

/** @returns {string} the BCP 47 tag that dates and numbers are written in */
export const locale = () => (current === 'en' ? 'en-GB' : 'id-ID');

/** @param {Language} next */
export function setLanguage(next) {
  current = next in tables ? next : 'id';
}

/**
 * The string for `key`, with each `{name}` replaced by `values[name]`.
 * @param {Key} key
 * @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  const pattern = tables[current][key] ?? id[key] ?? key;
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** @param {number} value a number, in the form of the interface's language */
export const number = (value) => new Intl.NumberFormat(locale()).format(value);

/** @param {string} code @returns {string} what a language is called in the language of the interface */
export const languageName = (code) => new Intl.DisplayNames(locale(), { type: 'language' }).of(code) ?? code;

/**
 * Writes the strings of every marked element under `root`: `data-t` is its text, `data-t-label` its accessible name,
 * `data-t-placeholder` its placeholder. In a `data-t-marked` text, `[who|PER]` looks like an annotation of that kind.
 * @param {ParentNode} root
 */
export function translate(root) {
  const each = (/** @type {string} */ name, /** @type {(el: Element, text: string) => void} */ write) => {
    for (const element of root.querySelectorAll(`[${name}]`)) {
      write(element, t(/** @type {Key} */ (element.getAttribute(name))));
    }
  };
  each('data-t', (element, text) => { element.textContent = text; });
  each('data-t-marked', (element, text) => element.replaceChildren(...marked(text)));
  each('data-t-label', (element, text) => element.setAttribute('aria-label', text));
  each('data-t-placeholder', (element, text) => element.setAttribute('placeholder', text));
}

/** @param {string} text */
function marked(text) {
  return text.split(/\[([^\]]+)\]/).map((part, index) => {
    if (index % 2 === 0) return part;
    const [words, kind] = part.split('|');
    const box = document.createElement('span');
    box.className = 'as-mark';
    box.dataset.kind = kind;
    box.textContent = words;
    return box;
  });
}
