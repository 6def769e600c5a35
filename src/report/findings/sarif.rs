//! SARIF 2.1.0, which code scanning and editors read.
//!
//! Columns are counted in characters. The paths are relative, to the root of the repository.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{CheckReport, WordedFinding, WordedWaived, advice, fingerprints, waived::said};
use crate::{
    model::{FilePosition, Severity},
    report::{Words, rule_name, safe::address, say},
};

pub(super) fn render(report: &CheckReport<'_>, words: &Words<'_>) -> String {
    let waived: Vec<WordedFinding> = report.waived.iter().map(|one| one.worded.clone()).collect();
    let all = || report.findings.iter().chain(&waived);
    let rules: Vec<&str> = all().map(|worded| worded.finding.rule()).collect::<BTreeSet<_>>().into_iter().collect();
    let fingerprints = fingerprints(&all().cloned().collect::<Vec<_>>());
    let mut results: Vec<Value> = all()
        .zip(fingerprints)
        .map(|(worded, fingerprint)| result(report, worded, &rules, &fingerprint, words))
        .collect();
    for (result, WordedWaived { waiver, .. }) in results.iter_mut().skip(report.findings.len()).zip(report.waived) {
        let justification = said(waiver, words);
        result["suppressions"] = json!([{ "kind": "external", "status": "accepted", "justification": justification }]);
    }
    let notifications: Vec<Value> =
        report.errors.iter().map(|error| json!({ "level": "error", "message": { "text": error } })).collect();
    let document = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "tolmach",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "language": report.language.language(),
                "rules": rules.iter().map(|rule| descriptor(rule, words)).collect::<Vec<_>>(),
            } },
            "invocations": [{
                "executionSuccessful": report.errors.is_empty(),
                "endTimeUtc": format!("{}Z", report.time),
                "toolExecutionNotifications": notifications,
            }],
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{document:#}\n")
}

/// A rule with its name and its explanation.
fn descriptor(rule: &str, words: &Words<'_>) -> Value {
    let id = format!("rule-{rule}");
    let explained = say(words, &id);
    let name = rule_name(words, rule);
    let help = if explained == id { &name } else { &explained };
    json!({
        "id": rule,
        "shortDescription": { "text": name },
        "fullDescription": { "text": help },
        "help": { "text": help },
    })
}

fn result(
    report: &CheckReport<'_>,
    worded: &WordedFinding,
    rules: &[&str],
    fingerprint: &str,
    words: &Words<'_>,
) -> Value {
    let finding = &worded.finding;
    let place = &finding.place;
    let message: Vec<String> = std::iter::once(worded.reason.clone()).chain(advice(worded, words)).collect();
    let mut result = json!({
        "ruleId": finding.rule(),
        "ruleIndex": rules.iter().position(|rule| *rule == finding.rule()),
        "level": level(finding.severity),
        "message": { "text": message.join("\n") },
        // The first is the one by which GitHub knows an alert again.
        "partialFingerprints": { "primaryLocationLineHash": fingerprint, "tolmach/v1": fingerprint },
        "properties": {
            "severity": finding.severity.as_str(),
            "locale": place.locale.as_ref().map(ToString::to_string),
            "segment": place.segment.map(|id| id.to_string()),
            "excerpt": worded.excerpt(),
            "fix": finding.fix.as_ref().map(|fix| fix.replacement.as_str()),
            "certain": finding.is_certain(),
        },
    });
    if let Some(file) = &place.file {
        result["locations"] = json!([location(report, file, place.line, place.column)]);
    }
    if let Some(FilePosition { file, position }) = &place.source
        && place.file.as_ref() != Some(file)
    {
        let mut source = location(report, file, Some(position.line), Some(position.column));
        source["message"] = json!({ "text": say(words, "report-source-text") });
        result["relatedLocations"] = json!([source]);
    }
    result
}

fn location(report: &CheckReport<'_>, file: &str, line: Option<usize>, column: Option<usize>) -> Value {
    let mut region = json!({ "startLine": line.unwrap_or(1) });
    if let Some(column) = column {
        region["startColumn"] = json!(column);
    }
    let uri = address(&report.path(file));
    json!({ "physicalLocation": { "artifactLocation": { "uri": uri }, "region": region } })
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical | Severity::Major => "error",
        Severity::Minor => "warning",
        Severity::Neutral => "note",
    }
}
