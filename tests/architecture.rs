//! The walls of the house: which room may use which, what no room may do, where a language's words may stand, and that
//! data files which say they are sorted are. ARCHITECTURE.md says why.

#[path = "architecture/data.rs"]
mod data;
#[path = "architecture/floors.rs"]
mod floors;
#[path = "architecture/source.rs"]
mod source;
#[path = "architecture/words.rs"]
mod words;

use source::Source;

/// Fails with every breach on a line of its own: file, line, and what is broken.
fn assert_none(breaches: &[String]) {
    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}

#[test]
fn every_room_keeps_to_its_floor() {
    let breaches: Vec<String> = Source::all().iter().flat_map(floors::breaches).collect();
    assert_none(&breaches);
}

#[test]
fn the_core_reads_no_clock_and_touches_no_machine() {
    let breaches: Vec<String> = Source::all().iter().flat_map(floors::machine).collect();
    assert_none(&breaches);
}

#[test]
fn the_words_of_a_language_stand_in_its_folder() {
    let breaches: Vec<String> = Source::all().iter().flat_map(words::breaches).collect();
    assert_none(&breaches);
}

#[test]
fn sorted_data_are_sorted() {
    assert_none(&data::breaches());
}

#[test]
fn the_checks_can_fail() {
    let bad = Source::new(
        "src/time/mod.rs",
        "//! crate::entity is only named here.\n\
         use crate::article::Article;\n\
         use crate::{\n    entity::Names,\n    text,\n};\n\
         use super::export::Document;\n\
         use serde::Serialize;\n\
         fn now() { std::time::SystemTime::now(); println!(\"kemarin\"); }\n\
         const PEKAN_LALU: u8 = 1; // pekan\n\
         #[cfg(test)]\nmod tests { use crate::entity::find; }\n",
    );
    assert_eq!(
        floors::breaches(&bad),
        [
            "src/time/mod.rs:4: `time` may not use `entity`",
            "src/time/mod.rs:7: `time` may not use `export`",
            "src/time/mod.rs:8: `time` may not use `serde`",
        ]
    );
    assert_eq!(
        floors::machine(&bad),
        [
            "src/time/mod.rs:9: `SystemTime` in the library",
            "src/time/mod.rs:9: `println!` in the library",
        ]
    );
    assert_eq!(
        words::breaches(&bad),
        [
            "src/time/mod.rs:9: \"kemarin\" outside src/id",
            "src/time/mod.rs:10: \"pekan\" outside src/id",
            "src/time/mod.rs:10: \"lalu\" outside src/id",
        ]
    );
    let program = Source::new(
        "src/cli/mod.rs",
        "use sorot::text::Span;\nuse crate::cli::Error;\n",
    );
    assert_eq!(floors::breaches(&program), [""; 0]);
    let program = Source::new(
        "src/text/span.rs",
        "use crate::cli::Error;\nuse super::super::time;\n",
    );
    assert_eq!(floors::breaches(&program).len(), 2);
    assert_eq!(
        data::disorder(
            "names.tsv",
            "# Sorted by name.\nagus\tPER\nbudi\tPER\nagus\tLOC\n"
        ),
        ["names.tsv:4: \"agus\" stands after \"budi\""]
    );
    assert_eq!(data::disorder("a.txt", "# Words.\nb\na\n"), [""; 0]);
}
