// @ts-check
/** Making elements. Text enters the page here, as text nodes only. */

/**
 * @param {string} tag
 * @param {Record<string, string | boolean | number | null | undefined | ((event: any) => void)>} [attributes] a function is a
 *   listener for the event of that name; `true` is an empty attribute; `false`, `null` and `undefined` are left out
 * @param {...(Node | string | null | undefined)} children
 * @returns {HTMLElement}
 */
export function h(tag, attributes = {}, ...children) {
  const box = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') box.addEventListener(name, value);
    else if (value === true) box.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) box.setAttribute(name, String(value));
  }
  box.append(...children.filter((child) => child !== null && child !== undefined));
  return box;
}

/**
 * The element of the page with this id, which `index.html` promises.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} id
 * @returns {T}
 */
export function byId(id) {
  const box = document.getElementById(id);
  if (!box) throw new Error(`index.html has no #${id}`);
  return /** @type {T} */ (box);
}

/** Whether keys typed there are text. @param {EventTarget | null} target */
export const isField = (target) =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"]') !== null;
