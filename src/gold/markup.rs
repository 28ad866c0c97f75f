//! Text with marks in it: `Pada [9 Januari|DATE|2024-01-09].`

use super::GoldError;
use std::ops::Range;

/// A text and what was marked in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// The text without marks.
    pub text: String,
    /// The marks, in order.
    pub marks: Vec<Mark>,
}

/// A marked stretch of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Where it stands, in code points of the text.
    pub range: Range<usize>,
    /// The words.
    pub surface: String,
    /// What stands after them, cut at the bars.
    pub fields: Vec<String>,
    /// Its line in the file, from 1.
    pub line: usize,
}

impl Marked {
    /// Reads marked text that begins at line `line` of `file`.
    ///
    /// A backslash before `\`, `[`, `]` or `|` makes it an ordinary character; before anything else it is one itself.
    pub(super) fn read(file: &str, mut line: usize, source: &str) -> Result<Self, GoldError> {
        let mut marked = Self::default();
        let mut at = 0;
        let mut open: Option<Mark> = None;
        let mut chars = source.chars().peekable();
        while let Some(c) = chars.next() {
            let escaped = c == '\\'
                && chars
                    .peek()
                    .is_some_and(|c| matches!(c, '\\' | '[' | ']' | '|'));
            let plain = if escaped { chars.next() } else { None };
            match (plain.unwrap_or(c), &mut open) {
                ('[', None) if !escaped => open = Some(Mark::at(at, line)),
                ('[', Some(_)) if !escaped => {
                    return Err(GoldError::new(file, line, "a [ inside a mark; write \\["));
                }
                (']', None) if !escaped => {
                    return Err(GoldError::new(file, line, "a ] without its [; write \\]"));
                }
                (']', Some(mark)) if !escaped => {
                    at += mark.surface.chars().count();
                    mark.range.end = at;
                    marked.text.push_str(&mark.surface);
                    marked.marks.extend(open.take());
                }
                ('|', Some(mark)) if !escaped => mark.fields.push(String::new()),
                (c, Some(mark)) => mark.fields.last_mut().unwrap_or(&mut mark.surface).push(c),
                (c, None) => {
                    marked.text.push(c);
                    at += 1;
                }
            }
            line += usize::from(c == '\n');
        }
        match open {
            Some(mark) => Err(GoldError::new(file, mark.line, "a [ without its ]")),
            None => Ok(marked),
        }
    }
}

impl Mark {
    fn at(start: usize, line: usize) -> Self {
        Self {
            range: start..start,
            surface: String::new(),
            fields: Vec::new(),
            line,
        }
    }

    /// The field at `index`, counted after the words; empty if there is none.
    #[must_use]
    pub fn field(&self, index: usize) -> &str {
        self.fields.get(index).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> Result<Marked, String> {
        Marked::read("a.gold", 1, source).map_err(|error| error.to_string())
    }

    #[test]
    fn escapes_and_fields() {
        let source =
            r"Pada [Selasa \| (9/1)|DATE|2024-01-09] dan \[x\] \a [3 hari|DURATION|P3D|APPROX].";
        let marked = read(source).unwrap();
        assert_eq!(marked.text, r"Pada Selasa | (9/1) dan [x] \a 3 hari.");
        let [first, second] = marked.marks.as_slice() else {
            panic!("two marks, not {:?}", marked.marks);
        };
        assert_eq!(first.surface, "Selasa | (9/1)");
        assert_eq!(first.fields, ["DATE", "2024-01-09"]);
        assert_eq!((first.range.clone(), second.range.clone()), (5..19, 31..37));
        assert_eq!(second.field(2), "APPROX");
        assert_eq!(second.field(3), "");
    }

    #[test]
    fn ranges_count_code_points() {
        let marked = read("“👍” [Café|ORG]").unwrap();
        assert_eq!(marked.marks[0].range, 4..8);
    }

    #[test]
    fn errors_name_file_and_line() {
        assert_eq!(
            read("a\n[b|PER").unwrap_err(),
            "a.gold:2: a [ without its ]"
        );
        assert_eq!(
            read("a]b").unwrap_err(),
            "a.gold:1: a ] without its [; write \\]"
        );
        assert!(
            read("\n\n[a [b|LOC]|ORG]")
                .unwrap_err()
                .starts_with("a.gold:3: ")
        );
    }
}
