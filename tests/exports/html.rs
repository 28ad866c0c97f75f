//! HTML, read by a parser of the standard: the text as it was, inert, its times valid.

use super::sample::{Sample, article};
use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use regex::Regex;
use sorot::export::Format;
use std::collections::HashSet;
use std::sync::LazyLock;

const ELEMENTS: [&str; 25] = [
    "html", "head", "meta", "title", "style", "body", "header", "dl", "div", "dt", "dd", "main",
    "article", "h1", "h2", "h3", "p", "mark", "time", "data", "footer", "ul", "li", "span",
    "section",
];
const ATTRIBUTES: [&str; 14] = [
    "lang",
    "charset",
    "http-equiv",
    "content",
    "name",
    "class",
    "id",
    "datetime",
    "value",
    "data-value",
    "data-when",
    "data-kind",
    "data-entity",
    "data-provenance",
];

/// What may stand in `datetime`, of the forms used here.
static DATETIME: LazyLock<Regex> = LazyLock::new(|| {
    let date = r"\d{4}(-\d\d(-\d\d)?|-W\d\d)?";
    let moment = r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?[+-]\d\d:\d\d";
    let duration = r"P(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?|\d+w";
    Regex::new(&format!("^({date}|{moment}|{duration})$")).unwrap()
});

fn elements(node: &Handle, visit: &mut impl FnMut(&str, &Handle)) {
    if let NodeData::Element { name, .. } = &node.data {
        visit(&name.local, node);
    }
    for child in node.children.borrow().iter() {
        elements(child, visit);
    }
}

fn attributes(node: &Handle) -> Vec<(String, String)> {
    let NodeData::Element { attrs, .. } = &node.data else {
        return Vec::new();
    };
    let attributes = attrs.borrow();
    let pairs = attributes
        .iter()
        .map(|it| (it.name.local.to_string(), it.value.to_string()));
    pairs.collect()
}

fn content(node: &Handle, out: &mut String) {
    if let NodeData::Text { contents } = &node.data {
        out.push_str(&contents.borrow());
    }
    for child in node.children.borrow().iter() {
        content(child, out);
    }
}

pub(crate) fn check(sample: &Sample) {
    let html = sample.exported(Format::Html);
    let dom = html5ever::parse_document(RcDom::default(), html5ever::ParseOpts::default())
        .from_utf8()
        .one(html.as_bytes());
    let (mut article, mut ids, mut titles) = (None, HashSet::new(), 0);
    elements(&dom.document, &mut |name, node| {
        assert!(ELEMENTS.contains(&name), "<{name}> in {html}");
        let attributes = attributes(node);
        for (attribute, value) in &attributes {
            assert!(
                ATTRIBUTES.contains(&attribute.as_str()),
                "{attribute} in {html}"
            );
            assert!(
                attribute != "id" || ids.insert(value.clone()),
                "{value} stands twice"
            );
            assert!(
                attribute != "datetime" || DATETIME.is_match(value),
                "{value}"
            );
        }
        assert!(name != "time" || attributes.iter().any(|(name, _)| name == "datetime"));
        titles += usize::from(name == "h1");
        if name == "article" {
            article = Some(node.clone());
        }
    });
    assert!(titles <= 1, "{titles} h1");
    let mut text = String::new();
    content(&article.expect("an article"), &mut text);
    assert_eq!(text, sample.text.replace('\0', "\u{fffd}"));
}

#[test]
fn a_mark_is_what_it_means() {
    let html = article().exported(Format::Html);
    for expected in [
        r#"<time datetime="2024-06-04" class="rel""#,
        r#"data-when="4 Jun 2024 05:00–11:00">kemarin pagi</time>"#,
        r#"<time datetime="2024-06-07T12:00+08:00" class="rel""#,
        r#"data-when="7 Jun 2024 11:00–12:00">3 jam lalu</time>"#,
        r#"<time datetime="2w" class="dur""#,
        r#"<data value="1500000000" class="qty""#,
        r#"<mark class="date" id="#,
    ] {
        assert!(html.contains(expected), "{expected} in {html}");
    }
    assert!(html.contains("default-src 'none'"));
    assert!(html.contains("prefers-color-scheme:dark"));
}
