//! What the grammar hands over, and what the scan adds to it.

use super::class::Classes;
use super::cursor::Cursor;
use super::expression::{TimeExpression, Toward};
use super::feasts::Feasts;
use super::lexicon::Lexicon;
use super::timex::{Bound, Derivation, Modifier, WarningKind};
use crate::text::Span;

/// An expression with its modifier, as a production returns it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// What was written.
    pub expression: TimeExpression,
    /// Part or precision.
    pub modifier: Option<Modifier>,
}

impl From<TimeExpression> for Node {
    fn from(expression: TimeExpression) -> Self {
        Self {
            expression,
            modifier: None,
        }
    }
}

/// Which way a clause leans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tense {
    /// Before or after the clock.
    pub toward: Toward,
    /// The word that says so.
    pub word: Span,
    /// How surely the word says so.
    pub certainty: Certainty,
}

/// How an expression hangs on the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// Only a comma stands between: `besok, Minggu`.
    Apposed,
    /// The words between say that both are one: `1 Syawal jatuh pada Jumat`.
    Equated,
}

/// How much of its zone an expression is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Words stand before it.
    Inside,
    /// It opens the zone, at most a bullet before it.
    Head,
    /// A colon behind it ends the zone.
    Announces,
    /// It is all the zone says.
    Whole,
}

/// How surely a word places its clause in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// By a verb of speech, by the form of a verb that timetables use too, or from behind the expression.
    Hinted,
    /// By the form of a verb for what has happened: `terdengar`.
    Formed,
    /// Outright, before the expression: `telah`, `akan`.
    Said,
}

/// An expression that was found: where, and what its surroundings say. No clock has touched it.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Where it stands.
    pub span: Span,
    /// What was written.
    pub expression: TimeExpression,
    /// The production that read it, by the grammar's name for it; that of a bare member of a list or range is `member`.
    pub production: &'static str,
    /// Part or precision.
    pub modifier: Option<Modifier>,
    /// The zone it stands in: an index into [`Article::zones`](crate::article::Article::zones).
    pub zone: usize,
    /// The sentence it stands in: an index into [`Article::sentences`](crate::article::Article::sentences).
    pub sentence: usize,
    /// From the signal word before it.
    pub bound: Option<Bound>,
    /// Which way its clause leans, if a word of it says so.
    pub tense: Option<Tense>,
    /// Whether it is the date of a speech.
    pub attribution: bool,
    /// Whether it is an age.
    pub age: bool,
    /// How it hangs on the expression before it.
    pub link: Option<Link>,
    /// How much of its zone it is.
    pub place: Place,
    /// Whether it opens its sentence, at most one short word before it.
    pub opens: bool,
    /// The expression, by index, that has the fields this one lacks: `20 Februari` for `5` in `5 hingga 20 Februari`.
    pub partner: Option<usize>,
}

/// A bare member of a list or range: its first term, one past its last, and what it says.
pub type Member = (usize, usize, TimeExpression);

/// The words and grammar by which a language's times are found and described.
#[derive(Debug)]
pub struct TimeGrammar {
    /// Its temporal words.
    pub lexicon: Lexicon,
    /// Its feasts and its table of moving days.
    pub feasts: Feasts,
    /// What an expression can begin with: where a term is none of these, none is looked for.
    pub first: Classes,
    /// The longest expression that begins at the cursor, and the name of its production; passes it, and passes without a result what only looks like one.
    pub expression: fn(&mut Cursor<'_>, &Feasts) -> Option<(Node, &'static str)>,
    /// Bare members of a list or range beside an expression, `5` and `7` in `5, 7, dan 9 Maret`, from the cursor's
    /// place backward or forward: their term indices and what they say.
    pub neighbours: fn(&Cursor<'_>, usize, &TimeExpression) -> Vec<Member>,
    /// Where the expression ends, as a term index, that a list or a worded range joins to the one at the cursor.
    pub joined: fn(&Cursor<'_>) -> Option<usize>,
    /// Whether the words between two term indices say that what stands beside them is one.
    pub equates: fn(&Cursor<'_>, usize, usize) -> bool,
    /// The signal before the term at the cursor.
    pub signal: fn(&Cursor<'_>) -> Option<Bound>,
    /// How surely the word at the cursor is past by its form alone: `terdengar`.
    pub inflected: fn(&Cursor<'_>) -> Option<Certainty>,
    /// Whether the clause that begins at the boundary under the cursor has the time of the one before it.
    pub continues: fn(&Cursor<'_>) -> bool,
    /// Whether the words directly before the cursor look forward: `berlangsung hingga`, `berlaku mulai`.
    pub forward: fn(&Cursor<'_>) -> bool,
    /// Whether the expression at the cursor is an age.
    pub is_age: fn(&Cursor<'_>) -> bool,
    /// The offset of the document, in minutes, from a place in its dateline.
    pub place_offset: fn(&str) -> Option<i32>,
    /// Whether the words before a line's date say that it is an update.
    pub is_update: fn(&str) -> bool,
    /// A derivation in words.
    pub describe: fn(&Derivation, Option<&str>) -> String,
    /// A warning in words.
    pub warn: fn(WarningKind, &str) -> String,
}
