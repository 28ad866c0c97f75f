//! The page as a person uses it: paste, look, point, change a clock, copy.

use super::api::ARTICLE;
use super::browser::{Case, Tab};
use fantoccini::key::Key;
use serde_json::json;

/// The cases of this file.
pub(crate) const CASES: &[Case] = &[
    ("view::copying_gives_back_what_was_pasted", copies),
    ("view::hostile_text_is_inert", hostile),
];

/// The article's text as it is read from the screen, without what the page added.
const WORDS: &str = "
    const article = document.querySelector('#article').cloneNode(true);
    for (const chip of article.querySelectorAll('.chip')) chip.remove();
    return article.textContent;";

const READ: &str = "document.body.dataset.state === 'reading' && document.querySelector('#article').ariaBusy === 'false'";

/// Pastes with the keyboard, as a person would, and waits until the article is drawn.
fn paste(tab: &Tab, text: &str) {
    tab.set_clipboard(text);
    tab.click("#paste");
    tab.control('v');
    tab.wait_until(READ);
}

/// Puts a text in the box that a clipboard would have changed, and asks for it to be read.
fn type_in(tab: &Tab, text: &str) {
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

fn copies(tab: &Tab) {
    paste(tab, ARTICLE);
    tab.set_clipboard("nothing yet");
    tab.run(
        "getSelection().selectAllChildren(document.querySelector('#article'))",
        vec![],
    );
    tab.control('c');
    assert_eq!(tab.clipboard(), ARTICLE);
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
