//! What a piece of text looks like, never what it means.

use super::{Span, WordKey};

/// A piece of text that is read as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands, in bytes.
    pub span: Span,
    /// What it looks like.
    pub kind: TokenKind,
    /// The key of its folded characters, by which tables of words are asked.
    pub key: WordKey,
}

impl Token {
    /// The piece of `text` under `span`, as one token.
    #[must_use]
    pub fn of(text: &str, span: Span, kind: TokenKind) -> Self {
        let key = WordKey::of(span.of(text));
        Self { span, kind, key }
    }
}

/// What a token looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with inner hyphens, apostrophes and digits: `negara-negara`, `Ma'ruf`, `ke-19`, `Tempo.co`.
    Word,
    /// Digits, with inner points, commas, colons, slashes and the hyphens of a date: `35.000`, `11.25`, `10/1/2024`.
    Numeral,
    /// A web or e-mail address.
    Link,
    /// One punctuation mark or symbol.
    Mark,
    /// The end of a line.
    Break,
}
