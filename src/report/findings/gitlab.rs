//! The code quality report of GitLab: a list of findings, each occurrence with a fingerprint of its own.

use serde_json::{Value, json};

use super::{CheckReport, WordedFinding, fingerprints};
use crate::model::Severity;

/// The file of an entry that belongs to none: GitLab drops an entry without a path.
const SETTINGS: &str = "tolmach.toml";

pub(super) fn render(report: &CheckReport<'_>) -> String {
    let fingerprints = fingerprints(report.findings);
    let failures = report.errors.iter().enumerate().map(|(number, error)| failure(report, error, number));
    let list: Vec<Value> = failures
        .chain(report.findings.iter().zip(fingerprints).map(|(worded, id)| entry(report, worded, &id)))
        .collect();
    format!("{:#}\n", Value::from(list))
}

/// What could not be checked.
fn failure(report: &CheckReport<'_>, error: &str, number: usize) -> Value {
    json!({
        "description": error,
        "check_name": "tolmach",
        "fingerprint": format!("error:{number}:{error}"),
        "severity": "blocker",
        "location": { "path": report.path(SETTINGS), "lines": { "begin": 1 } },
    })
}

fn entry(report: &CheckReport<'_>, worded: &WordedFinding, fingerprint: &str) -> Value {
    let place = &worded.finding.place;
    let locale = place.locale.as_ref().map(|locale| format!(" [{locale}]")).unwrap_or_default();
    json!({
        "description": format!("{}{locale}", worded.reason),
        "check_name": worded.finding.rule(),
        "fingerprint": fingerprint,
        "severity": severity(worded.finding.severity),
        "location": {
            "path": report.path(place.file.as_deref().unwrap_or(SETTINGS)),
            "lines": { "begin": place.line.unwrap_or(1) },
        },
    })
}

const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => "critical",
        Severity::Major => "major",
        Severity::Minor => "minor",
        Severity::Neutral => "info",
    }
}
