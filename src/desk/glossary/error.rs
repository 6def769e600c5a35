//! Errors of work on a glossary: what is wrong with what was requested.

use crate::glossary::{exchange::ExchangeError, paradigm::ParadigmError};

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
    /// A glossary to compare with that is not there.
    #[error("there is no `{path}`")]
    NoGlossary {
        /// The folder or file.
        path: String,
    },
}

impl GlossaryError {
    /// What to do about it.
    #[must_use]
    pub fn hint(&self) -> String {
        let hint = match self {
            Self::Class(error) | Self::ClassOf { error, .. } => error.hint(),
            Self::NoParadigms { locale, .. } => {
                return format!("write them into `locales/{locale}/paradigms.toml`, or list the forms in the glossary");
            }
            Self::NoLocaleSpells { .. } => "name one with `--locale`, and look for letters of another alphabet",
            Self::NoId => "give a name such as `homel`",
            Self::ConceptExists { .. } => "change it there, or give another id",
            Self::ClassWithoutWording { locale, .. } => return format!("give its wording: `--term {locale}=…`"),
            Self::NotAFileName { .. } => "write the name alone: `people` is glossary/people.toml",
            Self::UnknownEnding { .. } => "name it: `--format tbx`, `csv`, `tsv` or `omegat`",
            Self::NoTargetLocale => "name it: `--locale be`",
            Self::Exchange { error, .. } => error.hint(),
            Self::NoGlossary { .. } => {
                "name a folder of glossary files, or one file; `git worktree add` gives an earlier state"
            }
        };
        hint.to_owned()
    }
}
