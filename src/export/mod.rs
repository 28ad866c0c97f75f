//! The result in the forms that other programs read.
//!
//! In: [`Annotations`](crate::Annotations). Out: a [`Document`], the one shape of a result, with the offsets its
//! reader counts in; or [`flat`] marks, for a display of one layer. A document in turn, a person's corrections in it or
//! not, goes into [`export`] and comes out in a [`Format`] that other programs know: a file each, in one table,
//! `format.rs`. All of them write from the same checked view of it, `marked.rs`.

mod csv;
mod digest;
mod document;
mod error;
mod flat;
mod format;
mod html;
mod ics;
mod json;
mod markdown;
mod marked;
mod markup;
mod quotes;
mod sentences;
mod timeml;
mod timex3;
mod webanno;
mod words;

pub use document::{
    AlternativeRecord, ClusterRecord, DerivationRecord, Document, DocumentId, EntityRecord,
    EvidenceRecord, NestedRecord, Range, RelatedRecord, Resolution, RoleRecord, TimexRecord,
    WarningRecord, ZoneRecord,
};
pub use error::ExportError;
pub use flat::{FlatMark, Marking, flat};
pub use format::{ExportOptions, Format, FormatError, Separator, export};
pub use words::Words;
