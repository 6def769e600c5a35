//! Why a bilingual file cannot be used at all.

use crate::{
    model::{Hinted, Locale, LocaleError, Message},
    xml::XmlError,
};

/// A bilingual file that cannot be read or does not belong here.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BilingualError {
    /// It is not XML, or broken XML.
    #[error(transparent)]
    Xml(#[from] XmlError),
    /// Its root element is not `<xliff>`.
    #[error("this is not XLIFF but `<{root}>`")]
    NotXliff {
        /// The root element found.
        root: String,
    },
    /// It is another version of XLIFF than 1.x.
    #[error("XLIFF {version} cannot be read")]
    Version {
        /// The version it declares.
        version: String,
    },
    /// A newer tolmach wrote it, in a way that this one does not know.
    #[error("line {line}: a newer tolmach wrote this (`{found}`, and this one knows `{known}`)")]
    Newer {
        /// Line of the file, from 1.
        line: usize,
        /// The mark of the file's version.
        found: String,
        /// The mark of the version that is known.
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
    /// It translates into or from another language.
    #[error("the file is for `{found}`, not for `{expected}`")]
    WrongLocale {
        /// The language expected.
        expected: String,
        /// The language of the file.
        found: String,
    },
    /// It is not what its format asks for.
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
        let word = || "be".to_owned();
        let own = [
            Self::NotXliff { root: word() },
            Self::Version { version: word() },
            Self::Newer { line: 1, found: word(), known: "1" },
            Self::Empty,
            Self::NoLocale { line: 1 },
            Self::Malformed { line: 1, problem: word() },
            Self::WrongLocale { expected: word(), found: word() },
            Self::WrongArticle { expected: word(), found: word() },
        ];
        let locale = LocaleError::all().into_iter().map(|error| Self::Locale { line: 1, error });
        XmlError::all().into_iter().map(Self::Xml).chain(locale).chain(own).collect()
    }
}

/// Whether a file's language is ours. Tools add or drop the region (`be-BY`), so that it does not count.
pub(super) fn belongs(expected: &Locale, found: &Locale) -> Result<(), BilingualError> {
    let (a, b) = (expected.identifier(), found.identifier());
    if a.language == b.language && a.script == b.script && a.variants().eq(b.variants()) {
        return Ok(());
    }
    Err(BilingualError::WrongLocale { expected: expected.to_string(), found: found.to_string() })
}
