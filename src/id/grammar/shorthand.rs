//! Periods as reports of companies abbreviate them: `1Q24`, `Q3-2023`, `4Q'23`, `1H24`, `9M23`, `FY2023`.

use super::quarter::{of_this_age, short_year};
use super::{date, quarter};
use crate::text::words;
use crate::time::{Cursor, Fields, MonthRef, TimeExpression, YearRef};

/// What stands before the year.
#[derive(Clone, Copy)]
enum Period {
    Quarter(u32),
    Half(u32),
    /// The first months of the year.
    Months(u32),
    Year,
}

/// A period with its year, in one word or two.
pub(super) fn shorthand(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    let word = c.word();
    if !word
        .bytes()
        .next()
        .is_some_and(|b| b.is_ascii_digit() || b.is_ascii_alphabetic())
        || word.len() > 8
    {
        return None;
    }
    let (period, rest) = period(word)?;
    c.try_to(|c| {
        c.at += 1;
        let year = if rest.is_empty() {
            apart(c, period)?
        } else {
            year(rest)?
        };
        Some(of(period, year))
    })
}

/// The period that a word begins with, and the rest of the word.
fn period(word: &str) -> Option<(Period, &str)> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let (number, behind) = word.split_at_checked(digits)?;
    let letters = behind.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, rest) = behind.split_at_checked(letters)?;
    if letters == "FY" && number.is_empty() {
        return Some((Period::Year, rest));
    }
    let (number, rest) = if number.is_empty() {
        // `Q3`, `H1`: the number is the one digit behind.
        rest.split_at_checked(1)?
    } else {
        (number, rest)
    };
    let number: u32 = number.parse().ok()?;
    let period = match letters {
        "Q" | "q" if (1..=4).contains(&number) => Period::Quarter(number),
        "H" if (1..=2).contains(&number) => Period::Half(number),
        "M" if digits > 0 && [3, 6, 9, 12].contains(&number) => Period::Months(number),
        _ => return None,
    };
    Some((period, rest))
}

/// The year in the same word: `24`, `2024`, `-2024`, `/24`, `'24`.
fn year(rest: &str) -> Option<YearRef> {
    let digits = rest.trim_start_matches(['-', '/', '\'', '’', '‘']);
    if rest.len() > digits.len() + 3 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let number: u32 = digits.parse().ok()?;
    match digits.len() {
        2 => of_this_age(number),
        4 if (1000..=2100).contains(&number) => Some(YearRef::Written(i32::try_from(number).ok()?)),
        _ => None,
    }
}

/// The year in a term of its own: `Q3 2023`, `1H/24`, `Q2 tahun ini`. `3M 2024` is a company's.
fn apart(c: &mut Cursor<'_>, period: Period) -> Option<YearRef> {
    match period {
        Period::Months(3) if !c.glued() => None,
        Period::Year => c.try_to(|c| {
            c.eat_any(&words!["/", "-"]);
            short_year(c).or_else(|| date::written_year(c))
        }),
        _ => quarter::year_behind(c),
    }
}

fn of(period: Period, year: YearRef) -> TimeExpression {
    let date = |month: Option<u32>| {
        TimeExpression::Date(Fields {
            year: Some(year),
            month: month.map(MonthRef::Written),
            ..Fields::default()
        })
    };
    match period {
        Period::Quarter(number) => TimeExpression::Quarter(number, Some(year)),
        Period::Half(number) => TimeExpression::Half(number, Some(year)),
        Period::Months(last) => {
            TimeExpression::Range(Box::new(date(Some(1))), Box::new(date(Some(last))))
        }
        Period::Year => date(None),
    }
}
