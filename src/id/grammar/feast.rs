//! Feasts and the Hijri calendar: `Lebaran 2024`, `H-7 Lebaran`, `malam Natal`, `1 Ramadan 1445 H`, `HUT ke-78 RI`.

use super::{date, guard, near, number, period};
use crate::text::{WordKey, word, words};
use crate::time::{
    Class, Cursor, Feast, Feasts, Fields, Lean, Sense, Term, TimeExpression, YearRef,
};

/// An anniversary, days to a feast, or its eve.
pub(super) fn around(c: &mut Cursor<'_>, feasts: &Feasts) -> Option<TimeExpression> {
    anniversary(c)
        .or_else(|| countdown(c, feasts))
        .or_else(|| eve(c, feasts))
}

/// Whether a date or a year of the Hijri calendar can go on, behind a number in digits, with this term.
pub(super) fn goes_on(next: &Term<'_>) -> bool {
    next.classes.has(Class::HijriMonth)
        || next.is_dash()
        || PAIRED.contains(&next.key)
        || words!["h", "hijriah", "hijriyah"].contains(&next.key)
}

/// A date or a year of the Hijri calendar.
pub(super) fn hijri(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    hijri_days(c)
        .or_else(|| hijri_date(c))
        .or_else(|| year_of_hijra(c))
}

/// Words directly before a feast that make its bare name a time.
const BEFORE: [WordKey; 13] = words![
    "pada",
    "saat",
    "menjelang",
    "jelang",
    "sejak",
    "hingga",
    "sampai",
    "sebelum",
    "sesudah",
    "setelah",
    "usai",
    "selepas",
    "semenjak",
];

fn said_when(c: &Cursor<'_>) -> bool {
    c.is_after(&BEFORE)
}

/// `Lebaran 2024`, `Imlek tahun ini`, `Natal lalu`, and `Natal` behind `menjelang`.
pub(super) fn named(c: &mut Cursor<'_>, feasts: &Feasts) -> Option<TimeExpression> {
    c.try_to(|c| {
        let cued = said_when(c);
        let feast = feasts.at(c)?;
        if let Some(dated) = in_hijri_year(c, feast, feasts, false) {
            return Some(dated);
        }
        let (year, lean) = qualifier(c);
        (year.is_some() || lean.is_some() || cued).then_some(TimeExpression::Holiday {
            feast: Some(feast),
            year,
            lean,
            days: 0,
            eve: false,
        })
    })
}

/// `Idulfitri 1445 H`: a feast, or the night before it, of a year of its own calendar.
fn in_hijri_year(
    c: &mut Cursor<'_>,
    feast: Feast,
    feasts: &Feasts,
    eve: bool,
) -> Option<TimeExpression> {
    let (month, day) = feasts.hijri_day(feast)?;
    Some(TimeExpression::Hijri {
        day: Some(day),
        month,
        year: Some(hijri_year(c)?),
        gregorian: None,
        lean: None,
        eve,
    })
}

/// A year or a direction behind a feast.
fn qualifier(c: &mut Cursor<'_>) -> (Option<YearRef>, Option<Lean>) {
    let year = c.try_to(|c| {
        if c.eat(word!("tahun")) {
            return date::written_year(c).or_else(|| near::steps(c).map(YearRef::Steps));
        }
        date::written_year(c)
    });
    if year.is_some() {
        return (year, None);
    }
    // `Lebaran kemarin` is the feast lately, and says so by itself.
    if c.is(word!("kemarin")) {
        return (None, None);
    }
    (None, date::direction(c))
}

/// `H-7`, `H+3`, `H-4 Lebaran 2024`.
fn countdown(c: &mut Cursor<'_>, feasts: &Feasts) -> Option<TimeExpression> {
    /// Events that are no feast: days to them are not resolved.
    const EVENTS: [WordKey; 10] = words![
        "pencoblosan",
        "pemungutan",
        "pemilu",
        "pilkada",
        "pilpres",
        "pelantikan",
        "keberangkatan",
        "konser",
        "pertandingan",
        "acara",
    ];
    c.try_to(|c| {
        let days = days(c)?;
        let named = c.try_to(|c| {
            c.eat_any(&words!["hari", "jelang", "menjelang"]);
            feasts.at(c)
        });
        if named.is_none() && EVENTS.contains(&c.key()) {
            return None;
        }
        let (year, lean) = if named.is_some() {
            qualifier(c)
        } else {
            (None, None)
        };
        Some(TimeExpression::Holiday {
            feast: named,
            year,
            lean,
            days,
            eve: false,
        })
    })
}

fn days(c: &mut Cursor<'_>) -> Option<i32> {
    if let Some(digits) = c.word().strip_prefix("H-")
        && let Ok(days) = digits.parse::<i32>()
    {
        c.at += 1;
        return (days < 100).then_some(-days);
    }
    if c.word() != "H" {
        return None;
    }
    let sign = match c.word_at(1) {
        "+" => 1,
        "-" | "–" | "−" => -1,
        _ => return None,
    };
    c.at += 2;
    let days = i32::try_from(c.plain(2)?).ok()?;
    c.at += 1;
    Some(days * sign)
}

/// `malam Natal`, `malam Tahun Baru 2024`, `malam takbiran`, `malam 1 Suro`.
fn eve(c: &mut Cursor<'_>, feasts: &Feasts) -> Option<TimeExpression> {
    c.try_to(|c| {
        if !c.eat(word!("malam")) {
            return None;
        }
        let feast = if c.eat(word!("takbiran")) {
            feasts.named("idulfitri")
        } else {
            feasts.at(c)
        }?;
        if let Some(dated) = in_hijri_year(c, feast, feasts, true) {
            return Some(dated);
        }
        let (year, lean) = qualifier(c);
        Some(TimeExpression::Holiday {
            feast: Some(feast),
            year,
            lean,
            days: 0,
            eve: true,
        })
    })
}

/// `9-10 Muharam 1446 H`: days of the Hijri calendar.
fn hijri_days(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        c.eat_any(&words!["tanggal", "tgl"]);
        let first = c.plain(2).filter(|day| (1..=30).contains(day))?;
        c.at += 1;
        c.eat_dash().then_some(())?;
        c.plain(2)?;
        let last = hijri_date(c)?;
        let TimeExpression::Hijri {
            month,
            year,
            gregorian,
            lean,
            eve,
            ..
        } = last
        else {
            return None;
        };
        let from = TimeExpression::Hijri {
            day: Some(first),
            month,
            year,
            gregorian,
            lean,
            eve,
        };
        Some(TimeExpression::Range(Box::new(from), Box::new(last)))
    })
}

/// `1 Ramadan 1445 H`, `Ramadan 1445 Hijriah`, `1 Syawal`, `Ramadan tahun ini`, `Ramadan` behind `selama`.
fn hijri_date(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        let eve = c.is(word!("malam")) && c.plain_ahead(1).is_some();
        c.at += usize::from(eve);
        let cued = said_when(c)
            || c.key_behind(1) == word!("selama")
            || c.key_behind(1) == word!("sepanjang");
        c.eat_any(&words!["tanggal", "tgl"]);
        let day = c.try_to(|c| number::small(c).filter(|day| (1..=30).contains(day)));
        if day.is_none() {
            c.eat(word!("bulan"));
        }
        let month = hijri_month(c)?;
        let year = hijri_year(c);
        if year.is_some() {
            return Some(TimeExpression::Hijri {
                day,
                month,
                year,
                gregorian: None,
                lean: None,
                eve,
            });
        }
        let (gregorian, lean) = qualifier(c);
        let said = day.is_some() || gregorian.is_some() || lean.is_some() || (cued && month == 9);
        said.then_some(TimeExpression::Hijri {
            day,
            month,
            year: None,
            gregorian,
            lean,
            eve,
        })
    })
}

/// The first words of the months of the Hijri year that have two.
const PAIRED: [WordKey; 4] = words!["rabiul", "rabi'ul", "jumadil", "jumadal"];

/// A month of the Hijri year, the four of two words also written as two: `Rabiul Akhir`.
fn hijri_month(c: &mut Cursor<'_>) -> Option<u32> {
    c.try_to(|c| {
        let pair = PAIRED.iter().position(|word| c.is(*word));
        let Some(pair) = pair else {
            return c.eat_sense(|sense| match sense {
                Sense::HijriMonth(month) => Some(month),
                _ => None,
            });
        };
        c.at += 1;
        let first = if pair < 2 { 3 } else { 5 };
        if c.eat_any(&words!["awal", "awwal", "ula"]) {
            Some(first)
        } else {
            c.eat_any(&words!["akhir", "tsani", "tsaniah"])
                .then_some(first + 1)
        }
    })
}

/// `tahun 1445 Hijriah`, `pada 132 H`, `132 H (750 M)`: a whole year of the Hijri calendar.
fn year_of_hijra(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        let cued = guard::year_cue(c) || period::beside_era(c, &["M", "Masehi"]);
        let headed = c.eat(word!("tahun"));
        let year = period::year_number(c).filter(|year| (1..=1600).contains(year))?;
        let short = c.word() == "H";
        if !short && !c.is(word!("hijriah")) && !c.is(word!("hijriyah")) {
            return None;
        }
        c.at += 1;
        // `12 H` is a house and `7 H-3` a day unless something says that it is a year.
        let beside = matches!(c.mark(), '/' | '(');
        let said = !short || headed || cued || year >= 1300 || (beside && year >= 100);
        let counted = c.glued() && c.is(word!("-"));
        (said && !counted)
            .then(|| i32::try_from(year).ok())?
            .map(TimeExpression::HijriYear)
    })
}

/// A Hijri year, with its era or without: the month or feast before it says the calendar.
fn hijri_year(c: &mut Cursor<'_>) -> Option<i32> {
    c.try_to(|c| {
        c.eat(word!("tahun"));
        let year = c.plain(4).filter(|year| (1300..=1600).contains(year))?;
        c.at += 1;
        c.eat_any(&words!["h", "hijriah", "hijriyah"]);
        i32::try_from(year).ok()
    })
}

/// `HUT ke-78 RI`, `HUT RI ke-78`, `HUT ke-79 Kemerdekaan RI`: 17 August of 1945 + n.
fn anniversary(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        if !c.eat(word!("hut"))
            && !c.eat_all(&words!["hari", "ulang", "tahun"])
            && !c.eat_all(&words!["peringatan", "kemerdekaan"])
        {
            return None;
        }
        let republic = |c: &mut Cursor<'_>| {
            let freedom = c.eat(word!("kemerdekaan"));
            c.eat(word!("ri")) || c.eat_all(&words!["republik", "indonesia"]) || freedom
        };
        let (nth, republic_said) = if let Some(nth) = number::ordinal(c) {
            (nth, republic(c))
        } else if republic(c) {
            let nth = number::ordinal(c)?;
            republic(c);
            (nth, true)
        } else {
            return None;
        };
        republic_said.then_some(TimeExpression::Anniversary {
            nth: i32::try_from(nth).ok()?,
            origin: (1945, 8, 17),
        })
    })
}

/// The attacks that are known by their day: `serangan 9/11`, `serangan 11 September`.
pub(super) fn known_day(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    const EVENTS: [WordKey; 7] = words![
        "serangan",
        "peristiwa",
        "tragedi",
        "aksi",
        "teror",
        "teroris",
        "insiden",
    ];
    c.try_to(|c| {
        if !c.is_after(&EVENTS) {
            return None;
        }
        let short = c.word() == "9/11";
        if short {
            c.at += 1;
        } else {
            let day = date::day_month(c)?;
            if (day.day, day.month, day.year)
                != (Some(11), Some(crate::time::MonthRef::Written(9)), None)
            {
                return None;
            }
        }
        Some(TimeExpression::Date(Fields {
            day: Some(11),
            month: Some(crate::time::MonthRef::Written(9)),
            year: Some(YearRef::Written(2001)),
            ..Fields::default()
        }))
    })
}
