//! The page without a network, and a newer version of it.

use super::api::ARTICLE;
use super::browser::{Case, Process, Tab};
use super::view::{WORDS, mark, paste};
use serde_json::{Value, json};

/// The cases of this file.
pub(crate) const CASES: &[Case] = &[
    (
        "offline::without_the_server_it_loads_and_annotates",
        without,
    ),
    ("offline::a_newer_version_waits_for_the_reader", newer),
    ("offline::a_reload_brings_what_the_server_has", reload),
];

const KEPT: &str = "document.querySelector('#kept').checkVisibility()";
const NOTICE: &str = "document.querySelector('[data-notice=version]') !== null";

fn without(tab: &Tab) {
    let server = Process::serve().expect("a server of its own");
    tab.visit_at(&server.address, "/");
    tab.wait_until(KEPT);
    drop(server);
    tab.reload();
    paste(tab, ARTICLE);
    mark(tab, "Hendra Wijaya");
    assert_eq!(tab.run(WORDS, vec![]), ARTICLE);
    // What was never asked for is there too.
    let sample = tab.run_async(
        "return (await (await fetch('samples/bencana.txt')).text()).length",
        Value::Null,
    );
    assert!(
        sample
            .as_ref()
            .is_ok_and(|length| length.as_u64() > Some(500)),
        "{sample:?}"
    );
}

/// Makes what is kept an older version, whose first sample is the word "lama".
fn age(tab: &Tab) {
    tab.wait_until(KEPT);
    tab.run_async(
        "// What the page asked at its start must not meet the change halfway.
         const { port1, port2 } = new MessageChannel();
         navigator.serviceWorker.controller.postMessage('refresh', [port2]);
         await new Promise(resolve => { port1.onmessage = resolve; });
         const [name] = await caches.keys();
         const now = await caches.open(name);
         const old = await caches.open('sorot-old');
         for (const request of await now.keys()) await old.put(request, await now.match(request));
         await old.put('samples/ekonomi.txt', new Response('lama'));
         await caches.delete(name);",
        Value::Null,
    )
    .expect("storage may be written");
}

/// The versions that are kept, and what the page gets of the sample.
fn state(tab: &Tab) -> Value {
    tab.run_async(
        "const names = await caches.keys();
         const sample = await (await fetch('samples/ekonomi.txt')).text();
         return { versions: names.length, isOld: names[0] === 'sorot-old', sample: sample === 'lama' };",
        Value::Null,
    )
    .expect("storage may be read")
}

fn newer(tab: &Tab) {
    age(tab);
    // The same address again would be a reload.
    tab.visit("/?again");
    tab.wait_until(NOTICE);
    // Told of, but not swapped in.
    assert_eq!(
        state(tab),
        json!({ "versions": 2, "isOld": true, "sample": true })
    );
    tab.run("window.isOld = true", vec![]);
    tab.click("[data-notice=version] button.link");
    tab.wait_until(&format!("!window.isOld && {KEPT} && !({NOTICE})"));
    assert_eq!(
        state(tab),
        json!({ "versions": 1, "isOld": false, "sample": false })
    );
}

fn reload(tab: &Tab) {
    age(tab);
    tab.reload();
    tab.wait_until(KEPT);
    assert_eq!(
        state(tab),
        json!({ "versions": 1, "isOld": false, "sample": false })
    );
}
