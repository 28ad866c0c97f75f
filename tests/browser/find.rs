//! Finds a browser and its driver, or gets them, or says how.

use super::engine::Engine;
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

/// A browser and the driver that speaks for it.
pub(crate) struct Browser {
    /// Chromium or Chrome, Firefox, `WebKitGTK`'s `MiniBrowser`.
    pub(crate) program: PathBuf,
    /// chromedriver, geckodriver, `WebKitWebDriver`.
    pub(crate) driver: PathBuf,
    /// A screen for a browser that needs one: Xvfb.
    pub(crate) screen: Option<PathBuf>,
}

/// What to look for. A variable goes before the names.
struct Wanted {
    variables: [&'static str; 2],
    programs: &'static [&'static str],
    drivers: &'static [&'static str],
    screen: Option<&'static str>,
    packages: &'static [&'static str],
    otherwise: &'static str,
}

const CHROMIUM: Wanted = Wanted {
    variables: ["SOROT_CHROME", "SOROT_CHROMEDRIVER"],
    programs: &[
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "chrome",
        "/opt/google/chrome/chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ],
    drivers: &[
        "chromedriver",
        "chromium.chromedriver",
        "/usr/lib/chromium/chromedriver",
        "/usr/lib/chromium-browser/chromedriver",
        "/opt/homebrew/bin/chromedriver",
    ],
    screen: None,
    packages: &["chromium", "chromium-driver"],
    otherwise: "install Chrome and the chromedriver of its version",
};

/// Its driver comes from the registry of Rust's packages: Debian has none.
const FIREFOX: Wanted = Wanted {
    variables: ["SOROT_FIREFOX", "SOROT_GECKODRIVER"],
    programs: &[
        "firefox-esr",
        "firefox",
        "/Applications/Firefox.app/Contents/MacOS/firefox",
        r"C:\Program Files\Mozilla Firefox\firefox.exe",
    ],
    drivers: &["geckodriver"],
    screen: None,
    packages: &["firefox-esr"],
    otherwise: "install Firefox",
};
const GECKODRIVER: &str = "0.37.1";

const WEBKIT: Wanted = Wanted {
    variables: ["SOROT_MINIBROWSER", "SOROT_WEBKITDRIVER"],
    programs: &[
        "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
        "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
        "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
        "/usr/lib/webkit2gtk-4.1/MiniBrowser",
    ],
    drivers: &["WebKitWebDriver"],
    screen: Some("Xvfb"),
    packages: &["webkit2gtk-driver", "xvfb"],
    otherwise: "install WebKitGTK with its MiniBrowser and WebKitWebDriver, and Xvfb",
};

/// One installation at a time.
static INSTALLING: Mutex<()> = Mutex::new(());

impl Browser {
    /// The browser of this machine; on a Debian without one, as root, installs it.
    ///
    /// Without one, the error says how to get it.
    pub(crate) fn get(engine: Engine) -> Result<Self, String> {
        let wanted = match engine {
            Engine::Chromium => CHROMIUM,
            Engine::Firefox => FIREFOX,
            Engine::WebKit => WEBKIT,
        };
        let one = INSTALLING
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        let comes_with_the_packages = match engine {
            Engine::Firefox => wanted.program().is_some(),
            _ => wanted.found().is_some(),
        };
        if !comes_with_the_packages && may_install() {
            install(wanted.packages)?;
        }
        if engine == Engine::Firefox && wanted.program().is_some() && wanted.driver().is_none() {
            install_geckodriver()?;
        }
        drop(one);
        wanted.found().ok_or_else(|| {
            let [program, driver] = wanted.variables;
            format!(
                "its browser or its driver is not on this machine; on Debian run `apt-get install {}`, elsewhere {}, or \
                 name them in {program} and {driver}",
                wanted.packages.join(" "),
                wanted.otherwise,
            )
        })
    }
}

impl Wanted {
    fn program(&self) -> Option<PathBuf> {
        first(self.variables[0], self.programs)
    }

    fn driver(&self) -> Option<PathBuf> {
        first(self.variables[1], self.drivers)
    }

    fn found(&self) -> Option<Browser> {
        let screen = match self.screen {
            Some(name) => Some(on_path(name)?),
            None => None,
        };
        Some(Browser {
            program: self.program()?,
            driver: self.driver()?,
            screen,
        })
    }
}

fn first(variable: &str, names: &[&str]) -> Option<PathBuf> {
    let given = env::var_os(variable).map(PathBuf::from);
    let known = names.iter().filter_map(|name| on_path(name));
    given.into_iter().chain(known).find(|path| path.is_file())
}

/// The project's own tools, as `sorot serve` installs them for the module.
fn tools() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tools")
}

fn on_path(name: &str) -> Option<PathBuf> {
    if Path::new(name).is_absolute() {
        return Some(PathBuf::from(name));
    }
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    let path = env::var_os("PATH")?;
    [tools().join("bin")]
        .into_iter()
        .chain(env::split_paths(&path))
        .map(|folder| folder.join(&file))
        .find(|path| path.is_file())
}

fn may_install() -> bool {
    let is_root = Command::new("id").arg("-u").output();
    Path::new("/etc/debian_version").exists()
        && on_path("apt-get").is_some()
        && is_root.is_ok_and(|output| output.stdout == b"0\n")
}

fn install(packages: &[&str]) -> Result<(), String> {
    eprintln!("installing {} by apt-get, once", packages.join(" and "));
    let install = [&["install", "--yes", "--no-install-recommends"], packages].concat();
    for arguments in [&["update"][..], &install] {
        let done = Command::new("apt-get")
            .arg("-qq")
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .status();
        if !done.is_ok_and(|status| status.success()) {
            return Err(format!(
                "`apt-get {}` failed, see above; install it in another way",
                arguments.join(" ")
            ));
        }
    }
    Ok(())
}

fn install_geckodriver() -> Result<(), String> {
    let tools = tools();
    eprintln!(
        "installing geckodriver {GECKODRIVER} into {}, once: some 2 minutes",
        tools.display()
    );
    // A folder of its own: `sorot serve` may be installing its tools beside it.
    let build = tools.join("build-geckodriver");
    let done = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["install", "geckodriver", "--version"])
        .arg(format!("={GECKODRIVER}"))
        .args(["--quiet", "--debug", "--config", "profile.dev.debug=0"])
        .arg("--root")
        .arg(&tools)
        .arg("--target-dir")
        .arg(&build)
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .env_remove("RUSTC_WORKSPACE_WRAPPER")
        .status();
    let _ = std::fs::remove_dir_all(build);
    if done.is_ok_and(|status| status.success()) {
        Ok(())
    } else {
        Err("cargo could not install geckodriver, see above".to_owned())
    }
}
