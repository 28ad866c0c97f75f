//! `TimeML` 1.2.1: the text as it is, with a `TIMEX3` around each time.

use super::document::DocumentId;
use super::flat::{Marking, settle};
use super::marked::{Instant, Marked, Time};
use super::markup::{attribute, xml};
use super::timex3::{Point, timex3};
use std::collections::HashMap;
use std::fmt::Write as _;

const HEAD: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
    "<TimeML xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" ",
    "xsi:noNamespaceSchemaLocation=\"http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd\">\n",
);

/// `t0` is the published clock, `t1` the captured one if it is known; the times of the text follow from `t2` on.
pub(super) fn write(marked: &Marked<'_>) -> String {
    let mut out = String::with_capacity(marked.text.len() * 2);
    out.push_str(HEAD);
    element(&mut out, "DOCID", &name(marked));
    out.push_str("<DCT>");
    clock(&mut out, 0, marked.published, "PUBLICATION_TIME");
    out.push_str("</DCT>\n");
    if marked.captured.is_some() {
        out.push_str("<EXTRAINFO>");
        clock(&mut out, 1, marked.captured, "RECEPTION_TIME");
        out.push_str("</EXTRAINFO>\n");
    }
    if let Some(title) = marked.title() {
        element(&mut out, "TITLE", &title);
    }
    out.push_str("<TEXT>");
    Body::of(marked).write(&mut out);
    out.push_str("</TEXT>\n</TimeML>\n");
    out
}

fn name(marked: &Marked<'_>) -> String {
    match &marked.document.id {
        Some(DocumentId::Text(id)) => id.clone(),
        Some(DocumentId::Number(id)) => id.to_string(),
        None => format!("urn:uuid:{}", marked.digest.uuid("")),
    }
}

fn element(out: &mut String, name: &str, text: &str) {
    // Writing to a string cannot fail.
    let _ = write!(out, "<{name}>");
    xml(out, text);
    let _ = writeln!(out, "</{name}>");
}

fn clock(out: &mut String, tid: usize, at: Option<Instant>, function: &str) {
    let value = at.map_or("XXXX-XX-XX".to_owned(), |at| {
        at.format("%Y-%m-%dT%H:%M").to_string()
    });
    out.push_str("<TIMEX3");
    attribute(out, "tid", &format!("t{tid}"));
    attribute(out, "type", at.map_or("DATE", |_| "TIME"));
    attribute(out, "value", &value);
    attribute(out, "temporalFunction", "false");
    attribute(out, "functionInDocument", function);
    out.push('>');
    out.push_str(&at.map_or(String::new(), |at| {
        at.format("%Y-%m-%dT%H:%M%:z").to_string()
    }));
    out.push_str("</TIMEX3>");
}

/// The text and the times in it that do not overlap.
struct Body<'a> {
    marked: &'a Marked<'a>,
    times: Vec<&'a Time<'a>>,
    /// The number of each by its id in the document.
    numbers: HashMap<&'a str, usize>,
}

/// The number of the first time of the text.
const FIRST: usize = 2;

impl<'a> Body<'a> {
    fn of(marked: &'a Marked<'a>) -> Self {
        let times = marked.times.iter().enumerate();
        let spans = times.map(|(index, time)| (time.span, Marking::Time(index)));
        let times: Vec<_> = settle(spans.collect())
            .into_iter()
            .filter_map(|mark| match mark.shown {
                Marking::Time(index) => marked.times.get(index),
                Marking::Name(_) => None,
            })
            .collect();
        let numbers = times.iter().zip(FIRST..);
        let numbers = numbers
            .map(|(time, number)| (&*time.record.id, number))
            .collect();
        Self {
            marked,
            times,
            numbers,
        }
    }

    fn write(&self, out: &mut String) {
        let text = self.marked.text;
        let mut at = 0;
        // Points that are not words of the text are numbered after those that are.
        let mut point_number = FIRST + self.times.len();
        for (time, number) in self.times.iter().zip(FIRST..) {
            xml(out, text.get(at..time.span.start()).unwrap_or_default());
            at = time.span.end();
            self.time(out, time, number, &mut point_number);
        }
        xml(out, text.get(at..).unwrap_or_default());
    }

    fn time(&self, out: &mut String, time: &Time<'_>, number: usize, point_number: &mut usize) {
        let timex = timex3(time);
        let record = time.record;
        out.push_str("<TIMEX3");
        attribute(out, "tid", &format!("t{number}"));
        attribute(out, "type", timex.kind);
        attribute(out, "value", &timex.value);
        if let Some(modifier) = timex.modifier {
            attribute(out, "mod", modifier);
        }
        for (name, value) in [("quant", &record.quant), ("freq", &record.freq)] {
            if let Some(value) = value {
                attribute(out, name, value);
            }
        }
        let counted = record.anchor != "none";
        attribute(
            out,
            "temporalFunction",
            if counted { "true" } else { "false" },
        );
        let anchor = self.anchor(time).filter(|anchor| *anchor != number);
        if let Some(anchor) = anchor {
            attribute(out, "anchorTimeID", &format!("t{anchor}"));
        }
        if timex.points.is_some() {
            attribute(out, "beginPoint", &format!("t{point_number}"));
            attribute(out, "endPoint", &format!("t{}", *point_number + 1));
        }
        out.push('>');
        xml(out, time.span.of(self.marked.text));
        out.push_str("</TIMEX3>");
        for Point {
            kind,
            value,
            modifier,
        } in timex.points.into_iter().flatten()
        {
            out.push_str("<TIMEX3");
            attribute(out, "tid", &format!("t{point_number}"));
            attribute(out, "type", kind);
            attribute(out, "value", &value);
            if let Some(modifier) = modifier {
                attribute(out, "mod", modifier);
            }
            attribute(out, "temporalFunction", "true");
            attribute(out, "anchorTimeID", &format!("t{number}"));
            out.push_str("/>");
            *point_number += 1;
        }
    }

    /// The number of the time that a time counts from, where that is in the file.
    fn anchor(&self, time: &Time<'_>) -> Option<usize> {
        match time.record.anchor.as_str() {
            "published" => self.marked.published.map(|_| 0),
            "captured" => self.marked.captured.map(|_| 1),
            "teaser" => {
                let zone = self.marked.zone_at(time.span.start())?;
                let related = self.marked.document.related.get(zone.record.related?)?;
                self.numbers.get(related.stamp.as_deref()?).copied()
            }
            anchor => self.numbers.get(anchor.strip_prefix("mention:")?).copied(),
        }
    }
}
