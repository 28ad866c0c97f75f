//! Whether a found time and a right one say the same.

use super::TimeMark;
use crate::export::TimexRecord;

/// In what a found time agrees with the gold.
#[derive(Clone, Copy)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "four independent answers, each counted by itself"
)]
pub(super) struct Agreement {
    pub(super) span: bool,
    pub(super) kind: bool,
    pub(super) value: bool,
    pub(super) modifier: bool,
}

impl Agreement {
    pub(super) fn of(mark: &TimeMark, timex: &TimexRecord) -> Self {
        Self {
            span: mark.range == (timex.start..timex.end),
            kind: mark.kind.name() == timex.kind,
            value: canonical(&mark.value) == canonical(timex.value.as_deref().unwrap_or_default()),
            modifier: mark.modifier == modifier(timex),
        }
    }

    /// Whether all agrees that makes a time right; the modifier is counted by itself.
    pub(super) fn is_full(self) -> bool {
        self.span && self.kind && self.value
    }
}

/// The gold has one field for what a result keeps in three.
pub(super) fn modifier(timex: &TimexRecord) -> &str {
    [&timex.modifier, &timex.freq, &timex.quant]
        .into_iter()
        .flatten()
        .find(|field| !field.is_empty())
        .map_or("", String::as_str)
}

/// One spelling of a value that TIMEX3 lets be spelt in several ways; nothing that means something else.
fn canonical(value: &str) -> String {
    let mut value = value.trim().to_owned();
    if let Some(at) = value.find('T')
        && let Some((clock, rest)) = value.get(at..).and_then(|time| time.split_at_checked(6))
        && let Some(after) = rest.strip_prefix(":00")
        && is_clock(clock)
        && !after.starts_with(|c: char| c.is_ascii_digit())
    {
        value = format!("{}{clock}{after}", value.get(..at).unwrap_or_default());
    }
    value = value.replace("+00:00", "Z").replace("TMD", "TMI");
    let unknown = value.trim_end_matches('X').len();
    let digits = value.get(..unknown).unwrap_or_default();
    let all_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
    if all_digits && matches!((unknown, value.len()), (3 | 2, 4)) {
        return digits.to_owned();
    }
    for (unit, months) in [("DE", 120), ("CE", 1200), ("Q", 3)] {
        let amount = value.strip_prefix('P').and_then(|v| v.strip_suffix(unit));
        if let Some(amount) = amount.and_then(|amount| amount.parse::<u64>().ok()) {
            let months = amount.saturating_mul(months);
            return if unit == "Q" {
                format!("P{months}M")
            } else {
                format!("P{}Y", months / 12)
            };
        }
    }
    value
}

/// `T11:25`.
fn is_clock(text: &str) -> bool {
    let bytes = text.bytes().enumerate();
    text.len() == 6
        && bytes.skip(1).all(|(index, byte)| match index {
            3 => byte == b':',
            _ => byte.is_ascii_digit(),
        })
}

#[cfg(test)]
mod tests {
    use super::canonical;

    #[test]
    fn spellings_of_one_value() {
        for (value, same) in [
            ("2024-01-10T11:25:00+07:00", "2024-01-10T11:25+07:00"),
            ("2024-01-10T11:25:30", "2024-01-10T11:25:30"),
            ("2024-01-10T11:25+00:00", "2024-01-10T11:25Z"),
            ("2024-01-10TMD", "2024-01-10TMI"),
            ("199X", "199"),
            ("19XX", "19"),
            ("XXXX", "XXXX"),
            ("P1DE", "P10Y"),
            ("P2CE", "P200Y"),
            ("P2Q", "P6M"),
            ("2024-Q1", "2024-Q1"),
        ] {
            assert_eq!(canonical(value), same);
        }
    }
}
