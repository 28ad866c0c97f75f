//! Our values → values that the TIMEX3 of `TimeML` knows.

use super::marked::Time;
use crate::time::{Modifier, TimexKind};

/// Type, value and modifier as `TimeML` has them.
pub(super) struct Timex3 {
    pub(super) kind: &'static str,
    pub(super) value: String,
    pub(super) modifier: Option<&'static str>,
    /// First and last point, where the writer named both: `2–5 Mei 2023`.
    pub(super) points: Option<[Point; 2]>,
}

/// An end of a range.
pub(super) struct Point {
    pub(super) kind: &'static str,
    pub(super) value: String,
    pub(super) modifier: Option<&'static str>,
}

/// `TimeML` has no range of dates: it is a duration between two points. It has no range of amounts: that is the lesser
/// amount or more. It has no part of the day before dawn: that is the early morning. What has no value is unspecified
/// as far as it is unknown, `XXXX-XX-XX`.
pub(super) fn timex3(time: &Time<'_>) -> Timex3 {
    let modifier = time.modifier.map(Modifier::name);
    let value = time.record.value.as_deref().unwrap_or_default();
    if let Some((first, last)) = value.split_once('/') {
        if is_duration(first) && is_duration(last) {
            return Timex3 {
                kind: time.kind.name(),
                value: first.to_owned(),
                modifier: modifier.or(Some(Modifier::EqualOrMore.name())),
                points: None,
            };
        }
        if let Some(points) = point(first).zip(point(last)) {
            return Timex3 {
                kind: TimexKind::Duration.name(),
                value: length(time),
                modifier,
                points: Some(points.into()),
            };
        }
    }
    match point(value) {
        Some(point) => Timex3 {
            kind: time.kind.name(),
            value: point.value,
            modifier: modifier.or(point.modifier),
            points: None,
        },
        None if is_duration(value) || is_reference(value) => Timex3 {
            kind: time.kind.name(),
            value: value.to_owned(),
            modifier,
            points: None,
        },
        None => Timex3 {
            kind: time.kind.name(),
            value: unspecified(time).to_owned(),
            modifier,
            points: None,
        },
    }
}

/// How long the interval of a time is.
fn length(time: &Time<'_>) -> String {
    let between = time.earliest.zip(time.latest);
    let minutes = between.map_or(0, |(from, to)| (to - from).num_minutes());
    match minutes {
        ..=0 => "PXD".to_owned(),
        minutes if minutes % (24 * 60) == 0 => format!("P{}D", minutes / (24 * 60)),
        minutes if minutes % 60 == 0 => format!("PT{}H", minutes / 60),
        minutes => format!("PT{minutes}M"),
    }
}

/// The value of a time whose clock is unknown, or whose value `TimeML` does not know.
fn unspecified(time: &Time<'_>) -> &'static str {
    let record = time.record;
    let unit = record
        .granularity
        .as_ref()
        .or(record.derivation.unit.as_ref());
    let unit = unit.map_or("", |unit| unit);
    match time.kind {
        TimexKind::Duration | TimexKind::Set => match unit {
            "second" => "PTXS",
            "minute" => "PTXM",
            "hour" => "PTXH",
            "week" => "PXW",
            "month" => "PXM",
            "year" => "PXY",
            _ => "PXD",
        },
        TimexKind::Time => "XXXX-XX-XXTXX:XX",
        TimexKind::Date => match unit {
            "week" => "XXXX-WXX",
            "weekend" => "XXXX-WXX-WE",
            "month" => "XXXX-XX",
            "quarter" => "XXXX-QX",
            "half" => "XXXX-HX",
            "year" => "XXXX",
            _ => "XXXX-XX-XX",
        },
    }
}

/// A calendar value: a date, a time, or as much of one as is known.
fn point(value: &str) -> Option<Point> {
    let (date, clock) = match value.split_once('T') {
        Some((date, clock)) => (date, Some(clock)),
        None => (value, None),
    };
    // The seasons of the tropics are not among TIMEX3's four; their year is coarser and true.
    let date = date
        .strip_suffix("-DRY")
        .or(date.strip_suffix("-WET"))
        .unwrap_or(date);
    let early = clock == Some("DH");
    let fits = is_date(date) && (early || clock.is_none_or(is_clock));
    fits.then(|| Point {
        kind: clock.map_or(TimexKind::Date, |_| TimexKind::Time).name(),
        value: match clock {
            Some("DH") => format!("{date}TMO"),
            Some(clock) => format!("{date}T{clock}"),
            None => date.to_owned(),
        },
        modifier: early.then(|| Modifier::Start.name()),
    })
}

/// Digits, or X for each that is unknown.
fn is_number(part: &str, lengths: &[usize]) -> bool {
    let known = part.bytes().all(|byte| byte.is_ascii_digit());
    let unknown = part.bytes().all(|byte| byte == b'X');
    lengths.contains(&part.len()) && (known || unknown)
}

fn is_date(date: &str) -> bool {
    let mut parts = date.split('-');
    let year = parts.next().unwrap_or_default();
    // A year, a decade or a century.
    let digits = year.strip_prefix("BC").unwrap_or(year);
    if !is_number(digits, &[2, 3, 4]) {
        return false;
    }
    let rest: Vec<&str> = parts.collect();
    match rest.as_slice() {
        [] => true,
        _ if digits.len() < 4 => false,
        [month] if is_number(month, &[2]) => true,
        [part] => match part.split_at_checked(1) {
            Some(("W", week)) => is_number(week, &[2]),
            Some(("Q" | "H", number)) => matches!(number, "1" | "2" | "3" | "4" | "X"),
            _ => matches!(*part, "SP" | "SU" | "FA" | "WI"),
        },
        [part, day] => match part.strip_prefix('W') {
            Some(week) => is_number(week, &[2]) && (*day == "WE" || is_number(day, &[1])),
            None => is_number(part, &[2]) && is_number(day, &[2]),
        },
        _ => false,
    }
}

fn is_clock(clock: &str) -> bool {
    if matches!(clock, "MO" | "MI" | "AF" | "EV" | "NI" | "DT") {
        return true;
    }
    let mut parts = clock.split(':');
    let numbers = parts.clone().count();
    (1..=3).contains(&numbers) && parts.all(|part| is_number(part, &[2]))
}

/// `P3D`, `PT90M`, `P1Y6M`, `PXW`, `P1DE`.
fn is_duration(value: &str) -> bool {
    let Some(rest) = value.strip_prefix('P') else {
        return false;
    };
    let (date, clock) = match rest.split_once('T') {
        Some((date, clock)) => (date, Some(clock)),
        None => (rest, None),
    };
    let clock = clock.is_none_or(|clock| !clock.is_empty() && are_amounts(clock, &["H", "M", "S"]));
    let units = ["Y", "M", "W", "D", "Q", "DE", "CE", "ML"];
    rest.len() > 1 && are_amounts(date, &units) && clock
}

fn are_amounts(mut rest: &str, units: &[&str]) -> bool {
    while !rest.is_empty() {
        let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        let behind = if digits.len() == rest.len() {
            rest.strip_prefix('X')
        } else {
            Some(digits)
        };
        let Some(behind) = behind else { return false };
        let letters = behind.trim_start_matches(|c: char| c.is_ascii_uppercase() && c != 'X');
        let unit = behind.strip_suffix(letters).unwrap_or_default();
        if !units.contains(&unit) {
            return false;
        }
        rest = letters;
    }
    true
}

fn is_reference(value: &str) -> bool {
    matches!(value, "PAST_REF" | "PRESENT_REF" | "FUTURE_REF")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calendar_values() {
        for value in [
            "2024",
            "199",
            "18",
            "BC0250",
            "2024-01",
            "2024-01-09",
            "XXXX-12-25",
            "2024-W02",
            "2024-W02-WE",
            "XXXX-WXX-1",
            "2024-Q3",
            "2024-H1",
            "2023-SU",
            "2024-01-09TNI",
            "2024-01-10T11:25",
            "2024-01-10T24:00",
            "XXXX-XX-XXT07:00",
            "2024-01-10T11:25:30",
        ] {
            assert!(point(value).is_some(), "{value}");
        }
        for value in [
            "",
            "2024-1",
            "24-01-09",
            "kemarin",
            "2024-01-09TXY",
            "2024-01-09T",
            "PAST_REF",
            "P3D",
            "2024-01-09T11:25<",
            "2024-é",
            "2024-Q5",
            "2024-01-09-01",
        ] {
            assert!(point(value).is_none(), "{value}");
        }
        let dry = point("2023-DRY").map(|point| point.value);
        assert_eq!(dry.as_deref(), Some("2023"));
        let dawn = point("2024-01-10TDH").map(|point| (point.value, point.modifier));
        assert_eq!(dawn, Some(("2024-01-10TMO".to_owned(), Some("START"))));
    }

    #[test]
    fn durations() {
        for value in [
            "P3D", "PT90M", "P1Y6M", "PXW", "P1DE", "P2DT3H", "PTXH", "P2.5Y",
        ] {
            assert!(is_duration(value), "{value}");
        }
        for value in ["P", "PT", "P3", "3D", "PD", "P1X", "P3D/P4D", "P1H", "PTXX"] {
            assert!(!is_duration(value), "{value}");
        }
    }
}
