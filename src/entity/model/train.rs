//! Sentences with their labels → a [`Model`], by `AdaGrad` with regularised dual averaging: features that do not pay for
//! themselves end with no weight at all.

#![expect(
    clippy::indexing_slicing,
    reason = "the inner loops over labels; every row has one cell a label"
)]

use super::features::emit;
use super::labels::Labels;
use super::lattice::{Lattice, Marginals};
use super::sentence::Sentence;
use super::weights::{Model, Parts};
use std::collections::HashMap;

/// A sentence and the right label of each of its tokens.
#[derive(Debug)]
pub struct Example {
    /// The tokens.
    pub sentence: Sentence,
    /// A label a token, as [`Labels::encode`] makes them.
    pub labels: Vec<usize>,
    /// Kinds of which not all names are labelled: where the label is O, such a name may still stand.
    pub open: Vec<usize>,
    /// How much the example counts; 1 is as much as any other.
    pub weight: f32,
}

impl Example {
    /// Whether the token at `at` may have `label`, as far as is known.
    fn allows(&self, at: usize, label: usize) -> bool {
        let known = self.labels[at];
        if known != 0 || label == 0 {
            return label == known;
        }
        let kind = (label - 1) / 2;
        // A labelled name ends where its labels end.
        let before = at.checked_sub(1).map_or(0, |before| self.labels[before]);
        let goes_on = before != 0 && Labels::may_follow(before, label) && label.is_multiple_of(2);
        self.open.contains(&kind) && !goes_on
    }
}

/// How to train.
#[derive(Clone, Copy, Debug)]
pub struct Recipe {
    /// How often the examples are gone through.
    pub epochs: usize,
    /// The length of a step.
    pub eta: f32,
    /// What a weight costs.
    pub l1: f32,
    /// Where the order of the examples comes from.
    pub seed: u64,
}

impl Default for Recipe {
    fn default() -> Self {
        Self {
            epochs: 15,
            eta: 0.1,
            l1: 1e-4,
            seed: 1,
        }
    }
}

/// The gradients of weights so far, from which the weights follow.
struct Dual {
    /// Sum of gradients.
    sums: Vec<f32>,
    /// Sum of their squares.
    squares: Vec<f32>,
}

impl Dual {
    fn new(count: usize) -> Self {
        Self {
            sums: vec![0.0; count],
            squares: vec![1e-8; count],
        }
    }

    fn add(&mut self, index: usize, gradient: f32) {
        self.sums[index] += gradient;
        self.squares[index] += gradient * gradient;
    }

    fn weight(&self, index: usize, eta: f32, penalty: f32) -> f32 {
        let sum = self.sums[index];
        let rest = (sum.abs() - penalty).max(0.0);
        -rest.copysign(sum) * eta / self.squares[index].sqrt()
    }
}

/// An example whose features are numbered.
struct Numbered<'e> {
    example: &'e Example,
    /// The features of all tokens, one token after the other.
    features: Vec<u32>,
    /// Where the features of a token end.
    ends: Vec<u32>,
}

/// Learns from `examples`. The same examples, recipe and seed give the same model, bit for bit.
///
/// `note` is kept in the model; `epoch` is told when one of the epochs is over.
#[must_use]
pub fn train(
    examples: &[Example],
    labels: Labels,
    note: String,
    recipe: Recipe,
    mut epoch: impl FnMut(usize),
) -> Model {
    let width = labels.count();
    // A feature is worth at most one a sentence it stands in and epoch: what is rarer than its cost ends without a weight.
    let rare = recipe.l1 * f32::from(u16::try_from(examples.len()).unwrap_or(u16::MAX));
    let (fingerprints, numbered) = number(examples, rare);
    let mut states = Dual::new(fingerprints.len() * width);
    let mut steps = Dual::new((width + 1) * width);
    let mut order: Vec<usize> = (0..numbered.len()).collect();
    let mut random = Random::new(recipe.seed);
    let mut transitions = vec![0.0_f32; (width + 1) * width];
    let mut seen = 0.0_f32;
    for round in 0..recipe.epochs {
        random.shuffle(&mut order);
        for &index in &order {
            let example = &numbered[index];
            let penalty = recipe.l1 * seen;
            seen += 1.0;
            let known = example.example;
            if known.labels.is_empty() {
                continue;
            }
            fill_transitions(&mut transitions, &steps, width, recipe.eta);
            let mut scores = vec![0.0_f32; known.labels.len() * width];
            for (row, features) in scores.chunks_exact_mut(width).zip(example.tokens()) {
                for feature in features {
                    let start = *feature as usize * width;
                    for (label, cell) in row.iter_mut().enumerate() {
                        *cell += states.weight(start + label, recipe.eta, penalty);
                    }
                }
            }
            let lattice = Lattice {
                labels: width,
                states: scores,
                transitions: &transitions,
                steps: &transitions
                    .iter()
                    .map(|step| step.exp())
                    .collect::<Vec<_>>(),
            };
            let gradients = gradients(&lattice, known);
            for (row, features) in gradients.states.chunks_exact(width).zip(example.tokens()) {
                for (label, gradient) in row.iter().enumerate() {
                    if gradient.abs() > 1e-4 {
                        for feature in features {
                            states.add(*feature as usize * width + label, *gradient);
                        }
                    }
                }
            }
            for (index, gradient) in gradients.transitions.iter().enumerate() {
                if gradient.abs() > 1e-4 {
                    steps.add(index, *gradient);
                }
            }
        }
        epoch(round + 1);
    }
    fill_transitions(&mut transitions, &steps, width, recipe.eta);
    let weight = |index| states.weight(index, recipe.eta, recipe.l1 * seen);
    quantised(labels, note, transitions, &fingerprints, weight)
}

/// By how much the model expects more of every label and transition than the example has; what is unknown in the example
/// counts as the model expects it within the known.
fn gradients(lattice: &Lattice<'_>, example: &Example) -> Marginals {
    let width = lattice.labels;
    let mut found = lattice.marginals(true);
    if example.open.is_empty() {
        let mut before = width;
        for (row, label) in found.states.chunks_exact_mut(width).zip(&example.labels) {
            row[*label] -= 1.0;
            found.transitions[before * width + label] -= 1.0;
            before = *label;
        }
    } else {
        let mut within = lattice.clone();
        for (at, row) in within.states.chunks_exact_mut(width).enumerate() {
            for (label, cell) in row.iter_mut().enumerate() {
                if !example.allows(at, label) {
                    *cell = super::FORBIDDEN;
                }
            }
        }
        let wanted = within.marginals(true);
        let subtract = |from: &mut [f32], what: &[f32]| {
            for (cell, less) in from.iter_mut().zip(what) {
                *cell -= less;
            }
        };
        subtract(&mut found.states, &wanted.states);
        subtract(&mut found.transitions, &wanted.transitions);
    }
    for cell in found.states.iter_mut().chain(&mut found.transitions) {
        *cell *= example.weight;
    }
    found
}

impl Numbered<'_> {
    fn tokens(&self) -> impl Iterator<Item = &[u32]> {
        let mut start = 0;
        self.ends.iter().map(move |end| {
            let features = &self.features[start..*end as usize];
            start = *end as usize;
            features
        })
    }
}

/// Gives every feature that is frequent enough a number: the fingerprints by number, and the examples in numbers.
fn number(examples: &[Example], rare: f32) -> (Vec<u32>, Vec<Numbered<'_>>) {
    let mut counts: HashMap<u32, f32> = HashMap::new();
    for example in examples {
        for at in 0..example.sentence.len() {
            emit(&example.sentence, at, &mut |_, feature| {
                *counts.entry(feature).or_default() += example.weight;
            });
        }
    }
    let mut fingerprints: Vec<u32> = counts
        .iter()
        .filter(|(_, count)| **count > rare)
        .map(|(feature, _)| *feature)
        .collect();
    fingerprints.sort_unstable();
    let numbers: HashMap<u32, u32> = (0..).zip(&fingerprints).map(|(n, f)| (*f, n)).collect();
    let numbered = examples
        .iter()
        .map(|example| {
            let mut features = Vec::new();
            let mut ends = Vec::with_capacity(example.labels.len());
            for at in 0..example.sentence.len() {
                emit(&example.sentence, at, &mut |_, feature| {
                    features.extend(numbers.get(&feature));
                });
                ends.push(u32::try_from(features.len()).unwrap_or(u32::MAX));
            }
            Numbered {
                example,
                features,
                ends,
            }
        })
        .collect();
    (fingerprints, numbered)
}

fn fill_transitions(transitions: &mut [f32], steps: &Dual, width: usize, eta: f32) {
    for (index, cell) in transitions.iter_mut().enumerate() {
        let (from, to) = (index / width, index % width);
        let from = if from == width { 0 } else { from };
        *cell = if Labels::may_follow(from, to) {
            steps.weight(index, eta, 0.0)
        } else {
            super::FORBIDDEN
        };
    }
}

/// The model with its weights in eight bits; a weight that rounds to nothing is dropped.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a rounded number within the bounds of its scale"
)]
fn quantised(
    labels: Labels,
    note: String,
    transitions: Vec<f32>,
    fingerprints: &[u32],
    weight: impl Fn(usize) -> f32,
) -> Model {
    let width = labels.count();
    let top = (0..fingerprints.len() * width)
        .map(|index| weight(index).abs())
        .fold(0.0, f32::max);
    let scale = (top / 127.0).max(f32::MIN_POSITIVE);
    let mut parts = Parts {
        labels,
        note,
        scale,
        transitions,
        fingerprints: Vec::new(),
        starts: vec![0],
        columns: Vec::new(),
        weights: Vec::new(),
    };
    for (index, fingerprint) in fingerprints.iter().enumerate() {
        let before = parts.weights.len();
        for label in 0..width {
            let rounded = (weight(index * width + label) / scale).round() as i8;
            if rounded != 0 {
                parts.columns.push(u8::try_from(label).unwrap_or(u8::MAX));
                parts.weights.push(rounded);
            }
        }
        if parts.weights.len() > before {
            parts.fingerprints.push(*fingerprint);
            let end = u32::try_from(parts.weights.len()).unwrap_or(u32::MAX);
            parts.starts.push(end);
        }
    }
    Model::new(parts)
}

/// Numbers from a seed (splitmix64).
struct Random(u64);

impl Random {
    const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn shuffle(&mut self, items: &mut [usize]) {
        for last in (1..items.len()).rev() {
            let choices = u64::try_from(last + 1).unwrap_or(1);
            let other = usize::try_from(self.next() % choices).unwrap_or_default();
            items.swap(last, other);
        }
    }
}
