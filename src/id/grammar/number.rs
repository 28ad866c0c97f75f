//! Numbers: `dua puluh tiga`, `2,5`, `satu setengah`, `1x24`.

use crate::text::{Numeral, word, words};
use crate::time::{Class, Classes, Count, Cursor, Sense};

/// A number in words: `dua puluh tiga`, `seratus lima`, `dua belas`. Passes it.
pub(super) fn words(c: &mut Cursor<'_>) -> Option<i64> {
    const SAID: Classes = Classes::of(&[Class::Number, Class::Scale, Class::Teen]);
    if !c.classes().meets(SAID) {
        return None;
    }
    let (mut total, mut group, mut digit) = (0_i64, 0_i64, None::<i64>);
    let start = c.at;
    loop {
        let next = c.sense(|sense| match sense {
            Sense::Number(_) | Sense::Scale(_) | Sense::Teen => Some(sense),
            _ => None,
        });
        match next {
            Some(Sense::Number(n)) if n >= 1000 && c.at == start => total = n,
            Some(Sense::Number(100)) if digit.is_none() && group == 0 => group = 100,
            Some(Sense::Number(n))
                if (10..100).contains(&n) && digit.is_none() && group % 100 == 0 =>
            {
                group += n;
            }
            Some(Sense::Number(n))
                if n < 10 && digit.is_none() && (group % 10 == 0 && group % 100 != 10) =>
            {
                digit = Some(n);
            }
            Some(Sense::Teen) => {
                let Some(units) = digit.take() else { break };
                group += units + 10;
            }
            Some(Sense::Scale(scale @ (10 | 100))) => {
                let Some(units) = digit.take() else { break };
                group += units * scale;
            }
            Some(Sense::Scale(scale)) if c.at > start => {
                let Some(more) = (group + digit.take().unwrap_or(0)).checked_mul(scale) else {
                    break;
                };
                if more == 0 {
                    break;
                }
                total = total.checked_add(more)?;
                group = 0;
            }
            _ => break,
        }
        c.at += 1;
    }
    (c.at > start).then(|| total + group + digit.unwrap_or(0))
}

/// A whole number from 0 to 99, in digits or words.
pub(super) fn small(c: &mut Cursor<'_>) -> Option<u32> {
    if let Some(n) = c.plain(2) {
        c.at += 1;
        return Some(n);
    }
    c.try_to(|c| {
        words(c)
            .and_then(|n| u32::try_from(n).ok())
            .filter(|n| *n < 100)
    })
}

/// An ordinal: `ke-3`, `ke 3`, `kedua`, `III`, `kesembilan belas`.
pub(super) fn ordinal(c: &mut Cursor<'_>) -> Option<u32> {
    let word = c.word();
    if let Some(n) = prefixed(word) {
        c.at += 1;
        return Some(n);
    }
    if let Some(n) = crate::time::roman(word) {
        c.at += 1;
        return Some(n);
    }
    if c.is(word!("ke")) && (c.mark_at(1) == '-' || c.plain(2).is_none()) {
        let dash = usize::from(c.mark_at(1) == '-');
        let mut ahead = *c;
        ahead.at += 1 + dash;
        if let Some(n) = ahead.plain(2) {
            c.at = ahead.at + 1;
            return Some(n);
        }
        // `KE-DELAPAN` comes as three terms, `ke-delapan` as one.
        let number = ahead.sense(|sense| match sense {
            Sense::Number(n @ 1..=9) => u32::try_from(n).ok(),
            _ => None,
        });
        if let Some(n) = number.filter(|_| dash == 1) {
            c.at = ahead.at + 1;
            return Some(n);
        }
    }
    let n = c.eat_sense(|sense| match sense {
        Sense::Ordinal(n) => Some(n),
        _ => None,
    })?;
    if n < 10 && c.eat(word!("belas")) {
        return Some(n + 10);
    }
    if n < 10 && c.eat(word!("puluh")) {
        let units = words(c)
            .and_then(|units| u32::try_from(units).ok())
            .unwrap_or(0);
        return Some(n * 10 + units);
    }
    Some(n)
}

/// `ke-19` → 19.
fn prefixed(word: &str) -> Option<u32> {
    let rest = word
        .get(..3)
        .filter(|head| head.eq_ignore_ascii_case("ke-"))?;
    let number = word.get(rest.len()..)?;
    number.parse().ok().or_else(|| crate::time::roman(number))
}

/// How many: `tiga`, `2,5`, `satu setengah`, `setengah`, `1x24`, `beberapa`. Passes it.
pub(super) fn count(c: &mut Cursor<'_>) -> Option<Count> {
    if let Some(fraction) = c.eat_sense(|sense| match sense {
        Sense::Fraction(thousandths) => Some(thousandths),
        _ => None,
    }) {
        return Some(Count::Exact(fraction));
    }
    if c.eat_sense(|sense| matches!(sense, Sense::Vague).then_some(()))
        .is_some()
    {
        return Some(Count::Vague);
    }
    if let Some(product) = times(c) {
        return Some(Count::whole(product));
    }
    let thousandths = match c.numeral() {
        Some(Numeral::Plain(n, width)) if width <= 9 => {
            c.at += 1;
            scaled(c, i64::try_from(n).ok()? * 1000)?
        }
        Some(Numeral::Grouped(n)) => {
            c.at += 1;
            i64::try_from(n).ok()?.checked_mul(1000)?
        }
        Some(Numeral::Decimal(thousandths)) => {
            c.at += 1;
            scaled(c, thousandths)?
        }
        Some(_) => return None,
        None => {
            let whole = words(c)?.checked_mul(1000)?;
            if c.is(word!("koma")) {
                c.try_to(|c| {
                    c.at += 1;
                    words(c).filter(|n| *n < 10)
                })
                .map_or(whole, |tenths| whole + tenths * 100)
            } else if c.is(word!("perempat")) && (1000..4000).contains(&whole) {
                c.at += 1;
                whole / 4
            } else {
                whole
            }
        }
    };
    let half = c.is(word!("setengah"))
        && c.peek(1)
            .is_some_and(|next| next.senses.iter().any(|s| matches!(s, Sense::Unit(_))));
    if half {
        c.at += 1;
    }
    Some(Count::Exact(thousandths + if half { 500 } else { 0 }))
}

/// `20 ribu`, `4,5 miliar`: digits with a scale word.
fn scaled(c: &mut Cursor<'_>, thousandths: i64) -> Option<i64> {
    let scale = c.eat_sense(|sense| match sense {
        Sense::Scale(scale) if scale >= 1000 => Some(scale),
        _ => None,
    });
    thousandths.checked_mul(scale.unwrap_or(1))
}

/// `1x24`, `2 x 24`, `dua kali 24`: a product before a unit.
fn times(c: &mut Cursor<'_>) -> Option<i64> {
    let word = c.word();
    if let Some((left, right)) = word.split_once(['x', 'X', '×'])
        && let (Ok(left), Ok(right)) = (left.parse::<i64>(), right.parse::<i64>())
    {
        c.at += 1;
        return left.checked_mul(right);
    }
    c.try_to(|c| {
        let left = small(c)?;
        if !c.eat_any(&words!["x", "×", "kali"]) {
            return None;
        }
        let right = c.plain(2)?;
        c.at += 1;
        (right >= 12).then(|| i64::from(left * right))
    })
}
