//! What an annotator is given of a gold case.

use super::GoldError;
use crate::annotator::{Annotator, Options};
use crate::export::Document;
use crate::text::OffsetUnit;
use crate::time::{Clock, Clocks};

/// A text and what is known of its page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Case {
    /// Its name, unique in the file.
    pub id: String,
    /// Its line in the file, from 1.
    pub line: usize,
    /// The text, without marks.
    pub text: String,
    /// When it was published, if the annotator is told.
    pub published: Option<Clock>,
    /// When the page was read, if that is known.
    pub captured: Option<Clock>,
}

impl Case {
    /// The answer of an annotator, with offsets in code points.
    #[must_use]
    pub fn answer(&self, annotator: &Annotator) -> Document {
        let options = Options {
            clocks: Clocks {
                published: self.published,
                evidence: None,
                captured: self.captured,
            },
            offset: None,
        };
        let annotations = annotator.annotate(&self.text, &options);
        Document::new(&self.text, &annotations, OffsetUnit::Chars)
    }
}

/// The name and value of a header line, `@published 2024-01-10T11:25+07:00`.
pub(super) fn header(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.strip_prefix('@')?.split_once(char::is_whitespace)?;
    let value = value.trim();
    (!value.is_empty() && !value.contains(char::is_whitespace)).then_some((name, value))
}

/// The name in a line that opens a case, `# id: v001` or `# id: v001 (a note)`.
pub(super) fn id(line: &str) -> Option<&str> {
    let rest = line.strip_prefix('#')?.trim_start().strip_prefix("id:")?;
    let mut words = rest.split_whitespace();
    let id = words.next()?;
    let note = rest.trim_start().strip_prefix(id)?.trim();
    (note.is_empty() || note.starts_with('(') && note.ends_with(')')).then_some(id)
}

/// The clock of a header line.
pub(super) fn clock(file: &str, line: usize, value: &str) -> Result<Clock, GoldError> {
    value
        .parse()
        .map_err(|error: crate::time::ClockError| GoldError::new(file, line, error.to_string()))
}

/// Whether a name has been given to a case before.
pub(super) fn check_unique<'c>(
    file: &str,
    cases: impl IntoIterator<Item = &'c Case>,
) -> Result<(), GoldError> {
    let mut seen = std::collections::HashSet::new();
    for case in cases {
        if !seen.insert(&case.id) {
            let message = format!("the id {:?} is already taken", case.id);
            return Err(GoldError::new(file, case.line, message));
        }
    }
    Ok(())
}
