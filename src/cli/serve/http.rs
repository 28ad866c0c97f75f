//! Answers the browser: `GET` and `HEAD`, from this machine, under a strict policy.

use super::super::Error;
use super::files::{Page, Site};
use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::{self, HeaderName, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use std::convert::Infallible;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;
use tokio::runtime::Builder;

/// The page may load what is here, compile the module, and talk to nobody. The page repeats it, for other servers.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; \
    form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types sorot";

/// With every answer, the refusals too. `no-cache` lets a browser keep a file and makes it ask before each use.
const HEADERS: [(&str, &str); 7] = [
    ("content-security-policy", POLICY),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
    ("cross-origin-resource-policy", "same-origin"),
    ("referrer-policy", "no-referrer"),
    ("x-content-type-options", "nosniff"),
    ("cache-control", "no-cache"),
];

type Answer = Response<Full<Bytes>>;

/// Serves until the process ends. One thread is enough: an answer is a small file that the system has at hand.
pub(super) fn serve(listener: TcpListener, site: Site) -> Result<(), Error> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let site = Arc::new(site);
    runtime.block_on(async {
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        loop {
            let Ok((stream, _)) = listener.accept().await else {
                // The browser has gone again, or too many files are open: both pass.
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            };
            let site = Arc::clone(&site);
            tokio::spawn(async move {
                let service = service_fn(|request| {
                    let answer = answer(&request, &site);
                    async { Ok::<_, Infallible>(answer) }
                });
                // A browser that has gone away needs no answer.
                let _ = http1::Builder::new()
                    .serve_connection(TokioIo::new(stream), service)
                    .await;
            });
        }
    })
}

fn answer<T>(request: &Request<T>, site: &Site) -> Answer {
    let uri = request.uri();
    let hosts = values(request, header::HOST);
    let named = uri.authority().map(|authority| vec![authority.as_str()]);
    if !is_for_this_machine(&hosts) || named.is_some_and(|named| !is_for_this_machine(&named)) {
        return refuse(
            StatusCode::MISDIRECTED_REQUEST,
            "This address answers only as 127.0.0.1 or localhost.",
        );
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let mut answer = refuse(StatusCode::METHOD_NOT_ALLOWED, "Only GET and HEAD.");
        let methods = HeaderValue::from_static("GET, HEAD");
        answer.headers_mut().insert(header::ALLOW, methods);
        return answer;
    }
    match site.page(uri.path()) {
        Ok(Some(page)) => found(page, &values(request, header::IF_NONE_MATCH)),
        Ok(None) => refuse(StatusCode::NOT_FOUND, "There is no such file."),
        Err(error) => refuse(
            StatusCode::INTERNAL_SERVER_ERROR,
            &format!("The file cannot be read: {error}"),
        ),
    }
}

fn found(page: Page, known: &[&str]) -> Answer {
    let tag = tag(&page.body);
    let is_known = known
        .iter()
        .flat_map(|tags| tags.split(','))
        .any(|known| known.trim() == tag);
    let mut answer = if is_known {
        respond(StatusCode::NOT_MODIFIED, page.mime, Vec::new())
    } else {
        respond(StatusCode::OK, page.mime, page.body)
    };
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        answer.headers_mut().insert(header::ETAG, tag);
    }
    answer
}

fn tag(body: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    body.hash(&mut hasher);
    format!("\"{:016x}\"", hasher.finish())
}

fn refuse(status: StatusCode, sentence: &str) -> Answer {
    let body = format!("{sentence}\n").into_bytes();
    respond(status, "text/plain; charset=utf-8", body)
}

fn respond(status: StatusCode, mime: &'static str, body: Vec<u8>) -> Answer {
    let mut answer = Response::new(Full::from(body));
    *answer.status_mut() = status;
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(mime));
    for (name, value) in HEADERS {
        headers.insert(
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
    }
    answer
}

/// The values of a header, in order; one that is no text is empty, which nothing accepts.
fn values<T>(request: &Request<T>, name: HeaderName) -> Vec<&str> {
    let values = request.headers().get_all(name).into_iter();
    values
        .map(|value| value.to_str().unwrap_or_default())
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
