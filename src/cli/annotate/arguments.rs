//! What `sorot annotate` can be told.

use chrono::FixedOffset;
use clap::{Args, ValueEnum};
use sorot::text::OffsetUnit;
use sorot::time::Clock;
use std::path::PathBuf;

/// What `annotate` can be told.
#[derive(Args, Debug)]
pub(crate) struct Arguments {
    /// The article, as plain text in UTF-8; `-` or nothing reads standard input
    pub(super) file: Option<PathBuf>,

    /// When the article was published, `2024-01-10T11:25+07:00`; without it the text is searched
    #[arg(long, value_name = "INSTANT", conflicts_with = "jsonl")]
    pub(super) published: Option<Clock>,

    /// When the page was read: stamps in its list of related articles count from here
    #[arg(long, value_name = "INSTANT", conflicts_with = "jsonl")]
    pub(super) captured: Option<Clock>,

    /// The offset of the document, in which its clock times are read and results are written
    #[arg(long, value_name = "±HH:MM", value_parser = offset, allow_hyphen_values = true)]
    pub(super) offset: Option<FixedOffset>,

    /// What the offsets of the result count
    #[arg(long, value_enum, value_name = "UNIT", default_value_t)]
    pub(super) offsets: Unit,

    /// The form of the result
    #[arg(
        long,
        value_enum,
        value_name = "FORM",
        default_value_t,
        conflicts_with = "jsonl"
    )]
    pub(super) format: Format,

    /// Read one `{"id","text","published"?,"captured"?}` a line and write one document a line, in the same order
    #[arg(long)]
    pub(super) jsonl: bool,
}

/// What offsets count.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(super) enum Unit {
    /// Unicode code points.
    #[default]
    Chars,
    /// Bytes of UTF-8.
    Bytes,
    /// Code units of UTF-16.
    Utf16,
}

impl From<Unit> for OffsetUnit {
    fn from(unit: Unit) -> Self {
        match unit {
            Unit::Chars => Self::Chars,
            Unit::Bytes => Self::Bytes,
            Unit::Utf16 => Self::Utf16,
        }
    }
}

/// Forms of a result.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(super) enum Format {
    /// The article with marks, to read in a terminal.
    #[default]
    Text,
    /// The document `sorot/1`.
    Json,
}

/// `+07:00`. The parser takes other forms and ignores what follows them, so the form is checked.
pub(in crate::cli) fn offset(given: &str) -> Result<FixedOffset, String> {
    let parsed = given.parse().ok();
    parsed
        .filter(|offset: &FixedOffset| offset.to_string() == given)
        .ok_or_else(|| format!("{given:?} is not an offset from UTC; write it as +07:00"))
}
