//! Dates: weekday, day, month, year, in every order and format of news.

use super::{amount, clock, number};
use crate::text::{Numeral, TokenKind, WordKey, is_capitalised, is_upper, word, words};
use crate::time::{
    Class, Classes, Cursor, DayPart, Fields, Lean, MonthRef, Part, Sense, TimeExpression,
    TimeOfDay, Unit, YearRef,
};
use chrono::Weekday;

/// A date with what follows it: part of the day, direction, clock. `Selasa (9/1/2024) sekitar pukul 19.30 WIB`.
/// Also tells whether the clock was said to be approximate.
pub(super) fn date(c: &mut Cursor<'_>) -> Option<(TimeExpression, bool)> {
    /// `Selasa`, `Sel`, `hari Selasa`.
    const WEEKDAY: Classes = Classes::of(&[Class::Weekday, Class::ShortWeekday, Class::Unit]);
    /// `9`, `sembilan`, `9/1`, `Januari`, `tanggal`, `bulan`.
    const CALENDAR: Classes = Classes::of(&[
        Class::TwoDigits,
        Class::Pair,
        Class::WholeDate,
        Class::Number,
        Class::Month,
        Class::ShortMonth,
        Class::OpensDate,
        Class::Unit,
    ]);
    /// `kemarin`, `pagi`, `dini hari`, `hari ini`.
    const NEAR: Classes = Classes::of(&[
        Class::Deictic,
        Class::Part,
        Class::OpensPart,
        Class::OpensDate,
        Class::Unit,
    ]);
    let first = c.classes();
    let mut read = |begins: Classes, part: fn(&mut Cursor<'_>) -> Option<TimeExpression>| {
        if first.meets(begins) { part(c) } else { None }
    };
    let day = read(WEEKDAY, weekday_date)
        .or_else(|| read(Classes::of(&[Class::Part]), eve))
        .or_else(|| read(CALENDAR, calendar))
        .or_else(|| read(NEAR, deictic))?;
    Some(with_clock(c, day))
}

/// A day by its weekday or from today, without a clock of its own.
pub(super) fn day_alone(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    weekday_date(c).or_else(|| deictic(c))
}

/// `kemarin`, `besok sore`, `hari ini (2/3)`: a day near the clock, with its date in brackets.
fn deictic(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    let day = super::day::deictic(c)?;
    let TimeExpression::Date(fields) = day else {
        return Some(day);
    };
    if fields.time.is_some() {
        return Some(day);
    }
    let dated = parenthesis(c, fields).map(|dated| trail(c, dated));
    Some(dated.unwrap_or(day))
}

/// Adds a clock that stands behind a date, joined by a space, a comma, a bar or `sekitar`.
pub(super) fn with_clock(c: &mut Cursor<'_>, day: TimeExpression) -> (TimeExpression, bool) {
    let TimeExpression::Date(fields) = day else {
        return (day, false);
    };
    let whole_day = fields.time.is_none()
        && (fields.day.is_some() || fields.weekday.is_some() || fields.from_today.is_some());
    if !whole_day || fields.eve {
        return (TimeExpression::Date(fields), false);
    }
    if let Some(hour) = super::day::middle_hour(c) {
        let time = Some(TimeOfDay {
            hour,
            minute: 0,
            second: None,
            carry: 0,
        });
        return (TimeExpression::Date(Fields { time, ..fields }), false);
    }
    let joined = c.try_to(|c| {
        if !c.eat(word!(",")) && !c.eat_any(&words!["|", "•", "·", "-", "–", "—", "/", "@", "at"])
        {
            c.eat(word!(";"));
        }
        let approximate = c.eat_any(&words!["sekitar", "kira-kira", "sekira"])
            || c.eat_all(&words!["kurang", "lebih"]);
        let clock = clock::after_date(c)?;
        Some((clock.on(fields), approximate))
    });
    joined.unwrap_or_else(|| {
        let said =
            c.is(word!("waktu")) || is_upper(c.word()) || c.mark() == '(' && is_upper(c.word_at(1));
        let zone = if said { clock::zone(c) } else { None };
        (TimeExpression::Date(Fields { zone, ..fields }), false)
    })
}

/// `[hari] Selasa [Kliwon] [(9/1/2024)] [malam] [lalu]`, `Selasa, 9 Januari 2024`, `Selasa pekan lalu`.
fn weekday_date(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        let day_head = c.is(word!("hari")) && c.weekday_ahead(1).is_some();
        c.at += usize::from(day_head);
        let (weekday, full) = weekday(c)?;
        let sunday_word = weekday == Weekday::Sun && c.is(word!("minggu"));
        // Senen is a quarter of Jakarta before it is an old spelling.
        let place_word = c.is(word!("senen"));
        let place_before = c.key_behind(1);
        let initial = starts_sentence(c) && !day_head;
        let capital = is_capitalised(c.word()) && !(initial || is_upper(c.word()));
        let upper = is_upper(c.word());
        c.at += 1;
        if !full {
            c.eat_dot();
        }
        market_day(c);
        let mut fields = Fields {
            weekday: Some(weekday),
            ..Fields::default()
        };
        if let Some(range) = weekday_range(c, weekday) {
            return Some(range);
        }
        fields.part = clock::part(c);
        if let Some(span) = parenthesis(c, fields).or_else(|| comma_parenthesis(c, fields)) {
            return Some(trail(c, span));
        }
        if let Some(dated) = comma_date(c, fields) {
            return Some(trail(c, dated));
        }
        if place_before == word!("(")
            && let Some(dated) = comma_pair(c, fields)
        {
            return Some(dated);
        }
        if !full {
            return None;
        }
        let named = fields.part.is_some() || day_head;
        lean(c, &mut fields);
        if fields.part.is_none() {
            fields.part = clock::part(c);
            if fields.part.is_some() && fields.lean.is_none() {
                lean(c, &mut fields);
            }
        }
        if let Some(dated) = late_parenthesis(c, fields) {
            return Some(dated);
        }
        let leaned = fields.lean.is_some() || fields.week.is_some();
        let dated =
            words!["pada", "sejak", "hingga", "sampai", "mulai", "setiap"].contains(&place_before);
        if place_word && !named && !leaned && !dated {
            return None;
        }
        if sunday_word && !named && !is_sunday(capital, initial || upper, leaned) {
            return None;
        }
        Some(TimeExpression::Date(fields))
    })
}

/// Whether a bare `Minggu` is the day: capitalised in mid-sentence, or first without `lalu`, `ini`, `depan`.
fn is_sunday(capital: bool, initial: bool, leaned: bool) -> bool {
    capital || (initial && !leaned)
}

/// A weekday by its name, and whether in full. Short forms need a comma, a bracket or a date behind them.
fn weekday(c: &Cursor<'_>) -> Option<(Weekday, bool)> {
    if let Some(day) = c.weekday() {
        return Some((day, true));
    }
    let day = c.sense(|sense| match sense {
        Sense::ShortWeekday(day) => Some(day),
        _ => None,
    })?;
    let next = c.word_at(1);
    (is_capitalised(c.word())
        && (matches!(next, "," | "(" | ".")
            || c.peek(1).is_some_and(|t| t.kind == TokenKind::Numeral)))
    .then_some((day, false))
}

fn market_day(c: &mut Cursor<'_>) {
    c.eat_any(&words!["legi", "pahing", "pon", "wage", "kliwon"]);
}

/// `Kamis-Jumat (4-5 Januari 2024)`, `Senin-Selasa (15-16/1)`, `Senin-Jumat`.
fn weekday_range(c: &mut Cursor<'_>, from: Weekday) -> Option<TimeExpression> {
    c.try_to(|c| {
        c.eat_dash().then_some(())?;
        let (to, _) = weekday(c)?;
        c.at += 1;
        let dated = c.try_to(|c| {
            if c.eat(word!("(")) {
                let range = day_range(c)?;
                c.eat(word!(")")).then_some(range)
            } else {
                c.eat(word!(","));
                day_range(c)
            }
        });
        if dated.is_some() {
            return dated;
        }
        let mut last = Fields {
            weekday: Some(to),
            ..Fields::default()
        };
        lean(c, &mut last);
        let first = Fields {
            weekday: Some(from),
            ..last
        };
        Some(TimeExpression::Range(
            Box::new(TimeExpression::Date(first)),
            Box::new(TimeExpression::Date(last)),
        ))
    })
}

/// `(9/1)`, `(9/1/2024)`, `(9 Januari 2024)`, `(4-5 Januari)` behind a weekday or a part of the day.
fn parenthesis(c: &mut Cursor<'_>, fields: Fields) -> Option<TimeExpression> {
    let ends_row = fields.weekday.is_some() && ends_row(c);
    c.try_to(|c| {
        c.eat(word!("(")).then_some(())?;
        let inside = day_range(c).or_else(|| calendar(c)).or_else(|| pair(c))?;
        let inside = match inside {
            TimeExpression::Range(_, last) if ends_row => *last,
            inside => inside,
        };
        let (inside, _) = with_clock(c, inside);
        if !c.eat(word!(")")) {
            return None;
        }
        Some(merge(fields, inside))
    })
}

/// Whether the weekday before the cursor is the last of several: `Sabtu dan Minggu (14-15/6)`, where each has its own of
/// the dates in the brackets.
fn ends_row(c: &Cursor<'_>) -> bool {
    let joined = words!["dan", "hingga", "sampai", "serta"].contains(&c.key_behind(2));
    let comma = usize::from(c.mark_behind(3) == ',');
    let weekday = |term: &crate::time::Term<'_>| {
        term.senses
            .iter()
            .any(|sense| matches!(sense, Sense::Weekday(_)))
    };
    joined && c.behind(3 + comma).is_some_and(weekday)
}

/// `Senin, (20/11) siang`: a comma that means nothing before the brackets.
fn comma_parenthesis(c: &mut Cursor<'_>, fields: Fields) -> Option<TimeExpression> {
    c.try_to(|c| {
        c.eat(word!(",")).then_some(())?;
        parenthesis(c, fields)
    })
}

/// `Kamis lalu (21/5)`, `Rabu waktu setempat (10/5)`: the date behind the direction or the zone of its weekday.
fn late_parenthesis(c: &mut Cursor<'_>, fields: Fields) -> Option<TimeExpression> {
    c.try_to(|c| {
        let zone = clock::zone(c);
        let dated = parenthesis(c, fields)?;
        Some(match trail(c, dated) {
            TimeExpression::Date(date) => TimeExpression::Date(Fields {
                zone: date.zone.or(zone),
                lean: date.lean.or(fields.lean),
                ..date
            }),
            other => other,
        })
    })
}

/// `, 9 Januari 2024`, ` 10 Jan 2024`, `, 10/1/2024` behind a weekday.
fn comma_date(c: &mut Cursor<'_>, fields: Fields) -> Option<TimeExpression> {
    c.try_to(|c| {
        c.eat(word!(","));
        c.eat_any(&words!["tanggal", "tgl"]);
        let inside = day_range(c).or_else(|| calendar(c))?;
        let TimeExpression::Date(Fields { day: Some(_), .. }) = first(&inside) else {
            return None;
        };
        Some(merge(fields, inside))
    })
}

/// `, 18/10` behind a weekday that opens brackets: `(Rabu, 18/10)`.
fn comma_pair(c: &mut Cursor<'_>, fields: Fields) -> Option<TimeExpression> {
    c.try_to(|c| {
        c.eat(word!(","));
        let dated = pair(c)?;
        (c.mark() == ')').then(|| merge(fields, dated))
    })
}

fn first(expression: &TimeExpression) -> &TimeExpression {
    match expression {
        TimeExpression::Range(from, _) => from,
        other => other,
    }
}

fn merge(fields: Fields, inside: TimeExpression) -> TimeExpression {
    match inside {
        TimeExpression::Date(date) => TimeExpression::Date(Fields {
            weekday: fields.weekday.or(date.weekday),
            part: fields.part.or(date.part),
            from_today: fields.from_today,
            ..date
        }),
        range => range,
    }
}

/// Part of the day and direction behind a date that is complete: `Selasa (9/1) malam`, `8 April lalu`.
fn trail(c: &mut Cursor<'_>, date: TimeExpression) -> TimeExpression {
    let TimeExpression::Date(mut fields) = date else {
        return date;
    };
    if fields.time.is_none() {
        if fields.part.is_none() {
            fields.part = clock::part(c);
        }
        lean(c, &mut fields);
        if fields.part.is_none() {
            fields.part = clock::part(c);
        }
    }
    TimeExpression::Date(fields)
}

/// A direction behind a weekday or date: `lalu`, `depan`, `ini`, `kemarin`, `pekan lalu`.
fn lean(c: &mut Cursor<'_>, fields: &mut Fields) {
    if let Some(steps) = week(c) {
        fields.week = Some(steps);
        return;
    }
    fields.lean = direction(c);
}

/// `pekan lalu`, `pekan depan`, `minggu ini`, `dua pekan lalu` behind a weekday.
fn week(c: &mut Cursor<'_>) -> Option<i32> {
    c.try_to(|c| {
        if c.eat_any(&words!["pekan", "minggu"]) {
            return super::near::steps(c);
        }
        let amount = amount::amount(c)?;
        let (count, Unit::Week) = amount.single()? else {
            return None;
        };
        let weeks = i32::try_from(count.as_whole()?).ok()?;
        if amount::past(c) {
            Some(-weeks)
        } else if c.eat(word!("lagi")) {
            Some(weeks)
        } else {
            None
        }
    })
}

/// One direction word.
pub(super) fn direction(c: &mut Cursor<'_>) -> Option<Lean> {
    if amount::past(c) || c.eat(word!("kemarin")) {
        return Some(Lean::Last);
    }
    if c.eat_all(&words!["yang", "akan", "datang"])
        || c.eat_any(&words!["mendatang", "nanti", "besok", "esok", "lusa"])
    {
        return Some(Lean::Coming);
    }
    if c.eat(word!("depan")) {
        return Some(Lean::Next);
    }
    if (c.is(word!("ini")) && !closes_clause(c)) || c.is(word!("tadi")) {
        c.at += 1;
        return Some(Lean::This);
    }
    None
}

/// Whether `ini` at the cursor, behind a year that is written, points at the one of whom the clause before tells: `klub yang
/// berdiri sejak 1924 ini`, `perwira angkatan 2004 ini`.
fn closes_clause(c: &Cursor<'_>) -> bool {
    const REACH: usize = 10;
    const KINDS: [WordKey; 8] = words![
        "angkatan",
        "kelahiran",
        "lulusan",
        "keluaran",
        "edisi",
        "terbitan",
        "buatan",
        "jebolan",
    ];
    let year = c
        .behind(1)
        .is_some_and(|term| term.kind == TokenKind::Numeral && term.span.len() == 4);
    year && (2..=REACH)
        .map_while(|back| c.behind(back))
        .take_while(|term| !matches!(term.mark(), '.' | ',' | ';' | ':'))
        .any(|term| term.key == word!("yang") || KINDS.contains(&term.key))
}

/// `malam Minggu`, `malam Jumat Kliwon lalu`: the night before the day.
fn eve(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        if !c.eat(word!("malam")) {
            return None;
        }
        let night = Some(Part {
            of_day: DayPart::Night,
            third: None,
        });
        if let Some(dated) = day_month(c) {
            return Some(TimeExpression::Date(Fields {
                eve: true,
                part: night,
                ..dated
            }));
        }
        let weekday = c.weekday()?;
        c.at += 1;
        market_day(c);
        let mut fields = Fields {
            weekday: Some(weekday),
            eve: true,
            part: Some(Part {
                of_day: DayPart::Night,
                third: None,
            }),
            ..Fields::default()
        };
        if let Some(TimeExpression::Date(dated)) = parenthesis(c, fields) {
            fields = Fields { eve: true, ..dated };
        }
        lean(c, &mut fields);
        Some(TimeExpression::Date(fields))
    })
}

/// A date by day, month and year, or a range of days: `10-12 Januari 2024`, `8 April lalu`, `15-08-2023`, `Maret 2024`.
pub(super) fn calendar(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    if c.classes().has(Class::TwoDigits) {
        return from_day(c);
    }
    day_range(c)
        .or_else(|| numeric(c))
        .or_else(|| signalled_pair(c))
        .or_else(|| english(c))
        .or_else(|| {
            day_month(c)
                .map(TimeExpression::Date)
                .map(|date| trail(c, date))
        })
        .or_else(|| day_of_near_month(c))
        .or_else(|| month_range(c))
        .or_else(|| month_year(c))
}

/// A date that begins with the digits of its day, or a range from it.
fn from_day(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    let mut ahead = *c;
    let date = day_month(&mut ahead);
    // What can be a range has its dash behind the day or behind the date.
    let dash = if date.is_some() { ahead.at } else { c.at + 1 };
    let ranged = Cursor { at: dash, ..*c }.is_dash();
    if ranged && let Some(range) = day_range(c) {
        return Some(range);
    }
    let date = TimeExpression::Date(date?);
    *c = ahead;
    Some(trail(c, date))
}

/// `10-12 Januari 2024`, `30 Desember 2023–2 Januari 2024`, `15-16/1/2024`.
pub(super) fn day_range(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        tanggal(c);
        let start = c.at;
        let from = c.try_to(|c| {
            let full = day_month(c).or_else(|| written(c))?;
            (c.eat_dash()).then_some(full)
        });
        let from = if let Some(from) = from {
            from
        } else {
            let day = c.plain(2).filter(|day| (1..=31).contains(day))?;
            c.at = start + 1;
            if !c.eat_dash() {
                return None;
            }
            Fields {
                day: Some(day),
                ..Fields::default()
            }
        };
        let to = day_month(c).or_else(|| match numeric(c).or_else(|| pair(c))? {
            TimeExpression::Date(fields) => Some(fields),
            _ => None,
        })?;
        let from = Fields {
            month: from.month.or(to.month),
            year: from.year.or(to.year),
            ..from
        };
        Some(directed_range(c, from, to))
    })
}

/// A range of dates with the direction that stands behind it: of both ends.
fn directed_range(c: &mut Cursor<'_>, from: Fields, mut to: Fields) -> TimeExpression {
    lean(c, &mut to);
    let from = Fields {
        lean: to.lean,
        ..from
    };
    TimeExpression::Range(
        Box::new(TimeExpression::Date(from)),
        Box::new(TimeExpression::Date(to)),
    )
}

fn tanggal(c: &mut Cursor<'_>) -> bool {
    let found = c.eat_any(&words!["tanggal", "tgl"]);
    if found {
        c.eat_dot();
    }
    found
}

/// The names of months.
pub(super) const MONTHS: Classes = Classes::of(&[Class::Month, Class::ShortMonth]);

/// `[tanggal] 9 Januari [2024 | tahun lalu]`.
pub(super) fn day_month(c: &mut Cursor<'_>) -> Option<Fields> {
    c.try_to(|c| {
        tanggal(c);
        let words = c.plain(2).is_none();
        if !words && !c.peek(1).is_some_and(|next| next.classes.meets(MONTHS)) {
            return None;
        }
        let day = number::small(c).filter(|day| (1..=31).contains(day))?;
        let month = month(c, !words)?;
        let year = year_behind(c);
        Some(Fields {
            day: Some(day),
            month: Some(MonthRef::Written(month)),
            year,
            ..Fields::default()
        })
    })
}

/// A date by its numbers alone: `05/01/2024`.
fn written(c: &mut Cursor<'_>) -> Option<Fields> {
    let Some(Numeral::Date(parts, year_first)) = c.numeral() else {
        return None;
    };
    let fields = by_numbers(parts, year_first)?;
    c.at += 1;
    Some(fields)
}

/// A month by its name; by a short form only where a number stands beside it.
fn month(c: &mut Cursor<'_>, short: bool) -> Option<u32> {
    let found = c.sense(|sense| match sense {
        Sense::Month(month) => Some((month, false)),
        Sense::ShortMonth(month) if short => Some((month, true)),
        _ => None,
    })?;
    c.at += 1;
    if found.1 {
        c.eat_dot();
    }
    Some(found.0)
}

/// A year behind a month: `2024`, `(2024)`, `tahun 2024`, `tahun lalu`.
fn year_behind(c: &mut Cursor<'_>) -> Option<YearRef> {
    c.try_to(|c| {
        if c.eat(word!("(")) {
            let year = written_year(c)?;
            return c.eat(word!(")")).then_some(year);
        }
        if c.is(word!("tahun")) {
            c.at += 1;
            return written_year(c).or_else(|| super::near::steps(c).map(YearRef::Steps));
        }
        written_year(c)
    })
}

/// A year of four digits from 1000 to 2100.
pub(super) fn written_year(c: &mut Cursor<'_>) -> Option<YearRef> {
    match c.numeral()? {
        Numeral::Plain(year, 4) if (1000..=2100).contains(&year) => {
            // `1990-an` came as two terms when its suffix stands apart.
            c.at += 1;
            Some(YearRef::Written(i32::try_from(year).ok()?))
        }
        _ => None,
    }
}

/// `9/1/2024`, `2024-01-09`, `9-1-2024`, `9.1.2024`, `2024-01-10T11:25:00+07:00`.
pub(super) fn numeric(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    let start = c.at;
    tanggal(c);
    let fields = match c.numeral() {
        Some(Numeral::Date(parts, year_first)) => by_numbers(parts, year_first),
        Some(Numeral::Instant {
            date,
            time: [hour, minute],
            second,
            offset,
        }) => by_numbers(date.map(u32::from), true).map(|day| Fields {
            time: Some(TimeOfDay {
                hour: hour.into(),
                minute: minute.into(),
                second: second.filter(|s| *s > 0).map(u32::from),
                carry: 0,
            }),
            zone: offset.map(|east| crate::time::ZoneWord::Fixed(east.into())),
            ..day
        }),
        _ => None,
    };
    let Some(fields) = fields.filter(|fields| {
        fields
            .time
            .is_none_or(|time| time.hour <= 24 && time.minute < 60)
    }) else {
        c.at = start;
        return None;
    };
    c.at += 1;
    Some(trail(c, TimeExpression::Date(fields)))
}

fn by_numbers(parts: [u32; 3], year_first: bool) -> Option<Fields> {
    let [day, month, year] = if year_first {
        [parts[2], parts[1], parts[0]]
    } else {
        parts
    };
    let (day, month, month_first) = if month > 12 && day <= 12 && !year_first {
        (month, day, true)
    } else {
        (day, month, false)
    };
    let fits = (1..=31).contains(&day)
        && (1..=12).contains(&month)
        && (year < 100 || (1000..=2100).contains(&year));
    fits.then_some(Fields {
        day: Some(day),
        month: Some(MonthRef::Written(month)),
        year: Some(YearRef::Written(i32::try_from(year).ok()?)),
        month_first,
        ..Fields::default()
    })
}

/// `9/1` where the grammar knows it to be a date.
pub(super) fn pair(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    let Some(Numeral::Pair(day, month)) = c.numeral() else {
        return None;
    };
    if !(1..=31).contains(&day) || !(1..=12).contains(&month) {
        return None;
    }
    c.at += 1;
    Some(TimeExpression::Date(Fields {
        day: Some(day),
        month: Some(MonthRef::Written(month)),
        ..Fields::default()
    }))
}

/// `9/1` without brackets, behind a word that dates: `pada 10/3`, `sejak 25/2 hingga 15/3`.
fn signalled_pair(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    const SIGNALS: [WordKey; 8] = words![
        "pada", "sejak", "semenjak", "hingga", "sampai", "dari", "mulai", "per",
    ];
    let signalled = c.is_after(&SIGNALS);
    let fraction =
        words!["bagian", "dari", "final", "persen", "abad", "juta", "liter"].contains(&c.key_at(1));
    // `dari 25/2 hingga 15/3`, but `dari 1/3 menjadi 1/2`.
    let open = c.key_behind(1) == word!("dari")
        && !words!["hingga", "sampai", "s.d", "ke"].contains(&c.key_at(1));
    // `Jakarta, 28/3 (ANTARA) -`
    let dateline = c.mark_behind(1) == ',' && c.mark_at(1) == '(' && is_upper(c.word_at(2));
    if (signalled && !fraction && !open) || dateline {
        pair(c)
    } else {
        None
    }
}

/// `January 10, 2024`, `Jan 10 (`: month first.
fn english(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        let month = month(c, true)?;
        let day = c.plain(2).filter(|day| (1..=31).contains(day))?;
        c.at += 1;
        let comma = c.eat(word!(","));
        let year = written_year(c);
        if year.is_none() && (comma || !c.is(word!("("))) {
            return None;
        }
        Some(TimeExpression::Date(Fields {
            day: Some(day),
            month: Some(MonthRef::Written(month)),
            year,
            ..Fields::default()
        }))
    })
}

/// `tanggal 25 [bulan ini | bulan lalu | bulan depan]`, `tanggal 10/1`.
fn day_of_near_month(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        if !tanggal(c) {
            return None;
        }
        if let Some(date) = pair(c) {
            return Some(date);
        }
        let day = c.plain(2).filter(|day| (1..=31).contains(day))?;
        c.at += 1;
        let month = c.try_to(|c| {
            if c.eat(word!("bulan")) {
                super::near::steps(c)
            } else {
                None
            }
        });
        let mut fields = Fields {
            day: Some(day),
            month: Some(MonthRef::Steps(month.unwrap_or(0))),
            ..Fields::default()
        };
        if month.is_none() {
            fields.month = None;
            lean(c, &mut fields);
        }
        Some(TimeExpression::Date(fields))
    })
}

/// `Januari-Maret 2024`, `Oktober 2022–Maret 2023`, `Januari–Agustus tahun ini`.
fn month_range(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        c.eat_any(&words!["bulan"]);
        let from_month = month(c, true)?;
        let from_year = written_year(c);
        c.eat_dash().then_some(())?;
        let to_month = month(c, true)?;
        let to_year = year_behind(c);
        if c.peek(0)
            .is_some_and(|next| next.kind == TokenKind::Numeral)
            && to_year.is_none()
        {
            return None;
        }
        let to = Fields {
            month: Some(MonthRef::Written(to_month)),
            year: to_year,
            ..Fields::default()
        };
        let from_year = from_year.or(match to_year {
            Some(YearRef::Written(year)) if from_month > to_month => {
                Some(YearRef::Written(year - 1))
            }
            other => other,
        });
        let from = Fields {
            month: Some(MonthRef::Written(from_month)),
            year: from_year,
            ..Fields::default()
        };
        Some(directed_range(c, from, to))
    })
}

/// `[bulan] Maret [2024 | tahun lalu] [lalu | mendatang]`.
fn month_year(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        let headed = c.is(word!("bulan")) && {
            let mut ahead = *c;
            ahead.at += 1;
            month(&mut ahead, true).is_some()
        };
        c.at += usize::from(headed);
        let full = c
            .sense(|sense| matches!(sense, Sense::Month(_)).then_some(()))
            .is_some();
        let capital = is_capitalised(c.word());
        let month = month(c, true)?;
        let year = year_behind(c);
        if year.is_none() && !full {
            return None;
        }
        let mut fields = Fields {
            month: Some(MonthRef::Written(month)),
            year,
            ..Fields::default()
        };
        lean(c, &mut fields);
        // A month word in lower case is a month only beside something that says so.
        let said = headed
            || capital
            || year.is_some()
            || fields.lean.is_some()
            || super::guard::month_cue(c, 1 + usize::from(headed));
        said.then_some(TimeExpression::Date(fields))
    })
}

/// Whether the term at the cursor is the first of its sentence or line.
pub(super) fn starts_sentence(c: &Cursor<'_>) -> bool {
    let Some(term) = c.peek(0) else { return true };
    if term.starts_line {
        return true;
    }
    matches!(
        c.word_behind(1),
        "" | "." | "!" | "?" | "\"" | "“" | "‘" | ":" | "•" | "-" | "–" | "—" | "("
    )
}
