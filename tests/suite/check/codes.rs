//! Codes: each code of the source exactly once, properly nested.

use serde::Deserialize;
use tolmach::{
    check::check_segment,
    glossary::Termbase,
    model::{Code, CodeKind, CodeName, Finding, Severity, Text},
    source::SourceFormat,
};

use super::context;
use crate::{cases, source};

#[derive(Deserialize)]
struct Case {
    fact: String,
    source: String,
    target: String,
    problems: Vec<String>,
}

/// A text in which `<1>`, `</1>` and `<1/>` are codes.
pub(super) fn text(marked: &str) -> Text {
    let mut text = Text::default();
    let mut rest = marked;
    while let Some((prose, after)) = rest.split_once('<') {
        text.prose.push_str(prose);
        let (tag, after) = after.split_once('>').unwrap();
        let id = tag.trim_matches('/').parse().unwrap();
        let (kind, name) = match (tag.starts_with('/'), tag.ends_with('/')) {
            (true, _) => (CodeKind::Close, CodeName::Emphasis),
            (_, true) => (CodeKind::Single, CodeName::Break),
            _ => (CodeKind::Open, CodeName::Emphasis),
        };
        text.codes.push((text.prose.len(), Code { id, kind, name, markup: String::new() }));
        rest = after;
    }
    text.prose.push_str(rest);
    text
}

#[test]
fn all_codes_are_present_once_and_nested() {
    let cases = cases::toml::<Case>("check/codes.toml");
    let termbase = Termbase::default();
    for tag in ["be", "ru", "uk"] {
        let context = context(&termbase, tag);
        for case in &cases {
            let findings = check_segment(&context, &text(&case.source), &text(&case.target));
            let problems: Vec<String> = findings
                .iter()
                .map(|finding| {
                    assert_eq!(
                        (finding.rule(), finding.severity),
                        ("codes", Severity::Critical),
                        "{}: {}",
                        case.place(),
                        case.fact
                    );
                    let arg = |name| finding.text(name).unwrap();
                    let problem = finding.id().trim_start_matches("codes-");
                    // Only a closing half can cross another pair.
                    let half = finding.text("half").unwrap_or("close");
                    format!("{problem} {half} {} at {}", arg("code"), finding.place.span.start)
                })
                .collect();
            assert_eq!(problems, case.problems, "{}: {}", case.place(), case.fact);
        }
    }
}

#[derive(Deserialize)]
struct MarkdownCase {
    fact: String,
    source: String,
    target: String,
    problems: Vec<String>,
}

/// The first block of a Markdown text, with the markup of its codes.
pub(super) fn block(markdown: &str) -> Text {
    source::format()
        .parse("", markdown.to_owned())
        .value
        .units
        .first()
        .map(|unit| unit.text.clone())
        .unwrap_or_default()
}

#[test]
fn codes_of_two_texts_are_compared_by_what_they_hold() {
    let termbase = Termbase::default();
    for case in cases::toml::<MarkdownCase>("check/codes-in-markdown.toml") {
        let context = context(&termbase, "be");
        let findings = check_segment(&context, &block(&case.source), &block(&case.target));
        let shown = |finding: &Finding| {
            let args = ["code", "expected", "found"].into_iter().filter_map(|name| finding.text(name));
            [finding.id().trim_start_matches("codes-")].into_iter().chain(args).collect::<Vec<_>>().join(" ")
        };
        let problems: Vec<String> = findings.iter().map(shown).collect();
        assert_eq!(problems, case.problems, "{}: {}", case.place(), case.fact);
    }
}
