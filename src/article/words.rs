//! The beginning or end of a line as a few words, marks among them, folded once.

use crate::text::{Token, TokenKind, fold};
use std::borrow::Cow;

/// A word or mark of a line.
#[derive(Debug)]
pub(super) struct Word<'t> {
    pub(super) text: &'t str,
    pub(super) folded: Cow<'t, str>,
    pub(super) token: Token,
}

impl Word<'_> {
    pub(super) fn is_mark(&self) -> bool {
        self.token.kind == TokenKind::Mark
    }

    pub(super) fn is(&self, marks: &[&str]) -> bool {
        self.is_mark() && marks.contains(&self.text)
    }

    pub(super) fn is_number(&self) -> bool {
        self.token.kind == TokenKind::Numeral
    }

    pub(super) fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    pub(super) fn is_lower(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_lowercase)
    }
}

/// Reads tokens as words. The caller takes few; a word of great length is cut, for nothing here needs its end.
pub(super) fn words<'t>(text: &'t str, tokens: &[Token]) -> Vec<Word<'t>> {
    tokens
        .iter()
        .map(|token| {
            let whole = token.span.of(text);
            let part = whole
                .get(..whole.floor_char_boundary(64))
                .unwrap_or_default();
            let small = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
            let is_folded = part.bytes().all(small)
                || token.kind == TokenKind::Mark && part != "`" && part.is_ascii();
            Word {
                text: part,
                folded: if is_folded {
                    Cow::Borrowed(part)
                } else {
                    Cow::Owned(fold(part))
                },
                token: *token,
            }
        })
        .collect()
}

/// Dashes that part a dateline, a section or a name from what follows.
pub(super) const DASHES: [&str; 5] = ["-", "–", "—", "‒", "―"];

/// Marks that part a section or name from a time: dashes, bars, dots and bullets.
pub(super) const BARS: [&str; 14] = [
    "-", "–", "—", "‒", "―", "|", "•", "·", "∙", "●", "/", "›", "»", "‧",
];

/// Marks that end a sentence.
pub(super) const STOPS: [&str; 4] = [".", "!", "?", "…"];

/// Marks that close after the end of a sentence.
pub(super) const CLOSERS: [&str; 9] = ["\"", "”", "’", "'", ")", "]", "»", "“", "*"];
