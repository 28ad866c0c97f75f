// @ts-check
/** Files made into text, in their encodings. */

export const LIMIT = 5 * 1024 * 1024;

/** What a file is read as; the last without being sure. */
export const ENCODINGS = /** @type {const} */ (['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']);

/** A file that is no text: its type as the message, empty where it has none that is known. */
export class NotText extends Error {}

const SIGNATURES = /** @type {const} */ ([
  ['PDF', [0x25, 0x50, 0x44, 0x46]], ['ZIP/DOCX', [0x50, 0x4b, 3, 4]], ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]], ['GIF', [0x47, 0x49, 0x46, 0x38]], ['DOC', [0xd0, 0xcf, 0x11, 0xe0]],
]);

/**
 * @param {Uint8Array} bytes
 * @param {typeof ENCODINGS[number]} [encoding] what the reader says it is
 * @returns {{text: string, guessed: boolean}} `guessed`: the encoding was not UTF-8
 */
export function decode(bytes, encoding) {
  if (encoding) return { text: new TextDecoder(encoding).decode(bytes), guessed: false };
  for (const [name, signature] of SIGNATURES) {
    if (signature.every((byte, index) => bytes[index] === byte)) throw new NotText(name);
  }
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (wide) return { text: new TextDecoder(wide).decode(bytes), guessed: false };
  if (bytes.subarray(0, 4096).includes(0)) throw new NotText('');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), guessed: false };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), guessed: true };
  }
}
