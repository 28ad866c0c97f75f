//! A resolved value: its TIMEX3 form and its interval. The table of intervals is one function here.

use super::expression::{Amount, Count, DayPart, Part, Recurring, Season, Toward, Unit};
use super::timex::{Granularity, Modifier};
use chrono::{
    Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Weekday,
};

/// A half-open stretch of local time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// First moment.
    pub start: NaiveDateTime,
    /// One past the last.
    pub end: NaiveDateTime,
}

/// A calendar value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `199`: ten years.
    Decade(i32),
    /// `18`: the nineteenth century, 1801 to 1900.
    Century(i32),
    /// `BC01`, a century before the common era.
    CenturyBefore(u32),
    /// `BC0250`.
    YearBefore(u64),
    /// `2024`.
    Year(i32),
    /// `2024-H1`.
    Half(i32, u32),
    /// `2024-Q3`.
    Quarter(i32, u32),
    /// `2023-SU`.
    Season(i32, Season),
    /// `2024-01`.
    Month(i32, u32),
    /// `2024-W02`, by its Monday.
    Week(NaiveDate),
    /// `2024-W02-WE`, by the Monday of its week.
    Weekend(NaiveDate),
    /// `2024-01-09`.
    Day(NaiveDate),
    /// `2024-01-09TNI`.
    Part(NaiveDate, DayPart),
    /// `2024-01-09T19:30`, and `T24:00` where the day is the one that ends.
    Minute {
        /// The day written.
        date: NaiveDate,
        /// 0 to 24.
        hour: u32,
        /// 0 to 59.
        minute: u32,
        /// Where it is written.
        second: Option<u32>,
    },
    /// `2022/2023` from July to July.
    SchoolYear(i32, i32),
    /// `a/b`.
    Range(Box<Value>, Box<Value>),
    /// `P3D`.
    Amount(Amount),
    /// `XXXX-WXX-1`.
    Recurring(Recurring),
    /// `PAST_REF`.
    Ref(Toward),
}

impl Value {
    /// The minute of a local time.
    #[must_use]
    pub fn minute(at: NaiveDateTime) -> Self {
        Self::Minute {
            date: at.date(),
            hour: at.hour(),
            minute: at.minute(),
            second: None,
        }
    }

    /// The week that holds a day.
    #[must_use]
    pub fn week_of(day: NaiveDate) -> Self {
        Self::Week(monday(day))
    }

    /// The TIMEX3 value.
    #[must_use]
    pub fn timex3(&self) -> String {
        self.timex3_in("")
    }

    /// The TIMEX3 value with the zone behind each of its clocks: `Z`, `+09:00`, or nothing.
    #[must_use]
    pub fn timex3_in(&self, zone: &str) -> String {
        let mut out = String::with_capacity(24);
        self.write_timex3(&mut out, zone);
        out
    }

    /// Adds the TIMEX3 value, `zone` behind each of its clocks.
    fn write_timex3(&self, out: &mut String, zone: &str) {
        match self {
            Self::Decade(decade) => write_number(out, *decade, 3),
            Self::Century(century) => write_number(out, *century, 2),
            Self::CenturyBefore(century) => {
                out.push_str("BC");
                write_digits(out, *century, 2);
            }
            Self::YearBefore(year) => {
                out.push_str("BC");
                match u32::try_from(*year) {
                    Ok(year) => write_digits(out, year, 4),
                    Err(_) => out.push_str(&year.to_string()),
                }
            }
            Self::Year(year) => write_number(out, *year, 4),
            Self::Half(year, half) => {
                write_number(out, *year, 4);
                out.push_str("-H");
                write_digits(out, *half, 1);
            }
            Self::Quarter(year, quarter) => {
                write_number(out, *year, 4);
                out.push_str("-Q");
                write_digits(out, *quarter, 1);
            }
            Self::Season(year, season) => {
                write_number(out, *year, 4);
                out.push('-');
                out.push_str(season_code(*season));
            }
            Self::Month(year, month) => {
                write_number(out, *year, 4);
                out.push('-');
                write_digits(out, *month, 2);
            }
            Self::Week(monday) => write_week(out, *monday),
            Self::Weekend(monday) => {
                write_week(out, *monday);
                out.push_str("-WE");
            }
            Self::Day(day) => write_day(out, *day),
            Self::Part(day, part) => {
                write_day(out, *day);
                out.push('T');
                out.push_str(part_code(*part));
            }
            Self::Minute {
                date,
                hour,
                minute,
                second,
            } => {
                write_day(out, *date);
                for (sign, number) in [('T', Some(*hour)), (':', Some(*minute)), (':', *second)] {
                    if let Some(number) = number {
                        out.push(sign);
                        write_digits(out, number, 2);
                    }
                }
                out.push_str(zone);
            }
            Self::SchoolYear(from, to) => {
                write_number(out, *from, 4);
                out.push('/');
                write_number(out, *to, 4);
            }
            Self::Range(from, to) => {
                from.write_timex3(out, zone);
                out.push('/');
                to.write_timex3(out, zone);
            }
            Self::Amount(amount) => out.push_str(&amount_value(amount)),
            Self::Recurring(recurring) => out.push_str(&recurring_value(*recurring)),
            Self::Ref(Toward::Past) => out.push_str("PAST_REF"),
            Self::Ref(Toward::Present) => out.push_str("PRESENT_REF"),
            Self::Ref(Toward::Future) => out.push_str("FUTURE_REF"),
        }
    }

    /// The interval of the value alone, in local time; `None` for amounts, sets, references and years before the era.
    #[must_use]
    pub fn interval(&self) -> Option<Interval> {
        match self {
            Self::Decade(decade) => years(decade * 10, 10),
            Self::Century(century) => years(century * 100 + 1, 100),
            Self::Year(year) => years(*year, 1),
            Self::Half(year, half) => months(*year, (half - 1) * 6 + 1, 6),
            Self::Quarter(year, quarter) => months(*year, (quarter - 1) * 3 + 1, 3),
            Self::Season(year, season) => {
                let (first, count) = season_months(*season);
                months(*year, first, count)
            }
            Self::Month(year, month) => months(*year, *month, 1),
            Self::Week(monday) => days(*monday, 7),
            Self::Weekend(monday) => days(monday.checked_add_days(Days::new(5))?, 2),
            Self::Day(day) => days(*day, 1),
            Self::Part(day, part) => {
                let (from, to) = part_minutes(*part);
                let midnight = day.and_time(NaiveTime::MIN);
                Some(Interval {
                    start: midnight.checked_add_signed(TimeDelta::minutes(from))?,
                    end: midnight.checked_add_signed(TimeDelta::minutes(to))?,
                })
            }
            Self::Minute { second, .. } => {
                let start = self.moment()?;
                let length = if second.is_some() {
                    TimeDelta::seconds(1)
                } else {
                    TimeDelta::minutes(1)
                };
                let end = start.checked_add_signed(length)?;
                Some(Interval { start, end })
            }
            Self::SchoolYear(from, to) => Some(Interval {
                start: first_of(*from, 7)?,
                end: first_of(*to, 7)?,
            }),
            Self::Range(from, to) => {
                let last = to.interval()?;
                let end = if matches!(**to, Self::Minute { .. }) {
                    last.start
                } else {
                    last.end
                };
                let start = from.interval()?.start;
                (start <= end).then_some(Interval { start, end })
            }
            Self::Amount(_)
            | Self::Recurring(_)
            | Self::Ref(_)
            | Self::CenturyBefore(_)
            | Self::YearBefore(_) => None,
        }
    }

    /// The local moment of a minute value.
    #[must_use]
    pub fn moment(&self) -> Option<NaiveDateTime> {
        let Self::Minute {
            date,
            hour,
            minute,
            second,
        } = self
        else {
            return None;
        };
        let seconds =
            i64::from(*hour) * 3600 + i64::from(*minute) * 60 + i64::from(second.unwrap_or(0));
        date.and_time(NaiveTime::MIN)
            .checked_add_signed(TimeDelta::seconds(seconds))
    }

    /// The day of a value that is a day or finer.
    #[must_use]
    pub fn day(&self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) | Self::Part(day, _) | Self::Minute { date: day, .. } => Some(*day),
            Self::Range(from, _) => from.day(),
            _ => None,
        }
    }

    /// How fine the value is.
    #[must_use]
    pub fn granularity(&self) -> Option<Granularity> {
        Some(match self {
            Self::Century(_) | Self::CenturyBefore(_) => Granularity::Century,
            Self::Decade(_) => Granularity::Decade,
            Self::Year(_) | Self::YearBefore(_) | Self::SchoolYear(..) => Granularity::Year,
            Self::Half(..) | Self::Season(..) => Granularity::Half,
            Self::Quarter(..) => Granularity::Quarter,
            Self::Month(..) => Granularity::Month,
            Self::Week(_) => Granularity::Week,
            Self::Weekend(_) => Granularity::Weekend,
            Self::Day(_) => Granularity::Day,
            Self::Part(..) => Granularity::Part,
            Self::Minute { second: None, .. } => Granularity::Minute,
            Self::Minute { .. } => Granularity::Second,
            Self::Range(from, _) => return from.granularity(),
            Self::Amount(_) | Self::Recurring(_) | Self::Ref(_) => return None,
        })
    }

    /// Whether the value is finer than a day.
    #[must_use]
    pub fn is_time(&self) -> bool {
        match self {
            Self::Part(..) | Self::Minute { .. } => true,
            Self::Range(from, to) => from.is_time() || to.is_time(),
            _ => false,
        }
    }
}

/// The part of an interval that a modifier names, or the interval widened by it.
#[must_use]
pub(super) fn modify(value: &Value, modifier: Modifier) -> Option<Interval> {
    let whole = value.interval()?;
    let index = match modifier {
        Modifier::Start => 0,
        Modifier::Mid => 1,
        Modifier::End => 2,
        Modifier::Approx => return widen(value, whole),
        _ => return Some(whole),
    };
    let cut = |cuts: [Option<NaiveDateTime>; 4], pick: usize| -> Option<Interval> {
        Some(Interval {
            start: (*cuts.get(pick)?)?,
            end: (*cuts.get(pick + 1)?)?,
        })
    };
    let Interval { start, end } = whole;
    let plus_days = |count| start.checked_add_days(Days::new(count));
    let year = start.year();
    match value {
        Value::Year(year) => match index {
            0 => months(*year, 1, 3),
            1 => months(*year, 5, 4),
            _ => months(*year, 10, 3),
        },
        Value::Month(..) => cut(
            [Some(start), plus_days(10), plus_days(20), Some(end)],
            index,
        ),
        Value::Week(_) => cut([Some(start), plus_days(2), plus_days(4), Some(end)], index),
        Value::Decade(_) => cut(
            [
                Some(start),
                first_of(year + 4, 1),
                first_of(year + 7, 1),
                Some(end),
            ],
            index,
        ),
        Value::Century(_) => cut(
            [
                Some(start),
                first_of(year + 33, 1),
                first_of(year + 66, 1),
                Some(end),
            ],
            index,
        ),
        Value::Part(_, DayPart::Morning) if index == 0 => Some(Interval {
            start: start - TimeDelta::hours(1),
            end: start + TimeDelta::hours(1),
        }),
        Value::Part(_, DayPart::Night) if index == 2 => Some(Interval {
            start: start + TimeDelta::hours(4),
            end: start + TimeDelta::hours(8),
        }),
        _ => {
            let length = (end.year() - start.year()) * 12 + month_index(end) - month_index(start);
            if length >= 3 && length % 3 == 0 {
                let third = u32::try_from(length / 3).ok()?;
                let at = |n: u32| start.checked_add_months(Months::new(third * n));
                return cut([at(0), at(1), at(2), at(3)], index);
            }
            let third = (end - start) / 3;
            cut(
                [
                    Some(start),
                    start.checked_add_signed(third),
                    start.checked_add_signed(third * 2),
                    Some(end),
                ],
                index,
            )
        }
    }
}

fn month_index(at: NaiveDateTime) -> i32 {
    i32::try_from(at.month()).unwrap_or(1)
}

fn widen(value: &Value, whole: Interval) -> Option<Interval> {
    let years_around = |before: i32, after: i32| {
        Some(Interval {
            start: first_of(whole.start.year() - before, 1)?,
            end: first_of(whole.end.year() + after, 1)?,
        })
    };
    match value {
        Value::Minute { .. } => Some(Interval {
            start: whole.start.checked_sub_signed(TimeDelta::minutes(30))?,
            end: whole.start.checked_add_signed(TimeDelta::minutes(30))?,
        }),
        Value::Year(_) => years_around(2, 2),
        Value::Decade(_) => years_around(5, 5),
        Value::Century(_) => years_around(50, 50),
        _ => {
            let half = (whole.end - whole.start) / 2;
            Some(Interval {
                start: whole.start.checked_sub_signed(half)?,
                end: whole.end.checked_add_signed(half)?,
            })
        }
    }
}

/// The Monday of the week that holds a day.
#[must_use]
pub(super) fn monday(day: NaiveDate) -> NaiveDate {
    day.week(Weekday::Mon).checked_first_day().unwrap_or(day)
}

/// Midnight that begins the first of a month; months past 12 run into later years.
#[must_use]
pub(super) fn first_of(year: i32, month: u32) -> Option<NaiveDateTime> {
    let month = month.checked_sub(1)?;
    let year = year.checked_add(i32::try_from(month / 12).ok()?)?;
    Some(NaiveDate::from_ymd_opt(year, month % 12 + 1, 1)?.and_time(NaiveTime::MIN))
}

fn years(first: i32, count: i32) -> Option<Interval> {
    Some(Interval {
        start: first_of(first, 1)?,
        end: first_of(first + count, 1)?,
    })
}

fn months(year: i32, first: u32, count: u32) -> Option<Interval> {
    Some(Interval {
        start: first_of(year, first)?,
        end: first_of(year, first + count)?,
    })
}

fn days(first: NaiveDate, count: u64) -> Option<Interval> {
    let start = first.and_time(NaiveTime::MIN);
    Some(Interval {
        start,
        end: start.checked_add_days(Days::new(count))?,
    })
}

fn season_code(season: Season) -> &'static str {
    match season {
        Season::Spring => "SP",
        Season::Summer => "SU",
        Season::Autumn => "FA",
        Season::Winter => "WI",
        Season::Dry => "DRY",
        Season::Wet => "WET",
    }
}

/// First month and number of months.
fn season_months(season: Season) -> (u32, u32) {
    match season {
        Season::Spring => (3, 3),
        Season::Summer => (6, 3),
        Season::Autumn => (9, 3),
        Season::Winter => (12, 3),
        Season::Dry => (4, 6),
        Season::Wet => (10, 6),
    }
}

fn part_code(part: DayPart) -> &'static str {
    match part {
        DayPart::EarlyMorning => "DH",
        DayPart::Morning => "MO",
        DayPart::Midday => "MI",
        DayPart::Afternoon => "AF",
        DayPart::Evening => "EV",
        DayPart::Night => "NI",
    }
}

/// From and to, in minutes after midnight.
const fn part_minutes(part: DayPart) -> (i64, i64) {
    match part {
        DayPart::EarlyMorning => (0, 240),
        DayPart::Morning => (300, 660),
        DayPart::Midday => (660, 900),
        DayPart::Afternoon => (900, 1080),
        DayPart::Evening => (1050, 1140),
        DayPart::Night => (1080, 1440),
    }
}

/// Adds a day, `2024-01-09`.
fn write_day(out: &mut String, day: NaiveDate) {
    write_number(out, day.year(), 4);
    for number in [day.month(), day.day()] {
        out.push('-');
        write_digits(out, number, 2);
    }
}

/// Adds the week that begins on a Monday, `2024-W02`.
fn write_week(out: &mut String, monday: NaiveDate) {
    let week = monday.iso_week();
    write_number(out, week.year(), 4);
    out.push_str("-W");
    write_digits(out, week.week(), 2);
}

/// Adds a number of at least `width` digits, behind its sign if it is negative.
fn write_number(out: &mut String, number: i32, width: u32) {
    if number < 0 {
        out.push('-');
    }
    write_digits(out, number.unsigned_abs(), width);
}

/// Adds a number of at least `width` digits. Most of what is written for a time is this; by way of `format!` it was a
/// quarter of resolving.
fn write_digits(out: &mut String, number: u32, width: u32) {
    if number >= 10 || width > 1 {
        write_digits(out, number / 10, width.saturating_sub(1));
    }
    out.push(char::from_digit(number % 10, 10).unwrap_or('0'));
}

fn amount_value(amount: &Amount) -> String {
    match (amount.upto, amount.single()) {
        (Some(upto), Some((count, unit))) => {
            format!(
                "{}/{}",
                duration(&[(count, unit)]),
                duration(&[(upto, unit)])
            )
        }
        _ => duration(&amount.parts),
    }
}

/// `P4Y6M`, `PT2H30M`: a fraction goes into the next smaller unit.
fn duration(parts: &[(Count, Unit)]) -> String {
    let (mut date, mut time) = (String::new(), String::new());
    for (count, unit) in parts {
        let Count::Exact(thousandths) = count else {
            let (_, code, is_time) = code_of(*unit);
            let target = if is_time { &mut time } else { &mut date };
            target.push('X');
            target.push(code);
            continue;
        };
        let (factor, code, is_time) = code_of(*unit);
        let total = thousandths * factor;
        let (whole, rest) = (total / 1000, total % 1000);
        if code == 'S' && rest > 0 {
            let fraction = format!("{rest:03}");
            time.extend([&whole.to_string(), ".", fraction.trim_end_matches('0'), "S"]);
            continue;
        }
        let target = if is_time { &mut time } else { &mut date };
        if whole > 0 || rest == 0 {
            match u32::try_from(whole) {
                Ok(whole) => write_digits(target, whole, 1),
                Err(_) => target.push_str(&whole.to_string()),
            }
            target.push(code);
        }
        if rest > 0
            && let Some((per, smaller, smaller_is_time)) = smaller(code, is_time)
        {
            let target = if smaller_is_time {
                &mut time
            } else {
                &mut date
            };
            target.push_str(&((rest * per + 500) / 1000).to_string());
            target.push(smaller);
        }
    }
    if time.is_empty() {
        ["P", &date].concat()
    } else {
        ["P", &date, "T", &time].concat()
    }
}

/// How many of the TIMEX3 unit one is, its letter, and whether it stands behind `T`.
const fn code_of(unit: Unit) -> (i64, char, bool) {
    match unit {
        Unit::Second => (1, 'S', true),
        Unit::Minute => (1, 'M', true),
        Unit::Hour => (1, 'H', true),
        Unit::Night | Unit::Day => (1, 'D', false),
        Unit::Week | Unit::Weekend => (1, 'W', false),
        Unit::Month => (1, 'M', false),
        Unit::Quarter => (3, 'M', false),
        Unit::Trimester => (4, 'M', false),
        Unit::Half => (6, 'M', false),
        Unit::Year => (1, 'Y', false),
        Unit::Windu => (8, 'Y', false),
        Unit::Decade => (10, 'Y', false),
        Unit::Century => (100, 'Y', false),
        Unit::Millennium => (1000, 'Y', false),
    }
}

/// The next smaller unit: how many there are in one, its letter, whether it stands behind `T`.
const fn smaller(code: char, is_time: bool) -> Option<(i64, char, bool)> {
    match (code, is_time) {
        ('Y', _) => Some((12, 'M', false)),
        ('M', false) => Some((30, 'D', false)),
        ('W', _) => Some((7, 'D', false)),
        ('D', _) => Some((24, 'H', true)),
        ('H', _) => Some((60, 'M', true)),
        ('M', true) => Some((60, 'S', true)),
        _ => None,
    }
}

fn recurring_value(recurring: Recurring) -> String {
    match recurring {
        Recurring::Weekday(day, part) => {
            let part = part.map_or(String::new(), |Part { of_day, .. }| {
                format!("T{}", part_code(of_day))
            });
            format!("XXXX-WXX-{}{part}", day.number_from_monday())
        }
        Recurring::Weekdays(from, to, part) => {
            let day = |day| recurring_value(Recurring::Weekday(day, part));
            format!("{}/{}", day(from), day(to))
        }
        Recurring::Weekend => "XXXX-WXX-WE".to_owned(),
        Recurring::DayOfYear(month, day) => format!("XXXX-{month:02}-{day:02}"),
        Recurring::DayOfMonth(day) => format!("XXXX-XX-{day:02}"),
        Recurring::Month(month) => format!("XXXX-{month:02}"),
        Recurring::Part(part) => format!("XXXX-XX-XXT{}", part_code(part.of_day)),
        Recurring::Time(time) => format!("XXXX-XX-XXT{:02}:{:02}", time.hour, time.minute),
        Recurring::Period(count, unit) => duration(&[(count, unit)]),
    }
}
