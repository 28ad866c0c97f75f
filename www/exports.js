// @ts-check
/** The article in the forms of other programs: which there are, how one is made, and what its file is called. */
import { isoOf, present } from './calendar.js';
import { current, record } from './current.js';
import * as engine from './engine.js';
import { language, locale, t } from './i18n.js';

/** @typedef {import('./i18n.js').Key} Key */
/** @typedef {'json' | 'csv' | 'markdown' | 'html' | 'webanno' | 'timeml' | 'ics'} Format */
/** @typedef {{visibleOnly: boolean, semicolon: boolean}} Wishes */

/** @type {readonly {format: Format, name: string, about: Key, extension: string, type: string}[]} */
export const FORMATS = [
  { format: 'csv', name: 'CSV', about: 'expCsv', extension: 'csv', type: 'text/csv' },
  { format: 'html', name: 'HTML', about: 'expHtml', extension: 'html', type: 'text/html' },
  { format: 'markdown', name: 'Markdown', about: 'expMarkdown', extension: 'md', type: 'text/markdown' },
  { format: 'ics', name: 'iCalendar', about: 'expIcs', extension: 'ics', type: 'text/calendar' },
  { format: 'json', name: 'JSON', about: 'expJson', extension: 'json', type: 'application/json' },
  { format: 'webanno', name: 'Web Annotation', about: 'expWebanno', extension: 'jsonld', type: 'application/ld+json' },
  { format: 'timeml', name: 'TimeML', about: 'expTimeml', extension: 'tml', type: 'application/xml' },
];

/**
 * The article as it is now, with the reader's corrections, in one form.
 * @param {Format} format
 * @param {Wishes} wishes
 * @returns {Promise<string>}
 */
export async function make(format, { visibleOnly, semicolon }) {
  const now = current(visibleOnly);
  if (!now) throw new Error(t('emptyText'));
  // The one form that the page reads again; the engine has no part in its corrections.
  if (format === 'json') return `${JSON.stringify(record(now), null, 2)}\n`;
  const { text, document } = now;
  /** @type {import('./pkg/sorot.js').ExportChoices} */
  const choices = { separator: semicolon ? ';' : ',', made: isoOf(present()), words: words() };
  return (await engine.exported({ text, document, format, choices })).result;
}

/** What an export adds to the words of the text, in the language of the interface. */
function words() {
  const month = new Intl.DateTimeFormat(locale(), { month: 'short', timeZone: 'UTC' });
  const side = (/** @type {Key} */ key) => t(key, { t: '' }).trim();
  const kinds = /** @type {const} */ (['kPER', 'kORG', 'kLOC', 'kEVT', 'kLAW', 'kWRK', 'kNORP', 'kMON', 'kQTY']);
  return {
    language: language(), months: /** @type {any} */ (Array.from({ length: 12 }, (_, index) => month.format(Date.UTC(2024, index, 1)))),
    clock: language() === 'id' ? '.' : ':', from: side('openEnd'), before: side('openStart'), published: t('published'),
    captured: t('captured'), names: t('names'), kinds: /** @type {any} */ (kinds.map((kind) => t(kind))), date: t('DATE'), relative: t('REL'), duration: t('DUR'),
  };
}

/** `sorot-2024-01-10-as-dan-sekutu.csv`: the day of publication and how the headline begins. @param {string} extension */
export function fileName(extension) {
  const now = current();
  const headline = now?.document.zones.find(({ kind }) => kind === 'headline');
  const title = headline && now ? now.text.slice(headline.start, headline.end) : '';
  const plain = title.slice(0, 200).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = (plain.match(/[a-z0-9]+/g) ?? []).slice(0, 3).map((word) => word.slice(0, 24));
  const day = now?.document.published?.slice(0, 10);
  return `${['sorot', day, ...slug].filter(Boolean).join('-')}.${extension}`;
}

/** Hands a text over as a file. @param {string} text @param {string} name @param {string} type */
export function download(text, name, type) {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // A browser may begin to read it after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
