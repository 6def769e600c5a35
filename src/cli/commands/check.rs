//! `tolmach check`.

use std::path::Path;

use crate::{
    cli::{
        app::App,
        args::CheckArgs,
        exit::{Exit, Failure},
        observer::TerminalObserver,
        output::{field, write_stderr},
        summary::gate_failed,
        worded::{deliver_findings, gate_exit, severities, worded},
    },
    desk::{self, Baseline, Changes, Workspace},
    messages::Value,
    project::{exists, shown},
    report::findings::{WordedFinding, WordedWaived},
};

/// Checks translations against the article, the glossary and the locale.
pub(crate) fn run(app: &App, check: &CheckArgs) -> Result<Exit, Failure> {
    let selection = &check.selection;
    let workspace = app.open(&app.overrides_of(Some(selection), None, Some(check.gate.clone())))?;
    let slugs = workspace.slugs(&selection.slugs)?;
    app.say_if_empty(&slugs);
    let is_whole_project = selection.slugs.is_empty() && selection.locales.is_empty();
    let checked = desk::check(&workspace, &slugs, is_whole_project, &TerminalObserver::new(app))?;
    let mut exit = Exit::after(&checked.errors);
    let mut errors: Vec<String> = checked.errors.iter().map(|error| Failure::from(error).message).collect();
    let mut failed = |failure: Failure| {
        let exit = app.report(&failure);
        errors.push(failure.message);
        exit
    };
    let (mut findings, mut waived) = (checked.findings, checked.waived);
    if let Some(revision) = check.revision() {
        match desk::changes_since(&workspace, &slugs, revision) {
            Ok(changes) => {
                findings = concerned(app, &changes, revision, findings);
                waived.retain(|one| changes.concern(&one.item.finding));
            }
            // Without the comparison, everything is shown.
            Err(error) => exit = exit.max(failed(error.into())),
        }
    }
    let mut list = worded(app, findings);
    if let Some(path) = &check.baseline {
        let is_complete = checked.errors.is_empty();
        let is_whole = is_whole_project && check.revision().is_none();
        match with_baseline(app, path, check.update_baseline, is_complete, is_whole, list.clone()) {
            Ok(left) => list = left,
            Err(failure) => exit = exit.max(failed(failure)),
        }
    }
    let waived: Vec<WordedWaived> = waived.iter().map(|one| one.worded(&app.words)).collect();
    let output = check.output.as_deref();
    exit = exit.max(deliver_findings(app, &workspace, check.format, (&list, &waived), &errors, output)?);
    if !waived.is_empty() {
        app.notify(&app.say("check-waived", &[("count", waived.len().into())]));
    }
    if list.is_empty() && exit == Exit::Clean {
        app.notify(&app.say("summary-no-findings", &[]));
    }
    Ok(exit.max(show_gate(app, &workspace, &list)))
}

/// Says how many findings fail the gate, if any.
fn show_gate(app: &App, workspace: &Workspace, list: &[WordedFinding]) -> Exit {
    let failed = severities(list).filter(|severity| workspace.fails(*severity)).count();
    if let (Some(gate), true) = (workspace.settings.fail_on, failed > 0) {
        write_stderr(&gate_failed(app, failed, gate));
    }
    gate_exit(workspace, severities(list))
}

/// The findings in what differs from a revision; says how many are not.
fn concerned(
    app: &App,
    changes: &Changes,
    revision: &str,
    mut findings: Vec<desk::FindingWithText>,
) -> Vec<desk::FindingWithText> {
    let all = findings.len();
    findings.retain(|item| changes.concern(&item.finding));
    let left_out = all - findings.len();
    if left_out > 0 {
        app.notify(&app.say("since-left-out", &[("count", left_out.into()), ("revision", revision.into())]));
    }
    findings
}

/// The findings that a baseline has not, or none where it is written anew.
fn with_baseline(
    app: &App,
    path: &Path,
    update: bool,
    is_complete: bool,
    is_whole: bool,
    list: Vec<WordedFinding>,
) -> Result<Vec<WordedFinding>, Failure> {
    let name = field(&shown(path));
    let say = |id: &str, count: usize| {
        app.notify(&app.say(id, &[("count", count.into()), ("file", Value::Text(&name))]));
    };
    if update {
        // One of another version, or another file altogether, is not written over.
        if exists(path)? {
            Baseline::read(path)?;
        }
        if !is_complete {
            write_stderr(&app.say("baseline-incomplete", &[("file", Value::Text(&name))]));
            return Ok(list);
        }
        let baseline = Baseline::of(&list);
        baseline.write(path)?;
        say("baseline-written", baseline.count());
        return Ok(Vec::new());
    }
    let unhidden = Baseline::read(path)?.hide(list);
    if unhidden.hidden > 0 {
        say("baseline-hidden", unhidden.hidden);
    }
    if unhidden.gone > 0 && is_whole && is_complete {
        say("baseline-gone", unhidden.gone);
    }
    Ok(unhidden.findings)
}
