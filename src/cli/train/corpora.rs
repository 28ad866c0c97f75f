//! The files that are learnt from, and what each of them knows.

use super::Arguments;
use crate::cli::Error;
use crate::cli::evaluate_model::sentences_of;
use sorot::entity::NameLists;
use sorot::entity::model::{Example, Labels};
use sorot::gold::{TaggedSentence, kinds};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// `FILE=KIND,…`: the kinds of which a file does not mark every name.
#[derive(Clone, Debug)]
pub(super) struct Partial {
    file: PathBuf,
    kinds: Vec<String>,
}

/// `FILE=N`: how much a sentence of a file counts.
#[derive(Clone, Debug)]
pub(super) struct Weight {
    file: PathBuf,
    weight: f32,
}

/// The files that are learnt from.
pub(super) struct Corpora {
    files: Vec<Corpus>,
}

/// A file that is learnt from.
struct Corpus {
    name: String,
    sentences: Vec<TaggedSentence>,
    /// Kinds of which it does not mark every name.
    partial: Vec<String>,
    weight: f32,
}

impl Partial {
    pub(super) fn read(value: &str) -> Result<Self, String> {
        let pair = value.rsplit_once('=');
        let (file, kinds) = pair
            .filter(|(file, kinds)| !file.is_empty() && !kinds.is_empty())
            .ok_or("say FILE=KIND, such as old.conll=LOC,ORG")?;
        Ok(Self {
            file: file.into(),
            kinds: kinds.split(',').map(str::to_owned).collect(),
        })
    }
}

impl Weight {
    pub(super) fn read(value: &str) -> Result<Self, String> {
        let pair = value.rsplit_once('=');
        let weight = pair.and_then(|(file, weight)| Some((file, weight.parse::<f32>().ok()?)));
        let (file, weight) = weight
            .filter(|(file, weight)| !file.is_empty() && *weight > 0.0 && *weight <= 100.0)
            .ok_or("say FILE=N with N above 0, at most 100, such as old.conll=0.5")?;
        Ok(Self {
            file: file.into(),
            weight,
        })
    }
}

impl Corpora {
    /// Reads all files, and finds out what each of them knows.
    pub(super) fn read(arguments: &Arguments) -> Result<Self, Error> {
        let named = arguments.partial.iter().map(|partial| &partial.file);
        let named = named.chain(arguments.weight.iter().map(|weight| &weight.file));
        for file in named {
            if !arguments.train.contains(file) {
                return Err(format!("{} is not among the files of --train", file.display()).into());
            }
        }
        let mut files = Vec::new();
        for file in &arguments.train {
            let mut weights = arguments
                .weight
                .iter()
                .filter(|weight| weight.file == *file);
            let partial = arguments.partial.iter().filter(|part| part.file == *file);
            files.push(Corpus {
                name: short_name(file),
                sentences: sentences_of(file, &arguments.map)?,
                partial: partial.flat_map(|part| part.kinds.clone()).collect(),
                weight: weights.next_back().map_or(1.0, |weight| weight.weight),
            });
        }
        let mut corpora = Self { files };
        let all = corpora.kinds();
        for corpus in &mut corpora.files {
            if let Some(kind) = corpus.partial.iter().find(|kind| !all.contains(kind)) {
                return Err(format!("no file marks {kind}, which --partial names").into());
            }
            let marked = kinds(&corpus.sentences);
            let unknown = all.iter().filter(|kind| !marked.contains(kind)).cloned();
            corpus.partial.extend(unknown);
            corpus.partial.sort();
            corpus.partial.dedup();
        }
        Ok(corpora)
    }

    /// The kinds of names in all files, sorted.
    pub(super) fn kinds(&self) -> Vec<String> {
        let mut all: Vec<String> = self
            .files
            .iter()
            .flat_map(|corpus| kinds(&corpus.sentences))
            .collect();
        all.sort();
        all.dedup();
        all
    }

    /// What is learnt from, for the model's own record: `news/train.conll: 11007 sentences; `.
    pub(super) fn note(&self) -> String {
        let mut note = String::new();
        for corpus in &self.files {
            let count = corpus.sentences.len();
            let _ = write!(note, "{}: {count} sentences", corpus.name);
            if !corpus.partial.is_empty() {
                let _ = write!(note, ", partly {}", corpus.partial.join(" "));
            }
            if (corpus.weight - 1.0).abs() > f32::EPSILON {
                let _ = write!(note, ", weight {}", corpus.weight);
            }
            note.push_str("; ");
        }
        note
    }

    /// The sentences as the model learns from them.
    pub(super) fn examples(&self, labels: &Labels, lists: &NameLists) -> Vec<Example> {
        let mut examples = Vec::new();
        for corpus in &self.files {
            let known = labels.kinds().iter().enumerate();
            let open = known.filter(|(_, kind)| corpus.partial.contains(kind));
            let open: Vec<usize> = open.map(|(number, _)| number).collect();
            examples.extend(corpus.sentences.iter().map(|sentence| Example {
                open: open.clone(),
                weight: corpus.weight,
                ..sentence.example(labels, lists)
            }));
        }
        examples
    }
}

/// The file's name behind that of its folder, without the way there.
fn short_name(file: &Path) -> String {
    let name = file.file_name().unwrap_or(file.as_os_str());
    let folder = file.parent().and_then(Path::file_name);
    folder.map_or(String::new(), |folder| {
        format!("{}/", folder.to_string_lossy())
    }) + &name.to_string_lossy()
}
