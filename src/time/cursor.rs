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
    /// The key of its folded characters.
    pub key: WordKey,
    /// Its first character: of a mark the only one.
    pub first: char,
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
    /// Its characters.
    #[must_use]
    pub fn word<'t>(&self, text: &'t str) -> &'t str {
        self.span.of(text)
    }

    /// It, if it is a mark, else `\0`.
    #[must_use]
    pub const fn mark(&self) -> char {
        match self.kind {
            TokenKind::Mark => self.first,
            _ => '\0',
        }
    }

    /// Whether it is a hyphen or a dash.
    #[must_use]
    pub const fn is_dash(&self) -> bool {
        matches!(self.mark(), '-' | '–' | '—' | '‐' | '‑' | '−')
    }

    /// Whether it begins with a capital.
    #[must_use]
    pub fn is_capitalised(&self) -> bool {
        self.first.is_uppercase()
    }

    /// Adds a token with what it means alone.
    #[expect(
        clippy::inline_always,
        reason = "the call would cost as much as the work"
    )]
    #[inline(always)]
    fn push(
        terms: &mut Vec<Self>,
        token: &Token,
        starts_line: bool,
        text: &str,
        lexicon: &'l Lexicon,
    ) {
        let (senses, classes) = match token.kind {
            TokenKind::Word | TokenKind::Mark => lexicon.senses(token.key),
            _ => (&[][..], Classes::NONE),
        };
        terms.push(Self {
            span: token.span,
            key: token.key,
            first: token.first,
            kind: token.kind,
            senses,
            classes,
            numeral: None,
            starts_line,
        });
        // Few tokens are neither letters nor a mark.
        if !token.letters
            && token.kind != TokenKind::Mark
            && let Some(term) = terms.last_mut()
        {
            term.look_closer(text);
        }
    }

    /// What the digits, hyphens and other signs of a token say.
    fn look_closer(&mut self, text: &str) {
        let word = self.word(text);
        if self.kind == TokenKind::Numeral {
            self.numeral = Numeral::parse(word);
            self.classes = Classes::of(&[self.numeral.into()]);
            return;
        }
        if word.bytes().any(|b| b.is_ascii_digit()) {
            self.classes = self.classes.with(Class::Mixed);
        }
        if self.senses.is_empty() && word.contains('-') {
            self.classes = self.classes.with(Class::Hyphened);
        }
    }
}

/// The terms of one zone: its tokens without line ends, hyphened words cut where each piece has a sense
/// (`dua-tiga`, `Jan-Mar`, `II-2023`).
#[must_use]
pub fn terms<'l>(text: &str, tokens: &[Token], lexicon: &'l Lexicon) -> Vec<Term<'l>> {
    let mut terms = Vec::new();
    read_terms(text, tokens, lexicon, &mut terms);
    terms
}

/// The [`terms`] of one zone, in place of those of another.
pub(super) fn read_terms<'l>(
    text: &str,
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
        Term::push(terms, token, starts_line, text, lexicon);
        starts_line = false;
        if !token.letters
            && let Some(term) = terms.pop_if(|term| term.classes.has(Class::Hyphened))
            && !cut(&term, text, lexicon, terms)
        {
            terms.push(term);
        }
    }
}

/// Cuts a hyphened word into its pieces and the hyphens between them, if every piece has a sense or is a number.
fn cut<'l>(term: &Term<'l>, text: &str, lexicon: &'l Lexicon, terms: &mut Vec<Term<'l>>) -> bool {
    let (word, span) = (term.word(text), term.span);
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
        Term::push(terms, &token, term.starts_line, text, lexicon);
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
        term.kind != TokenKind::Word || !term.senses.is_empty() || roman(term.word(text)).is_some()
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
        self.peek(ahead).map_or("", |term| term.word(self.text))
    }

    /// The characters of the term `back` places before; empty before the start.
    #[must_use]
    pub fn word_behind(&self, back: usize) -> &'a str {
        self.behind(back).map_or("", |term| term.word(self.text))
    }

    /// The key of the next term; that of no letters at the end.
    #[must_use]
    pub fn key(&self) -> WordKey {
        self.key_at(0)
    }

    /// The key of the term `ahead` places on.
    #[must_use]
    pub fn key_at(&self, ahead: usize) -> WordKey {
        self.peek(ahead).map_or(WordKey::EMPTY, |term| term.key)
    }

    /// The key of the term `back` places before.
    #[must_use]
    pub fn key_behind(&self, back: usize) -> WordKey {
        self.behind(back).map_or(WordKey::EMPTY, |term| term.key)
    }

    /// The next term if it is a mark, else `\0`.
    #[must_use]
    pub fn mark(&self) -> char {
        self.mark_at(0)
    }

    /// The term `ahead` places on if it is a mark, else `\0`.
    #[must_use]
    pub fn mark_at(&self, ahead: usize) -> char {
        self.peek(ahead).map_or('\0', Term::mark)
    }

    /// The term `back` places before if it is a mark, else `\0`.
    #[must_use]
    pub fn mark_behind(&self, back: usize) -> char {
        self.behind(back).map_or('\0', Term::mark)
    }

    /// Whether the next term is this word.
    #[must_use]
    pub fn is(&self, word: WordKey) -> bool {
        self.key() == word
    }

    /// Whether the term just passed is one of these words.
    #[must_use]
    pub fn is_after(&self, words: &[WordKey]) -> bool {
        words.contains(&self.key_behind(1))
    }

    /// Passes the next term if it is this word.
    pub fn eat(&mut self, word: WordKey) -> bool {
        let found = self.is(word);
        self.at += usize::from(found);
        found
    }

    /// Passes these words if they stand next, in this order.
    pub fn eat_all(&mut self, words: &[WordKey]) -> bool {
        let found = words
            .iter()
            .enumerate()
            .all(|(i, word)| self.key_at(i) == *word);
        if found {
            self.at += words.len();
        }
        found
    }

    /// Passes the next term if it is one of these words.
    pub fn eat_any(&mut self, words: &[WordKey]) -> bool {
        let found = words.contains(&self.key());
        self.at += usize::from(found);
        found
    }

    /// Whether the next term is a hyphen or a dash.
    #[must_use]
    pub fn is_dash(&self) -> bool {
        self.peek(0).is_some_and(Term::is_dash)
    }

    /// Passes a hyphen or a dash.
    pub fn eat_dash(&mut self) -> bool {
        let found = self.is_dash();
        if found {
            self.at += 1;
            // `--` is two marks.
            if self.mark() == '-' {
                self.at += 1;
            }
        }
        found
    }

    /// Passes the dot that touches an abbreviation just passed.
    pub fn eat_dot(&mut self) {
        self.at += usize::from(self.mark() == '.' && self.glued());
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
