//! Lines of names: of writers, of photographers, of the agency that signs.

use super::marks::{BARS, DASHES};
use super::page::Page;
use crate::text::{Token, is_upper};

/// Whether a line is names of people and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NameLine {
    No,
    /// `Andri Kusuma, Wening Lestari`.
    Names,
    /// `Rudi Hartanto - detikNews`.
    WithOutlet,
}

/// Reads a line of names; with capitals alone it cannot be told from a short headline, place decides.
pub(super) fn name_line(words: &[Token], page: &Page<'_>) -> NameLine {
    if words.last().is_some_and(|word| word.is(&['.'])) {
        return NameLine::No;
    }
    let (mut in_name, mut names, mut outlets, mut parted) = (0, 0, 0, false);
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let outlet = page.outlet(words.get(at..).unwrap_or_default());
        if outlet > 0 && (parted || names == 0) {
            outlets += 1;
            at += outlet;
            parted = false;
            continue;
        }
        if word.is(&BARS) || word.is(&[',', '&', ';', '(', ')']) {
            parted = true;
            in_name = 0;
        } else if word.is_mark() {
            if !word.is(&['.']) {
                return NameLine::No;
            }
        } else if word.is_capitalised() && !word.is_numeral() {
            in_name += 1;
            names += 1;
            parted = false;
            if in_name > 5 || outlets > 1 {
                return NameLine::No;
            }
        } else if !page.rules.is_particle(word) || names == 0 {
            return NameLine::No;
        } else {
            in_name = 0;
        }
        at += 1;
    }
    match (names, outlets) {
        (0 | 13.., _) => NameLine::No,
        (_, 0) => NameLine::Names,
        _ => NameLine::WithOutlet,
    }
}

/// The credit of a picture at the end of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Credit {
    /// `REUTERS/Name`, `(Foto: Name)`: only pictures have it.
    Sure,
    /// `(Antara)`: also the end of a text that was taken over.
    Likely,
}

/// Longest credit without brackets, in words and marks.
const LONGEST_CREDIT: usize = 12;

/// Reads the credit from the last words of a line; `whole` if they are all of it.
pub(super) fn credit(tail: &[Token], whole: bool, page: &Page<'_>) -> Option<Credit> {
    let end = tail.iter().rposition(|word| !word.is(&['.']))? + 1;
    let tail = tail.get(..end)?;
    let (_, last) = tail.split_at(tail.len().saturating_sub(LONGEST_CREDIT));
    let hold = |marks: &[char]| last.iter().any(|word| word.is(marks));
    bracketed(tail, page)
        .or_else(|| hold(&['/']).then(|| slashed(tail, whole, page))?)
        .or_else(|| hold(&[':', '.']).then(|| labelled(tail, page))?)
}

fn bracketed(tail: &[Token], page: &Page<'_>) -> Option<Credit> {
    let (open, close) = match tail.last()? {
        word if word.is(&[')']) => ('(', ')'),
        word if word.is(&[']']) => ('[', ']'),
        _ => return None,
    };
    let start = tail.iter().rposition(|word| word.is(&[open]))?;
    let inside = tail.get(start + 1..tail.len() - 1)?;
    if inside.is_empty() || inside.len() > 14 || inside.iter().any(|word| word.is(&[close])) {
        return None;
    }
    if inside.iter().any(|word| page.rules.is_credit(word)) {
        return Some(Credit::Sure);
    }
    let slash = inside.iter().any(|word| word.is(&['/']));
    let capital = inside
        .iter()
        .any(|word| word.is_capitalised() && word.span.len() > 3);
    let apart = start > 0
        && tail
            .get(start - 1)
            .is_some_and(|word| word.is(&['.', ',', '"', '”']));
    match (page.holds_outlet(inside), slash && capital) {
        (true, true) if start == 0 || apart => Some(Credit::Sure),
        (true, _) | (_, true) => Some(Credit::Likely),
        _ => None,
    }
}

/// `… 6 Januari 2024. REUTERS/Olena Marchenko`.
fn slashed(tail: &[Token], whole: bool, page: &Page<'_>) -> Option<Credit> {
    let from = tail.len().saturating_sub(LONGEST_CREDIT);
    (from..tail.len()).find_map(|at| {
        let mut length = page.outlet(tail.get(at..).unwrap_or_default());
        // A region's edition: "Tribun Jateng/Slamet".
        let edition = tail.get(at + length).is_some_and(Token::is_capitalised);
        length += usize::from(length > 0 && edition);
        let opens = match at.checked_sub(1) {
            None => whole,
            Some(before) => tail.get(before).is_some_and(|word| {
                word.is(&['.', ')', '(', ':', '"', '”', '|']) || word.is(&DASHES)
            }),
        };
        let slash = tail.get(at + length).is_some_and(|word| word.is(&['/']));
        let name = tail.get(at + length + 1..)?;
        let fits = length > 0
            && opens
            && slash
            && !name.is_empty()
            && name.iter().all(|word| !word.is(&['"', '”', '?', '!', ':']))
            && name.first().is_some_and(|word| !word.is_mark());
        fits.then_some(Credit::Sure)
    })
}

/// `… di kota itu. Foto: Aditya Nugraha`, `… Dok. Pemkot`.
fn labelled(tail: &[Token], page: &Page<'_>) -> Option<Credit> {
    let from = tail.len().saturating_sub(10);
    (from.max(1)..tail.len()).find_map(|at| {
        let word = tail.get(at)?;
        let next = tail.get(at + 1)?;
        let label = next.is(&[':']) || (next.is(&['.']) && word.span.len() <= 4);
        let apart = || {
            let before = tail.get(at - 1);
            before.is_some_and(|mark| mark.is(&['.', ')', '|', '"', '”']))
        };
        let name = tail.get(at + 2..)?;
        let named = || {
            name.iter().all(|word| {
                word.is_capitalised()
                    || word.is(&['.', '/', ',', ':', '-', '&', '|'])
                    || page.rules.is_credit(word)
                    || page.outlet(&[*word]) > 0
            })
        };
        let fits = label && !name.is_empty() && apart() && page.rules.is_credit(word) && named();
        fits.then_some(Credit::Sure)
    })
}

/// `(abc/def)`, `REUTERS`, `YUDONO YANUAR | REUTERS`, `ae/hp (dpa, Reuters)`: the signature below a text.
pub(super) fn signs_off(words: &[Token], page: &Page<'_>) -> bool {
    let Some((first, last)) = words.first().zip(words.last()) else {
        return false;
    };
    let spoken = || words.iter().filter(|word| !word.is_mark()).count();
    if (first.is(&['(']) && last.is(&[')'])) || (first.is(&['[']) && last.is(&[']'])) {
        let short = |word: &Token| word.is_mark() || word.span.len() <= 4;
        return words.len() <= 16
            && words.iter().filter(|word| word.is(&['(', '['])).count() == 1
            && !words.iter().any(|word| word.is(&['?', '!']))
            && (spoken() <= 1
                || words.iter().all(short)
                || words.iter().any(|word| word.is(&['/']))
                || page.holds_outlet(words));
    }
    let coded = || {
        words.get(1).is_some_and(|word| word.is(&['/']))
            && first.is_small()
            && first.span.len() <= 4
            && last.is(&[')'])
            && words.len() <= 14
    };
    let is_shouted = |word: &Token| is_upper(page.written(word));
    let shouted = || {
        words.iter().all(|word| {
            word.is(&BARS)
                || word.is(&[',', '(', ')'])
                || is_shouted(word)
                || page.outlet(&[*word]) > 0
        }) && spoken() <= 8
            && words.iter().any(is_shouted)
    };
    (coded() || shouted()) && page.holds_outlet(words)
}

/// Whether most of the longer words begin with a capital.
pub(super) fn titled(words: &[Token], page: &Page<'_>) -> bool {
    let (mut capitals, mut all) = (0, 0);
    let long = words.iter().filter(|word| {
        word.span.len() >= 4
            && !word.is_mark()
            && !word.is_numeral()
            && !page.rules.is_particle(word)
    });
    for word in long {
        all += 1;
        capitals += usize::from(word.is_capitalised());
    }
    all > 0 && capitals * 10 >= all * 6
}
