//! Laws: `UU Nomor 11 Tahun 2020`, `Pasal 340 KUHP`, `UU Cipta Kerja`, `Piagam PBB`.

use crate::entity::{Candidate, EntityKind, Page, Sense};
use crate::text::{TokenKind, fold};

/// Kinds of law that have a number and a year; some have a name as well.
const STATUTES: [&str; 40] = [
    "uu",
    "ruu",
    "undang-undang",
    "perppu",
    "perpu",
    "pp",
    "perpres",
    "keppres",
    "inpres",
    "permen",
    "permendagri",
    "permendag",
    "permenkes",
    "permenkeu",
    "permenhub",
    "permendikbud",
    "permenaker",
    "permenperin",
    "permentan",
    "permenag",
    "permenpora",
    "pmk",
    "kepmen",
    "kepmenaker",
    "perda",
    "perdasus",
    "perdasi",
    "pergub",
    "perbup",
    "perwali",
    "perwal",
    "qanun",
    "pkpu",
    "perma",
    "sema",
    "skb",
    "se",
    "pojk",
    "perbawaslu",
    "raperda",
];

/// The first words of kinds that are written out, and the second.
const WRITTEN_OUT: [(&str, &str); 22] = [
    ("peraturan", "pemerintah"),
    ("peraturan", "presiden"),
    ("peraturan", "menteri"),
    ("peraturan", "daerah"),
    ("peraturan", "gubernur"),
    ("peraturan", "bupati"),
    ("peraturan", "wali"),
    ("peraturan", "mahkamah"),
    ("peraturan", "komisi"),
    ("peraturan", "kpu"),
    ("peraturan", "kepala"),
    ("peraturan", "badan"),
    ("peraturan", "otoritas"),
    ("peraturan", "ojk"),
    ("keputusan", "presiden"),
    ("keputusan", "menteri"),
    ("keputusan", "gubernur"),
    ("instruksi", "presiden"),
    ("instruksi", "menteri"),
    ("surat", "edaran"),
    ("surat", "keputusan"),
    ("rancangan", "undang-undang"),
];

/// Codes of law, which need neither number nor name.
const CODES: [&str; 4] = ["KUHP", "KUHAP", "KUHPerdata", "KUHPer"];

/// Kinds whose name is a title in capitals.
const TREATIES: [&str; 9] = [
    "konvensi",
    "perjanjian",
    "piagam",
    "statuta",
    "traktat",
    "protokol",
    "akta",
    "kesepakatan",
    "pakta",
];

/// Confidence of a law: its grammar is closed.
const SURE: f32 = 0.95;

/// Finds laws, articles, treaties and decisions.
pub(super) fn find(page: &Page<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for sentence in &page.sentences {
        let reader = Reader {
            page,
            limit: sentence.end,
        };
        let mut at = sentence.start;
        while at < sentence.end {
            let end = reader.law(at).filter(|end| *end > at);
            if let Some(end) = end {
                found.push(Candidate::name(at..end, EntityKind::Law, SURE));
            }
            at = end.unwrap_or(at + 1);
        }
    }
    found
}

struct Reader<'p, 'a> {
    page: &'p Page<'a>,
    limit: usize,
}

impl Reader<'_, '_> {
    fn law(&self, at: usize) -> Option<usize> {
        self.page
            .word(at)
            .filter(|word| word.capital && word.span.len() <= 20)?;
        self.article(at)
            .or_else(|| self.statute(at))
            .or_else(|| self.decision(at))
            .or_else(|| self.treaty(at))
    }

    fn is(&self, at: usize, word: &str) -> bool {
        at < self.limit && fold(self.page.text_at(at)) == word
    }

    fn is_numeral(&self, at: usize) -> bool {
        at < self.limit
            && self
                .page
                .word(at)
                .is_some_and(|word| word.kind == TokenKind::Numeral)
    }

    /// A number that may carry a letter: `28`, `28A`, `5A`.
    fn is_number(&self, at: usize) -> bool {
        self.is_numeral(at)
            || at < self.limit
                && self.page.text_at(at).len() <= 5
                && self
                    .page
                    .text_at(at)
                    .starts_with(|c: char| c.is_ascii_digit())
    }

    /// `Pasal 28A ayat (2) huruf b ke-1`, then the law it stands in.
    fn article(&self, at: usize) -> Option<usize> {
        if !(self.is(at, "pasal") && self.is_number(at + 1)) {
            return None;
        }
        let mut end = at + 2;
        loop {
            if self.is(end, "ayat")
                && self.page.is_mark(end + 1, "(")
                && self.page.is_mark(end + 3, ")")
            {
                end += 4;
            } else if self.is(end, "ayat") && self.is_number(end + 1)
                || (self.is(end, "huruf") || self.is(end, "angka")) && end + 1 < self.limit
            {
                end += 2;
            } else if end < self.limit && self.page.text_at(end).starts_with("ke-") {
                end += 1;
            } else {
                break;
            }
        }
        Some(self.statute(end).unwrap_or(end))
    }

    /// A code, or a kind of law with its number or name.
    fn statute(&self, at: usize) -> Option<usize> {
        if at >= self.limit {
            return None;
        }
        let text = self.page.text_at(at);
        if CODES.contains(&text) {
            return Some(at + 1);
        }
        if text == "UUD" {
            return Some(if self.is_numeral(at + 1) {
                at + 2
            } else {
                at + 1
            });
        }
        if self.is(at, "kitab") && self.is(at + 1, "undang-undang") {
            return self.named(at + 2);
        }
        let folded = fold(text);
        let second = fold(self.page.text_at(at + 1));
        let head = if STATUTES.contains(&folded.as_str()) {
            at + 1
        } else if WRITTEN_OUT.contains(&(folded.as_str(), second.as_str())) {
            at + 2
        } else {
            return None;
        };
        let bill = folded.ends_with("uu")
            || folded == "undang-undang"
            || second == "undang-undang"
            || folded == "qanun";
        self.numbered(head)
            .or_else(|| bill.then(|| self.named(head)).flatten())
    }

    /// `[Provinsi X] Nomor 2 Tahun 2021`, `No. 23/2014`, `12 Tahun 2022`, `1/2023`.
    fn numbered(&self, head: usize) -> Option<usize> {
        let mut at = head;
        while at < self.limit.min(head + 9) && !self.is_numeral(at) {
            if self.is(at, "nomor") || self.is(at, "no") {
                at += 1;
                if self.page.is_mark(at, ".") {
                    at += 1;
                }
                break;
            }
            if !self
                .page
                .word(at)
                .is_some_and(|word| word.capital || word.own.has(Sense::JOINS))
            {
                return None;
            }
            at += 1;
        }
        if !self.is_number(at) {
            return None;
        }
        let mut end = at + 1;
        while self.page.is_mark(end, "/") && self.page.word(end).is_some_and(|word| word.glued) {
            end += 2;
        }
        if self.is(end, "tahun") && self.is_numeral(end + 1) {
            end += 2;
        } else if at == head && !self.page.text_at(at).contains('/') {
            return None;
        }
        Some(end.min(self.limit))
    }

    /// A name in capitals: `Cipta Kerja`, `Hukum Pidana`, `Pemberantasan Tindak Pidana Korupsi`.
    fn named(&self, from: usize) -> Option<usize> {
        let mut end = from;
        while end < self.limit.min(from + 8) {
            let Some(word) = self.page.word(end) else {
                break;
            };
            let joins = word.own.has(Sense::JOINS)
                && end > from
                && self
                    .page
                    .word(end + 1)
                    .is_some_and(|next| next.capital && next.own.has(Sense::DOMAIN));
            let stops = self.page.is_common_in_headline(word) || self.is(end, "pasal");
            if stops || !(joins || word.capital && word.kind == TokenKind::Word) {
                break;
            }
            end += 1;
        }
        (end > from).then_some(end)
    }

    /// `Putusan MA Nomor 1616 K/Pid.Sus/2013`, `Resolusi 1701`.
    fn decision(&self, at: usize) -> Option<usize> {
        let resolution = self.is(at, "resolusi");
        if !(resolution || self.is(at, "putusan") || self.is(at, "penetapan")) {
            return None;
        }
        let mut number = at + 1;
        while number < self.limit.min(at + 8) && !self.is_numeral(number) {
            let word = self.page.word(number)?;
            if !(word.capital || self.page.is_mark(number, ".")) {
                return None;
            }
            number += 1;
        }
        if !self.is_numeral(number) || (!resolution && number == at + 1) {
            return None;
        }
        let mut end = number + 1;
        if !resolution {
            // The registry code: what is joined by slashes and dots, up to its year.
            let code = self
                .page
                .word(end)
                .is_some_and(|word| word.capital && self.page.is_mark(end + 1, "/"));
            end += usize::from(code);
            while end + 1 < self.limit.min(number + 20)
                && matches!(self.page.text_at(end), "/" | "." | "-")
                && self.page.word(end).is_some_and(|word| word.glued)
                && self.page.word(end + 1).is_some_and(|word| {
                    word.glued && matches!(word.kind, TokenKind::Word | TokenKind::Numeral)
                })
            {
                end += 2;
            }
        }
        Some(end)
    }

    /// `Konvensi Jenewa 1949`, `Perjanjian New START`.
    fn treaty(&self, at: usize) -> Option<usize> {
        let text = fold(self.page.text_at(at));
        if !TREATIES.contains(&text.as_str()) {
            return None;
        }
        let end = self.named(at + 1)?;
        let year = self.is_numeral(end) && crate::entity::is_year(self.page.text_at(end));
        Some(if year { end + 1 } else { end })
    }
}
