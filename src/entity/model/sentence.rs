//! A sentence as the model sees it: for every token what its features are made of, as numbers.

use super::features::REACH;
use super::word::{Mark, Word, Words};
use crate::entity::lists::NameLists;
use crate::text::{Span, Token, TokenKind, tokenize};

/// A sentence whose tokens have been looked up. Made once, read by the features of all its tokens.
#[derive(Debug, Default)]
pub struct Sentence {
    pub(super) places: Vec<Place>,
    pub(super) style: u32,
}

/// What is known of one token. A zero says "nothing".
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place {
    pub(super) word: Word,
    pub(super) senses: u32,
    /// The lists that have a name here, each with the token's place in the name.
    pub(super) listed: [u32; 3],
    /// Bounds of the run of capitalised words it stands in; equal outside of one.
    pub(super) run: (u32, u32),
    /// Whether it stands between quotation marks.
    pub(super) quoted: bool,
}

impl Sentence {
    /// Looks up words that were cut elsewhere, one token each however they are written.
    #[must_use]
    pub fn of_words<'w>(words: impl Iterator<Item = &'w str>, lists: &NameLists) -> Self {
        let mut text = String::new();
        let mut tokens = Vec::new();
        for word in words {
            if !text.is_empty() {
                text.push(' ');
            }
            let start = text.len();
            text.push_str(word);
            let kind = match tokenize(word).as_slice() {
                [token] => token.kind,
                _ => TokenKind::Word,
            };
            tokens.push(Token::of(&text, Span::new(start, text.len()), kind));
        }
        let mut sentence = Self::default();
        sentence.read(&text, &tokens, &mut Words::new(lists));
        sentence
    }

    /// Looks up the tokens of a sentence of `text`, in the place of what was there.
    pub(super) fn read(&mut self, text: &str, tokens: &[Token], words: &mut Words<'_>) {
        let places = &mut self.places;
        places.clear();
        places.extend(tokens.iter().enumerate().map(|(at, token)| {
            let word = words.look_up(text, *token);
            let mut senses = 0;
            if word.opens_sense {
                let rest = tokens.get(at..).unwrap_or_default();
                let found = &words.lists.senses;
                found.matches(text, rest, |_, sense| senses |= sense.bits());
            }
            Place {
                word,
                senses,
                ..Place::default()
            }
        }));
        mark_listed(text, tokens, words.lists, places);
        mark_runs(places);
        mark_quotations(places);
        self.style = style(tokens, places);
    }

    /// Whether the token at `at` may stand in a name: somebody writes it or a token nearby as names are written.
    pub(super) fn may_name(&self, at: usize) -> bool {
        let near = at.saturating_sub(REACH)..(at + REACH + 1).min(self.places.len());
        let mut near = self.places.get(near).unwrap_or_default().iter();
        self.style != 0 || near.any(|place| place.word.hints || place.listed[0] != 0)
    }

    /// How many tokens it has.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether it has none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.places.is_empty()
    }
}

/// Says of the tokens of every listed name which list has it and where in the name they stand.
fn mark_listed(text: &str, tokens: &[Token], lists: &NameLists, places: &mut [Place]) {
    let mut covered = 0;
    for at in 0..tokens.len() {
        if !places.get(at).is_some_and(|place| place.word.opens_name) {
            continue;
        }
        let mut best = None;
        let rest = tokens.get(at..).unwrap_or_default();
        lists.names.matches(text, rest, |count, entry| {
            best = Some((count, entry.list));
        });
        let Some((count, list)) = best else { continue };
        let inner = at + count <= covered;
        covered = covered.max(at + count);
        for offset in 0..count {
            let place = match (offset, count) {
                (0, 1) => 0,
                (0, _) => 1,
                (offset, count) if offset + 1 == count => 2,
                _ => 3,
            };
            let code = 1 + (u32::from(list) * 4 + place) * 2 + u32::from(inner);
            let slots = places.get_mut(at + offset).map(|place| &mut place.listed);
            let free = slots.and_then(|slots| slots.iter_mut().find(|slot| **slot == 0));
            if let Some(slot) = free {
                *slot = code;
            }
        }
    }
}

/// Says of capitalised words where the run of such words begins and ends.
fn mark_runs(places: &mut [Place]) {
    let mut start = 0;
    for part in places.chunk_by_mut(|a, b| a.word.capital == b.word.capital) {
        let end = start + part.len();
        if part.first().is_some_and(|first| first.word.capital) {
            let bounds = |at| u32::try_from(at).unwrap_or(u32::MAX);
            for place in part {
                place.run = (bounds(start), bounds(end));
            }
        }
        start = end;
    }
}

/// Says of the tokens between quotation marks that they are.
fn mark_quotations(places: &mut [Place]) {
    let mut open = false;
    for place in places {
        match place.word.mark {
            Mark::Quotation => open = !open,
            Mark::OpensQuotation => open = true,
            Mark::ClosesQuotation => open = false,
            Mark::None | Mark::OpensBracket => place.quoted = open,
        }
    }
}

/// How the sentence is written: 1 all capitals, 2 every word with a capital, 3 none with one, 0 as sentences are.
fn style(tokens: &[Token], places: &[Place]) -> u32 {
    let (mut all, mut upper, mut capital, mut small) = (0, 0, 0, 0);
    for (token, place) in tokens.iter().zip(places) {
        if token.kind == TokenKind::Word {
            all += 1;
            upper += usize::from(place.word.upper);
            capital += usize::from(place.word.capital);
            small += usize::from(place.word.small);
        }
    }
    if all >= 3 && upper * 10 >= all * 7 {
        1
    } else if all >= 4 && capital == 0 {
        3
    } else if all >= 4 && capital * 10 >= all * 6 && small * 6 <= all {
        2
    } else {
        0
    }
}
