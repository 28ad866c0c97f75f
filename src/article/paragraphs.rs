//! Tokens → lines, those of one hard-wrapped paragraph joined.

use super::line::Line;
use super::page::Page;
use crate::text::{Span, TokenKind};

/// A line this long or longer may be a wrapped one, in bytes.
const WRAPPED: usize = 45;
/// The longest line that an editor or mail program wraps.
const WIDEST: usize = 140;
/// The longest sentence that is followed over lines, in words and marks.
const LONGEST_SENTENCE: usize = 200;

/// The lines of a page, blank ones left out; a paragraph that was wrapped is one.
pub(super) fn lines<'p>(page: &'p Page<'p>) -> Vec<Line<'p>> {
    let raw = raw_lines(page);
    // A full line before one that opens with a small letter shows at which width a text was wrapped.
    let width = raw
        .windows(2)
        .filter_map(|pair| pair.first().zip(pair.last()))
        .filter(|(line, next)| next.opens_small() && may_run_on(line, next))
        .map(|(line, _)| line.span.len())
        .max();
    let mut lines: Vec<Line<'_>> = Vec::with_capacity(raw.len());
    let mut last_length = 0;
    for line in raw {
        let length = line.span.len();
        let full = width
            .is_some_and(|width| last_length + line.first_width() >= width && !line.is_titled());
        let last = lines
            .last_mut()
            .filter(|last| {
                let dated =
                    opens_date(&line) && !line.after_gap && last.stop.is_none() && last.is_plain();
                last_length >= WRAPPED && (dated || may_run_on(last, &line))
            })
            .filter(|last| {
                last_length <= WIDEST
                    && (line.opens_small() || full || opens_date(&line) || is_cut(last, page))
            });
        match last {
            Some(last) => last.join(&line),
            None => lines.push(line),
        }
        last_length = length;
    }
    lines
}

/// Whether a line ends in the middle of a sentence after it has ended another: prose that was cut at a width. What
/// holds a colon, a slash or a bracket may be a credit.
fn is_cut(line: &Line<'_>, page: &Page<'_>) -> bool {
    let words = line.words();
    let (_, words) = words.split_at(words.len().saturating_sub(LONGEST_SENTENCE));
    let begins = |at: &usize| match words.get(..=*at).unwrap_or_default() {
        [.., stop, quote, next] if quote.is(&['”', '"']) => {
            stop.is(&['.']) && stop.touches(quote) && !quote.touches(next)
        }
        [.., stop, next] => stop.is(&['.', '?', '!']) && !stop.touches(next),
        _ => false,
    };
    let begun = (0..words.len()).rfind(begins).and_then(|at| words.get(at));
    begun.is_some_and(|begun| {
        let begun = Span::new(begun.span.start(), line.span.end()).of(page.text);
        !begun.contains([':', '/', '(', '|'])
            && begun.ends_with(|c: char| c.is_lowercase() || c == ',')
    })
}

/// Whether a line opens with a date in brackets, which belongs to the word before it: `(13/10/2016)`.
fn opens_date(line: &Line<'_>) -> bool {
    match line.words() {
        [open, date, ..] => open.is(&['(']) && date.first.is_ascii_digit() && open.touches(date),
        _ => false,
    }
}

/// Whether nothing but its look keeps `next` from being the same paragraph.
fn may_run_on(line: &Line<'_>, next: &Line<'_>) -> bool {
    !next.after_gap
        && line.stop.is_none()
        && line.is_plain()
        && next.is_plain()
        && line.span.len() >= WRAPPED
        && next.span.len() <= WIDEST
        && (line.wrapped || line.span.len() <= WIDEST)
}

fn raw_lines<'p>(page: &'p Page<'p>) -> Vec<Line<'p>> {
    let mut lines = Vec::new();
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut gap = true;
    for words in page.tokens.split(|token| token.kind == TokenKind::Break) {
        let own = start..start + words.len();
        start = own.end + 1;
        let line = Line::read(page, own, gap, &mut pieces);
        gap = line.is_none();
        lines.extend(line);
    }
    lines
}
