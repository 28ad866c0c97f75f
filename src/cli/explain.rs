//! `sorot explain`: how the times of a text come about, zone by zone and sentence by sentence.
//!
//! For each sentence the words that have a sense; for each time what was written, as the grammar read it; the clock it
//! counts from; the rule; and the value with its interval. What a contributor looks at before changing anything.

use super::Error;
use super::annotate::input;
use super::annotate::paint::Paint;
use super::known::Known;
use chrono::{DateTime, FixedOffset};
use clap::Args;
use sorot::article::{Sentence, Zone};
use sorot::text::{Span, TokenKind};
use sorot::time::{Anchor, Clock, Clocks, Found, Term, Timex, terms};
use sorot::{Annotations, Annotator, Options, Reading};
use std::fmt::{Display, Write as _};
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

/// What `explain` can be told.
#[derive(Args, Debug)]
pub(super) struct Arguments {
    /// The text, plain and in UTF-8; `-` or nothing reads standard input
    file: Option<PathBuf>,

    #[command(flatten)]
    known: Known,
}

/// Explains what the arguments name.
pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Error> {
    let text = input::text(arguments.file.as_deref())?;
    let options = Options::from(arguments.known);
    let annotator = Annotator::indonesian();
    let reading = annotator.read(text.as_str());
    let annotations = annotator.resolve(&reading, &options);
    let mut stdout = io::stdout().lock();
    let explanation = Explanation {
        annotator: &annotator,
        reading: &reading,
        annotations: &annotations,
        paint: Paint::of(&stdout),
        output: String::new(),
    };
    stdout.write_all(explanation.write().as_bytes())?;
    stdout.flush()?;
    Ok(ExitCode::SUCCESS)
}

struct Explanation<'a> {
    annotator: &'a Annotator,
    reading: &'a Reading<'a>,
    annotations: &'a Annotations,
    paint: Paint,
    output: String,
}

impl Explanation<'_> {
    fn write(mut self) -> String {
        self.clocks();
        for (index, zone) in self.reading.article().zones.iter().enumerate() {
            self.zone(index, zone);
        }
        for warning in &self.annotations.warnings {
            let words = self.paint.warning(&format!("! {}", warning.message));
            self.line(0, words);
        }
        self.output
    }

    fn line(&mut self, indent: usize, words: impl Display) {
        // Writing into a string cannot fail.
        let _ = writeln!(self.output, "{:indent$}{words}", "");
    }

    /// A name and what stands behind it, in two columns.
    fn row(&mut self, indent: usize, name: &str, words: impl Display) {
        let name = self.paint.faint(&format!("{name:<11}"));
        self.line(indent, format_args!("{name} {words}"));
    }

    fn clocks(&mut self) {
        let Annotations { clocks, offset, .. } = self.annotations;
        let known = |clock: Option<Clock>| match clock {
            Some(clock) if clock.day_only => format!("{clock}, the day alone"),
            Some(clock) => clock.to_string(),
            None => "unknown".to_owned(),
        };
        let evidence = clocks.evidence.filter(|_| clocks.published.is_some());
        let evidence = evidence.map_or(String::new(), |evidence| {
            let words = evidence.span.map(|span| self.quoted(span));
            format!(", {} {}", evidence.source.name(), words.unwrap_or_default())
        });
        let published = format!("{}{evidence}", known(clocks.published));
        self.row(0, "published", published.trim_end());
        self.row(0, "captured", known(clocks.captured));
        self.row(0, "offset", offset);
    }

    fn zone(&mut self, index: usize, zone: &Zone) {
        let article = self.reading.article();
        let text = article.text.as_ref();
        let related = zone
            .related
            .map_or(String::new(), |related| format!(", teaser {related}"));
        self.line(0, "");
        let title = format!("zone {index}: {}{related}", zone.kind.name());
        let title = self.paint.faint(&title);
        self.line(0, title);
        let tokens = article.tokens.get(zone.tokens.clone()).unwrap_or_default();
        let lexicon = &self.annotator.language().times.lexicon;
        let terms = terms(text, tokens, lexicon);
        let sentences = article.sentences.iter().enumerate();
        for (number, sentence) in sentences.filter(|(_, sentence)| sentence.zone == index) {
            self.sentence(number, sentence, &terms);
        }
    }

    fn sentence(&mut self, number: usize, sentence: &Sentence, terms: &[Term<'_>]) {
        let article = self.reading.article();
        let text = article.text.as_ref();
        let tokens = article.tokens.get(sentence.tokens.clone());
        let Some((first, last)) = tokens.and_then(|tokens| tokens.first().zip(tokens.last()))
        else {
            return;
        };
        let span = first.span.cover(last.span);
        let words = on_one_line(span.of(text));
        self.line(2, words);
        let said = terms.iter().filter(|term| span.contains(term.span));
        let said: Vec<&Term<'_>> = said
            .filter(|term| match term.kind {
                TokenKind::Numeral => true,
                TokenKind::Mark => false,
                _ => !term.senses.is_empty(),
            })
            .collect();
        let width = said
            .iter()
            .map(|term| term.word(text).chars().count())
            .max();
        let width = width.unwrap_or(0);
        for term in said {
            let senses: Vec<String> = term.senses.iter().map(ToString::to_string).collect();
            let senses = if senses.is_empty() {
                "numeral".to_owned()
            } else {
                senses.join(", ")
            };
            let senses = self.paint.faint(&senses);
            self.line(4, format_args!("{:<width$}  {senses}", term.word(text)));
        }
        let (found, timexes) = (self.reading.found(), &self.annotations.timexes);
        let times = found.iter().zip(timexes).enumerate();
        for (index, (found, timex)) in times.filter(|(_, (found, _))| found.sentence == number) {
            self.time(index, found, timex);
        }
    }

    fn time(&mut self, index: usize, found: &Found, timex: &Timex) {
        let words = found.span.of(&self.reading.article().text);
        let words = self.paint.mark(&on_one_line(words), None);
        self.line(4, format_args!("t{index} {words}"));
        let modifier = found
            .modifier
            .map_or(String::new(), |modifier| format!(", {}", modifier.name()));
        self.row(7, "written", format_args!("{}{modifier}", found.expression));
        self.row(7, "production", found.production);
        self.row(7, "counts from", self.viewpoint(timex));
        let derivation = Some(timex.derivation.text.as_str()).filter(|text| !text.is_empty());
        let derivation = derivation.map_or(String::new(), |text| format!(": {text}"));
        let why = format!("{}, {}{derivation}", timex.why, timex.direction.name());
        self.row(7, "why", why);
        self.surroundings(found, timex);
        let value = timex.value.as_deref().unwrap_or("?");
        let marks = [
            timex.modifier.map(sorot::time::Modifier::name),
            timex.quant,
            timex.freq.as_deref(),
        ];
        let mut value = format!("{} {value}", timex.kind.name());
        for mark in marks.into_iter().flatten() {
            value.push(' ');
            value.push_str(mark);
        }
        let (role, confidence) = (timex.role.name(), timex.confidence);
        let value = format!("{value}  ({role}, {confidence:.2})");
        self.row(7, "value", value);
        if timex.earliest.is_some() || timex.latest.is_some() {
            let (from, to) = (side(timex.earliest), side(timex.latest));
            self.row(7, "interval", format_args!("[{from}, {to})"));
        }
        for other in &timex.alternatives {
            self.row(7, "or", format_args!("{}  ({})", other.value, other.why));
        }
    }

    /// What the words around it say: the signal, the tense, the partner.
    fn surroundings(&mut self, found: &Found, timex: &Timex) {
        if let Some(bound) = timex.bound {
            self.row(7, "signal", bound.name());
        }
        if let Some(tense) = found.tense {
            let words = self.quoted(tense.word);
            let certainty = format!("{:?}", tense.certainty).to_lowercase();
            let tense = format!("{} by {words}, {certainty}", tense.toward);
            self.row(7, "tense", tense);
        }
        if let Some(partner) = found.partner {
            self.row(7, "fields of", self.named(partner));
        }
    }

    /// What supplied the parts that were not written.
    fn viewpoint(&self, timex: &Timex) -> String {
        let Clocks {
            published,
            captured,
            ..
        } = self.annotations.clocks;
        let clock = |name: &str, clock: Option<Clock>| match clock {
            Some(clock) => format!("{name} {clock}"),
            None => format!("{name}, unknown"),
        };
        match timex.anchor {
            Anchor::None => "nothing: absolute".to_owned(),
            Anchor::Published => clock("published", published),
            Anchor::Captured => clock("captured", captured),
            Anchor::Teaser => "the stamp of its teaser".to_owned(),
            Anchor::Mention(index) => self.named(index),
            Anchor::Event => "an event that has no time".to_owned(),
        }
    }

    /// Another time of the text, by number and words.
    fn named(&self, index: usize) -> String {
        let other = self.reading.found().get(index);
        let words = other.map_or(String::new(), |found| self.quoted(found.span));
        format!("t{index} {words}")
    }

    fn quoted(&self, span: Span) -> String {
        let words = on_one_line(span.of(&self.reading.article().text));
        format!("\"{words}\"")
    }
}

/// The words with one space between them; what would command a terminal becomes `�`.
fn on_one_line(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    let is_command = |c: char| if c.is_control() { '\u{fffd}' } else { c };
    words.join(" ").chars().map(is_command).collect()
}

fn side(side: Option<DateTime<FixedOffset>>) -> String {
    side.map_or("…".to_owned(), |at| Clock::new(at).to_string())
}
