//! Sentences → candidates: one walk from left to right that remembers what the words before lead one to expect.

mod listed;
mod runs;

use super::candidate::Candidate;
use super::extent::is_year;
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
                    let unit = self
                        .holds()
                        .then(|| self.page.numbered_unit_end(at, self.limit));
                    if let Some(end) = unit.flatten() {
                        self.name(at..end, EntityKind::Organisation, 0.8)
                    } else if let Some(next) = self.listed(at, word) {
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
                if let Some(next) = self.rank_bracket(at) {
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

    /// How sure a name is that its head word gives away: the more where it ends in a day of the calendar, which no
    /// sentence has there by chance.
    fn headed(&self, end: usize) -> f32 {
        let day = end.checked_sub(2);
        match day.and_then(|day| self.page.day_name_end(day, end)) {
            Some(_) => 0.8,
            None => 0.75,
        }
    }

    fn word(&mut self, at: usize, word: Word) -> usize {
        let cased = word.capital || word.style == Style::Lower;
        let in_role = self.holds();
        let listed = word.entry.map_or(0, |(_, tokens)| tokens);
        if word.own.has(Sense::LABEL) && word.zone == ZoneKind::Byline {
            self.expect = Expect::Person;
            return at + 1;
        }
        if self.page.is_initials(at) {
            return self.name(at..at + 1, EntityKind::Person, 0.95);
        }
        if in_role && let Some(end) = self.page.numbered_unit_end(at, self.limit) {
            return self.name(at..end, EntityKind::Organisation, 0.8);
        }
        if let Some(end) = self.page.organisation_end(at, self.limit, in_role)
            && end - at > listed
        {
            return self.name(at..end, EntityKind::Organisation, self.headed(end));
        }
        if cased
            && !(listed > 1 && word.listed() == Some(EntityKind::Organisation))
            && let Some(end) = self.page.headed_place_end(at, self.limit, in_role)
            && end - at > listed
        {
            return self.name(at..end, EntityKind::Place, self.headed(end));
        }
        if cased
            && let Some(end) = self.page.event_end(at, self.limit)
            && end - at > listed
            && (word.style != Style::Lower || is_year(self.page.text_at(end - 1)))
        {
            return self.name(at..end, EntityKind::Event, 0.65);
        }
        // In a text without capitals only what is written like no other word heads a ship's name.
        let ship = word.capital && word.upper || word.style == Style::Lower && word.commonness >= 3;
        if ship
            && word.own.has(Sense::SHIP)
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

    /// A bracket that belongs to the rank before it, `(Purn)` or `(P)`: the index behind it and its dot.
    fn rank_bracket(&self, at: usize) -> Option<usize> {
        let waits = self.holds() || self.expect == Expect::Person;
        let before = at.checked_sub(1).and_then(|at| self.page.word(at));
        let ranked = before.is_some_and(|word| {
            word.own.has(Sense::RANK) || word.own.has(Sense::FORCE) || word.upper
        });
        let close = (at + 2..at + 4).find(|index| self.page.is_mark(*index, ")"))?;
        let short = self.page.word(at + 1)?;
        let inside = short.own.has(Sense::RANK) || (short.upper || short.span.len() == 1);
        (waits && ranked && inside && short.capital).then_some(close + 1)
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
