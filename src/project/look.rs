//! What stands at a path, where nothing is taken for absent that merely cannot be looked at.

use std::{
    fs::{self, Metadata},
    io::ErrorKind,
    path::{Path, PathBuf},
};

use super::ProjectError;

/// What stands at a path, links followed; `None` if there is nothing.
///
/// Only the system's "not found" means that there is nothing. A link that leads nowhere is an error, in the path's last
/// part or before it: a folder of another disk that is not mounted is not an empty one.
pub fn look(path: &Path) -> Result<Option<Metadata>, ProjectError> {
    match fs::metadata(path) {
        Ok(found) => Ok(Some(found)),
        Err(cause) if cause.kind() == ErrorKind::NotFound => refuse_dangling_link(path).map(|()| None),
        Err(cause) => Err(ProjectError::io("read", path, cause)),
    }
}

/// Fails if the nearest thing that exists on the way to an absent path is a link.
fn refuse_dangling_link(path: &Path) -> Result<(), ProjectError> {
    for part in path.ancestors().filter(|part| !part.as_os_str().is_empty()) {
        match fs::symlink_metadata(part) {
            Ok(found) if found.is_symlink() => {
                // Its target may have come into being since.
                return fs::metadata(part).map(|_| ()).map_err(|cause| ProjectError::io("read", part, cause));
            }
            Ok(_) => return Ok(()),
            Err(cause) if cause.kind() == ErrorKind::NotFound => {}
            Err(cause) => return Err(ProjectError::io("read", part, cause)),
        }
    }
    Ok(())
}

/// Whether there is anything at a path.
pub fn exists(path: &Path) -> Result<bool, ProjectError> {
    Ok(look(path)?.is_some())
}

/// Whether there is a regular file at a path, links followed.
pub fn is_file(path: &Path) -> Result<bool, ProjectError> {
    Ok(look(path)?.is_some_and(|found| found.is_file()))
}

/// Whether there is a folder at a path, links followed.
pub fn is_folder(path: &Path) -> Result<bool, ProjectError> {
    Ok(look(path)?.is_some_and(|found| found.is_dir()))
}

/// The entries of a folder, sorted; none if there is no folder.
pub(super) fn entries(folder: &Path) -> Result<Vec<PathBuf>, ProjectError> {
    let refused = |cause| ProjectError::io("read", folder, cause);
    let read = match fs::read_dir(folder) {
        Ok(read) => read,
        Err(cause) if cause.kind() == ErrorKind::NotFound => {
            return refuse_dangling_link(folder).map(|()| Vec::new());
        }
        Err(cause) => return Err(refused(cause)),
    };
    let paths: Result<Vec<PathBuf>, _> = read.map(|entry| entry.map(|entry| entry.path())).collect();
    let mut paths = paths.map_err(refused)?;
    paths.sort();
    Ok(paths)
}

/// Whether a file has one of these extensions, ignoring case.
pub(super) fn has_extension(path: &Path, known: &[&str]) -> bool {
    path.extension().is_some_and(|extension| known.iter().any(|known| extension.eq_ignore_ascii_case(known)))
}

/// Whether a path is an editor's lock: a hidden link that leads nowhere (`.#army.md`).
pub(super) fn is_editor_lock(path: &Path) -> bool {
    let is_hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    let is_absent = || fs::metadata(path).is_err_and(|cause| cause.kind() == ErrorKind::NotFound);
    is_hidden && fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink()) && is_absent()
}
