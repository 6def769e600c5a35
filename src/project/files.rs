//! Reading files, and writing them so that none is ever half there.

use std::{
    fs::{self, File},
    io::{self, ErrorKind, Write},
    path::Path,
};

use super::{Layout, ProjectError};
use crate::source::decode;

/// The bytes of a file.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, ProjectError> {
    fs::read(path).map_err(|cause| ProjectError::io("read", path, cause))
}

/// The text of a file, with BOM and line ends unchanged.
pub fn read_text(path: &Path) -> Result<String, ProjectError> {
    decode(read_bytes(path)?).map_err(|source| ProjectError::NotUtf8 { path: path.to_owned(), source })
}

/// Creates `.tolmach` unless it exists.
pub(super) fn create_state(layout: &Layout) -> io::Result<()> {
    fs::create_dir_all(layout.state()).map_err(|cause| match cause.kind() {
        // `File exists` would not help a user whose file is missing.
        ErrorKind::AlreadyExists => io::Error::new(ErrorKind::NotADirectory, "`.tolmach` is not a folder"),
        _ => cause,
    })
}

/// Writes a file whole or not at all: temporary file in the same folder, sync, rename, sync of the folder.
///
/// Missing parent folders are created.
pub fn write_atomic(path: &Path, bytes: &[u8]) -> Result<(), ProjectError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    create_folder(folder)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let temporary = folder.join(format!(".{name}.{}.tmp", std::process::id()));
    let written = (|| {
        let mut file = File::create(&temporary)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        if let Ok(existing) = fs::metadata(path) {
            fs::set_permissions(&temporary, existing.permissions())?;
        }
        fs::rename(&temporary, path)?;
        // A rename is durable only once its folder is synced; a system that cannot sync folders reports so, which is
        // fine.
        match File::open(folder).and_then(|folder| folder.sync_all()) {
            Err(error) if !matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::PermissionDenied) => Err(error),
            _ => Ok(()),
        }
    })();
    written.map_err(|cause| {
        let _ = fs::remove_file(&temporary);
        ProjectError::io("write", path, cause)
    })
}

/// Creates a folder and its parents unless they exist.
pub fn create_folder(path: &Path) -> Result<(), ProjectError> {
    fs::create_dir_all(path).map_err(|cause| ProjectError::io("create", path, cause))
}

/// Writes a file unless it already holds these bytes; returns whether it wrote.
pub fn write_if_changed(path: &Path, bytes: &[u8]) -> Result<bool, ProjectError> {
    if fs::read(path).is_ok_and(|existing| existing == bytes) {
        return Ok(false);
    }
    write_atomic(path, bytes).map(|()| true)
}
