//! Offsets: of the document, and of the zone words in it.

use super::clock::Clocks;
use super::expression::{TimeExpression, ZoneWord};
use super::found::{Found, TimeGrammar};
use super::value::Value;
use crate::article::{Article, ZoneKind};
use chrono::{Datelike, FixedOffset, NaiveDate, Offset, Utc, Weekday};

const WIB: i32 = 420;

/// An offset of so many minutes east.
fn offset(minutes: i32) -> FixedOffset {
    FixedOffset::east_opt(minutes.clamp(-1439, 1439) * 60).unwrap_or_else(|| Utc.fix())
}

/// The offset of a document: the given published clock's, else the dateline's zone word, else its place, else WIB.
pub(super) fn document_offset(
    article: &Article<'_>,
    found: &[Found],
    given: &Clocks,
    grammar: &TimeGrammar,
) -> FixedOffset {
    // An instant in UTC says when, not where.
    if let Some(published) = given.published
        && published.at.offset().local_minus_utc() != 0
    {
        return *published.at.offset();
    }
    let kind = |item: &Found| article.zones.get(item.zone).map(|zone| zone.kind);
    let zone_word = found
        .iter()
        .find_map(|item| match (&item.expression, kind(item)) {
            (TimeExpression::Date(fields), Some(ZoneKind::Published | ZoneKind::Updated)) => {
                offset_of(fields.zone, None)
            }
            _ => None,
        });
    let place = || {
        article.zones.iter().find_map(|zone| {
            let dateline = zone.dateline?.of(&article.text);
            dateline
                .split(|c: char| !c.is_alphabetic())
                .find_map(|word| (grammar.place_offset)(word))
                .map(offset)
        })
    };
    zone_word.or_else(place).unwrap_or_else(|| offset(WIB))
}

/// The offset of a zone word, on the day of the value for places that keep summer time.
pub(super) fn offset_of(zone: Option<ZoneWord>, value: Option<&Value>) -> Option<FixedOffset> {
    let day = value.and_then(Value::day);
    match zone? {
        ZoneWord::Fixed(minutes) => Some(offset(minutes)),
        ZoneWord::Local => None,
        ZoneWord::London => Some(offset(if day.is_some_and(british_summer) {
            60
        } else {
            0
        })),
        ZoneWord::NewYork => Some(offset(if day.is_some_and(american_summer) {
            -240
        } else {
            -300
        })),
    }
}

/// From the last Sunday of March to the last of October (EU Directive 2000/84/EC).
fn british_summer(day: NaiveDate) -> bool {
    let last = |month: u32| {
        let end = NaiveDate::from_ymd_opt(day.year(), month, 31)?;
        Some(end - chrono::TimeDelta::days(i64::from(end.weekday().num_days_from_sunday())))
    };
    last(3).is_some_and(|start| start <= day) && last(10).is_some_and(|end| day < end)
}

/// From the second Sunday of March to the first of November (Energy Policy Act of 2005).
fn american_summer(day: NaiveDate) -> bool {
    let nth = |month: u32, n: u8| {
        NaiveDate::from_weekday_of_month_opt(day.year(), month, Weekday::Sun, n)
    };
    nth(3, 2).is_some_and(|start| start <= day) && nth(11, 1).is_some_and(|end| day < end)
}
