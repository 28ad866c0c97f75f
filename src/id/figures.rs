//! Numbers as Indonesian writes them: `35.000`, `1,5 juta`, `dua puluh tiga`, `12 hingga 15`.

use crate::entity::Page;
use crate::text::{TokenKind, fold};

/// A number, or a range of two.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Figure {
    /// One past its last token.
    pub(super) end: usize,
    /// Its value; `None` for a range.
    pub(super) value: Option<f64>,
    /// Written as a plain year, `2024`, or a clock, `20.00`: a counted noun behind it says nothing.
    pub(super) doubtful: bool,
}

/// Reads the number or range that begins at `at`. `short`: `M` and `T` stand for magnitudes, as they do with money.
pub(super) fn figure(page: &Page<'_>, at: usize, short: bool) -> Option<Figure> {
    let first = single(page, at, short)?;
    let joined = match page.text_at(first.end) {
        "-" | "–" | "—" => true,
        word => matches!(fold(word).as_str(), "hingga" | "sampai" | "s.d" | "sd"),
    };
    let mut next = first.end + 1;
    if page.is_mark(next, ".") {
        next += 1;
    }
    if joined && let Some(second) = single(page, next, short) {
        return Some(Figure {
            end: second.end,
            value: None,
            doubtful: first.doubtful && second.doubtful,
        });
    }
    Some(first)
}

/// One number: digits or words, with a magnitude.
fn single(page: &Page<'_>, at: usize, short: bool) -> Option<Figure> {
    let word = page.word(at)?;
    let text = page.text_at(at);
    if word.kind == TokenKind::Numeral {
        let (value, doubtful) = digits(text)?;
        let magnitude = page
            .word(at + 1)
            .filter(|next| next.kind == TokenKind::Word)
            .and_then(|_| magnitude(page.text_at(at + 1), short));
        return Some(match magnitude {
            Some(times) => Figure {
                end: at + 2,
                value: Some(value * times),
                doubtful: false,
            },
            None => Figure {
                end: at + 1,
                value: Some(value),
                doubtful,
            },
        });
    }
    if word.kind != TokenKind::Word || word.span.len() > 12 {
        return None;
    }
    words(page, at)
}

/// `35.000` → 35000, `2,5` → 2.5, `1.234,5`, `0.8`; and whether it looks like a year or a clock.
pub(super) fn digits(text: &str) -> Option<(f64, bool)> {
    let (whole, fraction) = text.split_once(',').unwrap_or((text, ""));
    let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !all_digits(fraction) {
        return None;
    }
    let mut groups = whole.split('.');
    let head = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    if !all_digits(head) || !rest.iter().all(|group| all_digits(group)) || head.is_empty() {
        return None;
    }
    let thousands =
        rest.iter().all(|group| group.len() == 3) && (rest.is_empty() || head.len() <= 3);
    let plain: String = if thousands {
        let digits: String = std::iter::once(head).chain(rest.iter().copied()).collect();
        format!("{digits}.{fraction}0")
    } else if let ([decimals], "") = (rest.as_slice(), fraction) {
        format!("{head}.{decimals}")
    } else {
        return None;
    };
    let year = rest.is_empty()
        && fraction.is_empty()
        && head.len() == 4
        && (head.starts_with("19") || head.starts_with("20"));
    let clock = !thousands && head.len() <= 2 && rest.first().is_some_and(|m| m.len() == 2);
    let padded = head.len() > 1 && head.starts_with('0');
    Some((plain.parse().ok()?, year || clock || padded))
}

fn magnitude(word: &str, short: bool) -> Option<f64> {
    if short {
        match word {
            "M" => return Some(1e9),
            "T" => return Some(1e12),
            _ => {}
        }
    }
    Some(match fold(word).as_str() {
        "ribu" | "rb" => 1e3,
        "juta" | "jt" => 1e6,
        "miliar" | "milyar" | "miliard" => 1e9,
        "triliun" | "trilyun" => 1e12,
        "kuadriliun" => 1e15,
        _ => return None,
    })
}

fn unit(word: &str) -> Option<f64> {
    let units = [
        "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
    ];
    let at = units.iter().position(|unit| *unit == word)?;
    u32::try_from(at).ok().map(f64::from)
}

/// `dua puluh tiga`, `seratus sepuluh ribu`, `setengah juta`, `tiga koma lima`.
fn words(page: &Page<'_>, at: usize) -> Option<Figure> {
    let (mut total, mut group, mut pending) = (0.0, 0.0, None::<f64>);
    let mut end = at;
    while let Some(word) = page
        .word(end)
        .filter(|w| w.kind == TokenKind::Word && end < at + 24)
    {
        if word.span.len() > 12 {
            break;
        }
        let text = fold(page.text_at(end));
        if let Some(value) = unit(&text) {
            if pending.is_some() {
                break;
            }
            pending = Some(value);
        } else if let Some(times) = magnitude(&text, false) {
            let sum: f64 = group + pending.unwrap_or_default();
            if sum <= 0.0 {
                break;
            }
            total += sum * times;
            (group, pending) = (0.0, None);
        } else if text == "koma" {
            let mut scale = 0.1;
            let mut decimals = 0.0;
            let mut next = end + 1;
            while let Some(digit) = unit(&fold(page.text_at(next))) {
                decimals += digit * scale;
                scale /= 10.0;
                next += 1;
            }
            if next == end + 1 || pending.is_none() {
                break;
            }
            pending = pending.map(|whole| whole + decimals);
            end = next;
            continue;
        } else {
            let step = match (text.as_str(), pending) {
                ("sepuluh", None) => 10.0,
                ("sebelas", None) => 11.0,
                ("seratus", None) => 100.0,
                ("seribu", None) => 1_000.0,
                ("sejuta", None) => 1e6,
                ("setengah", None) => 0.5,
                ("belas", Some(value)) => value + 10.0,
                ("puluh", Some(value)) => value * 10.0,
                ("ratus", Some(value)) => value * 100.0,
                _ => break,
            };
            group += step;
            pending = None;
        }
        end += 1;
    }
    (end > at).then(|| Figure {
        end,
        value: Some(total + group + pending.unwrap_or_default()),
        doubtful: false,
    })
}

#[cfg(test)]
mod tests {
    use super::digits;

    #[test]
    fn digits_are_read_as_written() {
        let value = |text| digits(text).map(|(value, _)| value);
        assert_eq!(value("35.000"), Some(35_000.0));
        assert_eq!(value("2,5"), Some(2.5));
        assert_eq!(value("1.425.000,75"), Some(1_425_000.75));
        assert_eq!(value("75.3"), Some(75.3));
        assert_eq!(value("2024"), Some(2024.0));
        assert_eq!(digits("2024").map(|(_, doubtful)| doubtful), Some(true));
        assert_eq!(digits("20.00").map(|(_, doubtful)| doubtful), Some(true));
        assert_eq!(value("10/1/2024"), None);
        assert_eq!(value("11:25"), None);
        assert_eq!(value("1.2.3"), None);
    }
}
