//! Everything Indonesian, and nothing else.

mod amounts;
mod figures;
mod grammar;
mod laws;
mod lexicon;
mod names;
mod times;
mod zones;

use crate::language::Language;
use crate::text::Abbreviations;

/// The Indonesian language.
#[must_use]
pub fn language() -> Language {
    Language {
        code: "id",
        abbreviations: Abbreviations::parse(include_str!("abbreviations.txt")),
        lines: zones::rules(),
        times: times::times(),
        names: names::lists(),
    }
}
