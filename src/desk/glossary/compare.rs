//! Two glossaries compared, with the sentences of the project that the change makes wrong.

use std::{collections::HashSet, path::Path};

use super::GlossaryError;
use crate::{
    desk::{
        DeskError, Lanes, Noted, Unobserved, Workspace, check::reviewed, contexts::Contexts, findings::placed, for_each,
    },
    glossary::{ConceptChange, Termbase, compare as changes, load_chosen, read},
    model::{Finding, SegmentId, Side},
    project::glossary_files_in,
};

/// What differs between two glossaries.
#[derive(Debug)]
pub struct Compared {
    /// The concepts that differ, by id.
    pub changes: Vec<ConceptChange>,
    /// What is wrong in the files of either.
    pub findings: Vec<Finding>,
    /// What is wrong with the project's translations by the later glossary and was not by the earlier one.
    pub wrong: Vec<Noted>,
}

/// A glossary's files, as name and text.
type Files = Vec<(String, String)>;

/// Compares two glossaries, each a folder or a file. The project's own glossary does not count, and the workspace has it
/// again at the end.
pub fn compare(workspace: &mut Workspace, old: &Path, new: &Path) -> Result<Compared, DeskError> {
    let (old_files, new_files) = (files(workspace, old)?, files(workspace, new)?);
    let (old, new) = (read(&old_files), read(&new_files));
    let wrong = newly_wrong(workspace, &old_files, &new_files)?;
    let changes = changes(&old.value, &new.value);
    Ok(Compared { changes, findings: old.findings.into_iter().chain(new.findings).collect(), wrong })
}

fn files(workspace: &Workspace, path: &Path) -> Result<Files, DeskError> {
    if !path.exists() {
        return Err(GlossaryError::NoGlossary { path: path.display().to_string() }.into());
    }
    Ok(glossary_files_in(&workspace.layout, path)?)
}

/// The findings that are there with the new glossary and were not with the old one.
fn newly_wrong(workspace: &mut Workspace, old: &Files, new: &Files) -> Result<Vec<Noted>, DeskError> {
    let own = std::mem::take(&mut workspace.resources.termbase);
    let mut wrong = |files: &Files| {
        workspace.resources.termbase = termbase(workspace, files);
        wrong(workspace)
    };
    let both = wrong(old).and_then(|old| Ok((old, wrong(new)?)));
    workspace.resources.termbase = own;
    let (old, mut new) = both?;
    let known: HashSet<FindingKey> = old.iter().map(|(slug, noted)| key(slug, &noted.finding)).collect();
    new.retain(|(slug, noted)| !known.contains(&key(slug, &noted.finding)));
    Ok(new.into_iter().map(|(_, noted)| noted).collect())
}

fn termbase(workspace: &Workspace, files: &Files) -> Termbase {
    load_chosen(files, &workspace.resources.grammars, &workspace.settings.glossary, "tolmach.toml").value
}

/// Everything that is wrong with the project's translations, each finding with its article's name.
fn wrong(workspace: &Workspace) -> Result<Vec<(String, Noted)>, DeskError> {
    let contexts = Contexts::new(&workspace.resources);
    let visited = for_each(
        workspace,
        &workspace.store.articles()?,
        Lanes::Articles,
        // The first error ends the comparison, and is given back.
        &Unobserved,
        |loaded, locale| {
            let stored = workspace.store.translation(&loaded.article, locale)?;
            let translation = stored.translation.clone();
            let review = reviewed(workspace, &contexts, loaded, stored, &translation);
            Ok(placed(loaded, locale, &review.stored, &translation, review.findings))
        },
        |_, locales| locales,
    )?;
    let mut wrong = Vec::new();
    for (slug, locales) in visited.articles {
        for (_, findings) in locales? {
            wrong.extend(findings?.into_iter().map(|noted| (slug.clone(), noted)));
        }
    }
    Ok(wrong)
}

/// What tells a finding from another: article, locale, rule, segment, side and span.
type FindingKey = (String, String, &'static str, Option<SegmentId>, bool, usize, usize);

fn key(slug: &str, finding: &Finding) -> FindingKey {
    let place = &finding.place;
    let locale = place.locale.as_ref().map(ToString::to_string).unwrap_or_default();
    let is_source = place.side == Side::Source;
    (slug.to_owned(), locale, finding.rule(), place.segment, is_source, place.span.start, place.span.end)
}
