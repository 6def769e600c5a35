//! Why a key cannot be had.

use std::path::PathBuf;

use crate::model::{Hinted, Message};

/// Why a key cannot be had. Never contains a key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "`path` is the file of the key, `program` the name of the one that prints it")]
pub enum KeyError {
    /// The file cannot be read.
    #[error("the key file `{path}` cannot be read: {cause}")]
    File { path: PathBuf, cause: String },
    /// Others than its owner can read or replace what is in the file.
    #[error("the key file `{path}` is open to others (mode {mode:o})")]
    OpenToOthers { path: PathBuf, mode: u32 },
    /// What should hold a key holds none, or several lines.
    #[error("{holder} does not hold a key alone")]
    NotAKey { holder: String },
    /// The program gave no key.
    #[error("the program `{program}` for the key {cause}")]
    Command { program: String, cause: String },
    /// Two settings give the key.
    #[error("`{first}` and `{second}` both give the key")]
    Twice { first: &'static str, second: &'static str },
}

impl Hinted for KeyError {
    fn hint(&self) -> Option<Message> {
        Some(Message::new(match self {
            Self::File { .. } | Self::OpenToOthers { .. } | Self::NotAKey { .. } => "hint-key-file",
            Self::Command { .. } => "hint-key-command",
            Self::Twice { .. } => "hint-key-once",
        }))
    }

    fn all() -> Vec<Self> {
        let word = || "pass".to_owned();
        vec![
            Self::NotAKey { holder: word() },
            Self::Command { program: word(), cause: word() },
            Self::Twice { first: "api_key", second: "key_file" },
        ]
    }
}
