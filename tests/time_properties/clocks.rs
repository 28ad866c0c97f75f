//! What moves with the clocks, and how far.

use crate::calendar::{Value, parse};
use crate::page::{Answer, Page};
use chrono::TimeDelta;
use sorot::time::{Amount, Anchor, Fields, TimeExpression, Unit, YearRef};

/// Four hundred years are a whole number of weeks.
pub(crate) const CYCLE_DAYS: i64 = 146_097;

/// Whether all that is left out is counted in days or weeks, so that the answer moves with a clock to the day.
fn counts_days(expression: &TimeExpression) -> bool {
    let in_days = |amount: &Amount| amount.parts.iter().all(|(_, unit)| *unit <= Unit::Week);
    match expression {
        TimeExpression::Date(Fields {
            year: None,
            month: None,
            day: None,
            ..
        })
        | TimeExpression::Set { .. }
        | TimeExpression::Ref(_) => true,
        TimeExpression::Nearby { unit, .. } => *unit <= Unit::Week,
        TimeExpression::Shift { amount, .. }
        | TimeExpression::FromMention { amount, .. }
        | TimeExpression::Duration { amount, .. } => in_days(amount),
        TimeExpression::Range(from, to) => counts_days(from) && counts_days(to),
        _ => false,
    }
}

/// Whether the words themselves name a year or an age of the world.
fn writes_year(expression: &TimeExpression) -> bool {
    let written = |year: &Option<YearRef>| matches!(year, Some(YearRef::Written(_)));
    match expression {
        TimeExpression::Date(fields) => written(&fields.year),
        TimeExpression::Quarter(_, year)
        | TimeExpression::Half(_, year)
        | TimeExpression::Trimester(_, year) => written(year),
        TimeExpression::Season(_, year) => written(&Some(*year)),
        TimeExpression::SchoolYear(..)
        | TimeExpression::Decade(_)
        | TimeExpression::Century(_)
        | TimeExpression::YearBefore(_)
        | TimeExpression::YearOfEra(_) => true,
        TimeExpression::Range(from, to) => writes_year(from) || writes_year(to),
        _ => false,
    }
}

/// Whether the words write a year with two digits, whose century the published clock decides (§7).
fn writes_two_digits(expression: &TimeExpression) -> bool {
    match expression {
        TimeExpression::Date(fields) => {
            matches!(fields.year, Some(YearRef::Written(year)) if year < 100)
        }
        TimeExpression::Range(from, to) => writes_two_digits(from) || writes_two_digits(to),
        _ => false,
    }
}

/// Whether the words hang on a table of feasts, which does not repeat.
fn hangs_on_feasts(expression: &TimeExpression) -> bool {
    match expression {
        TimeExpression::Hijri { .. }
        | TimeExpression::Holiday { .. }
        | TimeExpression::Anniversary { .. } => true,
        TimeExpression::Range(from, to) => hangs_on_feasts(from) || hangs_on_feasts(to),
        _ => false,
    }
}

/// Whether an answer hangs on a clock, by itself or by the mention it counts from.
fn hangs_on_clock(answers: &[Answer], index: usize) -> bool {
    let mut index = index;
    for _ in 0..=answers.len() {
        match answers.get(index).map(|answer| answer.timex.anchor) {
            Some(Anchor::Published | Anchor::Captured | Anchor::Teaser) => return true,
            Some(Anchor::Mention(mention)) if mention != index => index = mention,
            _ => return false,
        }
    }
    false
}

/// Whether the answer and every mention it counts from is counted in days.
fn chain_counts_days(answers: &[Answer], index: usize) -> bool {
    let mut index = index;
    for _ in 0..=answers.len() {
        let Some(answer) = answers.get(index) else {
            return false;
        };
        // A bare member of a list or range has the fields of its partner.
        let partner = answer
            .found
            .partner
            .and_then(|partner| answers.get(partner));
        let mut members = [Some(answer), partner].into_iter().flatten();
        if !members.all(|member| counts_days(&member.found.expression)) {
            return false;
        }
        match answer.timex.anchor {
            Anchor::Mention(mention) if mention != index => index = mention,
            _ => return true,
        }
    }
    false
}

/// What is wrong with a page whose clocks are moved by whole weeks.
///
/// What is counted in days or weeks from a clock moves by exactly as many days. What names day, month and year stays.
/// The rest, a month without its year, say, takes the nearest, and is compared by [`cycle`] alone.
pub(crate) fn weeks(page: &Page, weeks: i64) -> Vec<String> {
    let by = TimeDelta::weeks(weeks);
    compare(page, by, |answers, index| {
        let answer = &answers[index];
        let value = value_of(answer);
        if !chain_counts_days(answers, index) {
            let expression = &answer.found.expression;
            let whole = writes_year(expression)
                && !writes_two_digits(expression)
                && answer.timex.anchor == Anchor::None;
            return whole.then_some((value, TimeDelta::zero()));
        }
        if hangs_on_clock(answers, index) {
            Some((value.and_then(|value| value.weeks_on(weeks)), by))
        } else {
            Some((value, TimeDelta::zero()))
        }
    })
}

/// What is wrong with a page whose clocks are moved by four hundred years.
///
/// Every answer that hangs on a clock moves by as much, but for the feasts. In a text that itself writes a year, what
/// lacks one may take it from there or from the clock, whichever the specification (§8.2) finds nearer: such a text is
/// left to [`weeks`].
pub(crate) fn cycle(page: &Page) -> Vec<String> {
    let by = TimeDelta::days(CYCLE_DAYS);
    let (answers, _) = page.answers();
    let mixed = answers
        .iter()
        .any(|answer| writes_year(&answer.found.expression));
    let feasts = answers
        .iter()
        .any(|answer| hangs_on_feasts(&answer.found.expression));
    compare(page, by, |answers, index| {
        let answer = &answers[index];
        let counted = chain_counts_days(answers, index);
        if !counted && (mixed || feasts) {
            return None;
        }
        if hangs_on_clock(answers, index) {
            Some((value_of(answer).and_then(|value| value.cycle_on()), by))
        } else {
            Some((value_of(answer), TimeDelta::zero()))
        }
    })
}

fn value_of(answer: &Answer) -> Option<Value> {
    answer.timex.value.as_deref().and_then(parse)
}

/// Compares a page with itself under moved clocks: `expected` says what an answer must be there, and how much its
/// interval must have moved; none where nothing is promised.
fn compare(
    page: &Page,
    by: TimeDelta,
    expected: impl Fn(&[Answer], usize) -> Option<(Option<Value>, TimeDelta)>,
) -> Vec<String> {
    let Some(later) = page.moved(by) else {
        return Vec::new();
    };
    let ((before, _), (after, _)) = (page.answers(), later.answers());
    if before.len() != after.len() {
        return vec![format!("{} times, then {}", before.len(), after.len())];
    }
    let mut wrong = Vec::new();
    for (index, (one, other)) in before.iter().zip(&after).enumerate() {
        let Some((value, by)) = expected(&before, index) else {
            continue;
        };
        let value = value.map(|value| value.to_string());
        let sides = [
            (one.timex.earliest, other.timex.earliest),
            (one.timex.latest, other.timex.latest),
        ];
        let moved = sides
            .iter()
            .all(|(before, after)| before.map(|side| side + by) == *after);
        // A value that cannot be read is the business of another test.
        if value != other.timex.value || !moved {
            wrong.push(format!(
                "{}, {} days on {}; expected {}",
                one.shown(),
                by.num_days(),
                other.shown(),
                value.as_deref().unwrap_or("?")
            ));
        }
    }
    wrong
}
