//! The page as a person uses it: paste, look, point, change a clock, copy.

use super::api::ARTICLE;
use super::browser::{Case, Tab};
use fantoccini::key::Key;
use serde_json::{Value, json};

/// The cases of this file.
pub(crate) const CASES: &[Case] = &[
    ("view::a_pasted_article_is_marked", marks),
    ("view::hovering_opens_the_card", hovers),
    ("view::the_keyboard_opens_the_card", keyboard),
    ("view::the_captured_clock_moves_the_stamps_alone", captured),
    ("view::copying_gives_back_what_was_pasted", copies),
    ("view::the_legend_hides_a_kind", legend),
    ("view::a_name_in_a_name_has_its_own_line", nested),
    ("view::absolute_times_can_be_put_away", chips),
    ("view::hostile_text_is_inert", hostile),
];

/// The article's text as it is read from the screen, without what the page added.
pub(super) const WORDS: &str = "
    const article = document.querySelector('#article').cloneNode(true);
    for (const chip of article.querySelectorAll('.chip')) chip.remove();
    return article.textContent;";

pub(super) const READ: &str = "document.body.dataset.state === 'reading' && document.querySelector('#article').ariaBusy === 'false'";

/// Pastes with the keyboard, as a person would, and waits until the article is drawn.
pub(super) fn paste(tab: &Tab, text: &str) {
    tab.set_clipboard(text);
    tab.click("#paste");
    tab.control('v');
    tab.wait_until(READ);
}

/// Puts a text in the box that a clipboard would have changed, and asks for it to be read.
pub(super) fn type_in(tab: &Tab, text: &str) {
    tab.find("#paste");
    tab.run(
        "const box = document.querySelector('#paste');
         box.value = arguments[0];
         box.dispatchEvent(new Event('input', { bubbles: true }));
         box.focus();",
        vec![json!(text)],
    );
    tab.chord(&[Key::Control.into(), Key::Enter.into()]);
    tab.wait_until(READ);
}

/// The selector of a mark with this text, made findable.
pub(super) fn mark(tab: &Tab, text: &str) -> String {
    let id = tab.run(
        "return [...document.querySelectorAll('#article [data-id]')]
             .find(mark => mark.textContent === arguments[0])?.dataset.id ?? null;",
        vec![json!(text)],
    );
    let id = id
        .as_str()
        .unwrap_or_else(|| panic!("{text:?} is not marked"));
    format!("#article [data-id='{id}']")
}

fn marks(tab: &Tab) {
    paste(tab, ARTICLE);
    let kinds = tab.run(
        "return Object.fromEntries([...document.querySelectorAll('#article mark, #article time')]
             .map(mark => [mark.textContent, `${mark.localName} ${mark.dataset.kind}`]));",
        vec![],
    );
    for (text, kind) in [
        ("Hendra Wijaya", "mark PER"),
        ("BMKG", "mark ORG"),
        ("Semarang", "mark LOC"),
        ("14 Maret 2023", "time DATE"),
        ("dua hari lalu", "time REL"),
        ("3 jam lalu", "time REL"),
    ] {
        assert_eq!(kinds[text], kind, "{text:?} in {kinds}");
    }
    let dated = tab.run(
        "return document.querySelector(arguments[0]).getAttribute('datetime')",
        vec![json!(mark(tab, "14 Maret 2023"))],
    );
    assert_eq!(dated, "2023-03-14");
    assert_eq!(tab.run(WORDS, vec![]), ARTICLE);
}

const CARD_IS_OPEN: &str = "document.querySelector('#card').matches(':popover-open')";
const CARD_IS_CLOSED: &str = "!document.querySelector('#card').matches(':popover-open')";

fn card(tab: &Tab) -> String {
    tab.wait_until(CARD_IS_OPEN);
    let text = tab.run("return document.querySelector('#card').textContent", vec![]);
    text.as_str().unwrap_or_default().to_owned()
}

fn nested(tab: &Tab) {
    let text =
        "Rapat Dewan Keamanan PBB berlangsung di New York. Kepala Stasiun Geofisika Manado hadir.";
    paste(tab, text);
    let drawn = tab.run(
        "return [...document.querySelectorAll('#article .inner')].map(inner => [
             inner.parentElement.textContent, inner.textContent, getComputedStyle(inner).textDecorationLine,
             getComputedStyle(inner).textUnderlineOffset !== getComputedStyle(inner.parentElement).textUnderlineOffset,
         ]);",
        vec![],
    );
    assert!(
        drawn.as_array().is_some_and(|drawn| drawn.contains(&json!([
            "Stasiun Geofisika Manado",
            "Manado",
            "underline",
            true
        ]))),
        "{drawn}"
    );
    assert_eq!(tab.run(WORDS, vec![]), text);
    // Put away with its kind; the name around it stays.
    tab.click("#legend [data-kind=LOC]");
    let line = tab.run(
        "return getComputedStyle(document.querySelector('#article .inner[data-kind=LOC]')).textDecorationLine",
        vec![],
    );
    assert_eq!(line, "none");
}

fn hovers(tab: &Tab) {
    paste(tab, ARTICLE);
    assert_eq!(tab.run(&format!("return {CARD_IS_CLOSED}"), vec![]), true);
    tab.hover(&mark(tab, "14 Maret 2023"));
    let text = card(tab);
    assert!(
        text.contains("2023-03-14"),
        "the card gives the value: {text}"
    );
    tab.unhover();
    tab.wait_until(CARD_IS_CLOSED);
    tab.hover(&mark(tab, "Hendra Wijaya"));
    let text = card(tab);
    assert!(
        text.contains("Hendra Wijaya"),
        "the card gives the name: {text}"
    );
}

fn keyboard(tab: &Tab) {
    paste(tab, ARTICLE);
    let is_inside = "return document.activeElement.closest('#article [data-id]') !== null";
    // The article is one stop of the Tab key, and not a far one.
    let reached = (0..40).any(|_| {
        tab.press(Key::Tab);
        tab.run(is_inside, vec![]) == true
    });
    assert!(reached, "the Tab key reaches a mark");
    let id = |tab: &Tab| tab.run("return document.activeElement.dataset.id ?? null", vec![]);
    let first = id(tab);
    let preview = card(tab);
    tab.press(Key::Right);
    assert_ne!(id(tab), first, "an arrow goes to the next mark");
    tab.wait_until(CARD_IS_OPEN);
    tab.press(Key::Left);
    assert_eq!(id(tab), first, "and back");
    tab.press(Key::Enter);
    tab.wait_until("document.activeElement.closest('#card') !== null");
    assert_eq!(card(tab), preview);
    tab.press(Key::Escape);
    tab.wait_until(CARD_IS_CLOSED);
    assert_eq!(id(tab), first, "Escape gives the focus back");
}

/// Everything that the reader sees of each mark, by its id, and the text around them.
pub(super) fn picture(tab: &Tab) -> Value {
    tab.run(
        "const marks = {};
         for (const mark of document.querySelectorAll('#article [data-id]')) {
             const chip = mark.nextElementSibling;
             marks[mark.dataset.id] = {
                 text: mark.textContent,
                 datetime: mark.getAttribute('datetime'),
                 chip: chip?.classList.contains('chip') && mark.nextSibling === chip ? chip.textContent : null,
             };
         }
         return marks;",
        vec![],
    )
}

fn set_captured(tab: &Tab, moment: &str) {
    tab.run(
        "const set = (selector, value) => {
             const field = document.querySelector(selector);
             field.value = value;
             field.dispatchEvent(new Event('input', { bubbles: true }));
             field.dispatchEvent(new Event('change', { bubbles: true }));
         };
         set('#captured-mode', 'other');
         set('#clock-captured', arguments[0]);",
        vec![json!(moment)],
    );
}

fn captured(tab: &Tab) {
    paste(tab, ARTICLE);
    let stamp = mark(tab, "3 jam lalu");
    let shows = |text: &str| {
        format!(
            "document.querySelector(\"{stamp}\").nextElementSibling.textContent.includes('{text}')"
        )
    };
    set_captured(tab, "2024-12-03T12:00");
    tab.wait_until(&shows("3 Des 2024 ±09.00 WIB"));
    let before = picture(tab);
    set_captured(tab, "2024-12-24T18:00");
    tab.wait_until(&shows("24 Des 2024 ±15.00 WIB"));
    let after = picture(tab);
    let (before, after) = (
        before.as_object().expect("marks"),
        after.as_object().expect("marks"),
    );
    assert_eq!(
        before.keys().collect::<Vec<_>>(),
        after.keys().collect::<Vec<_>>()
    );
    let moved: Vec<_> = before
        .iter()
        .filter(|(id, mark)| after.get(*id) != Some(mark))
        .filter_map(|(_, mark)| mark["text"].as_str())
        .collect();
    assert_eq!(moved.len(), 2, "{moved:?}");
    assert!(
        moved.contains(&"3 jam lalu") && moved.contains(&"1 hari lalu"),
        "{moved:?}"
    );
    assert_eq!(tab.run(WORDS, vec![]), ARTICLE);
}

fn copies(tab: &Tab) {
    paste(tab, ARTICLE);
    let chips = tab.run(
        "return document.querySelectorAll('#article .chip').length",
        vec![],
    );
    assert!(
        chips.as_u64() > Some(0),
        "something was added that must not be copied"
    );
    tab.set_clipboard("nothing yet");
    tab.run(
        "getSelection().selectAllChildren(document.querySelector('#article'))",
        vec![],
    );
    tab.control('c');
    assert_eq!(tab.clipboard(), ARTICLE);
    // A part that starts in a mark and ends behind a chip.
    tab.run(
        "const mark = document.querySelector(arguments[0]);
         const range = document.createRange();
         range.setStart(mark.firstChild, 2);
         range.setEndAfter(mark.nextElementSibling);
         getSelection().removeAllRanges();
         getSelection().addRange(range);",
        vec![json!(mark(tab, "3 jam lalu"))],
    );
    tab.control('c');
    assert_eq!(tab.clipboard(), "jam lalu");
}

fn legend(tab: &Tab) {
    paste(tab, ARTICLE);
    let look = "const look = kind => {
            const style = getComputedStyle(document.querySelector(`#article mark[data-kind=${kind}]`));
            return `${style.textDecorationLine} ${style.backgroundColor}`;
        };
        return { PER: look('PER'), LOC: look('LOC') };";
    let shown = tab.run(look, vec![]);
    let pressed = "return document.querySelector('#legend button[data-kind=PER]').ariaPressed";
    assert_eq!(tab.run(pressed, vec![]), "true");
    tab.click("#legend button[data-kind=PER]");
    assert_eq!(tab.run(pressed, vec![]), "false");
    let hidden = tab.run(look, vec![]);
    assert_ne!(hidden["PER"], shown["PER"]);
    assert_eq!(hidden["LOC"], shown["LOC"]);
    assert_eq!(tab.run(WORDS, vec![]), ARTICLE);
    tab.click("#legend button[data-kind=PER]");
    assert_eq!(tab.run(look, vec![]), shown);
}

fn chips(tab: &Tab) {
    paste(tab, ARTICLE);
    let count = "return [...document.querySelectorAll('#article .chip')].filter(chip => chip.checkVisibility()).length";
    let shown = tab.run(count, vec![]);
    assert!(shown.as_u64() >= Some(2), "{shown} chips");
    tab.click("#abs-toggle");
    assert_eq!(tab.run(count, vec![]), 0);
    tab.click("#abs-toggle");
    assert_eq!(tab.run(count, vec![]), shown);
}

fn hostile(tab: &Tab) {
    let text = "<img src=x onerror=\"document.title='pwned'\"><script>document.title='pwned'</script>\n\n\
                \u{202e}gnaraw\u{202c} & &amp; <b>Hendra\u{0}Wijaya</b> 3 jam lalu\u{0301} \u{200f}\u{fdfd} 14 Maret 2023\n\n\
                <a href=\"javascript:document.title='pwned'\">Semarang</a> {{7*7}} ${7*7} \u{feff}\u{2028}";
    let title = tab.run("return document.title", vec![]);
    type_in(tab, text);
    assert_eq!(tab.run(WORDS, vec![]), text);
    let foreign = tab.run(
        "return [...document.querySelectorAll('#article img, #article script, #article b, #article a[href^=j]')].length",
        vec![],
    );
    assert_eq!(foreign, 0);
    assert_eq!(
        tab.run("return document.title", vec![])
            .as_str()
            .map(|now| now.contains("pwned")),
        Some(false),
        "{title}"
    );
}
