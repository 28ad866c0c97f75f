//! `sorot/1`: the one shape of a result, in JSON, in JavaScript and in files.

use crate::annotations::Annotations;
use crate::text::{OffsetUnit, Offsets, Span};
use crate::time::{Anchor, Clock};
use crate::{article, entity, time};
use serde::{Deserialize, Serialize};

#[cfg(target_family = "wasm")]
use tsify::Tsify;

/// The name a caller gives a text: kept as it was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(Tsify))]
#[serde(untagged)]
pub enum DocumentId {
    /// A number.
    Number(i64),
    /// A string.
    Text(String),
}

macro_rules! records {
    ($($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident: $type:ty,)+ })+) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
            #[cfg_attr(target_family = "wasm", derive(Tsify), tsify(missing_as_null))]
            #[serde(rename_all = "camelCase")]
            pub struct $name { $($(#[$fdoc])* pub $field: $type,)+ }
        )+
    };
}

records! {
    /// A result. Offsets are half open; instants are `YYYY-MM-DDTHH:MM±hh:mm` in the document's offset; what is unknown
    /// is `null`.
    Document {
        /// The version of this shape: `"1"`.
        sorot: String,
        /// The name the caller gave the text.
        id: Option<DocumentId>,
        /// ISO 639-1 code.
        language: String,
        /// When the article was published.
        published: Option<String>,
        /// How that is known.
        published_evidence: Option<EvidenceRecord>,
        /// When the page was read.
        captured: Option<String>,
        /// The document's offset from UTC, `+07:00`.
        offset: String,
        /// The zones, which partition the non-blank lines.
        zones: Vec<ZoneRecord>,
        /// The times, in text order.
        timexes: Vec<TimexRecord>,
        /// The names, in text order.
        entities: Vec<EntityRecord>,
        /// Which names are one.
        clusters: Vec<ClusterRecord>,
        /// What persons are called.
        roles: Vec<RoleRecord>,
        /// The related list.
        related: Vec<RelatedRecord>,
        /// What a reader should check.
        warnings: Vec<WarningRecord>,
    }

    /// The part of a [`Document`] that clocks change. Zones, names and the places of the times stay as they were.
    Resolution {
        /// When the article was published.
        published: Option<String>,
        /// How that is known.
        published_evidence: Option<EvidenceRecord>,
        /// When the page was read.
        captured: Option<String>,
        /// The document's offset from UTC, `+07:00`.
        offset: String,
        /// The times, in text order.
        timexes: Vec<TimexRecord>,
        /// The related list.
        related: Vec<RelatedRecord>,
        /// What a reader should check.
        warnings: Vec<WarningRecord>,
    }

    /// How the published clock is known.
    EvidenceRecord {
        /// Start in the text, if it is there.
        start: Option<usize>,
        /// End in the text.
        end: Option<usize>,
        /// `dateline`, `updated`, `attribution`, `metadata` or `given`.
        source: String,
    }

    /// A range of the text.
    Range {
        /// First unit.
        start: usize,
        /// One past the last.
        end: usize,
    }

    /// A part of the page.
    ZoneRecord {
        /// First unit.
        start: usize,
        /// One past the last.
        end: usize,
        /// `headline`, `byline`, `body`, ….
        kind: String,
        /// The teaser it belongs to, an index into `related`.
        related: Option<usize>,
        /// The place dateline that opens it.
        dateline: Option<Range>,
    }

    /// A time.
    TimexRecord {
        /// `t1`, `t2`, … in text order.
        id: String,
        /// First unit.
        start: usize,
        /// One past the last.
        end: usize,
        /// `DATE`, `TIME`, `DURATION` or `SET`.
        #[serde(rename = "type")]
        kind: String,
        /// TIMEX3 value.
        value: Option<String>,
        /// TIMEX3 modifier.
        #[serde(rename = "mod")]
        modifier: Option<String>,
        /// For a set.
        quant: Option<String>,
        /// For a set.
        freq: Option<String>,
        /// Start of the interval.
        earliest: Option<String>,
        /// End of the interval, exclusive.
        latest: Option<String>,
        /// How fine the value is.
        granularity: Option<String>,
        /// `none`, `published`, `captured`, `teaser`, `mention:t3` or `event`.
        anchor: String,
        /// `past`, `future`, `same` or `none`.
        direction: String,
        /// Why that direction.
        why: String,
        /// From the signal word beside it.
        bound: Option<String>,
        /// What it does in the article.
        role: String,
        /// From 0 to 1.
        confidence: f32,
        /// Other readings.
        alternatives: Vec<AlternativeRecord>,
        /// How the value was computed.
        derivation: DerivationRecord,
        /// `user` where a person made or changed it; else left out.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(target_family = "wasm", tsify(optional))]
        provenance: Option<String>,
    }

    /// Another reading.
    AlternativeRecord {
        /// Its TIMEX3 value.
        value: String,
        /// What would make it right.
        why: String,
    }

    /// How a value was computed.
    DerivationRecord {
        /// `published`, `captured`, `teaser`, `mention` or `none`.
        clock: String,
        /// How many units, signed.
        steps: Option<i32>,
        /// The unit counted.
        unit: Option<String>,
        /// The same in words.
        text: String,
    }

    /// A name.
    EntityRecord {
        /// `e1`, `e2`, … in text order.
        id: String,
        /// First unit.
        start: usize,
        /// One past the last.
        end: usize,
        /// `PER`, `ORG`, `LOC`, `EVT`, `LAW`, `WRK`, `NORP`, `MON` or `QTY`.
        kind: String,
        /// The canonical name of its cluster; its own surface when alone.
        entity: String,
        /// From 0 to 1.
        confidence: f32,
        /// `place`, `actor` or `modifier`, for a place.
        #[serde(rename = "use")]
        place_use: Option<String>,
        /// The number of an amount.
        value: Option<f64>,
        /// The unit of an amount.
        unit: Option<String>,
        /// ISO 4217 code of money.
        currency: Option<String>,
        /// Names inside it.
        nested: Vec<NestedRecord>,
        /// `user` where a person made or changed it; else left out.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(target_family = "wasm", tsify(optional))]
        provenance: Option<String>,
    }

    /// A name inside a name.
    NestedRecord {
        /// First unit.
        start: usize,
        /// One past the last.
        end: usize,
        /// Its kind.
        kind: String,
    }

    /// The mentions of one entity.
    ClusterRecord {
        /// Canonical name.
        entity: String,
        /// Its kind.
        kind: String,
        /// Other forms.
        aliases: Vec<String>,
        /// Ids of its mentions.
        mentions: Vec<String>,
        /// `user` where a person made or changed it; else left out.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(target_family = "wasm", tsify(optional))]
        provenance: Option<String>,
    }

    /// What a person is called.
    RoleRecord {
        /// Canonical name.
        entity: String,
        /// Title, office or description as written.
        role: String,
    }

    /// A related article.
    RelatedRecord {
        /// Its headline, where it first stands.
        headline: Range,
        /// Id of the time that is its stamp.
        stamp: Option<String>,
        /// The line that sums it up.
        summary: Option<Range>,
        /// The headline again.
        duplicates: Vec<Range>,
    }

    /// What a reader should check.
    WarningRecord {
        /// What is wrong.
        kind: String,
        /// The same in words.
        message: String,
        /// Where.
        start: Option<usize>,
        /// Where it ends.
        end: Option<usize>,
    }
}

impl Document {
    /// The result for `text`, with offsets counted in `unit`.
    ///
    /// ```
    /// use sorot::{Annotator, Options, export::Document, text::OffsetUnit};
    /// let text = "Gempa terjadi pada 2006.";
    /// let annotations = Annotator::indonesian().annotate(text, &Options::default());
    /// let document = Document::new(text, &annotations, OffsetUnit::Chars);
    /// assert_eq!(document.sorot, "1");
    /// ```
    #[must_use]
    pub fn new(text: &str, annotations: &Annotations, unit: OffsetUnit) -> Self {
        let offsets = Offsets::new(text, unit);
        let write = Writer {
            text,
            offsets: &offsets,
            annotations,
        };
        let Resolution {
            published,
            published_evidence,
            captured,
            offset,
            timexes,
            related,
            warnings,
        } = write.resolution();
        Self {
            sorot: "1".to_owned(),
            id: None,
            language: annotations.language.to_owned(),
            published,
            published_evidence,
            captured,
            offset,
            zones: annotations
                .zones
                .iter()
                .map(|zone| write.zone(zone))
                .collect(),
            timexes,
            entities: annotations
                .names
                .mentions
                .iter()
                .enumerate()
                .map(|(index, m)| write.entity(index, m))
                .collect(),
            clusters: annotations.names.clusters.iter().map(cluster).collect(),
            roles: annotations
                .names
                .roles
                .iter()
                .filter_map(|role| write.role(role))
                .collect(),
            related,
            warnings,
        }
    }
}

impl Resolution {
    /// What [`Document::new`] would say of the times and clocks, for the price of these alone.
    #[must_use]
    pub fn new(text: &str, annotations: &Annotations, unit: OffsetUnit) -> Self {
        let offsets = Offsets::new(text, unit);
        let write = Writer {
            text,
            offsets: &offsets,
            annotations,
        };
        write.resolution()
    }
}

fn timex_id(index: usize) -> String {
    format!("t{}", index + 1)
}

fn entity_id(index: usize) -> String {
    format!("e{}", index + 1)
}

fn cluster(cluster: &entity::Cluster) -> ClusterRecord {
    ClusterRecord {
        entity: cluster.name.clone(),
        kind: cluster.kind.code().to_owned(),
        aliases: cluster.aliases.clone(),
        mentions: cluster.mentions.iter().copied().map(entity_id).collect(),
        provenance: None,
    }
}

struct Writer<'a> {
    text: &'a str,
    offsets: &'a Offsets<'a>,
    annotations: &'a Annotations,
}

impl Writer<'_> {
    fn resolution(&self) -> Resolution {
        let annotations = self.annotations;
        let clocks = &annotations.clocks;
        let instant = |clock: Option<Clock>| {
            clock.map(|clock| time::instant(&clock.at.with_timezone(&annotations.offset)))
        };
        Resolution {
            published: instant(clocks.published),
            published_evidence: clocks.evidence.map(|evidence| EvidenceRecord {
                start: evidence.span.map(|span| self.offsets.of(span.start())),
                end: evidence.span.map(|span| self.offsets.of(span.end())),
                source: evidence.source.name().to_owned(),
            }),
            captured: instant(clocks.captured),
            offset: annotations.offset.to_string(),
            timexes: annotations
                .timexes
                .iter()
                .enumerate()
                .map(|(index, timex)| self.timex(index, timex))
                .collect(),
            related: annotations
                .related
                .iter()
                .map(|related| self.related(related))
                .collect(),
            warnings: annotations
                .warnings
                .iter()
                .map(|warning| self.warning(warning))
                .collect(),
        }
    }

    fn range(&self, span: Span) -> Range {
        Range {
            start: self.offsets.of(span.start()),
            end: self.offsets.of(span.end()),
        }
    }

    fn zone(&self, zone: &article::Zone) -> ZoneRecord {
        let Range { start, end } = self.range(zone.span);
        ZoneRecord {
            start,
            end,
            kind: zone.kind.name().to_owned(),
            related: zone.related,
            dateline: zone.dateline.map(|span| self.range(span)),
        }
    }

    fn timex(&self, index: usize, timex: &time::Timex) -> TimexRecord {
        let Range { start, end } = self.range(timex.span);
        let name = |text: &str| text.to_owned();
        TimexRecord {
            id: timex_id(index),
            start,
            end,
            kind: name(timex.kind.name()),
            value: timex.value.clone(),
            modifier: timex.modifier.map(|modifier| name(modifier.name())),
            quant: timex.quant.map(name),
            freq: timex.freq.clone(),
            earliest: timex.earliest.as_ref().map(time::instant),
            latest: timex.latest.as_ref().map(time::instant),
            granularity: timex
                .granularity
                .map(|granularity| name(granularity.name())),
            anchor: match timex.anchor {
                Anchor::None => name("none"),
                Anchor::Published => name("published"),
                Anchor::Captured => name("captured"),
                Anchor::Teaser => name("teaser"),
                Anchor::Mention(mention) => format!("mention:{}", timex_id(mention)),
                Anchor::Event => name("event"),
            },
            direction: name(timex.direction.name()),
            why: timex.why.to_owned(),
            bound: timex.bound.map(|bound| name(bound.name())),
            role: name(timex.role.name()),
            confidence: timex.confidence,
            alternatives: timex
                .alternatives
                .iter()
                .map(|alternative| AlternativeRecord {
                    value: alternative.value.clone(),
                    why: alternative.why.to_owned(),
                })
                .collect(),
            derivation: DerivationRecord {
                clock: name(timex.derivation.clock.name()),
                steps: timex.derivation.steps,
                unit: timex.derivation.unit.map(name),
                text: timex.derivation.text.clone(),
            },
            provenance: None,
        }
    }

    fn entity(&self, index: usize, mention: &entity::Mention) -> EntityRecord {
        let Range { start, end } = self.range(mention.span);
        let cluster = mention
            .cluster
            .and_then(|cluster| self.annotations.names.clusters.get(cluster));
        EntityRecord {
            id: entity_id(index),
            start,
            end,
            kind: mention.kind.code().to_owned(),
            entity: cluster.map_or_else(
                || mention.span.of(self.text).to_owned(),
                |cluster| cluster.name.clone(),
            ),
            confidence: mention.confidence,
            place_use: mention
                .place_use
                .map(|place_use| place_use.name().to_owned()),
            value: mention.value,
            unit: mention.unit.clone(),
            currency: mention.currency.clone(),
            nested: mention
                .nested
                .iter()
                .map(|(span, kind)| self.nested(*span, *kind))
                .collect(),
            provenance: None,
        }
    }

    fn nested(&self, span: Span, kind: entity::EntityKind) -> NestedRecord {
        let Range { start, end } = self.range(span);
        NestedRecord {
            start,
            end,
            kind: kind.code().to_owned(),
        }
    }

    fn role(&self, role: &entity::Role) -> Option<RoleRecord> {
        let cluster = self.annotations.names.clusters.get(role.cluster)?;
        Some(RoleRecord {
            entity: cluster.name.clone(),
            role: role.role.clone(),
        })
    }

    fn related(&self, related: &article::Related) -> RelatedRecord {
        let stamp = related.stamp.and_then(|stamp| {
            let timexes = &self.annotations.timexes;
            timexes
                .iter()
                .position(|timex| stamp.contains(timex.span))
                .map(timex_id)
        });
        RelatedRecord {
            headline: self.range(related.headline),
            stamp,
            summary: related.summary.map(|span| self.range(span)),
            duplicates: related
                .duplicates
                .iter()
                .map(|span| self.range(*span))
                .collect(),
        }
    }

    fn warning(&self, warning: &time::Warning) -> WarningRecord {
        WarningRecord {
            kind: warning.kind.name().to_owned(),
            message: warning.message.clone(),
            start: warning.span.map(|span| self.offsets.of(span.start())),
            end: warning.span.map(|span| self.offsets.of(span.end())),
        }
    }
}
