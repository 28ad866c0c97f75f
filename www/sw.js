// @ts-check
/**
 * The page without a network. A version is one cache, named after the digest of everything in it: the oldest one is in use,
 * a newer one waits until the reader reloads. The server is asked for a newer one when the page says so and at a reload.
 */

const scope = /** @type {any} */ (self);
/** Every file of the page; a test compares it with the folder. */
const FILES = [
  './',
  'adder.js', 'app.js', 'article.js', 'blocks.js', 'buttons.js', 'calendar.js', 'card.js', 'cardbody.js', 'cardmend.js',
  'changes.js', 'clipboard.js', 'clocks.js', 'copying.js', 'corrections.js', 'csv.js', 'current.js', 'derivation.js',
  'dom.js', 'durations.js', 'engine.js', 'exporting.js', 'exports.js', 'history.js', 'i18n.js', 'icon.svg', 'idiom.js', 'intake.js', 'interval.js',
  'keyboard.js', 'kinds.js', 'legend.js', 'manifest.webmanifest', 'mend.js', 'model.js', 'names.js', 'offline.js',
  'panel.js', 'pasted.js', 'places.js', 'preferences.js', 'print.js', 'progress.js', 'quote.js', 'record.js',
  'related.js', 'render.js', 'samples.js', 'session.js', 'settings.js', 'several.js', 'share.js', 'sharing.js', 'shelf.js',
  'status.js', 'strip.js', 'timeline.js', 'times.js', 'trust.js', 'webpage.js', 'worker.js', 'css/article.css',
  'css/base.css', 'css/card.css', 'css/layout.css', 'css/marks.css', 'css/panel.css', 'css/print.css', 'css/tokens.css',
  'pkg/sorot.js', 'pkg/sorot_bg.wasm', 'samples/bencana.txt', 'samples/ekonomi.txt', 'samples/langsung.txt',
  'samples/luar-negeri.txt', 'strings/en.js', 'strings/id.js',
];

const PREFIX = 'sorot-';
/** The entry written last: a cache without it was cut short. */
const COMPLETE = 'complete';
/** A reload that finds no answer in this time is served what is here. */
const RELOAD_MS = 1500;

const address = (/** @type {string} */ file) => new URL(file, scope.registration.scope).href;

/** @returns {Promise<string[]>} the versions that are whole, the one in use first */
async function versions() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  const whole = await Promise.all(names.map(async (name) => (await (await caches.open(name)).match(address(COMPLETE))) !== undefined));
  return names.filter((_, index) => whole[index]);
}

/** @param {ArrayBuffer | Uint8Array<ArrayBuffer>} bytes */
async function digest(bytes) {
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @param {string} file */
async function download(file) {
  const response = await fetch(address(file), { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${response.status} ${file}`);
  return { file, response, hash: await digest(await response.clone().arrayBuffer()) };
}

/** Keeps what the server has, if it is not kept already. @returns {Promise<boolean>} whether it differs from what is in use */
async function refresh() {
  const files = await Promise.all(FILES.map(download));
  const name = PREFIX + await digest(new TextEncoder().encode(files.map(({ file, hash }) => `${file} ${hash}\n`).join('')));
  const [inUse, ...waiting] = await versions();
  const stale = (await caches.keys()).filter((old) => old.startsWith(PREFIX) && old !== inUse && old !== name);
  await Promise.all(stale.map((old) => caches.delete(old)));
  if (name !== inUse && !waiting.includes(name)) {
    const cache = await caches.open(name);
    await Promise.all(files.map(({ file, response }) => cache.put(address(file), response)));
    await cache.put(address(COMPLETE), new Response(''));
  }
  return inUse !== undefined && name !== inUse;
}

/** One at a time: of two that overlap the second hears what the first found. @type {Promise<boolean> | null} */
let refreshing = null;
const refreshOnce = () => (refreshing ??= refresh().finally(() => { refreshing = null; }));

/** Puts the version that waits into use. */
async function advance() {
  const [inUse, next] = await versions();
  if (inUse && next) await caches.delete(inUse);
}

/** A page is about to be opened: the moment for a newer version, if nobody is in the middle of this one. @param {boolean} isReload */
async function open(isReload) {
  if (isReload) {
    // Whoever reloads wants what is there now. Without a network, at once, or with a bad one, soon, it is what is here.
    const patience = new Promise((resolve) => setTimeout(resolve, RELOAD_MS, false));
    if (await Promise.race([refreshOnce().catch(() => false), patience])) await advance();
  } else if ((await scope.clients.matchAll({ type: 'window' })).length === 0) await advance();
}

/** @param {Request} request */
async function answer(request) {
  if (request.mode === 'navigate') await open(request.cache !== 'default');
  const [inUse] = await versions();
  const kept = inUse && await (await caches.open(inUse)).match(request, { ignoreSearch: true, ignoreVary: true });
  return kept ?? fetch(request);
}

scope.addEventListener('install', (/** @type {any} */ event) => {
  // Only this script is swapped; the files of the page wait for the reader.
  event.waitUntil(refreshOnce().then(() => scope.skipWaiting()));
});
scope.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener('fetch', (/** @type {any} */ event) => {
  const { request } = event;
  const own = new URL(request.url).origin === scope.location.origin;
  if (!own || request.method !== 'GET') return;
  event.respondWith(answer(request));
});
scope.addEventListener('message', (/** @type {any} */ { data, ports: [port] }) => {
  if (data === 'refresh') refreshOnce().then((isNewer) => port.postMessage(isNewer), () => port.postMessage(false));
  if (data === 'advance') advance().then(() => port.postMessage(true));
});
