//! Units near the clock or near the last mention: `pekan lalu`, `akhir pekan ini`, `keesokan harinya`.

use super::{amount, clock};
use crate::text::{word, words};
use crate::time::{Amount, Count, Cursor, Sense, TimeExpression, Toward, Unit, YearRef};

/// `lalu` = −1, `ini` = 0, `depan` = 1, behind a unit.
pub(super) fn steps(c: &mut Cursor<'_>) -> Option<i32> {
    if amount::past(c) || c.eat(word!("kemarin")) {
        Some(-1)
    } else if c.eat_any(&words!["ini", "sekarang"]) {
        Some(0)
    } else if c.eat_any(&words!["depan", "mendatang"])
        || c.eat_all(&words!["yang", "akan", "datang"])
    {
        Some(1)
    } else {
        None
    }
}

/// A unit with its direction.
pub(super) fn near(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    weekend(c)
        .or_else(|| same_period(c))
        .or_else(|| week_of(c))
        .or_else(|| last_decade(c))
        .or_else(|| unit_near(c))
        .or_else(|| next_day(c))
}

/// Whether `akhir pekan` stands at the cursor.
pub(super) fn is_weekend(c: &Cursor<'_>) -> bool {
    let week = words!["pekan", "minggu"].contains(&c.key_at(1));
    week && (c.is(word!("akhir")) || c.is(word!("pengujung")) || c.is(word!("penghujung")))
}

/// `akhir pekan [ini | lalu | depan]`.
fn weekend(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    if !is_weekend(c) {
        return None;
    }
    c.at += 2;
    let steps = steps(c);
    if steps.is_none() {
        c.eat(word!("nanti"));
    }
    Some(TimeExpression::Nearby {
        unit: Unit::Weekend,
        steps: steps.unwrap_or(0),
    })
}

/// `dalam dekade terakhir`: the one until now, as `satu dekade terakhir`.
fn last_decade(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    if !c.is_after(&words!["dalam", "selama", "sepanjang"]) {
        return None;
    }
    c.try_to(|c| {
        let unit = unit(c).filter(|unit| *unit >= Unit::Windu)?;
        c.eat_any(&words!["terakhir", "belakangan"])
            .then(|| TimeExpression::Duration {
                amount: Amount::of(Count::ONE, unit),
                window: Some(Toward::Past),
            })
    })
}

/// `minggu kedua Maret`, `pekan ke-3 Juni 2025`, `pekan terakhir bulan ini`; not `pekan kedua Liga 1`.
fn week_of(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        unit(c).filter(|unit| *unit == Unit::Week)?;
        let nth = if c.eat(word!("terakhir")) {
            None
        } else {
            Some(super::number::ordinal(c).filter(|n| (1..=53).contains(n))?)
        };
        c.eat_any(&words!["pada", "di", "dari"]);
        let whole = unit_near(c).or_else(|| super::period::month_or_year(c))?;
        let months = match &whole {
            TimeExpression::Nearby { unit, .. } => *unit == Unit::Month,
            TimeExpression::Date(fields) => fields.month.is_some(),
            _ => return None,
        };
        let years = match &whole {
            TimeExpression::Nearby { unit, .. } => *unit == Unit::Year,
            TimeExpression::Date(fields) => fields.month.is_none(),
            _ => return None,
        };
        let fits = (months && nth.is_none_or(|nth| nth <= 5)) || years;
        fits.then(|| TimeExpression::WeekOf {
            nth,
            whole: Box::new(whole),
        })
    })
}

/// `pekan lalu`, `tahun depan`; `tahun sebelumnya`, `hari berikutnya`, `tahun yang sama`.
fn unit_near(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        let unit = unit(c)?;
        if unit != Unit::Day
            && unit != Unit::Night
            && let Some(steps) = steps(c)
        {
            return Some(TimeExpression::Nearby { unit, steps });
        }
        let toward = if c.eat(word!("sebelumnya")) {
            (Toward::Past, 1)
        } else if c.eat_any(&words![
            "berikutnya",
            "selanjutnya",
            "setelahnya",
            "sesudahnya"
        ]) {
            (Toward::Future, 1)
        } else if c.eat_all(&words!["yang", "sama"])
            || (unit != Unit::Night && c.eat(word!("sama")))
        {
            (Toward::Present, 0)
        } else {
            return None;
        };
        Some(TimeExpression::FromMention {
            amount: Amount::of(Count::whole(toward.1), unit),
            toward: toward.0,
            part: None,
            counted: false,
        })
    })
}

fn unit(c: &mut Cursor<'_>) -> Option<Unit> {
    let coarse = |unit: &Unit| *unit >= Unit::Night;
    c.eat_sense(|sense| match sense {
        Sense::Unit(unit) => Some(unit).filter(coarse),
        _ => None,
    })
}

/// A unit by itself behind `awal`, `pertengahan`, `akhir`: `awal pekan` is of this week.
pub(super) fn bare_unit(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        let unit = unit(c).filter(|unit| {
            matches!(
                unit,
                Unit::Week
                    | Unit::Month
                    | Unit::Quarter
                    | Unit::Half
                    | Unit::Year
                    | Unit::Decade
                    | Unit::Century
            )
        })?;
        let free = c
            .peek(0)
            .is_none_or(|next| next.kind != crate::text::TokenKind::Numeral)
            && super::number::ordinal(&mut c.clone()).is_none()
            && !c.eat_any(&words![
                "ajaran",
                "akademik",
                "pelajaran",
                "anggaran",
                "buku",
                "fiskal",
            ]);
        free.then_some(TimeExpression::Nearby { unit, steps: 0 })
    })
}

/// `keesokan harinya`, `keesokan paginya`, `esok harinya`, `esoknya`, `malam harinya`.
fn next_day(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        let (days, part) = if c.eat(word!("keesokan")) {
            if c.eat(word!("harinya")) || c.eat(word!("hari")) {
                (1, None)
            } else {
                (1, Some(part_nya(c)?))
            }
        } else if c.eat(word!("keesokannya"))
            || c.eat(word!("esoknya"))
            || c.eat_all(&words!["esok", "harinya"])
        {
            (1, None)
        } else {
            let part = clock::part(c)?;
            if !c.eat(word!("harinya")) {
                return None;
            }
            (0, Some(part))
        };
        let toward = if days == 0 {
            Toward::Present
        } else {
            Toward::Future
        };
        Some(TimeExpression::FromMention {
            amount: Amount::of(Count::whole(days), Unit::Day),
            toward,
            part,
            counted: false,
        })
    })
}

/// `paginya`, `malamnya` behind `keesokan`.
fn part_nya(c: &mut Cursor<'_>) -> Option<crate::time::Part> {
    use crate::time::{DayPart, Part};
    let of_day = match c.word().to_ascii_lowercase().as_str() {
        "paginya" => DayPart::Morning,
        "siangnya" => DayPart::Midday,
        "sorenya" => DayPart::Afternoon,
        "petangnya" => DayPart::Evening,
        "malamnya" => DayPart::Night,
        _ => return None,
    };
    c.at += 1;
    Some(Part {
        of_day,
        third: None,
    })
}

/// `periode [yang] sama tahun lalu`, `periode yang sama tahun sebelumnya`.
fn same_period(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        if !c.eat_any(&words![
            "periode", "kuartal", "triwulan", "bulan", "semester"
        ]) {
            return None;
        }
        c.eat(word!("yang"));
        if !c.eat(word!("sama")) {
            return None;
        }
        c.eat(word!("pada"));
        c.eat(word!("di"));
        if !c.eat(word!("tahun")) {
            let YearRef::Written(year) = super::date::written_year(c)? else {
                return None;
            };
            return Some(TimeExpression::SamePeriod {
                years: 0,
                written: Some(year),
            });
        }
        if let Some(YearRef::Written(year)) = super::date::written_year(c) {
            return Some(TimeExpression::SamePeriod {
                years: 0,
                written: Some(year),
            });
        }
        if c.eat(word!("sebelumnya")) {
            return Some(TimeExpression::SamePeriod {
                years: -1,
                written: None,
            });
        }
        Some(TimeExpression::SamePeriod {
            years: steps(c)?,
            written: None,
        })
    })
}
