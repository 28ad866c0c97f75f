// @ts-check
/** What the reader changed, and the way back and forth. Pure: every function gives a new history. */

/** @typedef {import('./corrections.js').Step} Step */
/** @typedef {{past: Step[][], present: Step[], future: Step[][]}} History the states before, of now, and those that were undone */

/** States to go back to. */
const MOST = 50;

/** The history of corrections that were kept: each can be undone. @param {Step[]} steps @returns {History} */
export const begin = (steps) => ({ past: steps.map((_, index) => steps.slice(0, index)).slice(-MOST), present: steps, future: [] });

/** @param {History} history @param {Step[]} next @returns {History} */
const change = ({ past, present }, next) => ({ past: [...past, present].slice(-MOST), present: next, future: [] });

/** @param {History} history @param {Step} step */
export const record = (history, step) => change(history, [...history.present, step]);

/** Takes back one step out of the middle, which can itself be undone. @param {History} history @param {number} index */
export const drop = (history, index) => change(history, history.present.filter((_, i) => i !== index));

/** @param {History} history */
export const clear = (history) => (history.present.length ? change(history, []) : history);

/** @param {History} history @returns {History} */
export const undo = ({ past, present, future }) =>
  (past.length ? { past: past.slice(0, -1), present: past[past.length - 1], future: [present, ...future] } : { past, present, future });

/** @param {History} history @returns {History} */
export const redo = ({ past, present, future }) =>
  (future.length ? { past: [...past, present], present: future[0], future: future.slice(1) } : { past, present, future });
