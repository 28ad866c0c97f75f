//! Names: who and where, and which mentions are the same.
//!
//! In: an [`Article`]. Out: [`Names`]: mentions in text order, their clusters, and the roles the
//! text gives to persons. Knows nothing of times or clocks. Start with [`find`].
//!
//! Five steps, each of which reads the one before it: `page.rs` looks every token up in the [`NameLists`]; `scan/` and
//! the grammars of the language make [`Candidate`]s; `candidate.rs` settles which stay; `echo.rs` adds what the article
//! itself explains; `merge.rs` and `roles.rs` join and describe. A statistical model would make candidates beside the
//! scan, with its marginals as their confidence.

mod candidate;
mod echo;
mod extent;
mod learnt;
mod lists;
mod mention;
mod merge;
pub mod model;
mod page;
mod phrases;
mod place_use;
mod roles;
mod scan;
mod sense;

pub use candidate::Candidate;
pub use extent::is_year;
pub use lists::{Grammar, NameLists};
pub use mention::{Cluster, EntityKind, Mention, Names, PlaceUse, Role};
pub use model::{Model, ModelError};
pub use page::{Page, Style, Word};
pub use phrases::Phrases;
pub use sense::Sense;

use crate::article::Article;

/// Finds the names of an article and which of them are one entity.
#[must_use]
pub fn find(article: &Article<'_>, lists: &NameLists) -> Names {
    let page = Page::read(article, lists);
    let scan::Scan {
        mut candidates,
        loose,
    } = scan::scan(&page);
    for grammar in &lists.grammars {
        candidates.extend(grammar(&page));
    }
    learnt::add(&page, lists, &mut candidates);
    let mut settled = candidate::settle(candidates);
    let echoed = echo::echo(&page, &settled, &loose);
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

/// The listed names inside a name, outermost first.
fn nested(
    page: &Page<'_>,
    tokens: &std::ops::Range<usize>,
    kind: EntityKind,
) -> Vec<(crate::text::Span, EntityKind)> {
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
