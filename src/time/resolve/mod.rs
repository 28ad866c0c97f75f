//! Expressions × clocks → times. Looks at no letters; everything a word says is in the expression already.

mod date;
mod interval;
mod near;
mod period;
mod state;

pub(super) use date::explicit_day;

use super::clock::{Clock, Clocks};
use super::expression::{TimeExpression, Toward, Unit, YearRef, ZoneWord};
use super::feasts::Feasts;
use super::found::{Certainty, Found, TimeGrammar};
use super::timex::{
    Alternative, Anchor, Bound, Derivation, DerivationClock, Direction, Modifier, Timex, TimexKind,
    TimexRole, Warning, WarningKind,
};
use super::value::Value;
use super::{published, zones};
use crate::article::{Article, ZoneKind};
use chrono::{Datelike, FixedOffset, NaiveDate, NaiveDateTime};
use state::State;

/// The times of an article under one pair of clocks.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolved {
    /// In text order, without overlap.
    pub timexes: Vec<Timex>,
    /// The clocks used: as given, or as found in the text.
    pub clocks: Clocks,
    /// The offset of the document.
    pub offset: FixedOffset,
    /// What is doubtful about the clocks.
    pub warnings: Vec<Warning>,
}

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
    fn new(clock: Option<Clock>, anchor: Anchor, offset: FixedOffset) -> Self {
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
    pub(super) why: String,
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
            why: "absolute".to_owned(),
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
        why: &str,
    ) -> Self {
        Self {
            value,
            anchor: view.anchor,
            direction,
            why: why.to_owned(),
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

    pub(super) fn or(mut self, value: Option<Value>, why: &str) -> Self {
        if let Some(value) = value
            && self.value.as_ref() != Some(&value)
        {
            self.alternatives.push(Alternative {
                value: value.timex3(),
                why: why.to_owned(),
            });
        }
        self
    }

    pub(super) fn sure(self, confidence: f32) -> Self {
        Self { confidence, ..self }
    }
}

/// All that the resolution of one expression may look at.
struct Scope<'a> {
    pub(super) found: &'a [Found],
    pub(super) index: usize,
    pub(super) view: Viewpoint,
    pub(super) state: &'a State,
    pub(super) feasts: &'a Feasts,
}

impl Scope<'_> {
    pub(super) fn this(&self) -> Option<&Found> {
        self.found.get(self.index)
    }

    /// Which way the clause leans; a deadline lies ahead.
    fn tense(&self) -> Option<Toward> {
        let this = self.this()?;
        let deadline = this.bound == Some(Bound::By) && !self.is_past();
        if deadline {
            Some(Toward::Future)
        } else {
            this.tense.map(|tense| tense.toward)
        }
    }

    /// Whether a word before it in its clause says outright that it is past.
    fn is_past(&self) -> bool {
        let tense = self.this().and_then(|this| this.tense);
        tense
            .is_some_and(|tense| tense.toward == Toward::Past && tense.certainty == Certainty::Said)
    }
}

/// Resolves found expressions under the given clocks; a clock that is not given is looked for in the text
/// (`published`) or stays unknown (`captured`).
#[must_use]
pub fn resolve(
    article: &Article<'_>,
    found: &[Found],
    given: &Clocks,
    offset: Option<FixedOffset>,
    grammar: &TimeGrammar,
) -> Resolved {
    let offset = offset.unwrap_or_else(|| zones::document_offset(article, found, given, grammar));
    let clocks = published::clocks(article, found, given, offset, grammar);
    let context = Context {
        article,
        found,
        grammar,
        offset,
        clocks: &clocks,
    };
    let mut state = State::default();
    let mut timexes: Vec<Timex> = Vec::with_capacity(found.len());
    let mut warnings = Vec::new();
    let teasers = context.teaser_clocks();
    for (index, item) in found.iter().enumerate() {
        let zone = article.zones.get(item.zone);
        state.enter(item, zone.map(|zone| zone.kind));
        let view = context.viewpoint(item, &teasers);
        let scope = Scope {
            found,
            index,
            view,
            state: &state,
            feasts: &grammar.feasts,
        };
        let answer = scope.answer(&item.expression);
        if answer.weekday_wrong {
            let span = Some(item.span);
            let message = (grammar.warn)(WarningKind::WeekdayMismatch, item.span.of(&article.text));
            warnings.push(Warning {
                kind: WarningKind::WeekdayMismatch,
                message,
                span,
            });
        }
        state.note(index, item, &answer);
        timexes.push(context.timex(item, &view, answer));
    }
    warnings.extend(context.warnings(&timexes));
    Resolved {
        timexes,
        clocks,
        offset,
        warnings,
    }
}

struct Context<'a> {
    article: &'a Article<'a>,
    found: &'a [Found],
    grammar: &'a TimeGrammar,
    offset: FixedOffset,
    clocks: &'a Clocks,
}

impl Context<'_> {
    /// The moment each teaser of the related list appeared, by its stamp.
    fn teaser_clocks(&self) -> Vec<Option<Viewpoint>> {
        let state = State::default();
        let resolve = |index: usize| {
            let item = self.found.get(index)?;
            let mut view = Viewpoint::new(self.clocks.captured, Anchor::Captured, self.offset);
            view.stamp = true;
            let scope = Scope {
                found: self.found,
                index,
                view,
                state: &state,
                feasts: &self.grammar.feasts,
            };
            let value = scope.answer(&item.expression).value;
            let now = value.as_ref().and_then(|value| match value.moment() {
                Some(moment) => Some(moment),
                None => value
                    .interval()
                    .and_then(|interval| interval.start.date().and_hms_opt(12, 0, 0)),
            });
            let day_only = value.is_some_and(|value| value.moment().is_none());
            Some(Viewpoint {
                now,
                day_only,
                anchor: Anchor::Teaser,
                stamp: false,
            })
        };
        let stamp_of =
            |span: crate::text::Span| self.found.iter().position(|item| span.contains(item.span));
        self.article
            .related
            .iter()
            .map(|related| related.stamp.and_then(stamp_of).and_then(resolve))
            .collect()
    }

    fn viewpoint(&self, item: &Found, teasers: &[Option<Viewpoint>]) -> Viewpoint {
        let published = Viewpoint::new(self.clocks.published, Anchor::Published, self.offset);
        let Some(zone) = self.article.zones.get(item.zone) else {
            return published;
        };
        if zone.kind == ZoneKind::TeaserStamp {
            return Viewpoint {
                stamp: true,
                ..Viewpoint::new(self.clocks.captured, Anchor::Captured, self.offset)
            };
        }
        let teaser = zone
            .related
            .and_then(|related| teasers.get(related))
            .copied()
            .flatten();
        teaser.unwrap_or(published)
    }

    fn timex(&self, item: &Found, view: &Viewpoint, answer: Answer) -> Timex {
        let modifier = item.modifier.or(answer.modifier);
        let (earliest, latest) = self.bounds(item, view, &answer, modifier);
        let kind = kind_of(&item.expression, answer.value.as_ref());
        let (quant, freq) = match &item.expression {
            TimeExpression::Set {
                times: Some(times), ..
            } => (None, Some(format!("{times}X"))),
            TimeExpression::Set { .. } => (Some("EVERY"), None),
            _ => (None, None),
        };
        let suffix = self.zone_suffix(&answer);
        let clock = match answer.anchor {
            Anchor::Published => DerivationClock::Published,
            Anchor::Captured => DerivationClock::Captured,
            Anchor::Teaser => DerivationClock::Teaser,
            Anchor::Mention(_) => DerivationClock::Mention,
            Anchor::None | Anchor::Event => DerivationClock::None,
        };
        let mut derivation = Derivation {
            clock,
            steps: answer.steps,
            unit: answer.unit.map(Unit::name),
            text: String::new(),
        };
        let now = view
            .now
            .filter(|_| clock != DerivationClock::Mention)
            .map(|now| now.format("%H.%M").to_string());
        let now =
            now.filter(|_| matches!(answer.unit, Some(Unit::Hour | Unit::Minute | Unit::Second)));
        derivation.text = (self.grammar.describe)(&derivation, now.as_deref());
        let unresolved = answer.value.is_none();
        let value = answer
            .value
            .as_ref()
            .map(|value| with_suffix(value, &suffix));
        Timex {
            span: item.span,
            kind,
            granularity: answer.value.as_ref().and_then(Value::granularity),
            value,
            modifier,
            quant,
            freq,
            earliest,
            latest,
            anchor: answer.anchor,
            direction: answer.direction,
            why: answer.why,
            bound: item.bound,
            role: self.role(item),
            confidence: if unresolved { 0.0 } else { answer.confidence },
            alternatives: answer.alternatives,
            derivation,
        }
    }

    fn role(&self, item: &Found) -> TimexRole {
        match self.article.zones.get(item.zone).map(|zone| zone.kind) {
            Some(ZoneKind::Published | ZoneKind::Updated | ZoneKind::Boilerplate) => {
                TimexRole::Dateline
            }
            Some(ZoneKind::TeaserStamp) => TimexRole::Card,
            Some(ZoneKind::Caption) => TimexRole::Caption,
            _ if item.age => TimexRole::Age,
            _ if item.attribution => TimexRole::Attribution,
            _ => TimexRole::Event,
        }
    }

    /// The zone that a TIME value carries: only where it differs from the document's.
    fn zone_suffix(&self, answer: &Answer) -> String {
        let Some(offset) = zones::offset_of(answer.zone, answer.value.as_ref()) else {
            return String::new();
        };
        if offset == self.offset {
            String::new()
        } else if offset.local_minus_utc() == 0 {
            "Z".to_owned()
        } else {
            offset.to_string()
        }
    }

    fn warnings(&self, timexes: &[Timex]) -> Vec<Warning> {
        let mut warnings = Vec::new();
        let mut warn = |kind: WarningKind| {
            warnings.push(Warning {
                kind,
                message: (self.grammar.warn)(kind, ""),
                span: None,
            });
        };
        let (Some(published), captured) = (self.clocks.published, self.clocks.captured) else {
            if timexes
                .iter()
                .any(|timex| timex.anchor == Anchor::Published && timex.value.is_none())
            {
                warn(WarningKind::NoPublished);
            }
            return warnings;
        };
        let Some(captured) = captured else {
            return warnings;
        };
        if captured.at < published.at {
            warn(WarningKind::CapturedBeforePublished);
        }
        let hourly = timexes
            .iter()
            .any(|timex| timex.role == TimexRole::Card && timex.kind == TimexKind::Time);
        if hourly && (captured.at - published.at).num_hours() > 36 {
            warn(WarningKind::PublishedLongBefore);
        }
        warnings
    }
}

/// The night before the day of an answer.
fn before_it(answer: Answer) -> Answer {
    let night = |day: NaiveDate| {
        Some(Value::Part(
            day.pred_opt()?,
            super::expression::DayPart::Night,
        ))
    };
    let value = answer.value.as_ref().and_then(Value::day).and_then(night);
    Answer {
        value,
        alternatives: Vec::new(),
        ..answer
    }
}

/// Puts the zone behind each clock of a value.
fn with_suffix(value: &Value, suffix: &str) -> String {
    match value {
        Value::Range(from, to) => {
            format!("{}/{}", with_suffix(from, suffix), with_suffix(to, suffix))
        }
        Value::Minute { .. } => value.timex3() + suffix,
        _ => value.timex3(),
    }
}

fn kind_of(expression: &TimeExpression, value: Option<&Value>) -> TimexKind {
    match (expression, value) {
        (TimeExpression::Set { .. }, _) => TimexKind::Set,
        (TimeExpression::Duration { .. }, _) | (_, Some(Value::Amount(_))) => TimexKind::Duration,
        (_, Some(value)) if value.is_time() => TimexKind::Time,
        (TimeExpression::Shift { amount, .. }, None) => match amount.parts.last() {
            Some((_, Unit::Second | Unit::Minute | Unit::Hour | Unit::Night)) => TimexKind::Time,
            _ => TimexKind::Date,
        },
        (expression, None) if expression.is_time() => TimexKind::Time,
        (
            TimeExpression::Holiday { eve: true, .. } | TimeExpression::Hijri { eve: true, .. },
            None,
        ) => TimexKind::Time,
        _ => TimexKind::Date,
    }
}

impl Scope<'_> {
    /// What an expression comes to from this viewpoint.
    pub(super) fn answer(&self, expression: &TimeExpression) -> Answer {
        match expression {
            TimeExpression::Date(fields) => self.date(*fields),
            TimeExpression::Nearby { unit, steps } => self.nearby(*unit, *steps),
            TimeExpression::Shift { amount, toward } => self.shift(amount, *toward),
            TimeExpression::FromMention {
                amount,
                toward,
                part,
                counted,
            } => self.after_mention(amount, *toward, *part, *counted),
            TimeExpression::SamePeriod { years } => self.same_period(*years),
            TimeExpression::Quarter(number, year) => {
                self.part_of_year(year.or(self.partner_year()), |y| Value::Quarter(y, *number))
            }
            TimeExpression::Half(number, year) => {
                self.part_of_year(year.or(self.partner_year()), |y| Value::Half(y, *number))
            }
            TimeExpression::Trimester(number, year) => self.part_of_year(*year, |y| {
                let first = (number - 1) * 4 + 1;
                Value::Range(
                    Box::new(Value::Month(y, first)),
                    Box::new(Value::Month(y, first + 3)),
                )
            }),
            TimeExpression::Season(season, year) => {
                self.in_year(*year, |y| Value::Season(y, *season))
            }
            TimeExpression::SchoolYear(from, to) => Answer::absolute(Value::SchoolYear(*from, *to)),
            TimeExpression::Decade(decade) => {
                let century = (decade % 10 == 0).then_some(Value::Century(*decade / 10));
                Answer::absolute(Value::Decade(*decade)).or(century, "century")
            }
            TimeExpression::Century(number) if *number < 0 => {
                Answer::absolute(Value::CenturyBefore(number.unsigned_abs() - 1))
            }
            TimeExpression::Century(number) => Answer::absolute(Value::Century(*number - 1)),
            TimeExpression::YearBefore(year) => Answer::absolute(Value::YearBefore(*year)),
            TimeExpression::YearOfEra(year) => {
                Answer::absolute(Value::Year(i32::try_from(*year).unwrap_or(0)))
            }
            TimeExpression::Hijri {
                day,
                month,
                year,
                gregorian,
                eve,
            } => {
                let answer = self.hijri(*day, *month, *year, *gregorian);
                if *eve { before_it(answer) } else { answer }
            }
            TimeExpression::Holiday {
                feast,
                year,
                lean,
                days,
                eve,
            } => self.holiday(*feast, *year, *lean, *days, *eve),
            TimeExpression::Anniversary {
                nth,
                origin: (year, month, day),
            } => {
                let value = NaiveDate::from_ymd_opt(year + nth, *month, *day).map(Value::Day);
                Answer {
                    value,
                    ..Answer::absolute(Value::Ref(Toward::Present))
                }
            }
            TimeExpression::Duration { amount, window } => {
                let answer = Answer::absolute(Value::Amount(amount.clone()));
                match window {
                    Some(toward) => Answer {
                        anchor: self.view.anchor,
                        direction: if *toward == Toward::Past {
                            Direction::Past
                        } else {
                            Direction::Future
                        },
                        why: "window".to_owned(),
                        window: Some(*toward),
                        ..answer
                    },
                    None => answer,
                }
            }
            TimeExpression::Set { base, .. } => Answer::absolute(Value::Recurring(*base)),
            TimeExpression::Ref(toward) => {
                let direction = match toward {
                    Toward::Past => Direction::Past,
                    Toward::Present => Direction::Same,
                    Toward::Future => Direction::Future,
                };
                Answer {
                    anchor: self.view.anchor,
                    direction,
                    why: "lexical".to_owned(),
                    ..Answer::absolute(Value::Ref(*toward))
                }
            }
            TimeExpression::Range(from, to) => self.range(from, to),
        }
    }

    /// The year of the quarter or half that a list or range joins this one to.
    fn partner_year(&self) -> Option<YearRef> {
        let partner = self.this()?.partner?;
        match self.found.get(partner)?.expression {
            TimeExpression::Quarter(_, year) | TimeExpression::Half(_, year) => year,
            _ => None,
        }
    }

    /// The year a day is in, for the viewpoint.
    pub(super) fn this_year(&self) -> Option<i32> {
        self.view.today().map(|today| today.year())
    }
}
