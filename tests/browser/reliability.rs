//! What the page does when something else fails: the engine's thread, the storage.

use super::api::ARTICLE;
use super::browser::{Case, Tab};
use super::view::{READ, WORDS, mark, paste, type_in};
use serde_json::{Value, json};

/// The cases of this file.
pub(crate) const CASES: &[Case] = &[
    ("reliability::a_killed_engine_is_replaced_once", killed),
    (
        "reliability::full_or_refused_storage_costs_nothing_else",
        storage,
    ),
    ("reliability::brackets_and_endless_words_are_drawn", odd),
];

/// From now on the engine's thread ends, as if the system had ended it, at a text with "BOOM", as often as is left.
const KILL: &str = "
    const post = Worker.prototype.postMessage;
    window.left = arguments[0];
    Worker.prototype.postMessage = function (message) {
        if (!message.text?.includes('BOOM') || window.left === 0) return post.call(this, message);
        window.left -= 1;
        this.terminate();
        setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { message: 'killed' })), 50);
    };";

fn killed(tab: &Tab) {
    paste(tab, ARTICLE);
    let text = format!("{ARTICLE}\n\nBOOM");
    tab.run("document.querySelector('#fresh').click()", vec![]);
    tab.run(KILL, vec![json!(1)]);
    type_in(tab, &text);
    mark(tab, "Hendra Wijaya");
    assert_eq!(
        tab.run("return window.left", vec![]),
        0,
        "it was killed once"
    );
    tab.run(
        "document.querySelector('#fresh').click(); window.left = 9;",
        vec![],
    );
    tab.run(
        "const box = document.querySelector('#paste'); box.value = arguments[0]; document.querySelector('#run').click();",
        vec![json!(text)],
    );
    tab.wait_until("document.querySelector('[data-notice=crash]') !== null");
    let state = tab.run(
        "return [window.left, document.querySelector('#paste').value]",
        vec![],
    );
    assert_eq!(
        state,
        json!([7, text]),
        "tried once more, and the text is there"
    );
    // Another text is read as ever.
    tab.run("document.querySelector('#paste').value = ''", vec![]);
    type_in(tab, ARTICLE);
    assert_eq!(tab.run(WORDS, vec![]), ARTICLE);
}

fn storage(tab: &Tab) {
    tab.run(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
         Storage.prototype.getItem = Storage.prototype.removeItem = () => { throw new DOMException('refused', 'SecurityError'); };",
        vec![],
    );
    paste(tab, ARTICLE);
    tab.run("document.querySelector('#theme-toggle').click()", vec![]);
    let selector = mark(tab, "BMKG");
    tab.run(
        "document.querySelector(arguments[0]).click();
         document.querySelector('#mend-kind').click();
         document.querySelector('#mend-to-LOC').click();",
        vec![json!(selector)],
    );
    tab.wait_until("[...document.querySelectorAll('#article [data-kind=LOC]')].some(mark => mark.textContent === 'BMKG')");
    assert_eq!(tab.run(WORDS, vec![]), ARTICLE);
}

fn odd(tab: &Tab) {
    let texts = [
        format!("{}SEMARANG{}", "(".repeat(10_000), ")".repeat(10_000)),
        "[".repeat(10_000),
        "a".repeat(1 << 20),
    ];
    for text in texts {
        let asked = tab.run_async(
            "const box = document.querySelector('#paste'); box.value = given; document.querySelector('#run').click();",
            json!(text),
        );
        assert_eq!(asked, Ok(Value::Null));
        tab.wait_until(&format!(
            "document.querySelector('#article').textContent.length === {} && {READ}",
            text.len()
        ));
        assert_eq!(tab.run(WORDS, vec![]), text);
        tab.run("document.querySelector('#fresh').click()", vec![]);
    }
}
