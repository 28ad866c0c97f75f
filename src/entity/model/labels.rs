//! Labels of tokens, B-X, I-X and O, and the spans they spell.

use std::ops::Range;

/// The labels of a model: `O` is label 0, then `B-` and `I-` of every kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labels {
    kinds: Vec<String>,
}

/// A stretch of tokens with its kind: an index into [`Labels::kinds`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Chunk {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its kind.
    pub kind: usize,
}

impl Labels {
    /// The most kinds a model may have.
    pub const MOST: usize = 100;

    /// The labels of these kinds.
    #[must_use]
    pub const fn new(kinds: Vec<String>) -> Self {
        Self { kinds }
    }

    /// The kinds.
    #[must_use]
    pub fn kinds(&self) -> &[String] {
        &self.kinds
    }

    /// How many labels there are.
    #[must_use]
    pub const fn count(&self) -> usize {
        1 + 2 * self.kinds.len()
    }

    /// Whether `to` may stand right after `from`: inside a name only after a label of the same kind.
    #[must_use]
    pub const fn may_follow(from: usize, to: usize) -> bool {
        let inside = to > 0 && to.is_multiple_of(2);
        !inside || from == to || from + 1 == to
    }

    /// The labels of `length` tokens with these chunks, which do not overlap.
    #[must_use]
    pub fn encode(chunks: &[Chunk], length: usize) -> Vec<usize> {
        let mut labels = vec![0; length];
        for chunk in chunks {
            let cells = labels.get_mut(chunk.tokens.clone()).unwrap_or_default();
            for (offset, cell) in cells.iter_mut().enumerate() {
                *cell = 1 + 2 * chunk.kind + usize::from(offset > 0);
            }
        }
        labels
    }

    /// The chunks that labels spell. A label inside a name that follows none of its kind begins one.
    #[must_use]
    pub fn decode(labels: &[usize]) -> Vec<Chunk> {
        let mut chunks: Vec<Chunk> = Vec::new();
        let mut before = 0;
        for (at, &label) in labels.iter().enumerate() {
            if let Some(kind) = label.checked_sub(1).map(|code| code / 2) {
                let goes_on = label.is_multiple_of(2) && Self::may_follow(before, label);
                match chunks.last_mut().filter(|_| goes_on) {
                    Some(chunk) => chunk.tokens.end = at + 1,
                    None => chunks.push(Chunk {
                        tokens: at..at + 1,
                        kind,
                    }),
                }
            }
            before = label;
        }
        chunks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_and_chunks_say_the_same() {
        let labels = [1, 2, 1, 0, 3, 4, 4, 2, 4];
        let chunks = Labels::decode(&labels);
        let found: Vec<_> = chunks.iter().map(|c| (c.tokens.clone(), c.kind)).collect();
        assert_eq!(
            found,
            [(0..2, 0), (2..3, 0), (4..7, 1), (7..8, 0), (8..9, 1)]
        );
        assert_eq!(Labels::encode(&chunks, 9), [1, 2, 1, 0, 3, 4, 4, 1, 3]);
    }
}
