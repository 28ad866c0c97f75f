//! Labelled sentences in columns: token first, tag last, a blank line between sentences.

use super::GoldError;
use crate::entity::NameLists;
use crate::entity::model::{Chunk, Example, Labels, Sentence};
use std::ops::Range;

/// A sentence cut into words, with its names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TaggedSentence {
    /// The line of its first word, from 1.
    pub line: usize,
    /// Its words.
    pub words: Vec<String>,
    /// Its names: ranges of words, in order, apart, each with its kind.
    pub names: Vec<(Range<usize>, String)>,
}

/// What a tag says of its word.
enum Tag {
    Outside,
    Begin(String),
    Inside(String),
}

impl TaggedSentence {
    /// Reads a file. `file` is its name, for errors; `map` renames kinds.
    ///
    /// Columns stand apart by tabs, or by blanks where there is no tab; those between token and tag are not read, nor
    /// are lines that begin with `-DOCSTART-`. Tags are `O`, `B-X` and `I-X`; an `I-X` behind anything but its own kind
    /// begins a name, so that files which write `B-` only between neighbours are read too.
    ///
    /// ```
    /// use sorot::gold::TaggedSentence;
    /// let read = TaggedSentence::read("a.conll", "Joko PROPN B-PER\nWidodo PROPN I-PER\n. PUNCT O\n", &[])?;
    /// assert_eq!(read[0].names, [(0..2, "PER".to_owned())]);
    /// # Ok::<(), sorot::gold::GoldError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// A line without a tag, or with one that is none of these; it names file and line.
    pub fn read(
        file: &str,
        content: &str,
        map: &[(String, String)],
    ) -> Result<Vec<Self>, GoldError> {
        let mut sentences = Vec::new();
        let mut open = Self::default();
        for (index, line) in content.lines().enumerate() {
            let line = line.trim_end_matches('\r').trim_start_matches('\u{feff}');
            if line.trim().is_empty() || line.starts_with("-DOCSTART-") {
                if !open.words.is_empty() {
                    sentences.push(std::mem::take(&mut open));
                }
                continue;
            }
            let wrong = |message: String| GoldError::new(file, index + 1, message);
            let (word, tag) = columns(line).ok_or_else(|| {
                wrong("a line needs a token and, behind it, a tag: `Jakarta B-LOC`".to_owned())
            })?;
            let tag = Tag::read(tag, map)
                .ok_or_else(|| wrong(format!("`{tag}` is no tag: O, B-X or I-X are")))?;
            if open.words.is_empty() {
                open.line = index + 1;
            }
            open.push(word, tag);
        }
        if !open.words.is_empty() {
            sentences.push(open);
        }
        Ok(sentences)
    }

    fn push(&mut self, word: &str, tag: Tag) {
        let at = self.words.len();
        self.words.push(word.to_owned());
        match tag {
            Tag::Outside => {}
            Tag::Begin(kind) => self.names.push((at..at + 1, kind)),
            Tag::Inside(kind) => {
                let before = self.names.last_mut();
                match before.filter(|(range, known)| range.end == at && *known == kind) {
                    Some((range, _)) => range.end = at + 1,
                    None => self.names.push((at..at + 1, kind)),
                }
            }
        }
    }

    /// The sentence as the model looks at it.
    #[must_use]
    pub fn sentence(&self, lists: &NameLists) -> Sentence {
        Sentence::of_words(self.words.iter().map(String::as_str), lists)
    }

    /// The sentence as the model learns from it. A kind that `labels` does not know is left out.
    #[must_use]
    pub fn example(&self, labels: &Labels, lists: &NameLists) -> Example {
        let number = |kind: &String| labels.kinds().iter().position(|known| known == kind);
        let chunks: Vec<Chunk> = self
            .names
            .iter()
            .filter_map(|(range, kind)| {
                let tokens = range.clone();
                number(kind).map(|kind| Chunk { tokens, kind })
            })
            .collect();
        Example {
            sentence: self.sentence(lists),
            labels: Labels::encode(&chunks, self.words.len()),
            open: Vec::new(),
            weight: 1.0,
        }
    }
}

/// The kinds of names in `sentences`, sorted.
#[must_use]
pub fn kinds(sentences: &[TaggedSentence]) -> Vec<String> {
    let names = sentences.iter().flat_map(|sentence| &sentence.names);
    let all: std::collections::BTreeSet<&String> = names.map(|(_, kind)| kind).collect();
    all.into_iter().cloned().collect()
}

/// The first and the last column.
fn columns(line: &str) -> Option<(&str, &str)> {
    let (word, rest) = if line.contains('\t') {
        line.split_once('\t')?
    } else {
        line.split_once(char::is_whitespace)?
    };
    let tag = rest.split_whitespace().next_back()?;
    let word = word.trim();
    (!word.is_empty()).then_some((word, tag))
}

impl Tag {
    fn read(tag: &str, map: &[(String, String)]) -> Option<Self> {
        if tag == "O" {
            return Some(Self::Outside);
        }
        let (place, kind) = tag.split_once(['-', '_'])?;
        let renamed = map.iter().find(|(from, _)| from == kind);
        let kind = renamed.map_or(kind, |(_, to)| to.as_str()).to_owned();
        if kind.is_empty() || kind.len() > 100 {
            return None;
        }
        match place {
            "B" => Some(Self::Begin(kind)),
            "I" => Some(Self::Inside(kind)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(content: &str) -> Vec<(Range<usize>, String)> {
        let read = TaggedSentence::read("f", content, &[("PLACE".to_owned(), "LOC".to_owned())]);
        let read = read.expect("a file").into_iter();
        read.flat_map(|sentence| sentence.names).collect()
    }

    #[test]
    fn three_shapes_are_read() {
        let wanted = [(1..3, "LOC".to_owned())];
        for content in [
            "di ADP O\r\nKalimantan PROPN B-LOC\r\nTimur PROPN I-LOC\r\n\r\n",
            "di\tO\nKalimantan\tB-PLACE\nTimur\tI-PLACE\n",
            "-DOCSTART- O\n\ndi O\nKalimantan I-LOC\nTimur I-LOC",
        ] {
            assert_eq!(names(content), wanted, "{content}");
        }
        assert_eq!(names("\n\n"), []);
    }

    #[test]
    fn errors_name_file_and_line() {
        for (content, line) in [("a O\nb\n", 2), ("a X-PER\n", 1), ("a O\n\n\nb B-\n", 4)] {
            let error = TaggedSentence::read("f.conll", content, &[]).expect_err(content);
            assert!(
                error.to_string().starts_with(&format!("f.conll:{line}: ")),
                "{error}"
            );
        }
    }
}
