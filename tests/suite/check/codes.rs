//! Codes: each code of the source exactly once, properly nested.

use serde::Deserialize;
use tolmach::{
    check::check_segment,
    glossary::Termbase,
    model::{Code, CodeKind, CodeName, Severity, Text},
};

use super::context;
use crate::cases;

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
