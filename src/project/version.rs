//! What tells one version of a file from another, at bounded cost.

use std::{
    fs::{self, File},
    io::Read,
    path::Path,
    time::UNIX_EPOCH,
};

/// The largest file that is read, in bytes. A model of an engine may have gigabytes.
const MAX_READ: u64 = 8 * 1024 * 1024;

/// What identifies the content of a regular file, links followed: its bytes, or its size and time of modification where
/// it is bigger than 8 MiB. `None` for anything else, which is not opened: reading a pipe waits for ever, and takes what
/// is in it from whom it is meant for. `None` also for a file that cannot be read.
#[must_use]
pub fn file_version(path: &Path) -> Option<Vec<u8>> {
    let found = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
    if found.len() <= MAX_READ {
        let mut bytes = Vec::new();
        // A file may grow, and some of the system's have no end though their size is 0.
        File::open(path).ok()?.take(MAX_READ).read_to_end(&mut bytes).ok()?;
        return Some(bytes);
    }
    let changed = found.modified().ok()?.duration_since(UNIX_EPOCH).unwrap_or_default();
    Some(format!("{} bytes of {}", found.len(), changed.as_nanos()).into_bytes())
}
