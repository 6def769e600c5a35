//! Findings as versioned JSON; only `reason` and `hint` are translated.

use serde_json::{Value, json};

use super::{WordedFinding, counts};
use crate::model::Side;

/// A finding; offsets are bytes of the segment's text on that side.
#[must_use]
pub fn object(worded: &WordedFinding) -> Value {
    let finding = &worded.finding;
    let place = &finding.place;
    let mut out = json!({
        "rule": finding.rule(),
        "severity": finding.severity.as_str(),
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "source": place.source,
        "locale": place.locale.as_ref().map(ToString::to_string),
        "segment": place.segment.map(|id| id.to_string()),
        "anchor": worded.anchor(),
        "side": match place.side { Side::Target => "target", Side::Source => "source" },
        "start": place.span.start,
        "end": place.span.end,
        "excerpt": worded.excerpt(),
        "reason": worded.reason,
        "fix": finding.fix.as_ref().map(|fix| fix.replacement.as_str()),
        "certain": finding.is_certain(),
        "hint": worded.hint,
        "digest": finding.digest,
    });
    if let Some(fields) = out.as_object_mut().filter(|_| !finding.alternatives.is_empty()) {
        fields.insert("fixes".to_owned(), json!(finding.alternatives));
    }
    out
}

/// Findings with their count per severity.
#[must_use]
pub fn objects(findings: &[WordedFinding]) -> Value {
    let counts: serde_json::Map<String, Value> =
        counts(findings).into_iter().map(|(severity, count)| (severity.as_str().to_owned(), json!(count))).collect();
    json!({ "version": 1, "counts": counts, "findings": findings.iter().map(object).collect::<Vec<_>>() })
}

pub(super) fn render_lines(findings: &[WordedFinding]) -> String {
    let mut out = String::new();
    for worded in findings {
        put!(out, "{}\n", object(worded));
    }
    out
}
