//! What JavaScript may say about a page, and what is wrong with what it said.

use crate::Options;
use crate::time::{Clock, Clocks};
use chrono::FixedOffset;
use js_sys::{Object, Reflect};
use serde::Deserialize;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::{JsError, JsValue};

/// What is known of a page. Everything may be left out, `null` or `undefined`: it is then looked for in the text, or
/// unknown.
#[derive(Debug, Deserialize, Tsify)]
pub struct AnnotateOptions {
    /// When the article was published: `2024-01-10T11:25+07:00`, or a date alone.
    #[tsify(optional, type = "string | null")]
    pub published: Option<String>,
    /// When the page was read or copied, in the same form. Never guessed.
    #[tsify(optional, type = "string | null")]
    pub captured: Option<String>,
    /// The document's offset from UTC, `+07:00`.
    #[tsify(optional, type = "string | null")]
    pub offset: Option<String>,
}

const NAMES: [&str; 3] = ["published", "captured", "offset"];

/// Reads the options. A wrong value and an unknown name are errors that say which option it is.
///
/// By hand, since serde's error names neither the field nor what may stand there.
pub(super) fn read(options: Option<Ts<AnnotateOptions>>) -> Result<Options, JsError> {
    let Some(given) = options
        .map(|options| options.js_value())
        .filter(|given| !given.is_null() && !given.is_undefined())
    else {
        return Ok(Options::default());
    };
    if !given.is_object() {
        return Err(JsError::new("options: expected an object"));
    }
    for name in Object::keys(&Object::from(given.clone())) {
        let name = name.as_string().unwrap_or_default();
        if !NAMES.contains(&name.as_str()) {
            return Err(JsError::new(&format!(
                "options: {name:?} is no option; there are {}",
                NAMES.join(", ")
            )));
        }
    }
    Ok(Options {
        clocks: Clocks {
            published: clock(&given, "published")?,
            captured: clock(&given, "captured")?,
            ..Clocks::default()
        },
        offset: string(&given, "offset")?
            .map(|value| offset(&value))
            .transpose()?,
    })
}

fn clock(given: &JsValue, name: &str) -> Result<Option<Clock>, JsError> {
    string(given, name)?
        .map(|value| value.parse())
        .transpose()
        .map_err(|error| JsError::new(&format!("options.{name}: {error}")))
}

fn offset(value: &str) -> Result<FixedOffset, JsError> {
    value
        .parse()
        .ok()
        // The parser takes other forms and ignores what follows them.
        .filter(|offset: &FixedOffset| offset.to_string() == value)
        .ok_or_else(|| {
            JsError::new(&format!(
                "options.offset: {value:?} is not an offset; write it as +07:00"
            ))
        })
}

fn string(given: &JsValue, name: &str) -> Result<Option<String>, JsError> {
    let value = Reflect::get(given, &JsValue::from_str(name))
        .map_err(|_| JsError::new(&format!("options.{name}: cannot be read")))?;
    if value.is_null() || value.is_undefined() {
        return Ok(None);
    }
    let string = value.as_string();
    string
        .map(Some)
        .ok_or_else(|| JsError::new(&format!("options.{name}: expected a string or null")))
}
