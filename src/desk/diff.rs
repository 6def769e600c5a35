//! Comparisons: of two texts of an article, of machine drafts with the current targets, of two editions.

use std::path::Path;

use super::{
    Desk, DeskError, Notice, Observer, StoredDrafts, Workspace,
    segments::{read_source, stem},
};
use crate::{
    diff::{DraftDiff, Drafts, EditionDiff, SourceDiff, articles, drafts, editions},
    model::{Article, Locale},
    pipeline::{Segmenters, lexicon, prepare},
};

/// Compares two texts of an article.
pub fn diff_sources(desk: &Desk, old: &Path, new: &Path) -> Result<SourceDiff, DeskError> {
    let segmenters = Segmenters::new(&desk.resources.locales);
    let read = |path: &Path| -> Result<Article, DeskError> {
        Ok(prepare(&stem(path), read_source(path)?, desk.formats.of_file(path), &segmenters)?.value)
    };
    let (old, new) = (read(old)?, read(new)?);
    Ok(articles(&old, &new, &lexicon(desk.resources.locales.profile(&new.locale))))
}

/// Compares the first drafts of a machine with the current targets.
pub fn diff_drafts(
    workspace: &Workspace,
    slug: &str,
    locale: &Locale,
    observer: &dyn Observer,
) -> Result<DraftDiff, DeskError> {
    let loaded = workspace.load(&Segmenters::new(&workspace.resources.locales), slug)?;
    let stored = workspace.store.translation(&loaded.article, locale)?;
    let StoredDrafts { name, drafts: stored_drafts, findings } = workspace.store.drafts(slug, locale)?;
    for finding in findings {
        observer.notice(&Notice::MemoryFault(Box::new(finding)));
    }
    if stored_drafts.is_none() {
        observer.notice(&Notice::NoDrafts(name));
    }
    let first_drafts: Drafts =
        stored_drafts.unwrap_or_default().into_iter().map(|draft| (draft.id, (draft.target, draft.engine))).collect();
    Ok(drafts(&loaded.article, &first_drafts, &stored.translation))
}

/// Compares two editions; also returns their language.
pub fn diff_editions(desk: &Desk, old: &Path, new: &Path) -> Result<(EditionDiff, Locale), DeskError> {
    let (before, after) = (read_source(old)?, read_source(new)?);
    let locale = locale_of(desk, new, &after);
    Ok((editions(&before, &after, &lexicon(desk.resources.locales.profile(&locale))), locale))
}

/// Returns the language of a text: that of its front matter, or else of its folder (`editions/be/…`).
fn locale_of(desk: &Desk, path: &Path, text: &str) -> Locale {
    let article = desk.formats.of_file(path).parse("", text.to_owned()).value;
    if crate::source::front_matter(&article).text("lang").is_some() {
        return article.locale;
    }
    let folder = path.parent().and_then(Path::file_name).and_then(|name| name.to_string_lossy().parse::<Locale>().ok());
    folder.filter(|locale| desk.resources.locales.is_known(locale)).unwrap_or(article.locale)
}
