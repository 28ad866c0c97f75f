//! A sentence as the model sees it: for every token what its features are made of, as numbers.

use crate::entity::lists::{NameLists, WordClass};
use crate::text::{Span, Token, TokenKind, WordKey, is_capitalised, is_upper, tokenize};

/// A sentence whose tokens have been looked up. Made once, read by the features of all its tokens.
#[derive(Debug, Default)]
pub struct Sentence {
    pub(super) facts: Vec<Facts>,
    pub(super) style: u32,
}

/// What is known of one token. A zero says "nothing".
#[derive(Clone, Copy, Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts of a word, not a state"
)]
pub(super) struct Facts {
    /// The folded word, digits made alike.
    pub(super) word: u32,
    /// The word as it is written.
    pub(super) surface: u32,
    pub(super) prefixes: [u32; 4],
    pub(super) suffixes: [u32; 4],
    /// The kinds of its letters, in runs: `Aa`, `A`, `a-a`, `0.0`.
    pub(super) shape: u32,
    /// The kind of every letter.
    pub(super) long_shape: u32,
    pub(super) class: WordClass,
    pub(super) senses: u32,
    pub(super) given: bool,
    pub(super) capital: bool,
    /// The lists that have a name here, each with the token's place in the name.
    pub(super) listed: [u32; 3],
    /// Bounds of the run of capitalised words it stands in; equal outside of one.
    pub(super) run: (u32, u32),
    /// Whether it stands between quotation marks.
    pub(super) quoted: bool,
    /// Whether it is an opening bracket.
    pub(super) opens_bracket: bool,
}

/// Longest word that is looked at.
const LONGEST: usize = 64;

impl Sentence {
    /// Looks up the tokens of a sentence of `text`.
    #[must_use]
    pub fn read(text: &str, tokens: &[Token], lists: &NameLists) -> Self {
        let mut facts: Vec<Facts> = tokens
            .iter()
            .enumerate()
            .map(|(at, token)| facts(text, tokens, at, *token, lists))
            .collect();
        mark_listed(text, tokens, lists, &mut facts);
        mark_runs(&mut facts);
        mark_quotations(text, tokens, &mut facts);
        let style = style(text, tokens);
        Self { facts, style }
    }

    /// Looks up words that were cut elsewhere, one token each however they are written.
    #[must_use]
    pub fn of_words<'w>(words: impl Iterator<Item = &'w str>, lists: &NameLists) -> Self {
        let mut text = String::new();
        let mut tokens = Vec::new();
        for word in words {
            if !text.is_empty() {
                text.push(' ');
            }
            let start = text.len();
            text.push_str(word);
            let kind = match tokenize(word).as_slice() {
                [token] => token.kind,
                _ => TokenKind::Word,
            };
            tokens.push(Token::of(&text, Span::new(start, text.len()), kind));
        }
        Self::read(&text, &tokens, lists)
    }

    /// How many tokens it has.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.facts.len()
    }

    /// Whether it has none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.facts.is_empty()
    }
}

fn facts(text: &str, tokens: &[Token], at: usize, token: Token, lists: &NameLists) -> Facts {
    let surface = token.span.of(text);
    if surface.len() > LONGEST {
        return Facts::default();
    }
    let key = token.key;
    let folded = crate::text::fold(surface);
    let class = if folded.contains(|c: char| c.is_ascii_digit()) {
        WordKey::of(&folded.replace(|c: char| c.is_ascii_digit(), "0"))
    } else {
        key
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
    let mut senses = 0;
    if token.kind == TokenKind::Word {
        let rest = tokens.get(at..).unwrap_or_default();
        lists
            .senses
            .matches(text, rest, |_, sense| senses |= sense.bits());
    }
    Facts {
        word: hash.value(),
        surface: exact.value(),
        prefixes,
        suffixes,
        shape: shape.value(),
        long_shape: long_shape.value(),
        class: lists.classes.get(&class).copied().unwrap_or_default(),
        senses,
        given: lists.given.contains(&key),
        capital: is_capitalised(surface),
        listed: [0; 3],
        run: (0, 0),
        quoted: false,
        opens_bracket: surface == "(",
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

/// Says of the tokens of every listed name which list has it and where in the name they stand.
fn mark_listed(text: &str, tokens: &[Token], lists: &NameLists, facts: &mut [Facts]) {
    let mut covered = 0;
    for at in 0..tokens.len() {
        let mut best = None;
        let rest = tokens.get(at..).unwrap_or_default();
        lists.names.matches(text, rest, |count, entry| {
            best = Some((count, entry.list));
        });
        let Some((count, list)) = best else { continue };
        let inner = at + count <= covered;
        covered = covered.max(at + count);
        for offset in 0..count {
            let place = match (offset, count) {
                (0, 1) => 0,
                (0, _) => 1,
                (offset, count) if offset + 1 == count => 2,
                _ => 3,
            };
            let code = 1 + (u32::from(list) * 4 + place) * 2 + u32::from(inner);
            let slots = facts.get_mut(at + offset).map(|facts| &mut facts.listed);
            let free = slots.and_then(|slots| slots.iter_mut().find(|slot| **slot == 0));
            if let Some(slot) = free {
                *slot = code;
            }
        }
    }
}

/// Says of capitalised words where the run of such words begins and ends.
fn mark_runs(facts: &mut [Facts]) {
    let mut start = 0;
    for part in facts.chunk_by_mut(|a, b| a.capital == b.capital) {
        let end = start + part.len();
        if part.first().is_some_and(|first| first.capital) {
            let bounds = |at| u32::try_from(at).unwrap_or(u32::MAX);
            for facts in part {
                facts.run = (bounds(start), bounds(end));
            }
        }
        start = end;
    }
}

/// Says of the tokens between quotation marks that they are.
fn mark_quotations(text: &str, tokens: &[Token], facts: &mut [Facts]) {
    let mut open = false;
    for (token, facts) in tokens.iter().zip(facts) {
        match token.span.of(text) {
            "\"" => open = !open,
            "“" | "‘" => open = true,
            "”" | "’" => open = false,
            _ => facts.quoted = open,
        }
    }
}

/// How the sentence is written: 1 all capitals, 2 every word with a capital, 3 none with one, 0 as sentences are.
fn style(text: &str, tokens: &[Token]) -> u32 {
    let (mut all, mut upper, mut capital, mut small) = (0, 0, 0, 0);
    for token in tokens.iter().filter(|token| token.kind == TokenKind::Word) {
        let surface = token.span.of(text);
        let first = is_capitalised(surface);
        all += 1;
        upper += usize::from(is_upper(surface) || (first && surface.len() == 1));
        capital += usize::from(first);
        small += usize::from(!first && surface.len() > 4);
    }
    if all >= 3 && upper * 10 >= all * 7 {
        1
    } else if all >= 4 && capital == 0 {
        3
    } else if all >= 4 && capital * 10 >= all * 6 && small * 6 <= all {
        2
    } else {
        0
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
