//! The differences of the times of one case, and the score of all as a table.

use super::agreement::modifier;
use super::difference::Context;
use super::{Difference, Share, TimeMark, TimeScore, TypeTally, WantedInterval};
use crate::export::TimexRecord;
use crate::time::Clock;
use std::fmt;

/// Collects the differences of one case.
pub(super) struct TimeReport<'t> {
    context: Context<'t>,
    pub(super) items: Vec<Difference>,
}

impl<'t> TimeReport<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            context: Context::of(text),
            items: Vec::new(),
        }
    }

    fn gold(&self, mark: &TimeMark) -> String {
        let mut fields = vec![mark.kind.name(), &mark.value];
        fields.extend(Some(mark.modifier.as_str()).filter(|modifier| !modifier.is_empty()));
        self.context.marked(&mark.range, &fields)
    }

    fn found(&self, timex: &TimexRecord) -> String {
        let mut fields = vec![&*timex.kind, timex.value.as_deref().unwrap_or("?")];
        fields.extend(Some(modifier(timex)).filter(|modifier| !modifier.is_empty()));
        self.context.marked(&(timex.start..timex.end), &fields)
    }

    pub(super) fn pair(&mut self, label: &'static str, mark: &TimeMark, timex: &TimexRecord) {
        let (gold, found) = (self.gold(mark), self.found(timex));
        self.items.push(Difference::two(label, &gold, &found));
    }

    pub(super) fn missed(&mut self, mark: &TimeMark) {
        let line = self.gold(mark);
        self.items.push(Difference::one("MISS", line));
    }

    pub(super) fn extra(&mut self, timex: &TimexRecord) {
        let line = self.found(timex);
        self.items.push(Difference::one("FALSE", line));
    }

    pub(super) fn interval(
        &mut self,
        mark: &TimeMark,
        timex: &TimexRecord,
        wanted: &WantedInterval,
    ) {
        let open = || "…".to_owned();
        let side = |clock: Option<Clock>| clock.map_or_else(open, |c| c.to_string());
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
