//! `sorot annotate`: one article as text or JSON, or a stream of them as JSON lines.

pub(super) mod arguments;
pub(super) mod input;
mod line;
mod lines;
pub(super) mod paint;
mod period;
mod text;

pub(super) use arguments::Arguments;

use super::Error;
use arguments::Format;
use paint::Paint;
use sorot::export::Document;
use sorot::time::Clocks;
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
    let options = Options {
        clocks: Clocks {
            published: arguments.published,
            evidence: None,
            captured: arguments.captured,
        },
        offset: arguments.offset,
    };
    let annotations = annotator.annotate(&text, &options);
    let mut stdout = io::stdout().lock();
    match arguments.format {
        Format::Text => {
            let paint = Paint::of(&stdout);
            stdout.write_all(text::render(&text, &annotations, paint).as_bytes())?;
        }
        Format::Json => {
            let document = Document::new(&text, &annotations, arguments.offsets.into());
            writeln!(stdout, "{}", serde_json::to_string_pretty(&document)?)?;
        }
    }
    stdout.flush()?;
    Ok(ExitCode::SUCCESS)
}
