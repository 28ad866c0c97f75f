//! The table of productions: what each is called, what its first term can be, and how it is read.

use super::{
    amount, approximately, clock, date, day, days_with_clock, feast, guard, modified, near, period,
    set,
};
use crate::text::word;
use crate::time::Class::{
    ClockTime, Decimal, Deictic, Digits, Feast, FourDigits, Fraction, Grouped, HijriMonth, Many,
    Mixed, Modifier, Month, Number, One, OpensClock, OpensDate, OpensFeast, OpensModifier,
    OpensNear, OpensPart, OpensPeriod, OpensReference, OpensSet, Pair, Part, ShortMonth,
    ShortWeekday, TwoDigits, Unit, Vague, Weekday, WholeDate,
};
use crate::time::{Classes, Cursor, Feasts, Node, Term};

/// A rule of the grammar.
pub(super) struct Production {
    /// What `sorot explain` calls it.
    name: &'static str,
    /// What its first term can be: where that is none of these, the rule is not tried.
    first: Classes,
    /// Where its first term is a number in digits, whether it can go on with the second.
    behind_digits: fn(&Term<'_>) -> bool,
    read: fn(&mut Cursor<'_>, &Feasts) -> Option<Node>,
}

/// A number in digits that is no clock and no date.
const DIGITS: Classes = Classes::of(&[TwoDigits, FourDigits, Digits, Grouped, Decimal]);

/// Any term can stand behind the digits, or no production of the kind begins with digits.
fn any(_: &Term<'_>) -> bool {
    true
}

/// What has another expression in it, or recurs.
pub(super) const COMPOSED: [Production; 2] = [
    Production {
        name: "modified",
        first: Classes::of(&[Modifier, OpensModifier]),
        behind_digits: any,
        read: modified,
    },
    Production {
        name: "set",
        first: Classes::of(&[OpensSet, One, Number, TwoDigits, Mixed]),
        behind_digits: |next| next.key == word!("kali"),
        read: |c, _| set::set(c),
    },
];

/// An expression without a modifier of its own.
pub(super) const UNMODIFIED: [Production; 13] = [
    Production {
        name: "known day",
        first: Classes::of(&[OpensDate, Number, TwoDigits, Pair]),
        behind_digits: |next| next.classes.meets(date::MONTHS),
        read: |c, _| feast::known_day(c).map(Node::from),
    },
    Production {
        name: "event lately",
        first: Classes::of(&[Deictic]),
        behind_digits: any,
        read: |c, _| day::event_lately(c).map(Node::from),
    },
    Production {
        name: "night spent",
        first: Classes::of(&[OpensDate]),
        behind_digits: any,
        read: |c, _| day::night_spent(c).map(Node::from),
    },
    Production {
        name: "date",
        first: Classes::of(&[
            Month,
            ShortMonth,
            Weekday,
            ShortWeekday,
            Deictic,
            Part,
            Unit,
            Number,
            OpensDate,
            OpensPart,
            TwoDigits,
            Pair,
            WholeDate,
        ]),
        behind_digits: |next| next.is_dash() || next.classes.meets(date::MONTHS),
        read: |c, _| date::date(c).map(approximately),
    },
    Production {
        name: "clock",
        first: Classes::of(&[OpensClock, ClockTime, Fraction, Unit]),
        behind_digits: any,
        read: |c, _| clock::clock(c).map(approximately),
    },
    Production {
        name: "near",
        first: Classes::of(&[Unit, Part, Deictic, Modifier, OpensNear, OpensPart]),
        behind_digits: any,
        read: |c, _| near::near(c).map(Node::from),
    },
    Production {
        name: "amount",
        first: Classes::of(&[
            One, Many, Vague, Fraction, Number, TwoDigits, FourDigits, Digits, Grouped, Decimal,
            Mixed,
        ]),
        behind_digits: amount::goes_on,
        read: |c, _| amount::shift(c).map(|node| days_with_clock(c, node)),
    },
    Production {
        name: "period",
        first: Classes::of(&[
            Unit,
            OpensPeriod,
            TwoDigits,
            FourDigits,
            Digits,
            Grouped,
            Pair,
            Mixed,
        ]),
        behind_digits: any,
        read: |c, _| period::period(c).map(Node::from),
    },
    Production {
        name: "feast's eve",
        first: Classes::of(&[Unit, OpensFeast, Mixed]),
        behind_digits: any,
        read: |c, feasts| feast::around(c, feasts).map(Node::from),
    },
    Production {
        name: "Hijri date",
        first: Classes::of(&[
            HijriMonth, Number, Unit, OpensFeast, OpensDate, TwoDigits, FourDigits, Digits, Grouped,
        ]),
        behind_digits: feast::goes_on,
        read: |c, _| feast::hijri(c).map(Node::from),
    },
    Production {
        name: "feast",
        first: Classes::of(&[Feast]),
        behind_digits: any,
        read: |c, feasts| feast::named(c, feasts).map(Node::from),
    },
    Production {
        name: "prayer",
        first: Classes::of(&[Part, OpensPart]),
        behind_digits: any,
        read: |c, _| day::prayer(c).map(Node::from),
    },
    Production {
        name: "reference",
        first: Classes::of(&[Vague, OpensReference]),
        behind_digits: any,
        read: |c, _| day::reference(c).map(Node::from),
    },
];

/// What no expression begins with that is in none of these; most words are in none.
pub(in crate::id) const FIRST: Classes = first_of(&COMPOSED)
    .or(first_of(&UNMODIFIED))
    .or(guard::CITED);

const fn first_of(productions: &[Production]) -> Classes {
    let mut first = Classes::NONE;
    let mut rest = productions;
    while let [production, others @ ..] = rest {
        first = first.or(production.first);
        rest = others;
    }
    first
}

/// Whether a production can begin with the two terms at the cursor.
fn begins(production: &Production, c: &Cursor<'_>) -> bool {
    let first = c.classes();
    production.first.meets(first)
        && (!DIGITS.meets(first) || c.peek(1).is_none_or(production.behind_digits))
}

/// The longest expression by one of the productions, and its name; by the first of those that are equally long.
pub(super) fn longest<'p>(
    productions: impl IntoIterator<Item = &'p Production>,
    c: &mut Cursor<'_>,
    feasts: &Feasts,
) -> Option<(Node, &'static str)> {
    let start = *c;
    let mut best = None;
    for production in productions {
        let mut at = start;
        if !begins(production, &start) {
            debug_assert!(
                (production.read)(&mut at, feasts).is_none(),
                "`{}` can begin with `{}`, and does not say so",
                production.name,
                start.word(),
            );
            continue;
        }
        if let Some(node) = (production.read)(&mut at, feasts)
            && at.at > c.at
        {
            c.at = at.at;
            best = Some((node, production.name));
        }
    }
    best
}
