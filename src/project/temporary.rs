//! Temporary files: what is written stands in one until it is whole, and the next command removes what a killed process
//! has left.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicU64, Ordering},
};

use super::{Layout, ProjectError, look::entries};

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
const PREFIX: &str = ".tolmach-";

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

    /// Waits until the content is on the disk.
    pub(super) fn sync(&self) -> io::Result<()> {
        self.file.sync_all()
    }

    /// Takes the place of a file that still holds `read`; returns whether it did. A save that comes at the very last
    /// moment is put back.
    #[cfg(any(target_os = "linux", target_os = "macos"))]
    pub(super) fn replace(self, path: &Path, read: &[u8], bytes: &[u8]) -> io::Result<bool> {
        use rustix::fs::{CWD, RenameFlags, renameat_with};

        let exchange = || renameat_with(CWD, &self.path, CWD, path, RenameFlags::EXCHANGE);
        if exchange().is_err() {
            // Not every file system can exchange two files.
            return self.rename(path).map(|()| true);
        }
        let mut displaced = fs::read(&self.path)?;
        if displaced == read {
            return Ok(true);
        }
        let mut placed = bytes.to_owned();
        loop {
            if exchange().is_err() {
                // Our file was removed meanwhile: what was saved goes back all the same.
                return fs::rename(&self.path, path).map(|()| false);
            }
            let found = fs::read(&self.path)?;
            if found == placed {
                return Ok(false);
            }
            // Saved even later: it takes the place of what was put back.
            placed = std::mem::replace(&mut displaced, found);
        }
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

/// Removes the temporary files that killed processes have left in a project. The caller holds the project's lock.
///
/// A folder that cannot be read is left to the work that needs it, and a file that cannot be removed does no harm.
pub(super) fn sweep(layout: &Layout) {
    for folder in [&layout.root, &layout.source(), &layout.glossary()] {
        sweep_folder(folder);
    }
    for locale in entries(&layout.locales()).unwrap_or_default() {
        for name in ["segments", "drafts"] {
            sweep_folder(&locale.join(name));
        }
    }
    sweep_below(&layout.root.join("editions"));
    sweep_below(&layout.cache());
}

/// Sweeps a folder and the folders in it; links are not followed.
fn sweep_below(folder: &Path) {
    sweep_folder(folder);
    for path in entries(folder).unwrap_or_default() {
        if fs::symlink_metadata(&path).is_ok_and(|found| found.is_dir()) {
            sweep_below(&path);
        }
    }
}

fn sweep_folder(folder: &Path) {
    for path in entries(folder).unwrap_or_default() {
        let is_temporary = path.file_name().is_some_and(|name| is_temporary_name(&name.to_string_lossy()));
        if is_temporary && fs::symlink_metadata(&path).is_ok_and(|found| found.is_file()) {
            let is_orphan = File::open(&path).is_ok_and(|file| file.try_lock().is_ok());
            if is_orphan {
                let _ = fs::remove_file(&path);
            }
        }
    }
}

/// Whether a name is that of a temporary file: `.tolmach-PROCESS-NUMBER.tmp`, or `.NAME.PROCESS.tmp` as earlier versions
/// wrote.
fn is_temporary_name(name: &str) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let are_numbers = |(process, number): (&str, &str)| is_number(process) && is_number(number);
    let Some(stem) = name.strip_suffix(".tmp") else { return false };
    if let Some(numbers) = stem.strip_prefix(PREFIX) {
        return numbers.split_once('-').is_some_and(are_numbers);
    }
    let earlier = stem.strip_prefix('.').and_then(|stem| stem.rsplit_once('.'));
    earlier.is_some_and(|(name, process)| !name.is_empty() && is_number(process))
}

/// An error of writing a file.
pub(super) fn write_error(path: &Path, cause: io::Error) -> ProjectError {
    ProjectError::io("write", path, cause)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_temporary_file_is_known_by_its_name() {
        for name in [".tolmach-7-0.tmp", ".tolmach-4242-17.tmp", ".army.xlf.4242.tmp", ".7.tmp.8.tmp"] {
            assert!(is_temporary_name(name), "{name}");
        }
        for name in [
            "tolmach-7-0.tmp",
            ".tolmach-7-.tmp",
            ".army.xlf.tmp",
            ".4242.tmp",
            ".tmp",
            ".army.xlf.4242.bak",
            "..7.tmp",
        ] {
            assert!(!is_temporary_name(name), "{name}");
        }
    }
}
