//! What a word says about its neighbours.

/// A set of senses. The lists of a language name them; see [`Sense::from_name`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sense(u64);

/// Every sense with the name it has in lists.
const NAMED: [(&str, Sense); 34] = [
    ("title", Sense::TITLE),
    ("rank", Sense::RANK),
    ("before", Sense::BEFORE),
    ("part", Sense::PART),
    ("domain", Sense::DOMAIN),
    ("says", Sense::SAYS),
    ("does", Sense::DOES),
    ("cue", Sense::CUE),
    ("alias", Sense::ALIAS),
    ("at", Sense::AT),
    ("to", Sense::TO),
    ("people", Sense::PEOPLE),
    ("org", Sense::ORG),
    ("org+", Sense::ORG_ANY_CASE),
    ("orgtail", Sense::ORG_TAIL),
    ("loc", Sense::LOC),
    ("admin", Sense::ADMIN),
    ("evt", Sense::EVT),
    ("work", Sense::WORK),
    ("ship", Sense::SHIP),
    ("joins", Sense::JOINS),
    ("also", Sense::PARTICLE),
    ("abbr", Sense::ABBREVIATED),
    ("generic", Sense::GENERIC),
    ("compass", Sense::COMPASS),
    ("maker", Sense::MAKER),
    ("label", Sense::LABEL),
    ("company", Sense::COMPANY),
    ("ruler", Sense::RULER),
    ("language", Sense::LANGUAGE),
    ("relation", Sense::RELATION),
    ("same", Sense::SAME),
    ("force", Sense::FORCE),
    ("initial", Sense::INITIAL),
];

impl Sense {
    /// No sense.
    pub const NONE: Self = Self(0);
    /// An office or occupation: a person may follow.
    pub const TITLE: Self = Self(1);
    /// A rank, degree or courtesy: a person follows, the word is no part of the role.
    pub const RANK: Self = Self(1 << 1);
    /// Opens a role: former, acting.
    pub const BEFORE: Self = Self(1 << 2);
    /// May stand inside a role.
    pub const PART: Self = Self(1 << 3);
    /// A field of work, in titles and names of institutions.
    pub const DOMAIN: Self = Self(1 << 4);
    /// A verb of speech that stands before the speaker.
    pub const SAYS: Self = Self(1 << 5);
    /// A verb that persons and institutions do.
    pub const DOES: Self = Self(1 << 6);
    /// A person's name follows.
    pub const CUE: Self = Self(1 << 7);
    /// Another name of the same person follows.
    pub const ALIAS: Self = Self(1 << 8);
    /// A place follows.
    pub const AT: Self = Self(1 << 9);
    /// A person or institution follows.
    pub const TO: Self = Self(1 << 10);
    /// The name of a people follows.
    pub const PEOPLE: Self = Self(1 << 11);
    /// Head of an institution's name.
    pub const ORG: Self = Self(1 << 12);
    /// Head of an institution's name in small letters as well, where a place follows.
    pub const ORG_ANY_CASE: Self = Self(1 << 13);
    /// Last word of an institution's name.
    pub const ORG_TAIL: Self = Self(1 << 14);
    /// Head of a place's name.
    pub const LOC: Self = Self(1 << 15);
    /// Head of an administrative place's name.
    pub const ADMIN: Self = Self(1 << 16);
    /// Head of an event's name.
    pub const EVT: Self = Self(1 << 17);
    /// The title of a work or the name of a product follows.
    pub const WORK: Self = Self(1 << 18);
    /// Head of a ship's name.
    pub const SHIP: Self = Self(1 << 19);
    /// Joins two words of one name.
    pub const JOINS: Self = Self(1 << 20);
    /// A particle inside a person's name.
    pub const PARTICLE: Self = Self(1 << 21);
    /// A shortened part of a person's name.
    pub const ABBREVIATED: Self = Self(1 << 22);
    /// No name alone, even when capitalised.
    pub const GENERIC: Self = Self(1 << 23);
    /// A direction that may end a place's name.
    pub const COMPASS: Self = Self(1 << 24);
    /// Builds models.
    pub const MAKER: Self = Self(1 << 25);
    /// The label of a byline.
    pub const LABEL: Self = Self(1 << 26);
    /// The legal form of a company: every capital behind it belongs to its name.
    pub const COMPANY: Self = Self(1 << 27);
    /// An office over a place: the place's name follows before the person's.
    pub const RULER: Self = Self(1 << 28);
    /// The language or currency of the place that follows, which is no name then.
    pub const LANGUAGE: Self = Self(1 << 29);
    /// A title that is held for a person, who may be named first.
    pub const RELATION: Self = Self(1 << 30);
    /// A head word of a place that is the same place without it.
    pub const SAME: Self = Self(1 << 31);
    /// A rank of a force, which never stands inside a name.
    pub const FORCE: Self = Self(1 << 32);
    /// Initials of a person follow.
    pub const INITIAL: Self = Self(1 << 33);

    /// The sense that a list calls `name`.
    ///
    /// ```
    /// use sorot::entity::Sense;
    /// assert_eq!(Sense::from_name("title"), Some(Sense::TITLE));
    /// assert_eq!(Sense::from_name("tilte"), None);
    /// ```
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let named = NAMED.iter().find(|(known, _)| *known == name);
        named.map(|(_, sense)| *sense)
    }

    /// Both sets in one.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The senses that the model looks at, as bits: the first 32.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the later senses are for rules alone"
    )]
    pub(super) const fn bits(self) -> u32 {
        self.0 as u32
    }

    /// Whether the sets share a sense.
    #[must_use]
    pub const fn has(self, any_of: Self) -> bool {
        self.0 & any_of.0 != 0
    }
}
