//! How well a model agrees with labelled sentences, counted as conlleval counts: a name is right if all its words and
//! its kind are.

use super::conll::TaggedSentence;
use super::tally::Tally;
use crate::entity::NameLists;
use crate::entity::model::{Labels, Model};
use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::ops::Range;

/// Names wanted, given and right, by kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConllScore {
    /// By kind, in alphabetical order.
    pub kinds: BTreeMap<String, Tally>,
    /// What differs, a sentence each: its line, then `-[missed|KIND] +[wrong|KIND]`.
    pub differences: Vec<String>,
}

impl ConllScore {
    /// Lets `model` label `sentences`; `map` renames the kinds of its answers.
    #[must_use]
    pub fn of(
        model: &Model,
        sentences: &[TaggedSentence],
        lists: &NameLists,
        map: &[(String, String)],
    ) -> Self {
        let mut score = Self::default();
        let renamed = |kind: &String| {
            let pair = map.iter().find(|(from, _)| from == kind);
            pair.map_or(kind, |(_, to)| to).clone()
        };
        let kinds: Vec<String> = model.labels().kinds().iter().map(renamed).collect();
        for tagged in sentences {
            let path = model.label(&tagged.sentence(lists));
            let found: Vec<_> = Labels::decode(&path)
                .into_iter()
                .filter_map(|chunk| Some((chunk.tokens, kinds.get(chunk.kind)?.clone())))
                .collect();
            score.add(tagged, &found);
        }
        score
    }

    /// Counts the names `found` in a sentence.
    pub fn add(&mut self, tagged: &TaggedSentence, found: &[(Range<usize>, String)]) {
        for (_, kind) in &tagged.names {
            self.kinds.entry(kind.clone()).or_default().gold += 1;
        }
        for name in found {
            let tally = self.kinds.entry(name.1.clone()).or_default();
            tally.predicted += 1;
            tally.right += usize::from(tagged.names.contains(name));
        }
        let mut differs = String::new();
        let mut show = |sign: char, (range, kind): &(Range<usize>, String)| {
            let words = tagged.words.get(range.clone()).unwrap_or_default();
            let words = words.join(" ");
            let _ = write!(differs, " {sign}[{words}|{kind}]");
        };
        for name in tagged.names.iter().filter(|name| !found.contains(name)) {
            show('-', name);
        }
        for name in found.iter().filter(|name| !tagged.names.contains(name)) {
            show('+', name);
        }
        if !differs.is_empty() {
            self.differences.push(format!("{}:{differs}", tagged.line));
        }
    }

    /// All kinds together.
    #[must_use]
    pub fn micro(&self) -> Tally {
        let mut all = Tally::default();
        for tally in self.kinds.values() {
            all += *tally;
        }
        all
    }
}

/// A line a kind, then `micro  P 0.8000  R 0.5000  F1 0.6154  (8 right of 10 found, 16 wanted)`.
impl fmt::Display for ConllScore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.kinds.keys().map(|kind| kind.chars().count()).max();
        let width = width.unwrap_or_default().max("micro".len());
        let micro = self.micro();
        let total = [("micro", &micro)];
        let lines = self
            .kinds
            .iter()
            .map(|(kind, tally)| (kind.as_str(), tally));
        for (kind, tally) in lines.chain(total) {
            writeln!(
                f,
                "{kind:width$}  {tally}  ({} right of {} found, {} wanted)",
                tally.right, tally.predicted, tally.gold
            )?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_those_of_conlleval() {
        // Wanted: two PER, two LOC. Found: one PER right, one with the wrong end, one LOC right, one as PER.
        let content = "a B-PER\nb I-PER\nc O\nd B-PER\ne I-PER\nf B-LOC\ng B-LOC\nh O\n";
        let read = TaggedSentence::read("f", content, &[]).expect("a file");
        let [tagged] = read.as_slice() else {
            panic!("one sentence")
        };
        let mut score = ConllScore::default();
        let name = |range, kind: &str| (range, kind.to_owned());
        score.add(
            tagged,
            &[
                name(0..2, "PER"),
                name(3..4, "PER"),
                name(5..6, "LOC"),
                name(6..7, "PER"),
            ],
        );
        assert_eq!(
            score.to_string(),
            "LOC    P 1.0000  R 0.5000  F1 0.6667  (1 right of 1 found, 2 wanted)\n\
             PER    P 0.3333  R 0.5000  F1 0.4000  (1 right of 3 found, 2 wanted)\n\
             micro  P 0.5000  R 0.5000  F1 0.5000  (2 right of 4 found, 4 wanted)\n"
        );
        assert_eq!(
            score.differences,
            ["1: -[d e|PER] -[g|LOC] +[d|PER] +[g|PER]"]
        );
    }
}
