//! The subcommands, one file each. Uses only what the library shows to everybody.

mod annotate;
mod evaluate;
mod evaluate_model;
mod explain;
mod known;
mod serve;
mod train;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Finds and resolves the times and names of Indonesian news.
#[derive(Parser)]
#[command(name = "sorot", version, about)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Build the page and serve it on this machine (what `sorot` alone does)
    Serve(serve::Arguments),
    /// Annotate a text, or many
    Annotate(annotate::Arguments),
    /// Show how the times of a text come about: senses, expressions, clocks, rules
    Explain(explain::Arguments),
    /// Score against gold files
    Evaluate(evaluate::Arguments),
    /// Learn a model of names from labelled sentences
    Train(train::Arguments),
}

/// Runs the program. An error is one sentence on standard error and exit code 1.
pub(crate) fn run() -> ExitCode {
    let command = Cli::parse()
        .command
        .unwrap_or_else(|| Command::Serve(serve::Arguments::default()));
    let result = match command {
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Annotate(arguments) => annotate::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Evaluate(arguments) => evaluate::run(&arguments),
        Command::Train(arguments) => train::run(&arguments),
    };
    match result {
        Ok(code) => code,
        // Whoever read the output has seen enough: `sorot annotate … | head`.
        Err(error) if is_broken_pipe(&*error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("sorot: {error}");
            ExitCode::FAILURE
        }
    }
}

/// What went wrong, as a sentence that says where and what to do.
type Error = Box<dyn std::error::Error>;

fn is_broken_pipe(error: &(dyn std::error::Error + 'static)) -> bool {
    let error = error.downcast_ref::<std::io::Error>();
    error.is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
}

/// The sentence for a file that cannot be read.
fn unreadable(place: impl std::fmt::Display, error: &std::io::Error) -> Error {
    use std::io::ErrorKind::{InvalidData, IsADirectory, NotFound};
    let reason = match error.kind() {
        NotFound => "there is no such file".to_owned(),
        IsADirectory => "it is a folder".to_owned(),
        InvalidData => "it is not UTF-8".to_owned(),
        _ => error.to_string(),
    };
    format!("cannot read {place}: {reason}").into()
}

/// A kind of name and what it is to be called: `PLACE=LOC`.
fn renaming(pair: &str) -> Result<(String, String), String> {
    match pair.split_once('=') {
        Some((from, to)) if !from.is_empty() && !to.is_empty() => {
            Ok((from.to_owned(), to.to_owned()))
        }
        _ => Err("say FROM=TO, such as PLACE=LOC".to_owned()),
    }
}
