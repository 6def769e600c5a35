//! `tolmach glossary diff`

use std::{collections::HashSet, io::Write, path::Path};

use serde_json::{Value as Json, json};

use crate::{
    cli::{
        app::App,
        args::Format,
        exit::{Exit, Failure},
        observed::Observed,
        output::{talk, visible},
        worded::{rendered, worded, worded_loose},
    },
    desk::{self, Workspace},
    glossary::{self, Change, Termbase, compare, load_chosen},
    messages::Value,
    model::{Finding, SegmentId, Side},
    project::glossary_files_in,
    report::findings::{Worded, finding_json},
};

/// Says what changed between two glossaries, and which sentences of the project that makes wrong.
pub(super) fn run(app: &App, old: &Path, new: &Path, format: Format) -> Result<Exit, Failure> {
    let mut workspace = app.open_without_glossary(&app.overrides())?;
    let (old_files, new_files) = (files(&workspace, old)?, files(&workspace, new)?);
    let (old, new) = (glossary::read(&old_files), glossary::read(&new_files));
    let changes = compare(&old.value, &new.value);
    for one in worded_loose(app, old.findings.into_iter().chain(new.findings)) {
        talk(&format!("{}: {}", one.location(), one.reason));
    }
    let wrong = wrong(app, &mut workspace, &old_files, &new_files)?;
    match format {
        Format::Json | Format::Jsonl => app.deliver(&format!("{:#}\n", as_json(&changes, &wrong)), None)?,
        Format::Full => show(app, &changes, &wrong)?,
        other => app.deliver(&rendered(app, other, &wrong)?, None)?,
    }
    Ok(if wrong.is_empty() { Exit::Clean } else { Exit::Findings })
}

fn files(workspace: &Workspace, path: &Path) -> Result<Vec<(String, String)>, Failure> {
    if !path.exists() {
        return Err(Failure::usage(
            format!("there is no `{}`", path.display()),
            "name a folder of glossary files, or one file; `git worktree add` gives an earlier state",
        ));
    }
    Ok(glossary_files_in(&workspace.layout, path)?)
}

/// The findings that are there with the new glossary and were not with the old one.
fn wrong(
    app: &App,
    workspace: &mut Workspace,
    old: &[(String, String)],
    new: &[(String, String)],
) -> Result<Vec<Worded>, Failure> {
    let termbase = |workspace: &Workspace, files: &[(String, String)]| -> Termbase {
        load_chosen(files, &workspace.resources.grammars, &workspace.settings.glossary, "tolmach.toml").value
    };
    let (old, new) = (termbase(workspace, old), termbase(workspace, new));
    let observer = Observed::new(app);
    let known: HashSet<Key> =
        desk::wrong_with(workspace, old, &observer)?.iter().map(|(slug, noted)| key(slug, &noted.finding)).collect();
    let mut all = desk::wrong_with(workspace, new, &observer)?;
    all.retain(|(slug, noted)| !known.contains(&key(slug, &noted.finding)));
    Ok(worded(app, all.into_iter().map(|(_, noted)| noted)))
}

/// What tells a finding from another: article, locale, rule, segment, side and span.
type Key = (String, String, &'static str, Option<SegmentId>, bool, usize, usize);

fn key(slug: &str, finding: &Finding) -> Key {
    let place = &finding.place;
    let locale = place.locale.as_ref().map(ToString::to_string).unwrap_or_default();
    let is_source = place.side == Side::Source;
    (slug.to_owned(), locale, finding.rule(), place.segment, is_source, place.span.start, place.span.end)
}

fn as_json(changes: &[Change], wrong: &[Worded]) -> Json {
    let changes: Vec<Json> = changes
        .iter()
        .map(|change| {
            let wordings: Vec<Json> = change
                .wordings
                .iter()
                .map(|wording| {
                    json!({
                        "locale": wording.locale.to_string(), "text": wording.text,
                        "old": wording.old.map(crate::model::Usage::as_str),
                        "new": wording.new.map(crate::model::Usage::as_str),
                    })
                })
                .collect();
            json!({ "concept": change.concept, "change": change.what.as_str(), "wordings": wordings })
        })
        .collect();
    let wrong: Vec<Json> = wrong
        .iter()
        .map(|worded| {
            let mut finding = finding_json(worded);
            if let Some(fields) = finding.as_object_mut() {
                fields.insert("text".to_owned(), json!(worded.text));
            }
            finding
        })
        .collect();
    json!({ "version": 1, "changes": changes, "wrong": wrong })
}

fn show(app: &App, changes: &[Change], wrong: &[Worded]) -> Result<(), Failure> {
    let mut out = app.out();
    if changes.is_empty() {
        writeln!(out, "{}", app.say("glossary-diff-same", &[]))?;
    }
    for change in changes {
        let id = format!("glossary-diff-{}", change.what.as_str());
        writeln!(out, "{}", app.say(&id, &[("name", Value::Text(&visible(&change.concept)))]))?;
        for wording in &change.wordings {
            let usage = |usage: Option<crate::model::Usage>| {
                usage.map_or_else(|| "–".to_owned(), |usage| app.say(&format!("usage-{}", usage.as_str()), &[]))
            };
            let text = visible(&wording.text);
            writeln!(out, "  {} {text}: {} → {}", wording.locale, usage(wording.old), usage(wording.new))?;
        }
    }
    writeln!(out, "\n{}", app.say("glossary-diff-wrong", &[("count", wrong.len().into())]))?;
    for worded in wrong {
        let place = &worded.finding.place;
        let segment = place.segment.map(|id| id.to_string()).unwrap_or_default();
        let locale = place.locale.as_ref().map(ToString::to_string).unwrap_or_default();
        writeln!(out, "  {locale} {segment} [{}] {}", worded.finding.rule(), visible(&worded.reason))?;
        writeln!(out, "    {}", visible(&worded.text))?;
    }
    Ok(out.flush()?)
}
