//! The results of the entity room.

use crate::text::Span;

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EntityKind {
    /// A person.
    Person,
    /// An organisation.
    Organisation,
    /// A place.
    Place,
    /// A named event.
    Event,
    /// A law, article or treaty.
    Law,
    /// A work, model, ship or app.
    Work,
    /// A people, religion or political group.
    Group,
    /// An amount of money.
    Money,
    /// A number with a unit.
    Quantity,
}

impl EntityKind {
    /// Every kind, in the order of the guidelines.
    pub const ALL: [Self; 9] = [
        Self::Person,
        Self::Organisation,
        Self::Place,
        Self::Event,
        Self::Law,
        Self::Work,
        Self::Group,
        Self::Money,
        Self::Quantity,
    ];

    /// The code in results and gold files: `PER`, `ORG`, ….
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Person => "PER",
            Self::Organisation => "ORG",
            Self::Place => "LOC",
            Self::Event => "EVT",
            Self::Law => "LAW",
            Self::Work => "WRK",
            Self::Group => "NORP",
            Self::Money => "MON",
            Self::Quantity => "QTY",
        }
    }

    /// The kind with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether mentions of this kind are amounts, which form no clusters.
    #[must_use]
    pub const fn is_amount(self) -> bool {
        matches!(self, Self::Money | Self::Quantity)
    }
}

/// One name where it stands. Mentions never overlap.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Where it stands.
    pub span: Span,
    /// What it names.
    pub kind: EntityKind,
    /// Its cluster: an index into [`Names::clusters`]; `None` for amounts.
    pub cluster: Option<usize>,
    /// How sure the recogniser is, from 0 to 1.
    pub confidence: f32,
    /// For a place: what the sentence uses it as.
    pub place_use: Option<PlaceUse>,
    /// For an amount: its number.
    pub value: Option<f64>,
    /// For a quantity: its unit as a word of the language; for money: the rate it is per.
    pub unit: Option<String>,
    /// For money: the ISO 4217 code.
    pub currency: Option<String>,
    /// Names inside the name.
    pub nested: Vec<(Span, EntityKind)>,
}

/// What a sentence uses a place name as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PlaceUse {
    /// Somewhere: `di Rusia`.
    Place,
    /// Someone: `Rusia menyerang`.
    Actor,
    /// A description: `tentara Rusia`.
    Modifier,
}

impl PlaceUse {
    /// The name in results: `place`, `actor`, `modifier`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Actor => "actor",
            Self::Modifier => "modifier",
        }
    }
}

/// All mentions of one entity in one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster {
    /// The fullest form in the article, in normal case.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// The other forms, each once, in order of appearance.
    pub aliases: Vec<String>,
    /// Indices into [`Names::mentions`], in order.
    pub mentions: Vec<usize>,
}

/// A title, office or description that the text gives to a person, as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// Index into [`Names::clusters`].
    pub cluster: usize,
    /// The words, without rank and courtesy.
    pub role: String,
}

/// The names of an article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Names {
    /// In text order, without overlap.
    pub mentions: Vec<Mention>,
    /// In order of first mention.
    pub clusters: Vec<Cluster>,
    /// In text order.
    pub roles: Vec<Role>,
}
