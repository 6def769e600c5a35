//! Which articles does a project have?

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{Layout, ProjectError, read_bytes};
use crate::source;

/// The names of a project's articles, sorted.
pub fn slugs(layout: &Layout) -> Result<Vec<String>, ProjectError> {
    let folder = layout.source();
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(cause) => return Err(ProjectError::io("read", folder, cause)),
    };
    let mut slugs: Vec<String> = entries
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let is_article = path.is_file() && is_markdown(&path);
            is_article.then(|| path.file_stem().map(|stem| stem.to_string_lossy().into_owned()))?
        })
        .collect();
    slugs.sort();
    Ok(slugs)
}

/// Whether a path is named like Markdown.
#[must_use]
pub fn is_markdown(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("md"))
}

/// The text of an article.
pub fn load_article(layout: &Layout, slug: &str) -> Result<String, ProjectError> {
    let path = layout.article(slug);
    if !path.is_file() {
        return Err(ProjectError::NoArticle { slug: slug.to_owned(), known: slugs(layout)? });
    }
    source::decode(read_bytes(&path)?).map_err(|error| ProjectError::Source { name: layout.name(&path), error })
}

/// The Markdown files that the arguments name: files as they are, folders with all Markdown below them, sorted.
pub fn markdown_files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, ProjectError> {
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() { walk(path, &mut found)? } else { found.push(path.clone()) }
    }
    Ok(found)
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) -> Result<(), ProjectError> {
    let entries = fs::read_dir(folder).map_err(|cause| ProjectError::io("read", folder, cause))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    paths.sort();
    for path in paths {
        if path.is_symlink() {
            continue;
        }
        if path.is_dir() {
            walk(&path, found)?;
        } else if is_markdown(&path) {
            found.push(path);
        }
    }
    Ok(())
}
