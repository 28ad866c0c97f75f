//! Times as two flat buffers: a megabyte of news holds ten thousand of them, and as many objects would cost more to hand
//! over than the times cost to find.

use crate::text::{OffsetUnit, Offsets};
use crate::time::Timex;
use wasm_bindgen::prelude::wasm_bindgen;

/// The times of a text. `free()` gives its memory back.
#[wasm_bindgen(getter_with_clone)]
#[derive(Debug)]
pub struct FlatTimes {
    /// Start and end of each, by turns, in UTF-16 units.
    pub spans: Vec<u32>,
    /// A line each: its type, a space, its value; without a value the type alone.
    pub values: String,
}

impl FlatTimes {
    pub(super) fn new(text: &str, times: &[Timex]) -> Self {
        let offsets = Offsets::new(text, OffsetUnit::Utf16);
        let unit = |byte: usize| u32::try_from(offsets.of(byte)).unwrap_or(u32::MAX);
        let mut flat = Self {
            spans: Vec::with_capacity(times.len() * 2),
            values: String::with_capacity(times.len() * 16),
        };
        for time in times {
            flat.spans.push(unit(time.span.start()));
            flat.spans.push(unit(time.span.end()));
            flat.values.push_str(time.kind.name());
            if let Some(value) = &time.value {
                flat.values.push(' ');
                flat.values.push_str(value);
            }
            flat.values.push('\n');
        }
        flat
    }
}
