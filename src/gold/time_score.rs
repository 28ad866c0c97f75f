//! How well times agree with the gold.

use super::agreement::Agreement;
use super::tally::ratio;
use super::time_report::TimeReport;
use super::{Differences, Intervals, Tally, TimeCase, TimeMark, align};
use crate::export::{Document, TimexRecord};
use std::collections::BTreeMap;
use std::ops::Range;

/// The score of the times of a file: as TempEval-3 counts, and more.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TimeScore {
    /// Cases scored.
    pub cases: usize,
    /// Same span.
    pub strict: Tally,
    /// Overlapping span.
    pub relaxed: Tally,
    /// Overlapping span and same value.
    pub value: Tally,
    /// Overlapping span, same type and value.
    pub type_and_value: Tally,
    /// By type; what is right has the right type too.
    pub by_type: BTreeMap<String, TypeTally>,
    /// Of the overlapping pairs: same type.
    pub same_type: Share,
    /// Of the overlapping pairs: same value.
    pub same_value: Share,
    /// Of the overlapping pairs: same mod.
    pub same_modifier: Share,
    /// Of the overlapping pairs that have an interval in the gold: same interval.
    pub same_interval: Share,
    /// Of all cases: nothing wrong.
    pub right_cases: Share,
    /// Of the cases without times: none found.
    pub clean_negatives: Share,
    /// Of the cases whose published clock had to be found: found.
    pub published: Share,
    /// What differs, case by case.
    pub differences: Vec<Differences>,
}

/// The score of the times of one type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TypeTally {
    /// Same span.
    pub strict: Tally,
    /// Overlapping span.
    pub relaxed: Tally,
    /// Overlapping span and same value.
    pub value: Tally,
    /// Gold times found under whatever type.
    pub found: usize,
    /// Gold times found under whatever type with the right value.
    pub found_value: usize,
}

/// A part of a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// The part.
    pub part: usize,
    /// The whole.
    pub of: usize,
}

impl Share {
    fn count(&mut self, counts: bool) {
        self.part += usize::from(counts);
        self.of += 1;
    }

    /// The part as a number from 0 to 1; 0 of nothing.
    #[must_use]
    pub fn ratio(self) -> f64 {
        ratio(self.part, self.of)
    }
}

impl TimeScore {
    /// Scores the answers of the cases, in the same order; offsets must be code points.
    #[must_use]
    pub fn of(cases: &[TimeCase], answers: &[Document], intervals: &Intervals) -> Self {
        let mut score = Self::default();
        for (case, answer) in cases.iter().zip(answers) {
            score.add(case, answer, intervals);
        }
        for tally in [
            &mut score.strict,
            &mut score.relaxed,
            &mut score.value,
            &mut score.type_and_value,
        ] {
            tally.gold = score.by_type.values().map(|kind| kind.strict.gold).sum();
            tally.predicted = score
                .by_type
                .values()
                .map(|kind| kind.strict.predicted)
                .sum();
        }
        score
    }

    fn add(&mut self, case: &TimeCase, answer: &Document, intervals: &Intervals) {
        let gold = &case.times;
        let mut found: Vec<&TimexRecord> = answer.timexes.iter().collect();
        found.sort_by_key(|timex| (timex.start, timex.end));
        let wanted: Vec<Range<usize>> = gold.iter().map(|mark| mark.range.clone()).collect();
        let given: Vec<Range<usize>> = found.iter().map(|timex| timex.start..timex.end).collect();
        let alignment = align(&wanted, &given, |_, _| true);
        let mut report = TimeReport::new(&case.case.text);

        for mark in gold {
            self.of_type(mark.kind.name()).gold(1);
        }
        for timex in &found {
            self.of_type(&timex.kind).predicted(1);
        }
        let mut right = alignment.missed.is_empty() && alignment.extra.is_empty();
        for (i, j) in &alignment.pairs {
            let (Some(mark), Some(timex)) = (gold.get(*i), found.get(*j)) else {
                continue;
            };
            let agreement = Agreement::of(mark, timex);
            self.add_pair(mark, agreement);
            if !agreement.is_full() {
                right = false;
                report.pair("DIFF", mark, timex);
            } else if !agreement.modifier {
                report.pair("MOD", mark, timex);
            }
            if let Some(interval) = intervals.get(&case.case.id, *i) {
                let (earliest, latest) = (timex.earliest.as_deref(), timex.latest.as_deref());
                let same = interval.is(earliest, latest);
                self.same_interval.count(same);
                if !same {
                    report.interval(mark, timex, interval);
                }
            }
        }
        for mark in alignment.missed.iter().filter_map(|i| gold.get(*i)) {
            report.missed(mark);
        }
        for timex in alignment.extra.iter().filter_map(|j| found.get(*j)) {
            report.extra(timex);
        }
        if gold.is_empty() {
            self.clean_negatives.count(found.is_empty());
        }
        if let Some(expected) = &case.expect_published {
            self.published
                .count(answer.published.as_ref() == Some(expected));
        }
        self.cases += 1;
        self.right_cases.count(right);
        if !report.items.is_empty() {
            let published = case.case.published.map(|clock| clock.to_string());
            let clock = published.or(case.expect_published.clone());
            self.differences.push(Differences {
                id: case.case.id.clone(),
                note: clock.map_or_else(String::new, |clock| format!("@ {clock}")),
                items: report.items,
            });
        }
    }

    fn add_pair(&mut self, mark: &TimeMark, agreement: Agreement) {
        let Agreement {
            span,
            kind,
            value,
            modifier,
        } = agreement;
        self.relaxed.right += 1;
        self.strict.right += usize::from(span);
        self.value.right += usize::from(value);
        self.type_and_value.right += usize::from(kind && value);
        self.same_type.count(kind);
        self.same_value.count(value);
        self.same_modifier.count(modifier);
        let tally = self.of_type(mark.kind.name());
        tally.found += 1;
        tally.found_value += usize::from(value);
        if kind {
            tally.relaxed.right += 1;
            tally.strict.right += usize::from(span);
            tally.value.right += usize::from(value);
        }
    }

    fn of_type(&mut self, name: &str) -> &mut TypeTally {
        self.by_type.entry(name.to_owned()).or_default()
    }
}

impl TypeTally {
    fn gold(&mut self, more: usize) {
        for tally in [&mut self.strict, &mut self.relaxed, &mut self.value] {
            tally.gold += more;
        }
    }

    fn predicted(&mut self, more: usize) {
        for tally in [&mut self.strict, &mut self.relaxed, &mut self.value] {
            tally.predicted += more;
        }
    }
}
