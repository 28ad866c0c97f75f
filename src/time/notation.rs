//! Expressions in one line, for people: `Shift(3 hour, past)`, `Date(Tue, 2024-1-9, night)`.
//!
//! What a test prints when it fails and what `sorot explain` shows. Only what was written appears; `now-1` is a step
//! from the clock. `timex3` writes values, this writes what they were made from.

use super::expression::{
    Amount, Count, DayPart, Fields, Lean, MonthRef, Part, Recurring, Season, TimeExpression,
    TimeOfDay, Toward, YearRef, ZoneWord,
};
use super::lexicon::Sense;
use std::fmt::{Display, Formatter, Result};

/// ```
/// use sorot::time::{Amount, Count, TimeExpression, Toward, Unit};
/// let amount = Amount::of(Count::whole(3), Unit::Hour);
/// let expression = TimeExpression::Shift { amount, toward: Toward::Past };
/// assert_eq!(expression.to_string(), "Shift(3 hour, past)");
/// ```
impl Display for TimeExpression {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let (name, parts) = self.outline();
        f.write_str(name)?;
        if parts.is_empty() {
            return Ok(());
        }
        write!(f, "({})", parts.join(", "))
    }
}

/// What is said, in order, without what is not.
#[derive(Default)]
struct Said(Vec<String>);

impl Said {
    fn with(mut self, what: impl Display) -> Self {
        self.0.push(what.to_string());
        self
    }

    fn maybe<T>(self, what: Option<T>, say: impl FnOnce(T) -> String) -> Self {
        match what {
            Some(what) => self.with(say(what)),
            None => self,
        }
    }

    fn flag(self, set: bool, name: &str) -> Self {
        if set { self.with(name) } else { self }
    }
}

impl TimeExpression {
    /// The name of the variant and what is said in it.
    fn outline(&self) -> (&'static str, Vec<String>) {
        let said = Said::default;
        let (name, said) = match self {
            Self::Date(fields) => ("Date", date(fields)),
            Self::Nearby { unit, steps } => ("Nearby", said().with(unit.name()).with(step(*steps))),
            Self::Shift { amount, toward } => ("Shift", said().with(amount).with(toward)),
            Self::FromMention {
                amount,
                toward,
                part,
                counted,
            } => (
                "FromMention",
                said()
                    .with(amount)
                    .with(toward)
                    .maybe(*part, |part| part.to_string())
                    .flag(*counted, "counted"),
            ),
            Self::SamePeriod { years, written } => (
                "SamePeriod",
                said()
                    .with(format_args!("{years:+} year"))
                    .maybe(*written, |year| format!("in {year}")),
            ),
            Self::WeekOf { nth, whole } => (
                "WeekOf",
                said()
                    .with(nth.map_or("last".to_owned(), |nth| nth.to_string()))
                    .with(whole),
            ),
            Self::Quarter(n, year) => ("Quarter", of_year(*n, *year)),
            Self::Half(n, year) => ("Half", of_year(*n, *year)),
            Self::Trimester(n, year) => ("Trimester", of_year(*n, *year)),
            Self::Season(season, year) => ("Season", said().with(season).with(year)),
            Self::SchoolYear(from, to) => ("SchoolYear", said().with(from).with(to)),
            Self::Decade(n) => ("Decade", said().with(n)),
            Self::Century(n) => ("Century", said().with(n)),
            Self::YearBefore(n) => ("YearBefore", said().with(n)),
            Self::YearOfEra(n) => ("YearOfEra", said().with(n)),
            Self::Hijri {
                day,
                month,
                year,
                gregorian,
                lean,
                eve,
            } => (
                "Hijri",
                said()
                    .maybe(*day, |day| format!("day {day}"))
                    .with(format_args!("month {month}"))
                    .maybe(*year, |year| format!("year {year}"))
                    .maybe(*gregorian, |year| format!("of {year}"))
                    .maybe(*lean, |lean| lean.to_string())
                    .flag(*eve, "eve"),
            ),
            Self::HijriYear(year) => ("HijriYear", said().with(year)),
            Self::Holiday {
                feast,
                year,
                lean,
                days,
                eve,
            } => (
                "Holiday",
                said()
                    .with(feast.map_or("in play".to_owned(), |feast| format!("feast {}", feast.0)))
                    .maybe(*year, |year| year.to_string())
                    .maybe(*lean, |lean| lean.to_string())
                    .flag(*days != 0, &format!("{days:+} day"))
                    .flag(*eve, "eve"),
            ),
            Self::Anniversary {
                nth,
                origin: (year, month, day),
            } => (
                "Anniversary",
                said()
                    .with(nth)
                    .with(format_args!("of {year}-{month}-{day}")),
            ),
            Self::Duration { amount, window } => (
                "Duration",
                said()
                    .with(amount)
                    .maybe(*window, |toward| format!("window {toward}")),
            ),
            Self::Set { base, times } => (
                "Set",
                said()
                    .with(base)
                    .maybe(*times, |times| format!("{times} times")),
            ),
            Self::Ref(toward) => ("Ref", said().with(toward)),
            Self::Range(from, to) => ("Range", said().with(from).with(to)),
        };
        (name, said.0)
    }
}

fn of_year(n: u32, year: Option<YearRef>) -> Said {
    let said = Said::default().with(n);
    said.maybe(year, |year| year.to_string())
}

/// `now`, `now-1`.
fn step(steps: i32) -> String {
    if steps == 0 {
        "now".to_owned()
    } else {
        format!("now{steps:+}")
    }
}

fn date(fields: &Fields) -> Said {
    let Fields {
        year,
        month,
        day,
        weekday,
        week,
        from_today,
        part,
        eve,
        time,
        zone,
        lean,
        month_first,
    } = fields;
    Said::default()
        .maybe(*weekday, |day| day.to_string())
        .maybe(calendar(*year, *month, *day), |date| date)
        .maybe(*week, |steps| format!("week {}", step(steps)))
        .maybe(*from_today, |steps| format!("day {}", step(steps)))
        .maybe(*part, |part| part.to_string())
        .flag(*eve, "eve")
        .maybe(*time, |time| time.to_string())
        .maybe(*zone, |zone| zone.to_string())
        .maybe(*lean, |lean| lean.to_string())
        .flag(*month_first, "month first")
}

/// Year, month and day with `?` for what was not written: `?-1-9`, `2024`; nothing if none was.
fn calendar(year: Option<YearRef>, month: Option<MonthRef>, day: Option<u32>) -> Option<String> {
    let month = month.map(|month| match month {
        MonthRef::Written(month) => month.to_string(),
        MonthRef::Steps(steps) => format!("month {}", step(steps)),
    });
    let mut fields = [
        year.map(|year| year.to_string()),
        month,
        day.map(|day| day.to_string()),
    ]
    .to_vec();
    while fields.last().is_some_and(Option::is_none) {
        fields.pop();
    }
    let written: Vec<String> = fields
        .into_iter()
        .map(|field| field.unwrap_or("?".to_owned()))
        .collect();
    (!written.is_empty()).then(|| written.join("-"))
}

/// `4 year 6 month`, `2.5 hour`, `3..5 day`, `some week`.
impl Display for Amount {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        for (index, (count, unit)) in self.parts.iter().enumerate() {
            let space = if index > 0 { " " } else { "" };
            write!(f, "{space}{count}")?;
            if let Some(upto) = self.upto.filter(|_| index + 1 == self.parts.len()) {
                write!(f, "..{upto}")?;
            }
            write!(f, " {}", unit.name())?;
        }
        Ok(())
    }
}

/// `3`, `2.5`, `some`.
impl Display for Count {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Vague => f.write_str("some"),
            Self::Exact(n) if n % 1000 == 0 => write!(f, "{}", n / 1000),
            Self::Exact(n) => {
                let decimals = format!("{:03}", (n % 1000).abs());
                write!(f, "{}.{}", n / 1000, decimals.trim_end_matches('0'))
            }
        }
    }
}

/// `past`.
impl Display for Toward {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(match self {
            Self::Past => "past",
            Self::Present => "present",
            Self::Future => "future",
        })
    }
}

/// `last`.
impl Display for Lean {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(match self {
            Self::Last => "last",
            Self::Coming => "coming",
            Self::Next => "next",
            Self::This => "this",
        })
    }
}

/// `2024`, or `year now-1`.
impl Display for YearRef {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Written(year) => write!(f, "{year}"),
            Self::Steps(steps) => write!(f, "year {}", step(*steps)),
            Self::FromMention(steps) => write!(f, "year mentioned{steps:+}"),
        }
    }
}

/// `night`, `morning START`.
impl Display for Part {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(match self.of_day {
            DayPart::EarlyMorning => "early morning",
            DayPart::Morning => "morning",
            DayPart::Midday => "midday",
            DayPart::Afternoon => "afternoon",
            DayPart::Evening => "evening",
            DayPart::Night => "night",
        })?;
        match self.third {
            Some(third) => write!(f, " {}", third.name()),
            None => Ok(()),
        }
    }
}

/// `19:30`, and `02:00+1` for the day after.
impl Display for TimeOfDay {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)?;
        if let Some(second) = self.second {
            write!(f, ":{second:02}")?;
        }
        if self.carry == 0 {
            return Ok(());
        }
        write!(f, "{:+}", self.carry)
    }
}

/// `+07:00`, `local`.
impl Display for ZoneWord {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Fixed(minutes) => {
                let sign = if *minutes < 0 { '-' } else { '+' };
                let minutes = minutes.unsigned_abs();
                write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
            }
            Self::Local => f.write_str("local"),
            Self::London => f.write_str("London"),
            Self::NewYork => f.write_str("New York"),
        }
    }
}

/// `summer`.
impl Display for Season {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(match self {
            Self::Spring => "spring",
            Self::Summer => "summer",
            Self::Autumn => "autumn",
            Self::Winter => "winter",
            Self::Dry => "dry",
            Self::Wet => "wet",
        })
    }
}

/// `Mon`, `weekend`, `8-17`, `2 year`.
impl Display for Recurring {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Weekday(day, None) => write!(f, "{day}"),
            Self::Weekday(day, Some(part)) => write!(f, "{day} {part}"),
            Self::Weekdays(from, to, None) => write!(f, "{from}-{to}"),
            Self::Weekdays(from, to, Some(part)) => write!(f, "{from}-{to} {part}"),
            Self::Weekend => f.write_str("weekend"),
            Self::DayOfYear(month, day) => write!(f, "{month}-{day}"),
            Self::DayOfMonth(day) => write!(f, "day {day}"),
            Self::Month(month) => write!(f, "month {month}"),
            Self::Part(part) => write!(f, "{part}"),
            Self::Time(time) => write!(f, "{time}"),
            Self::Period(count, unit) => write!(f, "{count} {}", unit.name()),
        }
    }
}

/// As the first two columns of a lexicon would have it: `unit hour`, `deictic -1`, `signal since`.
impl Display for Sense {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Month(n) => write!(f, "month {n}"),
            Self::ShortMonth(n) => write!(f, "short-month {n}"),
            Self::HijriMonth(n) => write!(f, "hijri-month {n}"),
            Self::Weekday(day) => write!(f, "weekday {day}"),
            Self::ShortWeekday(day) => write!(f, "short-weekday {day}"),
            Self::Number(n) => write!(f, "number {n}"),
            Self::Scale(n) => write!(f, "scale {n}"),
            Self::Fraction(n) => write!(f, "fraction {n}/1000"),
            Self::Ordinal(n) => write!(f, "ordinal {n}"),
            Self::Unit(unit) => write!(f, "unit {}", unit.name()),
            Self::One(unit) => write!(f, "one {}", unit.name()),
            Self::Many(unit) => write!(f, "many {}", unit.name()),
            Self::Part(part) => write!(f, "part {part}"),
            Self::Deictic(days) => write!(f, "deictic {days}"),
            Self::Modifier(modifier) => write!(f, "modifier {}", modifier.name()),
            Self::Zone(minutes) => write!(f, "zone {}", ZoneWord::Fixed(*minutes)),
            Self::Season(season) => write!(f, "season {season}"),
            Self::Feast(n) => write!(f, "feast {n}"),
            Self::Signal(bound) => write!(f, "signal {}", bound.name()),
            Self::Opener(class) => f.write_str(&dashed(&format!("{class:?}"))),
            // The others have a name and nothing else.
            bare => f.write_str(&dashed(&format!("{bare:?}"))),
        }
    }
}

/// `YearCue` → `year-cue`.
fn dashed(name: &str) -> String {
    let mut dashed = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !dashed.is_empty() {
            dashed.push('-');
        }
        dashed.extend(c.to_lowercase());
    }
    dashed
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Weekday;

    #[test]
    fn only_what_was_written_appears() {
        let fields = Fields {
            weekday: Some(Weekday::Tue),
            month: Some(MonthRef::Written(1)),
            day: Some(9),
            part: Some(Part {
                of_day: DayPart::Night,
                third: None,
            }),
            ..Fields::default()
        };
        let date = TimeExpression::Date(fields);
        assert_eq!(date.to_string(), "Date(Tue, ?-1-9, night)");
        let half = Count::Exact(2500);
        assert_eq!(half.to_string(), "2.5");
        let range = TimeExpression::Range(
            Box::new(TimeExpression::Decade(199)),
            Box::new(TimeExpression::Quarter(2, Some(YearRef::Steps(-1)))),
        );
        assert_eq!(
            range.to_string(),
            "Range(Decade(199), Quarter(2, year now-1))"
        );
        assert_eq!(Sense::YearCue.to_string(), "year-cue");
    }
}
