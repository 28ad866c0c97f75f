//! Expressions × clocks → times. Looks at no letters; everything a word says is in the expression already.

mod answer;
mod context;
mod date;
mod day;
mod interval;
mod month;
mod near;
mod period;
mod range;
mod scope;
mod state;
mod steps;
mod time_of_day;
mod weekday;

pub(super) use date::explicit_day;

use super::clock::Clocks;
use super::found::{Found, TimeGrammar};
use super::timex::{Timex, Warning, WarningKind};
use super::{published, zones};
use crate::article::Article;
use answer::Answer;
use chrono::FixedOffset;
use context::Context;
use scope::Scope;
use state::State;

/// The times of an article under one pair of clocks.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolved {
    /// In text order, without overlap.
    pub timexes: Vec<Timex>,
    /// The clocks used: as given, or as found in the text.
    pub clocks: Clocks,
    /// The offset of the document.
    pub offset: FixedOffset,
    /// What is doubtful about the clocks.
    pub warnings: Vec<Warning>,
}

/// Resolves found expressions under the given clocks; a clock that is not given is looked for in the text
/// (`published`) or stays unknown (`captured`).
#[must_use]
pub fn resolve(
    article: &Article<'_>,
    found: &[Found],
    given: &Clocks,
    offset: Option<FixedOffset>,
    grammar: &TimeGrammar,
) -> Resolved {
    let offset = offset.unwrap_or_else(|| zones::document_offset(article, found, given, grammar));
    let clocks = published::clocks(article, found, given, offset, grammar);
    let context = Context {
        article,
        found,
        grammar,
        offset,
        clocks: &clocks,
    };
    let mut state = State::default();
    let mut timexes: Vec<Timex> = Vec::with_capacity(found.len());
    let mut warnings = Vec::new();
    let teasers = context.teaser_clocks();
    for (index, item) in found.iter().enumerate() {
        let zone = article.zones.get(item.zone);
        state.enter(item, zone.map(|zone| zone.kind));
        let view = context.viewpoint(item, &teasers);
        let scope = Scope {
            found,
            index,
            view,
            state: &state,
            feasts: &grammar.feasts,
        };
        let answer = scope.answer(&item.expression);
        if answer.weekday_wrong {
            let span = Some(item.span);
            let message = (grammar.warn)(WarningKind::WeekdayMismatch, item.span.of(&article.text));
            warnings.push(Warning {
                kind: WarningKind::WeekdayMismatch,
                message,
                span,
            });
        }
        state.note(index, item, &answer);
        timexes.push(context.timex(item, &view, answer));
    }
    warnings.extend(context.warnings(&timexes));
    Resolved {
        timexes,
        clocks,
        offset,
        warnings,
    }
}
