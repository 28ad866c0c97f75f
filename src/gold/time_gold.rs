//! Time gold: cases parted by blank lines, `¶` for an empty line of the text, `[words|TYPE|value|mod]`.

use super::case::{self, Case};
use super::{GoldError, Mark, Marked};
use crate::time::TimexKind;
use std::ops::Range;

/// A case of time gold.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TimeCase {
    /// The text and its clocks.
    pub case: Case,
    /// The published clock that must be found in the text, as results write it.
    pub expect_published: Option<String>,
    /// The right times, in order.
    pub times: Vec<TimeMark>,
}

/// A right time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeMark {
    /// Where it stands, in code points.
    pub range: Range<usize>,
    /// The words.
    pub surface: String,
    /// `DATE`, `TIME`, `DURATION` or `SET`.
    pub kind: TimexKind,
    /// Its TIMEX3 value.
    pub value: String,
    /// Its `mod`; for a set its frequency or `EVERY`; empty if none.
    pub modifier: String,
}

impl TimeMark {
    /// The kind with this name.
    pub(super) fn kind(name: &str) -> Option<TimexKind> {
        use TimexKind::{Date, Duration, Set, Time};
        [Date, Time, Duration, Set]
            .into_iter()
            .find(|kind| kind.name() == name)
    }

    pub(super) fn read(file: &str, mark: Mark) -> Result<Self, GoldError> {
        let wrong = |what: &str| {
            let message = format!("{what} in the mark of {:?}", mark.surface);
            GoldError::new(file, mark.line, message)
        };
        if !(2..=3).contains(&mark.fields.len()) {
            return Err(wrong(
                "a time wants a type, a value and perhaps a mod, not what is",
            ));
        }
        let kind = Self::kind(mark.field(0)).ok_or_else(|| wrong("unknown type"))?;
        Ok(Self {
            kind,
            value: mark.field(1).to_owned(),
            modifier: mark.field(2).to_owned(),
            range: mark.range,
            surface: mark.surface,
        })
    }
}

pub(super) fn read(file: &str, content: &str) -> Result<Vec<TimeCase>, GoldError> {
    let mut cases = Vec::new();
    let lines: Vec<&str> = content.lines().collect();
    let mut number = 1;
    for block in lines.split(|line| line.trim_matches([' ', '\t']).is_empty()) {
        cases.extend(read_block(file, number, block)?);
        number += block.len() + 1;
    }
    case::check_unique(file, cases.iter().map(|case| &case.case))?;
    Ok(cases)
}

/// Reads one block, whose first line is `number`; a block of comments is no case.
fn read_block(file: &str, number: usize, block: &[&str]) -> Result<Option<TimeCase>, GoldError> {
    let mut found = TimeCase::default();
    let mut rest = block;
    let mut line = number;
    while let [head, after @ ..] = rest {
        if let Some(id) = case::id(head) {
            id.clone_into(&mut found.case.id);
            found.case.line = line;
        } else if head.starts_with('@') {
            found.header(file, line, head)?;
        } else if !head.starts_with('#') {
            break;
        }
        rest = after;
        line += 1;
    }
    if found.case.id.is_empty() {
        return match rest {
            [] => Ok(None),
            _ => Err(GoldError::new(file, line, "a case without its \"# id: …\"")),
        };
    }
    let body: Vec<&str> = rest
        .iter()
        .map(|line| if *line == "¶" { "" } else { line })
        .collect();
    let marked = Marked::read(file, line, &body.join("\n"))?;
    found.case.text = marked.text;
    for mark in marked.marks {
        found.times.push(TimeMark::read(file, mark)?);
    }
    Ok(Some(found))
}

impl TimeCase {
    fn header(&mut self, file: &str, line: usize, head: &str) -> Result<(), GoldError> {
        let wrong = || GoldError::new(file, line, format!("unknown header {head:?}"));
        let (name, value) = case::header(head).ok_or_else(wrong)?;
        let clock = case::clock(file, line, value)?;
        match name {
            "published" => self.case.published = Some(clock),
            "captured" => self.case.captured = Some(clock),
            "expect_published" => self.expect_published = Some(value.to_owned()),
            _ => return Err(wrong()),
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_headers_and_pilcrows() {
        let content = "# A comment with [a|b|c].\n\n# id: a (two lines)\n@expect_published 2024-01-10T11:25+07:00\n\
                       @captured 2024-05-14T12:00+07:00\nBaris.\n¶\n# [pekan lalu|DATE|2024-W01].\n \t\n# id: b\nKosong.\n";
        let cases = read("t.gold", content).unwrap();
        assert_eq!(cases.len(), 2);
        assert_eq!(cases[0].case.text, "Baris.\n\n# pekan lalu.");
        assert_eq!(cases[0].times[0].range, 10..20);
        assert_eq!(
            cases[0].expect_published.as_deref(),
            Some("2024-01-10T11:25+07:00")
        );
        assert!(cases[0].case.published.is_none() && cases[0].case.captured.is_some());
        assert_eq!((cases[1].case.id.as_str(), cases[1].case.line), ("b", 10));
        assert!(cases[1].times.is_empty());
    }

    #[test]
    fn errors_name_file_and_line() {
        for (content, start) in [
            (
                "# id: a\n@posted 2024-01-10\nX.",
                "t.gold:2: unknown header",
            ),
            ("# id: a\n@published besok\nX.", "t.gold:2: "),
            ("# id: a\nX.\n\nY.", "t.gold:4: a case without"),
            ("# id: a\nX.\n\n# id: a\nY.", "t.gold:4: the id \"a\""),
            ("# id: a\n[besok|DATE]", "t.gold:2: a time wants"),
            (
                "# id: a\nX\n[besok|DAY|2024-01-11]",
                "t.gold:3: unknown type",
            ),
        ] {
            let error = read("t.gold", content).unwrap_err().to_string();
            assert!(error.starts_with(start), "{error}");
        }
    }
}
