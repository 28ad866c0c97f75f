//! What `sorot annotate` can be told.

use crate::cli::known::Known;
use chrono::FixedOffset;
use clap::{Args, ValueEnum};
use sorot::export::{Format, Separator};
use sorot::text::OffsetUnit;
use std::path::PathBuf;

/// What `annotate` can be told.
#[derive(Args, Debug)]
pub(crate) struct Arguments {
    /// The article, as plain text in UTF-8; `-` or nothing reads standard input
    pub(super) file: Option<PathBuf>,

    #[command(flatten)]
    pub(super) known: Known,

    /// What the offsets of JSON count
    #[arg(long, value_enum, value_name = "UNIT", default_value_t)]
    pub(super) offsets: Unit,

    /// The form of the result: text, json, csv, timeml, webanno, html, markdown or ics
    #[arg(
        long,
        value_name = "FORM",
        value_parser = form,
        default_value = "text",
        conflicts_with = "jsonl"
    )]
    pub(super) format: Form,

    /// What stands between the columns of csv
    #[arg(long, value_enum, value_name = "NAME", default_value_t)]
    pub(super) separator: Column,

    /// Read one `{"id","text","published"?,"captured"?}` a line and write one document a line, in the same order
    #[arg(long, conflicts_with_all = ["published", "captured"])]
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

/// What stands between columns.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(super) enum Column {
    /// `,`, as RFC 4180 has it.
    #[default]
    Comma,
    /// `;`, as spreadsheets expect it where numbers have the comma.
    Semicolon,
}

impl From<Column> for Separator {
    fn from(column: Column) -> Self {
        match column {
            Column::Comma => Self::Comma,
            Column::Semicolon => Self::Semicolon,
        }
    }
}

/// Forms of a result.
#[derive(Clone, Copy, Debug)]
pub(super) enum Form {
    /// The article with marks, to read in a terminal.
    Text,
    /// The document `sorot/1`.
    Json,
    /// What another program reads.
    Other(Format),
}

/// A form by its name.
pub(super) fn form(name: &str) -> Result<Form, String> {
    match name {
        "text" => Ok(Form::Text),
        "json" => Ok(Form::Json),
        other => other.parse().map(Form::Other).map_err(|_| {
            let others = Format::ALL.map(Format::name).join(", ");
            format!("there are text, json, {others}")
        }),
    }
}

/// `+07:00`. The parser takes other forms and ignores what follows them, so the form is checked.
pub(in crate::cli) fn offset(given: &str) -> Result<FixedOffset, String> {
    let parsed = given.parse().ok();
    parsed
        .filter(|offset: &FixedOffset| offset.to_string() == given)
        .ok_or_else(|| format!("{given:?} is not an offset from UTC; write it as +07:00"))
}
