//! The words that an export adds to the text's own.

use super::marked::Instant;
use crate::entity::EntityKind;
use chrono::{Datelike, Duration, NaiveDate, Timelike};
use serde::Deserialize;

#[cfg(target_family = "wasm")]
use tsify::Tsify;

/// The words that an export for readers adds to those of the text. English, unless others are given.
///
/// ```
/// use sorot::export::Words;
/// let at = |text: &str| text.parse().ok();
/// let (monday, next) = (at("2024-01-01T00:00:00+07:00"), at("2024-01-08T00:00:00+07:00"));
/// let words = Words::default();
/// assert_eq!(words.interval(monday.as_ref(), next.as_ref()).as_deref(), Some("1–7 Jan 2024"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Words {
    /// ISO 639-1 code of the language of these words.
    pub language: String,
    /// The months from January, short.
    pub months: [String; 12],
    /// What stands between hours and minutes.
    pub clock: String,
    /// Before the first moment of an open interval.
    pub from: String,
    /// Before the end of an open interval.
    pub before: String,
    /// The published clock.
    pub published: String,
    /// The captured clock.
    pub captured: String,
    /// The heading of the names.
    pub names: String,
    /// The kinds of names: persons, organisations, places, events, laws, works, groups, money, quantities.
    pub kinds: [String; 9],
    /// A time that was written in full.
    pub date: String,
    /// A time that was counted from a clock.
    pub relative: String,
    /// A duration or a set.
    pub duration: String,
}

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

const KINDS: [&str; 9] = [
    "Persons",
    "Organisations",
    "Places",
    "Events",
    "Laws",
    "Works",
    "Groups",
    "Money",
    "Quantities",
];

impl Default for Words {
    fn default() -> Self {
        Self {
            language: "en".to_owned(),
            months: MONTHS.map(str::to_owned),
            clock: ":".to_owned(),
            from: "from".to_owned(),
            before: "before".to_owned(),
            published: "Published".to_owned(),
            captured: "Captured".to_owned(),
            names: "Names".to_owned(),
            kinds: KINDS.map(str::to_owned),
            date: "Dates".to_owned(),
            relative: "Relative times".to_owned(),
            duration: "Durations".to_owned(),
        }
    }
}

impl Words {
    /// The word for a kind of name.
    #[must_use]
    pub fn kind(&self, kind: EntityKind) -> &str {
        let index = EntityKind::ALL.iter().position(|known| *known == kind);
        index
            .and_then(|index| self.kinds.get(index))
            .map_or(kind.code(), |word| word)
    }

    /// `10 Jan 2024 11:25 +07:00`.
    #[must_use]
    pub fn instant(&self, at: &Instant) -> String {
        let date = self.date_of(at.date_naive());
        format!("{date} {} {}", self.clock_of(at), at.offset())
    }

    /// A half-open interval as a person writes it: `1–7 Jan 2024`, `14 May 2024 08:00–09:00`; `None` where both sides
    /// are open.
    #[must_use]
    pub fn interval(&self, earliest: Option<&Instant>, latest: Option<&Instant>) -> Option<String> {
        match (earliest, latest) {
            (Some(from), Some(to)) if is_midnight(from) && is_midnight(to) => {
                Some(self.days(from, to))
            }
            (Some(from), Some(to)) => Some(self.hours(from, to)),
            (Some(from), None) => Some(format!("{} {}", self.from, self.moment(from))),
            (None, Some(to)) => Some(format!("{} {}", self.before, self.moment(to))),
            (None, None) => None,
        }
    }

    /// An interval of whole days, the last of them named rather than the midnight after it.
    fn days(&self, from: &Instant, to: &Instant) -> String {
        let (first, last) = (from.date_naive(), last_day(to));
        let months = first.day() == 1 && to.day() == 1;
        let years = months && first.month() == 1 && to.month() == 1;
        let month = |date| self.month_of(date);
        if last <= first {
            return self.date_of(first);
        }
        match (first, last) {
            (a, b) if years && a.year() == b.year() => a.year().to_string(),
            (a, b) if years => format!("{}–{}", a.year(), b.year()),
            (a, b) if months && same_month(a, b) => format!("{} {}", month(a), a.year()),
            (a, b) if months && a.year() == b.year() => {
                format!("{}–{} {}", month(a), month(b), b.year())
            }
            (a, b) if months => {
                format!("{} {} – {} {}", month(a), a.year(), month(b), b.year())
            }
            (a, b) if same_month(a, b) => format!("{}–{}", a.day(), self.date_of(b)),
            (a, b) if a.year() == b.year() => {
                format!("{} {} – {}", a.day(), month(a), self.date_of(b))
            }
            (a, b) => format!("{} – {}", self.date_of(a), self.date_of(b)),
        }
    }

    /// An interval with hours in it: a single minute is one moment.
    fn hours(&self, from: &Instant, to: &Instant) -> String {
        let (first, last) = (from.date_naive(), last_day(to));
        if *to - *from <= Duration::minutes(1) {
            self.moment(from)
        } else if first == last {
            let end = if is_midnight(to) {
                format!("24{}00", self.clock)
            } else {
                self.clock_of(to)
            };
            format!("{} {}–{end}", self.date_of(first), self.clock_of(from))
        } else {
            format!("{} – {}", self.moment(from), self.moment(to))
        }
    }

    fn moment(&self, at: &Instant) -> String {
        let date = self.date_of(at.date_naive());
        if is_midnight(at) {
            date
        } else {
            format!("{date} {}", self.clock_of(at))
        }
    }

    fn date_of(&self, date: NaiveDate) -> String {
        format!("{} {} {}", date.day(), self.month_of(date), date.year())
    }

    fn month_of(&self, date: NaiveDate) -> &str {
        let month = self.months.get(date.month0() as usize);
        month.map_or("", |month| month)
    }

    fn clock_of(&self, at: &Instant) -> String {
        format!("{:02}{}{:02}", at.hour(), self.clock, at.minute())
    }
}

fn last_day(end: &Instant) -> NaiveDate {
    (*end - Duration::nanoseconds(1)).date_naive()
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
        let words = Words::default();
        words.interval(Some(&at(from)), Some(&at(to))).unwrap()
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
        let interval = |a, b| Words::default().interval(a, b);
        assert_eq!(interval(Some(&at), None).unwrap(), "from 1 Jan 2015");
        assert_eq!(interval(None, Some(&at)).unwrap(), "before 1 Jan 2015");
        assert_eq!(interval(None, None), None);
    }
}
