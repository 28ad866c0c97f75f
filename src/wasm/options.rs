//! What JavaScript may say about a page, and what is wrong with what it said.

use crate::Options;
use crate::export::{ExportOptions, Separator, Words};
use crate::text::Abbreviations;
use crate::time::{Clock, Clocks};
use chrono::FixedOffset;
use js_sys::{Object, Reflect};
use serde::Deserialize;
use serde::de::DeserializeOwned;
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
    check_names(&given, &NAMES)?;
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

fn check_names(given: &JsValue, known: &[&str]) -> Result<(), JsError> {
    if !given.is_object() {
        return Err(JsError::new("options: expected an object"));
    }
    for name in Object::keys(&Object::from(given.clone())) {
        let name = name.as_string().unwrap_or_default();
        if !known.contains(&name.as_str()) {
            return Err(JsError::new(&format!(
                "options: {name:?} is no option; there are {}",
                known.join(", ")
            )));
        }
    }
    Ok(())
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

/// What is wanted of an export. Everything may be left out.
#[derive(Debug, Default, Deserialize, Tsify)]
#[serde(default)]
pub struct ExportChoices {
    /// What stands between the columns of `csv`: `,` or `;`.
    #[tsify(optional, type = "',' | ';' | null")]
    separator: Option<char>,
    /// When the export is made, for `ics`: `2024-01-10T11:25+07:00`.
    #[tsify(optional, type = "string | null")]
    made: Option<String>,
    /// The words that are added to the text's own.
    #[tsify(optional, type = "Words | null")]
    words: Option<Words>,
}

/// Reads what is wanted of an export, for a text with these abbreviations.
pub(super) fn export(
    given: Option<Ts<ExportChoices>>,
    abbreviations: &Abbreviations,
) -> Result<ExportOptions, JsError> {
    let choices: ExportChoices = given
        .map(|given| given.js_value())
        .filter(|given| !given.is_null() && !given.is_undefined())
        .map(|given| {
            check_names(&given, &["separator", "made", "words"])?;
            parse("options", given)
        })
        .transpose()?
        .unwrap_or_default();
    let made = choices.made.map(|made| made.parse::<Clock>()).transpose();
    let made = made.map_err(|error| JsError::new(&format!("options.made: {error}")))?;
    Ok(ExportOptions {
        separator: match choices.separator {
            None | Some(',') => Separator::Comma,
            Some(';') => Separator::Semicolon,
            Some(other) => {
                let message = format!("options.separator: {other:?} is neither \",\" nor \";\"");
                return Err(JsError::new(&message));
            }
        },
        made: made.map(|made| made.at),
        words: choices.words.unwrap_or_default(),
        abbreviations: abbreviations.clone(),
    })
}

/// A value of JavaScript as one of Rust; an error names the place in it.
pub(super) fn parse<T: DeserializeOwned>(name: &str, given: JsValue) -> Result<T, JsError> {
    let deserializer = serde_wasm_bindgen::Deserializer::from(given);
    serde_path_to_error::deserialize(deserializer).map_err(|error| {
        let place = error.path().to_string();
        let place = if place == "." {
            name.to_owned()
        } else {
            format!("{name}.{place}")
        };
        let problem = error.inner().to_string();
        let problem = match problem.strip_prefix("Error: ") {
            Some(problem) => problem,
            // What JavaScript throws where it is asked to walk through what is no object.
            None if problem.starts_with("TypeError: ") => "expected a list",
            None => &problem,
        };
        JsError::new(&format!("{place}: {problem}"))
    })
}
