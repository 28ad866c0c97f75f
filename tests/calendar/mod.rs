//! TIMEX3 values by the book: a strict grammar and the calendar, written for the tests alone, so that what the library
//! says is measured by something that is not the library.

#![allow(
    dead_code,
    reason = "each test that shares this file uses a part of it"
)]

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};

/// A value that is well formed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// `PAST_REF`.
    Ref(String),
    /// `P3D`, `PXY`.
    Amount(String),
    /// `XXXX-WXX-1`.
    Recurring(String),
    /// `BC0250`, `BC01`.
    BeforeEra(String),
    /// `18`.
    Century(i32),
    /// `199`.
    Decade(i32),
    /// `2024`.
    Year(i32),
    /// `2024-H1`, `2024-Q3`, `2023-SU`: year, code, first month from January of that year, months.
    Stretch(i32, String, u32, u32),
    /// `2024-01`.
    Month(i32, u32),
    /// `2024-W02`, by its Monday.
    Week(NaiveDate),
    /// `2024-W02-WE`, by the Monday.
    Weekend(NaiveDate),
    /// `2024-01-09`.
    Day(NaiveDate),
    /// `2024-01-09TNI`.
    Part(NaiveDate, String),
    /// `2024-01-09T19:30`, with seconds from midnight, what is written of the clock, and the offset in minutes.
    Clock(NaiveDate, i64, String, Option<i32>),
    /// `a/b`.
    Range(Box<Value>, Box<Value>),
}

/// Stretches of local time, half open.
pub(crate) type Stretch = (NaiveDateTime, NaiveDateTime);

const STRETCHES: [(&str, u32, u32); 12] = [
    ("H1", 1, 6),
    ("H2", 7, 6),
    ("Q1", 1, 3),
    ("Q2", 4, 3),
    ("Q3", 7, 3),
    ("Q4", 10, 3),
    ("SP", 3, 3),
    ("SU", 6, 3),
    ("FA", 9, 3),
    ("WI", 12, 3),
    ("DRY", 4, 6),
    ("WET", 10, 6),
];

/// Parts of the day with their minutes after midnight.
const PARTS: [(&str, i64, i64); 6] = [
    ("DH", 0, 240),
    ("MO", 300, 660),
    ("MI", 660, 900),
    ("AF", 900, 1080),
    ("EV", 1050, 1140),
    ("NI", 1080, 1440),
];

/// Reads a value, or says that it is none.
pub(crate) fn parse(text: &str) -> Option<Value> {
    if matches!(text, "PAST_REF" | "PRESENT_REF" | "FUTURE_REF") {
        return Some(Value::Ref(text.to_owned()));
    }
    if is_recurring(text) {
        return Some(Value::Recurring(text.to_owned()));
    }
    if let Some((from, to)) = text.split_once('/') {
        let (from, to) = (parse(from)?, parse(to)?);
        let amounts = [&from, &to]
            .iter()
            .filter(|value| matches!(value, Value::Amount(_)))
            .count();
        return (amounts != 1).then(|| Value::Range(Box::new(from), Box::new(to)));
    }
    if is_amount(text) {
        return Some(Value::Amount(text.to_owned()));
    }
    if let Some(year) = text.strip_prefix("BC") {
        let known = matches!(year.len(), 2 | 4..) && year.parse::<u64>().ok()? > 0;
        return known.then(|| Value::BeforeEra(text.to_owned()));
    }
    match text.len() {
        2 => return number(text).map(Value::Century),
        3 => return number(text).map(Value::Decade),
        4 => return number(text).map(Value::Year),
        _ => {}
    }
    let year = number(text.get(..4)?)?;
    let rest = text.get(4..)?.strip_prefix('-')?;
    if let Some((code, first, count)) = STRETCHES.iter().find(|(code, ..)| *code == rest) {
        return Some(Value::Stretch(year, (*code).to_owned(), *first, *count));
    }
    if let Some(week) = rest.strip_prefix('W') {
        let digits = week.get(..2)?;
        let monday =
            NaiveDate::from_isoywd_opt(year, number(digits)?.try_into().ok()?, Weekday::Mon)?;
        return match week.get(2..)? {
            "" => Some(Value::Week(monday)),
            "-WE" => Some(Value::Weekend(monday)),
            _ => None,
        };
    }
    let month = number(rest.get(..2)?)?.try_into().ok()?;
    if rest.len() == 2 {
        return (1..=12)
            .contains(&month)
            .then_some(Value::Month(year, month));
    }
    let day = rest.get(2..)?.strip_prefix('-')?;
    let date = NaiveDate::from_ymd_opt(year, month, number(day.get(..2)?)?.try_into().ok()?)?;
    let Some(time) = day.get(2..)?.strip_prefix('T') else {
        return (day.len() == 2).then_some(Value::Day(date));
    };
    if PARTS.iter().any(|(code, ..)| *code == time) {
        return Some(Value::Part(date, time.to_owned()));
    }
    clock(date, time)
}

fn number(digits: &str) -> Option<i32> {
    digits
        .bytes()
        .all(|b| b.is_ascii_digit())
        .then(|| digits.parse().ok())?
}

/// `19:30`, `19:30:15`, `24:00`, `19:30Z`, `19:30+03:00`.
fn clock(date: NaiveDate, time: &str) -> Option<Value> {
    let (written, offset) = match time.find(['Z', '+', '-']) {
        None => (time, None),
        Some(at) => (time.get(..at)?, Some(offset(time.get(at..)?)?)),
    };
    let mut pieces = written.split(':');
    let mut piece = |most: i32| -> Option<i32> {
        let digits = pieces.next().filter(|digits| digits.len() == 2)?;
        number(digits).filter(|n| *n <= most)
    };
    let (hour, minute) = (piece(24)?, piece(59)?);
    let second = if written.len() > 5 { piece(59)? } else { 0 };
    let seconds = i64::from(hour) * 3600 + i64::from(minute) * 60 + i64::from(second);
    (pieces.next().is_none() && seconds <= 86_400)
        .then(|| Value::Clock(date, seconds, written.to_owned(), offset))
}

fn offset(text: &str) -> Option<i32> {
    if text == "Z" {
        return Some(0);
    }
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let (hours, minutes) = text.get(1..)?.split_once(':')?;
    let known = hours.len() == 2 && minutes.len() == 2;
    known.then_some(())?;
    Some(sign * (number(hours)? * 60 + number(minutes).filter(|n| *n < 60)?))
}

/// `P` with counts of years, months, weeks and days, then behind `T` of hours, minutes and seconds; `X` is vague.
fn is_amount(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('P') else {
        return false;
    };
    let (date, time) = match rest.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (rest, None),
    };
    let run = |mut text: &str, units: &str| -> bool {
        for unit in units.chars() {
            let Some((count, after)) = text.split_once(unit) else {
                continue;
            };
            let vague = count == "X";
            // Seconds may have a fraction, as ISO 8601 lets the smallest unit have one.
            let whole = match count.split_once('.') {
                Some((whole, part)) if unit == 'S' && !part.is_empty() && !part.ends_with('0') => {
                    whole.to_owned() + part
                }
                _ => count.to_owned(),
            };
            let digits = !whole.is_empty() && whole.bytes().all(|b| b.is_ascii_digit());
            if !vague && !digits {
                return false;
            }
            text = after;
        }
        text.is_empty()
    };
    let some = !date.is_empty() || time.is_some();
    some && run(date, "YMWD") && time.is_none_or(|time| !time.is_empty() && run(time, "HMS"))
}

/// `XXXX-WXX-1`, or two with a slash: `XXXX-WXX-1/XXXX-WXX-5`.
fn is_recurring(text: &str) -> bool {
    match text.split_once('/') {
        Some((from, to)) => is_one_recurring(from) && is_one_recurring(to),
        None => is_one_recurring(text),
    }
}

fn is_one_recurring(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("XXXX-") else {
        return false;
    };
    let is_part = |time: &str| PARTS.iter().any(|(code, ..)| *code == time) || is_clock(time);
    let (date, time) = match rest.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (rest, None),
    };
    let day = match date.strip_prefix("WXX-") {
        Some(day) => day == "WE" || matches!(day, "1" | "2" | "3" | "4" | "5" | "6" | "7"),
        None => match date.split_once('-') {
            Some((month, day)) => two(month, 12) && two(day, 31),
            None => two(date, 12) && date != "XX",
        },
    };
    day && time.is_none_or(is_part)
}

/// Two digits up to `most`, or `XX`.
fn two(text: &str, most: i32) -> bool {
    text == "XX" || text.len() == 2 && number(text).is_some_and(|n| (1..=most).contains(&n))
}

fn is_clock(time: &str) -> bool {
    NaiveDate::from_ymd_opt(2000, 1, 1).is_some_and(|day| clock(day, time).is_some())
}

fn first_of(year: i32, month: u32) -> Option<NaiveDateTime> {
    let january = NaiveDate::from_ymd_opt(year, 1, 1)?;
    let first = january.checked_add_months(Months::new(month.checked_sub(1)?))?;
    Some(first.and_time(NaiveTime::MIN))
}

impl Value {
    /// The stretch of local time that the value names; none for amounts, sets, references and years before the era.
    pub(crate) fn stretch(&self) -> Option<Stretch> {
        let months =
            |year, first, count| Some((first_of(year, first)?, first_of(year, first + count)?));
        let days = |first: NaiveDate, count| {
            let start = first.and_time(NaiveTime::MIN);
            Some((start, start.checked_add_days(Days::new(count))?))
        };
        match self {
            Self::Century(n) => months(n * 100 + 1, 1, 1200),
            Self::Decade(n) => months(n * 10, 1, 120),
            Self::Year(year) => months(*year, 1, 12),
            Self::Stretch(year, _, first, count) => months(*year, *first, *count),
            Self::Month(year, month) => months(*year, *month, 1),
            Self::Week(monday) => days(*monday, 7),
            Self::Weekend(monday) => days(*monday + Days::new(5), 2),
            Self::Day(day) => days(*day, 1),
            Self::Part(day, code) => {
                let (_, from, to) = PARTS.iter().find(|(part, ..)| part == code)?;
                let midnight = day.and_time(NaiveTime::MIN);
                Some((
                    midnight + TimeDelta::minutes(*from),
                    midnight + TimeDelta::minutes(*to),
                ))
            }
            Self::Clock(day, seconds, written, _) => {
                let start = day.and_time(NaiveTime::MIN) + TimeDelta::seconds(*seconds);
                let length = if written.len() > 5 { 1 } else { 60 };
                Some((start, start + TimeDelta::seconds(length)))
            }
            Self::Range(from, to) => {
                let (start, _) = from.stretch()?;
                let (last, end) = to.stretch()?;
                let clock = matches!(**to, Self::Clock(..));
                Some((start, if clock { last } else { end }))
            }
            Self::Ref(_) | Self::Amount(_) | Self::Recurring(_) | Self::BeforeEra(_) => None,
        }
    }

    /// The offset that the value carries, in minutes.
    pub(crate) fn offset(&self) -> Option<i32> {
        match self {
            Self::Clock(_, _, _, offset) => *offset,
            Self::Range(from, _) => from.offset(),
            _ => None,
        }
    }

    /// The value so many whole weeks on; none for what is coarser than a week.
    pub(crate) fn weeks_on(&self, weeks: i64) -> Option<Self> {
        let on = |day: &NaiveDate| day.checked_add_signed(TimeDelta::weeks(weeks));
        Some(match self {
            Self::Week(monday) => Self::Week(on(monday)?),
            Self::Weekend(monday) => Self::Weekend(on(monday)?),
            Self::Day(day) => Self::Day(on(day)?),
            Self::Part(day, code) => Self::Part(on(day)?, code.clone()),
            Self::Clock(day, seconds, written, offset) => {
                Self::Clock(on(day)?, *seconds, written.clone(), *offset)
            }
            Self::Range(from, to) => Self::Range(
                Box::new(from.weeks_on(weeks)?),
                Box::new(to.weeks_on(weeks)?),
            ),
            Self::Ref(_) | Self::Amount(_) | Self::Recurring(_) => self.clone(),
            _ => return None,
        })
    }

    /// The value four hundred years on, after which the calendar repeats to the day of the week.
    pub(crate) fn cycle_on(&self) -> Option<Self> {
        const WEEKS: i64 = 146_097 / 7;
        Some(match self {
            Self::Century(n) => Self::Century(n + 4),
            Self::Decade(n) => Self::Decade(n + 40),
            Self::Year(year) => Self::Year(year + 400),
            Self::Stretch(year, code, first, count) => {
                Self::Stretch(year + 400, code.clone(), *first, *count)
            }
            Self::Month(year, month) => Self::Month(year + 400, *month),
            Self::Range(from, to) => {
                Self::Range(Box::new(from.cycle_on()?), Box::new(to.cycle_on()?))
            }
            Self::BeforeEra(_) => return None,
            _ => self.weeks_on(WEEKS)?,
        })
    }
}

/// As results write it.
impl std::fmt::Display for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Ref(text)
            | Self::Amount(text)
            | Self::Recurring(text)
            | Self::BeforeEra(text) => f.write_str(text),
            Self::Century(n) => write!(f, "{n:02}"),
            Self::Decade(n) => write!(f, "{n:03}"),
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Stretch(year, code, ..) => write!(f, "{year:04}-{code}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Week(monday) => {
                let week = monday.iso_week();
                write!(f, "{:04}-W{:02}", week.year(), week.week())
            }
            Self::Weekend(monday) => write!(f, "{}-WE", Self::Week(*monday)),
            Self::Day(day) => write!(f, "{day}"),
            Self::Part(day, code) => write!(f, "{day}T{code}"),
            Self::Clock(day, _, written, None) => write!(f, "{day}T{written}"),
            Self::Clock(day, _, written, Some(0)) => write!(f, "{day}T{written}Z"),
            Self::Clock(day, _, written, Some(offset)) => {
                let sign = if *offset < 0 { '-' } else { '+' };
                let minutes = offset.abs();
                write!(
                    f,
                    "{day}T{written}{sign}{:02}:{:02}",
                    minutes / 60,
                    minutes % 60
                )
            }
            Self::Range(from, to) => write!(f, "{from}/{to}"),
        }
    }
}
