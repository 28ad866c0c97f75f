//! What a word says to the tokens around it, weighed once for all its places.

use super::features::{REACH, VIEWS, emit_place, emit_word};
use super::sentence::Sentence;
use super::weights::Model;
use super::word::{BORDER, Word};

/// The scores that words give to the tokens around them, by their numbers.
#[derive(Debug, Default)]
pub(super) struct Views {
    /// For every number which of its views are known, a bit each.
    known: Vec<u8>,
    /// For every number a row of labels a view.
    scores: Vec<i32>,
}

impl Views {
    pub(super) fn clear(&mut self) {
        self.known.clear();
        self.scores.clear();
    }

    /// The scores of a sentence: a row of labels for every token. A token that nothing nearby makes part of a name is not
    /// weighed: most of a text.
    pub(super) fn scores(&mut self, model: &Model, sentence: &Sentence) -> Vec<i32> {
        let width = model.labels().count();
        let mut scores = vec![0; sentence.len() * width];
        for (at, row) in scores.chunks_exact_mut(width).enumerate() {
            if !sentence.may_name(at) {
                if let Some(outside) = row.first_mut() {
                    *outside = model.certain();
                }
                continue;
            }
            for view in 0..VIEWS {
                let place = (at + view).checked_sub(REACH);
                let place = place.and_then(|at| sentence.places.get(at));
                let word = place.map_or(&BORDER, |place| &place.word);
                for (cell, score) in row.iter_mut().zip(self.view(model, word, view, width)) {
                    *cell += score;
                }
            }
            emit_place(sentence, at, &mut |_, feature| model.add(feature, row));
        }
        scores
    }

    /// What a word says to the token that sees it as its `view`.
    fn view(&mut self, model: &Model, word: &Word, view: usize, width: usize) -> &[i32] {
        let id = word.id as usize;
        if self.known.len() <= id {
            self.known.resize(id + 1, 0);
            self.scores.resize((id + 1) * VIEWS * width, 0);
        }
        let start = (id * VIEWS + view) * width;
        let Some(row) = self.scores.get_mut(start..start + width) else {
            return &[];
        };
        if let Some(known) = self.known.get_mut(id)
            && *known & (1 << view) == 0
        {
            *known |= 1 << view;
            emit_word(word, view, &mut |_, feature| model.add(feature, row));
        }
        row
    }
}
