//! Parts of a year, feasts and Hijri dates.

use super::{Answer, Scope};
use crate::time::expression::DayPart;
use crate::time::expression::{Feast, Lean, TimeExpression, Toward, YearRef};
use crate::time::feasts::FeastDay;
use crate::time::found::Link;
use crate::time::timex::{Anchor, Direction};
use crate::time::value::Value;
use chrono::{Datelike, NaiveDate, TimeDelta};

impl Scope<'_> {
    /// A value of a year that is written or counted from the clock.
    pub(super) fn in_year(&self, year: YearRef, value: impl Fn(i32) -> Value) -> Answer {
        match year {
            YearRef::Written(year) => Answer::absolute(value(year)),
            YearRef::FromMention(steps) => {
                let mentioned = self
                    .state
                    .latest(|mention| mention.value.interval().is_some());
                let year = mentioned
                    .and_then(|mention| Some(mention.value.interval()?.start.year()))
                    .or(self.this_year());
                let value = year.map(|year| value(year + steps));
                Answer::from(
                    &self.view,
                    value,
                    super::steps::toward(steps),
                    "lexical:mention",
                )
                .sure(0.85)
            }
            YearRef::Steps(steps) => {
                let value = self.this_year().map(|year| value(year + steps));
                Answer::from(&self.view, value, super::steps::toward(steps), "lexical")
            }
        }
    }

    /// A quarter or half: without a year the one in the clause, else the latest that is over, else the current year's.
    pub(super) fn part_of_year(
        &self,
        year: Option<YearRef>,
        value: impl Fn(i32) -> Value,
    ) -> Answer {
        if let Some(year) = year {
            return self.in_year(year, value);
        }
        if let Some(year) = self.state.year() {
            return Answer::from(&self.view, Some(value(year)), Direction::None, "paragraph")
                .sure(0.8);
        }
        let (Some(year), Some(now)) = (self.this_year(), self.view.now) else {
            return Answer::from(&self.view, None, Direction::None, "clock unknown");
        };
        let over = |year: i32| {
            value(year)
                .interval()
                .is_some_and(|interval| interval.end <= now)
        };
        let future = self.tense() == Some(Toward::Future);
        let begun = value(year)
            .interval()
            .is_some_and(|interval| interval.start <= now);
        let year = if future || begun || over(year) {
            year
        } else {
            year - 1
        };
        Answer::from(&self.view, Some(value(year)), Direction::None, "latest").sure(0.8)
    }

    /// `Lebaran 2024`, `H-7`, `malam Natal`, `Imlek tahun ini`.
    pub(super) fn holiday(
        &self,
        feast: Option<Feast>,
        year: Option<YearRef>,
        lean: Option<Lean>,
        days: i32,
        eve: bool,
    ) -> Answer {
        let named = feast.is_some();
        let feast = feast
            .or_else(|| self.state.feast())
            .or_else(|| self.feasts.named("idulfitri"));
        let unknown = || Answer::from(&self.view, None, Direction::None, "feast unknown");
        let Some(feast) = feast else { return unknown() };
        let year = year.or_else(|| self.year_of_sentence(lean));
        let (found, anchor) = match year {
            Some(YearRef::Written(year)) => {
                (self.nearest(&self.feasts.days(feast, year)), Anchor::None)
            }
            Some(YearRef::Steps(steps) | YearRef::FromMention(steps)) => {
                let Some(year) = self.this_year() else {
                    return unknown();
                };
                (
                    self.nearest(&self.feasts.days(feast, year + steps)),
                    self.view.anchor,
                )
            }
            None => {
                let Some(today) = self.view.today() else {
                    return unknown();
                };
                // Which feast is meant is told by the day that lies so far from it: `H+7` may be to come when the
                // feast is over.
                let counted = today.checked_sub_signed(TimeDelta::days(i64::from(days)));
                let today = counted.unwrap_or(today);
                let today = if named {
                    today
                } else {
                    self.state.feast_day().unwrap_or(today)
                };
                let around = (-2..=2)
                    .flat_map(|n| self.feasts.days(feast, today.year() + n))
                    .collect();
                (
                    leaning(around, lean.or(future(self.tense())), today),
                    self.view.anchor,
                )
            }
        };
        let Some(found) = found else { return unknown() };
        let shifted = found
            .day
            .checked_add_signed(TimeDelta::days(i64::from(days) - i64::from(eve)));
        let value = shifted.map(|day| {
            if eve {
                Value::Part(day, DayPart::Night)
            } else {
                Value::Day(day)
            }
        });
        let sure = match (found.certain, named) {
            (true, true) => 0.95,
            (true, false) => 0.6,
            (false, _) => 0.5,
        };
        let answer = Answer {
            anchor,
            ..Answer::from(&self.view, value, Direction::None, "feast").sure(sure)
        };
        if found.lunar {
            moon(answer, shifted, eve)
        } else {
            answer
        }
    }

    /// The year that the same sentence says of a feast before it: `Tahun lalu, pada H-5 Lebaran`.
    fn year_of_sentence(&self, lean: Option<Lean>) -> Option<YearRef> {
        let sentence = self.this()?.sentence;
        let mention = self
            .state
            .latest(|mention| mention.sentence == sentence)
            .filter(|_| lean.is_none())?;
        match mention.value {
            Value::Year(year) => Some(YearRef::Written(year)),
            _ => None,
        }
    }

    /// `1 Ramadan 1445 H`, `Ramadan 1445 H`, `Ramadan tahun ini`.
    pub(super) fn hijri(
        &self,
        day: Option<u32>,
        month: u32,
        year: Option<i32>,
        gregorian: Option<YearRef>,
        lean: Option<Lean>,
    ) -> Answer {
        let first = day.unwrap_or(1);
        let unknown = || Answer::from(&self.view, None, Direction::None, "clock unknown");
        let (found, anchor) = if let Some(year) = year {
            (self.feasts.hijri(year, month, first), Anchor::None)
        } else {
            let year = match gregorian {
                Some(YearRef::Written(year)) => Some(year),
                Some(YearRef::Steps(steps) | YearRef::FromMention(steps)) => {
                    self.this_year().map(|year| year + steps)
                }
                None => None,
            };
            match (year, self.view.today()) {
                (Some(year), _) => {
                    let anchor = if matches!(gregorian, Some(YearRef::Written(_))) {
                        Anchor::None
                    } else {
                        self.view.anchor
                    };
                    (
                        self.nearest(&self.feasts.hijri_in(year, month, first)),
                        anchor,
                    )
                }
                (None, Some(today)) => {
                    let around = (-2..=1)
                        .flat_map(|n| self.feasts.hijri_in(today.year() + n, month, first))
                        .collect();
                    (
                        leaning(around, lean.or(future(self.tense())), today),
                        self.view.anchor,
                    )
                }
                (None, None) => return unknown(),
            }
        };
        let Some(found) = found else { return unknown() };
        if let Some((date, index)) = self.equated(found.day).filter(|_| day.is_some()) {
            let answer = Answer::from(
                &self.view,
                Some(Value::Day(date)),
                Direction::None,
                "text equates",
            );
            return Answer {
                anchor: Anchor::Mention(index),
                ..answer
            }
            .or(Some(Value::Day(found.day)), "government");
        }
        let sure = if found.certain { 0.95 } else { 0.5 };
        let value = if day.is_some() {
            Some(Value::Day(found.day))
        } else {
            self.whole_month(found, month)
        };
        let answer = Answer {
            anchor,
            ..Answer::from(&self.view, value, Direction::None, "hijri").sure(sure)
        };
        if day.is_some() {
            moon(answer, Some(found.day), false)
        } else {
            answer
        }
    }

    /// `tahun 1445 Hijriah`: from its first day to its last.
    pub(super) fn hijri_year(&self, year: i32) -> Answer {
        let first = self.feasts.hijri(year, 1, 1);
        let next = self.feasts.hijri(year + 1, 1, 1);
        let range = first.zip(next).and_then(|(first, next)| {
            let last = next.day.pred_opt()?;
            Some(Value::Range(
                Box::new(Value::Day(first.day)),
                Box::new(Value::Day(last)),
            ))
        });
        let certain = first.zip(next).is_some_and(|(a, b)| a.certain && b.certain);
        Answer {
            value: range,
            why: "hijri",
            ..Answer::absolute(Value::Ref(Toward::Present)).sure(if certain { 0.95 } else { 0.5 })
        }
    }

    /// The date that the same sentence sets beside a Hijri one: `1 Syawal 1444 H jatuh pada Jumat, 21 April 2023`.
    fn equated(&self, day: NaiveDate) -> Option<(NaiveDate, usize)> {
        let this = self.this()?;
        let beside = [self.index.checked_add(1), self.index.checked_sub(1)];
        beside.into_iter().flatten().find_map(|index| {
            let other = self
                .found
                .get(index)
                .filter(|other| other.sentence == this.sentence)?;
            let later = if index > self.index { other } else { this };
            if later.link != Some(Link::Equated) {
                return None;
            }
            let TimeExpression::Date(fields) = &other.expression else {
                return None;
            };
            let date = super::explicit_day(fields)?;
            ((date - day).num_days().abs() <= 2).then_some((date, index))
        })
    }

    /// A Hijri month from its first day to the day before the next month's.
    fn whole_month(&self, first: FeastDay, month: u32) -> Option<Value> {
        // The year does not matter to the next month's first day, only its place after this one.
        let next = if month == 12 { 1 } else { month + 1 };
        let days = (0..=1).flat_map(|n| self.feasts.hijri_in(first.day.year() + n, next, 1));
        let next = days
            .map(|found| found.day)
            .filter(|day| *day > first.day)
            .min()?;
        Some(Value::Range(
            Box::new(Value::Day(first.day)),
            Box::new(Value::Day(next.pred_opt()?)),
        ))
    }

    /// Of two days in one year the one nearer the clock.
    fn nearest(&self, days: &[FeastDay]) -> Option<FeastDay> {
        let today = self.view.today();
        days.iter()
            .copied()
            .min_by_key(|found| today.map_or(0, |today| (found.day - today).num_days().abs()))
    }
}

/// A future clause looks for the coming feast.
fn future(tense: Option<Toward>) -> Option<Lean> {
    (tense == Some(Toward::Future)).then_some(Lean::Coming)
}

/// The feast before, after or nearest to a day.
fn leaning(days: Vec<FeastDay>, lean: Option<Lean>, today: NaiveDate) -> Option<FeastDay> {
    match lean {
        Some(Lean::Last) => days
            .into_iter()
            .filter(|found| found.day < today)
            .max_by_key(|found| found.day),
        Some(Lean::Coming | Lean::Next) => days
            .into_iter()
            .filter(|found| found.day >= today)
            .min_by_key(|found| found.day),
        Some(Lean::This) => days
            .into_iter()
            .find(|found| found.day.year() == today.year()),
        None => days
            .into_iter()
            .min_by_key(|found| (found.day - today).num_days().abs()),
    }
}

/// The days that others keep who sight or reckon the moon otherwise.
fn moon(answer: Answer, day: Option<NaiveDate>, eve: bool) -> Answer {
    let beside = |days: i64| {
        let day = day?.checked_add_signed(TimeDelta::days(days))?;
        Some(if eve {
            Value::Part(day, DayPart::Night)
        } else {
            Value::Day(day)
        })
    };
    answer
        .or(beside(-1), "other reckoning of the moon")
        .or(beside(1), "other reckoning of the moon")
}
