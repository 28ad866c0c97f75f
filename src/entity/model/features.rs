//! Tokens → features: the one function that the learner and the predictor share, so that they cannot disagree.

use super::sentence::{Place, Sentence};
use super::word::{BORDER, Mark, Word};

/// How many bits a feature's fingerprint has.
pub(super) const FINGERPRINT_BITS: u32 = 28;

/// How far, in tokens, a word is seen by the tokens around it: as many on both sides.
pub(super) const REACH: usize = 2;

/// From how many tokens a word is seen: the first is [`REACH`] tokens behind it, the last as many before it.
pub(super) const VIEWS: usize = 2 * REACH + 1;

/// Tells `sink` the template and fingerprint of every feature of the token at `at`: what each word nearby says by itself,
/// and what they say together. No string is made: a feature is the number of its template mixed with the numbers of what
/// it looks at.
#[cfg(not(target_family = "wasm"))]
pub(super) fn emit(sentence: &Sentence, at: usize, sink: &mut impl FnMut(u32, u32)) {
    for view in 0..VIEWS {
        let word = (at + view).checked_sub(REACH);
        let word = word.and_then(|at| sentence.places.get(at));
        emit_word(word.map_or(&BORDER, |place| &place.word), view, sink);
    }
    emit_place(sentence, at, sink);
}

/// The features that a word alone gives to the token that sees it as its `view`: 0 is two tokens before it, 4 two behind.
pub(super) fn emit_word(word: &Word, view: usize, sink: &mut impl FnMut(u32, u32)) {
    let mut put = |template: u32, value: u32| sink(template, fingerprint(template, value));
    let base = base(view);
    put(base, word.folded);
    for (part, length) in [4, 6, 8, 10, 12, 20].into_iter().enumerate() {
        if let Some(bits) = word.class.prefix(length) {
            put(base + 1 + u32::try_from(part).unwrap_or_default(), bits);
        }
    }
    put(base + 7, mix(u32::from(word.class.bucket()), word.shape));
    if word.given {
        put(base + 8, u32::from(word.capital));
    }
    if view.abs_diff(REACH) <= 1 {
        put(base + 10, word.shape);
        put(base + 12, word.suffixes[2]);
    }
    if view.abs_diff(REACH) == 1 {
        put(base + 13, word.prefixes[2]);
    }
    if view == REACH {
        put(1, word.surface);
        put(2, word.long_shape);
        for (part, value) in word.prefixes.into_iter().enumerate() {
            put(4 + u32::try_from(part).unwrap_or_default(), value);
        }
        for (part, value) in word.suffixes.into_iter().enumerate() {
            put(8 + u32::try_from(part).unwrap_or_default(), value);
        }
    }
}

/// The number of the first template of a view.
fn base(view: usize) -> u32 {
    32 * (u32::try_from(view).unwrap_or_default() + 1)
}

/// The features of a token that need more than one word, or the place of a word.
pub(super) fn emit_place(sentence: &Sentence, at: usize, sink: &mut impl FnMut(u32, u32)) {
    let mut put = |template: u32, value: u32| sink(template, fingerprint(template, value));
    put(0, 0);
    let near: [&Place; VIEWS] = std::array::from_fn(|view| {
        let index = (at + view).checked_sub(REACH);
        let place = index.and_then(|index| sentence.places.get(index));
        place.unwrap_or(&OUTSIDE)
    });
    for (view, place) in near.into_iter().enumerate() {
        let base = base(view);
        each_bit(place.senses, |bit| put(base + 9, bit));
        if view.abs_diff(REACH) <= 1 {
            for code in place.listed.into_iter().filter(|code| *code != 0) {
                put(base + 11, mix(code, u32::from(place.word.capital)));
            }
        }
    }
    let [second, before, here, after, _] = near;
    put(12, mix(before.word.folded, here.word.folded));
    put(13, mix(here.word.folded, after.word.folded));
    put(14, mix(before.word.shape, here.word.shape));
    put(15, mix(here.word.shape, after.word.shape));
    put(
        16,
        mix(mix(before.word.shape, here.word.shape), after.word.shape),
    );
    let class = |place: &Place| place.word.class.prefix(10).unwrap_or_default();
    put(17, mix(class(before), class(here)));
    put(18, mix(class(here), class(after)));
    put(19, mix(mix(class(before), here.word.shape), class(after)));
    put(20, mix(sentence.style, here.word.shape));
    put(
        21,
        mix(
            u32::from(at == 0),
            mix(u32::from(here.word.class.bucket()), here.word.shape),
        ),
    );
    let given = |place: &Place| u32::from(place.word.given) + 2 * u32::from(place.word.capital);
    put(24, mix(given(before), given(here)));
    put(25, mix(given(here), given(after)));
    let tell = |place: &Place| {
        mix(
            mix(place.listed[0], given(place)),
            u32::from(place.word.class.bucket()),
        )
    };
    put(26, mix(tell(before), tell(here)));
    put(27, mix(tell(here), tell(after)));
    each_bit(before.senses, |bit| {
        put(28, mix(bit, mix(here.word.shape, given(here))));
    });
    each_bit(after.senses, |bit| {
        put(29, mix(bit, mix(here.word.shape, given(here))));
    });
    put(30, mix(u32::from(here.quoted), here.word.shape));
    if before.word.mark == Mark::OpensBracket && second.word.capital {
        let first = look(sentence, second.run.0 as usize);
        put(237, mix(first.word.folded, here.word.shape));
        put(238, mix(second.word.folded, here.word.shape));
        put(
            239,
            mix(
                second.word.class.prefix(8).unwrap_or_default(),
                here.word.shape,
            ),
        );
        each_bit(first.senses, |bit| put(240, mix(bit, here.word.shape)));
    }
    run(sentence, at, here, &mut put);
}

/// What the run of capitalised words says, and the words on both sides of it.
fn run(sentence: &Sentence, at: usize, here: &Place, put: &mut impl FnMut(u32, u32)) {
    let (start, end) = (here.run.0 as usize, here.run.1 as usize);
    if start >= end {
        return;
    }
    let (position, length) = (at - start, end - start);
    let place = match (position, end - at) {
        (0, 1) => 0,
        (0, _) => 1,
        (_, 1) => 2,
        _ => 3,
    };
    let short = |n: usize| u32::try_from(n.min(5)).unwrap_or_default();
    put(200, mix(place, short(length)));
    put(201, mix(short(position), short(length)));
    let outer = start
        .checked_sub(1)
        .map_or(&OUTSIDE, |at| look(sentence, at));
    let next = look(sentence, end);
    let first = look(sentence, start);
    let last = look(sentence, end - 1);
    put(202, mix(place, outer.word.folded));
    put(203, mix(place, next.word.folded));
    put(204, mix(u32::from(position == 0), first.word.folded));
    put(
        205,
        mix(u32::from(position + 1 == length), last.word.folded),
    );
    put(
        206,
        mix(place, outer.word.class.prefix(10).unwrap_or_default()),
    );
    put(
        207,
        mix(place, next.word.class.prefix(10).unwrap_or_default()),
    );
    each_bit(outer.senses, |bit| put(208, mix(place, bit)));
    each_bit(next.senses, |bit| put(209, mix(place, bit)));
    each_bit(first.senses, |bit| {
        put(210, mix(u32::from(position == 0), bit));
    });
    each_bit(last.senses, |bit| {
        put(211, mix(u32::from(position + 1 == length), bit));
    });
    let words = sentence.places.get(start..end).unwrap_or_default();
    let given = words
        .iter()
        .take(16)
        .filter(|place| place.word.given)
        .count();
    put(212, mix(short(given), short(length)));
    for code in first.listed.into_iter().filter(|code| *code != 0) {
        put(213, mix(u32::from(position == 0), code));
    }
    for code in last.listed.into_iter().filter(|code| *code != 0) {
        put(214, mix(u32::from(position + 1 == length), code));
    }
    put(215, mix(mix(outer.word.folded, place), next.word.folded));
}

/// What stands beyond a sentence.
const OUTSIDE: Place = Place {
    word: BORDER,
    senses: 0,
    listed: [0; 3],
    run: (0, 0),
    quoted: false,
};

/// What is known of a token; beyond the sentence a border.
fn look(sentence: &Sentence, at: usize) -> &Place {
    sentence.places.get(at).unwrap_or(&OUTSIDE)
}

fn each_bit(mut bits: u32, mut found: impl FnMut(u32)) {
    while bits != 0 {
        found(bits.trailing_zeros());
        bits &= bits - 1;
    }
}

fn fingerprint(template: u32, value: u32) -> u32 {
    let mixed = mix(template.wrapping_add(1), value);
    (mixed ^ (mixed >> 15)).wrapping_mul(0x2c1b_3c6d) >> (32 - FINGERPRINT_BITS)
}

fn mix(a: u32, b: u32) -> u32 {
    let mixed = (a.wrapping_mul(0x9e37_79b1) ^ b).wrapping_mul(0x85eb_ca6b);
    mixed ^ (mixed >> 13)
}
