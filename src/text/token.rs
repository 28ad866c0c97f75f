//! What a piece of text looks like, never what it means.

use super::{Span, WordKey};

/// A piece of text that is read as one. Most of what is asked of it is answered without the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands, in bytes.
    pub span: Span,
    /// The key of its folded characters, by which tables of words are asked.
    pub key: WordKey,
    /// Its first character: of a mark the only one.
    pub first: char,
    /// What it looks like.
    pub kind: TokenKind,
    /// Whether it is unaccented letters and nothing else, as most words are: no digit, hyphen or dot to look for.
    pub letters: bool,
}

impl Token {
    /// The piece of `text` under `span`, as one token.
    #[must_use]
    pub fn of(text: &str, span: Span, kind: TokenKind) -> Self {
        let piece = span.of(text);
        Self {
            span,
            key: WordKey::of(piece),
            first: piece.chars().next().unwrap_or_default(),
            kind,
            letters: piece.bytes().all(|byte| byte.is_ascii_alphabetic()),
        }
    }

    /// Whether it is a mark.
    #[must_use]
    pub const fn is_mark(&self) -> bool {
        matches!(self.kind, TokenKind::Mark)
    }

    /// Whether it is digits.
    #[must_use]
    pub const fn is_numeral(&self) -> bool {
        matches!(self.kind, TokenKind::Numeral)
    }

    /// Whether it is one of these marks.
    #[inline]
    #[must_use]
    pub fn is(&self, marks: &[char]) -> bool {
        self.is_mark() && marks.contains(&self.first)
    }

    /// Whether it begins with a capital.
    #[must_use]
    pub fn is_capitalised(&self) -> bool {
        self.first.is_uppercase()
    }

    /// Whether it begins with a small letter.
    #[must_use]
    pub fn is_small(&self) -> bool {
        self.first.is_lowercase()
    }

    /// Whether nothing stands between it and the token that follows.
    #[must_use]
    pub const fn touches(&self, next: &Self) -> bool {
        self.span.end() == next.span.start()
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
