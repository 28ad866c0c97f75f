//! `cargo bench`: how long each step takes, on an article of a thousand words and on longer and longer texts.
//!
//! The texts are the samples of the page, again and again. `flat` measures finding and resolving times alone at four
//! sizes: the bytes a second it prints must not fall as the text grows. `look_up` is the limit to compare with: cutting
//! the text into tokens and asking one table once a token.
//! `limits` are the texts of RELIABILITY.md.
//! `cargo bench -- flat` runs one group, `cargo test --benches` runs each once.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use sorot::article::Article;
use sorot::time::{Clock, Clocks};
use sorot::{Annotator, Language, Options, entity, id, text, time};
use std::path::Path;
use std::sync::LazyLock;

static LANGUAGE: LazyLock<Language> = LazyLock::new(id::language);
static SAMPLES: LazyLock<String> = LazyLock::new(samples);

const MEGABYTE: usize = 1_000_000;

fn main() {
    divan::main();
}

/// The samples of the page, one below the other.
fn samples() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/samples");
    let entries = std::fs::read_dir(folder).expect("the samples are there");
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("a sample").path())
        .collect();
    paths.sort();
    let texts = paths
        .iter()
        .map(|path| std::fs::read_to_string(path).expect("UTF-8"));
    texts.map(|text| text + "\n\n").collect()
}

/// The samples up to a length in bytes.
fn text_of(bytes: usize) -> String {
    let mut text = SAMPLES.repeat(bytes / SAMPLES.len() + 1);
    text.truncate(text.floor_char_boundary(bytes));
    text
}

/// The samples up to a thousand words.
fn article() -> String {
    let words: Vec<_> = SAMPLES.split_inclusive(char::is_whitespace).collect();
    let mut text = String::new();
    let mut count = 0;
    for word in words {
        count += usize::from(!word.trim().is_empty());
        text.push_str(word);
        if count == 1000 {
            break;
        }
    }
    text
}

fn options() -> Options {
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

fn read(text: &str) -> Article<'_> {
    Article::read(text, &LANGUAGE.lines, &LANGUAGE.abbreviations)
}

/// Runs a step on a text, and counts its bytes.
fn on<R>(bencher: Bencher<'_, '_>, text: &str, step: impl Fn(&str) -> R + Sync) {
    bencher
        .counter(BytesCount::of_str(text))
        .bench(|| step(black_box(text)));
}

/// The steps, each without those before it.
macro_rules! steps {
    ($name:ident, $text:expr) => {
        mod $name {
            use super::*;

            #[divan::bench]
            fn tokenize(bencher: Bencher<'_, '_>) {
                on(bencher, &$text, text::tokenize);
            }

            #[divan::bench]
            fn look_up(bencher: Bencher<'_, '_>) {
                let words = text::tokenize(&article())
                    .iter()
                    .map(|t| t.key)
                    .collect::<text::KeySet>();
                on(bencher, &$text, |text| {
                    let tokens = text::tokenize(text);
                    tokens.iter().filter(|t| words.contains(&t.key)).count()
                });
            }

            #[divan::bench]
            fn sentences(bencher: Bencher<'_, '_>) {
                let text = $text;
                let tokens = text::tokenize(&text);
                on(bencher, &text, |text| {
                    text::sentences(text, &tokens, &LANGUAGE.abbreviations).count()
                });
            }

            #[divan::bench]
            fn read_article(bencher: Bencher<'_, '_>) {
                on(bencher, &$text, |text| read(text).zones.len());
            }

            #[divan::bench]
            fn find_times(bencher: Bencher<'_, '_>) {
                let text = $text;
                let article = read(&text);
                on(bencher, &text, |_| time::find(&article, &LANGUAGE.times));
            }

            #[divan::bench]
            fn resolve_times(bencher: Bencher<'_, '_>) {
                let text = $text;
                let article = read(&text);
                let found = time::find(&article, &LANGUAGE.times);
                let Options { clocks, offset } = options();
                on(bencher, &text, |_| {
                    time::resolve(&article, &found, &clocks, offset, &LANGUAGE.times)
                });
            }

            #[divan::bench]
            fn find_names(bencher: Bencher<'_, '_>) {
                let text = $text;
                let article = read(&text);
                on(bencher, &text, |_| {
                    entity::find(&article, &LANGUAGE.names, &[])
                });
            }

            #[divan::bench]
            fn annotate(bencher: Bencher<'_, '_>) {
                let annotator = Annotator::indonesian();
                let options = options();
                on(bencher, &$text, |text| annotator.annotate(text, &options));
            }
        }
    };
}

steps!(thousand_words, article());
steps!(megabyte, text_of(MEGABYTE));

/// Finding and resolving times alone, from the text: as the browser's `times` does.
#[divan::bench(args = [10_000, 100_000, 1_000_000, 5_000_000])]
fn flat(bencher: Bencher<'_, '_>, bytes: usize) {
    let annotator = Annotator::indonesian();
    let options = options();
    on(bencher, &text_of(bytes), |text| {
        annotator.times(text, &options)
    });
}

/// Texts at the limits of what is read, a quarter, half and the whole of each: time must grow as the text does.
mod limits {
    use super::{Annotator, Bencher, MEGABYTE, on, options, text_of};

    const PARTS: [usize; 3] = [4, 2, 1];

    fn annotate(bencher: Bencher<'_, '_>, text: &str) {
        let annotator = Annotator::indonesian();
        let options = options();
        on(bencher, text, |text| annotator.annotate(text, &options));
    }

    #[divan::bench(args = PARTS, sample_count = 3, sample_size = 1)]
    fn article_of_5_megabytes(bencher: Bencher<'_, '_>, part: usize) {
        annotate(bencher, &text_of(5 * MEGABYTE / part));
    }

    #[divan::bench(args = PARTS, sample_count = 3, sample_size = 1)]
    fn word_of_5_megabytes(bencher: Bencher<'_, '_>, part: usize) {
        annotate(bencher, &"a".repeat(5 * MEGABYTE / part));
    }

    #[divan::bench(args = PARTS, sample_count = 3, sample_size = 1)]
    fn ten_thousand_brackets(bencher: Bencher<'_, '_>, part: usize) {
        let depth = 10_000 / part;
        annotate(
            bencher,
            &format!("{} Jakarta {}", "(".repeat(depth), ")".repeat(depth)),
        );
    }

    #[divan::bench(args = PARTS, sample_count = 3, sample_size = 1)]
    fn two_hundred_thousand_stamps(bencher: Bencher<'_, '_>, part: usize) {
        let card = "Banjir Surut, Warga Kembali\n3 jam lalu\n";
        let cards = card.repeat(200_000 / part);
        annotate(
            bencher,
            &format!("Banjir Surut\n\nAir sudah surut.\n\nBerita Terkait\n{cards}"),
        );
    }

    #[divan::bench(args = PARTS, sample_count = 3, sample_size = 1)]
    fn million_names(bencher: Bencher<'_, '_>, part: usize) {
        annotate(bencher, &"Jakarta. ".repeat(1_000_000 / part));
    }
}

/// What is done once, when the page is opened.
#[divan::bench]
fn indonesian() -> Annotator {
    Annotator::indonesian()
}
