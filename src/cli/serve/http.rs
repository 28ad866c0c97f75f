//! Answers the browser: `GET` and `HEAD`, from this machine, under a strict policy.

use super::super::Error;
use super::files::{Page, Site};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::net::TcpListener;
use std::thread;
use tiny_http::{Header, Method, Request, Response, ResponseBox, Server, StatusCode};

/// The page may load what is here, compile the module, and talk to nobody. The page repeats it, for other servers.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; \
    form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types sorot";

/// With every answer, the refusals too. `no-cache` lets a browser keep a file and makes it ask before each use.
const HEADERS: [(&str, &str); 7] = [
    ("Content-Security-Policy", POLICY),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Embedder-Policy", "require-corp"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("Cache-Control", "no-cache"),
];

/// As many requests at once as a browser makes of one host, and some.
const THREADS: usize = 8;

/// Serves until the process ends.
pub(super) fn serve(listener: TcpListener, site: &Site) -> Result<(), Error> {
    let server = Server::from_listener(listener, None)
        .map_err(|error| Error::from(format!("the server does not start: {error}")))?;
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                while let Ok(request) = server.recv() {
                    let response = answer(&request, site);
                    // A browser that has gone away needs no answer.
                    let _ = request.respond(response);
                }
            });
        }
    });
    Err(Error::from("the server has stopped; start it again"))
}

fn answer(request: &Request, site: &Site) -> ResponseBox {
    if !is_for_this_machine(&values(request, "Host")) {
        return refuse(421, "This address answers only as 127.0.0.1 or localhost.");
    }
    if !matches!(request.method(), Method::Get | Method::Head) {
        return refuse(405, "Only GET and HEAD.").with_header(header("Allow", "GET, HEAD"));
    }
    match site.page(request.url()) {
        Ok(Some(page)) => found(page, &values(request, "If-None-Match")),
        Ok(None) => refuse(404, "There is no such file."),
        Err(error) => refuse(500, &format!("The file cannot be read: {error}")),
    }
}

fn found(page: Page, known: &[&str]) -> ResponseBox {
    let tag = tag(&page.body);
    let is_known = known
        .iter()
        .flat_map(|tags| tags.split(','))
        .any(|known| known.trim() == tag);
    let response = if is_known {
        respond(304, page.mime, Vec::new())
    } else {
        respond(200, page.mime, page.body)
    };
    response.with_header(header("ETag", &tag))
}

fn tag(body: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    body.hash(&mut hasher);
    format!("\"{:016x}\"", hasher.finish())
}

fn refuse(status: u16, sentence: &str) -> ResponseBox {
    respond(
        status,
        "text/plain; charset=utf-8",
        format!("{sentence}\n").into_bytes(),
    )
}

fn respond(status: u16, mime: &str, body: Vec<u8>) -> ResponseBox {
    let response = Response::from_data(body)
        // Always with a length: a browser can then show how far it is.
        .with_chunked_threshold(usize::MAX)
        .with_status_code(StatusCode(status))
        .with_header(header("Content-Type", mime));
    HEADERS
        .iter()
        .fold(response, |response, (name, value)| {
            response.with_header(header(name, value))
        })
        .boxed()
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("our own headers are ASCII")
}

fn values<'r>(request: &'r Request, name: &'static str) -> Vec<&'r str> {
    request
        .headers()
        .iter()
        .filter(|header| header.field.equiv(name))
        .map(|header| header.value.as_str())
        .collect()
}

/// Whether the browser was told one of this machine's own names. A foreign name that leads here (DNS rebinding) would
/// make another site's scripts our own.
fn is_for_this_machine(hosts: &[&str]) -> bool {
    let [host] = hosts else {
        return false;
    };
    let name = host.rsplit_once(':').map_or(*host, |(name, port)| {
        if port.bytes().all(|byte| byte.is_ascii_digit()) {
            name
        } else {
            ""
        }
    });
    name == "127.0.0.1" || name.eq_ignore_ascii_case("localhost")
}

#[cfg(test)]
mod tests {
    use super::is_for_this_machine;

    #[test]
    fn own_names_only() {
        for host in ["127.0.0.1", "127.0.0.1:17845", "localhost:80", "LocalHost"] {
            assert!(is_for_this_machine(&[host]), "{host}");
        }
        for host in [
            "",
            ":80",
            "example.org",
            "example.org:17845",
            "127.0.0.1.example.org",
            "localhost.example.org:17845",
            "127.0.0.1:x",
            "localhost@example.org",
            "0.0.0.0:17845",
        ] {
            assert!(!is_for_this_machine(&[host]), "{host}");
        }
        assert!(!is_for_this_machine(&[]));
        assert!(!is_for_this_machine(&["localhost", "example.org"]));
    }
}
