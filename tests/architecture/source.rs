//! Rust files as the checks see them.

use std::fs;
use std::path::{Path, PathBuf};

/// A file of `src/`, without its comments and its unit tests.
pub(crate) struct Source {
    /// Its path from the root of the project, with `/`.
    pub(crate) path: String,
    /// Its lines, as many as the file has up to its tests.
    pub(crate) lines: Vec<String>,
}

impl Source {
    pub(crate) fn new(path: &str, content: &str) -> Self {
        let lines = content
            .lines()
            .take_while(|line| line.trim() != "#[cfg(test)]")
            .map(|line| without_comment(line).to_owned())
            .collect();
        Self {
            path: path.to_owned(),
            lines,
        }
    }

    /// Every Rust file of `src/`.
    pub(crate) fn all() -> Vec<Self> {
        let sources: Vec<Self> = files("src")
            .into_iter()
            .filter(|path| path.extension().is_some_and(|end| end == "rs"))
            .map(|path| Self::new(&name(&path), &read(&path)))
            .collect();
        assert!(sources.len() > 20, "src/ was not found");
        sources
    }

    /// The names of the modules that lead to it: `time`, `clock`. Empty for the roots.
    pub(crate) fn modules(&self) -> Vec<&str> {
        let path = self.path.trim_start_matches("src/").trim_end_matches(".rs");
        let last = |name: &&str| !matches!(*name, "mod" | "lib" | "main");
        path.split('/').filter(last).collect()
    }

    /// The room it stands in; the two roots stand in none.
    pub(crate) fn room(&self) -> Option<&str> {
        self.modules().first().copied()
    }
}

/// The files below a folder of the project, in order.
pub(crate) fn files(folder: &str) -> Vec<PathBuf> {
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    let mut files = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).expect("the folder can be read") {
            let path = entry.expect("the entry can be read").path();
            if path.is_dir() {
                open.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// The path from the root of the project, with `/`.
pub(crate) fn name(path: &Path) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = path.strip_prefix(root).unwrap_or(path);
    path.to_string_lossy().replace('\\', "/")
}

pub(crate) fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("the file is UTF-8")
}

/// A line up to its comment. `//` after `:` is an address.
fn without_comment(line: &str) -> &str {
    let starts = line.match_indices("//").map(|(at, _)| at);
    let comment = starts
        .filter_map(|at| line.get(..at))
        .find(|before| !before.ends_with(':'));
    comment.unwrap_or(line)
}
