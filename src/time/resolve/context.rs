//! One article under one pair of clocks: viewpoints before an answer, a `Timex` after it.

use super::answer::{Answer, Viewpoint};
use super::scope::Scope;
use super::state::State;
use crate::article::{Article, ZoneKind};
use crate::time::clock::Clocks;
use crate::time::expression::{TimeExpression, Toward, Unit};
use crate::time::found::{Certainty, Found, TimeGrammar};
use crate::time::timex::{
    Anchor, Bound, Derivation, DerivationClock, Timex, TimexKind, TimexRole, Warning, WarningKind,
};
use crate::time::value::Value;
use crate::time::zones;
use chrono::{FixedOffset, Timelike};

/// What every expression of the article shares.
pub(super) struct Context<'a> {
    pub(super) article: &'a Article<'a>,
    pub(super) found: &'a [Found],
    pub(super) grammar: &'a TimeGrammar,
    pub(super) offset: FixedOffset,
    pub(super) clocks: &'a Clocks,
}

impl Context<'_> {
    /// The moment each teaser of the related list appeared, by its stamp.
    pub(super) fn teaser_clocks(&self) -> Vec<Option<Viewpoint>> {
        let state = State::default();
        let resolve = |index: usize| {
            let item = self.found.get(index)?;
            let mut view = Viewpoint::new(self.clocks.captured, Anchor::Captured, self.offset);
            view.stamp = true;
            let scope = Scope {
                found: self.found,
                index,
                view,
                state: &state,
                feasts: &self.grammar.feasts,
            };
            let value = scope.answer(&item.expression).value;
            let now = value.as_ref().and_then(|value| match value.moment() {
                Some(moment) => Some(moment),
                None => value
                    .interval()
                    .and_then(|interval| interval.start.date().and_hms_opt(12, 0, 0)),
            });
            let day_only = value.is_some_and(|value| value.moment().is_none());
            Some(Viewpoint {
                now,
                day_only,
                anchor: Anchor::Teaser,
                stamp: false,
            })
        };
        let stamp_of = |span: crate::text::Span| {
            let first = self
                .found
                .partition_point(|item| item.span.start() < span.start());
            let inside = |item: &Found| span.contains(item.span);
            self.found.get(first).is_some_and(inside).then_some(first)
        };
        self.article
            .related
            .iter()
            .map(|related| related.stamp.and_then(stamp_of).and_then(resolve))
            .collect()
    }

    pub(super) fn viewpoint(&self, item: &Found, teasers: &[Option<Viewpoint>]) -> Viewpoint {
        let published = Viewpoint::new(self.clocks.published, Anchor::Published, self.offset);
        let Some(zone) = self.article.zones.get(item.zone) else {
            return published;
        };
        if zone.kind == ZoneKind::TeaserStamp {
            return Viewpoint {
                stamp: true,
                ..Viewpoint::new(self.clocks.captured, Anchor::Captured, self.offset)
            };
        }
        let teaser = zone
            .related
            .and_then(|related| teasers.get(related))
            .copied()
            .flatten();
        teaser.unwrap_or(published)
    }

    pub(super) fn timex(&self, item: &Found, view: &Viewpoint, answer: Answer) -> Timex {
        let modifier = item.modifier.or(answer.modifier);
        let (earliest, latest) = self.bounds(item, view, &answer, modifier);
        let kind = kind_of(&item.expression, answer.value.as_ref());
        let (quant, freq) = match &item.expression {
            TimeExpression::Set {
                times: Some(times), ..
            } => (None, Some(format!("{times}X"))),
            TimeExpression::Set { .. } => (Some("EVERY"), None),
            _ => (None, None),
        };
        let suffix = self.zone_suffix(&answer);
        let clock = match answer.anchor {
            Anchor::Published => DerivationClock::Published,
            Anchor::Captured => DerivationClock::Captured,
            Anchor::Teaser => DerivationClock::Teaser,
            Anchor::Mention(_) => DerivationClock::Mention,
            Anchor::None | Anchor::Event => DerivationClock::None,
        };
        let mut derivation = Derivation {
            clock,
            steps: answer.steps,
            unit: answer.unit.map(Unit::name),
            text: String::new(),
        };
        // A clock is said where it counts: behind units of the day.
        let fine = matches!(answer.unit, Some(Unit::Hour | Unit::Minute | Unit::Second));
        let now = view
            .now
            .filter(|_| fine && clock != DerivationClock::Mention)
            .map(|now| format!("{:02}.{:02}", now.hour(), now.minute()));
        derivation.text = (self.grammar.describe)(&derivation, now.as_deref());
        let unresolved = answer.value.is_none();
        let value = answer.value.as_ref().map(|value| value.timex3_in(&suffix));
        Timex {
            span: item.span,
            kind,
            granularity: answer.value.as_ref().and_then(Value::granularity),
            value,
            modifier,
            quant,
            freq,
            earliest,
            latest,
            anchor: answer.anchor,
            direction: answer.direction,
            why: answer.why,
            bound: item.bound,
            role: self.role(item),
            confidence: if unresolved { 0.0 } else { answer.confidence },
            alternatives: answer.alternatives,
            derivation,
        }
    }

    pub(super) fn role(&self, item: &Found) -> TimexRole {
        match self.article.zones.get(item.zone).map(|zone| zone.kind) {
            Some(ZoneKind::Published | ZoneKind::Updated | ZoneKind::Boilerplate) => {
                TimexRole::Dateline
            }
            Some(ZoneKind::TeaserStamp) => TimexRole::Card,
            Some(ZoneKind::Caption) => TimexRole::Caption,
            _ if item.age => TimexRole::Age,
            _ if item.attribution => TimexRole::Attribution,
            _ => TimexRole::Event,
        }
    }

    /// The zone that a TIME value carries: only where it differs from the document's.
    pub(super) fn zone_suffix(&self, answer: &Answer) -> String {
        let Some(offset) = zones::offset_of(answer.zone, answer.value.as_ref()) else {
            return String::new();
        };
        if offset == self.offset {
            String::new()
        } else if offset.local_minus_utc() == 0 {
            "Z".to_owned()
        } else {
            offset.to_string()
        }
    }

    pub(super) fn warnings(&self, timexes: &[Timex]) -> Vec<Warning> {
        let mut warnings = Vec::new();
        if let Some(late) = self.after_published(timexes) {
            warnings.push(late);
        }
        let mut warn = |kind: WarningKind| {
            warnings.push(Warning {
                kind,
                message: (self.grammar.warn)(kind, ""),
                span: None,
            });
        };
        let (Some(published), captured) = (self.clocks.published, self.clocks.captured) else {
            if timexes
                .iter()
                .any(|timex| timex.anchor == Anchor::Published && timex.value.is_none())
            {
                warn(WarningKind::NoPublished);
            }
            return warnings;
        };
        let Some(captured) = captured else {
            return warnings;
        };
        if captured.at < published.at {
            warn(WarningKind::CapturedBeforePublished);
        }
        let hourly = timexes
            .iter()
            .any(|timex| timex.role == TimexRole::Card && timex.kind == TimexKind::Time);
        if hourly && (captured.at - published.at).num_hours() > 36 {
            warn(WarningKind::PublishedLongBefore);
        }
        warnings
    }
}

impl Context<'_> {
    /// The first written date that cannot be, were the published clock right: of a speech or of something past, or of an
    /// article in the related list while nobody has said when the page was read.
    fn after_published(&self, timexes: &[Timex]) -> Option<Warning> {
        let published = self.clocks.published?.at.with_timezone(&self.offset);
        let captured = self.clocks.captured;
        let late = |item: &Found, timex: &Timex| {
            let Some(at) = timex.earliest.filter(|_| timex.anchor == Anchor::None) else {
                return false;
            };
            if at.date_naive() <= published.date_naive() {
                return false;
            }
            let open = matches!(timex.bound, Some(Bound::Until | Bound::By | Bound::Before));
            match self.article.zones.get(item.zone).map(|zone| zone.kind) {
                Some(ZoneKind::TeaserStamp) => captured.is_none_or(|captured| at > captured.at),
                Some(ZoneKind::Body | ZoneKind::Caption) => {
                    let past = item.tense.is_some_and(|tense| {
                        tense.toward == Toward::Past && tense.certainty > Certainty::Hinted
                    });
                    !open && (item.attribution || past)
                }
                _ => false,
            }
        };
        let (item, _) = self
            .found
            .iter()
            .zip(timexes)
            .find(|(item, timex)| late(item, timex))?;
        let kind = WarningKind::DateAfterPublished;
        Some(Warning {
            kind,
            message: (self.grammar.warn)(kind, item.span.of(&self.article.text)),
            span: Some(item.span),
        })
    }
}

fn kind_of(expression: &TimeExpression, value: Option<&Value>) -> TimexKind {
    match (expression, value) {
        (TimeExpression::Set { .. }, _) => TimexKind::Set,
        (TimeExpression::Duration { .. }, _) | (_, Some(Value::Amount(_))) => TimexKind::Duration,
        (_, Some(value)) if value.is_time() => TimexKind::Time,
        (TimeExpression::Shift { amount, .. }, None) => match amount.parts.last() {
            Some((_, Unit::Second | Unit::Minute | Unit::Hour | Unit::Night)) => TimexKind::Time,
            _ => TimexKind::Date,
        },
        (expression, None) if expression.is_time() => TimexKind::Time,
        (
            TimeExpression::Holiday { eve: true, .. } | TimeExpression::Hijri { eve: true, .. },
            None,
        ) => TimexKind::Time,
        _ => TimexKind::Date,
    }
}
