//! How well names agree with the gold.

use super::entity_report::EntityReport;
use super::{BCubed, Difference, Differences, EntityCase, NameMark, Tally, align};
use crate::entity::EntityKind;
use crate::export::{Document, EntityRecord};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::Range;

/// The score of the names of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EntityScore {
    /// Articles scored.
    pub articles: usize,
    /// By kind.
    pub by_kind: BTreeMap<EntityKind, KindTally>,
    /// Overlapping span, whatever the kind.
    pub untyped: Tally,
    /// How often one kind was taken for another: gold, answer, times; the most frequent first.
    pub confusions: Vec<(EntityKind, EntityKind, usize)>,
    /// Which matched mentions are one entity.
    pub clusters: BCubed,
    /// The same for the entities that have more than one form.
    pub many_formed: BCubed,
    /// Pairs of name and role.
    pub roles: Tally,
    /// What differs, case by case.
    pub differences: Vec<Differences>,
}

/// The score of the names of one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KindTally {
    /// Same span.
    pub strict: Tally,
    /// Overlapping span.
    pub relaxed: Tally,
}

/// A name of an answer, as the score compares it.
pub(super) struct Answered<'d> {
    pub(super) range: Range<usize>,
    kind: EntityKind,
    pub(super) record: &'d EntityRecord,
    key: String,
}

/// What makes mentions one entity: kind and name without case.
fn key(kind: EntityKind, entity: &str) -> String {
    format!("{}:{}", kind.code(), entity.to_lowercase())
}

impl EntityScore {
    /// Scores the answers of the cases, in the same order; offsets must be code points.
    #[must_use]
    pub fn of(cases: &[EntityCase], answers: &[Document]) -> Self {
        let mut score = Self::default();
        for (case, answer) in cases.iter().zip(answers) {
            score.add(case, answer);
        }
        let all = score.total(&EntityKind::ALL);
        score.untyped.gold = all.relaxed.gold;
        score.untyped.predicted = all.relaxed.predicted;
        score.untyped.right += all.relaxed.right;
        score
            .confusions
            .sort_by_key(|(_, _, times)| std::cmp::Reverse(*times));
        score
    }

    /// The score of some kinds together.
    #[must_use]
    pub fn total(&self, kinds: &[EntityKind]) -> KindTally {
        let mut total = KindTally::default();
        for tally in kinds.iter().filter_map(|kind| self.by_kind.get(kind)) {
            total.strict += tally.strict;
            total.relaxed += tally.relaxed;
        }
        total
    }

    fn add(&mut self, case: &EntityCase, answer: &Document) {
        self.articles += 1;
        let gold = &case.names;
        let found = answered(answer);
        let mut report = EntityReport::new(&case.case.text);
        for mark in gold {
            let tally = self.by_kind.entry(mark.kind).or_default();
            tally.strict.gold += 1;
            tally.relaxed.gold += 1;
        }
        for name in &found {
            let tally = self.by_kind.entry(name.kind).or_default();
            tally.strict.predicted += 1;
            tally.relaxed.predicted += 1;
        }
        let wanted: Vec<Range<usize>> = gold.iter().map(|mark| mark.range.clone()).collect();
        let given: Vec<Range<usize>> = found.iter().map(|name| name.range.clone()).collect();
        let kinds =
            |i: usize, j: usize| (gold.get(i).map(|g| g.kind), found.get(j).map(|a| a.kind));
        let alignment = align(&wanted, &given, |i, j| {
            let (wanted, given) = kinds(i, j);
            wanted == given
        });
        let pairs: Vec<(&NameMark, &Answered<'_>)> = alignment
            .pairs
            .iter()
            .filter_map(|(i, j)| Some((gold.get(*i)?, found.get(*j)?)))
            .collect();
        for (mark, name) in &pairs {
            let tally = self.by_kind.entry(mark.kind).or_default();
            tally.relaxed.right += 1;
            if mark.range == name.range {
                tally.strict.right += 1;
            } else {
                report.pair("SPAN", mark, name);
            }
        }
        self.add_clusters(case, &pairs, &mut report);
        let missed: Vec<&NameMark> = alignment
            .missed
            .iter()
            .filter_map(|i| gold.get(*i))
            .collect();
        let extra: Vec<&Answered<'_>> = alignment
            .extra
            .iter()
            .filter_map(|j| found.get(*j))
            .collect();
        self.add_confusions(&missed, &extra, &mut report);
        self.add_roles(case, answer, &mut report);
        if !report.items.is_empty() {
            let note = case.case.text.lines().next().unwrap_or_default();
            self.differences.push(Differences {
                id: case.case.id.clone(),
                note: note.chars().take(90).collect(),
                items: report.items,
            });
        }
    }

    /// Names that found no partner of their kind: of another kind, missed, or extra.
    fn add_confusions(
        &mut self,
        missed: &[&NameMark],
        extra: &[&Answered<'_>],
        report: &mut EntityReport<'_>,
    ) {
        let wanted: Vec<Range<usize>> = missed.iter().map(|mark| mark.range.clone()).collect();
        let given: Vec<Range<usize>> = extra.iter().map(|name| name.range.clone()).collect();
        let alignment = align(&wanted, &given, |_, _| true);
        for (i, j) in &alignment.pairs {
            let (Some(mark), Some(name)) = (missed.get(*i), extra.get(*j)) else {
                continue;
            };
            self.untyped.right += 1;
            report.pair("KIND", mark, name);
            let known = self
                .confusions
                .iter_mut()
                .find(|(gold, answer, _)| (*gold, *answer) == (mark.kind, name.kind));
            match known {
                Some((_, _, times)) => *times += 1,
                None => self.confusions.push((mark.kind, name.kind, 1)),
            }
        }
        for mark in alignment.missed.iter().filter_map(|i| missed.get(*i)) {
            let line = report.gold(mark);
            report.items.push(Difference::one("MISS", line));
        }
        for name in alignment.extra.iter().filter_map(|j| extra.get(*j)) {
            let line = report.found(name);
            report.items.push(Difference::one("FALSE", line));
        }
    }

    fn add_clusters(
        &mut self,
        case: &EntityCase,
        pairs: &[(&NameMark, &Answered<'_>)],
        report: &mut EntityReport<'_>,
    ) {
        let keys: Vec<(String, &str)> = pairs
            .iter()
            .filter(|(mark, _)| !mark.kind.is_amount())
            .map(|(mark, name)| (key(mark.kind, &mark.entity), name.key.as_str()))
            .collect();
        let mentions: Vec<(&str, &str)> = keys.iter().map(|(g, a)| (g.as_str(), *a)).collect();
        self.clusters.add(&mentions);
        let many_formed: HashSet<String> = case
            .clusters
            .iter()
            .map(|cluster| key(cluster.kind, &cluster.entity))
            .collect();
        let hard: Vec<(&str, &str)> = mentions
            .iter()
            .copied()
            .filter(|(gold, _)| many_formed.contains(*gold))
            .collect();
        self.many_formed.add(&hard);
        report.partition("SPLIT", mentions.iter().copied());
        report.partition(
            "MERGE",
            mentions.iter().map(|(gold, answer)| (*answer, *gold)),
        );
    }

    fn add_roles(&mut self, case: &EntityCase, answer: &Document, report: &mut EntityReport<'_>) {
        let wanted: BTreeSet<(String, String)> = case
            .roles
            .iter()
            .map(|role| (normal(&role.entity), normal(&role.role)))
            .collect();
        let given: BTreeSet<(String, String)> = answer
            .roles
            .iter()
            .map(|role| (normal(&role.entity), normal(&role.role)))
            .collect();
        self.roles += Tally {
            gold: wanted.len(),
            predicted: given.len(),
            right: wanted.intersection(&given).count(),
        };
        for (label, roles) in [
            ("ROLE-", wanted.difference(&given)),
            ("ROLE+", given.difference(&wanted)),
        ] {
            for (entity, role) in roles {
                let line = format!("{entity} | {role}");
                report.items.push(Difference::one(label, line));
            }
        }
    }
}

/// The names of an answer, in text order.
fn answered(answer: &Document) -> Vec<Answered<'_>> {
    let mut found: Vec<Answered<'_>> = answer
        .entities
        .iter()
        .filter_map(|record| {
            let kind = EntityKind::from_code(&record.kind)?;
            Some(Answered {
                range: record.start..record.end,
                kind,
                record,
                key: key(kind, &record.entity),
            })
        })
        .collect();
    found.sort_by_key(|name| (name.range.start, name.range.end));
    found
}

/// Single spaces and lower case.
fn normal(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").to_lowercase()
}
