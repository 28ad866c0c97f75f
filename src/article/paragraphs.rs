//! Tokens → lines, those of one hard-wrapped paragraph joined.

use super::line::Line;
use super::rules::LineRules;
use crate::text::{Token, TokenKind};

/// A line this long or longer may be a wrapped one, in bytes.
const WRAPPED: usize = 45;
/// The longest line that an editor or mail program wraps.
const WIDEST: usize = 140;

/// The lines of a text, blank ones left out; a paragraph that was wrapped is one.
pub(super) fn lines(text: &str, tokens: &[Token], rules: &LineRules) -> Vec<Line> {
    let raw = raw_lines(text, tokens, rules);
    // A full line before one that opens with a small letter shows at which width a text was wrapped.
    let width = raw
        .windows(2)
        .filter_map(|pair| pair.first().zip(pair.last()))
        .filter(|(line, next)| next.opens_small && may_run_on(line, next))
        .map(|(line, _)| line.span.len())
        .max();
    let mut lines: Vec<Line> = Vec::with_capacity(raw.len());
    let mut last_length = 0;
    for line in raw {
        let length = line.span.len();
        let full =
            width.is_some_and(|width| last_length + line.first_width >= width && !line.titled);
        let last = lines
            .last_mut()
            .filter(|last| {
                let dated = opens_date(&line, text)
                    && !line.after_gap
                    && last.stop.is_none()
                    && last.is_plain();
                last_length >= WRAPPED && (dated || may_run_on(last, &line))
            })
            .filter(|last| {
                let cut = line.opens_small || full || is_cut(last, text) || opens_date(&line, text);
                last_length <= WIDEST && cut
            });
        match last {
            Some(last) => last.join(line),
            None => lines.push(line),
        }
        last_length = length;
    }
    lines
}

/// Whether a line ends in the middle of a sentence after it has ended another: prose that was cut at a width. What
/// holds a colon, a slash or a bracket may be a credit.
fn is_cut(line: &Line, text: &str) -> bool {
    const ENDS: [&str; 5] = [". ", "? ", "! ", ".” ", ".\" "];
    let line = line.span.of(text);
    let last = ENDS
        .iter()
        .filter_map(|end| Some(line.rfind(end)? + end.len()))
        .max();
    let begun = last.and_then(|at| line.get(at..)).unwrap_or_default();
    !begun.contains([':', '/', '(', '|']) && begun.ends_with(|c: char| c.is_lowercase() || c == ',')
}

/// Whether a line opens with a date in brackets, which belongs to the word before it: `(13/10/2016)`.
fn opens_date(line: &Line, text: &str) -> bool {
    let mut chars = line.span.of(text).chars();
    chars.next() == Some('(') && chars.next().is_some_and(|c| c.is_ascii_digit())
}

/// Whether nothing but its look keeps `next` from being the same paragraph.
fn may_run_on(line: &Line, next: &Line) -> bool {
    !next.after_gap
        && line.stop.is_none()
        && line.is_plain()
        && next.is_plain()
        && line.span.len() >= WRAPPED
        && next.span.len() <= WIDEST
        && (line.parts.len() > 1 || line.span.len() <= WIDEST)
}

fn raw_lines(text: &str, tokens: &[Token], rules: &LineRules) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut gap = true;
    for end in (0..=tokens.len()).filter(|end| {
        tokens
            .get(*end)
            .is_none_or(|token| token.kind == TokenKind::Break)
    }) {
        let own = tokens.get(start..end).unwrap_or_default();
        match Line::read(text, own, start, gap, rules) {
            Some(line) => {
                lines.push(line);
                gap = false;
            }
            None => gap = true,
        }
        start = end + 1;
    }
    lines
}
