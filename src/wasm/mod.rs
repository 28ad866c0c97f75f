//! What JavaScript calls.
//!
//! In: the text and what is known of its clocks, as [`options`] reads them. Out: the [`Document`](crate::export::Document)
//! of every other exit, with offsets in UTF-16 units, so that `text.slice(start, end)` is what was found; or, when only
//! the clocks moved, a [`Resolution`](crate::export::Resolution): the part of it that clocks change. A document, changed by a person or not, goes back in to be exported.
//!
//! Read [`annotator`] first. The TypeScript declarations are derived from these types and their comments.

mod annotator;
mod flat_times;
mod options;
mod parts;

pub use annotator::Annotator;
pub use flat_times::FlatTimes;
pub use options::{AnnotateOptions, ExportChoices};

use wasm_bindgen::prelude::wasm_bindgen;

/// Runs when the module is loaded: a panic, which would be a bug, says in the console what it was.
#[wasm_bindgen(start, skip_typescript)]
fn start() {
    std::panic::set_hook(Box::new(|panic| {
        web_sys::console::error_1(&panic.to_string().into());
    }));
}

/// The version of Sorot, `0.1.0`.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
