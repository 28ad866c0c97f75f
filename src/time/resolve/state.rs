//! What has been mentioned so far, in reading order.

use super::Answer;
use crate::article::ZoneKind;
use crate::time::expression::{Feast, TimeExpression, YearRef, ZoneWord};
use crate::time::found::{Found, Place};
use crate::time::timex::Bound;
use crate::time::value::Value;
use chrono::{Datelike, NaiveDate, Weekday};

/// A mention that later expressions may count from.
#[derive(Clone, Debug)]
pub(super) struct Mentioned {
    pub(super) index: usize,
    pub(super) value: Value,
    pub(super) sentence: usize,
    pub(super) attribution: bool,
    /// The zone word of a clock.
    pub(super) zone: Option<ZoneWord>,
}

/// The mentions so far.
#[derive(Debug, Default)]
pub(super) struct State {
    mentions: Vec<Mentioned>,
    /// Stretches longer than a day, for `periode yang sama tahun lalu`.
    period: Option<Mentioned>,
    /// An explicit year of this paragraph, for bare months and days after it.
    year: Option<i32>,
    feast: Option<Feast>,
    /// The day that the feast in play fell on.
    feast_day: Option<NaiveDate>,
    zone: Option<usize>,
    /// The year that opens a sentence, and that sentence.
    frame: Option<(usize, i32)>,
    /// A day on a line of its own, and the last zone whose clock was of that day.
    heading: Option<(NaiveDate, usize, usize)>,
    /// The latest date that was written with each weekday, and which expression wrote it.
    dated: [Option<(NaiveDate, usize)>; 7],
}

impl State {
    /// Called before an expression is resolved: a new paragraph forgets its year, a new part of the page everything.
    pub(super) fn enter(&mut self, item: &Found, kind: Option<ZoneKind>) {
        if self.zone == Some(item.zone) {
            return;
        }
        self.zone = Some(item.zone);
        self.year = None;
        if !matches!(kind, Some(ZoneKind::Body | ZoneKind::Headline)) {
            self.mentions.clear();
            self.period = None;
        }
    }

    /// Called after an expression is resolved.
    pub(super) fn note(&mut self, index: usize, item: &Found, answer: &Answer) {
        if let TimeExpression::Holiday {
            feast: Some(feast), ..
        } = item.expression
        {
            self.feast = Some(feast);
            self.feast_day = answer.value.as_ref().and_then(Value::day);
        }
        let Some(value) = &answer.value else { return };
        if let Some((weekday, day)) = dated(&item.expression).zip(value.day())
            && weekday == day.weekday()
            && let Some(place) = self.dated.get_mut(place(weekday))
        {
            *place = Some((day, index));
        }
        if value.interval().is_none() {
            return;
        }
        let mention = Mentioned {
            index,
            value: value.clone(),
            sentence: item.sentence,
            attribution: item.attribution,
            zone: answer.zone,
        };
        if item.opens
            && let Value::Year(year) = value
            && !matches!(item.bound, Some(Bound::Since | Bound::From))
        {
            self.frame = Some((item.sentence, *year));
        }
        self.note_heading(index, item, value);
        if let Some(year) = written_year(&item.expression) {
            self.year = Some(year);
        }
        if matches!(
            value,
            Value::Range(..)
                | Value::Quarter(..)
                | Value::Half(..)
                | Value::Month(..)
                | Value::Season(..)
        ) {
            self.period = Some(mention.clone());
        }
        // `dari Januari hingga Mei 2025` is one period.
        if item.bound == Some(Bound::Until)
            && let Some(first) = self.mentions.last()
            && first.index + 1 == index
            && first.sentence == item.sentence
            && first.value.granularity() == value.granularity()
            && !value.is_time()
            && !matches!(first.value, Value::Range(..))
        {
            self.period = Some(Mentioned {
                value: Value::Range(Box::new(first.value.clone()), Box::new(value.clone())),
                ..mention.clone()
            });
        }
        self.mentions.push(mention);
    }

    /// A day alone on its line is the day of the clocks that open the lines below it.
    fn note_heading(&mut self, index: usize, item: &Found, value: &Value) {
        match (&mut self.heading, value) {
            (_, Value::Day(day)) if matches!(item.place, Place::Whole | Place::Announces) => {
                self.heading = Some((*day, index, item.zone));
            }
            (Some((.., last)), time)
                if time.is_time()
                    && matches!(item.place, Place::Head | Place::Whole)
                    && item.zone == *last + 1 =>
            {
                *last = item.zone;
            }
            _ => {}
        }
    }

    /// The day of the heading above a clock that opens its line, and the expression that says it.
    pub(super) fn heading(&self, item: &Found) -> Option<(NaiveDate, usize)> {
        let (day, index, last) = self.heading?;
        let heads = matches!(item.place, Place::Head | Place::Whole);
        (heads && (item.zone == last + 1 || item.zone == last)).then_some((day, index))
    }

    pub(super) fn framing_year(&self, sentence: usize) -> Option<i32> {
        self.frame
            .filter(|(framed, _)| *framed == sentence)
            .map(|(_, year)| year)
    }

    /// The latest mention that `fits`: one of an event if there is any, else the date of a speech.
    pub(super) fn latest(&self, fits: impl Fn(&Mentioned) -> bool) -> Option<&Mentioned> {
        let mut backward = self.mentions.iter().rev().filter(|mention| fits(mention));
        let first = backward.next()?;
        if !first.attribution {
            return Some(first);
        }
        backward
            .find(|mention| !mention.attribution)
            .or(Some(first))
    }

    pub(super) fn period(&self) -> Option<&Mentioned> {
        self.period.as_ref()
    }

    pub(super) fn year(&self) -> Option<i32> {
        self.year
    }

    /// The date that stood beside a weekday before.
    pub(super) fn dated(&self, weekday: Weekday) -> Option<(NaiveDate, usize)> {
        self.dated.get(place(weekday)).copied().flatten()
    }

    pub(super) fn feast_day(&self) -> Option<NaiveDate> {
        self.feast_day
    }

    pub(super) fn feast(&self) -> Option<Feast> {
        self.feast
    }
}

fn place(weekday: Weekday) -> usize {
    usize::try_from(weekday.num_days_from_monday()).unwrap_or(0)
}

/// The weekday of a date that says both: `Minggu (7/1)`.
fn dated(expression: &TimeExpression) -> Option<Weekday> {
    match expression {
        TimeExpression::Date(fields) if fields.day.is_some() => fields.weekday,
        _ => None,
    }
}

/// The year an expression writes out.
fn written_year(expression: &TimeExpression) -> Option<i32> {
    match expression {
        TimeExpression::Date(fields) => match fields.year {
            Some(YearRef::Written(year)) => Some(year),
            _ => None,
        },
        TimeExpression::Range(from, to) => written_year(to).or_else(|| written_year(from)),
        _ => None,
    }
}
