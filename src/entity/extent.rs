//! How far a name with a head word reaches: `Kejaksaan Negeri Deli Serdang`, `Pulau Wawonii`, `Piala Dunia 2026`.

use super::mention::EntityKind;
use super::page::{Page, Style, Word};
use super::sense::Sense;
use crate::text::TokenKind;

/// Names longer than this many tokens are lists, not names.
const LONGEST: usize = 14;

impl Page<'_> {
    /// The end of the institution's name whose head stands at `at`, in a sentence that ends before `limit`.
    /// `in_role`: a title stands before it, so that a person's name may follow without a sign.
    #[must_use]
    pub fn organisation_end(&self, at: usize, limit: usize, in_role: bool) -> Option<usize> {
        let head = self.word(at)?;
        let small = !head.capital && head.style == Style::Sentence;
        if head.phrase.0.has(Sense::ORG_ANY_CASE) {
            let after = at + head.phrase.1;
            let end = self
                .place_end(after, limit)
                .or_else(|| self.admin_place_end(after, limit))?;
            return Some(end);
        }
        let (sense, length) = self.head(at, Sense::ORG)?;
        if small || !self.is_capital_head(head) || !sense.has(Sense::ORG) {
            return None;
        }
        if let Some(end) = self.day_name_end(at + length, limit) {
            return Some(end);
        }
        let limit = limit.min(at + LONGEST);
        let mut end = at + length;
        let mut content = 0;
        let mut in_region = false;
        let company = sense.has(Sense::COMPANY);
        let mut next = end;
        while let Some(word) = self.word(next).filter(|_| next < limit) {
            match word.kind {
                TokenKind::Word if self.is_cased(word) => {
                    let joined = next > at && self.is_mark(next - 1, "/") && word.glued;
                    let person = in_role
                        && content > 0
                        && !joined
                        && self.looks_like_person(next)
                        && (word.given || !company)
                        && !(company && content == 1 && self.capitals(next, limit) != 2);
                    if self.ends_before_title(next, word, content)
                        || self.is_common_in_headline(word)
                        || (person && word.entry.is_none())
                    {
                        break;
                    }
                    if let Some(place) = self.place_end(next, limit) {
                        next = place;
                        in_region = !company;
                    } else if in_region
                        && !word.own.has(Sense::COMPASS.with(Sense::ADMIN))
                        && !word.own.has(Sense::ORG_TAIL)
                    {
                        break;
                    } else if let Some((entry, tokens)) = word.entry {
                        if entry.kind.is_none() && !entry.weak && !word.own.has(Sense::DOMAIN) {
                            break;
                        }
                        if entry.kind == Some(EntityKind::Person) && in_role && content > 0 {
                            break;
                        }
                        in_region |= entry.kind == Some(EntityKind::Organisation) && !company;
                        next += tokens;
                    } else {
                        next += 1;
                    }
                    content += 1;
                    end = next;
                }
                TokenKind::Word
                    if word.own.has(Sense::JOINS) && content > 0 && self.joins_name(next) =>
                {
                    next += 1;
                }
                TokenKind::Numeral
                    if !in_region && word.span.len() <= 4 && self.is_name_number(next) =>
                {
                    next += 1;
                    content += 1;
                    end = next;
                }
                TokenKind::Mark => {
                    let glued_next = self.word(next + 1).is_some_and(|w| w.glued);
                    let mark = self.text_at(next);
                    if let Some(region) = self.region_behind_bracket(at, next, limit) {
                        return Some(region);
                    }
                    if mark == "/" && word.glued && glued_next && content > 0 {
                        next += 1;
                        in_region = false;
                    } else if mark == "("
                        && self.is_mark(next + 2, ")")
                        && self.is_legal_form(next + 1)
                    {
                        next += 3;
                        end = next;
                    } else if mark == "." && word.glued && next == at + 1
                        || mark == "," && self.lists_fields(next + 1, limit)
                    {
                        next += 1;
                    } else {
                        break;
                    }
                }
                _ => break,
            }
        }
        (content > 0).then_some(end + usize::from(end < limit && self.keeps_dot(end)))
    }

    /// The end of the place's name whose head word stands at `at`.
    #[must_use]
    pub fn headed_place_end(&self, at: usize, limit: usize, in_role: bool) -> Option<usize> {
        let head = self.word(at)?;
        let (_, length) = self.head(at, Sense::LOC.with(Sense::ADMIN))?;
        if !self.is_capital_head(head) {
            return None;
        }
        let mut next = at + length;
        if self.is_mark(next, ".") && self.word(next).is_some_and(|w| w.glued) {
            next += 1;
        }
        if let Some(end) = self.day_name_end(next, limit) {
            return Some(end);
        }
        if self.word(next).is_some_and(|w| w.own.has(Sense::ADMIN))
            && let Some(end) = self.headed_place_end(next, limit, in_role)
        {
            return Some(end);
        }
        if let Some(end) = self.place_end(next, limit) {
            return Some(end);
        }
        let limit = limit.min(at + LONGEST);
        let mut end = None;
        let mut content = 0;
        while let Some(word) = self.word(next).filter(|_| next < limit && content < 5) {
            match word.kind {
                TokenKind::Word if self.is_cased(word) => {
                    let stops = content > 0
                        && (word.own.has(Sense::TITLE.with(Sense::LABEL)) && !word.given
                            || word.phrase.0.has(Sense::ORG) && word.phrase.1 > 1
                            || word.own.has(Sense::ADMIN) && word.entry.is_none());
                    let no_name = word.entry.is_some_and(|(entry, _)| {
                        entry.kind.is_none() && !entry.weak && content > 0
                    });
                    let person = in_role && content > 0 && self.looks_like_person(next);
                    if stops || no_name || person || self.is_common_in_headline(word) {
                        break;
                    }
                    if word.style == Style::Lower
                        && (content > 1 || content > 0 && in_role && word.given)
                    {
                        break;
                    }
                    next += word
                        .entry
                        .filter(|(entry, _)| entry.kind.is_some())
                        .map_or(1, |(_, tokens)| tokens);
                    content += 1;
                    end = Some(next);
                }
                TokenKind::Mark
                    if self.text_at(next) == "."
                        && word.glued
                        && self.is_shortened(next.wrapping_sub(1)) =>
                {
                    next += 1;
                }
                TokenKind::Mark
                    if self.text_at(next) == "-"
                        && word.glued
                        && self.word(next + 1).is_some_and(|w| w.glued && w.capital)
                        && content > 0
                        && head.style != Style::Upper =>
                {
                    next += 1;
                }
                _ => break,
            }
        }
        end
    }

    /// The end of the event's name whose head stands at `at`: head, names, and a year, number or edition.
    #[must_use]
    pub fn event_end(&self, at: usize, limit: usize) -> Option<usize> {
        let head = self.word(at)?;
        let (_, length) = self.head(at, Sense::EVT)?;
        if !self.is_capital_head(head) {
            return None;
        }
        let end = self.event_tail(at + length, limit, true);
        (end > at + length).then_some(end)
    }

    /// How far the places, names and numbers behind an event's head or listed name reach.
    #[must_use]
    pub fn event_tail(&self, from: usize, limit: usize, headed: bool) -> usize {
        let limit = limit.min(from + 8);
        let mut end = from;
        let mut next = from;
        while let Some(word) = self.word(next).filter(|_| next < limit) {
            match word.kind {
                TokenKind::Word if is_roman(word, self.text_at(next)) => {
                    next += 1;
                    end = next;
                }
                TokenKind::Word if self.is_cased(word) => {
                    let first = next == from;
                    let stops = word.own.has(Sense::TITLE) && !first
                        || word.entry.is_some_and(|(entry, _)| {
                            entry.kind == Some(EntityKind::Person)
                                || entry.kind.is_none() && !word.upper
                        });
                    if stops || self.is_common_in_headline(word) {
                        break;
                    }
                    next += word.entry.map_or(1, |(_, tokens)| tokens);
                    if headed || word.listed() == Some(EntityKind::Place) && first {
                        end = next;
                    }
                }
                TokenKind::Word if self.text_at(next).starts_with("ke-") => {
                    next += 1;
                    end = next;
                }
                TokenKind::Numeral if is_year(self.text_at(next)) => {
                    return next + 1;
                }
                TokenKind::Mark
                    if self.text_at(next) == "-"
                        && word.glued
                        && next > from
                        && self.word(next + 1).is_some_and(|w| w.glued && w.capital) =>
                {
                    next += 1;
                }
                _ => break,
            }
        }
        end
    }

    /// The end of the listed place at `at`, with the direction or part behind it: `Bekasi Timur`.
    #[must_use]
    pub fn place_end(&self, at: usize, limit: usize) -> Option<usize> {
        let (entry, tokens) = self.word(at)?.entry?;
        if entry.kind != Some(EntityKind::Place) || at + tokens > limit {
            return None;
        }
        let mut end = at + tokens;
        while let Some(word) = self.word(end).filter(|w| {
            end < limit && w.own.has(Sense::COMPASS) && self.is_cased(w) && w.entry.is_none()
        }) {
            let headline = matches!(word.style, Style::Title | Style::Upper);
            if headline && word.commonness <= 1 {
                break;
            }
            end += 1;
        }
        Some(end)
    }

    fn admin_place_end(&self, at: usize, limit: usize) -> Option<usize> {
        self.word(at)
            .filter(|word| word.own.has(Sense::ADMIN))
            .and_then(|_| self.headed_place_end(at, limit, false))
    }

    /// The head at `at` and its length: the longest phrase if it has one of `senses`, else the word alone.
    fn head(&self, at: usize, senses: Sense) -> Option<(Sense, usize)> {
        let word = self.word(at)?;
        if word.phrase.0.has(senses) {
            Some(word.phrase)
        } else {
            (word.phrase.1 == 1 && word.own.has(senses)).then_some((word.own, 1))
        }
    }

    /// Whether a head is written as the head of a name: with a capital, a short one in capitals; in a text without
    /// capitals every head counts.
    fn is_capital_head(&self, head: &Word) -> bool {
        match head.style {
            Style::Lower => true,
            _ if head.span.len() <= 3 && head.phrase.1 == 1 => {
                head.upper || (head.capital && self.is_abbreviation(head))
            }
            _ => head.capital,
        }
    }

    /// `Jl.`, `Jln`, `Gg.`: two or three consonants.
    fn is_abbreviation(&self, head: &Word) -> bool {
        let text = head.span.of(self.text);
        !text.bytes().any(|b| b"aeiouAEIOU".contains(&b))
            || head.own.has(Sense::ADMIN)
            || matches!(head.commonness, 0..=4) && head.own.has(Sense::LOC) && text.len() == 3
    }

    /// Whether the word is written as a part of a name would be in its line.
    #[must_use]
    pub fn is_cased(&self, word: &Word) -> bool {
        match word.style {
            Style::Lower => {
                word.commonness >= 3 || word.entry.is_some() || word.own.has(Sense::COMPASS)
            }
            _ => word.capital,
        }
    }

    /// A word of a headline that is common elsewhere ends a name there.
    #[must_use]
    pub fn is_common_in_headline(&self, word: &Word) -> bool {
        matches!(word.style, Style::Title | Style::Upper)
            && word.entry.is_none()
            && word.commonness <= 2
            && !word.given
            && !word
                .own
                .has(Sense::DOMAIN.with(Sense::ORG).with(Sense::ADMIN))
    }

    fn ends_before_title(&self, at: usize, word: &Word, content: usize) -> bool {
        let title = word
            .own
            .has(Sense::TITLE.with(Sense::RANK).with(Sense::LABEL))
            && !word.own.has(Sense::DOMAIN)
            && !word.own.has(Sense::ORG);
        title && (content > 0 || self.looks_like_person(at + 1)) && !word.given
    }

    /// Whether a person's name seems to begin at `at`.
    fn looks_like_person(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| {
            word.capital
                && !word
                    .own
                    .has(Sense::DOMAIN.with(Sense::ORG).with(Sense::ORG_TAIL))
                && (word.given
                    || word.commonness >= 5
                        && self.word(at + 1).is_some_and(|next| {
                            next.capital
                                && !next.own.has(Sense::ORG_TAIL)
                                && (next.given || next.commonness >= 5)
                        }))
        })
    }

    /// Whether the joining word at `at` stands inside a name: a field of work with a capital follows.
    fn joins_name(&self, at: usize) -> bool {
        self.word(at + 1).is_some_and(|next| {
            next.capital
                && (next.own.has(Sense::DOMAIN)
                    || next.phrase.0.has(Sense::DOMAIN)
                    || next.commonness <= 2
                        && next.entry.is_none()
                        && next.style == Style::Sentence)
                && !next.own.has(Sense::GENERIC.with(Sense::TITLE))
                && next.style != Style::Upper
                && !next.own.has(Sense::ORG)
        })
    }

    /// Whether a list of fields of work begins at `at` that a joining word closes: `Kebudayaan, Riset, dan Teknologi`.
    fn lists_fields(&self, mut at: usize, limit: usize) -> bool {
        while at < limit {
            let Some(word) = self.word(at) else {
                return false;
            };
            if word.own.has(Sense::JOINS) {
                return self.joins_name(at);
            }
            let runs_on = word.capital && word.own.has(Sense::DOMAIN) || self.is_mark(at, ",");
            if !runs_on {
                return false;
            }
            at += 1;
        }
        false
    }

    /// A number inside a name stands between capitals or at its end: `SMA Negeri 3 Bandung`, `Kodim 0735/Surakarta`.
    fn is_name_number(&self, at: usize) -> bool {
        let plain = self.text_at(at).bytes().all(|b| b.is_ascii_digit());
        let next = self.word(at + 1);
        plain
            && !is_year(self.text_at(at))
            && next.is_none_or(|next| {
                next.capital || matches!(next.kind, TokenKind::Mark | TokenKind::Break)
            })
    }

    fn is_legal_form(&self, at: usize) -> bool {
        self.word(at)
            .is_some_and(|word| word.capital && word.own.has(Sense::ORG_TAIL))
    }

    /// Whether the word at `at` is an initial or a shortened part of a name, so that a dot belongs to it.
    #[must_use]
    pub fn is_shortened(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| {
            word.capital
                && (word.span.len() == 1
                    || self.text_at(at).split('.').all(|letter| letter.len() == 1)
                    || word.own.has(Sense::ABBREVIATED.with(Sense::RANK)) && word.span.len() <= 4)
        })
    }
}

/// Whether a word is a number in Roman figures: `XI`.
pub(super) fn is_roman(word: &Word, text: &str) -> bool {
    word.upper && text.len() < 7 && text.bytes().all(|b| b"IVXL".contains(&b))
}

/// Whether a numeral is a year or a season of two: `2026`, `2024/2025`.
#[must_use]
pub fn is_year(text: &str) -> bool {
    text.split('/').all(|part| {
        matches!(part.len(), 2 | 4)
            && part.bytes().all(|b| b.is_ascii_digit())
            && (part.len() == 2
                || part.starts_with("19")
                || part.starts_with("20")
                || part.starts_with("18"))
    }) && text.len() >= 4
}
