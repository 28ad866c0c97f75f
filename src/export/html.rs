//! One page that needs nothing else: no script, no other file, and a policy that allows neither.

use super::flat::{FlatMark, Marking};
use super::marked::{Marked, Name, Time, is_blank};
use super::markup::html;
use super::words::Words;
use crate::article::ZoneKind;
use crate::entity::EntityKind;
use crate::text::Span;
use crate::time::TimexKind;
use chrono::NaiveDateTime;

const STYLE: &str = include_str!("html.css");

/// The text stands in the `article`, whose text content is the text, character for character. What is added to it, the
/// intervals of relative times, is drawn by the style sheet from attributes, so that it is not copied with the text.
pub(super) fn write(marked: &Marked<'_>, words: &Words) -> String {
    let mut page = Page {
        out: String::with_capacity(marked.text.len() * 3),
        marked,
        words,
    };
    page.head();
    page.clocks();
    page.open("<main><article", marked.document.language.as_str());
    page.article();
    page.out.push_str("</article></main>\n");
    page.legend();
    page.out.push_str("</body>\n</html>\n");
    page.out
}

struct Page<'a> {
    out: String,
    marked: &'a Marked<'a>,
    words: &'a Words,
}

impl Page<'_> {
    fn head(&mut self) {
        self.out.push_str("<!doctype html>\n");
        self.open("<html", &self.words.language);
        self.out.push_str(
            "\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"generator\" content=\"Sorot\">\n<title>",
        );
        let title = self.marked.title();
        html(&mut self.out, title.as_deref().unwrap_or("Sorot"));
        self.out.push_str("</title>\n<style>\n");
        self.out.push_str(STYLE);
        self.out.push_str("</style>\n</head>\n<body>\n");
    }

    /// A tag with its language, closed.
    fn open(&mut self, tag: &str, language: &str) {
        self.out.push_str(tag);
        self.attribute("lang", language);
        self.out.push('>');
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        html(&mut self.out, value);
        self.out.push('"');
    }

    fn clocks(&mut self) {
        let clocks = [
            (&self.words.published, self.marked.published),
            (&self.words.captured, self.marked.captured),
        ];
        self.out.push_str("<header><dl>");
        for (word, clock) in clocks {
            let Some(at) = clock else { continue };
            let shown = self.words.instant(&at);
            self.out.push_str("<div><dt>");
            html(&mut self.out, word);
            self.out.push_str("</dt><dd>");
            html(&mut self.out, &shown);
            self.out.push_str("</dd></div>");
        }
        self.out.push_str("</dl></header>\n");
    }

    /// A block for each zone; between them what lies between them.
    fn article(&mut self) {
        let marks = self.marked.flat();
        let mut at = 0;
        let mut titled = false;
        for zone in &self.marked.zones {
            self.gap(Span::new(at, zone.span.start()), &marks);
            at = zone.span.end();
            let tag = match zone.kind {
                ZoneKind::Headline if titled => "h2",
                ZoneKind::Headline => "h1",
                ZoneKind::RelatedHead => "h2",
                ZoneKind::TeaserHeadline => "h3",
                _ => "p",
            };
            titled |= zone.kind == ZoneKind::Headline;
            self.out.push('<');
            self.out.push_str(tag);
            self.attribute("class", zone.kind.name());
            self.out.push('>');
            self.inline(zone.span, &marks);
            self.out.push_str("</");
            self.out.push_str(tag);
            self.out.push('>');
        }
        self.gap(Span::new(at, self.marked.text.len()), &marks);
    }

    /// Text outside the zones: blank lines, and in a document without zones everything.
    fn gap(&mut self, span: Span, marks: &[FlatMark]) {
        let words = span.of(self.marked.text);
        if is_blank(words) {
            html(&mut self.out, words);
        } else {
            self.out.push_str("<p>");
            self.inline(span, marks);
            self.out.push_str("</p>");
        }
    }

    /// A part of the text with those of the marks that lie in it, cut at its edges.
    fn inline(&mut self, block: Span, marks: &[FlatMark]) {
        let mut at = block.start();
        let first = marks.partition_point(|mark| mark.span.end() <= block.start());
        for mark in marks.iter().skip(first) {
            if mark.span.start() >= block.end() {
                break;
            }
            let part = Span::new(mark.span.start().max(at), mark.span.end().min(block.end()));
            self.text(Span::new(at, part.start()));
            at = part.end();
            let tag = self.mark(mark.shown, part);
            self.hidden(mark, part);
            self.close(tag);
        }
        self.text(Span::new(at, block.end()));
    }

    /// What lies wholly inside a mark is marked inside it.
    fn hidden(&mut self, mark: &FlatMark, part: Span) {
        let mut inner: Vec<(Span, Marking)> = mark
            .hidden
            .iter()
            .filter_map(|marking| Some((self.span(*marking)?, *marking)))
            .filter(|(span, _)| part.contains(*span))
            .collect();
        inner.sort_by_key(|(span, _)| *span);
        let mut at = part.start();
        for (span, marking) in inner {
            if span.start() < at {
                continue;
            }
            self.text(Span::new(at, span.start()));
            at = span.end();
            let tag = self.mark(marking, span);
            self.text(span);
            self.close(tag);
        }
        self.text(Span::new(at, part.end()));
    }

    fn text(&mut self, span: Span) {
        html(&mut self.out, span.of(self.marked.text));
    }

    fn close(&mut self, tag: &str) {
        self.out.push_str("</");
        self.out.push_str(tag);
        self.out.push('>');
    }

    fn span(&self, marking: Marking) -> Option<Span> {
        match marking {
            Marking::Time(index) => self.marked.times.get(index).map(|time| time.span),
            Marking::Name(index) => self.marked.names.get(index).map(|name| name.span),
        }
    }

    /// Opens the element of a mark or of a part of one. Only the part that begins it has its id.
    fn mark(&mut self, marking: Marking, part: Span) -> &'static str {
        match marking {
            Marking::Time(index) => match self.marked.times.get(index) {
                Some(time) => self.time(time, part),
                None => "mark",
            },
            Marking::Name(index) => match self.marked.names.get(index) {
                Some(name) => self.name(name, part),
                None => "mark",
            },
        }
    }

    fn time(&mut self, time: &Time<'_>, part: Span) -> &'static str {
        let record = time.record;
        let datetime = datetime(time);
        let tag = datetime.as_ref().map_or("mark", |_| "time");
        self.out.push('<');
        self.out.push_str(tag);
        if let Some(datetime) = datetime {
            self.attribute("datetime", &datetime);
        }
        let is_span = matches!(time.kind, TimexKind::Duration | TimexKind::Set);
        let class = match record.anchor.as_str() {
            _ if is_span => "dur",
            "none" => "date",
            _ => "rel",
        };
        self.attribute("class", class);
        if part.start() == time.span.start() {
            self.attribute("id", &record.id);
        }
        if let Some(value) = &record.value {
            self.attribute("data-value", value);
        }
        if class == "rel" && part.end() == time.span.end() {
            let interval = self.marked.interval(time, self.words);
            self.attribute("data-when", interval.as_deref().unwrap_or("?"));
        }
        self.out.push('>');
        tag
    }

    fn name(&mut self, name: &Name<'_>, part: Span) -> &'static str {
        let record = name.record;
        let value = record.value.filter(|value| value.is_finite());
        let tag = value.map_or("mark", |_| "data");
        self.out.push('<');
        self.out.push_str(tag);
        if let Some(value) = value {
            self.attribute("value", &value.to_string());
        }
        self.attribute("class", class(name.kind));
        if part.start() == name.span.start() {
            self.attribute("id", &record.id);
        }
        self.attribute("data-kind", &record.kind);
        self.attribute("data-entity", &record.entity);
        self.out.push('>');
        tag
    }

    /// Which look means what.
    fn legend(&mut self) {
        self.out.push_str("<footer><ul>");
        let kinds: Vec<EntityKind> = EntityKind::ALL
            .into_iter()
            .filter(|kind| self.marked.names.iter().any(|name| name.kind == *kind))
            .collect();
        for kind in kinds {
            let word = self.words.kind(kind);
            self.entry(class(kind), word);
        }
        for (class, word) in [
            ("date", &self.words.date),
            ("rel", &self.words.relative),
            ("dur", &self.words.duration),
        ] {
            self.entry(class, word);
        }
        self.out.push_str("</ul></footer>\n");
    }

    fn entry(&mut self, class: &str, word: &str) {
        self.out.push_str("<li><mark");
        self.attribute("class", class);
        self.out.push('>');
        html(&mut self.out, word);
        self.out.push_str("</mark></li>");
    }
}

const fn class(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "per",
        EntityKind::Organisation => "org",
        EntityKind::Place => "loc",
        EntityKind::Event | EntityKind::Law | EntityKind::Work | EntityKind::Group => "evt",
        EntityKind::Money | EntityKind::Quantity => "qty",
    }
}

/// A time as HTML writes it, never finer than it is known; nothing where HTML has no form for it, as for a quarter, a
/// range or a duration of months.
fn datetime(time: &Time<'_>) -> Option<String> {
    let value = time.record.value.as_deref()?;
    if time.kind == TimexKind::Duration {
        return duration(value);
    }
    let (date, clock) = match value.split_once('T') {
        Some((date, clock)) => (date, Some(clock)),
        None => (value, None),
    };
    let is_clock = clock.is_some_and(|clock| clock.contains(':'));
    if is_clock && time.kind != TimexKind::Set {
        let at = time.earliest?;
        // In the offset that it was written in; the midnight that ends a day is the next day's.
        let value = if value.ends_with("T24:00") {
            at.format("%Y-%m-%dT%H:%M").to_string()
        } else {
            value.to_owned()
        };
        let fits = NaiveDateTime::parse_from_str(&value, "%Y-%m-%dT%H:%M").is_ok()
            || NaiveDateTime::parse_from_str(&value, "%Y-%m-%dT%H:%M:%S").is_ok();
        return fits.then(|| format!("{value}{}", at.offset()));
    }
    let digits =
        |part: &str, length| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = date.split('-').collect();
    let fits = match parts.as_slice() {
        [year] => digits(year, 4),
        [year, month, day] => digits(year, 4) && digits(month, 2) && digits(day, 2),
        [year, part] => {
            let week = part.strip_prefix('W').unwrap_or(part);
            digits(year, 4) && digits(week, 2)
        }
        _ => false,
    };
    // HTML has no year 0.
    (fits && !date.starts_with("0000")).then(|| date.to_owned())
}

/// Days, hours, minutes and seconds as they are; weeks in HTML's own form. Months and years have none.
fn duration(value: &str) -> Option<String> {
    let rest = value.strip_prefix('P')?;
    if let Some(weeks) = rest.strip_suffix('W') {
        let plain = !weeks.is_empty() && weeks.bytes().all(|byte| byte.is_ascii_digit());
        return plain.then(|| format!("{weeks}w"));
    }
    let (days, clock) = match rest.split_once('T') {
        Some((days, clock)) => (days, clock),
        None => (rest, ""),
    };
    let amounts = |part: &str, units: &str| {
        let mut units = units.chars();
        part.split_inclusive(|c: char| !c.is_ascii_digit())
            .all(|amount| {
                let unit = amount.chars().next_back();
                amount.len() > 1 && unit.is_some_and(|unit| units.any(|known| known == unit))
            })
    };
    let fits = !rest.is_empty() && !rest.ends_with('T');
    (fits && amounts(days, "D") && amounts(clock, "HMS")).then(|| value.to_owned())
}
