//! What a sentence uses a place as.

use super::mention::PlaceUse;
use super::page::Page;
use super::sense::Sense;
use crate::text::TokenKind;
use std::ops::Range;

/// `di Rusia` is a place, `Rusia menyerang` an actor, `tentara Rusia` a description. A place behind a comma is used as the
/// one before it, which is `previous` if it ends right before the comma.
#[must_use]
pub(super) fn place_use(
    page: &Page<'_>,
    range: &Range<usize>,
    previous: Option<(usize, PlaceUse)>,
) -> PlaceUse {
    let headed = page
        .word(range.start)
        .is_some_and(|word| word.phrase.0.has(Sense::LOC.with(Sense::ADMIN)));
    let Some(before) = range.start.checked_sub(1).and_then(|at| page.word(at)) else {
        return if headed {
            PlaceUse::Place
        } else {
            PlaceUse::Actor
        };
    };
    if headed || before.own.has(Sense::AT) {
        return PlaceUse::Place;
    }
    if before.kind == TokenKind::Mark {
        if let Some((end, used)) = previous.filter(|(end, _)| end + 1 == range.start) {
            return if page.is_mark(end, ",") {
                used
            } else {
                PlaceUse::Actor
            };
        }
        return PlaceUse::Actor;
    }
    if before
        .own
        .has(Sense::TO.with(Sense::JOINS).with(Sense::SAYS))
        || before.kind != TokenKind::Word
    {
        return PlaceUse::Actor;
    }
    let opens = page.word(range.start).is_some_and(|word| word.opens);
    if opens {
        PlaceUse::Actor
    } else {
        PlaceUse::Modifier
    }
}
