//! The lists of other articles: which stamp, repetition and summary belong to which headline.

use super::line::Line;
use super::{Related, Zone, ZoneKind};
use crate::text::Span;

/// The teasers read so far, and the one that is open.
#[derive(Debug, Default)]
pub(super) struct Cards<'a> {
    all: Vec<Related>,
    open: Option<Open<'a>>,
    /// The stamp that stands above a headline not yet read, and its zone.
    pending: Option<(Span, usize)>,
    /// Whether this list prints its stamps above the headlines; decided by its first stamp.
    above: Option<bool>,
    /// Zones of stamps that stood above their headlines, and their teasers.
    above_zones: Vec<(usize, usize)>,
}

#[derive(Debug)]
struct Open<'a> {
    index: usize,
    headline: &'a Line<'a>,
}

impl<'a> Cards<'a> {
    /// Takes a decided line; its zone will have the index `zone`. Returns the teaser it belongs to.
    pub(super) fn add(&mut self, line: &'a Line<'a>, kind: ZoneKind, zone: usize) -> Option<usize> {
        match kind {
            ZoneKind::TeaserHeadline => Some(self.headline(line)),
            ZoneKind::TeaserStamp => self.stamp(line.span, zone),
            ZoneKind::TeaserSummary => {
                let index = self.open.as_ref()?.index;
                let card = self.all.get_mut(index)?;
                card.summary = Some(card.summary.map_or(line.span, |s| s.cover(line.span)));
                Some(index)
            }
            ZoneKind::Boilerplate => None,
            _ => {
                self.open = None;
                self.pending = None;
                self.above = None;
                None
            }
        }
    }

    fn headline(&mut self, line: &'a Line<'a>) -> usize {
        if let Some(open) = self.open.as_ref().filter(|_| self.repeats(line))
            && let Some(card) = self.all.get_mut(open.index)
        {
            card.duplicates.push(line.span);
            return open.index;
        }
        let index = self.all.len();
        let stamp = self.pending.take();
        self.above_zones
            .extend(stamp.map(|(_, zone)| (zone, index)));
        self.all.push(Related {
            headline: line.span,
            stamp: stamp.map(|(span, _)| span),
            summary: None,
            duplicates: Vec::new(),
        });
        self.open = Some(Open {
            index,
            headline: line,
        });
        index
    }

    fn stamp(&mut self, span: Span, zone: usize) -> Option<usize> {
        let open = self.open.as_ref().map(|open| open.index);
        let above = *self.above.get_or_insert(open.is_none());
        let card = open
            .filter(|_| !above)
            .and_then(|index| self.all.get_mut(index));
        match card {
            Some(card) if card.stamp.is_none() => {
                card.stamp = Some(span);
                open
            }
            _ => {
                self.pending = above.then_some((span, zone));
                None
            }
        }
    }

    /// Whether a line is the open teaser's headline once more.
    pub(super) fn repeats(&self, line: &Line<'_>) -> bool {
        self.pending.is_none()
            && self
                .open
                .as_ref()
                .is_some_and(|open| open.headline.repeats(line))
    }

    /// Whether a teaser is open that has no summary yet.
    pub(super) fn wants_summary(&self) -> bool {
        self.pending.is_none() && self.card().is_some_and(|card| card.summary.is_none())
    }

    /// Whether the open teaser's headline was printed twice.
    pub(super) fn is_repeated(&self) -> bool {
        self.card().is_some_and(|card| !card.duplicates.is_empty())
    }

    /// Whether the open teaser's headline has capitals as titles have.
    pub(super) fn is_titled(&self) -> bool {
        self.open
            .as_ref()
            .is_some_and(|open| open.headline.is_titled())
    }

    /// Whether a stamp waits for the headline below it.
    pub(super) const fn has_pending_stamp(&self) -> bool {
        self.pending.is_some()
    }

    /// Whether this list prints stamps above headlines, once its first stamp has been read.
    pub(super) const fn stamps_above(&self) -> Option<bool> {
        self.above
    }

    fn card(&self) -> Option<&Related> {
        self.all.get(self.open.as_ref()?.index)
    }

    /// The teasers; the zones of stamps that stood above their headlines learn theirs.
    pub(super) fn finish(self, zones: &mut [Zone]) -> Vec<Related> {
        for (zone, index) in self.above_zones {
            if let Some(zone) = zones.get_mut(zone) {
                zone.related = Some(index);
            }
        }
        self.all
    }
}
