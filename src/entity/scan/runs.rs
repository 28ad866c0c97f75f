//! Runs of words that no list knows, and what the words around them make of them.

use super::{Expect, Walk};
use crate::article::ZoneKind;
use crate::entity::extent::is_year;
use crate::entity::initials::is_aged;
use crate::entity::mention::EntityKind;
use crate::entity::page::{Style, Word};
use crate::entity::sense::Sense;
use crate::text::TokenKind;
use std::ops::Range;

impl Walk<'_, '_> {
    /// A run of words that no list knows.
    pub(super) fn unknown(&mut self, at: usize, word: Word) -> usize {
        let Some(end) = self.run(at) else {
            return at + 1;
        };
        let range = at..end;
        let words = end - at;
        let page = self.page;
        let last = page.word(end - 1).copied().unwrap_or(word);
        let generic = words == 1 && word.own.has(Sense::GENERIC) && !word.given;
        if generic {
            if !self.holds() {
                self.expect = Expect::Nothing;
            }
            return end;
        }
        let after = page.word(end).copied();
        // `Direktur Narkoba Kombes …`: before a rank stands what the office is over.
        if self.holds() && after.is_some_and(|next| next.own.has(Sense::FORCE)) {
            return end;
        }
        let speaks = after.is_some_and(|next| {
            !next.capital && next.own.has(Sense::DOES.with(Sense::ALIAS)) && end < self.limit
        });
        let aliased = after.is_some_and(|next| next.own.has(Sense::ALIAS) && end < self.limit);
        let aged = is_aged(page, end);
        if let Some(split) = self.split_run(&range) {
            return split;
        }
        let given = (at..end)
            .filter(|i| page.word(*i).is_some_and(|w| w.given))
            .count();
        let sentence = word.style == Style::Sentence;
        let decided = if words > 1 && last.own.has(Sense::ORG_TAIL) && !last.given {
            Some((EntityKind::Organisation, 0.75))
        } else if aged || aliased {
            Some((EntityKind::Person, 0.85))
        } else {
            match self.expect {
                Expect::Person => Some((EntityKind::Person, 0.85)),
                Expect::Holder | Expect::Ruler
                    if (sentence || given > 0 || words > 1) && !(words == 1 && word.upper) =>
                {
                    Some((EntityKind::Person, 0.75))
                }
                Expect::Work if sentence => Some((EntityKind::Work, 0.5)),
                Expect::Place if given < words || words == 1 => Some((EntityKind::Place, 0.6)),
                Expect::People { residents: true } if words <= 2 => Some((EntityKind::Place, 0.5)),
                Expect::People { .. } if words <= 2 => Some((EntityKind::Group, 0.5)),
                _ if word.zone == ZoneKind::Byline && words > 1 => Some((EntityKind::Person, 0.8)),
                _ if given * 2 >= words && (words > 1 || speaks) => Some((EntityKind::Person, 0.7)),
                _ if speaks && (words > 1 || !word.upper) => Some((EntityKind::Person, 0.6)),
                _ if given > 0 && words > 1 => Some((EntityKind::Person, 0.6)),
                _ if sentence && given > 0 && self.expect == Expect::Someone => {
                    Some((EntityKind::Person, 0.6))
                }
                _ => None,
            }
        };
        if let Some((kind, confidence)) = decided {
            self.name(range, kind, confidence)
        } else {
            self.found.loose.push(range);
            self.last = None;
            self.expect = Expect::Nothing;
            end
        }
    }

    /// In a run behind a title the institution or place may come first: `Mirae Sekuritas Nathania`, `Sangihe Utara Sri`.
    pub(super) fn split_run(&mut self, run: &Range<usize>) -> Option<usize> {
        if !self.holds() {
            return None;
        }
        let inner = run.start + 1..run.end.saturating_sub(1);
        let has = |at: usize, sense| {
            self.page
                .word(at)
                .is_some_and(|w| w.own.has(sense) && !w.given)
        };
        let (end, kind) =
            if let Some(tail) = inner.clone().rev().find(|at| has(*at, Sense::ORG_TAIL)) {
                (tail + 1, EntityKind::Organisation)
            } else if self.expect == Expect::Ruler {
                let compass = inner.clone().find(|at| has(*at, Sense::COMPASS));
                (compass? + 1, EntityKind::Place)
            } else {
                return None;
            };
        Some(self.name(run.start..end, kind, 0.65))
    }

    /// The end of the run of name-like words at `at`: capitals with the particles, initials and shortened parts between.
    pub(super) fn run(&self, at: usize) -> Option<usize> {
        let page = self.page;
        let mut end = at;
        let mut next = at;
        while next < self.limit && next < at + 9 {
            let Some(word) = page.word(next) else { break };
            let first = next == at;
            if word.kind == TokenKind::Mark {
                let dot = page.text_at(next) == "."
                    && word.glued
                    && page.is_shortened(next.wrapping_sub(1))
                    && page.word(next + 1).is_some_and(|w| w.capital);
                if !dot || next + 1 >= self.limit {
                    break;
                }
                next += 1;
                continue;
            }
            if word.kind != TokenKind::Word || (first && !page.is_cased(word)) {
                break;
            }
            if !page.is_cased(word) {
                let inner = !word.capital
                    && word.own.has(Sense::PARTICLE)
                    && !word.own.has(Sense::AT.with(Sense::TO))
                    && page
                        .word(next + 1)
                        .is_some_and(|w| w.capital && w.kind == TokenKind::Word);
                if !inner || next + 1 >= self.limit {
                    break;
                }
                next += 1;
                continue;
            }
            if !first && ends_run(*word) {
                break;
            }
            next += 1;
            end = next;
        }
        (end > at).then_some(end)
    }

    /// The end of the model's name behind the maker at `at`.
    pub(super) fn model(&self, at: usize) -> Option<usize> {
        let (_, length) = self.page.word(at)?.phrase;
        let mut end = at + length;
        while end < self.limit && end < at + 7 {
            let word = self.page.word(end)?;
            let text = self.page.text_at(end);
            let coded = text.bytes().any(|b| b.is_ascii_digit()) && !is_year(text);
            let named = word.capital
                && word.commonness >= 3
                && word
                    .entry
                    .is_none_or(|(entry, _)| entry.kind == Some(EntityKind::Work))
                && !word
                    .own
                    .has(Sense::ORG_TAIL.with(Sense::TITLE).with(Sense::GENERIC))
                && !word.glued;
            let number = word.kind == TokenKind::Numeral && coded && word.span.len() <= 3;
            if !(named || (word.kind == TokenKind::Word && coded && word.capital) || number) {
                break;
            }
            end += 1;
        }
        (end > at + length).then_some(end)
    }

    /// The end of the title that begins at `at` inside quotation marks: a few capitalised words up to the closing mark.
    pub(super) fn quoted(&self, at: usize) -> Option<usize> {
        if !self.page.word(at)?.capital {
            return None;
        }
        (at..self.limit.min(at + 12)).find(|index| {
            self.page
                .word(*index)
                .is_some_and(|w| w.kind == TokenKind::Mark)
                && matches!(self.page.text_at(*index), "\"" | "”" | "’" | "'")
        })
    }
}

/// Whether a run ends before this word.
fn ends_run(word: Word) -> bool {
    if word.own.has(Sense::FORCE) {
        return true;
    }
    if word.given || word.own.has(Sense::ABBREVIATED) {
        return false;
    }
    if let Some((entry, tokens)) = word.entry {
        let only_looks = entry.kind.is_none() && entry.weak;
        let minor_place = entry.kind == Some(EntityKind::Place)
            && tokens == 1
            && !entry.country
            && entry.group.is_none()
            && entry.weak;
        return !(only_looks
            || minor_place
            || entry.kind == Some(EntityKind::Person)
            || entry.kind == Some(EntityKind::Group) && entry.weak);
    }
    let headline = matches!(word.style, Style::Title | Style::Upper);
    if headline || word.style == Style::Lower {
        return word.commonness < 4;
    }
    word.own.has(Sense::TITLE) && !word.own.has(Sense::PART.with(Sense::DOMAIN))
        || word.own.has(Sense::ORG) && word.span.len() > 3
}
