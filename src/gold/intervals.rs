//! The right intervals of times: a table beside a time gold file, `NAME.intervals.tsv` beside `NAME.gold`.

use super::GoldError;
use crate::time::{Clock, ClockError};
use std::collections::HashMap;

/// The right intervals of the times of a gold file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Intervals {
    /// By the id of the case, in the order of its times.
    cases: HashMap<String, Vec<Option<WantedInterval>>>,
}

/// A right interval, half open; an open side is `None`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WantedInterval {
    /// Its start.
    pub earliest: Option<Clock>,
    /// Its end.
    pub latest: Option<Clock>,
}

impl Intervals {
    /// Reads a table: id, words, type, value, mod, earliest, latest, with `-` for none; one line a time, in order.
    ///
    /// # Errors
    ///
    /// What cannot be read, with file and line.
    pub fn read(file: &str, content: &str) -> Result<Self, GoldError> {
        let mut intervals = Self::default();
        for (index, line) in content.lines().enumerate() {
            let wrong = |message: String| GoldError::new(file, index + 1, message);
            let fields: Vec<&str> = line.split('\t').collect();
            let [id, .., earliest, latest] = fields.as_slice() else {
                return Err(wrong("too few columns".to_owned()));
            };
            let side = |value: &str| -> Result<Option<Clock>, ClockError> {
                match value {
                    "-" => Ok(None),
                    value => value.parse().map(Some),
                }
            };
            let wanted = WantedInterval {
                earliest: side(earliest).map_err(|error| wrong(error.to_string()))?,
                latest: side(latest).map_err(|error| wrong(error.to_string()))?,
            };
            let known = wanted.earliest.is_some() || wanted.latest.is_some();
            let case = intervals.cases.entry((*id).to_owned()).or_default();
            case.push(known.then_some(wanted));
        }
        Ok(intervals)
    }

    /// The interval of the time at `index` of a case, if it has one.
    #[must_use]
    pub fn get(&self, id: &str, index: usize) -> Option<&WantedInterval> {
        self.cases.get(id)?.get(index)?.as_ref()
    }
}

impl WantedInterval {
    /// Whether the instants of a result are these.
    #[must_use]
    pub fn is(&self, earliest: Option<&str>, latest: Option<&str>) -> bool {
        let same = |wanted: Option<Clock>, given: Option<&str>| match (wanted, given) {
            (None, None) => true,
            (Some(wanted), Some(given)) => given
                .parse()
                .is_ok_and(|given: Clock| given.at == wanted.at),
            _ => false,
        };
        same(self.earliest, earliest) && same(self.latest, latest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_may_be_open_and_offsets_differ() {
        let table = "a\tpekan lalu\tDATE\t2024-W01\t-\t2024-01-01T00:00+07:00\t2024-01-08T00:00+07:00\n\
                     a\tsetiap Senin\tSET\tXXXX-WXX-1\tEVERY\t-\t-\n\
                     a\tsebelum 2024\tDATE\t2024\tBEFORE\t-\t2025-01-01T00:00+07:00\n";
        let intervals = Intervals::read("t.tsv", table).unwrap();
        let week = intervals.get("a", 0).unwrap();
        assert!(week.is(
            Some("2023-12-31T17:00+00:00"),
            Some("2024-01-08T00:00+07:00")
        ));
        assert!(!week.is(Some("2024-01-01T00:00+07:00"), None));
        assert!(intervals.get("a", 1).is_none());
        assert!(
            intervals
                .get("a", 2)
                .unwrap()
                .is(None, Some("2025-01-01T00:00+07:00"))
        );
    }

    #[test]
    fn errors_name_file_and_line() {
        let error = Intervals::read("t.tsv", "a\tb\t-\t-\nrusak").unwrap_err();
        assert_eq!(error.to_string(), "t.tsv:2: too few columns");
    }
}
