//! The table at the end of a run, and of `status`.

use std::collections::BTreeMap;

use super::app::App;
use crate::{
    desk::{EditionRun, EditionStatus, Workspace},
    messages::Value,
    model::{Lack, Severity},
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
    let mut outcome = match workspace.settings.fail_on {
        Some(gate) if failed > 0 => vec![gate_failed(app, failed, gate)],
        _ => readiness_lines(app, lines.iter().filter(|line| line.is_written).map(|line| &line.status)),
    };
    outcome.extend(unseen_line(app, lines.iter().map(|line| &line.status)));
    if !outcome.is_empty() {
        out.extend(["\n", &outcome.join("\n"), "\n"]);
    }
    out
}

/// How many findings fail the gate.
pub(super) fn gate_failed(app: &App, failed: usize, gate: Severity) -> String {
    let severity = app.say(&format!("severity-{}", gate.as_str()), &[]);
    app.say("summary-gate-failed", &[("count", failed.into()), ("severity", Value::Text(&severity))])
}

/// Says how many translations an unseen change of their sentence left as they were, if any.
pub(super) fn unseen_line<'e>(app: &App, editions: impl Iterator<Item = &'e EditionStatus>) -> Option<String> {
    let count: usize = editions.map(|edition| edition.unseen).sum();
    (count > 0).then(|| app.say("summary-unseen", &[("count", count.into())]))
}

/// Says how many editions are ready, and how many are drafts and why.
pub(super) fn readiness_lines<'e>(app: &App, editions: impl Iterator<Item = &'e EditionStatus>) -> Vec<String> {
    let (ready, open): (Vec<_>, Vec<_>) = editions.partition(|edition| edition.is_ready());
    let mut lines = Vec::new();
    if !ready.is_empty() {
        lines.push(app.say("summary-finished", &[("count", ready.len().into())]));
    }
    if !open.is_empty() {
        let words = open_words(app, open.iter().flat_map(|edition| edition.open.iter().copied()));
        let args = [("count", Value::from(open.len())), ("open", Value::Text(&words))];
        lines.push(app.say("summary-not-ready", &args));
    }
    lines
}

/// Words what keeps editions from being ready.
pub(super) fn open_words(app: &App, open: impl Iterator<Item = (Lack, usize)>) -> String {
    let mut counts: BTreeMap<Lack, usize> = BTreeMap::new();
    for (lack, count) in open {
        *counts.entry(lack).or_default() += count;
    }
    let word = |(lack, count): (Lack, usize)| app.say(&format!("open-{}", lack.as_str()), &[("count", count.into())]);
    counts.into_iter().map(word).collect::<Vec<_>>().join(", ")
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
