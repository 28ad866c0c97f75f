//! Amounts: `Rp 1,5 triliun`, `140-145 dolar AS per ton`, `12 persen`, `35.000 orang`, `magnitudo 5,4`.

use super::figures::{Figure, figure};
use crate::entity::{Candidate, EntityKind, Page, Phrases};
use crate::text::TokenKind;
use std::sync::LazyLock;

/// What a unit is, and its canonical word or code.
#[derive(Clone, Copy, Debug)]
struct Unit {
    class: Class,
    name: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    /// A currency before the number.
    Sign,
    /// A currency behind the number.
    Money,
    Measure,
    Count,
    /// Only behind `per`.
    Rate,
}

/// The units, and apart from them the signs, which stand before a number.
static UNITS: LazyLock<[Phrases<Unit>; 2]> = LazyLock::new(|| {
    let mut tables = [Phrases::default(), Phrases::default()];
    let [signs, units] = &mut tables;
    let rows = include_str!("units.tsv").lines();
    for row in rows.filter(|row| !row.starts_with('#')) {
        let mut columns = row.split('\t');
        let class = match columns.next() {
            Some("sign") => Class::Sign,
            Some("money") => Class::Money,
            Some("measure") => Class::Measure,
            Some("count") => Class::Count,
            Some("rate") => Class::Rate,
            _ => continue,
        };
        let name = columns.next().unwrap_or_default();
        let table = if class == Class::Sign {
            &mut *signs
        } else {
            &mut *units
        };
        for form in columns.next().unwrap_or_default().split('|') {
            table.entry(form, || Unit { class, name });
        }
    }
    tables
});

/// Confidence of an amount: its grammar is closed.
const SURE: f32 = 0.95;

/// Finds the amounts of money and quantities.
pub(super) fn find(page: &Page<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for sentence in &page.sentences {
        let mut at = sentence.start;
        while at < sentence.end {
            let amount = amount(page, at).filter(|amount| amount.tokens.end <= sentence.end);
            at = amount.as_ref().map_or(at + 1, |amount| amount.tokens.end);
            found.extend(amount);
        }
    }
    found
}

fn amount(page: &Page<'_>, at: usize) -> Option<Candidate> {
    signed(page, at)
        .or_else(|| magnitude_of_quake(page, at))
        .or_else(|| counted(page, at))
}

/// `Rp 500 juta`, `US$ 75,3 per barel`.
fn signed(page: &Page<'_>, at: usize) -> Option<Candidate> {
    let [signs, _] = &*UNITS;
    let (mut length, sign) = page.longest(signs, at)?;
    if page.is_mark(at + length, ".") {
        length += 1;
    }
    let figure = figure(page, at + length, sign.name == "IDR")?;
    if page.word(at + length)?.kind != TokenKind::Numeral {
        return None;
    }
    let (end, rate) = rate(page, figure.end);
    Some(money(at..end, figure, sign.name, rate))
}

/// `magnitudo 5,4`, `M 5,4`, `M5,4`.
fn magnitude_of_quake(page: &Page<'_>, at: usize) -> Option<Candidate> {
    let word = page.text_at(at);
    if !(word == "M"
        || word.eq_ignore_ascii_case("magnitudo")
        || word.eq_ignore_ascii_case("magnitude"))
    {
        return None;
    }
    let figure = figure(page, at + 1, false)?;
    let value = figure.value?;
    let small = page.word(at + 1)?.kind == TokenKind::Numeral && value < 11.0;
    small.then(|| quantity(at..figure.end, figure, "magnitudo"))
}

/// A number with what it counts behind it.
fn counted(page: &Page<'_>, at: usize) -> Option<Candidate> {
    let figure = figure(page, at, false)?;
    let previous = at.checked_sub(1).map(|before| page.text_at(before));
    let glued = page.word(at)?.glued;
    // A number that runs on from a sign or a letter is part of something else: `3-1`, `A320`, `10:15`.
    if glued
        && !matches!(
            previous,
            Some("(" | "\"" | "“" | "±" | "+" | "<" | ">" | "~")
        )
    {
        return None;
    }
    let [_, units] = &*UNITS;
    let (length, unit) = page.longest(units, figure.end)?;
    let (unit_end, name) = (figure.end + length, unit.name);
    match unit.class {
        Class::Money => {
            let (end, rate) = rate(page, unit_end);
            Some(money(at..end, figure, name, rate))
        }
        Class::Measure
            if !(figure.doubtful
                && name == "meter"
                && length == 1
                && page.text_at(figure.end).len() == 1) =>
        {
            let (end, rate) = rate(page, unit_end);
            let unit = rate.map_or_else(|| name.to_owned(), |rate| format!("{name} per {rate}"));
            Some(quantity(at..end, figure, &unit))
        }
        Class::Count if !figure.doubtful && !page.word(figure.end)?.glued => {
            Some(quantity(at..unit_end, figure, name))
        }
        _ => None,
    }
}

/// `per kilogram`, `per dolar AS`, `/kg`: the end and the canonical unit.
fn rate(page: &Page<'_>, at: usize) -> (usize, Option<&'static str>) {
    let [_, units] = &*UNITS;
    let glued_slash = page.is_mark(at, "/") && page.word(at).is_some_and(|word| word.glued);
    if !(glued_slash || page.text_at(at).eq_ignore_ascii_case("per")) {
        return (at, None);
    }
    page.longest(units, at + 1)
        .map_or((at, None), |(length, unit)| {
            (at + 1 + length, Some(unit.name))
        })
}

fn money(
    tokens: std::ops::Range<usize>,
    figure: Figure,
    currency: &str,
    rate: Option<&str>,
) -> Candidate {
    Candidate {
        value: figure.value,
        unit: rate.map(str::to_owned),
        currency: Some(currency.to_owned()),
        ..Candidate::name(tokens, EntityKind::Money, SURE)
    }
}

fn quantity(tokens: std::ops::Range<usize>, figure: Figure, unit: &str) -> Candidate {
    Candidate {
        value: figure.value,
        unit: Some(unit.to_owned()),
        ..Candidate::name(tokens, EntityKind::Quantity, SURE)
    }
}
