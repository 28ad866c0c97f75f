//! What is exported here.

use sorot::export::{Document, ExportOptions, Format, export};
use sorot::text::OffsetUnit;
use sorot::time::{Clock, Clocks};
use sorot::{Annotator, Options};
use std::sync::LazyLock;

static ANNOTATOR: LazyLock<Annotator> = LazyLock::new(Annotator::indonesian);

/// Texts that mean something in one of the formats, or are strange in all of them.
pub(crate) const HOSTILE: &[&str] = &[
    "",
    "<script>alert(1)</script>",
    "</article></TEXT><img src=x onerror=alert(1)>",
    "]]> <![CDATA[ <!-- --> &amp; &#0; &lt",
    "\"><svg onload='x'>",
    "a\0b\u{1}c\u{b}d\u{c}e\u{7f}f\u{85}g\u{9f}h",
    "\u{202e}kanan ke kiri\u{202c} \u{2066}",
    "\u{301}\u{20dd} e\u{301}",
    "👩‍👩‍👧‍👦 🇮🇩 𝒜",
    "\u{feff}\u{fffe}\u{ffff}\u{fdd0}\u{10ffff}",
    "baris\r\nbaris\rbaris\u{2028}baris\u{2029}baris\nbaris",
    "=1+1",
    "+62",
    "-5",
    "@rumus",
    "\tpenanda",
    "'=1",
    "＝1",
    "a;=1,=2\t=3\n=4",
    "# bukan judul",
    "1. bukan daftar",
    "12) bukan",
    "- bukan",
    "> bukan",
    "```bukan",
    "~~~",
    "    kode",
    "| a | b |\n|---|---|\n| c | d |",
    "![a](b) [c]: d [^1]: e [^1]",
    "**tebal** _miring_ `kode` ~~coret~~",
    "judul\n===\njudul\n---",
    "$x$ $$y$$ \\( \\alpha ^a^ ~b~",
    "{#id} {.kelas} <https://contoh.id> {{ x }}",
    "BEGIN:VEVENT\nEND:VCALENDAR\\, ; \\n :",
    "---\njudul: x\n---",
    "+++",
    ":::",
    "Istilah\n: arti",
    "- [ ] tugas",
    "![[a]] [[b]]",
];

/// A text and its document, in code points.
#[derive(Clone)]
pub(crate) struct Sample {
    pub(crate) text: String,
    pub(crate) document: Document,
}

impl Sample {
    pub(crate) fn of(text: &str) -> Self {
        Self::in_unit(text, OffsetUnit::Chars)
    }

    fn in_unit(text: &str, unit: OffsetUnit) -> Self {
        let clock = |text: &str| text.parse::<Clock>().ok();
        let options = Options {
            clocks: Clocks {
                published: clock("2024-06-05T08:30+08:00"),
                evidence: None,
                captured: clock("2024-06-07T15:00+08:00"),
            },
            offset: None,
        };
        let annotations = ANNOTATOR.annotate(text, &options);
        Self {
            text: text.to_owned(),
            document: Document::new(text, &annotations, unit),
        }
    }

    pub(crate) fn exported(&self, format: Format) -> String {
        self.exported_with(format, &ExportOptions::default())
    }

    pub(crate) fn exported_with(&self, format: Format, options: &ExportOptions) -> String {
        export(
            &self.text,
            &self.document,
            OffsetUnit::Chars,
            format,
            options,
        )
        .unwrap_or_else(|error| panic!("{format}: {error}"))
    }

    /// The characters from one offset to another.
    pub(crate) fn slice(&self, start: usize, end: usize) -> String {
        self.text.chars().skip(start).take(end - start).collect()
    }
}

/// Our own article, which has one of everything.
pub(crate) fn article() -> Sample {
    article_in(OffsetUnit::Chars)
}

pub(crate) fn article_in(unit: OffsetUnit) -> Sample {
    Sample::in_unit(include_str!("pasar.txt"), unit)
}
