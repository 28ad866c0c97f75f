//! Terms, and a position among them that is cheap to take back.

use super::lexicon::{Lexicon, Sense};
use crate::text::{Numeral, Span, Token, TokenKind, WordKey};
use chrono::Weekday;

/// A token, or a piece of one, with its senses.
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
    /// Whether a line end stands before it.
    pub starts_line: bool,
}

/// The terms of one zone: its tokens without line ends, hyphened words cut where each piece has a sense
/// (`dua-tiga`, `Jan-Mar`, `II-2023`).
#[must_use]
pub fn terms<'l>(text: &'l str, tokens: &[Token], lexicon: &'l Lexicon) -> Vec<Term<'l>> {
    let mut terms = Vec::with_capacity(tokens.len());
    let mut starts_line = true;
    for token in tokens {
        let word = token.span.of(text);
        match token.kind {
            TokenKind::Break => {
                starts_line = true;
                continue;
            }
            TokenKind::Word => {
                let senses = lexicon.senses(token.key);
                let cut = if senses.is_empty() {
                    word.find('-').filter(|_| word.len() < 40)
                } else {
                    None
                };
                let pieces = cut.map_or_else(Vec::new, |_| pieces(token.span, word, lexicon));
                if pieces.is_empty() {
                    terms.push(Term {
                        span: token.span,
                        word,
                        kind: token.kind,
                        senses,
                        starts_line,
                    });
                }
                terms.extend(pieces.into_iter().map(|piece| Term {
                    starts_line,
                    ..piece
                }));
            }
            _ => terms.push(Term {
                span: token.span,
                word,
                kind: token.kind,
                senses: &[],
                starts_line,
            }),
        }
        starts_line = false;
    }
    terms
}

/// The pieces of a hyphened word with the hyphens between them, if every piece has a sense or is a number.
fn pieces<'l>(span: Span, word: &'l str, lexicon: &'l Lexicon) -> Vec<Term<'l>> {
    // `tahun-tahun` and `sehari-hari` are one word.
    let folded = word.to_ascii_lowercase();
    if folded
        .split_once('-')
        .is_some_and(|(left, right)| left.ends_with(right))
    {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut start = 0;
    for part in word.split('-') {
        let at = span.start() + start;
        if start > 0 {
            found.push(Term {
                span: Span::new(at - 1, at),
                word: word.get(start - 1..start).unwrap_or_default(),
                kind: TokenKind::Mark,
                senses: &[],
                starts_line: false,
            });
        }
        let digits = is_number(part);
        let senses = lexicon.senses(WordKey::of(part));
        if !digits && senses.is_empty() && roman(part).is_none() {
            return Vec::new();
        }
        let kind = if digits {
            TokenKind::Numeral
        } else {
            TokenKind::Word
        };
        found.push(Term {
            span: Span::new(at, at + part.len()),
            word: part,
            kind,
            senses,
            starts_line: false,
        });
        start += part.len() + 1;
    }
    found
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
        let term = self.peek(0)?;
        (term.kind == TokenKind::Numeral).then(|| Numeral::parse(term.word))?
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
