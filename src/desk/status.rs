//! The progress of editions: review states, and word counts.

use serde::{Deserialize, Serialize};

use super::{
    DeskError, Observer, Parallelism, Visited, Workspace,
    cached::{Cacheable, ResultCache, for_each_cached},
};
use crate::{
    model::Locale,
    report::{RunInput, RunReport, Status, run_report},
};

/// The progress of one edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionStatus {
    /// The article's name.
    pub slug: String,
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
}

impl EditionStatus {
    /// Summarises the report of an edition.
    pub(super) fn of(report: &RunReport, obsolete: usize) -> Self {
        let states = Status::ALL.iter().map(|status| {
            let (segments, words) = report.coverage(*status);
            (*status, segments, words)
        });
        Self {
            slug: report.slug.clone(),
            locale: report.target.clone(),
            segments: report.rows.len(),
            words: report.words(),
            states: states.collect(),
            obsolete,
        }
    }
}

/// Returns the progress of the editions of a selection.
pub fn status(
    workspace: &Workspace,
    slugs: &[String],
    observer: &dyn Observer,
) -> Result<Visited<Vec<Result<EditionStatus, DeskError>>>, DeskError> {
    for_each_cached(
        &ResultCache::open(workspace, "status", [], observer),
        slugs,
        Parallelism::Articles,
        |loaded, locale| {
            let stored = workspace.store.translation(&loaded.article, locale)?;
            let report = run_report(&loaded.article, &stored.translation, RunInput::default());
            Ok(EditionStatus::of(&report, stored.translation.obsolete.len()))
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
