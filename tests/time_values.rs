//! The gold of `time/` itself, measured by the calendar: nothing here asks Sorot what a phrase means.
//!
//! Every value is one by a strict grammar; a marked weekday is the weekday of the date marked with it; a full date in
//! words or figures is the date of its value; and for plain phrases that count from the published clock (`kemarin`,
//! `tiga hari lalu`, `pekan depan`) the value is computed again, by a small table of this file's own.

mod calendar;

use calendar::Value;
use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, TimeDelta, Weekday};
use sorot::gold::{Gold, TimeCase, TimeMark};
use sorot::time::TimexKind;
use std::path::Path;

fn cases() -> Vec<TimeCase> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/time");
    let entries = std::fs::read_dir(&folder).expect("tests/time is there");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "gold"));
    paths.sort();
    let cases = paths.iter().flat_map(|path| {
        let name = path.display().to_string();
        let content = std::fs::read_to_string(path).expect("gold is UTF-8");
        match Gold::read(&name, &content) {
            Ok(Gold::Times(cases)) => cases,
            Ok(Gold::Entities(_)) => panic!("{name}: names among times"),
            Err(error) => panic!("{error}"),
        }
    });
    cases.collect()
}

/// Asks a question of every mark; fails with all that are wrong, or when it concerned fewer than `least`.
fn of_every_mark(least: usize, check: impl Fn(&TimeCase, &TimeMark) -> Option<Result<(), String>>) {
    let (mut asked, mut wrong) = (0, Vec::new());
    for case in &cases() {
        for mark in &case.times {
            let Some(answer) = check(case, mark) else {
                continue;
            };
            asked += 1;
            if let Err(what) = answer {
                let TimeMark { surface, value, .. } = mark;
                wrong.push(format!("{}: [{surface}|{value}] {what}", case.case.id));
            }
        }
    }
    println!("{asked} marks");
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(asked >= least, "only {asked} marks");
}

const MODIFIERS: [&str; 11] = [
    "",
    "START",
    "MID",
    "END",
    "APPROX",
    "MORE_THAN",
    "LESS_THAN",
    "EQUAL_OR_MORE",
    "EQUAL_OR_LESS",
    "BEFORE",
    "AFTER",
];

/// Whether a value may stand under a type.
fn fits(kind: TimexKind, value: &Value) -> bool {
    let time = |value: &Value| matches!(value, Value::Part(..) | Value::Clock(..));
    match (kind, value) {
        (TimexKind::Duration, Value::Amount(_))
        | (TimexKind::Set, Value::Amount(_) | Value::Recurring(_)) => true,
        (TimexKind::Duration, Value::Range(from, _)) => matches!(**from, Value::Amount(_)),
        (TimexKind::Time, Value::Range(from, to)) => time(from) || time(to),
        (TimexKind::Time, value) => time(value),
        (TimexKind::Date, Value::Range(from, to)) => {
            fits(TimexKind::Date, from) && fits(TimexKind::Date, to)
        }
        (TimexKind::Date, value) => {
            !time(value) && !matches!(value, Value::Amount(_) | Value::Recurring(_))
        }
        _ => false,
    }
}

#[test]
fn values_are_well_formed() {
    of_every_mark(600, |case, mark| {
        // A relative time of a page that gives no clock has no value.
        let clocked = case.case.published.is_some() && case.case.captured.is_some();
        if mark.value.is_empty() && !clocked {
            return None;
        }
        let Some(value) = calendar::parse(&mark.value) else {
            return Some(Err("is no value".to_owned()));
        };
        if value.to_string() != mark.value {
            return Some(Err(format!("is written {value}")));
        }
        if !fits(mark.kind, &value) {
            return Some(Err(format!("is no {}", mark.kind.name())));
        }
        if let Some((from, to)) = value.stretch()
            && from > to
        {
            return Some(Err("ends before it begins".to_owned()));
        }
        let modifier = mark.modifier.as_str();
        let known = if mark.kind == TimexKind::Set {
            let times = modifier.strip_suffix('X');
            modifier == "EVERY"
                || times.is_some_and(|times| times.parse::<u32>().is_ok_and(|times| times > 0))
        } else {
            MODIFIERS.contains(&modifier)
        };
        Some(
            known
                .then_some(())
                .ok_or_else(|| format!("has the mod {modifier:?}")),
        )
    });
}

const WEEKDAYS: [(&str, Weekday); 9] = [
    ("senin", Weekday::Mon),
    ("selasa", Weekday::Tue),
    ("rabu", Weekday::Wed),
    ("kamis", Weekday::Thu),
    ("jumat", Weekday::Fri),
    ("jum'at", Weekday::Fri),
    ("sabtu", Weekday::Sat),
    ("ahad", Weekday::Sun),
    ("minggu", Weekday::Sun),
];

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
];

/// The words of a surface, small, without brackets and commas.
fn words(surface: &str) -> Vec<String> {
    let plain = surface.to_lowercase().replace(['’', '‘', 'ʼ'], "'");
    let words = plain.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ','));
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn day(value: &Value) -> Option<NaiveDate> {
    match value {
        Value::Day(day) | Value::Part(day, _) | Value::Clock(day, ..) => Some(*day),
        _ => None,
    }
}

fn weekday(word: &str) -> Option<Weekday> {
    WEEKDAYS
        .iter()
        .find(|(name, _)| *name == word)
        .map(|(_, day)| *day)
}

/// A night named by the day before which it lies: `malam Minggu`.
fn is_eve(words: &[String]) -> bool {
    words.first().is_some_and(|word| word == "malam")
}

/// A clock of the small hours may belong to the day after the one named: `Senin pukul 1 malam`.
fn is_late(words: &[String]) -> bool {
    words.iter().any(|word| word == "malam")
        && words.iter().any(|word| word == "pukul" || word == "jam")
}

#[test]
fn weekdays_are_those_of_their_dates() {
    // Wrong on purpose: a weekday that contradicts its date yields to it (§8.1).
    const CONTRADICTIONS: [&str; 1] = ["res001"];
    of_every_mark(100, |case, mark| {
        if CONTRADICTIONS.contains(&case.case.id.as_str()) {
            return None;
        }
        let words = words(&mark.surface);
        let Value::Day(day) = calendar::parse(&mark.value)? else {
            return None;
        };
        let mut named = words.iter().filter_map(|word| weekday(word));
        let (Some(weekday), None) = (named.next(), named.next()) else {
            return None;
        };
        let right = day.weekday() == weekday;
        Some(
            right
                .then_some(())
                .ok_or_else(|| format!("is a {}", day.weekday())),
        )
    });
}

/// The day, month and year that are written in full: `9 Januari 2024`, `9/1/2024`, `2024-01-09`.
fn written_date(words: &[String]) -> Option<(u32, u32, i32)> {
    for (index, word) in words.iter().enumerate() {
        let parts: Vec<&str> = word.split(['/', '.', '-']).collect();
        if let [day, month, year] = parts.as_slice() {
            let (first, month) = (day.parse::<u32>().ok()?, month.parse().ok()?);
            // A year of two digits, and a clock.
            if year.len() != 4 && day.len() != 4 {
                return None;
            }
            return match day.len() {
                4 => Some((year.parse().ok()?, month, i32::try_from(first).ok()?)),
                _ => Some((first, month, year.parse().ok()?)),
            };
        }
        let month = MONTHS.iter().position(|month| month == word);
        let Some(month) = month.and_then(|month| u32::try_from(month + 1).ok()) else {
            continue;
        };
        let number = |word: Option<&String>| word.and_then(|word| word.parse::<u32>().ok());
        let before = number(index.checked_sub(1).and_then(|at| words.get(at)));
        let after = number(words.get(index + 1)).filter(|year| (1000..2200).contains(year));
        return Some((before?, month, i32::try_from(after?).ok()?));
    }
    None
}

#[test]
fn dates_in_full_are_their_values() {
    of_every_mark(150, |_, mark| {
        let words = words(&mark.surface);
        let value = calendar::parse(&mark.value)?;
        let got = day(&value)?;
        let (day, month, year) = written_date(&words)?;
        // An eve, a late hour and a month written first are dates of another day.
        if is_eve(&words) || is_late(&words) || month > 12 {
            return None;
        }
        let right = NaiveDate::from_ymd_opt(year, month, day) == Some(got);
        Some(
            right
                .then_some(())
                .ok_or_else(|| format!("is written {day}-{month}-{year}")),
        )
    });
}

const NUMBERS: [&str; 12] = [
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
    "sepuluh", "sebelas",
];

fn count(word: &str) -> Option<i64> {
    let named = NUMBERS.iter().position(|number| *number == word);
    match named {
        Some(n) => i64::try_from(n).ok(),
        None => word.parse().ok().filter(|n| (1..1000).contains(n)),
    }
}

fn monday(day: NaiveDate) -> NaiveDate {
    day - Days::new(u64::from(day.weekday().num_days_from_monday()))
}

fn months_on(day: NaiveDate, months: i64) -> Option<(i32, u32)> {
    let first = day.with_day(1)?;
    let step = Months::new(u32::try_from(months.abs()).ok()?);
    let first = if months < 0 {
        first.checked_sub_months(step)?
    } else {
        first.checked_add_months(step)?
    };
    Some((first.year(), first.month()))
}

/// So many of a unit from a moment, at the unit's own precision (§8.6).
fn shifted(now: NaiveDateTime, n: i64, unit: &str) -> Option<Value> {
    let today = now.date();
    let year = |years: i64| Some(Value::Year(today.year() + i32::try_from(years).ok()?));
    Some(match unit {
        "hari" => Value::Day(today.checked_add_signed(TimeDelta::days(n))?),
        "pekan" | "minggu" => Value::Week(monday(today).checked_add_signed(TimeDelta::weeks(n))?),
        "bulan" => months_on(today, n).map(|(year, month)| Value::Month(year, month))?,
        "tahun" => return year(n),
        "windu" => return year(8 * n),
        "dekade" | "dasawarsa" => return year(10 * n),
        "menit" | "jam" => {
            let minutes = if unit == "jam" { 60 * n } else { n };
            let at = now.checked_add_signed(TimeDelta::minutes(minutes))?;
            let written = at.format("%H:%M").to_string();
            calendar::parse(&format!("{}T{written}", at.date()))?
        }
        _ => return None,
    })
}

/// What a plain phrase means on the day of publication, by a table of our own; none for all others.
///
/// `Minggu depan` is left out: whether it is a week or a Sunday hangs on more than itself (§4.2).
fn counted(words: &[String], now: NaiveDateTime) -> Option<Value> {
    let today = now.date();
    let on = |days: i64| {
        today
            .checked_add_signed(TimeDelta::days(days))
            .map(Value::Day)
    };
    let part = |days: i64, code: &str| {
        let day = today.checked_add_signed(TimeDelta::days(days))?;
        Some(Value::Part(day, code.to_owned()))
    };
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["kemarin"] => on(-1),
        ["kemarin", "dulu" | "lusa"] | ["selumbari"] => on(-2),
        ["hari", "ini"] => on(0),
        ["besok" | "esok"] | ["esok", "hari"] => on(1),
        ["lusa"] => on(2),
        ["tulat"] => on(3),
        ["tubin"] => on(4),
        ["kemarin", "malam"] => part(-1, "NI"),
        ["kemarin", "pagi"] => part(-1, "MO"),
        ["kemarin", "siang"] => part(-1, "MI"),
        ["kemarin", "sore"] => part(-1, "AF"),
        ["besok", "pagi"] => part(1, "MO"),
        ["besok", "siang"] => part(1, "MI"),
        ["besok", "sore"] => part(1, "AF"),
        ["besok", "malam"] => part(1, "NI"),
        ["malam", "ini"] | ["nanti", "malam"] => part(0, "NI"),
        ["pagi", "ini" | "tadi"] | ["tadi", "pagi"] => part(0, "MO"),
        ["siang", "ini" | "tadi"] | ["tadi", "siang"] => part(0, "MI"),
        ["sore", "ini" | "tadi"] | ["nanti", "sore"] => part(0, "AF"),
        ["dini", "hari", "tadi" | "ini"] => part(0, "DH"),
        [unit @ ("pekan" | "bulan" | "tahun"), "lalu"] => shifted(now, -1, unit),
        [unit @ ("pekan" | "bulan" | "tahun"), "ini"] => shifted(now, 0, unit),
        [unit @ ("pekan" | "bulan" | "tahun"), "depan"] => shifted(now, 1, unit),
        ["kuartal", "lalu"] => {
            let (year, month) = months_on(today, -3)?;
            calendar::parse(&format!("{year:04}-Q{}", (month - 1) / 3 + 1))
        }
        ["akhir", "pekan", "ini"] => Some(Value::Weekend(monday(today))),
        ["akhir", "pekan", "lalu"] => Some(Value::Weekend(monday(today) - Days::new(7))),
        ["akhir", "pekan", "depan"] => Some(Value::Weekend(monday(today) + Days::new(7))),
        [n, unit, "lalu" | "silam" | "lampau"] | [n, unit, "yang", "lalu"]
            if count(n).is_some() =>
        {
            shifted(now, -count(n)?, unit)
        }
        [n, unit, "lagi"] if count(n).is_some() => shifted(now, count(n)?, unit),
        [one, "lalu" | "silam"] | [one, "yang", "lalu"]
            if one.starts_with("se") && weekday(one).is_none() =>
        {
            shifted(now, -1, one.strip_prefix("se")?)
        }
        [one, "lagi"] => shifted(now, 1, one.strip_prefix("se")?),
        [name, "pekan", which @ ("lalu" | "ini" | "depan")] => {
            let weeks = match *which {
                "lalu" => -1,
                "ini" => 0,
                _ => 1,
            };
            let days = u64::from(weekday(name)?.num_days_from_monday());
            let day = monday(today).checked_add_signed(TimeDelta::weeks(weeks))?;
            Some(Value::Day(day + Days::new(days)))
        }
        ["minggu", _] => None,
        [name, "depan"] => {
            let days = u64::from(weekday(name)?.num_days_from_monday());
            Some(Value::Day(monday(today) + Days::new(7 + days)))
        }
        [name, "lalu"] => {
            let wanted = weekday(name)?;
            let back = (1..=7).map(|days| today - Days::new(days));
            back.into_iter()
                .find(|day| day.weekday() == wanted)
                .map(Value::Day)
        }
        [name, "mendatang"] => {
            let wanted = weekday(name)?;
            let ahead = (1..=7).map(|days| today + Days::new(days));
            ahead
                .into_iter()
                .find(|day| day.weekday() == wanted)
                .map(Value::Day)
        }
        _ => None,
    }
}

/// Cases with two clocks, and marks that count from another time than the published clock.
fn counts_from_published(case: &TimeCase, mark: &TimeMark) -> bool {
    let line = case
        .case
        .text
        .lines()
        .any(|line| line.trim() == mark.surface);
    case.case.captured.is_none() && !line
}

#[test]
fn plain_phrases_count_from_the_published_clock() {
    of_every_mark(120, |case, mark| {
        let published = case.case.published?;
        // Behind an event noun `kemarin` is no day (§4.6).
        let loose = mark.value == "PAST_REF";
        if loose || !counts_from_published(case, mark) {
            return None;
        }
        let value = counted(&words(&mark.surface), published.at.naive_local())?.to_string();
        let right = value == mark.value;
        Some(
            right
                .then_some(())
                .ok_or_else(|| format!("is {value} from {published}")),
        )
    });
}
