//! Months: `Maret`, `September 2023`, `Maret mendatang`, `Juni lalu`.

use super::steps::toward;
use super::{Answer, Scope};
use crate::time::expression::{Fields, Lean, MonthRef, Toward, Unit, YearRef};
use crate::time::timex::Direction;
use crate::time::value::Value;
use chrono::Datelike;

impl Scope<'_> {
    /// `Maret`, `September 2023`, `Maret mendatang`, `Juni lalu`.
    pub(super) fn month(&self, month: MonthRef, fields: Fields) -> Answer {
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
        if let Some(year) = self.framing_year().filter(|_| fields.lean.is_none()) {
            return Answer::from(
                &self.view,
                Some(Value::Month(year, month)),
                Direction::None,
                "year of the sentence",
            );
        }
        let this = today.month();
        let last = if month < this { year } else { year - 1 };
        let coming = if month > this { year } else { year + 1 };
        let answer = |year: i32, direction, why: &'static str| {
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
        if let Some(carried) = self
            .state
            .year()
            .filter(|_| !self.is_ahead())
            .filter(|carried| *carried != year)
        {
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
}
