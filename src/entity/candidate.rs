//! Possible mentions, and which of them stay.

use super::mention::EntityKind;
use std::ops::Range;

/// A possible mention. Rules make them now; a statistical model would make them the same way.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// Its tokens: indices into [`Article::tokens`](crate::article::Article::tokens).
    pub tokens: Range<usize>,
    /// What it would name.
    pub kind: EntityKind,
    /// How sure its rule is, from 0 to 1.
    pub confidence: f32,
    /// For an amount: its number.
    pub value: Option<f64>,
    /// For an amount: its unit, or what it is per.
    pub unit: Option<String>,
    /// For money: the ISO 4217 code.
    pub currency: Option<String>,
}

impl Candidate {
    /// A candidate that is a name.
    #[must_use]
    pub const fn name(tokens: Range<usize>, kind: EntityKind, confidence: f32) -> Self {
        Self {
            tokens,
            kind,
            confidence,
            value: None,
            unit: None,
            currency: None,
        }
    }
}

/// Chooses from `candidates` those that stay: a surer one beats a less sure one, a longer a shorter, an earlier a later;
/// what stays does not overlap and stands in text order. A longer one that holds a shorter one wins over it unless it is
/// much less sure.
#[must_use]
pub(super) fn settle(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.retain(|candidate| !candidate.tokens.is_empty());
    candidates.sort_by(|a, b| {
        weight(b)
            .total_cmp(&weight(a))
            .then(a.tokens.start.cmp(&b.tokens.start))
            .then(b.tokens.end.cmp(&a.tokens.end))
    });
    let mut kept: std::collections::BTreeMap<usize, Candidate> = std::collections::BTreeMap::new();
    for candidate in candidates {
        let before = kept.range(..candidate.tokens.end).next_back();
        if before.is_none_or(|(_, other)| other.tokens.end <= candidate.tokens.start) {
            kept.insert(candidate.tokens.start, candidate);
        }
    }
    kept.into_values().collect()
}

/// Length counts for as much as a tenth of sureness a token, up to four tokens.
fn weight(candidate: &Candidate) -> f32 {
    let extra = match candidate.tokens.len() {
        0 | 1 => 0.0,
        2 => 0.1,
        3 => 0.2,
        _ => 0.3,
    };
    candidate.confidence + extra
}
