//! Tight ranges: both ends resolved, and kept in order.

use super::{Answer, Scope};
use crate::time::expression::{TimeExpression, YearRef};
use crate::time::value::Value;
use chrono::{Datelike, Days};

impl Scope<'_> {
    pub(super) fn range(&self, from: &TimeExpression, to: &TimeExpression) -> Answer {
        let last = self.answer(to);
        let mut first = self.answer(from);
        let (Some(a), Some(b)) = (first.value.clone(), last.value.clone()) else {
            return Answer {
                value: None,
                ..last
            };
        };
        let from_value = before(from, &a, &b).unwrap_or(a);
        let to_value = after(to, &from_value, b);
        first.value = Some(Value::Range(Box::new(from_value), Box::new(to_value)));
        let anchor = if first.anchor == crate::time::Anchor::None {
            last.anchor
        } else {
            first.anchor
        };
        Answer {
            anchor,
            zone: first.zone.or(last.zone),
            weekday_wrong: first.weekday_wrong || last.weekday_wrong,
            ..first
        }
    }
}

/// The start of a range moved back by a year where its own reading lies after the end.
fn before(from: &TimeExpression, a: &Value, b: &Value) -> Option<Value> {
    let TimeExpression::Date(fields) = from else {
        return None;
    };
    if matches!(fields.year, Some(YearRef::Written(_)))
        && fields.day.is_some()
        && a.interval()?.start <= b.interval()?.start
    {
        return None;
    }
    if a.interval()?.start <= b.interval()?.start {
        return None;
    }
    match a {
        Value::Day(day) if fields.month.is_some() => {
            Some(Value::Day(day.with_year(day.year() - 1)?))
        }
        Value::Month(year, month) => Some(Value::Month(year - 1, *month)),
        _ => None,
    }
}

/// The end of a range moved past its start: `Senin-Jumat`, `22.00-02.00`.
fn after(to: &TimeExpression, from: &Value, b: Value) -> Value {
    let ordered = from
        .interval()
        .zip(b.interval())
        .is_none_or(|(x, y)| x.start <= y.start);
    if ordered {
        return b;
    }
    match (&b, to) {
        (Value::Day(day), TimeExpression::Date(fields))
            if fields.weekday.is_some() && fields.day.is_none() =>
        {
            day.checked_add_days(Days::new(7)).map_or(b, Value::Day)
        }
        (
            Value::Minute {
                date,
                hour,
                minute,
                second,
            },
            _,
        ) => match date.succ_opt() {
            Some(date) => Value::Minute {
                date,
                hour: *hour,
                minute: *minute,
                second: *second,
            },
            None => b,
        },
        _ => b,
    }
}
