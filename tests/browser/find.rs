//! Finds a browser and its driver, or gets them, or says how.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A browser and the driver that speaks for it.
pub(crate) struct Browser {
    /// Chromium or Chrome.
    pub(crate) program: PathBuf,
    /// chromedriver.
    pub(crate) driver: PathBuf,
}

/// `SOROT_CHROME` and `SOROT_CHROMEDRIVER` go before these.
const PROGRAMS: [&str; 9] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "/opt/google/chrome/chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
];
const DRIVERS: [&str; 5] = [
    "chromedriver",
    "chromium.chromedriver",
    "/usr/lib/chromium/chromedriver",
    "/usr/lib/chromium-browser/chromedriver",
    "/opt/homebrew/bin/chromedriver",
];

impl Browser {
    /// The browser of this machine; on a Debian without one, as root, installs it.
    ///
    /// Without one, the error says how to get it.
    pub(crate) fn get() -> Result<Self, String> {
        if let Some(browser) = Self::find() {
            return Ok(browser);
        }
        if may_install() {
            install()?;
        }
        Self::find().ok_or_else(|| {
            "no Chromium or Chrome with its chromedriver is on this machine; on Debian run `apt-get install chromium \
             chromium-driver`, elsewhere install Chrome and the chromedriver of its version, or name them in \
             SOROT_CHROME and SOROT_CHROMEDRIVER"
                .to_owned()
        })
    }

    fn find() -> Option<Self> {
        Some(Self {
            program: first("SOROT_CHROME", &PROGRAMS)?,
            driver: first("SOROT_CHROMEDRIVER", &DRIVERS)?,
        })
    }
}

fn first(variable: &str, names: &[&str]) -> Option<PathBuf> {
    let given = env::var_os(variable).map(PathBuf::from);
    let known = names.iter().filter_map(|name| on_path(name));
    given.into_iter().chain(known).find(|path| path.is_file())
}

fn on_path(name: &str) -> Option<PathBuf> {
    if Path::new(name).is_absolute() {
        return Some(PathBuf::from(name));
    }
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(&file))
        .find(|path| path.is_file())
}

fn may_install() -> bool {
    let is_root = Command::new("id").arg("-u").output();
    Path::new("/etc/debian_version").exists()
        && on_path("apt-get").is_some()
        && is_root.is_ok_and(|output| output.stdout == b"0\n")
}

fn install() -> Result<(), String> {
    eprintln!("no browser here: installing chromium and chromium-driver by apt-get, once");
    let packages = [
        "install",
        "--yes",
        "--no-install-recommends",
        "chromium",
        "chromium-driver",
    ];
    for arguments in [&["update"][..], &packages[..]] {
        let done = Command::new("apt-get")
            .arg("-qq")
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .status();
        if !done.is_ok_and(|status| status.success()) {
            return Err(format!(
                "`apt-get {}` failed, see above; install Chromium and chromedriver in another way",
                arguments.join(" ")
            ));
        }
    }
    Ok(())
}
