//! A trained model, and how it finds names.

use super::features::{FINGERPRINT_BITS, emit};
use super::labels::{Chunk, Labels};
use super::lattice::Lattice;
use super::sentence::Sentence;

/// The most tokens that are labelled at once; a longer sentence is cut.
const LONGEST: usize = 512;

/// Bits of a fingerprint by which its place is found; the rest is compared.
const BUCKET_BITS: u32 = 15;

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
    /// The first feature of every bucket; one more than there are buckets.
    buckets: Vec<u32>,
}

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
        let mut buckets = Vec::with_capacity((1 << BUCKET_BITS) + 1);
        let mut at = 0_u32;
        let mut rest = parts.fingerprints.as_slice();
        for bucket in 0..1_u32 << BUCKET_BITS {
            buckets.push(at);
            let count = rest.iter().take_while(|f| bucket_of(**f) == bucket).count();
            at += u32::try_from(count).unwrap_or_default();
            rest = rest.get(count..).unwrap_or_default();
        }
        buckets.push(at);
        Self {
            labels: parts.labels,
            note: parts.note,
            scale: parts.scale,
            transitions: parts.transitions,
            fingerprints: parts.fingerprints,
            starts: parts.starts,
            columns: parts.columns,
            weights: parts.weights,
            buckets,
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
        self.parts(sentence)
            .flat_map(|(_, part)| part.best())
            .collect()
    }

    /// The names of a sentence, each with the least marginal probability of its tokens' labels.
    #[must_use]
    pub fn find(&self, sentence: &Sentence) -> Reading {
        let mut found = Reading::default();
        for (start, lattice) in self.parts(sentence) {
            let path = lattice.best();
            let marginals = lattice.marginals(false);
            let rows = marginals.states.chunks_exact(lattice.labels);
            found.outside.extend(rows.filter_map(<[f32]>::first));
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
                chunk.tokens = chunk.tokens.start + start..chunk.tokens.end + start;
                found.names.push(Found { chunk, confidence });
            }
        }
        found
    }

    /// The scores of a sentence, in stretches of bounded length with the index of their first token.
    fn parts<'m>(&'m self, sentence: &Sentence) -> impl Iterator<Item = (usize, Lattice<'m>)> {
        let length = sentence.len();
        let width = self.labels.count();
        (0..length).step_by(LONGEST).map(move |start| {
            let end = (start + LONGEST).min(length);
            let mut states = vec![0.0_f32; (end - start) * width];
            for (at, row) in (start..end).zip(states.chunks_exact_mut(width)) {
                emit(sentence, at, &mut |feature| self.add(feature, row));
            }
            (
                start,
                Lattice {
                    labels: width,
                    states,
                    transitions: &self.transitions,
                },
            )
        })
    }

    /// Adds the weights of a feature to the scores of a token.
    fn add(&self, feature: u32, row: &mut [f32]) {
        let bucket = bucket_of(feature) as usize;
        let Some([from, to]) = self.buckets.get(bucket..bucket + 2) else {
            return;
        };
        let from = *from as usize;
        let within = self
            .fingerprints
            .get(from..*to as usize)
            .unwrap_or_default();
        let Some(offset) = within.iter().position(|known| *known == feature) else {
            return;
        };
        let Some([first, last]) = self.starts.get(from + offset..from + offset + 2) else {
            return;
        };
        let range = *first as usize..*last as usize;
        let columns = self.columns.get(range.clone()).unwrap_or_default();
        let weights = self.weights.get(range).unwrap_or_default();
        for (column, weight) in columns.iter().zip(weights) {
            if let Some(cell) = row.get_mut(usize::from(*column)) {
                *cell += f32::from(*weight) * self.scale;
            }
        }
    }
}

const fn bucket_of(fingerprint: u32) -> u32 {
    fingerprint >> (FINGERPRINT_BITS - BUCKET_BITS)
}
