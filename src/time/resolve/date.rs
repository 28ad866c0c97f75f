//! Dates and clocks with holes.

use super::{Answer, Scope};
use crate::time::expression::{
    DayPart, Fields, Lean, MonthRef, TimeExpression, TimeOfDay, Toward, Unit, YearRef,
};
use crate::time::found::Certainty;
use crate::time::timex::{Bound, Direction};
use crate::time::value::{Value, monday};
use chrono::{Datelike, Days, Months, NaiveDate, NaiveTime, TimeDelta, Weekday};

/// The day that fields say without any clock.
pub(in crate::time) fn explicit_day(fields: &Fields) -> Option<NaiveDate> {
    let Fields {
        year: Some(YearRef::Written(year)),
        month: Some(MonthRef::Written(month)),
        day: Some(day),
        ..
    } = *fields
    else {
        return None;
    };
    NaiveDate::from_ymd_opt(full_year(year, None), month, day)
}

/// A year of two digits is of this century up to ten years after the clock's year, else of the last.
fn full_year(year: i32, clock: Option<i32>) -> i32 {
    let latest = clock.unwrap_or(2030) + 10;
    match year {
        0..=99 if 2000 + year <= latest => 2000 + year,
        0..=99 => 1900 + year,
        year => year,
    }
}

impl Scope<'_> {
    pub(super) fn date(&self, fields: Fields) -> Answer {
        let mut fields = self.completed(fields);
        if let Some(YearRef::Written(year)) = fields.year {
            fields.year = Some(YearRef::Written(full_year(year, self.this_year())));
        }
        let has_day =
            fields.day.is_some() || fields.weekday.is_some() || fields.from_today.is_some();
        if !has_day {
            return match (fields.month, fields.time.is_some() || fields.part.is_some()) {
                (_, true) => self.clock_alone(fields),
                (Some(month), _) => self.month(month, fields),
                (None, _) => match fields.year {
                    Some(YearRef::Written(year)) => Answer::absolute(Value::Year(year)),
                    Some(YearRef::Steps(steps)) => self.nearby(Unit::Year, steps),
                    None => Answer::from(&self.view, None, Direction::None, "empty"),
                },
            };
        }
        let answer = self.day(fields);
        finish(answer, &fields)
    }

    /// Fields with what the partner of a list or range supplies: `5` takes month and year from `20 Februari 2024`, `Mei`
    /// the year from `Juni 2018`, `Selasa` the week from `Rabu pekan lalu`, `15.00` the day from `Senin pukul 08.00`.
    fn completed(&self, fields: Fields) -> Fields {
        let partner = self
            .this()
            .and_then(|this| this.partner)
            .and_then(|index| self.found.get(index));
        let other = match partner.map(|partner| &partner.expression) {
            Some(TimeExpression::Date(other)) => *other,
            Some(TimeExpression::Range(from, _)) => match **from {
                TimeExpression::Date(other) => other,
                _ => return fields,
            },
            _ => return fields,
        };
        let undirected = fields.lean.is_none() && fields.week.is_none();
        match fields {
            Fields {
                day: Some(_),
                month: None,
                weekday: None,
                ..
            } => Fields {
                month: other.month,
                year: other.year,
                lean: other.lean,
                ..fields
            },
            Fields {
                month: Some(month),
                year: None,
                ..
            } if undirected && other.month.is_some() => Fields {
                year: earlier(month, &other),
                ..fields
            },
            Fields {
                weekday: Some(_),
                day: None,
                from_today: None,
                ..
            } if undirected && other.weekday.is_some() && other.day.is_none() => Fields {
                week: other.week,
                lean: other.lean,
                ..fields
            },
            Fields {
                time: Some(_),
                day: None,
                weekday: None,
                from_today: None,
                ..
            } => Fields {
                zone: fields.zone.or(other.zone),
                year: other.year,
                month: other.month,
                day: other.day,
                weekday: other.weekday,
                from_today: other.from_today,
                week: other.week,
                lean: other.lean,
                ..fields
            },
            _ => fields,
        }
    }

    /// The day that fields say.
    fn day(&self, fields: Fields) -> Answer {
        if let Some(day) = explicit_day(&fields) {
            let wrong = fields
                .weekday
                .is_some_and(|weekday| !fields.eve && weekday != day.weekday());
            let doubt = if fields.month_first {
                0.5
            } else if wrong {
                0.6
            } else {
                1.0
            };
            return Answer {
                weekday_wrong: wrong,
                ..Answer::absolute(Value::Day(day)).sure(doubt)
            };
        }
        if let (Some(YearRef::Written(_)), Some(MonthRef::Written(_)), Some(_)) =
            (fields.year, fields.month, fields.day)
        {
            // A day that the calendar does not have: found, but without a value.
            return Answer {
                value: None,
                ..Answer::absolute(Value::Ref(Toward::Present))
            };
        }
        let Some(today) = self.view.today() else {
            let unit = if fields.from_today.is_some() {
                Some(Unit::Day)
            } else {
                None
            };
            let unknown = Answer::from(&self.view, None, Direction::None, "clock unknown");
            return Answer {
                steps: fields.from_today,
                unit,
                ..unknown
            };
        };
        let plain = |day: NaiveDate| fields.day.is_none_or(|date| date == day.day());
        if let Some(steps) = fields.from_today
            && today
                .checked_add_signed(TimeDelta::days(i64::from(steps)))
                .is_none_or(plain)
        {
            return self.days_away(today, steps, &fields);
        }
        match (fields.month, fields.day, fields.weekday) {
            (Some(month), Some(day), weekday) => {
                self.day_of_month(today, month, day, weekday, &fields)
            }
            (None, Some(day), _) => self.day_of_this_month(today, day, &fields),
            (_, None, Some(weekday)) => self.weekday(today, weekday, &fields),
            _ => Answer::from(&self.view, None, Direction::None, "empty"),
        }
    }

    /// `kemarin`, `besok sore`, `tadi malam`.
    fn days_away(&self, today: NaiveDate, steps: i32, fields: &Fields) -> Answer {
        let at = |steps: i32| {
            today
                .checked_add_signed(TimeDelta::days(i64::from(steps)))
                .map(Value::Day)
        };
        let direction = toward(steps);
        let night = fields
            .part
            .is_some_and(|part| part.of_day == DayPart::Night);
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
    fn day_of_month(
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
        let years: Vec<NaiveDate> = (-8..=8).filter_map(|n| in_year(today.year() + n)).collect();
        let last = years.iter().rev().find(|date| **date < today).copied();
        let coming = years.iter().find(|date| **date > today).copied();
        let lean = |value: Option<NaiveDate>, direction, why: &str| {
            Answer::from(&self.view, value.map(Value::Day), direction, why)
        };
        match fields.lean {
            Some(Lean::Last) => return lean(last, Direction::Past, "lexical:last"),
            Some(Lean::Coming | Lean::Next) => {
                return lean(coming, Direction::Future, "lexical:coming");
            }
            Some(Lean::This) | None => {}
        }
        let near: Vec<NaiveDate> = years
            .iter()
            .copied()
            .filter(|date| (date.year() - today.year()).abs() <= 1)
            .collect();
        if let Some(weekday) = weekday.filter(|_| !fields.eve) {
            // The weekday is a check digit: the nearest year in which both agree.
            let agreeing = near
                .iter()
                .copied()
                .filter(|date| date.weekday() == weekday)
                .min_by_key(|date| distance(*date, today));
            let nearest = near
                .iter()
                .copied()
                .min_by_key(|date| distance(*date, today));
            return match agreeing {
                Some(date) => lean(Some(date), direction_of(date, today), "weekday"),
                None => Answer {
                    weekday_wrong: true,
                    ..lean(nearest, Direction::None, "nearest").sure(0.5)
                },
            };
        }
        if let Some(year) = self.state.year().filter(|year| *year != today.year()) {
            return lean(in_year(year), Direction::None, "paragraph")
                .sure(0.8)
                .or(in_year(today.year()).map(Value::Day), "published year");
        }
        let upcoming = near.iter().copied().find(|date| *date >= today);
        if self.tense() == Some(Toward::Future) {
            return lean(upcoming, Direction::Future, "tense:future").sure(0.9);
        }
        if self.is_past() {
            let gone = near.iter().rev().copied().find(|date| *date <= today);
            return lean(gone, Direction::Past, "tense:past").sure(0.9);
        }
        let nearest = near
            .iter()
            .copied()
            .min_by_key(|date| (distance(*date, today), *date > today));
        let direction = nearest.map_or(Direction::None, |date| direction_of(date, today));
        let other = if nearest == upcoming { last } else { upcoming };
        lean(nearest, direction, "nearest")
            .sure(0.85)
            .or(other.map(Value::Day), "other year")
    }

    /// `tanggal 25`: of this month, or as the direction or the tense says.
    fn day_of_this_month(&self, today: NaiveDate, day: u32, fields: &Fields) -> Answer {
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

    /// `Selasa`, `Senin depan`, `Rabu ini`, `Kamis lalu`, `Jumat pekan depan`.
    fn weekday(&self, today: NaiveDate, weekday: Weekday, fields: &Fields) -> Answer {
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
            && let Some(day) = self.apposed(weekday)
        {
            return Answer::from(
                &self.view,
                Some(Value::Day(day)),
                direction_of(day, today),
                "apposition",
            );
        }
        if fields.week.is_none()
            && fields.lean.is_none()
            && let Some(start) = self.range_start()
            && recent.is_some_and(|recent| recent < start)
        {
            // The end of a worded range is not before its start.
            let days =
                (7 + weekday.num_days_from_monday() - start.weekday().num_days_from_monday()) % 7;
            let end = start.checked_add_days(Days::new(u64::from(days)));
            let direction = end.map_or(Direction::None, |date| direction_of(date, today));
            return Answer::from(&self.view, end.map(Value::Day), direction, "range").sure(0.9);
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

    /// The day on which the worded range begins that this expression ends: `Sabtu malam` before `hingga Minggu pagi`.
    fn range_start(&self) -> Option<NaiveDate> {
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
        mention.value.day()
    }

    /// The day just named another way: `besok, Minggu`.
    fn apposed(&self, weekday: Weekday) -> Option<NaiveDate> {
        let index = self.index.checked_sub(1)?;
        let (before, this) = (self.found.get(index)?, self.this()?);
        let deictic = matches!(&before.expression, TimeExpression::Date(fields) if fields.from_today.is_some());
        let close = before.zone == this.zone && this.span.start() - before.span.end() <= 2;
        let mention = self
            .state
            .latest(|mention| mention.index == index)
            .filter(|_| deictic && close)?;
        mention.value.day().filter(|day| day.weekday() == weekday)
    }

    /// `Maret`, `September 2023`, `Maret mendatang`, `Juni lalu`.
    fn month(&self, month: MonthRef, fields: Fields) -> Answer {
        let month = match month {
            MonthRef::Written(month) => month,
            MonthRef::Steps(steps) => return self.nearby(Unit::Month, steps),
        };
        if let Some(YearRef::Written(year)) = fields.year {
            return Answer::absolute(Value::Month(year, month));
        }
        let Some(today) = self.view.today() else {
            return Answer::from(&self.view, None, Direction::None, "clock unknown");
        };
        let year = today.year();
        if let Some(YearRef::Steps(steps)) = fields.year {
            return Answer::from(
                &self.view,
                Some(Value::Month(year + steps, month)),
                toward(steps),
                "lexical",
            )
            .counted(steps, Unit::Year);
        }
        let this = today.month();
        let last = if month < this { year } else { year - 1 };
        let coming = if month > this { year } else { year + 1 };
        let answer = |year: i32, direction, why: &str| {
            Answer::from(&self.view, Some(Value::Month(year, month)), direction, why)
        };
        match fields.lean {
            Some(Lean::Last) => return answer(last, Direction::Past, "lexical:last"),
            Some(Lean::Coming | Lean::Next) => {
                return answer(coming, Direction::Future, "lexical:coming");
            }
            Some(Lean::This) => return answer(year, Direction::Same, "lexical:this"),
            None => {}
        }
        if let Some(carried) = self.state.year().filter(|carried| *carried != year) {
            return answer(carried, Direction::None, "paragraph").sure(0.8);
        }
        if self.tense() == Some(Toward::Future) {
            return answer(
                if month >= this { year } else { year + 1 },
                Direction::Future,
                "tense:future",
            )
            .sure(0.9);
        }
        if self.is_past() {
            let gone = if month <= this { year } else { year - 1 };
            return answer(gone, Direction::Past, "tense:past").sure(0.9);
        }
        let away = |candidate: i32| {
            (candidate - year) * 12 + i32::try_from(month).unwrap_or(1)
                - i32::try_from(this).unwrap_or(1)
        };
        let nearest = [year, year - 1, year + 1]
            .into_iter()
            .min_by_key(|candidate| away(*candidate).abs())
            .unwrap_or(year);
        answer(nearest, toward(away(nearest)), "nearest").sure(0.85)
    }

    /// A clock or a part of the day without a day.
    fn clock_alone(&self, fields: Fields) -> Answer {
        let this_sentence = self.this().map_or(0, |this| this.sentence);
        let day_level = |mention: &super::state::Mentioned| mention.value.day().is_some();
        let said = |attribution: bool| {
            self.state.latest(|mention| {
                mention.sentence == this_sentence
                    && day_level(mention)
                    && mention.attribution == attribution
            })
        };
        let same = said(false);
        let ahead = self.day_ahead(this_sentence);
        let previous = self.state.latest(|mention| {
            mention.sentence + 1 >= this_sentence
                && mention.sentence < this_sentence
                && day_level(mention)
                && !mention.attribution
        });
        let mentioned = |mention: &super::state::Mentioned| {
            (
                mention.value.day(),
                crate::time::Anchor::Mention(mention.index),
            )
        };
        let (day, anchor, why) = match (same, ahead, previous) {
            (Some(mention), _, _) => {
                let (day, anchor) = mentioned(mention);
                (day, anchor, "day of the sentence")
            }
            (None, Some((day, index)), _) => (
                Some(day),
                crate::time::Anchor::Mention(index),
                "day of the sentence",
            ),
            (None, None, Some(mention)) => {
                let (day, anchor) = mentioned(mention);
                (day, anchor, "day of the sentence before")
            }
            (None, None, None) if said(true).is_some() => {
                let (day, anchor) = said(true).map_or((None, self.view.anchor), mentioned);
                (day, anchor, "day of the speech")
            }
            (None, None, None) => (
                self.day_of_clock(&fields),
                self.view.anchor,
                "day of the clock",
            ),
        };
        let day = if self.after_night(&fields, anchor) {
            day.and_then(|day| day.succ_opt())
        } else {
            day
        };
        let answer = Answer {
            anchor,
            ..Answer::from(&self.view, day.map(Value::Day), Direction::None, why).sure(0.85)
        };
        finish(answer, &fields)
    }

    /// Whether dawn, or the small hours until which something lasts, follow the night that was mentioned.
    fn after_night(&self, fields: &Fields, anchor: crate::time::Anchor) -> bool {
        let crate::time::Anchor::Mention(index) = anchor else {
            return false;
        };
        let night = self.state.latest(|mention| mention.index == index);
        let night =
            night.is_some_and(|mention| matches!(mention.value, Value::Part(_, DayPart::Night)));
        let dawn = fields
            .part
            .is_some_and(|part| matches!(part.of_day, DayPart::EarlyMorning | DayPart::Morning));
        let until = self
            .this()
            .is_some_and(|this| this.bound == Some(Bound::Until));
        let small = until && fields.time.is_some_and(|time| time.hour < 6);
        night && (dawn || small)
    }

    /// A date behind the clock in the same sentence: `pukul 08.00 WIB pada Jumat (8/3/2024)`.
    fn day_ahead(&self, sentence: usize) -> Option<(NaiveDate, usize)> {
        let (index, next) = self.found.iter().enumerate().skip(self.index + 1).take(2)        .find(|(_, next)| {
                next.sentence == sentence && !next.attribution && matches!(&next.expression, TimeExpression::Date(fields) if fields.day.is_some() || fields.weekday.is_some() || fields.from_today.is_some())
        })?;
        let ahead = Scope {
            found: self.found,
            index,
            view: self.view,
            state: self.state,
            feasts: self.feasts,
        };
        Some((ahead.answer(&next.expression).value?.day()?, index))
    }

    /// The clock's own day, or the day before if the clause is past and the time still to come. Where only the form of a
    /// verb says so, it must be hours away: what is told at dawn of ten in the evening was last night's.
    fn day_of_clock(&self, fields: &Fields) -> Option<NaiveDate> {
        let today = self.view.today()?;
        let now = self.view.now?;
        let at = fields
            .time
            .filter(|time| time.hour < 24)
            .and_then(|time| today.and_hms_opt(time.hour, time.minute, 0));
        let ahead = at.map_or(TimeDelta::zero(), |at| at - now);
        // `hingga pukul 22.45` is still to come whatever the verb.
        let until = self
            .this()
            .is_some_and(|this| this.bound == Some(Bound::Until));
        let past = self.tense() == Some(Toward::Past) && !until && !self.view.day_only;
        let sure = self
            .this()
            .and_then(|this| this.tense)
            .is_some_and(|tense| tense.certainty > Certainty::Hinted);
        let gone = ahead
            > if sure {
                TimeDelta::zero()
            } else {
                TimeDelta::hours(6)
            };
        if past && gone {
            today.pred_opt()
        } else {
            Some(today)
        }
    }

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

/// The year of a month before another: December before `Januari 2024` is of 2023.
fn earlier(month: MonthRef, other: &Fields) -> Option<YearRef> {
    let (MonthRef::Written(month), Some(MonthRef::Written(later))) = (month, other.month) else {
        return other.year;
    };
    match other.year {
        Some(YearRef::Written(year)) if month > later => Some(YearRef::Written(year - 1)),
        Some(YearRef::Steps(steps)) if month > later => Some(YearRef::Steps(steps - 1)),
        year => year,
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

/// Puts part, eve, clock and zone on a day.
fn finish(answer: Answer, fields: &Fields) -> Answer {
    let Some(Value::Day(mut day)) = answer.value else {
        return Answer {
            zone: fields.zone,
            ..answer
        };
    };
    if fields.eve {
        // A date in brackets behind `malam Minggu` is most often the day of the evening itself.
        let dated = fields.day.is_some()
            && fields
                .weekday
                .is_some_and(|weekday| weekday != day.weekday());
        if !dated {
            day = day.pred_opt().unwrap_or(day);
        }
    }
    let value = match (fields.time, fields.part) {
        (
            Some(TimeOfDay {
                hour,
                minute,
                second,
                carry,
            }),
            _,
        ) => {
            let date = day
                .checked_add_signed(TimeDelta::days(carry))
                .unwrap_or(day);
            Value::Minute {
                date,
                hour,
                minute,
                second,
            }
        }
        (None, Some(part)) => Value::Part(day, part.of_day),
        (None, None) => Value::Day(day),
    };
    let modifier = fields
        .part
        .filter(|_| fields.time.is_none())
        .and_then(|part| part.third);
    let weekday_wrong = answer.weekday_wrong && !fields.eve;
    let alternatives = if value.is_time() {
        Vec::new()
    } else {
        answer.alternatives
    };
    let flagged = fields.time.is_some_and(|time| time.carry != 0);
    let confidence = if flagged {
        answer.confidence.min(0.7)
    } else {
        answer.confidence
    };
    Answer {
        value: Some(value),
        zone: fields.zone,
        modifier,
        weekday_wrong,
        alternatives,
        confidence,
        ..answer
    }
}

fn distance(a: NaiveDate, b: NaiveDate) -> i64 {
    (a - b).num_days().abs()
}

fn direction_of(date: NaiveDate, today: NaiveDate) -> Direction {
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
