//! What is said of a document that cannot be exported.

use super::sample::article;
use serde_json::{Value, json};
use sorot::export::{Document, ExportOptions, Format, export};
use sorot::text::OffsetUnit;

/// The error for our article with one place of its JSON changed.
fn error(pointer: &str, value: Value) -> String {
    let sample = article();
    let mut json = serde_json::to_value(&sample.document).unwrap();
    *json
        .pointer_mut(pointer)
        .unwrap_or_else(|| panic!("{pointer}")) = value;
    let document: Document = match serde_path_to_error::deserialize(json) {
        Ok(document) => document,
        Err(error) => return error.to_string(),
    };
    let (unit, options) = (OffsetUnit::Chars, ExportOptions::default());
    match export(&sample.text, &document, unit, Format::Csv, &options) {
        Ok(_) => "exported".to_owned(),
        Err(error) => error.to_string(),
    }
}

#[test]
fn an_error_names_the_place() {
    let length = article().text.chars().count();
    let far = format!(
        "{} is past the end of the text, which has {length}",
        length + 1
    );
    for (pointer, value, said) in [
        (
            "/sorot",
            json!("2"),
            "sorot: \"2\" is a version unknown here; \"1\" is".to_owned(),
        ),
        (
            "/offset",
            json!("WIB"),
            "offset: \"WIB\" is not an offset as +07:00".to_owned(),
        ),
        (
            "/published",
            json!("2024-06-05"),
            "published: \"2024-06-05\" is not an instant as 2024-01-10T11:25+07:00".to_owned(),
        ),
        (
            "/timexes/1/end",
            json!(length + 1),
            format!("timexes[1].end: {far}"),
        ),
        (
            "/timexes/1/start",
            json!(length),
            format!(
                "timexes[1].end: {} does not lie behind start, {length}",
                end(1)
            ),
        ),
        (
            "/timexes/0/latest",
            json!("besok"),
            "timexes[0].latest: \"besok\" is not an instant as 2024-01-10T11:25+07:00".to_owned(),
        ),
        (
            "/timexes/0/type",
            json!("EVENT"),
            "timexes[0].type: \"EVENT\" is none of DATE, TIME, DURATION, SET".to_owned(),
        ),
        (
            "/timexes/0/start",
            json!("3"),
            "timexes[0].start: invalid type: string \"3\", expected usize".to_owned(),
        ),
        (
            "/timexes/0/start",
            json!(-3),
            "timexes[0].start: invalid value: integer `-3`, expected usize".to_owned(),
        ),
        (
            "/entities/2/kind",
            json!("per"),
            "entities[2].kind: \"per\" is none of PER, ORG, LOC, EVT, LAW, WRK, NORP, MON, QTY"
                .to_owned(),
        ),
        (
            "/entities/2/id",
            json!("t1"),
            "entities[2].id: \"t1\" stands twice".to_owned(),
        ),
        (
            "/zones",
            json!(null),
            "zones: invalid type: null, expected a sequence".to_owned(),
        ),
        (
            "/zones/1/start",
            json!(0),
            "zones[1].start: 0 lies before the end of zones[0]".to_owned(),
        ),
        (
            "/entities/0",
            json!({ "id": "e1" }),
            "entities[0]: missing field `start`".to_owned(),
        ),
        (
            "/clusters/0/mentions",
            json!(["nobody"]),
            "exported".to_owned(),
        ),
        ("/id", json!(7), "exported".to_owned()),
    ] {
        assert_eq!(error(pointer, value), said, "{pointer}");
    }
}

/// The end of a time of our article.
fn end(index: usize) -> usize {
    article().document.timexes[index].end
}

#[test]
fn no_mark_cuts_a_character() {
    let text = "👍 pada 14 Maret 2023";
    let sample = super::sample::Sample::of(text);
    for (unit, inside) in [(OffsetUnit::Utf16, 1), (OffsetUnit::Bytes, 2)] {
        let mut document = sample.document.clone();
        (document.timexes[0].start, document.timexes[0].end) = (inside, 8);
        let exported = export(
            text,
            &document,
            unit,
            Format::Html,
            &ExportOptions::default(),
        );
        let said = exported.unwrap_err().to_string();
        assert!(
            said.ends_with(&format!(".start: {inside} lies inside a character")),
            "{said}"
        );
    }
}

#[test]
fn a_document_comes_back_from_json_as_it_was() {
    let mut document = article().document;
    document.entities[0].provenance = Some("user".to_owned());
    let json = serde_json::to_string(&document).unwrap();
    assert_eq!(
        json.matches("provenance").count(),
        1,
        "only what a person made says so"
    );
    assert_eq!(serde_json::from_str::<Document>(&json).unwrap(), document);
}
