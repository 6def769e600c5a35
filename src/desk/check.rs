//! Checks of a project's translations.

use super::{
    DeskError, FindingWithText, Loaded, Observer, Parallelism, WaivedFinding, Workspace,
    between::compare_reviewed,
    cached::{Cacheable, ResultCache, for_each_cached},
    contexts::Contexts,
    each::{VisitedLocales, for_each_together},
    findings::{article_findings, drop_accepted, drop_source_duplicates, locate, without_text},
    leftovers,
    observer::report_once,
    reviewed::{Reviewed, review_stored},
    waivers::{Waivers, locate_waived},
};
use crate::{
    model::{Article, Finding, Place, Severity, Side, Waiver},
    pipeline::IgnoreProblem,
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
        |loaded, locales| compare_reviewed(workspace, &contexts, loaded, locales),
        |loaded, locales| collect_findings(workspace, loaded, locales, observer),
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
    findings.extend(without_text(idle_ignores(workspace, &accepted, whole)));
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
    let visited = for_each_together(
        workspace,
        &[slug.to_owned()],
        Parallelism::Articles,
        observer,
        |loaded, locale| review_stored(workspace, &contexts, loaded, locale),
        |loaded, locales| compare_reviewed(workspace, &contexts, loaded, locales),
        |loaded, locales| {
            let found = collect_findings(workspace, loaded, locales, observer);
            let ArticleFindings { findings, waived, errors, .. } = found;
            CheckedAlone { article: loaded.article.clone(), findings, waived, errors }
        },
    )?;
    let article = visited.articles.into_iter().next().map(|(_, result)| result);
    article.unwrap_or(Err(DeskError::BrokenThread))
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
    loaded: &Loaded,
    locales: VisitedLocales<Reviewed>,
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
    for mut reviewed in checked {
        let translation = reviewed.stored.translation.clone();
        let (locale, stored) = (&translation.locale, &reviewed.stored);
        findings.extend(locate(loaded, locale, stored, &translation, std::mem::take(&mut reviewed.findings)));
        waived.extend(locate_waived(loaded, stored, &translation, std::mem::take(&mut reviewed.waived)));
        let fallen = reviewed.waivers.target.findings(&loaded.article, locale, is_whole);
        let fallen = locate(loaded, locale, stored, &translation, fallen);
        let (fallen, counts) = drop_accepted(workspace, Some(slug), fallen);
        findings.extend(fallen);
        accepted.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
        of_source.join(&reviewed.waivers.source);
    }
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

/// Reports exceptions that do nothing: one without a reason is not applied, and one that matches nothing, which is known only
/// where all was checked, would hide the next real finding.
fn idle_ignores(workspace: &Workspace, accepted: &[usize], whole: bool) -> Vec<Finding> {
    let settings = &workspace.settings;
    let finding = |(number, _): (usize, &usize)| {
        let ignore = settings.ignores.get(number)?;
        let rule = ignore.rule.clone();
        let line = settings.ignore_lines.get(number).copied();
        let file = Some(workspace.layout.name(&workspace.layout.settings()));
        let place = Place { file, line, column: line.map(|_| 1), ..Place::default() };
        match ignore.has_reason() {
            true if whole => Some(Finding::new(IgnoreProblem::Unused { rule }, Severity::Minor, place)),
            true => None,
            false => Some(Finding::new(IgnoreProblem::NoReason { rule }, Severity::Major, place)),
        }
    };
    accepted.iter().enumerate().filter(|(_, count)| **count == 0).filter_map(finding).collect()
}
