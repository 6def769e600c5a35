//! A lookup in earlier translations, and what it finds.

use crate::model::{Leverage, Origin, State, Text};

/// Earlier translations.
pub trait Memory: Send + Sync {
    /// The best translation of a sentence that reads the same: words and codes, whatever their line breaks. `before` and
    /// `after` are the words of its neighbours, `None` at the ends of the article; with the same neighbours it is an
    /// in-context match.
    fn lookup(&self, source: &Text, before: Option<&str>, after: Option<&str>) -> Option<Match>;
}

/// An earlier translation that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// How closely source and neighbours agree: [`Leverage::InContext`] or [`Leverage::Exact`].
    pub leverage: Leverage,
    /// The translation; its codes have the numbers of the sentence that was looked up.
    pub target: Text,
    /// How far the translation had come.
    pub state: State,
    /// Where it came from.
    pub origin: Origin,
}
