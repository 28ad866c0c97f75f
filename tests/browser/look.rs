//! How the page looks and speaks: kinds without colour, schemes, paper, the side panel, keys, languages, roles.

use super::api::ARTICLE;
use super::browser::{Case, Tab};
use super::view::{mark, paste};
use fantoccini::key::Key;
use serde_json::{Value, json};

/// The cases of this file.
pub(crate) const CASES: &[Case] = &[
    ("look::kinds_differ_without_colour", lines),
    ("look::it_follows_what_the_reader_prefers", preferences),
    ("look::on_paper_it_is_an_article_with_notes", paper),
    ("look::the_index_leads_to_every_mention", index),
    ("look::the_timeline_leads_to_its_words", timeline),
    ("look::a_card_tells_zone_interval_and_derivation", card),
    ("look::digits_filter_and_letters_can_be_turned_off", keys),
    ("look::it_speaks_english", english),
    ("look::annotations_have_roles", roles),
];

fn lines(tab: &Tab) {
    paste(tab, ARTICLE);
    let looks = tab.run(
        "const article = document.querySelector('#article');
         return [...document.querySelectorAll('#legend [data-kind]')].map(button => {
             const mark = document.createElement('mark');
             mark.dataset.id = 'x'; mark.dataset.kind = button.dataset.kind; mark.textContent = 'kata';
             article.append(mark);
             const { textDecorationStyle, textDecorationThickness, borderRadius } = getComputedStyle(mark);
             mark.remove();
             return { line: `${textDecorationStyle} ${textDecorationThickness} ${borderRadius}`,
                 glyph: button.querySelector('.glyph').textContent, count: button.querySelector('.count').textContent };
         });",
        vec![],
    );
    let looks = looks.as_array().expect("a legend");
    assert_eq!(looks.len(), 8);
    for what in ["line", "glyph"] {
        let mut seen: Vec<&str> = looks
            .iter()
            .filter_map(|look| look[what].as_str())
            .collect();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), 8, "{what}: {looks:?}");
    }
    assert!(looks.iter().all(|look| {
        look["count"]
            .as_str()
            .is_some_and(|count| !count.is_empty())
    }));
}

fn preferences(tab: &Tab) {
    paste(tab, ARTICLE);
    let style = |selector: &str, property: &str| {
        tab.run(
            "return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]",
            vec![json!(selector), json!(property)],
        )
    };
    tab.emulate("", &[("prefers-color-scheme", "light")]);
    let light = style("body", "backgroundColor");
    tab.emulate("", &[("prefers-color-scheme", "dark")]);
    let dark = style("body", "backgroundColor");
    assert_ne!(light, dark);
    // A kind is a word where the system chooses the colours.
    tab.emulate("", &[("forced-colors", "active")]);
    tab.wait_until("document.documentElement.dataset.style === 'label'");
    let label = tab.run(
        "return getComputedStyle(document.querySelector(arguments[0]), '::after').content",
        vec![json!(mark(tab, "BMKG"))],
    );
    assert!(
        label.as_str().is_some_and(|label| label.contains("ORG")),
        "{label}"
    );
    let colours = tab.run(
        "const { color, textDecorationColor, backgroundColor } = getComputedStyle(document.querySelector(arguments[0]));
         return [color === textDecorationColor, color !== backgroundColor];",
        vec![json!(mark(tab, "BMKG"))],
    );
    assert_eq!(colours, json!([true, true]));
    tab.emulate("", &[("prefers-reduced-motion", "reduce")]);
    let moves = tab.run(
        "const chip = document.querySelector('#article .chip');
         chip.classList.add('flash');
         return [...document.querySelectorAll('*')].some(element => {
             const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
             const longest = times => Math.max(...times.split(',').map(parseFloat));
             return (animationName !== 'none' && longest(animationDuration) > 0.01) || longest(transitionDuration) > 0.01;
         });",
        vec![],
    );
    assert_eq!(moves, false);
}

fn paper(tab: &Tab) {
    paste(tab, ARTICLE);
    tab.run("dispatchEvent(new Event('beforeprint'))", vec![]);
    tab.emulate("print", &[]);
    let seen = tab.run(
        "const shown = selector => document.querySelector(selector)?.checkVisibility() ?? false;
         return {
             article: shown('#article'), legend: shown('#legend'), chips: shown('#article .chip'), notes: shown('#endnotes li'),
             controls: ['.bar-group', '.rail', '#dock', '.switches'].some(shown),
             filled: getComputedStyle(document.querySelector('#article mark')).backgroundColor,
         };",
        vec![],
    );
    let expected = json!({
        "article": true, "legend": true, "chips": true, "notes": true, "controls": false, "filled": "rgba(0, 0, 0, 0)",
    });
    assert_eq!(seen, expected);
    let notes = tab.run(
        "return document.querySelector('#endnotes').textContent",
        vec![],
    );
    assert!(
        notes
            .as_str()
            .is_some_and(|notes| notes.contains("dua hari lalu")),
        "{notes}"
    );
}

fn focused(tab: &Tab) -> Value {
    tab.run(
        "return document.activeElement.closest('#article [data-id]')?.textContent ?? null",
        vec![],
    )
}

fn index(tab: &Tab) {
    paste(tab, ARTICLE);
    let entry = "[...document.querySelectorAll('#view-index .entry')].find(entry => entry.textContent.includes('Hendra Wijaya'))";
    tab.wait_until(&format!("{entry} !== undefined"));
    let said = tab.run(&format!("return {entry}.textContent"), vec![]);
    assert!(
        said.as_str()
            .is_some_and(|said| said.contains("Wali Kota Semarang") && said.ends_with('2')),
        "its role and count: {said}"
    );
    let mut places = Vec::new();
    for _ in 0..3 {
        tab.run(&format!("{entry}.click()"), vec![]);
        places.push(tab.run("return document.activeElement.dataset.id", vec![]));
        tab.wait_until(&format!(
            "document.querySelector('#status').textContent.includes('{} dari 2')",
            (places.len() - 1) % 2 + 1
        ));
    }
    assert_ne!(places[0], places[1]);
    assert_eq!(places[0], places[2]);
    // By key too.
    tab.chord(&[Key::Shift.into(), 'N']);
    assert_eq!(
        tab.run("return document.activeElement.dataset.id", vec![]),
        places[1]
    );
    tab.press_letter('/');
    tab.wait_until("document.activeElement.type === 'search'");
    tab.press_letter('d');
    tab.press_letter('e');
    tab.press_letter('m');
    tab.wait_until("document.querySelectorAll('#view-index .entry').length === 2");
}

fn timeline(tab: &Tab) {
    paste(tab, ARTICLE);
    tab.click("#tab-timeline");
    let rows = tab.run(
        "return [...document.querySelectorAll('#view-timeline .timeline:first-of-type li')].map(row => row.textContent)",
        vec![],
    );
    let rows: Vec<String> = serde_json::from_value(rows).expect("rows");
    let at = |words: &str| {
        rows.iter()
            .position(|row| row.contains(words))
            .unwrap_or_else(|| panic!("{words} in {rows:?}"))
    };
    assert!(at("14 Mar 2023") < at("Terbit"), "{rows:?}");
    assert!(at("dua hari lalu") < at("besok"), "{rows:?}");
    assert!(at("Terbit") < at("Disalin"), "{rows:?}");
    assert_eq!(
        tab.run(
            "return document.querySelector('#view-timeline svg').getAttribute('aria-hidden')",
            vec![]
        ),
        "true"
    );
    tab.run(
        "[...document.querySelectorAll('#view-timeline .entry')].find(entry => entry.textContent.includes('dua hari lalu')).click()",
        vec![],
    );
    assert_eq!(focused(tab), "dua hari lalu");
}

fn card(tab: &Tab) {
    paste(tab, ARTICLE);
    let hover = mark(tab, "3 jam lalu");
    tab.hover(&hover);
    tab.wait_until("document.querySelector('#card').matches(':popover-open')");
    let said = tab.run("return document.querySelector('#card').textContent", vec![]);
    let said = said.as_str().expect("words").to_owned();
    // The reader of this test is in UTC, the article in WIB.
    for words in [
        "±",
        "WIB",
        "Rentang",
        "disalin ",
        " − 3 jam",
        "Zona Anda",
        "UTC",
        "TIMEX3",
    ] {
        assert!(said.contains(words), "{words:?} in {said}");
    }
}

fn keys(tab: &Tab) {
    paste(tab, ARTICLE);
    let hidden = || {
        tab.run(
            "return document.querySelector('#article').dataset.hidden",
            vec![],
        )
    };
    tab.run("document.querySelector('#article').focus()", vec![]);
    tab.press_letter('3');
    assert_eq!(hidden(), "LOC");
    tab.press_letter('0');
    assert_eq!(hidden(), "");
    tab.chord(&[Key::Shift.into(), '1']);
    assert_eq!(hidden(), "ORG LOC EVT QTY DATE REL DUR");
    tab.press_letter('0');
    tab.click("#settings-open");
    tab.click(".setting.check input");
    tab.press(Key::Escape);
    tab.run("document.querySelector('#article').focus()", vec![]);
    tab.press_letter('3');
    tab.press_letter('n');
    assert_eq!((hidden(), focused(tab)), (json!(""), Value::Null));
    // What needs no letter stays.
    tab.run(
        "document.querySelector('#article [tabindex=\"0\"]').focus()",
        vec![],
    );
    let first = focused(tab);
    tab.press(Key::Right);
    assert_ne!(focused(tab), first);
}

fn english(tab: &Tab) {
    paste(tab, ARTICLE);
    tab.click("#language-toggle");
    let said = tab.run(
        "return [document.documentElement.lang, document.querySelector('#article').lang,
             document.querySelector('#legend').textContent, document.querySelector('#clocks-box').textContent]",
        vec![],
    );
    assert_eq!((&said[0], &said[1]), (&json!("en"), &json!("id")));
    for (index, words) in [(2, "Relative time"), (3, "Published"), (3, "Captured")] {
        assert!(
            said[index]
                .as_str()
                .is_some_and(|said| said.contains(words)),
            "{words} in {said}"
        );
    }
    let chip = format!(
        "document.querySelector(\"{}\").nextElementSibling.textContent",
        mark(tab, "dua hari lalu")
    );
    tab.wait_until(&format!("{chip}.includes('1 Dec 2024')"));
}

fn roles(tab: &Tab) {
    paste(tab, ARTICLE);
    let drawn = tab.run(
        "return ['mark', 'time'].map(tag => document.querySelectorAll(`#article ${tag}`).length)",
        vec![],
    );
    let roles = tab.roles();
    assert_eq!(
        (&roles["mark"], &roles["time"]),
        (&drawn[0], &drawn[1]),
        "{roles}"
    );
    for landmark in ["banner", "main", "complementary", "article"] {
        assert!(roles[landmark].as_u64() > Some(0), "{landmark} in {roles}");
    }
}
