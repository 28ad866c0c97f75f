//! Phrases → values, found by the longest match in a text.

use crate::text::{KeyHasher, Token, TokenKind};
use std::collections::HashMap;
use std::hash::BuildHasherDefault;

/// A table of phrases under their folded form. A phrase is looked up as it stands in the text, so that hyphens and dots
/// inside it need no rules of their own; only the hash is kept.
#[derive(Debug)]
pub struct Phrases<T> {
    values: HashMap<u64, T, BuildHasherDefault<KeyHasher>>,
    /// The longest phrase, in folded bytes, that begins with a stem.
    reach: HashMap<u64, u8, BuildHasherDefault<KeyHasher>>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self {
            values: HashMap::default(),
            reach: HashMap::default(),
        }
    }
}

/// How many tokens a phrase may have.
const MAX_TOKENS: usize = 16;

impl<T> Phrases<T> {
    /// The value kept for `phrase`; `None` where it is new, and then `make` fills it.
    pub fn entry(&mut self, phrase: &str, make: impl FnOnce() -> T) -> &mut T {
        let mut key = Folded::default();
        key.feed(phrase);
        let mut stem = Folded::default();
        stem.feed(stem_of(phrase));
        let length = u8::try_from(key.length).unwrap_or(u8::MAX);
        let reach = self.reach.entry(stem.hash).or_default();
        *reach = length.max(*reach);
        self.values.entry(key.hash).or_insert_with(make)
    }

    /// The value of exactly `phrase`.
    #[must_use]
    pub fn get(&self, phrase: &str) -> Option<&T> {
        let mut key = Folded::default();
        key.feed(phrase);
        self.values.get(&key.hash)
    }

    /// Whether any phrase may begin with `word`.
    pub(super) fn begin_with(&self, word: &str) -> bool {
        let mut stem = Folded::default();
        stem.feed(stem_of(word));
        self.reach.contains_key(&stem.hash)
    }

    /// The phrases that begin with the first of `tokens`, shortest first, each as the number of its tokens and its value.
    pub(super) fn matches<'s>(
        &'s self,
        text: &str,
        tokens: &[Token],
        mut found: impl FnMut(usize, &'s T),
    ) {
        let Some(first) = tokens.first() else { return };
        if first.span.len() > 64 {
            return;
        }
        let mut stem = Folded::default();
        stem.feed(stem_of(first.span.of(text)));
        let Some(reach) = self.reach.get(&stem.hash) else {
            return;
        };
        let mut key = Folded::default();
        let mut end = first.span.start();
        for (index, token) in tokens.iter().take(MAX_TOKENS).enumerate() {
            if token.kind == TokenKind::Break || token.span.len() > 64 {
                return;
            }
            if token.span.start() > end {
                key.feed(" ");
            }
            key.feed(token.span.of(text));
            end = token.span.end();
            if key.length > usize::from(*reach) {
                return;
            }
            if let Some(value) = self.values.get(&key.hash) {
                found(index + 1, value);
            }
        }
    }
}

/// The letters and digits a phrase begins with.
fn stem_of(phrase: &str) -> &str {
    let end = phrase
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(phrase.len());
    phrase.get(..end).unwrap_or_default()
}

/// The hash of a folded text, fed piece by piece (FNV-1a).
struct Folded {
    hash: u64,
    length: usize,
}

impl Default for Folded {
    fn default() -> Self {
        Self {
            hash: 0xcbf2_9ce4_8422_2325,
            length: 0,
        }
    }
}

impl Folded {
    fn feed(&mut self, piece: &str) {
        if piece.is_ascii() {
            for byte in piece.bytes() {
                let byte = if byte == b'`' { b'\'' } else { byte };
                self.push(byte.to_ascii_lowercase());
            }
        } else {
            for byte in crate::text::fold(piece).bytes() {
                self.push(byte);
            }
        }
    }

    fn push(&mut self, byte: u8) {
        self.hash = (self.hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        self.length += 1;
    }
}
