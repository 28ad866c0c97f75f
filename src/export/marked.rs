//! A document beside its text, checked: what every format is written from.

use super::digest::Digest;
use super::document::{Document, EntityRecord, TimexRecord, ZoneRecord};
use super::error::ExportError;
use super::flat::{FlatMark, Marking, settle};
use super::words::Words;
use crate::article::ZoneKind;
use crate::entity::EntityKind;
use crate::text::{OffsetUnit, Offsets, Span};
use crate::time::{Clock, Modifier, TimexKind};
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use std::collections::{HashMap, HashSet};

pub(super) type Instant = DateTime<FixedOffset>;

/// A document whose places all lie in its text.
///
/// What refers to something that is not there (a cluster to a name that was removed, a time to one that was filtered
/// out) is no error: whoever hides a kind leaves such references behind.
pub(super) struct Marked<'a> {
    pub(super) text: &'a str,
    pub(super) digest: Digest,
    pub(super) document: &'a Document,
    pub(super) published: Option<Instant>,
    pub(super) captured: Option<Instant>,
    pub(super) offset: FixedOffset,
    /// In text order, without overlap.
    pub(super) zones: Vec<Zone<'a>>,
    /// In text order.
    pub(super) times: Vec<Time<'a>>,
    /// In text order.
    pub(super) names: Vec<Name<'a>>,
}

pub(super) struct Zone<'a> {
    pub(super) span: Span,
    pub(super) kind: ZoneKind,
    pub(super) record: &'a ZoneRecord,
}

pub(super) struct Time<'a> {
    pub(super) span: Span,
    pub(super) kind: TimexKind,
    pub(super) modifier: Option<Modifier>,
    pub(super) earliest: Option<Instant>,
    pub(super) latest: Option<Instant>,
    pub(super) record: &'a TimexRecord,
}

pub(super) struct Name<'a> {
    pub(super) span: Span,
    pub(super) kind: EntityKind,
    /// An index into the clusters of the document.
    pub(super) cluster: Option<usize>,
    pub(super) record: &'a EntityRecord,
}

impl<'a> Marked<'a> {
    /// Puts a document beside the text that it is about.
    pub(super) fn new(
        text: &'a str,
        document: &'a Document,
        unit: OffsetUnit,
    ) -> Result<Self, ExportError> {
        if document.sorot != "1" {
            let problem = format!("{:?} is a version unknown here; \"1\" is", document.sorot);
            return Err(ExportError::new("sorot", problem));
        }
        let offset = document.offset.parse().map_err(|_| {
            let problem = format!("{:?} is not an offset as +07:00", document.offset);
            ExportError::new("offset", problem)
        })?;
        let ruler = Ruler {
            text,
            offsets: Offsets::new(text, unit),
            length: Offsets::new(text, unit).of(text.len()),
        };
        let mut marked = Self {
            text,
            digest: Digest::of(text),
            document,
            published: instant("published", document.published.as_deref())?,
            captured: instant("captured", document.captured.as_deref())?,
            offset,
            zones: each("zones", &document.zones, |zone| ruler.zone(zone))?,
            times: each("timexes", &document.timexes, |timex| ruler.time(timex))?,
            names: each("entities", &document.entities, |name| ruler.name(name))?,
        };
        let clusters = document.clusters.iter().enumerate();
        let cluster_of: HashMap<&str, usize> = clusters
            .flat_map(|(index, cluster)| cluster.mentions.iter().map(move |id| (&**id, index)))
            .collect();
        for name in &mut marked.names {
            name.cluster = cluster_of.get(&*name.record.id).copied();
        }
        check_zones(&marked.zones)?;
        check_ids(document)?;
        marked.times.sort_by_key(|time| time.span);
        marked.names.sort_by_key(|name| name.span);
        Ok(marked)
    }

    /// The marks of both layers without overlap.
    pub(super) fn flat(&self) -> Vec<FlatMark> {
        let times = self.times.iter().enumerate();
        let times = times.map(|(index, time)| (time.span, Marking::Time(index)));
        let names = self.names.iter().enumerate();
        let names = names.map(|(index, name)| (name.span, Marking::Name(index)));
        settle(times.chain(names).collect())
    }

    /// The zone that holds a byte.
    pub(super) fn zone_at(&self, byte: usize) -> Option<&Zone<'a>> {
        let next = self.zones.partition_point(|zone| zone.span.end() <= byte);
        let zone = self.zones.get(next)?;
        (zone.span.start() <= byte).then_some(zone)
    }

    /// The interval of a time as it is shown, in the document's offset, whatever offset it was written in.
    ///
    /// A day that was counted from a clock, `2 hari lalu`, lies between two moments that are no midnights; it is shown as
    /// the day that its value names, for it is known no finer.
    pub(super) fn shown(&self, time: &Time<'_>) -> [Option<Instant>; 2] {
        let sides = [time.earliest, time.latest];
        let sides = sides.map(|side| side.map(|at| at.with_timezone(&self.offset)));
        let is_day = time.record.granularity.as_deref() == Some("day");
        let value = time.record.value.as_deref().filter(|_| is_day);
        let day = value.and_then(|value| NaiveDate::parse_from_str(value, "%Y-%m-%d").ok());
        let midnight = |day: NaiveDate| {
            day.and_time(NaiveTime::MIN)
                .and_local_timezone(self.offset)
                .single()
        };
        match (day, sides) {
            (Some(day), [Some(_), Some(_)]) => [midnight(day), day.succ_opt().and_then(midnight)],
            _ => sides,
        }
    }

    /// The same in words.
    pub(super) fn interval(&self, time: &Time<'_>, words: &Words) -> Option<String> {
        let [from, to] = self.shown(time);
        words.interval(from.as_ref(), to.as_ref())
    }

    /// The headline in one line, if there is one.
    pub(super) fn title(&self) -> Option<String> {
        let headline = self
            .zones
            .iter()
            .find(|zone| zone.kind == ZoneKind::Headline)?;
        let words: Vec<&str> = headline.span.of(self.text).split_whitespace().collect();
        Some(words.join(" "))
    }
}

/// Whether nothing of a text can be seen: the zones leave such characters out, as they do blank lines.
pub(super) fn is_blank(text: &str) -> bool {
    let is_hidden = |c: char| {
        let format = matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
        format || c.is_whitespace() || c.is_control()
    };
    text.chars().all(is_hidden)
}

/// Checks every record; an error says which one it is about.
fn each<'a, R, C>(
    place: &str,
    records: &'a [R],
    check: impl Fn(&'a R) -> Result<C, ExportError>,
) -> Result<Vec<C>, ExportError> {
    let records = records.iter().enumerate();
    records
        .map(|(index, record)| {
            check(record).map_err(|error| error.inside(&format!("{place}[{index}]")))
        })
        .collect()
}

fn instant(place: &str, given: Option<&str>) -> Result<Option<Instant>, ExportError> {
    let Some(given) = given else {
        return Ok(None);
    };
    let clock = given.parse::<Clock>().ok();
    // A day alone says nothing of where in it the side of an interval lies.
    clock
        .filter(|clock| !clock.day_only)
        .map(|clock| Some(clock.at))
        .ok_or_else(|| {
            let problem = format!("{given:?} is not an instant as 2024-01-10T11:25+07:00");
            ExportError::new(place, problem)
        })
}

/// One of the names that may stand in a place; an error lists them.
fn one_of<T: Copy>(
    place: &str,
    given: &str,
    known: &[T],
    name: impl Fn(T) -> &'static str,
) -> Result<T, ExportError> {
    known
        .iter()
        .copied()
        .find(|value| name(*value) == given)
        .ok_or_else(|| {
            let names: Vec<_> = known.iter().map(|value| name(*value)).collect();
            ExportError::new(place, format!("{given:?} is none of {}", names.join(", ")))
        })
}

/// Offsets of the document → spans of the text.
struct Ruler<'a> {
    text: &'a str,
    offsets: Offsets<'a>,
    /// Of the text, in units of the document.
    length: usize,
}

impl Ruler<'_> {
    fn span(&self, start: usize, end: usize) -> Result<Span, ExportError> {
        let start_byte = self.byte("start", start)?;
        let end_byte = self.byte("end", end)?;
        if start >= end {
            let problem = format!("{end} does not lie behind start, {start}");
            return Err(ExportError::new("end", problem));
        }
        Ok(Span::new(start_byte, end_byte))
    }

    fn byte(&self, place: &str, at: usize) -> Result<usize, ExportError> {
        let byte = self.offsets.to_byte(at);
        let problem = if at > self.length {
            format!(
                "{at} is past the end of the text, which has {}",
                self.length
            )
        } else if self.offsets.of(byte) != at || !self.text.is_char_boundary(byte) {
            format!("{at} lies inside a character")
        } else {
            return Ok(byte);
        };
        Err(ExportError::new(place, problem))
    }

    fn zone<'a>(&self, record: &'a ZoneRecord) -> Result<Zone<'a>, ExportError> {
        Ok(Zone {
            span: self.span(record.start, record.end)?,
            kind: one_of("kind", &record.kind, &ZoneKind::ALL, ZoneKind::name)?,
            record,
        })
    }

    fn time<'a>(&self, record: &'a TimexRecord) -> Result<Time<'a>, ExportError> {
        let modifier = record.modifier.as_deref();
        Ok(Time {
            span: self.span(record.start, record.end)?,
            kind: one_of("type", &record.kind, TimexKind::ALL, TimexKind::name)?,
            modifier: modifier
                .map(|given| one_of("mod", given, Modifier::ALL, Modifier::name))
                .transpose()?,
            earliest: instant("earliest", record.earliest.as_deref())?,
            latest: instant("latest", record.latest.as_deref())?,
            record,
        })
    }

    fn name<'a>(&self, record: &'a EntityRecord) -> Result<Name<'a>, ExportError> {
        Ok(Name {
            span: self.span(record.start, record.end)?,
            kind: one_of("kind", &record.kind, &EntityKind::ALL, EntityKind::code)?,
            cluster: None,
            record,
        })
    }
}

fn check_zones(zones: &[Zone<'_>]) -> Result<(), ExportError> {
    for (index, pair) in zones.windows(2).enumerate() {
        if let [before, zone] = pair
            && zone.span.start() < before.span.end()
        {
            let place = format!("zones[{}].start", index + 1);
            let problem = format!(
                "{} lies before the end of zones[{index}]",
                zone.record.start
            );
            return Err(ExportError::new(place, problem));
        }
    }
    Ok(())
}

fn check_ids(document: &Document) -> Result<(), ExportError> {
    let timexes = document.timexes.iter().map(|timex| &timex.id).enumerate();
    let timexes = timexes.map(|(index, id)| ("timexes", index, id));
    let names = document.entities.iter().map(|name| &name.id).enumerate();
    let names = names.map(|(index, id)| ("entities", index, id));
    let mut seen = HashSet::new();
    for (place, index, id) in timexes.chain(names) {
        if !seen.insert(id) {
            let place = format!("{place}[{index}].id");
            return Err(ExportError::new(place, format!("{id:?} stands twice")));
        }
    }
    Ok(())
}
