//! Lines → zones, by an ordered table of rules.

use super::{Related, Sentence, Zone, ZoneKind};
use crate::text::{Abbreviations, Span, Token, TokenKind};

/// What the words of one line alone can say of it; a language makes the table.
#[derive(Debug)]
pub struct LineRules {
    /// Says what a line looks like by its own words.
    pub sense: fn(&str) -> Option<LineSense>,
}

/// What a line looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineSense {
    /// Its likely kind.
    pub kind: LineKind,
}

/// Kinds of line that its own words give away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// A label or name of a writer or editor.
    Byline,
}

pub(super) fn zones(text: &str, tokens: &[Token], _rules: &LineRules) -> (Vec<Zone>, Vec<Related>) {
    let mut zones: Vec<Zone> = Vec::new();
    let mut open: Option<usize> = None;
    for (index, token) in tokens.iter().enumerate() {
        if token.kind == TokenKind::Break {
            open = None;
        } else if let Some(zone) = open.and_then(|i| zones.get_mut(i)) {
            zone.span = zone.span.cover(token.span);
            zone.tokens.end = index + 1;
        } else {
            open = Some(zones.len());
            let span = Span::new(token.span.start(), token.span.end());
            zones.push(Zone {
                span,
                tokens: index..index + 1,
                kind: ZoneKind::Body,
                related: None,
                dateline: None,
            });
        }
    }
    let _ = text;
    (zones, Vec::new())
}

pub(super) fn sentences(
    text: &str,
    tokens: &[Token],
    zones: &[Zone],
    abbreviations: &Abbreviations,
) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for (zone, part) in zones.iter().enumerate() {
        let own = tokens.get(part.tokens.clone()).unwrap_or_default();
        for range in crate::text::sentences(text, own, abbreviations, |_| true) {
            let tokens = range.start + part.tokens.start..range.end + part.tokens.start;
            sentences.push(Sentence { tokens, zone });
        }
    }
    sentences
}
