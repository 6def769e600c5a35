//! The ledger's journal on disk, with its index.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, BufReader, BufWriter, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
    time::UNIX_EPOCH,
};

use super::{Layout, ProjectError, files::create_state, temporary::Temporary};
use crate::ledger::{FORM, Index, Journal, Storage};

/// The shortest journal whose index is kept, in bytes: a shorter one is read in a hundredth of a second.
const MIN_INDEXED: u64 = 2 << 20;

struct JournalFile {
    file: File,
    /// Where its index is kept; `None` where nothing is to be written.
    index: Option<PathBuf>,
}

impl JournalFile {
    /// What changes whenever the journal does: its size and time of modification.
    fn stamp(&self) -> io::Result<String> {
        let found = self.file.metadata()?;
        let changed = found.modified()?.duration_since(UNIX_EPOCH).unwrap_or_default();
        Ok(format!("{} bytes of {}", found.len(), changed.as_nanos()))
    }
}

impl Storage for JournalFile {
    fn length(&mut self) -> io::Result<u64> {
        Ok(self.file.metadata()?.len())
    }

    fn read_at(&mut self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        self.file.seek(SeekFrom::Start(offset))?;
        let mut filled = 0;
        while let Some(rest) = buffer.get_mut(filled..).filter(|rest| !rest.is_empty()) {
            match self.file.read(rest) {
                Ok(0) => break,
                Ok(length) => filled += length,
                Err(cause) if cause.kind() == io::ErrorKind::Interrupted => {}
                Err(cause) => return Err(cause),
            }
        }
        Ok(filled)
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.file.sync_data()
    }

    fn truncate(&mut self, length: u64) -> io::Result<()> {
        self.file.set_len(length)?;
        // Where the disk fails at this, too, the next opening finds what it finds.
        self.file.sync_data()
    }

    fn keep_index(&mut self, index: &Index) {
        let Some(path) = &self.index else { return };
        let kept = (|| {
            if self.file.metadata()?.len() >= MIN_INDEXED {
                let temporary = Temporary::create(path.parent().unwrap_or(Path::new("")))?;
                let mut out = BufWriter::new(temporary.file());
                index.write(&mut out, &self.stamp()?)?;
                out.flush()?;
                drop(out);
                temporary.rename(path)?;
            }
            Ok(())
        })();
        if let Err(cause) = kept {
            let cause: io::Error = cause;
            tracing::info!(%cause, "the index of the ledger is not kept");
        }
    }
}

/// Opens `.tolmach/ledger.jsonl`, creating it if absent. The caller holds the project's lock. Fails where the file
/// cannot be read or appended to, and where a newer tolmach wrote it, which leaves it unchanged.
pub fn open_journal(layout: &Layout) -> Result<Journal, ProjectError> {
    let open = || {
        create_state(layout)?;
        let file = OpenOptions::new().create(true).read(true).append(true).open(layout.ledger())?;
        open_file(file, layout, true)
    };
    let journal = open().map_err(|cause| ProjectError::NoLedger { file: layout.name(&layout.ledger()), cause })?;
    check_format(layout, journal)
}

/// Reads `.tolmach/ledger.jsonl` for display; `None` where there is none. Creates, locks and writes nothing. Fails
/// where the file cannot be read, and where a newer tolmach wrote it.
pub fn read_journal(layout: &Layout) -> Result<Option<Journal>, ProjectError> {
    let path = layout.ledger();
    let opened = match File::open(&path) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(None),
        opened => opened.and_then(|file| open_file(file, layout, false)),
    };
    let journal = opened.map_err(|cause| ProjectError::io("read", path, cause))?;
    check_format(layout, journal).map(Some)
}

fn open_file(file: File, layout: &Layout, is_written: bool) -> io::Result<Journal> {
    let path = layout.ledger_index();
    let storage = JournalFile { file, index: is_written.then(|| path.clone()) };
    let stamp = storage.stamp()?;
    // Opening anything else might wait for ever.
    let is_file = fs::metadata(&path).is_ok_and(|found| found.is_file());
    let kept = is_file.then(|| File::open(path).ok()).flatten();
    let index = kept.and_then(|kept| Index::read(&mut BufReader::new(kept), &stamp));
    Journal::open(Box::new(storage), index)
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
