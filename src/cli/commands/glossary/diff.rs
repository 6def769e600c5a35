//! `tolmach glossary diff`

use std::{collections::HashSet, io::Write, path::Path};

use serde_json::{Value as Json, json};

use crate::{
    cli::{
        app::{App, Workspace},
        args::Format,
        engines::PLACEHOLDERS,
        exit::{Exit, Failure},
        output::{talk, visible},
        worded::{accepted, context, placed, rendered, worded},
        work::{load, read_segments},
    },
    glossary::{self, Change, Termbase, compare, load_chosen},
    messages::Value,
    model::{Finding, SegmentId, Side},
    pipeline::{Segmenters, review},
    project::glossary_files_in,
    report::findings::{Worded, finding_json},
};

/// Says what changed between two glossaries, and which sentences of the project that makes wrong.
pub(super) fn run(app: &App, old: &Path, new: &Path, format: Format) -> Result<Exit, Failure> {
    let mut workspace = app.open_without_glossary()?;
    let (old_files, new_files) = (files(&workspace, old)?, files(&workspace, new)?);
    let (old, new) = (glossary::read(&old_files), glossary::read(&new_files));
    let changes = compare(&old.value, &new.value);
    for one in worded(app, None, None, old.findings.into_iter().chain(new.findings).collect()) {
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
    workspace.resources.termbase = old;
    let known: HashSet<Key> =
        reviewed(app, workspace)?.iter().map(|(slug, worded)| key(slug, &worded.finding)).collect();
    workspace.resources.termbase = new;
    let all = reviewed(app, workspace)?.into_iter();
    Ok(all.filter(|(slug, worded)| !known.contains(&key(slug, &worded.finding))).map(|(_, worded)| worded).collect())
}

/// What tells a finding from another: article, locale, rule, segment, side and span.
type Key = (String, String, &'static str, Option<SegmentId>, bool, usize, usize);

fn key(slug: &str, finding: &Finding) -> Key {
    let place = &finding.place;
    let locale = place.locale.as_ref().map(ToString::to_string).unwrap_or_default();
    let is_source = place.side == Side::Source;
    (slug.to_owned(), locale, finding.rule, place.segment, is_source, place.span.start, place.span.end)
}

/// What is wrong with the project's translations, with the glossary that the workspace holds.
fn reviewed(app: &App, workspace: &Workspace) -> Result<Vec<(String, Worded)>, Failure> {
    let segmenters = Segmenters::new(&workspace.resources.locales);
    let mut list = Vec::new();
    for slug in crate::project::slugs(&workspace.layout)? {
        let article = load(workspace, &segmenters, &slug)?.article;
        for locale in workspace.targets()? {
            let file = read_segments(workspace, &article, locale)?;
            let context = context(workspace, &article.locale, locale);
            let reviewed = review(&context, &article, &file.translation, PLACEHOLDERS, &accepted(workspace));
            let mut findings = reviewed.findings;
            placed(workspace, &article, locale, file.text.as_deref(), &mut findings);
            let words = worded(app, Some(&article), Some(&file.translation), findings);
            list.extend(words.into_iter().map(|worded| (slug.clone(), worded)));
        }
    }
    Ok(list)
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
        writeln!(out, "  {locale} {segment} [{}] {}", worded.finding.rule, visible(&worded.reason))?;
        writeln!(out, "    {}", visible(&worded.text))?;
    }
    Ok(out.flush()?)
}
