//! The table of formats.

use super::document::Document;
use super::error::ExportError;
use super::marked::Marked;
use super::words::Words;
use super::{csv, html, ics, markdown, timeml, webanno};
use crate::text::{Abbreviations, OffsetUnit};
use chrono::{DateTime, FixedOffset};
use std::fmt;
use std::str::FromStr;

/// A form that other programs read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// A table, a row a mark: RFC 4180, with no cell that a spreadsheet would take for a formula.
    Csv,
    /// `TimeML` 1.2.1: the text with a `TIMEX3` around each time.
    TimeMl,
    /// W3C Web Annotations in JSON-LD, which find their places again by position and by quotation.
    WebAnno,
    /// One page that needs nothing else: the text as it is, with its names and times marked.
    Html,
    /// The article with its times in footnotes and a list of its names.
    Markdown,
    /// iCalendar (RFC 5545): an event for every time that a calendar can hold.
    Ics,
}

/// What the table says of a format.
struct Entry {
    name: &'static str,
    extension: &'static str,
    media_type: &'static str,
    write: fn(&Marked<'_>, &ExportOptions) -> Result<String, ExportError>,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 6] = [
        Self::Csv,
        Self::TimeMl,
        Self::WebAnno,
        Self::Html,
        Self::Markdown,
        Self::Ics,
    ];

    /// The table.
    const fn entry(self) -> Entry {
        match self {
            Self::Csv => Entry {
                name: "csv",
                extension: "csv",
                media_type: "text/csv",
                write: |marked, options| Ok(csv::write(marked, options)),
            },
            Self::TimeMl => Entry {
                name: "timeml",
                extension: "tml",
                media_type: "application/xml",
                write: |marked, _| Ok(timeml::write(marked)),
            },
            Self::WebAnno => Entry {
                name: "webanno",
                extension: "jsonld",
                media_type: "application/ld+json",
                write: |marked, _| Ok(webanno::write(marked)),
            },
            Self::Html => Entry {
                name: "html",
                extension: "html",
                media_type: "text/html",
                write: |marked, options| Ok(html::write(marked, &options.words)),
            },
            Self::Markdown => Entry {
                name: "markdown",
                extension: "md",
                media_type: "text/markdown",
                write: |marked, options| Ok(markdown::write(marked, &options.words)),
            },
            Self::Ics => Entry {
                name: "ics",
                extension: "ics",
                media_type: "text/calendar",
                write: ics::write,
            },
        }
    }

    /// The name by which it is asked for: `csv`, `timeml`, ….
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.entry().name
    }

    /// How a file of it is called: `csv`, `tml`, ….
    #[must_use]
    pub const fn extension(self) -> &'static str {
        self.entry().extension
    }

    /// Its media type, always in UTF-8.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        self.entry().media_type
    }
}

/// The name of a format.
///
/// ```
/// use sorot::export::Format;
/// assert_eq!("ics".parse(), Ok(Format::Ics));
/// let error = "pdf".parse::<Format>().unwrap_err().to_string();
/// assert_eq!(error, "\"pdf\" is no format; there are csv, timeml, webanno, html, markdown, ics");
/// ```
impl FromStr for Format {
    type Err = FormatError;

    fn from_str(name: &str) -> Result<Self, FormatError> {
        let format = Self::ALL.into_iter().find(|format| format.name() == name);
        format.ok_or_else(|| FormatError(name.to_owned()))
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A name that no format has; says which there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormatError(String);

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = Format::ALL.map(Format::name).join(", ");
        write!(f, "{:?} is no format; there are {names}", self.0)
    }
}

impl std::error::Error for FormatError {}

/// What can be said about an export beside its format.
#[derive(Clone, Debug, Default)]
pub struct ExportOptions {
    /// What stands between the columns of `csv`.
    pub separator: Separator,
    /// When the export is made, for `ics`; without it the captured or the published clock stands for it.
    pub made: Option<DateTime<FixedOffset>>,
    /// The words that are added to the text's own.
    pub words: Words,
    /// The words whose dot ends no sentence, for formats that quote sentences.
    pub abbreviations: Abbreviations,
}

/// What stands between columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Separator {
    /// RFC 4180.
    #[default]
    Comma,
    /// What spreadsheets expect where the comma is in numbers, as in Indonesia.
    Semicolon,
}

/// Writes a document in another form.
///
/// The document may have been changed by a person: names and times added, removed, corrected; clusters merged; whole
/// kinds left out. `text` is the text that it is about, and `unit` what its offsets count.
///
/// ```
/// use sorot::export::{Document, ExportOptions, Format, export};
/// use sorot::{Annotator, Options, text::OffsetUnit};
/// let text = "Gempa terjadi pada 14 Maret 2023.";
/// let annotations = Annotator::indonesian().annotate(text, &Options::default());
/// let document = Document::new(text, &annotations, OffsetUnit::Chars);
/// let page = export(text, &document, OffsetUnit::Chars, Format::Html, &ExportOptions::default())?;
/// assert!(page.contains(r#"<time datetime="2023-03-14""#));
/// # Ok::<(), sorot::export::ExportError>(())
/// ```
///
/// # Errors
///
/// An error names the place in the document, if something there is not as it must be, above all if a mark does not lie
/// in the text; or says what the format cannot do without.
pub fn export(
    text: &str,
    document: &Document,
    unit: OffsetUnit,
    format: Format,
    options: &ExportOptions,
) -> Result<String, ExportError> {
    let marked = Marked::new(text, document, unit)?;
    (format.entry().write)(&marked, options)
}
