//! What can go wrong between the project and the disk.

use std::path::PathBuf;

use thiserror::Error;

use crate::source::SourceError;

/// An error of the project's folder or settings.
#[derive(Debug, Error)]
pub enum ProjectError {
    /// There is no `tolmach.toml` here or above.
    #[error("no `tolmach.toml` in `{0}` or any folder above it")]
    NoProject(PathBuf),
    /// The operating system refused.
    #[error("cannot {what} `{path}`: {cause}")]
    Io {
        /// What was tried (`read`, `write`…).
        what: &'static str,
        /// On which file.
        path: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
    /// A file is not UTF-8.
    #[error("{path}: {source}")]
    NotUtf8 {
        /// Which file.
        path: PathBuf,
        /// Where.
        source: SourceError,
    },
    /// A settings file or variable has something wrong in it.
    #[error("{place}: {message}")]
    Settings {
        /// File and line, or the variable's name.
        place: String,
        /// What is wrong.
        message: String,
        /// What to do.
        hint: String,
    },
    /// A file that the locale or glossary stages refuse.
    #[error("{message}")]
    Resource {
        /// File, line and what is wrong.
        message: String,
        /// What to do.
        hint: String,
    },
    /// No article of this name.
    #[error("there is no article `{slug}` in `source/`")]
    NoArticle {
        /// The name asked for.
        slug: String,
        /// The names there are.
        known: Vec<String>,
    },
    /// A file that a newer tolmach wrote, in a way that this one does not know.
    #[error("{file}:{line}: a newer tolmach wrote this (`{found}`, and this one knows `{known}`)")]
    Newer {
        /// Which file.
        file: String,
        /// The line, from 1, that says so.
        line: usize,
        /// What it says of its form.
        found: String,
        /// What a form that is known says.
        known: String,
    },
    /// The ledger can be neither read nor written on.
    #[error("the ledger `{file}` cannot be opened: {cause}")]
    NoLedger {
        /// Which file.
        file: String,
        /// What the system said.
        cause: std::io::Error,
    },
    /// Another process works in the project.
    #[error("another tolmach works here: {holder}")]
    Locked {
        /// What the lock file says of it.
        holder: String,
    },
}

impl ProjectError {
    /// What to do about it.
    #[must_use]
    pub fn hint(&self) -> Option<String> {
        Some(match self {
            Self::NoProject(_) => "run `tolmach init` in an empty folder, or change into a project".to_owned(),
            Self::NotUtf8 { .. } => "save the file as UTF-8".to_owned(),
            Self::Settings { hint, .. } | Self::Resource { hint, .. } => hint.clone(),
            Self::NoArticle { known, .. } if known.is_empty() => "write one there, or `tolmach import FILE`".to_owned(),
            Self::NoArticle { known, .. } => format!("the articles are: {}", known.join(", ")),
            Self::Newer { .. } => "use the newer tolmach; this one does not touch the file".to_owned(),
            Self::NoLedger { .. } => {
                "nothing is asked of an engine that cannot be recorded: put the file right; if it is \
                                      moved away, what it holds is asked, and paid for, again"
                    .to_owned()
            }
            Self::Locked { .. } => "wait until it is done, then run this again".to_owned(),
            Self::Io { cause, .. } => match cause.kind() {
                std::io::ErrorKind::NotFound => "check the name".to_owned(),
                std::io::ErrorKind::IsADirectory => "name a file, not a folder".to_owned(),
                std::io::ErrorKind::NotADirectory => "a file stands where a folder should be".to_owned(),
                std::io::ErrorKind::PermissionDenied => "check who may read and write it".to_owned(),
                _ => return None,
            },
        })
        .filter(|hint| !hint.is_empty())
    }

    /// Whether another process stood in the way (exit 3), rather than bad input (exit 2).
    #[must_use]
    pub const fn is_unfinished(&self) -> bool {
        matches!(self, Self::Locked { .. })
    }

    /// An error of the operating system on a path.
    pub(crate) fn io(what: &'static str, path: impl Into<PathBuf>, cause: std::io::Error) -> Self {
        Self::Io { what, path: path.into(), cause }
    }
}
