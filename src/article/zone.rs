//! What the parts of a page are.

use crate::text::Span;
use std::ops::Range;

/// A stretch of whole lines with one purpose. Several lines only where they are one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    /// From the first to the last character that is not white space.
    pub span: Span,
    /// The tokens of the span, line ends between its lines included.
    pub tokens: Range<usize>,
    /// Its purpose.
    pub kind: ZoneKind,
    /// The teaser of the related list it belongs to: an index into [`Article::related`](super::Article::related).
    pub related: Option<usize>,
    /// The place dateline that opens it: `TEMPO.CO, Jakarta -`. Only in [`ZoneKind::Body`].
    pub dateline: Option<Span>,
}

/// The purpose of a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ZoneKind {
    /// The title, and lines above it that announce it.
    Headline,
    /// Who wrote and edited it: labels and names.
    Byline,
    /// When it was published: `Rabu, 10 Januari 2024 11:25 WIB`.
    Published,
    /// When it was changed: `Diperbarui 10 Jan 2024, 12:02 WIB`.
    Updated,
    /// What a picture shows, with its credit.
    Caption,
    /// The text.
    Body,
    /// A line that points to another article: `Baca juga: …`.
    CrossLink,
    /// The heading of the related list: `Berita terkait`.
    RelatedHead,
    /// A headline in the related list, also when it is printed a second time.
    TeaserHeadline,
    /// When a teaser appeared: a line that is only `3 jam lalu`.
    TeaserStamp,
    /// The line or two under a teaser's headline.
    TeaserSummary,
    /// Where the text came from, at its end: `REUTERS`, `(abc/def)`.
    SignOff,
    /// What the site prints on every page: `Advertising`, `Baca Selengkapnya`, copyright.
    Boilerplate,
    /// Keywords.
    Tags,
}

impl ZoneKind {
    /// Every kind.
    pub const ALL: [Self; 14] = [
        Self::Headline,
        Self::Byline,
        Self::Published,
        Self::Updated,
        Self::Caption,
        Self::Body,
        Self::CrossLink,
        Self::RelatedHead,
        Self::TeaserHeadline,
        Self::TeaserStamp,
        Self::TeaserSummary,
        Self::SignOff,
        Self::Boilerplate,
        Self::Tags,
    ];

    /// The name in results (OUTPUT): `headline`, `teaserStamp`, ….
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Byline => "byline",
            Self::Published => "published",
            Self::Updated => "updated",
            Self::Caption => "caption",
            Self::Body => "body",
            Self::CrossLink => "crossLink",
            Self::RelatedHead => "relatedHead",
            Self::TeaserHeadline => "teaserHeadline",
            Self::TeaserStamp => "teaserStamp",
            Self::TeaserSummary => "teaserSummary",
            Self::SignOff => "signOff",
            Self::Boilerplate => "boilerplate",
            Self::Tags => "tags",
        }
    }
}

/// A sentence: a range of tokens within one zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Indices into [`Article::tokens`](super::Article::tokens).
    pub tokens: Range<usize>,
    /// Index into [`Article::zones`](super::Article::zones).
    pub zone: usize,
}

/// One article of the related list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Its headline, where it first stands.
    pub headline: Span,
    /// The line that says how long ago it appeared.
    pub stamp: Option<Span>,
    /// The line under it that sums it up.
    pub summary: Option<Span>,
    /// The headline again, where the site prints it twice.
    pub duplicates: Vec<Span>,
}
