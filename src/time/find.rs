//! One pass over the terms of each zone: try the grammar where a term can begin an expression.

use super::cursor::{Cursor, Term, terms};
use super::expression::{TimeExpression, Toward};
use super::found::{Found, TimeGrammar};
use super::lexicon::Sense;
use crate::article::{Article, Sentence};
use crate::text::Span;

/// Finds the time expressions of an article, in text order.
#[must_use]
pub fn find(article: &Article<'_>, grammar: &TimeGrammar) -> Vec<Found> {
    let text = article.text.as_ref();
    let mut found = Vec::new();
    for (zone, part) in article.zones.iter().enumerate() {
        let tokens = article.tokens.get(part.tokens.clone()).unwrap_or_default();
        let terms = terms(text, tokens, &grammar.lexicon);
        scan(text, &terms, zone, article, grammar, &mut found);
    }
    found
}

fn scan(
    text: &str,
    terms: &[Term<'_>],
    zone: usize,
    article: &Article<'_>,
    grammar: &TimeGrammar,
    found: &mut Vec<Found>,
) {
    let mut c = Cursor { text, terms, at: 0 };
    let mut last_end = 0;
    while c.at < terms.len() {
        let start = c;
        let Some(node) = (grammar.expression)(&mut c, &grammar.feasts) else {
            c.at = c.at.max(start.at + 1);
            continue;
        };
        let end = c.at;
        let mut members = (grammar.neighbours)(&start, end, &node.expression);
        members.retain(|(from, ..)| *from >= last_end);
        members.sort_by_key(|(from, ..)| *from);
        // Members before the whole and behind it look to it for what they lack.
        let whole = found.len() + members.iter().filter(|(from, ..)| *from < start.at).count();
        if (grammar.joined)(&start) == Some(last_end) && last_end > 0 {
            pair(found, whole);
        }
        let this = describe(&start, end, node.expression, zone, article, grammar);
        let mut this = Some(Found {
            modifier: node.modifier,
            ..this
        });
        for (from, to, expression) in members {
            if from > start.at {
                found.extend(this.take());
                c.at = c.at.max(to);
            }
            let member = describe(
                &Cursor { at: from, ..start },
                to,
                expression,
                zone,
                article,
                grammar,
            );
            found.push(Found {
                partner: Some(whole),
                ..member
            });
        }
        found.extend(this);
        last_end = c.at;
    }
}

/// Makes the expression to come the partner of the one before it, and of those that look to that one.
fn pair(found: &mut [Found], whole: usize) {
    let Some(mut index) = found.len().checked_sub(1) else {
        return;
    };
    loop {
        let Some(item) = found.get_mut(index).filter(|item| item.partner.is_none()) else {
            return;
        };
        item.partner = Some(whole);
        let joins = |before: &Found| before.partner == Some(index);
        match index
            .checked_sub(1)
            .filter(|before| found.get(*before).is_some_and(joins))
        {
            Some(before) => {
                index = before;
                if let Some(item) = found.get_mut(index) {
                    item.partner = None;
                }
            }
            None => return,
        }
    }
}

/// An expression with what its surroundings say.
fn describe(
    c: &Cursor<'_>,
    end: usize,
    expression: TimeExpression,
    zone: usize,
    article: &Article<'_>,
    grammar: &TimeGrammar,
) -> Found {
    let first = c.peek(0).map_or(Span::new(0, 0), |term| term.span);
    let last = c
        .terms
        .get(end.saturating_sub(1))
        .map_or(first, |term| term.span);
    let span = first.cover(last);
    let tense = tense(c, end, grammar);
    let sentence = sentence_of(&article.sentences, article, span.start());
    Found {
        span,
        modifier: None,
        zone,
        sentence,
        bound: (grammar.signal)(c),
        tense,
        tense_before: tense.is_some_and(|(_, word)| word.start() < span.start()),
        attribution: attributed(c),
        age: matches!(expression, TimeExpression::Duration { .. }) && (grammar.is_age)(c),
        partner: None,
        expression,
    }
}

fn sentence_of(sentences: &[Sentence], article: &Article<'_>, at: usize) -> usize {
    let start = |sentence: &Sentence| {
        article
            .tokens
            .get(sentence.tokens.start)
            .map_or(0, |token| token.span.start())
    };
    sentences
        .partition_point(|sentence| start(sentence) <= at)
        .saturating_sub(1)
}

/// How far around an expression its clause is looked through.
const REACH: usize = 24;

/// Which way the clause leans: by the nearest cue before the expression, else by one behind it.
fn tense(c: &Cursor<'_>, end: usize, grammar: &TimeGrammar) -> Option<(Toward, Span)> {
    let cue = |term: &Term<'_>| {
        term.senses.iter().find_map(|sense| match sense {
            Sense::Future => Some(Toward::Future),
            Sense::Past => Some(Toward::Past),
            _ => None,
        })
    };
    if (grammar.forward)(c)
        && let Some(term) = c.behind(1)
    {
        return Some((Toward::Future, term.span));
    }
    let mut past = None;
    let cue = |term: &Term<'_>| {
        cue(term).or_else(|| {
            if term.senses.is_empty() {
                (grammar.inflected)(term.span.of(c.text))
            } else {
                None
            }
        })
    };
    for back in 1..=REACH {
        let Some(at) = c.at.checked_sub(back) else {
            break;
        };
        let here = Cursor { at, ..*c };
        if (grammar.ends_clause)(&here) {
            break;
        }
        let Some(term) = here.peek(0) else { break };
        match cue(term) {
            Some(Toward::Future) => return Some((Toward::Future, term.span)),
            Some(toward) if past.is_none() => past = Some((toward, term.span)),
            _ => {}
        }
    }
    if past.is_some() {
        return past;
    }
    for ahead in 0..REACH {
        let here = Cursor {
            at: end + ahead,
            ..*c
        };
        let Some(term) = here.peek(0) else { break };
        let temporal = term.senses.iter().any(|sense| {
            matches!(
                sense,
                Sense::Month(_) | Sense::Weekday(_) | Sense::Deictic(_)
            )
        });
        if (grammar.ends_clause)(&here) && ahead > 0 || temporal {
            break;
        }
        if let Some(toward) = cue(term) {
            return Some((toward, term.span));
        }
    }
    None
}

/// Whether the expression dates a speech: behind a comma or a signal, in a sentence with a verb of speech before it.
fn attributed(c: &Cursor<'_>) -> bool {
    const SPEECH_REACH: usize = 16;
    let before = c.word_behind(1);
    let behind_mark = before == ",";
    let signalled = c.behind(1).is_some_and(|term| {
        term.senses
            .iter()
            .any(|sense| matches!(sense, Sense::Signal(_)))
    });
    if !behind_mark && !signalled {
        return false;
    }
    for back in 1..=SPEECH_REACH {
        let Some(term) = c.behind(back) else { break };
        if matches!(term.span.of(c.text), "." | "!" | "?")
            || term.starts_line && back > 1 && term.senses.is_empty()
        {
            break;
        }
        if term.senses.contains(&Sense::Speech) {
            return true;
        }
    }
    false
}
