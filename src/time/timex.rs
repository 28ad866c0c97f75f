//! The results of the time room.

use crate::text::Span;
use chrono::{DateTime, FixedOffset};

/// A time expression, resolved under the clocks of the moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Timex {
    /// Where it stands.
    pub span: Span,
    /// Its TIMEX3 type.
    pub kind: TimexKind,
    /// Its TIMEX3 value; `None` while a clock it needs is unknown.
    pub value: Option<String>,
    /// Part or precision: `awal`, `sekitar`.
    pub modifier: Option<Modifier>,
    /// For a set: `EVERY`.
    pub quant: Option<&'static str>,
    /// For a set: how often in its period, `2X`.
    pub freq: Option<String>,
    /// Start of the interval, inclusive; `None` if open or unknown.
    pub earliest: Option<DateTime<FixedOffset>>,
    /// End of the interval, exclusive; `None` if open or unknown.
    pub latest: Option<DateTime<FixedOffset>>,
    /// How fine the value is.
    pub granularity: Option<Granularity>,
    /// What supplied the parts that were not written.
    pub anchor: Anchor,
    /// Before or after its anchor.
    pub direction: Direction,
    /// Why that direction: `lexical:lalu`, `tense:akan`, `default`.
    pub why: &'static str,
    /// From the signal word beside it.
    pub bound: Option<Bound>,
    /// What it does in the article.
    pub role: TimexRole,
    /// How sure the reading is, from 0 to 1; 0 while unresolved.
    pub confidence: f32,
    /// Other readings.
    pub alternatives: Vec<Alternative>,
    /// How the value was computed.
    pub derivation: Derivation,
}

macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident => $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant,)+ }
        impl $name {
            /// Every one.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name in results.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }
        }
    };
}

named! {
    /// TIMEX3 type.
    TimexKind {
        /// A calendar unit of a day or larger.
        Date => "DATE",
        /// Anything finer than a day.
        Time => "TIME",
        /// An amount of time.
        Duration => "DURATION",
        /// Something that recurs.
        Set => "SET",
    }
}

named! {
    /// TIMEX3 `mod`.
    Modifier {
        /// The first part.
        Start => "START",
        /// The middle part.
        Mid => "MID",
        /// The last part.
        End => "END",
        /// About.
        Approx => "APPROX",
        /// More than the amount.
        MoreThan => "MORE_THAN",
        /// Less than the amount.
        LessThan => "LESS_THAN",
        /// The amount at least.
        EqualOrMore => "EQUAL_OR_MORE",
        /// The amount at most.
        EqualOrLess => "EQUAL_OR_LESS",
        /// Before the point.
        Before => "BEFORE",
        /// After the point.
        After => "AFTER",
    }
}

named! {
    /// How fine a value is.
    Granularity {
        /// A second.
        Second => "second",
        /// A minute.
        Minute => "minute",
        /// An hour.
        Hour => "hour",
        /// A part of the day.
        Part => "part",
        /// A day.
        Day => "day",
        /// Saturday and Sunday.
        Weekend => "weekend",
        /// A week from Monday.
        Week => "week",
        /// A month.
        Month => "month",
        /// Three months.
        Quarter => "quarter",
        /// Six months, or a season.
        Half => "half",
        /// A year.
        Year => "year",
        /// Ten years.
        Decade => "decade",
        /// A hundred years.
        Century => "century",
    }
}

named! {
    /// Before or after the anchor.
    Direction {
        /// Before it.
        Past => "past",
        /// After it.
        Future => "future",
        /// The unit that holds it.
        Same => "same",
        /// Absolute.
        None => "none",
    }
}

named! {
    /// What the word beside an expression makes of it.
    Bound {
        /// From then until the anchor.
        Since => "since",
        /// Up to then.
        Until => "until",
        /// Not later than then.
        By => "by",
        /// Starting then.
        From => "from",
        /// Later than then.
        After => "after",
        /// Earlier than then.
        Before => "before",
        /// Throughout.
        During => "during",
    }
}

named! {
    /// What a time expression does in the article.
    TimexRole {
        /// When something happened.
        Event => "event",
        /// When somebody said so.
        Attribution => "attribution",
        /// When the article appeared or changed.
        Dateline => "dateline",
        /// When a related article appeared.
        Card => "card",
        /// When a picture was taken.
        Caption => "caption",
        /// How old somebody is.
        Age => "age",
        /// Part of the name of an event.
        EventName => "event-name",
    }
}

/// What supplied the parts of a time that were not written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// Nothing: the expression is absolute.
    None,
    /// The published clock.
    Published,
    /// The captured clock.
    Captured,
    /// The resolved stamp of its teaser.
    Teaser,
    /// An earlier expression: an index into the timexes.
    Mention(usize),
    /// An event in the text that is not resolved.
    Event,
}

/// Another reading of the same words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// Its TIMEX3 value.
    pub value: String,
    /// What would make it right.
    pub why: &'static str,
}

/// How a value was computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Derivation {
    /// Which clock it counted from.
    pub clock: DerivationClock,
    /// How many units, signed; `None` where nothing was counted.
    pub steps: Option<i32>,
    /// The unit that was counted.
    pub unit: Option<&'static str>,
    /// The same in words of the article's language.
    pub text: String,
}

named! {
    /// What a derivation counted from.
    DerivationClock {
        /// The published clock.
        Published => "published",
        /// The captured clock.
        Captured => "captured",
        /// The time of a teaser.
        Teaser => "teaser",
        /// An earlier mention.
        Mention => "mention",
        /// Nothing.
        None => "none",
    }
}

/// Something about the clocks or a date that a reader should check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// What is wrong.
    pub kind: WarningKind,
    /// The same in words of the article's language.
    pub message: String,
    /// Where, if it is at one place.
    pub span: Option<Span>,
}

named! {
    /// What can be doubtful.
    WarningKind {
        /// The captured clock lies before the published one.
        CapturedBeforePublished => "capturedBeforePublished",
        /// Hour-level stamps in a page captured long after publication: the captured clock may be an assumption.
        PublishedLongBefore => "publishedLongBeforeCaptured",
        /// The weekday written is not the weekday of the date written.
        WeekdayMismatch => "weekdayMismatch",
        /// A date of the body lies after publication.
        DateAfterPublished => "dateAfterPublished",
        /// The published clock is unknown.
        NoPublished => "publishedUnknown",
    }
}
