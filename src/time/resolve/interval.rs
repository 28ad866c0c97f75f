//! Values → intervals with an offset.

use super::answer::{Answer, Viewpoint};
use super::context::Context;
use crate::time::expression::{Count, TimeExpression, Toward, Unit};
use crate::time::found::Found;
use crate::time::timex::{Anchor, Modifier};
use crate::time::value::{Interval, Value, modify};
use crate::time::zones;
use chrono::{DateTime, FixedOffset, NaiveDateTime, TimeDelta};

type Bound = Option<DateTime<FixedOffset>>;

impl Context<'_> {
    /// The earliest and latest moment of an answer.
    pub(super) fn bounds(
        &self,
        item: &Found,
        view: &Viewpoint,
        answer: &Answer,
        modifier: Option<Modifier>,
    ) -> (Bound, Bound) {
        let at =
            |moment: NaiveDateTime, offset: FixedOffset| moment.and_local_timezone(offset).single();
        let here = |moment: NaiveDateTime| at(moment, self.offset);
        let Some(value) = &answer.value else {
            return (None, None);
        };
        if let (Some((seconds, n)), Some(now)) = (answer.card, view.now) {
            let back =
                |n: i64| now.checked_sub_signed(TimeDelta::try_seconds(seconds.checked_mul(n)?)?);
            return (back(n + 1).and_then(here), back(n).and_then(here));
        }
        if let (Some(toward), Some(now), Value::Amount(amount)) = (answer.window, view.now, value) {
            if amount.is_vague() || amount.upto.is_some() {
                return (None, None);
            }
            let sign = if toward == Toward::Past { -1 } else { 1 };
            let end = amount.parts.iter().try_fold(now, |at, (count, unit)| {
                super::near::shift_moment(at, *count, *unit, sign)
            });
            let Some(end) = end else { return (None, None) };
            return if sign < 0 {
                (here(end), here(now))
            } else {
                (here(now), here(end))
            };
        }
        let interval = match modifier {
            Some(Modifier::Before | Modifier::After) | None => value.interval(),
            Some(modifier) => modify(value, modifier),
        };
        let Some(mut interval) = interval else {
            return (None, None);
        };
        if modifier.is_none() && hour_shift(&item.expression) && answer.anchor == Anchor::Published
        {
            interval = around(interval);
        }
        let offset = zones::offset_of(answer.zone, Some(value)).unwrap_or(self.offset);
        let (start, end) = (at(interval.start, offset), at(interval.end, offset));
        match modifier {
            Some(Modifier::Before) => (None, end),
            Some(Modifier::After) => (start, view.now.and_then(here)),
            _ => (start, end),
        }
    }
}

/// `3 jam lalu` in a body: the hour is a round one.
fn hour_shift(expression: &TimeExpression) -> bool {
    match expression {
        TimeExpression::Shift {
            amount,
            toward: Toward::Past,
        } => {
            matches!(amount.single(), Some((Count::Exact(_), Unit::Hour)))
        }
        _ => false,
    }
}

fn around(interval: Interval) -> Interval {
    let half = TimeDelta::minutes(30);
    Interval {
        start: interval
            .start
            .checked_sub_signed(half)
            .unwrap_or(interval.start),
        end: interval
            .start
            .checked_add_signed(half)
            .unwrap_or(interval.end),
    }
}
