//! Pages that no build makes any more: whoever publishes the folder of editions would still publish them.

use super::{DeskError, Workspace};
use crate::{
    model::{Finding, Locale, Place, Severity},
    pipeline::{OrphanedPageProblem, accepts},
    project::{edition_pages, is_folder},
};

/// A page whose article does not exist, or of a locale that the project has no texts in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoosePage {
    /// The file's name, as shown to users.
    pub name: String,
    /// Its locale.
    pub locale: Locale,
    /// The name of its article.
    pub slug: String,
    /// Whether the project has texts in its locale.
    pub is_of_target: bool,
}

/// Looks for pages that no build makes any more, unless the selection leaves out an article: a page of an article that is gone
/// belongs to none.
pub(super) fn loose_pages(workspace: &Workspace, slugs: &[String]) -> Result<Vec<LoosePage>, DeskError> {
    let (known, settings) = (workspace.store.articles()?, &workspace.settings);
    if !slugs.is_empty() && !known.iter().all(|slug| slugs.contains(slug)) {
        return Ok(Vec::new());
    }
    let is_every_locale = settings.targets.len() == settings.all_targets.len();
    let pages = edition_pages(&workspace.layout, &workspace.formats.extensions())?.into_iter();
    let loose = pages.filter(|page| is_every_locale || settings.targets.contains(&page.locale)).filter_map(|page| {
        let is_of_target = settings.all_targets.contains(&page.locale);
        let is_made = is_of_target && known.contains(&page.slug);
        let name = workspace.layout.name(&page.path);
        // A folder with the name of a language may be anybody's: the project has worked in it if it has the locale's own folder.
        let own = workspace.layout.locales().join(page.locale.to_string());
        let is_ours = is_of_target || page.has_report || is_folder(&own).unwrap_or(false);
        (is_ours && !is_made).then_some(LoosePage { name, locale: page.locale, slug: page.slug, is_of_target })
    });
    Ok(loose.collect())
}

/// The findings on these pages that the settings do not except.
pub(super) fn loose_findings(workspace: &Workspace, slugs: &[String]) -> Result<Vec<Finding>, DeskError> {
    let accepted = workspace.accepted();
    let mut counts = vec![0; accepted.len()];
    let findings = loose_pages(workspace, slugs)?.into_iter().map(|page| (page.finding(), page.slug));
    let kept = findings.filter(|(finding, slug)| !accepts(&accepted, &mut counts, Some(slug), finding, None));
    Ok(kept.map(|(finding, _)| finding).collect())
}

impl LoosePage {
    pub(super) fn finding(&self) -> Finding {
        let place = Place { file: Some(self.name.clone()), locale: Some(self.locale.clone()), ..Place::default() };
        let problem = if self.is_of_target {
            OrphanedPageProblem::ArticleGone { slug: self.slug.clone() }
        } else {
            OrphanedPageProblem::NotATarget { locale: self.locale.to_string() }
        };
        Finding::new(problem, Severity::Minor, place)
    }
}
