//! How far each edition has come.

use super::{DeskError, Lanes, Observer, Visited, Workspace, for_each};
use crate::{
    model::Locale,
    report::{Gathered, Status, run_report},
};

/// How far one edition has come.
#[derive(Debug, Clone, PartialEq, Eq)]
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

/// How far the editions of a selection have come.
pub fn status(
    workspace: &Workspace,
    slugs: &[String],
    observer: &dyn Observer,
) -> Result<Visited<Vec<Result<EditionStatus, DeskError>>>, DeskError> {
    for_each(
        workspace,
        slugs,
        Lanes::Articles,
        observer,
        |loaded, locale| {
            let stored = workspace.store.translation(&loaded.article, locale)?;
            let report = run_report(&loaded.article, &stored.translation, Gathered::default());
            let states = Status::ALL.iter().map(|status| {
                let (segments, words) = report.coverage(*status);
                (*status, segments, words)
            });
            Ok(EditionStatus {
                slug: loaded.article.slug.clone(),
                locale: locale.clone(),
                segments: report.rows.len(),
                words: report.words(),
                states: states.collect(),
                obsolete: stored.translation.obsolete.len(),
            })
        },
        |_, locales| locales.into_iter().map(|(_, result)| result).collect(),
    )
}
