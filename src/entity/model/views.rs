//! What a word says to the tokens around it, weighed once for all its places.

use super::features::{REACH, VIEWS, emit_place, emit_word};
use super::sentence::Sentence;
use super::weights::Model;
use super::word::{BORDER, Word};

/// The scores that words give to the tokens around them, by their numbers.
#[derive(Debug, Default)]
pub(super) struct Views {
    /// For every number where its scores begin, plus one; 0 where they are not known yet.
    starts: Vec<u32>,
    /// For every word a row of labels a view.
    scores: Vec<i32>,
}

impl Views {
    pub(super) fn clear(&mut self) {
        self.starts.clear();
        self.scores.clear();
    }

    /// The scores of a sentence: a row of labels for every token.
    pub(super) fn scores(&mut self, model: &Model, sentence: &Sentence) -> Vec<i32> {
        let width = model.labels().count();
        let length = sentence.len();
        let mut scores = vec![0; length * width];
        // The words of the sentence, and the borders that its first and last tokens see.
        for index in 0..length + 2 * REACH {
            let place = index.checked_sub(REACH);
            let place = place.and_then(|at| sentence.places.get(at));
            let word = place.map_or(&BORDER, |place| &place.word);
            let views = self.views(model, word, width);
            for (view, row) in views.chunks_exact(width).enumerate() {
                let Some(at) = index.checked_sub(view) else {
                    break;
                };
                let cells = scores.get_mut(at * width..(at + 1) * width);
                for (cell, score) in cells.unwrap_or_default().iter_mut().zip(row) {
                    *cell += score;
                }
            }
        }
        for (at, row) in scores.chunks_exact_mut(width).enumerate() {
            emit_place(sentence, at, &mut |_, feature| model.add(feature, row));
        }
        scores
    }

    /// What a word says to the tokens that see it, a row of labels a view.
    fn views(&mut self, model: &Model, word: &Word, width: usize) -> &[i32] {
        let id = word.id as usize;
        if self.starts.len() <= id {
            self.starts.resize(id + 1, 0);
        }
        let known = self.starts.get(id).copied().unwrap_or_default() as usize;
        let start = if let Some(start) = known.checked_sub(1) {
            start
        } else {
            let start = self.scores.len();
            self.scores.resize(start + VIEWS * width, 0);
            let rows = self.scores.get_mut(start..).unwrap_or_default();
            for (view, row) in rows.chunks_exact_mut(width).enumerate() {
                emit_word(word, view, &mut |_, feature| model.add(feature, row));
            }
            if let Some(cell) = self.starts.get_mut(id) {
                *cell = u32::try_from(start + 1).unwrap_or_default();
            }
            start
        };
        let end = start + VIEWS * width;
        self.scores.get(start..end).unwrap_or_default()
    }
}
