//! `tolmach glossary diff`.

use std::{io::Write, path::Path};

use serde_json::{Value as Json, json};

use crate::{
    cli::{
        app::App,
        args::{CheckFormat, GlossaryDiffFormat},
        exit::{Exit, Failure},
        output::{Printed, field},
        worded::{print_findings, render, worded, worded_loose},
    },
    desk::glossary::{ConceptChange, compare},
    messages::Value,
    model::Usage,
    report::findings::{WordedFinding, finding_json},
};

/// Shows what changed between two glossaries, and which sentences of the project that makes wrong.
pub(super) fn run(app: &App, old: &Path, new: &Path, format: GlossaryDiffFormat) -> Result<Exit, Failure> {
    let mut workspace = app.open_without_glossary(&app.overrides())?;
    let compared = compare(&mut workspace, old, new)?;
    print_findings(&worded_loose(app, compared.findings));
    let (changes, wrong) = (compared.changes, worded(app, compared.wrong));
    match format {
        GlossaryDiffFormat::Full => show(app, &changes, &wrong)?,
        GlossaryDiffFormat::Json => app.print(&format!("{:#}\n", as_json(&changes, &wrong)), Printed::Json)?,
        GlossaryDiffFormat::Concise => app.print(&render(app, CheckFormat::Concise, &wrong), app.text())?,
        GlossaryDiffFormat::Github => app.print(&render(app, CheckFormat::Github, &wrong), app.text())?,
    }
    Ok(if wrong.is_empty() { Exit::Clean } else { Exit::Findings })
}

fn as_json(changes: &[ConceptChange], wrong: &[WordedFinding]) -> Json {
    let change = |change: &ConceptChange| {
        let wordings: Vec<Json> = change
            .wordings
            .iter()
            .map(|wording| {
                let [old, new] = [wording.old, wording.new].map(|usage| usage.map(Usage::as_str));
                json!({ "locale": wording.locale.to_string(), "text": wording.text, "old": old, "new": new })
            })
            .collect();
        json!({ "concept": change.concept, "change": change.kind.as_str(), "wordings": wordings })
    };
    let finding = |worded: &WordedFinding| {
        let mut finding = finding_json(worded);
        if let Some(fields) = finding.as_object_mut() {
            fields.insert("text".to_owned(), json!(worded.text));
        }
        finding
    };
    let changes: Vec<Json> = changes.iter().map(change).collect();
    json!({ "version": 1, "changes": changes, "wrong": wrong.iter().map(finding).collect::<Vec<_>>() })
}

fn show(app: &App, changes: &[ConceptChange], wrong: &[WordedFinding]) -> Result<(), Failure> {
    let mut out = app.out();
    if changes.is_empty() {
        writeln!(out, "{}", app.say("glossary-diff-same", &[]))?;
    }
    let usage = |usage: Option<Usage>| {
        usage.map_or_else(|| "–".to_owned(), |usage| app.say(&format!("usage-{}", usage.as_str()), &[]))
    };
    for change in changes {
        let id = format!("glossary-diff-{}", change.kind.as_str());
        writeln!(out, "{}", app.say(&id, &[("name", Value::Text(&field(&change.concept)))]))?;
        for wording in &change.wordings {
            let text = field(&wording.text);
            writeln!(out, "  {} {text}: {} → {}", wording.locale, usage(wording.old), usage(wording.new))?;
        }
    }
    writeln!(out, "\n{}", app.say("glossary-diff-wrong", &[("count", wrong.len().into())]))?;
    for worded in wrong {
        let place = &worded.finding.place;
        let segment = place.segment.map(|id| id.to_string()).unwrap_or_default();
        let locale = place.locale.as_ref().map(ToString::to_string).unwrap_or_default();
        let line = field(&worded.location());
        writeln!(out, "  {line}: {locale} {segment} [{}] {}", worded.finding.rule(), field(&worded.reason))?;
        writeln!(out, "    {}", field(&worded.text))?;
    }
    Ok(out.flush()?)
}
