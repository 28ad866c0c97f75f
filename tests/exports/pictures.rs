//! What `sorot annotate --format …` writes of our article. After a change that is meant,
//! `SOROT_UPDATE=1 cargo test --test exports` rewrites the pictures: look at the difference.

use sorot::export::Format;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exports")
}

/// What the program writes, with more arguments.
fn written(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_sorot"))
        .args(["annotate", "--captured", "2024-06-07T15:00+08:00"])
        .arg(folder().join("pasar.txt"))
        .args(arguments)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_program_writes_as_pictured() {
    for format in Format::ALL {
        let picture = folder().join("pasar").with_extension(format.extension());
        let written = written(&["--format", format.name()]);
        if std::env::var_os("SOROT_UPDATE").is_some() {
            fs::write(&picture, &written).unwrap();
        }
        let pictured = fs::read_to_string(&picture).unwrap_or_default();
        for (number, (line, expected)) in written.lines().zip(pictured.lines()).enumerate() {
            assert_eq!(line, expected, "{}:{}", picture.display(), number + 1);
        }
        assert_eq!(written, pictured, "{}", picture.display());
    }
}

#[test]
fn columns_are_separated_as_asked() {
    let table = written(&["--format", "csv", "--separator", "semicolon"]);
    assert!(table.starts_with("\u{feff}id;type;text;start;end;"));
}

#[test]
fn an_unknown_form_is_told_which_there_are() {
    let output = Command::new(env!("CARGO_BIN_EXE_sorot"))
        .args(["annotate", "--format", "pdf"])
        .output()
        .unwrap();
    assert!(!output.status.success());
    let said = String::from_utf8(output.stderr).unwrap();
    let all = "text, json, csv, timeml, webanno, html, markdown, ics";
    assert!(said.contains(all), "{said}");
}
