//! The published clock: given, or found in the text by what each candidate has to say for itself.

use super::clock::{Clock, Clocks, Evidence, EvidenceSource};
use super::expression::{Fields, TimeExpression};
use super::found::{Found, Place, TimeGrammar};
use super::resolve::explicit_day;
use super::zones;
use crate::article::{Article, ZoneKind};
use chrono::{Datelike, FixedOffset, TimeDelta};

/// The clocks of an article: those given, and the published one from the text where it is not.
pub(super) fn clocks(
    article: &Article<'_>,
    found: &[Found],
    given: &Clocks,
    offset: FixedOffset,
    grammar: &TimeGrammar,
) -> Clocks {
    let mut clocks = given.clone();
    if clocks.published.is_some() {
        clocks.evidence = clocks.evidence.or(Some(Evidence {
            span: None,
            source: EvidenceSource::Given,
        }));
        return clocks;
    }
    if let Some((clock, evidence)) =
        dateline(article, found, offset, grammar).or_else(|| attribution(article, found, offset))
    {
        clocks.published = Some(clock);
        clocks.evidence = Some(evidence);
    }
    clocks
}

/// The best candidate among the full dates of the page.
fn dateline(
    article: &Article<'_>,
    found: &[Found],
    offset: FixedOffset,
    grammar: &TimeGrammar,
) -> Option<(Clock, Evidence)> {
    let mut best: Option<(i32, Clock, Evidence)> = None;
    for item in found {
        let TimeExpression::Date(fields) = &item.expression else {
            continue;
        };
        let Some(clock) = clock_of(fields, offset) else {
            continue;
        };
        let Some((score, updated)) = score(article, item, fields, grammar) else {
            continue;
        };
        if score >= 5 && best.is_none_or(|(most, ..)| score > most) {
            let source = if updated {
                EvidenceSource::Updated
            } else {
                EvidenceSource::Dateline
            };
            best = Some((
                score,
                clock,
                Evidence {
                    span: Some(item.span),
                    source,
                },
            ));
        }
    }
    best.map(|(_, clock, evidence)| (clock, evidence))
}

fn clock_of(fields: &Fields, offset: FixedOffset) -> Option<Clock> {
    let day = explicit_day(fields)?;
    let Some(time) = fields.time else {
        return if fields.part.is_none() {
            Clock::day(day, offset)
        } else {
            None
        };
    };
    let seconds = i64::from(time.hour) * 3600
        + i64::from(time.minute) * 60
        + i64::from(time.second.unwrap_or(0));
    let local = day
        .and_hms_opt(0, 0, 0)?
        .checked_add_signed(TimeDelta::try_seconds(seconds)?)?;
    let zone = zones::offset_of(fields.zone, None).unwrap_or(offset);
    Some(Clock::new(local.and_local_timezone(zone).single()?))
}

/// How much speaks for a candidate (TIME §3.2), and whether it is an update; `None` where nothing may count as published.
fn score(
    article: &Article<'_>,
    item: &Found,
    fields: &Fields,
    grammar: &TimeGrammar,
) -> Option<(i32, bool)> {
    let zone = article.zones.get(item.zone)?;
    let text = zone.span.of(&article.text);
    let before = article
        .text
        .get(zone.span.start()..item.span.start())
        .unwrap_or_default();
    let in_dateline = zone
        .dateline
        .is_some_and(|dateline| dateline.contains(item.span));
    let updated = zone.kind == ZoneKind::Updated || (grammar.is_update)(before);
    let mut score = match zone.kind {
        ZoneKind::Published => 6,
        ZoneKind::Updated => 4,
        ZoneKind::Byline | ZoneKind::Headline => 0,
        // `Jakarta, 10 Juni 2020 - …`
        ZoneKind::Body if in_dateline => 4,
        ZoneKind::Body if item.zone < 16 => 0,
        // A day alone above a line of update is the day of publication.
        ZoneKind::Boilerplate if item.place == Place::Whole && has_update(article) => 3,
        // What stands below belongs to other articles, to pictures, or to the site.
        _ => return None,
    };
    if let (Some(weekday), Some(day)) = (fields.weekday, explicit_day(fields)) {
        score += if weekday == day.weekday() { 3 } else { 0 };
    }
    score += if fields.time.is_some() { 3 } else { 0 };
    score += if fields.zone.is_some() { 2 } else { 0 };
    let rest = text.len().saturating_sub(item.span.len());
    if rest <= 2 || in_dateline || (zone.kind != ZoneKind::Body && rest <= 40) {
        score += 2;
    } else if zone.kind == ZoneKind::Body && rest > 40 {
        score -= 8;
    }
    score += i32::from(item.zone < 12);
    if updated {
        score -= 3;
    }
    Some((score, updated))
}

/// Whether the page says when it was updated.
fn has_update(article: &Article<'_>) -> bool {
    article
        .zones
        .iter()
        .any(|zone| zone.kind == ZoneKind::Updated)
}

/// The latest date of a speech in the body, `Selasa (9/1/2024)`, where the page has no dateline.
fn attribution(
    article: &Article<'_>,
    found: &[Found],
    offset: FixedOffset,
) -> Option<(Clock, Evidence)> {
    let dated = found.iter().filter_map(|item| {
        let TimeExpression::Date(fields) = &item.expression else {
            return None;
        };
        let body = article.zones.get(item.zone)?.kind == ZoneKind::Body;
        let day = explicit_day(fields).filter(|_| body && fields.weekday.is_some())?;
        Some((day, item.span))
    });
    let (day, span) = dated.max_by_key(|(day, _)| *day)?;
    let clock = Clock::day(day, offset)?;
    Some((
        clock,
        Evidence {
            span: Some(span),
            source: EvidenceSource::Attribution,
        },
    ))
}
