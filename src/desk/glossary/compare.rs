//! Comparison of two glossaries, with the findings in the project that the change causes.

use std::{collections::HashSet, path::Path};

use super::GlossaryError;
use crate::{
    desk::{
        DeskError, FindingWithText, Parallelism, Unobserved, Workspace,
        between::compare_reviewed,
        contexts::Contexts,
        each::for_each_together,
        findings::locate,
        reviewed::{Reviewed, review_stored},
    },
    glossary::{ConceptChange, Termbase, compare as changes, load_chosen, read},
    model::{Finding, SegmentId, Side},
    project::{FORMS_LOCK, exists, glossary_files_in, is_file, read_text},
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

/// A glossary to compare.
struct ComparedGlossary {
    /// Its files, as name and text.
    files: Vec<(String, String)>,
    /// The text of the lock of its forms; empty if there is none.
    lock: String,
}

/// Compares two glossaries, each a folder or a file. Forms are as certain as the lock in the folder says, or else the
/// project's. The project's own glossary is not involved; the workspace has it again afterwards.
pub fn compare(workspace: &mut Workspace, old: &Path, new: &Path) -> Result<Compared, DeskError> {
    let (old_glossary, new_glossary) = (read_glossary(workspace, old)?, read_glossary(workspace, new)?);
    let (old, new) = (read(&old_glossary.files), read(&new_glossary.files));
    let new_findings = new_findings(workspace, &old_glossary, &new_glossary)?;
    let changes = changes(&old.value, &new.value);
    Ok(Compared { changes, findings: old.findings.into_iter().chain(new.findings).collect(), wrong: new_findings })
}

fn read_glossary(workspace: &Workspace, path: &Path) -> Result<ComparedGlossary, DeskError> {
    if !exists(path)? {
        return Err(GlossaryError::NoGlossary { path: path.display().to_string() }.into());
    }
    let layout = &workspace.layout;
    let mut lock = String::new();
    for file in [path.join(FORMS_LOCK), layout.forms_lock()] {
        if is_file(&file)? {
            lock = read_text(&file)?;
            break;
        }
    }
    Ok(ComparedGlossary { files: glossary_files_in(layout, path)?, lock })
}

/// Returns the findings that the new glossary raises and the old one does not.
fn new_findings(
    workspace: &mut Workspace,
    old: &ComparedGlossary,
    new: &ComparedGlossary,
) -> Result<Vec<FindingWithText>, DeskError> {
    let project_termbase = std::mem::take(&mut workspace.resources.termbase);
    let mut findings_with = |glossary: &ComparedGlossary| {
        workspace.resources.termbase = load_termbase(workspace, glossary);
        all_findings(workspace)
    };
    let both = findings_with(old).and_then(|old| Ok((old, findings_with(new)?)));
    workspace.resources.termbase = project_termbase;
    let (old, mut new) = both?;
    let known: HashSet<FindingKey> = old.iter().map(|(slug, located)| key(slug, &located.finding)).collect();
    new.retain(|(slug, located)| !known.contains(&key(slug, &located.finding)));
    Ok(new.into_iter().map(|(_, located)| located).collect())
}

fn load_termbase(workspace: &Workspace, glossary: &ComparedGlossary) -> Termbase {
    let ComparedGlossary { files, lock } = glossary;
    let loaded = load_chosen(files, &workspace.resources.grammars, &workspace.settings.glossary, "tolmach.toml");
    loaded.value.reviewed(lock.clone())
}

/// Returns all findings about the project's translations, each with its article's name.
fn all_findings(workspace: &Workspace) -> Result<Vec<(String, FindingWithText)>, DeskError> {
    let contexts = Contexts::new(&workspace.resources);
    let visited = for_each_together(
        workspace,
        &workspace.store.articles()?,
        Parallelism::Articles,
        // The first error ends the comparison, and is returned.
        &Unobserved,
        |loaded, locale| review_stored(workspace, &contexts, loaded, locale),
        |loaded, locales| {
            let of = |review: Reviewed| {
                let stored = &review.stored;
                locate(loaded, &stored.translation.locale, stored, &stored.translation, review.findings)
            };
            let compared = compare_reviewed(workspace, &contexts, loaded, locales);
            compared.into_iter().map(|(locale, review)| (locale, review.map(of))).collect()
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
