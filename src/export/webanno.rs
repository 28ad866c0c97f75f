//! W3C Web Annotations: one for each mark, in JSON-LD.

use super::json::Json;
use super::marked::{Marked, Name, Time};
use super::quotes::{Quote, quotes};
use crate::text::{OffsetUnit, Offsets, Span};

/// A collection of one page. Each annotation finds its place twice, by position in code points and by quotation, and
/// says in its bodies the type, then the value or the canonical name, then the interval.
pub(super) fn write(marked: &Marked<'_>) -> String {
    let times = marked.times.iter().map(Mark::Time);
    let names = marked.names.iter().map(Mark::Name);
    let mut marks: Vec<Mark<'_>> = times.chain(names).collect();
    marks.sort_by_key(Mark::span);
    let spans: Vec<Span> = marks.iter().map(Mark::span).collect();
    let offsets = Offsets::new(marked.text, OffsetUnit::Chars);
    let writer = Writer {
        marked,
        offsets,
        source: urn(marked, ""),
    };
    let quotes = quotes(marked.text, &spans);
    let items = marks.iter().zip(quotes);
    let items = items
        .map(|(mark, quote)| writer.annotation(mark, quote))
        .collect();
    let page = Json::Object(vec![
        ("id", Json::Owned(urn(marked, "page"))),
        ("type", Json::Text("AnnotationPage")),
        ("startIndex", Json::Number(0)),
        ("items", Json::List(items)),
    ]);
    let mut collection = vec![
        ("@context", Json::Text("http://www.w3.org/ns/anno.jsonld")),
        ("id", Json::Owned(urn(marked, "collection"))),
        ("type", Json::Text("AnnotationCollection")),
    ];
    if let Some(title) = marked.title() {
        collection.push(("label", Json::Owned(title)));
    }
    collection.push(("total", Json::Number(marks.len())));
    collection.push(("first", page));
    Json::Object(collection).pretty()
}

fn urn(marked: &Marked<'_>, part: &str) -> String {
    format!("urn:uuid:{}", marked.digest.uuid(part))
}

enum Mark<'a> {
    Time(&'a Time<'a>),
    Name(&'a Name<'a>),
}

impl Mark<'_> {
    const fn span(&self) -> Span {
        match self {
            Self::Time(time) => time.span,
            Self::Name(name) => name.span,
        }
    }
}

struct Writer<'a> {
    marked: &'a Marked<'a>,
    offsets: Offsets<'a>,
    /// What the text is called.
    source: String,
}

impl<'a> Writer<'a> {
    fn annotation(&self, mark: &Mark<'a>, quote: Quote<'a>) -> Json<'a> {
        let (id, provenance, bodies) = match mark {
            Mark::Time(time) => (&time.record.id, &time.record.provenance, time_bodies(time)),
            Mark::Name(name) => (&name.record.id, &name.record.provenance, name_bodies(name)),
        };
        let creator = match provenance.as_deref() {
            Some("user") => Json::Object(vec![("type", Json::Text("Person"))]),
            _ => Json::Object(vec![
                ("type", Json::Text("Software")),
                ("name", Json::Text("Sorot")),
            ]),
        };
        Json::Object(vec![
            ("id", Json::Owned(urn(self.marked, &format!("mark {id}")))),
            ("type", Json::Text("Annotation")),
            ("motivation", Json::Text("tagging")),
            ("creator", creator),
            ("body", Json::List(bodies)),
            ("target", self.target(mark.span(), quote)),
        ])
    }

    fn target(&self, span: Span, quote: Quote<'a>) -> Json<'a> {
        let position = Json::Object(vec![
            ("type", Json::Text("TextPositionSelector")),
            ("start", Json::Number(self.offsets.of(span.start()))),
            ("end", Json::Number(self.offsets.of(span.end()))),
        ]);
        let quotation = Json::Object(vec![
            ("type", Json::Text("TextQuoteSelector")),
            ("exact", Json::Text(quote.exact)),
            ("prefix", Json::Text(quote.prefix)),
            ("suffix", Json::Text(quote.suffix)),
        ]);
        Json::Object(vec![
            ("source", Json::Owned(self.source.clone())),
            ("selector", Json::List(vec![position, quotation])),
        ])
    }
}

fn time_bodies<'a>(time: &'a Time<'a>) -> Vec<Json<'a>> {
    let record = time.record;
    let mut bodies = vec![body("tagging", Json::Text(&record.kind))];
    if let Some(value) = &record.value {
        bodies.push(body("identifying", Json::Text(value)));
    }
    if record.earliest.is_some() || record.latest.is_some() {
        // ISO 8601-2: an open side is two dots.
        let side = |side: &'a Option<String>| side.as_deref().unwrap_or("..");
        let interval = format!("{}/{}", side(&record.earliest), side(&record.latest));
        bodies.push(body("describing", Json::Owned(interval)));
    }
    bodies
}

fn name_bodies<'a>(name: &'a Name<'a>) -> Vec<Json<'a>> {
    let record = name.record;
    vec![
        body("tagging", Json::Text(&record.kind)),
        body("identifying", Json::Text(&record.entity)),
    ]
}

fn body<'a>(purpose: &'static str, value: Json<'a>) -> Json<'a> {
    Json::Object(vec![
        ("type", Json::Text("TextualBody")),
        ("purpose", Json::Text(purpose)),
        ("value", value),
        ("format", Json::Text("text/plain")),
    ])
}
