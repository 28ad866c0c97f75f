//! Quarters, thirds and halves of a year: `kuartal III 2023`, `triwulan II-2023`, `semester I 2023`, `paruh kedua 2023`.

use super::{date, near, number};
use crate::text::{Numeral, word, words};
use crate::time::{Cursor, Sense, TimeExpression, YearRef};

/// `kuartal III 2023`, `triwulan II-2023`, `kuartal I/2023`, `kuartal II/24`, `kuartal kedua tahun lalu`, `caturwulan I 2023`.
pub(super) fn quarter(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        let trimester = c.is(word!("caturwulan")) || c.is(word!("cawu"));
        if !c.eat_any(&words![
            "kuartal",
            "triwulan",
            "kwartal",
            "caturwulan",
            "cawu",
            "tw"
        ]) {
            return None;
        }
        let number = if c.eat_any(&words!["terakhir", "keempat"]) {
            4
        } else {
            c.eat_dash();
            nth(c)?
        };
        if number == 0 || number > if trimester { 3 } else { 4 } {
            return None;
        }
        let range = c.try_to(|c| {
            c.eat_dash().then_some(())?;
            nth(c).filter(|to| (number + 1..=4).contains(to) && !trimester)
        });
        let year = year_behind(c);
        pass_direction(c);
        let of = |number| {
            if trimester {
                TimeExpression::Trimester(number, year)
            } else {
                TimeExpression::Quarter(number, year)
            }
        };
        Some(match range {
            Some(to) => TimeExpression::Range(Box::new(of(number)), Box::new(of(to))),
            None => of(number),
        })
    })
}

/// Which one: `III`, `ketiga`, `3`.
pub(super) fn nth(c: &mut Cursor<'_>) -> Option<u32> {
    number::ordinal(c).or_else(|| number::small(c).filter(|n| *n < 10))
}

/// A year behind a period: ` 2023`, `-2023`, `/23`, `tahun 2023`, `tahun lalu`.
pub(super) fn year_behind(c: &mut Cursor<'_>) -> Option<YearRef> {
    c.try_to(|c| {
        let signed = c.glued() && (c.is(word!("/")) || c.eat_dash());
        if signed {
            c.eat(word!("/"));
            if let Some(year) = short_year(c) {
                return Some(year);
            }
        } else if !c.eat_dash() {
            c.eat_any(&words!["/", ","]);
        }
        c.eat(word!("pada"));
        if c.eat(word!("tahun")) {
            c.eat_any(&words!["buku", "fiskal", "anggaran"]);
            if c.eat(word!("sebelumnya")) {
                return Some(YearRef::FromMention(-1));
            }
            return date::written_year(c).or_else(|| near::steps(c).map(YearRef::Steps));
        }
        date::written_year(c)
    })
}

/// A direction word behind a period: it belongs to the span, and the value is the period's own.
pub(super) fn pass_direction(c: &mut Cursor<'_>) {
    if !super::amount::past(c) && !c.eat_any(&words!["kemarin", "mendatang", "nanti"]) {
        c.eat_all(&words!["yang", "akan", "datang"]);
    }
}

/// A year of two digits that touches the sign before it: `24` in `II/24`.
pub(super) fn short_year(c: &mut Cursor<'_>) -> Option<YearRef> {
    let Numeral::Plain(year, 2) = c.numeral().filter(|_| c.glued())? else {
        return None;
    };
    c.at += 1;
    of_this_age(u32::try_from(year).ok()?)
}

/// The year that two digits stand for: up to 2040, else of the century before.
pub(super) fn of_this_age(digits: u32) -> Option<YearRef> {
    let year = if digits <= 40 { 2000 } else { 1900 } + i32::try_from(digits).ok()?;
    (digits < 100).then_some(YearRef::Written(year))
}

/// `semester I 2023`, `paruh pertama 2023`, `paruh kedua tahun ini`.
pub(super) fn half(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        let loose = c.is(word!("paruh")) || c.is(word!("paro"));
        if !c.eat_any(&words!["semester", "paruh", "paro"]) {
            return None;
        }
        let counted = c
            .sense(|sense| matches!(sense, Sense::Number(_)).then_some(()))
            .is_some();
        let number = nth(c).filter(|n| (1..=2).contains(n))?;
        let year = year_behind(c);
        pass_direction(c);
        // `paruh pertama` alone is of a match, `semester dua` of a student.
        (year.is_some() || !loose && !counted).then_some(TimeExpression::Half(number, year))
    })
}
