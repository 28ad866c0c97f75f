//! Times on the clock.
//!
//! `clock := ("pukul" | "jam") time ("-" time)? part? zone?`, or without its head where a zone follows or a date
//! precedes: `19.30 WIB`.

use super::number;
use crate::text::{Numeral, TokenKind, WordKey, word, words};
use crate::time::{
    Class, Cursor, DayPart, Fields, Part, Sense, TimeExpression, TimeOfDay, ZoneWord,
};

/// A clock that says itself to be one: `pukul 19.30 WIB`, `jam 10 pagi`, `setengah delapan malam`, `19.30 WIB`; and
/// whether it says that it is about: `pukul tiga-an`.
pub(super) fn clock(c: &mut Cursor<'_>) -> Option<(TimeExpression, bool)> {
    c.try_to(|c| {
        let start = *c;
        let headed = head(c);
        // `setengah delapan malam` and `12.45 siang` need no head; their part of the day says that they are clocks.
        let half = c.is(word!("setengah"));
        let mut reading = times(c, headed || half)?;
        let said = if headed {
            true
        } else if half {
            reading.part.is_some()
        } else {
            let parted = reading.part.is_some() && !super::guard::numbered(&start);
            parted || reading.fields.zone.is_some()
        };
        if !said {
            return None;
        }
        // `jam 10 pagi tadi`, `pukul 9 malam nanti`; `malam tadi` is last night's.
        if let Some(part) = reading.part {
            if c.eat_any(&words!["nanti", "ini"]) {
                reading.fields.from_today = Some(0);
            } else if c.eat(word!("tadi")) {
                let night = part.of_day == DayPart::Night;
                reading.fields.from_today = Some(if night { -1 } else { 0 });
                reading.fields.lean = Some(crate::time::Lean::This);
            }
        } else if let Some(day) = day_behind(c) {
            let about = reading.about;
            return Some((reading.on(day), about));
        }
        let about = reading.about;
        Some((reading.expression(), about))
    })
}

/// The day behind a clock, joined to it by nothing: `pukul 19.00 WIB malam ini`, `pukul 01.00 hari Kamis (5/6)`.
fn day_behind(c: &mut Cursor<'_>) -> Option<Fields> {
    c.try_to(|c| {
        let TimeExpression::Date(day) = super::date::day_alone(c)? else {
            return None;
        };
        let said = day.weekday.is_some() || day.from_today.is_some();
        (said && day.time.is_none() && !day.eve).then_some(day)
    })
}

/// A clock behind a date, where no head is needed: `11:25 WIB`, `| 06:35 WIB`, `pukul 19.30`.
pub(super) fn after_date(c: &mut Cursor<'_>) -> Option<Clock> {
    c.try_to(|c| {
        let headed = head(c);
        let clear = headed || matches!(c.numeral(), Some(Numeral::Clock { .. }));
        if !clear {
            return None;
        }
        times(c, headed)
    })
}

/// A bare clock that is completed by its partner: `15.00` in `pukul 08.00 hingga 15.00`, `jam 10 malam`'s `10 malam`.
pub(super) fn bare(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        let clock = matches!(c.numeral(), Some(Numeral::Clock { .. }));
        let reading = times(c, true)?;
        (clock || reading.part.is_some()).then(|| reading.expression())
    })
}

/// A clock, or two with a dash, as read.
pub(super) struct Clock {
    fields: Fields,
    until: Option<TimeOfDay>,
    part: Option<Part>,
    /// Whether the hour is one of `tiga-an`.
    about: bool,
}

impl Clock {
    /// The clock on a day that other fields say.
    pub(super) fn on(self, day: Fields) -> TimeExpression {
        let part = if self.part.is_some() { None } else { day.part };
        let from = Fields {
            time: self.fields.time.map(|time| adjust(time, part)),
            zone: self.fields.zone,
            part: None,
            ..day
        };
        let whole = TimeExpression::Date(from);
        match self.until {
            Some(until) => {
                let to = Fields {
                    time: Some(adjust(until, part)),
                    ..from
                };
                TimeExpression::Range(Box::new(whole), Box::new(TimeExpression::Date(to)))
            }
            None => whole,
        }
    }

    fn expression(self) -> TimeExpression {
        let fields = self.fields;
        self.on(Fields {
            time: None,
            zone: None,
            ..fields
        })
    }
}

fn head(c: &mut Cursor<'_>) -> bool {
    let mut ahead = *c;
    let short = ahead.eat(word!("pk"));
    let found = short || ahead.eat_any(&words!["pukul", "jam", "pkl"]);
    if found {
        ahead.eat_dot();
    }
    // `Pukul: 19.00 WIB`
    if found
        && ahead.mark() == ':'
        && ahead
            .peek(1)
            .is_some_and(|next| next.classes.has(Class::ClockTime))
    {
        ahead.at += 1;
    }
    // `pk` heads a whole clock: `PK 2` numbers a case.
    let heads = found && (!short || ahead.classes().has(Class::ClockTime));
    if heads {
        *c = ahead;
    }
    heads
}

fn times(c: &mut Cursor<'_>, headed: bool) -> Option<Clock> {
    let from = time(c, headed)?;
    // `tiga-an`: about three.
    let about = c.glued() && c.eat_all(&words!["-", "an"]);
    let until = c.try_to(|c| {
        // `07.00 WIB-10.00 WIB` says its zone twice.
        zone(c);
        c.eat_dash().then_some(())?;
        head(c);
        time(c, headed)
    });
    // `pukul 24/7` and `menit 3-1` are no clocks; a third number says so.
    if c.is(word!("/"))
        || (c.is(word!("-")) && c.peek(1).is_some_and(|t| t.kind == TokenKind::Numeral))
    {
        return None;
    }
    let meridiem = meridiem(c);
    let part = if meridiem.is_none() { part(c) } else { None };
    let zone = zone(c);
    // `14.30 WIB sore`, but `19.00 WIB malam ini`, `19.00 WIB malam Minggu`.
    let part = match part {
        None if zone.is_some() && meridiem.is_none() => c.try_to(|c| {
            let part = self::part(c)?;
            let more = words!["ini", "tadi", "nanti", "kemarin", "itu"].contains(&c.key());
            (!more && c.weekday().is_none()).then_some(part)
        }),
        part => part,
    };
    let set = |time: TimeOfDay| {
        let time = adjust(time, part);
        match meridiem {
            Some(true) if time.hour < 12 => TimeOfDay {
                hour: time.hour + 12,
                ..time
            },
            Some(false) if time.hour == 12 => TimeOfDay { hour: 0, ..time },
            _ => time,
        }
    };
    let fields = Fields {
        time: Some(set(from)),
        zone,
        ..Fields::default()
    };
    Some(Clock {
        fields,
        until: until.map(set),
        part,
        about,
    })
}

/// One time: `19.30`, `9`, `setengah delapan`, `empat kurang seperempat`, `8 lewat 20`.
fn time(c: &mut Cursor<'_>, headed: bool) -> Option<TimeOfDay> {
    let at = |hour: u32, minute: u32, second: Option<u32>| TimeOfDay {
        hour,
        minute,
        second,
        carry: 0,
    };
    if let Some(Numeral::Clock {
        hour,
        minute,
        second,
        ..
    }) = c.numeral()
    {
        c.at += 1;
        return Some(at(hour, minute, second.filter(|second| *second > 0)));
    }
    if !headed {
        return None;
    }
    if c.is(word!("setengah")) {
        // `setengah delapan` is half an hour before eight.
        return c.try_to(|c| {
            c.at += 1;
            let hour = number::small(c).filter(|hour| (1..=24).contains(hour))?;
            Some(at(hour - 1, 30, None))
        });
    }
    let hour = hour(c)?;
    if c.is(word!("kurang")) || c.is(word!("lewat")) || c.is(word!("lebih")) {
        let minus = c.is(word!("kurang"));
        let minutes = c.try_to(|c| {
            c.at += 1;
            if c.eat(word!("seperempat")) {
                return Some(15);
            }
            let minutes = number::small(c).filter(|minutes| (1..60).contains(minutes))?;
            c.eat(word!("menit"));
            Some(minutes)
        });
        return Some(match minutes {
            Some(minutes) if minus && hour > 0 => at(hour - 1, 60 - minutes, None),
            Some(minutes) if !minus => at(hour, minutes, None),
            _ => at(hour, 0, None),
        });
    }
    let half = c.is(word!("setengah"));
    c.at += usize::from(half);
    Some(at(hour, if half { 30 } else { 0 }, None))
}

/// An hour in digits or words, also `tiga-an`.
fn hour(c: &mut Cursor<'_>) -> Option<u32> {
    let valid = |hour: &u32| *hour <= 24;
    if let Some(hour) = c.plain(2) {
        // `jam 8 orang`, `pukul 5 unit` count things; `jam 5 menit 30` does not.
        c.at += 1;
        return Some(hour).filter(valid);
    }
    c.try_to(number::small).filter(valid)
}

fn meridiem(c: &mut Cursor<'_>) -> Option<bool> {
    let pm = if c.is(word!("pm")) || c.is(word!("p.m")) {
        true
    } else if c.is(word!("am")) || c.is(word!("a.m")) {
        false
    } else {
        return None;
    };
    c.at += 1;
    c.eat_dot();
    Some(pm)
}

/// A part of the day by its words: `pagi`, `dini hari`, `larut malam`, `pagi buta`.
pub(super) fn part(c: &mut Cursor<'_>) -> Option<Part> {
    use crate::time::Modifier::{End, Start};
    let of = |of_day, third| Some(Part { of_day, third });
    if c.eat_all(&words!["dini", "hari"]) {
        return of(DayPart::EarlyMorning, None);
    }
    if c.eat_all(&words!["larut", "malam"]) {
        return of(DayPart::Night, Some(End));
    }
    if c.eat_all(&words!["pagi", "buta"]) || c.eat_all(&words!["pagi-pagi", "buta"]) {
        return of(DayPart::Morning, Some(Start));
    }
    let part = c.eat_sense(|sense| match sense {
        Sense::Part(part) => Some(part),
        _ => None,
    })?;
    // `malam hari`, `pagi hari` behind a clock or a weekday; never before `ini`, where `hari ini` is meant.
    if c.is(word!("hari")) && c.key_at(1) != word!("ini") && c.weekday_ahead(1).is_none() {
        c.at += 1;
    }
    Some(part)
}

/// The hour that a part of the day makes of a written one: `9 malam` is 21.
fn adjust(time: TimeOfDay, part: Option<Part>) -> TimeOfDay {
    let Some(part) = part else { return time };
    let later = |time: TimeOfDay| TimeOfDay {
        hour: time.hour + 12,
        ..time
    };
    match (part.of_day, time.hour) {
        (DayPart::Midday, 0..=4)
        | (DayPart::Afternoon, 1..=6)
        | (DayPart::Evening, 4..=7)
        | (DayPart::Night, 5..=11) => later(time),
        (DayPart::Night, 12) if time.minute == 0 => TimeOfDay { hour: 24, ..time },
        (DayPart::Night, 12) => TimeOfDay {
            hour: 0,
            carry: 1,
            ..time
        },
        (DayPart::Night, 1..=4) => TimeOfDay { carry: 1, ..time },
        (DayPart::EarlyMorning, 12) => TimeOfDay { hour: 0, ..time },
        _ => time,
    }
}

/// A zone: `WIB`, `(WIB)`, `GMT+7`, `waktu setempat`, `waktu Arab Saudi`.
pub(super) fn zone(c: &mut Cursor<'_>) -> Option<ZoneWord> {
    c.try_to(|c| {
        let bracket = c.is(word!("("));
        c.at += usize::from(bracket);
        let zone = bare_zone(c)?;
        if bracket && !c.eat(word!(")")) {
            return None;
        }
        Some(zone)
    })
}

fn bare_zone(c: &mut Cursor<'_>) -> Option<ZoneWord> {
    if c.is(word!("waktu")) {
        let known = PLACES.iter().find(|(words, _)| {
            words
                .iter()
                .enumerate()
                .all(|(i, word)| c.key_at(i + 1) == *word)
        });
        let Some((words, zone)) = known else {
            // `waktu Doha`: the local time of a place that is not in the table.
            let place = c
                .peek(1)
                .is_some_and(|t| t.kind == TokenKind::Word && t.is_capitalised());
            c.at += if place { 2 } else { 0 };
            return place.then_some(ZoneWord::Local);
        };
        c.at += 1 + words.len();
        return Some(*zone);
    }
    let minutes = c.eat_sense(|sense| match sense {
        Sense::Zone(minutes) => Some(minutes),
        _ => None,
    })?;
    if minutes == 0
        && (c.is(word!("+")) || c.is(word!("-")))
        && let Some(hours) = hours_ahead(c)
    {
        let sign = if c.is(word!("-")) { -60 } else { 60 };
        c.at += 2;
        return Some(ZoneWord::Fixed(hours * sign));
    }
    Some(ZoneWord::Fixed(minutes))
}

fn hours_ahead(c: &Cursor<'_>) -> Option<i32> {
    let mut ahead = *c;
    ahead.at += 1;
    ahead
        .plain(2)
        .and_then(|hours| i32::try_from(hours).ok())
        .filter(|hours| *hours <= 14)
}

/// `waktu …`: the words and the zone.
const PLACES: [(&[WordKey], ZoneWord); 27] = [
    (&words!["setempat"], ZoneWord::Local),
    (&words!["lokal"], ZoneWord::Local),
    (
        &words!["Indonesia", "bagian", "barat"],
        ZoneWord::Fixed(420),
    ),
    (
        &words!["Indonesia", "bagian", "tengah"],
        ZoneWord::Fixed(480),
    ),
    (
        &words!["Indonesia", "bagian", "timur"],
        ZoneWord::Fixed(540),
    ),
    (&words!["Indonesia", "barat"], ZoneWord::Fixed(420)),
    (&words!["Indonesia", "tengah"], ZoneWord::Fixed(480)),
    (&words!["Indonesia", "timur"], ZoneWord::Fixed(540)),
    (&words!["Indonesia"], ZoneWord::Fixed(420)),
    (&words!["Jakarta"], ZoneWord::Fixed(420)),
    (&words!["Bangkok"], ZoneWord::Fixed(420)),
    (&words!["Malaysia"], ZoneWord::Fixed(480)),
    (&words!["Singapura"], ZoneWord::Fixed(480)),
    (&words!["Beijing"], ZoneWord::Fixed(480)),
    (&words!["Manila"], ZoneWord::Fixed(480)),
    (&words!["Arab", "Saudi"], ZoneWord::Fixed(180)),
    (&words!["Makkah"], ZoneWord::Fixed(180)),
    (&words!["Mekkah"], ZoneWord::Fixed(180)),
    (&words!["Moskow"], ZoneWord::Fixed(180)),
    (&words!["Turki"], ZoneWord::Fixed(180)),
    (&words!["Qatar"], ZoneWord::Fixed(180)),
    (&words!["Tokyo"], ZoneWord::Fixed(540)),
    (&words!["Jepang"], ZoneWord::Fixed(540)),
    (&words!["Seoul"], ZoneWord::Fixed(540)),
    (&words!["London"], ZoneWord::London),
    (&words!["Washington"], ZoneWord::NewYork),
    (&words!["New", "York"], ZoneWord::NewYork),
];
