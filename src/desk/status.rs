//! How far each edition has come.

use serde::{Deserialize, Serialize};

use super::{
    DeskError, Lanes, Observer, Visited, Workspace,
    cached::{Cached, Keepable, for_each_cached},
};
use crate::{
    model::Locale,
    report::{RunInput, RunReport, Status, run_report},
};

/// How far one edition has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionStatus {
    /// The article's name.
    pub slug: String,
    /// The locale.
    pub locale: Locale,
    /// Segments that are translated.
    pub segments: usize,
    /// Their words in the source.
    pub words: usize,
    /// Segments and words of each status, the best first.
    pub states: Vec<(Status, usize, usize)>,
    /// Targets whose sentence has left the article.
    pub obsolete: usize,
}

impl EditionStatus {
    /// How far the edition of a report has come.
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

/// How far the editions of a selection have come.
pub fn status(
    workspace: &Workspace,
    slugs: &[String],
    observer: &dyn Observer,
) -> Result<Visited<Vec<Result<EditionStatus, DeskError>>>, DeskError> {
    for_each_cached(
        &Cached::open(workspace, "status", [], observer),
        slugs,
        Lanes::Articles,
        |loaded, locale| {
            let stored = workspace.store.translation(&loaded.article, locale)?;
            let report = run_report(&loaded.article, &stored.translation, RunInput::default());
            Ok(EditionStatus::of(&report, stored.translation.obsolete.len()))
        },
        |_, locales| locales.into_iter().map(|(_, result)| result).collect(),
    )
}

impl Keepable for Vec<Result<EditionStatus, DeskError>> {
    type Kept = Vec<EditionStatus>;

    fn keep(&self) -> Option<Self::Kept> {
        self.iter().map(|edition| edition.as_ref().ok().cloned()).collect()
    }

    fn take(kept: Self::Kept, _: &Workspace) -> Option<Self> {
        Some(kept.into_iter().map(Ok).collect())
    }
}
