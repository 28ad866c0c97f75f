//! Amounts of time and what stands behind them.
//!
//! `amount := count unit (count unit)* | "sehari" | "berhari-hari" | count ("-" | "hingga") count unit`,
//! then `lalu` (a point), `lagi` (a point), `terakhir` (a window), `ke depan` (a window), `kemudian` (from a mention),
//! `sekali` (a set), or nothing (a duration).

use super::number;
use crate::text::{WordKey, word, words};
use crate::time::{
    Amount, Class, Classes, Count, Cursor, Modifier, Node, Recurring, Sense, Term, TimeExpression,
    Toward, Unit,
};

/// Whether an amount can go on, behind a number in digits, with this term.
pub(super) fn goes_on(next: &Term<'_>) -> bool {
    const COUNTING: Classes = Classes::of(&[Class::Unit, Class::Scale, Class::Fraction]);
    next.classes.meets(COUNTING)
        || next.is_dash()
        || words!["hingga", "sampai", "atau", "s.d", "s", "x", "×", "kali"].contains(&next.key)
}

/// An amount with its direction. `tiga tahun lalu`, `dua tahun terakhir`, `sepekan ke depan`, `tiga jam`.
pub(super) fn shift(c: &mut Cursor<'_>) -> Option<Node> {
    // `selama tiga bulan sesudahnya` lasts three months; it does not lie three months on.
    let lasting = c.is_after(&words!["selama", "sepanjang"]);
    // `Selang dua hari, …`, `Berselang sepekan, …`: that much later.
    let elapsed = c.is_after(&words!["selang", "berselang"]);
    let written = *c;
    let amount = amount(c)?;
    let mut modifier = None;
    if c.is(word!("ini")) && points_at_person(&written, &amount) {
        return Some(Node::from(TimeExpression::Duration {
            amount,
            window: None,
        }));
    }
    // `empat tahun lebih muda` compares.
    let compares = COMPARED.contains(&c.key_at(1));
    if c.is(word!("lebih")) && !compares {
        c.at += 1;
        modifier = Some(Modifier::MoreThan);
    }
    let expression = directed(c, amount, lasting, elapsed && c.mark() == ',');
    Some(Node {
        expression,
        modifier,
    })
}

/// Words that `lebih` compares by.
const COMPARED: [WordKey; 19] = words![
    "dari", "lama", "muda", "tua", "cepat", "lambat", "awal", "panjang", "pendek", "singkat",
    "banyak", "sedikit", "besar", "kecil", "tinggi", "rendah", "baik", "dulu", "dahulu",
];

fn directed(c: &mut Cursor<'_>, amount: Amount, lasting: bool, elapsed: bool) -> TimeExpression {
    let vague = amount.is_vague();
    let point = |amount: Amount, toward: Toward| {
        if vague {
            TimeExpression::Ref(toward)
        } else {
            TimeExpression::Shift { amount, toward }
        }
    };
    if past(c) {
        return point(amount, Toward::Past);
    }
    if c.eat(word!("lagi")) {
        return point(amount, Toward::Future);
    }
    if c.eat(word!("terakhir"))
        || c.eat(word!("belakangan"))
        || c.eat(word!("ini"))
        || c.eat_all(&words!["ke", "belakang"])
    {
        c.eat(word!("ini"));
        return TimeExpression::Duration {
            amount,
            window: Some(Toward::Past),
        };
    }
    if future_window(c) {
        return TimeExpression::Duration {
            amount,
            window: Some(Toward::Future),
        };
    }
    if c.eat(word!("sekali"))
        && let Some((count, unit)) = amount.single()
    {
        return TimeExpression::Set {
            base: Recurring::Period(count, unit),
            times: Some(1),
        };
    }
    let toward = if lasting {
        None
    } else if c.eat_any(&words![
        "kemudian",
        "setelahnya",
        "sesudahnya",
        "berikutnya",
        "selanjutnya",
        "berselang",
    ]) || c.eat_all(&words!["setelah", "itu"])
        || elapsed
    {
        Some(Toward::Future)
    } else if c.eat(word!("sebelumnya")) || c.eat_all(&words!["sebelum", "itu"]) {
        Some(Toward::Past)
    } else {
        None
    };
    match toward {
        Some(toward) if !vague => TimeExpression::FromMention {
            amount,
            toward,
            part: None,
            counted: true,
        },
        _ => TimeExpression::Duration {
            amount,
            window: None,
        },
    }
}

/// `lalu`, `yang lalu`, `silam`, `lampau`, `yl`.
pub(super) fn past(c: &mut Cursor<'_>) -> bool {
    let yang = usize::from(c.is(word!("yang")));
    let word = c.key_at(yang);
    let traffic = words!["lintas", "lalang"].contains(&c.key_at(yang + 1));
    let found = (!traffic && words!["lalu", "silam", "lampau"].contains(&word))
        || (yang == 0 && words!["yl", "yll"].contains(&word));
    if found {
        c.at += yang + 1;
    }
    found
}

fn future_window(c: &mut Cursor<'_>) -> bool {
    c.eat_all(&words!["ke", "depan"])
        || c.eat_all(&words!["ke", "muka"])
        || c.eat_all(&words!["yang", "akan", "datang"])
        || c.eat_all(&words!["akan", "datang"])
        || c.eat_all(&words!["yang", "mendatang"])
        || c.eat(word!("mendatang"))
}

/// Signs before a sum of money: the unit of time behind such a number is not its own, `Rp 6 triliun tahun lalu`.
const CURRENCIES: [WordKey; 14] = words![
    "rp", "idr", "usd", "us$", "$", "€", "eur", "£", "¥", "sgd", "s$", "rm", "aud", "rupiah",
];

/// An amount of time.
pub(super) fn amount(c: &mut Cursor<'_>) -> Option<Amount> {
    let sign = c.key_behind(if c.mark_behind(1) == '.' { 2 } else { 1 });
    if CURRENCIES.contains(&sign) {
        return None;
    }
    c.try_to(|c| {
        if let Some(unit) = c.eat_sense(|sense| match sense {
            Sense::Many(unit) => Some(unit),
            _ => None,
        }) {
            return Some(Amount::of(Count::Vague, unit));
        }
        let first = one(c)?;
        if let Pair::Range(low, high, unit) = first {
            return Some(Amount {
                parts: vec![(low, unit)],
                upto: Some(high),
            });
        }
        let Pair::One(count, unit) = first else {
            return None;
        };
        let mut amount = Amount::of(count, unit);
        // `sehari semalam`, `tiga hari dua malam`: the nights are inside the days.
        if unit == Unit::Day && c.eat(word!("semalam")) {
            return Some(amount);
        }
        while let Some((_, last)) = amount.parts.last().copied() {
            let more = c.try_to(|c| {
                if !c.eat(word!("dan")) {
                    c.eat(word!(","));
                    c.eat(word!("dan"));
                }
                match one(c)? {
                    Pair::One(Count::Exact(n), smaller) if is_next_smaller(last, smaller) => {
                        Some((Count::Exact(n), smaller))
                    }
                    _ => None,
                }
            });
            match more {
                Some((_, Unit::Night)) if last == Unit::Day => {}
                Some(part) if amount.parts.len() < 6 => amount.parts.push(part),
                _ => break,
            }
        }
        Some(amount)
    })
}

/// Whether two units make one amount: `empat tahun enam bulan`, `dua jam 30 menit`; `sepekan, 90 menit` are two.
fn is_next_smaller(unit: Unit, smaller: Unit) -> bool {
    matches!(
        (unit, smaller),
        (Unit::Century, Unit::Year | Unit::Decade)
            | (Unit::Decade, Unit::Year)
            | (Unit::Year, Unit::Month | Unit::Week | Unit::Day)
            | (Unit::Month, Unit::Week | Unit::Day)
            | (Unit::Week, Unit::Day)
            | (Unit::Day, Unit::Night | Unit::Hour | Unit::Minute)
            | (Unit::Hour, Unit::Minute | Unit::Second)
            | (Unit::Minute, Unit::Second)
    )
}

enum Pair {
    One(Count, Unit),
    Range(Count, Count, Unit),
}

/// One count with its unit, or a range of counts with one unit.
fn one(c: &mut Cursor<'_>) -> Option<Pair> {
    if let Some(unit) = c.eat_sense(|sense| match sense {
        Sense::One(unit) => Some(unit),
        _ => None,
    }) {
        // `sehari hari` is `sehari-hari`: daily, no day.
        if unit == Unit::Day && c.is(word!("hari")) {
            return None;
        }
        let half = c.is(word!("setengah"));
        c.at += usize::from(half);
        return Some(Pair::One(
            Count::Exact(if half { 1500 } else { 1000 }),
            unit,
        ));
    }
    c.try_to(|c| {
        let year = c.plain(4).filter(|n| (1900..=2100).contains(n));
        let written = *c;
        let low = number::count(c)?;
        let bare = scale_behind(c).is_none();
        let upper = c.try_to(|c| {
            (c.eat_dash()
                || c.eat_all(&words!["sampai", "dengan"])
                || c.eat_any(&words!["hingga", "sampai", "atau"])
                || c.eat(word!("s.d"))
                || c.eat_all(&words!["s", "/", "d"]))
            .then_some(())?;
            c.eat(word!("."));
            number::count(c)
        });
        // `100-120 juta tahun`: both ends are of the scale.
        let low = match (upper, low, scale_behind(c)) {
            (Some(_), Count::Exact(low), Some(scale)) if bare => {
                Count::Exact(low.checked_mul(scale)?)
            }
            _ => low,
        };
        let unit = unit(c)?;
        if belongs_elsewhere(c, year, unit) || is_of_name(&written, c, low, unit) {
            return None;
        }
        Some(match upper {
            Some(high) => Pair::Range(low, high, unit),
            None => Pair::One(low, unit),
        })
    })
}

/// The scale word, `juta`, that was just passed.
fn scale_behind(c: &Cursor<'_>) -> Option<i64> {
    c.behind(1)?.senses.iter().find_map(|sense| match sense {
        Sense::Scale(scale) if *scale >= 1000 => Some(*scale),
        _ => None,
    })
}

/// Whether the unit just passed is not counted by the number before it: `Piala Uber 2026 hari ini`, where the number is
/// a year, and `SNI 1726 tahun 2012`, where the number is one of a list and the year is the unit's own.
fn belongs_elsewhere(c: &Cursor<'_>, year: Option<u32>, unit: Unit) -> bool {
    let near = words!["ini", "lalu", "depan", "mendatang"].contains(&c.key());
    let days = matches!(unit, Unit::Day | Unit::Week | Unit::Month);
    if year.is_some_and(|year| days && (near || year % 100 != 0)) {
        return true;
    }
    let dated = c.plain(4).is_some_and(|n| (1900..=2100).contains(&n));
    let ranged = matches!(c.mark_at(1), '-' | '–' | '—');
    unit == Unit::Year && dated && !ranged
}

/// Whether the number is a name's, a level's or a sum's, and the unit behind it the direction's: `Liga 1 pekan ini`, `level
/// 7.222 pekan lalu`, `1,2 juta tahun ini`. `N tahun ini` counts only behind `dalam`, `selama` …, or where N is small.
fn is_of_name(written: &Cursor<'_>, c: &Cursor<'_>, count: Count, unit: Unit) -> bool {
    let digits = written.numeral().is_some();
    let (this, directed) = (
        c.is(word!("ini")),
        c.is(word!("ini")) || c.is(word!("depan")) || past(&mut c.clone()),
    );
    if !digits || !directed || unit < Unit::Day || lasting(written) {
        return false;
    }
    let Count::Exact(thousandths) = count else {
        return false;
    };
    let numbered = written.behind(1).is_some_and(|term| {
        term.senses
            .iter()
            .any(|sense| matches!(sense, Sense::EventHead | Sense::Unit(Unit::Week)))
    });
    let large = if unit == Unit::Year {
        this && thousandths > 120_000
    } else {
        thousandths >= 1_000_000 || (this && thousandths > 31_000)
    };
    // `tiga pekan ke depan` says its preposition: `Kereta 3 pekan depan` is a train, and next week.
    numbered || large || c.is(word!("depan")) || (this && thousandths <= 1000)
}

/// Whether the words before say that an amount is meant: `dalam 30 tahun ini`, `sudah 5 hari ini`.
fn lasting(c: &Cursor<'_>) -> bool {
    const WORDS: [WordKey; 14] = words![
        "dalam",
        "selama",
        "sepanjang",
        "sudah",
        "telah",
        "hampir",
        "lebih",
        "dari",
        "kurun",
        "sekitar",
        "waktu",
        "antara",
        "setelah",
        "sejak",
    ];
    c.is_after(&WORDS)
}

/// Whether `ini` behind an amount points at who is so old, not at the time until now: `pelatih 66 tahun ini`.
fn points_at_person(written: &Cursor<'_>, amount: &Amount) -> bool {
    let old = match amount.single() {
        Some((Count::Exact(thousandths), Unit::Year)) => thousandths >= 10_000,
        _ => false,
    };
    super::is_age(written) || (old && written.numeral().is_some() && !lasting(written))
}

/// A unit behind a number, with `kerja` in `hari kerja`.
fn unit(c: &mut Cursor<'_>) -> Option<Unit> {
    let unit = c.eat_sense(|sense| match sense {
        Sense::Unit(unit) => Some(unit),
        _ => None,
    })?;
    if unit == Unit::Day {
        c.eat(word!("kerja"));
    }
    Some(unit)
}
