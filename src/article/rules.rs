//! What a language tells of the lines of a page: phrases, words and names, in tables. The engine holds none.

use crate::text::{KeyMap, KeySet, KeySieve, Token, WordKey};

/// What the words of one line alone say of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LineSense {
    /// A writer or editor; alone on its line, a label whose name follows.
    Byline,
    /// A pointer to another article; alone on its line, a label whose headline follows.
    CrossLink,
    /// The heading of a list of other articles.
    RelatedHead,
    /// What a picture shows.
    Caption,
    /// Where the text came from.
    SignOff,
    /// What the site prints on every page.
    Boilerplate,
    /// What the site prints below every article; what follows is no longer the article.
    Footer,
    /// The name of a site or of a part of it.
    Section,
    /// Keywords; alone on its line, a label that they follow.
    Tags,
    /// How long ago something appeared.
    Stamp,
}

/// Where in a line a phrase must stand for its sense to hold. Marks before it (bullets, arrows) do not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// It is all the words of the line.
    Whole,
    /// It opens the line, and a colon, bar or dash or nothing follows.
    Label,
    /// It opens the line, and a label mark, a capital, a number or nothing follows.
    Title,
    /// It opens the line, and nothing but names follows.
    Names,
    /// It opens a line of at most eight words without a full stop.
    Short,
    /// It opens the line.
    Start,
}

/// What a word does in a line that tells a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateWord {
    /// A day of the week.
    Weekday,
    /// A month.
    Month,
    /// A time zone, or the half of the day.
    Zone,
    /// A number in words.
    Number,
    /// A unit of time.
    Unit,
    /// A day of the week and a unit of time by the same word: `Minggu`.
    WeekdayOrUnit,
    /// A unit of time with its number one: `sejam`.
    OneUnit,
    /// Says that the amount before it lies in the past: `lalu`.
    Ago,
    /// A day named from today: `kemarin`.
    Day,
    /// Stands between an amount and its direction, or before a date or clock, and says nothing: `yang`, `pada`, `pukul`.
    Filler,
    /// Announces the time of publication: `Tayang`.
    Published,
    /// Announces the time of a change: `Diperbarui`.
    Updated,
}

/// A phrase that opens a line, as the keys of its words.
#[derive(Debug)]
pub(super) struct Phrase {
    pub(super) words: Vec<WordKey>,
    pub(super) at: At,
    pub(super) sense: LineSense,
}

/// The tables of a language.
#[derive(Debug, Default)]
pub struct LineRules {
    phrases: KeyMap<Vec<Phrase>>,
    dates: KeyMap<DateWord>,
    of_dates: KeySieve,
    outlets: KeyMap<Vec<Vec<WordKey>>>,
    first_of_outlets: KeySieve,
    places: KeySet,
    credits: KeySet,
    particles: KeySet,
}

impl LineRules {
    /// Adds phrases that give a line its sense. A longer phrase is asked before a shorter one.
    #[must_use]
    pub fn phrases(mut self, sense: LineSense, at: At, phrases: &[&str]) -> Self {
        for phrase in phrases {
            let words: Vec<WordKey> = keys(phrase).collect();
            if let Some(first) = words.first() {
                let bucket = self.phrases.entry(*first).or_default();
                bucket.push(Phrase { words, at, sense });
                bucket.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
            }
        }
        self
    }

    /// Adds words of dates and stamps.
    #[must_use]
    pub fn dates(mut self, role: DateWord, words: &str) -> Self {
        for word in keys(words) {
            self.of_dates.add(word);
            self.dates.insert(word, role);
        }
        self
    }

    /// Adds names of sites and agencies. Names with a site ending (`tempo.co`) are known without a list.
    #[must_use]
    pub fn outlets(mut self, names: &[&str]) -> Self {
        for name in names {
            let words: Vec<WordKey> = keys(name).collect();
            if let Some(first) = words.first() {
                self.first_of_outlets.add(*first);
                let bucket = self.outlets.entry(*first).or_default();
                bucket.push(words);
                bucket.sort_by_key(|words| std::cmp::Reverse(words.len()));
            }
        }
        self
    }

    /// Adds places that stand in datelines, for datelines that no dash closes.
    #[must_use]
    pub fn places(mut self, names: &[&str]) -> Self {
        self.places
            .extend(names.iter().map(|name| WordKey::phrase(keys(name))));
        self
    }

    /// Adds words that mark the credit of a picture in parentheses: `foto`, `dok`.
    #[must_use]
    pub fn credits(mut self, words: &str) -> Self {
        self.credits.extend(keys(words));
        self
    }

    /// Adds small words inside names and between two names: `bin`, `dan`.
    #[must_use]
    pub fn particles(mut self, words: &str) -> Self {
        self.particles.extend(keys(words));
        self
    }

    /// The phrases that begin with a word, longest first.
    pub(super) fn phrases_at(&self, first: &Token) -> &[Phrase] {
        self.phrases.get(&first.key).map_or(&[], Vec::as_slice)
    }

    /// What a word does in a date.
    pub(super) fn date_word(&self, word: WordKey) -> Option<DateWord> {
        if !self.of_dates.may_hold(word) {
            return None;
        }
        self.dates.get(&word).copied()
    }

    /// How many of the words at the beginning are a listed name of a site or agency; `first` is the first of them.
    pub(super) fn outlet(&self, first: &Token, words: &[Token]) -> usize {
        if !self.first_of_outlets.may_hold(first.key) {
            return 0;
        }
        let Some(names) = self.outlets.get(&first.key) else {
            return 0;
        };
        let said = |name: &&Vec<WordKey>| {
            name.len() <= words.len() && name.iter().zip(words).all(|(key, word)| *key == word.key)
        };
        names.iter().find(said).map_or(0, Vec::len)
    }

    /// Whether words are one of the places of datelines; commas and hyphens among them do not count.
    pub(super) fn is_place(&self, words: &[Token]) -> bool {
        let spoken = words.iter().filter(|word| !word.is(&[',', '-']));
        self.places
            .contains(&WordKey::phrase(spoken.map(|word| word.key)))
    }

    /// Whether a word marks the credit of a picture.
    pub(super) fn is_credit(&self, word: &Token) -> bool {
        self.credits.contains(&word.key)
    }

    /// Whether a word may stand inside or between names.
    pub(super) fn is_particle(&self, word: &Token) -> bool {
        self.particles.contains(&word.key)
    }
}

fn keys(words: &str) -> impl Iterator<Item = WordKey> {
    words.split_whitespace().map(WordKey::of)
}
