//! Errors of the desk, their hints, and what they mean for the whole run.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use serde::de::Error as _;

use crate::{
    backend::{BackendError, OpenError, PromptError, http::FetchError},
    bilingual::BilingualError,
    edition::PageError,
    memory::tmx::TmxError,
    messages::MessagesError,
    model::{Hinted, Locale, Message, did_you_mean},
    project::ProjectError,
    segment::SegmentError,
    source::{SourceError, scrape::CuesError},
};

use super::{glossary::GlossaryError, waivers::WaiverError};

/// An error of the desk. `Display` is in English so that people can search for it.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "`name` is a file as shown to users, `error` what is wrong with it")]
pub enum DeskError {
    /// An error in the project's folder, settings or files.
    #[error(transparent)]
    Project(#[from] ProjectError),
    /// An error in a request about a glossary.
    #[error(transparent)]
    Glossary(#[from] GlossaryError),
    /// An error in a locale's segmentation rules.
    #[error(transparent)]
    Segmentation(#[from] SegmentError),
    /// An error of an engine.
    #[error(transparent)]
    Backend(#[from] BackendError),
    /// An error in an engine's settings, after flags and environment were applied.
    #[error("`{name}`: {}", .error.message().trim_end_matches('.'))]
    Profile { name: String, error: toml::de::Error },
    /// An error in the prompt for models.
    #[error(transparent)]
    Prompt(#[from] PromptError),
    /// An error in a file of messages.
    #[error(transparent)]
    Messages(#[from] MessagesError),
    /// An error in a page template.
    #[error(transparent)]
    Page(#[from] PageError),
    /// An error in a file with text.
    #[error("{name}: {error}")]
    Source { name: String, error: SourceError },
    /// An error in a bilingual file.
    #[error("{name}: {error}")]
    Bilingual { name: String, error: BilingualError },
    /// An error in a translation memory.
    #[error("{name}: {error}")]
    Memory { name: String, error: TmxError },
    /// Standard input cannot be read.
    #[error("{0}")]
    Input(std::io::Error),
    /// An error in the words that identify furniture.
    #[error(transparent)]
    Cues(#[from] CuesError),
    /// A page cannot be fetched.
    #[error(transparent)]
    Fetch(#[from] FetchError),
    /// A page would have to be fetched while offline.
    #[error("a page must be fetched, but `--offline` is set")]
    OfflinePage,
    /// A name is not valid for an article's file.
    #[error("`{name}` cannot be the name of an article")]
    NotASlug { name: String },
    /// What is given is neither an article's name nor the path of its file.
    #[error("`{name}` is neither an article's name nor a file in `source/`")]
    NotAName { name: String },
    /// A file of the new name exists already.
    #[error("`{name}` already exists")]
    NameTaken { name: String },
    /// The new name has another extension, and so another format.
    #[error("an article keeps its extension, `.{extension}`")]
    OtherExtension { extension: String },
    /// A segment file of the new name holds what people did, and so does that of the old name, `from`.
    #[error("`{name}` already has work of people in it")]
    PersonsWork { name: String, from: String, article: String },
    /// An article of this name already exists.
    #[error("`{name}` already exists")]
    ArticleExists { name: String },
    /// An article has no text.
    #[error("{name}: the article is empty")]
    EmptyArticle { name: String },
    /// The project has no editions.
    #[error("the project has no target locales")]
    NoTargets,
    /// Two registered engines, or two formats, share a name.
    #[error("`{name}` is registered twice")]
    RegisteredTwice { name: &'static str, known: Vec<&'static str> },
    /// Two registered formats share a file extension.
    #[error("`.{extension}` is the extension of two formats, `{first}` and `{second}`")]
    ExtensionTwice { extension: &'static str, first: &'static str, second: &'static str },
    /// There is no export format of this name.
    #[error("there is no format `{name}`")]
    UnknownFormat { name: String, known: Vec<String> },
    /// A name is not a segment id.
    #[error("`{name}` is not a segment's id")]
    NotASegment { name: String },
    /// No article has a segment with this id.
    #[error("no article has a segment `{id}`")]
    NoSegment { id: String },
    /// No conflict file has a segment with this id.
    #[error("no conflict file has a segment `{id}`")]
    NoConflict { id: String },
    /// An approval names no approver.
    #[error("`--by` is empty")]
    Nameless,
    /// A merge would approve targets but names no approver.
    #[error("`--as reviewed` and `--as final` need a name")]
    ApprovalWithoutName,
    /// A file of an earlier export differs and is not overwritten.
    #[error("`{name}` already exists")]
    Exists { name: String },
    /// A segment file was changed while we worked on it.
    #[error("{name}: somebody saved this file while tolmach worked on it; it was left as it is")]
    Changed { name: String },
    /// An error that affects several articles or locales.
    #[error("{}", .0.error)]
    Shared(Arc<SharedError>),
    /// There is no such baseline.
    #[error("there is no baseline `{name}`")]
    NoBaseline { name: String },
    /// A baseline cannot be used.
    #[error("{name}:{line}: {message}")]
    Baseline { name: String, line: usize, message: String },
    /// A baseline is of another version.
    #[error("{name}:{line}: a baseline of version {found}, and this tolmach knows version 1")]
    BaselineVersion { name: String, line: usize, found: String },
    /// A file of waivers, or one of them, cannot be used.
    #[error("{name}:{line}: {fault}")]
    Waiver { name: String, line: usize, fault: WaiverError },
    /// A waiver gives no reason, or no name.
    #[error("`{option}` is empty")]
    WaiverWithout { option: &'static str },
    /// There is no such finding to waive.
    #[error("no finding of `{rule}` to waive in segment `{segment}`")]
    NothingToWaive { rule: String, segment: String, found: Vec<String>, elsewhere: Option<Locale> },
    /// The policy lets nobody waive a rule.
    #[error("`{setting}` lets nobody waive `{rule}`")]
    NeverWaived { rule: String, setting: String },
    /// The finding is waived already.
    #[error("{name}:{line}: the finding is waived already")]
    WaivedAlready { name: String, line: usize },
    /// A worker thread panicked.
    #[error("a worker thread of tolmach panicked")]
    BrokenThread,
}

/// An error that affects several articles or locales and is reported once.
#[derive(Debug)]
pub struct SharedError {
    error: DeskError,
    is_reported: AtomicBool,
}

/// What an error means for the whole run; ordered by severity, the worst last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ErrorClass {
    /// The request, the configuration or an input is unusable.
    Refused,
    /// A backend or another process prevented completion; everything done so far is saved.
    Unfinished,
    /// The user stopped the run; everything done so far is saved.
    Interrupted,
}

impl DeskError {
    /// Whether an engine may not or cannot be asked at all, as a plan of a run says of it.
    #[must_use]
    pub const fn is_of_plan(&self) -> bool {
        matches!(self, Self::Backend(BackendError::Embargo { .. } | BackendError::Pair { .. }))
    }

    /// Returns what the error means for the whole run.
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
    /// Whether the system withholds a file that is there, or a folder.
    pub(super) fn is_of_system(&self) -> bool {
        match self {
            Self::Project(ProjectError::Io { .. }) => true,
            Self::Shared(shared) => shared.error.is_of_system(),
            _ => false,
        }
    }

    /// Turns this into an error shared by several articles or locales.
    pub(super) fn into_shared(self) -> Arc<SharedError> {
        Arc::new(SharedError { error: self, is_reported: AtomicBool::new(false) })
    }

    /// Returns the error to report; `None` if this is a shared error that has already been reported.
    pub(super) fn to_report(&self) -> Option<&Self> {
        match self {
            Self::Shared(shared) => (!shared.is_reported.swap(true, Ordering::Relaxed)).then_some(&shared.error),
            error => Some(error),
        }
    }

    /// Converts the error of opening an engine.
    pub(super) fn from_opening(name: &str, error: OpenError) -> Self {
        match error {
            OpenError::Backend(error) => Self::Backend(error),
            OpenError::Settings(error) => Self::Profile { name: name.to_owned(), error },
        }
    }

    /// Returns a converter for errors in a file with text.
    pub(super) fn source(name: impl Into<String>) -> impl FnOnce(SourceError) -> Self {
        let name = name.into();
        move |error| Self::Source { name, error }
    }

    /// Returns a converter for errors in a bilingual file.
    pub(super) fn bilingual(name: impl Into<String>) -> impl FnOnce(BilingualError) -> Self {
        let name = name.into();
        move |error| Self::Bilingual { name, error }
    }
}

impl Hinted for DeskError {
    fn hint(&self) -> Option<Message> {
        Some(match self {
            Self::Project(error) => return error.hint(),
            Self::Glossary(error) => return error.hint(),
            Self::Segmentation(error) => return error.hint(),
            Self::Backend(error) => return error.hint(),
            Self::Prompt(error) => return error.hint(),
            Self::Messages(error) => return error.hint(),
            Self::Page(error) => return error.hint(),
            Self::Source { error, .. } => return error.hint(),
            Self::Bilingual { error, .. } => return error.hint(),
            Self::Memory { error, .. } => return error.hint(),
            Self::Cues(error) => return error.hint(),
            Self::Fetch(error) => return error.hint(),
            Self::Shared(shared) => return shared.error.hint(),
            Self::Input(_) => return None,
            Self::Profile { .. } => Message::new("hint-backend-settings"),
            Self::OfflinePage => Message::new("hint-offline-page"),
            Self::NotASlug { .. } => Message::new("hint-name-article"),
            Self::NotAName { .. } => Message::new("hint-article-name"),
            Self::NameTaken { .. } => Message::new("hint-name-taken"),
            Self::OtherExtension { .. } => Message::new("hint-keep-extension"),
            Self::PersonsWork { from, article, .. } => {
                Message::new("hint-persons-work").with("file", from.clone()).with("article", article.clone())
            }
            Self::ArticleExists { .. } => Message::new("hint-article-exists"),
            Self::EmptyArticle { .. } => Message::new("hint-empty-article"),
            Self::NoTargets => Message::new("hint-no-targets"),
            Self::RegisteredTwice { known, .. } => Message::new("hint-another-name").with("known", known.join(", ")),
            Self::ExtensionTwice { .. } => Message::new("hint-another-extension"),
            Self::UnknownFormat { name, known } => {
                did_you_mean(name, known, Message::new("hint-formats").with("known", known.join(", ")))
            }
            Self::NotASegment { .. } | Self::NoSegment { .. } => Message::new("hint-segments"),
            Self::NoConflict { .. } => Message::new("hint-no-conflict"),
            Self::Nameless => Message::new("hint-nameless"),
            Self::ApprovalWithoutName => Message::new("hint-approval-name"),
            Self::Exists { .. } => Message::new("hint-exported"),
            Self::Changed { .. } => Message::new("hint-changed"),
            Self::NoBaseline { .. } => Message::new("hint-no-baseline"),
            Self::Baseline { .. } => Message::new("hint-baseline"),
            Self::BaselineVersion { .. } => Message::new("hint-baseline-version"),
            Self::Waiver { fault, .. } => return fault.hint(),
            Self::WaiverWithout { .. } => Message::new("hint-waiver-options"),
            Self::NothingToWaive { elsewhere: Some(locale), .. } => {
                Message::new("hint-finding-elsewhere").with("locale", locale.to_string())
            }
            Self::NothingToWaive { found, .. } if found.is_empty() => Message::new("hint-no-findings-there"),
            Self::NothingToWaive { found, .. } => Message::new("hint-findings-there").with("list", found.join(", ")),
            Self::NeverWaived { .. } => Message::new("hint-never-waived"),
            Self::WaivedAlready { .. } => Message::new("hint-waived-already"),
            Self::BrokenThread => Message::new("hint-report"),
        })
    }

    fn all() -> Vec<Self> {
        let name = || "army".to_owned();
        let mut all = vec![
            Self::Input(std::io::ErrorKind::InvalidData.into()),
            Self::Profile { name: name(), error: toml::de::Error::custom("missing field `program`") },
            Self::OfflinePage,
            Self::NotASlug { name: name() },
            Self::NotAName { name: name() },
            Self::NameTaken { name: name() },
            Self::OtherExtension { extension: "md".to_owned() },
            Self::PersonsWork { name: name(), from: name(), article: name() },
            Self::ArticleExists { name: name() },
            Self::EmptyArticle { name: name() },
            Self::NoTargets,
            Self::RegisteredTwice { name: "review", known: vec!["memory", "review"] },
            Self::ExtensionTwice { extension: "md", first: "markdown", second: "wiki" },
            Self::UnknownFormat { name: name(), known: vec!["xliff".to_owned(), "omegat".to_owned()] },
            Self::NoSegment { id: name() },
            Self::NoConflict { id: name() },
            Self::Nameless,
            Self::ApprovalWithoutName,
            Self::Exists { name: name() },
            Self::Changed { name: name() },
            Self::NoBaseline { name: name() },
            Self::Baseline { name: name(), line: 1, message: name() },
            Self::BaselineVersion { name: name(), line: 1, found: "2".to_owned() },
            Self::WaiverWithout { option: "--reason" },
            Self::NothingToWaive { rule: name(), segment: name(), found: Vec::new(), elsewhere: None },
            Self::NothingToWaive { rule: name(), segment: name(), found: vec![name()], elsewhere: None },
            Self::NothingToWaive { rule: name(), segment: name(), found: vec![name()], elsewhere: "en".parse().ok() },
            Self::NeverWaived { rule: name(), setting: name() },
            Self::WaivedAlready { name: name(), line: 1 },
            Self::BrokenThread,
        ];
        all.extend(WaiverError::all().into_iter().map(|fault| Self::Waiver { name: name(), line: 1, fault }));
        all.extend(ProjectError::all().into_iter().map(Self::Project));
        all.extend(GlossaryError::all().into_iter().map(Self::Glossary));
        all.extend(SegmentError::all().into_iter().map(Self::Segmentation));
        all.extend(BackendError::all().into_iter().map(Self::Backend));
        all.extend(MessagesError::all().into_iter().map(Self::Messages));
        all.extend(PageError::all().into_iter().map(Self::Page));
        all.extend(SourceError::all().into_iter().map(|error| Self::Source { name: name(), error }));
        all.extend(BilingualError::all().into_iter().map(|error| Self::Bilingual { name: name(), error }));
        all.extend(TmxError::all().into_iter().map(|error| Self::Memory { name: name(), error }));
        all.extend(CuesError::all().into_iter().map(Self::Cues));
        all.extend(FetchError::all().into_iter().map(Self::Fetch));
        all
    }
}
