//! The editions that lie in a project's folder of generated files, whatever article they were made of.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use super::{
    Layout, ProjectError,
    look::{entries, is_file},
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
}

/// The editions of every locale, also of those that are no target, sorted. A page is an edition's where the article's text, in one
/// of these extensions, or its report lies beside it: nothing is said of a page that somebody else has put there.
pub fn edition_pages(layout: &Layout, extensions: &[&str]) -> Result<Vec<EditionPage>, ProjectError> {
    let mut pages = Vec::new();
    for folder in entries(&layout.editions())? {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let Some(locale) = name.parse::<Locale>().ok().filter(|locale| locale.to_string() == name) else { continue };
        if folder.is_dir() {
            pages.extend(slugs_with_pages(&folder, extensions)?.into_iter().map(|(slug, path)| EditionPage {
                path,
                locale: locale.clone(),
                slug,
            }));
        }
    }
    Ok(pages)
}

/// The articles whose editions are in a locale's folder, each with its page.
fn slugs_with_pages(folder: &Path, extensions: &[&str]) -> Result<BTreeMap<String, PathBuf>, ProjectError> {
    let mut names = BTreeSet::new();
    for path in entries(folder)? {
        // A link that leads nowhere publishes nothing.
        if let Some(name) = path.file_name().and_then(|name| name.to_str())
            && is_file(&path).unwrap_or(false)
        {
            names.insert(name.to_owned());
        }
    }
    let mut slugs = BTreeMap::new();
    for name in &names {
        let Some(stem) = name.strip_suffix(".html").filter(|stem| !stem.is_empty()) else { continue };
        if let Some(slug) = stem.strip_suffix(".report").filter(|_| names.contains(&format!("{stem}.json"))) {
            slugs.entry(slug.to_owned()).or_insert_with(|| folder.join(name));
        } else if extensions.iter().any(|extension| names.contains(&format!("{stem}.{extension}"))) {
            slugs.insert(stem.to_owned(), folder.join(name));
        }
    }
    Ok(slugs)
}
