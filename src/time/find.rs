//! One pass over the terms of each zone: try the grammar where a term can begin an expression.

use super::class::{Class, Classes};
use super::cursor::{Cursor, Term, read_terms};
use super::expression::{TimeExpression, Toward};
use super::found::{Certainty, Found, Link, Node, Place, Tense, TimeGrammar};
use super::lexicon::Sense;
use crate::article::{Article, Sentence, ZoneKind};
use crate::text::{Span, TokenKind};

/// Finds the time expressions of an article, in text order.
#[must_use]
pub fn find(article: &Article<'_>, grammar: &TimeGrammar) -> Vec<Found> {
    let text = article.text.as_ref();
    let mut found = Vec::new();
    let mut terms = Vec::new();
    let mut sentence = 0;
    for (zone, part) in article.zones.iter().enumerate() {
        let tokens = article.tokens.get(part.tokens.clone()).unwrap_or_default();
        read_terms(text, tokens, &grammar.lexicon, &mut terms);
        let above = article.sentences.get(sentence..).unwrap_or_default();
        sentence += above.iter().take_while(|above| above.zone < zone).count();
        let place = Passed { zone, sentence };
        scan(text, &terms, place, article, grammar, &mut found);
    }
    found
}

/// How far the pass over the article has come.
#[derive(Clone, Copy, Debug)]
struct Passed {
    zone: usize,
    /// The last sentence that is known to begin no later than what comes next.
    sentence: usize,
}

fn scan(
    text: &str,
    terms: &[Term<'_>],
    mut passed: Passed,
    article: &Article<'_>,
    grammar: &TimeGrammar,
    found: &mut Vec<Found>,
) {
    let mut c = Cursor { text, terms, at: 0 };
    let mut last_end = 0;
    while let Some(first) = c.peek(0) {
        if !grammar.first.meets(first.classes) {
            c.at += 1;
            continue;
        }
        let start = c;
        let Some((node, production)) = (grammar.expression)(&mut c, &grammar.feasts) else {
            c.at = c.at.max(start.at + 1);
            continue;
        };
        let end = c.at;
        let node = in_zone(node, article, passed.zone);
        let mut members = (grammar.neighbours)(&start, end, &node.expression);
        members.retain(|(from, ..)| *from >= last_end);
        members.sort_by_key(|(from, ..)| *from);
        // Members before the whole and behind it look to it for what they lack.
        let whole = found.len() + members.iter().filter(|(from, ..)| *from < start.at).count();
        let before = found.last().filter(|before| before.zone == passed.zone);
        passed.sentence = before.map_or(passed.sentence, |before| before.sentence);
        let mut this = describe(
            &start,
            end,
            node.expression,
            passed,
            article,
            grammar,
            before,
        );
        this.link = link(&start, last_end, grammar);
        // A list hangs on what stands before its first member: `tanggal 28` in `tanggal 28, 29, dan 30 Mei`.
        let first = members
            .first()
            .map_or(start.at, |(from, ..)| start.at.min(*from));
        if (grammar.joined)(&Cursor { at: first, ..start }) == Some(last_end)
            && found
                .last()
                .is_some_and(|before| !has_year(&before.expression))
        {
            if let Some(before) = found.last().filter(|_| this.tense.is_none()) {
                this.tense = before.tense;
            }
            pair(found, whole);
        }
        let mut this = Some(Found {
            modifier: node.modifier,
            production,
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
                passed,
                article,
                grammar,
                None,
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

/// A node as its zone means it: an amount that is the whole of a stamp says how long ago.
fn in_zone(node: Node, article: &Article<'_>, zone: usize) -> Node {
    let kind = article.zones.get(zone).map(|zone| zone.kind);
    match node.expression {
        TimeExpression::Duration {
            amount,
            window: None,
        } if kind == Some(ZoneKind::TeaserStamp) => Node {
            expression: TimeExpression::Shift {
                amount,
                toward: Toward::Past,
            },
            ..node
        },
        _ => node,
    }
}

/// Whether an expression says its year, and so lacks nothing.
fn has_year(expression: &TimeExpression) -> bool {
    matches!(expression, TimeExpression::Date(fields) if fields.year.is_some())
}

/// How the expression at the cursor hangs on the one that ended at term `last_end`.
fn link(c: &Cursor<'_>, last_end: usize, grammar: &TimeGrammar) -> Option<Link> {
    if last_end == 0 {
        None
    } else if last_end + 1 == c.at && c.mark_behind(1) == ',' {
        Some(Link::Apposed)
    } else {
        (grammar.equates)(c, last_end, c.at).then_some(Link::Equated)
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

/// The longest bullet with its space, in bytes.
const BULLET: usize = 4;

/// A short word with its space, in bytes: `Pada `.
const SHORT_WORD: usize = 5;

/// An expression with what its surroundings say.
fn describe(
    c: &Cursor<'_>,
    end: usize,
    expression: TimeExpression,
    passed: Passed,
    article: &Article<'_>,
    grammar: &TimeGrammar,
    before: Option<&Found>,
) -> Found {
    let first = c.peek(0).map_or(Span::new(0, 0), |term| term.span);
    let last = c
        .terms
        .get(end.saturating_sub(1))
        .map_or(first, |term| term.span);
    let span = first.cover(last);
    let sentence = sentence_of(article, passed.sentence, span.start());
    let line = article.zones.get(passed.zone).map(|zone| zone.span);
    let opens_at = article
        .sentences
        .get(sentence)
        .and_then(|sentence| article.tokens.get(sentence.tokens.start))
        .map(|token| token.span.start());
    Found {
        span,
        modifier: None,
        production: "member",
        zone: passed.zone,
        sentence,
        bound: (grammar.signal)(c),
        tense: tense(
            c,
            end,
            grammar,
            before.filter(|before| before.sentence == sentence),
        ),
        attribution: dates_speech(&expression) && attributed(c),
        age: matches!(expression, TimeExpression::Duration { .. }) && (grammar.is_age)(c),
        partner: None,
        link: None,
        place: match line {
            Some(line) if line == span => Place::Whole,
            Some(line) if rest_of(line, span, article) == ":" => Place::Announces,
            Some(line) if span.start() <= line.start() + BULLET => Place::Head,
            _ => Place::Inside,
        },
        opens: opens_at.is_some_and(|start| span.start() <= start + SHORT_WORD),
        expression,
    }
}

/// What stands behind a span in its zone.
fn rest_of<'t>(zone: Span, span: Span, article: &'t Article<'_>) -> &'t str {
    let rest = article.text.get(span.end()..zone.end());
    rest.unwrap_or_default()
}

/// The sentence that holds byte `at`, which lies in sentence `from` or behind it.
fn sentence_of(article: &Article<'_>, from: usize, at: usize) -> usize {
    let begun = |sentence: &&Sentence| {
        let first = article.tokens.get(sentence.tokens.start);
        first.is_some_and(|token| token.span.start() <= at)
    };
    let behind = article.sentences.get(from + 1..).unwrap_or_default();
    from + behind.iter().take_while(begun).count()
}

/// What makes a clause lean.
const CUES: Classes = Classes::of(&[Class::Future, Class::Past, Class::Speech, Class::Telling]);

/// What another date begins with.
const DATED: Classes = Classes::of(&[Class::Month, Class::Weekday, Class::Deictic]);

/// How far around an expression its clause is looked through.
const REACH: usize = 24;

/// Which way the clause leans: by a cue before the expression, else by one behind it; a word of the future before all.
fn tense(
    c: &Cursor<'_>,
    end: usize,
    grammar: &TimeGrammar,
    before: Option<&Found>,
) -> Option<Tense> {
    let cue = |here: &Cursor<'_>, term: &Term<'_>, before: bool| {
        let (toward, certainty) = if term.classes.meets(CUES) {
            term.senses.iter().find_map(|sense| match sense {
                Sense::Future => Some((Toward::Future, Certainty::Said)),
                Sense::Past => Some((Toward::Past, Certainty::Said)),
                Sense::Speech | Sense::Telling => Some((Toward::Past, Certainty::Hinted)),
                _ => None,
            })?
        } else if term.kind == TokenKind::Word && matches!(term.senses, [] | [Sense::Unformed]) {
            (Toward::Past, (grammar.inflected)(here)?)
        } else {
            return None;
        };
        let certainty = if before { certainty } else { Certainty::Hinted };
        Some(Tense {
            toward,
            word: term.span,
            certainty,
        })
    };
    let planned = |term: &Term<'_>| term.classes.has(Class::Former);
    if (grammar.forward)(c)
        && let Some(term) = c.behind(1)
    {
        return Some(Tense {
            toward: Toward::Future,
            word: term.span,
            certainty: Certainty::Formed,
        });
    }
    let (mut past, mut future): (Option<Tense>, Option<Tense>) = (None, None);
    let mut continued = None;
    for back in 1..=REACH {
        let Some(at) = c.at.checked_sub(back) else {
            break;
        };
        let here = Cursor { at, ..*c };
        let Some(term) = here.peek(0) else { break };
        if ends_clause(&here) {
            if let Some(adverb) = sentence_adverb(&here) {
                return Some(Tense {
                    toward: Toward::Future,
                    word: adverb,
                    certainty: Certainty::Said,
                });
            }
            if (grammar.continues)(&here) {
                continued = before.and_then(|before| before.tense);
            }
            break;
        }
        // `semula dijadwalkan`: a plan of the past looks ahead from its own moment, and so neither way from the clock.
        if planned(term) {
            return None;
        }
        let Some(found) = cue(&here, term, true) else {
            continue;
        };
        if future.is_none() && found.toward == Toward::Future {
            future = Some(found);
        }
        if found.toward == Toward::Past && past.is_none_or(|past| found.certainty > past.certainty)
        {
            past = Some(found);
        }
    }
    if let Some(found) = future.or(past).or(continued) {
        return Some(found);
    }
    for ahead in 0..REACH {
        let here = Cursor {
            at: end + ahead,
            ..*c
        };
        let Some(term) = here.peek(0) else { break };
        // A closing quote and the verb of speech behind it still tell of the quote.
        let closing = |mark: char| matches!(mark, '”' | '"');
        let quote = || {
            ahead < 3 && (closing(here.mark()) || (here.mark() == ',' && closing(here.mark_at(1))))
        };
        if term.classes.meets(DATED) || (ends_clause(&here) && !quote()) {
            break;
        }
        if let Some(found) = cue(&here, term, false) {
            return Some(found);
        }
    }
    None
}

/// Whether the term at the cursor ends a clause: a mark, a conjunction, or `dan` before what begins another.
fn ends_clause(c: &Cursor<'_>) -> bool {
    let classes = c.classes();
    let opens = |next: &Term<'_>| next.classes.has(Class::ClauseOpening);
    classes.has(Class::ClauseEnd) || (classes.has(Class::And) && c.peek(1).is_some_and(opens))
}

/// `Rencananya, …`: an adverb of the whole sentence, cut off by the comma at the cursor.
fn sentence_adverb(comma: &Cursor<'_>) -> Option<Span> {
    let term = comma.behind(1).filter(|_| comma.mark() == ',')?;
    let first = comma
        .behind(2)
        .is_none_or(|term| matches!(term.mark(), '.' | '!' | '?' | '“' | '”' | '"'));
    (first && term.classes.has(Class::Future)).then_some(term.span)
}

/// Whether an expression is of the kind that dates a speech: a day named by its weekday or from today.
fn dates_speech(expression: &TimeExpression) -> bool {
    matches!(expression, TimeExpression::Date(fields) if fields.weekday.is_some() || fields.from_today.is_some())
}

/// Whether the expression dates a speech: behind a comma or a signal, in a sentence with a verb of speech before it.
fn attributed(c: &Cursor<'_>) -> bool {
    const SPEECH_REACH: usize = 16;
    let dates = |term: &Term<'_>| term.mark() == ',' || term.classes.has(Class::Signal);
    if !c.behind(1).is_some_and(dates) {
        return false;
    }
    for back in 1..=SPEECH_REACH {
        let Some(term) = c.behind(back) else { break };
        if matches!(term.mark(), '.' | '!' | '?') {
            break;
        }
        if term.classes.has(Class::Speech) {
            return true;
        }
    }
    false
}
