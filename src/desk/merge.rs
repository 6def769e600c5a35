//! Brings home what people edited in a bilingual file.

use std::path::Path;

use super::{DeskError, Loaded, Noted, Workspace, findings::placed};
use crate::{
    bilingual::{Bilingual, BilingualError, MergeOutcome, Policy, merge as bring_home},
    model::{Locale, State, extension_of},
    pipeline::Segmenters,
    project::{read_text, shown},
    source::refuse_conflict,
};

/// How edits are taken over.
#[derive(Debug, Clone)]
pub struct MergeOptions {
    /// The state that edited segments get; Translated where none is given.
    pub state: Option<State>,
    /// Who edited or approved.
    pub by: Option<String>,
    /// Today, `YYYY-MM-DD`.
    pub today: String,
}

/// What merging one file gave.
#[derive(Debug)]
pub struct MergedFile {
    /// The file that came back.
    pub name: String,
    /// How many of its segments became what.
    pub outcomes: Vec<(MergeOutcome, usize)>,
    /// The file that holds what was not taken; where it would stand if nothing was refused.
    pub conflicts: Option<String>,
    /// Segments of the article that the file does not have.
    pub not_returned: usize,
    /// What is wrong in the file.
    pub findings: Vec<Noted>,
}

/// Whether these options can be used at all.
pub fn merge_policy(options: MergeOptions) -> Result<Policy, DeskError> {
    let nameless = options.by.as_deref().is_none_or(|by| by.trim().is_empty());
    if options.state.is_some_and(|state| state > State::Translated) && nameless {
        return Err(DeskError::ApprovalWithoutName);
    }
    Ok(Policy { as_state: options.state.unwrap_or(State::Translated), by: options.by, date: options.today })
}

/// Merges one file into the segment file of its article and locale.
pub fn merge(workspace: &Workspace, path: &Path, policy: &Policy) -> Result<MergedFile, DeskError> {
    let name = shown(path);
    let text = read_text(path)?;
    refuse_conflict(&text).map_err(DeskError::source(name.as_str()))?;
    let format = workspace.registries.format_of(extension_of(path).as_deref(), &text);
    let format = format.ok_or_else(|| DeskError::UnknownFormat { name: name.clone(), known: Vec::new() })?;
    let parsed = format.read(&text).map_err(DeskError::bilingual(name.as_str()))?;
    let mut theirs = parsed.value;
    let slug = article_of(workspace, &theirs, &name)?;
    let locale = locale_of(workspace, &theirs, &name)?;
    theirs.target = Some(locale.clone());
    let loaded: Loaded = workspace.load(&Segmenters::new(&workspace.resources.locales), &slug)?;
    let article = &loaded.article;
    let ours = workspace.store.translation(article, &locale)?;
    let merged =
        bring_home(article, &ours.translation, &theirs, policy).map_err(DeskError::bilingual(name.as_str()))?;
    workspace.store.save(article, &ours, &merged.translation, &workspace.notes(article, &locale))?;
    let mut conflicts = None;
    if !merged.conflicts.is_empty() {
        conflicts = Some(workspace.store.save_conflicts(article, &locale, &merged.conflicts, path)?);
    }
    let all = [
        MergeOutcome::Untouched,
        MergeOutcome::Edited,
        MergeOutcome::Stale,
        MergeOutcome::Conflict,
        MergeOutcome::Obsolete,
        MergeOutcome::Unknown,
    ];
    let count = |outcome: MergeOutcome| merged.outcomes.iter().filter(|(_, found)| *found == outcome).count();
    let outcomes = all.into_iter().map(|outcome| (outcome, count(outcome))).filter(|(_, count)| *count > 0).collect();

    // What is wrong stands in the file that came back, not in ours.
    let mut findings = parsed.findings;
    findings.extend(merged.findings);
    for finding in &mut findings {
        finding.place.file = Some(name.clone());
    }
    let mut returned = ours;
    (returned.name, returned.places) = (name.clone(), theirs.places());
    let findings = placed(&loaded, &locale, &returned, &merged.translation, findings);
    Ok(MergedFile { name, outcomes, conflicts, not_returned: merged.not_returned, findings })
}

/// The article that a file belongs to: the one it names.
fn article_of(workspace: &Workspace, theirs: &Bilingual, name: &str) -> Result<String, DeskError> {
    let known = workspace.store.articles()?;
    // A conflict file or a tool may put more behind the name.
    let named = theirs.slug();
    if let Some(slug) = known.iter().find(|slug| *slug == named) {
        return Ok(slug.clone());
    }
    let error = BilingualError::WrongArticle { expected: known.join("`, `"), found: theirs.original.clone() };
    Err(DeskError::Bilingual { name: name.to_owned(), error })
}

fn locale_of(workspace: &Workspace, theirs: &Bilingual, name: &str) -> Result<Locale, DeskError> {
    let targets = workspace.targets()?;
    let found = match &theirs.target {
        Some(found) if targets.contains(found) => return Ok(found.clone()),
        found => found,
    };
    // `be-BY` is what some tools make of `be`.
    let same = |locale: &&Locale| found.as_ref().is_some_and(|found| found.language() == locale.language());
    let mut close = targets.iter().filter(same);
    if let (Some(locale), None) = (close.next(), close.next()) {
        return Ok(locale.clone());
    }
    let expected = targets.iter().map(ToString::to_string).collect::<Vec<_>>().join("`, `");
    let found = found.as_ref().map_or_else(|| "?".to_owned(), ToString::to_string);
    Err(DeskError::Bilingual { name: name.to_owned(), error: BilingualError::WrongLocale { expected, found } })
}
