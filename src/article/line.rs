//! The cheap facts of a line: how long it is, how it ends, what its words say. Each costs a glance at its ends.

use super::dateline::{Dateline, dateline};
use super::dates::{DateLine, date_line};
use super::names::{Credit, NameLine, credit, name_line, signs_off, titled};
use super::rules::{At, LineRules, LineSense};
use super::words::{BARS, CLOSERS, STOPS, Word, words};
use crate::text::{Span, Token, fold, is_upper};
use std::ops::Range;

/// How many words and marks of the beginning and of the end are looked at.
const GLANCE: usize = 48;

/// A line of the page, or several that are one paragraph, and what can be seen of it alone.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own, any of them may hold together"
)]
pub(super) struct Line {
    pub(super) tokens: Range<usize>,
    pub(super) span: Span,
    /// The lines it was joined from; one, for most.
    pub(super) parts: Vec<Range<usize>>,
    /// Whether an empty line stands above it.
    pub(super) after_gap: bool,
    /// Length of its first word, in bytes.
    pub(super) first_width: usize,
    /// Words and marks; the true number, also of a long line.
    pub(super) count: usize,
    /// Words among the first [`GLANCE`] words and marks.
    pub(super) word_count: usize,
    /// The mark that ends its last sentence, if it ends with one.
    pub(super) stop: Option<char>,
    /// Whether it opens with a small letter.
    pub(super) opens_small: bool,
    /// Whether it opens with a quotation mark.
    pub(super) opens_quote: bool,
    /// Whether most of its longer words begin with a capital.
    pub(super) titled: bool,
    pub(super) sense: Option<LineSense>,
    /// Whether the phrase that gave the sense is all of it.
    pub(super) alone: bool,
    pub(super) date: Option<DateLine>,
    pub(super) dateline: Option<Dateline>,
    pub(super) credit: Option<Credit>,
    pub(super) names: NameLine,
    /// Whether all its letters are capitals.
    pub(super) is_shouted: bool,
    /// Its longer words at the beginning, folded, for telling what it has in common with another line.
    pub(super) lead: Vec<String>,
    /// Whether it is a signature below a text.
    pub(super) signs: bool,
    /// The folded text, for finding a headline again; empty for a line too long to be one.
    pub(super) key: String,
}

/// Longest headline, in bytes.
const LONGEST_HEADLINE: usize = 300;

impl Line {
    /// Reads one line. `tokens` are its own, `from` is the index of the first.
    pub(super) fn read(
        text: &str,
        tokens: &[Token],
        from: usize,
        after_gap: bool,
        rules: &LineRules,
    ) -> Option<Self> {
        let (first, last) = (tokens.first()?, tokens.last()?);
        let span = first.span.cover(last.span);
        // Read once: the end of a line that is not long is in its beginning.
        let all = words(text, tokens.get(..tokens.len().min(2 * GLANCE))?);
        let far = (tokens.len() > 2 * GLANCE)
            .then(|| tokens.get(tokens.len() - GLANCE..))
            .flatten()
            .map(|tokens| words(text, tokens));
        let head = all.get(..GLANCE.min(tokens.len()))?;
        let tail = match &far {
            Some(far) => far,
            None => all.get(tokens.len().saturating_sub(GLANCE)..)?,
        };
        let short = tokens.len() <= GLANCE && span.len() <= LONGEST_HEADLINE;
        let bare: &[Word<'_>] = head.get(leading_marks(head)..).unwrap_or_default();
        let stop = stop(tail);
        let opens_small = head.first().is_some_and(Word::is_lower);
        // The end of a sentence that was wrapped before its `kemarin.`, `sebelumnya.` or `(9/1).` is no stamp and no label.
        let opens_bracket = head.first().is_some_and(|word| word.is(&["("]));
        let runs_on = (opens_small || opens_bracket) && stop == Some('.');
        let date = date_line(head, rules).filter(|_| short && !runs_on);
        let (mut sense, mut alone) = sense(bare, short, rules);
        if sense == Some(LineSense::Stamp) || date.is_some() || runs_on && alone {
            sense = None;
            alone = false;
        }
        let said_stamp = !runs_on && phrase(bare, short, rules) == Some((LineSense::Stamp, true));
        let mut line = Self {
            tokens: from..from + tokens.len(),
            span,
            parts: Vec::new(),
            after_gap,
            first_width: first.span.len(),
            count: tokens.len(),
            word_count: head.iter().filter(|word| !word.is_mark()).count(),
            stop,
            opens_small,
            opens_quote: head
                .first()
                .is_some_and(|word| word.is(&["\"", "“", "‘", "'", "«"])),
            titled: titled(head, rules),
            sense,
            alone,
            date: if said_stamp {
                Some(DateLine::Ago)
            } else {
                date
            },
            dateline: dateline(head, rules),
            credit: credit(tail, tokens.len() <= GLANCE, rules),
            names: if short {
                name_line(head, rules)
            } else {
                NameLine::No
            },
            is_shouted: is_upper(
                span.of(text)
                    .get(..span.of(text).floor_char_boundary(LONGEST_HEADLINE))
                    .unwrap_or_default(),
            ),
            lead: head
                .iter()
                .filter(|w| w.folded.len() >= 5)
                .map(|w| w.folded.clone().into_owned())
                .collect(),
            signs: short && signs_off(head, rules),
            key: if span.len() <= LONGEST_HEADLINE {
                fold(span.of(text))
            } else {
                String::new()
            },
        };
        line.parts.push(line.tokens.clone());
        if line.is_plain()
            && line.names == NameLine::WithOutlet
            && !line.signs
            && line.credit.is_none()
            && line.dateline.is_none_or(|dateline| !dateline.sure)
        {
            line.sense = Some(LineSense::Byline);
        }
        Some(line)
    }

    /// Joins the next line of the same paragraph to it.
    pub(super) fn join(&mut self, next: Self) {
        self.tokens.end = next.tokens.end;
        self.span = self.span.cover(next.span);
        self.parts.extend(next.parts);
        self.count += next.count;
        self.word_count += next.word_count;
        self.stop = next.stop;
        self.credit = next.credit;
        self.names = NameLine::No;
        self.key.clear();
    }

    /// Whether neither its words nor a date give it a purpose.
    pub(super) const fn is_plain(&self) -> bool {
        self.sense.is_none() && self.date.is_none()
    }

    /// Whether it is of the sense and says nothing more.
    pub(super) fn is_label(&self, sense: LineSense) -> bool {
        self.alone && self.sense == Some(sense)
    }

    /// Whether it is written as a sentence or more.
    pub(super) const fn is_sentence(&self) -> bool {
        self.stop.is_some() && self.word_count >= 4
    }

    /// Whether it is long enough and ends as a paragraph does.
    pub(super) const fn is_paragraph(&self) -> bool {
        self.is_sentence() && self.span.len() >= 60
    }

    /// Whether it could be the headline of something: plain, short, and not ended by a full stop.
    pub(super) fn is_title(&self) -> bool {
        self.is_plain()
            && self.stop != Some('.')
            && self.word_count >= 2
            && !self.key.is_empty()
            && !self.opens_small
    }

    /// Whether it is a date with or without clock.
    pub(super) const fn is_date(&self) -> bool {
        matches!(self.date, Some(DateLine::Date { .. }))
    }

    /// Whether it is a date with a clock.
    pub(super) const fn is_clocked(&self) -> bool {
        matches!(
            self.date,
            Some(DateLine::Date { clock: true, .. } | DateLine::Date { labelled: true, .. })
        )
    }

    /// Whether it can be the name that a label above it announced; a site may stand for a writer.
    pub(super) fn names_someone(&self) -> bool {
        let section = self.sense == Some(LineSense::Section);
        let open = self.is_plain() || self.sense == Some(LineSense::Byline);
        self.date.is_none() && (section || (open && self.names != NameLine::No))
    }

    /// Whether it only says how long ago.
    pub(super) fn is_stamp(&self) -> bool {
        self.date == Some(DateLine::Ago)
    }
}

/// How many marks stand before the first word: bullets, arrows, emoji; not quotes, brackets and hashes.
fn leading_marks(words: &[Word<'_>]) -> usize {
    words
        .iter()
        .take_while(|word| {
            word.is_mark()
                && !matches!(
                    word.text,
                    "\"" | "“" | "‘" | "'" | "(" | "[" | "#" | "©" | "@"
                )
        })
        .count()
}

fn stop(tail: &[Word<'_>]) -> Option<char> {
    let last = tail.iter().rev().find(|word| !word.is(&CLOSERS))?;
    last.is(&STOPS).then(|| last.text.chars().next()).flatten()
}

/// The sense of a line by its phrases and its marks, and whether nothing more is said.
fn sense(words: &[Word<'_>], short: bool, rules: &LineRules) -> (Option<LineSense>, bool) {
    if words.iter().all(Word::is_mark) {
        return (Some(LineSense::Boilerplate), true);
    }
    let hashes = words.iter().filter(|word| word.is(&["#"])).count();
    if short
        && hashes > 0
        && words.first().is_some_and(|word| word.is(&["#"]))
        && hashes * 4 >= words.len()
    {
        return (Some(LineSense::Tags), false);
    }
    if short && is_breadcrumb(words, rules) {
        return (Some(LineSense::Section), true);
    }
    match phrase(words, short, rules) {
        Some((sense, alone)) => (Some(sense), alone),
        None if is_outlet(words, rules) => (Some(LineSense::Section), true),
        None => (None, false),
    }
}

/// The first phrase whose place fits, and whether it is all of the line.
fn phrase(words: &[Word<'_>], short: bool, rules: &LineRules) -> Option<(LineSense, bool)> {
    let spoken: Vec<usize> = (0..words.len())
        .filter(|i| words.get(*i).is_some_and(|w| !w.is_mark() || w.text == "©"))
        .collect();
    let word = |i: usize| spoken.get(i).and_then(|at| words.get(*at));
    let first = word(0)?;
    rules.phrases_at(&first.folded).iter().find_map(|phrase| {
        let length = phrase.words.len();
        let opens = (0..length)
            .all(|i| word(i).map(|w| w.folded.as_ref()) == phrase.words.get(i).map(String::as_str));
        if !opens {
            return None;
        }
        let alone = short && spoken.len() == length;
        let next = spoken.get(length - 1).and_then(|last| words.get(last + 1));
        let labels = next.is_none_or(|w| w.is(&[":", ">"]) || (w.is(&BARS) && !w.is(&["/"])));
        let fits = alone
            || match phrase.at {
                At::Whole => false,
                At::Label => labels,
                At::Title => {
                    labels
                        || next.is_some_and(|w| {
                            w.is_capital() || w.is_number() || w.is(&["\"", "“", "‘", "'", "["])
                        })
                }
                At::Short => {
                    short && spoken.len() <= 8 && !words.last().is_some_and(|w| w.is(&["."]))
                }
                At::Names => {
                    let names = words.get(length..).unwrap_or_default();
                    short && name_line(names, rules) != NameLine::No
                }
                At::Start => true,
            };
        fits.then_some((phrase.sense, alone))
    })
}

/// `Home > Regional`, `News / Nasional`: short parts with signs between, and no other mark.
fn is_breadcrumb(words: &[Word<'_>], rules: &LineRules) -> bool {
    let sign = |word: &Word<'_>| word.is(&[">", "›", "»", "/", "❯", "→"]);
    let short = words
        .split(sign)
        .all(|part| part.len() <= 4 && part.iter().all(|word| !word.is_mark()));
    let spaced = words.windows(2).all(|pair| {
        pair.iter().all(|word| !word.is(&["/"]))
            || pair
                .first()
                .zip(pair.last())
                .is_some_and(|(a, b)| a.token.span.end() < b.token.span.start())
    });
    let opens = words.first().is_some_and(|word| {
        rules
            .phrases_at(&word.folded)
            .iter()
            .any(|phrase| phrase.sense == LineSense::Section && phrase.words.len() == 1)
            || rules.outlet(&[word.folded.as_ref()]) > 0
    });
    let clear = words.iter().any(|word| sign(word) && !word.is(&["/"]));
    words.iter().any(sign) && short && spaced && (opens || clear)
}

/// Whether the line is the names of sites and nothing else.
fn is_outlet(words: &[Word<'_>], rules: &LineRules) -> bool {
    let folded: Vec<&str> = words.iter().map(|word| word.folded.as_ref()).collect();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        if word.is_mark() && at > 0 {
            at += 1;
            continue;
        }
        let length = rules.outlet(folded.get(at..).unwrap_or_default());
        if length == 0 {
            return false;
        }
        at += length;
    }
    at > 0
}
