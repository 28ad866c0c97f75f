// @ts-check
/**
 * The engine's thread. It owns the wasm and the document; the page asks by message and is answered by message:
 * `{id, op: 'annotate', text, options}` → `{id, op, json, ms}`, `{id, op: 'resolve', options}` → the same,
 * `{id, op: 'times', text, options}` → a list of `DATE 2024-01-10`, and the document stays,
 * `{id, op: 'export', text, options: {document, format, choices}}` → the document in that form, and the text annotated last stays,
 * a failure → `{id, op, error, crashed}`, where `crashed` says that the engine is not to be used again;
 * once at the start `{op: 'ready', version}` or `{op: 'failed', error}`.
 */
import init, { Annotator, version } from './pkg/sorot.js';

const words = (/** @type {unknown} */ error) => (error instanceof Error ? error.message : String(error));
const starting = init().then(() => new Annotator());

starting.then(
  () => postMessage({ op: 'ready', version: version() }),
  (error) => postMessage({ op: 'failed', error: words(error) }),
);

addEventListener('message', async ({ data: { id, op, text, options } }) => {
  try {
    const annotator = await starting;
    if (op === 'times') {
      const times = annotator.times(text, options);
      const json = JSON.stringify(times.values.split('\n'));
      times.free();
      postMessage({ id, op, json, ms: 0 });
      return;
    }
    if (op === 'export') {
      const { document, format, choices } = options;
      postMessage({ id, op, json: JSON.stringify(annotator.export(document, text, format, choices)), ms: 0 });
      return;
    }
    const before = performance.now();
    const result = op === 'annotate' ? annotator.annotate(text, options) : annotator.resolve(options);
    const ms = performance.now() - before;
    // Twenty thousand objects cross as one string in a third of the time.
    postMessage({ id, op, json: JSON.stringify(result), ms });
  } catch (error) {
    const crashed = error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
    postMessage({ id, op, error: words(error), crashed });
  }
});
