// @ts-check
/** The two windows, settings and shortcuts, and what the settings do to the look of the page. */
import { byId, h } from './dom.js';
import { windowFrame } from './buttons.js';
import { t } from './i18n.js';
import { about } from './engine.js';
import { ZONES, zoneMinutes, zoneName } from './calendar.js';
import * as settings from './settings.js';

/** @typedef {import('./i18n.js').Key} Key */
/** @typedef {import('./settings.js').Settings} Settings */

const root = document.documentElement;
/** @type {HTMLDialogElement} */
const settingsWindow = byId('settings');
/** @type {HTMLDialogElement} */
const keysWindow = byId('keys');

/** @type {[keyof Settings, Key, [string, Key][]][]} */
const CHOICES = [
  ['theme', 'theme', [['auto', 'themeAuto'], ['light', 'themeLight'], ['dark', 'themeDark']]],
  ['style', 'style', [['colour', 'styleColour'], ['calm', 'styleCalm'], ['line', 'styleLine'], ['label', 'styleLabel']]],
  ['chips', 'chips', [['all', 'chipsAll'], ['relative', 'chipsRelative'], ['off', 'chipsOff']]],
];

function closeWindows() {
  settingsWindow.close();
  keysWindow.close();
}

/** @param {keyof Settings} name @param {Key} label @param {[string, Key][]} options */
function radios(name, label, options) {
  const pick = (/** @type {Event} */ event) =>
    settings.set(name, /** @type {never} */ (/** @type {HTMLInputElement} */ (event.target).value));
  return h('fieldset', { class: 'segmented', change: pick }, h('legend', {}, t(label)),
    h('div', {}, ...options.map(([value, key]) => h('label', {},
      h('input', { type: 'radio', name: `set-${name}`, value, checked: settings.get(name) === value }), h('span', {}, t(key))))));
}

export function openSettings() {
  const size = /** @type {HTMLInputElement} */ (h('input', {
    type: 'range', id: 'set-size', min: '90', max: '150', step: '10', value: String(settings.get('textSize')),
    input: () => settings.set('textSize', Number(size.value)),
  }));
  const keys = /** @type {HTMLInputElement} */ (h('input', {
    type: 'checkbox', checked: settings.get('keys'), change: () => settings.set('keys', keys.checked),
  }));
  const zone = /** @type {HTMLSelectElement} */ (h('select', {
    id: 'set-zone', change: () => settings.set('zone', zone.value),
  }, h('option', { value: '' }, t('zoneText')), ...ZONES.map((offset) => h('option', { value: offset }, zoneName(zoneMinutes(offset))))));
  zone.value = settings.get('zone');
  const languages = h('fieldset', { class: 'segmented', change: (/** @type {Event} */ event) => {
    settings.set('language', /** @type {'id' | 'en'} */ (/** @type {HTMLInputElement} */ (event.target).value));
    openSettings();
  } }, h('legend', {}, t('language')), h('div', {}, ...[['id', 'Indonesia'], ['en', 'English']].map(([value, name]) =>
    h('label', { lang: value }, h('input', { type: 'radio', name: 'set-language', value, checked: settings.get('language') === value }), h('span', {}, name)))));
  settingsWindow.replaceChildren(windowFrame('settings-title', t('settings'), closeWindows, [
    languages,
    ...CHOICES.map(([name, label, options]) => radios(name, label, options)),
    h('div', { class: 'setting' }, h('label', { for: 'set-size' }, t('textSize')), size),
    h('div', { class: 'setting' }, h('label', { for: 'set-zone' }, t('usualZone')), zone),
    h('label', { class: 'setting check' }, keys, t('singleKeys')),
    h('button', { type: 'button', class: 'link', click: () => { settings.reset(); openSettings(); } }, t('reset')),
    h('p', { class: 'muted about' }, t('about', about())),
  ]));
  if (!settingsWindow.open) settingsWindow.showModal();
}

/** @type {[string, Key][]} */
const KEYS = [
  ['n · p · → · ←', 'keyNext'], ['Shift+N · Shift+P', 'keyMention'], ['] · [', 'keyTime'], ['Home · End', 'keyEnds'],
  ['Enter', 'keyEnter'], ['Esc', 'keyEsc'], ['1–8', 'keyDigits'], ['Shift+1–8', 'keyOnly'], ['0', 'keyZero'],
  ['c', 'keyKind'], ['Delete', 'keyRemove'], ['Ctrl+Z · Ctrl+Shift+Z', 'keyUndo'], ['Shift+→ · Shift+←', 'keySelect'], ['Alt+Shift+→', 'keyBegin'],
  ['a', 'keyAbs'], ['w', 'keyClocks'], ['i · l · t · k', 'keyPanels'], ['/', 'keyFilter'], ['e', 'keyEdit'],
  ['Ctrl+Enter', 'keyRun'], ['?', 'keyHelp'],
];

export function openKeys() {
  keysWindow.replaceChildren(windowFrame('keys-title', t('keys'), closeWindows, [
    h('p', { class: 'muted' }, t('keysHelp')),
    h('dl', { class: 'keys' }, ...KEYS.map(([keys, what]) => h('div', {},
      h('dt', {}, ...keys.split(' · ').flatMap((key, i) => [i ? ' ' : null, h('kbd', {}, key)])), h('dd', {}, t(what))))),
  ]));
  if (!keysWindow.open) keysWindow.showModal();
}

for (const window of /** @type {NodeListOf<HTMLDialogElement>} */ (document.querySelectorAll('dialog'))) {
  window.addEventListener('click', (event) => { if (event.target === window) window.close(); });
}
byId('settings-open').addEventListener('click', openSettings);
byId('keys-open').addEventListener('click', openKeys);
byId('theme-toggle').addEventListener('click', () => {
  const dark = getComputedStyle(root).colorScheme === 'dark'
    || (settings.get('theme') === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  settings.set('theme', dark ? 'light' : 'dark');
});
byId('language-toggle').addEventListener('click', () => settings.set('language', settings.get('language') === 'id' ? 'en' : 'id'));

const dim = byId('dim-toggle');
dim.addEventListener('click', () => settings.set('dim', !settings.get('dim')));
const raw = byId('raw-toggle');
raw.addEventListener('click', () => {
  const on = byId('article').classList.toggle('raw');
  raw.setAttribute('aria-pressed', String(on));
});

settings.watch('theme', (theme) => { root.dataset.theme = theme; });
settings.watch('textSize', (size) => { root.dataset.size = String(size); });
settings.watch('dim', (on) => {
  root.toggleAttribute('data-dim', on);
  dim.setAttribute('aria-pressed', String(on));
});
const forced = matchMedia('(forced-colors: active)');
const applyStyle = () => { root.dataset.style = forced.matches ? 'label' : settings.get('style'); };
settings.watch('style', applyStyle);
forced.addEventListener('change', applyStyle);
