//! RFC 4180, read back by another reader, and no formulas.

use super::sample::{Sample, article};
use sorot::export::{ExportOptions, Format, Separator};
use std::collections::HashMap;

type Row = HashMap<String, String>;

fn rows(table: &str, separator: u8) -> Vec<Row> {
    let table = table.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .flexible(false)
        .from_reader(table.as_bytes());
    let names = reader.headers().unwrap().clone();
    let rows = reader.records().map(|record| {
        let record = record.unwrap();
        let cells = names.iter().zip(record.iter());
        cells
            .map(|(name, cell)| (name.to_owned(), cell.to_owned()))
            .collect()
    });
    rows.collect()
}

const FORMULAS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// What was written, without the apostrophe that guards it.
fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(FORMULAS) => rest,
        _ => cell,
    }
}

pub(crate) fn check(sample: &Sample) {
    for (separator, byte) in [(Separator::Comma, b','), (Separator::Semicolon, b';')] {
        let options = ExportOptions {
            separator,
            ..ExportOptions::default()
        };
        let table = sample.exported_with(Format::Csv, &options);
        assert!(table.ends_with("\r\n"));
        check_rows(sample, &rows(&table, byte));
    }
}

fn check_rows(sample: &Sample, rows: &[Row]) {
    let document = &sample.document;
    assert_eq!(rows.len(), document.timexes.len() + document.entities.len());
    for row in rows {
        for (name, cell) in row {
            let number = cell.parse::<f64>().is_ok() && name == "value";
            assert!(
                number || !cell.starts_with(FORMULAS),
                "{name} is a formula: {cell:?}"
            );
        }
        let offset = |name: &str| row[name].parse::<usize>().unwrap();
        let words = sample.slice(offset("start"), offset("end"));
        assert_eq!(unguarded(&row["text"]), words);
    }
    let row = |id: &str| {
        let found = rows.iter().find(|row| unguarded(&row["id"]) == id);
        found.unwrap_or_else(|| panic!("no row {id:?}"))
    };
    for time in &document.timexes {
        let row = row(&time.id);
        assert_eq!(
            unguarded(&row["value"]),
            time.value.as_deref().unwrap_or_default()
        );
        assert_eq!(
            row["earliest"],
            time.earliest.as_deref().unwrap_or_default()
        );
        assert_eq!(unguarded(&row["anchor"]), time.anchor);
        assert_eq!(row["type"], time.kind);
    }
    for name in &document.entities {
        let row = row(&name.id);
        assert_eq!(unguarded(&row["canonical"]), name.entity);
        assert_eq!(row["type"], name.kind);
        assert_eq!(row["value"].parse().ok(), name.value);
        let cluster = document
            .clusters
            .iter()
            .position(|it| it.mentions.contains(&name.id));
        let cluster = cluster.map_or(String::new(), |index| format!("c{}", index + 1));
        assert_eq!(row["entity_id"], cluster);
    }
}

#[test]
fn a_row_says_where_it_stands() {
    let sample = article();
    let rows = rows(&sample.exported(Format::Csv), b',');
    let stamp = rows.iter().find(|row| row["text"] == "3 jam lalu").unwrap();
    assert_eq!(
        (&*stamp["zone"], &*stamp["section"]),
        ("teaserStamp", "related 1")
    );
    assert_eq!(
        (&*stamp["anchor"], &*stamp["value"]),
        ("captured", "2024-06-07T12:00")
    );
    let money = rows.iter().find(|row| row["type"] == "MON").unwrap();
    assert_eq!((&*money["value"], &*money["unit"]), ("1500000000", "IDR"));
    assert_eq!((&*money["zone"], &*money["section"]), ("body", "article"));
}
