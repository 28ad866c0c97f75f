//! Each exported form, measured by its own standard: on articles, on hostile and arbitrary texts, on documents that a
//! person has changed.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where its own data are wrong"
)]

#[path = "exports/csv.rs"]
mod csv_table;
#[path = "exports/errors.rs"]
mod errors;
#[path = "exports/html.rs"]
mod html_page;
#[path = "exports/ics.rs"]
mod ics_calendar;
#[path = "exports/markdown.rs"]
mod markdown_text;
#[path = "exports/pictures.rs"]
mod pictures;
#[path = "exports/sample.rs"]
mod sample;
#[path = "exports/timeml.rs"]
mod timeml_text;
#[path = "exports/webanno.rs"]
mod webanno_list;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use sample::{HOSTILE, Sample, article};
use sorot::export::{ExportOptions, Format, export};
use sorot::text::OffsetUnit;

/// Exports a sample in every form and holds each to its standard.
fn check(sample: &Sample) {
    csv_table::check(sample);
    timeml_text::check(sample);
    webanno_list::check(sample);
    html_page::check(sample);
    markdown_text::check(sample);
    ics_calendar::check(sample);
}

#[test]
fn an_article_keeps_every_standard() {
    check(&article());
}

#[test]
fn hostile_texts_keep_every_standard() {
    for text in HOSTILE {
        check(&Sample::of(text));
        // Wherever the text is found to be hostile, there is a time and a name beside it.
        check(&Sample::of(&format!(
            "{text} pada 14 Maret 2023 di Bali {text}"
        )));
        check(&Sample::of(&format!(
            "Judul {text}\n\nHasan Basri, {text}, datang kemarin.\n{text}"
        )));
    }
}

#[test]
fn a_document_of_hostile_fields_keeps_every_standard() {
    for text in HOSTILE {
        let mut sample = article();
        for (index, name) in sample.document.entities.iter_mut().enumerate() {
            name.entity = (*text).to_owned();
            name.id = format!("{text} {index}");
            name.unit = Some((*text).to_owned());
            name.provenance = Some((*text).to_owned());
        }
        for (index, time) in sample.document.timexes.iter_mut().enumerate() {
            time.value = Some((*text).to_owned());
            time.id = format!("{text} t {index}");
            time.anchor = (*text).to_owned();
            time.granularity = Some((*text).to_owned());
        }
        check(&sample);
    }
}

#[test]
fn marks_may_overlap_in_every_way() {
    let mut sample = article();
    let ends = sample.text.chars().count();
    let pattern = sample.document.entities[0].clone();
    for (index, start) in (0..ends - 70).step_by(13).enumerate() {
        let mut name = pattern.clone();
        name.id = format!("u{index}");
        (name.start, name.end) = (start, start + 1 + index % 70);
        name.provenance = Some("user".to_owned());
        sample.document.entities.push(name);
    }
    let pattern = sample.document.timexes[0].clone();
    for (index, start) in (0..ends - 90).step_by(29).enumerate() {
        let mut time = pattern.clone();
        time.id = format!("v{index}");
        (time.start, time.end) = (start, start + 1 + index * 7 % 90);
        sample.document.timexes.push(time);
    }
    check(&sample);
}

#[test]
fn a_document_without_zones_is_one_block() {
    let mut sample = article();
    sample.document.zones.clear();
    check(&sample);
}

#[test]
fn what_is_hidden_is_not_exported() {
    let mut sample = article();
    sample.document.entities.retain(|name| name.kind != "PER");
    sample.document.timexes.retain(|time| time.anchor == "none");
    check(&sample);
    let html = sample.exported(Format::Html);
    assert!(!html.contains("class=\"per\"") && !html.contains("class=\"rel\" id"));
}

#[test]
fn offsets_may_count_anything() {
    let options = ExportOptions::default();
    for format in Format::ALL {
        let outputs = [OffsetUnit::Chars, OffsetUnit::Bytes, OffsetUnit::Utf16].map(|unit| {
            let sample = sample::article_in(unit);
            export(&sample.text, &sample.document, unit, format, &options).unwrap()
        });
        assert!(
            outputs.iter().all(|output| *output == outputs[0]),
            "{format}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 96,
        rng_seed: RngSeed::Fixed(1),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_text_keeps_every_standard(text in any::<String>(), words in "[ a-zA-Z0-9,.;:'\"<>&#*_|=+@\\\\\\[\\]\\n\\r\\t–“👍é-]{0,200}") {
        check(&Sample::of(&text));
        check(&Sample::of(&format!("{words} 14 Maret 2023 {text}\n\n3 jam lalu {words}")));
    }
}
