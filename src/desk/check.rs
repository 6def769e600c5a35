//! Checks of a project's translations.

use std::sync::Arc;

use super::{
    DeskError, FindingWithText, Loaded, Observer, Parallelism, Stored, Workspace,
    cached::{Cacheable, ResultCache, for_each_cached},
    contexts::Contexts,
    findings::{article_findings, drop_accepted, drop_source_duplicates, locate, without_text},
    leftovers,
};
use crate::{
    check::{CheckedEdition, Context, across},
    edition::slug_findings,
    model::{Finding, Origin, Place, Severity, Translation, cut},
    pipeline::{Review, UnusedIgnoreProblem, accepts, review},
};

/// The result of a check.
#[derive(Debug)]
pub struct Checked {
    /// All findings: the glossary's, then each article's in reading order, then those about the settings.
    pub findings: Vec<FindingWithText>,
    /// Errors for what could not be checked.
    pub errors: Vec<DeskError>,
}

/// A translation and its findings.
pub(super) struct Reviewed {
    pub(super) stored: Stored,
    pub(super) findings: Vec<Finding>,
    /// For each accepted entry of the settings, the number of findings it suppressed.
    pub(super) accepted: Vec<usize>,
}

/// Checks translations against article, glossary and locale. `whole` means that no article or locale was left out, so
/// that an exception that matches nothing can be reported.
pub fn check(
    workspace: &Workspace,
    slugs: &[String],
    whole: bool,
    observer: &dyn Observer,
) -> Result<Checked, DeskError> {
    let contexts = Contexts::new(&workspace.resources);
    let visited = for_each_cached(
        &ResultCache::open(workspace, "check", [], observer),
        slugs,
        Parallelism::Articles,
        |loaded, locale| {
            let stored = workspace.store.translation(&loaded.article, locale)?;
            let translation = stored.translation.clone();
            Ok(review_translation(workspace, &contexts, loaded, stored, &translation))
        },
        |loaded, locales| {
            collect_findings(workspace, &contexts, loaded, locales.into_iter().map(|(_, result)| result).collect())
        },
    )?;
    let (mut findings, mut accepted) = drop_accepted(workspace, None, without_text(workspace.glossary_findings()));
    let mut errors = Vec::new();
    for (_, result) in visited.articles {
        match result {
            Ok(article) => {
                findings.extend(article.findings);
                errors.extend(article.errors);
                accepted.iter_mut().zip(article.accepted).for_each(|(sum, count)| *sum += count);
            }
            Err(error) => errors.push(error),
        }
    }
    let leftovers = leftovers(workspace, slugs)?;
    let (left, counts) = leftovers.findings(workspace);
    findings.extend(without_text(left));
    accepted.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
    leftovers.errors.iter().for_each(|error| observer.failed(error));
    errors.extend(leftovers.errors);
    if whole {
        findings.extend(without_text(unused_ignores(workspace, &accepted)));
    }
    Ok(Checked { findings, errors })
}

/// Reviews a translation, either the stored one or one about to be stored.
pub(super) fn review_translation(
    workspace: &Workspace,
    contexts: &Contexts<'_>,
    loaded: &Loaded,
    stored: Stored,
    translation: &Translation,
) -> Reviewed {
    let context = contexts.get(&loaded.article.locale, &translation.locale);
    let placeholders = workspace.registries.placeholders();
    let accepted = workspace.accepted();
    let Review { findings: reviewed, accepted: mut counts } =
        review(&context, &loaded.article, translation, &placeholders, &accepted);
    let profile = workspace.resources.locales.profile(&translation.locale);
    let slug = Some(loaded.article.slug.as_str());
    let mut is_open = |finding: &Finding| !accepts(&accepted, &mut counts, slug, finding, None);
    let mut findings: Vec<Finding> = stored.findings.iter().filter(|finding| is_open(finding)).cloned().collect();
    findings.extend(reviewed);
    findings.extend(slug_findings(&loaded.article, translation, profile).into_iter().filter(|one| is_open(one)));
    Reviewed { stored, findings, accepted: counts }
}

/// The findings of one article.
struct ArticleFindings {
    findings: Vec<FindingWithText>,
    accepted: Vec<usize>,
    errors: Vec<DeskError>,
}

impl Cacheable for ArticleFindings {
    type Entry = (Vec<FindingWithText>, Vec<usize>);

    fn to_entry(&self) -> Option<Self::Entry> {
        self.errors.is_empty().then(|| (self.findings.clone(), self.accepted.clone()))
    }

    fn from_entry((findings, accepted): Self::Entry, _: &Workspace) -> Option<Self> {
        Some(Self { findings, accepted, errors: Vec::new() })
    }
}

fn collect_findings(
    workspace: &Workspace,
    contexts: &Contexts<'_>,
    loaded: &Loaded,
    editions: Vec<Result<Reviewed, DeskError>>,
) -> ArticleFindings {
    let (mut findings, mut accepted) = drop_accepted(workspace, Some(&loaded.article.slug), article_findings(loaded));
    let mut errors = Vec::new();
    let mut checked = Vec::new();
    for edition in editions {
        match edition {
            Ok(Reviewed { stored, findings: new_findings, accepted: counts }) => {
                let locale = stored.translation.locale.clone();
                findings.extend(locate(loaded, &locale, &stored, &stored.translation, new_findings));
                accepted.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
                checked.push(stored);
            }
            Err(error) => errors.push(error),
        }
    }
    let (inconsistencies, counts) = across_editions(workspace, contexts, loaded, &checked);
    findings.extend(inconsistencies);
    accepted.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
    ArticleFindings { findings: drop_source_duplicates(findings), accepted, errors }
}

/// Returns inconsistencies between the editions of one article, and how many findings each accepted entry suppressed.
/// An edition with placeholder drafts has made no choice, and is left out.
fn across_editions(
    workspace: &Workspace,
    contexts: &Contexts<'_>,
    loaded: &Loaded,
    editions: &[Stored],
) -> (Vec<FindingWithText>, Vec<usize>) {
    let placeholders = workspace.registries.placeholders();
    let has_placeholder = |translation: &Translation| {
        translation.targets.values().any(
            |target| matches!(&target.origin, Origin::Machine { engine } if placeholders.contains(&engine.as_str())),
        )
    };
    let editions: Vec<&Stored> = editions.iter().filter(|stored| !has_placeholder(&stored.translation)).collect();
    let context_of = |stored: &&Stored| contexts.get(&loaded.article.locale, &stored.translation.locale);
    let contexts: Vec<Arc<Context<'_>>> = editions.iter().map(context_of).collect();
    let choices: Vec<CheckedEdition<'_>> = editions
        .iter()
        .zip(&contexts)
        .map(|(stored, context)| CheckedEdition { context, article: &loaded.article, translation: &stored.translation })
        .collect();
    let accepted = workspace.accepted();
    let mut counts = vec![0; accepted.len()];
    let mut findings = Vec::new();
    for finding in across(&choices) {
        let edition = editions.iter().find(|stored| finding.place.locale.as_ref() == Some(&stored.translation.locale));
        let Some(stored) = edition else { continue };
        let marked_text = finding.place.segment.and_then(|id| stored.translation.targets.get(&id));
        let marked_text = marked_text.map(|target| cut(&target.text.prose, &finding.place.span));
        if accepts(&accepted, &mut counts, Some(&loaded.article.slug), &finding, marked_text) {
            continue;
        }
        let translation = &stored.translation;
        findings.extend(locate(loaded, &translation.locale, stored, translation, vec![finding]));
    }
    (findings, counts)
}

/// Reports unused exceptions: one that matches nothing would hide the next real finding.
fn unused_ignores(workspace: &Workspace, accepted: &[usize]) -> Vec<Finding> {
    let settings = &workspace.settings;
    let finding = |(number, _): (usize, &usize)| {
        let rule = settings.ignores.get(number)?.rule.clone();
        let line = settings.ignore_lines.get(number).copied();
        let file = Some(workspace.layout.name(&workspace.layout.settings()));
        let place = Place { file, line, column: line.map(|_| 1), ..Place::default() };
        Some(Finding::new(UnusedIgnoreProblem { rule }, Severity::Minor, place))
    };
    accepted.iter().enumerate().filter(|(_, count)| **count == 0).filter_map(finding).collect()
}
