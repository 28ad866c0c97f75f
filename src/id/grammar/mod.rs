//! The grammar of Indonesian time expressions: one file a family, one function a production.
//!
//! ```text
//! expression := modified | set | date | clock | near | amount | period | feast | reference
//! modified   := ("awal" | "pertengahan" | "akhir") (month | year | period | unit)
//!             | ("sekitar" | "lebih dari" | "kurang dari" | "hampir" | …) (clock | amount | date)
//! ```
//! The longest wins; of equals, the first in the table of `productions.rs`, which also says where each begins.
//! What the grammar accepts, `guard` may still refuse.

mod amount;
mod clock;
mod context;
mod date;
mod day;
mod feast;
mod guard;
mod list;
mod near;
mod number;
mod period;
mod productions;
mod quarter;
mod set;
mod shorthand;

pub(super) use context::{continues, equates, forward, inflected, is_age, signal};
pub(super) use list::{joined, neighbours};

pub(super) use productions::FIRST;
use productions::{ALL, UNMODIFIED, longest};

use crate::text::{WordKey, word, words};
use crate::time::{Cursor, Feasts, Fields, Modifier, Node, Sense, TimeExpression, Toward, Unit};

/// The longest expression that begins at the cursor. Passes it, and passes also what only looks like one, so that no
/// piece of `Jalan 17 Agustus` is tried again.
pub(super) fn expression(c: &mut Cursor<'_>, feasts: &Feasts) -> Option<(Node, &'static str)> {
    let start = *c;
    if guard::citation(c) {
        return None;
    }
    let (node, name) = longest(ALL, c, feasts)?;
    (!guard::refuses(&start, c.at, &node.expression)).then_some((node, name))
}

/// An expression without a modifier of its own.
fn unmodified(c: &mut Cursor<'_>, feasts: &Feasts) -> Option<Node> {
    longest(UNMODIFIED, c, feasts).map(|(node, _)| node)
}

/// `tiga hari lalu pukul 10.00 WIB`: a day some days away, with its clock.
fn days_with_clock(c: &mut Cursor<'_>, node: Node) -> Node {
    let TimeExpression::Shift { amount, toward } = &node.expression else {
        return node;
    };
    let days = match amount.single() {
        Some((count, Unit::Day)) => count.as_whole().and_then(|days| i32::try_from(days).ok()),
        _ => None,
    };
    let Some(days) = days.filter(|_| node.modifier.is_none()) else {
        return node;
    };
    let sign = if *toward == Toward::Past { -1 } else { 1 };
    let day = Fields {
        from_today: Some(days * sign),
        ..Fields::default()
    };
    let (expression, about) = date::with_clock(c, TimeExpression::Date(day));
    if expression == TimeExpression::Date(day) {
        node
    } else {
        approximately((expression, about))
    }
}

/// An expression that may have said that it is about.
fn approximately((expression, about): (TimeExpression, bool)) -> Node {
    Node {
        expression,
        modifier: about.then_some(Modifier::Approx),
    }
}

/// A modifier with what it modifies.
fn modified(c: &mut Cursor<'_>, feasts: &Feasts) -> Option<Node> {
    c.try_to(|c| part_of(c, feasts).or_else(|| c.try_to(|c| quantified(c, feasts))))
}

/// `awal September 2023 lalu`, `akhir tahun`, `pertengahan abad ke-19`, `tengah pekan`.
fn part_of(c: &mut Cursor<'_>, feasts: &Feasts) -> Option<Node> {
    c.try_to(|c| {
        let modifier = if c.is(word!("tengah")) {
            c.at += 1;
            return near::near(c)
                .or_else(|| near::bare_unit(c))
                .filter(has_parts)
                .map(|expression| Node {
                    expression,
                    modifier: Some(Modifier::Mid),
                });
        } else {
            // `akhir pekan` is the weekend, a unit of its own.
            if near::is_weekend(c) {
                return None;
            }
            c.eat_sense(|sense| match sense {
                Sense::Modifier(modifier @ (Modifier::Start | Modifier::Mid | Modifier::End)) => {
                    Some(modifier)
                }
                _ => None,
            })?
        };
        let whole = c.try_to(|c| {
            unmodified(c, feasts)
                .filter(|node| node.modifier.is_none() && has_parts(&node.expression))
        });
        let expression = match whole {
            Some(whole) => whole.expression,
            None => near::bare_unit(c)?,
        };
        Some(Node {
            expression,
            modifier: Some(modifier),
        })
    })
}

/// Whether an expression has a beginning and an end to speak of: months, years, periods, weeks.
fn has_parts(expression: &TimeExpression) -> bool {
    match expression {
        TimeExpression::Date(Fields {
            day: None,
            weekday: None,
            from_today: None,
            time: None,
            part: None,
            ..
        })
        | TimeExpression::Quarter(..)
        | TimeExpression::Half(..)
        | TimeExpression::Trimester(..)
        | TimeExpression::Decade(_)
        | TimeExpression::Century(_)
        | TimeExpression::Season(..)
        | TimeExpression::Hijri { day: None, .. } => true,
        TimeExpression::Nearby { unit, .. } => *unit >= crate::time::Unit::Week,
        TimeExpression::FromMention {
            part: None, amount, ..
        } => amount
            .single()
            .is_some_and(|(_, unit)| unit >= crate::time::Unit::Week),
        _ => false,
    }
}

/// `sekitar pukul 19.30`, `lebih dari 20 tahun lalu`, `hampir dua pekan`, `paling lama tiga bulan`.
fn quantified(c: &mut Cursor<'_>, feasts: &Feasts) -> Option<Node> {
    let cued = c
        .behind(1)
        .is_some_and(|term| term.senses.contains(&Sense::YearCue));
    let modifier = quantifier(c)?;
    let node = unmodified(c, feasts)?;
    let modifier = match (&node.expression, modifier) {
        (
            TimeExpression::Shift { .. } | TimeExpression::FromMention { .. },
            Modifier::MoreThan | Modifier::EqualOrMore,
        ) => Modifier::Before,
        (
            TimeExpression::Shift { .. } | TimeExpression::FromMention { .. },
            Modifier::LessThan | Modifier::EqualOrLess,
        ) => Modifier::After,
        (
            TimeExpression::Shift { .. }
            | TimeExpression::FromMention { .. }
            | TimeExpression::Duration { .. },
            modifier,
        ) => modifier,
        // A bare number behind `sekitar` is a count unless it is headed or a date in itself.
        (TimeExpression::Date(fields), Modifier::Approx) if cued || !bare_year(fields, c) => {
            Modifier::Approx
        }
        (
            TimeExpression::Century(_)
            | TimeExpression::Decade(_)
            | TimeExpression::YearBefore(_)
            | TimeExpression::YearOfEra(_),
            Modifier::Approx,
        ) => Modifier::Approx,
        (TimeExpression::Range(from, _), Modifier::Approx) if from.is_time() => Modifier::Approx,
        _ => return None,
    };
    Some(Node {
        expression: node.expression,
        modifier: Some(modifier),
    })
}

fn bare_year(fields: &Fields, c: &Cursor<'_>) -> bool {
    fields.month.is_none() && fields.year.is_some() && c.key_behind(2) != word!("tahun")
}

/// The words of an amount's precision.
fn quantifier(c: &mut Cursor<'_>) -> Option<Modifier> {
    const PHRASES: [(&[WordKey], Modifier); 16] = [
        (&words!["kurang", "lebih"], Modifier::Approx),
        (&words!["lebih", "dari"], Modifier::MoreThan),
        (&words!["lebih", "kurang"], Modifier::Approx),
        (&words!["lebih"], Modifier::MoreThan),
        (&words!["kurang", "dari"], Modifier::LessThan),
        (&words!["tak", "sampai"], Modifier::LessThan),
        (&words!["tidak", "sampai"], Modifier::LessThan),
        (&words!["tak", "lebih", "dari"], Modifier::EqualOrLess),
        (&words!["tidak", "lebih", "dari"], Modifier::EqualOrLess),
        (&words!["tak", "kurang", "dari"], Modifier::EqualOrMore),
        (&words!["tidak", "kurang", "dari"], Modifier::EqualOrMore),
        (&words!["paling", "lama"], Modifier::EqualOrLess),
        (&words!["paling", "banyak"], Modifier::EqualOrLess),
        (&words!["paling", "sedikit"], Modifier::EqualOrMore),
        (&words!["paling", "singkat"], Modifier::EqualOrMore),
        (&words!["paling", "sebentar"], Modifier::EqualOrMore),
    ];
    if let Some((_, modifier)) = PHRASES.iter().find(|(words, _)| c.eat_all(words)) {
        return Some(*modifier);
    }
    c.eat_sense(|sense| match sense {
        Sense::Modifier(
            modifier @ (Modifier::Approx
            | Modifier::LessThan
            | Modifier::EqualOrLess
            | Modifier::EqualOrMore),
        ) => Some(modifier),
        _ => None,
    })
}
