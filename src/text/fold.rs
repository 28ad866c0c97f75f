//! Case and apostrophe folding: the form under which words are looked up.

/// Lower case, with every kind of apostrophe made `'`, every hyphen `-` and no soft hyphen.
///
/// ```
/// assert_eq!(sorot::text::fold("Jum’at"), "jum'at");
/// ```
#[must_use]
pub fn fold(word: &str) -> String {
    if word.is_ascii() {
        let small = word.to_ascii_lowercase();
        return if small.contains('`') {
            small.replace('`', "'")
        } else {
            small
        };
    }
    let mut folded = String::with_capacity(word.len());
    for c in word.chars() {
        match c {
            '’' | '‘' | 'ʼ' | '`' | '´' => folded.push('\''),
            '\u{2010}' | '\u{2011}' => folded.push('-'),
            '\u{ad}' => {}
            c if c.is_ascii() => folded.push(c.to_ascii_lowercase()),
            c => folded.extend(c.to_lowercase()),
        }
    }
    folded
}

/// Whether the word begins with a capital.
#[must_use]
pub fn is_capitalised(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// Whether the word has two letters or more and all of them are capitals.
#[must_use]
pub fn is_upper(word: &str) -> bool {
    let mut letters = 0;
    for c in word.chars() {
        if c.is_lowercase() {
            return false;
        }
        letters += usize::from(c.is_uppercase());
    }
    letters >= 2
}
