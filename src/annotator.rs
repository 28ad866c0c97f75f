//! The pipeline.

use crate::annotations::Annotations;
use crate::article::Article;
use crate::entity::{self, Names};
use crate::language::Language;
use crate::time::{self, Clocks, Found, Resolved};
use chrono::FixedOffset;
use std::borrow::Cow;

/// What the caller knows about a page. The default knows nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The clocks, as far as they are known.
    pub clocks: Clocks,
    /// The offset of the document; `None` takes it from the dateline, else WIB.
    pub offset: Option<FixedOffset>,
}

/// Finds times and names. Made once, used for any number of articles, from any number of threads.
#[derive(Debug)]
pub struct Annotator {
    language: Language,
}

/// An article that has been read but not placed in time: what [`Annotator::resolve`] takes, as often as a clock changes.
#[derive(Debug)]
pub struct Reading<'t> {
    article: Article<'t>,
    times: Vec<Found>,
    names: Names,
}

impl Reading<'_> {
    /// The text that was read.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.article.text
    }

    /// Its zones, sentences and tokens.
    #[must_use]
    pub const fn article(&self) -> &Article<'_> {
        &self.article
    }

    /// Its time expressions, in text order. [`Annotations::timexes`] has one for each, in the same order.
    #[must_use]
    pub fn found(&self) -> &[Found] {
        &self.times
    }
}

impl Annotator {
    /// An annotator for Indonesian.
    #[must_use]
    pub fn indonesian() -> Self {
        Self::new(crate::id::language())
    }

    /// An annotator for any language that has its parts.
    #[must_use]
    pub const fn new(language: Language) -> Self {
        Self { language }
    }

    /// The language it reads: with [`terms`](time::terms), what each word can mean.
    #[must_use]
    pub const fn language(&self) -> &Language {
        &self.language
    }

    /// Reads a text: everything that needs no clock.
    #[must_use]
    pub fn read<'t>(&self, text: impl Into<Cow<'t, str>>) -> Reading<'t> {
        let article = Article::read(text, &self.language.lines, &self.language.abbreviations);
        let times = time::find(&article, &self.language.times);
        let opaque: Vec<_> = times.iter().map(|time| time.span).collect();
        let names = entity::find(&article, &self.language.names, &opaque);
        Reading {
            article,
            times,
            names,
        }
    }

    /// Places a read article in time.
    #[must_use]
    pub fn resolve(&self, reading: &Reading<'_>, options: &Options) -> Annotations {
        let Reading {
            article,
            times,
            names,
        } = reading;
        let resolved = time::resolve(
            article,
            times,
            &options.clocks,
            options.offset,
            &self.language.times,
        );
        Annotations {
            language: self.language.code,
            zones: article.zones.clone(),
            related: article.related.clone(),
            timexes: resolved.timexes,
            names: names.clone(),
            clocks: resolved.clocks,
            offset: resolved.offset,
            warnings: resolved.warnings,
        }
    }

    /// The times of a text alone: what [`Annotator::annotate`] says of them, without looking for names.
    ///
    /// ```
    /// use sorot::{Annotator, Options};
    /// let annotator = Annotator::indonesian();
    /// let times = annotator.times("Pada 9 Januari 2024 hujan turun.", &Options::default()).timexes;
    /// assert_eq!(times[0].value.as_deref(), Some("2024-01-09"));
    /// ```
    #[must_use]
    pub fn times(&self, text: &str, options: &Options) -> Resolved {
        let article = Article::read(text, &self.language.lines, &self.language.abbreviations);
        let found = time::find(&article, &self.language.times);
        let Options { clocks, offset } = options;
        time::resolve(&article, &found, clocks, *offset, &self.language.times)
    }

    /// Reads a text and places it in time. Never fails and never panics, whatever the text.
    #[must_use]
    pub fn annotate(&self, text: &str, options: &Options) -> Annotations {
        self.resolve(&self.read(text), options)
    }
}
