//! The article with marks in it, to be read in a terminal: `[Rusia LOC]`, `[pekan lalu → 1–7 Jan 2024]`.

use super::duration;
use super::paint::Paint;
use chrono::{DateTime, FixedOffset};
use sorot::Annotations;
use sorot::entity::Mention;
use sorot::export::{Marking, Words, flat};
use sorot::time::{Anchor, Evidence, EvidenceSource, Granularity, Timex, TimexKind};
use std::sync::LazyLock;

static WORDS: LazyLock<Words> = LazyLock::new(Words::default);

/// The clocks, the article with its marks, and what a reader should check.
pub(super) fn render(text: &str, annotations: &Annotations, paint: Paint) -> String {
    let mut output = String::with_capacity(text.len() * 2);
    let mut line = |name: &str, words: &str| {
        output.push_str(&paint.faint(&format!("{name:<10} {words}")));
        output.push('\n');
    };
    let clocks = &annotations.clocks;
    match clocks.published {
        Some(clock) => {
            let at = WORDS.instant(&clock.at.with_timezone(&annotations.offset));
            let day_only = if clock.day_only {
                ", the hour is not known"
            } else {
                ""
            };
            line(
                "published",
                &format!("{at} ({}{day_only})", source(clocks.evidence)),
            );
        }
        None => line(
            "published",
            "unknown: times that count from it stay open (--published)",
        ),
    }
    match clocks.captured {
        Some(clock) => {
            let at = WORDS.instant(&clock.at.with_timezone(&annotations.offset));
            line("captured", &format!("{at} (given)"));
        }
        None => line(
            "captured",
            "unknown: stamps of related articles stay open (--captured)",
        ),
    }
    let found = (annotations.timexes.len(), annotations.names.mentions.len());
    line(
        "found",
        &format!("{}, {}", count(found.0, "time"), count(found.1, "name")),
    );
    output.push('\n');
    body(text, annotations, paint, &mut output);
    if !annotations.warnings.is_empty() {
        output.push('\n');
    }
    for warning in &annotations.warnings {
        output.push_str(&paint.warning(&format!("! {}", warning.message)));
        output.push('\n');
    }
    output
}

fn body(text: &str, annotations: &Annotations, paint: Paint, output: &mut String) {
    let mut at = 0;
    for mark in flat(annotations) {
        push_plain(output, text.get(at..mark.span.start()).unwrap_or_default());
        at = mark.span.end();
        let mut surface = String::new();
        push_plain(&mut surface, mark.span.of(text));
        let mut label = label(mark.shown, annotations, None);
        for hidden in mark.hidden {
            // What is hidden is named by its words: it may be a part of the mark only.
            label.push_str("; ");
            label.push_str(&self::label(hidden, annotations, Some(text)));
        }
        let colour = match mark.shown {
            Marking::Time(_) => None,
            Marking::Name(index) => annotations.names.mentions.get(index).map(|name| name.kind),
        };
        output.push_str(&paint.faint("["));
        output.push_str(&paint.mark(&surface, colour));
        output.push_str(&paint.faint(&format!("{label}]")));
    }
    push_plain(output, text.get(at..).unwrap_or_default());
    if !output.ends_with('\n') {
        output.push('\n');
    }
}

/// What a mark says after its words; with the text, also its words.
fn label(marking: Marking, annotations: &Annotations, text: Option<&str>) -> String {
    let words = |span: sorot::text::Span| text.map_or("", |text| span.of(text));
    match marking {
        Marking::Time(index) => annotations.timexes.get(index).map(|timex| {
            format!(
                "{}{}",
                words(timex.span),
                time_label(timex, annotations.offset)
            )
        }),
        Marking::Name(index) => annotations
            .names
            .mentions
            .get(index)
            .map(|name: &Mention| format!("{} {}", words(name.span), name.kind.code())),
    }
    .unwrap_or_default()
}

/// What a time says after its words; in the document's offset, whatever offset it was written in.
fn time_label(timex: &Timex, offset: FixedOffset) -> String {
    let Some(value) = &timex.value else {
        return " → ?".to_owned();
    };
    let here = |side: &DateTime<FixedOffset>| side.with_timezone(&offset);
    let sides = [&timex.earliest, &timex.latest].map(|side| side.as_ref().map(here));
    let [earliest, latest] = sides;
    let interval = WORDS.interval(earliest.as_ref(), latest.as_ref());
    let elsewhere = timex.earliest.is_some_and(|side| *side.offset() != offset);
    match (timex.kind, interval) {
        (TimexKind::Duration, None) => format!(" = {}", duration::in_words(value)),
        (TimexKind::Set, _) | (_, None) => format!(" = {value}"),
        (_, Some(_)) if says_itself(timex) && !elsewhere => format!(" {}", timex.kind.name()),
        (_, Some(interval)) => format!(" → {interval}"),
    }
}

/// Whether the words alone tell a reader the interval: a full date or clock time.
fn says_itself(timex: &Timex) -> bool {
    use Granularity::{Day, Minute, Month, Second, Year};
    let plain = matches!(
        timex.granularity,
        Some(Second | Minute | Day | Month | Year)
    );
    timex.anchor == Anchor::None && timex.modifier.is_none() && plain
}

/// Control characters would be commands to a terminal: they become `�`.
fn push_plain(output: &mut String, text: &str) {
    let is_command = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    output.extend(
        text.chars()
            .filter(|c| *c != '\r')
            .map(|c| if is_command(c) { '\u{fffd}' } else { c }),
    );
}

fn source(evidence: Option<Evidence>) -> &'static str {
    match evidence.map(|evidence| evidence.source) {
        Some(EvidenceSource::Dateline) => "from the publication line",
        Some(EvidenceSource::Updated) => "from the line of the last change",
        Some(EvidenceSource::Attribution) => "from the latest dated quotation",
        Some(EvidenceSource::Metadata) => "from data about the page",
        Some(EvidenceSource::Given) | None => "given",
    }
}

fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use sorot::{Annotator, Options};

    const TEXT: &str = "Rabu, 10 Januari 2024 11:25 WIB\n\n\u{1b}[31mGubernur Bali meninjau Kota Denpasar pekan lalu.";

    fn rendered(paint: Paint) -> String {
        let annotations = Annotator::indonesian().annotate(TEXT, &Options::default());
        render(TEXT, &annotations, paint)
    }

    /// The text without the escape sequences of [`Paint`].
    fn unpainted(painted: &str) -> String {
        let mut parts = painted.split('\u{1b}');
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |plain, part| {
            plain + part.split_once('m').map_or("", |(_, rest)| rest)
        })
    }

    #[test]
    fn colours_change_no_character() {
        let painted = rendered(Paint::Colours);
        assert!(painted.contains('\u{1b}'));
        assert_eq!(unpainted(&painted), rendered(Paint::Plain));
    }

    #[test]
    fn an_article_commands_no_terminal() {
        assert!(rendered(Paint::Plain).contains("\u{fffd}[31mGubernur"));
    }
}
