// @ts-check
/**
 * An article in the fragment of an address, which no server is sent: `1.<deflate-raw, base64url>.<crc32>`. The checksum tells
 * a link that was cut; it does not tell who made it.
 */
import { LIMIT } from './pasted.js';
import { pack, unpack } from './record.js';

/** @typedef {import('./record.js').Record} Record */

/** A link that cannot be opened. */
export class BadLink extends Error {}

/** Whether a fragment is meant to be an article. @param {string} hash `#1.…` */
export const isShared = (hash) => /^#\d+\./.test(hash);

/** @param {Record} record @returns {Promise<string>} without the `#` */
export async function seal(record) {
  const bytes = new TextEncoder().encode(JSON.stringify(pack(record)));
  const packed = await new Response(through(bytes, new CompressionStream('deflate-raw'))).arrayBuffer();
  const code = base64(new Uint8Array(packed));
  return `1.${code}.${crc(code)}`;
}

/** @param {string} hash `#1.…` @returns {Promise<Record>} */
export async function unseal(hash) {
  const [, code, sum] = /^#1\.([\w-]+)\.([0-9a-f]{8})$/.exec(hash) ?? [];
  if (!code || crc(code) !== sum) throw new BadLink('checksum');
  let record = null;
  try {
    record = unpack(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await inflate(bytesOf(code)))));
  } catch (error) {
    throw error instanceof BadLink ? error : new BadLink('content');
  }
  if (!record) throw new BadLink('content');
  return record;
}

/** @param {Uint8Array<ArrayBuffer>} bytes @param {CompressionStream | DecompressionStream} stream @returns {ReadableStream<Uint8Array<ArrayBuffer>>} */
const through = (bytes, stream) => /** @type {any} */ (new Blob([bytes]).stream().pipeThrough(stream));

/** Unpacks no more than a text may have. @param {Uint8Array<ArrayBuffer>} bytes */
async function inflate(bytes) {
  const reader = through(bytes, new DecompressionStream('deflate-raw')).getReader();
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const chunks = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > LIMIT) {
      void reader.cancel();
      throw new BadLink('size');
    }
    chunks.push(next.value);
  }
  return new Blob(chunks).arrayBuffer();
}

/** @param {Uint8Array} bytes */
function base64(bytes) {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @param {string} code */
const bytesOf = (code) => Uint8Array.from(atob(code.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));

/** CRC-32 of ASCII, in hexadecimal. @param {string} text */
function crc(text) {
  let sum = -1;
  for (let i = 0; i < text.length; i += 1) {
    sum ^= text.charCodeAt(i);
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  }
  return (~sum >>> 0).toString(16).padStart(8, '0');
}
