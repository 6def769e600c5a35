//! Findings in the user's language, and the exit code of the gate.

use std::{env, path::Path};

use super::{
    app::App,
    args::CheckFormat,
    clock::now,
    exit::{Exit, Failure},
    output::{Printed, field, write_stderr},
};
use crate::{
    desk::{self, FindingWithText, Workspace},
    model::{Finding, Locale, Severity},
    project::append_named,
    report::findings::{self, CheckReport, FindingsFormat, WordedFinding, WordedWaived},
};

/// The title of a report where the newsroom has no name.
const TITLE: &str = "tolmach";
/// How many bytes GitHub takes for the summary of a step.
const SUMMARY_BYTES: usize = 1 << 20;

/// Findings with their messages.
pub(super) fn worded(app: &App, findings: impl IntoIterator<Item = FindingWithText>) -> Vec<WordedFinding> {
    findings.into_iter().map(|noted| desk::worded(&app.words, noted)).collect()
}

/// Findings without a segment's text, with their messages.
pub(super) fn worded_loose(app: &App, findings: impl IntoIterator<Item = Finding>) -> Vec<WordedFinding> {
    worded(app, desk::without_text(findings))
}

/// Findings as text in a format for people or for GitHub, outside the report of a check.
pub(super) fn render(app: &App, format: CheckFormat, list: &[WordedFinding]) -> String {
    let (source, folder) =
        (Locale::english(), app.find_layout().ok().flatten().map(|layout| layout.within_repository()));
    let report = CheckReport {
        findings: list,
        waived: &[],
        errors: &[],
        gate: None,
        title: TITLE,
        source: &source,
        language: app.words.locale(),
        folder: folder.as_deref().unwrap_or_default(),
        time: &now(),
    };
    findings::render(rendered(app, format), &report, &app.report_words())
}

/// Writes the findings of a check to a file, if one is named, otherwise to standard output; for GitHub to the summary of
/// the job too. `errors` say what could not be checked.
pub(super) fn deliver_findings(
    app: &App,
    workspace: &Workspace,
    format: CheckFormat,
    (list, waived): (&[WordedFinding], &[WordedWaived]),
    errors: &[String],
    output: Option<&Path>,
) -> Result<Exit, Failure> {
    let settings = &workspace.settings;
    let words = app.report_words();
    let report = CheckReport {
        findings: list,
        waived,
        errors,
        gate: settings.fail_on.or(settings.own_gate),
        title: settings.site.name.as_deref().unwrap_or(TITLE),
        source: &settings.source,
        language: app.words.locale(),
        folder: &workspace.layout.within_repository(),
        time: &now(),
    };
    app.deliver(&findings::render(rendered(app, format), &report, &words), printed(app, format), output)?;
    let summary = env::var_os("GITHUB_STEP_SUMMARY").filter(|path| format == CheckFormat::Github && !path.is_empty());
    let Some(summary) = summary.filter(|_| !(list.is_empty() && errors.is_empty())) else { return Ok(Exit::Clean) };
    let appended =
        append_named(Path::new(&summary), SUMMARY_BYTES, |left| findings::findings_summary(&report, left, &words));
    Ok(appended.map_or_else(|error| app.report(&error.into()), |()| Exit::Clean))
}

fn rendered(app: &App, format: CheckFormat) -> FindingsFormat {
    match format {
        CheckFormat::Full => FindingsFormat::Full { color: app.color() },
        CheckFormat::Concise => FindingsFormat::Concise,
        CheckFormat::Json => FindingsFormat::Json,
        CheckFormat::Jsonl => FindingsFormat::Jsonl,
        CheckFormat::Github => FindingsFormat::Github,
        CheckFormat::Gitlab => FindingsFormat::Gitlab,
        CheckFormat::Junit => FindingsFormat::Junit,
        CheckFormat::Sarif => FindingsFormat::Sarif,
        CheckFormat::Markdown => FindingsFormat::Markdown,
        CheckFormat::Html => FindingsFormat::Html,
    }
}

/// What standard output is in a format of findings.
fn printed(app: &App, format: CheckFormat) -> Printed {
    match format {
        CheckFormat::Json | CheckFormat::Jsonl | CheckFormat::Gitlab | CheckFormat::Sarif => Printed::Json,
        CheckFormat::Full | CheckFormat::Concise | CheckFormat::Github | CheckFormat::Markdown => app.text(),
        CheckFormat::Junit | CheckFormat::Html => Printed::File,
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
