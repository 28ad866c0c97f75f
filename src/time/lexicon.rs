//! Words and the temporal senses they can have.

use super::class::{Class, Classes};
use super::expression::{Part, Season, Unit};
use super::timex::{Bound, Modifier};
use crate::text::{KeyMap, KeySieve, WordKey};
use chrono::Weekday;

/// What a word can mean in a time expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// A month by its full name.
    Month(u32),
    /// A month by a short form, which needs a number beside it.
    ShortMonth(u32),
    /// A month of the Hijri year.
    HijriMonth(u32),
    /// A weekday by its full name.
    Weekday(Weekday),
    /// A weekday by a short form.
    ShortWeekday(Weekday),
    /// A whole number word: `dua`, `sepuluh`, `seratus`.
    Number(i64),
    /// A factor: `puluh`, `ratus`, `ribu`.
    Scale(i64),
    /// `belas`: plus ten.
    Teen,
    /// A number that is not said: `beberapa`, `puluhan`.
    Vague,
    /// A fraction, in thousandths: `setengah`, `seperempat`.
    Fraction(i64),
    /// An ordinal word: `kedua`.
    Ordinal(u32),
    /// A unit.
    Unit(Unit),
    /// One of a unit in one word: `sehari`.
    One(Unit),
    /// Many of a unit in one word: `berhari-hari`.
    Many(Unit),
    /// A part of the day.
    Part(Part),
    /// Days from today: `kemarin`.
    Deictic(i32),
    /// Which part of a unit, or how exact: `awal`, `sekitar`.
    Modifier(Modifier),
    /// A zone word, in minutes east of UTC.
    Zone(i32),
    /// A season.
    Season(Season),
    /// A feast, by its number in the table of feasts.
    Feast(u16),
    /// A signal beside an expression.
    Signal(Bound),
    /// Lets a bare year follow: `tahun`, `sejak`.
    YearCue,
    /// An event or budget that a year tells apart: `pemilu`, `laba`.
    YearNoun,
    /// Stands in the name of an event, which its year ends: `Liga`, `Open`.
    EventHead,
    /// After it a number is no year: a counted noun.
    Counted,
    /// Makes the clause speak of the future.
    Future,
    /// Makes the clause speak of the past.
    Past,
    /// Makes the clause a plan that was: `semula`.
    Former,
    /// A verb of speech with a clause of its own, `mengatakan`: past, but it dates no speech.
    Telling,
    /// Looks by its form like a verb of what has happened, and is none: `tersangka`, `digelar`.
    Unformed,
    /// Makes the date beside it the date of a speech.
    Speech,
    /// Begins a name that may hold a date: `Jalan`, `Universitas`.
    NameHead,
    /// Begins an expression without a sense of its own: `pukul`, `setiap`; and of which kind.
    Opener(Class),
    /// Stands apart behind what it belongs to: `an` in `tiga-an`.
    Suffix,
    /// A mark that ends a clause, or a conjunction between clauses.
    ClauseEnd,
    /// `dan`: ends a clause where a [`ClauseOpening`](Self::ClauseOpening) follows.
    And,
    /// Begins another statement behind `dan`: `berhenti sejak 1 Mei dan baru akan dibuka`.
    ClauseOpening,
    /// Before it a month or weekday word is a person: `Pak`, `bernama`.
    PersonHead,
}

impl Sense {
    /// Its kind.
    #[must_use]
    pub const fn class(self) -> Class {
        match self {
            Self::Month(_) => Class::Month,
            Self::ShortMonth(_) => Class::ShortMonth,
            Self::HijriMonth(_) => Class::HijriMonth,
            Self::Weekday(_) => Class::Weekday,
            Self::ShortWeekday(_) => Class::ShortWeekday,
            Self::Number(_) => Class::Number,
            Self::Scale(_) => Class::Scale,
            Self::Teen => Class::Teen,
            Self::Vague => Class::Vague,
            Self::Fraction(_) => Class::Fraction,
            Self::Ordinal(_) => Class::Ordinal,
            Self::Unit(_) => Class::Unit,
            Self::One(_) => Class::One,
            Self::Many(_) => Class::Many,
            Self::Part(_) => Class::Part,
            Self::Deictic(_) => Class::Deictic,
            Self::Modifier(_) => Class::Modifier,
            Self::Zone(_) => Class::Zone,
            Self::Season(_) => Class::Season,
            Self::Feast(_) => Class::Feast,
            Self::Signal(_) => Class::Signal,
            Self::YearCue => Class::YearCue,
            Self::YearNoun => Class::YearNoun,
            Self::Counted => Class::Counted,
            Self::Future => Class::Future,
            Self::Past => Class::Past,
            Self::Former => Class::Former,
            Self::Telling => Class::Telling,
            Self::EventHead => Class::EventHead,
            Self::Unformed => Class::Unformed,
            Self::Speech => Class::Speech,
            Self::NameHead => Class::NameHead,
            Self::PersonHead => Class::PersonHead,
            Self::Suffix => Class::Suffix,
            Self::ClauseEnd => Class::ClauseEnd,
            Self::And => Class::And,
            Self::ClauseOpening => Class::ClauseOpening,
            Self::Opener(opens) => opens,
        }
    }
}

/// The senses of a word: in the order in which they were added, and their classes as a set.
#[derive(Clone, Debug, Default)]
struct Senses {
    list: Vec<Sense>,
    classes: Classes,
}

/// A language's temporal words.
#[derive(Debug, Default)]
pub struct Lexicon {
    entries: KeyMap<Senses>,
    sieve: KeySieve,
}

impl Lexicon {
    /// An empty lexicon.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a sense to a word.
    pub fn add(&mut self, word: &str, sense: Sense) {
        let key = WordKey::of(word);
        self.sieve.add(key);
        let senses = self.entries.entry(key).or_default();
        senses.list.push(sense);
        senses.classes = senses.classes.with(sense.class());
    }

    /// The senses of a word and their classes; none for most words.
    #[inline]
    #[must_use]
    pub fn senses(&self, word: WordKey) -> (&[Sense], Classes) {
        if !self.sieve.may_hold(word) {
            return (&[], Classes::NONE);
        }
        let senses = self.entries.get(&word);
        senses.map_or((&[], Classes::NONE), |senses| {
            (senses.list.as_slice(), senses.classes)
        })
    }
}
