//! Where an article comes from.

use crate::cli::{Error, unreadable};
use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::Path;

const BOM: &str = "\u{feff}";

/// A buffered reader of any source, which can tell what it already holds.
pub(super) type Reader = BufReader<Box<dyn Read + Send>>;

/// The text of a file or of standard input, without a byte order mark.
///
/// Text that is not UTF-8 is read all the same: what cannot be read becomes `�`, and a note says so. Offsets then
/// count in the text as read.
pub(in crate::cli) fn text(file: Option<&Path>) -> Result<String, Error> {
    let file = named(file);
    let bytes = if let Some(path) = file {
        fs::read(path)
    } else {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    };
    let bytes = bytes.map_err(|error| unreadable(place(file), &error))?;
    let text = String::from_utf8(bytes).unwrap_or_else(|error| {
        eprintln!(
            "sorot: {} is not UTF-8 (first at byte {}); unreadable bytes become U+FFFD, and offsets count those",
            place(file),
            error.utf8_error().valid_up_to()
        );
        String::from_utf8_lossy(error.as_bytes()).into_owned()
    });
    match text.strip_prefix(BOM) {
        Some(rest) => Ok(rest.to_owned()),
        None => Ok(text),
    }
}

/// A buffered reader of a file or of standard input.
pub(super) fn reader(file: Option<&Path>) -> Result<Reader, Error> {
    const CAPACITY: usize = 64 * 1024;
    let file = named(file);
    let source: Box<dyn Read + Send> = match file {
        Some(path) => {
            let open = File::open(path).and_then(|open| {
                if open.metadata()?.is_dir() {
                    return Err(io::ErrorKind::IsADirectory.into());
                }
                Ok(open)
            });
            Box::new(open.map_err(|error| unreadable(place(file), &error))?)
        }
        None => Box::new(io::stdin()),
    };
    Ok(BufReader::with_capacity(CAPACITY, source))
}

/// `-` is standard input, like no name at all.
fn named(file: Option<&Path>) -> Option<&Path> {
    file.filter(|path| *path != Path::new("-"))
}

fn place(file: Option<&Path>) -> String {
    file.map_or_else(
        || "standard input".to_owned(),
        |path| path.display().to_string(),
    )
}
