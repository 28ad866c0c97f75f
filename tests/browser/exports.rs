//! The window of exports: every form, by mouse and by keyboard, with what the reader corrected and without what is hidden.

use super::api::ARTICLE;
use super::browser::{Case, Tab};
use super::view::{mark, paste};
use fantoccini::key::Key;
use serde_json::{Value, json};
use sorot::export::{Document, ExportOptions, Format, export};
use sorot::text::OffsetUnit;

/// The cases of this file.
pub(crate) const CASES: &[Case] = &[
    ("exports::every_form_can_be_saved", saved),
    ("exports::a_copy_is_what_is_saved", copied),
    ("exports::the_page_exports_as_the_library_does", same),
    (
        "exports::corrections_go_along_and_hidden_kinds_do_not",
        corrected,
    ),
    ("exports::the_window_needs_no_mouse", keyboard),
    ("exports::what_cannot_be_exported_is_told", refused),
];

/// Opens an article and the window, and keeps what is saved instead of saving it.
fn open(tab: &Tab, text: &str) {
    paste(tab, text);
    tab.run(
        "window.saved = [];
         const make = URL.createObjectURL;
         URL.createObjectURL = blob => { window.blob = blob; return make.call(URL, blob); };
         HTMLAnchorElement.prototype.click = function () { window.saved.push({ name: this.download, blob: window.blob }); };",
        vec![],
    );
    open_window(tab);
}

fn open_window(tab: &Tab) {
    tab.click("#export-open");
    tab.wait_until("document.querySelector('#export').open");
}

/// The name, the media type and the text of the file that a button saves.
fn save(tab: &Tab, format: &str) -> (String, String, String) {
    tab.run("window.saved.length = 0", vec![]);
    tab.click(&format!("#export-{format}-download"));
    tab.wait_until("window.saved.length === 1");
    let file = tab.run_async(
        "const [{ name, blob }] = window.saved;
         return [name, blob.type, new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer())];",
        Value::Null,
    );
    let file = file.expect("a file");
    let part = |index: usize| file[index].as_str().expect("a string").to_owned();
    (part(0), part(1), part(2))
}

fn saved(tab: &Tab) {
    open(tab, ARTICLE);
    for (format, extension, media_type, start) in [
        ("csv", "csv", "text/csv", "\u{feff}id,type,text,"),
        (
            "html",
            "html",
            "text/html",
            "<!doctype html>\n<html lang=\"id\">",
        ),
        ("markdown", "md", "text/markdown", "# "),
        (
            "ics",
            "ics",
            "text/calendar",
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n",
        ),
        ("json", "json", "application/json", "{\n  \"sorot\": \"1\""),
        (
            "webanno",
            "jsonld",
            "application/ld+json",
            "{\n  \"@context\": \"http://www.w3.org/ns/anno.jsonld\"",
        ),
        (
            "timeml",
            "tml",
            "application/xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML",
        ),
    ] {
        let (name, kind, text) = save(tab, format);
        assert!(
            text.starts_with(start),
            "{format}: {}",
            text.chars().take(80).collect::<String>()
        );
        assert!(
            kind.starts_with(media_type) && kind.ends_with("charset=utf-8"),
            "{kind}"
        );
        assert!(name.starts_with("sorot-2024-12-03-"), "{name}");
        assert!(name.ends_with(&format!(".{extension}")), "{name}");
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c);
        assert!(name.chars().all(plain), "{name}");
        let said = tab.run(
            "return document.querySelector('#export-said').textContent",
            vec![],
        );
        assert!(
            said.as_str().is_some_and(|said| said.contains(&name)),
            "{said}"
        );
    }
    let (.., html) = save(tab, "html");
    assert!(
        html.contains(">Orang</mark>") && html.contains(">Waktu relatif</mark>"),
        "Indonesian words"
    );
    assert!(html.contains(" Des 2024"), "Indonesian months");
    tab.click("#export-semicolon");
    assert!(save(tab, "csv").2.starts_with("\u{feff}id;type;text;"));
}

fn copied(tab: &Tab) {
    open(tab, ARTICLE);
    for format in ["csv", "html", "markdown", "json", "webanno", "timeml"] {
        let (.., text) = save(tab, format);
        tab.set_clipboard("nothing yet");
        tab.click(&format!("#export-{format}-copy"));
        tab.wait_until("await navigator.clipboard.readText() !== 'nothing yet'");
        let copy = tab.clipboard();
        // A clipboard may write line ends its own way, and a byte order mark is none of the text.
        let lines = |text: &str| text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        assert_eq!(lines(&copy), lines(&text), "{format}");
    }
}

fn same(tab: &Tab) {
    open(tab, ARTICLE);
    let document = tab.run_async(
        "return (await import('/current.js')).current().document;",
        Value::Null,
    );
    let document: Document =
        serde_json::from_value(document.expect("a document")).expect("it has the shape");
    for format in [Format::TimeMl, Format::WebAnno] {
        let options = ExportOptions::default();
        let own = export(ARTICLE, &document, OffsetUnit::Utf16, format, &options);
        assert_eq!(
            save(tab, format.name()).2,
            own.expect("it is exported"),
            "{format}"
        );
    }
}

fn corrected(tab: &Tab) {
    open(tab, ARTICLE);
    tab.press(Key::Escape);
    tab.wait_until("!document.querySelector('#export').open");
    tab.click(&mark(tab, "BMKG"));
    tab.click("#mend-kind");
    tab.click("#mend-to-LOC");
    tab.press(Key::Escape);
    tab.click("#legend [data-kind=PER]");
    open_window(tab);
    let (.., table) = save(tab, "csv");
    let row = table.lines().find(|line| line.contains(",BMKG,"));
    let row = row.unwrap_or_else(|| panic!("no BMKG in {table}"));
    assert!(
        row.contains(",LOC,BMKG,") && row.ends_with(",user"),
        "{row}"
    );
    assert!(table.contains(",PER,"), "hidden is not gone");
    tab.run("document.querySelector('#export-visible').click()", vec![]);
    let (.., table) = save(tab, "csv");
    assert!(
        !table.contains(",PER,") && table.contains(",LOC,"),
        "{table}"
    );
    let (.., json) = save(tab, "json");
    let json: Value = serde_json::from_str(&json).expect("JSON");
    let kinds: Vec<_> = json["entities"]
        .as_array()
        .expect("entities")
        .iter()
        .map(|name| &name["kind"])
        .collect();
    assert!(!kinds.is_empty() && !kinds.contains(&&json!("PER")));
    assert_eq!(json["text"], ARTICLE);
}

fn keyboard(tab: &Tab) {
    open(tab, ARTICLE);
    tab.press(Key::Escape);
    tab.wait_until("!document.querySelector('#export').open");
    let focused = "return document.activeElement.id";
    assert_eq!(tab.run(focused, vec![]), "export-open");
    tab.press(Key::Enter);
    tab.wait_until("document.querySelector('#export').open");
    let mut passed = Vec::new();
    for _ in 0..30 {
        let id = tab.run(focused, vec![]);
        passed.push(id.as_str().unwrap_or_default().to_owned());
        if id == "export-ics-download" {
            break;
        }
        tab.press(Key::Tab);
    }
    assert_eq!(
        passed.last().map(String::as_str),
        Some("export-ics-download"),
        "{passed:?}"
    );
    assert!(passed.iter().any(|id| id == "export-all"), "{passed:?}");
    tab.press(Key::Enter);
    tab.wait_until("window.saved.length === 1");
    let names = tab.run(
        "return [...document.querySelectorAll('#export button')].map(button => button.getAttribute('aria-label') || button.textContent)",
        vec![],
    );
    let names = names.as_array().expect("names").clone();
    let mut different = names.clone();
    different.dedup();
    assert_eq!(names, different, "every button says which form it means");
}

fn refused(tab: &Tab) {
    open(tab, "Gubernur Bali meninjau pasar.");
    tab.click("#export-ics-download");
    tab.wait_until("document.querySelector('#export-said').textContent.includes('kalender')");
    let errors = tab.run_async(
        "const sorot = await import('/pkg/sorot.js');
         await sorot.default();
         const annotator = new sorot.Annotator();
         const text = 'Hujan di Bali 👍 pada 14 Maret 2023.';
         const good = () => structuredClone(annotator.annotate(text));
         const tries = [
             [good(), 'pdf'],
             [Object.assign(good(), { offset: 7 }), 'csv'],
             [Object.assign(good(), { zones: undefined }), 'csv'],
             [(d => { d.timexes[0].end = 999; return d; })(good()), 'csv'],
             [(d => { d.timexes[0].start = 15; return d; })(good()), 'csv'],
             [(d => { delete d.timexes[0].derivation.clock; return d; })(good()), 'csv'],
             [good(), 'csv', { separator: '|' }],
             [good(), 'csv', { words: { months: 3 } }],
             [good(), 'csv', { made: 'besok' }],
             [good(), 'csv', { colour: 1 }],
             [null, 'csv'],
         ];
         return tries.map(([document, format, choices]) => {
             try { return annotator.export(document, text, format, choices); } catch (error) { return error.message; }
         });",
        Value::Null,
    );
    let errors = errors.expect("every error is caught");
    let errors: Vec<&str> = errors
        .as_array()
        .expect("errors")
        .iter()
        .filter_map(Value::as_str)
        .collect();
    let expected = [
        "\"pdf\" is no format; there are csv, timeml, webanno, html, markdown, ics",
        "document.offset: invalid type: floating point `7.0`, expected a string",
        "document.zones: expected a list",
        "document.timexes[0].end: 999 is past the end of the text, which has 36",
        "document.timexes[0].start: 15 lies inside a character",
        "document.timexes[0].derivation: missing field `clock`",
        "options.separator: '|' is neither \",\" nor \";\"",
        "options.words.months: ",
        "options.made: \"besok\" is not an instant",
        "options: \"colour\" is no option; there are separator, made, words",
        "document: ",
    ];
    assert_eq!(errors.len(), expected.len());
    let wrong: Vec<_> = errors
        .iter()
        .zip(expected)
        .filter(|(error, expected)| !error.starts_with(expected))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
