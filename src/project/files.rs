//! How is a file read and written so that nothing is ever half there?

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

/// The text of a file, BOM and line ends as they are.
pub fn read_text(path: &Path) -> Result<String, ProjectError> {
    decode(read_bytes(path)?).map_err(|source| ProjectError::NotUtf8 { path: path.to_owned(), source })
}

/// Makes `.tolmach` where it is not there.
pub(super) fn create_state(layout: &Layout) -> io::Result<()> {
    fs::create_dir_all(layout.state()).map_err(|cause| match cause.kind() {
        // `File exists` would say nothing to someone who misses a file.
        ErrorKind::AlreadyExists => io::Error::new(ErrorKind::NotADirectory, "`.tolmach` is not a folder"),
        _ => cause,
    })
}

/// Writes a file as a whole or not at all: temporary file in the same folder, sync, rename, sync of the folder.
///
/// Folders on the way are made.
pub fn write_atomic(path: &Path, bytes: &[u8]) -> Result<(), ProjectError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    create_folder(folder)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let temporary = folder.join(format!(".{name}.{}.tmp", std::process::id()));
    let written = (|| {
        let mut file = File::create(&temporary)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        if let Ok(there) = fs::metadata(path) {
            fs::set_permissions(&temporary, there.permissions())?;
        }
        fs::rename(&temporary, path)?;
        // A rename is durable only once its folder is; a system that cannot sync a folder says so and is believed.
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

/// Creates a folder, and those on the way to it, unless it is there.
pub fn create_folder(path: &Path) -> Result<(), ProjectError> {
    fs::create_dir_all(path).map_err(|cause| ProjectError::io("create", path, cause))
}

/// Writes a file unless it holds these very bytes already; says whether it wrote.
pub fn write_if_changed(path: &Path, bytes: &[u8]) -> Result<bool, ProjectError> {
    if fs::read(path).is_ok_and(|there| there == bytes) {
        return Ok(false);
    }
    write_atomic(path, bytes).map(|()| true)
}
