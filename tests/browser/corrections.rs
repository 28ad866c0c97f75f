//! What the reader corrects: by key, by mouse, by selecting; kept, found again, undone.

use super::api::ARTICLE;
use super::browser::{Case, Tab};
use super::view::{READ, WORDS, mark, paste, picture, type_in};
use fantoccini::key::Key;
use serde_json::{Value, json};

/// The cases of this file.
pub(crate) const CASES: &[Case] = &[
    ("corrections::steps_are_applied_to_a_copy", steps),
    ("corrections::a_quote_is_found_again", quotes),
    ("corrections::a_value_names_its_interval", intervals),
    ("corrections::what_is_kept_is_not_trusted", untrusted),
    ("corrections::everything_goes_by_keyboard", by_keyboard),
    ("corrections::no_key_is_lost_to_a_slow_engine", hurried),
    ("corrections::selected_words_are_marked", selection),
    ("corrections::the_card_moves_bounds_and_merges", bounds),
    ("corrections::a_time_means_what_the_reader_says", value),
    ("corrections::they_stay_with_their_text", kept),
];

/// The kinds of the marks with a text.
fn kinds(tab: &Tab, text: &str) -> Value {
    tab.run(
        "return [...document.querySelectorAll('#article [data-id]')]
             .filter(mark => mark.textContent === arguments[0]).map(mark => mark.dataset.kind);",
        vec![json!(text)],
    )
}

/// What the document says that leaves the page.
fn document(tab: &Tab) -> Value {
    tab.run_async(
        "const { current } = await import('/current.js'); return current().document;",
        Value::Null,
    )
    .expect("an article is open")
}

fn steps(tab: &Tab) {
    let answer = tab.run_async(
        "const { default: init, Annotator } = await import('/pkg/sorot.js');
         await init();
         const { correct } = await import('/corrections.js');
         const { quoteOf } = await import('/quote.js');
         const raw = new Annotator().annotate(given, { captured: '2024-12-03T12:00+07:00' });
         const before = JSON.stringify(raw);
         const at = words => quoteOf(given, { start: given.indexOf(words), end: given.indexOf(words) + words.length });
         const steps = [
             [{ do: 'kind', at: at('BMKG'), kind: 'PER' }],
             [{ do: 'remove', at: at('Hendra Wijaya') }],
             [{ do: 'value', at: at('14 Maret 2023'), value: '2023-03' }],
             [{ do: 'clock', at: at('3 jam lalu'), clock: 'published' }],
             [{ do: 'kind', at: at('jam lalu'), kind: 'EVT' }],
             [{ do: 'remove', at: { start: 3, end: 7, exact: 'nada', before: 'tidak ', after: ' sini' } }],
         ];
         const { document, lost, clocks } = correct(given, raw, steps);
         const words = ({ start, end }) => given.slice(start, end);
         const bmkg = document.entities.find(e => words(e) === 'BMKG');
         const march = document.timexes.find(e => words(e) === '14 Maret 2023');
         const ids = document.entities.map(e => e.id);
         return {
             untouched: JSON.stringify(raw) === before,
             same: correct(given, raw, []).document === raw,
             bmkg: [bmkg.kind, bmkg.provenance], cluster: document.clusters.some(c => c.kind === 'PER' && c.mentions.includes(bmkg.id)),
             hendra: document.entities.filter(e => words(e) === 'Hendra Wijaya').length
                 - raw.entities.filter(e => words(e) === 'Hendra Wijaya').length,
             march: [march.value, march.earliest, march.latest, march.granularity],
             clock: clocks.get(document.timexes.find(e => words(e) === '3 jam lalu').id),
             added: document.entities.find(e => words(e) === 'jam lalu').kind,
             unique: new Set(ids).size === ids.length,
             dangling: document.clusters.flatMap(c => c.mentions).filter(id => !ids.includes(id)),
             lost: steps.map(step => lost.get(step) ?? 0),
         };",
        json!(ARTICLE),
    );
    let expected = json!({
        "untouched": true, "same": true, "bmkg": ["PER", "user"], "cluster": true, "hendra": -1,
        "march": ["2023-03", "2023-03-01T00:00+07:00", "2023-04-01T00:00+07:00", "month"],
        "clock": "published", "added": "EVT", "unique": true, "dangling": [], "lost": [0, 0, 0, 0, 0, 1],
    });
    assert_eq!(answer, Ok(expected));
}

fn quotes(tab: &Tab) {
    let answer = tab.run_async(
        "const { quoteOf, locate } = await import('/quote.js');
         const text = 'Rapat di Solo. Warga Solo pulang ke Solo kemarin.';
         const second = quoteOf(text, { start: 21, end: 25 });
         const at = text => locate(text, second)?.start ?? null;
         return [
             at(text), at(`Judul baru. ${text}`), at(text.replace('Rapat di Solo. ', '')), at(text.replace('Warga Solo', 'Warga Sala')),
             at('Tidak ada.'), at('Hanya satu Solo di teks ini.'), at(''),
         ];",
        Value::Null,
    );
    assert_eq!(answer, Ok(json!([21, 33, 6, null, null, 11, null])));
}

fn intervals(tab: &Tab) {
    let answer = tab.run_async(
        "const { intervalOf } = await import('/interval.js');
         return given.map(value => { const { earliest, latest, granularity } = intervalOf(value, '+08:00'); return [earliest, latest, granularity]; });",
        json!([
            "2024", "2024-02", "2024-02-29", "2024-W01", "2024-Q4", "2024-05-14T09:30",
            "2024-05-14T09:30+07:00", "202", "2023-02-29", "2024-13", "P3D", "XXXX"
        ]),
    );
    let none = json!([null, null, null]);
    let expected = json!([
        ["2024-01-01T00:00+08:00", "2025-01-01T00:00+08:00", "year"],
        ["2024-02-01T00:00+08:00", "2024-03-01T00:00+08:00", "month"],
        ["2024-02-29T00:00+08:00", "2024-03-01T00:00+08:00", "day"],
        ["2024-01-01T00:00+08:00", "2024-01-08T00:00+08:00", "week"],
        [
            "2024-10-01T00:00+08:00",
            "2025-01-01T00:00+08:00",
            "quarter"
        ],
        ["2024-05-14T09:30+08:00", "2024-05-14T09:31+08:00", "minute"],
        ["2024-05-14T09:30+07:00", "2024-05-14T09:31+07:00", "minute"],
        ["2020-01-01T00:00+08:00", "2030-01-01T00:00+08:00", "decade"],
        none,
        none,
        none,
        none,
    ]);
    assert_eq!(answer, Ok(expected));
}

fn untrusted(tab: &Tab) {
    let answer = tab.run_async(
        "const { readSteps } = await import('/shelf.js');
         const at = { start: 0, end: 4, exact: 'Solo', before: '', after: '' };
         const good = [[{ do: 'kind', at, kind: 'LOC' }], [{ do: 'remove', at }, { do: 'clock', at, clock: null }]];
         const bad = [
             null, 5, [null], [{ do: 'kind', at, kind: 'XXX' }], [{ do: 'kind', at: { ...at, end: 5 }, kind: 'LOC' }],
             [{ do: 'value', at, value: '<b>' }], [{ do: 'merge', at, kind: 'PER', name: '', into: 'x' }],
             [{ do: 'remove', at: { ...at, start: -1, end: 3 } }], [{ do: 'remove', at: { ...at, before: 'x'.repeat(100) } }], { length: 3 },
         ];
         return [
             JSON.stringify(readSteps([...good, ...bad])) === JSON.stringify(good), readSteps('x').length, readSteps({}).length, readSteps(undefined).length,
         ];",
        Value::Null,
    );
    assert_eq!(answer, Ok(json!([true, 0, 0, 0])));
}

fn by_keyboard(tab: &Tab) {
    let focused = |tab: &Tab| {
        tab.run("return document.activeElement.closest('#article [data-id]')?.textContent ?? document.activeElement.id", vec![])
    };
    let go_to = |id: &str, back: bool| {
        for _ in 0..60 {
            if focused(tab) == id {
                return;
            }
            if back {
                tab.chord(&[Key::Shift.into(), Key::Tab.into()]);
            } else {
                tab.press(Key::Tab);
            }
        }
        panic!("the focus never came to #{id}");
    };
    tab.set_clipboard(ARTICLE);
    go_to("paste", false);
    tab.control('v');
    tab.wait_until(READ);
    let before = picture(tab);
    let walk_to = |text: &str| {
        for _ in 0..60 {
            tab.press_letter('n');
            if focused(tab) == text {
                return;
            }
        }
        panic!("n never came to {text:?}");
    };
    // A kind.
    walk_to("BMKG");
    tab.press_letter('c');
    tab.wait_until("document.activeElement.closest('.kind-grid') !== null");
    tab.press_letter('1');
    assert_eq!(kinds(tab, "BMKG")[0], "PER");
    tab.press(Key::Escape);
    assert_eq!(focused(tab), "BMKG");
    // The clock that a time counts from.
    walk_to("3 jam lalu");
    tab.press(Key::Enter);
    tab.wait_until("document.activeElement.closest('#card') !== null");
    for _ in 0..20 {
        if focused(tab) == "card-anchor" {
            break;
        }
        tab.press(Key::Tab);
    }
    assert_eq!(focused(tab), "card-anchor");
    tab.press(Key::Up);
    tab.wait_until("document.querySelectorAll('#article .chip.changed').length === 1");
    tab.press(Key::Escape);
    assert_eq!(focused(tab), "3 jam lalu");
    // Away with a name, and the focus goes on.
    tab.press(Key::Home);
    let first = focused(tab);
    tab.press(Key::Delete);
    assert_eq!(
        kinds(tab, first.as_str().expect("a mark has the focus")),
        json!([])
    );
    assert_eq!(
        tab.run(
            "return document.activeElement.closest('#article [data-id]') !== null",
            vec![]
        ),
        true
    );
    // And back, all of it.
    for _ in 0..3 {
        tab.control('z');
    }
    tab.wait_until("document.querySelectorAll('#article .chip.changed').length === 0");
    assert_eq!(picture(tab), before);
    tab.chord(&[Key::Control.into(), Key::Shift.into(), 'z']);
    assert_eq!(kinds(tab, "BMKG")[0], "PER");
    assert_eq!(tab.run(WORDS, vec![]), ARTICLE);
    // And out of the page, with the correction.
    go_to("export-open", true);
    tab.press(Key::Enter);
    tab.wait_until("document.querySelector('#export').open");
    go_to("export-csv-copy", false);
    tab.press(Key::Enter);
    tab.wait_until("document.querySelector('#export-said')?.textContent !== ''");
    let table = tab.clipboard();
    assert!(table.contains(",PER,BMKG,"), "{table}");
}

fn hurried(tab: &Tab) {
    paste(tab, ARTICLE);
    let before = picture(tab);
    // Every answer comes when the reader has long pressed the next key.
    tab.run(
        "const { postMessage } = Worker.prototype;
         Worker.prototype.postMessage = function (...message) { setTimeout(() => postMessage.apply(this, message), 400); };",
        vec![],
    );
    let choose_clock = || {
        let stamp = mark(tab, "3 jam lalu");
        tab.hover(&stamp);
        tab.click(&stamp);
        tab.find("#card-anchor");
        // A click would open its list.
        tab.run("document.querySelector('#card-anchor').focus()", vec![]);
        tab.press(Key::Up);
    };
    let moved = "document.querySelectorAll('#article .chip.changed').length";
    choose_clock();
    tab.wait_until(&format!("{moved} === 1"));
    // The choice has the focus still.
    tab.control('z');
    tab.wait_until(&format!("{moved} === 0"));
    assert_eq!(picture(tab), before);
    let first = tab.run(
        "return document.querySelector('#article [data-id]').textContent",
        vec![],
    );
    let delete_first = || {
        tab.press(Key::Escape);
        tab.press(Key::Home);
        tab.press(Key::Delete);
    };
    delete_first();
    choose_clock();
    tab.wait_until(&format!("{moved} === 1"));
    // The second is taken back while the clock still waits for its answer.
    tab.control('z');
    tab.control('z');
    tab.wait_until(&format!("{moved} === 0"));
    assert_eq!(picture(tab), before);
    // A clock that is chosen while another correction is made counts all the same.
    choose_clock();
    delete_first();
    tab.wait_until(&format!("{moved} === 1"));
    assert_eq!(kinds(tab, first.as_str().expect("words")), json!([]));
    tab.control('z');
    tab.control('z');
    tab.wait_until(&format!("{moved} === 0"));
    assert_eq!(picture(tab), before);
}

fn selection(tab: &Tab) {
    paste(tab, ARTICLE);
    // From the middle of one word to the middle of the next, as a mouse would.
    let words = tab.run(
        "const zone = [...document.querySelectorAll('#article .zone.body')].find(zone => /\\p{L}{4,} \\p{L}{4,}/u.test(zone.firstChild.data ?? ''));
         const text = zone.firstChild;
         const [both] = /\\p{L}{4,} \\p{L}{4,}/u.exec(text.data);
         const from = text.data.indexOf(both);
         getSelection().setBaseAndExtent(text, from + 1, text, from + both.length - 1);
         return both;",
        vec![],
    );
    let words = words.as_str().expect("two words").to_owned();
    tab.wait_until("document.querySelector('#adder').matches(':popover-open')");
    tab.click("#adder [data-kind=ORG]");
    assert_eq!(kinds(tab, &words), json!(["ORG"]));
    let added = document(tab);
    let mine = |document: &Value| {
        let entities = document["entities"].as_array().expect("entities");
        entities
            .iter()
            .filter(|entity| entity["provenance"] == "user")
            .count()
    };
    assert_eq!(mine(&added), 1);
    assert_eq!(tab.run(WORDS, vec![]), ARTICLE);
    // By digit too.
    tab.control('z');
    assert_eq!(kinds(tab, &words), json!([]));
    tab.run(
        "const walker = document.createTreeWalker(document.querySelector('#article'), NodeFilter.SHOW_TEXT);
         for (let node = walker.nextNode(); node; node = walker.nextNode()) {
             const from = node.data.indexOf(arguments[0]);
             if (from >= 0) { getSelection().setBaseAndExtent(node, from, node, from + arguments[0].length); break; }
         }
         document.querySelector('#article').focus();",
        vec![json!(words)],
    );
    tab.press_letter('4');
    assert_eq!(kinds(tab, &words), json!(["EVT"]));
    assert_eq!(
        tab.run(
            "return document.querySelector('#legend [data-kind=EVT]').ariaPressed",
            vec![]
        ),
        "true"
    );
}

fn bounds(tab: &Tab) {
    paste(tab, ARTICLE);
    tab.click(&mark(tab, "Hendra Wijaya"));
    tab.click("#mend-span");
    let alone = kinds(tab, "Hendra");
    tab.click("#mend-endEarlier");
    assert_ne!(kinds(tab, "Hendra"), alone);
    assert_eq!(kinds(tab, "Hendra Wijaya"), json!([]));
    tab.click("#mend-endLater");
    assert_eq!(kinds(tab, "Hendra"), alone);
    // Two names are one.
    tab.press(Key::Escape);
    let names = |document: &Value| document["clusters"].as_array().expect("clusters").len();
    let before = names(&document(tab));
    tab.click(&mark(tab, "Semarang"));
    tab.click("#mend-merge");
    let into = tab.run("return document.querySelector('#mend-into').value", vec![]);
    tab.click("#mend-save");
    let after = document(tab);
    assert_eq!(names(&after), before - 1);
    let own = after["entities"].as_array().expect("entities");
    assert!(
        own.iter()
            .any(|entity| entity["entity"] == into && entity["provenance"] == "user")
    );
    // The list of corrections takes back one out of the middle, and that is undone as well.
    tab.click("#tab-changes");
    let count = "return document.querySelectorAll('#view-changes li').length";
    assert_eq!(tab.run(count, vec![]), 3);
    tab.click("#view-changes li:first-child .x");
    assert_eq!(tab.run(count, vec![]), 2);
    assert_eq!(names(&document(tab)), before);
    tab.click("#changes-undo");
    assert_eq!(names(&document(tab)), before - 1);
    tab.click("#changes-removeAll");
    assert_eq!(tab.run(count, vec![]), 0);
    assert_eq!(
        tab.run("return localStorage.getItem('sorot-corrections')", vec![]),
        Value::Null
    );
}

fn value(tab: &Tab) {
    paste(tab, ARTICLE);
    tab.click(&mark(tab, "dua hari lalu"));
    tab.click("#mend-time");
    let say = |words: &str| {
        tab.run(
            "document.querySelector('#mend-value').value = arguments[0]",
            vec![json!(words)],
        );
        tab.click("#mend-save");
    };
    say("entahlah");
    tab.wait_until("document.querySelector('#mend-said')?.textContent !== ''");
    say("5 Oktober 2024 pukul 14.30");
    tab.wait_until("document.querySelector('#card .card-value').textContent.includes('14.30')");
    let answer = document(tab);
    let timex = answer["timexes"]
        .as_array()
        .expect("times")
        .iter()
        .find(|timex| timex["provenance"] == "user");
    let timex = timex.expect("one is the reader's");
    assert_eq!(timex["earliest"], "2024-10-05T14:30+07:00");
    // Other clocks do not move it; undoing does.
    tab.run(
        "const mode = document.querySelector('#captured-mode'); mode.value = 'unknown'; mode.dispatchEvent(new Event('change', { bubbles: true }));",
        vec![],
    );
    tab.wait_until("document.querySelector('#article .chip.symbolic') !== null");
    let chip = format!(
        "document.querySelector(\"{}\").nextElementSibling.textContent",
        mark(tab, "dua hari lalu")
    );
    let shown = tab.run(&format!("return {chip}"), vec![]);
    assert!(
        shown
            .as_str()
            .is_some_and(|chip| chip.contains("5 Okt 2024, 14.30")),
        "{shown}"
    );
    tab.control('z');
    tab.wait_until(&format!("{chip}.includes('1 Des 2024')"));
}

fn kept(tab: &Tab) {
    paste(tab, ARTICLE);
    tab.click(&mark(tab, "BMKG"));
    tab.click("#mend-kind");
    tab.click("#mend-to-LOC");
    tab.press(Key::Escape);
    tab.click(&mark(tab, "Hendra Wijaya"));
    tab.click("#mend-remove");
    let hendra = kinds(tab, "Hendra Wijaya");
    tab.reload();
    paste(tab, ARTICLE);
    assert_eq!(kinds(tab, "BMKG")[0], "LOC");
    assert_eq!(kinds(tab, "Hendra Wijaya"), hendra);
    // The text is edited: they move with their words.
    tab.click("#edit");
    let longer = format!("Tambahan di awal teks\n\n{ARTICLE}");
    type_in(tab, &longer);
    tab.wait_until("document.querySelector('#article').textContent.startsWith('Tambahan')");
    assert_eq!(kinds(tab, "BMKG")[0], "LOC");
    assert_eq!(kinds(tab, "Hendra Wijaya"), hendra);
    assert_eq!(
        tab.run(
            "return document.querySelector('[data-notice=lost]')",
            vec![]
        ),
        Value::Null
    );
    // Where the words are gone it is said, and the rest stays.
    tab.click("#edit");
    let shorter = ARTICLE.replace("BMKG", "Badan itu");
    type_in(tab, &shorter);
    tab.wait_until("document.querySelector('#article').textContent.includes('Badan itu')");
    tab.wait_until("document.querySelector('[data-notice=lost]') !== null");
    assert_eq!(kinds(tab, "Hendra Wijaya"), hendra);
    tab.click("[data-notice=lost] button.link");
    tab.wait_until("document.querySelector('#view-changes .why') !== null");
    // Another article has nothing to do with them.
    tab.click("#fresh");
    paste(
        tab,
        "BMKG mencatat gempa di Solo pada 14 Maret 2023, kata Hendra Wijaya.",
    );
    assert_eq!(kinds(tab, "BMKG"), json!(["ORG"]));
}
