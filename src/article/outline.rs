//! Where on the page the article stands: its headline and the line that begins its body.

use super::line::Line;
use super::names::{Credit, NameLine};
use super::rules::LineSense;
use crate::text::KeySet;
use std::ops::Range;

/// The article's place among the lines.
#[derive(Debug, Default)]
pub(super) struct Outline {
    /// The headline, with the lines under it that announce the article.
    pub(super) headline: Option<Range<usize>>,
    /// The first line of the body; the number of lines if there is none.
    pub(super) body: usize,
    /// The first line of the byline or publication line above the body.
    pub(super) mark: Option<usize>,
    /// Whether a date with a clock stands above the body or right below its first line.
    pub(super) clocked: bool,
}

/// How far above a publication line or below a first paragraph its partner is looked for.
const NEAR: usize = 12;

pub(super) fn outline(lines: &[Line<'_>]) -> Outline {
    let body = body_start(lines);
    let top = lines.get(..body).unwrap_or_default();
    let clocked = lines
        .iter()
        .take(body.saturating_add(2))
        .any(Line::is_clocked);
    let mark = first_mark(top);
    let headline = headline(lines, body, mark);
    Outline {
        headline,
        body,
        mark,
        clocked,
    }
}

/// Whether a line shows that an article's head is here: who wrote it, or when.
fn is_mark(line: &Line<'_>) -> bool {
    line.is_date() || line.sense == Some(LineSense::Byline)
}

/// The first mark that something stands above which could be the headline; else the first mark.
fn first_mark(top: &[Line<'_>]) -> Option<usize> {
    let title = top.iter().position(Line::is_title).unwrap_or(top.len());
    let mark = |from: usize| (from..top.len()).find(|i| top.get(*i).is_some_and(is_mark));
    mark(title).or_else(|| mark(0))
}

/// Whether nothing that follows a line of this sense belongs to the article's head.
fn ends_head(line: &Line<'_>) -> bool {
    matches!(
        line.sense,
        Some(LineSense::RelatedHead | LineSense::Footer | LineSense::Tags)
    )
}

fn is_body_like(line: &Line<'_>) -> bool {
    line.is_plain() && line.is_paragraph() && line.credit != Some(Credit::Sure)
}

/// Below a byline or date a short sentence is text as well, and no headline if a full stop ends it.
fn is_sentence_of_text(line: &Line<'_>) -> bool {
    is_body_like(line)
        || (line.is_plain()
            && line.is_sentence()
            && line.stop == Some('.')
            && line.span.len() >= 24
            && line.credit != Some(Credit::Sure))
}

/// The line that begins the body: one with a sure dateline, else the first paragraph that is neither a caption nor an
/// announcement above the byline; else, below a byline or date, the first line that is no name.
fn body_start(lines: &[Line<'_>]) -> usize {
    let begins = |line: &Line<'_>| {
        line.is_plain()
            && line
                .dateline
                .is_some_and(|d| d.sure || (line.is_paragraph() && line.span.len() >= 80))
    };
    let paragraph = first_paragraph(lines);
    // A dateline shortly below a paragraph shows that the paragraph was a caption or an announcement.
    let from = paragraph.map_or(0, |at| at.saturating_sub(60));
    let to = paragraph.map_or(lines.len(), |at| at + 5).min(lines.len());
    if let Some(at) = (from..to).find(|i| lines.get(*i).is_some_and(begins)) {
        let between = paragraph.map_or(0..0, |p| p..at.max(p));
        let sentences: usize = lines
            .get(between.clone())
            .unwrap_or_default()
            .iter()
            .filter(|line| is_body_like(line))
            .count();
        let marked = lines.get(..at).unwrap_or_default().iter().any(is_mark);
        let sure = lines
            .get(at)
            .and_then(|line| line.dateline)
            .is_some_and(|dateline| dateline.sure);
        if between.is_empty() || (sure && sentences <= 2 && (marked || sentences == 1)) {
            return at;
        }
    }
    paragraph
        .or_else(|| below_marks(lines))
        .or_else(|| below_stamp(lines))
        .unwrap_or(lines.len())
}

fn first_paragraph(lines: &[Line<'_>]) -> Option<usize> {
    let mut listed = false;
    let mut marks = 0;
    let mut first = None;
    for (at, line) in lines.iter().enumerate() {
        if ends_head(line) {
            if first.is_some() {
                return first;
            }
            listed = true;
        } else if is_mark(line) {
            // An announcement stands above the first byline; a last line such as "Penulis: …" has no body below it.
            if marks == 0
                && first.is_some_and(|f: usize| f > 0 && at - f <= 2)
                && has_body_below(lines, at)
            {
                first = None;
            } else if first.is_some() {
                return first;
            }
            marks += 1;
            listed = false;
        } else if marks > 0 && first.is_none() && is_sentence_of_text(line) {
            return Some(at);
        } else if first.is_none() && !listed && is_body_like(line) {
            first = Some(at);
        } else if let Some(f) = first
            && at > f + 3
        {
            return first;
        } else if first.is_some() && is_body_like(line) {
            return first;
        }
    }
    first
}

fn has_body_below(lines: &[Line<'_>], at: usize) -> bool {
    lines
        .iter()
        .skip(at + 1)
        .take(NEAR)
        .take_while(|line| !ends_head(line))
        .any(is_body_like)
}

/// Below the last mark of the head, the first plain line that is a sentence or at least no name.
fn below_marks(lines: &[Line<'_>]) -> Option<usize> {
    let last = lines
        .iter()
        .take(40)
        .take_while(|line| !ends_head(line))
        .enumerate()
        .filter(|(_, line)| is_mark(line))
        .map(|(at, _)| at)
        .last()?;
    (last + 1..lines.len().min(last + NEAR)).find(|i| {
        lines.get(*i).is_some_and(|line| {
            line.is_plain()
                && line.credit.is_none()
                && (line.is_sentence() || (line.names == NameLine::No && line.word_count >= 4))
        })
    })
}

/// Where a stamp stands under the first headline: the sentences between it and the list below, if there is nothing else.
fn below_stamp(lines: &[Line<'_>]) -> Option<usize> {
    let title = lines.iter().position(Line::is_title)?;
    let body = title + 2;
    lines.get(title + 1).filter(|line| line.is_stamp())?;
    let text = lines.get(body..)?.iter();
    let sentence =
        |line: &&Line<'_>| line.is_plain() && line.is_sentence() && line.stop == Some('.');
    let sentences = text.clone().take_while(sentence).count();
    let below = lines.get(body + sentences)?;
    let listed =
        below.sense == Some(LineSense::RelatedHead) || below.is_label(LineSense::CrossLink);
    (sentences > 0 && listed).then_some(body)
}

/// How many words a line has that is surely a headline and no item of a menu.
const HEADLINE_WORDS: usize = 4;

fn headline(lines: &[Line<'_>], body: usize, mark: Option<usize>) -> Option<Range<usize>> {
    let top = lines.get(..body)?;
    if body == lines.len() {
        return None;
    }
    let listed = top
        .iter()
        .rposition(|line| line.is_label(LineSense::RelatedHead) || line.is_stamp())
        .map_or(0, |at| at + 1);
    let end = mark.filter(|mark| *mark > 0).unwrap_or(body);
    let eligible = |at: &usize, words: usize| {
        top.get(*at).is_some_and(|line| {
            (line.is_title()
                || (line.is_plain()
                    && line.word_count >= HEADLINE_WORDS
                    && !line.opens_small()
                    && line.span.len() <= 300))
                && line.word_count >= words
                && line.credit.is_none()
                && (line.stop != Some('.') || end > *at + 1 || mark.is_some())
        })
    };
    let pick = |range: Range<usize>| {
        let all: Vec<usize> = range
            .clone()
            .filter(|at| eligible(at, HEADLINE_WORDS))
            .take(60)
            .collect();
        best_by_words(lines, body, &all)
            .or_else(|| {
                range.clone().rev().find(|at| {
                    eligible(at, 2)
                        && top.get(*at).is_some_and(|l| {
                            l.names == NameLine::No || *at == 0 || l.word_count > 2
                        })
                })
            })
            .or_else(|| range.rev().find(|at| eligible(at, 2)))
    };
    let first = pick(listed.min(end)..end)
        .or_else(|| pick(0..end))
        .or_else(|| pick(end..body))?;
    if mark.is_none()
        && !lines
            .get(first)
            .is_some_and(|line| heads_text(lines, line, body))
    {
        return None;
    }
    // The lines that follow at once and stand above the byline announce the article.
    let last = (first + 1..end.max(first + 1))
        .take(2)
        .take_while(|at| mark.is_some() && eligible(at, HEADLINE_WORDS))
        .last()
        .unwrap_or(first);
    Some(first..last + 1)
}

/// Of several candidates the one that shares most words with the beginning of the body; the first of equals.
fn best_by_words(lines: &[Line<'_>], body: usize, candidates: &[usize]) -> Option<usize> {
    if candidates.len() < 2 {
        return candidates.first().copied();
    }
    let lead: KeySet = lines
        .get(body..lines.len().min(body + 4))?
        .iter()
        .flat_map(Line::lead)
        .collect();
    let shared = |at: &usize| {
        lines.get(*at).map_or(0, |line| {
            line.lead().filter(|word| lead.contains(word)).count()
        })
    };
    let most = candidates.iter().map(shared).max()?;
    let wanted = if most >= 2 { most } else { 0 };
    candidates
        .iter()
        .copied()
        .find(|at| shared(at) * 2 >= wanted)
}

/// Without byline and date, only a line without a stop right above a paragraph is a headline.
fn heads_text(lines: &[Line<'_>], line: &Line<'_>, body: usize) -> bool {
    let lead = lines.get(body);
    let dated = lead.is_some_and(|lead| lead.dateline.is_some());
    line.stop != Some('.')
        && (line.stop.is_none() || line.is_titled() || dated)
        && line.word_count >= 2
        && lead.is_some_and(|lead| lead.span.len() > line.span.len() || dated || line.is_titled())
}
