//! Whole articles: our own, with their gold and with a picture of what the program prints; and one of the shared gold,
//! where that is at hand.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where its own data are wrong"
)]

use sorot::entity::EntityKind::{Organisation, Person, Place};
use sorot::gold::{EntityCase, EntityScore, Gold, Intervals, TimeCase, TimeScore};
use sorot::time::{Clock, EvidenceSource};
use sorot::{Annotator, Options};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The article of an entity gold file that carries times too.
fn article(file: &Path) -> EntityCase {
    let content = fs::read_to_string(file).unwrap();
    let Gold::Entities(mut cases) = Gold::read(&file.display().to_string(), &content).unwrap()
    else {
        panic!("{} is no entity gold", file.display());
    };
    cases.remove(0)
}

/// Our own articles, by name.
fn own() -> Vec<(PathBuf, EntityCase)> {
    let entries = fs::read_dir(folder("tests/articles")).unwrap();
    let files = entries.map(|entry| entry.unwrap().path());
    let gold = files.filter(|file| file.extension().is_some_and(|end| end == "gold"));
    let mut articles: Vec<_> = gold.map(|file| (file.clone(), article(&file))).collect();
    articles.sort_by(|a, b| a.0.cmp(&b.0));
    assert!(!articles.is_empty());
    articles
}

/// The article whose page this house was built after. It is a publisher's and no part of the repository.
fn shared(file: &str) -> Option<PathBuf> {
    let file = folder("../shared/gold").join(file);
    if file.exists() {
        return Some(file);
    }
    println!("skipped: {} is not here", file.display());
    None
}

/// Every time of the article has its span, type, value and mod, and nothing else is found.
fn assert_times(case: &TimeCase, annotator: &Annotator) {
    let answers = [case.case.answer(annotator)];
    let score = TimeScore::of(std::slice::from_ref(case), &answers, &Intervals::default());
    let differences: Vec<String> = score.differences.iter().map(ToString::to_string).collect();
    assert!(differences.is_empty(), "\n{}", differences.concat());
    assert!(score.strict.gold > 0);
}

/// Without being told, the published clock is found in the publication line.
fn assert_published(case: &EntityCase, annotator: &Annotator) {
    let annotations = annotator.annotate(&case.case.text, &Options::default());
    let clocks = annotations.clocks;
    let at = |clock: Option<Clock>| clock.map(|clock| clock.to_string());
    assert_eq!(at(clocks.published), at(case.case.published));
    let evidence = clocks.evidence.unwrap();
    assert_eq!(evidence.source, EvidenceSource::Dateline);
    let line = evidence.span.unwrap().of(&case.case.text);
    assert!(case.times.iter().any(|time| time.surface == line), "{line}");
}

/// Strict F1 of persons, organisations and places together.
fn assert_names(case: &EntityCase, annotator: &Annotator, floor: f64) {
    let answers = [case.case.answer(annotator)];
    let score = EntityScore::of(std::slice::from_ref(case), &answers);
    let f1 = score.total(&[Person, Organisation, Place]).strict.f1();
    assert!(f1 >= floor, "F1 {f1:.4} is below {floor}\n{score}");
}

#[test]
fn our_articles_agree_with_their_gold() {
    let annotator = Annotator::indonesian();
    for (_, case) in own() {
        assert_times(&TimeCase::from(&case), &annotator);
        assert_published(&case, &annotator);
        assert_names(&case, &annotator, 0.9);
    }
}

#[test]
fn the_shared_article_agrees_with_its_gold() {
    let Some(file) = shared("tempo-2024-01-10.gold") else {
        return;
    };
    let annotator = Annotator::indonesian();
    let case = article(&file);
    assert_eq!(case.times.len(), 27);
    assert_times(&TimeCase::from(&case), &annotator);
    assert_published(&case, &annotator);
    assert_names(&case, &annotator, 0.9);
}

/// What `sorot annotate` prints of our articles, under the clock at which the page was read. After a change that is
/// meant, `SOROT_UPDATE=1 cargo test --test articles` rewrites the pictures: look at the difference.
#[test]
fn our_articles_are_printed_as_pictured() {
    for (file, case) in own() {
        let picture = file.with_extension("marked.txt");
        let printed = printed(&case);
        if std::env::var_os("SOROT_UPDATE").is_some() {
            fs::write(&picture, &printed).unwrap();
        }
        let pictured = fs::read_to_string(&picture).unwrap_or_default();
        let lines = printed.lines().zip(pictured.lines());
        for (number, (line, expected)) in lines.enumerate() {
            assert_eq!(line, expected, "{}:{}", picture.display(), number + 1);
        }
        assert_eq!(printed.lines().count(), pictured.lines().count());
    }
}

fn printed(case: &EntityCase) -> String {
    let captured = case.case.captured.unwrap().to_string();
    let mut child = Command::new(env!("CARGO_BIN_EXE_sorot"))
        .args(["annotate", "--captured", &captured])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(case.case.text.as_bytes()).unwrap();
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}
