//! Words and the temporal senses they can have.

use super::expression::{Part, Season, Unit};
use super::timex::{Bound, Modifier};
use crate::text::{KeyMap, WordKey};
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
    /// Begins an expression without a sense of its own: `pukul`, `setiap`.
    Opener,
    /// Before it a month or weekday word is a person: `Pak`, `bernama`.
    PersonHead,
}

impl Sense {
    /// Whether it says something of the expressions around it and begins none. A word that begins one all the same,
    /// `per bulan`, is also an [`Opener`](Self::Opener).
    #[must_use]
    pub const fn is_cue(self) -> bool {
        matches!(
            self,
            Self::Signal(_)
                | Self::YearCue
                | Self::YearNoun
                | Self::Counted
                | Self::Future
                | Self::Past
                | Self::Former
                | Self::Speech
                | Self::Unformed
                | Self::PersonHead
        )
    }
}

/// A language's temporal words.
#[derive(Debug, Default)]
pub struct Lexicon {
    entries: KeyMap<Vec<Sense>>,
}

impl Lexicon {
    /// An empty lexicon.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a sense to a word.
    pub fn add(&mut self, word: &str, sense: Sense) {
        self.entries
            .entry(WordKey::of(word))
            .or_default()
            .push(sense);
    }

    /// The senses of a word; none for most words.
    #[must_use]
    pub fn senses(&self, word: WordKey) -> &[Sense] {
        self.entries.get(&word).map_or(&[], Vec::as_slice)
    }
}
