//! Time expressions: every case of `time/*.gold` is found, typed, valued and placed as its marks say.
//!
//! One file a section of the specification; a new phrase is a new line. The format is that of `sorot evaluate`; the
//! values of `sample.gold` have their intervals in `sample.intervals.tsv`. Where the shared article of the mission is
//! at hand, its 27 times are tested too; the article is a publisher's and stays out of the repository.

use sorot::gold::{Gold, Intervals, TimeScore};
use sorot::time::{Clocks, WarningKind};
use sorot::{Annotator, Options};
use std::path::Path;

fn score(path: &Path) -> TimeScore {
    let name = path.display().to_string();
    let content = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{name}: {error}"));
    let cases = match Gold::read(&name, &content) {
        Ok(Gold::Times(cases)) => cases,
        Ok(Gold::Entities(_)) => panic!("{name}: a gold file of names among those of times"),
        Err(error) => panic!("{error}"),
    };
    assert!(!cases.is_empty(), "{name}: no case");
    let intervals_path = path.with_extension("intervals.tsv");
    let intervals = std::fs::read_to_string(&intervals_path).map_or_else(
        |_| Intervals::default(),
        |content| {
            Intervals::read(&intervals_path.display().to_string(), &content)
                .unwrap_or_else(|error| panic!("{error}"))
        },
    );
    let annotator = Annotator::indonesian();
    let answers: Vec<_> = cases
        .iter()
        .map(|case| case.case.answer(&annotator))
        .collect();
    TimeScore::of(&cases, &answers, &intervals)
}

/// What differs, as marked text.
fn differences(score: &TimeScore) -> String {
    score
        .differences
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("\n")
}

/// Cases whose gold and specification contradict each other; the specification is followed, and the case keeps its
/// marks. `v050` leaves `hampir` outside, D3 of the specification puts it inside.
const DISPUTED: [&str; 1] = ["v050"];

#[test]
fn every_case_is_found_and_resolved() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/time");
    let mut paths: Vec<_> = std::fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "gold")
        })
        .collect();
    paths.sort();
    let mut wrong = Vec::new();
    let mut cases = 0;
    for path in &paths {
        let mut score = score(path);
        cases += score.cases;
        score
            .differences
            .retain(|case| !DISPUTED.contains(&case.id.as_str()));
        if !score.differences.is_empty() {
            wrong.push(format!("{}\n{}", path.display(), differences(&score)));
        }
    }
    println!("{cases} cases in {} files", paths.len());
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_time_of_the_missions_article_is_found() {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/gold/tempo-2024-01-10.time.gold");
    if !path.exists() {
        println!(
            "skipped: {} is not here; articles/related.gold has the same shape",
            path.display()
        );
        return;
    }
    let score = score(&path);
    assert_eq!(score.strict.gold, 27);
    assert!(score.differences.is_empty(), "\n{}", differences(&score));
}

/// The words that a warning of dates after publication points at, if there is one.
fn doubted(text: &str, published: &str, captured: Option<&str>) -> Option<String> {
    let clock = |instant: &str| instant.parse().unwrap_or_else(|error| panic!("{error}"));
    let options = Options {
        clocks: Clocks {
            published: Some(clock(published)),
            captured: captured.map(clock),
            evidence: None,
        },
        offset: None,
    };
    let warnings = Annotator::indonesian().annotate(text, &options).warnings;
    let late = |warning: &&sorot::time::Warning| warning.kind == WarningKind::DateAfterPublished;
    let span = warnings.iter().find(late)?.span?;
    Some(span.of(text).to_owned())
}

#[test]
fn what_was_done_or_said_after_publication_is_doubted() {
    const PUBLISHED: &str = "2024-01-10T11:25+07:00";
    let at = |text: &str| doubted(text, PUBLISHED, None);
    let told = "Tanggul itu telah ambruk pada 3 Februari 2024 di hilir.";
    assert_eq!(at(told).as_deref(), Some("3 Februari 2024"));
    let said = "\"Kami siap,\" kata lurah itu, Selasa (16/1/2024).";
    assert_eq!(at(said).as_deref(), Some("Selasa (16/1/2024)"));
    for fits in [
        "Tanggul itu telah ambruk pada 3 Januari 2024 di hilir.",
        "Tanggul itu akan diperbaiki pada 3 Februari 2024.",
        "Rapat digelar 3 Februari 2024.",
        "Izin itu telah berlaku hingga 3 Februari 2024.",
    ] {
        assert_eq!(at(fits), None, "{fits}");
    }
}

#[test]
fn a_list_of_later_articles_doubts_the_clock_until_the_page_is_dated() {
    let page = "Tanggul Jebol di Muara\n\nTanggul di muara sungai itu jebol pada malam hari dan air masuk ke \
                permukiman warga.\n\nBerita terkait\nAir Surut di Muara\n12 Mei 2024 09:00 WIB\n";
    let at = |captured| doubted(page, "2024-01-10T11:25+07:00", captured);
    assert_eq!(at(None).as_deref(), Some("12 Mei 2024 09:00 WIB"));
    assert_eq!(at(Some("2024-05-13T08:00+07:00")), None);
    assert!(at(Some("2024-02-01T08:00+07:00")).is_some());
}
