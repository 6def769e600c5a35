//! Checks of a project's translations.

use std::sync::Arc;

use super::{
    DeskError, FindingWithText, Loaded, Observer, Parallelism, Stored, WaivedFinding, Workspace,
    cached::{Cacheable, ResultCache, for_each_cached},
    contexts::Contexts,
    findings::{article_findings, drop_accepted, drop_source_duplicates, locate, without_text},
    for_each, leftovers,
    observer::report_once,
    waivers::{SideWaivers, Waivers, locate_waived},
};
use crate::{
    check::{CheckedEdition, Context, across, mirror},
    edition::slug_findings,
    model::{Article, Finding, Locale, Origin, Place, Severity, Side, Translation, Waiver, cut},
    pipeline::{Review, UnusedIgnoreProblem, accepts, review},
};

/// The result of a check.
#[derive(Debug)]
pub struct Checked {
    /// All findings: the glossary's, then each article's in reading order, then those about the settings.
    pub findings: Vec<FindingWithText>,
    /// The findings that somebody has waived.
    pub waived: Vec<WaivedFinding>,
    /// Errors for what could not be checked.
    pub errors: Vec<DeskError>,
}

/// A translation and its findings.
pub(super) struct Reviewed {
    pub(super) stored: Stored,
    /// The findings that are neither excepted nor waived.
    pub(super) findings: Vec<Finding>,
    /// The waived ones, each with its waiver.
    pub(super) waived: Vec<(Finding, Waiver)>,
    pub(super) waivers: SideWaivers,
    /// Errors of the waivers that cannot be used.
    pub(super) faults: Vec<DeskError>,
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
        |loaded, locale| review_stored(workspace, &contexts, loaded, locale),
        |loaded, locales| collect_findings(workspace, &contexts, loaded, locales, observer),
    )?;
    let (mut findings, mut accepted) = drop_accepted(workspace, None, without_text(workspace.glossary_findings()));
    let (mut waived, mut errors) = (Vec::new(), Vec::new());
    for (_, result) in visited.articles {
        match result {
            Ok(article) => {
                findings.extend(article.findings);
                waived.extend(article.waived);
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
    Ok(Checked { findings, waived, errors })
}

/// The findings of one article, in every locale.
pub(super) struct CheckedAlone {
    pub(super) article: Article,
    pub(super) findings: Vec<FindingWithText>,
    pub(super) waived: Vec<WaivedFinding>,
    pub(super) errors: Vec<DeskError>,
}

/// Checks one article, without the glossary and what is about the project.
pub(super) fn check_one(workspace: &Workspace, slug: &str, observer: &dyn Observer) -> Result<CheckedAlone, DeskError> {
    let contexts = Contexts::new(&workspace.resources);
    let visited = for_each(
        workspace,
        &[slug.to_owned()],
        Parallelism::Articles,
        observer,
        |loaded, locale| review_stored(workspace, &contexts, loaded, locale),
        |loaded, locales| {
            let found = collect_findings(workspace, &contexts, loaded, locales, observer);
            let ArticleFindings { findings, waived, errors, .. } = found;
            CheckedAlone { article: loaded.article.clone(), findings, waived, errors }
        },
    )?;
    let article = visited.articles.into_iter().next().map(|(_, result)| result);
    article.unwrap_or(Err(DeskError::BrokenThread))
}

fn review_stored(
    workspace: &Workspace,
    contexts: &Contexts<'_>,
    loaded: &Loaded,
    locale: &Locale,
) -> Result<Reviewed, DeskError> {
    let stored = workspace.store.translation(&loaded.article, locale)?;
    let translation = stored.translation.clone();
    Ok(review_translation(workspace, contexts, loaded, stored, &translation))
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
    let (mut waivers, faults) = SideWaivers::load(workspace, loaded, &translation.locale);
    let (findings, waived) = waivers.part(workspace, loaded, translation, findings);
    Reviewed { stored, findings, waived, waivers, faults, accepted: counts }
}

impl Reviewed {
    /// The review, for what decides by its findings: an error where some of its waivers could not be used.
    pub(super) fn decisive(mut self) -> Result<Self, DeskError> {
        if self.faults.is_empty() { Ok(self) } else { Err(self.faults.swap_remove(0)) }
    }
}

/// The findings of one article.
struct ArticleFindings {
    findings: Vec<FindingWithText>,
    waived: Vec<WaivedFinding>,
    accepted: Vec<usize>,
    errors: Vec<DeskError>,
}

impl Cacheable for ArticleFindings {
    type Entry = (Vec<FindingWithText>, Vec<WaivedFinding>, Vec<usize>);

    fn to_entry(&self) -> Option<Self::Entry> {
        self.errors.is_empty().then(|| (self.findings.clone(), self.waived.clone(), self.accepted.clone()))
    }

    fn from_entry((findings, waived, accepted): Self::Entry, _: &Workspace) -> Option<Self> {
        Some(Self { findings, waived, accepted, errors: Vec::new() })
    }
}

fn collect_findings(
    workspace: &Workspace,
    contexts: &Contexts<'_>,
    loaded: &Loaded,
    locales: Vec<(Locale, Result<Reviewed, DeskError>)>,
    observer: &dyn Observer,
) -> ArticleFindings {
    let slug = &loaded.article.slug;
    let (mut findings, mut accepted) = drop_accepted(workspace, Some(slug), article_findings(loaded));
    let (mut of_source, faults) = Waivers::load(workspace, slug, &loaded.article.locale);
    let (mut waived, mut errors, mut checked) = (Vec::new(), Vec::new(), Vec::new());
    let report = |faults: Vec<DeskError>, errors: &mut Vec<DeskError>| {
        for error in &faults {
            report_once(observer, error);
        }
        errors.extend(faults);
    };
    report(faults, &mut errors);
    // A finding between editions shows only where all of them have been read.
    let is_whole = workspace.settings.targets.len() == workspace.settings.all_targets.len()
        && locales.iter().all(|(_, edition)| edition.is_ok());
    for (_, edition) in locales {
        match edition {
            Ok(mut reviewed) => {
                accepted.iter_mut().zip(&reviewed.accepted).for_each(|(sum, count)| *sum += count);
                report(std::mem::take(&mut reviewed.faults), &mut errors);
                checked.push(reviewed);
            }
            Err(error) => errors.push(error),
        }
    }
    let mut counts = Vec::new();
    let inconsistencies = across_editions(workspace, contexts, loaded, &checked, &mut counts);
    accepted.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
    let mut between = Vec::new();
    for (mut reviewed, found) in checked.into_iter().zip(inconsistencies) {
        let translation = reviewed.stored.translation.clone();
        let (locale, stored) = (&translation.locale, &reviewed.stored);
        findings.extend(locate(loaded, locale, stored, &translation, reviewed.findings));
        let (open, waived_between) = reviewed.waivers.part(workspace, loaded, &translation, found);
        between.extend(locate(loaded, locale, stored, &translation, open));
        reviewed.waived.extend(waived_between);
        waived.extend(locate_waived(loaded, stored, &translation, reviewed.waived));
        let (fallen, counts) = drop_accepted(
            workspace,
            Some(slug),
            locate(
                loaded,
                locale,
                stored,
                &translation,
                reviewed.waivers.target.findings(&loaded.article, locale, is_whole),
            ),
        );
        findings.extend(fallen);
        accepted.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
        of_source.join(&reviewed.waivers.source);
    }
    findings.extend(between);
    let mut findings = drop_source_duplicates(findings);
    let fallen = of_source.findings(&loaded.article, &loaded.article.locale, is_whole);
    let (fallen, counts) = drop_accepted(workspace, Some(slug), without_text(fallen));
    findings.extend(fallen);
    accepted.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
    ArticleFindings { findings, waived: once(waived), accepted, errors }
}

/// Keeps waived findings in the article once, not once for each locale.
fn once(waived: Vec<WaivedFinding>) -> Vec<WaivedFinding> {
    let (items, waivers): (Vec<_>, Vec<_>) = waived.into_iter().map(|one| (one.item, one.waiver)).unzip();
    let mut left = drop_source_duplicates(items.clone()).into_iter().peekable();
    let is_kept = |(mut item, waiver): (FindingWithText, Waiver)| {
        if item.finding.place.side == Side::Source {
            item.finding.place.locale = None;
        }
        left.next_if_eq(&item).map(|item| WaivedFinding { item, waiver })
    };
    items.into_iter().zip(waivers).filter_map(is_kept).collect()
}

/// Returns inconsistencies between the editions of one article, for each of these, and how many findings each accepted entry
/// suppressed. An edition with placeholder drafts has made no choice, and is left out.
fn across_editions(
    workspace: &Workspace,
    contexts: &Contexts<'_>,
    loaded: &Loaded,
    editions: &[Reviewed],
    counts: &mut Vec<usize>,
) -> Vec<Vec<Finding>> {
    let placeholders = workspace.registries.placeholders();
    let has_placeholder = |translation: &Translation| {
        translation.targets.values().any(
            |target| matches!(&target.origin, Origin::Machine { engine } if placeholders.contains(&engine.as_str())),
        )
    };
    let compared: Vec<&Stored> = editions
        .iter()
        .map(|reviewed| &reviewed.stored)
        .filter(|stored| !has_placeholder(&stored.translation))
        .collect();
    let context_of = |stored: &&Stored| contexts.get(&loaded.article.locale, &stored.translation.locale);
    let contexts: Vec<Arc<Context<'_>>> = compared.iter().map(context_of).collect();
    let choices: Vec<CheckedEdition<'_>> = compared
        .iter()
        .zip(&contexts)
        .map(|(stored, context)| CheckedEdition { context, article: &loaded.article, translation: &stored.translation })
        .collect();
    let accepted = workspace.accepted();
    *counts = vec![0; accepted.len()];
    let mut findings = vec![Vec::new(); editions.len()];
    for finding in across(&choices).into_iter().chain(mirror(&choices)) {
        let locale = finding.place.locale.as_ref();
        let edition = editions.iter().position(|reviewed| locale == Some(&reviewed.stored.translation.locale));
        let Some((reviewed, found)) = edition.and_then(|at| Some((editions.get(at)?, findings.get_mut(at)?))) else {
            continue;
        };
        let marked_text = finding
            .place
            .segment
            .filter(|_| finding.place.side == Side::Target)
            .and_then(|id| reviewed.stored.translation.targets.get(&id));
        let marked_text = marked_text.map(|target| cut(&target.text.prose, &finding.place.span));
        if !accepts(&accepted, counts, Some(&loaded.article.slug), &finding, marked_text) {
            found.push(finding);
        }
    }
    findings
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
