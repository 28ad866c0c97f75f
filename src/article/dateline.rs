//! The place dateline that opens a body: `TEMPO.CO, Jakarta -`, `Jakarta (ANTARA) -`, `JAKARTA, Jan 10 (Reuters) -`.

use super::rules::{DateWord, LineRules};
use super::words::{DASHES, Word};
use crate::text::Span;

/// A dateline that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dateline {
    /// From the first word to the dash.
    pub(super) span: Span,
    /// Whether it names a site or agency; a bare place is only one where a body begins.
    pub(super) sure: bool,
}

/// Longest dateline, in words and marks.
const LONGEST: usize = 16;

/// Reads the dateline at the beginning of a line's words.
pub(super) fn dateline(words: &[Word<'_>], rules: &LineRules) -> Option<Dateline> {
    let folded: Vec<&str> = words.iter().map(|word| word.folded.as_ref()).collect();
    let mut at = 0;
    let mut outlets = 0;
    let mut names = 0;
    let mut in_brackets = false;
    let mut last_outlet = 0;
    while let Some(word) = words.get(at).filter(|_| at < LONGEST) {
        let outlet = rules.outlet(folded.get(at..).unwrap_or_default());
        if outlet > 0 {
            outlets += 1;
            at += outlet;
            last_outlet = at;
            continue;
        }
        if word.is(&DASHES) {
            if at == 0 || (outlets == 0 && names > 4) {
                return None;
            }
            return dashed(words, at, outlets, rules);
        }
        if word.is(&["("]) {
            in_brackets = true;
        } else if word.is(&[")"]) {
            in_brackets = false;
        } else if word.is(&[":"]) {
            let place = span_text(words, last_outlet, at);
            let fits = at > 0 && words.get(at + 1).is_some() && rules.is_place(&place);
            return fits.then(|| found(words, at, outlets > 0));
        } else if word.is_mark() {
            if !word.is(&[",", "/", "."]) {
                return None;
            }
        } else if word.is_capital() {
            names += 1;
        } else if !(word.is_number() || in_brackets || is_date_word(&word.folded, rules)) {
            break;
        }
        at += 1;
    }
    if at == words.len() && outlets == 1 && last_outlet == at {
        return alone(words, rules);
    }
    undashed(words, last_outlet, outlets, rules)
}

/// `Jakarta, NU Online` on a line of its own.
fn alone(words: &[Word<'_>], rules: &LineRules) -> Option<Dateline> {
    let comma = words.iter().position(|word| word.is(&[","]))?;
    rules
        .is_place(&span_text(words, 0, comma))
        .then(|| found(words, words.len() - 1, true))
}

fn is_date_word(word: &str, rules: &LineRules) -> bool {
    matches!(
        rules.date_word(word),
        Some(DateWord::Month | DateWord::Weekday | DateWord::WeekdayOrUnit | DateWord::Zone)
    )
}

fn found(words: &[Word<'_>], last: usize, sure: bool) -> Dateline {
    let start = words.first().map_or(0, |word| word.token.span.start());
    let end = words.get(last).map_or(start, |word| word.token.span.end());
    Dateline {
        span: Span::new(start, end),
        sure,
    }
}

/// A dash at `at` closes it; a second dash glued to it and, after an outlet, `- JAKARTA.` belong to it.
fn dashed(words: &[Word<'_>], at: usize, outlets: usize, rules: &LineRules) -> Option<Dateline> {
    let mut last = at;
    while words.get(last + 1).is_some_and(|word| word.is(&DASHES)) {
        last += 1;
    }
    let before = words.get(at - 1)?;
    let dash = words.get(at)?;
    let apart = dash.token.span.start() > before.token.span.end()
        || words.get(last + 1).is_none_or(|next| {
            next.token.span.start() > words.get(last).map_or(0, |w| w.token.span.end())
        });
    // A name alone before the dash, without a site, must be words with capitals only: numbers make a score or a range.
    let dated = words
        .iter()
        .position(|word| word.is(&[","]))
        .is_some_and(|comma| comma < at && rules.is_place(&span_text(words, 0, comma)));
    // `Jakarta (10/1/2024) -`: a date in brackets behind a place.
    let bracketed = words
        .iter()
        .position(|word| word.is(&["("]))
        .is_some_and(|open| open < at && rules.is_place(&span_text(words, 0, open)))
        && words.get(at - 1).is_some_and(|word| word.is(&[")"]));
    let plain = outlets > 0
        || dated
        || bracketed
        || words
            .get(..at)
            .unwrap_or_default()
            .iter()
            .all(|word| !word.is_number() && !is_date_word(&word.folded, rules));
    if !apart || !plain {
        return None;
    }
    if outlets > 0
        && let Some(stop) =
            (last + 1..last + 5).find(|i| words.get(*i).is_some_and(|w| w.is(&["."])))
        && stop > last + 1
        && words.get(last + 1..stop).is_some_and(|place| {
            place
                .iter()
                .all(|word| !word.is_mark() && crate::text::is_upper(word.text))
        })
        && words.get(stop + 1).is_some()
    {
        last = stop;
    }
    Some(found(words, last, outlets > 0))
}

/// No dash: `Liputan6.com, Jakarta Tanaman …`. The place is the longest known one, else the one word after the comma.
fn undashed(
    words: &[Word<'_>],
    after_outlet: usize,
    outlets: usize,
    rules: &LineRules,
) -> Option<Dateline> {
    if outlets != 1 || !words.get(after_outlet)?.is(&[","]) {
        return None;
    }
    let from = after_outlet + 1;
    let known = (1..=3)
        .rev()
        .find(|length| rules.is_place(&span_text(words, from, from + length)));
    let length = known.unwrap_or(1);
    let place = words.get(from..from + length)?;
    let next = words.get(from + length);
    let fits = place
        .iter()
        .all(|word| word.is_capital() && !word.is_mark())
        && next.is_none_or(|word| (word.is_capital() && !word.is_mark()) || word.is(&["\"", "“"]));
    (fits && (known.is_some() || from == 2)).then(|| found(words, from + length - 1, true))
}

/// The folded words from `from` to `to`, without the marks at either end.
fn span_text(words: &[Word<'_>], from: usize, to: usize) -> String {
    let part: Vec<&str> = words
        .get(from..to.min(words.len()))
        .unwrap_or_default()
        .iter()
        .filter(|word| !word.is(&[",", "-"]))
        .map(|word| word.folded.as_ref())
        .collect();
    part.join(" ")
}
