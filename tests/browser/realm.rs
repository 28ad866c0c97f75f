//! Runs scripts in the page's own realm in Firefox.
//!
//! The classic `WebDriver` of Firefox runs them in a sandbox beside the page, where `import` loads every module anew;
//! `WebDriver BiDi` runs them where the page's own scripts run. The other engines do that anyway.

use serde_json::{Value, json};
use std::cell::RefCell;
use std::net::TcpStream;
use std::time::Duration;
use tungstenite::{Message, WebSocket};

/// The connection to a browser.
pub(crate) struct Realm {
    socket: RefCell<WebSocket<TcpStream>>,
    /// What the console was told through `console.error` and has not been asked for.
    errors: RefCell<Vec<String>>,
}

impl Realm {
    /// Connects to the address that the session gave.
    pub(crate) fn connect(address: &str) -> Self {
        let host = address
            .trim_start_matches("ws://")
            .split('/')
            .next()
            .expect("a host");
        let stream = TcpStream::connect(host).expect("the browser listens");
        stream
            .set_read_timeout(Some(Duration::from_secs(90)))
            .expect("a timeout");
        let (socket, _) = tungstenite::client(address, stream).expect("it speaks BiDi");
        let realm = Self {
            socket: RefCell::new(socket),
            errors: RefCell::default(),
        };
        realm
            .ask(
                "session.subscribe",
                &json!({ "events": ["log.entryAdded"] }),
            )
            .expect("the console is heard");
        realm
    }

    /// What the body of a function returns that is called with `arguments`, in the tab with this handle, or the words of
    /// what it throws.
    pub(crate) fn run(&self, tab: &str, body: &str, arguments: &[Value]) -> Result<Value, String> {
        // As JSON, in and out: the records of the protocol have another shape.
        let declaration = format!(
            "async (given) => {{
                 const value = await (function () {{ {body} }}).apply(null, JSON.parse(given));
                 return JSON.stringify(value ?? null);
             }}"
        );
        let given = json!(arguments).to_string();
        let answer = self.ask(
            "script.callFunction",
            &json!({
                "functionDeclaration": declaration,
                "awaitPromise": true,
                "target": { "context": tab },
                "arguments": [{ "type": "string", "value": given }],
            }),
        )?;
        match answer["result"]["value"].as_str() {
            Some(value) => Ok(serde_json::from_str(value).expect("JSON")),
            None => Err(answer["exceptionDetails"]["text"].to_string()),
        }
    }

    /// Loads the page in a tab anew, as a person would. The classic command goes past everything that is kept.
    pub(crate) fn reload(&self, tab: &str) {
        let wanted = json!({ "context": tab, "wait": "complete" });
        self.ask("browsingContext.reload", &wanted)
            .expect("it is loaded again");
    }

    /// What `console.error` was told since the last time.
    pub(crate) fn errors(&self) -> Vec<String> {
        // Whatever was said before the answer has come before it.
        self.ask("session.status", &json!({}))
            .expect("the session lasts");
        self.errors.take()
    }

    fn ask(&self, method: &str, parameters: &Value) -> Result<Value, String> {
        let mut socket = self.socket.borrow_mut();
        let command = json!({ "id": 1, "method": method, "params": parameters });
        socket
            .send(Message::text(command.to_string()))
            .expect("the browser listens");
        loop {
            let message = socket.read().expect("the browser answers in time");
            let Ok(text) = message.to_text() else {
                continue;
            };
            let Ok(mut answer) = serde_json::from_str::<Value>(text) else {
                continue;
            };
            match answer["type"].as_str() {
                Some("event") => self.note(&answer["params"]),
                Some("success") => return Ok(answer["result"].take()),
                _ => return Err(format!("{method}: {answer}")),
            }
        }
    }

    fn note(&self, entry: &Value) {
        if entry["type"] == "console" && entry["level"] == "error" {
            self.errors
                .borrow_mut()
                .push(format!("console: {}", entry["text"]));
        }
    }
}
