//! `sorot evaluate entities`: how well the model of names alone agrees with labelled sentences.

use super::{Error, renaming, unreadable};
use sorot::entity::Model;
use sorot::gold::{ConllScore, TaggedSentence};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What `evaluate entities` can be told.
#[derive(clap::Args, Debug)]
pub(super) struct Arguments {
    /// Labelled sentences: token first, tag (O, B-X, I-X) last, a blank line between sentences
    #[arg(required = true, value_name = "FILE.conll")]
    files: Vec<PathBuf>,

    /// The model, instead of the built-in one
    #[arg(long, value_name = "FILE")]
    model: Option<PathBuf>,

    /// Rename a kind, in the files and in the answers
    #[arg(long, value_name = "FROM=TO", value_parser = renaming)]
    map: Vec<(String, String)>,

    /// Print what differs: `line: -[missed|KIND] +[wrong|KIND]`
    #[arg(short, long)]
    verbose: bool,
}

/// Scores every file with one model; several files get one score.
pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Error> {
    let language = sorot::id::language();
    let read = match &arguments.model {
        Some(file) => Some(open(file)?),
        None => None,
    };
    let built_in = language.names.model.as_ref();
    let model = read
        .as_ref()
        .or(built_in)
        .ok_or("there is no built-in model: say --model FILE")?;
    let mut sentences = Vec::new();
    for file in &arguments.files {
        sentences.extend(sentences_of(file, &arguments.map)?);
    }
    let score = ConllScore::of(model, &sentences, &language.names, &arguments.map);
    let mut output = io::stdout().lock();
    if arguments.verbose {
        for difference in &score.differences {
            writeln!(output, "{difference}")?;
        }
    }
    write!(output, "{score}")?;
    output.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// The labelled sentences of a file.
pub(super) fn sentences_of(
    file: &Path,
    map: &[(String, String)],
) -> Result<Vec<TaggedSentence>, Error> {
    let content = fs::read_to_string(file).map_err(|error| unreadable(file.display(), &error))?;
    let sentences = TaggedSentence::read(&file.display().to_string(), &content, map)?;
    if sentences.is_empty() {
        return Err(format!("{} holds no sentence", file.display()).into());
    }
    Ok(sentences)
}

fn open(file: &Path) -> Result<Model, Error> {
    let bytes = fs::read(file).map_err(|error| unreadable(file.display(), &error))?;
    Model::decode(&bytes).map_err(|error| format!("{}: {error}", file.display()).into())
}
