//! Instants and intervals in words: `10 Jan 2024`, `1–7 Jan 2024`, `14 May 2024 08:00–09:00`.

use chrono::{DateTime, Datelike, Duration, FixedOffset, NaiveDate, Timelike};

type Instant = DateTime<FixedOffset>;

/// `10 Jan 2024 11:25 +07:00`.
pub(super) fn instant(at: &Instant) -> String {
    at.format("%-d %b %Y %H:%M %:z").to_string()
}

/// A half-open interval as a person writes it; `None` where both sides are open.
pub(super) fn interval(earliest: Option<&Instant>, latest: Option<&Instant>) -> Option<String> {
    match (earliest, latest) {
        (Some(from), Some(to)) if is_midnight(from) && is_midnight(to) => Some(days(from, to)),
        (Some(from), Some(to)) => Some(hours(from, to)),
        (Some(from), None) => Some(format!("from {}", moment(from))),
        (None, Some(to)) => Some(format!("before {}", moment(to))),
        (None, None) => None,
    }
}

/// An ISO 8601 duration as a person writes it: `P1Y6M` is `1 year 6 months`. What is no plain duration stays as it is.
pub(super) fn duration(value: &str) -> String {
    in_words(value).unwrap_or_else(|| value.to_owned())
}

fn in_words(value: &str) -> Option<String> {
    let (days, clock) = match value.strip_prefix('P')?.split_once('T') {
        Some((days, clock)) => (days, clock),
        None => (value.strip_prefix('P')?, ""),
    };
    let mut words = Vec::new();
    amounts(
        days,
        &[('Y', "year"), ('M', "month"), ('W', "week"), ('D', "day")],
        &mut words,
    )?;
    amounts(
        clock,
        &[('H', "hour"), ('M', "minute"), ('S', "second")],
        &mut words,
    )?;
    (!words.is_empty()).then(|| words.join(" "))
}

fn amounts(part: &str, units: &[(char, &str)], words: &mut Vec<String>) -> Option<()> {
    for amount in part.split_inclusive(|c: char| c.is_ascii_alphabetic()) {
        let letter = amount.chars().next_back()?;
        let number = amount.strip_suffix(letter)?;
        let (_, unit) = units.iter().find(|(known, _)| *known == letter)?;
        let plain = number
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.');
        if number.is_empty() || !plain {
            return None;
        }
        let plural = if number == "1" { "" } else { "s" };
        words.push(format!("{number} {unit}{plural}"));
    }
    Some(())
}

/// An interval of whole days, the last of them named rather than the midnight after it.
fn days(from: &Instant, to: &Instant) -> String {
    let first = from.date_naive();
    let last = (*to - Duration::nanoseconds(1)).date_naive();
    let starts = |date: NaiveDate| date.day() == 1;
    let ends = to.day() == 1;
    let (months, years) = (starts(first) && ends, starts(first) && first.month() == 1);
    let years = years && ends && to.month() == 1;
    if last <= first {
        return date(first);
    }
    match (first, last) {
        (a, b) if years && a.year() == b.year() => a.format("%Y").to_string(),
        (a, b) if years => format!("{}–{}", a.format("%Y"), b.format("%Y")),
        (a, b) if months && same_month(a, b) => a.format("%b %Y").to_string(),
        (a, b) if months && a.year() == b.year() => {
            format!("{}–{}", a.format("%b"), b.format("%b %Y"))
        }
        (a, b) if months => format!("{} – {}", a.format("%b %Y"), b.format("%b %Y")),
        (a, b) if same_month(a, b) => format!("{}–{}", a.day(), date(b)),
        (a, b) if a.year() == b.year() => format!("{} – {}", a.format("%-d %b"), date(b)),
        (a, b) => format!("{} – {}", date(a), date(b)),
    }
}

/// An interval with hours in it: a single minute is one moment.
fn hours(from: &Instant, to: &Instant) -> String {
    let first = from.date_naive();
    let last = (*to - Duration::nanoseconds(1)).date_naive();
    if *to - *from <= Duration::minutes(1) {
        moment(from)
    } else if first == last {
        let end = if is_midnight(to) {
            "24:00".to_owned()
        } else {
            clock(to)
        };
        format!("{} {}–{end}", date(first), clock(from))
    } else {
        format!("{} – {}", moment(from), moment(to))
    }
}

fn moment(at: &Instant) -> String {
    let date = date(at.date_naive());
    if is_midnight(at) {
        date
    } else {
        format!("{date} {}", clock(at))
    }
}

fn date(date: NaiveDate) -> String {
    date.format("%-d %b %Y").to_string()
}

fn clock(at: &Instant) -> String {
    at.format("%H:%M").to_string()
}

fn is_midnight(at: &Instant) -> bool {
    at.num_seconds_from_midnight() == 0
}

fn same_month(a: NaiveDate, b: NaiveDate) -> bool {
    (a.year(), a.month()) == (b.year(), b.month())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(from: &str, to: &str) -> String {
        let at = |text: &str| {
            let full = if text.len() > 10 {
                format!("{text}:00+07:00")
            } else {
                format!("{text}T00:00:00+07:00")
            };
            full.parse::<Instant>().unwrap()
        };
        interval(Some(&at(from)), Some(&at(to))).unwrap()
    }

    #[test]
    fn intervals() {
        for (from, to, words) in [
            ("2024-01-10", "2024-01-11", "10 Jan 2024"),
            ("2024-01-01", "2024-01-08", "1–7 Jan 2024"),
            ("2024-01-29", "2024-02-05", "29 Jan – 4 Feb 2024"),
            ("2023-12-25", "2024-01-01", "25–31 Dec 2023"),
            ("2023-12-29", "2024-01-03", "29 Dec 2023 – 2 Jan 2024"),
            ("2021-04-01", "2021-05-01", "Apr 2021"),
            ("2023-07-01", "2023-10-01", "Jul–Sep 2023"),
            ("2023-11-01", "2024-02-01", "Nov 2023 – Jan 2024"),
            ("2023-01-01", "2024-01-01", "2023"),
            ("1990-01-01", "2000-01-01", "1990–1999"),
            ("2024-01-10T11:25", "2024-01-10T11:26", "10 Jan 2024 11:25"),
            ("2024-01-09T18:00", "2024-01-10", "9 Jan 2024 18:00–24:00"),
            (
                "2024-05-14T08:00",
                "2024-05-14T09:00",
                "14 May 2024 08:00–09:00",
            ),
            (
                "2024-05-13T23:30",
                "2024-05-14T00:30",
                "13 May 2024 23:30 – 14 May 2024 00:30",
            ),
        ] {
            assert_eq!(between(from, to), words);
        }
    }

    #[test]
    fn open_sides() {
        let at = "2015-01-01T00:00:00+07:00".parse().unwrap();
        assert_eq!(interval(Some(&at), None).unwrap(), "from 1 Jan 2015");
        assert_eq!(interval(None, Some(&at)).unwrap(), "before 1 Jan 2015");
        assert_eq!(interval(None, None), None);
    }

    #[test]
    fn durations() {
        for (value, words) in [
            ("P3D", "3 days"),
            ("P1Y6M", "1 year 6 months"),
            ("PT90M", "90 minutes"),
            ("P2.5Y", "2.5 years"),
            ("PXD", "PXD"),
            ("P1DE", "P1DE"),
            ("P", "P"),
        ] {
            assert_eq!(duration(value), words);
        }
    }
}
