//! Findings in the user's language, and the exit code of the gate.

use super::{
    app::App,
    args::CheckFormat,
    exit::Exit,
    output::{Printed, field, write_stderr},
};
use crate::{
    desk::{self, FindingWithText, Workspace},
    model::{Finding, Severity},
    report::findings::{self, FindingsFormat, WordedFinding},
};

/// Findings with their messages.
pub(super) fn worded(app: &App, findings: impl IntoIterator<Item = FindingWithText>) -> Vec<WordedFinding> {
    findings.into_iter().map(|noted| desk::worded(&app.words, noted)).collect()
}

/// Findings without a segment's text, with their messages.
pub(super) fn worded_loose(app: &App, findings: impl IntoIterator<Item = Finding>) -> Vec<WordedFinding> {
    worded(app, desk::without_text(findings))
}

/// Findings as text in a format.
pub(super) fn render(app: &App, format: CheckFormat, list: &[WordedFinding]) -> String {
    let format = match format {
        CheckFormat::Full => FindingsFormat::Full { color: app.color() },
        CheckFormat::Concise => FindingsFormat::Concise,
        CheckFormat::Json => FindingsFormat::Json,
        CheckFormat::Jsonl => FindingsFormat::Jsonl,
        CheckFormat::Github => FindingsFormat::Github,
    };
    findings::render(format, list, &app.report_words())
}

/// What standard output is in a format of findings.
pub(super) fn printed(app: &App, format: CheckFormat) -> Printed {
    match format {
        CheckFormat::Json | CheckFormat::Jsonl => Printed::Json,
        CheckFormat::Full | CheckFormat::Concise | CheckFormat::Github => app.text(),
    }
}

/// A finding on one line: where and what.
pub(super) fn finding_line(worded: &WordedFinding) -> String {
    field(&format!("{}: {}", worded.location(), worded.reason))
}

/// Writes findings to standard error, a line each.
pub(super) fn print_findings(list: &[WordedFinding]) {
    for worded in list {
        write_stderr(&finding_line(worded));
    }
}

/// Writes remarks to standard error: where, or in which locale, what, and what to do about it.
pub(super) fn print_remarks(app: &App, findings: Vec<Finding>) {
    for worded in worded_loose(app, findings) {
        let place = match (&worded.finding.place.file, &worded.finding.place.locale) {
            (None, Some(locale)) => locale.to_string(),
            _ => worded.location(),
        };
        app.notify(&field(&format!("{place}: {}", worded.reason)));
        if let Some(hint) = worded.finding.hint().filter(|_| !app.global.quiet) {
            app.show_hint(hint);
        }
    }
}

/// [`Exit::Findings`] if any severity fails the gate.
pub(super) fn gate_exit(workspace: &Workspace, severities: impl IntoIterator<Item = Severity>) -> Exit {
    if severities.into_iter().any(|severity| workspace.fails(severity)) { Exit::Findings } else { Exit::Clean }
}

/// The severities of findings.
pub(super) fn severities(list: &[WordedFinding]) -> impl Iterator<Item = Severity> {
    list.iter().map(|worded| worded.finding.severity)
}
