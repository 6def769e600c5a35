//! The ledger's journal on disk.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    path::Path,
};

use super::{Layout, ProjectError, files::create_state};
use crate::ledger::{Append, Buffer, FORM, Journal};

struct JournalFile(File);

impl Append for JournalFile {
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.0.sync_data()
    }
}

/// Opens `.tolmach/ledger.jsonl`, creating it if absent. The caller holds the project's lock. Fails where the file
/// cannot be read or appended to, and where a newer tolmach wrote it, which leaves it unchanged.
pub fn open_journal(layout: &Layout) -> Result<Journal, ProjectError> {
    let (bytes, out) =
        open(layout).map_err(|cause| ProjectError::NoLedger { file: layout.name(&layout.ledger()), cause })?;
    check_format(layout, Journal::open(&bytes, Box::new(JournalFile(out))))
}

/// Reads `.tolmach/ledger.jsonl` for display; `None` where there is none. Creates, locks and writes nothing. Fails
/// where the file cannot be read, and where a newer tolmach wrote it.
pub fn read_journal(layout: &Layout) -> Result<Option<Journal>, ProjectError> {
    let path = layout.ledger();
    let bytes = read(&path).map_err(|cause| ProjectError::io("read", path, cause))?;
    bytes.map(|bytes| check_format(layout, Journal::open(&bytes, Box::new(Buffer::default())))).transpose()
}

/// Fails where the journal's format is newer than this version knows.
fn check_format(layout: &Layout, journal: Journal) -> Result<Journal, ProjectError> {
    let format = |number: u64| format!("{{\"ledger\":{number}}}");
    match journal.newer() {
        Some((line, found)) => {
            let file = layout.name(&layout.ledger());
            Err(ProjectError::Newer { file, line, found: format(found), known: format(FORM) })
        }
        None => Ok(journal),
    }
}

fn open(layout: &Layout) -> io::Result<(Vec<u8>, File)> {
    create_state(layout)?;
    let path = layout.ledger();
    let bytes = read(&path)?.unwrap_or_default();
    Ok((bytes, OpenOptions::new().create(true).append(true).open(&path)?))
}

/// The bytes of a file; `None` where there is none.
fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(None),
        read => read.map(Some),
    }
}
