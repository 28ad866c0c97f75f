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

/// The productions: first those that have another expression in them or recur, then those without a modifier.
const PRODUCTIONS: [Production; 15] = [
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

/// A set of productions: a bit each, by their place in the table.
#[derive(Clone, Copy)]
pub(super) struct Choice(u16);

/// Every production.
pub(super) const ALL: Choice = Choice((1 << PRODUCTIONS.len()) - 1);

/// Those that have no modifier of their own.
pub(super) const UNMODIFIED: Choice = Choice(ALL.0 & !0b11);

/// What no expression begins with that is in none of these; most words are in none.
pub(in crate::id) const FIRST: Classes = first_of(&PRODUCTIONS).or(guard::CITED);

const fn first_of(productions: &[Production]) -> Classes {
    let mut first = Classes::NONE;
    let mut rest = productions;
    while let [production, others @ ..] = rest {
        first = first.or(production.first);
        rest = others;
    }
    first
}

/// For each class the productions that can begin with it.
#[allow(
    clippy::indexing_slicing,
    reason = "a constant: the compiler checks the index"
)]
const BEGINNING: [u16; 64] = {
    let mut table = [0; 64];
    let mut class = 0;
    while class < table.len() {
        table[class] = beginning_with(class);
        class += 1;
    }
    table
};

const fn beginning_with(class: usize) -> u16 {
    let (mut set, mut bit) = (0, 1);
    let mut rest: &[Production] = &PRODUCTIONS;
    while let [production, others @ ..] = rest {
        if production.first.bits() >> class & 1 == 1 {
            set |= bit;
        }
        bit <<= 1;
        rest = others;
    }
    set
}

/// The productions of a choice that can begin with the term at the cursor.
fn beginning(choice: Choice, c: &Cursor<'_>) -> u16 {
    let classes = c.classes().each();
    let begun = classes.map(|class| BEGINNING.get(class).copied().unwrap_or(0));
    begun.fold(0, |all, some| all | some) & choice.0
}

/// The longest expression by one of the productions, and its name; by the first of those that are equally long.
pub(super) fn longest(
    choice: Choice,
    c: &mut Cursor<'_>,
    feasts: &Feasts,
) -> Option<(Node, &'static str)> {
    let start = *c;
    let mut best = None;
    let mut open = beginning(choice, &start);
    debug_assert!(tells_its_beginning(choice.0 & !open, &start, feasts));
    let numbered = DIGITS.meets(start.classes());
    while open != 0 {
        let place = open.trailing_zeros();
        open &= open - 1;
        let Some(production) = PRODUCTIONS.get(place as usize) else {
            break;
        };
        if numbered && !start.peek(1).is_none_or(production.behind_digits) {
            debug_assert!(tells_its_beginning(1 << place, &start, feasts));
            continue;
        }
        let mut at = start;
        if let Some(node) = (production.read)(&mut at, feasts)
            && at.at > c.at
        {
            c.at = at.at;
            best = Some((node, production.name));
        }
    }
    best
}

/// Whether none of the productions finds anything here, as the table says.
fn tells_its_beginning(left_out: u16, c: &Cursor<'_>, feasts: &Feasts) -> bool {
    let out = PRODUCTIONS.iter().enumerate();
    out.filter(|(place, _)| left_out >> place & 1 == 1)
        .all(|(_, production)| (production.read)(&mut c.clone(), feasts).is_none())
}
