//! Reading files, and writing them so that none is ever half there.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
};

use super::{
    Layout, ProjectError,
    look::look,
    temporary::{Temporary, write_error},
};
use crate::{bilingual::utf_16, source::decode};

/// The bytes of a file.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, ProjectError> {
    fs::read(path).map_err(|cause| ProjectError::io("read", path, cause))
}

/// The text of a file, with BOM and line ends unchanged.
pub fn read_text(path: &Path) -> Result<String, ProjectError> {
    decode(read_bytes(path)?).map_err(|source| ProjectError::NotUtf8 { path: path.to_owned(), source })
}

/// The text of an XML file of another program, which may be in UTF-16.
pub fn read_xml(path: &Path) -> Result<String, ProjectError> {
    let bytes = read_bytes(path)?;
    if let Some(text) = utf_16(&bytes) {
        return Ok(text);
    }
    decode(bytes).map_err(|source| ProjectError::NotUtf8 { path: path.to_owned(), source })
}

/// The bytes of a file; `None` if there is none (see [`look`]).
pub fn read_if_there(path: &Path) -> Result<Option<Vec<u8>>, ProjectError> {
    look(path)?.map(|_| read_bytes(path)).transpose()
}

/// Creates `.tolmach` unless it exists.
pub(super) fn create_state(layout: &Layout) -> io::Result<()> {
    fs::create_dir_all(layout.state()).map_err(|cause| match cause.kind() {
        // `File exists` would not help a user whose file is missing.
        ErrorKind::AlreadyExists => io::Error::new(ErrorKind::NotADirectory, "`.tolmach` is not a folder"),
        _ => cause,
    })
}

/// Creates a folder and its parents unless they exist.
pub fn create_folder(path: &Path) -> Result<(), ProjectError> {
    fs::create_dir_all(path).map_err(|cause| ProjectError::io("create", path, cause))
}

/// Writes a file whole or not at all: temporary file in the same folder, sync, rename, sync of the folder. A link there
/// is replaced and not followed.
///
/// Missing parent folders are created.
pub fn write_atomic(path: &Path, bytes: &[u8]) -> Result<(), ProjectError> {
    let temporary = prepare(path, bytes)?;
    finish(path, temporary.rename(path))
}

/// Writes a file unless it already holds these bytes; returns whether it wrote.
pub fn write_if_changed(path: &Path, bytes: &[u8]) -> Result<bool, ProjectError> {
    if fs::symlink_metadata(path).is_ok_and(|found| found.is_file()) && read_bytes(path)? == bytes {
        return Ok(false);
    }
    write_atomic(path, bytes).map(|()| true)
}

/// Writes a file that does not exist yet, whole or not at all; returns `false`, with nothing written, if anything
/// stands there.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<bool, ProjectError> {
    let is_free = |path: &Path| match fs::symlink_metadata(path) {
        Ok(_) => Ok(false),
        Err(cause) if cause.kind() == ErrorKind::NotFound => Ok(true),
        Err(cause) => Err(ProjectError::io("read", path, cause)),
    };
    if !is_free(path)? {
        return Ok(false);
    }
    let temporary = prepare(path, bytes)?;
    // A second name is given only where none is yet, a rename would replace what came meanwhile.
    match fs::hard_link(&temporary.path, path) {
        Err(cause) if cause.kind() == ErrorKind::AlreadyExists => Ok(false),
        // Not every file system knows second names.
        Err(_) if is_free(path)? => finish(path, temporary.rename(path)).map(|()| true),
        Err(_) => Ok(false),
        Ok(()) => finish(path, Ok(())).map(|()| true),
    }
}

/// Replaces a file that still holds what was read from it, `None` for no file; a link stays, and what it leads to is
/// replaced. Returns `false`, with nothing written, if the file has changed.
pub fn replace(path: &Path, read: Option<&[u8]>, bytes: &[u8]) -> Result<bool, ProjectError> {
    let Some(read) = read else { return write_new(path, bytes) };
    let path = &resolve(path)?;
    let temporary = prepare(path, bytes)?;
    // Compared as late as possible: syncing takes long enough for an editor to save.
    if read_if_there(path)?.as_deref() != Some(read) {
        return Ok(false);
    }
    let is_replaced = temporary.replace(path, read, bytes).map_err(|cause| write_error(path, cause))?;
    finish(path, Ok(())).map(|()| is_replaced)
}

/// Writes a file like [`write_if_changed`], but a link stays, and what it leads to is written. For a file that has been
/// read and understood: what a link leads to elsewhere is not ours.
pub fn write_through(path: &Path, bytes: &[u8]) -> Result<bool, ProjectError> {
    write_if_changed(&resolve(path)?, bytes)
}

/// Writes to what a person has named: a regular file whole or not at all, where a link stays and its target is written;
/// a pipe, a device or a socket is written to.
pub fn write_named(path: &Path, bytes: &[u8]) -> Result<(), ProjectError> {
    let is_stream = |found: &fs::Metadata| !found.is_file() && !found.is_dir();
    // `/dev/stdout` may be a file that others write to as well.
    let is_of_system = ["/dev", "/proc"].iter().any(|folder| path.starts_with(folder));
    let found = match fs::metadata(path) {
        Ok(found) => Some(found),
        Err(cause) if cause.kind() == ErrorKind::NotFound => None,
        Err(cause) => return Err(write_error(path, cause)),
    };
    if found.as_ref().is_some_and(|found| is_stream(found) || is_of_system && found.is_file()) {
        let opened = OpenOptions::new().append(true).open(path);
        return match opened.and_then(|mut stream| stream.write_all(bytes)) {
            // A reader that has seen enough is no error, as on standard output.
            Err(cause) if cause.kind() != ErrorKind::BrokenPipe => Err(write_error(path, cause)),
            _ => Ok(()),
        };
    }
    write_atomic(&resolve(path)?, bytes)
}

/// Adds to the end of a file that other programs add to as well, up to `limit` bytes in all; `text` makes what fits in the
/// bytes that are left.
pub fn append_named(path: &Path, limit: usize, text: impl FnOnce(usize) -> String) -> Result<(), ProjectError> {
    let failed = |cause| write_error(path, cause);
    let mut file = OpenOptions::new().append(true).create(true).open(path).map_err(failed)?;
    let length = file.metadata().map_err(failed)?.len();
    let left = limit.saturating_sub(usize::try_from(length).unwrap_or(usize::MAX));
    file.write_all(text(left).as_bytes()).map_err(failed)
}

/// The path of the file that a link leads to, whether or not that exists; other paths stay as they are.
fn resolve(path: &Path) -> Result<PathBuf, ProjectError> {
    /// How many links may follow each other, as on Linux.
    const MAX_LINKS: usize = 40;
    let mut path = path.to_owned();
    for _ in 0..MAX_LINKS {
        if !fs::symlink_metadata(&path).is_ok_and(|found| found.is_symlink()) {
            return Ok(path);
        }
        let target = fs::read_link(&path).map_err(|cause| ProjectError::io("read", &path, cause))?;
        path = path.parent().unwrap_or(Path::new("")).join(target);
    }
    Err(ProjectError::io("read", path, io::Error::other("too many links")))
}

/// Writes a temporary file beside the final one, with the same rights.
fn prepare(path: &Path, bytes: &[u8]) -> Result<Temporary, ProjectError> {
    let folder = folder_of(path);
    create_folder(folder)?;
    let prepared = (|| {
        let mut temporary = Temporary::create(folder)?;
        temporary.fill(bytes)?;
        temporary.sync()?;
        match fs::symlink_metadata(path) {
            Ok(existing) if existing.is_file() => fs::set_permissions(&temporary.path, existing.permissions())?,
            Err(cause) if cause.kind() != ErrorKind::NotFound => return Err(cause),
            _ => {}
        }
        Ok(temporary)
    })();
    prepared.map_err(|cause| write_error(path, cause))
}

/// Syncs the folder of a file that has got its final name.
pub(super) fn finish(path: &Path, renamed: io::Result<()>) -> Result<(), ProjectError> {
    // A rename is durable only once its folder is synced; a system that cannot sync folders reports so, which is fine.
    let synced = renamed.and_then(|()| match File::open(folder_of(path)).and_then(|folder| folder.sync_all()) {
        Err(error) if !matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::PermissionDenied) => Err(error),
        _ => Ok(()),
    });
    synced.map_err(|cause| write_error(path, cause))
}

pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A file to which lines are appended.
pub struct LineFile {
    path: PathBuf,
    file: File,
}

/// Creates a file for lines, and its folder; fails where it exists.
pub fn create_lines(path: &Path) -> Result<LineFile, ProjectError> {
    if let Some(folder) = path.parent() {
        create_folder(folder)?;
    }
    let file = OpenOptions::new().append(true).create_new(true).open(path).map_err(|cause| write_error(path, cause))?;
    Ok(LineFile { path: path.to_owned(), file })
}

impl LineFile {
    /// Appends a line.
    pub fn append(&mut self, line: &str) -> Result<(), ProjectError> {
        self.file.write_all(format!("{line}\n").as_bytes()).map_err(|cause| write_error(&self.path, cause))
    }
}
