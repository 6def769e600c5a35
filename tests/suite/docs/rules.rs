//! `docs/rules.md`: a section per rule, with severity and examples generated from the code and its cases.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use serde::Deserialize;
use tolmach::{check::CHECKS, messages::Messages, pipeline::problems};

use super::{assert_generated, cell, read};
use crate::cases;

const PAGE: &str = "docs/rules.md";

/// The parts of a case of `tests/cases/check/rules.toml` that the page shows.
#[derive(Deserialize)]
struct Case {
    rule: String,
    source: String,
    stale: Option<String>,
    corrected: Option<String>,
    be: Targets,
    ru: Targets,
    uk: Targets,
}

#[derive(Deserialize)]
struct Targets {
    bad: String,
    good: String,
}

/// The ids of all rules: those that check translations, most severe first, then the others.
fn rules() -> Vec<&'static str> {
    let mut ids: Vec<&str> = CHECKS.iter().map(|check| check.rule().id).collect();
    let samples: BTreeSet<&str> =
        problems().iter().flat_map(|problems| &problems.samples).map(tolmach::model::Finding::rule).collect();
    let others: Vec<&str> = samples.into_iter().filter(|id| !ids.contains(id)).collect();
    ids.extend(others);
    ids
}

/// A sentence in Markdown, with the codes of the cases as emphasis.
fn sentence(text: &str) -> String {
    let plain = text.replace("<1>", "*").replace("</1>", "*").replace('|', " ");
    if plain.is_empty() {
        "(nothing)".to_owned()
    } else if plain.contains('`') {
        format!("``{plain}``")
    } else {
        format!("`{plain}`")
    }
}

fn examples(case: &Case) -> String {
    let mut out = match (&case.stale, &case.corrected) {
        (Some(stale), _) => format!("Article: {}, before: {}", sentence(&case.source), sentence(stale)),
        (None, Some(corrected)) => {
            format!("Article: wrong {}, right {}", sentence(&case.source), sentence(corrected))
        }
        (None, None) => format!("Article: {}", sentence(&case.source)),
    };
    out.push_str("\n\n");
    if case.corrected.is_none() {
        out.push_str("| | Wrong | Right |\n|---|---|---|\n");
        for (tag, targets) in [("be", &case.be), ("ru", &case.ru), ("uk", &case.uk)] {
            let _ = writeln!(out, "| {tag} | {} | {} |", cell(&sentence(&targets.bad)), cell(&sentence(&targets.good)));
        }
    }
    out
}

#[test]
fn every_rule_has_a_section_with_its_severity_and_examples() {
    let words = Messages::embedded(&"en".parse().unwrap());
    let cases = cases::toml::<Case>("check/rules.toml");
    let cases: BTreeMap<&str, &Case> = cases.iter().map(|case| (case.rule.as_str(), &**case)).collect();
    let severity = |id: &str| words.say(&format!("severity-{id}"), &[]);
    let mut table = String::from("| Rule | Severity | What it says |\n|---|---|---|\n");
    let mut parts = Vec::new();
    for check in CHECKS {
        let rule = check.rule();
        let explanation = words.say(&format!("rule-{}", rule.id), &[]);
        let severity = severity(rule.severity.as_str());
        let _ = writeln!(table, "| [{0}](#{0}) | {severity} | {1} |", rule.id, cell(&explanation));
        let content = format!("*{severity}.* {explanation}\n\n{}", examples(cases[rule.id]));
        parts.push((format!("rule {}", rule.id), content));
    }
    for id in rules().into_iter().skip(CHECKS.len()) {
        parts.push((format!("rule {id}"), words.say(&format!("rule-{id}"), &[])));
    }
    parts.insert(0, ("rules".to_owned(), table));
    assert_generated(PAGE, &parts);
}

#[test]
fn the_sections_of_the_rules_are_in_order() {
    let text = read(PAGE);
    let ids = rules();
    // Text directly after a rule's id, such as the rest of a longer heading, is not its section.
    let sections: Vec<&str> =
        text.lines().filter_map(|line| line.strip_prefix("### ")).filter(|id| !id.contains(' ')).collect();
    assert_eq!(sections, ids);
    for (id, rest) in ids.iter().zip(text.split("\n### ").skip(1)) {
        let (_, rest) = rest.split_once('\n').unwrap();
        assert!(rest.trim_start().starts_with(&format!("<!-- generated: rule {id} -->")), "the section of {id}");
    }
}
