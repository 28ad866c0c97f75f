//! The facts of a line: how long it is, how it ends, what its words say. What every line is asked is read at once, from
//! a glance at its two ends; the rest when a rule asks.

use super::dateline::{Dateline, dateline};
use super::dates::{DateLine, Piece, date_line};
use super::marks::{BARS, CLOSERS, QUOTES, STOPS};
use super::names::{Credit, NameLine, credit, name_line, signs_off, titled};
use super::page::Page;
use super::rules::{At, LineSense};
use crate::text::{Span, Token, TokenKind, WordKey, is_upper};
use std::ops::Range;

/// How many words and marks of the beginning and of the end are looked at.
const GLANCE: usize = 48;

/// Longest headline, in bytes.
const LONGEST_HEADLINE: usize = 300;

/// A line of the page, or several that are one paragraph, and what can be seen of it alone.
#[derive(Clone, Debug)]
pub(super) struct Line<'p> {
    page: &'p Page<'p>,
    pub(super) tokens: Range<usize>,
    pub(super) span: Span,
    /// Whether it was joined from several lines.
    pub(super) wrapped: bool,
    /// Whether an empty line stands above it.
    pub(super) after_gap: bool,
    /// Words among the first [`GLANCE`] words and marks.
    pub(super) word_count: usize,
    /// The mark that ends its last sentence, if it ends with one.
    pub(super) stop: Option<char>,
    pub(super) sense: Option<LineSense>,
    /// Whether the phrase that gave the sense is all of it.
    pub(super) alone: bool,
    pub(super) date: Option<DateLine>,
    pub(super) dateline: Option<Dateline>,
    pub(super) credit: Option<Credit>,
    pub(super) names: NameLine,
}

impl<'p> Line<'p> {
    /// Reads one line by its tokens; `pieces` is room to work in.
    pub(super) fn read(
        page: &'p Page<'p>,
        tokens: Range<usize>,
        after_gap: bool,
        pieces: &mut Vec<Piece>,
    ) -> Option<Self> {
        let all = page.words(tokens.clone());
        let (first, last) = (all.first()?, all.last()?);
        let span = first.span.cover(last.span);
        let head = head(all);
        let (_, tail) = all.split_at(all.len().saturating_sub(GLANCE));
        let (_, bare) = head.split_at(leading_marks(head));
        let short = is_short(all);
        let stop = stop(tail);
        // The end of a sentence that was wrapped before its `kemarin.`, `sebelumnya.` or `(9/1).` is no stamp and no label.
        let runs_on = stop == Some('.') && (first.is_small() || first.is(&['(']));
        let phrase = phrase(bare, short, page);
        let date = if phrase == Some((LineSense::Stamp, true)) && !runs_on {
            Some(DateLine::Ago)
        } else if short && !runs_on {
            date_line(head, page, pieces)
        } else {
            None
        };
        let said = sense(bare, short, phrase, page)
            .filter(|(sense, alone)| *sense != LineSense::Stamp && !(runs_on && *alone))
            .filter(|_| date.is_none());
        let mut line = Self {
            page,
            tokens,
            span,
            wrapped: false,
            after_gap,
            word_count: head.iter().filter(|word| !word.is_mark()).count(),
            stop,
            sense: said.map(|(sense, _)| sense),
            alone: said.is_some_and(|(_, alone)| alone),
            date,
            dateline: dateline(head, page),
            credit: credit(tail, all.len() <= GLANCE, page),
            names: if short {
                name_line(head, page)
            } else {
                NameLine::No
            },
        };
        if line.is_plain()
            && line.names == NameLine::WithOutlet
            && !line.signs_off()
            && line.credit.is_none()
            && line.dateline.is_none_or(|dateline| !dateline.sure)
        {
            line.sense = Some(LineSense::Byline);
        }
        Some(line)
    }

    /// Joins the next line of the same paragraph to it.
    pub(super) fn join(&mut self, next: &Self) {
        self.tokens.end = next.tokens.end;
        self.span = self.span.cover(next.span);
        self.wrapped = true;
        self.word_count += next.word_count;
        self.stop = next.stop;
        self.credit = next.credit;
        self.names = NameLine::No;
    }

    /// Its words and marks.
    pub(super) fn words(&self) -> &'p [Token] {
        self.page.words(self.tokens.clone())
    }

    /// The lines it was joined from; itself, for most.
    pub(super) fn parts(&self) -> impl Iterator<Item = Range<usize>> {
        let mut start = self.tokens.start;
        let words = self.words().split(|word| word.kind == TokenKind::Break);
        words.map(move |part| {
            let end = start + part.len();
            let own = start..end;
            start = end + 1;
            own
        })
    }

    /// The words and marks of the first of the lines it was joined from.
    fn first_line(&self) -> &'p [Token] {
        let words = self.words();
        if !self.wrapped {
            return words;
        }
        let end = words.iter().position(|word| word.kind == TokenKind::Break);
        words.split_at(end.unwrap_or(words.len())).0
    }

    /// Whether it is an entry of a timetable: a clock, at most a word and a bullet before it, and what happens then.
    pub(super) fn is_timed_entry(&self) -> bool {
        let words = self.words();
        let spoken = words.iter().filter(|word| !word.is_mark()).take(2);
        let clock = |word: &Token| {
            let written = self.page.written(word);
            word.is_numeral()
                && matches!(written.len(), 4 | 5)
                && written
                    .split_once(['.', ':'])
                    .is_some_and(|(hour, minute)| {
                        hour.len() <= 2
                            && minute.len() == 2
                            && minute.bytes().all(|b| b.is_ascii_digit())
                    })
        };
        self.word_count >= 3
            && self.stop != Some('.')
            && self.date.is_none()
            && spoken.into_iter().any(clock)
    }

    /// Length of its first word, in bytes.
    pub(super) fn first_width(&self) -> usize {
        self.words().first().map_or(0, |word| word.span.len())
    }

    /// Whether it opens with a small letter.
    pub(super) fn opens_small(&self) -> bool {
        self.words().first().is_some_and(Token::is_small)
    }

    /// Whether it opens with a quotation mark.
    pub(super) fn opens_quote(&self) -> bool {
        let first = self.words().first();
        first.is_some_and(|mark| mark.is(&QUOTES) || mark.is(&['«']))
    }

    /// Whether most of its longer words begin with a capital.
    pub(super) fn is_titled(&self) -> bool {
        titled(head(self.first_line()), self.page)
    }

    /// Whether it is a signature below a text.
    pub(super) fn signs_off(&self) -> bool {
        is_short(self.first_line()) && signs_off(self.first_line(), self.page)
    }

    /// Whether all its letters are capitals.
    pub(super) fn is_shouted(&self) -> bool {
        is_upper(self.span.of(self.page.text))
    }

    /// Its longer words at the beginning, for telling what it has in common with another line.
    pub(super) fn lead(&self) -> impl Iterator<Item = WordKey> {
        let words = head(self.first_line()).iter();
        words
            .filter(|word| word.span.len() >= 5)
            .map(|word| word.key)
    }

    /// Whether it is one line, not too long for a headline.
    const fn fits_headline(&self) -> bool {
        !self.wrapped && self.span.len() <= LONGEST_HEADLINE
    }

    /// Whether it is a headline that another line has too.
    pub(super) fn repeats(&self, other: &Self) -> bool {
        self.fits_headline()
            && other.fits_headline()
            && self.tokens.len() == other.tokens.len()
            && (self.words().iter().zip(other.words())).all(|(one, other)| one.key == other.key)
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
            && self.fits_headline()
            && !self.opens_small()
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

    /// Whether it only tells a time, if only how long something takes.
    pub(super) const fn tells_time(&self) -> bool {
        self.date.is_some()
    }

    /// Whether it only says how long ago.
    pub(super) fn is_stamp(&self) -> bool {
        self.date == Some(DateLine::Ago)
    }
}

/// The words and marks at the beginning.
fn head(words: &[Token]) -> &[Token] {
    words.split_at(words.len().min(GLANCE)).0
}

/// Whether a line may be a headline, a label, a date: anything but a paragraph.
fn is_short(words: &[Token]) -> bool {
    let ends = words.first().zip(words.last());
    words.len() <= GLANCE
        && ends.is_some_and(|(first, last)| first.span.cover(last.span).len() <= LONGEST_HEADLINE)
}

/// How many marks stand before the first word: bullets, arrows, emoji; not quotes, brackets and hashes.
fn leading_marks(words: &[Token]) -> usize {
    let passed =
        |word: &&Token| word.is_mark() && !word.is(&QUOTES) && !word.is(&['(', '[', '#', '©', '@']);
    words.iter().take_while(passed).count()
}

fn stop(tail: &[Token]) -> Option<char> {
    let last = tail.iter().rev().find(|word| !word.is(&CLOSERS))?;
    last.is(&STOPS).then_some(last.first)
}

/// What a line says, and whether it says nothing more.
type Said = (LineSense, bool);

/// The sense of a line by its marks and by the phrase that opens it.
fn sense(words: &[Token], short: bool, phrase: Option<Said>, page: &Page<'_>) -> Option<Said> {
    if words.iter().all(Token::is_mark) {
        return Some((LineSense::Boilerplate, true));
    }
    if short && is_hashtags(words) {
        return Some((LineSense::Tags, false));
    }
    if short && is_breadcrumb(words, page) {
        return Some((LineSense::Section, true));
    }
    phrase.or_else(|| is_outlet(words, page).then_some((LineSense::Section, true)))
}

fn is_hashtags(words: &[Token]) -> bool {
    let hash = |word: &Token| word.is(&['#']);
    words.first().is_some_and(hash)
        && words.iter().filter(|word| hash(word)).count() * 4 >= words.len()
}

/// The first phrase whose place fits, and whether it is all of the line.
fn phrase(words: &[Token], short: bool, page: &Page<'_>) -> Option<Said> {
    let spoken = || {
        let words = words.iter().enumerate();
        words.filter(|(_, word)| !word.is_mark() || word.first == '©')
    };
    let (_, first) = spoken().next()?;
    page.rules.phrases_at(first).iter().find_map(|phrase| {
        let length = phrase.words.len();
        let said = spoken().take(length);
        if !said
            .map(|(_, word)| word.key)
            .eq(phrase.words.iter().copied())
        {
            return None;
        }
        let (last, _) = spoken().nth(length - 1)?;
        let alone = short && spoken().nth(length).is_none();
        let next = words.get(last + 1);
        let labels = next.is_none_or(|w| w.is(&[':', '>']) || (w.is(&BARS) && w.first != '/'));
        let fits = alone
            || match phrase.at {
                At::Whole => false,
                At::Label => labels,
                At::Title => {
                    labels
                        || next.is_some_and(|w| {
                            w.is_capitalised() || w.is_numeral() || w.is(&QUOTES) || w.is(&['['])
                        })
                }
                At::Short => {
                    short
                        && spoken().nth(8).is_none()
                        && !words.last().is_some_and(|w| w.is(&['.']))
                }
                At::Names => {
                    let names = words.get(length..).unwrap_or_default();
                    short && name_line(names, page) != NameLine::No
                }
                At::Start => true,
            };
        fits.then_some((phrase.sense, alone))
    })
}

/// `Home > Regional`, `News / Nasional`: short parts with signs between, and no other mark.
fn is_breadcrumb(words: &[Token], page: &Page<'_>) -> bool {
    let slash = |word: &Token| word.is(&['/']);
    let sign = |word: &Token| word.is(&['/', '>', '›', '»', '❯', '→']);
    if !words.iter().any(sign) {
        return false;
    }
    let short = words
        .split(sign)
        .all(|part| part.len() <= 4 && !part.iter().any(Token::is_mark));
    let spaced = words.windows(2).all(|pair| match pair {
        [one, other] => !(slash(one) || slash(other)) || !one.touches(other),
        _ => true,
    });
    let opens = words.first().is_some_and(|word| {
        let phrases = page.rules.phrases_at(word).iter();
        let mut sections = phrases.filter(|phrase| phrase.sense == LineSense::Section);
        sections.any(|phrase| phrase.words.len() == 1) || page.outlet(&[*word]) > 0
    });
    short && spaced && (opens || words.iter().any(|word| sign(word) && !slash(word)))
}

/// Whether the line is the names of sites and nothing else.
fn is_outlet(words: &[Token], page: &Page<'_>) -> bool {
    let mut at = 0;
    while let Some(word) = words.get(at) {
        if word.is_mark() && at > 0 {
            at += 1;
            continue;
        }
        let length = page.outlet(words.get(at..).unwrap_or_default());
        if length == 0 {
            return false;
        }
        at += length;
    }
    at > 0
}
