//! iCalendar by RFC 5545: lines, escapes, what an event must have.

use super::sample::{Sample, article};
use sorot::export::{ExportOptions, Format, export};
use sorot::text::OffsetUnit;
use std::collections::HashSet;

/// The unfolded content lines: name with parameters, value.
fn lines(calendar: &str) -> Vec<(String, String)> {
    let body = calendar.strip_suffix("\r\n").expect("the last line ends");
    for line in body.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.contains(['\r', '\n']), "{line:?}");
        assert!(
            line.chars().all(|c| c == '\t' || !c.is_control()),
            "{line:?}"
        );
    }
    let unfolded = body.replace("\r\n ", "");
    let lines = unfolded.split("\r\n").map(|line| {
        let (name, value) = line
            .split_once(':')
            .unwrap_or_else(|| panic!("no colon in {line:?}"));
        (name.to_owned(), value.to_owned())
    });
    lines.collect()
}

/// A text value without its escapes.
fn plain(value: &str) -> String {
    let mut out = String::new();
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match (c, c) {
            ('\\', _) => match chars.next().expect("something is escaped") {
                'n' | 'N' => out.push('\n'),
                c @ ('\\' | ';' | ',') => out.push(c),
                other => panic!("\\{other}"),
            },
            (';' | ',', _) => panic!("{c} without an escape in {value}"),
            (c, _) => out.push(c),
        }
    }
    out
}

/// The events, each with its lines.
fn events(calendar: &str) -> Vec<Vec<(String, String)>> {
    let lines = lines(calendar);
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(lines.first(), Some(&pair("BEGIN", "VCALENDAR")));
    assert_eq!(lines.last(), Some(&pair("END", "VCALENDAR")));
    let count = |name: &str| lines.iter().filter(|line| line.0 == name).count();
    assert_eq!((count("VERSION"), count("PRODID")), (1, 1));
    let mut events = Vec::new();
    let mut event: Option<Vec<(String, String)>> = None;
    for (name, value) in lines {
        match (name.as_str(), value.as_str()) {
            ("BEGIN", "VEVENT") => assert!(event.replace(Vec::new()).is_none()),
            ("END", "VEVENT") => events.push(event.take().unwrap()),
            _ => event
                .iter_mut()
                .for_each(|event| event.push((name.clone(), value.clone()))),
        }
    }
    assert!(event.is_none());
    events
}

pub(crate) fn check(sample: &Sample) {
    let (unit, options) = (OffsetUnit::Chars, ExportOptions::default());
    let calendar = match export(&sample.text, &sample.document, unit, Format::Ics, &options) {
        Ok(calendar) => calendar,
        Err(error) => {
            assert!(
                error.to_string().starts_with("timexes: none of them"),
                "{error}"
            );
            return;
        }
    };
    let mut ids = HashSet::new();
    for event in events(&calendar) {
        let get = |wanted: &str| {
            let mut found = event
                .iter()
                .filter(|(name, _)| name.split(';').next() == Some(wanted));
            let value = found.next().map(|(_, value)| value.clone());
            assert!(found.next().is_none(), "{wanted} stands twice");
            value
        };
        assert!(ids.insert(get("UID").unwrap()));
        assert_eq!(
            get("DTSTAMP").as_deref(),
            Some("20240607T070000Z"),
            "the captured clock"
        );
        let start = get("DTSTART").unwrap();
        let end = get("DTEND");
        assert!(
            end.as_ref()
                .is_none_or(|end| *end > start && end.len() == start.len())
        );
        assert!(
            matches!((start.len(), start.ends_with('Z')), (8, false) | (16, true)),
            "{start}"
        );
        assert!(!plain(&get("SUMMARY").unwrap()).is_empty());
        plain(&get("DESCRIPTION").unwrap());
    }
}

#[test]
fn days_are_days_and_moments_have_no_end() {
    let sample = article();
    let calendar = sample.exported(Format::Ics);
    let events = events(&calendar);
    let event = |words: &str| {
        let found = events.iter().find(|event| {
            let description = event.iter().find(|(name, _)| name == "DESCRIPTION");
            description.is_some_and(|(_, value)| plain(value).contains(&format!("\n\n{words} = ")))
        });
        let event = found.unwrap_or_else(|| panic!("{words} is not in {calendar}"));
        let times = event
            .iter()
            .filter(|(name, _)| name.starts_with("DTSTART") || name.starts_with("DTEND"));
        times
            .map(|(name, value)| format!("{name}:{value}"))
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(
        event("4 Juni 2024"),
        "DTSTART;VALUE=DATE:20240604 DTEND;VALUE=DATE:20240605"
    );
    assert_eq!(
        event("20–22 Mei 2024"),
        "DTSTART;VALUE=DATE:20240520 DTEND;VALUE=DATE:20240523"
    );
    assert_eq!(
        event("kemarin pagi"),
        "DTSTART:20240603T210000Z DTEND:20240604T030000Z"
    );
    // The date line and the stamp of a related article are no events, and a year is too long to be one.
    for words in ["Rabu\\, 5 Juni", "3 jam lalu", "1987 ="] {
        assert!(!calendar.contains(words), "{words}");
    }
}

#[test]
fn the_moment_it_was_made_can_be_said() {
    let options = ExportOptions {
        made: Some("2024-07-01T00:00:00+07:00".parse().unwrap()),
        ..ExportOptions::default()
    };
    let calendar = article().exported_with(Format::Ics, &options);
    assert!(calendar.contains("DTSTAMP:20240630T170000Z\r\n"));
}

#[test]
fn without_any_clock_there_is_no_calendar() {
    let mut sample = article();
    (sample.document.published, sample.document.captured) = (None, None);
    let (unit, options) = (OffsetUnit::Chars, ExportOptions::default());
    let error = export(&sample.text, &sample.document, unit, Format::Ics, &options).unwrap_err();
    let said =
        "captured: a calendar says when it was made; give the captured or the published clock";
    assert_eq!(error.to_string(), said);
}
