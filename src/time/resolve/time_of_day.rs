//! Clocks and parts of the day without a day: whose day they are of.

use super::date::finish;
use super::{Answer, Scope};
use crate::time::expression::{DayPart, Fields, TimeExpression, Toward};
use crate::time::found::{Certainty, Place};
use crate::time::timex::{Bound, Direction};
use crate::time::value::Value;
use chrono::{NaiveDate, TimeDelta};

impl Scope<'_> {
    /// A clock or a part of the day without a day.
    pub(super) fn clock_alone(&self, fields: Fields) -> Answer {
        let this_sentence = self.this().map_or(0, |this| this.sentence);
        // A prayer is of a day, not of the first of several.
        let whole = fields.part.is_some();
        let day_level = |mention: &super::state::Mentioned| {
            mention.value.day().is_some() && !(whole && matches!(mention.value, Value::Range(..)))
        };
        let heading = self.this().and_then(|this| self.state.heading(this));
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
        let alone = self.this().is_some_and(|this| this.place == Place::Whole);
        let (day, anchor, why) = match (same, ahead, previous) {
            _ if heading.is_some() => {
                let (day, index) = heading.unzip();
                let anchor = index.map_or(self.view.anchor, crate::time::Anchor::Mention);
                (day, anchor, "day above")
            }
            // An entry of a live blog: its own line, its own day.
            _ if alone => (
                self.day_of_entry(&fields),
                self.view.anchor,
                "day of the clock",
            ),
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
            (None, None, None) => match self.speech_before(this_sentence) {
                // What was told on an earlier day happened no later.
                Some(mention) => {
                    let (day, anchor) = mentioned(mention);
                    (day, anchor, "day of the speech before")
                }
                None => (
                    self.day_of_clock(&fields),
                    self.view.anchor,
                    "day of the clock",
                ),
            },
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

    /// The date of a speech in the sentence before, of a day before the clock's; not of a clause that looks ahead.
    fn speech_before(&self, sentence: usize) -> Option<&super::state::Mentioned> {
        let today = self.view.today()?;
        if self.tense() == Some(Toward::Future) {
            return None;
        }
        self.state.latest(|mention| {
            mention.attribution
                && mention.sentence + 1 == sentence
                && mention.value.day().is_some_and(|day| day < today)
        })
    }

    /// The day of a clock on a line of its own: today, or yesterday if it is still to come.
    fn day_of_entry(&self, fields: &Fields) -> Option<NaiveDate> {
        let (today, now) = (self.view.today()?, self.view.now?);
        let at = fields
            .time
            .filter(|time| time.hour < 24)
            .and_then(|time| today.and_hms_opt(time.hour, time.minute, 0));
        if at.is_some_and(|at| at > now) && !self.view.day_only {
            today.pred_opt()
        } else {
            Some(today)
        }
    }

    /// Whether dawn, or the small hours until which something lasts, follow the night or the late clock that was mentioned.
    pub(super) fn after_night(&self, fields: &Fields, anchor: crate::time::Anchor) -> bool {
        let crate::time::Anchor::Mention(index) = anchor else {
            return false;
        };
        let bound = self.this().and_then(|this| this.bound);
        let small = fields.time.is_some_and(|time| time.hour < 6);
        let dawn = fields
            .part
            .is_some_and(|part| matches!(part.of_day, DayPart::EarlyMorning | DayPart::Morning));
        let mention = self.state.latest(|mention| mention.index == index);
        match mention.map(|mention| &mention.value) {
            Some(Value::Part(_, DayPart::Night)) => dawn || (small && bound == Some(Bound::Until)),
            Some(Value::Minute { hour: 18.., .. }) => small && bound != Some(Bound::Since),
            _ => false,
        }
    }

    /// A date behind the clock in the same sentence: `pukul 08.00 WIB pada Jumat (8/3/2024)`.
    pub(super) fn day_ahead(&self, sentence: usize) -> Option<(NaiveDate, usize)> {
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
    pub(super) fn day_of_clock(&self, fields: &Fields) -> Option<NaiveDate> {
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
}
