// @ts-check
/** The window of exports: every form to be copied or saved, of all marks or of those that are shown. */
import { windowFrame } from './buttons.js';
import { copyText } from './clipboard.js';
import { byId, h } from './dom.js';
import * as exports from './exports.js';
import { t } from './i18n.js';

/** @type {exports.Wishes} */
const wishes = { visibleOnly: false, semicolon: false };

export function openExports() {
  /** @type {HTMLDialogElement} */
  const dialog = byId('export');
  const said = h('p', { id: 'export-said', role: 'status' });
  dialog.replaceChildren(windowFrame('export-title', t('export'), () => dialog.close(), [
    choice(), h('ul', { class: 'exports' }, ...exports.FORMATS.map((form) => row(form, said))), said,
  ]));
  if (!dialog.open) dialog.showModal();
}

function choice() {
  /** @param {boolean} visibleOnly @param {string} id @param {import('./i18n.js').Key} key */
  const option = (visibleOnly, id, key) => h('label', {},
    h('input', { type: 'radio', name: 'export-of', id, checked: wishes.visibleOnly === visibleOnly, change: () => { wishes.visibleOnly = visibleOnly; } }),
    h('span', {}, t(key)));
  return h('fieldset', { class: 'segmented' }, h('legend', {}, t('exportOf')),
    h('div', {}, option(false, 'export-all', 'exportAll'), option(true, 'export-visible', 'exportVisible')));
}

/** @param {typeof exports.FORMATS[number]} form @param {HTMLElement} said */
function row({ format, name, about, extension, type }, said) {
  const make = async () => {
    said.textContent = '';
    try {
      return await exports.make(format, wishes);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      said.textContent = format === 'ics' && why.startsWith('document.timexes:') ? t('exportNoEvents') : t('exportFailed', { name, why });
      throw error;
    }
  };
  const copy = async () => {
    const text = make();
    // Asked for at once: some browsers let a click write to the clipboard only while it is handled.
    const copied = await copyText(text);
    if (await text.then(() => true, () => false)) said.textContent = t(copied ? 'copied' : 'copyFailed');
  };
  const save = async () => {
    const text = await make().catch(() => null);
    if (text === null) return;
    const file = exports.fileName(extension);
    exports.download(text, file, type);
    said.textContent = t('downloaded', { file });
  };
  const button = (/** @type {'copy' | 'download'} */ key, /** @type {() => void} */ click) =>
    h('button', { type: 'button', id: `export-${format}-${key}`, 'aria-label': `${t(key)} ${name}`, click }, t(key));
  const separator = /** @type {HTMLInputElement} */ (h('input', {
    type: 'checkbox', id: 'export-semicolon', checked: wishes.semicolon, change: () => { wishes.semicolon = separator.checked; },
  }));
  return h('li', {}, h('div', {}, h('strong', {}, name), h('span', { class: 'row-more' }, t(about)),
    format === 'csv' ? h('label', { class: 'setting' }, separator, h('span', {}, t('semicolon'))) : null),
  button('copy', () => void copy()), button('download', () => void save()));
}
