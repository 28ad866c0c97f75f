//! The differences of the names of one article, and the score of all as a table.

use super::difference::Context;
use super::entity_score::Answered;
use super::{Difference, EntityScore, KindTally, NameMark};
use crate::entity::EntityKind;
use std::collections::{BTreeSet, HashMap};
use std::fmt;

/// Collects the differences of one article.
pub(super) struct EntityReport<'t> {
    context: Context<'t>,
    pub(super) items: Vec<Difference>,
}

impl<'t> EntityReport<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            context: Context::of(text),
            items: Vec::new(),
        }
    }

    pub(super) fn gold(&self, mark: &NameMark) -> String {
        self.context.marked(&mark.range, &[mark.kind.code()])
    }

    pub(super) fn found(&self, name: &Answered<'_>) -> String {
        self.context.marked(&name.range, &[&name.record.kind])
    }

    pub(super) fn pair(&mut self, label: &'static str, mark: &NameMark, name: &Answered<'_>) {
        let (gold, found) = (self.gold(mark), self.found(name));
        self.items.push(Difference::two(label, &gold, &found));
    }

    /// Entities of one side that are several on the other.
    pub(super) fn partition<'k>(
        &mut self,
        label: &'static str,
        pairs: impl Iterator<Item = (&'k str, &'k str)>,
    ) {
        let mut order = Vec::new();
        let mut parts: HashMap<&str, BTreeSet<&str>> = HashMap::new();
        for (one, other) in pairs {
            let others = parts.entry(one).or_insert_with(|| {
                order.push(one);
                BTreeSet::new()
            });
            others.insert(other);
        }
        for one in order {
            let others = parts.get(one).into_iter().flatten().copied();
            let others: Vec<&str> = others.collect();
            if others.len() > 1 {
                let line = format!("{one} = {}", others.join(" + "));
                self.items.push(Difference::one(label, line));
            }
        }
    }
}

/// A line a kind, one of the three kinds of the usual corpora, one of all, and what has no kind.
impl fmt::Display for EntityScore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use EntityKind::{Organisation, Person, Place};
        writeln!(f, "articles {}", self.articles)?;
        writeln!(
            f,
            "{:<14} {:>5} {:>5}   {:<26} relaxed F1",
            "kind", "gold", "pred", "strict P / R / F1"
        )?;
        for (kind, tally) in &self.by_kind {
            write_row(f, kind.code(), *tally)?;
        }
        write_row(f, "PER+ORG+LOC", self.total(&[Person, Organisation, Place]))?;
        write_row(f, "micro", self.total(&EntityKind::ALL))?;
        writeln!(f)?;
        write!(
            f,
            "untyped overlap F1 {:.4}   kind confusions",
            self.untyped.f1()
        )?;
        for (gold, answer, times) in &self.confusions {
            write!(f, " {}>{}:{times}", gold.code(), answer.code())?;
        }
        writeln!(f)?;
        writeln!(f, "B-cubed over matched mentions      {}", self.clusters)?;
        writeln!(f, "B-cubed, entities with >1 surface  {}", self.many_formed)?;
        let (gold, predicted) = (self.roles.gold, self.roles.predicted);
        let (p, r, f1) = (self.roles.precision(), self.roles.recall(), self.roles.f1());
        let figures = format!("P {p:.4} R {r:.4} F1 {f1:.4}");
        writeln!(f, "roles (exact)  {figures}  gold {gold} pred {predicted}")
    }
}

fn write_row(f: &mut fmt::Formatter<'_>, name: &str, tally: KindTally) -> fmt::Result {
    let strict = tally.strict;
    writeln!(
        f,
        "{name:<14} {:>5} {:>5}   {:.4} {:.4} {:.4}       {:.4}",
        strict.gold,
        strict.predicted,
        strict.precision(),
        strict.recall(),
        strict.f1(),
        tally.relaxed.f1()
    )
}
