//! The table at the end of a run, and of `status`.

use super::app::App;
use crate::{
    desk::{EditionRun, Workspace},
    messages::Value,
    report::Status,
};

/// The summary in the user's language.
pub(super) fn table(app: &App, workspace: &Workspace, lines: &[EditionRun]) -> String {
    let head: Vec<String> = ["article", "locale", "segments", "words", "coverage", "findings", "files"]
        .iter()
        .map(|name| app.say(&format!("summary-{name}"), &[]))
        .collect();
    let rows: Vec<Vec<String>> = lines.iter().map(|line| cells(app, line)).collect();
    let mut out = aligned(&head, &rows);
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

/// Columns as wide as their widest cell; numbers to the right.
pub(super) fn aligned(head: &[String], rows: &[Vec<String>]) -> String {
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column)).chain(head.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..head.len()).map(width).collect();
    let mut out = String::new();
    for (index, row) in std::iter::once(head).chain(rows.iter().map(Vec::as_slice)).enumerate() {
        let mut line = String::new();
        for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
            let is_number =
                rows.iter().all(|row| row.get(column).is_some_and(|cell| cell.bytes().all(|b| b.is_ascii_digit())));
            let pad = " ".repeat(width.saturating_sub(cell.chars().count()));
            if column > 0 {
                line.push_str("  ");
            }
            if is_number && !rows.is_empty() {
                line.push_str(&pad);
                line.push_str(cell);
            } else {
                line.push_str(cell);
                line.push_str(&pad);
            }
        }
        out.push_str(line.trim_end());
        out.push('\n');
        if index == 0 {
            let rule: usize = widths.iter().sum::<usize>() + 2 * widths.len().saturating_sub(1);
            out.push_str(&"─".repeat(rule));
            out.push('\n');
        }
    }
    out
}
