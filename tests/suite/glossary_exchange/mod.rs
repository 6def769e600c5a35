//! Exchanging the glossary with other programs.

mod commands;
mod laws;
mod sheets;
mod tbx;
mod whole;

use tolmach::{
    glossary::{
        exchange::{ExchangeFormat, read},
        normalized,
    },
    model::{Arg, Concept, Finding, Locale, Pair, Parsed},
};

fn locale(tag: &str) -> Locale {
    tag.parse().unwrap()
}

fn pair(target: &str) -> Pair {
    Pair { source: locale("en"), target: locale(target) }
}

fn imported(format: ExchangeFormat, bytes: &[u8]) -> Parsed<Vec<Concept>> {
    read(format, "terms", bytes, &pair("be")).unwrap()
}

fn arg(finding: &Finding, name: &str) -> String {
    let arg = finding.args().iter().find(|(key, _)| *key == name || *key == "count").map(|(_, arg)| arg);
    match arg {
        Some(Arg::Text(text)) => text.clone(),
        Some(Arg::Count(count)) => count.to_string(),
        Some(Arg::Message(_)) | None => String::new(),
    }
}

/// Findings as `line severity problem name`.
fn summaries(findings: &[Finding]) -> Vec<String> {
    let line = |finding: &Finding| finding.place.line.unwrap_or_default();
    let problem = |f: &Finding| f.id().trim_start_matches(f.rule()).trim_start_matches('-').to_owned();
    let summary = |f: &Finding| format!("{} {} {} {}", line(f), f.severity.as_str(), problem(f), arg(f, "name"));
    findings.iter().map(summary).collect()
}

fn normalized_all(concepts: &[Concept]) -> Vec<Concept> {
    concepts.iter().map(normalized).collect()
}
