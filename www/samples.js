// @ts-check
/** The sample articles, each with clocks under which it reads right. */

/** @typedef {{name: string, title: import('./i18n.js').Key, captured: string, published: string | null}} Sample */

/** @type {readonly Sample[]} */
export const SAMPLES = [
  { name: 'luar-negeri', title: 'smpForeign', captured: '2024-07-22T14:10+07:00', published: null },
  { name: 'bencana', title: 'smpDisaster', captured: '2024-11-20T08:30+08:00', published: null },
  { name: 'langsung', title: 'smpLive', captured: '2024-08-17T10:45+07:00', published: null },
  { name: 'ekonomi', title: 'smpEconomy', captured: '2024-10-31T16:00+07:00', published: null },
];

/** @param {Sample} sample */
export async function load({ name }) {
  const answer = await fetch(new URL(`./samples/${name}.txt`, import.meta.url));
  if (!answer.ok) throw new Error(`${answer.status} ${name}.txt`);
  return answer.text();
}
