//! Everything Indonesian, and nothing else.

mod names;
mod zones;

use crate::language::Language;
use crate::text::Abbreviations;
use crate::time::TimeGrammar;

/// The Indonesian language.
#[must_use]
pub fn language() -> Language {
    Language {
        code: "id",
        abbreviations: Abbreviations::parse(include_str!("abbreviations.txt")),
        lines: zones::rules(),
        times: TimeGrammar::default(),
        names: names::lists(),
    }
}
