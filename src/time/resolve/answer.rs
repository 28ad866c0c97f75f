//! What an expression came to, and from where it was counted.

use crate::time::clock::Clock;
use crate::time::expression::{Toward, Unit, ZoneWord};
use crate::time::timex::{Alternative, Anchor, Direction, Modifier};
use crate::time::value::Value;
use chrono::{FixedOffset, NaiveDate, NaiveDateTime};

/// Where relative expressions of a zone count from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Viewpoint {
    /// The moment, in the document's local time; `None` while the clock is unknown.
    pub(super) now: Option<NaiveDateTime>,
    /// Whether only its day is known.
    pub(super) day_only: bool,
    /// Which clock it is.
    pub(super) anchor: Anchor,
    /// Whether the expression is the stamp of a teaser.
    pub(super) stamp: bool,
}

impl Viewpoint {
    pub(super) fn new(clock: Option<Clock>, anchor: Anchor, offset: FixedOffset) -> Self {
        Self {
            now: clock.map(|clock| clock.at.with_timezone(&offset).naive_local()),
            day_only: clock.is_some_and(|clock| clock.day_only),
            anchor,
            stamp: false,
        }
    }

    /// The day of the clock.
    pub(super) fn today(&self) -> Option<NaiveDate> {
        self.now.map(|now| now.date())
    }
}

/// What an expression came to.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    pub(super) value: Option<Value>,
    pub(super) anchor: Anchor,
    pub(super) direction: Direction,
    pub(super) why: &'static str,
    pub(super) confidence: f32,
    pub(super) alternatives: Vec<Alternative>,
    pub(super) steps: Option<i32>,
    pub(super) unit: Option<Unit>,
    pub(super) zone: Option<ZoneWord>,
    /// A modifier that is in the word itself: `subuh` is the start of the morning.
    pub(super) modifier: Option<Modifier>,
    /// A window that hangs on the clock: `dua tahun terakhir`.
    pub(super) window: Option<Toward>,
    /// A period of a teaser's stamp, in seconds, and how many.
    pub(super) card: Option<(i64, i64)>,
    pub(super) weekday_wrong: bool,
}

impl Answer {
    /// An answer that hangs on no clock.
    pub(super) fn absolute(value: Value) -> Self {
        Self {
            value: Some(value),
            anchor: Anchor::None,
            direction: Direction::None,
            why: "absolute",
            confidence: 1.0,
            alternatives: Vec::new(),
            steps: None,
            unit: None,
            zone: None,
            modifier: None,
            window: None,
            card: None,
            weekday_wrong: false,
        }
    }

    /// An answer that was counted from a viewpoint's clock.
    pub(super) fn from(
        view: &Viewpoint,
        value: Option<Value>,
        direction: Direction,
        why: &'static str,
    ) -> Self {
        Self {
            value,
            anchor: view.anchor,
            direction,
            why,
            confidence: 0.95,
            ..Self::absolute(Value::Ref(Toward::Present))
        }
    }

    pub(super) fn counted(self, steps: i32, unit: Unit) -> Self {
        Self {
            steps: Some(steps),
            unit: Some(unit),
            ..self
        }
    }

    pub(super) fn or(mut self, value: Option<Value>, why: &'static str) -> Self {
        if let Some(value) = value
            && self.value.as_ref() != Some(&value)
        {
            self.alternatives.push(Alternative {
                value: value.timex3(),
                why,
            });
        }
        self
    }

    pub(super) fn sure(self, confidence: f32) -> Self {
        Self { confidence, ..self }
    }
}
