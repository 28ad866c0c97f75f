//! What comes in besides one article in UTF-8: several at once, other encodings, the address of an archive, no zone.

use super::api::ARTICLE;
use super::browser::{Case, Tab};
use super::view::{READ, WORDS, paste};
use serde_json::{Value, json};

/// The cases of this file.
pub(crate) const CASES: &[Case] = &[
    ("intake::several_articles_are_read_one_by_one", several),
    (
        "intake::a_file_of_unknown_encoding_can_be_read_in_each",
        encodings,
    ),
    (
        "intake::an_archived_page_tells_when_it_was_copied",
        archived,
    ),
    ("intake::a_text_without_a_zone_is_in_the_usual_one", zone),
    ("intake::the_settings_say_what_runs_here", about),
];

fn several(tab: &Tab) {
    let second = ARTICLE
        .replacen("Wali Kota Semarang Resmikan", "Wali Kota Semarang Tutup", 1)
        .replacen(
            "Selasa, 3 Desember 2024 09:15",
            "Rabu, 4 Desember 2024 10:20",
            1,
        );
    assert!(second.contains("10:20"));
    paste(tab, ARTICLE);
    let notice = "document.querySelector('[data-notice=several]')";
    assert_eq!(tab.run(&format!("return {notice}"), vec![]), Value::Null);
    tab.click("#fresh");
    paste(tab, &format!("{ARTICLE}\n\n{second}"));
    let titles = tab.run(
        "return [...document.querySelectorAll('[data-notice=several] .link')].map(button => button.textContent)",
        vec![],
    );
    let headline = |text: &str| text.lines().next().expect("a headline").to_owned();
    assert_eq!(titles, json!([headline(ARTICLE), headline(&second)]));
    tab.click("[data-notice=several] .link:nth-of-type(2)");
    tab.wait_until(&format!("{READ} && {notice} === null"));
    assert_eq!(tab.run(WORDS, vec![]), second.trim());
    tab.wait_until("document.querySelector('#published-value').textContent.includes('10.20')");
}

/// Drops a file of these bytes.
fn drop_file(tab: &Tab, name: &str, bytes: &[u8]) {
    tab.run(
        "const files = new DataTransfer();
         files.items.add(new File([new Uint8Array(arguments[1])], arguments[0]));
         document.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));",
        vec![json!(name), json!(bytes)],
    );
}

fn encodings(tab: &Tab) {
    // UTF-16 without the mark that says so.
    let bytes: Vec<u8> = ARTICLE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    drop_file(tab, "artikel.txt", &bytes);
    tab.wait_until("document.querySelector('[data-notice=intake]') !== null");
    let offered = tab.run(
        "return [...document.querySelectorAll('[data-notice=intake] .link')].map(button => button.textContent)",
        vec![],
    );
    assert_eq!(
        offered,
        json!(["UTF-8", "UTF-16LE", "UTF-16BE", "WINDOWS-1252"])
    );
    tab.click("[data-notice=intake] .link:nth-of-type(2)");
    tab.wait_until(READ);
    assert_eq!(tab.run(WORDS, vec![]), ARTICLE);
    // What has a known type is no text in any.
    drop_file(tab, "artikel.txt", b"%PDF-1.7\0\0");
    tab.wait_until("document.querySelector('[data-notice=intake]')?.textContent.includes('PDF')");
    assert_eq!(
        tab.run(
            "return document.querySelector('[data-notice=intake] .link')",
            vec![]
        ),
        Value::Null
    );
    assert_eq!(tab.run(WORDS, vec![]), ARTICLE);
}

fn archived(tab: &Tab) {
    let address = "https://web.archive.org/web/20241203050607/https://kabar.example/pasar";
    paste(tab, &format!("{ARTICLE}\n\n{address}"));
    tab.wait_until("document.querySelector('#captured-mode').value === 'other'");
    let said = tab.run(
        "return document.querySelector('#captured-value').textContent",
        vec![],
    );
    assert!(
        said.as_str().is_some_and(|said| said.contains("12.06 WIB")),
        "{said}"
    );
}

fn zone(tab: &Tab) {
    let choose = |offset: &str| {
        tab.click("#settings-open");
        tab.find("#set-zone");
        tab.run(
            "const zone = document.querySelector('#set-zone'); zone.value = arguments[0];
             zone.dispatchEvent(new Event('change', { bubbles: true })); document.querySelector('#settings').close();",
            vec![json!(offset)],
        );
    };
    let offset = || {
        tab.run_async(
            "const { current } = await import('/current.js'); return current().document.offset;",
            Value::Null,
        )
    };
    choose("+09:00");
    let plain =
        "Pasar Apung Dibuka\n\nSelasa, 3 Desember 2024 09:15\n\nPasar dibuka pukul 08.00 pagi ini.";
    paste(tab, plain);
    assert_eq!(offset(), Ok(json!("+09:00")));
    tab.click("#fresh");
    paste(tab, ARTICLE);
    assert_eq!(offset(), Ok(json!("+07:00")));
    choose("");
    tab.click("#fresh");
    paste(tab, plain);
    assert_eq!(offset(), Ok(json!("+07:00")));
}

fn about(tab: &Tab) {
    paste(tab, ARTICLE);
    tab.click("#settings-open");
    tab.wait_until("/ [1-9][\\d.]* kB /.test(document.querySelector('.about')?.textContent)");
    let said = tab.run(
        "return document.querySelector('.about').textContent",
        vec![],
    );
    assert!(
        said.as_str()
            .is_some_and(|said| said.contains(env!("CARGO_PKG_VERSION"))),
        "{said}"
    );
}
