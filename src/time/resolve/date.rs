//! Dates and clocks with holes.

use super::{Answer, Scope};
use crate::time::expression::{Fields, MonthRef, TimeExpression, TimeOfDay, Toward, Unit, YearRef};
use crate::time::timex::Direction;
use crate::time::value::Value;
use chrono::{Datelike, NaiveDate, TimeDelta};

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
        if let Some(answer) = self.day_of_hijri_list(&fields) {
            return answer;
        }
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
                    Some(YearRef::Steps(steps) | YearRef::FromMention(steps)) => {
                        self.nearby(Unit::Year, steps)
                    }
                    None => Answer::from(&self.view, None, Direction::None, "empty"),
                },
            };
        }
        let answer = self.day(fields);
        finish(answer, &fields)
    }

    /// `11` and `12` in `11, 12, dan 13 Zulhijah 1446 H`.
    fn day_of_hijri_list(&self, fields: &Fields) -> Option<Answer> {
        let bare = Fields {
            day: fields.day,
            ..Fields::default()
        };
        let day = fields.day.filter(|_| *fields == bare)?;
        match self.found.get(self.this()?.partner?)?.expression {
            TimeExpression::Hijri {
                day: Some(_),
                month,
                year,
                gregorian,
                lean,
                ..
            } => Some(self.hijri(Some(day), month, year, gregorian, lean)),
            _ => None,
        }
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
        // A second clock takes its day from the first; a first one does not take it from the end of its range.
        let before = self
            .this()
            .and_then(|this| this.partner)
            .is_some_and(|partner| partner < self.index);
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
            } if before => Fields {
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

/// Puts part, eve, clock and zone on a day.
pub(super) fn finish(answer: Answer, fields: &Fields) -> Answer {
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
