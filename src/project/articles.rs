//! The articles of a project, and the files named on the command line.

use std::{
    collections::{BTreeMap, btree_map::Entry},
    fs,
    path::{Path, PathBuf},
};

use unicode_normalization::UnicodeNormalization;

use super::{
    Layout, ProjectError, inside,
    look::{entries, has_extension, is_editor_lock, is_file, is_folder},
    read_bytes,
};
use crate::source;

/// The names of a project's articles with their files, sorted: the files in `source/` with one of these extensions,
/// ignoring case. Fails where two files have the same name, since their translations would be indistinguishable, and
/// where two would write one file.
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
    refuse_same_output(layout, &articles)?;
    Ok(articles)
}

/// What stands behind an article's name in the files that are made of it, before the extension.
const PARTS: [&str; 3] = ["", ".report", ".conflict"];

/// Fails where two articles would write one file, also on a disk that does not tell `War` from `war`.
pub fn refuse_same_output(layout: &Layout, articles: &[(String, PathBuf)]) -> Result<(), ProjectError> {
    let mut owners: BTreeMap<String, &Path> = BTreeMap::new();
    for (slug, path) in articles {
        for part in PARTS {
            let output = format!("{}{part}", slug.nfc().collect::<String>().to_lowercase());
            match owners.entry(output) {
                Entry::Vacant(free) => {
                    free.insert(path);
                }
                Entry::Occupied(taken) => {
                    let extension = if taken.key().ends_with(".conflict") { "xlf" } else { "html" };
                    return Err(ProjectError::SameOutput {
                        first: layout.name(taken.get()),
                        second: layout.name(path),
                        output: format!("{}.{extension}", taken.key()),
                    });
                }
            }
        }
    }
    Ok(())
}

/// The text of an article's file. A link in `source/` must not lead out of it.
pub fn read_article(layout: &Layout, path: &Path) -> Result<String, ProjectError> {
    if path.starts_with(layout.source()) {
        inside(layout, &layout.source(), path)?;
    }
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
