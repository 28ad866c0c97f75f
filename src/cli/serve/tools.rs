//! What the build of the module needs beside Rust, installed where it is missing.
//!
//! Nothing outside the project is touched but the toolchain's own list of targets.

use super::super::Error;
use super::project::Project;
use std::env;
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const TARGET: &str = "wasm32-unknown-unknown";

/// The version that is installed where there is none; one that is already there is used as it is.
const WASM_PACK: &str = "0.15.1";

/// The search path with which everything is found.
#[derive(Debug)]
pub(super) struct Tools {
    path: OsString,
}

impl Tools {
    /// Finds or installs the wasm target, `wasm-bindgen` and `wasm-pack`, and says so where that takes long.
    pub(super) fn ready(project: &Project) -> Result<Self, Error> {
        let tools = Self {
            path: search_path(&project.tools().join("bin"))?,
        };
        tools.target(project)?;
        let version = project.locked_version("wasm-bindgen")?;
        // The module and the tool speak a private format that changes with every version.
        if tools.version("wasm-bindgen").as_deref() != Some(&version) {
            let minimal = ["--no-default-features", "--bin", "wasm-bindgen"];
            tools.install(project, "wasm-bindgen-cli", &version, &minimal, 2)?;
        }
        if tools.version("wasm-pack").is_none() {
            tools.install(project, "wasm-pack", WASM_PACK, &[], 2)?;
        }
        Ok(tools)
    }

    /// A command that finds the tools and that flags meant for the program (lints, coverage) do not reach.
    pub(super) fn command(&self, program: &str, project: &Project) -> Command {
        let mut command = Command::new(self.find(program).unwrap_or_else(|| program.into()));
        command
            .current_dir(project.root())
            .env("PATH", &self.path)
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS")
            .env_remove("RUSTC_WORKSPACE_WRAPPER")
            .stdin(Stdio::null());
        command
    }

    fn target(&self, project: &Project) -> Result<(), Error> {
        let libraries = self
            .command("rustc", project)
            .args(["--print", "target-libdir", "--target", TARGET])
            .stderr(Stdio::inherit())
            .output()
            .map_err(|error| missing("rustc", &error))?;
        let libraries = String::from_utf8_lossy(&libraries.stdout);
        if Path::new(libraries.trim()).is_dir() {
            return Ok(());
        }
        eprintln!("sorot: adding the target {TARGET} to the Rust toolchain");
        let added = self
            .command("rustup", project)
            .args(["target", "add", TARGET])
            .status()
            .map_err(|error| missing("rustup", &error))?;
        if added.success() {
            Ok(())
        } else {
            Err(Error::from(format!(
                "rustup could not add the target {TARGET}, see above; with a network at hand, run \
                 `rustup target add {TARGET}` and start again"
            )))
        }
    }

    fn install(
        &self,
        project: &Project,
        package: &str,
        version: &str,
        selection: &[&str],
        minutes: u32,
    ) -> Result<(), Error> {
        eprintln!(
            "sorot: installing {package} {version} into {}, once: some {minutes} minutes",
            project.tools().display()
        );
        // Kept until it is done, so that an interrupted installation goes on where it was.
        let build = project.tools().join("build");
        let installed = self
            .command("cargo", project)
            .args(["install", package, "--version", &format!("={version}")])
            .args(selection)
            .args(["--debug", "--config", "profile.dev.debug=0", "--force"])
            .arg("--root")
            .arg(project.tools())
            .arg("--target-dir")
            .arg(&build)
            .status()
            .map_err(|error| missing("cargo", &error))?;
        if !installed.success() {
            return Err(Error::from(format!(
                "cargo could not install {package} {version}, see above; with a network at hand, start again or run \
                 `cargo install {package} --version {version}`"
            )));
        }
        // Only room would be lost.
        let _ = std::fs::remove_dir_all(build);
        Ok(())
    }

    /// The version that a program on the path says it has.
    fn version(&self, program: &str) -> Option<String> {
        let output = Command::new(self.find(program)?)
            .arg("--version")
            .output()
            .ok()?;
        let output = String::from_utf8_lossy(&output.stdout);
        output.split_whitespace().nth(1).map(str::to_owned)
    }

    fn find(&self, program: &str) -> Option<PathBuf> {
        let file = format!("{program}{}", env::consts::EXE_SUFFIX);
        env::split_paths(&self.path)
            .map(|folder| folder.join(&file))
            .find(|path| path.is_file())
    }
}

/// The project's own tools, then what the machine has.
fn search_path(own: &Path) -> Result<OsString, Error> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = [own.to_owned()].into_iter().chain(env::split_paths(&path));
    env::join_paths(folders).map_err(|error| {
        Error::from(format!(
            "{} cannot stand on PATH: {error}; move the project",
            own.display()
        ))
    })
}

/// The sentence for a program that does not start.
pub(super) fn missing(program: &str, error: &io::Error) -> Error {
    if error.kind() == io::ErrorKind::NotFound {
        Error::from(format!(
            "{program} is not on PATH; install Rust from https://rustup.rs and start again"
        ))
    } else {
        Error::from(format!("{program} does not start: {error}"))
    }
}
