// @ts-check
/** A web page made into text: its blocks, and what it says of its own publication. Nothing of it enters the page but text. */
import { MUTED, parseInert } from './trust.js';

const BLOCKS = 'address, article, aside, blockquote, dd, div, dl, dt, figcaption, figure, footer, form, h1, h2, h3, h4, h5, h6, header, hr, li, main, nav, ol, p, pre, section, table, td, th, tr, ul';
const UNSEEN = 'script, style, noscript, template, head, svg, iframe, object, select, button, textarea, [hidden]';
/** Around an article, on a page that was saved whole. */
const FRAME = 'nav, footer, dialog, form, [role="navigation"], [role="contentinfo"], [aria-hidden="true"]';
/** A page with fewer characters than these writes its article by script. */
const SCRIPTED = 200;

/** @typedef {{text: string, published: string | null}} Found */

/**
 * @param {string} html
 * @param {boolean} [whole] a page as it was saved: what stands before its first heading, and menus, are not the article
 * @returns {Found}
 */
export function fromHtml(html, whole = false) {
  const page = parseInert(html);
  const data = linkedData(page);
  let text = '';
  const unseen = whole ? `${UNSEEN}, ${FRAME}` : UNSEEN;
  const heading = whole ? page.querySelector('h1') : null;
  const walk = (/** @type {Node} */ node) => {
    if (node.nodeType === Node.TEXT_NODE) text += (node.nodeValue ?? '').replace(/[ \t\r\n\f]+/g, ' ');
    else if (node instanceof Element && !node.matches(unseen)) {
      if (node === heading) text = '';
      const block = node.matches(BLOCKS);
      if (block || node.matches('br')) text += block ? '\n\n' : '\n';
      node.childNodes.forEach(walk);
      if (block) text += '\n\n';
    }
  };
  walk(page.body);
  text = text.replace(/ *\n */g, '\n').replace(/ {2,}/g, ' ').replace(/\n{3,}/g, '\n\n').trim();
  if (whole && text.length < SCRIPTED && data.body) text = [data.headline, data.body].filter(Boolean).join('\n\n');
  return { text, published: publishedOf(page, data.published) };
}

/** Where a page may say it, the surest first: an attribute and who has it. @type {[string, string][]} */
const SAID = [
  ['content', 'meta[property="article:published_time"], meta[itemprop="datePublished"], meta[name="publishdate" i], meta[name="pubdate" i]'],
  ['datetime', 'time[itemprop="datePublished"], time[pubdate]'],
];

/** @param {Document} page @param {string | null} linked */
function publishedOf(page, linked) {
  const said = SAID.map(([attribute, selector]) => page.querySelector(selector)?.getAttribute(attribute));
  const first = page.querySelector('article time[datetime], main time[datetime], time[datetime]')?.getAttribute('datetime');
  return [said[0], linked, said[1], first].map(moment).find(Boolean) ?? null;
}

/** What the engine can read; a time without a zone is no instant. @param {unknown} value */
function moment(value) {
  const found = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d))?$/.exec(String(value ?? '').trim())?.[0];
  return found && !Number.isNaN(Date.parse(found)) ? found.replace(/\.\d+/, '').replace(/([+-]\d\d)(\d\d)$/, '$1:$2') : null;
}

/**
 * What JSON-LD says of the article.
 * @param {Document} page
 * @returns {{published: string | null, headline: string, body: string}}
 */
function linkedData(page) {
  const found = { published: /** @type {string | null} */ (null), headline: '', body: '' };
  const words = (/** @type {unknown} */ value) => (typeof value === 'string' ? value : '');
  const look = (/** @type {any} */ value, /** @type {number} */ depth) => {
    if (!value || typeof value !== 'object' || depth > 4) return;
    if (/Article|Posting|Report/.test(String(value['@type']))) {
      found.published ??= moment(value.datePublished);
      found.headline ||= words(value.headline);
      found.body ||= words(value.articleBody);
    }
    for (const part of Array.isArray(value) ? value : [value['@graph'], value.mainEntity]) look(part, depth + 1);
  };
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      look(JSON.parse((script.textContent ?? '').replaceAll(MUTED, '')), 0);
    } catch {
      // Many pages have broken ones; they say nothing.
    }
  }
  return found;
}

/** Whether a text seems to be the source of a page. @param {string} text */
export const looksLikeHtml = (text) => (text.slice(0, 20_000).match(/<\/?(p|div|br|span|h[1-6]|article|a|li)\b[^<>]*>/gi)?.length ?? 0) >= 4;
