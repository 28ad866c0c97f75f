//! Longer stretches: quarters, halves, seasons, years, school years, decades, centuries, years before the era.

use super::{date, near, number};
use crate::text::{Numeral, TokenKind};
use crate::time::{Cursor, Fields, Sense, TimeExpression, YearRef};

/// A period.
pub(super) fn period(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    quarter(c)
        .or_else(|| half(c))
        .or_else(|| season(c))
        .or_else(|| school_year(c))
        .or_else(|| century(c))
        .or_else(|| decade(c))
        .or_else(|| year_of_era(c))
        .or_else(|| year(c))
}

/// `kuartal III 2023`, `triwulan II-2023`, `kuartal I/2023`, `Q3 2023`, `kuartal kedua tahun lalu`, `caturwulan I 2023`.
fn quarter(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        if let Some((number, year)) = c
            .word()
            .split_once(['Q', 'q'])
            .filter(|(number, year)| number.len() == 1 && year.len() == 2)
        {
            // `1Q24`
            let number = number.parse().ok().filter(|n| (1..=4).contains(n))?;
            let year: i32 = year.parse().ok()?;
            c.at += 1;
            return Some(TimeExpression::Quarter(
                number,
                Some(YearRef::Written(2000 + year)),
            ));
        }
        if let Some(number) = c.word().strip_prefix(['Q', 'q']) {
            let (number, year) = number.split_once('-').unwrap_or((number, ""));
            let number: u32 = number.parse().ok().filter(|n| (1..=4).contains(n))?;
            c.at += 1;
            let year = year
                .parse()
                .ok()
                .filter(|y| (1000..=2100).contains(y))
                .map(YearRef::Written)
                .or_else(|| year_behind(c))?;
            return Some(TimeExpression::Quarter(number, Some(year)));
        }
        let trimester = c.is("caturwulan") || c.is("cawu");
        if !c.eat_any(&["kuartal", "triwulan", "kwartal", "caturwulan", "cawu", "tw"]) {
            return None;
        }
        let number = if c.eat_any(&["terakhir", "keempat"]) {
            4
        } else {
            c.eat_dash();
            nth(c)?
        };
        if number == 0 || number > if trimester { 3 } else { 4 } {
            return None;
        }
        let range = c.try_to(|c| {
            c.eat_dash().then_some(())?;
            nth(c).filter(|to| (number + 1..=4).contains(to) && !trimester)
        });
        let year = year_behind(c);
        let of = |number| {
            if trimester {
                TimeExpression::Trimester(number, year)
            } else {
                TimeExpression::Quarter(number, year)
            }
        };
        Some(match range {
            Some(to) => TimeExpression::Range(Box::new(of(number)), Box::new(of(to))),
            None => of(number),
        })
    })
}

fn nth(c: &mut Cursor<'_>) -> Option<u32> {
    number::ordinal(c).or_else(|| number::small(c).filter(|n| *n < 10))
}

/// A year behind a period: ` 2023`, `-2023`, `/2023`, `tahun 2023`, `tahun lalu`.
fn year_behind(c: &mut Cursor<'_>) -> Option<YearRef> {
    c.try_to(|c| {
        if !c.eat_dash() {
            c.eat_any(&["/", ","]);
        }
        c.eat("pada");
        if c.eat("tahun") {
            c.eat_any(&["buku", "fiskal", "anggaran"]);
            if c.eat("sebelumnya") {
                return Some(YearRef::FromMention(-1));
            }
            return date::written_year(c).or_else(|| near::steps(c).map(YearRef::Steps));
        }
        date::written_year(c)
    })
}

/// `semester I 2023`, `paruh pertama 2023`, `paruh kedua tahun ini`, `H1 2024`.
fn half(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        if c.word() == "H1" || c.word() == "H2" {
            let number = if c.word() == "H1" { 1 } else { 2 };
            c.at += 1;
            return Some(TimeExpression::Half(number, Some(year_behind(c)?)));
        }
        let loose = c.is("paruh") || c.is("paro");
        if !c.eat_any(&["semester", "paruh", "paro"]) {
            return None;
        }
        let counted = c
            .sense(|sense| matches!(sense, Sense::Number(_)).then_some(()))
            .is_some();
        let number = nth(c).filter(|n| (1..=2).contains(n))?;
        let year = year_behind(c);
        // `paruh pertama` alone is of a match, `semester dua` of a student.
        (year.is_some() || !loose && !counted).then_some(TimeExpression::Half(number, year))
    })
}

/// `musim kemarau 2023`, `musim panas tahun lalu`; never without a year.
fn season(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        if !c.eat("musim") {
            return None;
        }
        let season = c.eat_sense(|sense| match sense {
            Sense::Season(season) => Some(season),
            _ => None,
        })?;
        Some(TimeExpression::Season(season, year_behind(c)?))
    })
}

/// `musim 2022/2023`, `tahun ajaran 2023/2024`, `musim 2022/23`; `tahun anggaran 2024`.
fn school_year(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        let fiscal = c.is("tahun")
            && ["anggaran", "buku", "fiskal"]
                .iter()
                .any(|w| c.word_at(1).eq_ignore_ascii_case(w));
        let school = c.is("tahun")
            && ["ajaran", "akademik", "pelajaran"]
                .iter()
                .any(|w| c.word_at(1).eq_ignore_ascii_case(w));
        if fiscal || school {
            c.at += 2;
        } else if c.eat("musim") {
            c.eat_any(&["kompetisi", "reguler"]);
        } else {
            return None;
        }
        if let Some(Numeral::Pair(from, to)) = c.numeral() {
            let (from, to) = two_years(from, to)?;
            c.at += 1;
            return Some(TimeExpression::SchoolYear(from, to));
        }
        let YearRef::Written(from) = date::written_year(c)? else {
            return None;
        };
        let to = c.try_to(|c| {
            c.eat_dash().then_some(())?;
            date::written_year(c)
        });
        match to {
            Some(YearRef::Written(to)) if to == from + 1 => {
                Some(TimeExpression::SchoolYear(from, to))
            }
            None if fiscal => Some(year_of(from)),
            _ => None,
        }
    })
}

/// Two years written `2022/2023` or `2022/23`, one after the other.
fn two_years(from: u32, to: u32) -> Option<(i32, i32)> {
    let to = if to < 100 { from / 100 * 100 + to } else { to };
    let fits = (1900..=2100).contains(&from) && to == from + 1;
    fits.then_some((i32::try_from(from).ok()?, i32::try_from(to).ok()?))
}

fn year_of(year: i32) -> TimeExpression {
    TimeExpression::Date(Fields {
        year: Some(YearRef::Written(year)),
        ..Fields::default()
    })
}

/// `abad ke-19`, `abad XIX`, `abad 21`, `abad ke-2 SM`, `abad ke-8 Masehi`.
fn century(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        if !c.eat("abad") {
            return None;
        }
        century_number(c)
    })
}

/// A century without its head, the second of two: `abad ke-18 dan ke-19`.
pub(super) fn century_number(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        let number = number::ordinal(c).or_else(|| {
            let n = c.plain(2)?;
            c.at += 1;
            Some(n)
        })?;
        let number = i32::try_from(number)
            .ok()
            .filter(|n| (1..=30).contains(n))?;
        let era = era(c);
        Some(TimeExpression::Century(if era == Some(true) {
            -number
        } else {
            number
        }))
    })
}

/// `SM`, `sebelum Masehi` (true: before), `Masehi`, `M` (false).
fn era(c: &mut Cursor<'_>) -> Option<bool> {
    if c.word() == "SM" {
        c.at += 1;
        return Some(true);
    }
    if c.eat_all(&["sebelum", "masehi"]) {
        return Some(true);
    }
    if c.word() == "M" || c.is("masehi") {
        c.at += 1;
        return Some(false);
    }
    None
}

/// `era 1990-an`, `tahun 80-an`, `dekade 1990-an`, `1990an`, `dekade 1990`.
fn decade(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        let headed =
            c.is("era") || c.is("tahun") || c.is("dekade") || c.is("dasawarsa") || c.is("periode");
        let by_name = c.is("dekade") || c.is("dasawarsa");
        c.at += usize::from(headed);
        if headed && c.is("tahun") {
            c.at += 1;
        }
        // `era '90-an`, and `band '60-an` without a head: the apostrophe stands for the century.
        let apostrophe = |word: &str| matches!(word, "'" | "’" | "‘");
        let cut = apostrophe(c.word()) || (apostrophe(c.word_behind(1)) && c.glued());
        c.at += usize::from(headed && apostrophe(c.word()));
        let headed = headed || cut;
        if let Some(decade) = an(c.word(), headed) {
            c.at += 1;
            return Some(TimeExpression::Decade(decade));
        }
        // `'90-an` and `1990 -an` come as more terms.
        let year = c.plain(4)?;
        let suffix = c.word_at(1).eq_ignore_ascii_case("an");
        let dashed = matches!(c.word_at(1), "-" | "–") && c.word_at(2).eq_ignore_ascii_case("an");
        if suffix || dashed {
            c.at += if suffix { 2 } else { 3 };
            return decade_of(year, headed);
        }
        if by_name && year >= 1000 && year % 10 == 0 {
            c.at += 1;
            return Some(TimeExpression::Decade(i32::try_from(year / 10).ok()?));
        }
        None
    })
}

fn an(word: &str, headed: bool) -> Option<i32> {
    let stem = word
        .strip_suffix("an")
        .or_else(|| word.strip_suffix("AN"))?;
    let digits = stem
        .strip_suffix('-')
        .unwrap_or(stem)
        .trim_start_matches(['\'', '’']);
    let number: u32 = digits.parse().ok()?;
    match decade_of(number, headed)? {
        TimeExpression::Decade(decade) => Some(decade),
        _ => None,
    }
}

/// 1990 → 199; 80 → 198 where a head says that it is a year.
fn decade_of(number: u32, headed: bool) -> Option<TimeExpression> {
    let decade = match number {
        1000..=2100 if number.is_multiple_of(10) => number / 10,
        20..=99 if headed && number.is_multiple_of(10) => 190 + number / 10,
        _ => return None,
    };
    Some(TimeExpression::Decade(i32::try_from(decade).ok()?))
}

/// `250 SM`, `tahun 250 SM`, `tahun 117 Masehi`.
fn year_of_era(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        let headed = c.eat("tahun");
        // `B 1130 SM` is a number plate.
        let letters = c.word_behind(1);
        if !headed && letters.len() <= 2 && crate::text::is_capitalised(letters) {
            return None;
        }
        let year = c.plain(4).or_else(|| match c.numeral() {
            Some(Numeral::Grouped(year)) => u32::try_from(year).ok(),
            _ => None,
        })?;
        c.at += 1;
        let short = c.word() == "M";
        let before = era(c)?;
        if short && !headed || year == 0 {
            return None;
        }
        Some(if before {
            TimeExpression::YearBefore(year)
        } else {
            TimeExpression::YearOfEra(year)
        })
    })
}

/// `tahun 1987`, `2019-2024`, `2006`; where a bare year may stand is for `guard` to say.
fn year(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        let start = c.at;
        c.eat("tahun");
        let headed = c.at > start;
        let YearRef::Written(year) = date::written_year(c)? else {
            return None;
        };
        let until = c.try_to(|c| {
            c.eat_dash().then_some(())?;
            date::written_year(c)
        });
        if let Some(YearRef::Written(to)) = until {
            return (to > year && to - year <= 300)
                .then(|| TimeExpression::Range(Box::new(year_of(year)), Box::new(year_of(to))));
        }
        let mut fields = Fields {
            year: Some(YearRef::Written(year)),
            ..Fields::default()
        };
        if headed
            || !c
                .peek(0)
                .is_some_and(|next| next.kind == TokenKind::Numeral)
        {
            fields.lean = date::direction(&mut c.clone()).filter(|lean| {
                matches!(
                    lean,
                    crate::time::Lean::Last | crate::time::Lean::Coming | crate::time::Lean::This
                )
            });
            if fields.lean.is_some() {
                date::direction(c);
            }
        }
        Some(TimeExpression::Date(fields))
    })
}
