// @ts-check
/** Keeping the page for when there is no network, and telling of a newer version instead of swapping it in. */
import { registerKeeper } from './trust.js';

/**
 * @param {object} hooks
 * @param {() => void} hooks.kept the page no longer needs a network
 * @param {(use: () => void) => void} hooks.newer there is another version; `use` reloads into it
 */
export async function start({ kept, newer }) {
  const container = navigator.serviceWorker;
  if (!container) return;
  try {
    await registerKeeper();
    const { active } = await container.ready;
    if (!active) return;
    kept();
    const use = async () => {
      await ask(active, 'advance');
      location.reload();
    };
    if (await ask(active, 'refresh')) newer(() => void use());
  } catch {
    // Storage is refused or full: the page works as long as the network does.
  }
}

/** @param {ServiceWorker} keeper @param {'refresh' | 'advance'} question @returns {Promise<boolean>} */
function ask(keeper, question) {
  const { port1, port2 } = new MessageChannel();
  keeper.postMessage(question, [port2]);
  return new Promise((resolve) => { port1.onmessage = ({ data }) => resolve(data); });
}
