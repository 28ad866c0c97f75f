//! `TimeML` 1.2.1: what its schema asks of a TIMEX3, and the text as it was.

use super::sample::{Sample, article};
use regex::Regex;
use roxmltree::{Document, Node};
use sorot::export::Format;
use std::collections::HashSet;
use std::sync::LazyLock;

const ATTRIBUTES: [&str; 11] = [
    "tid",
    "type",
    "value",
    "mod",
    "quant",
    "freq",
    "temporalFunction",
    "functionInDocument",
    "anchorTimeID",
    "beginPoint",
    "endPoint",
];
const MODIFIERS: [&str; 12] = [
    "BEFORE",
    "AFTER",
    "ON_OR_BEFORE",
    "ON_OR_AFTER",
    "LESS_THAN",
    "MORE_THAN",
    "EQUAL_OR_LESS",
    "EQUAL_OR_MORE",
    "START",
    "MID",
    "END",
    "APPROX",
];
const FUNCTIONS: [&str; 7] = [
    "CREATION_TIME",
    "EXPIRATION_TIME",
    "MODIFICATION_TIME",
    "PUBLICATION_TIME",
    "RELEASE_TIME",
    "RECEPTION_TIME",
    "NONE",
];

const DATE: &str = r"(BC)?([0-9X]{2,4}|[0-9X]{4}-([0-9X]{2}(-[0-9X]{2})?|W[0-9X]{2}(-([0-9X]|WE))?|Q[1-4X]|H[12X]|SP|SU|FA|WI))";

static DATES: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(&format!("^({DATE}|(PAST|PRESENT|FUTURE)_REF)$")).unwrap());
static TIMES: LazyLock<Regex> = LazyLock::new(|| {
    let clock = r"T([0-9X]{2}(:[0-9X]{2}(:[0-9X]{2})?)?|MO|MI|AF|EV|NI|DT)";
    Regex::new(&format!("^({DATE}{clock}|(PAST|PRESENT|FUTURE)_REF)$")).unwrap()
});
static DURATIONS: LazyLock<Regex> = LazyLock::new(|| {
    let amount = r"([0-9.]+|X)";
    let clock = format!("T({amount}[HMS])+");
    let days = format!("({amount}([YMWDQ]|DE|CE|ML))+");
    Regex::new(&format!("^P({days}({clock})?|{clock})$")).unwrap()
});

/// The text, as far as XML can hold it.
fn expected(text: &str) -> String {
    let is_allowed = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    text.chars()
        .map(|c| if is_allowed(c) { c } else { '\u{fffd}' })
        .collect()
}

fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Node<'a, 'i> {
    let mut children = node.children().filter(|child| child.has_tag_name(name));
    let found = children.next().unwrap_or_else(|| panic!("no {name}"));
    assert!(children.next().is_none(), "two {name}");
    found
}

fn content(node: Node<'_, '_>) -> String {
    node.descendants()
        .filter(Node::is_text)
        .filter_map(|node| node.text())
        .collect()
}

pub(crate) fn check(sample: &Sample) {
    let xml = sample.exported(Format::TimeMl);
    let document = Document::parse(&xml).unwrap_or_else(|error| panic!("{error}\n{xml}"));
    let root = document.root_element();
    assert_eq!(root.tag_name().name(), "TimeML");
    assert_eq!(content(child(root, "TEXT")), expected(&sample.text));
    child(root, "DOCID");
    let dct = child(child(root, "DCT"), "TIMEX3");
    assert_eq!(dct.attribute("tid"), Some("t0"));
    assert_eq!(
        dct.attribute("functionInDocument"),
        Some("PUBLICATION_TIME")
    );
    let timexes: Vec<_> = root
        .descendants()
        .filter(|node| node.has_tag_name("TIMEX3"))
        .collect();
    let ids: Vec<&str> = timexes
        .iter()
        .map(|timex| timex.attribute("tid").unwrap())
        .collect();
    let known: HashSet<&str> = ids.iter().copied().collect();
    assert_eq!(known.len(), ids.len(), "{ids:?}");
    for timex in timexes {
        check_timex(timex, &known);
    }
}

fn check_timex(timex: Node<'_, '_>, known: &HashSet<&str>) {
    for attribute in timex.attributes() {
        assert!(
            ATTRIBUTES.contains(&attribute.name()),
            "{}",
            attribute.name()
        );
    }
    let get = |name| timex.attribute(name);
    assert!(
        timex.children().all(|child| child.is_text()),
        "a TIMEX3 holds no other"
    );
    let tid = get("tid").unwrap().strip_prefix('t').unwrap();
    assert!(tid.parse::<usize>().is_ok(), "{tid}");
    let values = match get("type").unwrap() {
        "DATE" => vec![&DATES],
        "TIME" => vec![&TIMES],
        "DURATION" => vec![&DURATIONS],
        "SET" => vec![&DATES, &TIMES, &DURATIONS],
        other => panic!("{other} is no type"),
    };
    let value = get("value").unwrap();
    assert!(
        values.iter().any(|known| known.is_match(value)),
        "{timex:?}"
    );
    if let Some(modifier) = get("mod") {
        assert!(MODIFIERS.contains(&modifier), "{modifier}");
    }
    if let Some(function) = get("functionInDocument") {
        assert!(FUNCTIONS.contains(&function), "{function}");
    }
    assert!(matches!(get("temporalFunction"), Some("true" | "false")));
    for name in ["anchorTimeID", "beginPoint", "endPoint"] {
        if let Some(id) = get(name) {
            assert!(known.contains(id), "{name} {id} is not there");
            assert_ne!(Some(id), get("tid"));
        }
    }
    assert_eq!(get("beginPoint").is_some(), get("endPoint").is_some());
}

/// The attributes of the time with these words.
fn timex(sample: &Sample, words: &str) -> String {
    let xml = sample.exported(Format::TimeMl);
    let document = Document::parse(&xml).unwrap();
    let mut nodes = document.descendants();
    let node = nodes.find(|node| node.has_tag_name("TIMEX3") && content(*node) == words);
    let node = node.unwrap_or_else(|| panic!("{words} is not in {xml}"));
    let attributes = node
        .attributes()
        .filter(|attribute| attribute.name() != "tid");
    let pairs: Vec<String> = attributes
        .map(|it| format!("{}={}", it.name(), it.value()))
        .collect();
    pairs.join(" ")
}

#[test]
fn times_say_what_they_count_from() {
    let sample = article();
    for (words, expected) in [
        (
            "4 Juni 2024",
            "type=DATE value=2024-06-04 temporalFunction=false",
        ),
        (
            "kemarin pagi",
            "type=TIME value=2024-06-04TMO temporalFunction=true anchorTimeID=t0",
        ),
        (
            "3 jam lalu",
            "type=TIME value=2024-06-07T12:00 temporalFunction=true anchorTimeID=t1",
        ),
        (
            "setiap Senin",
            "type=SET value=XXXX-WXX-1 quant=EVERY temporalFunction=false",
        ),
    ] {
        let said = timex(&sample, words);
        assert!(said.starts_with(expected), "{words}: {said}");
    }
}

#[test]
fn a_range_lies_between_two_points() {
    let said = timex(&article(), "20–22 Mei 2024");
    let expected = "type=DURATION value=P3D temporalFunction=false beginPoint=";
    assert!(said.starts_with(expected), "{said}");
}

#[test]
fn without_clocks_nothing_is_absolute() {
    let mut sample = article();
    sample.document.published = None;
    sample.document.captured = None;
    let stamp = sample.document.timexes.last_mut().unwrap();
    (stamp.value, stamp.earliest, stamp.latest) = (None, None, None);
    check(&sample);
    let said = timex(&sample, "3 jam lalu");
    assert_eq!(
        said,
        "type=TIME value=XXXX-XX-XXTXX:XX temporalFunction=true"
    );
    let xml = sample.exported(Format::TimeMl);
    assert!(!xml.contains("RECEPTION_TIME"));
}
