//! Markdown, read by another reader with everything switched on: headings, paragraphs, footnotes, a list, and no more.

use super::sample::{Sample, article};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use sorot::export::Format;

/// The words of the text, a space between them; control characters cannot be seen, and what directs the text around it
/// may be left out between paragraphs.
fn expected(text: &str) -> String {
    let seen = |c: char| match c {
        c if c.is_control() && c.is_whitespace() => ' ',
        c if c.is_control() => '\u{fffd}',
        c => c,
    };
    words(&text.chars().map(seen).collect::<String>())
}

fn words(text: &str) -> String {
    let directs = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    let text: String = text.chars().filter(|c| !directs(*c)).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(crate) fn check(sample: &Sample) {
    let markdown = sample.exported(Format::Markdown);
    let mut said = String::new();
    let (mut notes, mut references, mut in_article) = (0, 0, true);
    for event in Parser::new_ext(
        &markdown,
        Options::all() - Options::ENABLE_SMART_PUNCTUATION,
    ) {
        match event {
            Event::Rule => in_article = false,
            Event::Start(Tag::FootnoteDefinition(_)) => {
                in_article = false;
                notes += 1;
            }
            Event::FootnoteReference(_) => references += 1,
            Event::Text(text) if in_article => said.push_str(&text),
            Event::SoftBreak | Event::HardBreak if in_article => said.push(' '),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_)) if in_article => said.push('\n'),
            Event::Start(Tag::Paragraph | Tag::Heading { .. })
            | Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::FootnoteDefinition)
            | Event::Text(_) => {}
            Event::Start(Tag::List(None) | Tag::Item | Tag::Strong)
            | Event::End(TagEnd::List(false) | TagEnd::Item | TagEnd::Strong)
                if !in_article => {}
            other => panic!("{other:?} in {markdown}"),
        }
    }
    assert_eq!(words(&said), expected(&sample.text), "{markdown}");
    assert_eq!(notes, references, "{markdown}");
}

#[test]
fn times_are_footnotes_and_names_a_list() {
    let markdown = article().exported(Format::Markdown);
    for expected in [
        "# Pasar Lama Kota Rantai Dibuka Lagi",
        "dibuka lagi kemarin pagi[^",
        ": kemarin pagi = 4 Jun 2024 05:00–11:00 = 2024-06-04TMO\n",
        "### Harga Cabai di Kota Rantai Turun\n",
        "- **Persons**: Damar Wicaksana, ",
        "\\<b\\>lebih\\</b\\> \\& belum",
    ] {
        assert!(markdown.contains(expected), "{expected:?} in {markdown}");
    }
}
