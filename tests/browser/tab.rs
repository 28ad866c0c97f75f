//! A tab: what a person can do in it, what its scripts answer, and what it complained of.

use fantoccini::actions::{InputSource, KeyAction, KeyActions, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder, Locator};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::path::Path;
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};
use url::{ParseError, Url};

/// One tab in a browser of its own: nothing is shared between tests.
pub(crate) struct Tab {
    runtime: Runtime,
    client: Client,
    origin: String,
}

const PATIENCE: Duration = Duration::from_secs(10);

impl Tab {
    /// Starts a browser for the server at `origin`.
    pub(crate) fn open(driver: &str, browser: &Path, origin: &str) -> Self {
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        let capabilities = json!({
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
            "goog:chromeOptions": {
                "binary": browser,
                "args": [
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic",
                    "--no-first-run", "--disable-background-networking", "--disable-component-update",
                    "--disable-sync", "--window-size=1280,900", "--lang=id",
                ],
            },
            "timeouts": { "script": 60_000, "pageLoad": 60_000 },
        });
        let Value::Object(capabilities) = capabilities else {
            unreachable!("it is written as an object")
        };
        let client = runtime
            .block_on(
                ClientBuilder::new(HttpConnector::new())
                    .capabilities(capabilities)
                    .connect(driver),
            )
            .expect("a browser session");
        Self {
            runtime,
            client,
            origin: origin.to_owned(),
        }
    }

    /// Opens a path of the server, which may use the clipboard.
    pub(crate) fn visit(&self, path: &str) {
        self.visit_at(&self.origin, path);
    }

    /// Opens a path of another server on this machine.
    pub(crate) fn visit_at(&self, origin: &str, path: &str) {
        self.wait_on(self.client.goto(&format!("{origin}{path}")));
        for permission in ["clipboard-read", "clipboard-write"] {
            self.extension(
                "permissions",
                &json!({ "descriptor": { "name": permission }, "state": "granted" }),
            );
        }
    }

    /// What a script returns; its arguments are `arguments[0]`, ….
    pub(crate) fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.wait_on(self.client.execute(script, arguments))
    }

    /// What the body of an asynchronous function returns, or the error it throws.
    /// Its argument is `given`.
    pub(crate) fn run_async(&self, body: &str, given: Value) -> Result<Value, String> {
        let script = format!(
            "const [given, done] = arguments;
             (async () => {{ {body} }})().then(
                 value => done({{ value: value ?? null }}),
                 error => done({{ error: String(error) }}),
             );"
        );
        let mut answer = self.wait_on(self.client.execute_async(&script, vec![given]));
        match answer.get("error").and_then(Value::as_str) {
            Some(error) => Err(error.to_owned()),
            None => Ok(answer["value"].take()),
        }
    }

    /// Makes the window as wide and high as this, narrower than a window of the screen can be.
    pub(crate) fn resize(&self, width: u32, height: u32) {
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        let command = json!({ "cmd": "Emulation.setDeviceMetricsOverride", "params": metrics });
        self.extension("goog/cdp/execute", &command);
    }

    /// Shows the page as if on this medium, to a reader with these preferences.
    pub(crate) fn emulate(&self, media: &str, features: &[(&str, &str)]) {
        let features: Vec<Value> = features
            .iter()
            .map(|(name, value)| json!({ "name": name, "value": value }))
            .collect();
        let command = json!({
            "cmd": "Emulation.setEmulatedMedia",
            "params": { "media": media, "features": features },
        });
        self.extension("goog/cdp/execute", &command);
    }

    /// The roles of the accessibility tree, each with how often it is there.
    pub(crate) fn roles(&self) -> Value {
        let command = json!({ "cmd": "Accessibility.getFullAXTree", "params": {} });
        let tree = self.extension("goog/cdp/execute", &command);
        let mut roles = serde_json::Map::new();
        for node in tree["nodes"].as_array().into_iter().flatten() {
            if let (Some(role), false) = (node["role"]["value"].as_str(), node["ignored"] == true) {
                let count = roles.get(role).and_then(Value::as_u64).unwrap_or(0);
                roles.insert(role.to_owned(), json!(count + 1));
            }
        }
        Value::Object(roles)
    }

    /// Loads the page anew.
    pub(crate) fn reload(&self) {
        self.wait_on(self.client.refresh());
    }

    /// Waits until an expression is true.
    pub(crate) fn wait_until(&self, expression: &str) {
        let body = format!(
            "const stop = performance.now() + given;
             while (!({expression})) {{
                 if (performance.now() > stop) return false;
                 await new Promise(resolve => setTimeout(resolve, 20));
             }}
             return true;"
        );
        let patience = u64::try_from(PATIENCE.as_millis()).expect("seconds");
        let came = self.run_async(&body, json!(patience));
        assert_eq!(
            came,
            Ok(Value::Bool(true)),
            "in {PATIENCE:?} it did not become true: {expression}\non the page: {}",
            self.run("return document.body.innerText", vec![]),
        );
    }

    /// The first element of a selector; waits for it.
    pub(crate) fn find(&self, selector: &str) -> Element {
        let element = self.client.wait().at_most(PATIENCE);
        self.wait_on(element.for_element(Locator::Css(selector)))
    }

    /// Clicks on an element.
    pub(crate) fn click(&self, selector: &str) {
        self.wait_on(self.find(selector).click());
    }

    /// Moves the mouse onto an element and leaves it there.
    pub(crate) fn hover(&self, selector: &str) {
        let element = self.find(selector);
        self.run(
            "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })",
            vec![json!(element)],
        );
        // A person points when the page stands still.
        self.rest(Duration::from_millis(500));
        let onto = PointerAction::MoveToElement {
            element,
            duration: Some(Duration::from_millis(50)),
            x: 0.0,
            y: 0.0,
        };
        let mouse = MouseActions::new("mouse".to_owned()).then(onto);
        self.wait_on(self.client.perform_actions(mouse));
    }

    fn rest(&self, duration: Duration) {
        self.wait_on(async {
            tokio::time::sleep(duration).await;
            Ok(())
        });
    }

    /// Moves the mouse into the corner.
    pub(crate) fn unhover(&self) {
        let away = PointerAction::MoveTo {
            duration: Some(Duration::from_millis(50)),
            x: 1.0,
            y: 1.0,
        };
        let mouse = MouseActions::new("mouse".to_owned()).then(away);
        self.wait_on(self.client.perform_actions(mouse));
    }

    /// Presses a key, wherever the focus is.
    pub(crate) fn press(&self, key: Key) {
        self.chord(&[key.into()]);
    }

    /// Types a letter or a digit, wherever the focus is.
    pub(crate) fn press_letter(&self, letter: char) {
        self.chord(&[letter]);
    }

    /// Holds Control and presses a letter.
    pub(crate) fn control(&self, letter: char) {
        self.chord(&[Key::Control.into(), letter]);
    }

    /// Presses keys together.
    pub(crate) fn chord(&self, keys: &[char]) {
        let down = keys.iter().map(|key| KeyAction::Down { value: *key });
        let up = keys.iter().rev().map(|key| KeyAction::Up { value: *key });
        let keys = down
            .chain(up)
            .fold(KeyActions::new("keys".to_owned()), InputSource::then);
        self.wait_on(self.client.perform_actions(keys));
    }

    /// What is on the clipboard.
    pub(crate) fn clipboard(&self) -> String {
        let text = self.run_async("return navigator.clipboard.readText()", Value::Null);
        text.expect("the clipboard may be read")
            .as_str()
            .expect("it is text")
            .to_owned()
    }

    /// Puts a text on the clipboard, as if it had been copied somewhere else.
    pub(crate) fn set_clipboard(&self, text: &str) {
        self.run_async("await navigator.clipboard.writeText(given)", json!(text))
            .expect("the clipboard may be written");
    }

    /// What went wrong so far without the script noticing: errors in the console, refusals of the policy, requests that
    /// leave this machine.
    pub(crate) fn complaints(&self) -> Vec<String> {
        let console = self.log("browser");
        let console = console
            .iter()
            .filter(|entry| entry["level"] == "SEVERE" || entry["source"] == "security")
            // A browser asks for this by itself where a document names no icon.
            .filter(|entry| {
                let text = entry["message"].as_str().unwrap_or_default();
                !text.contains("/favicon.ico ")
            })
            .map(|entry| format!("console: {}", entry["message"]));
        let requests = self.log("performance");
        let requests = requests
            .iter()
            .filter_map(|entry| serde_json::from_str::<Value>(entry["message"].as_str()?).ok())
            .filter(|event| event["message"]["method"] == "Network.requestWillBeSent")
            .filter_map(|event| {
                let url = event["message"]["params"]["request"]["url"].as_str()?;
                Some(url.to_owned())
            })
            .filter(|url| {
                let own = ["http://127.0.0.1:", "data:", "blob:", "about:", "chrome:"];
                !own.iter().any(|own| url.starts_with(own))
            })
            .map(|url| format!("request: {url}"));
        console.chain(requests).collect()
    }

    fn log(&self, kind: &str) -> Vec<Value> {
        match self.extension("se/log", &json!({ "type": kind })) {
            Value::Array(entries) => entries,
            other => panic!("no log {kind}: {other}"),
        }
    }

    /// Closes the browser.
    pub(crate) fn close(self) {
        let _ = self.runtime.block_on(self.client.close());
    }

    fn extension(&self, path: &'static str, body: &Value) -> Value {
        let command = Extension {
            path,
            body: body.to_string(),
        };
        self.wait_on(self.client.issue_cmd(command))
    }

    fn wait_on<T>(&self, command: impl Future<Output = Result<T, CmdError>>) -> T {
        match self.runtime.block_on(command) {
            Ok(value) => value,
            Err(error) => panic!("the browser refused: {error}"),
        }
    }
}

/// A command of this driver that the standard does not have.
#[derive(Debug)]
struct Extension {
    path: &'static str,
    body: String,
}

impl WebDriverCompatibleCommand for Extension {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!(
            "session/{}/{}",
            session.unwrap_or_default(),
            self.path
        ))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.clone()))
    }
}
