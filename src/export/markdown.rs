//! The article as Markdown, its times in footnotes, its names in a list.

use super::flat::{Marking, settle};
use super::marked::{Marked, Time, is_blank};
use super::words::Words;
use crate::article::ZoneKind;
use crate::entity::EntityKind;
use crate::text::Span;
use std::collections::HashMap;
use std::fmt::Write as _;

/// `CommonMark`, with the footnotes of GitHub, Pandoc and most others. Whatever stands in the text stays text.
pub(super) fn write(marked: &Marked<'_>, words: &Words) -> String {
    let times = marked.times.iter().enumerate();
    let spans = times.map(|(index, time)| (time.span, Marking::Time(index)));
    let times: Vec<&Time<'_>> = settle(spans.collect())
        .into_iter()
        .filter_map(|mark| match mark.shown {
            Marking::Time(index) => marked.times.get(index),
            Marking::Name(_) => None,
        })
        .filter(|time| !is_blank(time.span.of(marked.text)))
        .collect();
    let mut out = String::with_capacity(marked.text.len() * 2);
    let mut at = 0;
    for zone in &marked.zones {
        block(
            &mut out,
            "",
            marked.text,
            Span::new(at, zone.span.start()),
            &times,
        );
        let mark = match zone.kind {
            ZoneKind::Headline => "# ",
            ZoneKind::RelatedHead => "## ",
            ZoneKind::TeaserHeadline => "### ",
            _ => "",
        };
        block(&mut out, mark, marked.text, zone.span, &times);
        at = zone.span.end();
    }
    block(
        &mut out,
        "",
        marked.text,
        Span::new(at, marked.text.len()),
        &times,
    );
    names(&mut out, marked, words);
    for (time, number) in times.iter().zip(1..) {
        footnote(&mut out, time, number, marked, words);
    }
    out
}

/// The lines of a part of the text as one block; of a heading, which has one line, as one line.
fn block(out: &mut String, mark: &str, text: &str, span: Span, times: &[&Time<'_>]) {
    if is_blank(span.of(text)) {
        return;
    }
    let mut line = String::new();
    let mut is_first = true;
    let mut at = span.start();
    for part in span.of(text).split_inclusive('\n') {
        line.clear();
        with_notes(&mut line, text, Span::new(at, at + part.len()), times);
        at += part.len();
        let words = line.trim();
        if words.is_empty() {
            continue;
        }
        out.push_str(match (is_first, mark) {
            (true, mark) => mark,
            // A line end that is kept.
            (false, "") => "\\\n",
            (false, _) => " ",
        });
        is_first = false;
        escape_start(out, words);
    }
    out.push_str("\n\n");
}

/// A part of the text, a reference behind each time that ends in it.
fn with_notes(out: &mut String, text: &str, span: Span, times: &[&Time<'_>]) {
    let mut at = span.start();
    let first = times.partition_point(|time| end(time, text) <= span.start());
    for (time, number) in times.iter().zip(1..).skip(first) {
        let end = end(time, text);
        if end > span.end() {
            break;
        }
        escape(out, text.get(at..end).unwrap_or_default());
        // Writing to a string cannot fail.
        let _ = write!(out, "[^{number}]");
        at = end;
    }
    escape(out, text.get(at..span.end()).unwrap_or_default());
}

/// Where the words of a time end: a person may have marked the blank lines behind them too.
fn end(time: &Time<'_>, text: &str) -> usize {
    let is_blank = |c: char| is_blank(c.encode_utf8(&mut [0; 4]));
    time.span.start() + time.span.of(text).trim_end_matches(is_blank).len()
}

/// Text that no Markdown is made of. Control characters would be nothing that can be seen.
fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '$' | '^' | '{'
            | '}' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() && c.is_whitespace() => out.push(' '),
            c if c.is_control() => out.push(char::REPLACEMENT_CHARACTER),
            c => out.push(c),
        }
    }
}

/// An escaped line whose first characters would begin a heading, a list, a rule or a fence.
fn escape_start(out: &mut String, line: &str) {
    let behind = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = line.len() - behind.len();
    if line.starts_with(['#', '+', '-', '=', ':']) {
        out.push('\\');
        out.push_str(line);
    } else if digits > 0 && behind.starts_with(['.', ')']) {
        out.push_str(line.get(..digits).unwrap_or_default());
        out.push('\\');
        out.push_str(behind);
    } else {
        out.push_str(line);
    }
}

/// The names by their kinds, each once, with how often it stands.
fn names(out: &mut String, marked: &Marked<'_>, words: &Words) {
    if marked.names.is_empty() {
        return;
    }
    out.push_str("---\n\n## ");
    escape(out, &words.names);
    out.push_str("\n\n");
    for kind in EntityKind::ALL {
        let of_kind = marked.names.iter().filter(|name| name.kind == kind);
        let mut counts: HashMap<&str, usize> = HashMap::new();
        let mut once = Vec::new();
        for name in of_kind.map(|name| name.record.entity.as_str()) {
            let count = counts.entry(name).or_default();
            *count += 1;
            if *count == 1 {
                once.push(name);
            }
        }
        if once.is_empty() {
            continue;
        }
        out.push_str("- **");
        escape(out, words.kind(kind));
        out.push_str("**: ");
        for (index, name) in once.into_iter().enumerate() {
            if index > 0 {
                out.push_str(", ");
            }
            escape(out, name);
            let count = counts.get(name).copied().unwrap_or_default();
            if count > 1 {
                let _ = write!(out, " ×{count}");
            }
        }
        out.push('\n');
    }
    out.push('\n');
}

fn footnote(out: &mut String, time: &Time<'_>, number: usize, marked: &Marked<'_>, words: &Words) {
    let _ = write!(out, "[^{number}]: ");
    let interval = marked.interval(time, words);
    let value = time.record.value.as_deref().or(Some("?"));
    let mut last = "";
    for said in [Some(time.span.of(marked.text)), interval.as_deref(), value] {
        let Some(said) = said.filter(|said| *said != last) else {
            continue;
        };
        if !last.is_empty() {
            out.push_str(" = ");
        }
        escape(out, said);
        last = said;
    }
    out.push('\n');
}
