//! The sentence around a mark.

use super::marked::Marked;
use crate::text::{Abbreviations, Span, sentences, tokenize};

/// The sentences of the zones of a text, in order.
pub(super) struct Sentences(Vec<Span>);

impl Sentences {
    pub(super) fn of(marked: &Marked<'_>, abbreviations: &Abbreviations) -> Self {
        let tokens = tokenize(marked.text);
        let mut spans = Vec::new();
        for zone in &marked.zones {
            let from = tokens.partition_point(|token| token.span.start() < zone.span.start());
            let to = tokens.partition_point(|token| token.span.end() <= zone.span.end());
            let own = tokens.get(from..to).unwrap_or_default();
            for range in sentences(marked.text, own, abbreviations) {
                let tokens = own.get(range).unwrap_or_default();
                if let (Some(first), Some(last)) = (tokens.first(), tokens.last()) {
                    spans.push(first.span.cover(last.span));
                }
            }
        }
        Self(spans)
    }

    /// The words of the sentence in which a span starts, in one line; outside the zones the span's own.
    pub(super) fn around(&self, span: Span, text: &str) -> String {
        let next = self
            .0
            .partition_point(|sentence| sentence.end() <= span.start());
        let sentence = self.0.get(next).filter(|it| it.start() <= span.start());
        let words = sentence.map_or(span, |it| it.cover(span)).of(text);
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
