//! What the files of the page promise one another: every string in every language, every file kept for offline use.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

const WWW: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/www");

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(WWW).join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The strings of a table by their keys. A line may hold several: `key: 'text', key: 'text',`.
fn strings(name: &str) -> BTreeMap<String, String> {
    let source = read(name);
    let (_, table) = source.split_once("= {").expect("a table");
    let mut strings = BTreeMap::new();
    let mut rest = table;
    while let Some((before, after)) = rest.split_once('\'') {
        let key = before
            .trim()
            .strip_suffix(':')
            .unwrap_or_else(|| panic!("{name}: no key in {before:?}"))
            .trim_start_matches(|c: char| c == ',' || c.is_whitespace());
        assert!(
            key.chars().all(|c| c.is_ascii_alphanumeric()),
            "{name}: {key:?}"
        );
        let (text, after) = after.split_once('\'').expect("a string ends");
        assert!(
            !text.ends_with('\\'),
            "{name}: {key} has an escape that this test does not read"
        );
        let old = strings.insert(key.to_owned(), text.to_owned());
        assert_eq!(old, None, "{name}: {key} stands twice");
        rest = after;
    }
    strings
}

/// What is filled in, and what is drawn as a mark.
fn placeholders(text: &str) -> BTreeSet<&str> {
    let named = text
        .split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}'));
    let marked = text
        .split('|')
        .skip(1)
        .filter_map(|part| part.split_once(']'));
    named
        .map(|(name, _)| name)
        .chain(marked.map(|(kind, _)| kind))
        .collect()
}

#[test]
fn both_languages_say_the_same_things() {
    let (id, en) = (strings("strings/id.js"), strings("strings/en.js"));
    assert!(id.len() > 150, "{} strings", id.len());
    let keys = |table: &BTreeMap<String, String>| table.keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&id), keys(&en));
    for (key, text) in &id {
        let other = en.get(key).expect("the keys agree");
        assert_eq!(placeholders(text), placeholders(other), "{key}");
        assert!(
            !text.trim().is_empty() && !other.trim().is_empty(),
            "{key} is empty"
        );
    }
}

#[test]
fn the_document_names_strings_that_exist() {
    let id = strings("strings/id.js");
    let page = read("index.html");
    for attribute in [
        "data-t=",
        "data-t-label=",
        "data-t-placeholder=",
        "data-t-marked=",
    ] {
        for part in page.split(&format!("{attribute}\"")).skip(1) {
            let key = part.split('"').next().unwrap_or_default();
            assert!(id.contains_key(key), "{attribute}{key}");
        }
    }
}

/// Files below `folder` as the page addresses them.
fn files(folder: &Path, prefix: &str, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let entry = entry.expect("an entry");
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            files(&entry.path(), &format!("{name}/"), found);
        } else {
            found.insert(name);
        }
    }
}

#[test]
fn every_file_is_kept_for_offline_use() {
    let mut expected = BTreeSet::new();
    files(Path::new(WWW), "", &mut expected);
    // Built, so perhaps not there yet; the worker itself is kept by the browser; the document goes by the folder's name.
    expected.retain(|name| !name.starts_with("pkg/") && name != "sw.js" && name != "index.html");
    expected.extend(["pkg/sorot.js", "pkg/sorot_bg.wasm", "./"].map(str::to_owned));
    let worker = read("sw.js");
    let (_, list) = worker.split_once("const FILES = [").expect("a list");
    let (list, _) = list.split_once("];").expect("it ends");
    let kept: BTreeSet<String> = list
        .split('\'')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect();
    assert_eq!(kept, expected);
}

/// Every test that the README names as the proof of a promise is there.
#[test]
fn the_readme_names_tests_that_exist() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(root.join("README.md")).expect("the README");
    let folder = fs::read_dir(root.join("tests/browser")).expect("the tests");
    let tests: String = folder
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .map(|path| fs::read_to_string(path).expect("a source"))
        .collect();
    let start = readme.find("## What the page does").expect("the chapter");
    let chapter = readme.split_at(start).1;
    let named: Vec<&str> = chapter
        .split('`')
        .filter(|code| code.contains("::") && !code.contains(' '))
        .collect();
    assert!(named.len() > 40, "{named:?}");
    for name in named {
        assert!(tests.contains(&format!("\"{name}\"")), "{name}");
    }
}
