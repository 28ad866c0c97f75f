//! A statistical model of names: what the lists and the words around do not say, it has learnt from labelled sentences.
//!
//! In: a [`Sentence`]. Out: [`Found`] names, each with its probability. `sentence.rs` looks the tokens up, `features.rs`
//! says what is seen at each, [`Model`] weighs it, `lattice.rs` chooses; `file.rs` reads the weights and `train.rs`,
//! which the browser does not get, learns them.

mod features;
mod file;
mod labels;
mod lattice;
mod sentence;
#[cfg(not(target_family = "wasm"))]
mod train;
mod weights;

pub use file::ModelError;
pub use labels::{Chunk, Labels};
pub use sentence::Sentence;
#[cfg(not(target_family = "wasm"))]
pub use train::{Example, Recipe, train};
pub use weights::{Found, Model, Reading};

/// The score of a transition that may not be.
const FORBIDDEN: f32 = -1e4;
