//! Listed names, with what their neighbours make of them.

use super::{Expect, Walk};
use crate::entity::lists::Entry;
use crate::entity::mention::EntityKind;
use crate::entity::page::{Style, Word};
use crate::entity::sense::Sense;

impl Walk<'_, '_> {
    /// A listed name, with what its neighbours make of it.
    pub(super) fn listed(&mut self, at: usize, word: Word) -> Option<usize> {
        let (entry, tokens) = word.entry?;
        let mut end = at + tokens;
        let language = at.checked_sub(1).and_then(|i| self.page.word(i));
        if language.is_some_and(|before| before.own.has(Sense::LANGUAGE)) {
            return Some(end);
        }
        let Some(kind) = entry.kind else {
            if entry.weak && (self.holds() || self.expect == Expect::Person || self.acts(end)) {
                return None;
            }
            self.expect = Expect::Nothing;
            return Some(end);
        };
        let wants_person = self.holds() || self.expect == Expect::Person;
        let single = tokens == 1;
        match kind {
            EntityKind::Place => {
                if let Expect::People { residents } = self.expect
                    && (entry.country || entry.also_group && !residents)
                {
                    return Some(self.name(at..end, EntityKind::Group, 0.75));
                }
                let leads_name = single
                    && !entry.country
                    && self.page.word(end).is_some_and(|next| {
                        next.given && next.capital && next.entry.is_none() && word.given
                    });
                if leads_name || (entry.weak && self.expect != Expect::Place) {
                    return None;
                }
                if wants_person
                    && self.expect == Expect::Person
                    && single
                    && !entry.country
                    && entry.group.is_none()
                    && word.style == Style::Sentence
                {
                    return None;
                }
                end = self.page.place_end(at, self.limit).unwrap_or(end);
                Some(self.name(at..end, kind, 0.85))
            }
            EntityKind::Group => {
                let said = matches!(self.expect, Expect::People { .. });
                let before = at.checked_sub(1).and_then(|i| self.page.word(i));
                if self.holds() && before.is_some_and(|word| word.own.has(Sense::DOMAIN)) {
                    return Some(end);
                }
                if entry.weak && !said {
                    return None;
                }
                Some(self.name(at..end, kind, if said { 0.8 } else { 0.7 }))
            }
            EntityKind::Organisation => self.listed_organisation(at, word, entry, tokens),
            EntityKind::Person => {
                if entry.weak && !wants_person && !self.acts(end) {
                    return None;
                }
                if let Some(longer) = self.run(at).filter(|longer| *longer > end) {
                    end = longer;
                }
                Some(self.name(at..end, kind, 0.9))
            }
            EntityKind::Event => {
                end = self.page.event_tail(end, self.limit, false);
                Some(self.name(at..end, kind, 0.8))
            }
            EntityKind::Work => {
                if entry.weak && self.expect != Expect::Work {
                    return None;
                }
                Some(self.name(at..end, kind, 0.8))
            }
            EntityKind::Law | EntityKind::Money | EntityKind::Quantity => {
                Some(self.name(at..end, kind, 0.8))
            }
        }
    }

    /// A listed institution, with its region, the end of its name, and words in capitals that no list knows.
    pub(super) fn listed_organisation(
        &mut self,
        at: usize,
        word: Word,
        entry: Entry,
        tokens: usize,
    ) -> Option<usize> {
        let single = tokens == 1;
        let mut end = at + tokens;
        if entry.weak && self.expect == Expect::Nothing {
            return None;
        }
        if entry.branches {
            while let Some(region) = self
                .page
                .place_end(end, self.limit)
                .or_else(|| self.page.headed_place_end(end, self.limit, true))
            {
                end = region;
            }
        }
        if let Some(tail) = self.page.word(end).filter(|next| {
            next.capital
                && next.own.has(Sense::ORG_TAIL)
                && next.entry.is_none()
                && next.commonness >= 3
        }) && tail.style == Style::Sentence
        {
            end += 1;
        }
        let longer = self.strange_tail(end, word);
        if single && longer > end {
            let kind = if self.expect == Expect::Place {
                EntityKind::Place
            } else {
                EntityKind::Organisation
            };
            return Some(self.name(at..longer, kind, 0.7));
        }
        Some(self.name(at..end, EntityKind::Organisation, 0.85))
    }

    /// How far words in capitals that no list knows run on behind a listed name: `Ciputra Artpreneur`.
    pub(super) fn strange_tail(&self, mut end: usize, first: Word) -> usize {
        if first.style != Style::Sentence || first.upper || self.holds() {
            return end;
        }
        while end < self.limit
            && self.page.word(end).is_some_and(|word| {
                word.capital
                    && !word.glued
                    && !word.upper
                    && !word.given
                    && word.commonness >= 5
                    && word.entry.is_none()
                    && word.phrase.0 == Sense::NONE
            })
        {
            end += 1;
        }
        end
    }

    /// Whether what stands at `at` makes a person of the word before it: a name goes on, or a verb of persons.
    pub(super) fn acts(&self, at: usize) -> bool {
        self.page.word(at).is_some_and(|next| {
            next.capital && next.given && next.entry.is_none()
                || !next.capital && next.own.has(Sense::DOES)
        })
    }
}
