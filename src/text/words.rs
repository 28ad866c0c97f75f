//! Tables that are asked by words of the text.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// A map from words, quick to ask. The keys are a language's own tables, so that no text can choose them badly.
pub type WordMap<K, V> = HashMap<K, V, BuildHasherDefault<WordHasher>>;

/// A set of words, quick to ask.
pub type WordSet = HashSet<String, BuildHasherDefault<WordHasher>>;

/// Eight bytes at a step: a multiplication and a rotation (the scheme of `rustc-hash`).
#[derive(Clone, Copy, Debug, Default)]
pub struct WordHasher(u64);

impl WordHasher {
    fn add(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0xf135_7aea_2e62_a9c5);
    }
}

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        let (chunks, rest) = bytes.as_chunks::<8>();
        for chunk in chunks {
            self.add(u64::from_le_bytes(*chunk));
        }
        let mut last = [0; 8];
        for (to, from) in last.iter_mut().zip(rest) {
            *to = *from;
        }
        self.add(u64::from_le_bytes(last));
    }

    fn write_u8(&mut self, _: u8) {
        // The end mark of a string; its length is in its words already, but for trailing zeros, which no word has.
    }

    fn finish(&self) -> u64 {
        self.0.rotate_left(26)
    }
}

#[cfg(test)]
mod tests {
    use super::WordMap;

    #[test]
    fn words_are_told_apart() {
        let mut map = WordMap::default();
        for (n, word) in [
            "",
            "a",
            "kemarin",
            "kemarins",
            "kemarinsore",
            "berhari-hari",
        ]
        .into_iter()
        .enumerate()
        {
            map.insert(word, n);
        }
        assert_eq!(map.len(), 6);
        assert_eq!(map.get("kemarins"), Some(&3));
        assert_eq!(map.get("kemari"), None);
    }
}
