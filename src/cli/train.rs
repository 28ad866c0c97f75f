//! `sorot train`: learns a model of names from labelled sentences.

use super::evaluate_model::sentences_of;
use super::{Error, renaming};
use sorot::entity::Model;
use sorot::entity::model::{Example, Labels, Recipe, train};
use sorot::gold::{ConllScore, TaggedSentence, kinds};
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

/// What `train` can be told.
#[derive(clap::Args, Debug)]
pub(super) struct Arguments {
    /// Labelled sentences to learn from: token first, tag (O, B-X, I-X) last; may be repeated
    #[arg(long, required = true, num_args = 1.., value_name = "FILE")]
    train: Vec<PathBuf>,

    /// Labelled sentences to score the result on
    #[arg(long, value_name = "FILE")]
    dev: Option<PathBuf>,

    /// Rename a kind in all files
    #[arg(long, value_name = "FROM=TO", value_parser = renaming)]
    map: Vec<(String, String)>,

    /// Where the order of the sentences comes from
    #[arg(long, default_value_t = 1)]
    seed: u64,

    /// How often the sentences are gone through
    #[arg(long, default_value_t = Recipe::default().epochs, hide = true)]
    epochs: usize,

    /// What a weight costs
    #[arg(long, default_value_t = Recipe::default().l1, hide = true)]
    l1: f32,

    /// The length of a step
    #[arg(long, default_value_t = Recipe::default().eta, hide = true)]
    eta: f32,

    /// Where to write the model
    #[arg(long, value_name = "MODEL")]
    out: PathBuf,
}

/// Learns, writes, and scores where there is something to score on.
pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Error> {
    let lists = sorot::id::language().names;
    let mut sentences: Vec<TaggedSentence> = Vec::new();
    let mut note = String::new();
    for file in &arguments.train {
        let read = sentences_of(file, &arguments.map)?;
        let name = file
            .file_name()
            .unwrap_or(file.as_os_str())
            .to_string_lossy();
        let folder = file.parent().and_then(|folder| folder.file_name());
        let folder = folder.map_or(String::new(), |name| format!("{}/", name.to_string_lossy()));
        let _ = write!(note, "{folder}{name}: {} sentences; ", read.len());
        sentences.extend(read);
    }
    let _ = write!(note, "seed {}", arguments.seed);
    let dev = match &arguments.dev {
        Some(file) => sentences_of(file, &arguments.map)?,
        None => Vec::new(),
    };
    let labels = Labels::new(kinds(&sentences));
    if labels.kinds().len() > Labels::MOST {
        return Err(format!("a model can know {} kinds at most", Labels::MOST).into());
    }
    let examples: Vec<Example> = sentences
        .iter()
        .map(|sentence| sentence.example(&labels, &lists))
        .collect();
    let recipe = Recipe {
        seed: arguments.seed,
        epochs: arguments.epochs,
        l1: arguments.l1,
        eta: arguments.eta,
    };
    let model = train(&examples, labels, note, recipe, |epoch| {
        eprint!("\repoch {epoch} of {}", recipe.epochs);
    });
    eprintln!();
    let bytes = model.encode();
    fs::write(&arguments.out, &bytes)
        .map_err(|error| format!("cannot write {}: {error}", arguments.out.display()))?;
    println!(
        "{}: {} features, {} bytes ({})",
        arguments.out.display(),
        model.features(),
        bytes.len(),
        model.note()
    );
    if !dev.is_empty() {
        // What was written, not what was learnt, is scored.
        let model = Model::decode(&bytes)?;
        print!("{}", ConllScore::of(&model, &dev, &lists, &[]));
    }
    Ok(ExitCode::SUCCESS)
}
