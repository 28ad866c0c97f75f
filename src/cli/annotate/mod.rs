//! `sorot annotate`: one article as text or JSON, or a stream of them as JSON lines.

pub(super) mod arguments;
mod duration;
pub(super) mod input;
mod line;
mod lines;
pub(super) mod paint;
mod text;

pub(super) use arguments::Arguments;

use super::Error;
use arguments::Form;
use paint::Paint;
use sorot::export::{Document, ExportOptions, export};
use sorot::text::OffsetUnit;
use sorot::{Annotator, Options};
use std::io::{self, Write};
use std::process::ExitCode;

/// Annotates what the arguments name.
pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Error> {
    let annotator = Annotator::indonesian();
    if arguments.jsonl {
        return lines::run(annotator, arguments);
    }
    let text = input::text(arguments.file.as_deref())?;
    let options = Options::from(arguments.known);
    let annotations = annotator.annotate(&text, &options);
    let mut stdout = io::stdout().lock();
    match arguments.format {
        Form::Text => {
            let paint = Paint::of(&stdout);
            stdout.write_all(text::render(&text, &annotations, paint).as_bytes())?;
        }
        Form::Json => {
            let document = Document::new(&text, &annotations, arguments.offsets.into());
            writeln!(stdout, "{}", serde_json::to_string_pretty(&document)?)?;
        }
        Form::Other(format) => {
            let unit = OffsetUnit::default();
            let document = Document::new(&text, &annotations, unit);
            let options = ExportOptions {
                separator: arguments.separator.into(),
                abbreviations: annotator.language().abbreviations.clone(),
                ..ExportOptions::default()
            };
            let exported = export(&text, &document, unit, format, &options)
                .map_err(|error| format!("cannot write {format}: {error}"))?;
            stdout.write_all(exported.as_bytes())?;
        }
    }
    stdout.flush()?;
    Ok(ExitCode::SUCCESS)
}
