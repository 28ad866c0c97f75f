//! The words and lists by which a language's names are found.

use super::candidate::Candidate;
use super::mention::EntityKind;
use super::model::Model;
use super::page::Page;
use super::phrases::Phrases;
use super::sense::Sense;
use crate::text::{KeyMap, KeySet, WordKey};

/// A rule of a language for one family of mentions, such as amounts of money or laws.
pub type Grammar = fn(&Page<'_>) -> Vec<Candidate>;

/// The words and lists by which a language's names are found. A language makes it; see [`NameLists::add_names`].
#[derive(Debug, Default)]
pub struct NameLists {
    /// Listed names.
    pub(super) names: Phrases<Entry>,
    /// Words that tell what stands beside them.
    pub(super) senses: Phrases<Sense>,
    /// Words that persons are called by.
    pub(super) given: KeySet,
    /// The same, for the rules alone: the model was not taught by them.
    pub(super) called: KeySet,
    /// How words are used.
    pub(super) classes: KeyMap<WordClass>,
    /// How many lists of names there are.
    list_count: u8,
    /// The first name of every entity that has several.
    pub(super) groups: Vec<&'static str>,
    /// Endings that are written to a name with a hyphen and are no part of it.
    pub clitics: Vec<&'static str>,
    /// What was learnt from labelled sentences.
    pub model: Option<Model>,
    /// The rules of the language that are code.
    pub grammars: Vec<Grammar>,
}

/// What lists tell, in four parts; see [`NameLists::without`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Knowledge {
    /// Listed names.
    Names,
    /// Words that tell what stands beside them.
    Senses,
    /// Words that persons are called by.
    Given,
    /// How words are used.
    Classes,
}

/// A listed name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts of a name, not a state"
)]
pub(super) struct Entry {
    /// What it names; `None` for words that only look like names.
    pub(super) kind: Option<EntityKind>,
    /// The entity it is a name of: an index into [`NameLists::groups`].
    pub(super) group: Option<u32>,
    /// Only where the words around it say so.
    pub(super) weak: bool,
    /// Written in capitals.
    pub(super) upper: bool,
    /// A country.
    pub(super) country: bool,
    /// An institution with branches: a place right behind it belongs to it.
    pub(super) branches: bool,
    /// Persons are called so as well as a place or a people.
    pub(super) also_group: bool,
    /// The number of its list, and in it of its kind.
    pub(super) list: u8,
}

/// How a word is used, as counted in much text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WordClass {
    /// The path to its class in the tree of classes, the first step in the highest bit.
    bits: u16,
    /// How many steps the path has; 0 where the class is unknown.
    length: u8,
    /// How often it is capitalised in the middle of a sentence, 0 (never) to 5 (always); 6 where that is unknown.
    bucket: u8,
}

impl Default for WordClass {
    fn default() -> Self {
        Self::UNKNOWN
    }
}

impl WordClass {
    /// Of a word that is in no table.
    pub(super) const UNKNOWN: Self = Self {
        bits: 0,
        length: 0,
        bucket: 6,
    };

    fn read(path: &str, bucket: &str) -> Self {
        let length = u8::try_from(path.len()).unwrap_or_default();
        let bits = u16::from_str_radix(path, 2).ok();
        let bits = bits.filter(|_| (1..=16).contains(&length));
        Self {
            bits: bits.map_or(0, |bits| bits << (16 - length)),
            length: bits.map_or(0, |_| length),
            bucket: bucket.parse().ok().filter(|b| *b < 6).unwrap_or(6),
        }
    }

    /// The first steps of the path to its class, up to `steps`, as one number; `None` where the class is unknown.
    pub(super) fn prefix(self, steps: u8) -> Option<u32> {
        let taken = steps.min(self.length);
        let bits = u32::from(self.bits) >> (16 - u32::from(taken.min(16)));
        (taken > 0).then_some((1 << taken) | bits)
    }

    /// How often it is capitalised in the middle of a sentence, 0 (never) to 5 (always); 6 where that is unknown.
    pub(super) const fn bucket(self) -> u8 {
        self.bucket
    }

    /// The same with what is unknown taken for a name.
    pub(super) const fn commonness(self) -> u8 {
        if self.bucket < 5 { self.bucket } else { 5 }
    }
}

impl NameLists {
    /// The same lists with one part empty, to measure what it is worth.
    #[must_use]
    pub fn without(mut self, part: Knowledge) -> Self {
        match part {
            Knowledge::Names => self.names = Phrases::default(),
            Knowledge::Senses => self.senses = Phrases::default(),
            Knowledge::Given => {
                self.given.clear();
                self.called.clear();
            }
            Knowledge::Classes => self.classes.clear(),
        }
        self
    }

    /// Adds names, a line each: a kind (`PER`, `ORG+`, `LOC*`, `-` for words that are no name), a tab, entities apart by
    /// `|`, each with its names apart by `;`. With `kind`, lines have no such column. `#` opens a comment; `~` behind a
    /// name marks it as one that needs a word beside it. A name that is known already keeps its first meaning.
    pub fn add_names(&mut self, kind: Option<&str>, list: &'static str) {
        let number = self.list_count;
        self.list_count += 1;
        for line in lines(list) {
            let (kind, entities) = match kind {
                Some(kind) => (kind, line),
                None => line.split_once('\t').unwrap_or(("-", line)),
            };
            let weak_line = kind.ends_with('~');
            let country = kind.ends_with('*');
            let branches = kind.ends_with('+');
            let kind = EntityKind::from_code(kind.trim_end_matches(['~', '*', '+']));
            let place = EntityKind::ALL
                .iter()
                .position(|known| Some(*known) == kind);
            let place = place.and_then(|place| u8::try_from(place).ok());
            for entity in entities.split('|') {
                let mut names = entity.split(';').map(str::trim).peekable();
                let first = names.peek().copied().unwrap_or_default();
                let several = entity.contains(';');
                // A line that repeats a known name adds to its entity.
                let known = entity.split(';').find_map(|name| {
                    let known = self.names.get(name.trim().trim_end_matches('~'))?;
                    known.group.filter(|_| known.kind == kind)
                });
                let group = several.then(|| {
                    known.unwrap_or_else(|| {
                        self.groups.push(first.trim_end_matches('~'));
                        u32::try_from(self.groups.len() - 1).unwrap_or(u32::MAX)
                    })
                });
                for name in names.filter(|name| !name.is_empty()) {
                    let weak = weak_line || name.ends_with('~');
                    let name = name.trim_end_matches('~');
                    let entry = Entry {
                        kind,
                        group,
                        weak,
                        upper: crate::text::is_upper(name) && !name.contains(' '),
                        country,
                        branches,
                        also_group: false,
                        list: number * 10 + place.unwrap_or(9),
                    };
                    let mut is_new = false;
                    let known = self.names.entry(name, || {
                        is_new = true;
                        entry
                    });
                    if !is_new && kind == Some(EntityKind::Group) {
                        known.also_group = true;
                    }
                    if !is_new && known.kind == kind && known.group.is_none() {
                        known.group = group;
                    }
                }
            }
        }
    }

    /// Adds senses, a line each: the senses apart by `,`, a tab, words or phrases apart by `|`.
    pub fn add_senses(&mut self, list: &'static str) {
        for line in lines(list) {
            let (names, phrases) = line.split_once('\t').unwrap_or_default();
            let sense = names
                .split(',')
                .filter_map(|name| Sense::from_name(name.trim()))
                .fold(Sense::NONE, Sense::with);
            for phrase in phrases.split('|').filter(|phrase| !phrase.is_empty()) {
                let known = self.senses.entry(phrase, Sense::default);
                *known = known.with(sense);
            }
        }
    }

    /// Adds words that persons are called by, apart by blanks.
    pub fn add_given_names(&mut self, list: &'static str) {
        for word in lines(list).flat_map(str::split_whitespace) {
            self.given.insert(WordKey::of(word));
        }
    }

    /// The same for words that only the rules look at.
    pub fn add_called(&mut self, list: &'static str) {
        let words = lines(list).flat_map(str::split_whitespace);
        self.called.extend(words.map(WordKey::of));
    }

    /// Adds how words are used, a line each: the path to a class (`0` and `1`, or `-`), how often its words are
    /// capitalised in the middle of a sentence (0 almost never to 5 always, or `-`), then the words, all apart by blanks.
    pub fn add_classes(&mut self, list: &'static str) {
        for line in lines(list) {
            let mut words = line.split(' ');
            let path = words.next().unwrap_or_default();
            let class = WordClass::read(path, words.next().unwrap_or_default());
            for word in words {
                self.classes.insert(WordKey::of(word), class);
            }
        }
    }
}

fn lines(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}
