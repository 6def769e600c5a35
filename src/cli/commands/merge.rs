//! `tolmach merge`

use std::{
    io::Write,
    path::{Path, PathBuf},
};

use crate::{
    bilingual::{Bilingual, BilingualError, Merge, Outcome, Policy, merge, xliff},
    cli::{
        app::{App, Workspace},
        clock::today,
        exit::{Exit, Failure},
        worded::{gate, placed, rendered, worded},
        work::{bilingual_failure, load, read_segments, save_segments},
    },
    model::{Article, Locale, State},
    pipeline::Segmenters,
    project::{Lock, read_text, shown as path_name, slugs, write_atomic},
};

/// Brings back segment files that were edited elsewhere.
pub(crate) fn run(app: &App, files: &[PathBuf], state: Option<State>, by: Option<String>) -> Result<Exit, Failure> {
    let workspace = app.open(&app.overrides())?;
    let _lock = Lock::take(&workspace.layout, "merge")?;
    if state.is_some_and(|state| state > State::Translated) && by.as_deref().is_none_or(|by| by.trim().is_empty()) {
        return Err(Failure::usage("`--as reviewed` and `--as final` need a name", "add `--by NAME`"));
    }
    let policy = Policy { as_state: state.unwrap_or(State::Translated), by, date: today() };
    let segmenters = Segmenters::new(&workspace.resources.locales);
    let mut exit = Exit::Clean;
    for path in files {
        match one(app, &workspace, &segmenters, path, &policy) {
            Ok(result) => exit = exit.max(result),
            Err(failure) => exit = exit.max(app.shown(&failure)),
        }
    }
    Ok(exit)
}

fn one(
    app: &App,
    workspace: &Workspace,
    segmenters: &Segmenters<'_>,
    path: &Path,
    policy: &Policy,
) -> Result<Exit, Failure> {
    let name = path_name(path);
    let text = read_text(path)?;
    crate::source::refuse_conflict(&text).map_err(|error| Failure::usage(format!("{name}: {error}"), error.hint()))?;
    let parsed = xliff::read(&text).map_err(|error| bilingual_failure(&name, &error))?;
    let mut theirs = parsed.value;
    let slug = article_of(workspace, &theirs, &name)?;
    let locale = locale_of(workspace, &theirs, &name)?;
    theirs.target = Some(locale.clone());
    let loaded = load(workspace, segmenters, &slug)?;
    let article = &loaded.article;
    let ours = read_segments(workspace, article, &locale)?;
    let merged =
        merge(article, &ours.translation, &theirs, policy).map_err(|error| bilingual_failure(&name, &error))?;
    save_segments(workspace, article, &ours, &merged.translation)?;
    let conflict = workspace.layout.conflict(&locale, &slug);
    if !merged.conflicts.is_empty() {
        keep_conflicts(&conflict, article, &locale, &merged, path)?;
    }

    let mut out = app.out();
    for (id, outcome) in [
        ("merge-untouched", Outcome::Untouched),
        ("merge-edited", Outcome::Edited),
        ("merge-stale", Outcome::Stale),
        ("merge-conflict", Outcome::Conflict),
        ("merge-obsolete", Outcome::Obsolete),
        ("merge-unknown", Outcome::Unknown),
    ] {
        let count = merged.outcomes.iter().filter(|(_, found)| *found == outcome).count();
        if count > 0 {
            let file = workspace.layout.name(&conflict);
            let said = app.say(id, &[("count", count.into()), ("file", file.as_str().into())]);
            writeln!(out, "{name}: {said}")?;
        }
    }
    if merged.not_returned > 0 {
        writeln!(out, "{name}: {}", app.say("merge-not-returned", &[("count", merged.not_returned.into())]))?;
    }
    out.flush()?;
    let mut findings = parsed.findings;
    findings.extend(merged.findings.clone());
    for finding in &mut findings {
        finding.place.file = Some(name.clone());
    }
    placed(workspace, article, &locale, Some(&text), &mut findings);
    let list = worded(app, Some(article), Some(&merged.translation), findings);
    app.deliver(&rendered(app, crate::cli::args::Format::Full, &list)?, None)?;
    let fails = gate(workspace, list.iter().map(|worded| &worded.finding.severity));
    Ok(if merged.conflicts.is_empty() { fails } else { Exit::Findings })
}

/// Writes what was not taken. A file of earlier conflicts that nobody has settled is kept: the new one gets a number.
fn keep_conflicts(
    path: &Path,
    article: &Article,
    locale: &Locale,
    merged: &Merge,
    returned: &Path,
) -> Result<(), Failure> {
    let text = xliff::conflicts(&article.locale, locale, &merged.conflicts, &xliff::Settings::of(article));
    let mut free = path.to_owned();
    let mut number = 2;
    while free.exists() && read_text(&free)? != text && free != returned {
        free = path.with_extension(format!("{number}.xlf"));
        number += 1;
    }
    Ok(write_atomic(&free, text.as_bytes())?)
}

/// The article that a file belongs to: the one it names, or the only one whose segments it has.
fn article_of(workspace: &Workspace, theirs: &Bilingual, name: &str) -> Result<String, Failure> {
    let known = slugs(&workspace.layout)?;
    // A conflict file or a tool may put more behind the name.
    let named = theirs.slug();
    if let Some(slug) = known.iter().find(|slug| *slug == named) {
        return Ok(slug.clone());
    }
    let failure = bilingual_failure(
        name,
        &BilingualError::WrongArticle { expected: known.join("`, `"), found: theirs.original.clone() },
    );
    Err(failure)
}

fn locale_of(workspace: &Workspace, theirs: &Bilingual, name: &str) -> Result<Locale, Failure> {
    let targets = workspace.targets()?;
    match &theirs.target {
        Some(found) if targets.contains(found) => Ok(found.clone()),
        found => {
            // `be-BY` is what some tools make of `be`.
            let same = |locale: &&Locale| found.as_ref().is_some_and(|found| found.language() == locale.language());
            let mut close = targets.iter().filter(same);
            if let (Some(locale), None) = (close.next(), close.next()) {
                return Ok(locale.clone());
            }
            let expected = targets.iter().map(ToString::to_string).collect::<Vec<_>>().join("`, `");
            let found = found.as_ref().map_or_else(|| "?".to_owned(), ToString::to_string);
            Err(bilingual_failure(name, &BilingualError::WrongLocale { expected, found }))
        }
    }
}
