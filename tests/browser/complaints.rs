//! What went wrong without the script noticing: errors in the console, refusals of the policy, requests that leave this
//! machine. Each engine tells it in its own way.

use super::Tab;
use super::engine::Engine;
use serde_json::{Value, json};

/// What a page may ask for.
const OWN: [&str; 6] = [
    "http://127.0.0.1:",
    "data:",
    "blob:",
    "about:",
    "chrome:",
    "file:///",
];

/// Firefox, as its own scripts see it: each request that a page makes. Once for a browser.
const WATCH: &str = "
    const requests = window.sorotRequests = [];
    Services.obs.addObserver({ observe(subject) {
        const { URI, loadInfo } = subject.QueryInterface(Ci.nsIChannel);
        if (loadInfo?.triggeringPrincipal?.isContentPrincipal) requests.push(URI.spec);
    } }, 'http-on-modify-request');";

/// And what its console keeps, of all tabs.
const ASK: &str = "
    const said = Services.console.getMessageArray().filter(entry => entry instanceof Ci.nsIScriptError)
        .filter(({ flags, category }) => !(flags & Ci.nsIScriptError.warningFlag) && /^(content javascript|CSP|Mixed|CORS)/.test(category))
        .map(({ errorMessage }) => `console: ${errorMessage}`);
    Services.console.reset();
    return { said, requests: window.sorotRequests.splice(0) };";

/// `WebKitGTK`, from within the page; what its policy refused before is told afterwards. An error of a script that came
/// earlier is not: then the page does not work, which no test takes for well.
const LISTEN: &str = "
    if (window.sorotSaid) return;
    const said = window.sorotSaid = [];
    const note = reports => { for (const { body } of reports) said.push(`policy: ${body.effectiveDirective} ${body.blockedURL}`); };
    window.sorotReports = new ReportingObserver(note, { types: ['csp-violation'], buffered: true });
    sorotReports.observe();
    addEventListener('error', event => said.push(`error: ${event.message ?? event.target.src}`), true);
    addEventListener('unhandledrejection', ({ reason }) => said.push(`error: ${reason}`));
    const error = console.error;
    console.error = (...words) => { said.push(`console: ${words.join(' ')}`); error.apply(console, words); };";

const TELL: &str = "
    window.sorotReports?.takeRecords().forEach(({ body }) => sorotSaid.push(`policy: ${body.effectiveDirective} ${body.blockedURL}`));
    const requests = performance.getEntriesByType('resource').map(({ name }) => name);
    performance.clearResourceTimings();
    return { said: window.sorotSaid?.splice(0) ?? [], requests: [...requests, location.href] };";

/// Starts to listen in a new browser.
pub(super) fn watch(tab: &Tab) {
    if tab.engine == Engine::Firefox {
        tab.run_in_firefox(WATCH);
    }
}

/// Starts to listen in a page that has just been loaded.
pub(super) fn listen(tab: &Tab) {
    if tab.engine == Engine::WebKit {
        tab.run(LISTEN, vec![]);
    }
}

/// What there is to complain of since the last time.
pub(super) fn tell(tab: &Tab) -> Vec<String> {
    let (mut said, requests) = match tab.engine {
        Engine::Chromium => chromium(tab),
        Engine::Firefox => {
            let mut told = parts(&tab.run_in_firefox(ASK));
            told.0.extend(tab.console_errors());
            told
        }
        Engine::WebKit => parts(&tab.run(TELL, vec![])),
    };
    let foreign = requests
        .into_iter()
        .filter(|url| !OWN.iter().any(|own| url.starts_with(own)));
    said.extend(foreign.map(|url| format!("request: {url}")));
    said
}

fn parts(told: &Value) -> (Vec<String>, Vec<String>) {
    let strings = |value: &Value| {
        let values = value.as_array().expect("a list").iter();
        values
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect()
    };
    (strings(&told["said"]), strings(&told["requests"]))
}

fn chromium(tab: &Tab) -> (Vec<String>, Vec<String>) {
    let console = log(tab, "browser");
    let console = console
        .iter()
        .filter(|entry| entry["level"] == "SEVERE" || entry["source"] == "security")
        // A browser asks for this by itself where a document names no icon.
        .filter(|entry| {
            let text = entry["message"].as_str().unwrap_or_default();
            !text.contains("/favicon.ico ")
        })
        .map(|entry| format!("console: {}", entry["message"]));
    let requests = log(tab, "performance");
    let requests = requests
        .iter()
        .filter_map(|entry| serde_json::from_str::<Value>(entry["message"].as_str()?).ok())
        .filter(|event| event["message"]["method"] == "Network.requestWillBeSent")
        .filter_map(|event| {
            let url = event["message"]["params"]["request"]["url"].as_str()?;
            Some(url.to_owned())
        });
    (console.collect(), requests.collect())
}

fn log(tab: &Tab, kind: &str) -> Vec<Value> {
    match tab.extension("se/log", &json!({ "type": kind })) {
        Value::Array(entries) => entries,
        other => panic!("no log {kind}: {other}"),
    }
}
