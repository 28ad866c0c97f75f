//! One line of input → one line of output.

use serde::Serialize;
use serde_json::{Map, Value};
use sorot::export::{Document, DocumentId};
use sorot::text::OffsetUnit;
use sorot::time::{Clock, Clocks};
use sorot::{Annotator, Options};

/// How every line is to be annotated.
#[derive(Debug)]
pub(super) struct Task {
    pub(super) annotator: Annotator,
    pub(super) options: Options,
    pub(super) unit: OffsetUnit,
}

/// What stands in the output in the place of a line that could not be annotated.
#[derive(Debug, Serialize)]
struct ErrorRecord {
    error: String,
    line: usize,
    id: Option<DocumentId>,
}

/// What is wrong with a line, and whose line it is, if that much could be read.
struct BadLine {
    error: String,
    id: Option<DocumentId>,
}

impl Task {
    /// Appends the output for a line of input, its line end included. Returns whether the line was good.
    pub(super) fn write(&self, line: &[u8], number: usize, output: &mut Vec<u8>) -> bool {
        let start = output.len();
        let result = self.document(line).and_then(|document| {
            serde_json::to_writer(&mut *output, &document)
                .map_err(|error| BadLine::new(error.to_string(), document.id))
        });
        let good = result.is_ok();
        if let Err(bad) = result {
            output.truncate(start);
            let record = ErrorRecord {
                error: bad.error,
                line: number,
                id: bad.id,
            };
            output.extend(serde_json::to_vec(&record).unwrap_or_default());
        }
        output.push(b'\n');
        good
    }

    fn document(&self, line: &[u8]) -> Result<Document, BadLine> {
        let line = std::str::from_utf8(line).map_err(|error| {
            BadLine::new(format!("not UTF-8 at byte {}", error.valid_up_to()), None)
        })?;
        let value: Value = serde_json::from_str(line).map_err(|error| not_json(&error))?;
        let Value::Object(fields) = value else {
            return Err(BadLine::new("not a JSON object", None));
        };
        let id = id(&fields)?;
        let bad = |error: String| BadLine::new(error, id.clone());
        let text = match fields.get("text") {
            Some(Value::String(text)) => text,
            Some(_) => return Err(bad("\"text\" is not a string".to_owned())),
            None => return Err(bad("no \"text\"".to_owned())),
        };
        let mut options = self.options.clone();
        options.clocks = Clocks {
            published: clock(&fields, "published").map_err(bad)?,
            evidence: None,
            captured: clock(&fields, "captured").map_err(bad)?,
        };
        let annotations = self.annotator.annotate(text, &options);
        let mut document = Document::new(text, &annotations, self.unit);
        document.id = id;
        Ok(document)
    }
}

impl BadLine {
    fn new(error: impl Into<String>, id: Option<DocumentId>) -> Self {
        Self {
            error: error.into(),
            id,
        }
    }
}

/// The parser's message with the column alone: the line it counts is not the line of the file.
fn not_json(error: &serde_json::Error) -> BadLine {
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or(&message);
    BadLine::new(
        format!("not JSON: {message} at column {}", error.column()),
        None,
    )
}

fn id(fields: &Map<String, Value>) -> Result<Option<DocumentId>, BadLine> {
    match fields.get("id") {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(id)) => Ok(Some(DocumentId::Text(id.clone()))),
        Some(Value::Number(id)) if id.is_i64() => Ok(id.as_i64().map(DocumentId::Number)),
        Some(_) => Err(BadLine::new(
            "\"id\" is neither a string nor a whole number",
            None,
        )),
    }
}

fn clock(fields: &Map<String, Value>, name: &str) -> Result<Option<Clock>, String> {
    match fields.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(given)) => given
            .parse()
            .map(Some)
            .map_err(|error| format!("\"{name}\": {error}")),
        Some(_) => Err(format!("\"{name}\" is neither a string nor null")),
    }
}
