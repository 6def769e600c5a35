//! Errors of the desk: what stood in the way, what to do, and what it means for the work.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use crate::{
    backend::{BackendError, OpenError},
    bilingual::BilingualError,
    edition::PageError,
    memory::tmx::TmxError,
    messages::MessagesError,
    project::ProjectError,
    segment::SegmentError,
    source::SourceError,
};

use super::glossary::GlossaryError;

/// Why something could not be done. `Display` is English, since people search for it.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "`name` is a file as people name it, `error` what is wrong with it")]
pub enum DeskError {
    /// The project's folder, settings or files.
    #[error(transparent)]
    Project(#[from] ProjectError),
    /// What was requested of a glossary.
    #[error(transparent)]
    Glossary(#[from] GlossaryError),
    /// A locale's segmentation rules.
    #[error(transparent)]
    Segmentation(#[from] SegmentError),
    /// An engine.
    #[error(transparent)]
    Backend(#[from] BackendError),
    /// The settings of an engine, once flags and environment lie over them.
    #[error("`{name}`: {error}")]
    Profile { name: String, error: toml::de::Error },
    /// A file of messages.
    #[error(transparent)]
    Messages(#[from] MessagesError),
    /// The template of a page.
    #[error(transparent)]
    Page(#[from] PageError),
    /// A file with text.
    #[error("{name}: {error}")]
    Source { name: String, error: SourceError },
    /// A bilingual file.
    #[error("{name}: {error}")]
    Bilingual { name: String, error: BilingualError },
    /// A translation memory.
    #[error("{name}: {error}")]
    Memory { name: String, error: TmxError },
    /// Anything else that is said of an input, with what to do.
    #[error("{message}")]
    Input { message: String, hint: Option<String> },
    /// An article without a word.
    #[error("{name}: the article is empty")]
    EmptyArticle { name: String },
    /// A project without editions.
    #[error("the project has no target locales")]
    NoTargets,
    /// A name in the chain that is no backend.
    #[error("{}there is no backend `{name}`", .place.as_ref().map(|place| format!("{place}: ")).unwrap_or_default())]
    UnknownBackend { name: String, place: Option<String>, known: Vec<String> },
    /// Two registered engines, or two formats, of one name.
    #[error("`{name}` is registered twice")]
    RegisteredTwice { name: &'static str, known: Vec<&'static str> },
    /// A profile of hand-over that nobody knows.
    #[error("there is no format `{name}`")]
    UnknownFormat { name: String, known: Vec<String> },
    /// A text that is no segment's id.
    #[error("`{name}` is not a segment's id")]
    NotASegment { name: String },
    /// An id that no article has.
    #[error("no article has a segment `{id}`")]
    NoSegment { id: String },
    /// An approval by nobody.
    #[error("`--by` is empty")]
    Nameless,
    /// A merge that approves in nobody's name.
    #[error("`--as reviewed` and `--as final` need a name")]
    ApprovalWithoutName,
    /// A file that is not overwritten.
    #[error("`{name}` is there already")]
    Exists { name: String, hint: &'static str },
    /// A segment file that somebody saved while we worked.
    #[error("{name}: somebody saved this file while tolmach worked on it; it was left as it is")]
    Changed { name: String },
    /// What several pieces of work met.
    #[error("{}", .0.error)]
    Shared(Arc<SharedError>),
    /// A thread of ours that panicked.
    #[error("a thread of tolmach broke down")]
    BrokenThread,
}

/// An error that several pieces of work meet, and that is reported once.
#[derive(Debug)]
pub struct SharedError {
    error: DeskError,
    is_reported: AtomicBool,
}

/// What an error means for the work as a whole; ordered, the gravest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ErrorClass {
    /// The request, the configuration or an input cannot be used.
    Refused,
    /// A backend or another process stood in the way; all that was done is saved.
    Unfinished,
    /// The user stopped it; all that was done is saved.
    Interrupted,
}

impl DeskError {
    /// An error about an input, with what to do.
    pub(crate) fn input(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Input { message: message.into(), hint: Some(hint.into()) }
    }

    /// What to do about it.
    #[must_use]
    pub fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::Project(error) => return error.hint(),
            Self::Glossary(error) => return Some(error.hint()),
            Self::Segmentation(error) => error.hint(),
            Self::Backend(error) => error.hint(),
            Self::Profile { .. } => "correct the backend's settings",
            Self::Messages(error) => error.hint(),
            Self::Page(error) => error.hint(),
            Self::Source { error, .. } => error.hint(),
            Self::Bilingual { error, .. } => error.hint(),
            Self::Memory { error, .. } => error.hint(),
            Self::Input { hint, .. } => return hint.clone().filter(|hint| !hint.is_empty()),
            Self::EmptyArticle { .. } => "write it, or remove the file",
            Self::NoTargets => "write `targets = [\"be\", \"ru\", \"uk\"]` into `tolmach.toml`",
            Self::UnknownBackend { known, .. } => return Some(format!("the backends are: {}", known.join(", "))),
            Self::RegisteredTwice { known, .. } => {
                return Some(format!("give one of them another name; the names are: {}", known.join(", ")));
            }
            Self::UnknownFormat { known, .. } => return Some(format!("the formats are: {}", known.join(", "))),
            Self::NotASegment { .. } | Self::NoSegment { .. } => "`tolmach segment FILE` lists the ids",
            Self::Nameless => "say who approves",
            Self::ApprovalWithoutName => "add `--by NAME`",
            Self::Exists { hint, .. } => hint,
            Self::Changed { .. } => "run this again: nothing of either was lost, and no paid answer is asked for again",
            Self::Shared(shared) => return shared.error.hint(),
            Self::BrokenThread => "please report this",
        };
        Some(hint.to_owned())
    }

    /// What it means for the work as a whole.
    #[must_use]
    pub fn class(&self) -> ErrorClass {
        match self {
            Self::Backend(BackendError::Interrupted) => ErrorClass::Interrupted,
            Self::Shared(shared) => shared.error.class(),
            Self::Backend(error) if error.is_unfinished() => ErrorClass::Unfinished,
            Self::Project(error) if error.is_unfinished() => ErrorClass::Unfinished,
            Self::Changed { .. } => ErrorClass::Unfinished,
            _ => ErrorClass::Refused,
        }
    }
}

impl DeskError {
    /// The error for several pieces of work to meet.
    pub(super) fn shared(self) -> Arc<SharedError> {
        Arc::new(SharedError { error: self, is_reported: AtomicBool::new(false) })
    }

    /// The error to report; `None` from the second time on for one that several pieces of work meet.
    pub(super) fn to_report(&self) -> Option<&Self> {
        match self {
            Self::Shared(shared) => (!shared.is_reported.swap(true, Ordering::Relaxed)).then_some(&shared.error),
            error => Some(error),
        }
    }

    /// The error of opening a profile.
    pub(super) fn opening(name: &str, error: OpenError) -> Self {
        match error {
            OpenError::Backend(error) => Self::Backend(error),
            OpenError::Settings(error) => Self::Profile { name: name.to_owned(), error },
        }
    }

    /// An error about a file with text.
    pub(super) fn source(name: impl Into<String>) -> impl FnOnce(SourceError) -> Self {
        let name = name.into();
        move |error| Self::Source { name, error }
    }

    /// An error about a bilingual file.
    pub(super) fn bilingual(name: impl Into<String>) -> impl FnOnce(BilingualError) -> Self {
        let name = name.into();
        move |error| Self::Bilingual { name, error }
    }
}
