//! Bare members of lists and worded ranges: `5` in `5 hingga 20 Februari`, `6` and `7` in `6, 7, dan 9 Maret`,
//! `2009` in `2009 dan 2016`, `15.00` in `pukul 08.00 hingga 15.00`, `Kamis` in `setiap Senin dan Kamis`.

use super::{clock, date, period, set};
use crate::text::{Numeral, word, words};
use crate::time::{Cursor, Fields, Member, Recurring, TimeExpression, YearRef};

/// Bare members beside the expression from the cursor to term `end`: first and last-plus-one term, and what they say.
pub(in crate::id) fn neighbours(
    c: &Cursor<'_>,
    end: usize,
    expression: &TimeExpression,
) -> Vec<Member> {
    let mut found = backward(c, expression);
    found.extend(forward(&Cursor { at: end, ..*c }, expression));
    found
}

/// What the members of a list beside an expression are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Row {
    Days,
    Years,
}

/// The row that an expression, or the range it is, can close.
fn row(expression: &TimeExpression) -> Option<Row> {
    match expression {
        TimeExpression::Date(Fields {
            day: Some(_),
            month: Some(_),
            weekday: None,
            ..
        })
        | TimeExpression::Hijri { day: Some(_), .. } => Some(Row::Days),
        TimeExpression::Date(fields) => is_year(*fields).then_some(Row::Years),
        TimeExpression::Range(from, _) => row(from),
        _ => None,
    }
}

/// Members before: days before `9 Maret`, years before a year.
fn backward(c: &Cursor<'_>, expression: &TimeExpression) -> Vec<Member> {
    let mut found = Vec::new();
    let Some(row) = row(expression) else {
        return found;
    };
    let mut at = c.at;
    while found.len() < 31 {
        let Some(last) = separator_behind(c, at).and_then(|before| before.checked_sub(1)) else {
            break;
        };
        let Some(end) = member(c, last, row) else {
            break;
        };
        let ranged = range_behind(c, last, row, &end);
        if ranged.is_none() && ends_pair(c, last) {
            break;
        }
        let (first, member) = ranged.unwrap_or((last, TimeExpression::Date(end)));
        let headed = Cursor { at: first, ..*c };
        let from = if headed.key_behind(1) == word!("tanggal") && row == Row::Days {
            first - 1
        } else {
            first
        };
        found.push((from, last + 1, member));
        at = from;
    }
    found
}

/// The bare day or year that is term `at`.
fn member(c: &Cursor<'_>, at: usize, row: Row) -> Option<Fields> {
    let mut cursor = Cursor { at, ..*c };
    match row {
        Row::Days => Some(Fields {
            day: Some(cursor.plain(2).filter(|day| (1..=31).contains(day))?),
            ..Fields::default()
        }),
        Row::Years => match date::written_year(&mut cursor)? {
            year @ YearRef::Written(_) => Some(Fields {
                year: Some(year),
                ..Fields::default()
            }),
            _ => None,
        },
    }
}

/// Whether term `at` is the second of two numbers that a dash joins: `3-1`.
fn ends_pair(c: &Cursor<'_>, at: usize) -> bool {
    let numeral = |term: Option<&crate::time::Term<'_>>| {
        term.is_some_and(|term| term.kind == crate::text::TokenKind::Numeral)
    };
    let here = Cursor { at, ..*c };
    matches!(here.mark_behind(1), '-' | '–' | '—') && numeral(here.behind(2))
}

/// The range that ends in the member at term `last`, `2-4` in `2-4 dan 7 April`, and its first term. What falls is a
/// score, and no range.
fn range_behind(
    c: &Cursor<'_>,
    last: usize,
    row: Row,
    end: &Fields,
) -> Option<(usize, TimeExpression)> {
    let dash = last.checked_sub(1)?;
    let first = dash.checked_sub(1)?;
    Cursor { at: dash, ..*c }.eat_dash().then_some(())?;
    let start = member(c, first, row)?;
    let number = |fields: &Fields| match (fields.day, fields.year) {
        (Some(day), _) => i64::from(day),
        (None, Some(YearRef::Written(year))) => i64::from(year),
        _ => 0,
    };
    (number(&start) < number(end)).then(|| {
        let ends = [start, *end].map(|fields| Box::new(TimeExpression::Date(fields)));
        let [from, to] = ends;
        (first, TimeExpression::Range(from, to))
    })
}

fn is_year(fields: Fields) -> bool {
    fields
        == Fields {
            year: fields.year,
            ..Fields::default()
        }
        && matches!(fields.year, Some(YearRef::Written(_)))
}

/// Where the expression ends that is joined to the one at the cursor by a list or a worded range: `Mei` in `Mei hingga
/// Juni 2018`.
pub(in crate::id) fn joined(c: &Cursor<'_>) -> Option<usize> {
    separator_behind(c, c.at)
}

/// The index of the first term of the separator that ends at term `at`: `,` `dan` `, dan` `hingga` `s.d.` `s/d`.
fn separator_behind(c: &Cursor<'_>, at: usize) -> Option<usize> {
    let cursor = Cursor { at, ..*c };
    let (one, two) = (cursor.key_behind(1), cursor.key_behind(2));
    let length = if words!["dan", "atau", "serta", "&"].contains(&one) {
        if two == word!(",") { 2 } else { 1 }
    } else if words![",", "hingga", "sampai", "ke", "sd"].contains(&one) {
        1
    } else if (one == word!("dengan") && two == word!("sampai"))
        || (one == word!(".") && two == word!("s.d"))
    {
        2
    } else if one == word!("d") && two == word!("/") && cursor.key_behind(3) == word!("s") {
        3
    } else {
        return None;
    };
    at.checked_sub(length)
}

/// Members behind: a second clock, a second weekday of a set, further years, a second century.
fn forward(c: &Cursor<'_>, expression: &TimeExpression) -> Vec<Member> {
    let mut found = Vec::new();
    let mut at = *c;
    while found.len() < 31 {
        let weekdays = matches!(expression, TimeExpression::Set { .. });
        let Some(()) = separator(&mut at, weekdays) else {
            break;
        };
        let start = at.at;
        let member = match expression {
            TimeExpression::Date(Fields { time: Some(_), .. }) => clock::bare(&mut at),
            TimeExpression::Set {
                base: Recurring::Weekday(..) | Recurring::Weekdays(..),
                ..
            } => set::member(&mut at),
            TimeExpression::Century(_) => period::century_number(&mut at),
            TimeExpression::Decade(_) => period::decade_number(&mut at, true),
            TimeExpression::Date(fields) if is_year(*fields) => {
                year(&mut at, fields.year, found.len())
            }
            TimeExpression::Range(_, to) => match **to {
                TimeExpression::Date(fields) if is_year(fields) => {
                    year(&mut at, fields.year, found.len())
                }
                _ => None,
            },
            _ => None,
        };
        let Some(member) = member else { break };
        found.push((start, at.at, member));
    }
    found
}

/// A further year; what it would count does not matter where it carries on the row: `2022, 2023, dan 2024 kasus naik`.
fn year(c: &mut Cursor<'_>, first: Option<YearRef>, members: usize) -> Option<TimeExpression> {
    let year = date::written_year(c)?;
    let counted = c
        .peek(0)
        .is_some_and(|next| next.senses.contains(&crate::time::Sense::Counted));
    let in_row = match (first, year) {
        (Some(YearRef::Written(first)), YearRef::Written(year)) => {
            usize::try_from(year - first).is_ok_and(|ahead| ahead == members + 1)
        }
        _ => false,
    };
    let date = |year| {
        TimeExpression::Date(Fields {
            year: Some(year),
            ..Fields::default()
        })
    };
    if let YearRef::Written(from) = year
        && let Some(to) = period::until(c, from)
    {
        let to = date(YearRef::Written(to));
        return Some(TimeExpression::Range(Box::new(date(year)), Box::new(to)));
    }
    (!counted || in_row).then(|| date(year))
}

/// `dan`, `hingga`, `,` before a numeral or, where `commas`, before any member.
fn separator(c: &mut Cursor<'_>, commas: bool) -> Option<()> {
    c.try_to(|c| {
        let comma = c.eat(word!(","));
        let word = c.eat_all(&words!["sampai", "dengan"])
            || c.eat_any(&words![
                "dan", "hingga", "sampai", "ke", "atau", "serta", "sd", "&"
            ])
            || until_dotted(c)
            || c.eat_all(&words!["s", "/", "d"]);
        let numeral = matches!(
            c.numeral(),
            Some(Numeral::Plain(..) | Numeral::Clock { .. })
        );
        (word || (comma && (numeral || commas))).then_some(())
    })
}

/// `s.d.`
fn until_dotted(c: &mut Cursor<'_>) -> bool {
    let found = c.eat(word!("s.d"));
    if found {
        c.eat(word!("."));
    }
    found
}
