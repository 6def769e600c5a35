//! Lookup in earlier translations, and its result.

use crate::model::{Leverage, Origin, State, Text};

/// A memory of earlier translations.
pub trait Memory: Send + Sync {
    /// Returns the best translation of a sentence with the same words and codes, whatever its line breaks. `before` and
    /// `after` are the words of the neighbouring sentences, `None` at the ends of the article; with the same neighbours
    /// it is an in-context match.
    fn lookup(&self, source: &Text, before: Option<&str>, after: Option<&str>) -> Option<Match>;
}

/// A matching earlier translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// How closely source and neighbours agree: [`Leverage::InContext`] or [`Leverage::Exact`].
    pub leverage: Leverage,
    /// The translation, with the code numbers of the sentence that was looked up.
    pub target: Text,
    /// The review state of the translation.
    pub state: State,
    /// Its origin.
    pub origin: Origin,
}
