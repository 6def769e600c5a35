//! Files that come from a folder and from nowhere else.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{Layout, ProjectError};

/// The file that a path below `folder` leads to, links followed. Fails where it lies outside the folder: a link that comes
/// with a clone could publish any file of the machine.
pub fn inside(layout: &Layout, folder: &Path, path: &Path) -> Result<PathBuf, ProjectError> {
    let resolve = |path: &Path| fs::canonicalize(path).map_err(|cause| ProjectError::io("read", path, cause));
    let resolved = resolve(path)?;
    if resolved.starts_with(resolve(folder)?) {
        Ok(resolved)
    } else {
        Err(ProjectError::LeadsOut { file: layout.name(path), folder: layout.name(folder) })
    }
}
