//! Text → tokens, in one pass.

use super::{Span, Token, TokenKind, WordKey, fold, shape};

/// Cuts a text into tokens, in order, without overlap; white space lies between them.
///
/// A word keeps its inner hyphens and apostrophes, except between two capitalised words that differ: `Korea
/// Utara-Rusia` and `Senin-Jumat` are two names, `Perserikatan Bangsa-Bangsa` and `Jae-hun` one.
/// A numeral keeps what writes one number, clock or date; a hyphen only in a whole date, so that `10-12 Januari` is a
/// range. Site names (`Tempo.co`) and short dotted abbreviations (`S.H`, `s.d`) are one word; the last dot is a mark.
///
/// ```
/// use sorot::text::tokenize;
/// let text = "Rabu, 10/1/2024 pukul 11.25";
/// let words: Vec<_> = tokenize(text).iter().map(|t| t.span.of(text)).collect();
/// assert_eq!(words, ["Rabu", ",", "10/1/2024", "pukul", "11.25"]);
/// ```
#[must_use]
pub fn tokenize(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    // What nine tokens of ten begin with is told by one byte.
    while let Some(byte) = text.as_bytes().get(at) {
        let end = match byte {
            b' ' => Some(at + 1),
            b'a'..=b'z' | b'A'..=b'Z' => plain_word(text, at, *byte, &mut tokens),
            b'0'..=b'9' => plain_number(text, at, *byte, &mut tokens),
            b'\n' => Some(single(*byte, at, TokenKind::Break, &mut tokens)),
            0xe2 => typographic(text, at, &mut tokens),
            mark if mark.is_ascii_punctuation() => {
                Some(single(*byte, at, TokenKind::Mark, &mut tokens))
            }
            _ => None,
        };
        at = match end {
            Some(end) => end,
            None => other(text, at, &mut tokens),
        };
    }
    tokens
}

/// Pushes a token of one character, and returns its end.
#[inline]
fn single(byte: u8, at: usize, kind: TokenKind, tokens: &mut Vec<Token>) -> usize {
    tokens.push(Token {
        span: Span::new(at, at + 1),
        key: WordKey::of_ascii(byte),
        first: char::from(byte),
        kind,
        letters: false,
    });
    at + 1
}

/// Pushes the word of unaccented letters that begins at `at`, where what follows can only end it, and returns its end.
#[inline]
fn plain_word(text: &str, at: usize, first: u8, tokens: &mut Vec<Token>) -> Option<usize> {
    let rest = text.as_bytes().get(at..)?;
    let (key, length) = WordKey::of_letters(rest);
    if !ends_plainly(rest.get(length..)?) {
        return None;
    }
    tokens.push(Token {
        span: Span::new(at, at + length),
        key,
        first: char::from(first),
        kind: TokenKind::Word,
        letters: true,
    });
    Some(at + length)
}

/// Pushes the digits that begin at `at`, where what follows can only end them, and returns their end.
fn plain_number(text: &str, at: usize, first: u8, tokens: &mut Vec<Token>) -> Option<usize> {
    let rest = text.as_bytes().get(at..)?;
    let length = rest.iter().take_while(|b| b.is_ascii_digit()).count();
    let (digits, after) = rest.split_at_checked(length)?;
    if !ends_plainly(after) {
        return None;
    }
    tokens.push(Token {
        span: Span::new(at, at + length),
        key: WordKey::of_digits(digits),
        first: char::from(first),
        kind: TokenKind::Numeral,
        letters: false,
    });
    Some(at + length)
}

/// Whether no word, numeral or address goes on into what follows.
#[inline]
fn ends_plainly(after: &[u8]) -> bool {
    match after {
        [b' ' | b'\n' | b')' | b'"' | b';' | b'!' | b'?', ..] => true,
        [b',' | b'.' | b':', next, ..] => matches!(next, b' ' | b'\n' | b'"' | b')'),
        [0xe2, 0x80, last, ..] => typographic_mark(*last).is_some(),
        _ => false,
    }
}

/// Pushes the quotation mark, dash, bullet or ellipsis that stands at `at`, if one does, and returns its end.
fn typographic(text: &str, at: usize, tokens: &mut Vec<Token>) -> Option<usize> {
    let [0xe2, 0x80, last, ..] = text.as_bytes().get(at..)? else {
        return None;
    };
    let mark = typographic_mark(*last)?;
    let end = at + mark.len_utf8();
    tokens.push(Token {
        span: Span::new(at, end),
        key: WordKey::of_mark(mark),
        first: mark,
        kind: TokenKind::Mark,
        letters: false,
    });
    Some(end)
}

/// The marks between U+2000 and U+203F that typesetting has and that stand inside no word, by their last byte in UTF-8.
#[inline]
const fn typographic_mark(last: u8) -> Option<char> {
    Some(match last {
        0x93 => '–',
        0x94 => '—',
        0x9c => '“',
        0x9d => '”',
        0xa2 => '•',
        0xa6 => '…',
        _ => return None,
    })
}

/// Reads what begins at `at` with any other character, or goes on in a way that needs a closer look: pushes its token
/// or tokens, and returns its end.
fn other(text: &str, at: usize, tokens: &mut Vec<Token>) -> usize {
    let mut chars = text.get(at..).unwrap_or_default().chars();
    let Some(c) = chars.next() else {
        return text.len();
    };
    let mut end = at + c.len_utf8();
    if is_line_end(c) {
        end += usize::from(c == '\r' && chars.next() == Some('\n'));
        push(text, tokens, at, end, TokenKind::Break);
    } else if is_word(c) {
        if let Some(link) = link_end(text, at).filter(|link| *link > at) {
            push(text, tokens, at, link, TokenKind::Link);
            return link;
        }
        return word(text, at, tokens);
    } else if !is_space(c) {
        push(text, tokens, at, end, TokenKind::Mark);
    }
    end
}

fn push(text: &str, tokens: &mut Vec<Token>, start: usize, end: usize, kind: TokenKind) {
    tokens.push(Token::of(text, Span::new(start, end), kind));
}

fn is_line_end(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// White space and characters that print nothing (zero-width space, byte-order mark, direction marks).
fn is_space(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Letters, digits, combining marks and the joiners and soft hyphens inside words.
fn is_word(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_alphanumeric()
    } else {
        c.is_alphanumeric()
            || matches!(
                c,
                '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{ad}' | '\u{fe0f}'
            )
    }
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´')
}

/// The longest address, in bytes.
const ADDRESS_REACH: usize = 2048;

/// What a web address begins with.
const WEB: [&str; 3] = ["https://", "http://", "www."];

/// The end of the web or e-mail address that begins at `at`, if one does.
fn link_end(text: &str, at: usize) -> Option<usize> {
    // Looked at only as far as an address can reach, so that time stays linear where no space comes.
    let rest = text.get(at..)?;
    let rest = rest.get(..rest.floor_char_boundary(ADDRESS_REACH + 1))?;
    let begins = |prefix: &&&str| {
        let head = rest.as_bytes().get(..prefix.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(prefix.as_bytes()))
    };
    let Some(prefix) = WEB.iter().find(begins) else {
        return shape::mail(rest).map(|length| at + length);
    };
    let length = rest
        .find(|c: char| {
            is_space(c)
                || is_line_end(c)
                || matches!(c, '<' | '>' | '"' | '“' | '”' | '(' | ')' | '[' | ']')
        })
        .unwrap_or(rest.len());
    if length <= prefix.len() || length > ADDRESS_REACH {
        return None;
    }
    let address = rest
        .get(..length)?
        .trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’', '…']);
    Some(at + address.len())
}

/// Reads the run of word characters that begins at `at`, pushes its token or tokens, and returns its end.
fn word(text: &str, at: usize, tokens: &mut Vec<Token>) -> usize {
    let end = run_end(text, at);
    let run = text.get(at..end).unwrap_or_default();
    let (run, end) = match behind_clock(run) {
        Some(clock) => (run.get(..clock).unwrap_or_default(), at + clock),
        None => (run, end),
    };
    let digits_only = !run.chars().any(char::is_alphabetic);
    if let Some(length) = iso_instant(text.get(at..).unwrap_or_default()) {
        push(text, tokens, at, at + length, TokenKind::Numeral);
        return at + length;
    }
    if !digits_only && let Some(length) = currency_prefix(run) {
        push(text, tokens, at, at + length, TokenKind::Word);
        return at + length;
    }
    let kind = if digits_only {
        TokenKind::Numeral
    } else {
        TokenKind::Word
    };
    if !run.contains(is_hyphen) {
        push(text, tokens, at, end, kind);
        return end;
    }
    let whole = if digits_only {
        is_dashed_whole(run)
    } else {
        is_one_word(run)
    };
    if whole {
        push(text, tokens, at, end, kind);
        return end;
    }
    let mut start = at;
    for (offset, hyphen) in run.match_indices(is_hyphen) {
        push(
            text,
            tokens,
            start,
            at + offset,
            kind_of(text, start, at + offset),
        );
        push(
            text,
            tokens,
            at + offset,
            at + offset + hyphen.len(),
            TokenKind::Mark,
        );
        start = at + offset + hyphen.len();
    }
    push(text, tokens, start, end, kind_of(text, start, end));
    end
}

fn kind_of(text: &str, start: usize, end: usize) -> TokenKind {
    if text
        .get(start..end)
        .is_some_and(|piece| piece.chars().any(char::is_alphabetic))
    {
        TokenKind::Word
    } else {
        TokenKind::Numeral
    }
}

/// Where the run of word characters and inner connectors that begins at `at` ends.
fn run_end(text: &str, at: usize) -> usize {
    let mut end = at;
    let mut previous = ' ';
    let mut chars = text.get(at..).unwrap_or_default().char_indices().peekable();
    while let Some((offset, c)) = chars.next() {
        if is_word(c) {
            previous = c;
            end = at + offset + c.len_utf8();
            continue;
        }
        let Some(&(_, next)) = chars.peek() else {
            break;
        };
        if !is_word(next) {
            break;
        }
        let joins = if is_hyphen(c) || is_apostrophe(c) {
            true
        } else if previous.is_ascii_digit() && next.is_ascii_digit() {
            matches!(c, '.' | ',' | ':' | '/')
        } else {
            c == '.' && previous.is_alphanumeric() && is_dotted_word(text, at, at + offset)
        };
        if !joins {
            break;
        }
        previous = c;
    }
    end
}

/// Endings of site names that stand in news text.
const SITE_ENDINGS: [&str; 14] = [
    "com", "co", "id", "net", "org", "tv", "news", "info", "ai", "io", "go", "ac", "or", "me",
];

/// Whether the dot at byte `dot` stands inside one word: a site name, or an abbreviation of short pieces.
fn is_dotted_word(text: &str, start: usize, dot: usize) -> bool {
    let after = text.get(dot + 1..).unwrap_or_default();
    let after = after
        .get(
            ..after
                .find(|c: char| !c.is_alphanumeric())
                .unwrap_or(after.len()),
        )
        .unwrap_or_default();
    if after.is_empty() || after.len() > 16 {
        return false;
    }
    let before = text.get(start..dot).unwrap_or_default();
    let before = before.rsplit(['.', '-']).next().unwrap_or_default();
    if SITE_ENDINGS
        .iter()
        .any(|ending| after.eq_ignore_ascii_case(ending))
        && before.len() > 1
    {
        // "Jakarta.Me…" is a missing space, "Tempo.co" is not: a site ending is never capitalised alone.
        return !(after.starts_with(char::is_uppercase)
            && after.chars().skip(1).any(char::is_lowercase));
    }
    let (b, a) = (before.chars().count(), after.chars().count());
    (b == 1 && a == 1)
        || (b <= 2
            && a <= 2
            && before.starts_with(char::is_uppercase)
            && after.starts_with(char::is_uppercase))
        || (b == 1
            && a <= 3
            && after.starts_with(char::is_uppercase)
            && before.starts_with(char::is_uppercase))
        || (before == "Ph" && after == "D")
}

/// The length of an ISO date with a clock that no word runs on from.
fn iso_instant(rest: &str) -> Option<usize> {
    let end = shape::instant(rest)?;
    let next = rest.get(end..).and_then(|rest| rest.chars().next());
    next.is_none_or(|c| !is_word(c)).then_some(end)
}

/// `Rp1.500`, `Rp1,5`, `USD20`: the length of the currency sign glued to a number.
fn currency_prefix(run: &str) -> Option<usize> {
    let letters = run.find(|c: char| !c.is_ascii_alphabetic())?;
    let sign = run.get(..letters)?;
    let number = run.as_bytes().get(letters)?.is_ascii_digit();
    (number && ["rp", "idr", "usd", "eur", "sgd", "rm", "myr"].contains(&fold(sign).as_str()))
        .then_some(letters)
}

/// `11:25WIB`, `08.00-16.00WIB`: the length of the clocks that a few letters are glued to.
fn behind_clock(run: &str) -> Option<usize> {
    let letters = run
        .bytes()
        .rev()
        .take_while(u8::is_ascii_alphabetic)
        .count();
    let length = run.len() - letters;
    let clock = run.as_bytes().get(length.checked_sub(3)?..length)?;
    let [b':' | b'.', tens, ones] = clock else {
        return None;
    };
    let digits = |b: &u8| b.is_ascii_digit() || matches!(b, b':' | b'.' | b'-');
    ((2..=4).contains(&letters)
        && tens.is_ascii_digit()
        && ones.is_ascii_digit()
        && length <= 11
        && run.as_bytes().iter().take(length).all(digits))
    .then_some(length)
}

/// Whether digits with hyphens are one numeral: a whole date, or a code of many parts such as a telephone number.
fn is_dashed_whole(run: &str) -> bool {
    run.matches(is_hyphen).count() >= 2
        && run
            .split(is_hyphen)
            .all(|part| part.bytes().all(|b| b.is_ascii_digit()))
}

/// Whether a hyphened run is one word: all but pairs (or longer chains) of different capitalised words.
fn is_one_word(run: &str) -> bool {
    let parts: Vec<&str> = run.split(is_hyphen).collect();
    let names = parts.iter().all(|part| {
        part.starts_with(char::is_uppercase)
            && !part.bytes().any(|b| b.is_ascii_digit())
            && part.chars().nth(1).is_some()
    });
    if !names {
        return true;
    }
    let folded: Vec<String> = parts.iter().map(|part| fold(part)).collect();
    let particle = folded.first().is_some_and(|first| {
        ["al", "el", "ar", "as", "at", "an", "ad", "az", "ash", "ath"].contains(&first.as_str())
    }) && parts
        .first()
        .is_some_and(|first| !super::is_upper(first) || super::is_upper(run));
    // A doubled word may carry its affixes on one half: `BERTAHUN-TAHUN`, `Berhari-Hari`.
    let doubled = |one: &str, other: &str| {
        let (long, short) = if one.len() < other.len() {
            (other, one)
        } else {
            (one, other)
        };
        (short.len() > 2 && long.ends_with(short)) || (short.len() > 3 && long.starts_with(short))
    };
    let acronym = parts.first().is_some_and(|first| super::is_upper(first))
        && folded.first().is_some_and(|first| first == "as");
    let alike = |pair: &[String]| match pair {
        [one, other] => one == other || doubled(one, other),
        _ => true,
    };
    (particle && !acronym) || folded.windows(2).all(alike)
}

#[cfg(test)]
mod tests {
    use super::tokenize;

    #[test]
    fn letters_glued_to_a_clock_are_a_word() {
        let words = |text: &'static str| -> Vec<&str> {
            tokenize(text).iter().map(|t| t.span.of(text)).collect()
        };
        assert_eq!(words("11:25WIB"), ["11:25", "WIB"]);
        assert_eq!(words("08.00-16.00WIB"), ["08.00", "-", "16.00", "WIB"]);
        for one in ["1.234kg", "2,50m", "G20", "tempo.co", "4Q24"] {
            assert_eq!(words(one), [one]);
        }
    }

    #[test]
    fn addresses_are_one_token() {
        for (text, count) in [
            ("www.contoh.id", 1),
            ("HTTPS://contoh.id/a?b=1,", 2),
            ("redaksi@contoh.co.id;", 2),
            ("www. contoh", 3),
            ("a@a@a", 5),
        ] {
            assert_eq!(tokenize(text).len(), count, "{text}");
        }
    }

    #[test]
    fn a_doubled_word_is_one_in_capitals_too() {
        for word in [
            "bertahun-tahun",
            "BERTAHUN-TAHUN",
            "BERJAM-JAM",
            "Berhari-Hari",
            "TAHUN-TAHUNAN",
        ] {
            assert_eq!(tokenize(word).len(), 1, "{word}");
        }
        for pair in ["Utara-Rusia", "JAN-JANUARI", "Senin-Jumat"] {
            assert_eq!(tokenize(pair).len(), 3, "{pair}");
        }
    }
}
