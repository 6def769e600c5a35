//! Errors that make a bilingual file unusable.

use crate::{
    model::{Hinted, Locale, LocaleError, Message},
    xml::XmlError,
};

/// A bilingual file that cannot be read or does not belong here.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BilingualError {
    /// It is not XML, or malformed XML.
    #[error(transparent)]
    Xml(#[from] XmlError),
    /// Its root element is not `<xliff>`.
    #[error("this is not XLIFF but `<{root}>`")]
    NotXliff {
        /// The root element found.
        root: String,
    },
    /// It is not XLIFF 1.x.
    #[error("XLIFF {version} cannot be read")]
    Version {
        /// The version it declares.
        version: String,
    },
    /// A newer tolmach wrote it, in a version that this one does not know.
    #[error("line {line}: a newer tolmach wrote this (`{found}`; this version knows `{known}`)")]
    Newer {
        /// Line of the file, from 1.
        line: usize,
        /// The version mark of the file.
        found: String,
        /// The version mark that is known.
        known: &'static str,
    },
    /// It has no `<file>` with a `<body>`.
    #[error("the XLIFF file has no `<file>` with a `<body>`")]
    Empty,
    /// A language it declares is not a language tag.
    #[error("line {line}: {error}")]
    Locale {
        /// Line of the file, from 1.
        line: usize,
        /// What is wrong with it.
        error: LocaleError,
    },
    /// It declares no source language.
    #[error("line {line}: `source-language` is missing")]
    NoLocale {
        /// Line of the file, from 1.
        line: usize,
    },
    /// It translates from or into another language.
    #[error("the file is for `{found}`, not for `{expected}`")]
    WrongLocale {
        /// The language expected.
        expected: String,
        /// The language of the file.
        found: String,
    },
    /// It violates its format.
    #[error("line {line}: {problem}")]
    Malformed {
        /// Line of the file, from 1.
        line: usize,
        /// What is wrong, in a few English words.
        problem: String,
    },
    /// It belongs to another article.
    #[error("the file belongs to `{found}`, not to `{expected}`")]
    WrongArticle {
        /// The article expected.
        expected: String,
        /// The article that the file names.
        found: String,
    },
}

impl Hinted for BilingualError {
    fn hint(&self) -> Option<Message> {
        Some(Message::new(match self {
            Self::Xml(error) => return error.hint(),
            Self::NotXliff { .. } => "hint-xliff-file",
            Self::Version { .. } => "hint-xliff-version",
            Self::Newer { .. } => "hint-newer",
            Self::Empty => "hint-xliff-empty",
            Self::Locale { error, .. } => return error.hint(),
            Self::NoLocale { .. } => "hint-xliff-no-locale",
            Self::Malformed { .. } => "hint-malformed",
            Self::WrongLocale { .. } => "hint-file-of-locale",
            Self::WrongArticle { .. } => "hint-file-of-article",
        }))
    }

    fn all() -> Vec<Self> {
        let sample = || "be".to_owned();
        let variants = [
            Self::NotXliff { root: sample() },
            Self::Version { version: sample() },
            Self::Newer { line: 1, found: sample(), known: "1" },
            Self::Empty,
            Self::NoLocale { line: 1 },
            Self::Malformed { line: 1, problem: sample() },
            Self::WrongLocale { expected: sample(), found: sample() },
            Self::WrongArticle { expected: sample(), found: sample() },
        ];
        let locale = LocaleError::all().into_iter().map(|error| Self::Locale { line: 1, error });
        XmlError::all().into_iter().map(Self::Xml).chain(locale).chain(variants).collect()
    }
}

/// Checks that a file's language is the expected one. The region is ignored, since tools add or drop it (`be-BY`).
pub(super) fn check_locale(expected: &Locale, found: &Locale) -> Result<(), BilingualError> {
    let (a, b) = (expected.identifier(), found.identifier());
    if a.language == b.language && a.script == b.script && a.variants().eq(b.variants()) {
        return Ok(());
    }
    Err(BilingualError::WrongLocale { expected: expected.to_string(), found: found.to_string() })
}
