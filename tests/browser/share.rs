//! An article in a link and in a file: it comes back as it was, and what is cut, swollen or hostile does no harm.

use super::api::ARTICLE;
use super::browser::{Case, Tab};
use super::view::{READ, WORDS, mark, paste, picture};
use fantoccini::key::Key;
use serde_json::{Value, json};

/// The cases of this file.
pub(crate) const CASES: &[Case] = &[
    ("share::a_link_opens_what_was_shared", link),
    ("share::a_bad_link_is_refused", bad),
    ("share::a_long_link_says_so", long),
    ("share::an_exported_file_gives_the_same_view", file),
    ("share::what_comes_back_is_text", hostile),
];

/// An article with another clock and a correction.
fn prepare(tab: &Tab) -> Value {
    paste(tab, ARTICLE);
    tab.run(
        "const set = (selector, value) => {
             const field = document.querySelector(selector);
             field.value = value;
             field.dispatchEvent(new Event('change', { bubbles: true }));
         };
         set('#captured-mode', 'other');
         set('#clock-captured', '2024-12-04T09:00');",
        vec![],
    );
    tab.wait_until("document.querySelector('#article').textContent.includes('4 Des 2024 ±06.00')");
    tab.click(&mark(tab, "BMKG"));
    tab.click("#mend-kind");
    tab.click("#mend-to-LOC");
    tab.press(Key::Escape);
    picture(tab)
}

fn link(tab: &Tab) {
    let before = prepare(tab);
    tab.click("#copy-open");
    tab.click("#share-open");
    tab.wait_until("document.querySelector('#share').open");
    tab.set_clipboard("nothing yet");
    tab.click("#share-copy");
    tab.wait_until("await navigator.clipboard.readText() !== 'nothing yet'");
    let link = tab.clipboard();
    assert!(
        link.len() < ARTICLE.len() + 600,
        "{} of {}",
        link.len(),
        ARTICLE.len()
    );
    let (_, fragment) = link.split_once('#').expect("a fragment");
    tab.run("localStorage.clear()", vec![]);
    tab.visit(&format!("/?shared#{fragment}"));
    tab.wait_until(READ);
    tab.wait_until("document.querySelector('#article').textContent.includes('4 Des 2024 ±06.00')");
    assert_eq!(picture(tab), before);
    assert_eq!(tab.run("return location.hash", vec![]), "");
    assert_eq!(tab.run(WORDS, vec![]), ARTICLE);
    tab.wait_until("document.querySelector('[data-notice=link]') !== null");
    // Nothing of somebody else's is kept before the reader changes something.
    assert_eq!(
        tab.run("return localStorage.getItem('sorot-corrections')", vec![]),
        Value::Null
    );
}

fn bad(tab: &Tab) {
    let fragments = tab.run_async(
        "const { seal } = await import('/share.js');
         const { freshClocks } = await import('/session.js');
         const good = await seal({ text: given, clocks: freshClocks(), steps: [] });
         const huge = await seal({ text: 'a'.repeat(6 << 20), clocks: freshClocks(), steps: [] });
         const none = await seal({ text: '   ', clocks: freshClocks(), steps: [] });
         return [good.slice(0, -20), good.slice(0, 40), good.replace('.', '.A'), '2' + good.slice(1), '1.', '1.AAAA.00000000', huge, none];",
        json!(ARTICLE),
    );
    let fragments = fragments.expect("links are made");
    for fragment in fragments.as_array().expect("links") {
        let fragment = fragment.as_str().expect("a link");
        tab.visit(&format!("/?bad#{fragment}"));
        tab.wait_until("document.querySelector('[data-notice=link].error') !== null");
        let state = tab.run(
            "return [document.body.dataset.state, location.hash.length > 1]",
            vec![],
        );
        assert_eq!(state, json!(["empty", true]));
        // The same address again would not load anything.
        tab.visit("/sorot.txt");
    }
    // A place in the page is no article.
    tab.visit("/?place#article");
    assert_eq!(
        tab.run(
            "return document.querySelector('[data-notice=link]')",
            vec![]
        ),
        Value::Null
    );
    let failed = tab.complaints();
    assert!(
        failed.iter().all(|line| line.contains("/sorot.txt")),
        "{failed:?}"
    );
}

fn long(tab: &Tab) {
    // Words that do not repeat do not pack.
    let words: Vec<_> = (0_u32..3000)
        .map(|n| format!("{:x}", n.wrapping_mul(2_654_435_761)))
        .collect();
    let words = words.join(" ");
    paste(tab, &format!("{ARTICLE}\n\n{words}"));
    tab.click("#copy-open");
    tab.click("#share-open");
    tab.wait_until("document.querySelector('#share').open");
    let said = tab.run(
        "return document.querySelector('#share .share-meter').textContent",
        vec![],
    );
    assert!(
        said.as_str().is_some_and(|said| said.contains("Slack")),
        "{said}"
    );
    tab.press(Key::Escape);
    tab.wait_until("!document.querySelector('#share').open");
}

/// Gives the page a file, as its picker would.
pub(super) fn open_file(tab: &Tab, name: &str, content: &str) {
    tab.run(
        "const files = new DataTransfer();
         files.items.add(new File([arguments[1]], arguments[0]));
         const input = document.querySelector('#file');
         input.files = files.files;
         input.dispatchEvent(new Event('change', { bubbles: true }));",
        vec![json!(name), json!(content)],
    );
}

fn file(tab: &Tab) {
    let before = prepare(tab);
    let exported = tab.run_async(
        "const { current, record } = await import('/current.js'); return JSON.stringify(record(current()));",
        Value::Null,
    );
    let exported = exported.expect("it is exported");
    tab.run("localStorage.clear()", vec![]);
    tab.reload();
    open_file(tab, "artikel.json", exported.as_str().expect("JSON"));
    tab.wait_until(READ);
    tab.wait_until("document.querySelector('#article').textContent.includes('4 Des 2024 ±06.00')");
    assert_eq!(picture(tab), before);
    assert_eq!(tab.run(WORDS, vec![]), ARTICLE);
    // JSON of something else is a text like any other.
    tab.click("#fresh");
    open_file(tab, "lain.json", "{\"a\": [1, 2]}");
    tab.wait_until(READ);
    assert_eq!(tab.run(WORDS, vec![]), "{\"a\": [1, 2]}");
}

fn hostile(tab: &Tab) {
    let text = "<img src=x onerror=\"document.title='pwned'\"> kata Hendra\u{202e} di Semarang \u{0} kemarin\u{0301}\n\n<script>1</script>";
    let fragment = tab.run_async(
        "const { seal } = await import('/share.js');
         const { quoteOf } = await import('/quote.js');
         const kind = '\"><img src=x>';
         return seal({ text: given, clocks: { published: '<b>', mode: 'x', pasted: 5, other: {}, offset: '+99:99' },
                       steps: [[{ do: 'kind', at: quoteOf(given, { start: 0, end: 4 }), kind }]] });",
        json!(text),
    );
    let fragment = fragment.expect("a link is made");
    tab.visit(&format!("/?hostile#{}", fragment.as_str().expect("a link")));
    tab.wait_until(READ);
    assert_eq!(tab.run(WORDS, vec![]), text);
    let state = tab.run(
        "return [document.querySelectorAll('#article img, #article script').length, document.title.includes('pwned'),
                 document.querySelector('#captured-mode').value];",
        vec![],
    );
    assert_eq!(state, json!([0, false, "unknown"]));
}
