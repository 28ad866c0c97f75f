//! What `sorot serve` answers, as a client that is no browser sees it.

#[path = "browser/process.rs"]
#[expect(dead_code, reason = "the browser's driver is started elsewhere")]
mod process;

use process::Process;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// A connection that stays open for one request after another, as a browser's do.
struct Connection(TcpStream);

struct Answer {
    head: String,
    body: Vec<u8>,
}

impl Connection {
    fn open(server: &Process) -> Self {
        let host = server.address.trim_start_matches("http://");
        let stream = TcpStream::connect(host).expect("the server listens");
        stream
            .set_read_timeout(Some(Duration::from_secs(20)))
            .expect("a timeout");
        Self(stream)
    }

    fn ask(&mut self, method: &str, target: &str, headers: &[&str]) -> Answer {
        let request = format!(
            "{method} {target} HTTP/1.1\r\n{}\r\n\r\n",
            headers.join("\r\n")
        );
        self.0
            .write_all(request.as_bytes())
            .expect("it takes the request");
        let mut bytes = Vec::new();
        while !bytes.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            self.0.read_exact(&mut byte).expect("it answers in time");
            bytes.extend(byte);
        }
        let mut answer = Answer {
            head: String::from_utf8(bytes).expect("headers are text"),
            body: Vec::new(),
        };
        if method != "HEAD" && answer.status() != 304 {
            let length = answer.header("content-length").expect("a length");
            answer.body.resize(length.parse().expect("a number"), 0);
            self.0.read_exact(&mut answer.body).expect("the whole body");
        }
        answer
    }
}

impl Answer {
    fn status(&self) -> u16 {
        let status = self.head.split(' ').nth(1).expect("a status line");
        status.parse().expect("a status")
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (key, value) = line.split_once(": ")?;
            key.eq_ignore_ascii_case(name).then_some(value)
        })
    }
}

const HOST: &str = "Host: localhost";

/// One test, since each server costs a look at all sources.
#[test]
fn the_server_answers_this_machine_and_shows_www_alone() {
    let server = Process::serve().expect("sorot serve starts");
    files_have_their_types(&server);
    a_known_file_is_not_sent_again(&server);
    only_this_machine_only_reading_only_www(&server);
    the_page_repeats_the_policy(&server);
    no_other_machine_is_answered(&server);
    idle_connections_keep_nobody_waiting(&server);
    a_taken_port_is_said(&server);
}

fn files_have_their_types(server: &Process) {
    let mut connection = Connection::open(server);
    for (target, mime) in [
        ("/", "text/html; charset=utf-8"),
        ("/app.js?v=1", "text/javascript; charset=utf-8"),
        ("/css/base.css", "text/css; charset=utf-8"),
        ("/pkg/sorot_bg.wasm", "application/wasm"),
    ] {
        let answer = connection.ask("GET", target, &[HOST]);
        assert_eq!(answer.status(), 200, "{target}");
        assert_eq!(answer.header("content-type"), Some(mime), "{target}");
        assert!(!answer.body.is_empty(), "{target}");
        let policy = answer.header("content-security-policy").expect("a policy");
        for part in [
            "default-src 'none';",
            "script-src 'self' 'wasm-unsafe-eval';",
            "connect-src 'self';",
            "require-trusted-types-for 'script';",
            "trusted-types sorot",
        ] {
            assert!(policy.contains(part), "{part} in {policy}");
        }
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(answer.header("referrer-policy"), Some("no-referrer"));
        let head = connection.ask("HEAD", target, &[HOST]);
        let length = answer.body.len().to_string();
        assert_eq!(
            head.header("content-length"),
            Some(length.as_str()),
            "{target}"
        );
    }
}

fn a_known_file_is_not_sent_again(server: &Process) {
    let mut connection = Connection::open(server);
    let first = connection.ask("GET", "/", &[HOST]);
    assert_eq!(first.header("cache-control"), Some("no-cache"));
    let tag = first.header("etag").expect("a tag");
    let known = format!("If-None-Match: \"other\", {tag}");
    assert_eq!(connection.ask("GET", "/", &[HOST, &known]).status(), 304);
    let other = "If-None-Match: \"other\"";
    assert_eq!(connection.ask("GET", "/", &[HOST, other]).status(), 200);
}

fn only_this_machine_only_reading_only_www(server: &Process) {
    for (method, target, headers, status) in [
        ("GET", "/", &["Host: example.org"][..], 421),
        ("GET", "/", &["Host: 127.0.0.1.example.org:80"], 421),
        ("GET", "/", &["X-Host: localhost"], 421),
        ("GET", "http://example.org/", &[HOST], 421),
        ("POST", "/", &[HOST, "Content-Length: 0"], 405),
        ("DELETE", "/", &[HOST], 405),
        ("PUT", "/app.js", &[HOST, "Content-Length: 0"], 405),
        ("PATCH", "/", &[HOST, "Content-Length: 0"], 405),
        ("OPTIONS", "/", &[HOST], 405),
        ("TRACE", "/", &[HOST], 405),
        ("GET", "/", &[HOST, "Host: example.org"], 421),
        ("GET", "/", &["Host: [::1]"], 421),
        ("GET", "/", &["Host: 0.0.0.0"], 421),
        ("GET", "/nothing.js", &[HOST], 404),
        ("GET", "/css", &[HOST], 404),
        ("GET", "/../Cargo.toml", &[HOST], 404),
        ("GET", "/%2e%2e/Cargo.toml", &[HOST], 404),
        ("GET", "/css/..%2f..%2fCargo.toml", &[HOST], 404),
        ("GET", "/pkg/.sources", &[HOST], 404),
        ("GET", "/index.html%00.js", &[HOST], 404),
    ] {
        let answer = Connection::open(server).ask(method, target, headers);
        assert_eq!(answer.status(), status, "{method} {target} {headers:?}");
        assert!(
            answer.header("content-security-policy").is_some(),
            "{target}"
        );
        assert_eq!(
            answer.body.split(|byte| *byte == b'\n').count(),
            2,
            "one plain sentence"
        );
    }
}

/// On a server that sends no headers only framing is not refused, which a document cannot ask for.
fn the_page_repeats_the_policy(server: &Process) {
    let answer = Connection::open(server).ask("GET", "/", &[HOST]);
    let sent = answer.header("content-security-policy").expect("a policy");
    let page = String::from_utf8(answer.body.clone()).expect("text");
    let (_, meta) = page
        .split_once("http-equiv=\"Content-Security-Policy\" content=\"")
        .expect("a policy of its own");
    let (own, _) = meta.split_once('"').expect("it ends");
    assert_eq!(own, sent.replace("frame-ancestors 'none'; ", ""));
}

/// The address that this machine has in its network, if any, is not listened on.
fn no_other_machine_is_answered(server: &Process) {
    let port = server.address.rsplit(':').next().expect("a port");
    let port: u16 = port.parse().expect("a number");
    // Connecting a datagram socket sends nothing; it chooses the address that would be sent from.
    let outward = std::net::UdpSocket::bind("0.0.0.0:0").expect("a socket");
    let own = outward
        .connect("192.0.2.1:9")
        .and_then(|()| outward.local_addr());
    match own {
        Ok(own) if !own.ip().is_loopback() && !own.ip().is_unspecified() => {
            assert!(TcpStream::connect((own.ip(), port)).is_err(), "{own}");
        }
        _ => eprintln!("this machine has no other address: not asked there"),
    }
}

/// More than any pool of threads would hold.
fn idle_connections_keep_nobody_waiting(server: &Process) {
    let mut connections: Vec<_> = (0..100).map(|_| Connection::open(server)).collect();
    for connection in connections.iter_mut().rev() {
        assert_eq!(connection.ask("GET", "/", &[HOST]).status(), 200);
    }
}

fn a_taken_port_is_said(server: &Process) {
    let port = server.address.rsplit(':').next().expect("a port");
    let second = std::process::Command::new(env!("CARGO_BIN_EXE_sorot"))
        .args(["serve", "--port", port])
        .output()
        .expect("sorot starts");
    assert!(!second.status.success());
    let said = String::from_utf8_lossy(&second.stderr);
    assert!(
        said.starts_with(&format!("sorot: port {port} is taken")),
        "{said}"
    );
    assert_eq!(said.trim().lines().count(), 1, "{said}");
    assert!(said.contains("--port 0"), "it says what to do: {said}");
}
