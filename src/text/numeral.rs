//! The shapes of a numeral. What one means is for others to say.

/// What the digits and signs of one numeral look like.
///
/// ```
/// use sorot::text::Numeral;
/// assert_eq!(Numeral::parse("35.000"), Some(Numeral::Grouped(35_000)));
/// assert_eq!(Numeral::parse("2,5"), Some(Numeral::Decimal(2_500)));
/// assert_eq!(Numeral::parse("10/1"), Some(Numeral::Pair(10, 1)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numeral {
    /// Digits alone, with how many there are: `05`, `2024`.
    Plain(u64, usize),
    /// Digits in groups of three: `35.000`.
    Grouped(u64),
    /// With a decimal comma (or a point that groups nothing), in thousandths: `2,5`.
    Decimal(i64),
    /// Hour and minute, perhaps seconds: `11:25`, and `11.25`, which may be a decimal all the same.
    Clock {
        /// 0 to 24.
        hour: u32,
        /// 0 to 59.
        minute: u32,
        /// 0 to 59.
        second: Option<u32>,
        /// Whether it is written with colons.
        colon: bool,
    },
    /// Two numbers with a slash: day and month, a score, a fraction, or two years.
    Pair(u32, u32),
    /// Three numbers of a date, in the order written, and whether the first is the year.
    Date([u32; 3], bool),
    /// A date and clock of ISO 8601: year, month, day, hour, minute, second, and minutes east of UTC.
    Instant {
        /// Year, month, day.
        date: [u16; 3],
        /// Hour, minute.
        time: [u8; 2],
        /// Seconds, where written.
        second: Option<u8>,
        /// Minutes east of UTC, where written.
        offset: Option<i16>,
    },
}

impl Numeral {
    /// Reads a numeral token; `None` for shapes that mean nothing here, such as telephone numbers.
    #[must_use]
    pub fn parse(numeral: &str) -> Option<Self> {
        if numeral.len() > 40 {
            return None;
        }
        if numeral.bytes().all(|b| b.is_ascii_digit()) {
            return Some(Self::Plain(numeral.parse().ok()?, numeral.len()));
        }
        if numeral.contains('T') {
            return instant(numeral);
        }
        let separator = numeral.chars().find(|c| !c.is_ascii_digit())?;
        if numeral
            .chars()
            .all(|c| c.is_ascii_digit() || c == separator)
        {
            let parts: Vec<&str> = numeral.split(separator).collect();
            return uniform(&parts, separator);
        }
        // `1.500,75`: groups, then a decimal comma.
        let (whole, fraction) = numeral.split_once(',')?;
        match uniform(&whole.split('.').collect::<Vec<_>>(), '.')? {
            Self::Grouped(whole) => decimal(i64::try_from(whole).ok()?, fraction),
            _ => None,
        }
    }
}

fn uniform(parts: &[&str], separator: char) -> Option<Numeral> {
    let number = |index: usize| parts.get(index).and_then(|part| part.parse::<u32>().ok());
    let width = |index: usize| parts.get(index).map_or(0, |part| part.len());
    let clock = |colon| {
        let second = if parts.len() == 3 {
            Some(number(2)?)
        } else {
            None
        };
        let (hour, minute) = (number(0)?, number(1)?);
        let fits = hour <= 24
            && minute < 60
            && second.is_none_or(|s| s < 60)
            && width(0) <= 2
            && width(1) == 2;
        let fits = fits && (parts.len() == 2 || width(2) == 2) && (hour < 24 || minute == 0);
        fits.then_some(Numeral::Clock {
            hour,
            minute,
            second,
            colon,
        })
    };
    match (separator, parts.len()) {
        (':', 2 | 3) => clock(true),
        ('.', 3) if width(2) == 4 && width(0) <= 2 && width(1) <= 2 => date(parts),
        ('.', _) if width(0) <= 3 && (1..parts.len()).all(|index| width(index) == 3) => {
            Some(Numeral::Grouped(parts.concat().parse().ok()?))
        }
        ('.', 2 | 3) => clock(false).or_else(|| {
            (parts.len() == 2).then(|| decimal(i64::from(number(0)?), parts.get(1)?))?
        }),
        (',', 2) => decimal(i64::from(number(0)?), parts.get(1)?),
        ('/', 2) => Some(Numeral::Pair(number(0)?, number(1)?)),
        ('/' | '-', 3) => date(parts),
        _ => None,
    }
}

fn date(parts: &[&str]) -> Option<Numeral> {
    let [first, second, third] = parts else {
        return None;
    };
    let year_first = first.len() == 4;
    let widths_fit = if year_first {
        second.len() <= 2 && third.len() <= 2
    } else {
        first.len() <= 2 && second.len() <= 2 && (third.len() == 2 || third.len() == 4)
    };
    let numbers = [
        first.parse().ok()?,
        second.parse().ok()?,
        third.parse().ok()?,
    ];
    widths_fit.then_some(Numeral::Date(numbers, year_first))
}

fn decimal(whole: i64, fraction: &str) -> Option<Numeral> {
    let digits = fraction.get(..3.min(fraction.len()))?;
    let value: i64 = digits.parse().ok()?;
    let scale = [1000, 100, 10, 1].get(digits.len())?;
    Some(Numeral::Decimal(
        whole.checked_mul(1000)?.checked_add(value * scale)?,
    ))
}

fn instant(numeral: &str) -> Option<Numeral> {
    let at = |from: usize, to: usize| numeral.get(from..to)?.parse::<u16>().ok();
    let two = |from: usize| numeral.get(from..from + 2)?.parse::<u8>().ok();
    let second = if numeral.get(16..17) == Some(":") {
        Some(two(17)?)
    } else {
        None
    };
    let tail = numeral.get(if second.is_some() { 19 } else { 16 }..)?;
    let tail = tail.trim_start_matches(|c: char| c == '.' || c.is_ascii_digit());
    let offset = match tail.chars().next() {
        None => None,
        Some('Z') => Some(0),
        Some(sign) => {
            let digits: String = tail.chars().filter(char::is_ascii_digit).collect();
            let hours: i16 = digits.get(..2)?.parse().ok()?;
            let minutes: i16 = digits.get(2..)?.parse().ok()?;
            let east = hours * 60 + minutes;
            Some(if sign == '-' { -east } else { east })
        }
    };
    Some(Numeral::Instant {
        date: [at(0, 4)?, at(5, 7)?, at(8, 10)?],
        time: [two(11)?, two(14)?],
        second,
        offset,
    })
}
