//! Errors of the command line itself: options that do not go together, names that nobody knows.

use crate::model::{Hinted, Message};

/// Why a command cannot be carried out as it was given.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "`given` is what was typed, `known` the names that could stand there")]
pub enum UsageError {
    /// No file to cut into segments.
    #[error("no file is given")]
    NoFile,
    /// A page without an article, said in the user's language by `import` itself.
    #[error("no article was found on this page")]
    NoArticle,
    /// A rule that does not exist.
    #[error("no rule is called `{given}`")]
    UnknownRule { given: String, known: Vec<&'static str> },
    /// A kind of concept that does not exist.
    #[error("unknown kind `{given}`")]
    UnknownKind { given: String, known: Vec<&'static str> },
    /// A wording without its locale.
    #[error("`{given}` is not LOCALE=TEXT")]
    NotLocaleAndText { given: String },
}

impl Hinted for UsageError {
    fn hint(&self) -> Option<Message> {
        Some(match self {
            Self::NoFile => Message::new("hint-name-files"),
            Self::NoArticle => Message::new("hint-page-of-article"),
            Self::UnknownRule { known, .. } => Message::new("hint-rules").with("known", known.join(", ")),
            Self::UnknownKind { known, .. } => Message::new("hint-known").with("known", known.join(", ")),
            Self::NotLocaleAndText { .. } => Message::new("hint-locale-and-text"),
        })
    }

    fn all() -> Vec<Self> {
        let given = || "people".to_owned();
        vec![
            Self::NoFile,
            Self::NoArticle,
            Self::UnknownRule { given: given(), known: vec!["codes", "missing"] },
            Self::UnknownKind { given: given(), known: vec!["person", "place"] },
            Self::NotLocaleAndText { given: given() },
        ]
    }
}
