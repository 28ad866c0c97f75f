//! The parts a language is made of.

use crate::article::LineRules;
use crate::entity::NameLists;
use crate::text::Abbreviations;
use crate::time::TimeGrammar;

/// A language: data and a grammar, no behaviour of its own. [`crate::id`] makes the Indonesian one.
#[derive(Debug)]
pub struct Language {
    /// Its ISO 639-1 code.
    pub code: &'static str,
    /// Words whose dot ends no sentence.
    pub abbreviations: Abbreviations,
    /// What the words of a line say about it.
    pub lines: LineRules,
    /// The words and grammar of time.
    pub times: TimeGrammar,
    /// The words and lists of names.
    pub names: NameLists,
}
