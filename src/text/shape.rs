//! The shapes of tokens that a regular expression says best. Each is tried only where a glance at a few bytes allows it,
//! and only on the token's own stretch, so that none ever runs over a text.

use regex::Regex;
use std::sync::LazyLock;

/// A date with a clock in ISO 8601, with its seconds and offset: `2024-01-10T11:25:00+07:00`.
static INSTANT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?",
    )
});

/// An e-mail address: the local part that people use (RFC 5321, without quotes) and a host with a dot.
static MAIL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^[0-9A-Za-z._%+-]+@[0-9A-Za-z](?:[0-9A-Za-z-]*[0-9A-Za-z])?(?:\.[0-9A-Za-z-]+)+")
});

fn pattern(expression: &str) -> Regex {
    Regex::new(expression).expect("a pattern of this file")
}

/// The longest instant with fractions of a second that is worth reading.
const INSTANT_REACH: usize = 48;

/// The length in bytes of the instant that opens `rest`.
pub(super) fn instant(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    if bytes.get(4) != Some(&b'-') || bytes.get(10) != Some(&b'T') {
        return None;
    }
    let head = rest.get(..rest.floor_char_boundary(INSTANT_REACH))?;
    INSTANT.find(head).map(|found| found.end())
}

/// The longest local part (RFC 5321), in bytes.
const LOCAL_REACH: usize = 64;

/// The length in bytes of the e-mail address that opens `rest`.
pub(super) fn mail(rest: &str) -> Option<usize> {
    let local = |byte: &u8| byte.is_ascii_alphanumeric() || b"._%+-".contains(byte);
    let mut reach = rest.bytes().take(LOCAL_REACH + 1);
    if reach.find(|byte| !local(byte)) != Some(b'@') {
        return None;
    }
    MAIL.find(rest).map(|found| found.end())
}

#[cfg(test)]
mod tests {
    use super::{instant, mail};

    #[test]
    fn instants_end_where_they_end() {
        for (text, length) in [
            ("2024-01-10T11:25", Some(16)),
            ("2024-01-10T11:25:00+07:00, WIB", Some(25)),
            ("2024-01-10T11:25:00.123Z", Some(24)),
            ("2024-01-10T11:25+0700.", Some(21)),
            ("2024-01-10 11:25", None),
            ("20240110T1125", None),
        ] {
            assert_eq!(instant(text), length, "{text}");
        }
    }

    #[test]
    fn addresses_end_where_they_end() {
        for (text, length) in [
            ("redaksi@suaranusa.id.", Some(20)),
            ("a.b+c@mail.co.id", Some(16)),
            ("@suaranusa", None),
            ("redaksi@suaranusa", None),
        ] {
            assert_eq!(mail(text), length, "{text}");
        }
    }
}
