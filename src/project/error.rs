//! Errors of a project's files and settings.

use std::{io::ErrorKind, path::PathBuf};

use thiserror::Error;

use super::{key_error::KeyError, revision::RevisionError, wrong_setting::SettingsError};
use crate::{
    glossary::GrammarError,
    locale::ProfileError,
    model::{Hinted, Message, did_you_mean},
    segment::SegmentError,
    source::SourceError,
};

/// An error of the project's folder or settings.
#[derive(Debug, Error)]
pub enum ProjectError {
    /// Neither the folder nor any above it has a `tolmach.toml`.
    #[error("no `tolmach.toml` in `{0}` or any folder above it")]
    NoProject(PathBuf),
    /// The operating system refused.
    #[error("cannot {what} `{path}`: {cause}")]
    Io {
        /// The operation (`read`, `write`…).
        what: &'static str,
        /// The file.
        path: PathBuf,
        /// The system's error.
        cause: std::io::Error,
    },
    /// A file is not UTF-8.
    #[error("{path}: {source}")]
    NotUtf8 {
        /// The file.
        path: PathBuf,
        /// Where it is not.
        source: SourceError,
    },
    /// A setting in a file or variable is wrong.
    #[error("{place}: {error}")]
    Settings {
        /// File and line, or the variable's name.
        place: String,
        /// What is wrong.
        error: Box<SettingsError>,
    },
    /// The key of a backend cannot be had.
    #[error("`{name}`: {error}")]
    Key {
        /// The backend's name.
        name: String,
        /// Why.
        error: KeyError,
    },
    /// A project's own profile of a locale cannot be used.
    #[error(transparent)]
    Profile(#[from] ProfileError),
    /// A project's own declension rules cannot be used.
    #[error(transparent)]
    Grammar(#[from] GrammarError),
    /// A project's own segmentation rules cannot be used.
    #[error("{name}: {error}")]
    Segmentation {
        /// The file's name to show.
        name: String,
        /// What is wrong with it.
        error: SegmentError,
    },
    /// A text file cannot be used.
    #[error("{name}: {error}")]
    Source {
        /// The file's name to show.
        name: String,
        /// What is wrong with it.
        error: SourceError,
    },
    /// There is no article of this name.
    #[error("there is no article `{slug}` in `source/`")]
    NoArticle {
        /// The requested name.
        slug: String,
        /// The existing names.
        known: Vec<String>,
    },
    /// Two files in `source/` have the same article name.
    #[error("`{first}` and `{second}` are articles of one name, `{slug}`")]
    SameName {
        /// The name.
        slug: String,
        /// One of the files.
        first: String,
        /// The other.
        second: String,
    },
    /// Two files in `source/` would write the same file of an edition or its translation.
    #[error("`{first}` and `{second}` would both write `{output}`")]
    SameOutput {
        /// One of the files.
        first: String,
        /// The other.
        second: String,
        /// The file that both would write.
        output: String,
    },
    /// A link leads out of the folder whose files are published.
    #[error("`{file}` leads out of `{folder}/`")]
    LeadsOut {
        /// The link.
        file: String,
        /// The folder.
        folder: String,
    },
    /// A newer tolmach wrote the file, in a format that this one does not know.
    #[error("{file}:{line}: a newer tolmach wrote this (`{found}`; this version knows `{known}`)")]
    Newer {
        /// The file.
        file: String,
        /// The line, from 1, that declares the format.
        line: usize,
        /// The declared format.
        found: String,
        /// The known format.
        known: String,
    },
    /// The ledger cannot be read or appended to.
    #[error("the ledger `{file}` cannot be opened: {cause}")]
    NoLedger {
        /// The file.
        file: String,
        /// The system's error.
        cause: std::io::Error,
    },
    /// A revision of the repository cannot be read.
    #[error(transparent)]
    Revision(#[from] RevisionError),
    /// Another process is at work in the project.
    #[error("another tolmach works here: {holder}")]
    Locked {
        /// The note in the lock file.
        holder: String,
    },
}

impl ProjectError {
    /// Whether another process is the cause (exit 3), rather than bad input (exit 2).
    #[must_use]
    pub const fn is_unfinished(&self) -> bool {
        matches!(self, Self::Locked { .. })
    }

    /// An error of a setting, with its file and line or its variable.
    pub(crate) fn setting(place: impl Into<String>, error: SettingsError) -> Self {
        Self::Settings { place: place.into(), error: Box::new(error) }
    }

    /// An error of the operating system on a path.
    pub(crate) fn io(what: &'static str, path: impl Into<PathBuf>, cause: std::io::Error) -> Self {
        Self::Io { what, path: path.into(), cause }
    }
}

impl Hinted for ProjectError {
    fn hint(&self) -> Option<Message> {
        Some(match self {
            Self::NoProject(_) => Message::new("hint-no-project"),
            Self::NotUtf8 { .. } => Message::new("hint-utf-8"),
            Self::Settings { error, .. } => return error.hint(),
            Self::Key { error, .. } => return error.hint(),
            Self::Profile(error) => return error.hint(),
            Self::Grammar(error) => return error.hint(),
            Self::Segmentation { error, .. } => return error.hint(),
            Self::Source { error, .. } => return error.hint(),
            Self::Revision(error) => return error.hint(),
            Self::NoArticle { known, .. } if known.is_empty() => Message::new("hint-no-articles"),
            Self::NoArticle { slug, known } => {
                did_you_mean(slug, known, Message::new("hint-articles").with("known", known.join(", ")))
            }
            Self::SameName { .. } => Message::new("hint-same-name"),
            Self::SameOutput { .. } => Message::new("hint-same-output"),
            Self::LeadsOut { .. } => Message::new("hint-leads-out"),
            Self::Newer { .. } => Message::new("hint-newer"),
            Self::NoLedger { .. } => Message::new("hint-no-ledger"),
            Self::Locked { .. } => Message::new("hint-locked"),
            Self::Io { cause, .. } => match cause.kind() {
                ErrorKind::NotFound => Message::new("hint-file-not-found"),
                ErrorKind::IsADirectory => Message::new("hint-file-is-folder"),
                ErrorKind::NotADirectory => Message::new("hint-folder-is-file"),
                ErrorKind::PermissionDenied => Message::new("hint-file-rights"),
                _ => return None,
            },
        })
    }

    fn all() -> Vec<Self> {
        let word = || "army".to_owned();
        let mut all = vec![
            Self::NoProject(PathBuf::new()),
            Self::NoArticle { slug: word(), known: Vec::new() },
            Self::NoArticle { slug: word(), known: vec!["front".to_owned(), "peace".to_owned()] },
            Self::SameName { slug: word(), first: word(), second: word() },
            Self::SameOutput { first: word(), second: word(), output: word() },
            Self::LeadsOut { file: word(), folder: word() },
            Self::Newer { file: word(), line: 1, found: word(), known: word() },
            Self::NoLedger { file: word(), cause: ErrorKind::IsADirectory.into() },
            Self::Locked { holder: word() },
        ];
        let kinds = [
            ErrorKind::NotFound,
            ErrorKind::IsADirectory,
            ErrorKind::NotADirectory,
            ErrorKind::PermissionDenied,
            ErrorKind::StorageFull,
        ];
        all.extend(kinds.map(|kind| Self::io("read", "army.md", kind.into())));
        all.extend(SourceError::all().into_iter().map(|source| Self::NotUtf8 { path: PathBuf::new(), source }));
        all.extend(SettingsError::all().into_iter().map(|error| Self::setting(word(), error)));
        all.extend(KeyError::all().into_iter().map(|error| Self::Key { name: word(), error }));
        all.extend(RevisionError::all().into_iter().map(Self::Revision));
        all.extend(ProfileError::all().into_iter().map(Self::Profile));
        all.extend(GrammarError::all().into_iter().map(Self::Grammar));
        all.extend(SegmentError::all().into_iter().map(|error| Self::Segmentation { name: word(), error }));
        all.extend(SourceError::all().into_iter().map(|error| Self::Source { name: word(), error }));
        all
    }
}
