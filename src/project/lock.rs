//! One writer at a time.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io::{Read, Seek, Write},
};

use super::{Layout, ProjectError};

/// Held while a command writes into a project; let go when dropped, or by the system when the process dies.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the project's lock for `command`, or says who holds it.
    pub fn take(layout: &Layout, command: &str) -> Result<Self, ProjectError> {
        let folder = layout.state();
        fs::create_dir_all(&folder).map_err(|cause| ProjectError::io("create", &folder, cause))?;
        let path = folder.join("lock");
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(|cause| ProjectError::io("open", &path, cause))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                let _ = file.read_to_string(&mut holder);
                return Err(ProjectError::Locked { holder: holder.trim().to_owned() });
            }
            Err(TryLockError::Error(cause)) => return Err(ProjectError::io("lock", &path, cause)),
        }
        let note = format!("tolmach {command}, process {}\n", std::process::id());
        file.set_len(0)
            .and_then(|()| file.rewind())
            .and_then(|()| file.write_all(note.as_bytes()))
            .map_err(|cause| ProjectError::io("write", &path, cause))?;
        Ok(Self { _file: file })
    }
}
