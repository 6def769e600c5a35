//! Words of the article's language that are nobody's names: function words, frequent words, and words with the endings of
//! other kinds of words.

use std::collections::HashSet;

use super::Language;

/// Letters of the shortest word that is known by its ending.
const LONG: usize = 6;

/// The words of a language that are known as such.
#[derive(Debug, Clone, Default)]
pub(super) struct KnownWords {
    words: HashSet<String>,
    endings: Vec<String>,
}

impl KnownWords {
    /// `source` is the article's language, `tag` its name; the edition's language knows its frequent words.
    pub(super) fn new(source: &Language, target: &Language, tag: &str) -> Self {
        let numbers = source.number_words.values().flatten();
        let listed = source.function_words.iter().chain(&source.after_nouns).chain(numbers);
        let frequent = target.counterparts.get(tag).into_iter().flatten().flat_map(|(words, _)| words.split(' '));
        let words = listed.map(String::as_str).chain(frequent).filter(|word| word.len() > 1 && !word.ends_with('-'));
        Self { words: words.map(str::to_lowercase).collect(), endings: source.word_endings.clone() }
    }

    /// Whether a word, in any case, is one.
    pub(super) fn has(&self, word: &str) -> bool {
        let word = word.to_lowercase().replace('’', "'");
        let bare = word.strip_suffix("'s").unwrap_or(&word);
        self.words.contains(bare)
            || (bare.contains('\'') && bare.split('\'').next().is_some_and(|first| self.words.contains(first)))
            || (bare.chars().count() >= LONG && self.endings.iter().any(|ending| bare.ends_with(ending.as_str())))
    }
}
