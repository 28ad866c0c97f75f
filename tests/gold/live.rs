//! The Python scorers run on whole files with answers bent from the gold.

use super::answers::{document, names};
use super::{assert_agrees, assert_times_agree};
use serde_json::{Value, json};
use sorot::gold::{EntityScore, Gold, Intervals, TimeCase, TimeScore};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The shared gold, if it and Python are at hand.
fn shared() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/gold");
    let python = Command::new("python3").arg("--version").output();
    let scorers = [
        "score_time.py",
        "score_entities.py",
        "time.gold",
        "entities.gold",
    ];
    if python.is_ok() && scorers.iter().all(|file| folder.join(file).exists()) {
        Some(folder)
    } else {
        println!("skipped: the shared gold or python3 is not here");
        None
    }
}

/// What the Python scorer says of these answers.
fn python(folder: &Path, scorer: &str, gold: &str, answers: &[Value]) -> String {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{gold}.answers.jsonl"));
    let lines: Vec<String> = answers.iter().map(Value::to_string).collect();
    fs::write(&file, lines.join("\n")).unwrap();
    let output = Command::new("python3")
        .arg(folder.join(scorer))
        .arg(folder.join(gold))
        .arg(&file)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{scorer}: {errors}");
    String::from_utf8(output.stdout).unwrap()
}

fn gold(folder: &Path, file: &str) -> Gold {
    Gold::read(file, &fs::read_to_string(folder.join(file)).unwrap()).unwrap()
}

/// Numbers that look drawn by lot and are the same in every run.
struct Lot(u64);

impl Lot {
    fn draw(&mut self, of: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % of
    }
}

/// The right times of a case, some of them bent.
fn bent_times(case: &TimeCase, intervals: &Intervals, lot: &mut Lot) -> Value {
    let mut timexes = Vec::new();
    for (index, mark) in case.times.iter().enumerate() {
        let side = |clock: Option<sorot::time::Clock>| clock.map(|clock| clock.to_string());
        let interval = intervals.get(&case.case.id, index);
        let mut timex = json!({
            "start": mark.range.start, "end": mark.range.end, "type": mark.kind.name(), "value": mark.value,
            "mod": mark.modifier,
            "earliest": interval.and_then(|interval| side(interval.earliest)),
            "latest": interval.and_then(|interval| side(interval.latest)),
        });
        match lot.draw(10) {
            0 => continue,
            1 => timex["start"] = json!(mark.range.start + 2),
            2 => timex["end"] = json!(mark.range.end + 6),
            3 => timex["type"] = json!("DATE"),
            4 => timex["value"] = json!("2024"),
            5 => timex["mod"] = json!("APPROX"),
            6 => timex["latest"] = json!("2024-01-10T11:25+07:00"),
            _ => {}
        }
        timexes.push(timex);
    }
    if lot.draw(4) == 0 {
        timexes.push(json!({"start": 1, "end": 4, "type": "TIME", "value": null, "earliest": null, "latest": null}));
    }
    let published = case.expect_published.as_ref().filter(|_| lot.draw(2) == 0);
    json!({"id": case.case.id, "published": published, "timexes": timexes})
}

#[test]
fn times_agree_on_a_whole_file() {
    let Some(folder) = shared() else { return };
    let Gold::Times(cases) = gold(&folder, "time.gold") else {
        panic!("time gold taken for entity gold");
    };
    let table = fs::read_to_string(folder.join("time.intervals.tsv")).unwrap();
    let intervals = Intervals::read("time.intervals.tsv", &table).unwrap();
    let mut lot = Lot(7);
    let answers: Vec<Value> = cases
        .iter()
        .map(|case| bent_times(case, &intervals, &mut lot))
        .collect();
    let documents: Vec<_> = answers.iter().map(document).collect();
    let score = TimeScore::of(&cases, &documents, &intervals);
    assert_times_agree(
        &score,
        &python(&folder, "score_time.py", "time.gold", &answers),
    );
}

#[test]
fn entities_agree_on_whole_files() {
    let Some(folder) = shared() else { return };
    for (file, seed) in [("entities.gold", 3), ("tempo-2024-01-10.gold", 5)] {
        let Gold::Entities(cases) = gold(&folder, file) else {
            panic!("entity gold taken for time gold");
        };
        let mut lot = Lot(seed);
        let mut answers: Vec<Value> = cases.iter().map(names).collect();
        for answer in &mut answers {
            bend_names(answer, &mut lot);
        }
        let documents: Vec<_> = answers.iter().map(document).collect();
        let score = EntityScore::of(&cases, &documents);
        assert_agrees(
            &score.to_string(),
            &python(&folder, "score_entities.py", file, &answers),
        );
    }
}

/// Bends some of the names of a right answer.
fn bend_names(answer: &mut Value, lot: &mut Lot) {
    let names = answer["entities"].as_array_mut().unwrap();
    names.retain(|_| lot.draw(10) > 0);
    let first = names[0]["entity"].clone();
    for name in names {
        let start = name["start"].as_u64().unwrap();
        match lot.draw(8) {
            0 => name["start"] = json!(start + 1),
            1 => name["end"] = json!(start + 12),
            2 => name["kind"] = json!("LOC"),
            3 => name["kind"] = json!("PER"),
            4 => name["entity"] = first.clone(),
            _ => {}
        }
    }
    answer["roles"]
        .as_array_mut()
        .unwrap()
        .retain(|_| lot.draw(3) > 0);
}
