//! Why a bilingual file cannot be used at all.

use crate::{
    model::{Locale, LocaleError},
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

impl BilingualError {
    /// What to do about it.
    #[must_use]
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::Xml(error) => error.hint(),
            Self::NotXliff { .. } => "give the `.xlf` file that the translation tool wrote",
            Self::Version { .. } => "export it as XLIFF 1.2",
            Self::Newer { .. } => "use the newer tolmach; this one does not touch the file",
            Self::Empty => "the file holds no segments; export it again",
            Self::Locale { error, .. } => error.hint(),
            Self::NoLocale { .. } => "add `source-language=\"en\"` to the `<file>` element",
            Self::Malformed { .. } => "export the file again with the tool that wrote it",
            Self::WrongLocale { .. } => {
                "give the file of this locale; a project's locales are the `targets` in its `tolmach.toml`"
            }
            Self::WrongArticle { .. } => "give the file of this article, or name the article it belongs to",
        }
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
