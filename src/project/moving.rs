//! Files that get another name or go, where nothing that somebody saves meanwhile is lost.

use std::{fs, io::ErrorKind, path::Path};

use super::{
    ProjectError,
    files::{finish, folder_of},
    look::is_file,
    read_if_there,
    temporary::{Temporary, write_error},
};

/// Gives a file a name that nothing has yet; returns `false`, with nothing done, if something has it. An editor that has the
/// file open goes on writing to it.
pub fn rename_new(from: &Path, to: &Path) -> Result<bool, ProjectError> {
    match rename_to_free(from, to) {
        Err(cause) if cause.kind() == ErrorKind::AlreadyExists => Ok(false),
        renamed => finish(to, renamed).map(|()| true),
    }
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn rename_to_free(from: &Path, to: &Path) -> std::io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};

    match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
        // Not every file system can tell.
        Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS) => look_and_rename(from, to),
        renamed => Ok(renamed?),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn rename_to_free(from: &Path, to: &Path) -> std::io::Result<()> {
    look_and_rename(from, to)
}

fn look_and_rename(from: &Path, to: &Path) -> std::io::Result<()> {
    match fs::symlink_metadata(to) {
        Ok(_) => Err(ErrorKind::AlreadyExists.into()),
        Err(cause) if cause.kind() == ErrorKind::NotFound => fs::rename(from, to),
        Err(cause) => Err(cause),
    }
}

/// Removes a file that still holds what was read from it; returns `false`, with the file in its place, if it has changed.
pub fn remove_read(path: &Path, read: &[u8]) -> Result<bool, ProjectError> {
    if read_if_there(path)?.as_deref() != Some(read) {
        return Ok(false);
    }
    // Taken out of everybody's sight first, so that a save in this very moment is seen.
    let mut aside = Temporary::create(folder_of(path)).map_err(|cause| write_error(path, cause))?;
    aside.name_contents(None, read).map_err(|cause| write_error(path, cause))?;
    fs::rename(path, &aside.path).map_err(|cause| write_error(path, cause))?;
    match fs::read(&aside.path) {
        Ok(found) if found == read => {
            drop(aside);
            return finish(path, Ok(())).map(|()| true);
        }
        Ok(_) => {}
        Err(cause) => return Err(write_error(path, aside.leave(cause))),
    }
    match rename_to_free(&aside.path, path) {
        // Saved once more: what was taken away is older.
        Err(cause) if cause.kind() != ErrorKind::AlreadyExists => Err(write_error(path, aside.leave(cause))),
        _ => Ok(false),
    }
}

/// Whether two paths lead to one file that exists.
#[must_use]
pub fn is_same_file(a: &Path, b: &Path) -> bool {
    let resolve = |path: &Path| fs::canonicalize(path).ok();
    resolve(a).is_some_and(|a| resolve(b) == Some(a))
}

/// Removes a generated file; returns whether there was one.
pub fn remove_generated(path: &Path) -> Result<bool, ProjectError> {
    let is_there = is_file(path)?;
    if is_there {
        fs::remove_file(path).map_err(|cause| ProjectError::io("remove", path, cause))?;
    }
    Ok(is_there)
}
