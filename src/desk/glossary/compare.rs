//! Comparison of two glossaries, with the findings in the project that the change causes.

use std::{collections::HashSet, path::Path};

use super::GlossaryError;
use crate::{
    desk::{
        DeskError, FindingWithText, Parallelism, Unobserved, Workspace, check::review_translation, contexts::Contexts,
        findings::locate, for_each,
    },
    glossary::{ConceptChange, Termbase, compare as changes, load_chosen, read},
    model::{Finding, SegmentId, Side},
    project::{exists, glossary_files_in},
};

/// The differences between two glossaries.
#[derive(Debug)]
pub struct Compared {
    /// The changed concepts, by id.
    pub changes: Vec<ConceptChange>,
    /// Findings in the files of either glossary.
    pub findings: Vec<Finding>,
    /// Findings about the project's translations that the new glossary raises and the old one does not.
    pub wrong: Vec<FindingWithText>,
}

/// A glossary's files, as name and text.
type Files = Vec<(String, String)>;

/// Compares two glossaries, each a folder or a file. The project's own glossary is not involved; the workspace has it
/// again afterwards.
pub fn compare(workspace: &mut Workspace, old: &Path, new: &Path) -> Result<Compared, DeskError> {
    let (old_files, new_files) = (read_files(workspace, old)?, read_files(workspace, new)?);
    let (old, new) = (read(&old_files), read(&new_files));
    let new_findings = new_findings(workspace, &old_files, &new_files)?;
    let changes = changes(&old.value, &new.value);
    Ok(Compared { changes, findings: old.findings.into_iter().chain(new.findings).collect(), wrong: new_findings })
}

fn read_files(workspace: &Workspace, path: &Path) -> Result<Files, DeskError> {
    if !exists(path)? {
        return Err(GlossaryError::NoGlossary { path: path.display().to_string() }.into());
    }
    Ok(glossary_files_in(&workspace.layout, path)?)
}

/// Returns the findings that the new glossary raises and the old one does not.
fn new_findings(workspace: &mut Workspace, old: &Files, new: &Files) -> Result<Vec<FindingWithText>, DeskError> {
    let project_termbase = std::mem::take(&mut workspace.resources.termbase);
    let mut findings_with = |files: &Files| {
        workspace.resources.termbase = load_termbase(workspace, files);
        all_findings(workspace)
    };
    let both = findings_with(old).and_then(|old| Ok((old, findings_with(new)?)));
    workspace.resources.termbase = project_termbase;
    let (old, mut new) = both?;
    let known: HashSet<FindingKey> = old.iter().map(|(slug, located)| key(slug, &located.finding)).collect();
    new.retain(|(slug, located)| !known.contains(&key(slug, &located.finding)));
    Ok(new.into_iter().map(|(_, located)| located).collect())
}

fn load_termbase(workspace: &Workspace, files: &Files) -> Termbase {
    load_chosen(files, &workspace.resources.grammars, &workspace.settings.glossary, "tolmach.toml").value
}

/// Returns all findings about the project's translations, each with its article's name.
fn all_findings(workspace: &Workspace) -> Result<Vec<(String, FindingWithText)>, DeskError> {
    let contexts = Contexts::new(&workspace.resources);
    let visited = for_each(
        workspace,
        &workspace.store.articles()?,
        Parallelism::Articles,
        // The first error ends the comparison, and is returned.
        &Unobserved,
        |loaded, locale| {
            let stored = workspace.store.translation(&loaded.article, locale)?;
            let translation = stored.translation.clone();
            let review = review_translation(workspace, &contexts, loaded, stored, &translation);
            Ok(locate(loaded, locale, &review.stored, &translation, review.findings))
        },
        |_, locales| locales,
    )?;
    let mut all = Vec::new();
    for (slug, locales) in visited.articles {
        for (_, findings) in locales? {
            all.extend(findings?.into_iter().map(|located| (slug.clone(), located)));
        }
    }
    Ok(all)
}

/// Identifies a finding: article, locale, rule, segment, side and span.
type FindingKey = (String, String, &'static str, Option<SegmentId>, bool, usize, usize);

fn key(slug: &str, finding: &Finding) -> FindingKey {
    let place = &finding.place;
    let locale = place.locale.as_ref().map(ToString::to_string).unwrap_or_default();
    let is_source = place.side == Side::Source;
    (slug.to_owned(), locale, finding.rule(), place.segment, is_source, place.span.start, place.span.end)
}
