//! The scorers agree with their Python counterparts to the fourth digit: on a small case of our own, whose right
//! figures stand beside it, and, where the shared gold and Python are at hand, on whole files with a live scorer.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where its own data are wrong"
)]

#[path = "gold/answers.rs"]
mod answers;
#[path = "gold/live.rs"]
mod live;

use answers::Answers;
use sorot::gold::{EntityScore, Gold, Intervals, TimeScore};

/// Every figure of the Python scorer's output stands in ours. Its lines by type have another shape (see
/// [`by_type`]), and its `ALL` is our `micro`.
fn assert_agrees(ours: &str, theirs: &str) {
    let ours: Vec<String> = ours.lines().map(normal).collect();
    let lines = theirs.lines().filter(|line| !line.starts_with("  "));
    for line in lines.map(|line| normal(&line.replace("ALL ", "micro "))) {
        let absent_kind = line.contains(" 0 0 0.0000 0.0000");
        assert!(
            absent_kind || ours.contains(&line),
            "{line}\nis not in\n{}",
            ours.join("\n")
        );
    }
}

fn normal(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The lines by type as the Python scorer prints them.
fn by_type(score: &TimeScore) -> Vec<String> {
    let line = |(name, tally): (&String, &sorot::gold::TypeTally)| {
        let (gold, found, right) = (tally.strict.gold, tally.found, tally.found_value);
        format!("{name} gold {gold} found {found} value right {right}")
    };
    let in_gold = score
        .by_type
        .iter()
        .filter(|(_, tally)| tally.strict.gold > 0);
    in_gold.map(line).collect()
}

fn assert_times_agree(score: &TimeScore, theirs: &str) {
    assert_agrees(&score.to_string(), theirs);
    let types: Vec<String> = theirs
        .lines()
        .filter(|line| line.starts_with("  "))
        .map(normal)
        .collect();
    assert_eq!(by_type(score), types);
}

#[test]
fn times_agree_on_a_small_case() {
    let gold = Gold::read("times.gold", include_str!("gold/times.gold")).unwrap();
    let intervals = Intervals::read(
        "times.intervals.tsv",
        include_str!("gold/times.intervals.tsv"),
    )
    .unwrap();
    let Gold::Times(cases) = gold else {
        panic!("time gold taken for entity gold");
    };
    let answers = Answers::read(include_str!("gold/times.answers.jsonl"));
    let answers = answers.of(cases.iter().map(|case| &case.case));
    let score = TimeScore::of(&cases, &answers, &intervals);
    assert_times_agree(&score, include_str!("gold/times.expected.txt"));
}

#[test]
fn entities_agree_on_a_small_case() {
    let gold = Gold::read("entities.gold", include_str!("gold/entities.gold")).unwrap();
    let Gold::Entities(cases) = gold else {
        panic!("entity gold taken for time gold");
    };
    let answers = Answers::read(include_str!("gold/entities.answers.jsonl"));
    let answers = answers.of(cases.iter().map(|case| &case.case));
    let score = EntityScore::of(&cases, &answers);
    assert_agrees(
        &score.to_string(),
        include_str!("gold/entities.expected.txt"),
    );
}

#[test]
fn the_gold_itself_is_right() {
    let gold = Gold::read("entities.gold", include_str!("gold/entities.gold")).unwrap();
    let Gold::Entities(cases) = gold else {
        panic!("entity gold taken for time gold");
    };
    let answers: Vec<_> = cases.iter().map(answers::right_names).collect();
    let score = EntityScore::of(&cases, &answers);
    assert_eq!(score.differences, []);
    assert!((score.roles.f1() - 1.0).abs() < f64::EPSILON);
}

#[test]
fn differences_are_marked_text() {
    let gold = Gold::read("times.gold", include_str!("gold/times.gold")).unwrap();
    let Gold::Times(cases) = gold else {
        panic!("time gold taken for entity gold");
    };
    let answers = Answers::read(
        r#"{"id":"s01","timexes":[{"start":42,"end":47,"type":"DATE","value":"2024-W02"}]}"#,
    );
    let answers = answers.of(cases.iter().take(1).map(|case| &case.case));
    let score = TimeScore::of(&cases, &answers, &Intervals::default());
    let shown: Vec<String> = score.differences.iter().map(ToString::to_string).collect();
    assert_eq!(
        shown,
        ["-- s01  @ 2024-01-10T11:25+07:00\n   \
          DIFF      gold  …ung Melati memperbaiki jembatan [pekan lalu|DATE|2024-W01], lalu memakainya lagi Senin (8/…\n             \
          found …ung Melati memperbaiki jembatan [pekan|DATE|2024-W02] lalu, lalu memakainya lagi Seni…\n   \
          MISS      …ekan lalu, lalu memakainya lagi [Senin (8/1/2024)|DATE|2024-01-08].\n"]
    );
}
