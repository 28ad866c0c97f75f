//! The browsers' engines, and in what they differ for a test.

use serde_json::{Value, json};
use std::path::Path;

/// What draws the page and runs its scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    /// Chromium, Chrome.
    Chromium,
    /// Firefox.
    Firefox,
    /// `WebKitGTK`: not Safari, but its engine.
    WebKit,
}

/// What tests run in unless they say otherwise.
pub(crate) const WIDTH: u32 = 1280;
/// See [`WIDTH`].
pub(crate) const HEIGHT: u32 = 900;

impl Engine {
    /// All, in the order of the tests.
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// What its tests begin with: `firefox::view::a_pasted_article_is_marked`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Whether it runs wherever Rust does. `WebKitGTK` is made for a few systems only.
    pub(crate) fn is_everywhere(self) -> bool {
        self != Self::WebKit
    }

    /// What a new session is asked for.
    pub(crate) fn capabilities(self, program: &Path) -> Value {
        let mut wanted = match self {
            Self::Chromium => json!({
                "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
                "goog:chromeOptions": {
                    "binary": program,
                    "args": [
                        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic",
                        "--no-first-run", "--disable-background-networking", "--disable-component-update",
                        "--disable-sync", format!("--window-size={WIDTH},{HEIGHT}"), "--lang=id",
                    ],
                },
            }),
            Self::Firefox => json!({
                "webSocketUrl": true,
                "moz:firefoxOptions": {
                    "binary": program,
                    "args": ["-headless", format!("--width={WIDTH}"), format!("--height={HEIGHT}")],
                    "prefs": {
                        // The clipboard without a person's nod.
                        "dom.events.testing.asyncClipboard": true,
                        "intl.accept_languages": "id, en",
                    },
                },
            }),
            Self::WebKit => json!({
                "webkitgtk:browserOptions": {
                    "binary": program,
                    "args": ["--automation", "--javascript-can-access-clipboard=TRUE"],
                },
            }),
        };
        wanted["timeouts"] = json!({ "script": 60_000, "pageLoad": 60_000 });
        wanted
    }
}
