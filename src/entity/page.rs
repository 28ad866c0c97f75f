//! An article as the rules of names see it: every token with what the lists know of it.

use super::lists::{Entry, NameLists};
use super::mention::EntityKind;
use super::phrases::Phrases;
use super::sense::Sense;
use crate::article::{Article, ZoneKind};
use crate::text::{KeySet, Span, Token, TokenKind, is_capitalised, is_upper};
use std::ops::Range;

/// How the words of a line are written, and so what a capital says there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// A capital says that a word is a name or opens a sentence.
    Sentence,
    /// Nearly every word has a capital: a headline.
    Title,
    /// All letters are capitals.
    Upper,
    /// No letter is a capital.
    Lower,
}

/// A token with what the lists know of it.
#[derive(Clone, Copy, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts of a word, not a state"
)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// What it looks like.
    pub kind: TokenKind,
    /// Begins with a capital.
    pub capital: bool,
    /// All capitals.
    pub upper: bool,
    /// Opens a sentence, a quotation or what follows a colon, where a capital says nothing.
    pub opens: bool,
    /// No white space before it.
    pub glued: bool,
    /// How its line is written.
    pub style: Style,
    /// The purpose of its line.
    pub zone: ZoneKind,
    /// What it says of its neighbours by itself.
    pub own: Sense,
    /// What the longest phrase that begins here says, and how many tokens that has.
    pub phrase: (Sense, usize),
    /// How often it is capitalised in mid-sentence: 0 (never) to 4, 5 for names and unknown words.
    pub(super) commonness: u8,
    /// Whether persons are called so.
    pub(super) given: bool,
    /// The longest listed name that begins here, and how many tokens it has.
    pub(super) entry: Option<(Entry, usize)>,
}

/// An article as the rules of names see it. A clitic that is written to a name with a hyphen is a word of its own here.
#[derive(Debug)]
pub struct Page<'a> {
    /// The text.
    pub text: &'a str,
    /// Its tokens.
    pub(super) tokens: Vec<Token>,
    /// Its words, marks and line ends: the tokens with what is known of them.
    pub words: Vec<Word>,
    /// Its sentences: ranges of [`Page::words`].
    pub sentences: Vec<Range<usize>>,
    /// The initials by which the article calls persons.
    pub(super) initials: KeySet,
}

impl<'a> Page<'a> {
    /// Looks up every token of `article`.
    #[must_use]
    pub fn read(article: &'a Article<'_>, lists: &NameLists) -> Self {
        let text: &str = &article.text;
        let mut tokens: Vec<Token> = Vec::with_capacity(article.tokens.len());
        let mut index_of = Vec::with_capacity(article.tokens.len() + 1);
        for token in &article.tokens {
            index_of.push(tokens.len());
            split_clitics(text, *token, lists, &mut tokens);
        }
        index_of.push(tokens.len());
        let map = |range: &Range<usize>| {
            let at = |index: usize| index_of.get(index).copied().unwrap_or(tokens.len());
            at(range.start)..at(range.end)
        };
        let mut words: Vec<Word> = Vec::with_capacity(tokens.len());
        for (index, token) in tokens.iter().enumerate() {
            words.push(look_up(text, &tokens, index, *token, lists));
        }
        for zone in &article.zones {
            let range = map(&zone.tokens);
            let style = match zone.kind {
                ZoneKind::Byline | ZoneKind::Tags => Style::Sentence,
                _ => style_of(
                    text,
                    words.get(range.clone()).unwrap_or_default(),
                    zone.kind,
                ),
            };
            for word in words.get_mut(range).unwrap_or_default() {
                word.style = style;
                word.zone = zone.kind;
            }
        }
        let sentences: Vec<_> = article.sentences.iter().map(|s| map(&s.tokens)).collect();
        let mut page = Self {
            text,
            tokens,
            words,
            sentences,
            initials: KeySet::default(),
        };
        page.mark_openings();
        for index in 0..page.words.len() {
            page.check_entry(index, lists);
        }
        page.initials = super::initials::of(&page);
        page
    }

    /// The word at `index`.
    #[must_use]
    pub fn word(&self, index: usize) -> Option<&Word> {
        self.words.get(index)
    }

    /// The text of the token at `index`; empty past the end.
    #[must_use]
    pub fn text_at(&self, index: usize) -> &'a str {
        self.words
            .get(index)
            .map_or("", |word| word.span.of(self.text))
    }

    /// The span of a range of tokens.
    #[must_use]
    pub fn span(&self, tokens: &Range<usize>) -> Span {
        let first = self.words.get(tokens.start).map(|word| word.span);
        let last = tokens
            .end
            .checked_sub(1)
            .and_then(|i| self.words.get(i))
            .map(|w| w.span);
        match (first, last) {
            (Some(first), Some(last)) => first.cover(last),
            _ => Span::new(self.text.len(), self.text.len()),
        }
    }

    /// The longest of `phrases` that begins at `index`: its number of tokens and its value.
    #[must_use]
    pub fn longest<'s, T>(&self, phrases: &'s Phrases<T>, index: usize) -> Option<(usize, &'s T)> {
        let mut best = None;
        phrases.matches(self.text, self.tokens.get(index..)?, |length, value| {
            best = Some((length, value));
        });
        best
    }

    /// Whether the article calls a person by the initials at `index`; behind a word of place or office they mean a place.
    #[must_use]
    pub fn is_initials(&self, index: usize) -> bool {
        let named = self.word(index).is_some_and(|word| word.capital)
            && self
                .tokens
                .get(index)
                .is_some_and(|token| self.initials.contains(&token.key));
        let before = index.checked_sub(1).and_then(|at| self.word(at));
        let elsewhere = Sense::LANGUAGE.with(Sense::AT).with(Sense::RULER);
        named && !before.is_some_and(|word| word.own.has(elsewhere))
    }

    /// Whether the token at `index` is the mark `mark`.
    #[must_use]
    pub fn is_mark(&self, index: usize, mark: &str) -> bool {
        self.word(index).is_some_and(|w| w.kind == TokenKind::Mark) && self.text_at(index) == mark
    }

    fn mark_openings(&mut self) {
        for sentence in self.sentences.clone() {
            let mut opens = true;
            for index in sentence {
                let is_opening = matches!(
                    self.text_at(index),
                    "\"" | "“" | "‘" | ":" | "•" | "*" | "–" | "—" | "«" | "["
                );
                let Some(word) = self.words.get_mut(index) else {
                    break;
                };
                word.opens = opens;
                opens = match word.kind {
                    TokenKind::Mark => opens || is_opening,
                    TokenKind::Break => true,
                    _ => false,
                };
            }
        }
    }

    /// Finds the longest listed name that begins at `index` and is written there as a name.
    fn check_entry(&mut self, index: usize, lists: &NameLists) {
        let Some(word) = self.words.get(index).copied() else {
            return;
        };
        if !matches!(word.kind, TokenKind::Word | TokenKind::Numeral) {
            return;
        }
        let mut best = None;
        let rest = self.tokens.get(index..).unwrap_or_default();
        // `Di Yogyakarta` opens a sentence; `DI Yogyakarta` is a province.
        let preposition = word.opens && !word.upper && word.own.has(Sense::AT);
        lists.names.matches(self.text, rest, |count, entry| {
            let single = count == 1;
            let ceiling = if word.style == Style::Lower { 3 } else { 2 };
            let common = single && word.commonness <= ceiling && !entry.upper;
            let fits = match word.style {
                Style::Sentence => {
                    if entry.upper {
                        word.upper
                    } else {
                        let last = self.words.get(index + count - 1);
                        let whole = last.is_none_or(|w| w.kind != TokenKind::Word || w.capital);
                        (word.capital && whole && !(common && word.opens))
                            || (entry.kind.is_some() && is_own_case(self.text, word))
                    }
                }
                Style::Title => {
                    if entry.upper {
                        word.upper
                    } else {
                        word.capital && !common
                    }
                }
                Style::Upper => !common,
                Style::Lower => !(common || entry.weak || entry.upper && word.span.len() < 3),
            };
            let roman = single
                && word.style != Style::Upper
                && entry.kind == Some(EntityKind::Person)
                && super::extent::is_roman(&word, word.span.of(self.text));
            if fits && (single || !preposition) && !roman {
                best = Some((*entry, count));
            }
        });
        if let Some(word) = self.words.get_mut(index) {
            word.entry = best;
        }
    }
}

/// A name that is written small on purpose, such as a site's.
fn is_own_case(text: &str, word: Word) -> bool {
    let surface = word.span.of(text);
    let inner = surface.contains('.') || surface.contains(char::is_uppercase);
    !word.capital && (inner || (word.span.len() >= 7 && word.commonness >= 5))
}

fn look_up(text: &str, tokens: &[Token], index: usize, token: Token, lists: &NameLists) -> Word {
    let surface = token.span.of(text);
    let is_word = token.kind == TokenKind::Word;
    let mut own = Sense::NONE;
    let mut phrase = (Sense::NONE, 1);
    if is_word {
        let rest = tokens.get(index..).unwrap_or_default();
        lists.senses.matches(text, rest, |count, sense| {
            if count == 1 {
                own = *sense;
            }
            phrase = (*sense, count);
        });
    }
    let previous = index.checked_sub(1).and_then(|i| tokens.get(i));
    Word {
        span: token.span,
        kind: token.kind,
        capital: is_word && is_capitalised(surface),
        upper: is_word && is_upper(surface),
        opens: false,
        glued: previous.is_some_and(|p| p.span.end() == token.span.start()),
        style: Style::Sentence,
        zone: ZoneKind::Body,
        own,
        phrase,
        commonness: if is_word {
            lists
                .classes
                .get(&token.key)
                .map_or(5, |class| class.commonness())
        } else {
            0
        },
        given: is_word && (lists.given.contains(&token.key) || lists.called.contains(&token.key)),
        entry: None,
    }
}

/// `anti-Islam` → `anti`, `-`, `Islam`; `PDIP-nya` → `PDIP`, `-`, `nya`. Anything else stays whole.
fn split_clitics(text: &str, token: Token, lists: &NameLists, tokens: &mut Vec<Token>) {
    let surface = token.span.of(text);
    let cut = (token.kind == TokenKind::Word && token.span.len() <= 64)
        .then(|| surface.split_once('-'))
        .flatten()
        .filter(|(head, tail)| {
            let prefixed = head.len() > 1
                && head.chars().all(char::is_lowercase)
                && is_capitalised(tail)
                && tail.chars().nth(1).is_some();
            prefixed || (is_capitalised(head) && lists.clitics.contains(tail))
        });
    let Some((head, tail)) = cut else {
        tokens.push(token);
        return;
    };
    let start = token.span.start();
    let hyphen = start + head.len();
    let mut push = |start, end, kind| {
        tokens.push(Token::of(text, Span::new(start, end), kind));
    };
    push(start, hyphen, TokenKind::Word);
    push(hyphen, hyphen + 1, TokenKind::Mark);
    push(hyphen + 1, hyphen + 1 + tail.len(), TokenKind::Word);
}

/// How the words of a line are written. Short lines of few words say nothing and count as sentences.
fn style_of(text: &str, words: &[Word], zone: ZoneKind) -> Style {
    // A paragraph is no headline, however many names it has; a line of body without a full stop may be one.
    let prose = words.last().is_some_and(|word| {
        matches!(word.span.of(text), "." | "\"" | "”" | "," | ":") || words.len() > 40
    }) && matches!(
        zone,
        ZoneKind::Body | ZoneKind::Caption | ZoneKind::TeaserSummary
    );
    let (mut all, mut upper, mut capital, mut lower_long) = (0_usize, 0_usize, 0_usize, 0_usize);
    for word in words.iter().filter(|w| w.kind == TokenKind::Word) {
        all += 1;
        upper += usize::from(word.upper || (word.capital && word.span.len() == 1));
        capital += usize::from(word.capital);
        lower_long += usize::from(!word.capital && word.span.of(text).chars().count() > 4);
    }
    let long_upper = words.iter().any(|w| w.upper && w.span.len() > 5);
    if all >= 3 && upper * 10 >= all * 7 && long_upper {
        Style::Upper
    } else if all >= 4 && capital == 0 {
        Style::Lower
    } else if !prose && all >= 4 && capital * 10 >= all * 6 && lower_long * 6 <= all {
        Style::Title
    } else {
        Style::Sentence
    }
}

impl Word {
    /// The kind of the listed name that begins here.
    #[must_use]
    pub fn listed(&self) -> Option<EntityKind> {
        self.entry.and_then(|(entry, _)| entry.kind)
    }
}
