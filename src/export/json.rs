//! A small JSON writer: the module for browsers carries no other.

use std::fmt::Write as _;

/// A JSON value.
pub(super) enum Json<'a> {
    Text(&'a str),
    Owned(String),
    Number(usize),
    List(Vec<Json<'a>>),
    Object(Vec<(&'static str, Json<'a>)>),
}

impl Json<'_> {
    /// Two spaces a level, a line end at the end.
    pub(super) fn pretty(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, 0);
        out.push('\n');
        out
    }

    fn write(&self, out: &mut String, depth: usize) {
        match self {
            Self::Text(text) => string(out, text),
            Self::Owned(text) => string(out, text),
            Self::Number(number) => out.push_str(&number.to_string()),
            Self::List(values) => {
                let write = |out: &mut String, value: &Self| value.write(out, depth + 1);
                block(out, depth, ['[', ']'], values, write);
            }
            Self::Object(members) => {
                block(out, depth, ['{', '}'], members, |out, (name, value)| {
                    string(out, name);
                    out.push_str(": ");
                    value.write(out, depth + 1);
                });
            }
        }
    }
}

fn block<T>(
    out: &mut String,
    depth: usize,
    [open, close]: [char; 2],
    parts: &[T],
    write: impl Fn(&mut String, &T),
) {
    out.push(open);
    for (index, part) in parts.iter().enumerate() {
        out.push_str(if index == 0 { "\n" } else { ",\n" });
        out.extend(std::iter::repeat_n("  ", depth + 1));
        write(out, part);
    }
    if !parts.is_empty() {
        out.push('\n');
        out.extend(std::iter::repeat_n("  ", depth));
    }
    out.push(close);
}

fn string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            // The last two are line ends in older JavaScript.
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') => {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}
