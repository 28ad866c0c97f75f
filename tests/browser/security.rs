//! Texts that would run if anything took them for code, through every way in and every way out.

use super::browser::{Case, Tab};
use super::share::open_file;
use super::view::{READ, WORDS, type_in};
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::{fs, thread};

/// The cases of this file.
pub(crate) const CASES: &[Case] = &[
    ("security::nothing_typed_runs", typed),
    ("security::nothing_pasted_runs", pasted),
    ("security::nothing_dropped_runs", dropped),
    ("security::nothing_in_a_file_runs", files),
    ("security::nothing_in_a_link_or_an_import_runs", shared),
    ("security::nothing_that_is_kept_runs", kept),
    ("security::nothing_in_a_card_runs", cards),
    ("security::an_export_runs_nowhere", exported),
    ("security::the_page_has_its_policy_with_it", policy),
];

const VECTORS: &str = include_str!("../security/vectors.txt");

/// Each by itself, of all classes.
fn vectors() -> Vec<String> {
    let lines = VECTORS.lines();
    let is_vector = |line: &&str| {
        let is_class = line.starts_with('[')
            && line.ends_with(']')
            && line[1..line.len() - 1]
                .bytes()
                .all(|byte| byte.is_ascii_lowercase());
        !line.is_empty() && !line.starts_with("# ") && !is_class
    };
    let vectors: Vec<_> = lines.filter(is_vector).map(unescape).collect();
    assert!(vectors.len() >= 100, "{}", vectors.len());
    vectors
}

/// `\n`, `\t` and `\u{…}`.
fn unescape(line: &str) -> String {
    let mut text = String::new();
    let mut rest = line;
    while let Some((before, escape)) = rest.split_once('\\') {
        text.push_str(before);
        let (c, after) = match escape.split_at(1) {
            ("n", after) => ('\n', after),
            ("t", after) => ('\t', after),
            (_, after) => {
                let (code, after) = after[1..].split_once('}').expect("a closing brace");
                let code = u32::from_str_radix(code, 16).expect("a number");
                (char::from_u32(code).expect("a character"), after)
            }
        };
        text.push(c);
        rest = after;
    }
    text + rest
}

/// An article that consists of them.
fn article() -> String {
    format!(
        "Judul aman\n\nSelasa, 3 Desember 2024 10:00 WIB\n\nSEMARANG - Hendra Wijaya pergi ke Solo kemarin.\n\n{}",
        vectors().join("\n\n")
    )
}

/// What must hold whatever came in: nothing ran, and nothing is there that could.
fn inert(tab: &Tab, way: &str) {
    let found = tab.run(
        "const code = 'script, iframe, object, embed, base, meta, link, video, audio, source, math, template, foreignObject, animate, set, marquee, noscript, style, form, img, x';
         const told = [...document.querySelectorAll('#article, #panel, #card, #notices, #toasts, dialog')];
         const nodes = told.flatMap(part => [...part.querySelectorAll('*')]);
         const foreign = nodes.filter(node => node.matches(code)
             || [...node.attributes].some(({ name, value }) => name.startsWith('on') || name === 'style' && value.includes('url(')
                 || /^(href|src|action|formaction|xlink:href|data|srcdoc)$/.test(name) && !/^(https?:|#|$)/.test(value)));
         return { ran: window.ran ?? null, title: document.title.includes('ran='), foreign: foreign.map(node => node.outerHTML.slice(0, 200)) };",
        vec![],
    );
    assert_eq!(found["ran"], Value::Null, "{way}: it ran");
    assert_eq!(found["title"], false, "{way}: the title");
    assert_eq!(found["foreign"], json!([]), "{way}");
}

/// Chromium refuses the style sheet even of a document that is never shown, and says so; nothing else may be said.
fn only_styles_were_refused(tab: &Tab) {
    let complaints = tab.complaints();
    let is_style = |line: &String| line.contains("inline style");
    assert!(complaints.iter().all(is_style), "{complaints:?}");
}

/// That, and the article is the text.
fn shows(tab: &Tab, text: &str, way: &str) {
    tab.wait_until(READ);
    inert(tab, way);
    assert_eq!(tab.run(WORDS, vec![]), text, "{way}");
    let copied = tab.run_async(
        "const { plain } = await import('/copying.js'); const { currentView } = await import('/session.js'); return plain(currentView());",
        Value::Null,
    );
    assert_eq!(copied, Ok(json!(text)), "{way}: a copy");
}

fn typed(tab: &Tab) {
    let text = article();
    type_in(tab, &text);
    shows(tab, &text, "typed");
    // The page offers to read the markup; that is as inert.
    if tab.run(
        "return document.querySelector('[data-notice=intake] button.link') !== null",
        vec![],
    ) == true
    {
        tab.run(
            "document.querySelector('[data-notice=intake] button.link').click()",
            vec![],
        );
        tab.wait_until(READ);
        inert(tab, "cleaned");
        only_styles_were_refused(tab);
    }
}

/// An event that carries flavours of a text, as from a clipboard or a drag.
fn carry(tab: &Tab, event: &str, field: &str, flavours: &Value) {
    tab.run(
        "const data = new DataTransfer();
         for (const [type, text] of Object.entries(arguments[2])) data.setData(type, text);
         const event = new Event(arguments[0], { bubbles: true, cancelable: true });
         document.body.dispatchEvent(Object.assign(event, { [arguments[1]]: data }));",
        vec![json!(event), json!(field), flavours.clone()],
    );
}

fn pasted(tab: &Tab) {
    let text = article();
    carry(
        tab,
        "paste",
        "clipboardData",
        &json!({ "text/plain": text, "text/html": text }),
    );
    shows(tab, &text, "pasted");
    tab.run("document.querySelector('#fresh').click()", vec![]);
    let html = format!("<p>SEMARANG - Hendra Wijaya pergi ke Solo.</p>{text}");
    carry(tab, "paste", "clipboardData", &json!({ "text/html": html }));
    tab.wait_until(READ);
    inert(tab, "pasted as HTML");
    // Each alone too: together one may swallow the next.
    let read = tab.run_async(
        "const { fromHtml } = await import('/webpage.js');
         for (const html of given) for (const whole of [false, true]) fromHtml(html, whole);
         await new Promise(resolve => setTimeout(resolve, 300));
         return given.length;",
        json!(vectors()),
    );
    assert_eq!(read, Ok(json!(vectors().len())));
    inert(tab, "read as HTML");
    only_styles_were_refused(tab);
}

fn dropped(tab: &Tab) {
    let text = article();
    carry(
        tab,
        "drop",
        "dataTransfer",
        &json!({ "text/plain": text, "text/html": text, "text/uri-list": "javascript:ran=1" }),
    );
    shows(tab, &text, "dropped");
}

fn files(tab: &Tab) {
    let text = article();
    // Bytes that no text has would make it a file of another kind.
    let text = text.replace('\0', "");
    open_file(tab, "<img src=x onerror=ran=1>.txt", &text);
    shows(tab, &text, "a text file");
    open_file(
        tab,
        "a.html",
        &format!("<!doctype html><h1>Judul</h1><p>SOLO - Hendra Wijaya di Solo.</p>{text}"),
    );
    tab.wait_until("document.querySelector('#article').textContent.startsWith('Judul\\n')");
    tab.wait_until(READ);
    inert(tab, "a page in a file");
    only_styles_were_refused(tab);
    for vector in vectors().iter().step_by(10) {
        open_file(tab, "b.pdf", &format!("%PDF{vector}"));
        open_file(
            tab,
            &format!("{vector}.json"),
            &format!("{{\"text\": {}}}", json!(vector)),
        );
    }
    tab.wait_until(READ);
    inert(tab, "files of other kinds");
}

/// The article with every vector marked as a name, and merged into one that is a vector, and the state that a link and a
/// file would hold.
const RECORD: &str = "
    const { quoteOf } = await import('/quote.js');
    const { freshClocks } = await import('/session.js');
    const { text, vectors } = given;
    let from = text.indexOf('Solo kemarin');
    const steps = vectors.map(vector => {
        const start = text.indexOf(vector, from);
        from = start + vector.length;
        return [{ do: 'kind', at: quoteOf(text, { start, end: from }), kind: 'PER' }];
    });
    const at = steps[0][0].at;
    for (const vector of vectors) steps.push(
        [{ do: 'merge', at, kind: 'PER', name: at.exact, into: vector }], [{ do: 'kind', at, kind: vector }],
        [{ do: 'value', at, value: vector }], [{ do: vector, at }], [{ do: 'clock', at, clock: vector }], [vector],
    );
    const record = { text, clocks: { ...freshClocks(), offset: vectors[0], published: vectors[1], by: vectors[2] }, steps };";

fn given() -> Value {
    json!({ "text": article(), "vectors": vectors() })
}

/// Opens a link that has all this.
fn open_link(tab: &Tab) {
    let body =
        format!("{RECORD} const {{ seal }} = await import('/share.js'); return seal(record);");
    let fragment = tab.run_async(&body, given()).expect("a link is made");
    tab.visit(&format!("/?hostile#{}", fragment.as_str().expect("a link")));
}

fn shared(tab: &Tab) {
    let text = article();
    open_link(tab);
    shows(tab, &text, "a link");
    let marked = tab.run(
        "return document.querySelectorAll('#article [data-kind=PER]').length",
        vec![],
    );
    assert!(marked.as_u64() > Some(100), "{marked} are marked");
    for view in ["timeline", "related", "changes", "index"] {
        tab.run(
            "document.querySelector(arguments[0]).click()",
            vec![json!(format!("#tab-{view}"))],
        );
        inert(tab, view);
    }
    let body = format!(
        "{RECORD} return JSON.stringify({{ text, clocks: record.clocks, corrections: [...steps, ...vectors, null, 7], published: vectors[0], captured: vectors[1] }});"
    );
    let file = tab.run_async(&body, given()).expect("JSON");
    tab.run("document.querySelector('#fresh').click()", vec![]);
    open_file(tab, "artikel.json", file.as_str().expect("JSON"));
    shows(tab, &text, "an import");
}

fn kept(tab: &Tab) {
    let text = article();
    let body = format!(
        "{RECORD}
         const {{ fingerprint }} = await import('/shelf.js');
         localStorage.setItem('sorot-corrections', JSON.stringify({{ [fingerprint(text)]: steps, [vectors[0]]: vectors }}));
         localStorage.setItem('sorot', JSON.stringify({{ theme: vectors[0], style: vectors[1], chips: vectors[2], hidden: vectors, language: 'id' }}));"
    );
    tab.run_async(&body, given()).expect("it is kept");
    tab.reload();
    type_in(tab, &text);
    shows(tab, &text, "kept corrections");
    for (key, value) in [
        ("sorot", "{"),
        ("sorot", "[]"),
        ("sorot", "null"),
        ("sorot-corrections", "[1"),
        ("sorot-corrections", "7"),
    ] {
        tab.run(
            "localStorage.setItem(arguments[0], arguments[1])",
            vec![json!(key), json!(value)],
        );
        tab.reload();
        type_in(tab, &text);
        shows(tab, &text, value);
    }
    tab.run("localStorage.clear()", vec![]);
}

fn cards(tab: &Tab) {
    open_link(tab);
    tab.wait_until(READ);
    let opened = tab.run_async(
        "let opened = 0;
         for (const mark of document.querySelectorAll('#article [data-kind=PER]')) {
             mark.click();
             const merge = document.querySelector('#mend-merge');
             merge?.click();
             opened += document.querySelector('#card').textContent.includes(mark.textContent);
             for (const node of document.querySelectorAll('#card *, #article .active')) {
                 for (const name of ['mouseover', 'focus', 'error', 'toggle', 'animationstart']) node.dispatchEvent(new Event(name));
             }
             if (opened % 20 === 0) await new Promise(resolve => setTimeout(resolve));
         }
         return opened;",
        Value::Null,
    );
    assert!(
        opened
            .as_ref()
            .is_ok_and(|opened| opened.as_u64() > Some(100)),
        "{opened:?}"
    );
    inert(tab, "cards");
}

fn exported(tab: &Tab) {
    open_link(tab);
    tab.wait_until(READ);
    let files = tab.run_async(
        "const { current } = await import('/current.js');
         const { default: init, Annotator } = await import('/pkg/sorot.js');
         await init();
         const { document, text } = current();
         const annotator = new Annotator();
         return ['html', 'csv', 'markdown'].map(format => annotator.export(document, text, format));",
        Value::Null,
    );
    let files = files.expect("it is exported");
    let file = |index: usize| files[index].as_str().expect("a text");
    // A spreadsheet takes none of the cells for a formula.
    let table = file(1).trim_start_matches('\u{feff}');
    let mut cells = 0;
    for row in csv::Reader::from_reader(table.as_bytes()).records() {
        for cell in &row.expect("a row") {
            cells += 1;
            let is_formula =
                cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
            assert!(!is_formula, "{cell:?}");
        }
    }
    assert!(cells > 1000, "{cells} cells");
    // A browser that opens the page, which no policy of a server protects, runs nothing of it.
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join(format!("export-{}.html", std::process::id()));
    fs::write(&path, file(0)).expect("the file is written");
    tab.visit_at("file://", path.to_str().expect("a path"));
    tab.run(
        "for (const node of document.querySelectorAll('*')) {
             for (const name of ['mouseover', 'focus', 'error', 'load', 'toggle', 'animationstart']) node.dispatchEvent(new Event(name));
         }",
        vec![],
    );
    let found = tab.run(
        "return { ran: window.ran ?? null, code: document.querySelectorAll('script, iframe, object, embed, img, svg, math, form, base, video, audio').length,
                  handlers: [...document.querySelectorAll('*')].filter(node => [...node.attributes].some(({ name }) => name.startsWith('on'))).length,
                  text: document.body.textContent };",
        vec![],
    );
    assert_eq!(
        [&found["ran"], &found["code"], &found["handlers"]],
        [&Value::Null, &json!(0), &json!(0)]
    );
    let text = found["text"].as_str().expect("a text");
    for vector in vectors()
        .iter()
        .filter(|vector| !vector.contains(char::is_control))
    {
        assert!(text.contains(vector.as_str()), "{vector}");
    }
    let _ = fs::remove_file(path);
}

/// The page on a server that sends no policy.
fn policy(tab: &Tab) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
    let origin = format!("http://{}", listener.local_addr().expect("an address"));
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            thread::spawn(move || answer(stream));
        }
    });
    tab.visit_at(&origin, "/");
    tab.wait_until("document.querySelector('#kept').checkVisibility()");
    assert_eq!(tab.complaints(), Vec::<String>::new());
    let refused = tab.run_async(
        "const refused = new Set();
         document.addEventListener('securitypolicyviolation', event => refused.add(event.effectiveDirective));
         await fetch('http://127.0.0.1:9/').catch(() => {});
         const image = new Image();
         const settled = new Promise(resolve => { image.onload = image.onerror = resolve; });
         image.src = 'http://127.0.0.1:9/pixel.png';
         await settled;
         try { document.createElement('div').innerHTML = '<b>x</b>'; } catch { refused.add('innerHTML'); }
         try { new Worker('/worker.js'); } catch { refused.add('Worker'); }
         try { trustedTypes.createPolicy('other', {}); } catch { refused.add('another policy'); }
         const node = document.createElement('div');
         try { node.setAttribute('onclick', 'window.ran = 1'); } catch { refused.add('handler'); }
         node.click();
         await new Promise(resolve => setTimeout(resolve, 100));
         return { ran: window.ran ?? null, refused: ['connect-src', 'img-src', 'innerHTML', 'Worker', 'another policy'].filter(name => !refused.has(name)) };",
        Value::Null,
    );
    assert_eq!(
        refused,
        Ok(json!({ "ran": null, "refused": [] })),
        "all of these are refused"
    );
    assert!(!tab.complaints().is_empty());
}

fn answer(mut stream: TcpStream) {
    let mut request = [0; 8192];
    let length = stream.read(&mut request).unwrap_or(0);
    let head = String::from_utf8_lossy(&request[..length]).into_owned();
    let path = head
        .split(' ')
        .nth(1)
        .unwrap_or("/")
        .split('?')
        .next()
        .unwrap_or("/");
    let name = if path == "/" {
        "index.html"
    } else {
        &path[1..]
    };
    let file: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("www").join(name);
    let mime = match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        _ => "text/plain",
    };
    let (status, body) =
        fs::read(file).map_or(("404 Not Found", Vec::new()), |body| ("200 OK", body));
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {mime}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    let _ = stream
        .write_all(head.as_bytes())
        .and_then(|()| stream.write_all(&body));
}
