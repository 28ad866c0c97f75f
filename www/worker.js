// @ts-check
/**
 * The engine's thread. It owns the wasm and the document; the page asks by message and is answered by message:
 * `{id, op: 'annotate', text, options, head}`, `{id, op: 'resolve', options}`,
 * `{id, op: 'times', text, options}` → a list of `DATE 2024-01-10`, and the document stays,
 * `{id, op: 'export', text, options: {document, format, choices}}` → the document in that form, and the text annotated last stays.
 * An answer is JSON in parts, `{id, part}`, and then `{id, ms}`; where a `head` is wanted of a long text, before that the parts
 * of what its beginning says by itself, and `{id, head}`, its length. A failure → `{id, error, crashed}`, where `crashed` says that the engine is not to be used again;
 * once at the start `{op: 'ready', version, bytes}`, how large the module is, or `{op: 'failed', error}`.
 */
import init, { Annotator, version } from './pkg/sorot.js';

const words = (/** @type {unknown} */ error) => (error instanceof Error ? error.message : String(error));
const starting = init().then(() => new Annotator());

starting.then(
  () => {
    const module = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('.wasm'));
    postMessage({ op: 'ready', version: version(), bytes: /** @type {any} */ (module)?.decodedBodySize ?? 0 });
  },
  (error) => postMessage({ op: 'failed', error: words(error) }),
);

/** Characters that fill a screen, and a text so long that a reader would wait for them. */
const HEAD = 12_000;
const LONG = 60_000;

/** @param {Annotator} annotator @param {any} question @returns {string[]} */
function answer(annotator, { op, text, options }) {
  switch (op) {
    case 'times': {
      const times = annotator.times(text, options);
      const list = times.values.split('\n');
      times.free();
      return [JSON.stringify(list)];
    }
    case 'export': return [JSON.stringify(annotator.export(options.document, text, options.format, options.choices))];
    case 'resolve': return annotator.resolveParts(options);
    default: return annotator.annotateParts(text, options);
  }
}

addEventListener('message', async ({ data }) => {
  const { id, text, head } = data;
  const hand = (/** @type {string[]} */ parts) => { for (const part of parts) postMessage({ id, part }); };
  try {
    const annotator = await starting;
    const cut = head && text.length > LONG ? text.lastIndexOf('\n', HEAD) : 0;
    if (cut > 0) {
      hand(answer(annotator, { ...data, text: text.slice(0, cut) }));
      postMessage({ id, head: cut });
    }
    const before = performance.now();
    const parts = answer(annotator, data);
    const ms = performance.now() - before;
    hand(parts);
    postMessage({ id, ms });
  } catch (error) {
    const crashed = error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
    postMessage({ id, error: words(error), crashed });
  }
});
