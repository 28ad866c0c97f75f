//! W3C Web Annotations: the shape that the model asks for, and selectors that select again.

use super::sample::{Sample, article};
use serde_json::Value;
use sorot::export::Format;
use std::collections::HashSet;

pub(crate) fn check(sample: &Sample) {
    let json = sample.exported(Format::WebAnno);
    let collection: Value =
        serde_json::from_str(&json).unwrap_or_else(|error| panic!("{error}\n{json}"));
    assert_eq!(collection["@context"], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!(collection["type"], "AnnotationCollection");
    let page = &collection["first"];
    assert_eq!(page["type"], "AnnotationPage");
    let items = page["items"].as_array().unwrap();
    assert_eq!(collection["total"], items.len());
    assert_eq!(
        items.len(),
        sample.document.timexes.len() + sample.document.entities.len()
    );
    let mut ids = HashSet::from([id(&collection), id(page)]);
    for item in items {
        assert!(ids.insert(id(item)), "{} stands twice", id(item));
        assert_eq!(item["type"], "Annotation");
        assert_eq!(item["motivation"], "tagging");
        for body in item["body"].as_array().unwrap() {
            assert_eq!(body["type"], "TextualBody");
            assert!(body["value"].is_string() && body["purpose"].is_string());
        }
        check_target(sample, &item["target"]);
    }
}

/// An IRI.
fn id(value: &Value) -> &str {
    let id = value["id"].as_str().unwrap();
    assert!(id.starts_with("urn:uuid:") && id.len() == 45, "{id}");
    id
}

fn check_target(sample: &Sample, target: &Value) {
    id(&serde_json::json!({ "id": target["source"] }));
    let [position, quote] = &target["selector"].as_array().unwrap()[..] else {
        panic!("two selectors: {target}")
    };
    assert_eq!(position["type"], "TextPositionSelector");
    let offset = |name: &str| usize::try_from(position[name].as_u64().unwrap()).unwrap();
    let (start, end) = (offset("start"), offset("end"));
    assert_eq!(quote["type"], "TextQuoteSelector");
    let part = |name: &str| quote[name].as_str().unwrap();
    let (prefix, exact, suffix) = (part("prefix"), part("exact"), part("suffix"));
    assert_eq!(
        exact,
        sample.slice(start, end),
        "positions count code points"
    );
    let whole = format!("{prefix}{exact}{suffix}");
    let before = prefix.chars().count();
    assert_eq!(
        whole,
        sample.slice(start - before, end + suffix.chars().count())
    );
    // The quotation alone selects the same, and nothing else.
    let mut found = sample.text.match_indices(&whole);
    let (at, _) = found.next().unwrap();
    assert_eq!(sample.text[..at].chars().count() + before, start, "{whole}");
    assert!(
        found.next().is_none() || before >= 256,
        "{whole:?} stands twice"
    );
}

#[test]
fn a_mark_by_hand_is_a_persons() {
    let mut sample = article();
    sample.document.entities[0].provenance = Some("user".to_owned());
    let json: Value = serde_json::from_str(&sample.exported(Format::WebAnno)).unwrap();
    let items = json["first"]["items"].as_array().unwrap();
    let by_hand = items
        .iter()
        .filter(|item| item["creator"]["type"] == "Person");
    assert_eq!(by_hand.count(), 1);
}

#[test]
fn bodies_say_what_it_is() {
    let json: Value = serde_json::from_str(&article().exported(Format::WebAnno)).unwrap();
    let items = json["first"]["items"].as_array().unwrap();
    let item = items
        .iter()
        .find(|item| item["target"]["selector"][1]["exact"] == "3 jam lalu");
    let values: Vec<&str> = item.unwrap()["body"]
        .as_array()
        .unwrap()
        .iter()
        .map(|body| body["value"].as_str().unwrap())
        .collect();
    let interval = "2024-06-07T11:00+08:00/2024-06-07T12:00+08:00";
    assert_eq!(values, ["TIME", "2024-06-07T12:00", interval]);
}
