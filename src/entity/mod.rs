//! Names: who and where, and which mentions are the same.
//!
//! In: an [`Article`]. Out: [`Names`]: mentions in text order, their clusters, and the roles the
//! text gives to persons. Knows nothing of times or clocks. Start with [`find`].

mod mention;

pub use mention::{Cluster, EntityKind, Mention, Names, PlaceUse, Role};

use crate::article::Article;

/// The words and lists by which a language's names are found.
#[derive(Debug, Default)]
pub struct NameLists {}

/// Finds the names of an article and which of them are one entity.
#[must_use]
pub fn find(_article: &Article<'_>, _lists: &NameLists) -> Names {
    Names::default()
}
