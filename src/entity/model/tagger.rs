//! A model at work on a text: what it found out of a word is kept for the word's next place.

use super::sentence::Sentence;
use super::views::Views;
use super::weights::{Model, Reading};
use super::word::Words;
use crate::entity::lists::NameLists;
use crate::text::Token;

/// Finds the names of one sentence after the other.
#[derive(Debug)]
pub(in crate::entity) struct Tagger<'m> {
    model: &'m Model,
    words: Words<'m>,
    views: Views,
    sentence: Sentence,
}

/// The most tokens that are labelled at once; a longer sentence is cut.
const LONGEST: usize = 512;

/// How many different words are kept.
const KEPT: usize = 4096;

impl<'m> Tagger<'m> {
    pub(in crate::entity) fn new(model: &'m Model, lists: &'m NameLists) -> Self {
        Self {
            model,
            words: Words::new(lists),
            views: Views::default(),
            sentence: Sentence::default(),
        }
    }

    /// The names of a sentence of `text`.
    pub(in crate::entity) fn find(&mut self, text: &str, tokens: &[Token]) -> Reading {
        let mut found = Reading::default();
        for part in tokens.chunks(LONGEST) {
            if self.words.count() > KEPT {
                self.words.clear();
                self.views.clear();
            }
            self.sentence.read(text, part, &mut self.words);
            let read = self.model.find_with(&self.sentence, &mut self.views);
            let start = found.outside.len();
            found.names.extend(read.names.into_iter().map(|mut name| {
                name.chunk.tokens = name.chunk.tokens.start + start..name.chunk.tokens.end + start;
                name
            }));
            found.outside.extend(read.outside);
        }
        found
    }
}
