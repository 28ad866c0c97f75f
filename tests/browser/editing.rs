//! The text beside its article, and pages that say of themselves when they were published.

use super::api::ARTICLE;
use super::browser::{Case, Tab};
use super::share::open_file;
use super::view::{READ, WORDS, mark, paste};
use fantoccini::key::Key;
use serde_json::{Value, json};

/// The cases of this file.
pub(crate) const CASES: &[Case] = &[
    ("editing::the_box_stands_beside_the_article", beside),
    ("editing::a_saved_page_is_read_as_its_article", page),
    ("editing::a_page_in_json_ld_alone_is_read", scripted),
    (
        "editing::the_other_flavour_tells_when_it_was_published",
        flavour,
    ),
];

fn beside(tab: &Tab) {
    paste(tab, ARTICLE);
    tab.click(&mark(tab, "BMKG"));
    tab.click("#mend-kind");
    tab.click("#mend-to-LOC");
    tab.press(Key::Escape);
    tab.run("document.querySelectorAll('#article .zone').forEach(zone => { zone.old = zone.textContent; })", vec![]);
    tab.click("#edit");
    tab.wait_until("document.activeElement.id === 'paste'");
    let type_before = |words: &str, new: &str| {
        tab.run(
            "const box = document.querySelector('#paste');
             const at = box.value.indexOf(arguments[0]);
             box.setRangeText(arguments[1], at, at, 'end');
             box.dispatchEvent(new Event('input', { bubbles: true }));",
            vec![json!(words), json!(new)],
        );
    };
    let is_drawn = format!("(() => {{ {WORDS} }})() === document.querySelector('#paste').value");
    // Inside a paragraph: the other ones keep their elements, and the correction its words.
    type_before("meresmikan", "dari Makassar ");
    tab.wait_until(&is_drawn);
    mark(tab, "Makassar");
    let state = tab.run(
        "const zones = [...document.querySelectorAll('#article .zone')];
         const marks = [...document.querySelectorAll('#article [data-id]')];
         return [zones.filter(zone => zone.old !== zone.textContent).length, zones.every(zone => zone.old !== undefined),
                 marks.find(mark => mark.textContent === 'BMKG').dataset.kind, new Set(marks.map(mark => mark.dataset.id)).size === marks.length];",
        vec![],
    );
    assert_eq!(state, json!([1, true, "LOC", true]));
    // A new one: still the text, and still where the reader was.
    type_before("Pembangunan", "Rapat digelar di Solo kemarin.\n\n");
    tab.wait_until(&is_drawn);
    mark(tab, "Solo");
    tab.run(
        "document.querySelector(arguments[0]).click()",
        vec![json!(mark(tab, "BMKG"))],
    );
    assert!(
        tab.run("return document.querySelector('#card').textContent", vec![])
            .as_str()
            .is_some_and(|card| card.contains("BMKG"))
    );
    // Other clocks go on holding for it.
    tab.run(
        "const mode = document.querySelector('#captured-mode'); mode.value = 'unknown'; mode.dispatchEvent(new Event('change', { bubbles: true }));",
        vec![],
    );
    tab.wait_until("document.querySelector('#article .chip.symbolic') !== null");
    tab.press(Key::Escape);
    tab.click("#done");
    tab.wait_until("!document.querySelector('#paste').checkVisibility()");
    tab.click("#edit");
    type_before("Pembangunan", "Sekali lagi di Kudus. ");
    tab.wait_until(&is_drawn);
    assert_ne!(
        tab.run(
            "return document.querySelector('#article .chip.symbolic')",
            vec![]
        ),
        Value::Null
    );
}

const PAGE: &str = r#"<!doctype html><html><head><title>x</title>
<meta property="article:published_time" content="2024-03-05T09:15:00+0700">
<script type="application/ld+json">{"broken": </script>
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2020-01-01T00:00:00+07:00"}]}</script>
</head><body><nav><ul><li>Beranda</li><li>Ekonomi</li></ul></nav><div>Iklan di atas</div>
<h1 style="color: red" onclick="1">Pasar Apung Diresmikan</h1><p>SEMARANG - Pasar apung <b>diresmikan</b> kemarin<br>di Semarang.</p>
<script>document.title = 'pwned'</script><p hidden>tak tampak</p>
<aside><h2>Berita terkait</h2><ul><li><a href="javascript:1">Harga beras naik</a> <time>3 jam lalu</time></li></ul></aside>
<footer>Hak cipta</footer></body></html>"#;

fn page(tab: &Tab) {
    open_file(tab, "artikel.html", PAGE);
    tab.wait_until(READ);
    tab.wait_until("document.querySelector('#published-value').textContent.includes('09.15')");
    let text = tab.run(WORDS, vec![]);
    let text = text.as_str().expect("a text");
    assert!(
        text.starts_with(
            "Pasar Apung Diresmikan\n\nSEMARANG - Pasar apung diresmikan kemarin\ndi Semarang."
        ),
        "{text}"
    );
    assert!(text.contains("Harga beras naik 3 jam lalu"), "{text}");
    for not in ["Beranda", "Iklan", "Hak cipta", "pwned", "tak tampak"] {
        assert!(!text.contains(not), "{text}");
    }
    let chip = format!(
        "document.querySelector(\"{}\").nextElementSibling.textContent",
        mark(tab, "kemarin")
    );
    assert!(
        tab.run(&format!("return {chip}"), vec![])
            .as_str()
            .is_some_and(|chip| chip.contains("4 Mar 2024"))
    );
}

fn scripted(tab: &Tab) {
    let page = r#"<!doctype html><html><body><div id="app"></div><script type="application/ld+json">
        [{"@type": "WebSite"}, {"@type": ["NewsArticle"], "headline": "Gempa Guncang Solo", "datePublished": "2024-03-05T02:15:00Z",
        "articleBody": "SOLO - Gempa terjadi kemarin. <img src=x onerror=1>"}]</script></body></html>"#;
    open_file(tab, "artikel.htm", page);
    tab.wait_until(READ);
    assert_eq!(
        tab.run(WORDS, vec![]),
        "Gempa Guncang Solo\n\nSOLO - Gempa terjadi kemarin. <img src=x onerror=1>"
    );
    tab.wait_until(
        "document.querySelector('#published-value').textContent.includes('5 Maret 2024')",
    );
}

fn flavour(tab: &Tab) {
    let paste_both = |plain: &str, html: &str| {
        tab.run(
            "const data = new DataTransfer();
             data.setData('text/plain', arguments[0]);
             data.setData('text/html', arguments[1]);
             document.body.focus();
             const event = new Event('paste', { bubbles: true, cancelable: true });
             document.body.dispatchEvent(Object.assign(event, { clipboardData: data }));",
            vec![json!(plain), json!(html)],
        );
        tab.wait_until(READ);
    };
    let html = "<p><time datetime='2024-03-05T09:15:00+07:00'>tadi</time> <img src=x onerror=\"document.title='pwned'\"></p>";
    paste_both("Rapat digelar di Solo kemarin.", html);
    tab.wait_until(
        "document.querySelector('#published-value').textContent.includes('5 Maret 2024')",
    );
    assert_eq!(tab.run(WORDS, vec![]), "Rapat digelar di Solo kemarin.");
    // What the text itself says goes before it.
    paste_both(
        "Rapat di Solo\n\nSenin, 2 Desember 2024 10:00 WIB\n\nSOLO - Rapat digelar di Solo kemarin.",
        html,
    );
    tab.wait_until(
        "document.querySelector('#published-value').textContent.includes('2 Desember 2024')",
    );
    assert_eq!(
        tab.run("return document.title.includes('pwned')", vec![]),
        false
    );
}
