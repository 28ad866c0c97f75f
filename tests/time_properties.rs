//! What holds of every time, whatever the text and the clocks: over all gold texts of `time/`, and over articles made
//! of their kinds of phrases.

#![expect(
    clippy::indexing_slicing,
    reason = "a test stops where its own data are wrong"
)]

mod calendar;
#[path = "time_properties/clocks.rs"]
mod clocks;
#[path = "time_properties/intervals.rs"]
mod intervals;
#[path = "time_properties/page.rs"]
mod page;
#[path = "time_properties/writing.rs"]
mod writing;

use chrono::TimeDelta;
use page::Page;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use sorot::time::Clock;

/// Fails with every case that breaks a property. The exceptions are mistakes of today, and must be mistakes still.
fn hold(exceptions: &[&str], property: impl Fn(&Page) -> Vec<String>) {
    let pages = page::gold();
    let (mut cases, mut wrong) = (0, Vec::new());
    let mut met = Vec::new();
    for page in &pages {
        let broken = property(page);
        if exceptions.contains(&page.id.as_str()) {
            if broken.is_empty() {
                met.push(page.id.as_str());
            }
            continue;
        }
        cases += 1;
        if !broken.is_empty() {
            wrong.push(format!(
                "{}: {}\n  {}",
                page.id,
                page.text,
                broken.join("\n  ")
            ));
        }
    }
    assert!(cases > 400, "only {cases} cases");
    assert!(
        wrong.is_empty(),
        "\n{}\n{} cases",
        wrong.join("\n"),
        wrong.len()
    );
    assert!(met.is_empty(), "right now, no exceptions any more: {met:?}");
}

#[test]
fn weeks_on() {
    // Half a year on, London and New York have another offset.
    hold(&["u2b014", "u2b015"], |page| {
        let moves = [1, -1, 26, 520, -520].iter();
        moves
            .flat_map(|weeks| clocks::weeks(page, *weeks))
            .collect()
    });
}

#[test]
fn four_hundred_years_on() {
    // Years before the era are counted the other way.
    let before_era = ["use18", "wko014", "wko015", "wko016", "wko017", "wko018"];
    hold(&before_era, clocks::cycle);
}

#[test]
fn intervals_contain_their_values() {
    hold(&[], intervals::contain_their_values);
}

#[test]
fn a_sentence_about_nothing() {
    hold(&[], |page| {
        let others = writing::NOTHING
            .iter()
            .flat_map(|sentence| writing::with_sentence(page, sentence));
        let wrong = others.flat_map(|(place, other)| {
            let differences = writing::differences(page, &other);
            differences
                .into_iter()
                .map(move |line| format!("{place}: {line}"))
        });
        wrong.collect()
    });
}

#[test]
fn capitals() {
    hold(&[], |page| {
        writing::in_capitals(page).map_or_else(Vec::new, |other| writing::differences(page, &other))
    });
}

#[test]
fn spaces_and_quotes() {
    hold(&[], |page| {
        let others = writing::other_signs(page).into_iter();
        let wrong = others.flat_map(|(name, other)| {
            let differences = writing::differences(page, &other);
            differences
                .into_iter()
                .map(move |line| format!("{name}: {line}"))
        });
        wrong.collect()
    });
}

#[test]
fn line_breaks_inside_a_paragraph() {
    hold(&[], |page| {
        let others = writing::broken(page).into_iter();
        let others = others.chain(writing::wrapped(page));
        let wrong = others.flat_map(|other| {
            let differences = writing::differences(page, &other);
            differences
                .into_iter()
                .map(move |line| format!("{:?}: {line}", other.text))
        });
        wrong.collect()
    });
}

/// Phrases whose answers hang on a clock, and a few that do not; each stands as it would in a sentence.
const PHRASES: &[&str] = &[
    "kemarin",
    "kemarin sore",
    "besok",
    "lusa",
    "hari ini",
    "pagi ini",
    "tadi malam",
    "malam ini",
    "dini hari tadi",
    "tiga hari lalu",
    "dua hari lagi",
    "2,5 jam lalu",
    "45 menit lalu",
    "dua pekan lalu",
    "sepekan lalu",
    "pekan depan",
    "awal pekan ini",
    "akhir pekan lalu",
    "Selasa pekan lalu",
    "hari Selasa",
    "Kamis lalu",
    "Senin depan",
    "Jumat malam",
    "malam Sabtu",
    "bulan lalu",
    "awal bulan depan",
    "lima bulan lalu",
    "tiga tahun lalu",
    "tahun depan",
    "akhir tahun",
    "kuartal lalu",
    "semester I tahun ini",
    "dua dekade lalu",
    "Maret mendatang",
    "8 April lalu",
    "27 November mendatang",
    "tanggal 25 bulan ini",
    "sepanjang dua tahun terakhir",
    "selama tiga hari ke depan",
    "setiap Senin",
    "selama tiga jam",
    "baru-baru ini",
    "pada 9 Januari 2017",
    "pada pukul 19.30 WIB",
    "sejak 2009",
];

/// Sentences with room for a phrase; none leans to the past or the future.
const ROOMS: &[&str] = &[
    "Gubernur meninjau tanggul itu {} bersama warga.",
    "Pasar ikan di tepi sungai ramai {}, kata pedagang.",
    "“Kami bertemu {} di balai desa,” ujar Lurah Sari.",
    "Jembatan gantung itu ditutup {} karena retak.",
];

/// A sentence with a phrase in its room.
fn sentence() -> impl Strategy<Value = String> {
    let phrase = prop::sample::select(PHRASES);
    (prop::sample::select(ROOMS), phrase).prop_map(|(room, phrase)| room.replace("{}", phrase))
}

/// An article of a few sentences in one or two paragraphs, published between 1950 and 2050.
fn article() -> impl Strategy<Value = Page> {
    let sentences = || prop::collection::vec(sentence(), 1..4).prop_map(|all| all.join(" "));
    let minutes = 0_i64..60 * 24 * 365 * 100;
    (
        prop::collection::vec(sentences(), 1..3),
        minutes,
        1_i64..60 * 24 * 300,
    )
        .prop_map(|(paragraphs, minutes, later)| {
            let start: Clock = "1950-01-01T00:00+07:00".parse().expect("an instant");
            let at = start.at + TimeDelta::minutes(minutes);
            Page {
                id: format!("{at}"),
                text: paragraphs.join("\n\n"),
                published: Some(Clock::new(at)),
                captured: Some(Clock::new(at + TimeDelta::minutes(later))),
            }
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, rng_seed: RngSeed::Fixed(1949), ..ProptestConfig::default() })]

    #[test]
    fn made_articles_move_with_their_clocks(page in article(), by in -2000_i64..2000) {
        prop_assert_eq!(clocks::weeks(&page, by), Vec::<String>::new());
        prop_assert_eq!(clocks::cycle(&page), Vec::<String>::new());
    }

    #[test]
    fn made_articles_hold_their_values(page in article()) {
        prop_assert_eq!(intervals::contain_their_values(&page), Vec::<String>::new());
    }

    #[test]
    fn made_articles_may_be_written_otherwise(page in article(), sentence in prop::sample::select(&writing::NOTHING[..])) {
        let others = writing::other_signs(&page).into_iter();
        let others = others.chain(writing::with_sentence(&page, sentence));
        let others = others.chain(writing::in_capitals(&page).map(|other| ("capitals", other)));
        let others = others.chain(writing::wrapped(&page).map(|other| ("wrapped", other)));
        for (name, other) in others {
            prop_assert_eq!(writing::differences(&page, &other), Vec::<String>::new(), "{}: {}", name, other.text);
        }
    }
}
