//! The same text written or surrounded otherwise.

use crate::page::{Answer, Page, is_name_head};

/// What differs between the answers of two pages.
pub(crate) fn differences(page: &Page, other: &Page) -> Vec<String> {
    let ((before, _), (after, _)) = (page.answers(), other.answers());
    let show = |answers: &[crate::page::Answer]| -> Vec<String> {
        answers
            .iter()
            .map(|answer| answer.shown().to_string())
            .collect()
    };
    let (before, after) = (show(&before), show(&after));
    if before == after {
        return Vec::new();
    }
    let gone = before
        .iter()
        .filter(|answer| !after.contains(answer))
        .map(|answer| format!("− {answer}"));
    let new = after
        .iter()
        .filter(|answer| !before.contains(answer))
        .map(|answer| format!("+ {answer}"));
    gone.chain(new).collect()
}

/// Sentences about nothing that has a time.
pub(crate) const NOTHING: [&str; 3] = [
    "Warna temboknya abu-abu.",
    "Bangunan itu beratap seng dan berlantai kayu.",
    "“Kami ramah kepada tamu,” ujar pemilik kedai.",
];

/// The page with a sentence about nothing before its running text, behind it, and as a paragraph at either place.
pub(crate) fn with_sentence(page: &Page, sentence: &str) -> Vec<(&'static str, Page)> {
    let Some((start, end)) = page.body() else {
        return Vec::new();
    };
    let put = |at: usize, words: String| {
        let mut text = page.text.clone();
        text.insert_str(at, &words);
        page.with(text)
    };
    let mut pages = vec![
        ("behind", put(end, format!(" {sentence}"))),
        ("paragraph behind", put(end, format!("\n\n{sentence}"))),
    ];
    if let Some(start) = start {
        pages.push(("before", put(start, format!("{sentence} "))));
        pages.push(("paragraph before", put(start, format!("{sentence}\n\n"))));
    }
    pages
}

/// Words whose capital decides what they are (§4.1, §4.2, §9): in a text all in capitals they say less.
const BY_CAPITAL: [&str; 28] = [
    "minggu",
    "ahad",
    "senin",
    "selasa",
    "rabu",
    "kamis",
    "jumat",
    "sabtu",
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "may",
    "march",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
    "bulan",
    "hari",
    "lebaran",
    "natal",
    "ramadan",
    "kemerdekaan",
];

/// The page in capitals; none where a capital decides: `minggu` anywhere; a word of the calendar outside every time,
/// which is a name or an attribute for the sake of its neighbours' small letters or its own; and a time
/// behind the head of a name, `sekolah`, which is one only before capitals.
pub(crate) fn in_capitals(page: &Page) -> Option<Page> {
    let (answers, _) = page.answers();
    let mut outside = String::new();
    let mut at = 0;
    for answer in &answers {
        outside.push_str(page.text.get(at..answer.timex.span.start())?);
        outside.push('\n');
        at = answer.timex.span.end();
    }
    outside.push_str(page.text.get(at..)?);
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphabetic());
        words.map(str::to_lowercase).collect()
    };
    let decided = words(&outside)
        .iter()
        .any(|word| BY_CAPITAL.contains(&word.as_str()));
    let weeks = words(&page.text).iter().any(|word| word == "minggu");
    let headed = |answer: &Answer| {
        let before = page.text.get(..answer.timex.span.start());
        let before = before.unwrap_or_default().split_whitespace();
        before.rev().take(2).any(is_name_head)
    };
    let heads = answers.iter().any(headed);
    (!decided && !weeks && !heads).then(|| page.with(page.text.to_uppercase()))
}

/// The page with other white space and quotes, each with its name.
pub(crate) fn other_signs(page: &Page) -> Vec<(&'static str, Page)> {
    let text = &page.text;
    vec![
        ("no-break spaces", page.with(text.replace(' ', "\u{a0}"))),
        ("doubled spaces", page.with(text.replace(' ', "  "))),
        ("narrow spaces", page.with(text.replace(' ', "\u{202f}"))),
        ("curly quotes", page.with(curly(text))),
        (
            "straight quotes",
            page.with(text.replace(['“', '”'], "\"").replace(['‘', '’'], "'")),
        ),
        ("carriage returns", page.with(text.replace('\n', "\r\n"))),
    ]
}

/// Straight quotes made curly: opening after white space or an opening mark.
fn curly(text: &str) -> String {
    let mut before = ' ';
    let curl = |c: char| {
        let opens = before.is_whitespace() || matches!(before, '(' | '[' | '“' | '‘');
        let curled = match (c, opens) {
            ('"', true) => '“',
            ('"', false) => '”',
            ('\'', true) => '‘',
            ('\'', false) => '’',
            _ => c,
        };
        before = c;
        curled
    };
    text.chars().map(curl).collect()
}

/// The page with one line end in a paragraph of its running text, at each place where it can only be a wrapped line's:
/// behind 45 bytes or more, before a small letter, neither line longer than 140.
pub(crate) fn broken(page: &Page) -> Vec<Page> {
    const SHORTEST: usize = 45;
    const LONGEST: usize = 140;
    let mut pages = Vec::new();
    for body in page.paragraphs() {
        let text = page.text.get(body.clone()).unwrap_or_default();
        for (at, _) in text.match_indices(' ') {
            let (line, rest) = (&text[..at], &text[at + 1..]);
            let ends = line.ends_with(['.', '!', '?', ':', '"', '”']);
            let wrapped = (SHORTEST..=LONGEST).contains(&line.len()) && rest.len() <= LONGEST;
            if !wrapped || ends || !rest.starts_with(char::is_lowercase) {
                continue;
            }
            let mut text = page.text.clone();
            let at = body.start + at;
            text.replace_range(at..=at, "\n");
            pages.push(page.with(text));
        }
    }
    pages
}

/// The page wrapped behind 72 characters, as a mail program does, but never behind a full stop or before a capital or a
/// bracket, where a line end parts paragraphs as well; none where no line is longer than two such lines.
pub(crate) fn wrapped(page: &Page) -> Option<Page> {
    const WIDTH: usize = 72;
    let long = page
        .text
        .lines()
        .any(|line| line.chars().count() > 2 * WIDTH);
    let wrap = |line: &str| {
        let mut wrapped = String::new();
        let mut length = 0;
        for word in line.split(' ') {
            let word_length = word.chars().count();
            if length > 0 {
                let open = !wrapped.ends_with(['.', '!', '?', ':', '"', '”']);
                let full = length + 1 + word_length > WIDTH
                    && open
                    && word.starts_with(char::is_lowercase);
                wrapped.push(if full { '\n' } else { ' ' });
                length = if full { 0 } else { length + 1 };
            }
            wrapped.push_str(word);
            length += word_length;
        }
        wrapped
    };
    let lines: Vec<String> = page.text.lines().map(wrap).collect();
    long.then(|| page.with(lines.join("\n")))
}
