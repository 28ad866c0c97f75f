//! Names that the article itself explains: what stands once in full is recognised where it stands short, in capitals, or
//! at the start of a sentence.

use super::candidate::Candidate;
use super::mention::EntityKind;
use super::page::{Page, Style};
use super::phrases::Phrases;
use super::sense::Sense;
use crate::article::ZoneKind;
use std::ops::Range;

/// The candidates that the names found so far vouch for, and what becomes of the loose ones.
#[must_use]
pub(super) fn echo(
    page: &Page<'_>,
    settled: &[Candidate],
    loose: &[Range<usize>],
) -> Vec<Candidate> {
    let known = Known::of(page, settled);
    let mut found = Vec::new();
    for range in loose {
        if let Some((kind, confidence)) = known.judge(page, range) {
            found.push(Candidate::name(range.clone(), kind, confidence));
        }
    }
    let mut covered = vec![false; page.words.len()];
    for name in settled {
        if let Some(part) = covered.get_mut(name.tokens.clone()) {
            part.fill(true);
        }
    }
    let mut at = 0;
    while at < page.words.len() {
        let free = |at: usize| covered.get(at) == Some(&false);
        match known.at(page, at) {
            Some((length, kind)) if (at..at + length).all(free) || (length > 1 && free(at)) => {
                found.push(Candidate::name(at..at + length, kind, 0.6));
                at += length;
            }
            _ => at += 1,
        }
    }
    found
}

/// The names of the article, and the single words of its persons' names.
struct Known(Phrases<(EntityKind, bool)>);

impl Known {
    fn of(page: &Page<'_>, settled: &[Candidate]) -> Self {
        let mut phrases = Phrases::default();
        for name in settled.iter().filter(|name| !name.kind.is_amount()) {
            let surface = page.span(&name.tokens).of(page.text);
            if surface.len() <= 120 {
                phrases.entry(surface, || (name.kind, true));
            }
            let head = page.word(name.tokens.start).map_or(1, |word| word.phrase.1);
            if name.kind == EntityKind::Place && name.tokens.len() > head + 1 {
                let bare = name.tokens.start + head..name.tokens.end;
                phrases.entry(page.span(&bare).of(page.text), || (name.kind, true));
            }
        }
        for name in settled
            .iter()
            .filter(|name| name.kind == EntityKind::Person)
        {
            for index in name.tokens.clone() {
                let Some(word) = page.word(index) else { break };
                let telling = word.span.len() > 2
                    && word.span.len() <= 60
                    && !word
                        .own
                        .has(Sense::PARTICLE.with(Sense::TITLE).with(Sense::RANK))
                    && (word.commonness >= 3 || word.given);
                if telling && name.tokens.len() > 1 {
                    phrases.entry(page.text_at(index), || (EntityKind::Person, false));
                }
            }
        }
        Self(phrases)
    }

    /// The known name that begins at `at`, where nothing else was found.
    fn at(&self, page: &Page<'_>, at: usize) -> Option<(usize, EntityKind)> {
        let word = page.word(at)?;
        let cased = word.capital || word.style == Style::Lower;
        let skipped = matches!(
            word.zone,
            ZoneKind::Published | ZoneKind::Updated | ZoneKind::TeaserStamp | ZoneKind::Boilerplate
        );
        if !cased || skipped || word.own.has(Sense::GENERIC) {
            return None;
        }
        let mut best = None;
        self.0.matches(
            page.text,
            page.tokens.get(at..)?,
            |length, (kind, whole)| {
                let doubtful = length == 1
                    && (word.commonness <= 2 && (word.opens || word.style != Style::Sentence)
                        || !whole && word.style == Style::Lower && !word.given);
                if !doubtful {
                    best = Some((length, *kind));
                }
            },
        );
        best
    }

    /// What a run that nothing vouches for may be.
    fn judge(&self, page: &Page<'_>, range: &Range<usize>) -> Option<(EntityKind, f32)> {
        let first = page.word(range.start)?;
        let surface = page.span(range).of(page.text);
        if surface.len() <= 120
            && let Some((kind, _)) = self.0.get(surface)
        {
            return Some((*kind, 0.6));
        }
        let words = range.len();
        let parts = range
            .clone()
            .filter(|i| {
                matches!(self.0.get(page.text_at(*i)), Some((EntityKind::Person, _)))
                    && page.word(*i).is_some_and(|w| w.span.len() <= 60)
            })
            .count();
        if parts == words {
            return Some((EntityKind::Person, 0.6));
        }
        if first.style != Style::Sentence || first.zone == ZoneKind::Boilerplate {
            return None;
        }
        let all_upper = range.clone().all(|i| page.word(i).is_some_and(|w| w.upper));
        let common = range
            .clone()
            .any(|i| page.word(i).is_some_and(|w| w.commonness <= 2 && !w.given));
        match words {
            1 if all_upper && (3..=6).contains(&first.span.len()) && !first.opens => {
                Some((EntityKind::Organisation, 0.4))
            }
            2..=4 if !all_upper && !common => Some((EntityKind::Person, 0.4)),
            _ => None,
        }
    }
}
