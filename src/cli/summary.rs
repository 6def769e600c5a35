//! The table at the end of a run, and of `status`.

use super::app::App;
use crate::{
    desk::{EditionRun, EditionStatus, Workspace},
    messages::Value,
    model::Severity,
    report,
};

/// The summary table, followed by a line on the outcome.
pub(super) fn table(app: &App, workspace: &Workspace, lines: &[EditionRun]) -> String {
    let head: Vec<String> = ["article", "locale", "segments", "words", "coverage", "findings", "files"]
        .iter()
        .map(|name| app.say(&format!("summary-{name}"), &[]))
        .collect();
    let rows: Vec<Vec<String>> = lines.iter().map(|line| cells(app, line)).collect();
    let mut out = report::table(&head, &rows, "");
    let failed = lines.iter().flat_map(|line| &line.findings).filter(|severity| workspace.fails(**severity)).count();
    let editions = lines.iter().filter(|line| line.is_written).count();
    if let (Some(gate), true) = (workspace.settings.fail_on, failed > 0) {
        out.extend(["\n", &gate_failed(app, failed, gate), "\n"]);
    } else if !lines.is_empty() {
        out.extend(["\n", &app.say("summary-finished", &[("count", editions.into())]), "\n"]);
    }
    out
}

/// How many findings fail the gate.
pub(super) fn gate_failed(app: &App, failed: usize, gate: Severity) -> String {
    let severity = app.say(&format!("severity-{}", gate.as_str()), &[]);
    app.say("summary-gate-failed", &[("count", failed.into()), ("severity", Value::Text(&severity))])
}

fn cells(app: &App, line: &EditionRun) -> Vec<String> {
    let EditionStatus { slug, locale, segments, words, states, .. } = &line.status;
    let present = states.iter().filter(|(_, count, _)| *count > 0);
    let coverage =
        present.map(|(status, count, _)| format!("{} {count}", app.say(&format!("state-{}", status.as_str()), &[])));
    vec![
        crate::model::clip(slug, 40),
        locale.to_string(),
        segments.to_string(),
        words.to_string(),
        coverage.collect::<Vec<_>>().join(", "),
        line.findings.len().to_string(),
        line.files.to_string(),
    ]
}
