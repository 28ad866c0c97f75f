//! Weekdays: `Selasa`, `Senin depan`, `Rabu ini`, `Jumat pekan depan`.

use super::steps::direction_of;
use super::{Answer, Scope};
use crate::time::expression::{Fields, Lean, TimeExpression, Toward};
use crate::time::found::Link;
use crate::time::timex::{Anchor, Bound, Direction};
use crate::time::value::{Value, monday};
use chrono::{Datelike, Days, NaiveDate, TimeDelta, Weekday};

impl Scope<'_> {
    /// `Selasa`, `Senin depan`, `Rabu ini`, `Kamis lalu`, `Jumat pekan depan`.
    pub(super) fn weekday(&self, today: NaiveDate, weekday: Weekday, fields: &Fields) -> Answer {
        let of_week = |weeks: i32| {
            let monday = monday(today).checked_add_signed(TimeDelta::weeks(i64::from(weeks)))?;
            monday.checked_add_days(Days::new(u64::from(weekday.num_days_from_monday())))
        };
        let back = u64::from(
            (7 + today.weekday().num_days_from_monday() - weekday.num_days_from_monday()) % 7,
        );
        let recent = today.checked_sub_days(Days::new(back));
        let before = today.checked_sub_days(Days::new(if back == 0 { 7 } else { back }));
        let next = today.checked_add_days(Days::new((7 - back) % 7));
        let after = today.checked_add_days(Days::new(7 - back));
        if fields.week.is_none()
            && fields.lean.is_none()
            && let Some(answer) = self.by_neighbour(weekday, recent, today)
        {
            return answer;
        }
        let (value, why, sure, other) = match (fields.week, fields.lean) {
            (Some(weeks), _) => (of_week(weeks), "lexical:week", 0.97, None),
            (_, Some(Lean::This)) => (of_week(0), "lexical:this", 0.95, None),
            (_, Some(Lean::Last)) => (before, "lexical:last", 0.95, None),
            (_, Some(Lean::Coming)) => (after, "lexical:coming", 0.95, None),
            (_, Some(Lean::Next)) => (of_week(1), "lexical:next", 0.85, after),
            (None, None) => match self.tense() {
                Some(Toward::Future) => (next, "tense:future", 0.9, recent),
                _ => (recent, "default", 0.9, next),
            },
        };
        // The eve is the night before, so the window of days is counted from the night.
        let direction = value.map_or(Direction::None, |date| direction_of(date, today));
        let other = other.filter(|date| Some(*date) != value).map(Value::Day);
        Answer::from(&self.view, value.map(Value::Day), direction, why)
            .sure(sure)
            .or(other, "next or last")
    }

    /// A bare weekday that another expression beside it places: one set beside it by a comma, the start of the range that
    /// it ends, the end of the range that it begins, the day of the one before it.
    fn by_neighbour(
        &self,
        weekday: Weekday,
        recent: Option<NaiveDate>,
        today: NaiveDate,
    ) -> Option<Answer> {
        let on = |day: NaiveDate, why: &'static str| {
            let direction = direction_of(day, today);
            Answer::from(&self.view, Some(Value::Day(day)), direction, why)
        };
        let from_mention = |day: NaiveDate, index: usize, why: &'static str| Answer {
            anchor: Anchor::Mention(index),
            ..on(day, why)
        };
        if let Some(day) = self.apposed(weekday) {
            return Some(on(day, "apposition"));
        }
        if let Some((start, index)) = self.range_start()
            && recent.is_some_and(|recent| recent < start)
        {
            // The end of a worded range is not before its start.
            let days =
                (7 + weekday.num_days_from_monday() - start.weekday().num_days_from_monday()) % 7;
            let end = start.checked_add_days(Days::new(u64::from(days)))?;
            return Some(from_mention(end, index, "range").sure(0.9));
        }
        if let Some((day, index)) = self.before_partner(weekday) {
            return Some(from_mention(day, index, "range").sure(0.9));
        }
        let (day, index) = self.dated_before(weekday)?;
        let answer = from_mention(day, index, "dated before").sure(0.85);
        Some(answer.or(recent.map(Value::Day), "next or last"))
    }

    /// The date that the article has set beside this weekday before: `Minggu (7/1) …`, and later `Minggu`. A speech is
    /// of the days before publication, and a teaser of its own.
    fn dated_before(&self, weekday: Weekday) -> Option<(NaiveDate, usize)> {
        /// How many days away the article may still speak of that day.
        const REACH: i64 = 31;
        let today = self.view.today()?;
        let speech = self.this().is_none_or(|this| this.attribution);
        let (day, index) = self
            .state
            .dated(weekday)
            .filter(|_| !speech && self.view.anchor == Anchor::Published)?;
        let near = (day - today).num_days().abs() <= REACH;
        let ahead = self.tense() == Some(Toward::Future);
        (near && (!ahead || day >= today)).then_some((day, index))
    }

    /// The day on which the worded range begins that this expression ends: `Sabtu malam` before `hingga Minggu pagi`.
    pub(super) fn range_start(&self) -> Option<(NaiveDate, usize)> {
        let this = self
            .this()
            .filter(|this| this.bound == Some(Bound::Until))?;
        let index = self.index.checked_sub(1)?;
        let before = self
            .found
            .get(index)
            .filter(|before| before.sentence == this.sentence)?;
        let begins = before.span.end() + 16 > this.span.start()
            || matches!(before.bound, Some(Bound::Since | Bound::From));
        let mention = self
            .state
            .latest(|mention| mention.index == index)
            .filter(|_| begins)?;
        Some((mention.value.day()?, index))
    }

    /// The day of this name before the dated one that a list or a worded range joins to it: `Senin hingga Rabu (25/6)`.
    fn before_partner(&self, weekday: Weekday) -> Option<(NaiveDate, usize)> {
        let index = self.this()?.partner.filter(|index| *index > self.index)?;
        let partner = self.found.get(index)?;
        let dated = matches!(&partner.expression, TimeExpression::Date(fields) if fields.day.is_some() && fields.weekday.is_some());
        if !dated {
            return None;
        }
        let scope = Scope { index, ..*self };
        let end = scope.answer(&partner.expression).value?.day()?;
        let back = (7 + end.weekday().num_days_from_monday() - weekday.num_days_from_monday()) % 7;
        let day = end.checked_sub_days(Days::new(u64::from(back)))?;
        Some((day, index))
    }

    /// The day just named another way: `besok, Minggu`.
    pub(super) fn apposed(&self, weekday: Weekday) -> Option<NaiveDate> {
        let index = self.index.checked_sub(1)?;
        let (before, this) = (self.found.get(index)?, self.this()?);
        let deictic = matches!(&before.expression, TimeExpression::Date(fields) if fields.from_today.is_some());
        let close = this.link == Some(Link::Apposed) && before.zone == this.zone;
        let mention = self
            .state
            .latest(|mention| mention.index == index)
            .filter(|_| deictic && close)?;
        mention.value.day().filter(|day| day.weekday() == weekday)
    }
}
