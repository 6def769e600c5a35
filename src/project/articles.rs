//! The articles of a project, and the files named on the command line.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{
    Layout, ProjectError,
    look::{entries, has_extension, is_editor_lock, is_file, is_folder},
    read_bytes,
};
use crate::source;

/// The names of a project's articles with their files, sorted: the files in `source/` with one of these extensions,
/// ignoring case. Fails where two files have the same name, since their translations would be indistinguishable.
pub fn articles(layout: &Layout, extensions: &[&str]) -> Result<Vec<(String, PathBuf)>, ProjectError> {
    let mut articles = Vec::new();
    for path in entries(&layout.source())?.into_iter().filter(|path| has_extension(path, extensions)) {
        if !is_editor_lock(&path) && is_file(&path)? {
            let slug = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            articles.push((slug, path));
        }
    }
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

/// The text of an article's file.
pub fn read_article(layout: &Layout, path: &Path) -> Result<String, ProjectError> {
    source::decode(read_bytes(path)?).map_err(|error| ProjectError::Source { name: layout.name(path), error })
}

/// The files that the arguments name: files themselves, and in folders all files at any depth with one of these
/// extensions, sorted.
pub fn source_files(paths: &[PathBuf], extensions: &[&str]) -> Result<Vec<PathBuf>, ProjectError> {
    let mut files = Vec::new();
    for path in paths {
        if is_folder(path)? { walk(path, extensions, &mut files)? } else { files.push(path.clone()) }
    }
    Ok(files)
}

fn walk(folder: &Path, extensions: &[&str], files: &mut Vec<PathBuf>) -> Result<(), ProjectError> {
    for path in entries(folder)? {
        let found = fs::symlink_metadata(&path).map_err(|cause| ProjectError::io("read", &path, cause))?;
        if found.is_dir() {
            walk(&path, extensions, files)?;
        } else if !found.is_symlink() && has_extension(&path, extensions) {
            files.push(path);
        }
    }
    Ok(())
}
