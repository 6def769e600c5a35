//! The articles of a project, and the files named on the command line.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{Layout, ProjectError, read_bytes};
use crate::source;

/// The names of a project's articles with their files, sorted: the files in `source/` with one of these extensions,
/// ignoring case. Fails where two files have the same name, since their translations would be indistinguishable.
pub fn articles(layout: &Layout, extensions: &[&str]) -> Result<Vec<(String, PathBuf)>, ProjectError> {
    let folder = layout.source();
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(cause) => return Err(ProjectError::io("read", folder, cause)),
    };
    let mut articles: Vec<(String, PathBuf)> = entries
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let is_article = path.is_file() && has_extension(&path, extensions);
            is_article.then(|| Some((path.file_stem()?.to_string_lossy().into_owned(), path)))?
        })
        .collect();
    articles.sort();
    for pair in articles.windows(2) {
        if let [(slug, first), (other, second)] = pair
            && slug == other
        {
            let (first, second) = (layout.name(first), layout.name(second));
            return Err(ProjectError::SameName { slug: slug.clone(), first, second });
        }
    }
    Ok(articles)
}

/// Whether a file has one of these extensions, ignoring case.
fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    let actual = path.extension().unwrap_or_default();
    extensions.iter().any(|extension| actual.eq_ignore_ascii_case(extension))
}

/// The text of an article's file.
pub fn read_article(layout: &Layout, path: &Path) -> Result<String, ProjectError> {
    source::decode(read_bytes(path)?).map_err(|error| ProjectError::Source { name: layout.name(path), error })
}

/// The files that the arguments name: files themselves, and in folders all files at any depth with one of these
/// extensions, sorted.
pub fn source_files(paths: &[PathBuf], extensions: &[&str]) -> Result<Vec<PathBuf>, ProjectError> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() { walk(path, extensions, &mut files)? } else { files.push(path.clone()) }
    }
    Ok(files)
}

fn walk(folder: &Path, extensions: &[&str], files: &mut Vec<PathBuf>) -> Result<(), ProjectError> {
    let entries = fs::read_dir(folder).map_err(|cause| ProjectError::io("read", folder, cause))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    paths.sort();
    for path in paths {
        if path.is_symlink() {
            continue;
        }
        if path.is_dir() {
            walk(&path, extensions, files)?;
        } else if has_extension(&path, extensions) {
            files.push(path);
        }
    }
    Ok(())
}
