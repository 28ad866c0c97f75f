//! A table of everything that was marked: RFC 4180, a row a mark.

use super::format::{ExportOptions, Separator};
use super::marked::{Marked, Name, Time};
use super::sentences::Sentences;
use crate::text::{OffsetUnit, Offsets, Span};

const COLUMNS: [&str; 16] = [
    "id",
    "type",
    "text",
    "start",
    "end",
    "entity_id",
    "canonical",
    "value",
    "earliest",
    "latest",
    "anchor",
    "zone",
    "sentence",
    "section",
    "unit",
    "provenance",
];

/// Spreadsheets take a file for UTF-8 by its byte order mark.
const MARK: char = '\u{feff}';

/// Both layers in text order; offsets count code points. `entity_id` tells which names are one, `section` whether a mark
/// belongs to the article or to which of the related ones, counted from 1.
pub(super) fn write(marked: &Marked<'_>, options: &ExportOptions) -> String {
    let separator = match options.separator {
        Separator::Comma => ',',
        Separator::Semicolon => ';',
    };
    let mut out = String::from(MARK);
    let mut row = Row::new(&mut out, separator);
    for column in COLUMNS {
        row.text(column);
    }
    row.end();
    let table = Table {
        marked,
        offsets: Offsets::new(marked.text, OffsetUnit::Chars),
        sentences: Sentences::of(marked, &options.abbreviations),
    };
    let (mut times, mut names) = (
        marked.times.iter().peekable(),
        marked.names.iter().peekable(),
    );
    loop {
        let time_first = match (times.peek(), names.peek()) {
            (Some(time), Some(name)) => time.span <= name.span,
            (time, _) => time.is_some(),
        };
        let mut row = Row::new(&mut out, separator);
        if time_first {
            let Some(time) = times.next() else { break };
            table.time(time, &mut row);
        } else {
            let Some(name) = names.next() else { break };
            table.name(name, &mut row);
        }
        row.end();
    }
    out
}

struct Table<'a> {
    marked: &'a Marked<'a>,
    offsets: Offsets<'a>,
    sentences: Sentences,
}

impl Table<'_> {
    fn time(&self, time: &Time<'_>, row: &mut Row<'_>) {
        let record = time.record;
        self.place(&record.id, &record.kind, time.span, row);
        row.text("");
        row.text("");
        for cell in [&record.value, &record.earliest, &record.latest] {
            row.text(cell.as_deref().unwrap_or_default());
        }
        row.text(&record.anchor);
        self.surroundings(time.span, row);
        row.text("");
        row.text(record.provenance.as_deref().unwrap_or_default());
    }

    fn name(&self, name: &Name<'_>, row: &mut Row<'_>) {
        let record = name.record;
        self.place(&record.id, &record.kind, name.span, row);
        row.text(
            &name
                .cluster
                .map_or_else(String::new, |at| format!("c{}", at + 1)),
        );
        row.text(&record.entity);
        match record.value {
            Some(value) => row.number(&value),
            None => row.text(""),
        }
        for _ in ["earliest", "latest", "anchor"] {
            row.text("");
        }
        self.surroundings(name.span, row);
        let unit = record.currency.as_ref().or(record.unit.as_ref());
        row.text(unit.map_or("", |unit| unit));
        row.text(record.provenance.as_deref().unwrap_or_default());
    }

    fn place(&self, id: &str, kind: &str, span: Span, row: &mut Row<'_>) {
        row.text(id);
        row.text(kind);
        row.text(span.of(self.marked.text));
        row.number(&self.offsets.of(span.start()));
        row.number(&self.offsets.of(span.end()));
    }

    fn surroundings(&self, span: Span, row: &mut Row<'_>) {
        let zone = self.marked.zone_at(span.start());
        row.text(zone.map_or("", |zone| zone.kind.name()));
        row.text(&self.sentences.around(span, self.marked.text));
        match zone.and_then(|zone| zone.record.related) {
            Some(index) => row.text(&format!("related {}", index + 1)),
            None => row.text("article"),
        }
    }
}

/// A row that is being written.
struct Row<'o> {
    out: &'o mut String,
    separator: char,
    is_first: bool,
}

impl<'o> Row<'o> {
    fn new(out: &'o mut String, separator: char) -> Self {
        Self {
            out,
            separator,
            is_first: true,
        }
    }

    fn end(self) {
        self.out.push_str("\r\n");
    }

    fn number(&mut self, number: &impl ToString) {
        self.cell(&number.to_string());
    }

    /// A text. One that a spreadsheet would take for a formula gets an apostrophe before it.
    fn text(&mut self, text: &str) {
        if is_formula(text) {
            self.cell(&format!("'{text}"));
        } else {
            self.cell(text);
        }
    }

    fn cell(&mut self, text: &str) {
        if !self.is_first {
            self.out.push(self.separator);
        }
        self.is_first = false;
        // Both separators: the file may be opened as the other one.
        if text.contains(['"', ',', ';', '\t', '\r', '\n']) {
            self.out.push('"');
            self.out.push_str(&text.replace('"', "\"\""));
            self.out.push('"');
        } else {
            self.out.push_str(text);
        }
    }
}

/// Whether a cell could be a formula, or is one behind apostrophes: so one apostrophe taken from every such cell gives
/// back what was written.
fn is_formula(text: &str) -> bool {
    let bare = text.trim_start_matches('\'');
    bare.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(texts: &[&str], separator: char) -> String {
        let mut out = String::new();
        let mut row = Row::new(&mut out, separator);
        for text in texts {
            row.text(text);
        }
        row.end();
        out
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        let texts = ["a", "b,c", "d\"e", "f\ng", "h;i", ""];
        let row = "a,\"b,c\",\"d\"\"e\",\"f\ng\",\"h;i\",\r\n";
        assert_eq!(cells(&texts, ','), row);
        assert_eq!(cells(&["a", "b"], ';'), "a;b\r\n");
    }

    #[test]
    fn no_text_is_a_formula() {
        for text in ["=1+1", "+62", "-5", "@x", "\t=1", "\r=1", "＝1", "'=1"] {
            let row = cells(&[text], ',');
            assert!(row.trim_start_matches('"').starts_with('\''), "{row}");
        }
        for text in ["'Nanti'", "1-2", "a=b", " "] {
            assert_eq!(cells(&[text], ','), format!("{text}\r\n"));
        }
    }
}
