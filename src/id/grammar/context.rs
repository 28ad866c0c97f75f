//! What the words around an expression say of it: signals, clause ends, ages.

use crate::text::{TokenKind, WordKey, word, words};
use crate::time::{Bound, Certainty, Class, Cursor, Sense, Term};

/// The signal directly before the term at the cursor: `sejak`, `paling lambat`, `selama`.
pub(in crate::id) fn signal(c: &Cursor<'_>) -> Option<Bound> {
    const PLACING: [WordKey; 5] = words!["pada", "di", "ketika", "saat", "dalam"];
    let (one, two) = (c.key_behind(1), c.key_behind(2));
    if words!["paling", "selambat-lambatnya"].contains(&two) {
        if words!["lambat", "telat", "akhir", "lambatnya"].contains(&one) {
            return Some(Bound::By);
        }
        if words!["cepat", "awal"].contains(&one) {
            return Some(Bound::After);
        }
    }
    if words!["selambatnya", "selambat-lambatnya"].contains(&one) {
        return Some(Bound::By);
    }
    if one == word!("dengan") && two == word!("sampai") {
        return Some(Bound::Until);
    }
    // `s.d.` and `s/d` end in a mark.
    let slashed = || one == word!("d") && two == word!("/") && c.key_behind(3) == word!("s");
    if (one == word!(".") && two == word!("s.d")) || slashed() {
        return Some(Bound::Until);
    }
    let term = c.behind(1)?;
    if !term.classes.has(Class::Signal) {
        return None;
    }
    let bound = term.senses.iter().find_map(|sense| match sense {
        Sense::Signal(bound) => Some(*bound),
        _ => None,
    })?;
    // `pada`, `di`, `saat` only place an expression; they bound nothing.
    (bound != Bound::During || !PLACING.contains(&one)).then_some(bound)
}

/// Whether the amount at the cursor is an age: `berusia 35 tahun`.
pub(in crate::id) fn is_age(c: &Cursor<'_>) -> bool {
    const HEADS: [WordKey; 8] = words![
        "berusia",
        "usia",
        "berumur",
        "umur",
        "usianya",
        "umurnya",
        "seusia",
        "berumurkan",
    ];
    c.is_after(&HEADS)
}

/// A verb with `ter-` or `di-` tells of what has happened, `terdengar`, `dilarikan`; not behind a word that makes it a
/// wish or a chance, `dapat dilihat`. The words that only begin so, and the verbs of timetables, have a sense of their own.
pub(in crate::id) fn inflected(c: &Cursor<'_>) -> Option<Certainty> {
    const CHANCES: [WordKey; 22] = words![
        "untuk", "agar", "supaya", "bisa", "dapat", "harus", "perlu", "wajib", "mesti", "boleh",
        "mampu", "belum", "batal", "jika", "bila", "kalau", "apabila", "mau", "ingin", "minta",
        "diminta", "usai",
    ];
    let term = c.peek(0)?;
    let prefix = match term.first {
        'T' | 't' => "ter",
        'D' | 'd' => "di",
        _ => return None,
    };
    let head = term.word(c.text).get(..prefix.len())?;
    if term.span.len() <= 6 || !head.eq_ignore_ascii_case(prefix) {
        return None;
    }
    // `Festival terakhir diadakan …`: the last one was.
    let before = c.key_behind(1);
    if before == word!("terakhir") {
        return Some(Certainty::Formed);
    }
    // `Laga yang dimulai pukul 19.00 WIB itu disaksikan …`: what is told of a thing with its clock has happened.
    let clocked =
        |term: &Term<'_>| term.kind == TokenKind::Numeral || term.classes.has(Class::Zone);
    if before == word!("itu") && c.behind(2).is_some_and(clocked) {
        return Some(Certainty::Formed);
    }
    if !term.senses.is_empty() {
        return None;
    }
    let chance = CHANCES.contains(&before);
    (!chance).then_some(Certainty::Formed)
}

/// `…, lalu bertolak`, `…, dan kembali`: whether the clause that begins at the boundary under the cursor goes on with the
/// time of the one before it.
pub(in crate::id) fn continues(c: &Cursor<'_>) -> bool {
    const WORDS: [WordKey; 12] = words![
        "lalu",
        "kemudian",
        "dan",
        "serta",
        "sebelum",
        "selanjutnya",
        "lantas",
        "dilanjutkan",
        "disusul",
        "diikuti",
        "setelah",
        "baru",
    ];
    let comma = usize::from(c.mark() == ',');
    WORDS.contains(&c.key_at(comma))
}

/// `berlangsung hingga Sabtu`, `berlaku mulai Kamis`, `ditunda ke Jumat`: what goes on, begins or is put off lies ahead.
pub(in crate::id) fn forward(c: &Cursor<'_>) -> bool {
    const LASTING: [WordKey; 8] = words![
        "berlangsung",
        "berlaku",
        "bertahan",
        "berlanjut",
        "diperpanjang",
        "ditunda",
        "diundur",
        "dibuka",
    ];
    const BEGINNING: [WordKey; 4] = words!["berlaku", "dimulai", "efektif", "diberlakukan"];
    let (one, two) = (c.key_behind(1), c.key_behind(2));
    (one == word!("dimulai") && two != word!("yang"))
        || (words!["hingga", "sampai", "ke"].contains(&one) && LASTING.contains(&two))
        || (one == word!("mulai") && BEGINNING.contains(&two))
}

/// `1 Syawal 1444 H jatuh pada Jumat, 21 April 2023`, `9 Ramadan 1364 H (17 Agustus 1945)`: words that set two dates equal.
pub(in crate::id) fn equates(c: &Cursor<'_>, from: usize, to: usize) -> bool {
    const WORDS: [WordKey; 16] = words![
        "jatuh",
        "pada",
        "bertepatan",
        "dengan",
        "atau",
        "hari",
        "yakni",
        "yaitu",
        "ialah",
        "adalah",
        "sama",
        "tanggal",
        ",",
        "(",
        "/",
        "=",
    ];
    const VERBS: [WordKey; 9] = words![
        "jatuh",
        "bertepatan",
        "atau",
        "yakni",
        "yaitu",
        "ialah",
        "adalah",
        "(",
        "/",
    ];
    let words = || (from..to).map(|at| Cursor { at, ..*c }.key());
    to > from
        && to - from <= 5
        && words().all(|word| WORDS.contains(&word))
        && words().any(|word| VERBS.contains(&word))
}
