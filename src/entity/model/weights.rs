//! A trained model, and how it finds names.

use super::features::FINGERPRINT_BITS;
use super::labels::{Chunk, Labels};
use super::lattice::Lattice;
use super::sentence::Sentence;
use super::views::Views;
use std::ops::Range;

/// By how much the score for no name must lie above all others for a token to be in none whatever stands beside it: what a
/// transition adds or takes is far less.
const PLAIN: f32 = 9.0;

/// A linear-chain conditional random field: weights of features and transitions, read from a file.
#[derive(Debug, PartialEq)]
pub struct Model {
    pub(super) labels: Labels,
    /// What the model was trained on.
    pub(super) note: String,
    pub(super) scale: f32,
    /// From row to column; the last row is the start of a sentence. Not the scale of `weights`.
    pub(super) transitions: Vec<f32>,
    /// Sorted, without repeats.
    pub(super) fingerprints: Vec<u32>,
    /// Where the weights of a feature begin; one more than there are features.
    pub(super) starts: Vec<u32>,
    /// The label of every weight.
    pub(super) columns: Vec<u8>,
    pub(super) weights: Vec<i8>,
    /// The transitions as factors.
    steps: Vec<f32>,
    /// Transitions and factors where a token in no name stands before.
    inner: (Vec<f32>, Vec<f32>),
    /// Where the features begin whose fingerprints open with the same bits; one more than there are such openings.
    openings: Vec<u32>,
    /// A bit for some more bits of every fingerprint: most features of a text are in no model, and this is small enough
    /// to be at hand.
    sieve: Vec<u64>,
}

/// How many bits of a fingerprint the sieve looks at.
const SIEVE_BITS: u32 = 18;

/// By how many of its first bits a fingerprint is looked for.
const OPENING_BITS: u32 = 12;

/// A name that the model found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Its tokens and kind.
    pub chunk: Chunk,
    /// How probable its labels are, from 0 to 1.
    pub confidence: f32,
}

/// What a model says of a sentence.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The names, in order.
    pub names: Vec<Found>,
    /// How probable it is of every token that it is in no name.
    pub outside: Vec<f32>,
}

/// The parts of a model before it is put in order for look-up.
#[derive(Debug)]
pub(super) struct Parts {
    pub(super) labels: Labels,
    pub(super) note: String,
    pub(super) scale: f32,
    pub(super) transitions: Vec<f32>,
    pub(super) fingerprints: Vec<u32>,
    pub(super) starts: Vec<u32>,
    pub(super) columns: Vec<u8>,
    pub(super) weights: Vec<i8>,
}

impl Model {
    pub(super) fn new(parts: Parts) -> Self {
        let mut openings = Vec::with_capacity((1 << OPENING_BITS) + 1);
        let mut count = 0;
        for opening in 0..=1_u32 << OPENING_BITS {
            let rest = parts.fingerprints.get(count..).unwrap_or_default();
            let below = |of: &u32| of >> (FINGERPRINT_BITS - OPENING_BITS) < opening;
            count += rest.iter().take_while(|of| below(of)).count();
            openings.push(u32::try_from(count).unwrap_or(u32::MAX));
        }
        let mut sieve = vec![0; 1 << (SIEVE_BITS - 6)];
        for fingerprint in &parts.fingerprints {
            let (cell, bit) = sieved(*fingerprint);
            if let Some(cell) = sieve.get_mut(cell) {
                *cell |= bit;
            }
        }
        let width = parts.labels.count();
        let mut inner = parts.transitions.clone();
        inner.copy_within(..width, width * width);
        let factors = |steps: &[f32]| steps.iter().map(|step| step.exp()).collect();
        Self {
            steps: factors(&parts.transitions),
            inner: (inner.clone(), factors(&inner)),
            labels: parts.labels,
            note: parts.note,
            scale: parts.scale,
            transitions: parts.transitions,
            fingerprints: parts.fingerprints,
            starts: parts.starts,
            columns: parts.columns,
            weights: parts.weights,
            openings,
            sieve,
        }
    }

    /// Its labels.
    #[must_use]
    pub const fn labels(&self) -> &Labels {
        &self.labels
    }

    /// What it was trained on.
    #[must_use]
    pub fn note(&self) -> &str {
        &self.note
    }

    /// How many features have a weight.
    #[must_use]
    pub const fn features(&self) -> usize {
        self.fingerprints.len()
    }

    /// The labels of a sentence's tokens on the best path.
    #[must_use]
    pub fn label(&self, sentence: &Sentence) -> Vec<usize> {
        let scores = self.scores(sentence, &mut Views::default());
        let mut labels = vec![0; sentence.len()];
        for (tokens, lattice) in self.islands(&scores) {
            if let Some(cells) = labels.get_mut(tokens) {
                cells.copy_from_slice(&lattice.best());
            }
        }
        labels
    }

    /// The names of a sentence, each with the least marginal probability of its tokens' labels.
    #[must_use]
    pub fn find(&self, sentence: &Sentence) -> Reading {
        self.find_with(sentence, &mut Views::default())
    }

    /// The same, with what was found out of the words before.
    pub(super) fn find_with(&self, sentence: &Sentence, views: &mut Views) -> Reading {
        let scores = self.scores(sentence, views);
        let mut found = Reading {
            names: Vec::new(),
            outside: vec![1.0; sentence.len()],
        };
        for (tokens, lattice) in self.islands(&scores) {
            let path = lattice.best();
            let marginals = lattice.marginals(false);
            let rows = marginals.states.chunks_exact(lattice.labels);
            let outside = rows.filter_map(<[f32]>::first);
            let cells = found.outside.get_mut(tokens.clone());
            for (cell, sure) in cells.unwrap_or_default().iter_mut().zip(outside) {
                *cell = *sure;
            }
            let sure = |at: usize, label: usize| {
                let cell = marginals.states.get(at * lattice.labels + label);
                cell.copied().unwrap_or_default()
            };
            for mut chunk in Labels::decode(&path) {
                let inside = 2 + 2 * chunk.kind;
                let stops = match path.get(chunk.tokens.end) {
                    Some(_) => 1.0 - sure(chunk.tokens.end, inside),
                    None => 1.0,
                };
                let confidence = chunk
                    .tokens
                    .clone()
                    .zip(path.get(chunk.tokens.clone()).unwrap_or_default())
                    .map(|(at, label)| sure(at, *label))
                    .fold(stops, f32::min);
                let start = tokens.start;
                chunk.tokens = chunk.tokens.start + start..chunk.tokens.end + start;
                found.names.push(Found { chunk, confidence });
            }
        }
        found
    }

    /// The scores of a sentence: a row of labels for every token.
    fn scores(&self, sentence: &Sentence, views: &mut Views) -> Vec<f32> {
        let scores = views.scores(self, sentence);
        scores.into_iter().map(|score| self.scaled(score)).collect()
    }

    /// The stretches of tokens that may hold names, each with the token behind it and with its lattice. Between them every
    /// token is in no name whatever its neighbours are, which is most of a text.
    fn islands(&self, scores: &[f32]) -> Vec<(Range<usize>, Lattice<'_>)> {
        let width = self.labels.count();
        let plain = |row: &[f32]| {
            let rest = row
                .iter()
                .skip(1)
                .copied()
                .fold(f32::NEG_INFINITY, f32::max);
            row.first().is_some_and(|outside| outside - rest > PLAIN)
        };
        let mut islands = Vec::new();
        let mut open: Option<usize> = None;
        let length = scores.len() / width;
        for (at, row) in scores.chunks_exact(width).enumerate() {
            let is_plain = plain(row);
            if open.is_none() && !is_plain {
                open = Some(at);
            }
            let Some(start) = open else { continue };
            if is_plain || at + 1 == length {
                let states = scores.get(start * width..(at + 1) * width);
                let (transitions, steps) = if start == 0 {
                    (&self.transitions, &self.steps)
                } else {
                    (&self.inner.0, &self.inner.1)
                };
                let lattice = Lattice {
                    labels: width,
                    states: states.unwrap_or_default().to_vec(),
                    transitions,
                    steps,
                };
                islands.push((start..at + 1, lattice));
                open = None;
            }
        }
        islands
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "some hundred weights of eight bits"
    )]
    fn scaled(&self, score: i32) -> f32 {
        score as f32 * self.scale
    }

    /// The score for no name of a token that stands in none whatever its features are.
    #[expect(clippy::cast_possible_truncation, reason = "some thousands")]
    pub(super) fn certain(&self) -> i32 {
        (2.0 * PLAIN / self.scale).ceil() as i32
    }

    /// Adds the weights of a feature to the scores of a token.
    pub(super) fn add(&self, feature: u32, row: &mut [i32]) {
        let (cell, bit) = sieved(feature);
        if self.sieve.get(cell).is_none_or(|cell| cell & bit == 0) {
            return;
        }
        let opening = (feature >> (FINGERPRINT_BITS - OPENING_BITS)) as usize;
        let Some([first, end]) = self.openings.get(opening..opening + 2) else {
            return;
        };
        let near = self.fingerprints.get(*first as usize..*end as usize);
        let Some(at) = near.and_then(|near| near.iter().position(|of| *of == feature)) else {
            return;
        };
        let at = *first as usize + at;
        let Some([start, end]) = self.starts.get(at..at + 2) else {
            return;
        };
        let range = *start as usize..*end as usize;
        let columns = self.columns.get(range.clone()).unwrap_or_default();
        let weights = self.weights.get(range).unwrap_or_default();
        for (column, weight) in columns.iter().zip(weights) {
            if let Some(cell) = row.get_mut(usize::from(*column)) {
                *cell += i32::from(*weight);
            }
        }
    }
}

/// The cell and bit of a fingerprint in the sieve.
const fn sieved(fingerprint: u32) -> (usize, u64) {
    let bits = fingerprint >> (FINGERPRINT_BITS - SIEVE_BITS);
    ((bits >> 6) as usize, 1 << (bits & 63))
}
