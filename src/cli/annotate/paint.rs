//! Colours, where the output is a terminal that wants them.

use sorot::entity::EntityKind;
use std::io::IsTerminal;

/// How marks are painted. Painting adds escape sequences only: the characters are the same with and without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Paint {
    /// Not at all.
    Plain,
    /// With the terminal's own sixteen colours.
    Colours,
}

impl Paint {
    /// Colours for a terminal, unless `NO_COLOR` is set or the terminal is a dumb one.
    pub(in crate::cli) fn of(output: &impl IsTerminal) -> Self {
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|value| value == "dumb");
        if output.is_terminal() && !set("NO_COLOR") && !dumb {
            Self::Colours
        } else {
            Self::Plain
        }
    }

    /// The words of a mark; without a kind, of a time.
    pub(in crate::cli) fn mark(self, words: &str, kind: Option<EntityKind>) -> String {
        let colour = match kind {
            None => "1;4;33",
            Some(EntityKind::Person) => "4;36",
            Some(EntityKind::Organisation) => "4;35",
            Some(EntityKind::Place) => "4;32",
            Some(EntityKind::Money | EntityKind::Quantity) => "4;90",
            Some(_) => "4;34",
        };
        self.with(colour, words)
    }

    /// What is not the article.
    pub(in crate::cli) fn faint(self, words: &str) -> String {
        self.with("2", words)
    }

    /// What should be read.
    pub(in crate::cli) fn warning(self, words: &str) -> String {
        self.with("1;31", words)
    }

    fn with(self, codes: &str, words: &str) -> String {
        match self {
            Self::Plain => words.to_owned(),
            Self::Colours => format!("\u{1b}[{codes}m{words}\u{1b}[0m"),
        }
    }
}
