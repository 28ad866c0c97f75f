//! Names that the article itself explains: what stands once in full is recognised where it stands short, in capitals, or
//! at the start of a sentence.

use super::candidate::Candidate;
use super::mention::EntityKind;
use super::page::{Page, Style};
use super::phrases::Phrases;
use super::sense::Sense;
use crate::article::ZoneKind;
use std::ops::Range;

/// The candidates that the names found so far vouch for, and what becomes of the loose ones; where nothing vouches for a
/// loose one, only those who have asked nobody else `guess`.
#[must_use]
pub(super) fn echo(
    page: &Page<'_>,
    settled: &[Candidate],
    loose: &[Range<usize>],
    guess: bool,
) -> Vec<Candidate> {
    let known = Known::of(page, settled);
    let mut found = Vec::new();
    for range in loose {
        if let Some((kind, confidence)) = known.judge(page, range, guess) {
            found.push(Candidate::name(range.clone(), kind, confidence));
        }
    }
    let mut covered = vec![0.0_f32; page.words.len()];
    for name in settled {
        if let Some(part) = covered.get_mut(name.tokens.clone()) {
            part.fill(name.confidence);
        }
    }
    let mut at = 0;
    while at < page.words.len() {
        match known.at(page, at) {
            Some((length, kind, sure))
                if (at..at + length).all(|at| covered.get(at).is_some_and(|by| *by < sure))
                    || (length > 1 && covered.get(at) == Some(&0.0)) =>
            {
                found.push(Candidate::name(at..at + length, kind, sure));
                at += length;
            }
            _ => at += 1,
        }
    }
    found
}

/// The names of the article, and the single words of its persons' names.
struct Known(Phrases<Echo>);

/// What a known name says of the same words elsewhere.
#[derive(Clone, Copy)]
struct Echo {
    kind: EntityKind,
    /// A whole name, not a word of one.
    whole: bool,
    sure: f32,
}

impl Echo {
    /// An echo is less sure than what it repeats.
    fn of(name: &Candidate, whole: bool) -> Self {
        Self {
            kind: name.kind,
            whole,
            sure: if whole {
                (name.confidence - 0.1).clamp(0.4, 0.75)
            } else {
                0.55
            },
        }
    }
}

impl Known {
    fn of(page: &Page<'_>, settled: &[Candidate]) -> Self {
        let mut phrases = Phrases::default();
        for name in settled.iter().filter(|name| !name.kind.is_amount()) {
            let surface = page.span(&name.tokens).of(page.text);
            if surface.len() <= 120 {
                let known = phrases.entry(surface, || Echo::of(name, true));
                if known.sure < Echo::of(name, true).sure {
                    *known = Echo::of(name, true);
                }
            }
            let head = page.word(name.tokens.start).map_or(1, |word| word.phrase.1);
            let company = name.kind == EntityKind::Organisation
                && page
                    .word(name.tokens.start)
                    .is_some_and(|word| word.own.has(Sense::COMPANY) && word.upper);
            if company && name.tokens.len() > head + 1 {
                let form = |at: &usize| {
                    page.word(*at)
                        .is_some_and(|word| word.own.has(Sense::ORG_TAIL) && word.span.len() <= 4)
                };
                let first = name.tokens.start + head;
                let last = (first..name.tokens.end).find(form);
                let bare = first..last.unwrap_or(name.tokens.end);
                if bare.len() > 1 {
                    phrases.entry(page.span(&bare).of(page.text), || Echo::of(name, true));
                }
            }
            if name.kind == EntityKind::Place && name.tokens.len() > head + 1 {
                let bare = name.tokens.start + head..name.tokens.end;
                phrases.entry(page.span(&bare).of(page.text), || Echo::of(name, true));
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
                    phrases.entry(page.text_at(index), || Echo::of(name, false));
                }
            }
        }
        Self(phrases)
    }

    /// The known name that begins at `at`, where nothing else was found.
    fn at(&self, page: &Page<'_>, at: usize) -> Option<(usize, EntityKind, f32)> {
        let word = page.word(at)?;
        let cased = word.capital || word.style == Style::Lower;
        let skipped = matches!(
            word.zone,
            ZoneKind::Published | ZoneKind::Updated | ZoneKind::TeaserStamp | ZoneKind::Boilerplate
        );
        let before = at.checked_sub(1).and_then(|at| page.word(at));
        let currency = before.is_some_and(|word| word.own.has(Sense::LANGUAGE));
        if !cased || skipped || currency || word.own.has(Sense::GENERIC) {
            return None;
        }
        // A month is a person's name only where the words around it say so, and then the scan has found it.
        let looks_only = word.entry.is_some_and(|(entry, _)| entry.kind.is_none());
        let mut best = None;
        self.0
            .matches(page.text, page.tokens.get(at..)?, |length, echo| {
                let doubtful = length == 1
                    && (looks_only && !echo.whole
                        || word.commonness <= 2 && (word.opens || word.style != Style::Sentence)
                        || !echo.whole
                            && word.style == Style::Lower
                            && !word.given
                            && word.commonness < 4);
                if !doubtful {
                    best = Some((length, echo.kind, echo.sure));
                }
            });
        best
    }

    /// What a run that nothing vouches for may be.
    fn judge(
        &self,
        page: &Page<'_>,
        range: &Range<usize>,
        guess: bool,
    ) -> Option<(EntityKind, f32)> {
        let first = page.word(range.start)?;
        let surface = page.span(range).of(page.text);
        if surface.len() <= 120
            && let Some(echo) = self.0.get(surface)
        {
            return Some((echo.kind, echo.sure));
        }
        let words = range.len();
        let parts = range
            .clone()
            .filter(|i| {
                self.0
                    .get(page.text_at(*i))
                    .is_some_and(|echo| echo.kind == EntityKind::Person)
                    && page.word(*i).is_some_and(|w| w.span.len() <= 60)
            })
            .count();
        if parts == words {
            return Some((EntityKind::Person, 0.6));
        }
        if !guess || first.style != Style::Sentence || first.zone == ZoneKind::Boilerplate {
            return None;
        }
        let all_upper = range.clone().all(|i| {
            page.word(i)
                .is_some_and(|w| w.upper || (w.capital && w.span.len() == 1))
        });
        let common = range
            .clone()
            .any(|i| page.word(i).is_some_and(|w| w.commonness <= 2 && !w.given));
        match words {
            1 if first.given && !all_upper && first.commonness >= 5 => {
                Some((EntityKind::Person, 0.4))
            }
            2..=4 if !all_upper && !common => Some((EntityKind::Person, 0.4)),
            _ => None,
        }
    }
}
