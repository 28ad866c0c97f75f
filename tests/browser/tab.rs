//! A tab: what a person can do in it and what its scripts answer.

use super::complaints;
use super::engine::{Engine, HEIGHT, WIDTH};
use super::find::Browser;
use super::process::Process;
use super::realm::Realm;
use fantoccini::actions::{InputSource, KeyAction, KeyActions, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder, Locator};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use tokio::runtime::{Builder, Runtime};
use url::{ParseError, Url};

/// A tab of a browser. One test after another uses the browser, each with a tab and a server of its own: another port is
/// another origin, so that nothing that is kept for one is seen by the next.
pub(crate) struct Tab {
    /// What it runs in.
    pub(super) engine: Engine,
    runtime: Runtime,
    client: Client,
    realm: Option<Realm>,
    server: Process,
    _driver: Process,
}

const PATIENCE: Duration = Duration::from_secs(10);

/// What a test throws that its engine cannot be asked.
pub(super) struct Skip(pub(super) String);

impl Tab {
    /// Starts a browser.
    pub(super) fn open(engine: Engine, browser: &Browser) -> Result<Self, String> {
        let driver = match engine {
            Engine::Chromium => Process::chromedriver(&browser.driver),
            Engine::Firefox => Process::geckodriver(&browser.driver),
            Engine::WebKit => {
                let screen = browser.screen.as_deref().ok_or("it has no screen")?;
                Process::webkitdriver(&browser.driver, screen)
            }
        }?;
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| error.to_string())?;
        let Value::Object(capabilities) = engine.capabilities(&browser.program) else {
            unreachable!("it is written as an object")
        };
        let client = runtime
            .block_on(
                ClientBuilder::new(HttpConnector::new())
                    .capabilities(capabilities)
                    .connect(&driver.address),
            )
            .map_err(|error| format!("no session: {error}"))?;
        let address = client
            .capabilities()
            .and_then(|given| given.get("webSocketUrl"));
        let realm = (engine == Engine::Firefox)
            .then(|| Realm::connect(address.and_then(Value::as_str).unwrap_or_default()));
        let tab = Self {
            engine,
            runtime,
            client,
            realm,
            server: Process::serve()?,
            _driver: driver,
        };
        complaints::watch(&tab);
        Ok(tab)
    }

    /// Makes it another tab, as if nothing had been before.
    pub(super) fn renew(&mut self) -> Result<(), String> {
        self.server = Process::serve()?;
        self.wait_on(self.client.release_actions());
        if self.engine == Engine::WebKit {
            // A second tab would leave the keys to the bar of the window.
            self.wait_on(self.client.goto("about:blank"));
            self.resize(WIDTH, HEIGHT);
        } else {
            self.wait_on(async {
                let new = self.client.new_window(true).await?;
                self.client.close_window().await?;
                self.client.switch_to_window(new.handle).await
            });
        }
        if self.engine == Engine::Chromium {
            // Else the new one waits behind a window that nobody sees.
            self.devtools("Page.bringToFront", &json!({}));
            self.devtools(
                "Emulation.setFocusEmulationEnabled",
                &json!({ "enabled": true }),
            );
        }
        complaints::tell(self);
        Ok(())
    }

    /// Gives the test up, because this engine cannot be asked.
    pub(crate) fn skip(&self, why: &str) -> ! {
        // Not a failure: nothing is to be said of where it happened.
        std::panic::resume_unwind(Box::new(Skip(format!("{}: {why}", self.engine.name()))))
    }

    /// What it runs in.
    pub(crate) fn engine(&self) -> Engine {
        self.engine
    }

    /// Opens a path of the server, which may use the clipboard.
    pub(crate) fn visit(&self, path: &str) {
        self.visit_at(&self.server.address, path);
    }

    /// Opens a path of another server on this machine.
    pub(crate) fn visit_at(&self, origin: &str, path: &str) {
        self.wait_on(self.client.goto(&format!("{origin}{path}")));
        complaints::listen(self);
        if self.engine == Engine::Chromium && origin.starts_with("http:") {
            for permission in ["clipboard-read", "clipboard-write"] {
                self.extension(
                    "permissions",
                    &json!({ "descriptor": { "name": permission }, "state": "granted" }),
                );
            }
        }
    }

    /// What a script returns; its arguments are `arguments[0]`, ….
    pub(crate) fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        let answer = match &self.realm {
            Some(realm) => realm.run(&self.handle(), script, &arguments),
            None => self.ask(self.client.execute(script, arguments)),
        };
        answer.unwrap_or_else(|error| panic!("the browser refused: {error}"))
    }

    /// What the body of an asynchronous function returns, or the error it throws.
    /// Its argument is `given`.
    pub(crate) fn run_async(&self, body: &str, given: Value) -> Result<Value, String> {
        let script = format!(
            "const [given, done = value => value] = arguments;
             return (async () => {{ {body} }})().then(
                 value => done({{ value: value ?? null }}),
                 error => done({{ error: String(error) }}),
             );"
        );
        let mut answer = if let Some(realm) = &self.realm {
            realm.run(&self.handle(), &script, &[given])
        } else {
            // In WebKit such a script has no address of its own from which to count.
            let script = script.replace("import('/", "import(location.origin + '/");
            self.ask(self.client.execute_async(&script, vec![given]))
        }?;
        match answer.get("error").and_then(Value::as_str) {
            Some(error) => Err(error.to_owned()),
            None => Ok(answer["value"].take()),
        }
    }

    fn handle(&self) -> String {
        self.wait_on(self.client.window()).into()
    }

    /// Makes the window as wide and high as this, narrower than a window of the screen can be.
    pub(crate) fn resize(&self, width: u32, height: u32) {
        match self.engine {
            Engine::Chromium => {
                let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
                self.devtools("Emulation.setDeviceMetricsOverride", &metrics);
            }
            Engine::Firefox => {
                self.run_in_firefox(&format!(
                    "const {{ style }} = gBrowser.selectedBrowser;
                     style.setProperty('width', '{width}px', 'important');
                     style.setProperty('height', '{height}px', 'important');"
                ));
                self.wait_until(&format!("innerWidth === {width}"));
            }
            Engine::WebKit => {
                // Its bar is part of the window.
                self.wait_on(self.client.set_window_rect(0, 0, width, height));
                let rest = self.run("return outerHeight - innerHeight", vec![]);
                let rest = rest.as_u64().and_then(|rest| u32::try_from(rest).ok());
                let whole = height + rest.unwrap_or_default();
                self.wait_on(self.client.set_window_rect(0, 0, width, whole));
            }
        }
    }

    /// A command of Chromium's own protocol; in another engine the test is given up.
    fn devtools(&self, command: &str, parameters: &Value) -> Value {
        if self.engine != Engine::Chromium {
            self.skip(&format!("only Chromium is asked for {command}"));
        }
        let command = json!({ "cmd": command, "params": parameters });
        self.extension("goog/cdp/execute", &command)
    }

    /// What a script of the browser itself returns.
    pub(super) fn run_in_firefox(&self, script: &str) -> Value {
        self.extension("moz/context", &json!({ "context": "chrome" }));
        let answer = self.wait_on(self.client.execute(script, vec![]));
        self.extension("moz/context", &json!({ "context": "content" }));
        answer
    }

    /// What `console.error` was told, where the driver does not keep it.
    pub(super) fn console_errors(&self) -> Vec<String> {
        self.realm.as_ref().map(Realm::errors).unwrap_or_default()
    }

    /// Shows the page as if on this medium, to a reader with these preferences.
    pub(crate) fn emulate(&self, media: &str, features: &[(&str, &str)]) {
        let features: Vec<Value> = features
            .iter()
            .map(|(name, value)| json!({ "name": name, "value": value }))
            .collect();
        let wanted = json!({ "media": media, "features": features });
        self.devtools("Emulation.setEmulatedMedia", &wanted);
    }

    /// The roles of the accessibility tree, each with how often it is there.
    pub(crate) fn roles(&self) -> Value {
        let tree = self.devtools("Accessibility.getFullAXTree", &json!({}));
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
        match &self.realm {
            Some(realm) => realm.reload(&self.handle()),
            None => self.wait_on(self.client.refresh()),
        }
        complaints::listen(self);
    }

    /// Waits until an expression is true; also through the load of another page.
    pub(crate) fn wait_until(&self, expression: &str) {
        self.wait_at_most(PATIENCE, expression);
    }

    /// Waits until an expression is true, longer or shorter than one waits for most things.
    pub(crate) fn wait_at_most(&self, patience: Duration, expression: &str) {
        let body = format!(
            "const stop = performance.now() + given;
             while (!({expression})) {{
                 if (performance.now() > stop) return false;
                 await new Promise(resolve => setTimeout(resolve, 20));
             }}
             return true;"
        );
        let stop = Instant::now() + patience;
        let came = loop {
            let rest = stop.saturating_duration_since(Instant::now()).as_millis();
            let came = self.run_async(&body, json!(u64::try_from(rest).unwrap_or_default()));
            // A script ends with its page.
            if came.is_ok() || rest == 0 {
                break came;
            }
            self.rest(Duration::from_millis(50));
        };
        assert_eq!(
            came,
            Ok(Value::Bool(true)),
            "in {patience:?} it did not become true: {expression}\non the page: {}",
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
        // From where the last click was it may already point at something.
        self.unhover();
        self.wait_on(self.client.execute(
            "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })",
            vec![json!(element)],
        ));
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
            duration: Some(Duration::from_millis(20)),
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

    /// What went wrong so far without the script noticing.
    pub(crate) fn complaints(&self) -> Vec<String> {
        complaints::tell(self)
    }

    pub(super) fn extension(&self, path: &'static str, body: &Value) -> Value {
        let command = Extension {
            path,
            body: body.to_string(),
        };
        self.wait_on(self.client.issue_cmd(command))
    }

    fn ask<T>(&self, command: impl Future<Output = Result<T, CmdError>>) -> Result<T, String> {
        let answer = self.runtime.block_on(command);
        answer.map_err(|error| error.to_string())
    }

    fn wait_on<T>(&self, command: impl Future<Output = Result<T, CmdError>>) -> T {
        self.ask(command)
            .unwrap_or_else(|error| panic!("the browser refused: {error}"))
    }
}

impl Drop for Tab {
    /// A driver that is killed leaves its browser behind.
    fn drop(&mut self) {
        let _ = self.runtime.block_on(self.client.clone().close());
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
