//! Lines of names: of writers, of photographers, of the agency that signs.

use super::rules::LineRules;
use super::words::{BARS, DASHES, Word};
use crate::text::is_upper;

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
pub(super) fn name_line(words: &[Word<'_>], rules: &LineRules) -> NameLine {
    let folded: Vec<&str> = words.iter().map(|word| word.folded.as_ref()).collect();
    let (mut in_name, mut names, mut outlets, mut parted) = (0, 0, 0, false);
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let outlet = rules.outlet(folded.get(at..).unwrap_or_default());
        if outlet > 0 && (parted || names == 0) {
            outlets += 1;
            at += outlet;
            parted = false;
            continue;
        }
        if word.is(&BARS) || word.is(&[",", "&", ";", "(", ")"]) {
            parted = true;
            in_name = 0;
        } else if word.is_mark() {
            if !word.is(&["."]) || at + 1 == words.len() {
                return NameLine::No;
            }
        } else if word.is_capital() && !word.is_number() {
            in_name += 1;
            names += 1;
            parted = false;
            if in_name > 5 || outlets > 1 {
                return NameLine::No;
            }
        } else if !rules.is_particle(&word.folded) || names == 0 {
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

/// Reads the credit from the last words of a line; `whole` if they are all of it.
pub(super) fn credit(tail: &[Word<'_>], whole: bool, rules: &LineRules) -> Option<Credit> {
    let end = tail.iter().rposition(|word| !word.is(&["."]))? + 1;
    let tail = tail.get(..end)?;
    bracketed(tail, rules)
        .or_else(|| slashed(tail, whole, rules))
        .or_else(|| labelled(tail, rules))
}

fn bracketed(tail: &[Word<'_>], rules: &LineRules) -> Option<Credit> {
    let (open, close) = match tail.last()? {
        word if word.is(&[")"]) => ("(", ")"),
        word if word.is(&["]"]) => ("[", "]"),
        _ => return None,
    };
    let start = tail.iter().rposition(|word| word.is(&[open]))?;
    let inside = tail.get(start + 1..tail.len() - 1)?;
    if inside.is_empty() || inside.len() > 14 || inside.iter().any(|word| word.is(&[close])) {
        return None;
    }
    let folded: Vec<&str> = inside.iter().map(|word| word.folded.as_ref()).collect();
    let outlet = (0..inside.len()).any(|i| rules.outlet(folded.get(i..).unwrap_or_default()) > 0);
    let slash = inside.iter().any(|word| word.is(&["/"]));
    let capital = inside
        .iter()
        .any(|word| word.is_capital() && word.text.len() > 3);
    if folded.iter().any(|word| rules.is_credit(word)) {
        return Some(Credit::Sure);
    }
    let apart = start > 0
        && tail
            .get(start - 1)
            .is_some_and(|word| word.is(&[".", ",", "\"", "”"]));
    match (outlet, slash && capital) {
        (true, true) if start == 0 || apart => Some(Credit::Sure),
        (true, _) | (_, true) => Some(Credit::Likely),
        _ => None,
    }
}

/// `… 6 Januari 2024. REUTERS/Olena Marchenko`.
fn slashed(tail: &[Word<'_>], whole: bool, rules: &LineRules) -> Option<Credit> {
    if !tail.iter().any(|word| word.is(&["/"])) {
        return None;
    }
    let folded: Vec<&str> = tail.iter().map(|word| word.folded.as_ref()).collect();
    let from = tail.len().saturating_sub(12);
    (from..tail.len()).find_map(|at| {
        let mut length = rules.outlet(folded.get(at..).unwrap_or_default());
        // A region's edition: "Tribun Jateng/Slamet".
        let edition = tail.get(at + length).is_some_and(Word::is_capital);
        length += usize::from(length > 0 && edition);
        let opens = match at.checked_sub(1) {
            None => whole,
            Some(before) => tail.get(before).is_some_and(|word| {
                word.is(&[".", ")", "(", ":", "\"", "”", "|"]) || word.is(&DASHES)
            }),
        };
        let slash = tail.get(at + length).is_some_and(|word| word.is(&["/"]));
        let name = tail.get(at + length + 1..)?;
        let fits = length > 0
            && opens
            && slash
            && !name.is_empty()
            && name
                .iter()
                .all(|word| !word.is(&["\"", "”", "?", "!", ":"]))
            && name.first().is_some_and(|word| !word.is_mark());
        fits.then_some(Credit::Sure)
    })
}

/// `… di kota itu. Foto: Aditya Nugraha`, `… Dok. Pemkot`.
fn labelled(tail: &[Word<'_>], rules: &LineRules) -> Option<Credit> {
    let from = tail.len().saturating_sub(10);
    (from.max(1)..tail.len()).find_map(|at| {
        let word = tail.get(at)?;
        let apart = tail.get(at - 1)?.is(&[".", ")", "|", "\"", "”"]);
        let next = tail.get(at + 1)?;
        let label = next.is(&[":"]) || (next.is(&["."]) && word.text.len() <= 4);
        let name = tail.get(at + 2..)?;
        let named = !name.is_empty()
            && name.iter().all(|word| {
                word.is_capital()
                    || word.is(&[".", "/", ",", ":", "-", "&", "|"])
                    || rules.is_credit(&word.folded)
                    || rules.outlet(&[word.folded.as_ref()]) > 0
            });
        (rules.is_credit(&word.folded) && apart && label && named).then_some(Credit::Sure)
    })
}

/// `(abc/def)`, `REUTERS`, `YUDONO YANUAR | REUTERS`, `ae/hp (dpa, Reuters)`: the signature below a text.
pub(super) fn signs_off(words: &[Word<'_>], rules: &LineRules) -> bool {
    let Some((first, last)) = words.first().zip(words.last()) else {
        return false;
    };
    let folded: Vec<&str> = words.iter().map(|word| word.folded.as_ref()).collect();
    let outlet = (0..words.len()).any(|i| rules.outlet(folded.get(i..).unwrap_or_default()) > 0);
    let spoken = words.iter().filter(|word| !word.is_mark()).count();
    if (first.is(&["("]) && last.is(&[")"])) || (first.is(&["["]) && last.is(&["]"])) {
        let codes = words
            .iter()
            .all(|word| word.is_mark() || word.text.len() <= 4 || outlet);
        return words.len() <= 16
            && words.iter().filter(|word| word.is(&["(", "["])).count() == 1
            && !words.iter().any(|word| word.is(&["?", "!"]))
            && (spoken <= 1 || codes || words.iter().any(|word| word.is(&["/"])));
    }
    let coded = words.get(1).is_some_and(|word| word.is(&["/"]))
        && first.is_lower()
        && first.text.len() <= 4
        && last.is(&[")"])
        && outlet
        && words.len() <= 14;
    let shouted = outlet
        && spoken <= 8
        && words.iter().all(|word| {
            (word.is_mark() && (word.is(&BARS) || word.is(&[",", "(", ")"])))
                || is_upper(word.text)
                || rules.outlet(&[word.folded.as_ref()]) > 0
        })
        && words.iter().any(|word| is_upper(word.text));
    coded || shouted
}

/// Whether most of the longer words begin with a capital.
pub(super) fn titled(words: &[Word<'_>], rules: &LineRules) -> bool {
    let (mut capitals, mut all) = (0, 0);
    for word in words
        .iter()
        .filter(|word| !word.is_mark() && !word.is_number() && !rules.is_particle(&word.folded))
        .filter(|word| word.text.len() >= 4)
    {
        all += 1;
        capitals += usize::from(word.is_capital());
    }
    all > 0 && capitals * 10 >= all * 6
}
