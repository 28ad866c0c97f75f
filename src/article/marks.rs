//! The marks that matter in lines, by what they do.

/// Dashes that part a dateline, a section or a name from what follows.
pub(super) const DASHES: [char; 5] = ['-', '–', '—', '‒', '―'];

/// Marks that part a section or name from a time: dashes, bars, dots and bullets.
pub(super) const BARS: [char; 14] = [
    '-', '–', '—', '‒', '―', '|', '•', '·', '∙', '●', '/', '›', '»', '‧',
];

/// Marks that end a sentence.
pub(super) const STOPS: [char; 4] = ['.', '!', '?', '…'];

/// Marks that close after the end of a sentence.
pub(super) const CLOSERS: [char; 9] = ['"', '”', '’', '\'', ')', ']', '»', '“', '*'];

/// Marks that open a quotation.
pub(super) const QUOTES: [char; 4] = ['"', '“', '‘', '\''];
