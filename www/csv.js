// @ts-check
/** Tables as text that spreadsheets read. */

/**
 * Rows as CSV (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe before it.
 * @param {(string | number | null | undefined)[][]} rows
 */
export const csv = (rows) => rows.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';

/** @param {string | number | null | undefined} value */
function cell(value) {
  const text = String(value ?? '');
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
