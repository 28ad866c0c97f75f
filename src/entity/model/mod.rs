//! A statistical model of names: what the lists and the words around do not say, it has learnt from labelled sentences.
//!
//! In: a [`Sentence`]. Out: [`Found`] names, each with its probability. `word.rs` and `sentence.rs` look the tokens up,
//! `features.rs` says what is seen at each, [`Model`] weighs it, `lattice.rs` chooses; `views.rs` and `tagger.rs` keep what
//! a word says wherever it stands; `file.rs` reads the weights and `train.rs`, which the browser does not get, learns them.

mod features;
mod file;
mod labels;
mod lattice;
mod sentence;
mod tagger;
#[cfg(not(target_family = "wasm"))]
mod train;
mod views;
mod weights;
mod word;

pub use file::ModelError;
pub use labels::{Chunk, Labels};
pub use sentence::Sentence;
pub(super) use tagger::Tagger;
#[cfg(not(target_family = "wasm"))]
pub use train::{Example, Recipe, train};
pub use weights::{Found, Model, Reading};

/// The score of a transition that may not be.
const FORBIDDEN: f32 = -1e4;
