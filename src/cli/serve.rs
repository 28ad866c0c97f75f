//! `sorot serve`.

use super::Error;
use std::process::ExitCode;

#[derive(clap::Args, Default)]
pub(super) struct Arguments {}

pub(super) fn run(_arguments: &Arguments) -> Result<ExitCode, Error> {
    Err("not built yet".into())
}
