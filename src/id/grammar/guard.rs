//! False friends: what looks like a time and is none.

use crate::text::{Numeral, TokenKind, WordKey, is_capitalised, is_upper, word, words};
use crate::time::Class::{
    ClockTime, Code, Decimal, Digits, FourDigits, Grouped, Mixed, Pair, TwoDigits, WholeDate,
};
use crate::time::{
    Amount, Class, Classes, Cursor, Fields, MonthRef, Sense, Term, TimeExpression, Unit, YearRef,
};

/// Whether the expression from `c` to term `end` is no time here.
pub(super) fn refuses(c: &Cursor<'_>, end: usize, expression: &TimeExpression) -> bool {
    let after = Cursor { at: end, ..*c };
    match expression {
        TimeExpression::Date(fields) if is_year(fields) => !year_stands(c, &after, fields),
        TimeExpression::Date(fields) => {
            in_name(c, fields)
                || (fields.weekday.is_some() && named_night(c, &after))
                || is_person(c, &after, fields)
                || is_idiom(c, &after, fields)
                || is_blow(c, &after, fields)
        }
        TimeExpression::Range(from, _) => match **from {
            TimeExpression::Date(ref fields) if is_year(fields) => numbered(c) || counted(&after),
            TimeExpression::Date(ref fields) => in_name(c, fields),
            _ => false,
        },
        TimeExpression::Hijri { year: None, .. } | TimeExpression::Holiday { year: None, .. } => {
            in_name(
                c,
                &Fields {
                    month: Some(MonthRef::Steps(0)),
                    ..Fields::default()
                },
            )
        }
        TimeExpression::Duration { amount, .. } => thing_not_time(&after, amount),
        TimeExpression::Decade(_) => counted(&after),
        TimeExpression::Ref(_) => c.is(word!("tempo")) && after.is(word!("ini")),
        _ => false,
    }
}

/// Whether a month word in lower case stands where a month would: behind `bulan`, `sejak`, `awal`, ….
/// `back` is how many terms lie between the cursor and the word before the month.
pub(super) fn month_cue(c: &Cursor<'_>, back: usize) -> bool {
    const CUES: [WordKey; 24] = words![
        "bulan",
        "awal",
        "akhir",
        "pertengahan",
        "sejak",
        "semenjak",
        "pada",
        "hingga",
        "sampai",
        "menjelang",
        "jelang",
        "selama",
        "sepanjang",
        "mulai",
        "per",
        "dari",
        "medio",
        "penghujung",
        "di",
        "dan",
        "tengah",
        "antara",
        "memasuki",
        "setelah",
    ];
    let mut behind = *c;
    let mut steps = back;
    // The cursor has passed the month; what stands before the month is `back + 1` terms behind.
    while steps > 0 {
        let Some(at) = behind.at.checked_sub(1) else {
            return false;
        };
        behind.at = at;
        steps -= 1;
    }
    behind.is_after(&CUES)
}

fn is_year(fields: &Fields) -> bool {
    matches!(fields.year, Some(YearRef::Written(_)))
        && fields.month.is_none()
        && fields.day.is_none()
        && fields.weekday.is_none()
}

/// `Piala Dunia U-17 2023`, `Indonesia Motor Show (IIMS) 2025`, `Pilkada DKI Jakarta 2017`: how a year at the cursor would
/// end the name of an event, by a word of it that only events have.
pub(super) fn event_head(c: &Cursor<'_>) -> Option<Sense> {
    /// Longest name of an event, in words and marks.
    const LONGEST: usize = 9;
    let joins = |term: &Term<'_>| {
        term.is_capitalised()
            || matches!(term.mark(), '(' | ')' | '-' | '&')
            || words!["of", "the", "de", "dan"].contains(&term.key)
            || matches!(term.numeral, Some(Numeral::Plain(..)))
    };
    (1..=LONGEST)
        .map_while(|back| c.behind(back))
        .take_while({
            let mut running = true;
            move |term| {
                let part = running;
                running = joins(term);
                part
            }
        })
        .flat_map(|term| term.senses)
        .copied()
        .find(|sense| matches!(sense, Sense::EventHead | Sense::YearNoun))
}

/// Whether the word before the cursor lets a year follow: `pada`, `sejak`.
pub(super) fn year_cue(c: &Cursor<'_>) -> bool {
    c.behind(1)
        .is_some_and(|term| term.senses.contains(&Sense::YearCue))
}

/// Whether a bare year is one: something before it says so, and nothing behind it counts.
fn year_stands(c: &Cursor<'_>, after: &Cursor<'_>, fields: &Fields) -> bool {
    // A year of another era: `tahun 1445 Hijriah`.
    if after.word() == "H" || after.is(word!("hijriah")) || after.is(word!("hijriyah")) {
        return false;
    }
    if counted(after) {
        return false;
    }
    if c.is(word!("tahun")) {
        return !titled_law(c);
    }
    if c.word().starts_with("FY") {
        return true;
    }
    // `awal 2024`: the modifier is the cue, and stands inside.
    if c.peek(0).is_some_and(|term| {
        term.senses
            .iter()
            .any(|sense| matches!(sense, Sense::Modifier(_)))
    }) {
        return true;
    }
    if numbered(c) {
        return false;
    }
    if fields.lean.is_some() {
        return true;
    }
    let Some(before) = c.behind(1) else {
        return false;
    };
    let year_cue = |term: &Term<'_>| term.senses.contains(&Sense::YearCue) || year_noun(term);
    let round = matches!(fields.year, Some(YearRef::Written(year)) if year % 100 == 0);
    if year_cue(before) || before.span.of(c.text) == "©" {
        return !(round && noun_follows(after));
    }
    // Months and days are read with their years; a bracketed one, `(Mei) 1998`, is not.
    if before.span.of(c.text) == ")"
        && c.behind(2)
            .is_some_and(|t| t.senses.iter().any(|s| matches!(s, Sense::Month(_))))
    {
        return true;
    }
    let word = before.span.of(c.text);
    let second = c.behind(2);
    let modern = matches!(fields.year, Some(YearRef::Written(1800..)));
    if modern && event_head(c).is_some() {
        return true;
    }
    let Some(second) = second else { return false };
    let copyright =
        second.span.of(c.text) == "©" || second.span.of(c.text).eq_ignore_ascii_case("copyright");
    // Behind an event or a budget any one word may stand, behind a preposition only a name.
    let named = before.kind == TokenKind::Word
        && (year_noun(second) || year_noun(before) || is_capitalised(word) && !is_upper(word));
    copyright || (year_cue(second) && named && !(round && noun_follows(after)))
}

/// An event or a budget that is told apart by its year: `pemilu`, `laba`.
fn year_noun(term: &Term<'_>) -> bool {
    term.senses.contains(&Sense::YearNoun)
}

/// Whether a noun that can be counted stands next: `2000 orang`.
fn counted(after: &Cursor<'_>) -> bool {
    // `pada 2009 desa itu …`, `Liga 1 2017 pekan depan`: what is pointed at is not counted.
    if words!["itu", "tersebut", "ini", "lalu", "depan", "mendatang"].contains(&after.key_at(1)) {
        return false;
    }
    // `MotoGP 2025 Minggu (11/5)`: the day, not weeks.
    if after.weekday().is_some() && is_capitalised(after.word()) && after.mark_at(1) == '(' {
        return false;
    }
    after.peek(0).is_some_and(|next| {
        !next.starts_line
            && next
                .senses
                .iter()
                .any(|sense| matches!(sense, Sense::Counted | Sense::Scale(_) | Sense::Unit(_)))
    }) || matches!(after.mark(), '%' | '°')
}

/// Whether a lower-case word follows that is no particle: behind a round number most likely what it counts.
fn noun_follows(after: &Cursor<'_>) -> bool {
    const PARTICLES: [WordKey; 36] = words![
        "dan",
        "hingga",
        "sampai",
        "ke",
        "di",
        "yang",
        "untuk",
        "karena",
        "saat",
        "itu",
        "lalu",
        "silam",
        "dengan",
        "oleh",
        "tetapi",
        "namun",
        "atau",
        "dari",
        "pada",
        "adalah",
        "menjadi",
        "akan",
        "telah",
        "sudah",
        "para",
        "ini",
        "tersebut",
        "ketika",
        "sebagai",
        "serta",
        "tapi",
        "juga",
        "masih",
        "belum",
        "tidak",
        "mendatang",
    ];
    after.peek(0).is_some_and(|next| {
        next.kind == TokenKind::Word
            && next.first.is_ascii_lowercase()
            && !PARTICLES.contains(&next.key)
    })
}

/// Whether the number before the cursor's is a code: `nomor 2024`, `Rp 2.024`, `Pasal 1998`, `ISO 2001`.
pub(super) fn numbered(c: &Cursor<'_>) -> bool {
    const HEADS: [WordKey; 48] = words![
        "bernomor",
        "telepon",
        "telp",
        "faks",
        "ponsel",
        "rp",
        "idr",
        "usd",
        "nomor",
        "no",
        "pasal",
        "ayat",
        "kamar",
        "kode",
        "iso",
        "sni",
        "tipe",
        "seri",
        "jalan",
        "jl",
        "blok",
        "rt",
        "rw",
        "pos",
        "kursi",
        "halaman",
        "hlm",
        "versi",
        "plat",
        "polisi",
        "$",
        "€",
        "£",
        "+",
        "#",
        "uu",
        "perpres",
        "pp",
        "skor",
        "buy",
        "sell",
        "tp",
        "sl",
        "level",
        "support",
        "resistance",
        "resisten",
        "harga",
    ];
    let back = if c.mark_behind(1) == '.' { 2 } else { 1 };
    HEADS.contains(&c.key_behind(back))
}

/// Words before the number or the title of a law.
const LAW_HEADS: [WordKey; 37] = words![
    "nomor",
    "no",
    "uu",
    "undang-undang",
    "perppu",
    "pp",
    "perpres",
    "keppres",
    "inpres",
    "perda",
    "perdasus",
    "pergub",
    "perwali",
    "perbup",
    "pmk",
    "kmk",
    "qanun",
    "pkpu",
    "perma",
    "sema",
    "se",
    "skb",
    "ruu",
    "peraturan",
    "keputusan",
    "instruksi",
    "pojk",
    "pbi",
    "tap",
    "putusan",
    "perppres",
    "perbawaslu",
    "perka",
    "fatwa",
    "maklumat",
    "sni",
    "iso",
];

/// Whether the term `back` places before the cursor can stand before the number or the title of a law.
fn is_law_head(c: &Cursor<'_>, back: usize) -> bool {
    let Some(term) = c.behind(back) else {
        return false;
    };
    // Every minister has regulations of his own: `Permenhub`, `Kepmenaker`.
    let by_minister = || {
        let head = term.word(c.text).get(..6).map(WordKey::of);
        head.is_some_and(|head| words!["permen", "kepmen"].contains(&head))
    };
    LAW_HEADS.contains(&term.key) || (matches!(term.first, 'P' | 'p' | 'K' | 'k') && by_minister())
}

/// `UU ITE Tahun 2008`, `Perda Pajak Daerah Tahun 2011`: the year of a law that is cited by its title.
fn titled_law(c: &Cursor<'_>) -> bool {
    for back in 1..=6 {
        if is_law_head(c, back) {
            return c.peek(0).is_some_and(Term::is_capitalised);
        }
        if !c.behind(back).is_some_and(Term::is_capitalised) {
            return false;
        }
    }
    false
}

/// What the number of a law can be.
pub(super) const CITED: Classes = Classes::of(&[
    TwoDigits, FourDigits, Digits, Grouped, Decimal, ClockTime, Pair, WholeDate, Code, Mixed,
]);

/// `Nomor 11 Tahun 2020` in a law's name; passes it.
pub(super) fn citation(c: &mut Cursor<'_>) -> bool {
    let head = |back: usize| is_law_head(c, back);
    // `No. 11`, `nomor: 11`, `Peraturan Presiden (Perpres) 26`.
    let headed = || head(1) || (matches!(c.mark_behind(1), '.' | ':' | ')') && head(2));
    if !CITED.meets(c.classes()) || !headed() {
        return false;
    }
    // The number may have parts: `Nomor 21/PUU-XVII Tahun 2019`, `Nomor 1/PMK.03/2020`.
    let mut ahead = Cursor { at: c.at + 1, ..*c };
    let limit = c.at + 10;
    while ahead.at < limit && ahead.glued() && !matches!(ahead.mark(), '.' | ',' | ')' | ';') {
        ahead.at += 1;
    }
    if ahead.is(word!("tahun")) {
        ahead.at += 1;
        ahead.at += usize::from(ahead.plain(4).is_some());
    }
    c.at = ahead.at;
    true
}

/// Whether a date is part of a name: `Jalan 17 Agustus`, `Institut Teknologi Sepuluh Nopember`, `Pasar Minggu`.
fn in_name(c: &Cursor<'_>, fields: &Fields) -> bool {
    const BETWEEN: [WordKey; 16] = words![
        "teknologi",
        "raya",
        "negeri",
        "agung",
        "besar",
        "jami",
        "islam",
        "swasta",
        "nasional",
        "pahlawan",
        "olahraga",
        "sakit",
        "umum",
        "kolonel",
        "perjuangan",
        "ibadah",
    ];
    let plain = fields.part.is_none()
        && fields.lean.is_none()
        && fields.week.is_none()
        && fields.time.is_none()
        && fields.from_today.is_none();
    if !plain {
        return false;
    }
    let head = |back: usize| {
        c.behind(back)
            .is_some_and(|term| term.classes.has(Class::NameHead) && term.is_capitalised())
    };
    let between = |back: usize| BETWEEN.contains(&c.key_behind(back));
    // `Jl. 17 Agustus`: the dot of the abbreviation.
    let dot = usize::from(c.mark_behind(1) == '.');
    let headed = head(1 + dot)
        || (between(1 + dot) && (head(2 + dot) || (between(2 + dot) && head(3 + dot))));
    if fields.weekday.is_some() {
        return head(1) && fields.day.is_none();
    }
    (headed || commemorated(c)) && !c.is(word!("tanggal"))
}

/// `Monumen Serangan Umum 1 Maret`: a date at the end of what is set up to remember it, at any distance in one name.
fn commemorated(c: &Cursor<'_>) -> bool {
    const HEADS: [WordKey; 5] = words!["monumen", "tugu", "patung", "museum", "prasasti"];
    (1..=4)
        .map_while(|back| c.behind(back))
        .take_while(|term| term.is_capitalised() && !is_upper(term.word(c.text)))
        .any(|term| HEADS.contains(&term.key))
}

/// `Warung Sate Sabtu Malam berdiri …`: a night in the name of a place to eat, in a sentence that has no other capitals.
fn named_night(c: &Cursor<'_>, after: &Cursor<'_>) -> bool {
    const HEADS: [WordKey; 12] = words![
        "warung",
        "kedai",
        "kafe",
        "kopi",
        "restoran",
        "resto",
        "depot",
        "toko",
        "angkringan",
        "band",
        "grup",
        "komunitas",
    ];
    let last = Cursor {
        at: after.at,
        ..*after
    };
    let head = (1..=2)
        .map_while(|back| c.behind(back))
        .take_while(|term| term.is_capitalised())
        .any(|term| HEADS.contains(&term.key));
    head && is_capitalised(last.word_behind(1))
        && after.at > c.at + 1
        && after.word().starts_with(|c: char| c.is_ascii_lowercase())
}

/// Whether a month or weekday word is a person or a title: `Mei Lestari`, `Pak Rabu`, `Juli (52)`, `Sabtu Bersama Bapak`.
fn is_person(c: &Cursor<'_>, after: &Cursor<'_>, fields: &Fields) -> bool {
    let bare_month = fields.month.is_some()
        && fields.day.is_none()
        && fields.year.is_none()
        && fields.lean.is_none();
    let bare_day = fields.weekday.is_some()
        && fields.day.is_none()
        && fields.part.is_none()
        && fields.lean.is_none()
        && fields.week.is_none();
    if !(bare_month || bare_day) || after.at != c.at + 1 || fields.time.is_some() {
        return false;
    }
    let before = c.behind(1);
    if before.is_some_and(|term| term.senses.contains(&Sense::PersonHead)) {
        return true;
    }
    let speech = before.is_some_and(|term| {
        term.senses
            .iter()
            .any(|sense| matches!(sense, Sense::Speech | Sense::Telling))
    });
    if bare_month && speech {
        return true;
    }
    let age = after.mark() == '(' && {
        let inside = Cursor {
            at: after.at + 1,
            ..*after
        };
        inside.plain(2).is_some() && inside.mark_at(1) == ')'
    };
    if age {
        return true;
    }
    let next = after
        .peek(0)
        .filter(|next| !next.starts_line && next.kind == TokenKind::Word);
    let word = next.map_or("", |next| next.span.of(c.text));
    let capital = is_capitalised(word) && !is_upper(word);
    // `Gede Juni Antara`: between two more words of the name.
    let surname = before.is_some_and(|before| {
        let first = Cursor {
            at: c.at.saturating_sub(1),
            ..*c
        };
        before.senses.is_empty()
            && before.kind == TokenKind::Word
            && before.is_capitalised()
            && !is_upper(before.word(c.text))
            && !super::date::starts_sentence(&first)
    });
    let named =
        capital && (next.is_some_and(|next| next.senses.is_empty()) || bare_month && surname);
    let signalled = before.is_some_and(|term| {
        term.senses.iter().any(|sense| {
            matches!(
                sense,
                Sense::Signal(_) | Sense::YearCue | Sense::YearNoun | Sense::Modifier(_)
            )
        })
    }) || c.key_behind(1) == word!("bulan");
    named && !signalled
}

/// Words before the day of a service that is named by it, `salat Jumat`, `sekolah Minggu`: no day of this week.
const WORSHIP: [WordKey; 12] = words![
    "salat",
    "sholat",
    "shalat",
    "solat",
    "khotbah",
    "khutbah",
    "ibadah",
    "misa",
    "kebaktian",
    "sekolah",
    "infak",
    "jemaah",
];

/// `hari esok`, `salat Jumat`: phrases about no day.
fn is_idiom(c: &Cursor<'_>, after: &Cursor<'_>, fields: &Fields) -> bool {
    let alone = after.at == c.at + 1;
    let tomorrow = fields.from_today == Some(1);
    alone
        && (tomorrow && c.is_after(&words!["hari", "masa"])
            || fields.weekday.is_some() && c.is_after(&WORSHIP))
}

/// `Pukul 2 Pelajar`: the verb, and whom it hits.
fn is_blow(c: &Cursor<'_>, after: &Cursor<'_>, fields: &Fields) -> bool {
    const STRUCK: [WordKey; 8] = words![
        "pelajar",
        "wanita",
        "pria",
        "perempuan",
        "bocah",
        "polisi",
        "wartawan",
        "remaja",
    ];
    let hour_alone = fields.time.is_some_and(|time| time.minute == 0)
        && fields.part.is_none()
        && fields.zone.is_none();
    let struck = counted(after) || STRUCK.contains(&after.key());
    c.is(word!("pukul")) && hour_alone && after.at == c.at + 2 && struck
}

/// `lima jam tangan`: the unit is a thing.
fn thing_not_time(after: &Cursor<'_>, amount: &Amount) -> bool {
    const CLOCKS: [WordKey; 7] = words![
        "tangan", "dinding", "weker", "pasir", "saku", "bandul", "terbang",
    ];
    let hours = amount
        .parts
        .last()
        .is_some_and(|(_, unit)| *unit == Unit::Hour);
    hours && CLOCKS.contains(&after.key())
}
