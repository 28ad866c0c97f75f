//! The two clocks: when the article was published, and when the page was captured.

use crate::text::Span;
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};
use std::fmt;
use std::str::FromStr;

/// A moment that relative times count from.
///
/// ```
/// use sorot::time::Clock;
/// let clock: Clock = "2024-01-10T11:25+07:00".parse()?;
/// assert_eq!(clock.to_string(), "2024-01-10T11:25+07:00");
/// assert!("kemarin".parse::<Clock>().is_err());
/// # Ok::<(), sorot::time::ClockError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// The instant, in the offset it was written in.
    pub at: DateTime<FixedOffset>,
    /// Whether only the day is known; `at` is then noon, and nothing finer than a day counts from it.
    pub day_only: bool,
}

impl Clock {
    /// A clock known to the minute.
    #[must_use]
    pub const fn new(at: DateTime<FixedOffset>) -> Self {
        Self {
            at,
            day_only: false,
        }
    }

    /// A clock of which only the day is known.
    #[must_use]
    pub fn day(date: NaiveDate, offset: FixedOffset) -> Option<Self> {
        let noon = date.and_hms_opt(12, 0, 0)?;
        let at = noon.and_local_timezone(offset).single()?;
        Some(Self { at, day_only: true })
    }
}

/// `YYYY-MM-DDTHH:MM±hh:mm`, with seconds only where there are any.
impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&instant(&self.at))
    }
}

/// An instant as results write it: `YYYY-MM-DDTHH:MM±hh:mm`, with `:SS` only where it has seconds.
pub(crate) fn instant(at: &DateTime<FixedOffset>) -> String {
    let seconds = chrono::Timelike::second(at) != 0;
    let format = if seconds {
        "%Y-%m-%dT%H:%M:%S%:z"
    } else {
        "%Y-%m-%dT%H:%M%:z"
    };
    at.format(format).to_string()
}

/// ISO 8601: date, `T` or a space, clock, and an offset (`Z`, `+07:00`, `+0700`); or a date alone.
/// An instant without an offset is read as UTC+07:00 (WIB).
impl FromStr for Clock {
    type Err = ClockError;

    fn from_str(s: &str) -> Result<Self, ClockError> {
        let error = || ClockError {
            given: s.to_owned(),
        };
        let wib = FixedOffset::east_opt(7 * 3600).ok_or_else(error)?;
        let s = s.trim();
        if let Ok(date) = NaiveDate::parse_from_str(s, "%Y-%m-%d") {
            return Self::day(date, wib).ok_or_else(error);
        }
        let normal = s.replacen(' ', "T", 1).replace('Z', "+00:00");
        for format in ["%Y-%m-%dT%H:%M:%S%.f%z", "%Y-%m-%dT%H:%M%z"] {
            if let Ok(at) = DateTime::parse_from_str(&normal, format) {
                return Ok(Self::new(at));
            }
        }
        for format in ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%dT%H:%M"] {
            if let Ok(at) = NaiveDateTime::parse_from_str(&normal, format)
                && let Some(at) = at.and_local_timezone(wib).single()
            {
                return Ok(Self::new(at));
            }
        }
        Err(error())
    }
}

/// A string that is no instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockError {
    given: String,
}

impl fmt::Display for ClockError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:?} is not an instant; write it as 2024-01-10T11:25+07:00 or 2024-01-10",
            self.given
        )
    }
}

impl std::error::Error for ClockError {}

/// The two clocks of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clocks {
    /// When the article was published: times in the body count from here.
    pub published: Option<Clock>,
    /// How that is known; set by [`resolve`](super::resolve).
    pub evidence: Option<Evidence>,
    /// When the page was read or copied: stamps in the related list count from here. Never guessed.
    pub captured: Option<Clock>,
}

/// How the published clock is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Where the text says so, if it does.
    pub span: Option<Span>,
    /// What kind of place that is.
    pub source: EvidenceSource,
}

/// What the published clock was taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvidenceSource {
    /// The publication line.
    Dateline,
    /// The line of the last change, where there is no publication line.
    Updated,
    /// The latest date of a speech, `Selasa (9/1/2024)`, where there is neither.
    Attribution,
    /// Data about the page.
    Metadata,
    /// The caller.
    Given,
}

impl EvidenceSource {
    /// The name in results.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dateline => "dateline",
            Self::Updated => "updated",
            Self::Attribution => "attribution",
            Self::Metadata => "metadata",
            Self::Given => "given",
        }
    }
}
