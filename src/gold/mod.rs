//! Articles with the right answers written into them, and how well an answer agrees.
//!
//! In: gold files of two kinds, time and entity, told by their content; and [`Document`](crate::export::Document)s.
//! Out: [`TimeScore`] and [`EntityScore`]. Spans here are ranges of code points, as in the files.
//! Only `sorot evaluate` and the tests come here. Start with [`Gold::read`], then `markup.rs`.

mod agreement;
mod alignment;
mod b_cubed;
mod case;
mod conll;
mod conll_score;
mod difference;
mod entity_gold;
mod entity_report;
mod entity_score;
mod error;
mod intervals;
mod markup;
mod tally;
mod time_gold;
mod time_report;
mod time_score;

pub use alignment::{Alignment, align};
pub use b_cubed::BCubed;
pub use case::Case;
pub use conll::{TaggedSentence, kinds};
pub use conll_score::ConllScore;
pub use difference::{Difference, Differences};
pub use entity_gold::{EntityCase, GoldCluster, GoldRole, NameMark};
pub use entity_score::{EntityScore, KindTally};
pub use error::GoldError;
pub use intervals::{Intervals, WantedInterval};
pub use markup::{Mark, Marked};
pub use tally::Tally;
pub use time_gold::{TimeCase, TimeMark};
pub use time_score::{Share, TimeScore, TypeTally};

use crate::entity::EntityKind;

/// A gold file.
#[derive(Clone, Debug, PartialEq)]
pub enum Gold {
    /// Articles and sentences with their times.
    Times(Vec<TimeCase>),
    /// Articles with their names, and perhaps their times.
    Entities(Vec<EntityCase>),
}

impl Gold {
    /// Reads a gold file of either kind. `file` is its name, for errors.
    ///
    /// A file with a mark of an entity kind is entity gold, any other time gold.
    ///
    /// ```
    /// use sorot::gold::Gold;
    /// let gold = Gold::read("a.gold", "# id: a\n[Budi|PER] datang.\n")?;
    /// assert!(matches!(gold, Gold::Entities(cases) if cases[0].names[0].kind.code() == "PER"));
    /// # Ok::<(), sorot::gold::GoldError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// What cannot be read, with file and line.
    pub fn read(file: &str, content: &str) -> Result<Self, GoldError> {
        let content = content.replace("\r\n", "\n");
        let content = content.strip_prefix('\u{feff}').unwrap_or(&content);
        if names_entities(content) {
            entity_gold::read(file, content).map(Self::Entities)
        } else {
            time_gold::read(file, content).map(Self::Times)
        }
    }

    /// Whether it holds no case.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Times(cases) => cases.is_empty(),
            Self::Entities(cases) => cases.is_empty(),
        }
    }
}

fn names_entities(content: &str) -> bool {
    let lines = || content.lines().filter(|line| !line.starts_with('#'));
    EntityKind::ALL.iter().any(|kind| {
        let code = kind.code();
        let (closed, followed) = (format!("|{code}]"), format!("|{code}|"));
        lines().any(|line| line.contains(&closed) || line.contains(&followed))
    })
}
