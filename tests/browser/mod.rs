//! A real browser on the real page, of each engine.
//!
//! [`run`] gives every test a tab and a server of its own; it fails also by what the browser complained of meanwhile.
//! A browser is started by the first test that needs one and used by those after it.

mod complaints;
mod engine;
mod find;
mod process;
mod realm;
mod tab;

pub(crate) use engine::Engine;
pub(crate) use process::Process;
pub(crate) use tab::Tab;

use find::Browser;
use libtest_mimic::{Arguments, Completion, Failed, Trial};
use std::env;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// A test: its name and what it does.
pub(crate) type Case = (&'static str, fn(&Tab));

/// The browsers of one engine.
struct Stage {
    engine: Engine,
    /// Found by the first test that runs: a list or a filter starts nothing.
    browser: OnceLock<Result<Browser, String>>,
    /// Those that no test uses at the moment.
    idle: Mutex<Vec<Tab>>,
}

/// Runs the cases in each engine, each on the path it belongs to, as `cargo test` would. Where an engine is not to be had
/// its tests are skipped and say why; with `SOROT_BROWSER=required` they fail, if the engine is to be had everywhere.
/// FIXME: `WebKitGTK` runs only when asked for, `cargo test --test page webkit:: -- --ignored`, for not all pass in it yet.
pub(crate) fn run(cases: &[(&'static str, &[Case])]) -> ExitCode {
    let arguments = Arguments::from_args();
    let stages = Engine::ALL.map(|engine| {
        Arc::new(Stage {
            engine,
            browser: OnceLock::new(),
            idle: Mutex::default(),
        })
    });
    let mut trials = Vec::new();
    for stage in &stages {
        for (path, cases) in cases {
            for (name, case) in *cases {
                let (path, case, stage) = (*path, *case, Arc::clone(stage));
                let name = format!("{}::{name}", stage.engine.name());
                let waits = !stage.engine.is_everywhere();
                let trial = Trial::ignorable_test(name, move || stage.play(path, case));
                trials.push(trial.with_ignored_flag(waits));
            }
        }
    }
    let done = libtest_mimic::run(&arguments, trials);
    // The browsers and the servers end here, whatever has failed.
    drop(stages);
    done.exit_code()
}

impl Stage {
    fn play(&self, path: &str, case: fn(&Tab)) -> Result<Completion, Failed> {
        let browser = self.browser.get_or_init(|| {
            let browser = Browser::get(self.engine);
            if let Err(why) = &browser {
                eprintln!("{} is skipped: {why}", self.engine.name());
            }
            browser
        });
        let browser = match browser {
            Ok(browser) => browser,
            Err(why) if is_required() && self.engine.is_everywhere() => {
                return Err(format!("SOROT_BROWSER=required, but {why}").into());
            }
            Err(_) => return Ok(Completion::ignored_with("no browser, see above")),
        };
        let tab = catch_unwind(AssertUnwindSafe(|| self.tab(browser)));
        let tab = tab.map_err(|panic| said(&*panic).to_owned())??;
        let played = catch_unwind(AssertUnwindSafe(|| {
            tab.visit(path);
            case(&tab);
        }));
        if let Err(panic) = &played
            && let Some(tab::Skip(why)) = panic.downcast_ref()
        {
            let skipped = Completion::ignored_with(why);
            self.lock().push(tab);
            return Ok(skipped);
        }
        let complaints = catch_unwind(AssertUnwindSafe(|| tab.complaints()));
        let mut failures = complaints.unwrap_or_default();
        failures.extend(played.err().map(|panic| said(&*panic).to_owned()));
        if failures.is_empty() {
            self.lock().push(tab);
            Ok(Completion::Completed)
        } else {
            // Its browser may be in no state for another test.
            Err(failures.join("\n").into())
        }
    }

    fn tab(&self, browser: &Browser) -> Result<Tab, String> {
        let idle = self.lock().pop();
        match idle {
            Some(mut tab) => tab.renew().map(|()| tab),
            None => Tab::open(self.engine, browser),
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Tab>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn is_required() -> bool {
    env::var_os("SOROT_BROWSER").is_some_and(|value| value == "required")
}

fn said(panic: &(dyn std::any::Any + Send)) -> &str {
    panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("a panic, see above")
}
