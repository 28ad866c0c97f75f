//! Tokens → sentences.

use super::{Token, TokenKind, fold};
use std::collections::HashSet;
use std::ops::Range;

/// Words whose final dot ends no sentence: titles, degrees, abbreviations.
#[derive(Debug, Default, Clone)]
pub struct Abbreviations(HashSet<String>);

impl Abbreviations {
    /// Reads one word a line, with or without its dot; lines that begin with `#` are comments.
    #[must_use]
    pub fn parse(list: &str) -> Self {
        let words = list
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty() && !line.starts_with('#'));
        Self(words.map(|word| fold(word.trim_end_matches('.'))).collect())
    }

    /// Whether a dot after `word` may be part of it: a listed word, an initial, a dotted degree.
    #[must_use]
    pub fn covers(&self, word: &str) -> bool {
        let mut chars = word.chars();
        let initial = chars.next().is_some_and(char::is_uppercase) && chars.next().is_none();
        initial
            || (word.contains('.') && word.len() <= 8 && !word.contains(".co"))
            || self.0.contains(&fold(word))
    }
}

/// Cuts `tokens` into sentences: ranges of indices, in order, that together hold every token but line ends.
///
/// A sentence ends at `.`, `!`, `?` or `…` with the quotes and brackets that close after it, where a capital, a digit
/// or an opening quote follows; never after an abbreviation or an initial. A line end ends a sentence unless
/// `joins(index)` says that the line runs on.
pub fn sentences(
    text: &str,
    tokens: &[Token],
    abbreviations: &Abbreviations,
    joins: impl Fn(usize) -> bool,
) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    let close = |start: usize, end: usize, found: &mut Vec<Range<usize>>| {
        if start < end {
            found.push(start..end);
        }
    };
    while let Some(token) = tokens.get(at) {
        if token.kind == TokenKind::Break && !joins(at) {
            close(start, at, &mut found);
            start = at + 1;
        } else if token.kind == TokenKind::Mark
            && matches!(token.span.of(text), "." | "!" | "?" | "…")
        {
            let mut end = at + 1;
            while tokens
                .get(end)
                .is_some_and(|t| t.kind == TokenKind::Mark && is_closing(t.span.of(text)))
            {
                end += 1;
            }
            let glued = tokens
                .get(at + 1)
                .is_some_and(|next| next.span.start() == token.span.end());
            let ends = match tokens.get(end) {
                None => true,
                Some(next) if next.kind == TokenKind::Break => !joins(end),
                Some(next) => begins_sentence(next, text) && !(glued && end == at + 1),
            };
            let previous = at.checked_sub(1).and_then(|i| tokens.get(i));
            let abbreviated = token.span.of(text) == "."
                && previous.is_some_and(|p| {
                    p.span.end() == token.span.start() && abbreviations.covers(p.span.of(text))
                });
            if ends
                && !(abbreviated
                    && end == at + 1
                    && tokens.get(end).is_some_and(|t| t.kind != TokenKind::Break))
            {
                close(start, end, &mut found);
                start = end;
                at = end;
                continue;
            }
        }
        at += 1;
    }
    close(start, tokens.len(), &mut found);
    found
}

fn is_closing(mark: &str) -> bool {
    matches!(
        mark,
        "\"" | "”" | "’" | "'" | ")" | "]" | "»" | "." | "!" | "?" | "…"
    )
}

fn begins_sentence(token: &Token, text: &str) -> bool {
    let first = token.span.of(text).chars().next().unwrap_or(' ');
    match token.kind {
        TokenKind::Mark => matches!(
            first,
            '"' | '“' | '‘' | '\'' | '(' | '[' | '«' | '-' | '–' | '—' | '•'
        ),
        _ => first.is_uppercase() || first.is_ascii_digit() || !first.is_lowercase(),
    }
}
