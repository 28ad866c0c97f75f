//! iCalendar (RFC 5545): an event for each time that a calendar can hold.

use super::error::ExportError;
use super::format::ExportOptions;
use super::marked::{Instant, Marked, Time};
use super::sentences::Sentences;
use crate::time::TimexKind;
use chrono::{Duration, Timelike, Utc};

/// What is longer than this is a when that no calendar has a place for: a year is no event of a year.
const LONGEST: Duration = Duration::days(31);

/// The longest summary, in characters.
const SUMMARY: usize = 90;

/// An event says in its summary and its description the sentence of the article that the time stands in. Whole days are
/// dates; a minute is a moment without an end; what is known to lie between two moments lasts from one to the other.
pub(super) fn write(marked: &Marked<'_>, options: &ExportOptions) -> Result<String, ExportError> {
    let made = options.made.or(marked.captured).or(marked.published);
    let made = made.ok_or_else(|| {
        let problem = "a calendar says when it was made; give the captured or the published clock";
        ExportError::new("captured", problem)
    })?;
    let mut lines = Lines(String::new());
    lines.push("BEGIN", "VCALENDAR");
    lines.push("VERSION", "2.0");
    lines.push("PRODID", "-//Sorot//Sorot 1//EN");
    lines.push("CALSCALE", "GREGORIAN");
    if let Some(title) = marked.title() {
        lines.text("NAME", &title);
        lines.text("X-WR-CALNAME", &title);
    }
    let sentences = Sentences::of(marked, &options.abbreviations);
    let mut events = 0;
    for time in &marked.times {
        let Some((from, to)) = interval(marked, time) else {
            continue;
        };
        let sentence = sentences.around(time.span, marked.text);
        lines.push("BEGIN", "VEVENT");
        lines.push(
            "UID",
            &marked.digest.uuid(&format!("event {}", time.record.id)),
        );
        lines.push("DTSTAMP", &utc(&made));
        span(&mut lines, time, &from, &to);
        lines.text("SUMMARY", &shortened(&sentence));
        let value = time.record.value.as_deref().unwrap_or_default();
        let words = time.span.of(marked.text);
        lines.text("DESCRIPTION", &format!("{sentence}\n\n{words} = {value}"));
        lines.push("TRANSP", "TRANSPARENT");
        lines.push("END", "VEVENT");
        events += 1;
    }
    if events == 0 {
        let problem = "none of them is a date or a time that a calendar can hold";
        return Err(ExportError::new("timexes", problem));
    }
    lines.push("END", "VCALENDAR");
    Ok(lines.0)
}

/// The interval of a time that is an event of the article, not its date line, not the age of a person or a part of a name.
fn interval(marked: &Marked<'_>, time: &Time<'_>) -> Option<(Instant, Instant)> {
    let is_point = matches!(time.kind, TimexKind::Date | TimexKind::Time);
    let role = time.record.role.as_str();
    let happens = !matches!(role, "dateline" | "card" | "age" | "event-name");
    let [from, to] = marked.shown(time);
    let (from, to) = from.zip(to)?;
    let fits = from < to && to - from <= LONGEST;
    (is_point && happens && fits).then_some((from, to))
}

fn span(lines: &mut Lines, time: &Time<'_>, from: &Instant, to: &Instant) {
    let is_midnight = |at: &Instant| at.num_seconds_from_midnight() == 0;
    if is_midnight(from) && is_midnight(to) {
        let date = |at: &Instant| at.format("%Y%m%d").to_string();
        lines.push("DTSTART;VALUE=DATE", &date(from));
        lines.push("DTEND;VALUE=DATE", &date(to));
        return;
    }
    lines.push("DTSTART", &utc(from));
    let granularity = time.record.granularity.as_deref();
    if !matches!(granularity, Some("minute" | "second")) || *to - *from > Duration::minutes(1) {
        lines.push("DTEND", &utc(to));
    }
}

fn utc(at: &Instant) -> String {
    at.with_timezone(&Utc).format("%Y%m%dT%H%M%SZ").to_string()
}

/// The beginning of a sentence, cut between words.
fn shortened(sentence: &str) -> String {
    let Some((cut, _)) = sentence.char_indices().nth(SUMMARY) else {
        return sentence.to_owned();
    };
    let head = sentence.get(..cut).unwrap_or_default();
    let words = head.rsplit_once(' ').map_or(head, |(words, _)| words);
    format!("{words}…")
}

/// Content lines: folded at 75 octets, ended by CRLF.
struct Lines(String);

impl Lines {
    /// A property whose value is written as it is.
    fn push(&mut self, name: &str, value: &str) {
        let mut octets = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if octets + c.len_utf8() > 75 {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(c);
            octets += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// A property whose value is text.
    fn text(&mut self, name: &str, text: &str) {
        let mut value = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '\\' | ';' | ',' => value.extend(['\\', c]),
                '\n' => value.push_str("\\n"),
                '\t' => value.push('\t'),
                c if c.is_control() => value.push(char::REPLACEMENT_CHARACTER),
                c => value.push(c),
            }
        }
        self.push(name, &value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_characters() {
        let mut lines = Lines(String::new());
        lines.text("SUMMARY", &"é👍, ".repeat(40));
        assert!(lines.0.ends_with("\r\n"));
        for line in lines.0.split("\r\n") {
            assert!(line.len() <= 75, "{line}");
        }
        let unfolded = lines.0.replace("\r\n ", "");
        assert_eq!(unfolded, format!("SUMMARY:{}\r\n", "é👍\\, ".repeat(40)));
    }

    #[test]
    fn a_summary_ends_with_a_word() {
        let sentence = "kata ".repeat(30);
        let short = shortened(&sentence);
        assert!(short.ends_with("kata…") && short.chars().count() <= SUMMARY);
        assert_eq!(shortened("Pendek."), "Pendek.");
    }
}
