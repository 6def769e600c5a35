//! In which forms does a word stand?
//!
//! [`decline`] makes the paradigm of a wording from its [`Class`]; [`guess`] says which class a wording has when the
//! glossary is silent. Both only read rules: `locales/<tag>/paradigms.toml`, a language in data ([`Paradigms`]); no
//! language is known here. Where the rules cannot know (stress, the genitive of some nouns), they give both forms.

mod class;
mod decline;
mod ending;
mod error;
mod file;
mod flags;
mod guess;
mod options;
mod pattern;
mod phrase;
mod rules;
mod spelling;

pub use class::{Class, ClassOption, ClassPart, WordClass, WordSort};
pub use error::ParadigmError;
pub use guess::guess;
pub use phrase::decline;
pub use rules::Paradigms;
