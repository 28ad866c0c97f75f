//! How well times agree with the gold.

use super::difference::Context;
use super::tally::ratio;
use super::{Difference, Differences, Intervals, Tally, TimeCase, TimeMark, align};
use crate::export::{Document, TimexRecord};
use std::collections::BTreeMap;
use std::fmt;
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
        let mut report = Report::new(&case.case.text);

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
                report.pair(mark, timex);
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

/// In what a found time agrees with the gold.
#[derive(Clone, Copy)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "four independent answers, each counted by itself"
)]
struct Agreement {
    span: bool,
    kind: bool,
    value: bool,
    modifier: bool,
}

impl Agreement {
    fn of(mark: &TimeMark, timex: &TimexRecord) -> Self {
        Self {
            span: mark.range == (timex.start..timex.end),
            kind: mark.kind.name() == timex.kind,
            value: canonical(&mark.value) == canonical(timex.value.as_deref().unwrap_or_default()),
            modifier: mark.modifier == modifier(timex),
        }
    }

    fn is_full(self) -> bool {
        self.span && self.kind && self.value
    }
}

/// The gold has one field for what a result keeps in three.
fn modifier(timex: &TimexRecord) -> &str {
    [&timex.modifier, &timex.freq, &timex.quant]
        .into_iter()
        .flatten()
        .find(|field| !field.is_empty())
        .map_or("", String::as_str)
}

/// One spelling of a value that TIMEX3 lets be spelt in several ways; nothing that means something else.
fn canonical(value: &str) -> String {
    let mut value = value.trim().to_owned();
    if let Some(at) = value.find('T')
        && let Some((clock, rest)) = value.get(at..).and_then(|time| time.split_at_checked(6))
        && let Some(after) = rest.strip_prefix(":00")
        && is_clock(clock)
        && !after.starts_with(|c: char| c.is_ascii_digit())
    {
        value = format!("{}{clock}{after}", value.get(..at).unwrap_or_default());
    }
    value = value.replace("+00:00", "Z").replace("TMD", "TMI");
    let unknown = value.trim_end_matches('X').len();
    let digits = value.get(..unknown).unwrap_or_default();
    let all_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
    if all_digits && matches!((unknown, value.len()), (3 | 2, 4)) {
        return digits.to_owned();
    }
    for (unit, months) in [("DE", 120), ("CE", 1200), ("Q", 3)] {
        let amount = value.strip_prefix('P').and_then(|v| v.strip_suffix(unit));
        if let Some(amount) = amount.and_then(|amount| amount.parse::<u64>().ok()) {
            let months = amount.saturating_mul(months);
            return if unit == "Q" {
                format!("P{months}M")
            } else {
                format!("P{}Y", months / 12)
            };
        }
    }
    value
}

/// `T11:25`.
fn is_clock(text: &str) -> bool {
    let bytes = text.bytes().enumerate();
    text.len() == 6
        && bytes.skip(1).all(|(index, byte)| match index {
            3 => byte == b':',
            _ => byte.is_ascii_digit(),
        })
}

/// Collects the differences of one case.
struct Report<'t> {
    context: Context<'t>,
    items: Vec<Difference>,
}

impl<'t> Report<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            context: Context::of(text),
            items: Vec::new(),
        }
    }

    fn gold(&self, mark: &TimeMark) -> String {
        let fields = [mark.kind.name(), &mark.value];
        self.context.marked(&mark.range, &fields)
    }

    fn found(&self, timex: &TimexRecord) -> String {
        let fields = [&timex.kind, timex.value.as_deref().unwrap_or("?")];
        self.context.marked(&(timex.start..timex.end), &fields)
    }

    fn pair(&mut self, mark: &TimeMark, timex: &TimexRecord) {
        let (gold, found) = (self.gold(mark), self.found(timex));
        self.items.push(Difference::two("DIFF", &gold, &found));
    }

    fn missed(&mut self, mark: &TimeMark) {
        let line = self.gold(mark);
        self.items.push(Difference::one("MISS", line));
    }

    fn extra(&mut self, timex: &TimexRecord) {
        let line = self.found(timex);
        self.items.push(Difference::one("FALSE", line));
    }

    fn interval(&mut self, mark: &TimeMark, timex: &TimexRecord, wanted: &super::WantedInterval) {
        let open = || "…".to_owned();
        let side = |clock: Option<crate::time::Clock>| clock.map_or_else(open, |c| c.to_string());
        let given = |side: &Option<String>| side.clone().unwrap_or_else(open);
        let gold = format!(
            "[{}] {} .. {}",
            mark.surface,
            side(wanted.earliest),
            side(wanted.latest)
        );
        let found = format!("{} .. {}", given(&timex.earliest), given(&timex.latest));
        self.items.push(Difference::two("INTERVAL", &gold, &found));
    }
}

/// A line a type, one of all, and the figures that have no type.
impl fmt::Display for TimeScore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (gold, found) = (self.strict.gold, self.strict.predicted);
        writeln!(
            f,
            "cases {}   gold timexes {gold}   predicted {found}",
            self.cases
        )?;
        writeln!(
            f,
            "{:<14} {:>5} {:>5}   {:<26} relaxed F1   value F1",
            "type", "gold", "pred", "strict P / R / F1"
        )?;
        let mut all = TypeTally::default();
        for (name, tally) in &self.by_type {
            write_row(f, name, tally)?;
            all.strict += tally.strict;
            all.relaxed += tally.relaxed;
            all.value += tally.value;
        }
        write_row(f, "micro", &all)?;
        writeln!(f)?;
        writeln!(f, "{:<24} {}", "strict span", self.strict)?;
        writeln!(f, "{:<24} {}", "relaxed span", self.relaxed)?;
        writeln!(f, "{:<24} {}", "value-F1 (TempEval-3)", self.value)?;
        writeln!(f, "{:<24} {}", "type+value F1", self.type_and_value)?;
        let Share { of, .. } = self.same_type;
        let same_type = self.same_type.ratio();
        writeln!(
            f,
            "{:<24} {same_type:.4} (over {of} relaxed matches)",
            "type accuracy"
        )?;
        writeln!(f, "{:<24} {:.4}", "value accuracy", self.same_value.ratio())?;
        writeln!(
            f,
            "{:<24} {:.4}",
            "mod accuracy",
            self.same_modifier.ratio()
        )?;
        write_share(f, "cases fully correct", self.right_cases)?;
        write_share(f, "negative cases clean", self.clean_negatives)?;
        let Share { of, .. } = self.same_interval;
        if of > 0 {
            let same = self.same_interval.ratio();
            let note = format!("(over {of} matched timexes that have one)");
            writeln!(f, "{:<24} {same:.4} {note}", "interval accuracy")?;
        }
        if self.published.of > 0 {
            write_share(f, "published detected", self.published)?;
        }
        Ok(())
    }
}

fn write_share(f: &mut fmt::Formatter<'_>, label: &str, share: Share) -> fmt::Result {
    writeln!(f, "{label:<24} {}/{}", share.part, share.of)
}

fn write_row(f: &mut fmt::Formatter<'_>, name: &str, tally: &TypeTally) -> fmt::Result {
    let strict = tally.strict;
    writeln!(
        f,
        "{name:<14} {:>5} {:>5}   {:.4} {:.4} {:.4}       {:.4}       {:.4}",
        strict.gold,
        strict.predicted,
        strict.precision(),
        strict.recall(),
        strict.f1(),
        tally.relaxed.f1(),
        tally.value.f1()
    )
}

#[cfg(test)]
mod tests {
    use super::canonical;

    #[test]
    fn spellings_of_one_value() {
        for (value, same) in [
            ("2024-01-10T11:25:00+07:00", "2024-01-10T11:25+07:00"),
            ("2024-01-10T11:25:30", "2024-01-10T11:25:30"),
            ("2024-01-10T11:25+00:00", "2024-01-10T11:25Z"),
            ("2024-01-10TMD", "2024-01-10TMI"),
            ("199X", "199"),
            ("19XX", "19"),
            ("XXXX", "XXXX"),
            ("P1DE", "P10Y"),
            ("P2CE", "P200Y"),
            ("P2Q", "P6M"),
            ("2024-Q1", "2024-Q1"),
        ] {
            assert_eq!(canonical(value), same);
        }
    }
}
