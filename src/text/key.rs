//! A word as a number: what every table of words is asked by, so that each word is folded and hashed once.

use super::fold;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hash, Hasher};

/// The hash of a folded word. Two spellings that fold alike have one key; two of the words of a language never share one
/// in practice, and a table that is asked by keys holds no strings.
///
/// Eight bytes are taken at a step, each time mixed by a multiplication: words of up to eight letters never share a key.
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
        if word.is_ascii() && !word.contains('`') {
            Self::folded(word)
        } else {
            Self::folded(&fold(word))
        }
    }

    /// The key of one ASCII character.
    pub(super) const fn of_ascii(byte: u8) -> Self {
        let byte = if byte == b'`' { b'\'' } else { byte };
        Self::EMPTY.then(small(byte as u64))
    }

    /// The key of a mark that folds to itself.
    pub(super) fn of_mark(mark: char) -> Self {
        Self::folded(mark.encode_utf8(&mut [0; 4]))
    }

    /// The key of digits.
    pub(super) fn of_digits(digits: &[u8]) -> Self {
        digits
            .chunks(8)
            .fold(Self::EMPTY, |key, chunk| key.then(eight(chunk)))
    }

    /// The key of the unaccented letters that open a text, and how many they are.
    #[inline]
    pub(super) fn of_letters(text: &[u8]) -> (Self, usize) {
        let mut key = Self::EMPTY;
        let mut rest = text;
        loop {
            // Small letters differ from capitals by one bit; what is no letter does not become one by it.
            let chunk = eight(rest) | ONES << 5;
            let letters = between(chunk, b'a', b'z');
            let count = ((letters ^ HIGH).trailing_zeros() / 8) as usize;
            if count > 0 {
                key = key.then(chunk & (u64::MAX >> (64 - 8 * count)));
            }
            match rest.get(8..) {
                Some(more) if count == 8 => rest = more,
                _ => return (key, text.len() - rest.len() + count),
            }
        }
    }

    /// The key of a word that is folded already, but for ASCII capitals; for constants.
    #[must_use]
    pub const fn folded(word: &str) -> Self {
        let mut key = Self::EMPTY;
        let mut rest = word.as_bytes();
        while !rest.is_empty() {
            key = key.then(small(eight(rest)));
            rest = match rest.split_at_checked(8) {
                Some((_, more)) => more,
                None => &[],
            };
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
        words
            .into_iter()
            .fold(Self::EMPTY, |phrase, word| phrase.then(word.0))
    }

    const fn then(self, bytes: u64) -> Self {
        let mixed = (self.0 ^ bytes).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        Self(mixed ^ (mixed >> 32))
    }
}

/// The first eight bytes as one number, the first of them lowest; what is missing is zero.
const fn eight(bytes: &[u8]) -> u64 {
    if let Some(chunk) = bytes.first_chunk() {
        return u64::from_le_bytes(*chunk);
    }
    let (mut number, mut shift, mut rest) = (0, 0, bytes);
    while let [first, more @ ..] = rest {
        number |= (*first as u64) << shift;
        shift += 8;
        rest = more;
    }
    number
}

/// The lowest and the highest bit of each of eight bytes.
const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = ONES << 7;

/// Of each of eight bytes the highest bit, if it is ASCII and lies from `first` to `last`.
const fn between(bytes: u64, first: u8, last: u8) -> u64 {
    // An addition carries into the highest bit where the other seven are large enough.
    let low = bytes & !HIGH;
    let from_first = low + (0x80 - first as u64) * ONES;
    let above_last = low + (0x7f - last as u64) * ONES;
    from_first & !above_last & !bytes & HIGH
}

/// Eight bytes with their ASCII capitals made small.
const fn small(bytes: u64) -> u64 {
    bytes | (between(bytes, b'A', b'Z') >> 2)
}

/// The key of a word that is written in the source, as a constant.
macro_rules! word {
    ($word:literal) => {
        const { $crate::text::WordKey::folded($word) }
    };
}

/// The keys of words that are written in the source, as a constant array.
macro_rules! words {
    ($($word:literal),* $(,)?) => {
        const { [$($crate::text::WordKey::folded($word)),*] }
    };
}

pub(crate) use {word, words};

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
        self.0 = hash;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Tells most words that are in no table from those that may be in one, by one bit: the table itself is asked for few.
///
/// Made for tables of up to some two thousand words.
///
/// ```
/// use sorot::text::{KeySieve, WordKey};
/// let mut sieve = KeySieve::default();
/// sieve.add(WordKey::of("lalu"));
/// assert!(sieve.may_hold(WordKey::of("Lalu")));
/// assert!(!sieve.may_hold(WordKey::of("kemarin")));
/// ```
#[derive(Clone, Debug)]
pub struct KeySieve(Box<[u64; 512]>);

impl KeySieve {
    /// Lets a word through.
    pub fn add(&mut self, key: WordKey) {
        let (block, bit) = Self::place(key);
        if let Some(block) = self.0.get_mut(block) {
            *block |= bit;
        }
    }

    /// Whether the word, or one that looks like it here, was added.
    #[inline]
    #[must_use]
    pub fn may_hold(&self, key: WordKey) -> bool {
        let (block, bit) = Self::place(key);
        self.0.get(block).is_some_and(|block| block & bit != 0)
    }

    /// The block and the bit of a key.
    #[inline]
    #[allow(
        clippy::cast_possible_truncation,
        reason = "nine bits of the key, where a word of memory has 32"
    )]
    const fn place(key: WordKey) -> (usize, u64) {
        ((key.0 >> 6) as usize % 512, 1 << (key.0 % 64))
    }
}

impl Default for KeySieve {
    fn default() -> Self {
        Self(Box::new([0; 512]))
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
            ("PERTANGGUNGJAWABAN", "pertanggungjawaban"),
            ("[Z@`z{", "[z@'z{"),
        ] {
            assert_eq!(WordKey::of(one), WordKey::of(other), "{one} {other}");
        }
        assert_eq!(WordKey::of("kemarin"), WordKey::folded("kemarin"));
        assert_eq!(WordKey::of(""), WordKey::EMPTY);
    }

    #[test]
    fn letters_are_counted_and_hashed_as_words_are() {
        for word in [
            "",
            "a",
            "Lalu",
            "delapann",
            "sembilanx",
            "pertanggungjawaban",
        ] {
            for after in ["", " ", ",", "-", "1", "é", "{[@`"] {
                let text = format!("{word}{after}");
                let (key, length) = WordKey::of_letters(text.as_bytes());
                assert_eq!((key, length), (WordKey::of(word), word.len()), "{text}");
            }
        }
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
