//! Durations in words: `3 days`.

/// An ISO 8601 duration as a person writes it: `P1Y6M` is `1 year 6 months`. What is no plain duration stays as it is.
pub(super) fn in_words(value: &str) -> String {
    parts(value).unwrap_or_else(|| value.to_owned())
}

fn parts(value: &str) -> Option<String> {
    let (days, clock) = match value.strip_prefix('P')?.split_once('T') {
        Some((days, clock)) => (days, clock),
        None => (value.strip_prefix('P')?, ""),
    };
    let mut words = Vec::new();
    amounts(
        days,
        &[('Y', "year"), ('M', "month"), ('W', "week"), ('D', "day")],
        &mut words,
    )?;
    amounts(
        clock,
        &[('H', "hour"), ('M', "minute"), ('S', "second")],
        &mut words,
    )?;
    (!words.is_empty()).then(|| words.join(" "))
}

fn amounts(part: &str, units: &[(char, &str)], words: &mut Vec<String>) -> Option<()> {
    for amount in part.split_inclusive(|c: char| c.is_ascii_alphabetic()) {
        let letter = amount.chars().next_back()?;
        let number = amount.strip_suffix(letter)?;
        let (_, unit) = units.iter().find(|(known, _)| *known == letter)?;
        let plain = number
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.');
        if number.is_empty() || !plain {
            return None;
        }
        let plural = if number == "1" { "" } else { "s" };
        words.push(format!("{number} {unit}{plural}"));
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations() {
        for (value, words) in [
            ("P3D", "3 days"),
            ("P1Y6M", "1 year 6 months"),
            ("PT90M", "90 minutes"),
            ("P2.5Y", "2.5 years"),
            ("PXD", "PXD"),
            ("P1DE", "P1DE"),
            ("P", "P"),
        ] {
            assert_eq!(in_words(value), words);
        }
    }
}
