//! Lines that only tell a time: `Rabu, 10 Januari 2024 11:25 WIB`, `Diperbarui …`, `Nasional • 3 jam lalu`.

use super::marks::BARS;
use super::page::Page;
use super::rules::DateWord;
use crate::text::{Token, WordKey};

/// The time a line tells, if it tells nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DateLine {
    /// How long ago.
    Ago,
    /// An amount of time alone, `40 menit`: in a list of articles, how long ago.
    Amount,
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

/// What a word or mark is to a line that tells a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
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

/// Reads a line that only tells a time. `pieces` is room to work in, whatever it holds.
pub(super) fn date_line(
    words: &[Token],
    page: &Page<'_>,
    pieces: &mut Vec<Piece>,
) -> Option<DateLine> {
    if words.len() > LONGEST {
        return None;
    }
    take_apart(words, page, pieces)?;
    let told = |piece: &Piece| {
        use DateWord::{Ago, Day, OneUnit, Unit, WeekdayOrUnit};
        matches!(
            piece,
            Piece::Role(Ago | Day | Unit | OneUnit | WeekdayOrUnit)
        )
    };
    let stamp = if pieces.iter().any(told) {
        stamp(pieces)
    } else {
        None
    };
    stamp.or_else(|| date(pieces))
}

/// Takes a line into pieces, as long as it may tell a time: a word that has nothing to do with times stands only behind
/// a date.
fn take_apart(words: &[Token], page: &Page<'_>, pieces: &mut Vec<Piece>) -> Option<()> {
    pieces.clear();
    let mut dated = false;
    let mut rest = words;
    while let Some((word, after)) = rest.split_first() {
        let outlet = page.outlet(rest);
        // `detik` is a site, and `30 detik` an amount.
        let counted = matches!(
            pieces.last(),
            Some(Piece::Small | Piece::Role(DateWord::Number))
        ) && page.rules.date_word(word.key) == Some(DateWord::Unit);
        if outlet > 0 && !counted {
            pieces.push(Piece::Outlet);
            rest = rest.get(outlet..)?;
            continue;
        }
        rest = after;
        if word.is_mark() {
            pieces.push(if BARS.contains(&word.first) {
                Piece::Bar
            } else {
                Piece::Mark
            });
        } else if word.is_numeral() {
            pieces.push(number(page.written(word)));
        } else if let Some(role) = page.rules.date_word(word.key) {
            pieces.push(Piece::Role(role));
        } else if word.letters || !dashed(page.written(word), page, pieces) {
            if word.is_capitalised() {
                pieces.push(Piece::Name);
            } else {
                dated = dated || date_span(pieces).is_some();
                pieces.push(Piece::Other);
                dated.then_some(())?;
            }
        }
    }
    Some(())
}

/// Adds the pieces of `10-Jan-2024`, `hari-hari`: words of a date that a hyphen joins. Says whether it is that.
fn dashed(word: &str, page: &Page<'_>, pieces: &mut Vec<Piece>) -> bool {
    let is_hyphen = |c| matches!(c, '-' | '\u{2010}' | '\u{2011}');
    if !word.bytes().any(|byte| byte == b'-' || byte == 0xe2) || !word.contains(is_hyphen) {
        return false;
    }
    let length = pieces.len();
    for part in word.split(is_hyphen) {
        let piece = if is_digits(part) {
            Some(number(part))
        } else {
            let role = page.rules.date_word(WordKey::of(part));
            role.map(Piece::Role)
        };
        let Some(piece) = piece else {
            pieces.truncate(length);
            return false;
        };
        pieces.push(piece);
    }
    true
}

fn is_digits(part: &str) -> bool {
    !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit())
}

fn number(text: &str) -> Piece {
    let year = |part: &str| part.len() == 4 && (part.starts_with("19") || part.starts_with("20"));
    let short = |part: &str| part.len() <= 2;
    if is_digits(text) {
        return match text {
            _ if short(text) => Piece::Small,
            _ if year(text) => Piece::Year,
            _ => Piece::Name,
        };
    }
    if text.contains('T') {
        return Piece::Instant;
    }
    for mark in ['/', '-', '.'] {
        if let Some([a, b, c]) = three(text, &[mark])
            && short(b)
            && ((year(a) && short(c)) || (short(a) && (year(c) || (mark == '/' && c.len() == 2))))
        {
            return Piece::FullDate;
        }
    }
    let clock = match three(text, &[':', '.']) {
        Some([hour, minute, second]) => short(hour) && minute.len() == 2 && second.len() == 2,
        None => text.split_once([':', '.']).is_some_and(|(hour, minute)| {
            is_digits(hour) && is_digits(minute) && short(hour) && minute.len() == 2
        }),
    };
    if clock { Piece::Clock } else { Piece::Name }
}

/// The three numbers of a numeral that marks part in two places.
fn three<'n>(numeral: &'n str, marks: &[char]) -> Option<[&'n str; 3]> {
    let mut parts = numeral.split(marks);
    let numbers = [parts.next()?, parts.next()?, parts.next()?];
    (parts.next().is_none() && numbers.into_iter().all(is_digits)).then_some(numbers)
}

/// An optional section and bar, an optional label, an amount or a day, and an optional bar and section.
fn stamp(pieces: &[Piece]) -> Option<DateLine> {
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
    let mut start = pieces.iter().position(core)?;
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
    let counts = |numbers: &[Piece]| {
        !numbers.is_empty()
            && numbers.len() <= 4
            && numbers
                .iter()
                .all(|n| matches!(n, Piece::Small | Piece::Role(Number | Unit)))
    };
    let whole = match told.as_slice() {
        [Piece::Role(OneUnit), Piece::Role(Ago)]
        | [Piece::Role(Day)]
        | [Piece::Role(Day), Piece::Clock]
        | [Piece::Role(Day), Piece::Clock, Piece::Role(Zone)] => DateLine::Ago,
        [
            numbers @ ..,
            Piece::Role(Unit | WeekdayOrUnit),
            Piece::Role(Ago),
        ] if counts(numbers) => DateLine::Ago,
        [Piece::Role(OneUnit)] => DateLine::Amount,
        [numbers @ .., Piece::Role(Unit | WeekdayOrUnit)] if counts(numbers) => DateLine::Amount,
        _ => return None,
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
    (before_fits && after_fits).then_some(whole)
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
    // A line may tell both times.
    let second = date_span(after).map_or(0..0, |(start, end)| start..end);
    let strange = |at: &usize| {
        let piece = after.get(*at);
        piece.is_some_and(|piece| !is_date(piece)) && !second.contains(at)
    };
    let after_fits = match (0..after.len()).find(strange) {
        None => true,
        Some(first) => {
            let (told, more) = after.split_at(first);
            let bar = matches!(told.last(), Some(Piece::Bar | Piece::Mark));
            let minutes = more.contains(&Piece::Role(Unit));
            (0..after.len()).filter(strange).count() <= 7 && (bar || minutes) && (clock || minutes)
        }
    };
    (before_fits && after_fits).then_some(DateLine::Date {
        clock,
        updated: updated && !published,
        labelled,
    })
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
