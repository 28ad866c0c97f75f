//! Tokens → features: the one function that the learner and the predictor share, so that they cannot disagree.

use super::sentence::{Facts, Sentence};

/// How many bits a feature's fingerprint has.
pub(super) const FINGERPRINT_BITS: u32 = 28;

/// Tells `sink` the fingerprint of every feature of the token at `at`. No string is made: a feature is the number of its
/// template mixed with the numbers of what it looks at.
pub(super) fn emit(sentence: &Sentence, at: usize, sink: &mut impl FnMut(u32)) {
    let here = look(sentence, at, 0);
    let mut put = |template: u32, value: u32| sink(fingerprint(template, value));
    put(0, 0);
    for (place, offset) in [-2_isize, -1, 0, 1, 2].into_iter().enumerate() {
        let base = 32 * (u32::try_from(place).unwrap_or_default() + 1);
        let facts = look(sentence, at, offset);
        put(base, facts.word);
        for (part, length) in [4, 6, 8, 10, 12, 20].into_iter().enumerate() {
            if let Some(bits) = facts.class.prefix(length) {
                put(base + 1 + u32::try_from(part).unwrap_or_default(), bits);
            }
        }
        put(base + 7, mix(u32::from(facts.class.bucket()), facts.shape));
        if facts.given {
            put(base + 8, u32::from(facts.capital));
        }
        each_bit(facts.senses, |bit| put(base + 9, bit));
        if (-1..=1).contains(&offset) {
            put(base + 10, facts.shape);
            for code in facts.listed.into_iter().filter(|code| *code != 0) {
                put(base + 11, mix(code, u32::from(facts.capital)));
            }
            put(base + 12, facts.suffixes[2]);
        }
    }
    put(1, here.surface);
    put(2, here.long_shape);
    for (part, value) in here.prefixes.into_iter().enumerate() {
        put(4 + u32::try_from(part).unwrap_or_default(), value);
    }
    for (part, value) in here.suffixes.into_iter().enumerate() {
        put(8 + u32::try_from(part).unwrap_or_default(), value);
    }
    let (before, after) = (look(sentence, at, -1), look(sentence, at, 1));
    put(12, mix(before.word, here.word));
    put(13, mix(here.word, after.word));
    put(14, mix(before.shape, here.shape));
    put(15, mix(here.shape, after.shape));
    put(16, mix(mix(before.shape, here.shape), after.shape));
    let class = |facts: Facts| facts.class.prefix(10).unwrap_or_default();
    put(17, mix(class(before), class(here)));
    put(18, mix(class(here), class(after)));
    put(19, mix(mix(class(before), here.shape), class(after)));
    put(20, mix(sentence.style, here.shape));
    put(
        21,
        mix(
            u32::from(at == 0),
            mix(u32::from(here.class.bucket()), here.shape),
        ),
    );
    put(22, mix(before.word, here.shape));
    put(23, mix(here.shape, after.word));
    let given = |facts: &Facts| u32::from(facts.given) + 2 * u32::from(facts.capital);
    put(24, mix(given(&before), given(&here)));
    put(25, mix(given(&here), given(&after)));
    let tell = |facts: &Facts| {
        mix(
            mix(facts.listed[0], given(facts)),
            u32::from(facts.class.bucket()),
        )
    };
    put(26, mix(tell(&before), tell(&here)));
    put(27, mix(tell(&here), tell(&after)));
    each_bit(before.senses, |bit| {
        put(28, mix(bit, mix(here.shape, given(&here))));
    });
    each_bit(after.senses, |bit| {
        put(29, mix(bit, mix(here.shape, given(&here))));
    });
    put(30, mix(u32::from(here.quoted), here.shape));
    put(31, mix(before.prefixes[2], 0));
    put(232, mix(after.prefixes[2], 0));
    let (second, ahead) = (look(sentence, at, -2), look(sentence, at, 2));
    put(233, mix(mix(second.word, before.word), here.shape));
    put(234, mix(mix(after.word, ahead.word), here.shape));
    put(235, look(sentence, at, -3).word);
    put(236, look(sentence, at, 3).word);
    if before.opens_bracket && second.capital {
        let first = look(sentence, second.run.0 as usize, 0);
        put(237, mix(first.word, here.shape));
        put(238, mix(second.word, here.shape));
        put(
            239,
            mix(second.class.prefix(8).unwrap_or_default(), here.shape),
        );
        each_bit(first.senses, |bit| put(240, mix(bit, here.shape)));
    }
    run(sentence, at, &here, &mut put);
}

/// What the run of capitalised words says, and the words on both sides of it.
fn run(sentence: &Sentence, at: usize, here: &Facts, put: &mut impl FnMut(u32, u32)) {
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
    let outer = look(sentence, start, -1);
    let next = look(sentence, end, 0);
    let first = look(sentence, start, 0);
    let last = look(sentence, end, -1);
    put(202, mix(place, outer.word));
    put(203, mix(place, next.word));
    put(204, mix(u32::from(position == 0), first.word));
    put(205, mix(u32::from(position + 1 == length), last.word));
    put(206, mix(place, outer.class.prefix(10).unwrap_or_default()));
    put(207, mix(place, next.class.prefix(10).unwrap_or_default()));
    each_bit(outer.senses, |bit| put(208, mix(place, bit)));
    each_bit(next.senses, |bit| put(209, mix(place, bit)));
    each_bit(first.senses, |bit| {
        put(210, mix(u32::from(position == 0), bit));
    });
    each_bit(last.senses, |bit| {
        put(211, mix(u32::from(position + 1 == length), bit));
    });
    let words = sentence.facts.get(start..end).unwrap_or_default();
    let given = words.iter().take(16).filter(|facts| facts.given).count();
    put(212, mix(short(given), short(length)));
    for code in first.listed.into_iter().filter(|code| *code != 0) {
        put(213, mix(u32::from(position == 0), code));
    }
    for code in last.listed.into_iter().filter(|code| *code != 0) {
        put(214, mix(u32::from(position + 1 == length), code));
    }
    put(215, mix(mix(outer.word, place), next.word));
}

/// The facts `offset` tokens away; beyond the sentence a border.
fn look(sentence: &Sentence, at: usize, offset: isize) -> Facts {
    let index = at.checked_add_signed(offset);
    let facts = index.and_then(|index| sentence.facts.get(index));
    facts.copied().unwrap_or(Facts {
        word: 1,
        shape: 1,
        ..Facts::default()
    })
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
