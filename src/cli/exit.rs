//! Exit codes and the errors that lead to them.

use std::{error::Error, fmt, io, process::ExitCode};

use super::usage::UsageError;
use crate::{
    desk::{DeskError, ErrorClass},
    messages::Messages,
    model::{Finding, Hinted, Message},
    project::ProjectError,
};

/// How a command ended; of several outcomes, the highest counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Exit {
    /// Success.
    Clean = 0,
    /// There are findings at or above the gate.
    Findings = 1,
    /// The command line, the configuration or an input is unusable.
    Usage = 2,
    /// A backend or another process prevented completion; finished work is saved.
    Unfinished = 3,
    /// Stopped by Ctrl-C or a signal; finished work is saved.
    Interrupted = 130,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// An error as shown to the user: what happened, what to do, and how the process ends.
#[derive(Debug)]
pub(crate) struct Failure {
    /// What happened: an error in English, since people search for it, or a message in the user's language.
    pub(crate) message: String,
    /// Whether it is in English whatever the user's language is; its label is then in English too.
    pub(crate) is_english: bool,
    /// What to do.
    pub(crate) hint: Option<Message>,
    /// How the process ends.
    pub(crate) exit: Exit,
    /// Whether the reader closed standard output, which is not an error.
    pub(crate) closed: bool,
}

impl Failure {
    /// A usage or input failure.
    #[must_use]
    pub(crate) fn usage(message: impl Into<String>, hint: Option<Message>) -> Self {
        Self { message: message.into(), is_english: true, hint, exit: Exit::Usage, closed: false }
    }

    /// A finding in a file that a command works on, as a failure.
    pub(crate) fn of_finding(words: &Messages, finding: &Finding) -> Self {
        let file = finding.place.file.as_deref().unwrap_or_default();
        let line = finding.place.line.map(|line| format!(":{line}")).unwrap_or_default();
        let message = format!("{file}{line}: {}", words.finding(finding));
        Self { is_english: false, ..Self::usage(message, finding.hint().cloned()) }
    }

    /// A usage or input failure from any boundary's error, with its causes and its hint.
    #[must_use]
    pub(crate) fn of(error: &impl Hinted) -> Self {
        Self::usage(with_causes(error), error.hint())
    }
}

/// An error with its causes, each once.
fn with_causes(error: &dyn Error) -> String {
    let mut message = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        let inner_text = inner.to_string();
        if !message.contains(&inner_text) {
            message = format!("{message}: {inner_text}");
        }
        cause = inner.source();
    }
    message
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message)
    }
}

impl From<DeskError> for Failure {
    fn from(error: DeskError) -> Self {
        Self::from(&error)
    }
}

impl From<&DeskError> for Failure {
    fn from(error: &DeskError) -> Self {
        Self { exit: Exit::from(error.class()), ..Self::of(error) }
    }
}

impl From<ErrorClass> for Exit {
    fn from(class: ErrorClass) -> Self {
        match class {
            ErrorClass::Refused => Self::Usage,
            ErrorClass::Unfinished => Self::Unfinished,
            ErrorClass::Interrupted => Self::Interrupted,
        }
    }
}

impl Exit {
    /// The exit of work that hit these errors; clean if there are none.
    pub(crate) fn after<'e>(errors: impl IntoIterator<Item = &'e DeskError>) -> Self {
        errors.into_iter().map(|error| Self::from(error.class())).max().unwrap_or(Self::Clean)
    }
}

impl From<ProjectError> for Failure {
    fn from(error: ProjectError) -> Self {
        Self::from(DeskError::from(error))
    }
}

impl From<UsageError> for Failure {
    fn from(error: UsageError) -> Self {
        Self::of(&error)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        let closed = error.kind() == io::ErrorKind::BrokenPipe;
        Self { closed, ..Self::usage(error.to_string(), None) }
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::from(io::Error::from(error))
    }
}
