//! The result in the forms that other programs read.
//!
//! In: [`Annotations`](crate::Annotations). Out: a [`Document`], the one shape of a result, with the offsets its
//! reader counts in; or [`flat`] marks, for a display of one layer.

mod document;
mod flat;

pub use document::{
    AlternativeRecord, ClusterRecord, DerivationRecord, Document, DocumentId, EntityRecord,
    EvidenceRecord, NestedRecord, Range, RelatedRecord, Resolution, RoleRecord, TimexRecord,
    WarningRecord, ZoneRecord,
};
pub use flat::{FlatMark, Marking, flat};
