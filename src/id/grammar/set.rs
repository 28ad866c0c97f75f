//! What recurs: `setiap Senin`, `tiga kali sehari`, `sebulan sekali`, `per bulan`.

use super::{amount, clock, date, number};
use crate::text::{WordKey, word, words};
use crate::time::{Count, Cursor, MonthRef, Node, Recurring, Sense, TimeExpression, Unit};

/// A set.
pub(super) fn set(c: &mut Cursor<'_>) -> Option<Node> {
    every(c)
        .or_else(|| period_times(c))
        .or_else(|| times(c))
        .or_else(|| per(c))
        .map(Node::from)
}

fn recurring(base: Recurring) -> TimeExpression {
    TimeExpression::Set { base, times: None }
}

/// `setiap Senin [malam]`, `tiap 17 Agustus`, `saban dua tahun`, `setiap hari`.
fn every(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        if !c.eat_any(&words!["setiap", "tiap", "saban", "tiap-tiap"]) {
            return None;
        }
        if let Some(member) = member(c) {
            return Some(member);
        }
        if c.eat_all(&words!["akhir", "pekan"]) || c.eat_all(&words!["akhir", "minggu"]) {
            return Some(recurring(Recurring::Weekend));
        }
        // `tiap akhir bulan`: once in each.
        c.try_to(|c| {
            let part = |sense| {
                matches!(
                    sense,
                    Sense::Modifier(
                        crate::time::Modifier::Start
                            | crate::time::Modifier::Mid
                            | crate::time::Modifier::End
                    )
                )
            };
            c.eat_sense(|sense| part(sense).then_some(()))?;
            c.sense(|sense| matches!(sense, Sense::Unit(_)).then_some(()))
        });
        if let Some(fields) = date::day_month(c)
            && let (Some(day), Some(MonthRef::Written(month)), None) =
                (fields.day, fields.month, fields.year)
        {
            return Some(recurring(Recurring::DayOfYear(month, day)));
        }
        if c.eat_any(&words!["tanggal", "tgl"]) {
            let day = c.plain(2).filter(|day| (1..=31).contains(day))?;
            c.at += 1;
            return Some(recurring(Recurring::DayOfMonth(day)));
        }
        if (c.is(word!("pukul")) || c.is(word!("jam")))
            && let Some((TimeExpression::Date(fields), _)) = clock::clock(c)
        {
            return Some(recurring(Recurring::Time(fields.time?)));
        }
        if let Some(amount) = amount::amount(c) {
            let (count, unit) = amount.single()?;
            return Some(TimeExpression::Set {
                base: Recurring::Period(count, unit),
                times: c.eat(word!("sekali")).then_some(1),
            });
        }
        if let Some(part) = clock::part(c) {
            return Some(recurring(Recurring::Part(part)));
        }
        c.eat(word!("bulan"));
        if let Some(month) = c.eat_sense(|sense| match sense {
            Sense::Month(month) => Some(month),
            _ => None,
        }) {
            return Some(recurring(Recurring::Month(month)));
        }
        if c.key_behind(1) == word!("bulan") {
            return Some(recurring(Recurring::Period(Count::ONE, Unit::Month)));
        }
        let unit = c.eat_sense(|sense| match sense {
            Sense::Unit(unit) if unit != Unit::Night => Some(unit),
            _ => None,
        })?;
        if unit == Unit::Day {
            c.eat(word!("kerja"));
        }
        Some(recurring(Recurring::Period(Count::ONE, unit)))
    })
}

/// `[hari] Senin[-Jumat] [malam]`, `malam Jumat`: a day of the week that recurs; also the second of two, `dan Kamis`.
pub(super) fn member(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        if c.is(word!("malam")) && c.weekday_ahead(1).is_some() {
            // The night before the day named.
            let day = c.weekday_ahead(1)?.pred();
            c.at += 2;
            let night = crate::time::Part {
                of_day: crate::time::DayPart::Night,
                third: None,
            };
            return Some(recurring(Recurring::Weekday(day, Some(night))));
        }
        let head = c.eat(word!("hari"));
        // Lower-case `minggu` is the week: `setiap minggu`.
        if !head && c.word() == "minggu" {
            return None;
        }
        let day = c.weekday()?;
        c.at += 1;
        let until = c.try_to(|c| {
            c.eat_dash().then_some(())?;
            let until = c.weekday()?;
            c.at += 1;
            Some(until)
        });
        let part = clock::part(c);
        Some(recurring(match until {
            Some(until) => Recurring::Weekdays(day, until, part),
            None => Recurring::Weekday(day, part),
        }))
    })
}

/// `tiga kali sehari`, `dua kali seminggu`, `lima kali dalam sebulan`, `sekali setahun`, `dua kali per pekan`.
fn times(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        let times = if c.eat(word!("sekali")) {
            1
        } else if let Some(times) = c
            .word()
            .strip_suffix(['x', 'X'])
            .and_then(|digits| digits.parse().ok())
        {
            c.at += 1;
            times
        } else {
            let times = number::small(c)?;
            if !c.eat(word!("kali")) {
                return None;
            }
            times
        };
        let within = c.eat_any(&words!["dalam", "per", "setiap", "tiap", "selama"]);
        let (count, unit) = if let Some(amount) = amount::amount(c) {
            let one_word = amount
                .single()
                .is_some_and(|(count, _)| count == Count::ONE);
            if !within && !one_word {
                return None;
            }
            amount.single()?
        } else {
            let unit = c.eat_sense(|sense| match sense {
                Sense::Unit(unit) if within => Some(unit),
                _ => None,
            })?;
            (Count::ONE, unit)
        };
        Some(TimeExpression::Set {
            base: Recurring::Period(count, unit),
            times: Some(times),
        })
    })
}

/// `sehari tiga kali`, `seminggu dua kali`.
fn period_times(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        let unit = c.eat_sense(|sense| match sense {
            Sense::One(unit) => Some(unit),
            _ => None,
        })?;
        let times = number::small(c)?;
        c.eat(word!("kali")).then_some(TimeExpression::Set {
            base: Recurring::Period(Count::ONE, unit),
            times: Some(times),
        })
    })
}

/// `per bulan`, but not the rate of a speed: `80 km per jam`.
fn per(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    const LENGTHS: [WordKey; 14] = words![
        "km",
        "kilometer",
        "mil",
        "m",
        "meter",
        "knot",
        "kpj",
        "mph",
        "mbps",
        "liter",
        "putaran",
        "kaki",
        "watt",
        "megabit",
    ];
    c.try_to(|c| {
        let rate = c.is_after(&LENGTHS);
        if !c.eat(word!("per")) {
            return None;
        }
        let unit = c.eat_sense(|sense| match sense {
            Sense::Unit(unit) if unit != Unit::Night => Some(unit),
            _ => None,
        })?;
        if rate && unit < Unit::Night {
            return None;
        }
        // `per bulan Maret`, `per tahun 2023`, `per hari ini` and `per pekan kedua Mei` are points.
        let point = c.key_at(0) == word!("ini")
            || c.peek(0).is_some_and(|next| {
                next.senses
                    .iter()
                    .any(|sense| matches!(sense, Sense::Month(_)))
            })
            || c.plain(4).is_some_and(|n| n >= 1000)
            || number::ordinal(&mut c.clone()).is_some();
        (!point).then(|| recurring(Recurring::Period(Count::ONE, unit)))
    })
}
