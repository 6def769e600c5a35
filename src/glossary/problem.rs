//! The problems of glossary files: rule `glossary`.

use super::paradigm::ParadigmError;
use crate::model::{Args, Message, Problem};

/// A problem with a glossary file, a class or a form.
pub(super) enum GlossaryProblem {
    /// Another concept has the same id.
    SameId { id: String, first: String },
    /// A value is not of the type its key takes.
    WrongType { name: String, expected: Expected },
    /// The file is not TOML.
    Syntax { message: String },
    /// There is no such key.
    UnknownKey { key: String, known: String },
    /// A concept has no id.
    NoId,
    /// A concept has no terms.
    NoTerms { id: String },
    /// An invalid language tag.
    BadLocale { tag: String },
    /// An unknown kind of concept.
    UnknownKind { kind: String, known: String },
    /// A word that the key does not take.
    UnknownValue { value: String, known: String },
    /// A wording or form has no letters.
    Empty { name: String, expected: Expected },
    /// An invalid day.
    BadDay { name: String },
    /// A form is both accepted and forbidden.
    Clash { form: String, first: String },
    /// The class of a term is unusable.
    Class { fault: ClassFault, class: String, term: String },
}

/// What the file should have instead.
#[derive(Clone)]
pub(super) enum Expected {
    ConceptTables,
    TermsTable,
    Names(String),
    WordingTypes,
    Wording,
    Forms,
    Form,
    Text,
}

/// Why a class is unusable.
pub(super) enum ClassFault {
    /// The rules of declension cannot be read.
    Rules {
        error: String,
    },
    Unknown,
    Count,
    NoWord,
    Letter,
    Unfit,
    OneForm,
}

impl From<&ParadigmError> for ClassFault {
    fn from(error: &ParadigmError) -> Self {
        match error {
            ParadigmError::Toml(_) | ParadigmError::Rule { .. } => Self::Rules { error: error.to_string() },
            ParadigmError::Token { .. } => Self::Unknown,
            ParadigmError::Count { .. } => Self::Count,
            ParadigmError::Empty => Self::NoWord,
            ParadigmError::Letter { .. } => Self::Letter,
            ParadigmError::Unfit { .. } => Self::Unfit,
            ParadigmError::OneForm { .. } => Self::OneForm,
        }
    }
}

impl Expected {
    fn hint(&self) -> Message {
        match self {
            Self::ConceptTables => Message::new("hint-concept-tables"),
            Self::TermsTable => Message::new("hint-terms-table"),
            Self::Names(known) => Message::new("hint-known").with("known", known),
            Self::WordingTypes => Message::new("hint-wording-types"),
            Self::Wording => Message::new("hint-write-wording"),
            Self::Forms => Message::new("hint-forms-list"),
            Self::Form => Message::new("hint-write-form"),
            Self::Text => Message::new("hint-string"),
        }
    }
}

impl GlossaryProblem {
    /// The part of the text at fault; for invalid TOML, the parser's message.
    pub(super) fn into_part(self) -> String {
        match self {
            Self::NoId => String::new(),
            Self::SameId { id: part, .. }
            | Self::WrongType { name: part, .. }
            | Self::Syntax { message: part }
            | Self::UnknownKey { key: part, .. }
            | Self::NoTerms { id: part }
            | Self::BadLocale { tag: part }
            | Self::UnknownKind { kind: part, .. }
            | Self::UnknownValue { value: part, .. }
            | Self::Empty { name: part, .. }
            | Self::BadDay { name: part }
            | Self::Clash { form: part, .. }
            | Self::Class { class: part, .. } => part,
        }
    }
}

impl Problem for GlossaryProblem {
    fn rule(&self) -> &'static str {
        "glossary"
    }

    fn id(&self) -> &'static str {
        match self {
            Self::SameId { .. } => "glossary-same-id",
            Self::WrongType { .. } => "glossary-wrong-type",
            Self::Syntax { .. } => "glossary-syntax",
            Self::UnknownKey { .. } => "glossary-unknown-key",
            Self::NoId => "glossary-no-id",
            Self::NoTerms { .. } => "glossary-no-terms",
            Self::BadLocale { .. } => "glossary-bad-locale",
            Self::UnknownKind { .. } => "glossary-unknown-kind",
            Self::UnknownValue { .. } => "glossary-unknown-value",
            Self::Empty { .. } => "glossary-empty",
            Self::BadDay { .. } => "glossary-bad-day",
            Self::Clash { .. } => "glossary-clash",
            Self::Class { fault, .. } => match fault {
                ClassFault::Rules { .. } => "glossary-bad-rules",
                ClassFault::Unknown => "glossary-unknown-class",
                ClassFault::Count => "glossary-class-count",
                ClassFault::NoWord => "glossary-no-word",
                ClassFault::Letter => "glossary-foreign-letter",
                ClassFault::Unfit => "glossary-class-unfit",
                ClassFault::OneForm => "glossary-one-form",
            },
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::NoId => Args::new(),
            Self::SameId { id, first } => vec![("name", id.into()), ("first", first.into())],
            Self::WrongType { name, .. } | Self::Empty { name, .. } | Self::BadDay { name } => {
                vec![("name", name.into())]
            }
            // What a parser says stands in code marks, which it must not close.
            Self::Syntax { message } => vec![("name", message.replace('`', "'").into())],
            Self::UnknownKey { key: name, .. }
            | Self::NoTerms { id: name }
            | Self::BadLocale { tag: name }
            | Self::UnknownKind { kind: name, .. }
            | Self::UnknownValue { value: name, .. }
            | Self::Clash { form: name, .. } => vec![("name", name.into())],
            Self::Class { fault, class, term } => match fault {
                ClassFault::Rules { error } => vec![("error", error.replace('`', "'").into())],
                ClassFault::Letter | ClassFault::NoWord => vec![("term", term.into())],
                ClassFault::Unknown | ClassFault::Count | ClassFault::Unfit | ClassFault::OneForm => {
                    vec![("name", class.into()), ("term", term.into())]
                }
            },
        }
    }

    fn hint(&self) -> Option<Message> {
        Some(match self {
            Self::SameId { .. } => Message::new("hint-own-id"),
            Self::WrongType { expected, .. } | Self::Empty { expected, .. } => expected.hint(),
            Self::Syntax { .. } => Message::new("hint-toml"),
            Self::UnknownKey { known, .. } | Self::UnknownKind { known, .. } | Self::UnknownValue { known, .. } => {
                Message::new("hint-known").with("known", known)
            }
            Self::NoId => Message::new("hint-concept-id"),
            Self::NoTerms { .. } => Message::new("hint-concept-wording"),
            Self::BadLocale { .. } => Message::new("hint-locale"),
            Self::BadDay { .. } => Message::new("hint-day"),
            Self::Clash { first, .. } => Message::new("hint-clash").with("first", first),
            Self::Class { fault, .. } => Message::new(match fault {
                ClassFault::Rules { .. } => "hint-class-rules",
                ClassFault::Unknown => "hint-class-unknown",
                ClassFault::Count => "hint-class-count",
                ClassFault::NoWord => "hint-class-no-word",
                ClassFault::Letter => "hint-class-letter",
                ClassFault::Unfit => "hint-class-unfit",
                ClassFault::OneForm => "hint-class-one-form",
            }),
        })
    }

    fn all() -> Vec<Self> {
        let word = |text: &str| text.to_owned();
        let expected = [
            Expected::ConceptTables,
            Expected::TermsTable,
            Expected::Names(word("preferred, forbidden")),
            Expected::WordingTypes,
            Expected::Wording,
            Expected::Forms,
            Expected::Form,
            Expected::Text,
        ];
        let faults = [
            ClassFault::Rules { error: word("`x` is not a table of the rules of declension") },
            ClassFault::Unknown,
            ClassFault::Count,
            ClassFault::NoWord,
            ClassFault::Letter,
            ClassFault::Unfit,
            ClassFault::OneForm,
        ];
        let mut all = vec![
            Self::SameId { id: word("homel"), first: word("glossary/a.toml:1") },
            Self::Syntax { message: word("expected newline") },
            Self::UnknownKey { key: word("formz"), known: word("text, forms") },
            Self::NoId,
            Self::NoTerms { id: word("homel") },
            Self::BadLocale { tag: word("b") },
            Self::UnknownKind { kind: word("city"), known: word("place, person") },
            Self::UnknownValue { value: word("loose"), known: word("inflected, exact") },
            Self::BadDay { name: word("since") },
            Self::Clash { form: word("Гомель"), first: word("glossary/a.toml:1") },
        ];
        all.extend(expected.iter().cloned().map(|expected| Self::WrongType { name: word("forms"), expected }));
        all.extend(expected.into_iter().map(|expected| Self::Empty { name: word("preferred"), expected }));
        let class = |fault| Self::Class { fault, class: word("ma.S"), term: word("Гомель") };
        all.extend(faults.into_iter().map(class));
        all
    }
}
