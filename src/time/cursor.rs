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
    /// The key of its folded characters.
    pub key: WordKey,
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
    /// A token with what it means alone.
    fn of(token: &Token, text: &'l str, lexicon: &'l Lexicon) -> Self {
        let word = token.span.of(text);
        let (mut senses, mut classes, mut numeral) = (&[][..], Classes::NONE, None);
        match token.kind {
            TokenKind::Word => (senses, classes) = lexicon.senses(token.key),
            TokenKind::Numeral => {
                numeral = Numeral::parse(word);
                classes = Classes::of(&[numeral.into()]);
            }
            TokenKind::Link | TokenKind::Mark | TokenKind::Break => {}
        }
        // Digits, hyphens and other signs come before the letters; few words hold any.
        if matches!(token.kind, TokenKind::Word | TokenKind::Link)
            && word.bytes().any(|b| b <= b'9')
        {
            if word.bytes().any(|b| b.is_ascii_digit()) {
                classes = classes.with(Class::Mixed);
            }
            if senses.is_empty() && word.contains('-') {
                classes = classes.with(Class::Hyphened);
            }
        }
        Self {
            span: token.span,
            word,
            key: token.key,
            kind: token.kind,
            senses,
            classes,
            numeral,
            starts_line: false,
        }
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
        if token.kind == TokenKind::Break {
            starts_line = true;
            continue;
        }
        let whole = terms.len();
        let term = Term::of(token, text, lexicon);
        if !term.classes.has(Class::Hyphened) || !cut(&term, text, lexicon, terms) {
            terms.push(term);
        }
        if starts_line {
            let pieces = terms.iter_mut().skip(whole);
            pieces.for_each(|piece| piece.starts_line = true);
            starts_line = false;
        }
    }
}

/// Cuts a hyphened word into its pieces and the hyphens between them, if every piece has a sense or is a number.
fn cut<'l>(
    term: &Term<'l>,
    text: &'l str,
    lexicon: &'l Lexicon,
    terms: &mut Vec<Term<'l>>,
) -> bool {
    let Term { word, span, .. } = *term;
    if term.kind != TokenKind::Word || word.len() >= 40 {
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
    let mut piece = |start: usize, end: usize, kind: TokenKind| {
        let token = Token::of(text, Span::new(start, end), kind);
        terms.push(Term::of(&token, text, lexicon));
    };
    let mut at = span.start();
    for part in word.split('-') {
        if at > span.start() {
            piece(at - 1, at, TokenKind::Mark);
        }
        let kind = if is_number(part) {
            TokenKind::Numeral
        } else {
            TokenKind::Word
        };
        piece(at, at + part.len(), kind);
        at += part.len() + 1;
    }
    let meant = |term: &Term<'_>| {
        term.kind != TokenKind::Word || !term.senses.is_empty() || roman(term.word).is_some()
    };
    let all = terms.iter().skip(whole).all(meant);
    if !all {
        terms.truncate(whole);
    }
    all
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

    /// Whether the term just passed is one of these words, in any case.
    #[must_use]
    pub fn is_after(&self, words: &[&str]) -> bool {
        let passed = self.word_behind(1);
        words.iter().any(|word| passed.eq_ignore_ascii_case(word))
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
