//! Answers for the scorers: written by hand in files, or bent from the gold.

use serde_json::{Map, Value, json};
use sorot::export::Document;
use sorot::gold::{Case, EntityCase};
use std::collections::HashMap;

/// Answers by the id of their case.
pub(crate) struct Answers(HashMap<String, Value>);

impl Answers {
    /// Reads a line an answer, with no more fields than the Python scorers need.
    pub(crate) fn read(lines: &str) -> Self {
        let answers = lines.lines().map(|line| {
            let answer: Value = serde_json::from_str(line).unwrap();
            (answer["id"].as_str().unwrap().to_owned(), answer)
        });
        Self(answers.collect())
    }

    /// The answers of the cases, in their order.
    pub(crate) fn of<'c>(&self, cases: impl Iterator<Item = &'c Case>) -> Vec<Document> {
        cases.map(|case| document(&self.0[&case.id])).collect()
    }
}

/// The document with the fields given and nothing else of note.
pub(crate) fn document(given: &Value) -> Document {
    let none = json!({
        "sorot": "1", "language": "id", "offset": "+07:00", "zones": [], "timexes": [], "entities": [],
        "clusters": [], "roles": [], "related": [], "warnings": []
    });
    let mut document = none;
    fill(&mut document, given);
    for timex in list(&mut document, "timexes") {
        let mut full = json!({
            "id": "t", "anchor": "none", "direction": "none", "why": "", "role": "event", "confidence": 1.0,
            "alternatives": [], "derivation": {"clock": "none", "text": ""}
        });
        fill(&mut full, timex);
        *timex = full;
    }
    for entity in list(&mut document, "entities") {
        let mut full = json!({"id": "e", "confidence": 1.0, "nested": []});
        fill(&mut full, entity);
        *entity = full;
    }
    serde_json::from_value(document).unwrap()
}

fn fill(full: &mut Value, given: &Value) {
    let full: &mut Map<String, Value> = full.as_object_mut().unwrap();
    full.extend(given.as_object().unwrap().clone());
}

fn list<'v>(document: &'v mut Value, name: &str) -> &'v mut Vec<Value> {
    document[name].as_array_mut().unwrap()
}

/// The right answer of an entity case.
pub(crate) fn right_names(case: &EntityCase) -> Document {
    document(&names(case))
}

/// The right answer of an entity case, as the Python scorer reads it.
pub(crate) fn names(case: &EntityCase) -> Value {
    let entities: Vec<Value> = case
        .names
        .iter()
        .map(|name| {
            json!({"start": name.range.start, "end": name.range.end, "kind": name.kind.code(), "entity": name.entity})
        })
        .collect();
    let roles: Vec<Value> = case
        .roles
        .iter()
        .map(|role| json!({"entity": role.entity, "role": role.role}))
        .collect();
    json!({"id": case.case.id, "entities": entities, "roles": roles})
}
