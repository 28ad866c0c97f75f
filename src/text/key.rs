//! A word as a number: what every table of words is asked by, so that each word is folded and hashed once.

use super::fold;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hash, Hasher};

/// The hash of a folded word (64-bit FNV-1a). Two spellings that fold alike have one key; two of the words of a language
/// never share one in practice, and a table that is asked by keys holds no strings.
///
/// ```
/// use sorot::text::WordKey;
/// assert_eq!(WordKey::of("Jum’at"), WordKey::of("JUM'AT"));
/// const LALU: WordKey = WordKey::folded("lalu");
/// assert_eq!(WordKey::of("Lalu"), LALU);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WordKey(u64);

impl WordKey {
    /// The key of no letters.
    pub const EMPTY: Self = Self(0xcbf2_9ce4_8422_2325);

    /// The key of a word as it stands in a text.
    #[must_use]
    pub fn of(word: &str) -> Self {
        if word.is_ascii() {
            word.bytes().fold(Self::EMPTY, Self::then_ascii)
        } else {
            Self::folded(&fold(word))
        }
    }

    /// The key of a word that is folded already; for constants.
    #[must_use]
    pub const fn folded(word: &str) -> Self {
        let mut key = Self::EMPTY;
        let mut rest = word.as_bytes();
        while let [first, others @ ..] = rest {
            key = key.then(*first);
            rest = others;
        }
        key
    }

    /// The key of a phrase by the keys of its words, in order.
    ///
    /// ```
    /// use sorot::text::WordKey;
    /// let words = ["banda", "aceh"].map(WordKey::of);
    /// assert_eq!(WordKey::phrase(words), WordKey::phrase("Banda Aceh".split(' ').map(WordKey::of)));
    /// ```
    #[must_use]
    pub fn phrase(words: impl IntoIterator<Item = Self>) -> Self {
        words.into_iter().fold(Self::EMPTY, |phrase, word| {
            Self((phrase.0.rotate_left(29) ^ word.0).wrapping_mul(0x0000_0100_0000_01b3))
        })
    }

    /// The key of the letters so far and one ASCII character more, folded here.
    pub(super) const fn then_ascii(self, byte: u8) -> Self {
        self.then(if byte == b'`' {
            b'\''
        } else {
            byte.to_ascii_lowercase()
        })
    }

    const fn then(self, byte: u8) -> Self {
        Self((self.0 ^ byte as u64).wrapping_mul(0x0000_0100_0000_01b3))
    }
}

impl Hash for WordKey {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.0);
    }
}

/// A hasher for keys that are hashes already.
#[derive(Clone, Copy, Debug, Default)]
pub struct KeyHasher(u64);

impl Hasher for KeyHasher {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(self.0.rotate_left(8) ^ u64::from(*byte));
        }
    }

    fn write_u64(&mut self, hash: u64) {
        // The table takes its bucket from the low bits and its tag from the high ones.
        self.0 = hash ^ (hash >> 29);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// A map from keys of words.
pub type KeyMap<V> = HashMap<WordKey, V, BuildHasherDefault<KeyHasher>>;

/// A set of keys of words.
pub type KeySet = HashSet<WordKey, BuildHasherDefault<KeyHasher>>;

#[cfg(test)]
mod tests {
    use super::{KeyMap, WordKey};

    #[test]
    fn a_word_has_one_key_however_it_is_written() {
        for (one, other) in [
            ("Lalu", "lalu"),
            ("JUM`AT", "jum’at"),
            ("ÉLITE", "élite"),
            ("ke\u{2010}2", "ke-2"),
            ("se\u{ad}lasa", "Selasa"),
        ] {
            assert_eq!(WordKey::of(one), WordKey::of(other), "{one} {other}");
        }
        assert_eq!(WordKey::of("kemarin"), WordKey::folded("kemarin"));
        assert_eq!(WordKey::of(""), WordKey::EMPTY);
    }

    #[test]
    fn words_are_told_apart() {
        let words = [
            "",
            "a",
            "b",
            "ab",
            "ba",
            "kemarin",
            "kemarins",
            "kemarin-kemarin",
        ];
        let map: KeyMap<&str> = words
            .iter()
            .map(|word| (WordKey::of(word), *word))
            .collect();
        assert_eq!(map.len(), words.len());
        assert_eq!(map.get(&WordKey::of("KEMARIN")), Some(&"kemarin"));
        assert_eq!(map.get(&WordKey::of("kemari")), None);
    }
}
