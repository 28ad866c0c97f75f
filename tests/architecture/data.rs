//! Data files of a language: each opens with a comment, and one that says it is sorted is.

use crate::source::{files, name, read};

/// What is wrong with the data files: `file:line: …`.
pub(crate) fn breaches() -> Vec<String> {
    let data = files("src/id").into_iter();
    let data = data.filter(|path| {
        let end = path.extension().and_then(|end| end.to_str());
        matches!(end, Some("tsv" | "txt"))
    });
    data.flat_map(|path| {
        let (name, content) = (name(&path), read(&path));
        let mut breaches = disorder(&name, &content);
        if !content.starts_with('#') {
            breaches.push(format!("{name}:1: no comment says what this is and whence"));
        }
        breaches
    })
    .collect()
}

/// Lines out of order, by their first column, in a file whose opening comment holds the word "sorted".
pub(crate) fn disorder(name: &str, content: &str) -> Vec<String> {
    let is_comment = |line: &&str| line.starts_with('#');
    let head = content.lines().take_while(is_comment).collect::<String>();
    if !head.to_lowercase().contains("sorted") || head.to_lowercase().contains("not sorted") {
        return Vec::new();
    }
    let rows = content.lines().enumerate();
    let rows = rows.filter(|(_, line)| !is_comment(line) && !line.is_empty());
    let keys: Vec<(usize, &str)> = rows
        .map(|(index, line)| (index + 1, line.split('\t').next().unwrap_or_default()))
        .collect();
    keys.iter()
        .zip(keys.iter().skip(1))
        .filter(|((_, before), (_, key))| before > key)
        .map(|((_, before), (line, key))| format!("{name}:{line}: {key:?} stands after {before:?}"))
        .collect()
}
