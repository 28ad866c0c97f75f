//! What the words of a line of an Indonesian news page say about it.

use crate::article::LineRules;

/// The rules.
pub(super) fn rules() -> LineRules {
    LineRules { sense: |_| None }
}
