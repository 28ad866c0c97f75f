// @ts-check
/** Points of the drawn article as places in its text: what the page added between the words does not count. */

/**
 * How many characters of text stand before a point.
 * @param {Element} root
 * @param {Node} node inside it
 * @param {number} offset
 */
export function offsetIn(root, node, offset) {
  const point = document.createRange();
  point.setStart(root, 0);
  point.setEnd(node, offset);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let count = 0;
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    if (text.parentElement?.closest('.chip')) continue;
    if (text === node) return count + offset;
    if (!point.isPointInRange(text, 0)) break;
    count += /** @type {Text} */ (text).length;
  }
  return count;
}

/**
 * What is selected, if it lies in the article within one paragraph.
 * @param {Element} article
 * @returns {{start: number, end: number} | null}
 */
export function selectedInZone(article) {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const zoneOf = (/** @type {Node} */ node) => (node instanceof Element ? node : node.parentElement)?.closest('.zone');
  const zone = /** @type {HTMLElement | null | undefined} */ (zoneOf(range.startContainer));
  if (!zone || !article.contains(zone) || zoneOf(range.endContainer) !== zone) return null;
  const base = Number(zone.dataset.start);
  const start = base + offsetIn(zone, range.startContainer, range.startOffset);
  const end = base + offsetIn(zone, range.endContainer, range.endOffset);
  return start < end ? { start, end } : null;
}
