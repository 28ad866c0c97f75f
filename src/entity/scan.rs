//! Sentences → candidates: one walk from left to right that remembers what the words before lead one to expect.

use super::candidate::Candidate;
use super::extent::is_year;
use super::lists::Entry;
use super::mention::EntityKind;
use super::page::{Page, Style, Word};
use super::sense::Sense;
use crate::article::ZoneKind;
use crate::text::TokenKind;
use std::ops::Range;

/// What was found in one walk.
#[derive(Debug, Default)]
pub(super) struct Scan {
    /// Names that the words around them or the lists vouch for.
    pub(super) candidates: Vec<Candidate>,
    /// Words written like names that nothing vouches for yet.
    pub(super) loose: Vec<Range<usize>>,
}

/// What the words before lead one to expect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Expect {
    Nothing,
    /// A person: after a rank, a verb of speech, a cue.
    Person,
    /// A person, after a title whose institution or place may come first.
    Holder,
    /// The same, after an office over a place.
    Ruler,
    /// Someone who is spoken to or acted on.
    Someone,
    Place,
    /// A people; whether a region may be meant as well.
    People {
        residents: bool,
    },
    Work,
}

/// Walks through all sentences.
#[must_use]
pub(super) fn scan(page: &Page<'_>) -> Scan {
    let mut found = Scan::default();
    for sentence in &page.sentences {
        let zone = page.word(sentence.start).map(|word| word.zone);
        if matches!(
            zone,
            Some(ZoneKind::Published | ZoneKind::Updated | ZoneKind::TeaserStamp)
        ) {
            continue;
        }
        let mut walk = Walk {
            page,
            found: &mut found,
            limit: sentence.end,
            expect: Expect::Nothing,
            last: None,
            alias_ends: None,
        };
        walk.sentence(sentence.start);
    }
    found
}

struct Walk<'p, 'a> {
    page: &'p Page<'a>,
    found: &'p mut Scan,
    limit: usize,
    expect: Expect,
    /// The name found last: its end and kind.
    last: Option<(usize, EntityKind)>,
    /// Where the words end that announce another name of a person.
    alias_ends: Option<usize>,
}

impl Walk<'_, '_> {
    /// Whether a title waits for its person.
    fn holds(&self) -> bool {
        matches!(self.expect, Expect::Holder | Expect::Ruler)
    }

    fn sentence(&mut self, start: usize) {
        let mut at = start;
        while at < self.limit {
            let Some(word) = self.page.word(at).copied() else {
                return;
            };
            let next = match word.kind {
                TokenKind::Mark => self.mark(at),
                TokenKind::Break | TokenKind::Link => {
                    self.expect = byline_expectation(word);
                    at + 1
                }
                TokenKind::Numeral => {
                    if let Some(next) = self.listed(at, word) {
                        next
                    } else {
                        if !self.holds() {
                            self.expect = Expect::Nothing;
                        }
                        at + 1
                    }
                }
                TokenKind::Word => self.word(at, word),
            };
            at = next.max(at + 1);
        }
    }

    fn mark(&mut self, at: usize) -> usize {
        let page = self.page;
        let behind = |kind| self.last == Some((at, kind));
        match page.text_at(at) {
            "," if behind(EntityKind::Place) && !self.holds() => self.expect = Expect::Place,
            "." if page.word(at).is_some_and(|w| w.glued)
                && (self.holds() || self.expect == Expect::Person) => {}
            "/" if behind(EntityKind::Organisation) => self.expect = Expect::Person,
            "\"" | "“" | "‘" | "'"
                if self.expect == Expect::Work
                    || at > 0
                        && page.is_mark(at - 1, "(")
                        && self.last == Some((at - 1, EntityKind::Person)) =>
            {
                if let Some(end) = self.quoted(at + 1) {
                    self.push(at + 1..end, EntityKind::Work, 0.75);
                    return end + 1;
                }
            }
            "(" => {
                if let Some(next) = self.acronym(at) {
                    return next;
                }
                self.expect = Expect::Nothing;
            }
            "," | ":" | "-" | "–" | "—" if self.holds() => {}
            ":" if self.expect == Expect::Person => {}
            "," if self.expect == Expect::Person && self.last.is_none_or(|(end, _)| end < at) => {}
            "," if self.expect == Expect::Work => {}
            _ => self.expect = Expect::Nothing,
        }
        at + 1
    }

    fn word(&mut self, at: usize, word: Word) -> usize {
        let cased = word.capital || word.style == Style::Lower;
        let in_role = self.holds();
        let listed = word.entry.map_or(0, |(_, tokens)| tokens);
        if word.own.has(Sense::LABEL) && word.zone == ZoneKind::Byline {
            self.expect = Expect::Person;
            return at + 1;
        }
        if let Some(end) = self.page.organisation_end(at, self.limit, in_role)
            && end - at > listed
        {
            return self.name(at..end, EntityKind::Organisation, 0.75);
        }
        if cased
            && !(listed > 1 && word.listed() == Some(EntityKind::Organisation))
            && let Some(end) = self.page.headed_place_end(at, self.limit, in_role)
            && end - at > listed
        {
            return self.name(at..end, EntityKind::Place, 0.75);
        }
        if cased
            && word.style != Style::Lower
            && let Some(end) = self.page.event_end(at, self.limit)
            && end - at > listed
        {
            return self.name(at..end, EntityKind::Event, 0.65);
        }
        if word.capital
            && word.own.has(Sense::SHIP)
            && word.upper
            && let Some(end) = self.run(at + 1)
        {
            return self.name(at..end, EntityKind::Work, 0.7);
        }
        if word.own.has(Sense::MAKER)
            && cased
            && let Some(end) = self.model(at)
        {
            return self.name(at..end, EntityKind::Work, 0.75);
        }
        if let Some(next) = self.listed(at, word) {
            return next;
        }
        if !word.capital
            && word.own.has(Sense::TO.with(Sense::JOINS))
            && self.last == Some((at, EntityKind::Place))
        {
            self.expect = Expect::Place;
            return at + 1;
        }
        if let Some(next) = self.senses(at, word) {
            return next;
        }
        if self.may_name(word) {
            return self.unknown(at, word);
        }
        if !(word.own.has(Sense::PART) && self.holds()) {
            self.expect = Expect::Nothing;
        }
        at + 1
    }

    /// A listed name, with what its neighbours make of it.
    fn listed(&mut self, at: usize, word: Word) -> Option<usize> {
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
                if entry.weak && !said {
                    return None;
                }
                Some(self.name(at..end, kind, if said { 0.8 } else { 0.7 }))
            }
            EntityKind::Organisation => self.listed_organisation(at, word, entry, tokens),
            EntityKind::Person => {
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
    fn listed_organisation(
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
    fn strange_tail(&self, mut end: usize, first: Word) -> usize {
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
    fn acts(&self, at: usize) -> bool {
        self.page.word(at).is_some_and(|next| {
            next.capital && next.given && next.entry.is_none()
                || !next.capital && next.own.has(Sense::DOES)
        })
    }

    /// What a word leads one to expect of the next; the index behind it, if it is no name itself.
    fn senses(&mut self, at: usize, word: Word) -> Option<usize> {
        let (sense, tokens) = if word.phrase.1 > 1 {
            word.phrase
        } else {
            (word.own, 1)
        };
        // A capital in mid-sentence makes a verb or preposition a name, but not a title.
        let as_name = word.capital
            && word.style == Style::Sentence
            && !word.opens
            && tokens == 1
            && (matches!(self.expect, Expect::Person) || word.given);
        let office = sense.has(Sense::TITLE.with(Sense::RANK).with(Sense::BEFORE));
        let nickname = word.capital && self.expect == Expect::Person && self.alias_ends == Some(at);
        if nickname {
            return None;
        }
        if office && !(as_name && word.given) {
            let short = word.span.len() == 1 || (word.span.len() == 2 && !word.capital);
            if short && !sense.has(Sense::BEFORE) && !self.page.is_mark(at + 1, ".") {
                return None;
            }
            self.expect = if sense.has(Sense::RULER) {
                Expect::Ruler
            } else if sense.has(Sense::TITLE.with(Sense::BEFORE)) {
                Expect::Holder
            } else {
                Expect::Person
            };
            if sense.has(Sense::PEOPLE) {
                self.expect = Expect::People { residents: true };
            }
            return Some(at + tokens);
        }
        if self.holds() && sense.has(Sense::DOMAIN.with(Sense::PART)) && !word.given {
            return Some(at + tokens);
        }
        if as_name {
            return None;
        }
        let in_name = word.capital && !word.opens && word.style == Style::Sentence;
        if in_name && !sense.has(Sense::CUE.with(Sense::PEOPLE)) {
            return None;
        }
        let expect = if sense.has(Sense::PEOPLE) {
            Expect::People { residents: false }
        } else if sense.has(Sense::WORK) {
            Expect::Work
        } else if sense.has(Sense::SAYS.with(Sense::CUE).with(Sense::ALIAS)) {
            Expect::Person
        } else if sense.has(Sense::AT) {
            Expect::Place
        } else if sense.has(Sense::TO) {
            Expect::Someone
        } else {
            return None;
        };
        self.expect = expect;
        self.alias_ends = sense.has(Sense::ALIAS).then_some(at + tokens);
        Some(at + tokens)
    }

    /// Whether a word that no list knows may be a name or begin one.
    fn may_name(&self, word: Word) -> bool {
        let wants_person = self.holds() || self.expect == Expect::Person;
        match word.style {
            Style::Sentence => {
                word.capital
                    && (!word.opens || word.commonness >= 4 || (word.given && word.commonness >= 3))
                    && !(self.holds() && word.own.has(Sense::DOMAIN))
            }
            Style::Title | Style::Upper => word.capital && (word.commonness >= 4 || word.given),
            Style::Lower => wants_person && (word.commonness >= 4 || word.given),
        }
    }

    /// A run of words that no list knows.
    fn unknown(&mut self, at: usize, word: Word) -> usize {
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
        let speaks = after.is_some_and(|next| {
            !next.capital && next.own.has(Sense::DOES.with(Sense::ALIAS)) && end < self.limit
        });
        let aliased = after.is_some_and(|next| next.own.has(Sense::ALIAS) && end < self.limit);
        let aged = page.is_mark(end, "(")
            && page.is_mark(end + 2, ")")
            && page
                .word(end + 1)
                .is_some_and(|w| w.kind == TokenKind::Numeral && w.span.len() <= 2);
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
    fn split_run(&mut self, run: &Range<usize>) -> Option<usize> {
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
    fn run(&self, at: usize) -> Option<usize> {
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
    fn model(&self, at: usize) -> Option<usize> {
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
    fn quoted(&self, at: usize) -> Option<usize> {
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

    /// `Full Name (ACR)`: the short form is a name of the same kind. The index behind it.
    fn acronym(&mut self, at: usize) -> Option<usize> {
        let close = (at + 2..at + 5).find(|index| self.page.is_mark(*index, ")"))?;
        let short = *self.page.word(at + 1)?;
        let (end, kind) = self.last.filter(|(end, _)| *end == at)?;
        let single = close == at + 2;
        let writes = short.kind == TokenKind::Word
            && short.capital
            && (short.upper || !single || short.commonness >= 4)
            && short.span.len() > 1;
        let foreign = short.listed().is_some_and(|listed| listed != kind);
        if !writes || foreign || kind == EntityKind::Person || end == 0 {
            return None;
        }
        if !single && !short.upper {
            return None;
        }
        self.push(at + 1..close, kind, 0.85);
        self.last = None;
        self.expect = Expect::Nothing;
        Some(close + 1)
    }

    /// Takes a name and says what it leads one to expect.
    fn name(&mut self, tokens: Range<usize>, kind: EntityKind, confidence: f32) -> usize {
        let end = tokens.end;
        self.push(tokens, kind, confidence);
        self.last = Some((end, kind));
        self.expect = match (self.expect, kind) {
            (
                Expect::Holder | Expect::Ruler,
                EntityKind::Organisation
                | EntityKind::Place
                | EntityKind::Group
                | EntityKind::Event,
            ) => Expect::Holder,
            _ => Expect::Nothing,
        };
        end
    }

    fn push(&mut self, tokens: Range<usize>, kind: EntityKind, confidence: f32) {
        self.found
            .candidates
            .push(Candidate::name(tokens, kind, confidence));
    }
}

/// In a byline whatever a line begins with is a person.
fn byline_expectation(word: Word) -> Expect {
    if word.zone == ZoneKind::Byline {
        Expect::Person
    } else {
        Expect::Nothing
    }
}

/// Whether a run ends before this word.
fn ends_run(word: Word) -> bool {
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
