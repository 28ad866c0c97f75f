//! What the page promises as a whole: to everybody who reads it, and for an article with two clocks.

use super::browser::{Case, Tab};
use super::view::{READ, WORDS, mark, paste};
use fantoccini::key::Key;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// The cases of this file.
pub(crate) const CASES: &[Case] = &[
    ("acceptance::axe_finds_nothing", axe),
    ("acceptance::no_window_is_too_narrow", narrow),
    ("acceptance::the_seed_article_reads_as_it_should", seed),
    ("acceptance::a_large_text_is_drawn_and_amended", large),
];

/// axe-core, fetched once by npm; without npm the reason.
fn source() -> Result<String, String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("axe");
    let file = folder.join("node_modules/axe-core/axe.min.js");
    if !file.is_file() {
        fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        let done = Command::new("npm")
            .args([
                "install",
                "--no-save",
                "--no-audit",
                "--no-fund",
                "axe-core@4.14.1",
            ])
            .arg("--prefix")
            .arg(&folder)
            .output()
            .map_err(|error| format!("npm does not start: {error}"))?;
        if !done.status.success() {
            return Err(String::from_utf8_lossy(&done.stderr).into_owned());
        }
    }
    fs::read_to_string(file).map_err(|error| error.to_string())
}

fn axe(tab: &Tab) {
    let source = match source() {
        Ok(source) => source,
        Err(why) => {
            eprintln!("axe is skipped: {why}");
            return;
        }
    };
    let check = |what: &str| {
        tab.run(&source, vec![]);
        let found = tab.run_async(
            "// What moves is judged when it stands still.
             await Promise.all(document.getAnimations().map(animation => animation.finished.catch(() => {})));
             const { violations } = await axe.run(document);
             return violations.map(({ id, nodes }) => [id, nodes.map(node => [node.html.slice(0, 200), node.failureSummary])]);",
            Value::Null,
        );
        assert_eq!(found, Ok(json!([])), "{what}");
    };
    // A person would scroll there first.
    let point = |selector: &str| {
        tab.run(
            "const box = document.querySelector(arguments[0]); box.scrollIntoView({ block: 'center', behavior: 'instant' }); box.click();",
            vec![json!(selector)],
        );
    };
    check("empty");
    tab.click("#samples-button");
    tab.click("[data-sample=luar-negeri]");
    tab.wait_until(READ);
    check("reading");
    for view in ["timeline", "related", "changes", "index"] {
        tab.click(&format!("#tab-{view}"));
        check(view);
    }
    point(&mark(tab, "3 jam lalu"));
    check("the card of a time");
    point("#mend-time");
    check("its value");
    tab.press(Key::Escape);
    point(&mark(tab, "Kupang"));
    point("#mend-kind");
    check("the card of a name");
    point("#mend-to-EVT");
    tab.press(Key::Escape);
    tab.click("#theme-toggle");
    point(&mark(tab, "Kupang"));
    check("dark, with a correction");
    point("#mend-span");
    check("its bounds");
    tab.press(Key::Escape);
    tab.click("#edit");
    check("beside the box");
    tab.click("#done");
    tab.click("#settings-open");
    check("settings");
    tab.press(Key::Escape);
    tab.click("#copy-open");
    tab.click("#share-open");
    tab.wait_until("document.querySelector('#share').open");
    check("sharing");
    tab.press(Key::Escape);
    tab.click("#export-open");
    tab.wait_until("document.querySelector('#export').open");
    check("exports");
    tab.press(Key::Escape);
    let notices = "const { notice } = await import('/status.js');
        notice('several', 'Dua artikel:', { actions: [{ label: 'Satu', run() {} }, { label: 'Dua', run() {} }] });
        notice('crash', 'Berhenti.', { tone: 'error' });";
    tab.run_async(notices, Value::Null).expect("they are shown");
    check("notices");
    tab.resize(320, 640);
    check("narrow");
    tab.click("#dock [data-tab=timeline]");
    check("narrow, a drawer");
}

fn narrow(tab: &Tab) {
    let fits = |what: &str| {
        let beyond = tab.run(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth",
            vec![],
        );
        assert_eq!(beyond, 0, "{what}");
    };
    tab.resize(320, 640);
    fits("empty");
    tab.run(
        "document.querySelector('[data-sample=luar-negeri]').click()",
        vec![],
    );
    tab.wait_until(READ);
    fits("reading");
    tab.run(
        "document.querySelector(arguments[0]).click()",
        vec![json!(mark(tab, "Kupang"))],
    );
    tab.run("document.querySelector('#mend-kind').click()", vec![]);
    fits("card");
    let outside = tab.run(
        "const { right, bottom, left } = document.querySelector('#card').getBoundingClientRect();
         return left < 0 || right > innerWidth || bottom > innerHeight;",
        vec![],
    );
    assert_eq!(outside, false);
    tab.press(Key::Escape);
    tab.run("document.querySelector('#share-open').click()", vec![]);
    tab.wait_until("document.querySelector('#share').open");
    let button = tab.run(
        "return document.querySelector('#share-copy').getBoundingClientRect().right <= document.querySelector('#share').getBoundingClientRect().right",
        vec![],
    );
    assert_eq!(button, true);
    tab.press(Key::Escape);
    for (width, height) in [(390, 844), (768, 1024), (1024, 768), (1440, 900)] {
        tab.resize(width, height);
        fits(&width.to_string());
    }
}

fn shared(file: &str) -> Option<PathBuf> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared")
        .join(file);
    file.is_file().then_some(file)
}

/// What stands behind each mark with a text, in the order of the article.
fn chips(tab: &Tab, text: &str) -> Vec<String> {
    let found = tab.run(
        "return [...document.querySelectorAll('#article time')].filter(mark => mark.textContent.toLowerCase() === arguments[0].toLowerCase())
             .map(mark => mark.nextElementSibling?.classList.contains('chip') && mark.nextSibling === mark.nextElementSibling
                 ? mark.nextElementSibling.textContent.replace(/^ → /, '') : '');",
        vec![json!(text)],
    );
    serde_json::from_value(found).expect("strings")
}

fn seed(tab: &Tab) {
    let Some(file) = shared("articles/tempo-2024-01-10.txt") else {
        eprintln!("the seed article is not at hand: skipped");
        return;
    };
    let text = fs::read_to_string(file).expect("a text");
    paste(tab, &text);
    let document = |tab: &Tab| {
        tab.run_async(
            "const { current } = await import('/current.js'); const { document, text } = current();
             return { ...document, words: document.timexes.map(({ start, end }) => text.slice(start, end)) };",
            Value::Null,
        )
        .expect("an article is open")
    };
    tab.run(
        "const set = (selector, value) => {
             const field = document.querySelector(selector); field.value = value;
             field.dispatchEvent(new Event('change', { bubbles: true }));
         };
         set('#captured-mode', 'other'); set('#clock-captured', '2024-05-14T12:04');",
        vec![],
    );
    tab.wait_until(
        "document.querySelector('#article').textContent.includes('14 Mei 2024 ±09.00 WIB')",
    );
    let read = document(tab);
    assert_eq!(read["published"], "2024-01-10T11:25+07:00");
    let related = read["related"].as_array().expect("a list");
    assert_eq!(related.len(), 10);
    let time = |document: &Value, id: &Value| {
        let times = document["timexes"].as_array().expect("times").clone();
        times
            .into_iter()
            .find(|timex| timex["id"] == *id)
            .expect("a time")
    };
    let first = time(&read, &related[0]["stamp"]);
    assert_eq!(
        [&first["earliest"], &first["latest"]],
        ["2024-05-14T08:04+07:00", "2024-05-14T09:04+07:00"]
    );
    assert!(
        chips(tab, "1 hari lalu")
            .iter()
            .all(|chip| chip == "13 Mei 2024")
    );
    let value = |words: &str| {
        let at = read["words"]
            .as_array()
            .expect("words")
            .iter()
            .position(|other| {
                other
                    .as_str()
                    .is_some_and(|other| other.eq_ignore_ascii_case(words))
            });
        read["timexes"][at.unwrap_or_else(|| panic!("{words} in {}", read["words"]))]["value"]
            .clone()
    };
    assert_eq!(value("hari Rabu ini"), "2024-01-10");
    assert_eq!(value("74 Tahun Lalu"), "1950");
    // Nothing is known of when it was copied: no stamp has an absolute time, here or in what leaves the page.
    tab.run(
        "const mode = document.querySelector('#captured-mode'); mode.value = 'unknown'; mode.dispatchEvent(new Event('change', { bubbles: true }));",
        vec![],
    );
    tab.wait_until("!document.querySelector('#article').textContent.includes('Mei 2024 ±')");
    let unknown = document(tab);
    for teaser in unknown["related"].as_array().expect("a list") {
        let stamp = time(&unknown, &teaser["stamp"]);
        assert_eq!(
            [&stamp["value"], &stamp["earliest"], &stamp["latest"]],
            [&Value::Null; 3],
            "{stamp}"
        );
    }
    assert!(
        chips(tab, "3 jam lalu")
            .iter()
            .all(|chip| chip == "disalin − 3 jam"),
        "{:?}",
        chips(tab, "3 jam lalu")
    );
    assert_eq!(tab.run(WORDS, vec![]), text);
}

fn large(tab: &Tab) {
    let paragraph = "Menteri Luar Negeri Retno Marsudi bertemu wakil ASEAN di Jakarta pada Selasa, 9 Januari 2024, dua hari lalu. Pertemuan itu berlangsung tertutup dan tidak menghasilkan pernyataan bersama, tetapi kedua pihak sepakat untuk berbicara lagi dengan daftar masalah yang lebih pendek, tanpa perantara, dan dengan lebih banyak waktu untuk setiap pokok pembicaraan.\n\n";
    let text = format!(
        "Judul panjang\n\nRabu, 10 Januari 2024 11:25 WIB\n\n{}",
        paragraph.repeat(1_000_000 / paragraph.len())
    );
    // Its beginning stands there at once, and a reader who has begun to read it stays where they are.
    tab.run(
        "const article = document.querySelector('#article');
         new MutationObserver((_, observer) => {
             const marks = article.querySelectorAll('[data-id]');
             if (!marks.length) return;
             observer.disconnect();
             window.early = [article.textContent.length, article.ariaBusy];
             marks[7].focus();
         }).observe(article, { childList: true });",
        vec![],
    );
    tab.run(
        "window.longest = 0;
         new PerformanceObserver(list => { for (const { duration } of list.getEntries()) longest = Math.max(longest, duration); })
             .observe({ type: 'longtask', buffered: true });
         const box = document.querySelector('#paste'); box.value = arguments[0]; document.querySelector('#run').click();",
        vec![json!(text)],
    );
    tab.wait_until("document.body.dataset.state === 'reading'");
    tab.wait_until(READ);
    assert_eq!(tab.run(WORDS, vec![]), text);
    let early = tab.run(
        "const marks = [...document.querySelectorAll('#article [data-id]')];
         return [...early, marks.indexOf(document.activeElement)];",
        vec![],
    );
    assert!(early[0].as_u64() < Some(20_000), "{early}");
    assert_eq!((&early[1], &early[2]), (&json!("true"), &json!(7)));
    // One more correction touches one paragraph, and the words stay.
    let took = tab.run(
        "const last = [...document.querySelectorAll('#article mark')].at(-1);
         last.click();
         document.querySelector('#mend-all')?.click();
         document.querySelector('#mend-kind').click();
         const before = performance.now();
         document.querySelector('#mend-to-EVT').click();
         return [performance.now() - before, document.querySelectorAll('#article .own').length, longest];",
        vec![],
    );
    assert_eq!(took[1], 1, "{took}");
    eprintln!(
        "1 MB: a correction took {} ms, the longest task before it {} ms",
        took[0], took[2]
    );
    assert!(took[0].as_f64() < Some(2000.0), "{took}");
    assert_eq!(tab.run(WORDS, vec![]), text);
}
