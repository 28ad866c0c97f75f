//! Pieces of names with shapes of their own: the dot of a legal form, a region behind a bracket, numbered units, days.

use super::extent::is_year;
use super::page::{Page, Style};
use super::sense::Sense;
use crate::text::TokenKind;

impl Page<'_> {
    /// How many capitalised words stand in a row from `at` on, up to four.
    pub(super) fn capitals(&self, at: usize, limit: usize) -> usize {
        (at..limit.min(at + 4))
            .take_while(|at| {
                self.word(*at).is_some_and(|word| {
                    word.capital && !word.own.has(Sense::FORCE) && !self.is_common_in_headline(word)
                })
            })
            .count()
    }

    /// `Pengadilan Negeri (PN) Bandung`: the end of the region behind the short form of a name that is but its kind; the
    /// bracket stands at `at`, the name's head at `head`.
    pub(super) fn region_behind_bracket(
        &self,
        head: usize,
        at: usize,
        limit: usize,
    ) -> Option<usize> {
        let short = self.word(at + 1)?;
        let closed = self.is_mark(at, "(") && self.is_mark(at + 2, ")") && short.capital;
        let kind_only = (head..at).all(|at| {
            self.word(at).is_some_and(|word| {
                word.own
                    .has(Sense::DOMAIN.with(Sense::ORG).with(Sense::JOINS))
                    || word.phrase.0.has(Sense::ORG)
            })
        });
        if !closed || !kind_only || short.own.has(Sense::ORG_TAIL) && !short.own.has(Sense::ORG) {
            return None;
        }
        self.place_end(at + 3, limit)
            .or_else(|| self.headed_place_end(at + 3, limit, true))
    }

    /// Whether the dot at `at` belongs to the short legal form before it: its sentence goes on.
    pub(super) fn keeps_dot(&self, at: usize) -> bool {
        if !self.is_mark(at, ".") || self.word(at).is_none_or(|dot| !dot.glued) {
            return false;
        }
        let form = at.checked_sub(1).and_then(|at| self.word(at));
        let short = form.is_some_and(|word| {
            word.own.has(Sense::ORG_TAIL) && word.capital && !word.upper && word.span.len() <= 4
        });
        let next = self.word(at + 1);
        short
            && next.is_some_and(|next| match next.kind {
                TokenKind::Mark => matches!(self.text_at(at + 1), "(" | "," | ")"),
                _ => next.kind == TokenKind::Word && !next.capital,
            })
    }

    /// The end of a day of the calendar that is a name behind its head word: `Stadion 10 November`.
    pub(super) fn day_name_end(&self, at: usize, limit: usize) -> Option<usize> {
        let (day, month) = (self.word(at)?, self.word(at + 1)?);
        let numbered = day.kind == TokenKind::Numeral
            && day.span.len() <= 2
            && self.text_at(at).bytes().all(|b| b.is_ascii_digit());
        let month = month.capital && month.entry.is_some_and(|(entry, _)| entry.kind.is_none());
        let dated = self
            .word(at + 2)
            .is_some_and(|year| year.kind == TokenKind::Numeral && is_year(self.text_at(at + 2)));
        (numbered && month && !dated && at + 2 <= limit).then_some(at + 2)
    }

    /// The end of a unit of a force that is named by its number, right behind the title of its commander: `0735/Surakarta`,
    /// `XVII/Cenderawasih`, `152 Baabullah`.
    #[must_use]
    pub fn numbered_unit_end(&self, at: usize, limit: usize) -> Option<usize> {
        let number = self.word(at)?;
        let text = self.text_at(at);
        let digits = number.kind == TokenKind::Numeral
            && (2..=4).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_digit());
        let roman = number.upper && text.bytes().all(|b| b"IVX".contains(&b));
        if !(digits || roman) {
            return None;
        }
        let slashed = self.is_mark(at + 1, "/") && self.word(at + 1).is_some_and(|w| w.glued);
        let plain = digits && (text.starts_with('0') || text.len() == 3);
        let mut end = at + 1 + usize::from(slashed);
        if !(slashed || plain) {
            return None;
        }
        let first = end;
        while end < limit.min(first + 4)
            && self.word(end).is_some_and(|word| {
                word.kind == TokenKind::Word
                    && (word.capital || word.style == Style::Lower && end == first)
                    && !word.own.has(Sense::FORCE.with(Sense::RANK))
                    && (!word.own.has(Sense::TITLE) || word.given)
            })
        {
            end += 1;
        }
        (end > first).then_some(end)
    }
}
