//! Whether something is still what it was: a sum over all that it is made of.

use std::{
    fmt::Write as _,
    fs::{self, Metadata},
    time::UNIX_EPOCH,
};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// SHA-256 over the parts of something, in hexadecimal digits. Two lists of parts that differ in any byte, or in where
/// one part ends and the next begins, differ in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fingerprint(String);

impl Fingerprint {
    /// The sum over these parts.
    pub fn of<P: AsRef<[u8]>>(parts: impl IntoIterator<Item = P>) -> Self {
        let mut sum = Sha256::new();
        for part in parts {
            let part = part.as_ref();
            sum.update(part.len().to_le_bytes());
            sum.update(part);
        }
        let digits = sum.finalize().iter().fold(String::with_capacity(64), |mut digits, byte| {
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

    /// The program that runs: its version, and the size and times of its file. `None` where they cannot be read.
    #[must_use]
    pub fn of_program() -> Option<Self> {
        let file = fs::metadata(std::env::current_exe().ok()?).ok()?;
        let changed = file.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_nanos();
        let parts = [env!("CARGO_PKG_VERSION").to_owned(), file.len().to_string(), changed.to_string(), place(&file)];
        Some(Self::of(parts))
    }
}

/// What tells a file from another that was put in its place with the same size and time.
#[cfg(unix)]
fn place(file: &Metadata) -> String {
    use std::os::unix::fs::MetadataExt as _;
    format!("{} {} {}.{}", file.dev(), file.ino(), file.ctime(), file.ctime_nsec())
}

#[cfg(not(unix))]
fn place(file: &Metadata) -> String {
    format!("{:?}", file.created().ok())
}
