//! One expression with all that its resolution may look at.

use super::answer::{Answer, Viewpoint};
use super::state::State;
use crate::time::expression::{TimeExpression, Toward, YearRef};
use crate::time::feasts::Feasts;
use crate::time::found::{Certainty, Found};
use crate::time::timex::{Bound, Direction};
use crate::time::value::Value;
use chrono::{Datelike, NaiveDate};

/// All that the resolution of one expression may look at.
pub(super) struct Scope<'a> {
    pub(super) found: &'a [Found],
    pub(super) index: usize,
    pub(super) view: Viewpoint,
    pub(super) state: &'a State,
    pub(super) feasts: &'a Feasts,
}

impl Scope<'_> {
    pub(super) fn this(&self) -> Option<&Found> {
        self.found.get(self.index)
    }

    /// Which way the clause leans; a deadline lies ahead.
    pub(super) fn tense(&self) -> Option<Toward> {
        let this = self.this()?;
        let deadline = this.bound == Some(Bound::By) && !self.is_past();
        if deadline {
            Some(Toward::Future)
        } else {
            this.tense.map(|tense| tense.toward)
        }
    }

    /// Whether a word before it in its clause says that it is past, outright or by the form of its verb.
    pub(super) fn is_past(&self) -> bool {
        let tense = self.this().and_then(|this| this.tense);
        // `sejak Januari` has begun, unless the clause says that it will.
        if self
            .this()
            .is_some_and(|this| this.bound == Some(Bound::Since))
        {
            return tense.is_none_or(|tense| tense.toward != Toward::Future);
        }
        // What lasts `hingga 9 Juli` may have been ordered by a verb of the past.
        let least = match self.this().and_then(|this| this.bound) {
            Some(Bound::Until | Bound::By) => Certainty::Formed,
            _ => Certainty::Hinted,
        };
        tense.is_some_and(|tense| tense.toward == Toward::Past && tense.certainty > least)
    }

    /// Whether a word before it in its clause says outright that it lies ahead.
    pub(super) fn is_ahead(&self) -> bool {
        let tense = self.this().and_then(|this| this.tense);
        tense.is_some_and(|tense| {
            tense.toward == Toward::Future && tense.certainty == Certainty::Said
        })
    }

    /// The year that opens the sentence and so frames what it tells: `Tahun lalu, … pada Oktober`.
    pub(super) fn framing_year(&self) -> Option<i32> {
        let this = self.this().filter(|this| !this.attribution)?;
        self.state.framing_year(this.sentence)
    }
}

impl Scope<'_> {
    /// What an expression comes to from this viewpoint.
    pub(super) fn answer(&self, expression: &TimeExpression) -> Answer {
        match expression {
            TimeExpression::Date(fields) => self.date(*fields),
            TimeExpression::Nearby { unit, steps } => self.nearby(*unit, *steps),
            TimeExpression::WeekOf { nth, whole } => self.week_of(*nth, whole),
            TimeExpression::Shift { amount, toward } => self.shift(amount, *toward),
            TimeExpression::FromMention {
                amount,
                toward,
                part,
                counted,
            } => self.after_mention(amount, *toward, *part, *counted),
            TimeExpression::SamePeriod { years, written } => self.same_period(*years, *written),
            TimeExpression::Quarter(number, year) => {
                self.part_of_year(year.or(self.partner_year()), |y| Value::Quarter(y, *number))
            }
            TimeExpression::Half(number, year) => {
                self.part_of_year(year.or(self.partner_year()), |y| Value::Half(y, *number))
            }
            TimeExpression::Trimester(number, year) => self.part_of_year(*year, |y| {
                let first = (number - 1) * 4 + 1;
                Value::Range(
                    Box::new(Value::Month(y, first)),
                    Box::new(Value::Month(y, first + 3)),
                )
            }),
            TimeExpression::Season(season, year) => {
                self.in_year(*year, |y| Value::Season(y, *season))
            }
            TimeExpression::SchoolYear(from, to) => Answer::absolute(Value::SchoolYear(*from, *to)),
            TimeExpression::Decade(decade) => {
                let century = (decade % 10 == 0).then_some(Value::Century(*decade / 10));
                Answer::absolute(Value::Decade(*decade)).or(century, "century")
            }
            TimeExpression::Century(number) if *number < 0 => {
                Answer::absolute(Value::CenturyBefore(number.unsigned_abs() - 1))
            }
            TimeExpression::Century(number) => Answer::absolute(Value::Century(*number - 1)),
            TimeExpression::YearBefore(year) => {
                Answer::absolute(Value::YearBefore(u64::from(*year)))
            }
            TimeExpression::YearOfEra(year) => {
                Answer::absolute(Value::Year(i32::try_from(*year).unwrap_or(0)))
            }
            TimeExpression::Hijri {
                day,
                month,
                year,
                gregorian,
                lean,
                eve,
            } => {
                let answer = self.hijri(*day, *month, *year, *gregorian, *lean);
                if *eve { before_it(answer) } else { answer }
            }
            TimeExpression::HijriYear(year) => self.hijri_year(*year),
            TimeExpression::Holiday {
                feast,
                year,
                lean,
                days,
                eve,
            } => self.holiday(*feast, *year, *lean, *days, *eve),
            TimeExpression::Anniversary {
                nth,
                origin: (year, month, day),
            } => Answer {
                value: NaiveDate::from_ymd_opt(year + nth, *month, *day).map(Value::Day),
                ..Answer::absolute(Value::Ref(Toward::Present))
            },
            TimeExpression::Duration { amount, window } => {
                let answer = Answer::absolute(Value::Amount(amount.clone()));
                match window {
                    Some(toward) => Answer {
                        anchor: self.view.anchor,
                        direction: if *toward == Toward::Past {
                            Direction::Past
                        } else {
                            Direction::Future
                        },
                        why: "window",
                        window: Some(*toward),
                        ..answer
                    },
                    None => answer,
                }
            }
            TimeExpression::Set { base, .. } => Answer::absolute(Value::Recurring(*base)),
            TimeExpression::Ref(toward) => self.reference(*toward),
            TimeExpression::Range(from, to) => self.range(from, to),
        }
    }

    /// `kini`, `baru-baru ini`: no stretch of the calendar.
    fn reference(&self, toward: Toward) -> Answer {
        let direction = match toward {
            Toward::Past => Direction::Past,
            Toward::Present => Direction::Same,
            Toward::Future => Direction::Future,
        };
        Answer {
            anchor: self.view.anchor,
            direction,
            why: "lexical",
            ..Answer::absolute(Value::Ref(toward))
        }
    }

    /// The year of the quarter or half that a list or range joins this one to.
    pub(super) fn partner_year(&self) -> Option<YearRef> {
        let partner = self.this()?.partner?;
        match self.found.get(partner)?.expression {
            TimeExpression::Quarter(_, year) | TimeExpression::Half(_, year) => year,
            _ => None,
        }
    }

    /// The year a day is in, for the viewpoint.
    pub(super) fn this_year(&self) -> Option<i32> {
        self.view.today().map(|today| today.year())
    }
}

/// The night before the day of an answer.
fn before_it(mut answer: Answer) -> Answer {
    let night = |day: NaiveDate| {
        Some(Value::Part(
            day.pred_opt()?,
            crate::time::expression::DayPart::Night,
        ))
    };
    answer.value = answer.value.as_ref().and_then(Value::day).and_then(night);
    answer.alternatives.clear();
    answer
}
