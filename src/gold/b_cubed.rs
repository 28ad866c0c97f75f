//! How well clusters agree.

use super::tally::{harmonic, ratio};
use std::fmt;

/// B-cubed precision and recall: of each mention's company, how much is right.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct BCubed {
    precision: f64,
    recall: f64,
    mentions: usize,
}

impl BCubed {
    /// The harmonic mean of both, averaged over the mentions.
    #[must_use]
    pub fn f1(&self) -> f64 {
        let (precision, recall) = self.means();
        harmonic(precision, recall)
    }

    fn means(&self) -> (f64, f64) {
        let mentions = ratio(self.mentions, 1).max(1.0);
        (self.precision / mentions, self.recall / mentions)
    }

    /// Adds the mentions of one article, each with its key in the gold and in the answer.
    pub(super) fn add(&mut self, mentions: &[(&str, &str)]) {
        let count =
            |same: &dyn Fn(&(&str, &str)) -> bool| mentions.iter().filter(|m| same(m)).count();
        for (gold, answer) in mentions {
            let both = count(&|(g, a)| g == gold && a == answer);
            self.precision += ratio(both, count(&|(_, a)| a == answer));
            self.recall += ratio(both, count(&|(g, _)| g == gold));
            self.mentions += 1;
        }
    }
}

/// `P 0.9000 R 0.8000 F1 0.8471 (n=12)`.
impl fmt::Display for BCubed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (p, r) = self.means();
        let f1 = self.f1();
        write!(f, "P {p:.4} R {r:.4} F1 {f1:.4} (n={})", self.mentions)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cluster_cut_in_two_and_one_too_large() {
        let mut score = BCubed::default();
        score.add(&[("x", "1"), ("x", "1"), ("x", "2"), ("y", "2")]);
        // Precision: 1, 1, 1/2, 1/2; recall: 2/3, 2/3, 1/3, 1.
        assert_eq!(score.to_string(), "P 0.7500 R 0.6667 F1 0.7059 (n=4)");
    }
}
