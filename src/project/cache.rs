//! The cache of earlier results in `.tolmach/cache/`, each valid until one of its inputs changes.
//!
//! Losing it costs only time: it is written without waiting for the disk, and unreadable entries are rebuilt.

use std::{
    fs::{self, File},
    io::{BufRead as _, BufReader, ErrorKind, Read as _},
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{
    Fingerprint, Layout, ProjectError,
    look::{entries, has_extension},
    read_bytes,
    temporary::Temporary,
};

/// The version of the entries' format.
const VERSION: u32 = 1;

/// The entries of one kind, one per name.
#[derive(Debug, Clone)]
pub struct Cache {
    folder: PathBuf,
    extension: &'static str,
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

/// The first line of an entry; what follows is its value.
#[derive(Serialize, Deserialize)]
struct Header {
    cache: u32,
    /// The fingerprint of the value's inputs.
    key: Fingerprint,
    /// The checksum of the value.
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
        Self { folder: layout.cache().join(command), extension: "json" }
    }

    /// The indexes of the glossary's terms.
    #[must_use]
    pub fn of_terms(layout: &Layout) -> Self {
        Self { folder: layout.cache().join("glossary"), extension: "index" }
    }

    /// The file of an entry.
    #[must_use]
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.{}", self.extension))
    }

    /// Returns the value stored under a name, if it was made from the inputs with the fingerprint `key`.
    pub fn get<V: DeserializeOwned>(&self, name: &str, key: &Fingerprint) -> Result<Option<V>, CacheFault> {
        let Some(value) = self.get_bytes(name, key)? else { return Ok(None) };
        serde_json::from_slice(&value).map(Some).map_err(|_| CacheFault::Damaged)
    }

    /// Returns the bytes stored under a name, if they were made from the inputs with the fingerprint `key`.
    pub fn get_bytes(&self, name: &str, key: &Fingerprint) -> Result<Option<Vec<u8>>, CacheFault> {
        let unreachable = |cause| CacheFault::Unreachable(ProjectError::io("read", self.file(name), cause));
        let mut file = match File::open(self.file(name)) {
            Ok(file) => BufReader::new(file),
            Err(cause) if cause.kind() == ErrorKind::NotFound => return Ok(None),
            Err(cause) => return Err(unreachable(cause)),
        };
        let mut header = Vec::new();
        file.read_until(b'\n', &mut header).map_err(unreachable)?;
        let any: AnyHeader = serde_json::from_slice(&header).map_err(|_| CacheFault::Damaged)?;
        if any.cache != VERSION {
            return Err(CacheFault::OtherVersion);
        }
        let header: Header = serde_json::from_slice(&header).map_err(|_| CacheFault::Damaged)?;
        if header.key != *key {
            return Ok(None);
        }
        let mut value = Vec::new();
        file.read_to_end(&mut value).map_err(unreachable)?;
        if header.sum != Fingerprint::of([&value]) {
            return Err(CacheFault::Damaged);
        }
        Ok(Some(value))
    }

    /// Stores a value that was made from the inputs with the fingerprint `key`.
    pub fn put<V: Serialize>(&self, name: &str, key: &Fingerprint, value: &V) -> Result<(), CacheFault> {
        let value = serde_json::to_vec(value).map_err(|error| self.unwritten(name, error.into()))?;
        self.put_bytes(name, key, &value)
    }

    /// Stores bytes that were made from the inputs with the fingerprint `key`.
    pub fn put_bytes(&self, name: &str, key: &Fingerprint, value: &[u8]) -> Result<(), CacheFault> {
        let header = Header { cache: VERSION, key: key.clone(), sum: Fingerprint::of([value]) };
        let mut header = serde_json::to_vec(&header).map_err(|error| self.unwritten(name, error.into()))?;
        header.push(b'\n');
        self.write(name, &[&header, value]).map_err(|cause| self.unwritten(name, cause))
    }

    /// Removes the entries of other names than these.
    pub fn keep_only(&self, names: &[String]) {
        for path in entries(&self.folder).unwrap_or_default() {
            let is_other = |name: &str| !names.iter().any(|kept| kept == name);
            if has_extension(&path, &[self.extension])
                && path.file_stem().and_then(|name| name.to_str()).is_some_and(is_other)
            {
                // One that stays does no harm.
                let _ = fs::remove_file(path);
            }
        }
    }

    fn unwritten(&self, name: &str, cause: std::io::Error) -> CacheFault {
        CacheFault::Unreachable(ProjectError::io("write", self.file(name), cause))
    }

    /// Writes an entry so that other processes never see half of it; one that a power cut leaves half written reads as
    /// damaged.
    fn write(&self, name: &str, parts: &[&[u8]]) -> std::io::Result<()> {
        let is_new = fs::metadata(&self.folder).is_err_and(|cause| cause.kind() == ErrorKind::NotFound);
        if is_new {
            fs::create_dir_all(&self.folder)?;
            if let Some(all) = self.folder.parent() {
                fs::write(all.join(".gitignore"), "*\n")?;
            }
        }
        let mut temporary = Temporary::create(&self.folder)?;
        for part in parts {
            temporary.fill(part)?;
        }
        temporary.rename(&self.file(name))
    }
}

/// Whether the content of a file can be read and has this fingerprint.
#[must_use]
pub fn holds(path: &Path, content: &Fingerprint) -> bool {
    fs::metadata(path).is_ok_and(|found| found.is_file())
        && read_bytes(path).is_ok_and(|bytes| Fingerprint::of([bytes]) == *content)
}
