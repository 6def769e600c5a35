//! Fingerprints of inputs, by which changes are noticed.

use std::{
    fmt::Write as _,
    fs::{self, Metadata},
    time::UNIX_EPOCH,
};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// SHA-256 over a list of parts, in hexadecimal digits. Lists that differ in any byte, or in where one part ends and
/// the next begins, have different fingerprints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fingerprint(String);

impl Fingerprint {
    /// The fingerprint of these parts.
    pub fn of<P: AsRef<[u8]>>(parts: impl IntoIterator<Item = P>) -> Self {
        let mut hash = Sha256::new();
        for part in parts {
            let part = part.as_ref();
            hash.update(part.len().to_le_bytes());
            hash.update(part);
        }
        let digits = hash.finalize().iter().fold(String::with_capacity(64), |mut digits, byte| {
            // Writing to a string cannot fail.
            let _ = write!(digits, "{byte:02x}");
            digits
        });
        Self(digits)
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The running program: its version, and the size and times of its file. `None` where they cannot be read.
    #[must_use]
    pub fn of_program() -> Option<Self> {
        let file = fs::metadata(std::env::current_exe().ok()?).ok()?;
        let changed = file.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_nanos();
        let parts =
            [env!("CARGO_PKG_VERSION").to_owned(), file.len().to_string(), changed.to_string(), identity(&file)];
        Some(Self::of(parts))
    }
}

/// Distinguishes a file from another that replaced it with the same size and modification time.
#[cfg(unix)]
fn identity(file: &Metadata) -> String {
    use std::os::unix::fs::MetadataExt as _;
    format!("{} {} {}.{}", file.dev(), file.ino(), file.ctime(), file.ctime_nsec())
}

#[cfg(not(unix))]
fn identity(file: &Metadata) -> String {
    format!("{:?}", file.created().ok())
}
