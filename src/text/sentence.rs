//! Tokens → sentences.

use super::{Token, TokenKind, fold};
use std::collections::HashMap;
use std::ops::Range;

/// When the dot of a listed word ends a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ends {
    /// Never: a name follows. `Dr.`, `Jl.`
    Never,
    /// Where a capital follows. `dll.`, `Tbk.`
    BeforeCapital,
    /// Where no number follows. `No. 5`, `hlm. 7`
    WithoutNumber,
}

/// Words whose final dot ends no sentence: titles, degrees, abbreviations.
#[derive(Debug, Default, Clone)]
pub struct Abbreviations(HashMap<String, Ends>);

impl Abbreviations {
    /// Reads one word a line, with or without its dot; lines that begin with `#` are comments.
    ///
    /// `ends` after a word says that its dot also ends a sentence where a capital follows, `number` that it is an
    /// abbreviation only before a number.
    #[must_use]
    pub fn parse(list: &str) -> Self {
        let words = list
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty() && !line.starts_with('#'));
        let entries = words.filter_map(|line| {
            let mut parts = line.split_whitespace();
            let word = fold(parts.next()?.trim_end_matches('.'));
            let ends = match parts.next() {
                Some("ends") => Ends::BeforeCapital,
                Some("number") => Ends::WithoutNumber,
                _ => Ends::Never,
            };
            Some((word, ends))
        });
        Self(entries.collect())
    }

    /// Whether a dot after `word` may be part of it: a listed word, an initial, a dotted degree.
    #[must_use]
    pub fn covers(&self, word: &str) -> bool {
        is_initial(word) || is_dotted(word) || self.0.contains_key(&fold(word))
    }

    /// Whether the dot after `word` ends no sentence, `next` being what follows and `after_comma` what stands before.
    fn keeps(&self, word: &str, after_comma: bool, next: Option<&str>) -> bool {
        let first = next.and_then(|next| next.chars().next());
        let capital = first.is_some_and(|c| !c.is_lowercase() && !c.is_ascii_digit());
        match self.0.get(&fold(word)) {
            Some(Ends::Never) => true,
            Some(Ends::BeforeCapital) => !capital,
            Some(Ends::WithoutNumber) => first.is_some_and(|c| c.is_ascii_digit()),
            // A degree stands after the comma behind a name and may end the sentence; initials stand before a name.
            None if is_dotted(word) => !(after_comma && capital),
            None => is_initial(word),
        }
    }
}

fn is_initial(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
}

fn is_dotted(word: &str) -> bool {
    word.contains('.')
        && word.len() <= 8
        && word.starts_with(char::is_alphabetic)
        && !word.contains(".co")
}

/// Cuts `tokens` into sentences: ranges of indices, in order, that together hold every token but line ends.
///
/// A sentence ends at `.`, `!`, `?` or `…` with the quotes and brackets that close right after it, where a capital, a
/// digit or an opening quote follows; never after an abbreviation or an initial. A line end ends a sentence unless
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
    while let Some(token) = tokens.get(at) {
        if token.kind == TokenKind::Break && !joins(at) {
            close(start, at, &mut found);
            start = at + 1;
        } else if token.kind == TokenKind::Mark
            && matches!(token.span.of(text), "." | "!" | "?" | "…")
        {
            let end = closed(text, tokens, at);
            if ends(text, tokens, at, end, abbreviations, &joins) {
                close(start, end, &mut found);
                start = end;
            }
            at = end;
            continue;
        }
        at += 1;
    }
    close(start, tokens.len(), &mut found);
    found
}

fn close(start: usize, end: usize, found: &mut Vec<Range<usize>>) {
    if start < end {
        found.push(start..end);
    }
}

/// The index after the marks that close right after the mark at `at`.
fn closed(text: &str, tokens: &[Token], at: usize) -> usize {
    let mut end = at + 1;
    while let Some((last, next)) = tokens.get(end - 1).zip(tokens.get(end)) {
        let glued = last.span.end() == next.span.start();
        if next.kind != TokenKind::Mark || !glued || !is_closing(next.span.of(text)) {
            break;
        }
        end += 1;
    }
    end
}

/// Whether a sentence ends with the mark at `at` and those that close after it.
fn ends(
    text: &str,
    tokens: &[Token],
    at: usize,
    end: usize,
    abbreviations: &Abbreviations,
    joins: impl Fn(usize) -> bool,
) -> bool {
    let Some(mark) = tokens.get(at) else {
        return false;
    };
    // A wrapped line goes on with the word below it.
    let mut follows = end;
    while tokens
        .get(follows)
        .is_some_and(|token| token.kind == TokenKind::Break && joins(follows))
    {
        follows += 1;
    }
    let Some(next) = tokens.get(follows) else {
        return true;
    };
    if next.kind == TokenKind::Break {
        return true;
    }
    let glued = tokens
        .get(at + 1)
        .is_some_and(|next| next.span.start() == mark.span.end());
    if !begins_sentence(next, text) || (glued && end == at + 1) {
        return false;
    }
    let before = at.checked_sub(1).and_then(|i| tokens.get(i));
    let bracket = tokens
        .get(at + 1)
        .is_some_and(|mark| end == at + 2 && matches!(mark.span.of(text), ")" | "]"));
    let abbreviated = mark.span.of(text) == "."
        && (end == at + 1 || bracket)
        && before.is_some_and(|word| {
            let after_comma = at
                .checked_sub(2)
                .and_then(|i| tokens.get(i))
                .is_some_and(|token| token.span.of(text) == ",");
            word.span.end() == mark.span.start()
                && abbreviations.keeps(word.span.of(text), after_comma, Some(next.span.of(text)))
        });
    !abbreviated
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
