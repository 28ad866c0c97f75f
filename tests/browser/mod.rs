//! A real browser on the real page.
//!
//! [`run`] starts one server and one driver; every test gets a browser of its own, and fails also by what the browser
//! complained of meanwhile.

mod find;
mod process;
mod tab;

pub(crate) use process::Process;
pub(crate) use tab::Tab;

use find::Browser;
use libtest_mimic::{Arguments, Completion, Failed, Trial};
use std::env;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::{Arc, OnceLock};

/// A test: its name and what it does.
pub(crate) type Case = (&'static str, fn(&Tab));

struct Stage {
    browser: Browser,
    driver: Process,
    server: Process,
}

/// Runs the cases, each on the path it belongs to, as `cargo test` would. Without a browser they are skipped and say why;
/// with `SOROT_BROWSER=required` they fail.
pub(crate) fn run(cases: &[(&'static str, &[Case])]) -> ExitCode {
    let arguments = Arguments::from_args();
    // Set by the first test that runs: a list or a filter starts nothing.
    let stage = Arc::new(OnceLock::new());
    let trials = cases.iter().flat_map(|(path, cases)| {
        cases.iter().map(|(name, case)| {
            let (path, case) = (*path, *case);
            let stage = Arc::clone(&stage);
            Trial::ignorable_test(*name, move || match stage.get_or_init(set) {
                Ok(Some(stage)) => stage.play(path, case),
                Ok(None) => Ok(Completion::ignored_with("no browser, see above")),
                Err(why) => Err(why.into()),
            })
        })
    });
    let done = libtest_mimic::run(&arguments, trials.collect());
    // The driver and the server end here, whatever has failed.
    drop(stage);
    done.exit_code()
}

/// The stage, or nothing if there is no browser and none is required.
fn set() -> Result<Option<Stage>, String> {
    let is_required = env::var_os("SOROT_BROWSER").is_some_and(|value| value == "required");
    match Browser::get() {
        Ok(browser) => {
            let server = Process::serve()?;
            let driver = Process::driver(&browser.driver)?;
            Ok(Some(Stage {
                browser,
                driver,
                server,
            }))
        }
        Err(why) if is_required => Err(format!("SOROT_BROWSER=required, but {why}")),
        Err(why) => {
            eprintln!("browser tests are skipped: {why}");
            Ok(None)
        }
    }
}

impl Stage {
    fn play(&self, path: &str, case: fn(&Tab)) -> Result<Completion, Failed> {
        let tab = Tab::open(
            &self.driver.address,
            &self.browser.program,
            &self.server.address,
        );
        let played = catch_unwind(AssertUnwindSafe(|| {
            tab.visit(path);
            case(&tab);
        }));
        let complaints = catch_unwind(AssertUnwindSafe(|| tab.complaints()));
        tab.close();
        let mut failures = complaints.unwrap_or_default();
        failures.extend(played.err().map(|panic| said(&*panic).to_owned()));
        if failures.is_empty() {
            Ok(Completion::Completed)
        } else {
            Err(failures.join("\n").into())
        }
    }
}

fn said(panic: &(dyn std::any::Any + Send)) -> &str {
    panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("a panic, see above")
}
