//! The lock that allows one writer at a time.

use std::{
    fs::{File, OpenOptions, TryLockError},
    io::{self, ErrorKind, Read, Seek, Write},
};

use super::{Layout, ProjectError, files::create_state, sweep::sweep};

/// Held while a command writes into a project; released when dropped, or by the system when the process dies.
#[derive(Debug)]
pub struct Lock {
    file: io::Result<File>,
}

impl Lock {
    /// Takes the project's lock for `command`, or fails with the name of its holder. Removes what killed processes have
    /// left half written.
    ///
    /// Where the lock file cannot be opened nobody can hold it, and the command continues without it
    /// ([`Lock::failure`]): files are still written whole or not at all, and a segment file that somebody else saved is
    /// not overwritten.
    pub fn take(layout: &Layout, command: &str) -> Result<Self, ProjectError> {
        let mut file = match open(layout) {
            Ok(file) => file,
            Err(cause) => return Ok(Self { file: Err(cause) }),
        };
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(ProjectError::Locked { holder: holder(&mut file) });
            }
            Err(TryLockError::Error(cause)) => return Ok(Self { file: Err(cause) }),
        }
        let note = format!("tolmach {command}, process {}\n", std::process::id());
        // The note only tells a second process who holds the lock, so a failure to write it is ignored.
        let _ = file.set_len(0).and_then(|()| file.rewind()).and_then(|()| file.write_all(note.as_bytes()));
        sweep(layout);
        Ok(Self { file: Ok(file) })
    }

    /// Why the lock is not held; `None` where it is.
    #[must_use]
    pub fn failure(&self) -> Option<&io::Error> {
        self.file.as_ref().err()
    }
}

/// The note that the lock's holder has written into it.
fn holder(file: &mut File) -> String {
    let mut note = Vec::new();
    let _ = file.take(200).read_to_end(&mut note);
    let note = String::from_utf8_lossy(&note).trim().to_owned();
    if note.is_empty() { "a process that has not said which".to_owned() } else { note }
}

/// Opens the lock file; one without write permission can be locked all the same.
fn open(layout: &Layout) -> io::Result<File> {
    create_state(layout)?;
    let path = layout.lock();
    let opened = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path);
    match opened {
        Err(cause) if cause.kind() == ErrorKind::PermissionDenied => File::open(&path),
        opened => opened,
    }
}
