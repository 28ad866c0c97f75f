//! Text in XML and HTML.

/// Appends text to XML 1.0. Characters that XML cannot hold become U+FFFD.
pub(super) fn xml(out: &mut String, text: &str) {
    let is_allowed = |c: char| match c {
        '\t' | '\n' | '\r' => true,
        c => c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}'),
    };
    escape(out, text, is_allowed);
}

/// Appends text to HTML, where it may also be the value of an attribute. NUL, which HTML cannot hold, becomes U+FFFD.
pub(super) fn html(out: &mut String, text: &str) {
    escape(out, text, |c| c != '\0');
}

fn escape(out: &mut String, text: &str, is_allowed: impl Fn(char) -> bool) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // Else a parser would make a line feed of it.
            '\r' => out.push_str("&#13;"),
            c if is_allowed(c) => out.push(c),
            _ => out.push(char::REPLACEMENT_CHARACTER),
        }
    }
}

/// Appends ` name="value"`.
pub(super) fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    // Line ends and tabs in an attribute of XML would become spaces.
    for (index, line) in value.split('\n').enumerate() {
        if index > 0 {
            out.push_str("&#10;");
        }
        for (index, part) in line.split('\t').enumerate() {
            if index > 0 {
                out.push_str("&#9;");
            }
            xml(out, part);
        }
    }
    out.push('"');
}
