//! Lines → zones, by an ordered table of rules: the first that fits decides, body is the last.

use super::cards::Cards;
use super::dates::DateLine;
use super::line::Line;
use super::names::{Credit, NameLine};
use super::outline::{Outline, outline};
use super::page::Page;
use super::paragraphs::lines;
use super::rules::{LineRules, LineSense};
use super::{Related, Zone, ZoneKind};
use crate::text::Token;
use std::ops::Range;

/// The part of the page that has been reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Region {
    /// Above the body.
    Top,
    Body,
    /// Below the signature, the keywords or the copyright line.
    Tail,
    /// In a list of other articles.
    List,
}

/// What the line before announced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Expected {
    Nothing,
    /// The name that belongs to a label.
    Name,
    /// The headline that a pointer announced.
    Link,
    Tags,
}

/// What is known when a line's turn comes.
struct Scene<'a> {
    lines: &'a [Line<'a>],
    at: usize,
    outline: &'a Outline,
    region: Region,
    expected: Expected,
    cards: Cards<'a>,
    published: bool,
    /// Lines of body so far.
    read: usize,
}

struct Rule {
    kind: ZoneKind,
    fits: fn(&Line<'_>, &Scene<'_>) -> bool,
}

const fn rule(kind: ZoneKind, fits: fn(&Line<'_>, &Scene<'_>) -> bool) -> Rule {
    Rule { kind, fits }
}

const RULES: [Rule; 33] = [
    rule(ZoneKind::TeaserStamp, |line, _| line.is_stamp()),
    rule(ZoneKind::Headline, |_, scene| scene.in_headline()),
    rule(ZoneKind::Headline, |line, scene| {
        scene.region == Region::Top && scene.repeats_headline(line)
    }),
    // A menu above the article has the names of lists, without their items.
    rule(ZoneKind::Boilerplate, |line, scene| {
        line.sense == Some(LineSense::RelatedHead)
            && scene.region == Region::Top
            && !scene
                .next(1)
                .is_some_and(|next| next.is_title() && next.word_count >= 4)
    }),
    rule(ZoneKind::RelatedHead, |line, _| {
        line.sense == Some(LineSense::RelatedHead)
    }),
    rule(ZoneKind::RelatedHead, |line, scene| {
        line.is_label(LineSense::CrossLink) && scene.card_at(1)
    }),
    rule(ZoneKind::CrossLink, |line, _| {
        line.sense == Some(LineSense::CrossLink)
    }),
    rule(ZoneKind::TeaserHeadline, |line, scene| {
        scene.expected == Expected::Link && scene.is_card(line)
    }),
    rule(ZoneKind::CrossLink, |line, scene| {
        scene.expected == Expected::Link && line.is_plain() && !line.is_paragraph()
    }),
    rule(ZoneKind::TeaserStamp, |line, scene| {
        scene.region == Region::List && line.tells_time()
    }),
    // The day of reading at the head of a site, where the article tells its own time with a clock.
    rule(ZoneKind::Boilerplate, |line, scene| {
        line.is_date() && !line.is_clocked() && scene.region == Region::Top && scene.outline.clocked
    }),
    rule(ZoneKind::Updated, |line, scene| {
        matches!(line.date, Some(DateLine::Date { updated: true, .. })) && scene.dates_article(line)
    }),
    rule(ZoneKind::Published, |line, scene| {
        line.is_date() && scene.dates_article(line)
    }),
    rule(ZoneKind::Byline, |line, scene| {
        scene.expected == Expected::Name && line.names_someone()
    }),
    rule(ZoneKind::Byline, |line, _| {
        line.sense == Some(LineSense::Byline)
    }),
    rule(ZoneKind::Byline, |line, scene| scene.is_lone_byline(line)),
    rule(ZoneKind::Tags, |line, _| {
        line.sense == Some(LineSense::Tags)
    }),
    rule(ZoneKind::Tags, |line, scene| {
        scene.expected == Expected::Tags && scene.is_keyword(line)
    }),
    rule(ZoneKind::SignOff, |line, scene| {
        matches!(scene.region, Region::Body | Region::Tail)
            && line.date.is_none()
            && matches!(line.sense, None | Some(LineSense::Section))
            && line.signs_off()
    }),
    rule(ZoneKind::SignOff, |line, scene| {
        line.sense == Some(LineSense::SignOff) && scene.region != Region::Top
    }),
    rule(ZoneKind::SignOff, |line, scene| scene.is_shouted_name(line)),
    rule(ZoneKind::Caption, |line, _| {
        line.sense == Some(LineSense::Caption)
    }),
    rule(ZoneKind::Boilerplate, |line, _| {
        line.sense.is_some_and(|sense| sense != LineSense::SignOff)
    }),
    rule(ZoneKind::Caption, |line, scene| scene.is_caption(line)),
    rule(ZoneKind::Tags, |line, scene| {
        scene.region == Region::Tail && scene.is_keyword(line)
    }),
    rule(ZoneKind::Tags, |line, scene| scene.is_foot_keyword(line)),
    rule(ZoneKind::RelatedHead, |line, scene| scene.heads_cards(line)),
    rule(ZoneKind::TeaserHeadline, |line, scene| {
        scene.is_card(line) || (scene.region == Region::List && scene.is_teaser(line))
    }),
    rule(ZoneKind::TeaserSummary, |line, scene| {
        scene.region == Region::List && scene.is_summary(line)
    }),
    rule(ZoneKind::TeaserHeadline, |line, scene| {
        scene.region == Region::List && line.is_title() && line.word_count >= 3
    }),
    rule(ZoneKind::TeaserHeadline, |line, scene| {
        scene.region == Region::Tail
            && line.is_title()
            && line.stop.is_none()
            && line.is_titled()
            && line.word_count >= 5
    }),
    // Menus and the parts of a site: short, without a stop, above the article or in a list.
    rule(ZoneKind::Boilerplate, |line, scene| scene.is_leftover(line)),
    rule(ZoneKind::Body, |_, _| true),
];

impl<'a> Scene<'a> {
    fn next(&self, ahead: usize) -> Option<&'a Line<'a>> {
        self.lines.get(self.at + ahead)
    }

    fn in_headline(&self) -> bool {
        self.outline
            .headline
            .as_ref()
            .is_some_and(|range| range.contains(&self.at))
    }

    fn repeats_headline(&self, line: &Line<'_>) -> bool {
        let headline = self
            .outline
            .headline
            .as_ref()
            .and_then(|range| self.lines.get(range.start));
        headline.is_some_and(|headline| headline.repeats(line))
    }

    /// Whether the line `ahead` is a headline that a stamp follows or, after a stamp, one that a stamp precedes.
    fn card_at(&self, ahead: usize) -> bool {
        self.next(ahead).is_some_and(|line| {
            let dated = line.is_date() && self.region != Region::Top;
            line.is_stamp() || dated || (line.is_title() && self.stamp_follows(ahead))
        })
    }

    /// Whether a stamp follows the line `ahead`, a section's name or the headline's repetition between them allowed.
    fn stamp_follows(&self, ahead: usize) -> bool {
        let is_stamp =
            |line: &Line<'_>| line.is_stamp() || (self.region == Region::List && line.tells_time());
        let Some((line, next)) = self.next(ahead).zip(self.next(ahead + 1)) else {
            return false;
        };
        let small = next.sense == Some(LineSense::Section)
            || (next.is_plain() && next.word_count <= 2 && next.stop.is_none())
            || next.repeats(line);
        is_stamp(next) || (small && self.next(ahead + 2).is_some_and(is_stamp))
    }

    fn is_card(&self, line: &Line<'_>) -> bool {
        if !line.is_title()
            || self.region == Region::Top && self.at >= self.outline.mark.unwrap_or(usize::MAX)
        {
            return false;
        }
        let sections = line.word_count < 3 && self.next(1).is_some_and(Line::is_title);
        if self.cards.stamps_above() == Some(true) && self.region == Region::List {
            return self.cards.has_pending_stamp() && !sections;
        }
        !sections && self.stamp_follows(0)
    }

    /// Whether a list that no word announces begins here: a short line above a card, below the body's beginning.
    fn heads_cards(&self, line: &Line<'_>) -> bool {
        line.is_title()
            && line.word_count <= 5
            && line.stop.is_none()
            && self.region != Region::Top
            && !(self.region == Region::List && line.word_count > 3)
            && !self.stamp_follows(0)
            && self
                .next(1)
                .is_some_and(|next| next.is_title() && next.word_count >= 3 && !next.repeats(line))
            && self.stamp_follows(1)
            && !(self.region == Region::List && self.cards.stamps_above() == Some(true))
    }

    /// A repeated headline, or one below its stamp.
    fn is_teaser(&self, line: &Line<'_>) -> bool {
        self.cards.repeats(line)
            || (self.cards.has_pending_stamp() && line.is_title() && line.word_count >= 3)
    }

    fn is_summary(&self, line: &Line<'_>) -> bool {
        if !line.is_plain() || !self.cards.wants_summary() || self.resumes(line) {
            return false;
        }
        line.is_sentence() && line.stop == Some('.')
            || (line.word_count >= 5
                && !line.is_titled()
                && (self.cards.is_repeated() || self.cards.is_titled()))
            || (self.cards.is_repeated() && line.word_count >= 5)
    }

    /// Whether the article's own text goes on here, after a list inside it.
    fn resumes(&self, line: &Line<'_>) -> bool {
        if !line.is_plain() || !line.is_sentence() || line.span.len() < 60 && line.stop != Some('.')
        {
            return false;
        }
        if !self.cards.wants_summary() {
            return line.stop == Some('.') || line.is_paragraph() && !line.is_titled();
        }
        let next = self.next(1);
        let text_follows = next.is_some_and(|next| {
            (next.is_plain() && next.is_paragraph() && next.stop == Some('.'))
                || next.signs_off()
                || next.sense == Some(LineSense::Byline)
        });
        text_follows && !self.cards.is_repeated()
    }

    /// Whether a date line tells the time of this article, not of something in it.
    fn dates_article(&self, line: &Line<'_>) -> bool {
        match self.region {
            Region::Top => true,
            Region::List => false,
            Region::Body => !self.published && (self.read <= 1 || line.is_clocked()),
            Region::Tail => {
                !self.published || matches!(line.date, Some(DateLine::Date { labelled: true, .. }))
            }
        }
    }

    /// A name without a label: between the headline and the body, beside the date or another byline.
    fn is_lone_byline(&self, line: &Line<'_>) -> bool {
        let under_headline = self
            .outline
            .headline
            .as_ref()
            .is_some_and(|headline| self.at >= headline.end);
        self.region == Region::Top
            && under_headline
            && line.is_plain()
            && line.names != NameLine::No
            && line.credit.is_none()
            && line.word_count >= 2
    }

    fn is_keyword_like(line: &Line<'_>) -> bool {
        line.stop.is_none() && line.word_count <= 4 && line.word_count > 0 && line.span.len() <= 48
    }

    fn is_keyword(&self, line: &Line<'_>) -> bool {
        line.is_plain()
            && Self::is_keyword_like(line)
            && !self.stamp_follows(0)
            && !self.next(1).is_some_and(|next| {
                next.is_title() && next.word_count >= 3 && self.stamp_follows(1)
            })
    }

    /// A keyword without its label: one of several below the last paragraph, above what the site prints there.
    fn is_foot_keyword(&self, line: &Line<'_>) -> bool {
        const MOST: usize = 12;
        if self.region != Region::Body || self.read < 2 || !self.is_keyword(line) {
            return false;
        }
        let end = (1..=MOST).find(|ahead| {
            self.next(*ahead).is_none_or(|next| {
                let open = next.is_plain() || next.sense == Some(LineSense::Section);
                !open || !Self::is_keyword_like(next)
            })
        });
        let several = end.is_some_and(|end| end >= 2);
        several
            && end.and_then(|end| self.next(end)).is_some_and(|next| {
                matches!(
                    next.sense,
                    Some(LineSense::RelatedHead | LineSense::Footer | LineSense::Boilerplate)
                )
            })
    }

    /// `YUDONO YANUAR` below the last paragraph.
    fn is_shouted_name(&self, line: &Line<'_>) -> bool {
        self.region == Region::Body
            && self.read >= 2
            && line.is_plain()
            && line.names == NameLine::Names
            && (1..=8).contains(&line.word_count)
            && line.is_shouted()
            && self.next(1).is_none_or(|next| !next.is_plain())
            && (1..=4).all(|ahead| {
                self.next(ahead)
                    .is_none_or(|next| !(next.is_plain() && next.is_paragraph()))
            })
    }

    fn is_caption(&self, line: &Line<'_>) -> bool {
        if !line.is_plain() || line.span.len() > 600 {
            return false;
        }
        let opens_body = self.at == self.outline.body;
        match self.region {
            Region::Top => {
                let headline_above = self
                    .outline
                    .headline
                    .as_ref()
                    .is_none_or(|h| self.at >= h.end);
                line.credit.is_some()
                    || (headline_above
                        && self.outline.mark.is_some_and(|mark| self.at > mark)
                        && line.word_count >= 4
                        && !line.dateline.is_some_and(|d| d.sure))
            }
            Region::Body | Region::Tail => {
                let above_last = (1..=3).any(|ahead| {
                    self.next(ahead)
                        .is_some_and(|next| next.is_plain() && next.is_paragraph())
                });
                !opens_body
                    && !line.opens_quote()
                    && !line.dateline.is_some_and(|d| d.sure)
                    && line.credit == Some(Credit::Sure)
                    && line.span.len() <= 300
                    && (above_last || line.word_count <= 12)
            }
            Region::List => line.credit == Some(Credit::Sure) && line.word_count <= 8,
        }
    }

    fn is_leftover(&self, line: &Line<'_>) -> bool {
        let short = line.stop.is_none() && line.word_count <= 3 && line.span.len() <= 48;
        match self.region {
            Region::Top => {
                let article = self.outline.headline.is_some() || self.outline.mark.is_some();
                let above = self
                    .outline
                    .headline
                    .as_ref()
                    .is_some_and(|h| self.at < h.start);
                article && (short || above)
            }
            Region::List => short,
            Region::Body | Region::Tail => false,
        }
    }

    /// What a decided line means for those after it.
    fn pass(&mut self, line: &Line<'_>, kind: ZoneKind) {
        let label = line.alone;
        self.expected = match kind {
            ZoneKind::Byline if label && line.sense == Some(LineSense::Byline) => Expected::Name,
            ZoneKind::Byline
                if self.expected == Expected::Name
                    && self.next(2).is_some_and(|l| l.is_label(LineSense::Byline)) =>
            {
                Expected::Name
            }
            ZoneKind::CrossLink if label => Expected::Link,
            ZoneKind::CrossLink if self.expected == Expected::Link && self.link_list_goes_on() => {
                Expected::Link
            }
            ZoneKind::Tags if label || self.expected == Expected::Tags => Expected::Tags,
            _ => Expected::Nothing,
        };
        self.published |= kind == ZoneKind::Published;
        self.region = match kind {
            ZoneKind::RelatedHead | ZoneKind::TeaserHeadline => Region::List,
            ZoneKind::TeaserStamp if self.region != Region::Top || self.outline.mark.is_none() => {
                Region::List
            }
            ZoneKind::Headline => Region::Top,
            ZoneKind::Body => {
                self.read += 1;
                Region::Body
            }
            ZoneKind::SignOff | ZoneKind::Tags if self.region == Region::Body => Region::Tail,
            ZoneKind::Byline if self.region == Region::Body && self.read > 0 => Region::Tail,
            ZoneKind::Boilerplate
                if self.region == Region::Body && line.sense == Some(LineSense::Footer) =>
            {
                Region::Tail
            }
            _ => self.region,
        };
        if self.at + 1 == self.outline.body {
            self.region = Region::Body;
        }
    }

    /// After a pointer's label, whether the next line is one more headline of it.
    fn link_list_goes_on(&self) -> bool {
        self.next(1).is_some_and(|next| {
            next.is_title() && next.stop.is_none() && next.is_titled() && next.word_count >= 3
        }) && self.lines.get(self.at).is_some_and(Line::is_titled)
    }
}

/// The zones of a text and the teasers of its related lists.
pub(super) fn zones(text: &str, tokens: &[Token], rules: &LineRules) -> (Vec<Zone>, Vec<Related>) {
    let page = Page {
        text,
        tokens,
        rules,
    };
    let mut lines = lines(&page);
    head_timetables(&mut lines);
    let outline = outline(&lines);
    let mut zones = Vec::with_capacity(lines.len());
    let mut scene = Scene {
        lines: &lines,
        at: 0,
        outline: &outline,
        region: if outline.body == 0 {
            Region::Body
        } else {
            Region::Top
        },
        expected: Expected::Nothing,
        cards: Cards::default(),
        published: false,
        read: 0,
    };
    for (at, line) in lines.iter().enumerate() {
        scene.at = at;
        let kind = RULES
            .iter()
            .find(|rule| (rule.fits)(line, &scene))
            .map_or(ZoneKind::Body, |rule| rule.kind);
        let related = scene.cards.add(line, kind, zones.len());
        scene.pass(line, kind);
        push(&mut zones, tokens, line, kind, related, at == outline.body);
    }
    let related = scene.cards.finish(&mut zones);
    (zones, related)
}

/// A day above lines that open with a clock heads a timetable, and is no time of publication.
fn head_timetables(lines: &mut [Line<'_>]) {
    for at in 1..lines.len() {
        let entry = lines.get(at).is_some_and(Line::is_timed_entry);
        let heading = lines.get_mut(at - 1).filter(|line| {
            entry
                && matches!(
                    line.date,
                    Some(DateLine::Date {
                        clock: false,
                        labelled: false,
                        ..
                    })
                )
        });
        if let Some(heading) = heading {
            heading.date = None;
        }
    }
}

/// Adds a line's zone; a wrapped paragraph is one zone only as body.
fn push(
    zones: &mut Vec<Zone>,
    tokens: &[Token],
    line: &Line<'_>,
    kind: ZoneKind,
    related: Option<usize>,
    opens_body: bool,
) {
    let dateline = line
        .dateline
        .filter(|dateline| kind == ZoneKind::Body && (dateline.sure || opens_body))
        .map(|dateline| dateline.span);
    let mut add = |part: Range<usize>| {
        let own = tokens.get(part.clone()).unwrap_or_default();
        if let Some((first, last)) = own.first().zip(own.last()) {
            zones.push(Zone {
                span: first.span.cover(last.span),
                tokens: part,
                kind,
                related,
                dateline,
            });
        }
    };
    if kind == ZoneKind::Body || !line.wrapped {
        add(line.tokens.clone());
    } else {
        line.parts().for_each(add);
    }
}
