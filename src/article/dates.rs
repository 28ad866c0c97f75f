//! Lines that only tell a time: `Rabu, 10 Januari 2024 11:25 WIB`, `Diperbarui …`, `Nasional • 3 jam lalu`.

use super::rules::{DateWord, LineRules};
use super::words::{BARS, Word};

/// The time a line tells, if it tells nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DateLine {
    /// How long ago.
    Ago,
    /// A date.
    Date {
        /// Whether a clock or zone stands with it.
        clock: bool,
        /// Whether the line says that this is the time of a change.
        updated: bool,
        /// Whether the line says what the time is.
        labelled: bool,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece {
    Role(DateWord),
    /// A number of one or two digits.
    Small,
    /// A year.
    Year,
    /// A date in numbers.
    FullDate,
    Clock,
    /// A date with its clock.
    Instant,
    /// A name of a site.
    Outlet,
    /// A mark that parts.
    Bar,
    /// Any other mark.
    Mark,
    /// A word with a capital, or a number.
    Name,
    Other,
}

/// Longest line that can be one, in words and marks.
const LONGEST: usize = 28;

pub(super) fn date_line(words: &[Word<'_>], rules: &LineRules) -> Option<DateLine> {
    if words.len() > LONGEST {
        return None;
    }
    let pieces = pieces(words, rules);
    if pieces
        .iter()
        .any(|p| matches!(p, Piece::Role(DateWord::Ago | DateWord::Day)))
        && is_ago(&pieces)
    {
        return Some(DateLine::Ago);
    }
    date(&pieces)
}

fn pieces(words: &[Word<'_>], rules: &LineRules) -> Vec<Piece> {
    let folded: Vec<&str> = words.iter().map(|word| word.folded.as_ref()).collect();
    let mut pieces = Vec::with_capacity(words.len());
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let outlet = rules.outlet(folded.get(at..).unwrap_or_default());
        if outlet > 0 {
            pieces.push(Piece::Outlet);
            at += outlet;
            continue;
        }
        pieces.extend(if word.is_mark() {
            vec![if BARS.contains(&word.text) {
                Piece::Bar
            } else {
                Piece::Mark
            }]
        } else if word.is_number() {
            vec![number(word.text)]
        } else if let Some(role) = rules.date_word(&word.folded) {
            vec![Piece::Role(role)]
        } else {
            dashed(&word.folded, rules).unwrap_or_else(|| {
                vec![if word.is_capital() {
                    Piece::Name
                } else {
                    Piece::Other
                }]
            })
        });
        at += 1;
    }
    pieces
}

/// `10-Jan-2024`, `GMT+7`: words of a date that a hyphen joins.
fn dashed(word: &str, rules: &LineRules) -> Option<Vec<Piece>> {
    let parts = word.split('-').map(|part| {
        if part.bytes().all(|b| b.is_ascii_digit()) && !part.is_empty() {
            Some(number(part))
        } else {
            rules.date_word(part).map(Piece::Role)
        }
    });
    let parts: Option<Vec<Piece>> = parts.collect();
    parts.filter(|parts| parts.len() > 1)
}

fn number(text: &str) -> Piece {
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit()) && !part.is_empty();
    if text.contains('T') {
        return Piece::Instant;
    }
    for mark in ['/', '-', '.'] {
        let parts: Vec<&str> = text.split(mark).collect();
        if let [a, b, c] = parts.as_slice()
            && parts.iter().all(|part| digits(part))
        {
            let year =
                |part: &str| part.len() == 4 && (part.starts_with("19") || part.starts_with("20"));
            let short = |part: &str| part.len() <= 2;
            let ends =
                (year(a) && short(c)) || (short(a) && (year(c) || (mark == '/' && c.len() == 2)));
            if ends && short(b) {
                return Piece::FullDate;
            }
        }
    }
    let clock: Vec<&str> = text.split([':', '.']).collect();
    if (2..=3).contains(&clock.len())
        && clock.iter().all(|part| digits(part))
        && clock.first().is_some_and(|hour| hour.len() <= 2)
        && clock.iter().skip(1).all(|part| part.len() == 2)
    {
        return Piece::Clock;
    }
    match text.len() {
        1 | 2 if digits(text) => Piece::Small,
        4 if digits(text) && (text.starts_with("19") || text.starts_with("20")) => Piece::Year,
        _ => Piece::Name,
    }
}

/// An optional section and bar, an optional label, an amount or a day, and an optional bar and section.
fn is_ago(pieces: &[Piece]) -> bool {
    use DateWord::{
        Ago, Day, Filler, Number, OneUnit, Published, Unit, Updated, WeekdayOrUnit, Zone,
    };
    let core = |piece: &Piece| {
        matches!(
            piece,
            Piece::Role(Ago | Day | Filler | Number | OneUnit | Unit | WeekdayOrUnit | Zone)
                | Piece::Small
                | Piece::Clock
        )
    };
    let Some(mut start) = pieces.iter().position(core) else {
        return false;
    };
    // The section's own name may hold a word of time ("Hari Ini | 3 jam lalu"): the amount is what stands last.
    if let Some(bar) = pieces.iter().rposition(|piece| *piece == Piece::Bar)
        && bar > start
        && bar <= 4
        && pieces
            .get(bar + 1..)
            .is_some_and(|rest| rest.iter().any(|p| matches!(p, Piece::Role(Ago | Day))))
    {
        start = bar + 1;
    }
    let length = pieces
        .get(start..)
        .unwrap_or_default()
        .iter()
        .position(|piece| !core(piece) && *piece != Piece::Mark)
        .unwrap_or(pieces.len() - start);
    let (before, rest) = pieces.split_at(start);
    let (amount, after) = rest.split_at(length);
    let told: Vec<Piece> = amount
        .iter()
        .copied()
        .filter(|piece| !matches!(piece, Piece::Mark | Piece::Role(Filler)))
        .collect();
    let whole = match told.as_slice() {
        [Piece::Role(OneUnit), Piece::Role(Ago)]
        | [Piece::Role(Day)]
        | [Piece::Role(Day), Piece::Clock]
        | [Piece::Role(Day), Piece::Clock, Piece::Role(Zone)] => true,
        [
            numbers @ ..,
            Piece::Role(Unit | WeekdayOrUnit),
            Piece::Role(Ago),
        ] => {
            !numbers.is_empty()
                && numbers.len() <= 4
                && numbers
                    .iter()
                    .all(|n| matches!(n, Piece::Small | Piece::Role(Number | Unit)))
        }
        _ => false,
    };
    let label = |piece: &Piece| matches!(piece, Piece::Role(Published | Updated));
    let marks = |piece: &Piece| matches!(piece, Piece::Bar | Piece::Mark);
    let section = |pieces: &[Piece]| {
        pieces.len() <= 5
            && pieces.iter().all(|p| {
                matches!(
                    p,
                    Piece::Name | Piece::Outlet | Piece::Mark | Piece::Bar | Piece::Role(Filler)
                ) || label(p)
            })
    };
    let before_fits = before.iter().all(|p| marks(p) || label(p))
        || (section(before)
            && before
                .last()
                .is_some_and(|p| matches!(p, Piece::Bar | Piece::Outlet) || label(p)));
    let after_fits =
        after.iter().all(marks) || (after.first() == Some(&Piece::Bar) && section(after));
    whole && before_fits && after_fits
}

fn date(pieces: &[Piece]) -> Option<DateLine> {
    use DateWord::{Filler, Published, Unit, Updated, Weekday, WeekdayOrUnit, Zone};
    let (start, end) = date_span(pieces)?;
    let clock = pieces
        .iter()
        .any(|piece| matches!(piece, Piece::Clock | Piece::Instant));
    let is_date = |piece: &Piece| {
        matches!(
            piece,
            Piece::Role(Weekday | WeekdayOrUnit | Filler | Zone | Published | Updated)
                | Piece::Clock
                | Piece::Instant
                | Piece::Mark
                | Piece::Bar
                | Piece::Outlet
        )
    };
    let before = pieces.get(..start).unwrap_or_default();
    let after = pieces.get(end..).unwrap_or_default();
    let published = pieces.contains(&Piece::Role(Published));
    let updated = pieces.contains(&Piece::Role(Updated));
    let labelled = published || updated;
    let strange_before = before.iter().filter(|piece| !is_date(piece)).count();
    let names_before = before
        .iter()
        .all(|piece| is_date(piece) || *piece == Piece::Name);
    // The mark that parts the names before the date from it; a weekday may stand between.
    let parted = before
        .iter()
        .rev()
        .find(|piece| !matches!(piece, Piece::Role(Weekday | WeekdayOrUnit) | Piece::Mark))
        .is_some_and(|piece| {
            matches!(
                piece,
                Piece::Bar | Piece::Role(Filler | Published | Updated)
            )
        });
    // "By Name - January 13, 2025"
    let opens_label = matches!(before.first(), Some(Piece::Role(Filler)));
    let before_fits = strange_before == 0
        || (names_before && strange_before <= 8 && parted && (clock || labelled || opens_label));
    let strange_after: Vec<usize> = (0..after.len())
        .filter(|i| {
            after
                .get(*i)
                .is_some_and(|piece| !is_date(piece) && !second_date(after, *i))
        })
        .collect();
    let after_fits = match strange_after.first() {
        None => true,
        Some(first) => {
            let bar = first
                .checked_sub(1)
                .and_then(|i| after.get(i))
                .is_some_and(|p| matches!(p, Piece::Bar | Piece::Mark));
            let minutes = after
                .get(*first..)
                .unwrap_or_default()
                .contains(&Piece::Role(Unit));
            strange_after.len() <= 7 && (bar || minutes) && (clock || minutes)
        }
    };
    (before_fits && after_fits).then_some(DateLine::Date {
        clock,
        updated: updated && !published,
        labelled,
    })
}

/// Whether piece `i` belongs to a second date, as where a line tells both times.
fn second_date(pieces: &[Piece], i: usize) -> bool {
    date_span(pieces).is_some_and(|(start, end)| (start..end).contains(&i))
}

/// The first whole date: `10 Januari 2024`, `January 10, 2024`, `10/01/2024`, an instant.
fn date_span(pieces: &[Piece]) -> Option<(usize, usize)> {
    use Piece::{FullDate, Instant, Mark, Role, Small, Year};
    let bar = |piece: Option<&Piece>| matches!(piece, Some(Mark | Piece::Bar));
    (0..pieces.len()).find_map(|i| {
        let at = |offset: usize| pieces.get(i + offset).copied();
        match (at(0)?, at(1), at(2)) {
            (FullDate | Instant, _, _) => Some((i, i + 1)),
            (Small, Some(Role(DateWord::Month)), Some(Year))
            | (Role(DateWord::Month), Some(Small), Some(Year)) => Some((i, i + 3)),
            (Small, Some(Role(DateWord::Month)), Some(Mark | Piece::Bar))
            | (Role(DateWord::Month), Some(Small), Some(Mark | Piece::Bar))
                if at(3) == Some(Year) =>
            {
                Some((i, i + 4))
            }
            (Small, Some(Mark | Piece::Bar), Some(Role(DateWord::Month)))
                if bar(pieces.get(i + 3)) && at(4) == Some(Year) =>
            {
                Some((i, i + 5))
            }
            _ => None,
        }
    })
}
