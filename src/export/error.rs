//! What is wrong with a document.

use std::fmt;

/// Why a document cannot be exported: the place in it, and what is wrong there.
///
/// ```text
/// timexes[3].end: 120 is past the end of the text, which has 100
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportError {
    place: String,
    problem: String,
}

impl ExportError {
    pub(super) fn new(place: impl Into<String>, problem: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            problem: problem.into(),
        }
    }

    /// The same error in a part of what it was found in.
    pub(super) fn inside(self, place: &str) -> Self {
        Self {
            place: format!("{place}.{}", self.place),
            ..self
        }
    }
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.problem)
    }
}

impl std::error::Error for ExportError {}
