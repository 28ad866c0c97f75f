//! Terms, and a position among them that is cheap to take back.

use super::class::{Class, Classes};
use super::lexicon::{Lexicon, Sense};
use crate::text::{Numeral, Span, Token, TokenKind, WordKey};
use chrono::Weekday;

/// A token, or a piece of one, with what it can mean.
#[derive(Clone, Copy, Debug)]
pub struct Term<'l> {
    /// Where it stands.
    pub span: Span,
    /// Its characters.
    pub word: &'l str,
    /// What it looks like.
    pub kind: TokenKind,
    /// What it can mean.
    pub senses: &'l [Sense],
    /// What it can be: the classes of its senses, or the shape of its digits.
    pub classes: Classes,
    /// The shape of a numeral.
    pub numeral: Option<Numeral>,
    /// Whether a line end stands before it.
    pub starts_line: bool,
}

impl<'l> Term<'l> {
    /// What is not in the lexicon, or not yet asked for there.
    fn bare(span: Span, word: &'l str, kind: TokenKind) -> Self {
        Self {
            span,
            word,
            kind,
            senses: &[],
            classes: Classes::NONE,
            numeral: None,
            starts_line: false,
        }
    }

    fn word(span: Span, word: &'l str, key: WordKey, lexicon: &'l Lexicon) -> Self {
        let (senses, classes) = lexicon.senses(key);
        Self {
            senses,
            classes,
            ..Self::bare(span, word, TokenKind::Word)
        }
    }

    fn numeral(span: Span, word: &'l str) -> Self {
        let numeral = Numeral::parse(word);
        Self {
            classes: Classes::of(&[numeral.into()]),
            numeral,
            ..Self::bare(span, word, TokenKind::Numeral)
        }
    }

    /// The same; it is of a class more if it holds digits.
    fn or_mixed(mut self) -> Self {
        if self.word.bytes().any(|b| b.is_ascii_digit()) {
            self.classes = self.classes.with(Class::Mixed);
        }
        self
    }
}

/// The terms of one zone: its tokens without line ends, hyphened words cut where each piece has a sense
/// (`dua-tiga`, `Jan-Mar`, `II-2023`).
#[must_use]
pub fn terms<'l>(text: &'l str, tokens: &[Token], lexicon: &'l Lexicon) -> Vec<Term<'l>> {
    let mut terms = Vec::new();
    read_terms(text, tokens, lexicon, &mut terms);
    terms
}

/// The [`terms`] of one zone, in place of those of another.
pub(super) fn read_terms<'l>(
    text: &'l str,
    tokens: &[Token],
    lexicon: &'l Lexicon,
    terms: &mut Vec<Term<'l>>,
) {
    terms.clear();
    terms.reserve(tokens.len());
    let mut starts_line = true;
    for token in tokens {
        let word = token.span.of(text);
        let first = terms.len();
        match token.kind {
            TokenKind::Break => {
                starts_line = true;
                continue;
            }
            TokenKind::Word => {
                let term = Term::word(token.span, word, token.key, lexicon);
                if !term.senses.is_empty() || !cut(token.span, word, lexicon, terms) {
                    terms.push(term.or_mixed());
                }
            }
            TokenKind::Numeral => terms.push(Term::numeral(token.span, word)),
            TokenKind::Link => terms.push(Term::bare(token.span, word, token.kind).or_mixed()),
            TokenKind::Mark => terms.push(Term::bare(token.span, word, token.kind)),
        }
        if let Some(first) = terms.get_mut(first..) {
            for term in first {
                term.starts_line = starts_line;
            }
        }
        starts_line = false;
    }
}

/// Cuts a hyphened word into its pieces and the hyphens between them, if every piece has a sense or is a number.
fn cut<'l>(span: Span, word: &'l str, lexicon: &'l Lexicon, terms: &mut Vec<Term<'l>>) -> bool {
    if word.len() >= 40 || !word.bytes().any(|b| b == b'-') {
        return false;
    }
    // `tahun-tahun` and `sehari-hari` are one word.
    let doubled = word.split_once('-').is_some_and(|(left, right)| {
        let tail = left.len().checked_sub(right.len());
        tail.and_then(|at| left.get(at..))
            .is_some_and(|tail| tail.eq_ignore_ascii_case(right))
    });
    if doubled {
        return false;
    }
    let whole = terms.len();
    let mut at = span.start();
    for part in word.split('-') {
        if terms.len() > whole {
            terms.push(Term::bare(Span::new(at - 1, at), "-", TokenKind::Mark));
        }
        let piece = Span::new(at, at + part.len());
        let term = if is_number(part) {
            Term::numeral(piece, part)
        } else {
            Term::word(piece, part, WordKey::of(part), lexicon).or_mixed()
        };
        let meant = term.kind == TokenKind::Numeral || !term.senses.is_empty();
        if !meant && roman(part).is_none() {
            terms.truncate(whole);
            return false;
        }
        terms.push(term);
        at += part.len() + 1;
    }
    true
}

/// Digits, with inner points or colons where they write a clock.
fn is_number(part: &str) -> bool {
    let digit = |b: Option<u8>| b.is_some_and(|b| b.is_ascii_digit());
    digit(part.bytes().next())
        && digit(part.bytes().last())
        && part
            .bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b':'))
}

/// A Roman numeral in capitals, I to XXXIX.
#[must_use]
pub fn roman(word: &str) -> Option<u32> {
    if word.is_empty() || word.len() > 7 {
        return None;
    }
    let tens = word.bytes().take_while(|b| *b == b'X').count();
    let ones = match word.get(tens..)? {
        "" => 0,
        "I" => 1,
        "II" => 2,
        "III" => 3,
        "IV" => 4,
        "V" => 5,
        "VI" => 6,
        "VII" => 7,
        "VIII" => 8,
        "IX" => 9,
        _ => return None,
    };
    let value = u32::try_from(tens).ok()? * 10 + ones;
    (tens <= 3 && value > 0).then_some(value)
}

/// A position among the terms of one zone. Copying it is how a production is tried and taken back.
#[derive(Clone, Copy, Debug)]
pub struct Cursor<'a> {
    /// The text.
    pub text: &'a str,
    /// The terms of the zone.
    pub terms: &'a [Term<'a>],
    /// The index of the next term.
    pub at: usize,
}

impl<'a> Cursor<'a> {
    /// The term `ahead` places on.
    #[must_use]
    pub fn peek(&self, ahead: usize) -> Option<&'a Term<'a>> {
        self.terms.get(self.at + ahead)
    }

    /// The term `back` places before, 1 being the one just passed.
    #[must_use]
    pub fn behind(&self, back: usize) -> Option<&'a Term<'a>> {
        self.terms.get(self.at.checked_sub(back)?)
    }

    /// The characters of the next term; empty at the end.
    #[must_use]
    pub fn word(&self) -> &'a str {
        self.word_at(0)
    }

    /// The characters of the term `ahead` places on; empty at the end.
    #[must_use]
    pub fn word_at(&self, ahead: usize) -> &'a str {
        self.peek(ahead).map_or("", |term| term.word)
    }

    /// The characters of the term `back` places before; empty before the start.
    #[must_use]
    pub fn word_behind(&self, back: usize) -> &'a str {
        self.behind(back).map_or("", |term| term.word)
    }

    /// Whether the next term is this word, in any case.
    #[must_use]
    pub fn is(&self, word: &str) -> bool {
        self.word().eq_ignore_ascii_case(word)
    }

    /// Passes the next term if it is this word, in any case.
    pub fn eat(&mut self, word: &str) -> bool {
        let found = self.is(word);
        self.at += usize::from(found);
        found
    }

    /// Passes these words if they stand next, in this order.
    pub fn eat_all(&mut self, words: &[&str]) -> bool {
        let found = words
            .iter()
            .enumerate()
            .all(|(i, word)| self.word_at(i).eq_ignore_ascii_case(word));
        if found {
            self.at += words.len();
        }
        found
    }

    /// Passes the next term if it is one of these words.
    pub fn eat_any(&mut self, words: &[&str]) -> bool {
        let found = words.iter().any(|word| self.is(word));
        self.at += usize::from(found);
        found
    }

    /// Passes a hyphen or a dash.
    pub fn eat_dash(&mut self) -> bool {
        let found = matches!(self.word(), "-" | "–" | "—" | "‐" | "‑" | "−" | "--");
        if found {
            self.at += 1;
            // `--` is two marks.
            if matches!(self.word(), "-") {
                self.at += 1;
            }
        }
        found
    }

    /// Passes the dot that touches an abbreviation just passed.
    pub fn eat_dot(&mut self) {
        self.at += usize::from(self.is(".") && self.glued());
    }

    /// What the next term can be; nothing at the end.
    #[must_use]
    pub fn classes(&self) -> Classes {
        self.peek(0).map_or(Classes::NONE, |term| term.classes)
    }

    /// The first sense of the next term that `pick` accepts.
    pub fn sense<T>(&self, pick: impl Fn(Sense) -> Option<T>) -> Option<T> {
        self.peek(0)?.senses.iter().copied().find_map(pick)
    }

    /// Passes the next term if it has a sense that `pick` accepts.
    pub fn eat_sense<T>(&mut self, pick: impl Fn(Sense) -> Option<T>) -> Option<T> {
        let found = self.sense(pick)?;
        self.at += 1;
        Some(found)
    }

    /// The shape of the next term, if it is a numeral.
    #[must_use]
    pub fn numeral(&self) -> Option<Numeral> {
        self.peek(0)?.numeral
    }

    /// The next term as a plain number of at most `digits` digits.
    #[must_use]
    pub fn plain(&self, digits: usize) -> Option<u32> {
        match self.numeral()? {
            Numeral::Plain(value, width) if width <= digits => u32::try_from(value).ok(),
            _ => None,
        }
    }

    /// Whether the next term touches the one before it.
    #[must_use]
    pub fn glued(&self) -> bool {
        match (self.behind(1), self.peek(0)) {
            (Some(before), Some(next)) => before.span.end() == next.span.start(),
            _ => false,
        }
    }

    /// The weekday the next term names.
    #[must_use]
    pub fn weekday(&self) -> Option<Weekday> {
        self.sense(|sense| match sense {
            Sense::Weekday(day) => Some(day),
            _ => None,
        })
    }

    /// The weekday that the term `ahead` places on names.
    #[must_use]
    pub fn weekday_ahead(&self, ahead: usize) -> Option<Weekday> {
        Self {
            at: self.at + ahead,
            ..*self
        }
        .weekday()
    }

    /// The term `ahead` places on as a number of one or two digits.
    #[must_use]
    pub fn plain_ahead(&self, ahead: usize) -> Option<u32> {
        Self {
            at: self.at + ahead,
            ..*self
        }
        .plain(2)
    }

    /// Runs `production`; takes the cursor back if it finds nothing.
    pub fn try_to<T>(&mut self, production: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let start = self.at;
        let found = production(self);
        if found.is_none() {
            self.at = start;
        }
        found
    }
}
