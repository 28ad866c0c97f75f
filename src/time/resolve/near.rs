//! Units near the clock, shifts from it, and shifts from a mention.

use super::steps::{shift_months, toward as direction_of_steps};
use super::{Answer, Scope};
use crate::time::expression::{Amount, Count, Part, TimeExpression, Toward, Unit};
use crate::time::timex::{Anchor, Direction};
use crate::time::value::{Interval, Value, monday};
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta};

impl Scope<'_> {
    /// `pekan lalu`, `tahun ini`, `kuartal lalu`, `akhir pekan depan`.
    pub(super) fn nearby(&self, unit: Unit, steps: i32) -> Answer {
        let direction = direction_of_steps(steps);
        let value = self
            .view
            .today()
            .and_then(|today| unit_at(unit, today, i64::from(steps)));
        Answer::from(&self.view, value, direction, "lexical").counted(steps, unit)
    }

    /// `tiga tahun lalu`, `dua hari lagi`, `3 jam lalu`.
    pub(super) fn shift(&self, amount: &Amount, toward: Toward) -> Answer {
        let sign = if toward == Toward::Past { -1 } else { 1 };
        let direction = if sign < 0 {
            Direction::Past
        } else {
            Direction::Future
        };
        let steps = amount
            .single()
            .and_then(|(count, _)| count.as_whole())
            .and_then(|n| i32::try_from(n).ok())
            .map(|n| n * sign);
        let unit = amount.parts.last().map(|(_, unit)| *unit);
        let value = self
            .view
            .now
            .and_then(|now| self.shifted(now, amount, i64::from(sign)));
        let answer = Answer {
            steps,
            unit,
            ..Answer::from(&self.view, value, direction, "lexical")
        };
        if self.view.stamp {
            card(answer, amount)
        } else {
            answer
        }
    }

    /// `minggu kedua Maret`: weeks are counted as ISO counts those of a year, each in the month that has its Thursday.
    pub(super) fn week_of(&self, nth: Option<u32>, whole: &TimeExpression) -> Answer {
        let answer = self.answer(whole);
        let stretch = answer.value.as_ref().and_then(Value::interval);
        let thursday = stretch.and_then(|stretch| {
            let (first, end) = (stretch.start.date(), stretch.end.date());
            let from_thursday = |day: NaiveDate| (day.weekday().num_days_from_monday() + 4) % 7;
            let Some(nth) = nth else {
                let last = end.pred_opt()?;
                return last.checked_sub_days(Days::new(u64::from(from_thursday(last))));
            };
            let ahead = (7 - from_thursday(first)) % 7 + nth.checked_sub(1)? * 7;
            let day = first.checked_add_days(Days::new(u64::from(ahead)))?;
            (day < end).then_some(day)
        });
        Answer {
            value: thursday.map(Value::week_of),
            alternatives: Vec::new(),
            ..answer
        }
        .sure(0.8)
        .or(
            stretch.and_then(|stretch| seven_days(nth, stretch)),
            "by sevens",
        )
    }

    fn shifted(&self, now: NaiveDateTime, amount: &Amount, sign: i64) -> Option<Value> {
        if self.view.day_only && amount.parts.iter().any(|(_, unit)| *unit < Unit::Night) {
            return None;
        }
        if let (Some(upto), Some((low, unit))) = (amount.upto, amount.single()) {
            // `145 juta hingga 66 juta tahun lalu` is written from the earlier end.
            let falls =
                matches!((low, upto), (Count::Exact(low), Count::Exact(upto)) if low > upto);
            let (low, upto) = if falls { (upto, low) } else { (low, upto) };
            let (near, far) = (
                shift_value(now, low, unit, sign)?,
                shift_value(now, upto, unit, sign)?,
            );
            let (from, to) = if sign < 0 { (far, near) } else { (near, far) };
            return Some(Value::Range(Box::new(from), Box::new(to)));
        }
        if let Some((count, unit)) = amount.single() {
            return shift_value(now, count, unit, sign);
        }
        let mut at = now;
        for (count, unit) in &amount.parts {
            at = shift_moment(at, *count, *unit, sign)?;
        }
        let (_, finest) = amount.parts.last()?;
        Some(value_at(at, *finest))
    }

    /// `dua hari kemudian`, `sehari sebelumnya`, `malam harinya`, `tahun yang sama`.
    pub(super) fn after_mention(
        &self,
        amount: &Amount,
        toward: Toward,
        part: Option<Part>,
        counted: bool,
    ) -> Answer {
        let sign = match toward {
            Toward::Past => -1,
            Toward::Present => 0,
            Toward::Future => 1,
        };
        let finest = amount.parts.last().map_or(Unit::Day, |(_, unit)| *unit);
        let mention = self.state.latest(|mention| as_fine(&mention.value, finest));
        let direction = direction_of_steps(i32::try_from(sign).unwrap_or(0));
        let reference = mention.and_then(|mention| {
            let at = start_of(&mention.value, sign)?;
            let zone = mention.zone.filter(|_| finest <= Unit::Hour);
            Some((at, Anchor::Mention(mention.index), zone))
        });
        let Some((at, anchor, zone)) = reference else {
            return self.without_mention(amount, toward, part, counted, sign);
        };
        let mut moment = Some(at);
        for (count, unit) in &amount.parts {
            moment = moment.and_then(|at| shift_moment(at, *count, *unit, sign));
        }
        let value = moment.map(|at| match part {
            Some(part) => Value::Part(at.date(), part.of_day),
            None => value_at(at, finest),
        });
        let steps = amount
            .single()
            .and_then(|(count, _)| count.as_whole())
            .and_then(|n| i32::try_from(n * sign).ok());
        Answer {
            anchor,
            zone,
            steps,
            unit: Some(finest),
            ..Answer::from(&self.view, value, direction, "lexical:mention").sure(0.85)
        }
    }

    /// Nothing to count from: a written amount is a duration, `harinya` is of the day after the clock's.
    fn without_mention(
        &self,
        amount: &Amount,
        toward: Toward,
        part: Option<Part>,
        counted: bool,
        sign: i64,
    ) -> Answer {
        if counted {
            return Answer::absolute(Value::Amount(amount.clone())).sure(0.6);
        }
        let direction = direction_of_steps(i32::try_from(sign).unwrap_or(0));
        let Some(today) = self.view.today() else {
            return Answer::from(&self.view, None, direction, "clock unknown");
        };
        let Some((_, unit)) = amount.single() else {
            return Answer::from(&self.view, None, direction, "no mention");
        };
        let steps = if toward == Toward::Present && part.is_some() {
            0
        } else {
            sign
        };
        let value = match part {
            Some(part) => today
                .checked_add_signed(TimeDelta::days(steps))
                .map(|day| Value::Part(day, part.of_day)),
            None => unit_at(unit, today, steps),
        };
        Answer::from(&self.view, value, direction, "no mention").sure(0.5)
    }

    /// `periode yang sama tahun lalu`: the last stretch mentioned, some years on.
    pub(super) fn same_period(&self, years: i32, written: Option<i32>) -> Answer {
        match self.state.period() {
            Some(period) => {
                let own = period
                    .value
                    .interval()
                    .map(|interval| interval.start.year());
                let years = written.zip(own).map_or(years, |(year, own)| year - own);
                let value = in_other_year(&period.value, years);
                let anchor = Anchor::Mention(period.index);
                Answer {
                    anchor,
                    ..Answer::from(&self.view, value, Direction::Past, "same period")
                        .sure(0.9)
                        .counted(years, Unit::Year)
                }
            }
            None if written.is_some() => Answer::absolute(Value::Year(written.unwrap_or_default())),
            None => self.nearby(Unit::Year, years).sure(0.6),
        }
    }
}

/// A teaser's stamp: sites cut the remainder off, count a month as 30 days and a year as 365.
fn card(answer: Answer, amount: &Amount) -> Answer {
    let Some((count, unit)) = amount.single() else {
        return answer;
    };
    let seconds = match unit {
        Unit::Second => 1,
        Unit::Minute => 60,
        Unit::Hour => 3600,
        Unit::Day => 86_400,
        Unit::Week => 604_800,
        Unit::Month => 2_592_000,
        Unit::Year => 31_536_000,
        _ => return answer,
    };
    Answer {
        card: count.as_whole().map(|n| (seconds, n)),
        ..answer
    }
}

/// A value some years on.
fn in_other_year(value: &Value, years: i32) -> Option<Value> {
    Some(match value {
        Value::Year(year) => Value::Year(year + years),
        Value::Half(year, half) => Value::Half(year + years, *half),
        Value::Quarter(year, quarter) => Value::Quarter(year + years, *quarter),
        Value::Season(year, season) => Value::Season(year + years, *season),
        Value::Month(year, month) => Value::Month(year + years, *month),
        Value::Day(day) => Value::Day(shift_months(*day, years * 12)?),
        Value::Range(from, to) => Value::Range(
            Box::new(in_other_year(from, years)?),
            Box::new(in_other_year(to, years)?),
        ),
        _ => return None,
    })
}

/// The unit that holds a day, some steps away.
fn unit_at(unit: Unit, today: NaiveDate, steps: i64) -> Option<Value> {
    let year = today.year();
    let step = i32::try_from(steps).ok()?;
    let days = |count: i64| today.checked_add_signed(TimeDelta::days(count));
    let months = |size: i32| {
        let month = i32::try_from(today.month0()).ok()?;
        let index = (year * 12 + month).div_euclid(size) + step;
        let first = index * size;
        Some((
            first.div_euclid(12),
            u32::try_from(first.rem_euclid(12) / size + 1).ok()?,
        ))
    };
    Some(match unit {
        Unit::Day => Value::Day(days(steps)?),
        Unit::Night => Value::Part(days(steps)?, crate::time::expression::DayPart::Night),
        Unit::Week => Value::Week(monday(days(steps * 7)?)),
        Unit::Weekend => Value::Weekend(monday(days(steps * 7)?)),
        Unit::Month => {
            let (year, month) = months(1)?;
            Value::Month(year, month)
        }
        Unit::Quarter => {
            let (year, quarter) = months(3)?;
            Value::Quarter(year, quarter)
        }
        Unit::Half => {
            let (year, half) = months(6)?;
            Value::Half(year, half)
        }
        Unit::Year => Value::Year(year + step),
        Unit::Decade => Value::Decade(year.div_euclid(10) + step),
        Unit::Century => Value::Century((year - 1).div_euclid(100) + step),
        _ => return None,
    })
}

/// The seven days of a stretch that its first day or its last counts: `minggu kedua Maret` as 8 to 14 March.
fn seven_days(nth: Option<u32>, stretch: Interval) -> Option<Value> {
    let (first, last) = (stretch.start.date(), stretch.end.date().pred_opt()?);
    let (from, to) = match nth {
        Some(nth) => {
            let from = first.checked_add_days(Days::new(u64::from(nth.checked_sub(1)? * 7)))?;
            (from, from.checked_add_days(Days::new(6))?.min(last))
        }
        None => (last.checked_sub_days(Days::new(6))?, last),
    };
    (from <= to).then(|| Value::Range(Box::new(Value::Day(from)), Box::new(Value::Day(to))))
}

/// A moment one amount away, at the precision of the unit that was said.
fn shift_value(now: NaiveDateTime, count: Count, unit: Unit, sign: i64) -> Option<Value> {
    if let Some(value) = past_counting(count, unit, sign) {
        return Some(value);
    }
    let at = shift_moment(now, count, unit, sign)?;
    if unit == Unit::Night {
        return Some(Value::Part(
            at.date(),
            crate::time::expression::DayPart::Night,
        ));
    }
    let whole = count.as_whole().is_some();
    Some(match unit {
        Unit::Year if !whole => Value::Month(at.year(), at.month()),
        Unit::Week | Unit::Month if !whole => Value::Day(at.date()),
        Unit::Century if !whole => Value::Year(at.year()),
        unit => value_at(at, unit),
    })
}

/// `66 juta tahun lalu`: so round a number that the years of the present era are lost in it.
fn past_counting(count: Count, unit: Unit, sign: i64) -> Option<Value> {
    const MANY: i64 = 100_000;
    let Count::Exact(thousandths) = count else {
        return None;
    };
    let years = thousandths.checked_mul(i64::from(unit.in_months() / 12))? / 1000;
    if years < MANY {
        None
    } else if sign > 0 {
        Some(Value::Ref(Toward::Future))
    } else {
        u64::try_from(years).ok().map(Value::YearBefore)
    }
}

/// The value that holds a moment, at the precision of a unit.
fn value_at(at: NaiveDateTime, unit: Unit) -> Value {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => Value::minute(at),
        Unit::Day | Unit::Weekend => Value::Day(at.date()),
        Unit::Week => Value::week_of(at.date()),
        Unit::Month | Unit::Trimester => Value::Month(at.year(), at.month()),
        Unit::Quarter => Value::Quarter(at.year(), at.month0() / 3 + 1),
        Unit::Half => Value::Half(at.year(), at.month0() / 6 + 1),
        Unit::Year | Unit::Windu | Unit::Decade | Unit::Millennium => year_or_before(at.year()),
        Unit::Night => Value::Part(at.date(), crate::time::expression::DayPart::Night),
        Unit::Century => Value::Century((at.year() - 1).div_euclid(100)),
    }
}

/// A moment some thousandths of a unit away. Months are counted from the first, so that 31 March less a month is February.
pub(super) fn shift_moment(
    at: NaiveDateTime,
    count: Count,
    unit: Unit,
    sign: i64,
) -> Option<NaiveDateTime> {
    let Count::Exact(thousandths) = count else {
        return None;
    };
    let months = unit.in_months();
    if months > 0 {
        let total = thousandths
            .checked_mul(i64::from(months))?
            .checked_mul(sign)?;
        let whole = i32::try_from(total / 1000).ok()?;
        let first = at.date().with_day(1)?;
        let shifted = shift_months(first, whole)?;
        let last = shifted
            .checked_add_months(chrono::Months::new(1))?
            .pred_opt()?;
        let day = shifted.with_day(at.day().min(last.day()))?;
        let rest = TimeDelta::days(total % 1000 * 30 / 1000);
        return day.and_time(at.time()).checked_add_signed(rest);
    }
    let seconds = match unit {
        Unit::Second => 1,
        Unit::Minute => 60,
        Unit::Hour => 3600,
        Unit::Week | Unit::Weekend => 604_800,
        _ => 86_400,
    };
    let delta = thousandths.checked_mul(seconds)?.checked_mul(sign)? / 1000;
    at.checked_add_signed(TimeDelta::try_seconds(delta)?)
}

/// Whether a mention is at least as fine as a unit.
fn as_fine(value: &Value, unit: Unit) -> bool {
    let Some(interval) = value.interval() else {
        return false;
    };
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => value.moment().is_some(),
        Unit::Night | Unit::Day => value.day().is_some(),
        Unit::Week | Unit::Weekend => interval.end - interval.start <= TimeDelta::days(7),
        Unit::Month => interval.end - interval.start <= TimeDelta::days(31),
        Unit::Quarter | Unit::Trimester | Unit::Half => {
            interval.end - interval.start <= TimeDelta::days(184)
        }
        Unit::Year => interval.end - interval.start <= TimeDelta::days(366),
        Unit::Windu | Unit::Decade => interval.end - interval.start <= TimeDelta::days(3653),
        Unit::Century | Unit::Millennium => true,
    }
}

/// A year of the era, or one before it.
fn year_or_before(year: i32) -> Value {
    if year > 0 {
        Value::Year(year)
    } else {
        Value::YearBefore(1 + u64::from(year.unsigned_abs()))
    }
}

/// The moment of a mention to count from: its end's day when counting on from a range, else its start.
fn start_of(value: &Value, sign: i64) -> Option<NaiveDateTime> {
    match value {
        Value::Range(_, to) if sign > 0 => start_of(to, sign),
        Value::Range(from, _) => start_of(from, sign),
        value => value.moment().or_else(|| {
            let day = value
                .day()
                .or_else(|| value.interval().map(|interval| interval.start.date()))?;
            day.and_hms_opt(0, 0, 0)
        }),
    }
}
