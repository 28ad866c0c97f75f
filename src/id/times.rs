//! The temporal part of the language: words, feasts, grammar, and how times are described.

use super::{grammar, lexicon};
use crate::time::{
    Derivation, DerivationClock, FeastRule, Feasts, Sense, TimeGrammar, WarningKind,
};
use chrono::NaiveDate;

/// The temporal words and grammar of Indonesian.
pub(super) fn times() -> TimeGrammar {
    let feasts = feasts();
    let mut lexicon = lexicon::lexicon();
    for (index, word) in feasts.first_words().enumerate() {
        lexicon.add(word, Sense::Feast(u16::try_from(index).unwrap_or(0)));
    }
    TimeGrammar {
        lexicon,
        feasts,
        first: grammar::FIRST,
        expression: grammar::expression,
        neighbours: grammar::neighbours,
        joined: grammar::joined,
        equates: grammar::equates,
        signal: grammar::signal,
        inflected: grammar::inflected,
        continues: grammar::continues,
        forward: grammar::forward,
        is_age: grammar::is_age,
        place_offset,
        is_update,
        describe,
        warn,
    }
}

/// The feasts with their days.
fn feasts() -> Feasts {
    let mut feasts = Feasts::default();
    for line in include_str!("feasts.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        if let Some((rule, names)) = line.split_once('\t')
            && let Some(rule) = feast_rule(rule)
        {
            feasts.add(rule, names.split('|').map(str::trim));
        }
    }
    for line in include_str!("moving_days.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        moving_days(line, &mut feasts);
    }
    feasts
}

/// The columns of the table that are days of no other calendar we compute.
const COLUMNS: [&str; 3] = ["imlek", "nyepi", "waisak"];

fn feast_rule(rule: &str) -> Option<FeastRule> {
    let words: Vec<&str> = rule.split_whitespace().collect();
    Some(match words.as_slice() {
        ["fixed", date] => {
            let (month, day) = date.split_once('-')?;
            FeastRule::Fixed(month.parse().ok()?, day.parse().ok()?)
        }
        ["easter", days] => FeastRule::Easter(days.parse().ok()?),
        ["moving", column, days] => {
            let column = COLUMNS.iter().position(|name| name == column)?;
            FeastRule::Moving(column, days.parse().ok()?)
        }
        ["hijri", month, day] => FeastRule::Hijri(month.parse().ok()?, day.parse().ok()?),
        _ => return None,
    })
}

/// One row of the table of moving days: year, 1 Ramadan, Idulfitri, Iduladha, Imlek, Nyepi, Waisak.
fn moving_days(line: &str, feasts: &mut Feasts) {
    let mut columns = line.split('\t');
    let Some(Ok(year)) = columns.next().map(str::parse::<i32>) else {
        return;
    };
    for (index, cell) in columns.enumerate() {
        for date in cell.split('&') {
            let certain = !date.starts_with('~');
            let parts = date.trim_start_matches('~').split_once('-');
            let day = parts.and_then(|(month, day)| {
                NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
            });
            let Some(day) = day else { continue };
            match index {
                0 => feasts.add_hijri(9, 1, day, certain),
                1 => feasts.add_hijri(10, 1, day, certain),
                2 => feasts.add_hijri(12, 10, day, certain),
                6 => feasts.add_hijri(1, 1, day, certain),
                7 => feasts.add_hijri(3, 12, day, certain),
                8 => feasts.add_hijri(7, 27, day, certain),
                column => feasts.add_day(column - 3, day, certain),
            }
        }
    }
}

/// Minutes east of UTC of a place in a dateline that is not in western Indonesia.
fn place_offset(place: &str) -> Option<i32> {
    const CENTRAL: [&str; 22] = [
        "denpasar",
        "makassar",
        "balikpapan",
        "kupang",
        "mataram",
        "manado",
        "palu",
        "kendari",
        "samarinda",
        "banjarmasin",
        "gorontalo",
        "badung",
        "gianyar",
        "buleleng",
        "lombok",
        "mamuju",
        "tarakan",
        "bontang",
        "banjarbaru",
        "bitung",
        "maumere",
        "nusantara",
    ];
    const EASTERN: [&str; 10] = [
        "ambon",
        "ternate",
        "jayapura",
        "manokwari",
        "sorong",
        "merauke",
        "timika",
        "nabire",
        "wamena",
        "tidore",
    ];
    let place = place.to_lowercase();
    if CENTRAL.contains(&place.as_str()) {
        Some(480)
    } else if EASTERN.contains(&place.as_str()) {
        Some(540)
    } else {
        None
    }
}

/// Whether the words before a date say that it is an update.
fn is_update(before: &str) -> bool {
    let before = before.to_lowercase();
    [
        "diperbarui",
        "diupdate",
        "updated",
        "update",
        "dimutakhirkan",
        "last updated",
        "pembaruan",
    ]
    .iter()
    .any(|word| before.contains(word))
}

/// A derivation in words: `disalin 12.00 − 3 jam`, `terbit − 1 pekan`.
fn describe(derivation: &Derivation, clock: Option<&str>) -> String {
    let anchor = match derivation.clock {
        DerivationClock::Published => "terbit",
        DerivationClock::Captured => "disalin",
        DerivationClock::Teaser => "waktu tayang artikel terkait",
        DerivationClock::Mention => "waktu yang disebut sebelumnya",
        DerivationClock::None => return String::new(),
    };
    let anchor = clock.map_or_else(|| anchor.to_owned(), |clock| format!("{anchor} {clock}"));
    let (Some(steps), Some(unit)) = (derivation.steps, derivation.unit) else {
        return anchor;
    };
    let unit = match unit {
        "second" => "detik",
        "minute" => "menit",
        "hour" => "jam",
        "night" => "malam",
        "day" => "hari",
        "weekend" => "akhir pekan",
        "week" => "pekan",
        "month" => "bulan",
        "quarter" => "kuartal",
        "trimester" => "caturwulan",
        "half" => "semester",
        "year" => "tahun",
        "windu" => "windu",
        "decade" => "dekade",
        "century" => "abad",
        _ => "milenium",
    };
    if steps == 0 {
        return [unit, " yang memuat ", &anchor].concat();
    }
    let sign = if steps < 0 { " − " } else { " + " };
    let count = steps.unsigned_abs().to_string();
    [&anchor, sign, &count, " ", unit].concat()
}

/// A warning in words.
fn warn(kind: WarningKind, text: &str) -> String {
    match kind {
        WarningKind::CapturedBeforePublished => "Waktu salin lebih awal daripada waktu terbit.".to_owned(),
        WarningKind::PublishedLongBefore => {
            "Artikel terbit jauh sebelum waktu salin. Jika teks ini diarsipkan, atur waktu salinnya.".to_owned()
        }
        WarningKind::WeekdayMismatch => format!("Hari dan tanggal tidak cocok: {text}."),
        WarningKind::DateAfterPublished => format!("Tanggal ini sesudah waktu terbit: {text}."),
        WarningKind::NoPublished => "Waktu terbit tidak ditemukan; waktu relatif dalam isi belum dapat dihitung.".to_owned(),
    }
}
