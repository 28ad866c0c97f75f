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
    let mut lines: Vec<Line> = Vec::new();
    let mut block: Vec<Line> = Vec::new();
    for line in raw_lines(text, tokens, rules) {
        if line.after_gap {
            join_block(&mut block, &mut lines);
        }
        block.push(line);
    }
    join_block(&mut block, &mut lines);
    lines
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

/// Moves a block, lines without an empty one between, to the lines, its wrapped lines joined.
fn join_block(block: &mut Vec<Line>, joined: &mut Vec<Line>) {
    let widest = block.iter().map(|line| line.span.len()).max().unwrap_or(0);
    // Where half the lines of a block open with a small letter it is wrapped text, and a full line runs on whatever
    // follows it; else only a small letter shows that a line runs on.
    let small = block.iter().filter(|line| line.opens_small).count();
    let wrapped = widest <= WIDEST && block.len() >= 3 && small * 2 >= block.len() - 1;
    let mut last_width = 0;
    let mut opens_block = true;
    for line in block.drain(..) {
        let width = line.span.len();
        let runs_on = joined.last().is_some_and(|before| {
            !opens_block
                && (WRAPPED..=WIDEST).contains(&last_width)
                && width <= WIDEST
                && before.stop.is_none()
                && before.is_plain()
                && line.is_plain()
                && (line.opens_small || (wrapped && last_width + line.first_width >= widest))
        });
        if let Some(before) = joined.last_mut().filter(|_| runs_on) {
            before.join(line);
        } else {
            joined.push(line);
        }
        last_width = width;
        opens_block = false;
    }
}
