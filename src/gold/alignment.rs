//! Which answer stands for which gold mark.

use std::cmp::Reverse;
use std::ops::Range;

/// Marks paired one to one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alignment {
    /// Pairs of a gold mark and an answer, by index: exact pairs first, then by overlap.
    pub pairs: Vec<(usize, usize)>,
    /// Gold marks without an answer, in order.
    pub missed: Vec<usize>,
    /// Answers without a gold mark, in order.
    pub extra: Vec<usize>,
}

/// Pairs overlapping ranges greedily: exact pairs first, then the largest overlap, then the earliest.
/// `may_pair` says whether a gold mark and an answer, by index, may stand for each other at all.
#[must_use]
pub fn align(
    gold: &[Range<usize>],
    answers: &[Range<usize>],
    may_pair: impl Fn(usize, usize) -> bool,
) -> Alignment {
    let mut candidates = Vec::new();
    for (i, wanted) in gold.iter().enumerate() {
        for (j, given) in answers.iter().enumerate() {
            let end = wanted.end.min(given.end);
            let overlap = end.saturating_sub(wanted.start.max(given.start));
            if overlap > 0 && may_pair(i, j) {
                candidates.push((Reverse(wanted == given), Reverse(overlap), i, j));
            }
        }
    }
    candidates.sort_unstable();
    let mut alignment = Alignment {
        pairs: Vec::new(),
        missed: (0..gold.len()).collect(),
        extra: (0..answers.len()).collect(),
    };
    for (_, _, i, j) in candidates {
        let (missed, extra) = (&mut alignment.missed, &mut alignment.extra);
        if let (Ok(at), Ok(from)) = (missed.binary_search(&i), extra.binary_search(&j)) {
            missed.remove(at);
            extra.remove(from);
            alignment.pairs.push((i, j));
        }
    }
    alignment
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exact_pairs_first_then_the_largest_overlap() {
        let gold = [0..4, 5..19];
        let alignment = align(&gold, &[2..9, 5..19, 30..31], |_, _| true);
        assert_eq!(alignment.pairs, [(1, 1), (0, 0)]);
        assert_eq!((alignment.missed, alignment.extra), (vec![], vec![2]));
    }

    #[test]
    fn a_pair_may_be_forbidden() {
        let alignment = align(&[0..4, 6..8], &[0..4, 7..9], |i, _| i == 1);
        assert_eq!(alignment.pairs, [(1, 1)]);
        assert_eq!((alignment.missed, alignment.extra), (vec![0], vec![0]));
    }
}
