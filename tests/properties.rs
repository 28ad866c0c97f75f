//! What holds for every text, however strange.

use chrono::{DateTime, Duration, FixedOffset};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use sorot::export::{Document, Marking, flat};
use sorot::text::{OffsetUnit, Offsets, Span, tokenize};
use sorot::time::{Clock, Clocks};
use sorot::{Annotations, Annotator, Options};
use std::sync::LazyLock;

static ANNOTATOR: LazyLock<Annotator> = LazyLock::new(Annotator::indonesian);

const UNITS: [OffsetUnit; 3] = [OffsetUnit::Chars, OffsetUnit::Bytes, OffsetUnit::Utf16];

fn clocks() -> Options {
    let clock = |text: &str| text.parse::<Clock>().ok();
    Options {
        clocks: Clocks {
            published: clock("2024-01-10T11:25+07:00"),
            evidence: None,
            captured: clock("2024-05-14T12:00+07:00"),
        },
        offset: None,
    }
}

/// Annotates a text in every way and checks all that must hold of the result.
fn check(text: &str) {
    check_under(text, &Options::default());
    check_under(text, &clocks());
}

fn check_under(text: &str, options: &Options) {
    let annotations = ANNOTATOR.annotate(text, options);
    check_tokens(text);
    check_zones(text, &annotations);
    check_layers(text, &annotations);
    for unit in UNITS {
        check_document(text, &annotations, unit);
    }
}

/// A layer: in order, without overlap, on character boundaries, without white space at the edges.
fn check_layer(text: &str, name: &str, spans: impl Iterator<Item = Span>) {
    let mut end = 0;
    for span in spans {
        assert!(span.start() >= end, "{name} {span:?} begins before {end}");
        assert!(!span.is_empty(), "{name} {span:?} is empty");
        let words = text.get(span.start()..span.end());
        let words = words.unwrap_or_else(|| panic!("{name} {span:?} cuts a character"));
        assert_eq!(
            words.trim(),
            words,
            "{name} {span:?} has white space at its edge"
        );
        end = span.end();
    }
}

fn check_tokens(text: &str) {
    let mut end = 0;
    for token in tokenize(text) {
        assert!(token.span.start() >= end && !token.span.is_empty());
        assert!(text.get(token.span.start()..token.span.end()).is_some());
        end = token.span.end();
    }
}

/// Whether a text shows nothing: white space, control characters and marks of width zero.
fn is_blank(text: &str) -> bool {
    let is_invisible = |c: char| matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    text.chars()
        .all(|c| c.is_whitespace() || c.is_control() || is_invisible(c))
}

/// Every character that shows lies in exactly one zone, and zones hold whole lines.
fn check_zones(text: &str, annotations: &Annotations) {
    let zones = || annotations.zones.iter().map(|zone| zone.span);
    check_layer(text, "zone", zones());
    let mut at = 0;
    for span in zones() {
        let between = text.get(at..span.start()).unwrap_or("cut");
        assert!(is_blank(between), "a line lies in no zone");
        let cut = at > 0
            && !between.contains([
                '\n', '\r', '\u{2028}', '\u{2029}', '\u{85}', '\u{b}', '\u{c}',
            ]);
        assert!(!cut, "two zones share a line at {at}");
        at = span.end();
    }
    assert!(
        is_blank(text.get(at..).unwrap_or("cut")),
        "a line lies in no zone"
    );
    let related = annotations.related.len();
    for zone in &annotations.zones {
        assert!(zone.related.is_none_or(|index| index < related));
        assert!(
            zone.dateline
                .is_none_or(|dateline| zone.span.contains(dateline))
        );
    }
}

fn check_layers(text: &str, annotations: &Annotations) {
    let names = &annotations.names;
    check_layer(
        text,
        "time",
        annotations.timexes.iter().map(|timex| timex.span),
    );
    check_layer(
        text,
        "name",
        names.mentions.iter().map(|mention| mention.span),
    );
    check_layer(text, "mark", flat(annotations).iter().map(|mark| mark.span));
    let shown = flat(annotations);
    let shown = shown
        .iter()
        .flat_map(|mark| std::iter::once(mark.shown).chain(mark.hidden.iter().copied()));
    let (times, others): (Vec<Marking>, Vec<Marking>) =
        shown.partition(|marking| matches!(marking, Marking::Time(_)));
    assert_eq!(
        (times.len(), others.len()),
        (annotations.timexes.len(), names.mentions.len())
    );
    for (index, mention) in names.mentions.iter().enumerate() {
        assert!((0.0..=1.0).contains(&mention.confidence));
        let cluster = mention.cluster.map(|cluster| {
            let cluster = names.clusters.get(cluster);
            cluster.expect("the cluster of a mention exists")
        });
        assert_eq!(cluster.is_none(), mention.kind.is_amount(), "{mention:?}");
        assert!(cluster.is_none_or(|cluster| cluster.mentions.contains(&index)));
        assert!(
            mention
                .nested
                .iter()
                .all(|(span, _)| mention.span.contains(*span))
        );
    }
    for timex in &annotations.timexes {
        assert!((0.0..=1.0).contains(&timex.confidence));
        if let (Some(earliest), Some(latest)) = (timex.earliest, timex.latest) {
            assert!(earliest < latest, "{timex:?} is empty");
        }
    }
}

/// The same result in other offsets leads back to the same words.
fn check_document(text: &str, annotations: &Annotations, unit: OffsetUnit) {
    let document = Document::new(text, annotations, unit);
    let offsets = Offsets::new(text, unit);
    assert_eq!(document.timexes.len(), annotations.timexes.len());
    for (record, timex) in document.timexes.iter().zip(&annotations.timexes) {
        assert_eq!(offsets.to_byte(record.start), timex.span.start());
        assert_eq!(offsets.to_byte(record.end), timex.span.end());
    }
    for (record, zone) in document.zones.iter().zip(&annotations.zones) {
        assert_eq!(offsets.to_byte(record.start), zone.span.start());
        assert_eq!(offsets.to_byte(record.end), zone.span.end());
    }
}

/// Pieces of pages, so that arbitrary strings say something now and then.
fn piece() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "Rabu, 10 Januari 2024 11:25 WIB",
        "3 jam lalu",
        "kemarin",
        "Senin (8/1/2024)",
        "pukul 19.30 WIB",
        "pekan lalu",
        "Presiden Joko Widodo",
        "Komisi Pemberantasan Korupsi (KPK)",
        "di Jakarta",
        "Rp 2,5 miliar",
        "TEMPO.CO, Jakarta - ",
        "Baca juga: ",
        "Reporter",
        "Editor",
        "Berita Terkait",
        "(abc/def)",
        "1990-an",
        "31/2/2024",
        "29 Februari 2023",
        "tahun 999999999999",
        "P3D",
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "\t",
        "\u{a0}",
        "\u{200b}",
        "\u{feff}",
        "“",
        "”",
        "–",
        "é",
        "👍🏽",
        "e\u{301}",
        "مرحبا",
        "\u{202e}",
        "-",
        "/",
        ".",
        ":",
        "abad ke-",
        "selama ",
        "sejak ",
        "99.99",
        "0/0/0",
        "25:61 WIB",
    ]);
    prop_oneof![4 => known.prop_map(str::to_owned), 1 => any::<String>(), 1 => "[0-9./:, -]{1,12}"]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, rng_seed: RngSeed::Fixed(1945), ..ProptestConfig::default() })]

    #[test]
    fn any_string(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn pieces_of_pages(pieces in prop::collection::vec(piece(), 0..40)) {
        check(&pieces.concat());
    }

    #[test]
    fn pieces_in_sentences(pieces in prop::collection::vec(piece(), 0..40)) {
        check(&pieces.join(" "));
    }

    #[test]
    fn offsets_round_trip(text in any::<String>()) {
        for unit in UNITS {
            let offsets = Offsets::new(&text, unit);
            for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                prop_assert_eq!(offsets.to_byte(offsets.of(byte)), byte);
            }
        }
        let (chars, utf16) = (Offsets::new(&text, OffsetUnit::Chars), Offsets::new(&text, OffsetUnit::Utf16));
        prop_assert_eq!(chars.of(text.len()), text.chars().count());
        prop_assert_eq!(utf16.of(text.len()), text.encode_utf16().count());
        prop_assert_eq!(utf16.to_byte(usize::MAX), text.len());
    }

    #[test]
    fn the_same_answer_twice(pieces in prop::collection::vec(piece(), 0..20)) {
        let text = pieces.concat();
        let reading = ANNOTATOR.read(text.as_str());
        prop_assert_eq!(ANNOTATOR.resolve(&reading, &clocks()), ANNOTATOR.annotate(&text, &clocks()));
        // Resolving under other clocks before must not be remembered.
        let _ = ANNOTATOR.resolve(&reading, &Options::default());
        prop_assert_eq!(ANNOTATOR.resolve(&reading, &clocks()), ANNOTATOR.annotate(&text, &clocks()));
    }
}

/// Phrases that count in days and weeks from the published clock.
const COUNTED: &[&str] = &[
    "kemarin",
    "besok",
    "lusa",
    "hari ini",
    "pagi ini",
    "tadi malam",
    "tiga hari lalu",
    "dua pekan lalu",
    "pekan depan",
    "awal pekan ini",
    "akhir pekan lalu",
    "hari Selasa",
    "Kamis lalu",
    "Senin depan",
];

/// The intervals of a sentence with each of the phrases, published this many minutes after 1980 began.
fn counted(minutes: i64) -> Vec<(DateTime<FixedOffset>, DateTime<FixedOffset>)> {
    let start: DateTime<FixedOffset> = "1980-01-01T00:00:00+07:00".parse().expect("an instant");
    let options = Options {
        clocks: Clocks {
            published: Some(Clock::new(start + Duration::minutes(minutes))),
            ..Clocks::default()
        },
        offset: None,
    };
    let interval = |phrase: &&str| {
        let text = format!("Gubernur meninjau tanggul itu {phrase} bersama warga.");
        let annotations = ANNOTATOR.annotate(&text, &options);
        let [timex] = annotations.timexes.as_slice() else {
            panic!("{phrase} is not one time: {:?}", annotations.timexes);
        };
        assert_eq!(timex.span.of(&text), *phrase);
        let sides = timex.earliest.zip(timex.latest);
        sides.unwrap_or_else(|| panic!("{phrase} has no interval"))
    };
    COUNTED.iter().map(interval).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, rng_seed: RngSeed::Fixed(1945), ..ProptestConfig::default() })]

    #[test]
    fn a_week_later_is_a_week_later(minutes in 0_i64..60 * 24 * 365 * 80, weeks in 1_i64..200) {
        let later = Duration::weeks(weeks);
        let moved: Vec<_> = counted(minutes).into_iter().map(|(from, to)| (from + later, to + later)).collect();
        prop_assert_eq!(moved, counted(minutes + later.num_minutes()));
    }
}

#[test]
fn five_megabytes_of_one_line() {
    let words = "Presiden Joko Widodo bertolak ke Jakarta pada Senin (8/1/2024) pukul 19.30 WIB, 3 jam lalu. ";
    check_once(&words.repeat(5_000_000 / words.len()));
}

#[test]
fn five_megabytes_without_a_space() {
    check_once(&"a".repeat(5_000_000));
}

#[test]
fn a_hundred_thousand_newlines() {
    check_once(&"\n".repeat(100_000));
    check_once(&"kemarin\n".repeat(100_000));
}

#[test]
fn brackets_quotes_and_digits_without_end() {
    for piece in [
        "(", "“", "\"", "1", "1.", "1/", "A. ", "dan ", "1 ", "-", "Selasa, ",
    ] {
        check_once(&piece.repeat(100_000));
    }
}

#[test]
fn right_to_left_and_combining_marks() {
    check(&"مرحبا kemarin \u{202e}pekan lalu\u{202c} ".repeat(50));
    check(&format!(
        "Jakarta{} kemarin{}",
        "\u{301}".repeat(5000),
        "\u{20dd}".repeat(5000)
    ));
    check("\u{301}\u{301}kemarin\u{301}\n\u{301}");
}

/// For large texts: one reading, one pair of clocks, one unit.
fn check_once(text: &str) {
    let annotations = ANNOTATOR.annotate(text, &clocks());
    check_zones(text, &annotations);
    check_layer(
        text,
        "time",
        annotations.timexes.iter().map(|timex| timex.span),
    );
    check_layer(
        text,
        "name",
        annotations
            .names
            .mentions
            .iter()
            .map(|mention| mention.span),
    );
    check_document(text, &annotations, OffsetUnit::Utf16);
}
