//! The words of two languages by which a statement is only reported.

use std::sync::Arc;

use super::{
    cues::{CueLetters, CueTable},
    language::Language,
    word_facts::WordLists,
};

/// The hedges of two languages, and whether each is one for certain.
#[derive(Debug, Clone)]
pub(super) struct Hedges {
    pub source: CueTable<bool>,
    pub target: CueTable<bool>,
}

impl Hedges {
    /// `letters` are those of the source and of the translation.
    pub(super) fn new(source: &Language, target: &Language, letters: &[Arc<CueLetters>; 2]) -> Self {
        let table = |language: &Language, letters: &Arc<CueLetters>| {
            let loose = language.hedges.values().flat_map(|cues| cues.loose.iter().map(|word| (word, false)));
            let clear = language.hedges.values().flat_map(|cues| cues.clear.iter().map(|word| (word, true)));
            CueTable::new(letters, loose.chain(clear)).only(WordLists::HEDGE)
        };
        Self { source: table(source, &letters[0]), target: table(target, &letters[1]) }
    }
}
