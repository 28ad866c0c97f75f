//! Characters: spans, tokens, sentences, and the offsets other programs count in.
//!
//! In: any string. Out: [`Token`]s in order, each on character boundaries, and sentence ranges over them.
//! Nothing here knows a language: the abbreviations that end no sentence are handed in.
//! Start with [`tokenize()`].

mod fold;
mod key;
mod numeral;
mod offsets;
mod sentence;
mod shape;
mod span;
mod token;
mod tokenize;
mod words;

pub use fold::{fold, is_capitalised, is_upper};
pub use key::{KeyHasher, KeyMap, KeySet, KeySieve, WordKey};
pub(crate) use key::{word, words};
pub use numeral::Numeral;
pub use offsets::{OffsetUnit, Offsets};
pub use sentence::{Abbreviations, sentences};
pub use span::Span;
pub use token::{Token, TokenKind};
pub use tokenize::tokenize;
pub use words::{WordHasher, WordMap, WordSet};
