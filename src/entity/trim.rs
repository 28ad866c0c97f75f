//! What by its words is no part of a name, or no name: ranks, offices, numbered commissions, halves of brackets.

use super::candidate::Candidate;
use super::mention::EntityKind;
use super::page::{Page, Style};
use super::sense::Sense;
use crate::text::TokenKind;
use std::collections::HashSet;

/// Cuts from the candidates what is no part of a name, adds what is, and drops those that are none.
pub(super) fn trim(page: &Page<'_>, candidates: &mut Vec<Candidate>) {
    let institutions: HashSet<(usize, usize)> = candidates
        .iter()
        .filter(|name| name.kind == EntityKind::Organisation && name.confidence >= 0.7)
        .map(|name| (name.tokens.start, name.tokens.end))
        .collect();
    candidates.retain_mut(|name| {
        if name.kind.is_amount() || name.kind == EntityKind::Law {
            return true;
        }
        cut_ranks(page, name);
        cut_marks(page, name);
        cut_small(page, name);
        cut_office(page, &institutions, name);
        cut_occupation(page, name);
        keep_dot(page, name);
        take_initials(page, name);
        !name.tokens.is_empty() && !is_no_name(page, name)
    });
}

/// `Polri Brigjen Ahmad` → `Ahmad` for a person; `Praja Vira Braja Brigjen` → without the rank.
fn cut_ranks(page: &Page<'_>, name: &mut Candidate) {
    let is_rank = |at: usize| has(page, at, Sense::FORCE) || is_in_rank(page, at);
    while name.tokens.end > name.tokens.start && is_rank(name.tokens.end - 1) {
        name.tokens.end -= 1;
    }
    let inside = name.tokens.clone().rev().find(|at| is_rank(*at));
    // `Jalan Letjen Suprapto` is named for a general.
    let headed = |rank: usize| {
        name.kind != EntityKind::Person
            && rank > name.tokens.start
            && has(
                page,
                rank - 1,
                Sense::LOC.with(Sense::ADMIN).with(Sense::ORG),
            )
    };
    if let Some(rank) = inside.filter(|rank| !headed(*rank)) {
        if name.kind == EntityKind::Person || rank == name.tokens.start {
            name.tokens.start = rank + 1;
            while name.tokens.start < name.tokens.end
                && (page.is_mark(name.tokens.start, ".") || is_rank(name.tokens.start))
            {
                name.tokens.start += 1;
            }
        } else {
            name.tokens.end = rank;
        }
    }
}

/// `Sergey Brin mencapai kuadriliun` → `Sergey Brin`: a word in small letters that is no particle ends a person's name,
/// where names are written with capitals.
fn cut_small(page: &Page<'_>, name: &mut Candidate) {
    let first = page.word(name.tokens.start);
    if name.kind != EntityKind::Person || !first.is_some_and(|word| word.capital) {
        return;
    }
    let small = |at: &usize| {
        let letters = page.text_at(*at);
        page.word(*at)
            .is_some_and(|word| word.kind == TokenKind::Word && word.style == Style::Sentence)
            && letters.chars().all(char::is_lowercase)
            && letters.chars().nth(2).is_some()
            && !has(page, *at, Sense::PARTICLE)
    };
    if let Some(at) = name.tokens.clone().find(small) {
        name.tokens.end = at;
    }
}

/// A half of a bracket, and what stands before a sign that no name has.
fn cut_marks(page: &Page<'_>, name: &mut Candidate) {
    let tokens = name.tokens.clone();
    let is = |at: usize, mark: &str| page.is_mark(at, mark);
    let closes = tokens.clone().find(|at| is(*at, ")"));
    let opens = tokens.clone().find(|at| is(*at, "("));
    match (opens, closes) {
        (None, Some(at)) | (Some(at), None) => name.tokens.end = at,
        _ => {}
    }
    if name.tokens.clone().any(|at| is(at, "©")) {
        name.tokens.end = name.tokens.start;
    }
}

/// `Kepala [Bidang Prestasi PBSI]` → `PBSI`: a field of work right behind an office belongs to the office, if what is left is
/// an institution by itself.
fn cut_office(page: &Page<'_>, institutions: &HashSet<(usize, usize)>, name: &mut Candidate) {
    let tokens = name.tokens.clone();
    let office = tokens
        .start
        .checked_sub(1)
        .is_some_and(|at| has(page, at, Sense::TITLE));
    let field = Sense::DOMAIN.with(Sense::PART);
    let head = has(page, tokens.start, Sense::ORG);
    if name.kind != EntityKind::Organisation || !office || head || !has(page, tokens.start, field) {
        return;
    }
    let left = (tokens.start + 1..tokens.end).find(|at| institutions.contains(&(*at, tokens.end)));
    if let Some(left) = left {
        name.tokens.start = left;
    } else if tokens.clone().all(|at| has(page, at, field)) {
        name.tokens.end = tokens.start;
    }
}

/// `Maestro [Campursari Slamet]` → `Slamet`: a word of the occupation before a person is no part of the name.
fn cut_occupation(page: &Page<'_>, name: &mut Candidate) {
    let field = Sense::DOMAIN.with(Sense::PART).with(Sense::TITLE);
    let before = name.tokens.start.checked_sub(1);
    let titled = before.is_some_and(|at| has(page, at, Sense::TITLE));
    let is_field = |at: usize| {
        page.word(at)
            .is_some_and(|word| word.own.has(field) && !word.given && word.span.len() > 2)
    };
    while name.kind == EntityKind::Person
        && titled
        && name.tokens.len() > 1
        && is_field(name.tokens.start)
    {
        name.tokens.start += 1;
    }
}

/// `PT X Tbk.`: the dot of a short legal form belongs to the name where its sentence goes on.
fn keep_dot(page: &Page<'_>, name: &mut Candidate) {
    let end = name.tokens.end;
    let dot = name.kind == EntityKind::Organisation && name.tokens.len() > 1 && page.keeps_dot(end);
    if dot {
        name.tokens.end += 1;
    }
}

/// `F.X. Hadi`: dotted initials before a person belong to the name.
fn take_initials(page: &Page<'_>, name: &mut Candidate) {
    let Some(dot) = name.tokens.start.checked_sub(1) else {
        return;
    };
    let Some(initials) = dot.checked_sub(1) else {
        return;
    };
    let text = page.text_at(initials);
    let dotted = text.contains('.')
        && text.split('.').all(|letter| letter.len() == 1)
        && page
            .word(initials)
            .is_some_and(|word| word.capital && word.own == Sense::NONE);
    let written = page.is_mark(dot, ".") && page.word(dot).is_some_and(|word| word.glued);
    if name.kind == EntityKind::Person && dotted && written {
        name.tokens.start = initials;
    }
}

/// A numbered commission, or nothing but ranks.
fn is_no_name(page: &Page<'_>, name: &Candidate) -> bool {
    let tokens = &name.tokens;
    let phrase = page.word(tokens.start).map(|word| word.phrase);
    let commission = phrase.is_some_and(|(sense, length)| {
        length > 1 && sense.has(Sense::PART) && !sense.has(Sense::ORG) && length >= tokens.len()
    });
    let followed = page
        .word(tokens.end)
        .is_some_and(|next| next.capital || next.glued);
    let rank = tokens.len() == 1
        && page.word(tokens.start).is_some_and(|word| {
            let called = word.given && name.kind == EntityKind::Person;
            word.own.has(Sense::RANK) && !called && !word.upper
        });
    let generic = tokens.len() == 1
        && name.kind != EntityKind::Person
        && page.word(tokens.start).is_some_and(|word| {
            word.own.has(Sense::GENERIC) && word.entry.is_none() && !word.given
        });
    // `Dirjen Bimas Islam`: what an office is over.
    let before = tokens.start.checked_sub(1).and_then(|at| page.word(at));
    let field = name.kind == EntityKind::Group
        && before.is_some_and(|word| {
            let people = word.own.has(Sense::PEOPLE);
            word.capital && !word.opens && word.own.has(Sense::DOMAIN) && !people
        });
    commission
        || generic
        || field
        || shortens_words(page, name)
        || rank && followed && !page.is_mark(tokens.end, ",")
}

/// `Ujian akhir semester (UAS)`: the bracket shortens words that are no name, as their small letters say.
fn shortens_words(page: &Page<'_>, name: &Candidate) -> bool {
    let at = name.tokens.start;
    let short = page.word(at).filter(|word| {
        let shortened = word.upper && word.entry.is_none() && word.style == Style::Sentence;
        shortened && name.tokens.len() == 1
    });
    if short.is_none() || !page.is_mark(at.wrapping_sub(1), "(") || !page.is_mark(at + 1, ")") {
        return false;
    }
    let letters = page.text_at(at);
    let count = letters.chars().count();
    let Some(first) = (at - 1).checked_sub(count).filter(|_| count > 1) else {
        return false;
    };
    letters.chars().zip(first..).all(|(letter, at)| {
        let small = page
            .word(at)
            .is_some_and(|word| word.kind == TokenKind::Word && (!word.capital || word.opens));
        let initial = page.text_at(at).chars().next();
        small && initial.is_some_and(|initial| initial.to_uppercase().eq(letter.to_uppercase()))
    })
}

/// Whether the token is a further word of a rank that begins before it: `TNI` in `Mayjen TNI`.
fn is_in_rank(page: &Page<'_>, at: usize) -> bool {
    (at.saturating_sub(2)..at).any(|start| {
        page.word(start).is_some_and(|word| {
            let (sense, length) = word.phrase;
            length > 1
                && sense.has(Sense::RANK)
                && word.own.has(Sense::FORCE)
                && start + length > at
        })
    })
}

fn has(page: &Page<'_>, at: usize, sense: Sense) -> bool {
    page.word(at).is_some_and(|word| word.own.has(sense))
}
