//! What every line of a page is read with.

use super::rules::LineRules;
use crate::text::{Token, TokenKind};
use std::ops::Range;

/// A text, its tokens, and what a language tells of lines.
#[derive(Debug)]
pub(super) struct Page<'p> {
    pub(super) text: &'p str,
    pub(super) tokens: &'p [Token],
    pub(super) rules: &'p LineRules,
}

impl<'p> Page<'p> {
    /// The tokens of a range.
    pub(super) fn words(&self, range: Range<usize>) -> &'p [Token] {
        self.tokens.get(range).unwrap_or_default()
    }

    /// A token as it is written.
    pub(super) fn written(&self, word: &Token) -> &'p str {
        word.span.of(self.text)
    }

    /// How many of the words at the beginning name a site or agency.
    pub(super) fn outlet(&self, words: &[Token]) -> usize {
        match words.first() {
            Some(word) if word.kind != TokenKind::Mark => {
                if self.is_site(word) {
                    1
                } else {
                    self.rules.outlet(word, words)
                }
            }
            _ => 0,
        }
    }

    /// Whether a word is the address of a site: `tempo.co`, `republika.co.id`.
    fn is_site(&self, word: &Token) -> bool {
        if word.letters {
            return false;
        }
        // The dot stands before an ending of two to four letters; few words have one there.
        let tail = word.span.end().saturating_sub(5)..word.span.end();
        let tail = self.text.as_bytes().get(tail).unwrap_or_default();
        matches!(tail, [b'.', ..] | [_, b'.', ..] | [_, _, b'.', ..])
            && (self.written(word).rsplit_once('.')).is_some_and(|(name, ending)| {
                name.len() > 2 && ENDINGS.iter().any(|e| ending.eq_ignore_ascii_case(e))
            })
    }

    /// Whether any of the words begins the name of a site or agency.
    pub(super) fn holds_outlet(&self, words: &[Token]) -> bool {
        (0..words.len()).any(|at| self.outlet(words.get(at..).unwrap_or_default()) > 0)
    }
}

/// Endings of the addresses of sites.
const ENDINGS: [&str; 9] = [
    "com", "co", "id", "net", "org", "tv", "news", "info", "asia",
];
