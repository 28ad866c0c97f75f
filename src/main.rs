//! The `sorot` program: `serve` (also what plain `cargo run` does), `annotate`, `explain`, `evaluate`.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
