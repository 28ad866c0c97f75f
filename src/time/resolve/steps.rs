//! Steps between days and months, and the direction they take.

use crate::time::timex::Direction;
use chrono::{Months, NaiveDate};

pub(super) fn distance(a: NaiveDate, b: NaiveDate) -> i64 {
    (a - b).num_days().abs()
}

pub(super) fn direction_of(date: NaiveDate, today: NaiveDate) -> Direction {
    match date.cmp(&today) {
        std::cmp::Ordering::Less => Direction::Past,
        std::cmp::Ordering::Equal => Direction::Same,
        std::cmp::Ordering::Greater => Direction::Future,
    }
}

/// The direction of a number of steps.
pub(super) fn toward(steps: i32) -> Direction {
    match steps {
        ..0 => Direction::Past,
        0 => Direction::Same,
        1.. => Direction::Future,
    }
}

/// A first of a month some months away.
pub(super) fn shift_months(first: NaiveDate, months: i32) -> Option<NaiveDate> {
    if months < 0 {
        first.checked_sub_months(Months::new(months.unsigned_abs()))
    } else {
        first.checked_add_months(Months::new(months.unsigned_abs()))
    }
}
