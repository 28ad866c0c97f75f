//! Longer stretches: quarters, halves, seasons, years, school years, decades, centuries, years before the era.

use super::quarter::{half, nth, quarter, short_year, year_behind};
use super::{date, guard, number, quarter as parts, shorthand};
use crate::text::{Numeral, TokenKind, word, words};
use crate::time::{Cursor, Fields, Sense, TimeExpression, YearRef};

/// A period.
pub(super) fn period(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    if c.numeral().is_some() {
        return from_digits(c);
    }
    named(c)
        .or_else(|| decades_ago(c))
        .or_else(|| year_of_era(c))
        .or_else(|| neighbouring_years(c))
        .or_else(|| year(c))
}

/// A period that begins with the digits of its year.
fn from_digits(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    // What names a decade or an era stands behind the year, or behind the dash to a second one.
    let marked = c.peek(1).is_some_and(|next| {
        next.is_dash() || words!["an", "sm", "m", "masehi", "sebelum"].contains(&next.key)
    }) || matches!(c.mark_at(1), '\'' | '’');
    let marked = if marked {
        decades_ago(c).or_else(|| year_of_era(c))
    } else {
        None
    };
    marked.or_else(|| neighbouring_years(c)).or_else(|| year(c))
}

/// A decade, with the direction word behind it.
fn decades_ago(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    let decade = decade(c)?;
    pass_ago(c);
    Some(decade)
}

/// `silam`, `lalu` behind years that are written: the span has it, the value not. `lalu` before a verb is the conjunction.
fn pass_ago(c: &mut Cursor<'_>) {
    let conjunction = c.is(word!("lalu"))
        && c.peek(1).is_some_and(|next| {
            next.kind == TokenKind::Word
                && !words!["di", "oleh", "yang", "dan", "itu"].contains(&next.key)
        });
    if !conjunction {
        super::amount::past(c);
    }
}

/// A period that begins with its name.
fn named(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    quarter(c)
        .or_else(|| shorthand::shorthand(c))
        .or_else(|| half(c))
        .or_else(|| half_of_more(c))
        .or_else(|| season(c))
        .or_else(|| school_year(c))
        .or_else(|| century(c))
}

/// `musim kemarau 2023`, `musim panas tahun lalu`; never without a year.
fn season(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        if !c.eat(word!("musim")) {
            return None;
        }
        let season = c.eat_sense(|sense| match sense {
            Sense::Season(season) => Some(season),
            _ => None,
        })?;
        let year = match c.numeral() {
            // `musim hujan 2025/2026` is named by its first year.
            Some(Numeral::Pair(from, to)) => {
                let (from, _) = two_years(from, to)?;
                c.at += 1;
                YearRef::Written(from)
            }
            _ => year_behind(c)?,
        };
        parts::pass_direction(c);
        Some(TimeExpression::Season(season, year))
    })
}

/// `musim 2022/2023`, `tahun ajaran 2023/2024`, `musim 2022/23`; `tahun anggaran 2024`.
fn school_year(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        let fiscal =
            c.is(word!("tahun")) && words!["anggaran", "buku", "fiskal"].contains(&c.key_at(1));
        let school = c.is(word!("tahun"))
            && words!["ajaran", "akademik", "pelajaran"].contains(&c.key_at(1));
        if fiscal || school {
            c.at += 2;
        } else if c.eat(word!("musim")) {
            c.eat_any(&words!["kompetisi", "reguler"]);
        } else {
            return None;
        }
        if let Some(Numeral::Pair(from, to)) = c.numeral() {
            let (from, to) = two_years(from, to)?;
            c.at += 1;
            parts::pass_direction(c);
            return Some(TimeExpression::SchoolYear(from, to));
        }
        let YearRef::Written(from) = date::written_year(c)? else {
            return None;
        };
        match until(c, from) {
            Some(to) if to == from + 1 => {
                parts::pass_direction(c);
                Some(TimeExpression::SchoolYear(from, to))
            }
            None if fiscal => Some(year_of(from)),
            _ => None,
        }
    })
}

/// The year that ends a range of years, `2024` or `66` behind a dash.
pub(super) fn until(c: &mut Cursor<'_>, from: i32) -> Option<i32> {
    c.try_to(|c| {
        c.eat_dash().then_some(())?;
        let to = if let Some(YearRef::Written(year)) = date::written_year(c) {
            year
        } else {
            let digits = short_year(&mut c.clone()).and(c.plain(2))?;
            c.at += 1;
            from / 100 * 100 + i32::try_from(digits).ok()?
        };
        // `2024-01` is a month.
        (to > from && to - from <= 300).then_some(to)
    })
}

/// `1997/98`, `2023/2024`: two years, one after the other; of a league, a season of it.
fn neighbouring_years(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        let named = *c;
        let season = || guard::event_head(&named) == Some(Sense::EventHead);
        c.eat(word!("tahun"));
        let (from, to) = match c.numeral()? {
            Numeral::Pair(from, to) => {
                let years = two_years(from, to)?;
                c.at += 1;
                years
            }
            Numeral::Plain(_, 4) if season() => {
                let YearRef::Written(from) = date::written_year(c)? else {
                    return None;
                };
                (from, until(c, from).filter(|to| *to == from + 1)?)
            }
            _ => return None,
        };
        Some(if season() {
            TimeExpression::SchoolYear(from, to)
        } else {
            TimeExpression::Range(Box::new(year_of(from)), Box::new(year_of(to)))
        })
    })
}

/// `paruh pertama abad ke-20`, `paruh kedua dekade 1990-an`: half of the years of a longer stretch.
fn half_of_more(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        if !c.eat_any(&words!["paruh", "paro"]) {
            return None;
        }
        let second = nth(c).filter(|n| (1..=2).contains(n))? == 2;
        let (first, half) = match century(c).or_else(|| decade(c))? {
            TimeExpression::Century(number) if number > 0 => ((number - 1) * 100 + 1, 50),
            TimeExpression::Decade(decade) => (decade * 10, 5),
            _ => return None,
        };
        let first = if second { first + half } else { first };
        Some(TimeExpression::Range(
            Box::new(year_of(first)),
            Box::new(year_of(first + half - 1)),
        ))
    })
}

/// Two years written `2022/2023` or `2022/23`, one after the other.
fn two_years(from: u32, to: u32) -> Option<(i32, i32)> {
    let to = if to < 100 { from / 100 * 100 + to } else { to };
    let fits = (1900..=2100).contains(&from) && to == from + 1;
    fits.then_some((i32::try_from(from).ok()?, i32::try_from(to).ok()?))
}

fn year_of(year: i32) -> TimeExpression {
    TimeExpression::Date(Fields {
        year: Some(YearRef::Written(year)),
        ..Fields::default()
    })
}

/// `abad ke-19`, `abad XIX`, `abad 21`, `abad ke-2 SM`, `abad ke-8 Masehi`, `abad XVII-XVIII`.
fn century(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        if !c.eat(word!("abad")) {
            return None;
        }
        if let Some((from, to)) = two_ordinals(c.word()) {
            c.at += 1;
            return Some(centuries(from, to, era(c)));
        }
        let from = century_ordinal(c)?;
        let to = c.try_to(|c| {
            c.eat_dash().then_some(())?;
            c.eat(word!("abad"));
            century_ordinal(c)
        });
        let era = era(c);
        Some(match to {
            Some(to) => centuries(from, to, era),
            None => TimeExpression::Century(signed(from, era)),
        })
    })
}

/// `ke-17-18`, which is one word.
fn two_ordinals(word: &str) -> Option<(i32, i32)> {
    let rest = word
        .get(..3)
        .filter(|head| head.eq_ignore_ascii_case("ke-"))
        .and_then(|head| word.get(head.len()..))?;
    let (from, to) = rest.split_once(['-', '–'])?;
    let to = to.strip_prefix("ke-").unwrap_or(to);
    let number = |digits: &str| {
        let number = digits.parse().ok().or_else(|| crate::time::roman(digits));
        number
            .filter(|n| (1..=30).contains(n))
            .and_then(|n| i32::try_from(n).ok())
    };
    Some((number(from)?, number(to)?))
}

fn century_ordinal(c: &mut Cursor<'_>) -> Option<i32> {
    c.try_to(|c| {
        let number = number::ordinal(c).or_else(|| {
            let n = c.plain(2)?;
            c.at += 1;
            Some(n)
        })?;
        i32::try_from(number).ok().filter(|n| (1..=30).contains(n))
    })
}

/// A century without its head, the second of two: `abad ke-18 dan ke-19`.
pub(super) fn century_number(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    let number = century_ordinal(c)?;
    Some(TimeExpression::Century(signed(number, era(c))))
}

/// The number of a century, negative before the era.
fn signed(number: i32, era: Option<bool>) -> i32 {
    if era == Some(true) { -number } else { number }
}

fn centuries(from: i32, to: i32, era: Option<bool>) -> TimeExpression {
    let of = |number| Box::new(TimeExpression::Century(signed(number, era)));
    TimeExpression::Range(of(from), of(to))
}

/// `SM`, `sebelum Masehi` (true: before), `Masehi`, `M` (false).
fn era(c: &mut Cursor<'_>) -> Option<bool> {
    if c.word() == "SM" {
        c.at += 1;
        return Some(true);
    }
    if c.eat_all(&words!["sebelum", "masehi"]) {
        return Some(true);
    }
    if c.word() == "M" || c.is(word!("masehi")) {
        c.at += 1;
        return Some(false);
    }
    None
}

/// `era 1990-an`, `tahun 80-an`, `dekade 1990-an`, `1990an`, `dekade 1990`, `akhir 90-an`, `1980-1990-an`.
fn decade(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        let parted = c.behind(1).is_some_and(|term| {
            let part = |sense: &Sense| matches!(sense, Sense::Modifier(_));
            term.senses.iter().any(part)
        });
        let headed = c.is(word!("era"))
            || c.is(word!("tahun"))
            || c.is(word!("dekade"))
            || c.is(word!("dasawarsa"))
            || c.is(word!("periode"));
        let by_name = c.is(word!("dekade")) || c.is(word!("dasawarsa"));
        c.at += usize::from(headed);
        if headed && c.is(word!("tahun")) {
            c.at += 1;
        }
        // `era '90-an`, and `band '60-an` without a head: the apostrophe stands for the century.
        let apostrophe = |word: &str| matches!(word, "'" | "’" | "‘");
        let cut = apostrophe(c.word()) || (apostrophe(c.word_behind(1)) && c.glued());
        c.at += usize::from(headed && apostrophe(c.word()));
        let headed = headed || cut;
        let range = c.try_to(|c| {
            let from = c.plain(4)?;
            c.at += 1;
            c.eat_dash().then_some(())?;
            let from = decade_of(from, headed)?;
            let to = decade_number(c, headed)?;
            Some(TimeExpression::Range(Box::new(from), Box::new(to)))
        });
        if range.is_some() {
            return range;
        }
        if let Some(decade) = decade_number(c, headed || parted) {
            return Some(decade);
        }
        let year = c.plain(4)?;
        if by_name && year >= 1000 && year % 10 == 0 {
            c.at += 1;
            return Some(TimeExpression::Decade(i32::try_from(year / 10).ok()?));
        }
        None
    })
}

/// A decade without its head: `1990-an`, and `90-an` where a head or a partner says that it is one.
pub(super) fn decade_number(c: &mut Cursor<'_>, headed: bool) -> Option<TimeExpression> {
    c.try_to(|c| {
        if let Some(decade) = an(c.word(), headed) {
            c.at += 1;
            return Some(TimeExpression::Decade(decade));
        }
        // `'90-an` and `1990 -an` come as more terms.
        let year = c.plain(4)?;
        let suffix = c.key_at(1) == word!("an");
        let dashed = matches!(c.mark_at(1), '-' | '–' | '\'' | '’') && c.key_at(2) == word!("an");
        if !suffix && !dashed {
            return None;
        }
        c.at += if suffix { 2 } else { 3 };
        decade_of(year, headed)
    })
}

fn an(word: &str, headed: bool) -> Option<i32> {
    let stem = word
        .strip_suffix("an")
        .or_else(|| word.strip_suffix("AN"))?;
    let digits = stem
        .strip_suffix('-')
        .unwrap_or(stem)
        .trim_matches(['\'', '’']);
    let number: u32 = digits.parse().ok()?;
    match decade_of(number, headed)? {
        TimeExpression::Decade(decade) => Some(decade),
        _ => None,
    }
}

/// 1990 → 199; 80 → 198 where a head says that it is a year.
fn decade_of(number: u32, headed: bool) -> Option<TimeExpression> {
    let decade = match number {
        1000..=2100 if number.is_multiple_of(10) => number / 10,
        20..=99 if headed && number.is_multiple_of(10) => 190 + number / 10,
        _ => return None,
    };
    Some(TimeExpression::Decade(i32::try_from(decade).ok()?))
}

/// `250 SM`, `tahun 250 SM`, `tahun 117 Masehi`, `pada 632 M`, `(661–750 M)`.
fn year_of_era(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        // `B 1130 SM` is a number plate.
        let letters = c.word_behind(1);
        let plate = letters.len() <= 2 && crate::text::is_capitalised(letters);
        let opens = letters == "(";
        let cued = guard::year_cue(c) || beside_era(c, &["H", "Hijriah", "Hijriyah"]);
        let headed = c.eat(word!("tahun"));
        if !headed && plate {
            return None;
        }
        let from = year_number(c)?;
        let mut short = c.word() == "M";
        let own = era(c);
        let to = c.try_to(|c| {
            c.eat_dash().then_some(())?;
            c.eat(word!("tahun"));
            year_number(c)
        });
        short |= c.word() == "M";
        let before = match to {
            Some(_) => era(c).or(own),
            None => own,
        }?;
        // `100 M` is a length or a sum unless something says that it is a year.
        let dated = headed || cued || (opens && to.is_some());
        if (short && !dated) || from == 0 {
            return None;
        }
        let of = |year, before| {
            if before {
                TimeExpression::YearBefore(year)
            } else {
                TimeExpression::YearOfEra(year)
            }
        };
        Some(match to {
            Some(to) => TimeExpression::Range(
                Box::new(of(from, own.unwrap_or(before))),
                Box::new(of(to, before)),
            ),
            None => of(from, before),
        })
    })
}

/// `132 H/750 M`, `132 H (750 M)`: whether the year of another era stands before the cursor.
pub(super) fn beside_era(c: &Cursor<'_>, eras: &[&str]) -> bool {
    matches!(c.mark_behind(1), '/' | '(') && eras.contains(&c.word_behind(2))
}

/// A year of any length.
pub(super) fn year_number(c: &mut Cursor<'_>) -> Option<u32> {
    let year = c.plain(4).or_else(|| match c.numeral() {
        Some(Numeral::Grouped(year)) => u32::try_from(year).ok(),
        _ => None,
    })?;
    c.at += 1;
    Some(year)
}

/// `Maret`, `bulan Juni 2025`, `2025`, `tahun 2025`: a month or a year by itself.
pub(super) fn month_or_year(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        let (expression, about) =
            date::date(c).map_or_else(|| (year(c), false), |(date, about)| (Some(date), about));
        let expression = expression.filter(|_| !about)?;
        let TimeExpression::Date(fields) = expression else {
            return None;
        };
        let bare = Fields {
            year: fields.year,
            month: fields.month,
            lean: fields.lean,
            ..Fields::default()
        };
        (fields == bare).then_some(expression)
    })
}

/// `tahun 1987`, `2019-2024`, `2006`; where a bare year may stand is for `guard` to say.
fn year(c: &mut Cursor<'_>) -> Option<TimeExpression> {
    c.try_to(|c| {
        let start = c.at;
        c.eat(word!("tahun"));
        let headed = c.at > start;
        let YearRef::Written(year) = date::written_year(c)? else {
            return None;
        };
        if let Some(to) = until(c, year) {
            pass_ago(c);
            return Some(TimeExpression::Range(
                Box::new(year_of(year)),
                Box::new(year_of(to)),
            ));
        }
        let mut fields = Fields {
            year: Some(YearRef::Written(year)),
            ..Fields::default()
        };
        if headed
            || !c
                .peek(0)
                .is_some_and(|next| next.kind == TokenKind::Numeral)
        {
            // `Super 1000 ini` points at a tournament, `2025 ini` at a year.
            let recent = headed || year >= 1900;
            fields.lean = date::direction(&mut c.clone()).filter(|lean| match lean {
                crate::time::Lean::Last | crate::time::Lean::Coming => true,
                crate::time::Lean::This => recent,
                crate::time::Lean::Next => false,
            });
            if fields.lean.is_some() {
                date::direction(c);
            }
        }
        Some(TimeExpression::Date(fields))
    })
}
