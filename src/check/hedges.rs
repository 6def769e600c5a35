//! The words of two languages by which a statement is only reported.

use super::{cues::CueTable, language::Language};

/// The hedges of two languages, and whether each is one for certain.
#[derive(Debug, Clone)]
pub(super) struct Hedges {
    pub source: CueTable<bool>,
    pub target: CueTable<bool>,
}

impl Hedges {
    pub(super) fn new(source: &Language, target: &Language) -> Self {
        let table = |language: &Language| {
            let loose = language.hedges.values().flat_map(|cues| cues.loose.iter().map(|word| (word, false)));
            let clear = language.hedges.values().flat_map(|cues| cues.clear.iter().map(|word| (word, true)));
            CueTable::new(language, loose.chain(clear))
        };
        Self { source: table(source), target: table(target) }
    }
}
