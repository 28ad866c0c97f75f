//! The result in the forms that other programs read.
//!
//! In: [`Annotations`](crate::Annotations). Out: a [`Document`], the one shape of a result, with the offsets its
//! reader counts in.

mod document;

pub use document::{
    AlternativeRecord, ClusterRecord, DerivationRecord, Document, DocumentId, EntityRecord,
    EvidenceRecord, NestedRecord, Range, RelatedRecord, RoleRecord, TimexRecord, WarningRecord,
    ZoneRecord,
};
