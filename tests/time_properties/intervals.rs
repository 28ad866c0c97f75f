//! Intervals beside the values they belong to.

use crate::calendar::{Stretch, Value, parse};
use crate::page::{Answer, Page};
use chrono::{DateTime, FixedOffset, NaiveDateTime};
use sorot::time::{Modifier, TimeExpression, TimexRole};

/// What is wrong with the intervals of a page.
pub(crate) fn contain_their_values(page: &Page) -> Vec<String> {
    let (answers, offset) = page.answers();
    let mut wrong = Vec::new();
    for answer in &answers {
        let Some(value) = &answer.timex.value else {
            if answer.timex.earliest.is_some() || answer.timex.latest.is_some() {
                wrong.push(format!("{} without a value", answer.shown()));
            }
            continue;
        };
        let Some(value) = parse(value) else {
            wrong.push(format!("{} is not a value", answer.shown()));
            continue;
        };
        if let Some(what) = mismatch(answer, &value, offset) {
            wrong.push(format!("{} {what}", answer.shown()));
        }
    }
    wrong
}

fn mismatch(answer: &Answer, value: &Value, document: FixedOffset) -> Option<&'static str> {
    let timex = &answer.timex;
    let sides = (timex.earliest, timex.latest);
    if sides.0.zip(sides.1).is_some_and(|(from, to)| from >= to) {
        return Some("is empty");
    }
    let Some(plain) = stretch(answer, value) else {
        // An amount may have a window; a set, a reference and a year before the era have nothing.
        let window = matches!(value, Value::Amount(_) | Value::Ref(_));
        return (!window && sides != (None, None)).then_some("is placed, and has no place");
    };
    let offset = value
        .offset()
        .and_then(|minutes| FixedOffset::east_opt(minutes * 60))
        .unwrap_or(document);
    let at = |moment: NaiveDateTime| -> Option<DateTime<FixedOffset>> {
        moment.and_local_timezone(offset).single()
    };
    let (start, end) = (at(plain.0), at(plain.1));
    let (from, to) = match (timex.modifier, sides) {
        (Some(Modifier::Before), (None, Some(to))) => {
            return (Some(to) != end).then_some("does not end with its value");
        }
        (Some(Modifier::After), (Some(from), _)) => {
            return (Some(from) != start).then_some("does not begin with its value");
        }
        (_, (Some(from), Some(to))) => (Some(from), Some(to)),
        _ => return Some("has an open side"),
    };
    let touches = from < end && start <= to;
    let holds = from <= start && end <= to;
    let within = start <= from && to <= end;
    let right = match timex.modifier {
        // A stamp is truncated: its value is one side of the stretch it may mean.
        _ if timex.role == TimexRole::Card => touches,
        // The thirds of a part of the day are hours of their own.
        Some(Modifier::Start | Modifier::Mid | Modifier::End) => {
            within || touches && matches!(value, Value::Part(..))
        }
        _ => holds,
    };
    (!right).then_some("does not hold its value")
}

/// What the value names; a year of schools and leagues runs from July to July.
fn stretch(answer: &Answer, value: &Value) -> Option<Stretch> {
    let (start, end) = value.stretch()?;
    if matches!(answer.found.expression, TimeExpression::SchoolYear(..)) {
        let half = chrono::Months::new(6);
        return start
            .checked_add_months(half)
            .zip(end.checked_sub_months(half));
    }
    Some((start, end))
}
