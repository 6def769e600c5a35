//! The JSON of a check: its findings, and those that are waived.

use serde_json::Value;

use super::{CheckReport, json::objects, waived::waived_json};

/// The document of a check.
pub(super) fn document(report: &CheckReport<'_>) -> Value {
    let mut document = objects(report.findings);
    document["waived"] = waived_json(report.waived);
    document
}

pub(super) fn render(report: &CheckReport<'_>) -> String {
    format!("{:#}\n", document(report))
}
