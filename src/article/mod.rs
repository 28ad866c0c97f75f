//! A pasted page: its tokens, its zones, its sentences, its list of related articles.
//!
//! In: the text. Out: an [`Article`], whose [`Zone`]s partition the non-blank lines. Zones are decided before any
//! annotation and never look at one; they say which clock counts and what the page shows.
//! Start with [`Article::read`], then `zoning.rs`.

mod cards;
mod dateline;
mod dates;
mod line;
mod marks;
mod names;
mod outline;
mod page;
mod paragraphs;
mod rules;
mod zone;
mod zoning;

pub use rules::{At, DateWord, LineRules, LineSense};
pub use zone::{Related, Sentence, Zone, ZoneKind};

use crate::text::{Abbreviations, Token, tokenize};
use std::borrow::Cow;

/// A text that has been read: cut into tokens, zones and sentences. Nothing in it depends on a clock.
#[derive(Debug)]
pub struct Article<'t> {
    /// The text, untouched.
    pub text: Cow<'t, str>,
    /// Every token, line ends included.
    pub tokens: Vec<Token>,
    /// The sentences, in order; each lies in one zone.
    pub sentences: Vec<Sentence>,
    /// The zones, in order; every non-blank line lies in exactly one.
    pub zones: Vec<Zone>,
    /// The teasers of the related list, in order.
    pub related: Vec<Related>,
}

impl<'t> Article<'t> {
    /// The longest text that is read; what lies beyond is left alone. Spans are 32-bit.
    pub const MAX_BYTES: usize = u32::MAX as usize - 1;

    /// Reads a text. Never fails: a text that looks like no article is one zone of body a paragraph.
    #[must_use]
    pub fn read(
        text: impl Into<Cow<'t, str>>,
        rules: &LineRules,
        abbreviations: &Abbreviations,
    ) -> Self {
        let text = text.into();
        let read = text
            .get(..text.floor_char_boundary(Self::MAX_BYTES))
            .unwrap_or_default();
        let tokens = tokenize(read);
        let (zones, related) = zoning::zones(read, &tokens, rules);
        let sentences = sentences(read, &tokens, &zones, abbreviations);
        Self {
            text,
            tokens,
            sentences,
            zones,
            related,
        }
    }
}

/// The sentences of each zone; a line end inside a zone ends none.
fn sentences(
    text: &str,
    tokens: &[Token],
    zones: &[Zone],
    abbreviations: &Abbreviations,
) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for (zone, part) in zones.iter().enumerate() {
        let own = tokens.get(part.tokens.clone()).unwrap_or_default();
        for range in crate::text::sentences(text, own, abbreviations) {
            let tokens = range.start + part.tokens.start..range.end + part.tokens.start;
            sentences.push(Sentence { tokens, zone });
        }
    }
    sentences
}
