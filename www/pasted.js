// @ts-check
/** Foreign material made into text: files in their encodings, HTML by its blocks. Nothing of it enters the page but text. */
import { parseInert } from './trust.js';

export const LIMIT = 5 * 1024 * 1024;

const BLOCKS = 'address, article, aside, blockquote, dd, div, dl, dt, figcaption, figure, footer, form, h1, h2, h3, h4, h5, h6, header, hr, li, main, nav, ol, p, pre, section, table, td, th, tr, ul';
const UNSEEN = 'script, style, noscript, template, head, svg, iframe, object, select, button, textarea';

/** @typedef {{text: string, published: string | null}} Found */

/** @param {string} html @returns {Found} */
export function fromHtml(html) {
  const page = parseInert(html);
  const published = publishedOf(page);
  let text = '';
  const walk = (/** @type {Node} */ node) => {
    if (node.nodeType === Node.TEXT_NODE) text += (node.nodeValue ?? '').replace(/[ \t\r\n\f]+/g, ' ');
    else if (node instanceof Element && !node.matches(UNSEEN)) {
      const block = node.matches(BLOCKS);
      if (block || node.matches('br')) text += block ? '\n\n' : '\n';
      node.childNodes.forEach(walk);
      if (block) text += '\n\n';
    }
  };
  walk(page.body);
  return { text: text.replace(/ *\n */g, '\n').replace(/ {2,}/g, ' ').replace(/\n{3,}/g, '\n\n').trim(), published };
}

/** What a page says of its own publication. @param {Document} page */
function publishedOf(page) {
  const meta = page.querySelector('meta[property="article:published_time"], meta[itemprop="datePublished"]')?.getAttribute('content');
  const data = [...page.querySelectorAll('script[type="application/ld+json"]')]
    .map((script) => /"datePublished"\s*:\s*"([^"]+)"/.exec(script.textContent ?? '')?.[1]).find(Boolean);
  const found = meta ?? data ?? null;
  return found && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(found) && !Number.isNaN(Date.parse(found)) ? found : null;
}

/** Whether a text seems to be the source of a page. @param {string} text */
export const looksLikeHtml = (text) => (text.slice(0, 20_000).match(/<\/?(p|div|br|span|h[1-6]|article|a|li)\b[^<>]*>/gi)?.length ?? 0) >= 4;

/** A file that is no text. */
export class NotText extends Error {}

const SIGNATURES = /** @type {const} */ ([
  ['PDF', [0x25, 0x50, 0x44, 0x46]], ['ZIP/DOCX', [0x50, 0x4b, 3, 4]], ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]], ['GIF', [0x47, 0x49, 0x46, 0x38]], ['DOC', [0xd0, 0xcf, 0x11, 0xe0]],
]);

/**
 * @param {Uint8Array} bytes
 * @returns {{text: string, guessed: boolean}} `guessed`: the encoding was not UTF-8
 */
export function decode(bytes) {
  for (const [name, signature] of SIGNATURES) {
    if (signature.every((byte, index) => bytes[index] === byte)) throw new NotText(name);
  }
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (wide) return { text: new TextDecoder(wide).decode(bytes), guessed: false };
  if (bytes.subarray(0, 4096).includes(0)) throw new NotText('biner');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), guessed: false };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), guessed: true };
  }
}
