//! Bare members of lists and worded ranges: `5` in `5 hingga 20 Februari`, `6` and `7` in `6, 7, dan 9 Maret`,
//! `2009` in `2009 dan 2016`, `15.00` in `pukul 08.00 hingga 15.00`, `Kamis` in `setiap Senin dan Kamis`.

use super::{clock, date, period, set};
use crate::text::Numeral;
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

/// Members before: days before `9 Maret`, years before a year.
fn backward(c: &Cursor<'_>, expression: &TimeExpression) -> Vec<Member> {
    let mut found = Vec::new();
    let days = matches!(
        expression,
        TimeExpression::Date(Fields {
            day: Some(_),
            month: Some(_),
            weekday: None,
            ..
        })
    );
    let years = matches!(expression, TimeExpression::Date(fields) if is_year(*fields));
    if !days && !years {
        return found;
    }
    let mut at = c.at;
    while found.len() < 31 {
        let Some(member) = separator_behind(c, at).and_then(|before| before.checked_sub(1)) else {
            break;
        };
        let cursor = Cursor { at: member, ..*c };
        let fields = if days {
            let Some(day) = cursor.plain(2).filter(|day| (1..=31).contains(day)) else {
                break;
            };
            Fields {
                day: Some(day),
                ..Fields::default()
            }
        } else {
            let Some(YearRef::Written(year)) = date::written_year(&mut cursor.clone()) else {
                break;
            };
            Fields {
                year: Some(YearRef::Written(year)),
                ..Fields::default()
            }
        };
        // A number that belongs to what stands before it (`pasal 5 dan 6 Maret`) has no signal, list or clause before it.
        let headed = Cursor { at: member, ..*c };
        let from = if headed.word_behind(1).eq_ignore_ascii_case("tanggal") && days {
            member - 1
        } else {
            member
        };
        found.push((from, member + 1, TimeExpression::Date(fields)));
        at = from;
    }
    found
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
    let one = cursor.word_behind(1);
    let is = |word: &str| one.eq_ignore_ascii_case(word);
    if is("dan") || is("atau") || is("serta") || one == "&" {
        return if cursor.word_behind(2) == "," {
            at.checked_sub(2)
        } else {
            at.checked_sub(1)
        };
    }
    if one == "," || is("hingga") || is("sampai") || is("ke") {
        return at.checked_sub(1);
    }
    if is("dengan") && cursor.word_behind(2).eq_ignore_ascii_case("sampai") {
        return at.checked_sub(2);
    }
    if is("sd") {
        return at.checked_sub(1);
    }
    if one == "." && cursor.word_behind(2).eq_ignore_ascii_case("s.d") {
        return at.checked_sub(2);
    }
    if is("d") && cursor.word_behind(2) == "/" && cursor.word_behind(3).eq_ignore_ascii_case("s") {
        return at.checked_sub(3);
    }
    None
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
                base: Recurring::Weekday(..),
                ..
            } => set::member(&mut at),
            TimeExpression::Century(_) => period::century_number(&mut at),
            TimeExpression::Date(fields) if is_year(*fields) => {
                year(&mut at, fields.year, found.len())
            }
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
    (!counted || in_row).then_some(TimeExpression::Date(Fields {
        year: Some(year),
        ..Fields::default()
    }))
}

/// `dan`, `hingga`, `,` before a numeral or, where `commas`, before any member.
fn separator(c: &mut Cursor<'_>, commas: bool) -> Option<()> {
    c.try_to(|c| {
        let comma = c.eat(",");
        let word = c.eat_all(&["sampai", "dengan"])
            || c.eat_any(&["dan", "hingga", "sampai", "atau", "serta", "sd", "&"])
            || until_dotted(c)
            || c.eat_all(&["s", "/", "d"]);
        let numeral = matches!(
            c.numeral(),
            Some(Numeral::Plain(..) | Numeral::Clock { .. })
        );
        (word || (comma && (numeral || commas))).then_some(())
    })
}

/// `s.d.`
fn until_dotted(c: &mut Cursor<'_>) -> bool {
    let found = c.eat("s.d");
    if found {
        c.eat(".");
    }
    found
}
