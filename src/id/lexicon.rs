//! `lexicon.tsv` → [`Lexicon`].

use crate::time::{Bound, Class, DayPart, Lexicon, Modifier, Part, Season, Sense, Unit};
use chrono::Weekday;

/// The temporal words of Indonesian, without the feasts.
pub(super) fn lexicon() -> Lexicon {
    let mut lexicon = Lexicon::new();
    for line in include_str!("lexicon.tsv").lines() {
        if let Some((sense, words)) = row(line) {
            for word in words.split_whitespace() {
                lexicon.add(word, sense);
            }
        }
    }
    lexicon
}

/// The sense and the words of a line; `None` for comments, and for a line that is wrong, which a test refuses.
fn row(line: &str) -> Option<(Sense, &str)> {
    let mut columns = line.split('\t');
    let (sense, value, words) = (columns.next()?, columns.next()?, columns.next()?);
    let sense = match sense {
        "month" => Sense::Month(value.parse().ok()?),
        "short-month" => Sense::ShortMonth(value.parse().ok()?),
        "hijri-month" => Sense::HijriMonth(value.parse().ok()?),
        "weekday" => Sense::Weekday(weekday(value)?),
        "short-weekday" => Sense::ShortWeekday(weekday(value)?),
        "number" => Sense::Number(value.parse().ok()?),
        "scale" => Sense::Scale(value.parse().ok()?),
        "teen" => Sense::Teen,
        "vague" => Sense::Vague,
        "fraction" => Sense::Fraction(value.parse().ok()?),
        "ordinal" => Sense::Ordinal(value.parse().ok()?),
        "unit" => Sense::Unit(unit(value)?),
        "one" => Sense::One(unit(value)?),
        "many" => Sense::Many(unit(value)?),
        "part" => Sense::Part(part(value)?),
        "deictic" => Sense::Deictic(value.parse().ok()?),
        "modifier" => Sense::Modifier(modifier(value)?),
        "zone" => Sense::Zone(value.parse().ok()?),
        "season" => Sense::Season(season(value)?),
        "signal" => Sense::Signal(bound(value)?),
        "year-cue" => Sense::YearCue,
        "year-noun" => Sense::YearNoun,
        "counted" => Sense::Counted,
        "future" => Sense::Future,
        "past" => Sense::Past,
        "speech" => Sense::Speech,
        "former" => Sense::Former,
        "event-head" => Sense::EventHead,
        "unformed" => Sense::Unformed,
        "telling" => Sense::Telling,
        "name-head" => Sense::NameHead,
        "person-head" => Sense::PersonHead,
        "opener" => Sense::Opener(opens(value)?),
        "suffix" => Sense::Suffix,
        "clause-end" => Sense::ClauseEnd,
        "and" => Sense::And,
        "clause-opening" => Sense::ClauseOpening,
        _ => return None,
    };
    Some((sense, words))
}

fn opens(kind: &str) -> Option<Class> {
    Some(match kind {
        "modifier" => Class::OpensModifier,
        "set" => Class::OpensSet,
        "date" => Class::OpensDate,
        "part" => Class::OpensPart,
        "clock" => Class::OpensClock,
        "near" => Class::OpensNear,
        "period" => Class::OpensPeriod,
        "feast" => Class::OpensFeast,
        "reference" => Class::OpensReference,
        _ => return None,
    })
}

fn weekday(number: &str) -> Option<Weekday> {
    let number: u8 = number.parse().ok()?;
    Weekday::try_from(number.checked_sub(1)?).ok()
}

fn unit(name: &str) -> Option<Unit> {
    Some(match name {
        "second" => Unit::Second,
        "minute" => Unit::Minute,
        "hour" => Unit::Hour,
        "night" => Unit::Night,
        "day" => Unit::Day,
        "week" => Unit::Week,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "trimester" => Unit::Trimester,
        "half" => Unit::Half,
        "year" => Unit::Year,
        "windu" => Unit::Windu,
        "decade" => Unit::Decade,
        "century" => Unit::Century,
        "millennium" => Unit::Millennium,
        _ => return None,
    })
}

fn part(name: &str) -> Option<Part> {
    let (name, third) = match name.split_once(':') {
        Some((name, third)) => (name, Some(modifier(third)?)),
        None => (name, None),
    };
    let of_day = match name {
        "early-morning" => DayPart::EarlyMorning,
        "morning" => DayPart::Morning,
        "midday" => DayPart::Midday,
        "afternoon" => DayPart::Afternoon,
        "evening" => DayPart::Evening,
        "night" => DayPart::Night,
        _ => return None,
    };
    Some(Part { of_day, third })
}

fn modifier(name: &str) -> Option<Modifier> {
    Some(match name {
        "start" => Modifier::Start,
        "mid" => Modifier::Mid,
        "end" => Modifier::End,
        "approx" => Modifier::Approx,
        "less-than" => Modifier::LessThan,
        "equal-or-less" => Modifier::EqualOrLess,
        "equal-or-more" => Modifier::EqualOrMore,
        _ => return None,
    })
}

fn season(name: &str) -> Option<Season> {
    Some(match name {
        "spring" => Season::Spring,
        "summer" => Season::Summer,
        "autumn" => Season::Autumn,
        "winter" => Season::Winter,
        "dry" => Season::Dry,
        "wet" => Season::Wet,
        _ => return None,
    })
}

fn bound(name: &str) -> Option<Bound> {
    Some(match name {
        "since" => Bound::Since,
        "from" => Bound::From,
        "until" => Bound::Until,
        "before" => Bound::Before,
        "after" => Bound::After,
        "during" => Bound::During,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_line_of_the_lexicon_is_understood() {
        for (index, line) in include_str!("lexicon.tsv").lines().enumerate() {
            assert!(
                line.starts_with('#') || super::row(line).is_some(),
                "lexicon.tsv:{}: {line}",
                index + 1
            );
        }
    }
}
