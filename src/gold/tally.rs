//! Precision, recall and F1.

use std::fmt;
use std::ops::AddAssign;

/// How many were wanted, given and right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Wanted.
    pub gold: usize,
    /// Given.
    pub predicted: usize,
    /// Right.
    pub right: usize,
}

impl Tally {
    /// The share of the given that is right; 0 of none.
    #[must_use]
    pub fn precision(self) -> f64 {
        ratio(self.right, self.predicted)
    }

    /// The share of the wanted that was given right; 0 of none.
    #[must_use]
    pub fn recall(self) -> f64 {
        ratio(self.right, self.gold)
    }

    /// The harmonic mean of the two.
    #[must_use]
    pub fn f1(self) -> f64 {
        harmonic(self.precision(), self.recall())
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.gold += other.gold;
        self.predicted += other.predicted;
        self.right += other.right;
    }
}

/// `P 0.8000  R 0.5000  F1 0.6154`.
impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (p, r, f1) = (self.precision(), self.recall(), self.f1());
        write!(f, "P {p:.4}  R {r:.4}  F1 {f1:.4}")
    }
}

/// The harmonic mean of precision and recall; 0 where both are.
pub(super) fn harmonic(precision: f64, recall: f64) -> f64 {
    let sum = precision + recall;
    if sum > 0.0 {
        2.0 * precision * recall / sum
    } else {
        0.0
    }
}

/// `part` of `whole`; 0 of none.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of marks lie far below 2^52"
)]
pub(super) fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_nothing_is_nothing() {
        assert_eq!(
            Tally::default().to_string(),
            "P 0.0000  R 0.0000  F1 0.0000"
        );
    }

    #[test]
    fn means() {
        let tally = Tally {
            gold: 4,
            predicted: 2,
            right: 1,
        };
        assert_eq!(tally.to_string(), "P 0.5000  R 0.2500  F1 0.3333");
    }
}
