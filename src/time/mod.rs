//! Times: what was written, and when that was.
//!
//! In: an [`Article`](crate::article::Article). Out of [`find`]: [`Found`] expressions, which no clock has touched.
//! Out of [`resolve`]: [`Timex`]es under one pair of [`Clocks`]. Another pair of clocks is one more call of `resolve`.
//! Knows nothing of names. Start with `expression.rs`.

mod clock;
mod timex;

pub(crate) use clock::instant;
pub use clock::{Clock, ClockError, Clocks, Evidence, EvidenceSource};
pub use timex::{
    Alternative, Anchor, Bound, Derivation, DerivationClock, Direction, Granularity, Modifier,
    Timex, TimexKind, TimexRole, Warning, WarningKind,
};

use crate::article::Article;
use chrono::FixedOffset;

/// The words and grammar by which a language's times are found.
#[derive(Debug, Default)]
pub struct TimeGrammar {}

/// An expression that was found: not yet resolved.
#[derive(Clone, Debug)]
pub struct Found {}

/// The times of an article under one pair of clocks.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolved {
    /// In text order, without overlap.
    pub timexes: Vec<Timex>,
    /// The clocks used: as given, or as found in the text.
    pub clocks: Clocks,
    /// The offset of the document.
    pub offset: FixedOffset,
    /// What is doubtful about the clocks.
    pub warnings: Vec<Warning>,
}

/// Finds the time expressions of an article.
#[must_use]
pub fn find(_article: &Article<'_>, _grammar: &TimeGrammar) -> Vec<Found> {
    Vec::new()
}

/// Resolves found expressions under the given clocks; a clock that is not given is looked for in the text
/// (`published`) or stays unknown (`captured`).
#[must_use]
pub fn resolve(
    _article: &Article<'_>,
    _found: &[Found],
    given: &Clocks,
    offset: Option<FixedOffset>,
    _grammar: &TimeGrammar,
) -> Resolved {
    let offset = offset
        .or(given.published.map(|c| *c.at.offset()))
        .or(FixedOffset::east_opt(25_200));
    let offset = offset.unwrap_or_else(|| chrono::Offset::fix(&chrono::Utc));
    Resolved {
        timexes: Vec::new(),
        clocks: given.clone(),
        offset,
        warnings: Vec::new(),
    }
}
