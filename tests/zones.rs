//! Zones of pasted pages, line by line.
//!
//! Each file in `tests/zones` is a page in the shape of one class of sites, written for Sorot; people and events are
//! invented. A line is `kind<TAB>text`, the kind as in results (`headline`, `teaserStamp`, …); an empty line is an empty
//! line of the page. Two more notations:
//!
//! - A second tab, which is no part of the page, closes a place dateline; `body+` continues the paragraph above it.
//! - `teaserHeadline=2` is a line of teaser 2, counted from 0 in the order of the page; the same for stamps and
//!   summaries. A headline that its teaser already has is a duplicate.
//!
//! A line that begins with `//` is a comment. To add a page: write it, run the test, and check each line it prints.

#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test may fail by panicking"
)]

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use sorot::article::{Related, ZoneKind};
use sorot::{Annotations, Annotator, Options};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

fn annotate(text: &str) -> Annotations {
    Annotator::indonesian().annotate(text, &Options::default())
}

/// A page as its file tells it.
#[derive(Default)]
struct Page {
    text: String,
    /// Of each line: its label, and where it begins and ends; continued lines are part of the line above.
    lines: Vec<(String, usize, usize)>,
}

impl Page {
    fn read(file: &str) -> Self {
        let mut page = Self::default();
        for line in file.lines().filter(|line| !line.starts_with("//")) {
            if let Some((label, text)) = line.split_once('\t') {
                let start = page.text.len();
                let (label, text) = match text.split_once('\t') {
                    Some((dateline, rest)) => {
                        (format!("{label}>{dateline}"), format!("{dateline}{rest}"))
                    }
                    None => (label.to_owned(), text.to_owned()),
                };
                page.text.push_str(&text);
                let trimmed = start + text.trim_end().len();
                match page.lines.last_mut().filter(|_| label == "body+") {
                    Some(above) => above.2 = trimmed,
                    None => page.lines.push((label, start, trimmed)),
                }
            } else {
                assert!(line.trim().is_empty(), "a line without its kind: {line:?}");
            }
            page.text.push('\n');
        }
        page
    }
}

/// What was found, in the notation of the files.
fn labels(text: &str, found: &Annotations) -> Vec<(String, usize, usize)> {
    found
        .zones
        .iter()
        .map(|zone| {
            let mut label = zone.kind.name().to_owned();
            if let Some(dateline) = zone.dateline {
                assert_eq!(
                    dateline.start(),
                    zone.span.start(),
                    "a dateline opens its zone"
                );
                write!(label, ">{}", dateline.of(text)).unwrap();
            }
            if let Some(related) = zone.related {
                write!(label, "={related}").unwrap();
            }
            (label, zone.span.start(), zone.span.end())
        })
        .collect()
}

/// The related records that the labels tell.
fn records(page: &Page) -> Vec<Related> {
    use sorot::text::Span;
    let mut records: Vec<Option<Related>> = Vec::new();
    let teasers = page.lines.iter().filter_map(|(label, start, end)| {
        let (kind, index) = label.split_once('=')?;
        Some((
            kind,
            index.parse::<usize>().expect("a number"),
            Span::new(*start, *end),
        ))
    });
    let (headlines, others): (Vec<_>, Vec<_>) =
        teasers.partition(|(kind, ..)| *kind == "teaserHeadline");
    for (_, index, span) in headlines {
        records.resize(records.len().max(index + 1), None);
        match &mut records[index] {
            Some(record) => record.duplicates.push(span),
            empty => {
                *empty = Some(Related {
                    headline: span,
                    stamp: None,
                    summary: None,
                    duplicates: Vec::new(),
                });
            }
        }
    }
    for (kind, index, span) in others {
        let record = records[index].as_mut().expect("a headline of that number");
        match kind {
            "teaserStamp" => record.stamp = Some(span),
            "teaserSummary" => record.summary = Some(span),
            other => panic!("{other} is no part of a teaser"),
        }
    }
    records
        .into_iter()
        .map(|record| record.expect("numbers without a gap"))
        .collect()
}

/// The differences, one a line, as a person reads them.
fn differences(page: &Page) -> String {
    let found = annotate(&page.text);
    let found_labels = labels(&page.text, &found);
    let mut told = String::new();
    let mut wanted = page.lines.iter().peekable();
    let mut got = found_labels.iter().peekable();
    while wanted.peek().is_some() || got.peek().is_some() {
        let start = match (wanted.peek(), got.peek()) {
            (Some(w), Some(g)) => w.1.min(g.1),
            (Some(w), None) => w.1,
            (None, Some(g)) => g.1,
            (None, None) => break,
        };
        let w = wanted.next_if(|line| line.1 == start);
        let g = got.next_if(|line| line.1 == start);
        if w != g {
            let name = |line: Option<&(String, usize, usize)>| {
                line.map_or("nothing".to_owned(), |(label, start, end)| {
                    format!("{label} ({start}..{end})")
                })
            };
            let line: String = page.text[start..]
                .lines()
                .next()
                .unwrap_or_default()
                .chars()
                .take(60)
                .collect();
            writeln!(told, "  wanted {}, found {}: {line}", name(w), name(g)).unwrap();
        }
    }
    let wanted = records(page);
    if told.is_empty() && wanted != found.related {
        writeln!(
            told,
            "  related: wanted {wanted:?}\n           found  {:?}",
            found.related
        )
        .unwrap();
    }
    told
}

#[test]
fn pages_have_their_zones() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/zones");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    files.sort();
    assert!(files.len() >= 20, "the pages are there");
    let mut told = String::new();
    for file in files {
        let content = fs::read_to_string(&file).unwrap();
        for (way, change) in WAYS {
            let page = Page::read(&change(&content));
            let differences = differences(&page);
            if !differences.is_empty() {
                writeln!(told, "{} {way}:\n{differences}", file.display()).unwrap();
            }
        }
    }
    assert!(told.is_empty(), "\n{told}");
}

/// Ways in which a clipboard changes a page without changing what its lines are.
type Way = (&'static str, fn(&str) -> String);
const WAYS: [Way; 4] = [
    ("as written", |file| file.to_owned()),
    ("with spaces at the ends of lines", |file| {
        file.lines()
            .map(|line| {
                if line.contains('\t') {
                    format!("{line} \u{a0}\n")
                } else {
                    format!("{line}\n")
                }
            })
            .collect()
    }),
    ("with empty lines between", |file| {
        file.lines()
            .map(|line| {
                if line.starts_with("body+") {
                    format!("{line}\n")
                } else {
                    format!("\n\n{line}\n")
                }
            })
            .collect::<String>()
            .replace("\n\n\nbody+", "\nbody+")
    }),
    ("with spaces that do not break", |file| {
        file.lines()
            .map(|line| match line.split_once('\t') {
                Some((label, text)) if !line.starts_with("//") => {
                    format!("{label}\t{}\n", text.replace(", ", ",\u{a0}"))
                }
                _ => format!("{line}\n"),
            })
            .collect()
    }),
];

#[test]
fn line_ends_of_every_kind() {
    let lines = [
        "Harga Cabai Turun di Pasar Induk",
        "Senin, 5 Februari 2024 08:00 WIB",
        "Bogor - Harga cabai turun tajam di pasar induk sejak akhir pekan, kata para pedagang.",
    ];
    for end in ["\n", "\r\n", "\r", "\u{2028}", "\n \t\n"] {
        let text = lines.join(end);
        let kinds: Vec<_> = annotate(&text).zones.iter().map(|zone| zone.kind).collect();
        assert_eq!(
            kinds,
            [ZoneKind::Headline, ZoneKind::Published, ZoneKind::Body],
            "{end:?}"
        );
    }
}

/// A publisher's own page, where it is at hand; it is no part of this repository.
#[test]
fn the_tempo_page() {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/articles/tempo-2024-01-10.txt");
    let Ok(text) = fs::read_to_string(&path) else {
        eprintln!("skipped: {} is not here", path.display());
        return;
    };
    let found = annotate(&text);
    let count = |kind: ZoneKind| found.zones.iter().filter(|zone| zone.kind == kind).count();
    assert_eq!(found.related.len(), 10);
    for record in &found.related {
        assert!(
            record
                .stamp
                .is_some_and(|stamp| stamp.of(&text).ends_with(" lalu"))
        );
        assert_eq!(record.duplicates.len(), 1);
        assert_eq!(record.duplicates[0].of(&text), record.headline.of(&text));
        assert!(record.summary.is_some());
    }
    assert_eq!(count(ZoneKind::Headline), 1);
    assert_eq!(count(ZoneKind::Byline), 4);
    assert_eq!(count(ZoneKind::Published), 1);
    assert_eq!(count(ZoneKind::Caption), 1);
    assert_eq!(count(ZoneKind::Body), 10);
    assert_eq!(count(ZoneKind::SignOff), 1);
    assert_eq!(count(ZoneKind::CrossLink), 1);
    assert_eq!(count(ZoneKind::RelatedHead), 1);
    assert_eq!(count(ZoneKind::TeaserHeadline), 20);
    assert_eq!(count(ZoneKind::Boilerplate), 12);
    let datelines: Vec<_> = found
        .zones
        .iter()
        .filter_map(|zone| zone.dateline)
        .map(|d| d.of(&text))
        .collect();
    assert_eq!(datelines, ["TEMPO.CO, Jakarta -"]);
}

/// Whether a character can be seen.
fn is_visible(c: char) -> bool {
    !(c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'))
}

fn check_partition(text: &str) {
    let found = annotate(text);
    let mut end = 0;
    for zone in &found.zones {
        assert!(
            zone.span.start() >= end && !zone.span.is_empty(),
            "in order, apart"
        );
        let gap = &text[end..zone.span.start()];
        assert!(
            !gap.chars().any(is_visible),
            "outside of every zone: {gap:?}"
        );
        end = zone.span.end();
        let inside = zone.span.of(text);
        assert!(
            inside.starts_with(is_visible) && inside.ends_with(is_visible)
                || inside.chars().any(is_visible)
        );
        assert!(
            zone.kind == ZoneKind::Body || !inside.contains('\n'),
            "only a paragraph has several lines"
        );
        assert!(
            zone.dateline
                .is_none_or(|d| zone.span.contains(d) && zone.kind == ZoneKind::Body)
        );
        assert!(zone.related.is_none_or(|index| index < found.related.len()));
    }
    assert!(
        !text[end..].chars().any(is_visible),
        "outside of every zone: {:?}",
        &text[end..]
    );
    for related in &found.related {
        for span in related
            .duplicates
            .iter()
            .copied()
            .chain([related.headline])
            .chain(related.stamp)
            .chain(related.summary)
        {
            assert!(
                found
                    .zones
                    .iter()
                    .any(|zone| zone.span.start() == span.start() || zone.span.contains(span))
            );
        }
    }
}

/// Lines like those of pages, in any order.
fn page() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        Just("Reporter"),
        Just("Tempo.co"),
        Just("3 jam lalu"),
        Just("Nasional • 25 menit yang lalu"),
        Just("Berita terkait"),
        Just("Baca Juga"),
        Just("Baca juga: Jalan Baru Dibuka"),
        Just("Jalan Baru Dibuka di Genteng"),
        Just("(abc/def)"),
        Just("REUTERS"),
        Just("Rabu, 10 Januari 2024 11:25 WIB"),
        Just("10 Januari 2024"),
        Just(""),
        Just("   "),
        Just("Tag"),
        Just(
            "Jakarta - Warga mengantre air bersih sejak pagi karena sumur mereka kering sejak bulan lalu."
        ),
        Just("warga berjalan kaki ke kantor desa untuk meminta surat keterangan yang"),
        Just("– 3 – 4 –"),
        Just("•"),
        Just("- -"),
        Just("Foto: (Suara.com/Gita)"),
        Just("Liputan6.com, Jakarta"),
        Just("/"),
        Just("Oleh:"),
        Just("#"),
        Just("1. Beras"),
        Just("Copyright © ANTARA 2024"),
        Just("kemarin"),
        Just("\u{200b}"),
        Just("( ( ("),
        Just("TEMPO.CO, Jakarta -"),
    ];
    prop::collection::vec(line, 0..40).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, rng_seed: RngSeed::Fixed(1945), ..ProptestConfig::default() })]
    #[test]
    fn zones_partition_any_text(text in any::<String>()) {
        check_partition(&text);
    }

    #[test]
    fn zones_partition_any_lines(text in "[A-Za-z0-9 .,:/()\\-–—|•“”\"#©\u{a0}\r\n\t]{0,400}") {
        check_partition(&text);
    }

    #[test]
    fn zones_partition_any_page(text in page()) {
        check_partition(&text);
    }
}

#[test]
fn long_texts_take_linear_time() {
    let started = std::time::Instant::now();
    for text in [
        "a".repeat(5_000_000),
        "kata lain ".repeat(200_000),
        "\n".repeat(100_000),
        "Jalan Baru Dibuka\n3 jam lalu\n".repeat(20_000),
        "Baca Juga\n".repeat(100_000),
        "warga berjalan kaki ke kantor desa untuk meminta surat keterangan yang\n".repeat(30_000),
        "Reporter\nTempo.co\n".repeat(20_000),
        "Tag\n".repeat(30_000),
        "(".repeat(300_000),
        "- ".repeat(300_000),
        "Jalan Baru Dibuka di Genteng\n".repeat(30_000),
    ] {
        check_partition_quickly(&text);
    }
    assert!(started.elapsed().as_secs() < 120, "{:?}", started.elapsed());
}

fn check_partition_quickly(text: &str) {
    let found = annotate(text);
    let covered: usize = found.zones.iter().map(|zone| zone.span.len()).sum();
    assert!(covered <= text.len());
}
