//! The address a browser asks for → a file of `www/`, and never one outside.

use super::super::Error;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// The folder that is served.
#[derive(Debug)]
pub(super) struct Site {
    root: PathBuf,
}

/// A file as a browser receives it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Page {
    /// What it is.
    pub(super) mime: &'static str,
    /// What it holds.
    pub(super) body: Vec<u8>,
}

impl Site {
    /// The site in `folder`.
    pub(super) fn new(folder: &Path) -> Result<Self, Error> {
        let root = folder
            .canonicalize()
            .map_err(|error| format!("cannot read {}: {error}", folder.display()))?;
        Ok(Self { root })
    }

    /// The file at `target`, the path and query of a request; `None` where there is none that may be seen.
    pub(super) fn page(&self, target: &str) -> io::Result<Option<Page>> {
        let Some(relative) = relative(target) else {
            return Ok(None);
        };
        match self.open(&relative) {
            Ok(page) => Ok(page),
            Err(error) => match error.kind() {
                io::ErrorKind::NotFound
                | io::ErrorKind::NotADirectory
                | io::ErrorKind::InvalidFilename
                | io::ErrorKind::InvalidInput => Ok(None),
                _ => Err(error),
            },
        }
    }

    fn open(&self, relative: &Path) -> io::Result<Option<Page>> {
        // Follows symbolic links, so that one which leads out is seen to.
        let path = self.root.join(relative).canonicalize()?;
        if !path.starts_with(&self.root) || !path.is_file() {
            return Ok(None);
        }
        Ok(Some(Page {
            mime: mime(&path),
            body: fs::read(&path)?,
        }))
    }
}

/// The path that a request names, below the root; `None` for one that is malformed, climbs, or names a hidden file.
fn relative(target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let mut segments = path.split('/').peekable();
    let mut relative = PathBuf::new();
    while let Some(segment) = segments.next() {
        let segment = decode(segment)?;
        if segment.is_empty() && segments.peek().is_none() {
            relative.push("index.html");
            break;
        }
        let forbidden = |c: char| c.is_control() || matches!(c, '/' | '\\' | ':');
        if segment.is_empty() || segment.starts_with('.') || segment.contains(forbidden) {
            return None;
        }
        relative.push(segment);
    }
    Some(relative)
}

fn decode(segment: &str) -> Option<String> {
    let mut bytes = segment.bytes();
    let mut decoded = Vec::with_capacity(segment.len());
    while let Some(byte) = bytes.next() {
        decoded.push(if byte == b'%' {
            let mut digit = || char::from(bytes.next()?).to_digit(16);
            u8::try_from(digit()? * 16 + digit()?).ok()?
        } else {
            byte
        });
    }
    String::from_utf8(decoded).ok()
}

fn mime(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json" | "map") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("txt" | "md" | "ts") => "text/plain; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::{mime, relative};
    use std::path::Path;

    #[test]
    fn paths_below_the_root() {
        for (target, expected) in [
            ("/", "index.html"),
            ("/?a=/../b", "index.html"),
            ("/app.js?v=1", "app.js"),
            ("/samples/", "samples/index.html"),
            ("/pkg/sorot_bg.wasm", "pkg/sorot_bg.wasm"),
            ("/berita%20pagi.txt", "berita pagi.txt"),
            ("/caf%C3%A9", "café"),
            ("/a..b", "a..b"),
        ] {
            assert_eq!(
                relative(target).as_deref(),
                Some(Path::new(expected)),
                "{target}"
            );
        }
    }

    #[test]
    fn nothing_outside_hidden_or_malformed() {
        for target in [
            "",
            "app.js",
            "*",
            "http://example.org/app.js",
            "//etc/passwd",
            "/..",
            "/../Cargo.toml",
            "/pkg/../../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/%2E%2e%2fCargo.toml",
            "/..%5cCargo.toml",
            "/pkg//sorot.js",
            "/./app.js",
            "/.git/config",
            "/pkg/.sources",
            "/app.js%00.html",
            "/%0d%0aX: y",
            "/c:/windows",
            "/%",
            "/%4",
            "/%zz",
            "/%ff",
        ] {
            assert_eq!(relative(target), None, "{target}");
        }
    }

    #[test]
    fn what_browsers_insist_on() {
        assert_eq!(mime(Path::new("a/sorot_bg.wasm")), "application/wasm");
        assert_eq!(
            mime(Path::new("sorot.js")),
            "text/javascript; charset=utf-8"
        );
        assert_eq!(mime(Path::new("LICENSE")), "application/octet-stream");
    }
}
