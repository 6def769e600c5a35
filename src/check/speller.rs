//! What the rule `spelling` needs of a dictionary.

use std::fmt::Debug;

/// A dictionary of the words of a language, in all their forms.
pub trait Speller: Debug + Send + Sync {
    /// Whether it has a word.
    fn has(&self, word: &str) -> bool;

    /// Words that may be meant by one that it does not have, the likeliest first.
    fn suggestions(&self, word: &str) -> Vec<String>;
}
