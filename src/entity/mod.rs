//! Names: who and where, and which mentions are the same.
//!
//! In: an [`Article`]. Out: [`Names`]: mentions in text order, their clusters, and the roles the
//! text gives to persons. Knows nothing of times or clocks. Start with [`find`].
//!
//! Six steps, each of which reads the one before it: `page.rs` looks every token up in the [`NameLists`]; `scan/`, the
//! grammars of the language and the model (`learnt.rs`) make [`Candidate`]s; `trim.rs` cuts from them what is no name;
//! `candidate.rs` settles which stay; `echo.rs` adds what the article itself explains; `merge.rs` and `roles.rs` join and
//! describe.

mod candidate;
mod echo;
mod extent;
mod initials;
mod learnt;
mod lists;
mod mention;
mod merge;
pub mod model;
mod page;
mod phrases;
mod pieces;
mod place_use;
mod roles;
mod scan;
mod sense;
mod trim;

pub use candidate::Candidate;
pub use extent::is_year;
pub use lists::{Grammar, Knowledge, NameLists};
pub use mention::{Cluster, EntityKind, Mention, Names, PlaceUse, Role};
pub use model::{Model, ModelError};
pub use page::{Page, Style, Word};
pub use phrases::Phrases;
pub use sense::Sense;

use crate::article::Article;
use crate::text::Span;

/// Finds the names of an article and which of them are one entity.
///
/// `opaque` are byte spans of the text, in order, of what is known to be something else, such as a date: a piece of one is
/// no name; a name may hold it, as `Pilpres 2024` does, or be it where persons are called so too, as `April`.
#[must_use]
pub fn find(article: &Article<'_>, lists: &NameLists, opaque: &[Span]) -> Names {
    let page = Page::read(article, lists);
    let scan::Scan {
        mut candidates,
        loose,
    } = scan::scan(&page);
    for grammar in &lists.grammars {
        candidates.extend(grammar(&page));
    }
    learnt::add(&page, lists, &mut candidates);
    trim::trim(&page, &mut candidates);
    candidates.retain(|name| name.kind.is_amount() || !is_piece(&page, name, opaque));
    let mut settled = candidate::settle(candidates);
    let mut echoed = echo::echo(&page, &settled, &loose, lists.model.is_none());
    trim::trim(&page, &mut echoed);
    echoed.retain(|name| !is_piece(&page, name, opaque));
    settled.extend(echoed);
    let settled = candidate::settle(settled);

    let ranges: Vec<_> = settled.iter().map(|name| name.tokens.clone()).collect();
    let mut previous = None;
    let mut mentions = Vec::with_capacity(settled.len());
    for candidate in settled {
        let place_use = (candidate.kind == EntityKind::Place)
            .then(|| place_use::place_use(&page, &candidate.tokens, previous));
        previous = place_use.map(|used| (candidate.tokens.end, used));
        mentions.push(Mention {
            span: page.span(&candidate.tokens),
            kind: candidate.kind,
            cluster: None,
            confidence: candidate.confidence,
            place_use,
            value: candidate.value,
            unit: candidate.unit,
            currency: candidate.currency,
            nested: nested(&page, &candidate.tokens, candidate.kind),
        });
    }
    let clusters = merge::merge(&page, lists, &mut mentions, &ranges);
    let roles = roles::roles(&page, &mentions, &ranges);
    Names {
        mentions,
        clusters,
        roles,
    }
}

/// Whether a name shares characters with one of `opaque` that it does not hold, or is one that is no person's name. The
/// year at the end of an event's name may go on behind it: `Asian Games 2018 ini`.
fn is_piece(page: &Page<'_>, name: &Candidate, opaque: &[Span]) -> bool {
    let tokens = &name.tokens;
    let span = page.span(tokens);
    let dated = matches!(name.kind, EntityKind::Event | EntityKind::Law);
    let listed = page.word(tokens.start).and_then(|word| word.entry);
    let listed = listed.filter(|(_, length)| *length == tokens.len());
    if listed.is_some_and(|(entry, length)| entry.kind.is_some() && length > 1) {
        return false;
    }
    let also_person = listed.is_some_and(|(entry, _)| entry.kind.is_none() && entry.weak);
    let first = opaque.partition_point(|other| other.end() <= span.start());
    let rest = opaque.get(first..).unwrap_or_default();
    let mut met = rest.iter().take_while(|other| other.start() < span.end());
    met.any(|other| {
        let held = span.contains(*other) || dated && span.start() < other.start();
        !held || (*other == span && !also_person)
    })
}

/// The listed names inside a name, outermost first.
fn nested(
    page: &Page<'_>,
    tokens: &std::ops::Range<usize>,
    kind: EntityKind,
) -> Vec<(Span, EntityKind)> {
    let mut found = Vec::new();
    if !matches!(
        kind,
        EntityKind::Organisation | EntityKind::Place | EntityKind::Event
    ) {
        return found;
    }
    let mut at = tokens.start;
    while at < tokens.end {
        let listed = page.word(at).and_then(|word| word.entry);
        let length = listed.map_or(1, |(_, length)| length);
        if let Some(kind) = listed.and_then(|(entry, _)| entry.kind)
            && at + length <= tokens.end
            && length < tokens.len()
        {
            found.push((page.span(&(at..at + length)), kind));
        }
        at += length;
    }
    found
}
