//! What the words of a line of an Indonesian news page say about it.
//!
//! Rows name what many sites print; the quirk of one site is one more row, with a file in `tests/zones`.

mod dates;
mod names;
mod phrases;

use crate::article::LineRules;

/// The rules.
pub(super) fn rules() -> LineRules {
    names::add(dates::add(phrases::add(LineRules::default())))
}
