//! A text under its clocks, and what is answered.

use chrono::{DateTime, FixedOffset, TimeDelta};
use sorot::Language;
use sorot::article::{Article, ZoneKind};
use sorot::gold::{Case, Gold};
use sorot::text::WordKey;
use sorot::time::{self, Class, Clock, Clocks, Found, Timex};
use std::ops::Range;
use std::path::Path;
use std::sync::LazyLock;

static LANGUAGE: LazyLock<Language> = LazyLock::new(sorot::id::language);

/// A text and the clocks it is read under.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    /// Its name in a failure.
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) published: Option<Clock>,
    pub(crate) captured: Option<Clock>,
}

/// A time that was found, with what is not compared elsewhere.
pub(crate) struct Answer {
    pub(crate) found: Found,
    pub(crate) timex: Timex,
    /// Its words in small letters, with plain quotes and one space between them.
    pub(crate) words: String,
}

/// What a reader sees of a time.
#[derive(Debug, PartialEq)]
pub(crate) struct Shown<'a> {
    words: &'a str,
    value: Option<&'a str>,
    rest: (
        &'static str,
        Option<&'static str>,
        Option<&'static str>,
        Option<&'a str>,
    ),
    sides: (Option<DateTime<FixedOffset>>, Option<DateTime<FixedOffset>>),
}

impl Answer {
    pub(crate) fn shown(&self) -> Shown<'_> {
        let timex = &self.timex;
        Shown {
            words: &self.words,
            value: timex.value.as_deref(),
            rest: (
                timex.kind.name(),
                timex.modifier.map(sorot::time::Modifier::name),
                timex.quant,
                timex.freq.as_deref(),
            ),
            sides: (timex.earliest, timex.latest),
        }
    }
}

impl std::fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let side = |side: Option<DateTime<FixedOffset>>| {
            side.map_or("…".to_owned(), |side| {
                side.format("%Y-%m-%dT%H:%M%:z").to_string()
            })
        };
        let (kind, modifier, quant, freq) = self.rest;
        write!(f, "[{}|{kind}|{}", self.words, self.value.unwrap_or("?"))?;
        for mark in [modifier, quant, freq].into_iter().flatten() {
            write!(f, "|{mark}")?;
        }
        write!(f, "] {} – {}", side(self.sides.0), side(self.sides.1))
    }
}

impl Page {
    /// The times of the page, and its offset.
    pub(crate) fn answers(&self) -> (Vec<Answer>, FixedOffset) {
        let article = self.read();
        let found = time::find(&article, &LANGUAGE.times);
        let clocks = Clocks {
            published: self.published,
            evidence: None,
            captured: self.captured,
        };
        let resolved = time::resolve(&article, &found, &clocks, None, &LANGUAGE.times);
        assert_eq!(found.len(), resolved.timexes.len(), "{}", self.id);
        let answers = found.into_iter().zip(resolved.timexes);
        let answers = answers.map(|(found, timex)| Answer {
            words: plain(timex.span.of(&self.text)),
            found,
            timex,
        });
        (answers.collect(), resolved.offset)
    }

    fn read(&self) -> Article<'_> {
        Article::read(self.text.as_str(), &LANGUAGE.lines, &LANGUAGE.abbreviations)
    }

    /// Where the running text begins and where it ends, in bytes; no beginning where a place dateline stands there.
    pub(crate) fn body(&self) -> Option<(Option<usize>, usize)> {
        let article = self.read();
        let mut body = article
            .zones
            .iter()
            .filter(|zone| zone.kind == ZoneKind::Body);
        let first = body.next()?;
        let last = body.next_back().unwrap_or(first);
        let start = first.dateline.is_none().then(|| first.span.start());
        Some((start, last.span.end()))
    }

    /// The paragraphs of the running text that stand on one line, in bytes.
    pub(crate) fn paragraphs(&self) -> Vec<Range<usize>> {
        let article = self.read();
        let bodies = article
            .zones
            .iter()
            .filter(|zone| zone.kind == ZoneKind::Body);
        let spans = bodies.map(|zone| zone.span.start()..zone.span.end());
        let on_one_line = |span: &Range<usize>| {
            let text = self.text.get(span.clone());
            text.is_some_and(|text| text.len() <= 280 && !text.contains('\n'))
        };
        spans.filter(on_one_line).collect()
    }

    /// The same page with another text.
    pub(crate) fn with(&self, text: String) -> Self {
        Self {
            text,
            ..self.clone()
        }
    }

    /// The same page with both clocks moved, if the published one is not the text's own.
    pub(crate) fn moved(&self, by: TimeDelta) -> Option<Self> {
        let move_clock = |clock: Clock| Clock {
            at: clock.at + by,
            ..clock
        };
        Some(Self {
            published: Some(move_clock(self.published?)),
            captured: self.captured.map(move_clock),
            ..self.clone()
        })
    }
}

/// Whether a word may begin a name that holds a date: `Jalan`, `Universitas`.
pub(crate) fn is_name_head(word: &str) -> bool {
    LANGUAGE
        .times
        .lexicon
        .senses(WordKey::of(word))
        .1
        .has(Class::NameHead)
}

/// Small letters, plain quotes and hyphens, one space.
fn plain(words: &str) -> String {
    let words = words.replace(['’', '‘', 'ʼ', '`', '´'], "'");
    words
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}

/// Every case of the gold files of times.
pub(crate) fn gold() -> Vec<Page> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/time");
    let entries = std::fs::read_dir(&folder).expect("tests/time is there");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "gold"));
    paths.sort();
    let cases = paths.iter().flat_map(|path| {
        let name = path.display().to_string();
        let content = std::fs::read_to_string(path).expect("gold is UTF-8");
        match Gold::read(&name, &content) {
            Ok(Gold::Times(cases)) => cases,
            Ok(Gold::Entities(_)) => panic!("{name}: names among times"),
            Err(error) => panic!("{error}"),
        }
    });
    cases
        .map(|case| {
            let Case {
                id,
                text,
                published,
                captured,
                ..
            } = case.case;
            Page {
                id,
                text,
                published,
                captured,
            }
        })
        .collect()
}
