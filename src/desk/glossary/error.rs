//! Errors of work on a glossary: problems with what was requested.

use crate::{
    glossary::{exchange::ExchangeError, lock::LockError, paradigm::ParadigmError},
    model::{Hinted, Message, did_you_mean},
};

/// An error of work on a glossary. `Display` is in English so that people can search for it.
#[derive(Debug, thiserror::Error)]
pub enum GlossaryError {
    /// An invalid inflection class.
    #[error(transparent)]
    Class(#[from] ParadigmError),
    /// The same, for a term in a glossary file or a word in a locale.
    #[error("{place}: {word}: {error}")]
    ClassOf {
        /// File and line, or the locale.
        place: String,
        /// The term or word.
        word: String,
        /// What is wrong with the class.
        error: ParadigmError,
    },
    /// The locale has no rules of declension.
    #[error("{locale}: {word}: no rules of declension are known for this locale")]
    NoParadigms {
        /// The locale.
        locale: String,
        /// The word to decline.
        word: String,
    },
    /// A word has letters that no locale with rules of declension has.
    #[error("no locale with rules of declension has all the letters of `{word}`")]
    NoLocaleSpells {
        /// The word.
        word: String,
    },
    /// A new concept has no id.
    #[error("`--id` is empty")]
    NoId,
    /// A new concept has the id of an existing one.
    #[error("the concept `{id}` already exists at {place}")]
    ConceptExists {
        /// The id.
        id: String,
        /// File and line of the existing concept.
        place: String,
    },
    /// A class is given for a locale without a preferred term.
    #[error("`--class {locale}={class}` has no wording to go with")]
    ClassWithoutWording {
        /// The locale.
        locale: String,
        /// The class.
        class: String,
    },
    /// A class is given for a wording that has one.
    #[error("{place}: `{word}` has the class `{class}` already")]
    HasClass {
        /// File and line.
        place: String,
        /// The wording.
        word: String,
        /// The class that it has.
        class: String,
    },
    /// A class is given for no concept in particular.
    #[error("`--class {locale}={class}` is for one concept, and {count} are meant")]
    WhichConcept {
        /// The locale.
        locale: String,
        /// The class.
        class: String,
        /// The number of concepts that it could be for.
        count: usize,
    },
    /// A file leaves no place for the class of a wording.
    #[error("{file}: there is no place to write the class `{class}` of `{word}`")]
    NoPlaceForClass {
        /// The file.
        file: String,
        /// The wording.
        word: String,
        /// The class.
        class: String,
    },
    /// There is no such concept.
    #[error("there is no concept `{id}` in the glossary")]
    NoConcept {
        /// The id.
        id: String,
        /// The ids that exist.
        known: Vec<String>,
    },
    /// A name is not the plain name of a glossary file.
    #[error("`{name}` is not the name of a glossary file")]
    NotAFileName {
        /// The name.
        name: String,
    },
    /// A file's extension matches no exchange format.
    #[error("the extension of `{name}` is not that of a glossary format")]
    UnknownEnding {
        /// The file.
        name: String,
    },
    /// The target language of an OmegaT list is not known.
    #[error("an OmegaT list has no target language")]
    NoTargetLocale,
    /// A glossary file of another program cannot be read.
    #[error("{name}: {error}")]
    Exchange {
        /// The file.
        name: String,
        /// What is wrong with it.
        error: ExchangeError,
    },
    /// The lock of forms cannot be read.
    #[error("{file}: {error}")]
    FormsLock {
        /// The file.
        file: String,
        /// What is wrong with it.
        error: LockError,
    },
    /// A glossary to compare does not exist.
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
            Self::HasClass { .. } => Message::new("hint-has-class"),
            Self::WhichConcept { .. } => Message::new("hint-one-concept"),
            Self::NoPlaceForClass { class, .. } => Message::new("hint-write-class").with("class", class),
            Self::NoConcept { id, known } => {
                let known: Vec<&str> = known.iter().map(String::as_str).collect();
                did_you_mean(id, &known, Message::new("hint-known-concept"))
            }
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
            Self::HasClass { place: word(), word: word(), class: word() },
            Self::WhichConcept { locale: word(), class: word(), count: 2 },
            Self::NoPlaceForClass { file: word(), word: word(), class: word() },
            Self::NoConcept { id: word(), known: vec!["gomel".to_owned()] },
            Self::NoConcept { id: word(), known: Vec::new() },
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
