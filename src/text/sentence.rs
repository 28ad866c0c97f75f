//! Tokens → sentences.

use super::{KeyMap, Token, TokenKind, WordKey};
use std::iter;
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
pub struct Abbreviations(KeyMap<Ends>);

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
            let word = WordKey::of(parts.next()?.trim_end_matches('.'));
            let ends = match parts.next() {
                Some("ends") => Ends::BeforeCapital,
                Some("number") => Ends::WithoutNumber,
                _ => Ends::Never,
            };
            Some((word, ends))
        });
        Self(entries.collect())
    }

    /// Whether the dot after `word` ends no sentence, `next` being what follows and `after_comma` what stands before.
    fn keep(&self, text: &str, word: &Token, after_comma: bool, next: &Token) -> bool {
        let number = next.first.is_ascii_digit();
        // A bracket says more of what the abbreviation ends: `Tbk. (BBCA)`.
        let capital = !next.is_small() && !number && next.first != '(';
        match self.0.get(&word.key) {
            Some(Ends::Never) => true,
            Some(Ends::BeforeCapital) => !capital,
            Some(Ends::WithoutNumber) => number,
            // A degree stands after the comma behind a name and may end the sentence; initials stand before a name.
            None if is_dotted(word, text) => !(after_comma && capital),
            None => is_initial(word),
        }
    }
}

fn is_initial(word: &Token) -> bool {
    word.is_capitalised() && word.span.len() == word.first.len_utf8()
}

fn is_dotted(word: &Token, text: &str) -> bool {
    let holds = |piece| word.span.of(text).contains(piece);
    word.span.len() <= 8 && word.first.is_alphabetic() && holds(".") && !holds(".co")
}

/// Cuts the tokens of one paragraph into sentences: ranges of indices, in order, that together hold every token. That a
/// line ends counts for nothing.
///
/// A sentence ends at `.`, `!`, `?` or `…` with the quotes and brackets that close right after it, where a capital, a
/// digit or an opening quote follows; never after an abbreviation or an initial.
pub fn sentences(
    text: &str,
    tokens: &[Token],
    abbreviations: &Abbreviations,
) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    iter::from_fn(move || {
        let sentence = start..sentence_end(text, tokens, start, abbreviations);
        start = sentence.end;
        (!sentence.is_empty()).then_some(sentence)
    })
}

/// Where the sentence that begins at `start` ends.
fn sentence_end(
    text: &str,
    tokens: &[Token],
    start: usize,
    abbreviations: &Abbreviations,
) -> usize {
    let mut at = start;
    while let Some(token) = tokens.get(at) {
        at += 1;
        if token.is(&['.', '!', '?', '…']) {
            let stop = at - 1;
            at = closed(tokens, stop);
            if ends(text, tokens, stop, at, abbreviations) {
                break;
            }
        }
    }
    at
}

/// The index after the marks that close right after the mark at `at`.
fn closed(tokens: &[Token], at: usize) -> usize {
    let mut end = at + 1;
    while let Some((last, next)) = tokens.get(end - 1).zip(tokens.get(end))
        && last.touches(next)
        && next.is(&['"', '”', '’', '\'', ')', ']', '»', '.', '!', '?', '…'])
    {
        end += 1;
    }
    end
}

/// Whether a sentence ends with the mark at `at` and those that close after it, up to `end`.
fn ends(
    text: &str,
    tokens: &[Token],
    at: usize,
    end: usize,
    abbreviations: &Abbreviations,
) -> bool {
    let (before, from) = tokens.split_at(at.min(tokens.len()));
    let [mark, after @ ..] = from else {
        return false;
    };
    // A wrapped line goes on with the word below it.
    let below = tokens.get(end..).unwrap_or_default();
    let Some(next) = below.iter().find(|token| token.kind != TokenKind::Break) else {
        return true;
    };
    let alone = end == at + 1;
    let glued = alone && after.first().is_some_and(|next| mark.touches(next));
    if !begins_sentence(next) || glued {
        return false;
    }
    let bracket = end == at + 2 && after.first().is_some_and(|mark| mark.is(&[')', ']']));
    let abbreviated = mark.first == '.'
        && (alone || bracket)
        && before.split_last().is_some_and(|(word, before)| {
            let after_comma = before.last().is_some_and(|token| token.is(&[',']));
            word.touches(mark) && abbreviations.keep(text, word, after_comma, next)
        });
    !abbreviated
}

fn begins_sentence(token: &Token) -> bool {
    match token.kind {
        TokenKind::Mark => token.is(&['"', '“', '‘', '\'', '(', '[', '«', '-', '–', '—', '•']),
        _ => !token.is_small(),
    }
}
