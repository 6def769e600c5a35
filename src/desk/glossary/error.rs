//! Errors of work on a glossary: what is wrong with what was requested.

use crate::{
    glossary::{exchange::ExchangeError, lock::LockError, paradigm::ParadigmError},
    model::{Hinted, Message},
};

/// Why something could not be done with a glossary. `Display` is English, since people search for it.
#[derive(Debug, thiserror::Error)]
pub enum GlossaryError {
    /// A class that does not say how a wording declines.
    #[error(transparent)]
    Class(#[from] ParadigmError),
    /// The same, of a wording in a glossary file or of a word in a locale.
    #[error("{place}: {word}: {error}")]
    ClassOf {
        /// File and line, or the locale.
        place: String,
        /// The wording.
        word: String,
        /// What is wrong with the class.
        error: ParadigmError,
    },
    /// A locale of whose declension nothing is known.
    #[error("{locale}: {word}: no rules of declension are known for this locale")]
    NoParadigms {
        /// The locale.
        locale: String,
        /// The word that was to be declined in it.
        word: String,
    },
    /// A word with letters that no locale with rules of declension has.
    #[error("no locale with rules of declension has all the letters of `{word}`")]
    NoLocaleSpells {
        /// The word.
        word: String,
    },
    /// A new concept without an id.
    #[error("`--id` is empty")]
    NoId,
    /// A new concept whose id another one has.
    #[error("the concept `{id}` stands already at {place}")]
    ConceptExists {
        /// The id.
        id: String,
        /// File and line of the other one.
        place: String,
    },
    /// A class for the preferred wording of a locale that has none.
    #[error("`--class {locale}={class}` has no wording to go with")]
    ClassWithoutWording {
        /// The locale.
        locale: String,
        /// The class.
        class: String,
    },
    /// A name that is no plain name of a glossary file.
    #[error("`{name}` is not the name of a glossary file")]
    NotAFileName {
        /// The name.
        name: String,
    },
    /// A file whose ending tells no format of other programs.
    #[error("the ending of `{name}` names no format of glossaries")]
    UnknownEnding {
        /// The file.
        name: String,
    },
    /// An OmegaT list whose target language nobody says.
    #[error("an OmegaT list does not say its target language")]
    NoTargetLocale,
    /// A file of another program from which no glossary can be read.
    #[error("{name}: {error}")]
    Exchange {
        /// The file.
        name: String,
        /// What is wrong with it.
        error: ExchangeError,
    },
    /// A lock of forms that cannot be read.
    #[error("{file}: {error}")]
    FormsLock {
        /// The file.
        file: String,
        /// What is wrong with it.
        error: LockError,
    },
    /// A glossary to compare with that is not there.
    #[error("there is no `{path}`")]
    NoGlossary {
        /// The folder or file.
        path: String,
    },
}

impl Hinted for GlossaryError {
    fn hint(&self) -> Option<Message> {
        Some(match self {
            Self::Class(error) | Self::ClassOf { error, .. } => return error.hint(),
            Self::Exchange { error, .. } => return error.hint(),
            Self::FormsLock { error, .. } => return error.hint(),
            Self::NoParadigms { locale, .. } => Message::new("hint-write-rules").with("tag", locale),
            Self::NoLocaleSpells { .. } => Message::new("hint-name-locale"),
            Self::NoId => Message::new("hint-give-id"),
            Self::ConceptExists { .. } => Message::new("hint-concept-exists"),
            Self::ClassWithoutWording { locale, .. } => Message::new("hint-wording-of-class").with("tag", locale),
            Self::NotAFileName { .. } => Message::new("hint-glossary-file"),
            Self::UnknownEnding { .. } => Message::new("hint-glossary-format"),
            Self::NoTargetLocale => Message::new("hint-locale-of-list"),
            Self::NoGlossary { .. } => Message::new("hint-glossary-folder"),
        })
    }

    fn all() -> Vec<Self> {
        let word = || "homel".to_owned();
        let mut all = vec![
            Self::NoParadigms { locale: word(), word: word() },
            Self::NoLocaleSpells { word: word() },
            Self::NoId,
            Self::ConceptExists { id: word(), place: word() },
            Self::ClassWithoutWording { locale: word(), class: word() },
            Self::NotAFileName { name: word() },
            Self::UnknownEnding { name: word() },
            Self::NoTargetLocale,
            Self::NoGlossary { path: word() },
        ];
        all.extend(ParadigmError::all().into_iter().map(Self::Class));
        let class_of = |error| Self::ClassOf { place: word(), word: word(), error };
        all.extend(ParadigmError::all().into_iter().map(class_of));
        all.extend(ExchangeError::all().into_iter().map(|error| Self::Exchange { name: word(), error }));
        all.extend(LockError::all().into_iter().map(|error| Self::FormsLock { file: word(), error }));
        all
    }
}
