//! The initials by which an article calls persons whom it does not name: `AS (34)`, `berinisial RI`, and what is listed
//! beside them.

use super::page::{Page, Style};
use super::sense::Sense;
use crate::text::{KeySet, TokenKind};

/// No initials are longer than this.
const LONGEST: usize = 3;

/// The keys of all initials of the article.
#[must_use]
pub(super) fn of(page: &Page<'_>) -> KeySet {
    let mut found = KeySet::default();
    for at in 0..page.words.len() {
        if may_be(page, at) && (is_aged(page, at + 1) || is_announced(page, at)) {
            add(page, at, &mut found);
            add_listed(page, at, &mut found);
        }
    }
    found
}

/// Whether a bracket with an age stands at `at`: `(34)`.
#[must_use]
pub(super) fn is_aged(page: &Page<'_>, at: usize) -> bool {
    page.is_mark(at, "(")
        && page.is_mark(at + 2, ")")
        && page
            .word(at + 1)
            .is_some_and(|word| word.kind == TokenKind::Numeral && word.span.len() <= 2)
}

/// Capitals alone, three at most, in a line where capitals say something.
fn may_be(page: &Page<'_>, at: usize) -> bool {
    page.word(at).is_some_and(|word| {
        word.kind == TokenKind::Word
            && word.capital
            && (word.upper || word.span.len() == 1)
            && word.span.len() <= LONGEST
            && word.style != Style::Upper
    })
}

/// `berinisial AS`, `inisial M alias RI`.
fn is_announced(page: &Page<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| page.word(at));
    before.is_some_and(|word| word.own.has(Sense::INITIAL))
}

fn add(page: &Page<'_>, at: usize, found: &mut KeySet) {
    found.extend(page.tokens.get(at).map(|token| token.key));
}

/// What is listed behind initials, and written like them, is of their kind: `AS (34), MR, dan DS`.
fn add_listed(page: &Page<'_>, mut at: usize, found: &mut KeySet) {
    loop {
        at += if is_aged(page, at + 1) { 4 } else { 1 };
        let comma = page.is_mark(at, ",");
        at += usize::from(comma);
        let joined = page.word(at).is_some_and(|word| word.own.has(Sense::JOINS));
        at += usize::from(joined);
        if !(comma || joined) || !may_be(page, at) {
            return;
        }
        add(page, at, found);
    }
}
