//! Which room may use which, and what no room of the library may do.

use crate::source::Source;

/// Rooms from the ground up: each with the rooms and the crates it may use. Of the crates only those count that are
/// named here at all.
const FLOORS: &[(&str, &[&str], &[&str])] = &[
    ("text", &[], &["regex"]),
    ("article", &["text"], &["regex"]),
    ("time", &["text", "article"], &["regex", "chrono"]),
    ("entity", &["text", "article"], &["regex"]),
    ("language", &["text", "article", "time", "entity"], &[]),
    (
        "id",
        &["text", "article", "time", "entity", "language"],
        &["regex", "chrono"],
    ),
    (
        "annotations",
        &["text", "article", "time", "entity"],
        &["chrono"],
    ),
    (
        "annotator",
        &[
            "text",
            "article",
            "time",
            "entity",
            "language",
            "id",
            "annotations",
        ],
        &["chrono"],
    ),
    (
        "export",
        &["text", "article", "time", "entity", "annotations"],
        &["chrono", "serde", "tsify"],
    ),
    (
        "gold",
        &["text", "time", "entity", "annotator", "export"],
        &["chrono"],
    ),
    (
        "wasm",
        &["text", "time", "annotator", "annotations", "export"],
        &[
            "chrono",
            "serde",
            "serde_json",
            "tsify",
            "wasm_bindgen",
            "serde_path_to_error",
            "serde_wasm_bindgen",
            "js_sys",
            "web_sys",
        ],
    ),
    (
        "cli",
        &[],
        &[
            "chrono",
            "serde",
            "serde_json",
            "clap",
            "hyper",
            "hyper_util",
            "http_body_util",
            "tokio",
            "open",
        ],
    ),
];

/// What `lib.rs` shows of a room at the root.
const SHOWN: &[(&str, &str)] = &[
    ("Annotations", "annotations"),
    ("Annotator", "annotator"),
    ("Options", "annotator"),
    ("Reading", "annotator"),
    ("Language", "language"),
];

/// What only the program may do.
const MACHINE: &[&str] = &[
    "SystemTime",
    "Instant::now",
    "Utc::now",
    "Local::now",
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "println!",
    "eprintln!",
    "dbg!",
];

/// The uses that break a floor: `file:line: …`.
pub(crate) fn breaches(source: &Source) -> Vec<String> {
    let Some(room) = source.room() else {
        return Vec::new();
    };
    let Some((_, rooms, crates)) = FLOORS.iter().find(|(name, ..)| *name == room) else {
        return vec![format!("{}:1: `{room}` stands on no floor", source.path)];
    };
    let mut found = Vec::new();
    for (line, used) in uses(source) {
        let is_room = FLOORS.iter().any(|(name, ..)| *name == used);
        let may = used == room || rooms.contains(&used.as_str());
        if is_room && !may {
            found.push((line, used));
        }
    }
    for (index, line) in source.lines.iter().enumerate() {
        let named = FLOORS.iter().flat_map(|(_, _, crates)| *crates);
        let mut named: Vec<&&str> = named.filter(|name| names_crate(line, name)).collect();
        named.sort_unstable();
        named.dedup();
        let foreign = named.into_iter().filter(|name| !crates.contains(name));
        found.extend(foreign.map(|name| (index + 1, (*name).to_owned())));
    }
    found.sort();
    let breach = |(line, used)| format!("{}:{line}: `{room}` may not use `{used}`", source.path);
    found.into_iter().map(breach).collect()
}

/// What the library does that only the program may.
pub(crate) fn machine(source: &Source) -> Vec<String> {
    if matches!(source.room(), Some("cli")) || source.path == "src/main.rs" {
        return Vec::new();
    }
    let lines = source.lines.iter().enumerate();
    lines
        .flat_map(|(index, line)| {
            let done = MACHINE.iter().filter(|name| stands_alone(line, name));
            done.map(move |name| format!("{}:{}: `{name}` in the library", source.path, index + 1))
        })
        .collect()
}

/// Whether a line uses a crate by its name: `regex::…`.
fn names_crate(line: &str, name: &str) -> bool {
    stands_alone(line, &format!("{name}::"))
}

/// Whether `name` stands in the line and is not the end of a longer name or path.
fn stands_alone(line: &str, name: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | ':');
    let starts = line.match_indices(name).map(|(at, _)| at);
    let mut before = starts.filter_map(|at| line.get(..at));
    before.any(|before| !before.ends_with(is_part) || before.ends_with("std::time::"))
}

/// The first names of the paths from the crate's root, each with its line: `crate::text`, `crate::{article, entity}`,
/// and `super::` where it climbs to the root.
fn uses(source: &Source) -> Vec<(usize, String)> {
    let depth = source.modules().len();
    let to_root = "super::".repeat(depth);
    let text = source.lines.join("\n");
    let mut uses = Vec::new();
    for root in ["crate::", to_root.as_str()] {
        for (at, _) in text.match_indices(root) {
            let line = text.get(..at).unwrap_or_default().matches('\n').count() + 1;
            let rest = text.get(at + root.len()..).unwrap_or_default();
            let names = heads(rest).into_iter();
            uses.extend(names.map(|(below, name)| (line + below, shown(&name))));
        }
    }
    uses
}

/// The room of a name that the root shows.
fn shown(name: &str) -> String {
    let room = SHOWN.iter().find(|(shown, _)| *shown == name);
    room.map_or(name, |(_, room)| room).to_owned()
}

/// The names with which the paths in `rest` begin, each with how many lines below it stands.
fn heads(rest: &str) -> Vec<(usize, String)> {
    let word = |text: &str| -> String {
        let is_name = |c: &char| c.is_alphanumeric() || *c == '_';
        text.trim_start().chars().take_while(is_name).collect()
    };
    let Some(group) = rest.strip_prefix('{') else {
        return vec![(0, word(rest))];
    };
    let mut heads = Vec::new();
    let (mut depth, mut fresh, mut line) = (1, true, 0);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => fresh = true,
            '\n' => line += 1,
            c if c.is_whitespace() => {}
            _ if fresh => {
                heads.push((line, word(group.get(at..).unwrap_or_default())));
                fresh = false;
            }
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    heads
}
