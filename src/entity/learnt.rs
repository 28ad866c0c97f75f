//! What the model says of an article, beside what the rules say.

use super::candidate::Candidate;
use super::lists::NameLists;
use super::mention::EntityKind;
use super::model::{Model, Tagger};
use super::page::{Page, Style};
use super::sense::Sense;
use crate::article::ZoneKind;
use crate::text::TokenKind;
use std::collections::HashSet;
use std::ops::Range;

/// The least probability with which a name of the model is taken: in running text, and in headlines.
const LEAST: (f32, f32) = (0.4, 0.4);
/// How sure a name of the model with no and with full probability is, beside the rules: in running text, and in headlines.
const PROSE: (f32, f32) = (0.5, 1.0);
const HEADLINE: (f32, f32) = (0.4, 0.8);
/// What the model's agreement adds to a rule.
const AGREES: f32 = 0.1;
/// What is taken from a rule that is less sure than this where the model finds no name.
const DISAGREES: f32 = 0.6;
const UNSURE: f32 = 0.8;
/// What is taken from a rule where the model gives the same words another kind.
const KNOWS_OTHERWISE: f32 = 0.1;
/// How probable it must be that a token is in no name for the model to disagree.
const OUTSIDE: f32 = 0.7;
/// Rules less sure than this are not heard.
const FAINT: f32 = 0.35;

/// Adds the names that the model finds to the candidates of the rules, and makes the rules less sure where it disagrees.
pub(super) fn add(page: &Page<'_>, lists: &NameLists, candidates: &mut Vec<Candidate>) {
    let Some(model) = &lists.model else { return };
    let (mut found, outside) = read(page, lists, model);
    found.retain(|name| {
        !is_language(page, &name.tokens) && !is_listed_otherwise(page, &name.tokens)
    });
    let ruled: HashSet<(usize, usize, EntityKind)> = candidates
        .iter()
        .map(|rule| (rule.tokens.start, rule.tokens.end, rule.kind))
        .collect();
    for name in &mut found {
        correct(page, &ruled, name);
    }
    let mut cut = vec![false; found.len()];
    for (seam, both) in seams(candidates) {
        let met = meeting(&found, &both);
        let within = found.get(met.clone()).unwrap_or_default();
        if within.iter().any(|name| holds(&name.tokens, seam)) {
            cut.get_mut(met).unwrap_or_default().fill(true);
        }
    }
    let mut cut = cut.into_iter();
    found.retain(|_| !cut.next().unwrap_or_default());
    for candidate in candidates.iter_mut().filter(|c| is_guess(c)) {
        let met = found.get(meeting(&found, &candidate.tokens));
        let mut met = met.unwrap_or_default().iter();
        match met.find(|name| name.tokens == candidate.tokens) {
            Some(name) if name.kind == candidate.kind => {
                candidate.confidence = (candidate.confidence + AGREES).min(1.0);
            }
            Some(name) if knows_better(page, candidate, name) => {
                candidate.confidence = candidate.confidence.max(name.confidence + 0.01).min(1.0);
            }
            Some(_) => candidate.confidence -= KNOWS_OTHERWISE,
            None => {
                let cells = outside.get(candidate.tokens.clone()).unwrap_or_default();
                if candidate.confidence < UNSURE && cells.iter().all(|sure| *sure > OUTSIDE) {
                    candidate.confidence -= DISAGREES;
                }
            }
        }
    }
    candidates.retain(|candidate| candidate.confidence > FAINT);
    candidates.extend(found);
}

/// Whether a rule only guesses; those for amounts and laws know.
fn is_guess(candidate: &Candidate) -> bool {
    !candidate.kind.is_amount() && candidate.kind != EntityKind::Law
}

/// Whether the kind that the rules give to the words of a name counts more than the model's: persons that a list names,
/// or whose words are all given names where the model is in doubt; and what stands behind a word for a people.
fn knows_better(page: &Page<'_>, rule: &Candidate, model: &Candidate) -> bool {
    let mut words = page
        .words
        .get(rule.tokens.clone())
        .unwrap_or_default()
        .iter();
    match rule.kind {
        EntityKind::Group => true,
        EntityKind::Person if rule.confidence >= 0.9 => true,
        EntityKind::Person if rule.confidence >= 0.7 && model.confidence < 0.9 => {
            rule.tokens.len() > 1 && words.all(|word| word.given)
        }
        _ => false,
    }
}

/// Where by the rules the name of an institution or place ends and that of a person begins, with the tokens of both.
fn seams(candidates: &[Candidate]) -> impl Iterator<Item = (usize, Range<usize>)> {
    candidates.windows(2).filter_map(|pair| {
        let [first, second] = pair else { return None };
        let holder = matches!(first.kind, EntityKind::Organisation | EntityKind::Place);
        let meets = holder
            && second.kind == EntityKind::Person
            && first.tokens.end == second.tokens.start
            && first.confidence >= 0.65
            && second.confidence >= 0.7;
        meets.then_some((first.tokens.end, first.tokens.start..second.tokens.end))
    })
}

fn holds(tokens: &Range<usize>, seam: usize) -> bool {
    tokens.start < seam && seam < tokens.end
}

/// Which of the names, which stand in text order and apart, share a token with `tokens`.
fn meeting(found: &[Candidate], tokens: &Range<usize>) -> Range<usize> {
    let first = found.partition_point(|name| name.tokens.end <= tokens.start);
    let last = found.partition_point(|name| name.tokens.start < tokens.end);
    first..last.max(first)
}

/// Whether the word before makes a language or currency of the name.
fn is_language(page: &Page<'_>, tokens: &Range<usize>) -> bool {
    let before = tokens.start.checked_sub(1).and_then(|at| page.word(at));
    before.is_some_and(|word| word.own.has(Sense::LANGUAGE))
}

/// Whether a list has exactly these words as no name.
fn is_listed_otherwise(page: &Page<'_>, tokens: &Range<usize>) -> bool {
    let entry = page.word(tokens.start).and_then(|word| word.entry);
    entry.is_some_and(|(entry, length)| {
        entry.kind.is_none() && !entry.weak && length >= tokens.len()
    })
}

/// Takes from a name what by its words is no part of it, and gives it the kind that its last word tells.
fn correct(page: &Page<'_>, ruled: &HashSet<(usize, usize, EntityKind)>, name: &mut Candidate) {
    let tokens = name.tokens.clone();
    let rest = tokens.start + 1..tokens.end;
    let ruled = ruled.contains(&(rest.start, rest.end, name.kind));
    let first = page.word(tokens.start);
    let office = Sense::RANK
        .with(Sense::TITLE)
        .with(Sense::PART)
        .with(Sense::BEFORE);
    if ruled
        && first.is_some_and(|word| {
            word.opens && word.commonness <= 2 || word.own.has(office) && !word.given
        })
    {
        name.tokens.start = rest.start;
    }
    let numbered = page.is_mark(tokens.end, ".")
        && page
            .word(tokens.end + 1)
            .is_some_and(|word| word.kind == TokenKind::Numeral);
    if numbered && tokens.len() > 1 {
        name.tokens.end -= 1;
    }
    let last = page.word(tokens.end - 1);
    if tokens.len() > 1
        && matches!(name.kind, EntityKind::Place | EntityKind::Person)
        && last.is_some_and(|word| word.own.has(Sense::ORG_TAIL) && !word.given)
    {
        name.kind = EntityKind::Organisation;
    }
}

/// The names that the model finds, and for every token of running text how probable it is that it stands in none.
fn read(page: &Page<'_>, lists: &NameLists, model: &Model) -> (Vec<Candidate>, Vec<f32>) {
    let kinds: Vec<Option<EntityKind>> = model
        .labels()
        .kinds()
        .iter()
        .map(|kind| EntityKind::from_code(kind))
        .collect();
    let mut tagger = Tagger::new(model, lists);
    let mut found = Vec::new();
    let mut outside = vec![0.0_f32; page.words.len()];
    for range in &page.sentences {
        let Some(first) = page.word(range.start) else {
            continue;
        };
        if matches!(
            first.zone,
            ZoneKind::Published | ZoneKind::Updated | ZoneKind::TeaserStamp
        ) {
            continue;
        }
        let prose = first.style == Style::Sentence;
        let tokens = page.tokens.get(range.clone()).unwrap_or_default();
        let reading = tagger.find(page.text, tokens);
        if prose && let Some(cells) = outside.get_mut(range.clone()) {
            cells.copy_from_slice(&reading.outside);
        }
        for name in reading.names {
            let Some(Some(kind)) = kinds.get(name.chunk.kind) else {
                continue;
            };
            let tokens = range.start + name.chunk.tokens.start..range.start + name.chunk.tokens.end;
            let (least, (none, full)) = if prose {
                (LEAST.0, PROSE)
            } else {
                (LEAST.1, HEADLINE)
            };
            let sure = none + (full - none) * name.confidence;
            if name.confidence > least {
                found.push(Candidate::name(tokens, *kind, sure));
            }
        }
    }
    (found, outside)
}
