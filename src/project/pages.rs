//! The editions that lie in a project's folder of generated files, whatever article they were made of.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use super::{
    Layout, ProjectError,
    look::{entries, is_file, is_folder},
};
use crate::model::Locale;

/// An edition's files in the folder of generated files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionPage {
    /// Its page; its report where there is no page.
    pub path: PathBuf,
    /// The locale of its folder.
    pub locale: Locale,
    /// The name of the article that it was made of, whether or not there is one.
    pub slug: String,
    /// Whether its report lies beside it, as only a build writes one.
    pub has_report: bool,
}

/// The editions of every locale, also of those that are no target, sorted. A page is an edition's where the article's text, in one
/// of these extensions, or its report lies beside it: nothing is said of a page that somebody else has put there.
pub fn edition_pages(layout: &Layout, extensions: &[&str]) -> Result<Vec<EditionPage>, ProjectError> {
    let mut pages = Vec::new();
    for folder in entries(&layout.editions())? {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let Some(locale) = name.parse::<Locale>().ok().filter(|locale| locale.to_string() == name) else { continue };
        if is_folder(&folder)? {
            pages.extend(
                slugs_with_pages(&folder, extensions)?.into_iter().map(|(slug, (path, has_report))| EditionPage {
                    path,
                    locale: locale.clone(),
                    slug,
                    has_report,
                }),
            );
        }
    }
    Ok(pages)
}

/// The articles whose editions are in a locale's folder, each with its page and whether it has a report.
fn slugs_with_pages(folder: &Path, extensions: &[&str]) -> Result<BTreeMap<String, (PathBuf, bool)>, ProjectError> {
    let mut names = BTreeSet::new();
    for path in entries(folder)? {
        // A link that leads nowhere publishes nothing.
        if let Some(name) = path.file_name().and_then(|name| name.to_str())
            && is_file(&path).unwrap_or(false)
        {
            names.insert(name.to_owned());
        }
    }
    let texts: BTreeSet<&str> = names
        .iter()
        .filter_map(|name| name.rsplit_once('.'))
        .filter(|(_, extension)| extensions.iter().any(|known| known.eq_ignore_ascii_case(extension)))
        .map(|(stem, _)| stem)
        .collect();
    let is_report =
        |slug: &str| ["html", "json"].iter().all(|extension| names.contains(&format!("{slug}.report.{extension}")));
    let mut slugs = BTreeMap::new();
    for name in &names {
        let Some(stem) = name.strip_suffix(".html").filter(|stem| !stem.is_empty()) else { continue };
        if let Some(slug) = stem.strip_suffix(".report").filter(|slug| is_report(slug)) {
            slugs.entry(slug.to_owned()).or_insert_with(|| (folder.join(name), true));
        } else if texts.contains(stem) {
            slugs.insert(stem.to_owned(), (folder.join(name), is_report(stem)));
        }
    }
    Ok(slugs)
}
