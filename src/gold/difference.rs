//! Where an answer and the gold differ, as marked text.

use crate::text::{OffsetUnit, Offsets};
use std::fmt;
use std::ops::Range;

/// The differences of one case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differences {
    /// The case.
    pub id: String,
    /// What is to be known of it to judge them: its clock.
    pub note: String,
    /// In the order of the score.
    pub items: Vec<Difference>,
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// `MISS`, `FALSE`, `DIFF`, ….
    pub label: &'static str,
    /// The gold and then the answer, or the one there is.
    pub lines: Vec<String>,
}

impl Difference {
    pub(super) fn one(label: &'static str, line: String) -> Self {
        let lines = vec![line];
        Self { label, lines }
    }

    pub(super) fn two(label: &'static str, gold: &str, answer: &str) -> Self {
        let lines = vec![format!("gold  {gold}"), format!("found {answer}")];
        Self { label, lines }
    }
}

impl fmt::Display for Differences {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "-- {}  {}", self.id, self.note)?;
        for Difference { label, lines } in &self.items {
            for (index, line) in lines.iter().enumerate() {
                let label = if index == 0 { label } else { "" };
                writeln!(f, "   {label:<9} {line}")?;
            }
        }
        Ok(())
    }
}

/// A text whose ranges are code points.
pub(super) struct Context<'t> {
    text: &'t str,
    offsets: Offsets<'t>,
}

impl<'t> Context<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let offsets = Offsets::new(text, OffsetUnit::Chars);
        Self { text, offsets }
    }

    /// The text under a range.
    pub(super) fn words(&self, range: &Range<usize>) -> &'t str {
        let bytes = self.offsets.to_byte(range.start)..self.offsets.to_byte(range.end);
        self.text.get(bytes).unwrap_or_default()
    }

    /// The range marked, with what stands beside it in its line: `…sejak [Kamis lalu|DATE|2024-01-04].`
    pub(super) fn marked(&self, range: &Range<usize>, fields: &[&str]) -> String {
        const BESIDE: usize = 32;
        let before = self.words(&(0..range.start));
        let before = before.rsplit('\n').next().unwrap_or_default();
        let after = self.words(&(range.end..usize::MAX));
        let after = after.split('\n').next().unwrap_or_default();
        let from = before.char_indices().rev().nth(BESIDE - 1);
        let (left, before) = match from {
            Some((at, _)) if at > 0 => ("…", before.get(at..).unwrap_or_default()),
            _ => ("", before),
        };
        let (after, right) = match after.char_indices().nth(BESIDE) {
            Some((at, _)) => (after.get(..at).unwrap_or_default(), "…"),
            None => (after, ""),
        };
        let words = self.words(range);
        let fields = fields.join("|");
        format!("{left}{before}[{words}|{fields}]{after}{right}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_stands_in_its_line() {
        let text = "Baris satu.\nPejabat “itu” dilantik pada Selasa pekan lalu di kantor gubernur yang baru saja dipugar.\nX";
        let (before, _) = text.split_once("pekan").unwrap();
        let start = before.chars().count();
        let marked = Context::of(text).marked(&(start..start + 10), &["DATE", "2024-W01"]);
        assert_eq!(
            marked,
            "…abat “itu” dilantik pada Selasa [pekan lalu|DATE|2024-W01] di kantor gubernur yang baru sa…"
        );
        assert_eq!(
            Context::of("besok").marked(&(0..5), &["DATE"]),
            "[besok|DATE]"
        );
    }
}
