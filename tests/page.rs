//! The module and the page in a real browser.
//!
//! Runs `sorot serve`, which builds the module, and browsers of three engines; see `browser` for what happens without one.

#![expect(
    clippy::indexing_slicing,
    reason = "a JSON value indexed by a key it lacks is null, which no assertion accepts by mistake"
)]

#[path = "browser/acceptance.rs"]
mod acceptance;
#[path = "browser/api.rs"]
mod api;
mod browser;
#[path = "browser/corrections.rs"]
mod corrections;
#[path = "browser/editing.rs"]
mod editing;
#[path = "browser/exports.rs"]
mod exports;
#[path = "browser/help.rs"]
mod help;
#[path = "browser/intake.rs"]
mod intake;
#[path = "browser/look.rs"]
mod look;
#[path = "browser/offline.rs"]
mod offline;
#[path = "browser/release.rs"]
mod release;
#[path = "browser/reliability.rs"]
mod reliability;
#[path = "browser/security.rs"]
mod security;
#[path = "browser/share.rs"]
mod share;
#[path = "browser/speed.rs"]
mod speed;
#[path = "browser/view.rs"]
mod view;

use std::process::ExitCode;

/// A document without scripts of its own, under the server's policy.
const BARE: &str = "/pkg/sorot.d.ts";
const PAGE: &str = "/";

fn main() -> ExitCode {
    browser::run(&[
        (BARE, api::CASES),
        (PAGE, view::CASES),
        (PAGE, help::CASES),
        (PAGE, look::CASES),
        (PAGE, intake::CASES),
        (PAGE, exports::CASES),
        (PAGE, corrections::CASES),
        (PAGE, share::CASES),
        (PAGE, editing::CASES),
        (PAGE, acceptance::CASES),
        (PAGE, reliability::CASES),
        (PAGE, security::CASES),
        (PAGE, release::CASES),
        (PAGE, speed::CASES),
        (PAGE, offline::CASES),
    ])
}
