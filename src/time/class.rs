//! What a term can be, as a set of classes: the kinds of its senses, and the shape of its digits.
//!
//! A set is one number with a bit a class, so that "can a date begin here?" costs one AND, whatever a date can begin
//! with.

use crate::text::Numeral;
use std::iter;

/// One thing that a term can be. The first are the kinds of [`Sense`](super::Sense); then come what the words of
/// [`Sense::Opener`](super::Sense::Opener) open, and the shapes of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
#[allow(missing_docs, reason = "each is what the sense of its name is")]
pub enum Class {
    Month,
    ShortMonth,
    HijriMonth,
    Weekday,
    ShortWeekday,
    Number,
    Scale,
    Teen,
    Vague,
    Fraction,
    Ordinal,
    Unit,
    One,
    Many,
    Part,
    Deictic,
    Modifier,
    Zone,
    Season,
    Feast,
    Signal,
    YearCue,
    YearNoun,
    EventHead,
    Counted,
    Future,
    Past,
    Former,
    Telling,
    Unformed,
    Speech,
    NameHead,
    PersonHead,
    Suffix,
    ClauseEnd,
    And,
    ClauseOpening,
    /// Opens a modifier of more than one word: `lebih dari`.
    OpensModifier,
    /// Opens a set: `setiap`.
    OpensSet,
    /// Opens a date or a day: `tanggal`, `hari ini`.
    OpensDate,
    /// Opens a part of the day of two words: `dini hari`.
    OpensPart,
    /// Opens a clock: `pukul`.
    OpensClock,
    /// Opens what is counted from a mention: `keesokan`.
    OpensNear,
    /// Opens a period: `musim`.
    OpensPeriod,
    /// Opens a feast or an anniversary: `HUT`.
    OpensFeast,
    /// Opens a reference without a date: `saat ini`.
    OpensReference,
    /// One or two digits.
    TwoDigits,
    /// Four digits: a year, perhaps.
    FourDigits,
    /// Digits alone, of another number.
    Digits,
    /// [`Numeral::Grouped`].
    Grouped,
    /// [`Numeral::Decimal`].
    Decimal,
    /// [`Numeral::Clock`].
    ClockTime,
    /// [`Numeral::Pair`].
    Pair,
    /// [`Numeral::Date`] and [`Numeral::Instant`].
    WholeDate,
    /// A numeral of no known shape.
    Code,
    /// A word with digits in it: `ke-19`, `1990-an`, `H-7`, `2x24`.
    Mixed,
    /// A word with hyphens that has no sense as a whole.
    Hyphened,
}

/// A set of classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u64);

impl Classes {
    /// The set of nothing: what most words are.
    pub const NONE: Self = Self(0);

    /// The set of these classes.
    #[must_use]
    pub const fn of(classes: &[Class]) -> Self {
        let mut set = Self::NONE;
        let mut rest = classes;
        while let [first, others @ ..] = rest {
            set = set.with(*first);
            rest = others;
        }
        set
    }

    /// This set and a class more.
    #[must_use]
    pub const fn with(self, class: Class) -> Self {
        Self(self.0 | 1 << class as u8)
    }

    /// This set and another.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The set as a number: for each class the bit of its place among them.
    #[must_use]
    pub const fn bits(self) -> u64 {
        self.0
    }

    /// The places of its classes among all, in order.
    pub fn each(self) -> impl Iterator<Item = usize> {
        let mut rest = self.0;
        iter::from_fn(move || {
            let place = (rest != 0).then(|| rest.trailing_zeros() as usize)?;
            rest &= rest - 1;
            Some(place)
        })
    }

    /// Whether the sets share a class.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether the class is in the set.
    #[must_use]
    pub const fn has(self, class: Class) -> bool {
        self.meets(Self::NONE.with(class))
    }
}

impl From<Option<Numeral>> for Class {
    /// The class of a numeral token by its shape.
    fn from(numeral: Option<Numeral>) -> Self {
        match numeral {
            Some(Numeral::Plain(_, 1 | 2)) => Self::TwoDigits,
            Some(Numeral::Plain(_, 4)) => Self::FourDigits,
            Some(Numeral::Plain(..)) => Self::Digits,
            Some(Numeral::Grouped(_)) => Self::Grouped,
            Some(Numeral::Decimal(_)) => Self::Decimal,
            Some(Numeral::Clock { .. }) => Self::ClockTime,
            Some(Numeral::Pair(..)) => Self::Pair,
            Some(Numeral::Date(..) | Numeral::Instant { .. }) => Self::WholeDate,
            None => Self::Code,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Class, Classes};

    #[test]
    fn a_set_has_what_was_put_into_it() {
        let days = Classes::of(&[Class::Month, Class::Mixed]);
        assert!(days.has(Class::Month) && days.has(Class::Mixed) && !days.has(Class::Weekday));
        assert!(days.meets(Classes::of(&[Class::Weekday, Class::Month])));
        assert!(!days.meets(Classes::NONE.with(Class::Code)));
        assert_eq!(days.or(Classes::NONE), days);
    }
}
