//! Temporary files: what is written stands in one until it is whole. [`sweep`](super::sweep::sweep) removes what a killed
//! process has left.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicU64, Ordering},
};

use super::{Fingerprint, ProjectError};

/// A temporary file, removed when dropped. It is locked while its process lives, which tells it from one that a killed
/// process has left.
#[derive(Debug)]
pub(super) struct Temporary {
    /// The file's path.
    pub(super) path: PathBuf,
    /// The open file; the system releases its lock when the process dies.
    file: File,
}

/// What the name of every temporary file begins with.
pub(super) const PREFIX: &str = ".tolmach-";

/// The number of the process's next temporary file.
static NEXT: AtomicU64 = AtomicU64::new(0);

impl Temporary {
    /// Creates an empty file in a folder. Its name is short, so that it fits wherever that of the final file does, and
    /// nobody's yet: a link that somebody laid there is not followed.
    pub(super) fn create(folder: &Path) -> io::Result<Self> {
        loop {
            let number = NEXT.fetch_add(1, Ordering::Relaxed);
            let path = folder.join(format!("{PREFIX}{}-{number}.tmp", process::id()));
            match OpenOptions::new().write(true).create_new(true).open(&path) {
                Ok(file) => {
                    // Where files cannot be locked, no command takes this one for a killed process's.
                    let _ = file.try_lock();
                    return Ok(Self { path, file });
                }
                Err(cause) if cause.kind() == ErrorKind::AlreadyExists => {}
                Err(cause) => return Err(cause),
            }
        }
    }

    /// Writes the content.
    pub(super) fn fill(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)
    }

    /// The file itself, to write a long content to.
    pub(super) const fn file(&self) -> &File {
        &self.file
    }

    /// Waits until the content is on the disk.
    pub(super) fn sync(&self) -> io::Result<()> {
        self.file.sync_all()
    }

    /// Takes the place of a file that still holds `read`; returns whether it did. A save that comes at the very last
    /// moment is put back, by the next command if this one is killed before it can.
    #[cfg(any(target_os = "linux", target_os = "macos"))]
    pub(super) fn replace(mut self, path: &Path, read: &[u8], bytes: &[u8]) -> io::Result<bool> {
        use rustix::fs::{CWD, RenameFlags, renameat_with};

        self.name_contents(Some(bytes), read)?;
        let exchange = || renameat_with(CWD, &self.path, CWD, path, RenameFlags::EXCHANGE);
        if exchange().is_err() {
            // Not every file system can exchange two files.
            return self.rename(path).map(|()| true);
        }
        let mut displaced = match fs::read(&self.path) {
            Ok(displaced) if displaced == read => return Ok(true),
            Ok(displaced) => displaced,
            Err(cause) => return Err(self.leave(cause)),
        };
        let mut placed = bytes.to_owned();
        loop {
            if exchange().is_err() {
                // Our file was removed meanwhile: what was saved goes back all the same.
                return match fs::rename(&self.path, path) {
                    Ok(()) => Ok(false),
                    Err(cause) => Err(self.leave(cause)),
                };
            }
            let found = match fs::read(&self.path) {
                Ok(found) if found == placed => return Ok(false),
                Ok(found) => found,
                Err(cause) => return Err(self.leave(cause)),
            };
            // Saved even later: it takes the place of what was put back.
            placed = std::mem::replace(&mut displaced, found);
        }
    }

    /// Leaves the file to the next command, which puts back what somebody saved; returns why.
    pub(super) fn leave(self, cause: io::Error) -> io::Error {
        std::mem::forget(self);
        cause
    }

    /// Says in the file's name what a killed process may leave in it: the content to be written, if any, or what was read.
    /// Any other content is somebody's save.
    pub(super) fn name_contents(&mut self, written: Option<&[u8]>, read: &[u8]) -> io::Result<()> {
        let stem = self.path.file_stem().unwrap_or_default().to_string_lossy();
        let written = written.map_or_else(|| "0".repeat(DIGITS), digest);
        let named = self.path.with_file_name(format!("{stem}-{written}-{}.tmp", digest(read)));
        fs::rename(&self.path, &named)?;
        self.path = named;
        Ok(())
    }

    /// Takes the place of a file, which has been compared with what was read from it.
    #[cfg(not(any(target_os = "linux", target_os = "macos")))]
    pub(super) fn replace(self, path: &Path, _: &[u8], _: &[u8]) -> io::Result<bool> {
        self.rename(path).map(|()| true)
    }

    /// Renames it to its final name, whatever stands there.
    pub(super) fn rename(self, path: &Path) -> io::Result<()> {
        fs::rename(&self.path, path)
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        // After a rename there is nothing to remove.
        let _ = fs::remove_file(&self.path);
    }
}

/// The length of a digest in a name.
pub(super) const DIGITS: usize = 16;

/// The digest of a content, short enough for a name.
pub(super) fn digest(content: &[u8]) -> String {
    Fingerprint::of([content]).as_str().chars().take(DIGITS).collect()
}

/// An error of writing a file.
pub(super) fn write_error(path: &Path, cause: io::Error) -> ProjectError {
    ProjectError::io("write", path, cause)
}
