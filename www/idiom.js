// @ts-check
/** Whether a text is Indonesian, by its commonest words: a guess for a notice, never a verdict. */

/** Enough to tell; of a longer text the beginning speaks for the rest. */
const SAMPLE = 20_000;
const FEWEST = 30;
/** Without any word that is known here it takes more: it may be a list of names. */
const FEWEST_UNKNOWN = 60;

const words = (/** @type {string} */ list) => new Set(list.split(' '));

/** Common in Indonesian news and in no other language here but Malay. */
const INDONESIAN = words('yang dan di dari ini itu dengan untuk pada tidak akan dalam juga sudah telah oleh para ada atau ke kepada mereka setelah sebagai hingga belum bahwa tahun hari satu dua orang kata lebih bagi antara serta saat tersebut karena bisa adalah');
/** Where the two part: words of one that the other writes otherwise. */
const NOT_MALAY = words('karena bisa mengatakan bahwa saat jumat sabtu minggu kemarin besok pemerintah polisi saja sedangkan namun ujar ucap miliar triliun usai sementara berbeda provinsi kabupaten agustus desember maret terkait wib');
const MALAY = words('kerana boleh berkata bahawa ialah beliau isnin jumaat ahad semalam esok polis sahaja manakala iaitu daripada kerajaan susulan baharu ogos disember mac menerusi ringgit syarikat mahupun tiada selepas mangsa kenyataan berhubung');

/** @type {Record<string, Set<string>>} */
const OTHERS = {
  en: words('the of and to in is that for was with on by has were from which he it as at be this have are said his not but an will'),
  jv: words('ing sing kang lan iku iki ora wis karo saka kanggo nanging uga marang dening menyang wong yaiku amarga banjur kabeh nduwe ana dadi luwih'),
  su: words('nu jeung anu dina teu kana ieu éta eta keur pikeun ku geus urang ogé oge nyaéta nyaeta mangrupa lantaran ti aya jadi leuwih'),
  nl: words('de het een van en dat niet voor met zijn is op te aan er ook maar om bij door naar werd heeft'),
  tl: words('ang ng mga sa na ay at ni para hindi ito siya kung nang mula ayon isang may'),
};

/**
 * @param {string} text
 * @returns {string | null} the code of the language that it seems to be, `und` for none that is known here; `null` where it
 *   is Indonesian or too short to tell
 */
export function foreign(text) {
  const found = text.slice(0, SAMPLE).toLowerCase().match(/\p{L}+/gu) ?? [];
  if (found.length < FEWEST) return null;
  const share = (/** @type {Set<string>} */ set) => found.reduce((sum, word) => sum + (set.has(word) ? 1 : 0), 0) / found.length;
  const own = share(INDONESIAN);
  if (own > 0.08 && share(MALAY) > 0.02 && share(MALAY) > 2 * share(NOT_MALAY)) return 'ms';
  const [best, most] = Object.entries(OTHERS).map(([code, set]) => /** @type {const} */ ([code, share(set)]))
    .reduce((a, b) => (b[1] > a[1] ? b : a));
  if (most > 0.08 && most > 1.5 * own) return best;
  return own < 0.02 && found.length >= FEWEST_UNKNOWN ? 'und' : null;
}
