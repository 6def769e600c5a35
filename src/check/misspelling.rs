//! What the rule `spelling` says of a word, in the translation and in the article.

use unicode_normalization::UnicodeNormalization;

use crate::model::{Args, Problem, Severity};

use super::Rule;

// A dictionary lacks more good words than a text has bad ones.
pub(super) const RULE: Rule = Rule { id: "spelling", severity: Severity::Neutral };

/// The most suggestions for a word.
pub(super) const SUGGESTED: usize = 3;

/// The longest word that is looked up, in bytes; a longer one is no word.
pub(super) const LONGEST: usize = 120;

/// The dictionary does not have a word.
pub(super) struct SpellingProblem {
    pub word: String,
}

impl Problem for SpellingProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        RULE.id
    }

    fn args(&self) -> Args {
        vec![("word", (&self.word).into())]
    }

    fn all() -> Vec<Self> {
        vec![Self { word: "дзеьн".to_owned() }]
    }
}

/// A word without stress marks and unseen characters, with one kind of apostrophe.
pub(super) fn plain(word: &str) -> String {
    let unseen = |char: char| {
        matches!(char, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{300}' | '\u{301}')
    };
    let letters = word.chars().filter(|char| !unseen(*char));
    letters.nfc().map(|char| if matches!(char, '’' | 'ʼ' | '‘' | '`' | '´') { '\'' } else { char }).collect()
}
