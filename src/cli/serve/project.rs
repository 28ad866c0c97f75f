//! Where the project is, and what its lock file says.

use super::super::Error;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder that holds `Cargo.toml`, `src/` and `www/`.
#[derive(Debug)]
pub(super) struct Project {
    root: PathBuf,
}

impl Project {
    /// The folder the program was compiled in, else the nearest that contains the current one: the program may have
    /// been moved.
    pub(super) fn find() -> Result<Self, Error> {
        let here = env::current_dir().unwrap_or_default();
        [Path::new(env!("CARGO_MANIFEST_DIR"))]
            .into_iter()
            .chain(here.ancestors())
            .find(|root| is_project(root))
            .map(|root| Self {
                root: root.to_owned(),
            })
            .ok_or_else(|| {
                Error::from("the project is not here; run `sorot serve` inside a clone of it")
            })
    }

    /// The project's folder.
    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// The page.
    pub(super) fn www(&self) -> PathBuf {
        self.root.join("www")
    }

    /// The built module.
    pub(super) fn package(&self) -> PathBuf {
        self.root.join("www").join("pkg")
    }

    /// Tools installed for this project alone.
    pub(super) fn tools(&self) -> PathBuf {
        self.root.join("target").join("tools")
    }

    /// The version of a package in `Cargo.lock`.
    pub(super) fn locked_version(&self, package: &str) -> Result<String, Error> {
        let path = self.root.join("Cargo.lock");
        let lock = fs::read_to_string(&path)
            .map_err(|error| format!("cannot read {}: {error}", path.display()))?;
        version_in(&lock, package).ok_or_else(|| {
            Error::from(format!(
                "{} names no {package}; run `cargo update {package}`",
                path.display()
            ))
        })
    }
}

fn is_project(root: &Path) -> bool {
    fs::read_to_string(root.join("Cargo.toml"))
        .is_ok_and(|manifest| manifest.lines().any(|line| line == "name = \"sorot\""))
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    lines.find(|line| *line == name)?;
    let version = lines.next()?.strip_prefix("version = \"")?;
    version.strip_suffix('"').map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::version_in;

    #[test]
    fn the_version_of_the_named_package_only() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in(lock, "wasm"), None);
    }
}
