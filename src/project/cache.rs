//! The cache of earlier results in `.tolmach/cache/`, each valid until one of its inputs changes.
//!
//! Losing it costs only time: it is written without waiting for the disk, and unreadable entries are rebuilt.

use std::{
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{Fingerprint, Layout, ProjectError, read_bytes, temporary::Temporary};

/// The version of the entries' format.
const VERSION: u32 = 1;

/// The entries of one command, one per name.
#[derive(Debug, Clone)]
pub struct Cache {
    folder: PathBuf,
}

/// Why an entry could not be read or written.
#[derive(Debug)]
pub enum CacheFault {
    /// It differs from what was written.
    Damaged,
    /// Another version wrote it, in a format that this one does not know.
    OtherVersion,
    /// Its file cannot be read or written.
    Unreachable(ProjectError),
}

/// The first line of an entry; the second is its value.
#[derive(Serialize, Deserialize)]
struct Header {
    cache: u32,
    /// The fingerprint of the value's inputs.
    key: Fingerprint,
    /// The checksum of the value's line.
    sum: Fingerprint,
}

/// The part of a header that all versions share.
#[derive(Deserialize)]
struct AnyHeader {
    cache: u32,
}

impl Cache {
    /// The entries of a command.
    #[must_use]
    pub fn new(layout: &Layout, command: &str) -> Self {
        Self { folder: layout.cache().join(command) }
    }

    /// The file of an entry.
    #[must_use]
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.json"))
    }

    /// Returns the value stored under a name, if it was made from the inputs with the fingerprint `key`.
    pub fn get<V: DeserializeOwned>(&self, name: &str, key: &Fingerprint) -> Result<Option<V>, CacheFault> {
        let text = match fs::read(self.file(name)) {
            Ok(bytes) => String::from_utf8(bytes).map_err(|_| CacheFault::Damaged)?,
            Err(cause) if cause.kind() == ErrorKind::NotFound => return Ok(None),
            Err(cause) => return Err(CacheFault::Unreachable(ProjectError::io("read", self.file(name), cause))),
        };
        let (header, value) = text.split_once('\n').ok_or(CacheFault::Damaged)?;
        let any: AnyHeader = serde_json::from_str(header).map_err(|_| CacheFault::Damaged)?;
        if any.cache != VERSION {
            return Err(CacheFault::OtherVersion);
        }
        let header: Header = serde_json::from_str(header).map_err(|_| CacheFault::Damaged)?;
        if header.sum != Fingerprint::of([value]) {
            return Err(CacheFault::Damaged);
        }
        if header.key != *key {
            return Ok(None);
        }
        serde_json::from_str(value).map(Some).map_err(|_| CacheFault::Damaged)
    }

    /// Stores a value that was made from the inputs with the fingerprint `key`.
    pub fn put<V: Serialize>(&self, name: &str, key: &Fingerprint, value: &V) -> Result<(), CacheFault> {
        let unreachable =
            |cause: std::io::Error| CacheFault::Unreachable(ProjectError::io("write", self.file(name), cause));
        let value = serde_json::to_string(value).map_err(|error| unreachable(error.into()))?;
        let header = Header { cache: VERSION, key: key.clone(), sum: Fingerprint::of([&value]) };
        let header = serde_json::to_string(&header).map_err(|error| unreachable(error.into()))?;
        self.write(name, &format!("{header}\n{value}")).map_err(unreachable)
    }

    /// Writes an entry so that other processes never see half of it; one that a power cut leaves half written reads as
    /// damaged.
    fn write(&self, name: &str, entry: &str) -> std::io::Result<()> {
        let is_new = fs::metadata(&self.folder).is_err_and(|cause| cause.kind() == ErrorKind::NotFound);
        if is_new {
            fs::create_dir_all(&self.folder)?;
            if let Some(all) = self.folder.parent() {
                fs::write(all.join(".gitignore"), "*\n")?;
            }
        }
        let mut temporary = Temporary::create(&self.folder)?;
        temporary.fill(entry.as_bytes())?;
        temporary.rename(&self.file(name))
    }
}

/// Whether the content of a file can be read and has this fingerprint.
#[must_use]
pub fn holds(path: &Path, content: &Fingerprint) -> bool {
    fs::metadata(path).is_ok_and(|found| found.is_file())
        && read_bytes(path).is_ok_and(|bytes| Fingerprint::of([bytes]) == *content)
}
