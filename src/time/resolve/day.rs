//! Days near the clock and days of a month: `kemarin`, `9 Januari`, `(28/12)`, `tanggal 25 bulan ini`.

use super::steps::{direction_of, distance, shift_months, toward};
use super::{Answer, Scope};
use crate::time::expression::{DayPart, Fields, Lean, MonthRef, Toward, Unit, YearRef};
use crate::time::timex::Direction;
use crate::time::value::Value;
use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta, Weekday};

impl Scope<'_> {
    /// `kemarin`, `besok sore`, `tadi malam`.
    pub(super) fn days_away(&self, today: NaiveDate, steps: i32, fields: &Fields) -> Answer {
        let at = |steps: i32| {
            today
                .checked_add_signed(TimeDelta::days(i64::from(steps)))
                .map(Value::Day)
        };
        let direction = toward(steps);
        let night = fields
            .part
            .is_some_and(|part| part.of_day == DayPart::Night)
            || fields.time.is_some_and(|time| time.hour >= 18);
        let late = self.view.now.is_some_and(|now| {
            now.time() >= NaiveTime::from_hms_opt(21, 0, 0).unwrap_or(NaiveTime::MIN)
        });
        if steps == -1 && night && late && fields.lean == Some(Lean::This) && !self.view.day_only {
            // Written late in the evening, `tadi malam` is the same evening.
            return Answer::from(&self.view, at(0), Direction::Past, "lexical")
                .counted(0, Unit::Day)
                .or(at(-1), "previous night")
                .sure(0.7);
        }
        Answer::from(&self.view, at(steps), direction, "lexical").counted(steps, Unit::Day)
    }

    /// `9 Januari`, `(28/12)`, `3 Mei tahun lalu`, `tanggal 25 bulan ini`.
    pub(super) fn day_of_month(
        &self,
        today: NaiveDate,
        month: MonthRef,
        day: u32,
        weekday: Option<Weekday>,
        fields: &Fields,
    ) -> Answer {
        let month = match month {
            MonthRef::Written(month) => month,
            MonthRef::Steps(steps) => {
                let value = shift_months(today.with_day(1).unwrap_or(today), steps)
                    .and_then(|first| first.with_day(day))
                    .map(Value::Day);
                return Answer::from(&self.view, value, toward(steps), "lexical")
                    .counted(steps, Unit::Month);
            }
        };
        let in_year = |year: i32| NaiveDate::from_ymd_opt(year, month, day);
        if let Some(YearRef::Steps(steps)) = fields.year {
            let value = in_year(today.year() + steps).map(Value::Day);
            return Answer::from(&self.view, value, toward(steps), "lexical")
                .counted(steps, Unit::Year);
        }
        if let Some(year) = self.framing_year().filter(|_| fields.lean.is_none()) {
            return Answer::from(
                &self.view,
                in_year(year).map(Value::Day),
                Direction::None,
                "year of the sentence",
            );
        }
        // Every leap day has another within eight years.
        let last = || {
            (0..=8)
                .filter_map(|n| in_year(today.year() - n))
                .find(|date| *date < today)
        };
        let coming = || {
            (0..=8)
                .filter_map(|n| in_year(today.year() + n))
                .find(|date| *date > today)
        };
        let lean = |value: Option<NaiveDate>, direction, why: &'static str| {
            Answer::from(&self.view, value.map(Value::Day), direction, why)
        };
        match fields.lean {
            Some(Lean::Last) => return lean(last(), Direction::Past, "lexical:last"),
            Some(Lean::Coming | Lean::Next) => {
                return lean(coming(), Direction::Future, "lexical:coming");
            }
            Some(Lean::This) | None => {}
        }
        let near = [-1, 0, 1].map(|n| in_year(today.year() + n));
        let near = || near.iter().copied().flatten();
        if let Some(weekday) = weekday.filter(|_| !fields.eve) {
            // The weekday is a check digit: the nearest year in which both agree.
            let agreeing = near()
                .filter(|date| date.weekday() == weekday)
                .min_by_key(|date| distance(*date, today));
            let nearest = near().min_by_key(|date| distance(*date, today));
            return match agreeing {
                Some(date) => lean(Some(date), direction_of(date, today), "weekday"),
                None => Answer {
                    weekday_wrong: true,
                    ..lean(nearest, Direction::None, "nearest").sure(0.5)
                },
            };
        }
        if let Some(year) = self
            .state
            .year()
            .filter(|_| !self.is_ahead())
            .filter(|year| *year != today.year())
        {
            return lean(in_year(year), Direction::None, "paragraph")
                .sure(0.8)
                .or(in_year(today.year()).map(Value::Day), "published year");
        }
        let upcoming = near().find(|date| *date >= today);
        if self.tense() == Some(Toward::Future) {
            return lean(upcoming, Direction::Future, "tense:future").sure(0.9);
        }
        if self.is_past() {
            let gone = near().rev().find(|date| *date <= today);
            return lean(gone, Direction::Past, "tense:past").sure(0.9);
        }
        let nearest = near().min_by_key(|date| (distance(*date, today), *date > today));
        let direction = nearest.map_or(Direction::None, |date| direction_of(date, today));
        let other = if nearest == upcoming {
            last()
        } else {
            upcoming
        };
        lean(nearest, direction, "nearest")
            .sure(0.85)
            .or(other.map(Value::Day), "other year")
    }

    /// `tanggal 25`: of this month, or as the direction or the tense says.
    pub(super) fn day_of_this_month(&self, today: NaiveDate, day: u32, fields: &Fields) -> Answer {
        let first = today.with_day(1).unwrap_or(today);
        let at = |months: i32| shift_months(first, months).and_then(|first| first.with_day(day));
        let this = at(0);
        let value = match fields.lean {
            Some(Lean::Last) if this.is_none_or(|date| date >= today) => at(-1),
            Some(Lean::Coming | Lean::Next) if this.is_none_or(|date| date <= today) => at(1),
            None if self.tense() == Some(Toward::Future)
                && this.is_none_or(|date| date < today) =>
            {
                at(1)
            }
            _ => this,
        };
        let direction = value.map_or(Direction::None, |date| direction_of(date, today));
        Answer::from(
            &self.view,
            value.map(Value::Day),
            direction,
            "month of the clock",
        )
        .sure(0.8)
    }
}
