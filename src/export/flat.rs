//! Two layers → one: what a display shows that cannot show one mark inside another.

use crate::annotations::Annotations;
use crate::text::Span;
use std::collections::BTreeMap;

/// Something that is marked: an index into one of the two layers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marking {
    /// An index into [`Annotations::timexes`].
    Time(usize),
    /// An index into the mentions of [`Annotations::names`].
    Name(usize),
}

/// A mark of a flat display.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlatMark {
    /// Where it stands.
    pub span: Span,
    /// What is shown.
    pub shown: Marking,
    /// What overlaps it and is not shown: for its card or its label.
    pub hidden: Vec<Marking>,
}

/// The marks of both layers, in text order and without overlap: of two that overlap the longer is kept, of two as long
/// the time. What is not kept is listed with the one that hides it.
#[must_use]
pub fn flat(annotations: &Annotations) -> Vec<FlatMark> {
    let times = annotations.timexes.iter().enumerate();
    let times = times.map(|(index, timex)| (timex.span, Marking::Time(index)));
    let names = annotations.names.mentions.iter().enumerate();
    let names = names.map(|(index, mention)| (mention.span, Marking::Name(index)));
    settle(times.chain(names).collect())
}

/// `marks` must hold the times before the names.
pub(super) fn settle(mut marks: Vec<(Span, Marking)>) -> Vec<FlatMark> {
    marks.sort_by_key(|(span, _)| std::cmp::Reverse(span.len()));
    let mut kept: BTreeMap<usize, FlatMark> = BTreeMap::new();
    for (span, marking) in marks {
        let before = kept.range(..=span.start()).next_back();
        let after = kept.range(span.start()..).next();
        let hiding = [before, after]
            .into_iter()
            .flatten()
            .find(|(_, mark)| mark.span.overlaps(span))
            .map(|(start, _)| *start);
        if let Some(mark) = hiding.and_then(|start| kept.get_mut(&start)) {
            mark.hidden.push(marking);
        } else {
            let mark = FlatMark {
                span,
                shown: marking,
                hidden: Vec::new(),
            };
            kept.insert(span.start(), mark);
        }
    }
    kept.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(marks: &[(usize, usize, Marking)]) -> Vec<(Marking, Vec<Marking>)> {
        let marks = marks.iter();
        let marks = marks.map(|(start, end, marking)| (Span::new(*start, *end), *marking));
        let flat = settle(marks.collect());
        flat.into_iter()
            .map(|mark| (mark.shown, mark.hidden))
            .collect()
    }

    #[test]
    fn the_longer_hides_the_shorter() {
        let (year, vote) = (Marking::Time(0), Marking::Name(0));
        assert_eq!(shown(&[(7, 11, year), (0, 11, vote)]), [(vote, vec![year])]);
    }

    #[test]
    fn a_time_hides_a_name_as_long() {
        let (time, name) = (Marking::Time(0), Marking::Name(0));
        assert_eq!(shown(&[(0, 4, time), (0, 4, name)]), [(time, vec![name])]);
    }

    #[test]
    fn neighbours_stay_and_order_is_that_of_the_text() {
        let marks = [
            (10, 14, Marking::Time(0)),
            (0, 4, Marking::Name(0)),
            (4, 10, Marking::Name(1)),
        ];
        let order = [Marking::Name(0), Marking::Name(1), Marking::Time(0)];
        assert_eq!(shown(&marks), order.map(|marking| (marking, vec![])));
    }

    #[test]
    fn one_name_may_hide_on_both_sides() {
        let long = Marking::Name(1);
        let marks = [
            (0, 5, Marking::Time(0)),
            (16, 20, Marking::Time(1)),
            (4, 17, long),
        ];
        let hidden = vec![Marking::Time(0), Marking::Time(1)];
        assert_eq!(shown(&marks), [(long, hidden)]);
    }
}
