//! What is known of a word wherever it stands, looked up once for all its places.

use crate::entity::lists::{NameLists, WordClass};
use crate::text::{KeyHasher, Token, TokenKind, WordKey, is_capitalised, is_upper};
use std::collections::HashMap;
use std::hash::BuildHasherDefault;

/// What is known of a word wherever it stands. A zero says "nothing".
#[derive(Clone, Copy, Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts of a word, not a state"
)]
pub(super) struct Word {
    /// Its number among the words that were looked up with it.
    pub(super) id: u32,
    /// The folded word, digits made alike.
    pub(super) folded: u32,
    /// The word as it is written.
    pub(super) surface: u32,
    pub(super) prefixes: [u32; 4],
    pub(super) suffixes: [u32; 4],
    /// The kinds of its letters, in runs: `Aa`, `A`, `a-a`, `0.0`.
    pub(super) shape: u32,
    /// The kind of every letter.
    pub(super) long_shape: u32,
    pub(super) class: WordClass,
    pub(super) given: bool,
    pub(super) capital: bool,
    /// Whether it is written in capitals alone.
    pub(super) upper: bool,
    /// Whether it is small and has more than four letters.
    pub(super) small: bool,
    pub(super) mark: Mark,
    /// Whether it looks like a piece of a name: it has a capital here or mostly elsewhere, or is in no table.
    pub(super) hints: bool,
    /// Whether a phrase that tells something begins with it, or a listed name.
    pub(super) opens_sense: bool,
    pub(super) opens_name: bool,
}

/// Marks that tell something of what is behind them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Mark {
    #[default]
    None,
    OpensBracket,
    OpensQuotation,
    ClosesQuotation,
    /// Opens a quotation, or closes an open one.
    Quotation,
}

/// Beyond the sentence.
pub(super) const BORDER: Word = Word {
    id: 0,
    folded: 1,
    surface: 0,
    prefixes: [0; 4],
    suffixes: [0; 4],
    shape: 1,
    long_shape: 0,
    class: WordClass::UNKNOWN,
    given: false,
    capital: false,
    upper: false,
    small: false,
    mark: Mark::None,
    hints: false,
    opens_sense: false,
    opens_name: false,
};

/// Longest word that is looked at.
const LONGEST: usize = 64;

/// The words that were looked up, by their spelling with its capitals; number 0 is the border of a sentence.
#[derive(Debug)]
pub(super) struct Words<'l> {
    pub(super) lists: &'l NameLists,
    known: HashMap<u64, Word, BuildHasherDefault<KeyHasher>>,
}

impl<'l> Words<'l> {
    pub(super) fn new(lists: &'l NameLists) -> Self {
        Self {
            lists,
            known: HashMap::default(),
        }
    }

    /// How many numbers are in use.
    pub(super) fn count(&self) -> usize {
        self.known.len() + 1
    }

    pub(super) fn clear(&mut self) {
        self.known.clear();
    }

    /// The word of a token.
    pub(super) fn look_up(&mut self, text: &str, token: Token) -> Word {
        let surface = token.span.of(text);
        let surface = if surface.len() > LONGEST { "" } else { surface };
        let spelling = spelling(surface);
        if let Some(word) = self.known.get(&spelling) {
            return *word;
        }
        let id = u32::try_from(self.count()).unwrap_or(u32::MAX);
        let word = if surface.is_empty() {
            Word::default()
        } else {
            read(surface, token, self.lists)
        };
        let word = Word { id, ..word };
        self.known.insert(spelling, word);
        word
    }
}

fn read(surface: &str, token: Token, lists: &NameLists) -> Word {
    let folded = crate::text::fold(surface);
    let class = if folded.contains(|c: char| c.is_ascii_digit()) {
        WordKey::of(&folded.replace(|c: char| c.is_ascii_digit(), "0"))
    } else {
        token.key
    };
    let mut hash = Hash::default();
    let mut prefixes = [0; 4];
    for (length, c) in folded.chars().enumerate() {
        hash.push(if c.is_ascii_digit() { '0' } else { c });
        if let Some(prefix) = prefixes.get_mut(length) {
            *prefix = hash.value();
        }
    }
    let mut backward = Hash::default();
    let mut suffixes = [0; 4];
    for (suffix, c) in suffixes.iter_mut().zip(folded.chars().rev()) {
        backward.push(c);
        *suffix = backward.value();
    }
    let mut exact = Hash::default();
    let mut long_shape = Hash::default();
    let mut shape = Hash::default();
    let mut last = ' ';
    for c in surface.chars() {
        exact.push(c);
        let sort = sort(c);
        long_shape.push(sort);
        if sort != last {
            shape.push(sort);
        }
        last = sort;
    }
    let capital = is_capitalised(surface);
    let class = lists.classes.get(&class).copied().unwrap_or_default();
    Word {
        id: 0,
        folded: hash.value(),
        surface: exact.value(),
        prefixes,
        suffixes,
        shape: shape.value(),
        long_shape: long_shape.value(),
        class,
        given: lists.given.contains(&token.key),
        capital,
        upper: is_upper(surface) || (capital && surface.len() == 1),
        small: !capital && surface.len() > 4,
        mark: mark(surface),
        hints: capital || class.commonness() > 2 && surface.contains(char::is_alphabetic),
        opens_sense: token.kind == TokenKind::Word && lists.senses.begin_with(surface),
        opens_name: lists.names.begin_with(surface),
    }
}

/// The hash of a word as it is written (FNV-1a): `Di` and `di` are two words here.
fn spelling(surface: &str) -> u64 {
    surface.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

fn mark(surface: &str) -> Mark {
    match surface {
        "(" => Mark::OpensBracket,
        "\"" => Mark::Quotation,
        "“" | "‘" => Mark::OpensQuotation,
        "”" | "’" => Mark::ClosesQuotation,
        _ => Mark::None,
    }
}

fn sort(c: char) -> char {
    if c.is_uppercase() {
        'A'
    } else if c.is_alphabetic() {
        'a'
    } else if c.is_numeric() {
        '0'
    } else {
        c
    }
}

/// FNV-1a over characters.
struct Hash(u32);

impl Default for Hash {
    fn default() -> Self {
        Self(0x811c_9dc5)
    }
}

impl Hash {
    fn push(&mut self, c: char) {
        self.0 = (self.0 ^ u32::from(c)).wrapping_mul(0x0100_0193);
    }

    const fn value(&self) -> u32 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokenize;

    #[test]
    fn a_word_in_capitals_is_another_word() {
        let lists = NameLists::default();
        let mut words = Words::new(&lists);
        let text = "Di DI di Di";
        let read: Vec<Word> = tokenize(text)
            .into_iter()
            .map(|token| words.look_up(text, token))
            .collect();
        let capitals: Vec<_> = read.iter().map(|word| (word.capital, word.upper)).collect();
        assert_eq!(
            capitals,
            [(true, false), (true, true), (false, false), (true, false)]
        );
        assert_eq!(
            read.first().map(|word| word.id),
            read.last().map(|word| word.id)
        );
        assert_eq!(words.count(), 4);
    }
}
