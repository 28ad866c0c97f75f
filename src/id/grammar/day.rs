//! Days and parts of days near the clock: `kemarin`, `besok sore`, `tadi malam`, `dini hari tadi`, `semalam`.

use super::clock;
use crate::text::{WordKey, word, words};
use crate::time::{
    Amount, Count, Cursor, DayPart, Fields, Lean, Part, Sense, TimeExpression, TimeOfDay, Toward,
    Unit,
};

const NIGHT: Part = Part {
    of_day: DayPart::Night,
    third: None,
};

/// A deictic day with its part.
pub(super) fn deictic(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        let fields = named_day(c)
            .or_else(|| tadi_nanti(c))
            .or_else(|| part_of_day(c))
            .or_else(|| middle(c))?;
        Some(TimeExpression::Date(fields))
    })
}

fn day(steps: i32, part: Option<Part>) -> Fields {
    Fields {
        from_today: Some(steps),
        part,
        ..Fields::default()
    }
}

/// `kemarin [dulu | lusa | sore]`, `hari ini [pagi]`, `besok pagi`, `esok hari`, `lusa`, `besok Minggu (14/1)`.
fn named_day(c: &mut Cursor<'_>) -> Option<Fields> {
    c.try_to(|c| {
        let mut steps =
            if c.eat_all(&words!["hari", "ini"]) || c.eat_all(&words!["hari", "sekarang"]) {
                0
            } else {
                let headed = c.is(word!("hari")) && c.key_at(1) == word!("kemarin");
                c.at += usize::from(headed);
                c.eat_sense(|sense| match sense {
                    Sense::Deictic(steps) => Some(steps),
                    _ => None,
                })?
            };
        if steps == -1 && c.eat_any(&words!["dulu", "lusa"]) {
            steps = -2;
        }
        if steps == 1 && c.key_behind(1) == word!("esok") {
            // `esok harinya` counts from a mention.
            if c.is(word!("harinya")) {
                return None;
            }
            c.eat(word!("hari"));
        }
        let part = clock::part(c);
        if part.is_some() {
            c.eat(word!("nanti"));
        }
        Some(day(steps, part))
    })
}

/// `tadi malam`, `tadi pagi`, `nanti malam`, `tadi subuh`, `semalam`.
fn tadi_nanti(c: &mut Cursor<'_>) -> Option<Fields> {
    c.try_to(|c| {
        if is_night_spent(c) {
            return None;
        }
        if c.eat(word!("semalam")) {
            return Some(Fields {
                lean: Some(Lean::This),
                ..day(-1, Some(NIGHT))
            });
        }
        let ago = c.is(word!("tadi"));
        if !c.eat(word!("tadi")) && !c.eat(word!("nanti")) {
            return None;
        }
        let part = clock::part(c)?;
        let steps = if ago && part.of_day == DayPart::Night {
            -1
        } else {
            0
        };
        Some(Fields {
            lean: Some(Lean::This),
            ..day(steps, Some(part))
        })
    })
}

/// `pagi ini`, `siang tadi`, `malam nanti`, `dini hari tadi`, `dini hari nanti`, `sore kemarin`, `siang hari ini`.
fn part_of_day(c: &mut Cursor<'_>) -> Option<Fields> {
    c.try_to(|c| {
        let part = clock::part(c)?;
        let early = part.of_day == DayPart::EarlyMorning;
        let night = part.of_day == DayPart::Night;
        let ago = c.is(word!("tadi"));
        let steps = if c.eat(word!("ini")) || c.eat_all(&words!["hari", "ini"]) {
            0
        } else if c.eat(word!("tadi")) {
            if night { -1 } else { 0 }
        } else if c.eat(word!("nanti")) {
            i32::from(early)
        } else if c.eat(word!("kemarin")) {
            -1
        } else if c.eat(word!("besok")) {
            1
        } else {
            return None;
        };
        Some(Fields {
            lean: ago.then_some(Lean::This),
            ..day(steps, Some(part))
        })
    })
}

/// `tengah malam [tadi | nanti | ini]`, `tengah hari`: a moment of the day.
fn middle(c: &mut Cursor<'_>) -> Option<Fields> {
    c.try_to(|c| {
        let hour = middle_hour(c)?;
        let mut fields = Fields {
            time: Some(TimeOfDay {
                hour,
                minute: 0,
                second: None,
                carry: 0,
            }),
            ..Fields::default()
        };
        if c.eat(word!("tadi")) {
            fields.from_today = Some(if hour == 24 { -1 } else { 0 });
        } else if c.eat(word!("nanti")) || c.eat(word!("ini")) {
            fields.from_today = Some(0);
        }
        Some(fields)
    })
}

/// `tengah malam` is 24, `tengah hari` 12.
pub(super) fn middle_hour(c: &mut Cursor<'_>) -> Option<u32> {
    if c.eat_all(&words!["tengah", "malam"]) {
        Some(24)
    } else if !region(c) && c.eat_all(&words!["tengah", "hari"]) {
        Some(12)
    } else {
        None
    }
}

/// `Timur Tengah hari ini`: `Tengah` ends the name of a region.
fn region(c: &Cursor<'_>) -> bool {
    const REGIONS: [WordKey; 17] = words![
        "timur",
        "asia",
        "afrika",
        "amerika",
        "eropa",
        "indonesia",
        "jawa",
        "kalimantan",
        "sulawesi",
        "aceh",
        "lampung",
        "lombok",
        "maluku",
        "papua",
        "tapanuli",
        "halmahera",
        "buton",
    ];
    c.is_after(&REGIONS)
}

/// `semalam` as a night that was spent: `menginap semalam`.
pub(super) fn night_spent(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    if !is_night_spent(c) {
        return None;
    }
    c.at += 1;
    Some(TimeExpression::Duration {
        amount: Amount::of(Count::ONE, Unit::Day),
        window: None,
    })
}

fn is_night_spent(c: &Cursor<'_>) -> bool {
    c.is(word!("semalam"))
        && c.is_after(&words![
            "menginap",
            "bermalam",
            "sehari",
            "inap",
            "menginapnya"
        ])
}

/// A prayer or dawn word, or `dini hari`, behind a signal: `sejak subuh`, `menjelang magrib`, `hingga dini hari`.
pub(super) fn prayer(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    const SIGNALS: [WordKey; 9] = words![
        "sejak",
        "semenjak",
        "menjelang",
        "jelang",
        "hingga",
        "sampai",
        "usai",
        "selepas",
        "mulai",
    ];
    const WORDS: [WordKey; 13] = words![
        "subuh", "fajar", "zuhur", "dzuhur", "zhuhur", "lohor", "asar", "ashar", "magrib",
        "maghrib", "isya", "sahur", "dini",
    ];
    c.try_to(|c| {
        let signalled = c.is_after(&SIGNALS);
        let worded = WORDS.contains(&c.key()) || c.key_at(1) == word!("buta");
        if !signalled || !worded || from_bare_part(c) {
            return None;
        }
        let part = clock::part(c)?;
        Some(TimeExpression::Date(Fields {
            part: Some(part),
            ..Fields::default()
        }))
    })
}

/// `malam hingga dini hari`: the end of a habit, whose beginning is no time either.
fn from_bare_part(c: &Cursor<'_>) -> bool {
    let part = c.behind(2).is_some_and(|term| {
        term.senses
            .iter()
            .any(|sense| matches!(sense, Sense::Part(_)))
    });
    let dated = c.behind(3).is_some_and(|term| {
        term.kind == crate::text::TokenKind::Numeral
            || term.mark() == ')'
            || words!["tadi", "nanti"].contains(&term.key)
            || term.senses.iter().any(|sense| {
                matches!(
                    sense,
                    Sense::Weekday(_) | Sense::Deictic(_) | Sense::Month(_)
                )
            })
    });
    part && !dated
}

/// `kini`, `saat ini`, `baru-baru ini`, `beberapa waktu lalu`, `dalam waktu dekat`: no date, only before, now or after.
pub(super) fn reference(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    const PHRASES: [(&[WordKey], Toward); 29] = [
        (&words!["saat", "ini"], Toward::Present),
        (&words!["saat", "sekarang"], Toward::Present),
        (&words!["kini"], Toward::Present),
        (&words!["sekarang", "ini"], Toward::Present),
        (&words!["sekarang"], Toward::Present),
        (&words!["dewasa", "ini"], Toward::Present),
        (&words!["detik", "ini"], Toward::Present),
        (&words!["baru-baru", "ini"], Toward::Past),
        (&words!["belakangan", "ini"], Toward::Past),
        (&words!["akhir-akhir", "ini"], Toward::Past),
        (&words!["tempo", "hari"], Toward::Past),
        (&words!["beberapa", "waktu", "yang", "lalu"], Toward::Past),
        (&words!["beberapa", "waktu", "lalu"], Toward::Past),
        (&words!["beberapa", "saat", "yang", "lalu"], Toward::Past),
        (&words!["beberapa", "saat", "lalu"], Toward::Past),
        (&words!["beberapa", "waktu", "silam"], Toward::Past),
        (&words!["sekian", "lama", "lalu"], Toward::Past),
        (&words!["belum", "lama", "ini"], Toward::Past),
        (&words!["beberapa", "waktu", "belakangan"], Toward::Past),
        (&words!["beberapa", "waktu", "terakhir"], Toward::Past),
        (&words!["dalam", "waktu", "dekat", "ini"], Toward::Future),
        (&words!["dalam", "waktu", "dekat"], Toward::Future),
        (&words!["waktu", "dekat"], Toward::Future),
        (&words!["suatu", "saat", "nanti"], Toward::Future),
        (&words!["suatu", "hari", "nanti"], Toward::Future),
        (&words!["beberapa", "saat", "lagi"], Toward::Future),
        (&words!["beberapa", "waktu", "lagi"], Toward::Future),
        (&words!["beberapa", "waktu", "mendatang"], Toward::Future),
        (&words!["waktu-waktu", "mendatang"], Toward::Future),
    ];
    let (_, toward) = PHRASES.iter().find(|(words, _)| c.eat_all(words))?;
    // `lama-kelamaan kini` needs nothing; `sekarang juga` keeps `juga` outside.
    Some(TimeExpression::Ref(*toward))
}

/// `kemarin` behind the name of an event is the event lately, not yesterday: `pemilu kemarin`.
pub(super) fn event_lately(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    const EVENTS: [WordKey; 18] = words![
        "pemilu",
        "pilkada",
        "pilpres",
        "pileg",
        "pilgub",
        "pilbup",
        "pilwalkot",
        "lebaran",
        "natal",
        "imlek",
        "musim",
        "debat",
        "idulfitri",
        "iduladha",
        "ramadan",
        "ramadhan",
        "mudik",
        "kampanye",
    ];
    if c.is(word!("kemarin")) && c.is_after(&EVENTS) {
        c.at += 1;
        return Some(TimeExpression::Ref(Toward::Past));
    }
    None
}
