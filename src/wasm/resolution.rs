//! The part of a result that clocks change.

use crate::export::{Document, EvidenceRecord, RelatedRecord, TimexRecord, WarningRecord};
use serde::{Deserialize, Serialize};
use tsify::Tsify;

/// The part of a [`Document`] that clocks change. Zones, names and the places of the times stay as they were.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct Resolution {
    /// When the article was published.
    pub published: Option<String>,
    /// How that is known.
    pub published_evidence: Option<EvidenceRecord>,
    /// When the page was read.
    pub captured: Option<String>,
    /// The document's offset from UTC, `+07:00`.
    pub offset: String,
    /// The times, in text order.
    pub timexes: Vec<TimexRecord>,
    /// The related list.
    pub related: Vec<RelatedRecord>,
    /// What a reader should check.
    pub warnings: Vec<WarningRecord>,
}

impl From<Document> for Resolution {
    fn from(document: Document) -> Self {
        Self {
            published: document.published,
            published_evidence: document.published_evidence,
            captured: document.captured,
            offset: document.offset,
            timexes: document.timexes,
            related: document.related,
            warnings: document.warnings,
        }
    }
}
