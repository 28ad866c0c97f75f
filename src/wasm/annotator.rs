//! The one class that JavaScript makes.

use super::flat_times::FlatTimes;
use super::options::{AnnotateOptions, ExportChoices};
use crate::Reading;
use crate::export::{Document, Format, Resolution, export};
use crate::text::OffsetUnit;
use tsify::{Ts, Tsify};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsError, wasm_bindgen};
use web_sys::{Performance, WorkerGlobalScope};

/// Finds the names and times of an article. Made once; `free()` gives its memory back.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Annotator {
    engine: crate::Annotator,
    reading: Option<Reading<'static>>,
    milliseconds: f64,
}

#[wasm_bindgen]
impl Annotator {
    /// An annotator for Indonesian.
    #[wasm_bindgen(constructor)]
    #[must_use]
    #[expect(
        clippy::new_without_default,
        reason = "JavaScript has constructors, not defaults"
    )]
    pub fn new() -> Self {
        Self {
            engine: crate::Annotator::indonesian(),
            reading: None,
            milliseconds: 0.0,
        }
    }

    /// Reads an article and resolves its times. Never fails because of the text; offsets count UTF-16 units of it, and
    /// a lone surrogate counts as one.
    ///
    /// # Errors
    ///
    /// Throws an `Error` that names the option if an option is malformed.
    pub fn annotate(
        &mut self,
        text: String,
        options: Option<Ts<AnnotateOptions>>,
    ) -> Result<Ts<Document>, JsError> {
        let started = now();
        let document = self.read(text, options)?.into_ts()?;
        self.milliseconds = now() - started;
        Ok(document)
    }

    /// What `annotate` gives, as JSON in parts: first the document with its long lists empty, then objects with a piece
    /// of one list each, `{"timexes": […]}`, in order. For a worker, whose answer crosses to the page as text.
    ///
    /// # Errors
    ///
    /// As `annotate`.
    #[wasm_bindgen(js_name = annotateParts)]
    pub fn annotate_parts(
        &mut self,
        text: String,
        options: Option<Ts<AnnotateOptions>>,
    ) -> Result<Vec<String>, JsError> {
        let started = now();
        let parts = super::parts::of_document(self.read(text, options)?)?;
        self.milliseconds = now() - started;
        Ok(parts)
    }

    /// Resolves the times of the last article again, under other clocks: what `annotate` would say of them, without
    /// reading the text anew.
    ///
    /// # Errors
    ///
    /// Throws an `Error` that names the option if an option is malformed, and one if nothing was annotated yet.
    pub fn resolve(
        &mut self,
        options: Option<Ts<AnnotateOptions>>,
    ) -> Result<Ts<Resolution>, JsError> {
        let started = now();
        let resolution = self.resolution(options)?.into_ts()?;
        self.milliseconds = now() - started;
        Ok(resolution)
    }

    /// What `resolve` gives, as JSON in parts, as `annotateParts` has them.
    ///
    /// # Errors
    ///
    /// As `resolve`.
    #[wasm_bindgen(js_name = resolveParts)]
    pub fn resolve_parts(
        &mut self,
        options: Option<Ts<AnnotateOptions>>,
    ) -> Result<Vec<String>, JsError> {
        let started = now();
        let parts = super::parts::of_resolution(self.resolution(options)?)?;
        self.milliseconds = now() - started;
        Ok(parts)
    }

    /// The times of a text alone, in the flattest form there is. Keeps no article for `resolve`.
    ///
    /// # Errors
    ///
    /// Throws an `Error` that names the option if an option is malformed.
    pub fn times(
        &self,
        text: &str,
        options: Option<Ts<AnnotateOptions>>,
    ) -> Result<FlatTimes, JsError> {
        let options = super::options::read(options)?;
        let times = self.engine.times(text, &options).timexes;
        Ok(FlatTimes::new(text, &times))
    }

    /// Writes a document in another form: `csv`, `timeml`, `webanno`, `html`, `markdown` or `ics`. The document is one that
    /// `annotate` made of `text`, with whatever a person has changed in it since; offsets count UTF-16 units.
    ///
    /// # Errors
    ///
    /// Throws an `Error` that names the place in the document or the option that is malformed, the formats if there is
    /// none of that name, or what the format cannot do without.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "JavaScript hands over what it passes"
    )]
    pub fn export(
        &self,
        document: Ts<Document>,
        text: &str,
        format: &str,
        options: Option<Ts<ExportChoices>>,
    ) -> Result<String, JsError> {
        let format: Format = format.parse()?;
        let options = super::options::export(options, &self.engine.language().abbreviations)?;
        let document: Document = super::options::parse("document", document.js_value())?;
        let exported = export(text, &document, OffsetUnit::Utf16, format, &options);
        exported.map_err(|error| JsError::new(&format!("document.{error}")))
    }

    /// How long the last successful call took, in milliseconds, the making of its result included.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn milliseconds(&self) -> f64 {
        self.milliseconds
    }
}

impl Annotator {
    fn read(
        &mut self,
        text: String,
        options: Option<Ts<AnnotateOptions>>,
    ) -> Result<Document, JsError> {
        let options = super::options::read(options)?;
        let reading = self.engine.read(text);
        let annotations = self.engine.resolve(&reading, &options);
        let document = Document::new(reading.text(), &annotations, OffsetUnit::Utf16);
        self.reading = Some(reading);
        Ok(document)
    }

    fn resolution(&self, options: Option<Ts<AnnotateOptions>>) -> Result<Resolution, JsError> {
        let options = super::options::read(options)?;
        let reading = self
            .reading
            .as_ref()
            .ok_or_else(|| JsError::new("resolve: annotate a text first"))?;
        let annotations = self.engine.resolve(reading, &options);
        Ok(Resolution::new(
            reading.text(),
            &annotations,
            OffsetUnit::Utf16,
        ))
    }
}

/// Milliseconds by the browser's monotonic clock, for durations only; 0 where there is none. A worker's global object
/// and a window's have it under the same name.
fn now() -> f64 {
    js_sys::global()
        .unchecked_into::<WorkerGlobalScope>()
        .performance()
        .as_ref()
        .map_or(0.0, Performance::now)
}
