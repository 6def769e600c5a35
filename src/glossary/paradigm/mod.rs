//! What are the forms of a word?
//!
//! [`decline`] builds the paradigm of a wording from its [`Class`]; [`plausible`] finds the plausible classes if the glossary
//! gives none. Both only apply rules from `locales/<tag>/paradigms.toml` ([`Paradigms`]); no language is hard-coded.
//! Where the rules cannot decide (stress, the genitive of some nouns), they give both forms.

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
pub use guess::{Plausible, plausible};
pub use phrase::decline;
pub use rules::Paradigms;
