//! The place dateline that opens a body: `TEMPO.CO, Jakarta -`, `Jakarta (ANTARA) -`, `JAKARTA, Jan 10 (Reuters) -`.

use super::marks::DASHES;
use super::page::Page;
use super::rules::DateWord;
use crate::text::{Span, Token, is_upper};

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
pub(super) fn dateline(words: &[Token], page: &Page<'_>) -> Option<Dateline> {
    let opening = words.get(..LONGEST.min(words.len()))?;
    if !opening
        .iter()
        .any(|word| word.is(&DASHES) || word.is(&[',', ':']))
    {
        return None;
    }
    let mut at = 0;
    let mut outlets = 0;
    let mut names = 0;
    let mut in_brackets = false;
    let mut last_outlet = 0;
    while let Some(word) = words.get(at).filter(|_| at < LONGEST) {
        let outlet = page.outlet(words.get(at..).unwrap_or_default());
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
            return dashed(words, at, outlets, page);
        }
        if word.is(&['(']) {
            in_brackets = true;
        } else if word.is(&[')']) {
            in_brackets = false;
        } else if word.is(&[':']) {
            let place = words.get(last_outlet..at).unwrap_or_default();
            let fits = at > 0 && words.get(at + 1).is_some() && page.rules.is_place(place);
            return fits.then(|| found(words, at, outlets > 0));
        } else if word.is_mark() {
            if !word.is(&[',', '/', '.']) {
                return None;
            }
        } else if word.is_capitalised() {
            names += 1;
        } else if !(word.is_numeral() || in_brackets || is_date_word(word, page)) {
            break;
        }
        at += 1;
    }
    if at == words.len() && outlets == 1 && last_outlet == at {
        return alone(words, page);
    }
    undashed(words, last_outlet, outlets, page)
}

/// `Jakarta, NU Online` on a line of its own.
fn alone(words: &[Token], page: &Page<'_>) -> Option<Dateline> {
    let comma = words.iter().position(|word| word.is(&[',']))?;
    page.rules
        .is_place(words.get(..comma)?)
        .then(|| found(words, words.len() - 1, true))
}

fn is_date_word(word: &Token, page: &Page<'_>) -> bool {
    matches!(
        page.rules.date_word(word.key),
        Some(DateWord::Month | DateWord::Weekday | DateWord::WeekdayOrUnit | DateWord::Zone)
    )
}

fn found(words: &[Token], last: usize, sure: bool) -> Dateline {
    let start = words.first().map_or(0, |word| word.span.start());
    let end = words.get(last).map_or(start, |word| word.span.end());
    Dateline {
        span: Span::new(start, end),
        sure,
    }
}

/// A dash at `at` closes it; a second dash glued to it and, after an outlet, `- JAKARTA.` belong to it.
fn dashed(words: &[Token], at: usize, outlets: usize, page: &Page<'_>) -> Option<Dateline> {
    let mut last = at;
    while words.get(last + 1).is_some_and(|word| word.is(&DASHES)) {
        last += 1;
    }
    let before = words.get(at - 1)?;
    let dash = words.get(at)?;
    let closes = words.get(last)?;
    let apart =
        !before.touches(dash) || words.get(last + 1).is_none_or(|next| !closes.touches(next));
    // A name alone before the dash, without a site, must be words with capitals only: numbers make a score or a range.
    let dated = words
        .iter()
        .position(|word| word.is(&[',']))
        .filter(|comma| *comma < at)
        .and_then(|comma| words.get(..comma))
        .is_some_and(|place| page.rules.is_place(place));
    // `Jakarta (10/1/2024) -`: a date in brackets behind a place.
    let bracketed = before.is(&[')'])
        && words
            .iter()
            .position(|word| word.is(&['(']))
            .filter(|open| *open < at)
            .and_then(|open| words.get(..open))
            .is_some_and(|place| page.rules.is_place(place));
    let plain = outlets > 0
        || dated
        || bracketed
        || words
            .get(..at)
            .unwrap_or_default()
            .iter()
            .all(|word| !word.is_numeral() && !is_date_word(word, page));
    if !apart || !plain {
        return None;
    }
    if outlets > 0
        && let Some(stop) =
            (last + 1..last + 5).find(|i| words.get(*i).is_some_and(|w| w.is(&['.'])))
        && stop > last + 1
        && words.get(last + 1..stop).is_some_and(|place| {
            place
                .iter()
                .all(|word| !word.is_mark() && is_upper(page.written(word)))
        })
        && words.get(stop + 1).is_some()
    {
        last = stop;
    }
    Some(found(words, last, outlets > 0))
}

/// No dash: `Liputan6.com, Jakarta Tanaman …`. The place is the longest known one, else the one word after the comma.
fn undashed(
    words: &[Token],
    after_outlet: usize,
    outlets: usize,
    page: &Page<'_>,
) -> Option<Dateline> {
    if outlets != 1 || !words.get(after_outlet)?.is(&[',']) {
        return None;
    }
    let from = after_outlet + 1;
    let rest = words.get(from..).unwrap_or_default();
    let known = (1..=3).rev().find(|length| {
        let place = rest.get(..*length).unwrap_or(rest);
        page.rules.is_place(place)
    });
    let length = known.unwrap_or(1);
    let place = rest.get(..length)?;
    let next = rest.get(length);
    let fits = place
        .iter()
        .all(|word| word.is_capitalised() && !word.is_mark())
        && next
            .is_none_or(|word| (word.is_capitalised() && !word.is_mark()) || word.is(&['"', '“']));
    (fits && (known.is_some() || from == 2)).then(|| found(words, from + length - 1, true))
}
