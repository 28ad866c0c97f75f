//! `sorot train`: learns a model of names from labelled sentences.

mod corpora;

use super::evaluate_model::sentences_of;
use super::{Error, renaming};
use corpora::{Corpora, Partial, Weight};
use sorot::entity::model::{Labels, Recipe, train};
use sorot::entity::{Knowledge, Model};
use sorot::gold::ConllScore;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

/// What `train` can be told.
#[derive(clap::Args, Debug)]
pub(super) struct Arguments {
    /// Labelled sentences to learn from: token first, tag (O, B-X, I-X) last; may be repeated
    #[arg(long, required = true, num_args = 1.., value_name = "FILE")]
    train: Vec<PathBuf>,

    /// Labelled sentences to score the result on; may be repeated, each file has its score
    #[arg(long, num_args = 1.., value_name = "FILE")]
    dev: Vec<PathBuf>,

    /// Leave out what the lists tell, in learning and in the score, to see what it is worth; may be repeated
    #[arg(long, value_name = "names|senses|given|classes", value_parser = knowledge)]
    without: Vec<Knowledge>,

    /// Rename a kind in all files
    #[arg(long, value_name = "FROM=TO", value_parser = renaming)]
    map: Vec<(String, String)>,

    /// Kinds of which FILE does not mark every name: there an O does not say that none stands. Kinds that a file never
    /// marks and another does are taken so without being told
    #[arg(long, value_name = "FILE=KIND,…", value_parser = Partial::read)]
    partial: Vec<Partial>,

    /// How much a sentence of FILE counts; 1 where nothing is said
    #[arg(long, value_name = "FILE=N", value_parser = Weight::read)]
    weight: Vec<Weight>,

    /// Where the order of the sentences comes from
    #[arg(long, default_value_t = 1)]
    seed: u64,

    /// How often the sentences are gone through
    #[arg(long, default_value_t = Recipe::default().epochs)]
    epochs: usize,

    /// What a weight costs: the more, the smaller the model
    #[arg(long, default_value_t = Recipe::default().l1)]
    l1: f32,

    /// The length of a step
    #[arg(long, default_value_t = Recipe::default().eta)]
    eta: f32,

    /// Where to write the model
    #[arg(long, value_name = "MODEL")]
    out: PathBuf,
}

/// Learns, writes, and scores where there is something to score on.
pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Error> {
    let mut lists = sorot::id::language().names;
    for part in &arguments.without {
        lists = lists.without(*part);
    }
    let corpora = Corpora::read(arguments)?;
    let mut devs = Vec::new();
    for file in &arguments.dev {
        devs.push(sentences_of(file, &arguments.map)?);
    }
    let labels = Labels::new(corpora.kinds());
    if labels.kinds().len() > Labels::MOST {
        return Err(format!("a model can know {} kinds at most", Labels::MOST).into());
    }
    let recipe = Recipe {
        seed: arguments.seed,
        epochs: arguments.epochs,
        l1: arguments.l1,
        eta: arguments.eta,
    };
    let mut note = format!("{}seed {}", corpora.note(), arguments.seed);
    for (number, part) in arguments.without.iter().enumerate() {
        note += if number == 0 { "; without " } else { " " };
        note += &format!("{part:?}").to_lowercase();
    }
    let examples = corpora.examples(&labels, &lists);
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
    // What was written, not what was learnt, is scored.
    let model = Model::decode(&bytes)?;
    for (file, dev) in arguments.dev.iter().zip(&devs) {
        if devs.len() > 1 {
            println!("{}", file.display());
        }
        print!("{}", ConllScore::of(&model, dev, &lists, &[]));
    }
    Ok(ExitCode::SUCCESS)
}

/// A part of the lists by its name.
fn knowledge(name: &str) -> Result<Knowledge, String> {
    match name {
        "names" => Ok(Knowledge::Names),
        "senses" => Ok(Knowledge::Senses),
        "given" => Ok(Knowledge::Given),
        "classes" => Ok(Knowledge::Classes),
        _ => Err("say names, senses, given or classes".to_owned()),
    }
}
