//! Mentions → entities: which names are one.

use super::lists::NameLists;
use super::mention::{Cluster, EntityKind, Mention};
use super::page::Page;
use super::sense::Sense;
use crate::text::{KeyMap, WordKey, fold, is_upper};
use std::collections::HashMap;
use std::ops::Range;

/// How many earlier names a short form is compared with.
const WINDOW: usize = 64;

/// Joins the mentions, whose tokens are `ranges`, into clusters and tells each mention its own.
#[must_use]
pub(super) fn merge(
    page: &Page<'_>,
    lists: &NameLists,
    mentions: &mut [Mention],
    ranges: &[Range<usize>],
) -> Vec<Cluster> {
    let mut sets = Sets::new(mentions.len());
    let forms: Vec<Form> = mentions
        .iter()
        .zip(ranges)
        .map(|(mention, range)| Form::read(page, lists, mention, range))
        .collect();
    same_forms(&forms, &mut sets);
    brackets(page, &forms, ranges, &mut sets);
    short_persons(&forms, &mut sets);
    clusters(page, mentions, &forms, &mut sets)
}

/// A mention as it is compared.
struct Form {
    kind: EntityKind,
    /// The folded words, listed names replaced by the first name of their entity.
    key: String,
    /// The same without the head word, where there is one.
    bare: Option<String>,
    /// For a person, its words.
    words: Vec<String>,
    keys: Vec<WordKey>,
}

impl Form {
    fn read(page: &Page<'_>, lists: &NameLists, mention: &Mention, range: &Range<usize>) -> Self {
        let mut key = String::new();
        let mut bare_from = 0;
        let mut words = Vec::new();
        let mut at = range.start;
        let mut head_open = true;
        // `Gunung Semeru` is `Semeru`, but `Laut Jepang` is not `Jepang`.
        let (mut same, mut bare_listed) = (false, false);
        while at < range.end {
            let Some(word) = page.word(at) else { break };
            if !key.is_empty() && !word.glued {
                key.push(' ');
            }
            let listed = word.entry.filter(|(entry, tokens)| {
                at + tokens <= range.end
                    && entry.group.is_some()
                    && (entry.kind == Some(mention.kind) || entry.kind == Some(EntityKind::Place))
            });
            let heads = Sense::LOC.with(Sense::ADMIN).with(Sense::ORG);
            if let Some((entry, tokens)) = listed {
                let group = entry
                    .group
                    .and_then(|group| lists.groups.get(group as usize));
                key.push_str(&fold(group.copied().unwrap_or_default()));
                at += tokens;
                bare_listed |= bare_from > 0 && entry.kind == Some(EntityKind::Place);
                head_open = false;
            } else if head_open && word.phrase.0.has(heads) && at + word.phrase.1 < range.end {
                let phrase = page.span(&(at..at + word.phrase.1)).of(page.text);
                key.push_str(&fold(phrase));
                bare_from = key.len();
                same |= word.phrase.0.has(Sense::SAME);
                at += word.phrase.1;
                head_open = word.own.has(Sense::ADMIN);
            } else {
                bare_listed |= bare_from > 0 && word.listed() == Some(EntityKind::Place);
                let text = fold(page.text_at(at));
                if mention.kind == EntityKind::Person && word.span.len() > 1 {
                    words.push(text.clone());
                }
                key.push_str(&text);
                at += 1;
                head_open = false;
            }
        }
        if mention.kind == EntityKind::Person && !words.is_empty() {
            key = words.join(" ");
            bare_from = 0;
        }
        if key.ends_with('.') {
            key.pop();
        }
        let year = key
            .rsplit_once(' ')
            .filter(|(_, last)| mention.kind == EntityKind::Event && super::is_year(last));
        let without_year = year.map(|(rest, _)| rest.to_owned());
        let strips = same || !bare_listed || mention.kind != EntityKind::Place;
        let bare = (bare_from > 0 && strips)
            .then(|| {
                key.get(bare_from..)
                    .unwrap_or_default()
                    .trim_start_matches(['.', ' '])
                    .to_owned()
            })
            .filter(|bare| bare.len() > 1);
        let bare = without_year.or(bare);
        if words.is_empty() {
            words = key.split(' ').map(str::to_owned).collect();
        }
        let keys = words.iter().map(|word| WordKey::of(word)).collect();
        Self {
            kind: mention.kind,
            key,
            bare,
            words,
            keys,
        }
    }
}

fn same_forms(forms: &[Form], sets: &mut Sets) {
    let mut by_key: HashMap<(EntityKind, &str), usize> = HashMap::new();
    for (index, form) in forms.iter().enumerate() {
        if form.kind.is_amount() {
            continue;
        }
        let first = *by_key
            .entry((form.kind, form.key.as_str()))
            .or_insert(index);
        sets.join(first, index);
    }
    // A name without its head word is the first headed name that has it.
    let mut headed: HashMap<(EntityKind, &str), usize> = HashMap::new();
    for (index, form) in forms.iter().enumerate() {
        if let Some(bare) = &form.bare {
            headed.entry((form.kind, bare.as_str())).or_insert(index);
        }
    }
    for ((kind, bare), index) in headed {
        if let Some(alone) = by_key.get(&(kind, bare)) {
            sets.join(index, *alone);
        }
    }
    // A club without its town is the club with it.
    for (index, form) in forms.iter().enumerate() {
        if form.kind == EntityKind::Organisation
            && form.bare.is_none()
            && let Some((first, rest)) = form.key.split_once(' ')
            && let Some(short) = by_key.get(&(form.kind, first))
            && forms
                .iter()
                .take(WINDOW)
                .any(|place| place.kind == EntityKind::Place && place.key == rest)
        {
            sets.join(index, *short);
        }
    }
}

/// `Full Name (ACR)` and `X alias Y`.
fn brackets(page: &Page<'_>, forms: &[Form], ranges: &[Range<usize>], sets: &mut Sets) {
    for (index, pair) in ranges.windows(2).enumerate() {
        let [long, short] = pair else { continue };
        let same = forms.get(index).map(|f| f.kind) == forms.get(index + 1).map(|f| f.kind);
        if !same || forms.get(index).is_none_or(|form| form.kind.is_amount()) {
            continue;
        }
        let bracketed = long.end + 1 == short.start
            && page.is_mark(long.end, "(")
            && page.is_mark(short.end, ")");
        let person = forms
            .get(index)
            .is_some_and(|form| form.kind == EntityKind::Person);
        let alias = person
            && short.start - long.end <= 5
            && (long.end..short.start).any(|at| {
                page.word(at)
                    .is_some_and(|word| word.phrase.0.has(Sense::ALIAS))
            });
        let initials = !person || {
            let name = forms
                .get(index)
                .map(|f| f.words.as_slice())
                .unwrap_or_default();
            let initials: String = name.iter().filter_map(|word| word.chars().next()).collect();
            forms
                .get(index + 1)
                .is_some_and(|form| form.key == initials)
        };
        if (bracketed && initials) || alias {
            sets.join(index, index + 1);
        }
    }
}

/// A part of a person's name is the person last named with it, else the next one.
fn short_persons(forms: &[Form], sets: &mut Sets) {
    let persons: Vec<usize> = (0..forms.len())
        .filter(|index| {
            forms
                .get(*index)
                .is_some_and(|f| f.kind == EntityKind::Person)
        })
        .collect();
    let mut holders: KeyMap<Vec<usize>> = KeyMap::default();
    for (order, index) in persons.iter().enumerate() {
        for key in forms
            .get(*index)
            .map(|f| f.keys.as_slice())
            .unwrap_or_default()
        {
            holders.entry(*key).or_default().push(order);
        }
    }
    for (order, index) in persons.iter().enumerate() {
        let Some(form) = forms.get(*index) else {
            continue;
        };
        let Some(orders) = form.keys.first().and_then(|key| holders.get(key)) else {
            continue;
        };
        let here = orders.partition_point(|other| *other < order);
        let before = orders
            .get(here.saturating_sub(WINDOW)..here)
            .unwrap_or_default()
            .iter()
            .rev();
        let after = orders.get(here..).unwrap_or_default().iter().take(WINDOW);
        let fuller = before.chain(after).find(|other| {
            persons
                .get(**other)
                .and_then(|i| forms.get(*i))
                .is_some_and(|full| {
                    full.words.len() > form.words.len()
                        && form.keys.iter().all(|key| full.keys.contains(key))
                })
        });
        if let Some(full) = fuller.and_then(|other| persons.get(*other)) {
            sets.join(*full, *index);
        } else if form.words.len() == 1 {
            nickname(forms, &persons, order, *index, sets);
        }
    }
}

/// `Lukman` is `Lukmanul Hadi`: four letters or more that begin a word of a name nearby.
fn nickname(forms: &[Form], persons: &[usize], order: usize, index: usize, sets: &mut Sets) {
    let Some(short) = forms.get(index).and_then(|form| form.words.first()) else {
        return;
    };
    if short.len() < 4 {
        return;
    }
    let before = persons
        .get(order.saturating_sub(WINDOW)..order)
        .unwrap_or_default();
    let full = before.iter().rev().find(|other| {
        forms.get(**other).is_some_and(|full| {
            full.words.len() > 1
                && full
                    .words
                    .iter()
                    .any(|word| word.starts_with(short.as_str()))
        })
    });
    if let Some(full) = full {
        sets.join(*full, index);
    }
}

fn clusters(
    page: &Page<'_>,
    mentions: &mut [Mention],
    forms: &[Form],
    sets: &mut Sets,
) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    let mut of_root: HashMap<usize, usize> = HashMap::new();
    for (index, mention) in mentions.iter_mut().enumerate() {
        let Some(form) = forms.get(index).filter(|form| !form.kind.is_amount()) else {
            continue;
        };
        let id = *of_root.entry(sets.root(index)).or_insert_with(|| {
            clusters.push(Cluster {
                name: String::new(),
                kind: form.kind,
                aliases: Vec::new(),
                mentions: Vec::new(),
            });
            clusters.len() - 1
        });
        mention.cluster = Some(id);
        let Some(cluster) = clusters.get_mut(id) else {
            continue;
        };
        cluster.mentions.push(index);
        let surface = mention.span.of(page.text);
        // A cluster has few forms; one that has many is noise, and its further forms say nothing new.
        if cluster.aliases.len() < WINDOW && !cluster.aliases.iter().any(|alias| alias == surface) {
            cluster.aliases.push(surface.to_owned());
        }
    }
    for cluster in &mut clusters {
        let best = (0..cluster.aliases.len()).max_by_key(|index| {
            cluster.aliases.get(*index).map(|alias| {
                let letters = alias.chars().count();
                (
                    !is_upper(alias) || letters <= 5,
                    letters,
                    std::cmp::Reverse(*index),
                )
            })
        });
        if let Some(best) = best {
            cluster.name = cluster.aliases.remove(best);
        }
    }
    clusters
}

/// Disjoint sets of mentions.
struct Sets(Vec<usize>);

impl Sets {
    fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    fn root(&mut self, mut index: usize) -> usize {
        while let Some(parent) = self.0.get(index).copied().filter(|parent| *parent != index) {
            let above = self.0.get(parent).copied().unwrap_or(parent);
            if let Some(slot) = self.0.get_mut(index) {
                *slot = above;
            }
            index = above;
        }
        index
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        if let Some(slot) = self.0.get_mut(a.max(b)) {
            *slot = a.min(b);
        }
    }
}
