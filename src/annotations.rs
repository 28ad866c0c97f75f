//! The result: what was found in an article under its clocks.

use crate::article::{Related, Zone};
use crate::entity::Names;
use crate::time::{Clocks, Timex, Warning};
use chrono::FixedOffset;

/// What was found in an article. Spans are bytes; [`Document`](crate::export::Document) is the same with the offsets
/// and names that files and JavaScript use.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotations {
    /// ISO 639-1 code of the language that was read.
    pub language: &'static str,
    /// The zones of the page, in order.
    pub zones: Vec<Zone>,
    /// The teasers of the related list.
    pub related: Vec<Related>,
    /// The times, in text order, without overlap among themselves.
    pub timexes: Vec<Timex>,
    /// The names, in text order, without overlap among themselves. Times and names are two layers and may overlap.
    pub names: Names,
    /// The clocks used: as given, or as found.
    pub clocks: Clocks,
    /// The offset of the document.
    pub offset: FixedOffset,
    /// What a reader should check.
    pub warnings: Vec<Warning>,
}
