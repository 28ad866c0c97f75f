//! `sorot evaluate`: how well the annotator agrees with gold files.

use super::{Error, evaluate_model, unreadable};
use sorot::Annotator;
use sorot::export::Document;
use sorot::gold::{Case, Differences, EntityScore, Gold, Intervals, TimeCase, TimeScore};
use std::fmt::Display;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What `evaluate` can be told.
#[derive(clap::Args, Debug)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(super) struct Arguments {
    /// Gold files, of times or of entities, told by their content
    #[arg(required = true, value_name = "FILE.gold")]
    files: Vec<PathBuf>,

    /// Print what differs, as marked text
    #[arg(short, long)]
    verbose: bool,

    #[command(subcommand)]
    model: Option<Alone>,
}

#[derive(clap::Subcommand, Debug)]
enum Alone {
    /// Score the model of names alone, without rules, against labelled sentences
    Entities(evaluate_model::Arguments),
}

/// Scores every file, in the order given; all are read before the first is scored.
pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Error> {
    if let Some(Alone::Entities(arguments)) = &arguments.model {
        return evaluate_model::run(arguments);
    }
    let read: Result<Vec<Input>, Error> = arguments
        .files
        .iter()
        .map(|file| Input::read(file))
        .collect();
    let inputs = read?;
    let annotator = Annotator::indonesian();
    let mut output = io::stdout().lock();
    for (index, input) in inputs.iter().enumerate() {
        if index > 0 {
            writeln!(output)?;
        }
        if inputs.len() > 1 {
            writeln!(output, "{}", input.file.display())?;
        }
        input.score(&annotator, arguments.verbose, &mut output)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// A gold file that has been read.
struct Input {
    file: PathBuf,
    gold: Gold,
    /// The right intervals of its times, from the table beside it, if there is one.
    intervals: Intervals,
}

impl Input {
    fn read(file: &Path) -> Result<Self, Error> {
        let gold = Gold::read(&file.display().to_string(), &content(file)?)?;
        if gold.is_empty() {
            return Err(format!("{} holds no case", file.display()).into());
        }
        let table = file.with_extension("intervals.tsv");
        let intervals = match fs::read_to_string(&table) {
            Ok(content) => Intervals::read(&table.display().to_string(), &content)?,
            Err(error) if error.kind() == ErrorKind::NotFound => Intervals::default(),
            Err(error) => return Err(unreadable(table.display(), &error)),
        };
        Ok(Self {
            file: file.to_owned(),
            gold,
            intervals,
        })
    }

    fn score(
        &self,
        annotator: &Annotator,
        verbose: bool,
        output: &mut impl Write,
    ) -> io::Result<()> {
        let answers = |cases: &mut dyn Iterator<Item = &Case>| -> Vec<Document> {
            cases.map(|case| case.answer(annotator)).collect()
        };
        match &self.gold {
            Gold::Times(cases) => {
                let answers = answers(&mut cases.iter().map(|case| &case.case));
                let score = TimeScore::of(cases, &answers, &self.intervals);
                write(output, verbose, &score.differences, &score)
            }
            Gold::Entities(cases) => {
                let answers = answers(&mut cases.iter().map(|case| &case.case));
                let score = EntityScore::of(cases, &answers);
                write(output, verbose, &score.differences, &score)?;
                if cases.iter().all(|case| case.times.is_empty()) {
                    return Ok(());
                }
                let cases: Vec<TimeCase> = cases.iter().map(TimeCase::from).collect();
                let score = TimeScore::of(&cases, &answers, &self.intervals);
                writeln!(output)?;
                write(output, verbose, &score.differences, &score)
            }
        }
    }
}

fn write(
    output: &mut impl Write,
    verbose: bool,
    differences: &[Differences],
    score: &impl Display,
) -> io::Result<()> {
    if verbose && !differences.is_empty() {
        for difference in differences {
            write!(output, "{difference}")?;
        }
        writeln!(output)?;
    }
    write!(output, "{score}")?;
    output.flush()
}

fn content(file: &Path) -> Result<String, Error> {
    fs::read_to_string(file).map_err(|error| unreadable(file.display(), &error))
}
