//! The ledger's journal on disk.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
};

use super::{Layout, ProjectError, files::create_state};
use crate::ledger::{Append, FORM, Journal};

struct OnDisk(File);

impl Append for OnDisk {
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.0.sync_data()
    }
}

/// Opens `.tolmach/ledger.jsonl`, made when it is not there. The caller holds the project's lock. Fails where the file can
/// be neither read nor appended to, and where a newer tolmach wrote it; it is as it was then.
pub fn open_journal(layout: &Layout) -> Result<Journal, ProjectError> {
    let file = layout.name(&layout.ledger());
    let (bytes, out) = open(layout).map_err(|cause| ProjectError::NoLedger { file: file.clone(), cause })?;
    let journal = Journal::open(&bytes, Box::new(OnDisk(out)));
    let form = |number: u64| format!("{{\"ledger\":{number}}}");
    match journal.newer() {
        Some((line, found)) => Err(ProjectError::Newer { file, line, found: form(found), known: form(FORM) }),
        None => Ok(journal),
    }
}

fn open(layout: &Layout) -> io::Result<(Vec<u8>, File)> {
    create_state(layout)?;
    let path = layout.ledger();
    let bytes = match fs::read(&path) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Vec::new(),
        read => read?,
    };
    Ok((bytes, OpenOptions::new().create(true).append(true).open(&path)?))
}
