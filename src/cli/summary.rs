//! The table at the end of a run, and of `status`.

use super::app::App;
use crate::{
    desk::{EditionRun, Workspace},
    messages::Value,
    report::{self, Status},
};

/// The summary in the user's language.
pub(super) fn table(app: &App, workspace: &Workspace, lines: &[EditionRun]) -> String {
    let head: Vec<String> = ["article", "locale", "segments", "words", "coverage", "findings", "files"]
        .iter()
        .map(|name| app.say(&format!("summary-{name}"), &[]))
        .collect();
    let rows: Vec<Vec<String>> = lines.iter().map(|line| cells(app, line)).collect();
    let mut out = report::table(&head, &rows, "");
    let failed = lines
        .iter()
        .flat_map(|line| line.report.all_findings())
        .filter(|worded| workspace.fails(worded.finding.severity))
        .count();
    let editions = lines.iter().filter(|line| !line.report.links.is_empty()).count();
    if let (Some(gate), true) = (workspace.settings.fail_on, failed > 0) {
        let severity = app.say(&format!("severity-{}", gate.as_str()), &[]);
        let args = [("count", Value::from(failed)), ("severity", Value::Text(&severity))];
        out.extend(["\n", &app.say("summary-gate-failed", &args), "\n"]);
    } else if !lines.is_empty() {
        out.extend(["\n", &app.say("summary-finished", &[("count", editions.into())]), "\n"]);
    }
    out
}

fn cells(app: &App, line: &EditionRun) -> Vec<String> {
    let report = &line.report;
    let segments = report.rows.len();
    let coverage: Vec<String> = Status::ALL
        .iter()
        .filter_map(|status| {
            let (count, _) = report.coverage(*status);
            (count > 0).then(|| format!("{} {count}", app.say(&format!("state-{}", status.as_str()), &[])))
        })
        .collect();
    vec![
        crate::model::clip(&report.slug, 40),
        report.target.to_string(),
        segments.to_string(),
        report.words().to_string(),
        coverage.join(", "),
        report.all_findings().count().to_string(),
        line.files.to_string(),
    ]
}
