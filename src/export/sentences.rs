//! The sentence around a mark.

use super::marked::Marked;
use crate::text::{Abbreviations, Span, sentences, tokenize};

/// The sentences of a text, in order.
pub(super) struct Sentences(Vec<Span>);

impl Sentences {
    pub(super) fn of(marked: &Marked<'_>, abbreviations: &Abbreviations) -> Self {
        let tokens = tokenize(marked.text);
        let start_of = |index: usize| tokens.get(index).map_or(0, |token| token.span.start());
        // The lines of one zone are one paragraph.
        let joins = |index| marked.zone_at(start_of(index)).is_some();
        let ranges = sentences(marked.text, &tokens, abbreviations, joins);
        let spans = ranges.into_iter().filter_map(|range| {
            let tokens = tokens.get(range)?;
            Some(tokens.first()?.span.cover(tokens.last()?.span))
        });
        Self(spans.collect())
    }

    /// The words of the sentence in which a span starts, in one line.
    pub(super) fn around(&self, span: Span, text: &str) -> String {
        let next = self
            .0
            .partition_point(|sentence| sentence.end() <= span.start());
        let sentence = self.0.get(next).filter(|it| it.start() <= span.start());
        let words = sentence.map_or(span, |it| it.cover(span)).of(text);
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
