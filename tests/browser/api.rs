//! What JavaScript can rely on: the module as it was built, loaded by the browser.

use super::browser::{Case, Tab};
use serde_json::{Value, json};

/// The cases of this file.
pub(crate) const CASES: &[Case] = &[
    ("api::a_built_module_is_a_loaded_module", loads),
    ("api::offsets_are_those_of_javascript", offsets),
    ("api::a_lone_surrogate_is_one_unit", surrogates),
    ("api::the_shape_is_that_of_the_documents", shape),
    ("api::resolve_is_annotate_under_other_clocks", resolves),
    ("api::the_parts_are_the_whole", parts),
    ("api::malformed_options_are_named", options),
    ("api::any_text_is_annotated", any_text),
    ("api::the_policy_holds", policy),
];

/// Our own article: two clocks, three kinds of names, characters of one to four bytes.
pub(crate) const ARTICLE: &str = include_str!("article.txt");

/// Runs the body of an asynchronous function that has `sorot`, an `annotator` and its argument `given`.
fn call(tab: &Tab, body: &str, given: &Value) -> Result<Value, String> {
    let body = format!(
        "const sorot = await import('/pkg/sorot.js');
         await sorot.default();
         const annotator = new sorot.Annotator();
         {body}"
    );
    tab.run_async(&body, given.clone())
}

fn loads(tab: &Tab) {
    let answer = call(
        tab,
        "const file = await fetch('/pkg/sorot_bg.wasm');
         const zones = annotator.annotate('Judul').zones.length;
         annotator.free();
         return { type: file.headers.get('content-type'), version: sorot.version(), zones };",
        &Value::Null,
    );
    let expected =
        json!({ "type": "application/wasm", "version": env!("CARGO_PKG_VERSION"), "zones": 1 });
    assert_eq!(answer, Ok(expected));
}

fn offsets(tab: &Tab) {
    let answer = call(
        tab,
        "const document = annotator.annotate(given);
         const words = ({ start, end }) => given.slice(start, end);
         return {
             zones: document.zones.map(words),
             timexes: document.timexes.map(words),
             entities: document.entities.map(words),
         };",
        &json!(ARTICLE),
    )
    .expect("an article is annotated");
    let zones = strings(&answer["zones"]);
    for line in ARTICLE.lines().filter(|line| !line.trim().is_empty()) {
        assert!(
            zones.iter().any(|zone| zone.contains(line.trim())),
            "{line:?} in {zones:?}"
        );
    }
    let timexes = strings(&answer["timexes"]);
    // Behind curly quotes, an emoji and a combining accent.
    for time in [
        "14 Maret 2023",
        "dua hari lalu",
        "3 jam lalu",
        "1 hari lalu",
    ] {
        assert!(timexes.contains(&time), "{time:?} in {timexes:?}");
    }
    let entities = strings(&answer["entities"]);
    for name in ["Hendra Wijaya", "BMKG", "Semarang"] {
        assert!(entities.contains(&name), "{name:?} in {entities:?}");
    }
}

fn strings(values: &Value) -> Vec<&str> {
    let values = values.as_array().expect("an array");
    values.iter().filter_map(Value::as_str).collect()
}

fn surrogates(tab: &Tab) {
    let answer = call(
        tab,
        r"const text = '\ud83c kiri \udf89\n\nGempa terjadi pada 14 Maret 2023 \ud83c\n\nkanan\udf89';
          const { zones, timexes } = annotator.annotate(text);
          const words = ({ start, end }) => text.slice(start, end);
          const wellFormed = values => values.map(words).map(value => value.toWellFormed());
          return { zones: wellFormed(zones), timexes: wellFormed(timexes), length: zones.at(-1).end - text.length };",
        &Value::Null,
    );
    let expected = json!({
        "zones": ["\u{fffd} kiri \u{fffd}", "Gempa terjadi pada 14 Maret 2023 \u{fffd}", "kanan\u{fffd}"],
        "timexes": ["14 Maret 2023"],
        "length": 0,
    });
    assert_eq!(answer, Ok(expected));
}

/// The keys of JavaScript are those of OUTPUT's JSON in camel case, and what is unknown is `null`, never missing.
fn shape(tab: &Tab) {
    let answer = call(
        tab,
        "const document = annotator.annotate('Rapat digelar di Semarang pada 14 Maret 2023.');
         return { keys: Object.keys(document), captured: document.captured, time: document.timexes[0],
                  plain: Object.getPrototypeOf(document) === Object.prototype };",
        &Value::Null,
    )
    .expect("a sentence is annotated");
    let keys = [
        "sorot",
        "id",
        "language",
        "published",
        "publishedEvidence",
        "captured",
        "offset",
        "zones",
        "timexes",
        "entities",
        "clusters",
        "roles",
        "related",
        "warnings",
    ];
    assert_eq!(strings(&answer["keys"]), keys);
    assert_eq!(answer["captured"], Value::Null);
    assert_eq!(answer["plain"], true);
    let time = &answer["time"];
    assert_eq!(time["id"], "t1");
    assert_eq!(time["type"], "DATE");
    assert_eq!(time["value"], "2023-03-14");
    assert_eq!(time.get("mod"), Some(&Value::Null));
    assert_eq!(time.pointer("/derivation/clock"), Some(&json!("none")));
}

fn resolves(tab: &Tab) {
    let answer = call(
        tab,
        "const early = { captured: '2024-12-03T12:00+07:00' };
         const late = { published: '2024-12-10T08:00+07:00', captured: '2024-12-24T18:00+07:00' };
         const first = annotator.annotate(given, early);
         const again = annotator.resolve(late);
         const anew = new sorot.Annotator().annotate(given, late);
         const part = Object.fromEntries(Object.keys(again).map(key => [key, anew[key]]));
         const back = annotator.resolve(early);
         const stamp = ({ timexes }) => timexes
             .find(({ start, end }) => given.slice(start, end) === '3 jam lalu')?.earliest;
         return {
             keys: Object.keys(again),
             again: JSON.stringify(again) === JSON.stringify(part),
             back: JSON.stringify(back.timexes) === JSON.stringify(first.timexes),
             stamps: [stamp(first), stamp(again), stamp(back)],
         };",
        &json!(ARTICLE),
    );
    let (early, late) = ("2024-12-03T08:00+07:00", "2024-12-24T14:00+07:00");
    let expected = json!({
        "keys": ["published", "publishedEvidence", "captured", "offset", "timexes", "related", "warnings"],
        "again": true,
        "back": true,
        "stamps": [early, late, early],
    });
    assert_eq!(answer, Ok(expected));
}

fn parts(tab: &Tab) {
    let answer = call(
        tab,
        "const clocks = { captured: '2024-12-03T12:00+07:00' };
         const joined = parts => parts.map(JSON.parse).reduce((whole, part) => {
             for (const name of Object.keys(part)) whole[name] = whole[name].concat(part[name]);
             return whole;
         });
         // In JSON a confidence has the digits of the number that it is in Rust, half as precise.
         const plain = value => JSON.stringify(Object.entries(value).sort(), (_, v) => typeof v === 'number' ? Math.fround(v) : v);
         const same = (a, b) => plain(a) === plain(b);
         const text = given.repeat(400);
         const document = annotator.annotateParts(text, clocks);
         const resolution = annotator.resolveParts(clocks);
         return {
             document: same(joined(document), annotator.annotate(text, clocks)),
             resolution: same(joined(resolution), annotator.resolve(clocks)),
             several: document.length > 4 && resolution.length > 2,
             short: Math.max(...document.map(part => part.length)) < 1_000_000,
         };",
        &json!(ARTICLE),
    );
    let expected = json!({ "document": true, "resolution": true, "several": true, "short": true });
    assert_eq!(answer, Ok(expected));
}

fn options(tab: &Tab) {
    let said = |options: &str| {
        let body = format!("annotator.annotate('kemarin', {options}); return 'accepted';");
        call(tab, &body, &Value::Null).unwrap_or_else(|error| json!(error))
    };
    for fine in [
        "undefined",
        "null",
        "{}",
        "{ published: null, captured: undefined, offset: null }",
        "{ published: '2024-01-10', captured: '2024-01-10T11:25:30Z', offset: '-03:30' }",
        "{ captured: '2024-01-10T11:25+07:00' }",
    ] {
        assert_eq!(said(fine), "accepted", "{fine}");
    }
    for (wrong, named) in [
        ("{ published: 'kemarin' }", "options.published: \"kemarin\""),
        (
            "{ published: '2024-02-30' }",
            "options.published: \"2024-02-30\"",
        ),
        ("{ captured: '' }", "options.captured: \"\""),
        ("{ captured: 5 }", "options.captured: expected a string"),
        (
            "{ captured: new Date() }",
            "options.captured: expected a string",
        ),
        ("{ offset: 'WIB' }", "options.offset: \"WIB\""),
        ("{ offset: '+07:00x' }", "options.offset: \"+07:00x\""),
        ("{ offset: '+99:00' }", "options.offset: \"+99:00\""),
        ("{ publised: null }", "\"publised\" is no option"),
        (
            "{ get offset() { throw new Error('x'); } }",
            "options.offset: cannot be read",
        ),
        ("'2024-01-10'", "options: expected an object"),
    ] {
        let said = said(wrong);
        let said = said.as_str().expect("a sentence");
        assert!(
            said.starts_with("Error: options") && said.contains(named),
            "{wrong}: {said}"
        );
    }
    // The object is as good as before, and resolving needs something to resolve.
    let answer = call(
        tab,
        "const words = [];
         for (const attempt of [() => annotator.resolve({}), () => annotator.annotate('a', { offset: 7 })]) {
             try { attempt(); } catch (error) { words.push(error.message); }
         }
         return { words, zones: annotator.annotate('a').zones.length, again: annotator.resolve().timexes.length };",
        &Value::Null,
    );
    let words = [
        "resolve: annotate a text first",
        "options.offset: expected a string or null",
    ];
    assert_eq!(
        answer,
        Ok(json!({ "words": words, "zones": 1, "again": 0 }))
    );
}

/// Large, empty and strange texts come back, with spans inside them and in order.
fn any_text(tab: &Tab) {
    let answer = call(
        tab,
        r"const texts = [
              '', '\n'.repeat(100000), 'a'.repeat(5 << 20), '\0\u202e\u200f3 jam lalu\u0301\u0301', '\ud800'.repeat(1000),
              given.repeat(100), given.split('').reverse().join(''), '9'.repeat(100000), '(“”‘’—…'.repeat(10000),
          ];
          const wrong = [];
          for (const text of texts) {
              const { zones, timexes, entities } = annotator.annotate(text, { captured: '2024-12-03' });
              for (const spans of [zones, timexes, entities]) {
                  let last = 0;
                  for (const { start, end } of spans) {
                      if (!(last <= start && start < end && end <= text.length)) wrong.push([text.slice(0, 20), start, end]);
                      last = end;
                  }
              }
          }
          return wrong;",
        &json!(ARTICLE),
    );
    assert_eq!(answer, Ok(json!([])));
}

/// The page's policy, as the browser understands it: code from text, frames and other hosts are out.
fn policy(tab: &Tab) {
    let answer = tab.run_async(
        "const refused = new Set();
         const heard = event => refused.add(event.effectiveDirective);
         document.addEventListener('securitypolicyviolation', heard);
         const image = new Image();
         const settled = new Promise(resolve => { image.onload = image.onerror = resolve; });
         image.src = 'http://127.0.0.1:9/pixel.png';
         await settled;
         await fetch('http://127.0.0.1:9/').catch(() => {});
         try { document.createElement('div').innerHTML = '<b>x</b>'; } catch { refused.add('TypeError'); }
         try { new Worker('/worker.js'); } catch { refused.add('Worker'); }
         await new Promise(resolve => setTimeout(resolve, 100));
         return [...refused].sort();",
        Value::Null,
    );
    let refused = [
        "TypeError",
        "Worker",
        "connect-src",
        "img-src",
        "require-trusted-types-for",
    ];
    assert_eq!(answer, Ok(json!(refused)));
    assert!(
        !tab.complaints().is_empty(),
        "and the console says so, or no other test could see it"
    );
}
