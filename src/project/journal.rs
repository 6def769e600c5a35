//! The ledger's journal on disk.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
};

use super::{Layout, ProjectError};
use crate::ledger::{Append, Journal};

struct OnDisk(File);

impl Append for OnDisk {
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.0.sync_data()
    }
}

/// Opens `.tolmach/ledger.jsonl`, made when it is not there. The caller holds the project's lock.
pub fn open_journal(layout: &Layout) -> Result<Journal, ProjectError> {
    let folder = layout.state();
    fs::create_dir_all(&folder).map_err(|cause| ProjectError::io("create", &folder, cause))?;
    let path = layout.ledger();
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(cause) => return Err(ProjectError::io("read", path, cause)),
    };
    let file = OpenOptions::new()
        .create(true)
        .append(true)
        .open(&path)
        .map_err(|cause| ProjectError::io("open", &path, cause))?;
    Ok(Journal::open(&bytes, Box::new(OnDisk(file))))
}
