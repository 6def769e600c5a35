//! Words that the engine does not know: what the glossary, the facts of the pair and the letters make of them.

use super::places::{OpenTerm, as_written};
use crate::locale::KinPair;

/// What became of a word that the engine does not know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum KnownAs {
    /// A form of the glossary's, the likeliest of several.
    Term(String),
    /// As the facts of the pair have it.
    Fact(String),
    /// The likeliest by the facts of the pair.
    Likely(String),
    /// The one word of the other language that its letters become, by a dictionary.
    Cognate(String),
    /// It stays.
    Unknown,
}

/// Whether a dictionary has a word; `None` where there is no dictionary.
pub type Knows<'a> = dyn Fn(&str) -> Option<bool> + Send + Sync + 'a;

/// Finds what a word becomes after what stands before it in the draft.
pub(super) fn resolve(word: &str, before: &str, open: &[OpenTerm], pair: &KinPair, knows: &Knows<'_>) -> KnownAs {
    let lower = word.to_lowercase();
    if let Some(term) = open.iter().find(|term| term.word == lower) {
        return KnownAs::Term(as_written(term.form.clone(), word));
    }
    let after_hyphen = before.ends_with('-').then(|| pair.words.get(&format!("-{lower}"))).flatten();
    if let Some(translation) = after_hyphen.or_else(|| pair.words.get(&lower)) {
        return KnownAs::Fact(as_written(translation.clone(), word));
    }
    if let Some(translation) = pair.likely.get(&lower) {
        return KnownAs::Likely(as_written(translation.clone(), word));
    }
    let cognate = pair.cognates(&lower).into_iter().find(|cognate| knows(cognate) == Some(true));
    cognate.map_or(KnownAs::Unknown, |cognate| KnownAs::Cognate(as_written(cognate, word)))
}
