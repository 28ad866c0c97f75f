//! What the words around an expression say of it: signals, clause ends, ages.

use crate::text::TokenKind;
use crate::time::{Bound, Certainty, Cursor, Sense, Term};

/// The signal directly before the term at the cursor: `sejak`, `paling lambat`, `selama`.
pub(in crate::id) fn signal(c: &Cursor<'_>) -> Option<Bound> {
    const PLACING: [&str; 5] = ["pada", "di", "ketika", "saat", "dalam"];
    let (one, two) = (c.word_behind(1), c.word_behind(2));
    let is = |word: &str, other: &str| word.eq_ignore_ascii_case(other);
    if is(two, "paling") || is(two, "selambat-lambatnya") {
        if ["lambat", "telat", "akhir", "lambatnya"]
            .iter()
            .any(|w| is(one, w))
        {
            return Some(Bound::By);
        }
        if ["cepat", "awal"].iter().any(|w| is(one, w)) {
            return Some(Bound::After);
        }
    }
    if is(one, "selambatnya") || is(one, "selambat-lambatnya") {
        return Some(Bound::By);
    }
    if is(one, "dengan") && is(two, "sampai") {
        return Some(Bound::Until);
    }
    // `s.d.` and `s/d` end in a mark.
    if (one == "." && is(two, "s.d")) || (is(one, "d") && two == "/" && is(c.word_behind(3), "s")) {
        return Some(Bound::Until);
    }
    let bound = c.behind(1)?.senses.iter().find_map(|sense| match sense {
        Sense::Signal(bound) => Some(*bound),
        _ => None,
    })?;
    // `pada`, `di`, `saat` only place an expression; they bound nothing.
    (bound != Bound::During || !PLACING.iter().any(|w| is(one, w))).then_some(bound)
}

/// Whether the term at the cursor ends a clause: a mark, or a conjunction between clauses.
pub(in crate::id) fn ends_clause(c: &Cursor<'_>) -> bool {
    const CONJUNCTIONS: [&str; 7] = [
        "tetapi",
        "tapi",
        "namun",
        "sedangkan",
        "sementara",
        "melainkan",
        "lalu",
    ];
    /// Behind `dan` these begin another statement: `berhenti sejak 1 Mei dan baru akan dibuka`.
    const OPENING: [&str; 9] = [
        "akan", "bakal", "baru", "kini", "telah", "sudah", "sempat", "segera", "masih",
    ];
    let opening = |word: &str| OPENING.iter().any(|w| word.eq_ignore_ascii_case(w));
    matches!(
        c.word(),
        "," | ";" | ":" | "." | "!" | "?" | "“" | "”" | "\"" | "—" | "–"
    ) || CONJUNCTIONS.iter().any(|word| c.is(word))
        || (c.is("dan") && opening(c.word_at(1)))
}

/// Whether the amount at the cursor is an age: `berusia 35 tahun`.
pub(in crate::id) fn is_age(c: &Cursor<'_>) -> bool {
    const HEADS: [&str; 8] = [
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
    const CHANCES: [&str; 22] = [
        "untuk", "agar", "supaya", "bisa", "dapat", "harus", "perlu", "wajib", "mesti", "boleh",
        "mampu", "belum", "batal", "jika", "bila", "kalau", "apabila", "mau", "ingin", "minta",
        "diminta", "usai",
    ];
    let head: &[u8] = c.word().as_bytes().get(..3)?;
    let formed = head.eq_ignore_ascii_case(b"ter")
        || head
            .get(..2)
            .is_some_and(|two| two.eq_ignore_ascii_case(b"di"));
    if !formed || c.word().len() <= 6 {
        return None;
    }
    let before = c.word_behind(1);
    // `Festival terakhir diadakan …`: the last one was.
    if before.eq_ignore_ascii_case("terakhir") {
        return Some(Certainty::Formed);
    }
    // `Laga yang dimulai pukul 19.00 WIB itu disaksikan …`: what is told of a thing with its clock has happened.
    let clocked = |term: &Term<'_>| {
        term.kind == TokenKind::Numeral || term.senses.iter().any(|s| matches!(s, Sense::Zone(_)))
    };
    if before.eq_ignore_ascii_case("itu") && c.behind(2).is_some_and(clocked) {
        return Some(Certainty::Formed);
    }
    if c.peek(0).is_some_and(|term| !term.senses.is_empty()) {
        return None;
    }
    let chance = CHANCES.iter().any(|word| before.eq_ignore_ascii_case(word));
    (!chance).then_some(Certainty::Formed)
}

/// `…, lalu bertolak`, `…, dan kembali`: whether the clause that begins at the boundary under the cursor goes on with the
/// time of the one before it.
pub(in crate::id) fn continues(c: &Cursor<'_>) -> bool {
    const WORDS: [&str; 12] = [
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
    let comma = usize::from(c.word() == ",");
    let word = c.word_at(comma);
    WORDS.iter().any(|other| word.eq_ignore_ascii_case(other))
}

/// `berlangsung hingga Sabtu`, `berlaku mulai Kamis`, `ditunda ke Jumat`: what goes on, begins or is put off lies ahead.
pub(in crate::id) fn forward(c: &Cursor<'_>) -> bool {
    const LASTING: [&str; 8] = [
        "berlangsung",
        "berlaku",
        "bertahan",
        "berlanjut",
        "diperpanjang",
        "ditunda",
        "diundur",
        "dibuka",
    ];
    const BEGINNING: [&str; 4] = ["berlaku", "dimulai", "efektif", "diberlakukan"];
    let is = |back: usize, words: &[&str]| {
        words
            .iter()
            .any(|word| c.word_behind(back).eq_ignore_ascii_case(word))
    };
    (is(1, &["dimulai"]) && !is(2, &["yang"]))
        || (is(1, &["hingga", "sampai", "ke"]) && is(2, &LASTING))
        || (is(1, &["mulai"]) && is(2, &BEGINNING))
}

/// `1 Syawal 1444 H jatuh pada Jumat, 21 April 2023`, `9 Ramadan 1364 H (17 Agustus 1945)`: words that set two dates equal.
pub(in crate::id) fn equates(c: &Cursor<'_>, from: usize, to: usize) -> bool {
    const WORDS: [&str; 16] = [
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
    const VERBS: [&str; 9] = [
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
    let words = || (from..to).map(|at| Cursor { at, ..*c }.word());
    let is = |word: &str, list: &[&str]| list.iter().any(|other| word.eq_ignore_ascii_case(other));
    to > from
        && to - from <= 5
        && words().all(|word| is(word, &WORDS))
        && words().any(|word| is(word, &VERBS))
}
