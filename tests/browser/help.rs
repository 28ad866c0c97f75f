//! What the page does for the reader beside reading: copies, another clock for one time, and what it says when things go wrong.

use super::api::ARTICLE;
use super::browser::{Case, Tab};
use super::view::{READ, WORDS, mark, paste, type_in};
use serde_json::{Value, json};

/// The cases of this file.
pub(crate) const CASES: &[Case] = &[
    ("help::a_copy_has_the_times_in_brackets", copies),
    ("help::the_related_list_is_copied_as_a_table", table),
    ("help::one_time_counts_from_the_other_clock", anchor),
    ("help::another_language_is_told_and_read", language),
    ("help::a_crash_is_tried_again_and_keeps_the_text", crash),
    (
        "help::long_work_shows_how_far_it_is_and_can_be_stopped",
        progress,
    ),
];

/// Clicks, and waits for what that puts on the clipboard.
fn copied(tab: &Tab, selector: &str) -> String {
    tab.set_clipboard("nothing yet");
    tab.click(selector);
    tab.wait_until("await navigator.clipboard.readText() !== 'nothing yet'");
    tab.clipboard()
}

fn copies(tab: &Tab) {
    paste(tab, ARTICLE);
    tab.click("#copy-open");
    let text = copied(tab, "#copy-times");
    // A date that is written out needs no other; the article is of 3 December 2024.
    assert!(text.contains("dua hari lalu [1 Des 2024]"), "{text}");
    assert!(!text.contains("14 Maret 2023 ["), "{text}");
    let mut plain = String::new();
    let mut depth = 0;
    for c in text.replace(" [", "[").chars() {
        match c {
            '[' => depth += 1,
            ']' => depth -= 1,
            c if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    assert_eq!(plain, ARTICLE, "only brackets were added");
    tab.click("#copy-open");
    assert_eq!(copied(tab, "#copy-plain"), ARTICLE);
}

fn table(tab: &Tab) {
    paste(tab, ARTICLE);
    tab.click("#tab-related");
    let csv = copied(tab, "#view-related .table-tools button");
    let rows: Vec<_> = csv.split("\r\n").collect();
    assert!(
        rows.first()
            .is_some_and(|head| head.starts_with("#,Judul,Frasa asli,Waktu,Mulai,Sampai,")),
        "{csv}"
    );
    assert_eq!(rows.last(), Some(&""), "the last line ends: {csv}");
    assert!(
        csv.contains(",3 jam lalu,") && csv.contains(",1 hari lalu,"),
        "{csv}"
    );
    let formula = tab.run_async(
        "const { csv } = await import('/csv.js'); return csv([['=1+1', 'a \"b\", c', -2, null]]);",
        Value::Null,
    );
    assert_eq!(formula, Ok(json!("'=1+1,\"a \"\"b\"\", c\",-2,\r\n")));
}

fn anchor(tab: &Tab) {
    paste(tab, ARTICLE);
    let chips = "return Object.fromEntries([...document.querySelectorAll('#article .chip')]
        .map(chip => [chip.previousElementSibling.dataset.id, chip.textContent]));";
    let before = tab.run(chips, vec![]);
    let stamp = mark(tab, "3 jam lalu");
    let choose = |clock: &str| {
        tab.run(
            "document.querySelector(arguments[0]).click();
             const select = document.querySelector('#card-anchor');
             select.value = arguments[1];
             select.dispatchEvent(new Event('change', { bubbles: true }));",
            vec![json!(stamp), json!(clock)],
        );
    };
    let changed = "document.querySelectorAll('#article .chip.changed').length";
    choose("published");
    tab.wait_until(&format!("{changed} === 1"));
    let after = tab.run(chips, vec![]);
    let moved: Vec<_> = before
        .as_object()
        .expect("chips")
        .iter()
        .filter(|(id, chip)| after.get(*id) != Some(chip))
        .collect();
    assert_eq!(moved.len(), 1, "{moved:?}");
    tab.wait_until("document.querySelector('#card').textContent.includes('terbit')");
    // It stays through a change of the clocks, and goes back by hand.
    tab.run(
        "const mode = document.querySelector('#captured-mode');
         mode.value = 'unknown';
         mode.dispatchEvent(new Event('change', { bubbles: true }));",
        vec![],
    );
    tab.wait_until("document.querySelector('#article .chip.symbolic') !== null");
    assert_eq!(tab.run(&format!("return {changed}"), vec![]), 1);
    choose("captured");
    tab.wait_until(&format!("{changed} === 0"));
    assert_eq!(tab.run(WORDS, vec![]), ARTICLE);
}

fn language(tab: &Tab) {
    let notice = "return document.querySelector('[data-notice=idiom]')?.textContent ?? null";
    paste(tab, ARTICLE);
    assert_eq!(tab.run(notice, vec![]), Value::Null);
    tab.click("#fresh");
    type_in(
        tab,
        "The ministry said on Tuesday that the first of the ships had left Semarang for the islands in the east, and that \
         it would be there by the end of the week with food for those who had lost their homes.",
    );
    let said = tab.run(notice, vec![]);
    assert!(
        said.as_str().is_some_and(|said| said.contains("Inggris")),
        "{said}"
    );
    assert!(
        tab.run(
            "return document.querySelectorAll('#article [data-id]').length",
            vec![]
        )
        .as_u64()
            > Some(0)
    );
}

/// From now on, the engine crashes at a text with "BOOM" as many times as are left.
const BREAK: &str = "
    const post = Worker.prototype.postMessage;
    window.left = arguments[0];
    Worker.prototype.postMessage = function (message) {
        if (!message.text?.includes('BOOM') || left === 0) return post.call(this, message);
        left -= 1;
        const data = { id: message.id, op: message.op, error: 'unreachable', crashed: true };
        setTimeout(() => this.dispatchEvent(new MessageEvent('message', { data })), 50);
    };";

fn crash(tab: &Tab) {
    let text = format!("{ARTICLE}\n\nBOOM");
    tab.run(BREAK, vec![json!(1)]);
    paste(tab, &text);
    mark(tab, "Hendra Wijaya");
    assert_eq!(tab.run("return left", vec![]), 0, "it has crashed");
    tab.click("#fresh");
    tab.run("left = 2", vec![]);
    tab.set_clipboard(&text);
    tab.click("#paste");
    tab.control('v');
    tab.wait_until("document.querySelector('[data-notice=crash]') !== null");
    assert_eq!(
        tab.run("return document.querySelector('#paste').value", vec![]),
        text
    );
    let report = copied(tab, "[data-notice=crash] button:nth-of-type(2)");
    assert!(
        report.starts_with(concat!("Sorot ", env!("CARGO_PKG_VERSION"))),
        "{report}"
    );
    assert!(
        report.contains("unreachable") && !report.contains("Hendra"),
        "{report}"
    );
    tab.click("[data-notice=crash] button:nth-of-type(1)");
    tab.wait_until(READ);
    assert_eq!(tab.run(WORDS, vec![]), text);
}

fn progress(tab: &Tab) {
    // An engine that thinks for a long time.
    tab.run(
        "const post = Worker.prototype.postMessage;
         Worker.prototype.postMessage = function (message) {
             if (!message.text?.includes('BOOM')) post.call(this, message);
         };",
        vec![],
    );
    let text = format!("{}\n\nBOOM", ARTICLE.repeat(200));
    tab.run(
        "const box = document.querySelector('#paste'); box.value = arguments[0];
         document.querySelector('#run').click();",
        vec![json!(text)],
    );
    tab.wait_until("document.querySelector('#progress').checkVisibility()");
    tab.wait_until("document.querySelector('#progress-bar').value > 0.5");
    tab.click("#cancel");
    tab.wait_until("document.querySelector('#progress').hidden");
    assert_eq!(
        tab.run("return document.querySelector('#paste').value", vec![]),
        text
    );
    // And it works again.
    tab.run("document.querySelector('#paste').value = ''", vec![]);
    paste(tab, ARTICLE);
}
