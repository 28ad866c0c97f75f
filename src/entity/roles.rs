//! Roles: the title, office or description that the text puts beside a person.

use super::initials::is_aged;
use super::mention::{EntityKind, Mention, Role};
use super::page::Page;
use super::sense::Sense;
use crate::article::ZoneKind;
use crate::text::TokenKind;
use std::collections::HashSet;
use std::ops::Range;

/// A role is no longer than this many tokens.
const LONGEST: usize = 18;

/// Finds the roles of the persons among `mentions`, whose tokens are `ranges`.
#[must_use]
pub(super) fn roles(page: &Page<'_>, mentions: &[Mention], ranges: &[Range<usize>]) -> Vec<Role> {
    let reader = Reader {
        page,
        mentions,
        ranges,
    };
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    for (index, mention) in mentions.iter().enumerate() {
        let (EntityKind::Person, Some(cluster)) = (mention.kind, mention.cluster) else {
            continue;
        };
        for range in [
            reader.label(index),
            reader.before(index),
            reader.after(index),
        ]
        .into_iter()
        .flatten()
        {
            let role = page.span(&range).of(page.text).to_owned();
            if seen.insert((cluster, role.to_lowercase())) {
                found.push(Role { cluster, role });
            }
        }
    }
    found
}

struct Reader<'p, 'a> {
    page: &'p Page<'a>,
    mentions: &'p [Mention],
    ranges: &'p [Range<usize>],
}

impl Reader<'_, '_> {
    /// `Editor: NAME`, or the label on the line above.
    fn label(&self, index: usize) -> Option<Range<usize>> {
        let start = self.ranges.get(index)?.start;
        if self.page.word(start)?.zone != ZoneKind::Byline {
            return None;
        }
        let label = (start.saturating_sub(4)..start).rev().find(|at| {
            self.page
                .word(*at)
                .is_some_and(|word| word.kind == TokenKind::Word)
        })?;
        let is_label = self.page.word(label)?.own.has(Sense::LABEL);
        is_label.then_some(label..label + 1)
    }

    /// `TITLE NAME`, `TITLE ORG NAME`, `TITLE ORG, NAME,`.
    fn before(&self, index: usize) -> Option<Range<usize>> {
        let name = self.ranges.get(index)?;
        let mut end = name.start;
        let mut with_comma = false;
        let mut holder = index;
        loop {
            let at = end.checked_sub(1)?;
            let word = self.page.word(at)?;
            let dot = self.page.is_mark(at, ".")
                && at > 0
                && self
                    .page
                    .word(at - 1)
                    .is_some_and(|w| w.own.has(Sense::RANK));
            let rank = word.own.has(Sense::RANK) && !word.own.has(Sense::TITLE)
                || self.covered(at, Sense::RANK);
            let behind = if is_aged(self.page, name.end) {
                name.end + 3
            } else {
                name.end
            };
            let comma = self.page.is_mark(at, ",")
                && !with_comma
                && matches!(self.page.text_at(behind), "," | ".");
            let short = self.short_form(at, &mut holder);
            if !(dot || rank || comma || short.is_some()) {
                break;
            }
            with_comma |= comma;
            end = short.unwrap_or(at);
        }
        let mut start = None;
        let mut at = end;
        let floor = end.saturating_sub(LONGEST);
        while at > floor {
            let previous = at - 1;
            if let Some(other) = holder.checked_sub(1)
                && self.ranges.get(other).is_some_and(|range| range.end == at)
            {
                let kind = self.mentions.get(other)?.kind;
                if kind == EntityKind::Person && !with_comma || kind.is_amount() {
                    break;
                }
                at = self.ranges.get(other)?.start;
                holder = other;
                continue;
            }
            if !self.in_role(previous) {
                break;
            }
            if self.starts_title(previous) {
                start = Some(previous);
            }
            at = previous;
        }
        let mut start = start?;
        while let Some(earlier) = (start.saturating_sub(2)..start).find(|at| {
            self.page
                .word(*at)
                .is_some_and(|word| word.phrase.0.has(Sense::BEFORE) && at + word.phrase.1 >= start)
        }) {
            start = earlier;
        }
        let for_another = self.starts(start, Sense::RELATION)
            && !with_comma
            && self.page.is_mark(name.end, ",")
            && self
                .ranges
                .get(index + 1)
                .is_some_and(|next| next.start == name.end + 1)
            && self.mentions.get(index + 1)?.kind == EntityKind::Person;
        // `grup X pimpinan NAME`: who leads what was named before.
        let led = end == start + 1
            && self.starts(start, Sense::TO)
            && self
                .ranges
                .get(..index)
                .and_then(<[_]>::last)
                .is_some_and(|before| before.end == start);
        (start < end && !for_another && !led).then_some(start..end)
    }

    /// The start of the bracket with a short form that ends at `at`: `Full Name (ACR) NAME`.
    fn short_form(&self, at: usize, holder: &mut usize) -> Option<usize> {
        if !self.page.is_mark(at, ")") {
            return None;
        }
        let short = holder.checked_sub(1)?;
        let range = self.ranges.get(short).filter(|range| range.end == at)?;
        let open = range.start.checked_sub(1)?;
        self.page.is_mark(open, "(").then(|| {
            *holder = short;
            open
        })
    }

    /// `NAME, TITLE …,` and `NAME, TITLE … does`.
    fn after(&self, index: usize) -> Option<Range<usize>> {
        let name = self.ranges.get(index)?;
        let mut start = name.end + 1;
        if !self.page.is_mark(name.end, ",") {
            return None;
        }
        let first = self.page.word(start)?;
        if first.upper || !self.starts(start, Sense::TITLE.with(Sense::BEFORE)) {
            return None;
        }
        let begin = start;
        let mut follower = index + 1;
        let mut titled = false;
        while start < begin + LONGEST {
            if let Some(range) = self
                .ranges
                .get(follower)
                .filter(|range| range.start == start)
            {
                if self.mentions.get(follower)?.kind == EntityKind::Person {
                    return None;
                }
                start = range.end;
                follower += 1;
                continue;
            }
            if !self.in_role(start) || self.page.word(start)?.own.has(Sense::DOES) {
                break;
            }
            titled |= self.starts_title(start);
            start += 1;
        }
        // `NAME, korban sempat …` goes on with another sentence.
        let ends = self.page.word(start).is_none_or(|word| {
            start > begin + 1
                || word.kind != TokenKind::Word
                || word.own.has(
                    Sense::DOES
                        .with(Sense::AT)
                        .with(Sense::TO)
                        .with(Sense::SAYS),
                )
        });
        (titled && ends && start > begin).then_some(begin..start)
    }

    fn starts_title(&self, at: usize) -> bool {
        self.starts(at, Sense::TITLE)
    }

    fn starts(&self, at: usize, sense: Sense) -> bool {
        self.page
            .word(at)
            .is_some_and(|word| word.phrase.0.has(sense) || word.own.has(sense))
    }

    /// Whether a phrase with `sense` covers the token.
    fn covered(&self, at: usize, sense: Sense) -> bool {
        (at.saturating_sub(3)..=at).any(|start| {
            self.page
                .word(start)
                .is_some_and(|word| word.phrase.0.has(sense) && start + word.phrase.1 > at)
        })
    }

    /// Whether the token may stand inside a role.
    fn in_role(&self, at: usize) -> bool {
        let Some(word) = self.page.word(at) else {
            return false;
        };
        let roles = Sense::TITLE
            .with(Sense::BEFORE)
            .with(Sense::PART)
            .with(Sense::DOMAIN);
        word.kind == TokenKind::Word
            && (word.own.has(roles)
                || self.covered(at, roles)
                || word.capital && !word.opens && !word.own.has(Sense::DOES.with(Sense::SAYS)))
    }
}
