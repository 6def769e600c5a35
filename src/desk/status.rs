//! The progress of editions: review states, and word counts.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{
    DeskError, Observer, Parallelism, Visited, Workspace,
    between::compare_reviewed,
    cached::{Cacheable, ResultCache, for_each_cached},
    contexts::Contexts,
    readiness::readiness,
    reviewed::{Reviewed, review_stored},
};
use crate::{
    edition::local_slug,
    model::{Article, Despite, Lack, Locale, Readiness, SegmentId, Translation},
    report::{RunInput, RunReport, RunRow, Status, run_report},
};

/// The progress of one edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionStatus {
    /// The article's name.
    pub slug: String,
    /// The edition's name in addresses.
    pub local_slug: String,
    /// The same once it is fixed; only a translated `slug` of the front matter takes precedence.
    pub fixed_slug: Option<String>,
    /// The locale.
    pub locale: Locale,
    /// The number of segments to translate.
    pub segments: usize,
    /// The number of their source words.
    pub words: usize,
    /// The segments and words of each status, the best first.
    pub states: Vec<(Status, usize, usize)>,
    /// The number of targets whose sentence is no longer in the article.
    pub obsolete: usize,
    /// What keeps the edition from being ready, with the number of segments, the worst first; empty if it is ready.
    pub open: Vec<(Lack, usize)>,
    /// The number of targets that kept their state although their sentence has changed, in nothing that a reader sees.
    pub unseen: usize,
    /// The segments that somebody approved in spite of something.
    pub approved_despite: Vec<ApprovedDespite>,
}

/// A segment that was approved in spite of something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApprovedDespite {
    /// The segment.
    pub segment: SegmentId,
    /// In spite of what.
    pub despite: BTreeSet<Despite>,
    /// Who approved it.
    pub by: String,
    /// The day, `YYYY-MM-DD`.
    pub on: String,
}

impl EditionStatus {
    /// Summarises the report of an edition.
    pub(super) fn of(
        workspace: &Workspace,
        article: &Article,
        translation: &Translation,
        report: &RunReport,
        readiness: &Readiness,
    ) -> Self {
        let profile = workspace.resources.locales.profile(&translation.locale);
        let states = Status::ALL.iter().map(|status| {
            let (segments, words) = report.coverage(*status);
            (*status, segments, words)
        });
        Self {
            slug: report.slug.clone(),
            local_slug: local_slug(article, translation, profile),
            fixed_slug: translation.fixed_slug.clone(),
            locale: report.target.clone(),
            segments: report.rows.len(),
            words: report.words(),
            states: states.collect(),
            obsolete: translation.obsolete.len(),
            open: readiness.counts(),
            unseen: report.rows.iter().filter(|row| is_unseen(row)).count(),
            approved_despite: report.rows.iter().filter_map(approved_despite).collect(),
        }
    }

    /// Whether the edition is ready.
    #[must_use]
    pub const fn is_ready(&self) -> bool {
        self.open.is_empty()
    }
}

fn is_unseen(row: &RunRow) -> bool {
    row.target.as_ref().is_some_and(|target| target.written_for.is_some())
}

fn approved_despite(row: &RunRow) -> Option<ApprovedDespite> {
    let target = row.target.as_ref().filter(|target| !target.is_stale())?;
    let approval = target.approval.as_ref().filter(|approval| !approval.despite.is_empty())?;
    let (despite, by, on) = (approval.despite.clone(), approval.by.clone(), approval.date.clone());
    Some(ApprovedDespite { segment: row.id, despite, by, on })
}

/// Returns the progress of the editions of a selection.
pub fn status(
    workspace: &Workspace,
    slugs: &[String],
    observer: &dyn Observer,
) -> Result<Visited<Vec<Result<EditionStatus, DeskError>>>, DeskError> {
    let contexts = Contexts::new(&workspace.resources);
    for_each_cached(
        &ResultCache::open(workspace, "status", [], observer),
        slugs,
        Parallelism::Articles,
        |loaded, locale| review_stored(workspace, &contexts, loaded, locale),
        |loaded, locales| {
            let of = |review: Reviewed| {
                let review = review.decisive()?;
                let translation = &review.stored.translation;
                let report = run_report(&loaded.article, translation, RunInput::default());
                let readiness = readiness(workspace, loaded, translation, &review.findings);
                Ok(EditionStatus::of(workspace, &loaded.article, translation, &report, &readiness))
            };
            let compared = compare_reviewed(workspace, &contexts, loaded, locales);
            compared.into_iter().map(|(locale, review)| (locale, review.and_then(of))).collect()
        },
        |_, locales| locales.into_iter().map(|(_, result)| result).collect(),
    )
}

impl Cacheable for Vec<Result<EditionStatus, DeskError>> {
    type Entry = Vec<EditionStatus>;

    fn to_entry(&self) -> Option<Self::Entry> {
        self.iter().map(|edition| edition.as_ref().ok().cloned()).collect()
    }

    fn from_entry(entry: Self::Entry, _: &Workspace) -> Option<Self> {
        Some(entry.into_iter().map(Ok).collect())
    }
}
