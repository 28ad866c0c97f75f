//! A result as JSON in parts, for a worker that hands it on: as objects it would be made, written and read once more,
//! and a long one read in one go would hold up the page.

use crate::export::{Document, Resolution};
use serde::Serialize;
use serde_json::Result;
use std::mem::take;

/// Records in a part: a page unpacks so many in a few milliseconds.
const MOST: usize = 1000;

/// The document with its long lists empty, then these lists, each part an object with a piece of one.
pub(super) fn of_document(mut document: Document) -> Result<Vec<String>> {
    let zones = take(&mut document.zones);
    let timexes = take(&mut document.timexes);
    let entities = take(&mut document.entities);
    let clusters = take(&mut document.clusters);
    let mut parts = vec![serde_json::to_string(&document)?];
    add(&mut parts, "zones", &zones)?;
    add(&mut parts, "timexes", &timexes)?;
    add(&mut parts, "entities", &entities)?;
    add(&mut parts, "clusters", &clusters)?;
    Ok(parts)
}

/// The same for what clocks change.
pub(super) fn of_resolution(mut resolution: Resolution) -> Result<Vec<String>> {
    let timexes = take(&mut resolution.timexes);
    let mut parts = vec![serde_json::to_string(&resolution)?];
    add(&mut parts, "timexes", &timexes)?;
    Ok(parts)
}

fn add<T: Serialize>(parts: &mut Vec<String>, name: &str, records: &[T]) -> Result<()> {
    for piece in records.chunks(MOST) {
        let piece = serde_json::to_string(piece)?;
        parts.push(format!("{{\"{name}\":{piece}}}"));
    }
    Ok(())
}
