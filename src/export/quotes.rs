//! What stands around a mark, so that it can be found again in a text whose offsets have moved.

use crate::text::Span;
use std::collections::{HashMap, HashSet};

/// A mark and the words beside it.
#[derive(Clone, Copy)]
pub(super) struct Quote<'t> {
    pub(super) prefix: &'t str,
    pub(super) exact: &'t str,
    pub(super) suffix: &'t str,
    /// All three together.
    window: &'t str,
}

/// How many characters are taken either side, as long as what they make stands in the text more than once. Beyond the
/// last a text repeats itself too much for any quotation to help.
const REACHES: [usize; 4] = [32, 64, 128, 256];

/// A quotation of each span, such that prefix, mark and suffix together stand in the text once, if 256 characters either
/// side are enough for that.
pub(super) fn quotes<'t>(text: &'t str, spans: &[Span]) -> Vec<Quote<'t>> {
    let mut found: Vec<Quote<'t>> = Vec::new();
    for reach in REACHES {
        let repeated = repeated(text, found.iter().map(|quote| quote.window));
        if !found.is_empty() && repeated.is_empty() {
            break;
        }
        for (index, span) in spans.iter().enumerate() {
            match found.get_mut(index) {
                Some(quote) if repeated.contains(quote.window) => {
                    *quote = around(text, *span, reach);
                }
                Some(_) => {}
                None => found.push(around(text, *span, reach)),
            }
        }
    }
    found
}

fn around(text: &str, span: Span, reach: usize) -> Quote<'_> {
    let (before, exact) = (text.get(..span.start()).unwrap_or_default(), span.of(text));
    let after = text.get(span.end()..).unwrap_or_default();
    let start = before.char_indices().rev().take(reach).last();
    let start = start.map_or(before.len(), |(at, _)| at);
    let end = after
        .char_indices()
        .nth(reach)
        .map_or(after.len(), |(at, _)| at);
    Quote {
        prefix: before.get(start..).unwrap_or_default(),
        exact,
        suffix: after.get(..end).unwrap_or_default(),
        window: text.get(start..span.end() + end).unwrap_or_default(),
    }
}

/// Those of the windows that stand in the text more than once.
///
/// One pass over the text: where the first bytes of a window stand, the window is compared as a whole.
fn repeated<'t>(text: &str, windows: impl Iterator<Item = &'t str>) -> HashSet<&'t str> {
    /// Long enough that few places look like a window and are none.
    const PROBE: usize = 32;
    let windows: HashSet<&str> = windows.collect();
    let shortest = windows.iter().map(|window| window.len()).min();
    let probe = shortest.unwrap_or_default().min(PROBE);
    if probe == 0 {
        return HashSet::new();
    }
    let mut by_probe: HashMap<&[u8], Vec<(&str, usize)>> = HashMap::new();
    for window in windows {
        let start = window.as_bytes().get(..probe).unwrap_or_default();
        by_probe.entry(start).or_default().push((window, 0));
    }
    let bytes = text.as_bytes();
    for (at, start) in bytes.windows(probe).enumerate() {
        for (window, count) in by_probe.get_mut(start).into_iter().flatten() {
            let here = bytes.get(at..).unwrap_or_default();
            if here.starts_with(window.as_bytes()) {
                *count += 1;
            }
        }
    }
    let counted = by_probe.into_values().flatten();
    counted
        .filter(|(_, count)| *count > 1)
        .map(|(window, _)| window)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_reaches_as_far_as_it_must() {
        let line = "Harga ikan di Kupang turun menjelang musim timur menurut para nelayan.\n";
        let text = format!("{line}{line}{line}Yang lain.");
        let at = text.rfind("Kupang").unwrap_or_default();
        let [quote] = quotes(&text, &[Span::new(at, at + 6)])[..] else {
            panic!("one quotation for one span")
        };
        assert_eq!(quote.exact, "Kupang");
        assert_eq!(text.matches(quote.window).count(), 1, "{}", quote.window);
        assert!(quote.suffix.contains("Yang lain"), "{}", quote.suffix);
    }

    #[test]
    fn a_text_of_one_word_ends_somewhere() {
        let text = "Bali ".repeat(2000);
        let spans: Vec<Span> = (0..2000).map(|i| Span::new(i * 5, i * 5 + 4)).collect();
        let quotes = quotes(&text, &spans);
        assert!(quotes.iter().all(|quote| quote.prefix.len() <= 256));
    }
}
