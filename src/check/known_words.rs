//! Words of the article's language that are nobody's names: function words, frequent words, and words with the endings of
//! other kinds of words.

use super::{Language, language::WordList};

/// Letters of the shortest word that is known by its ending.
const LONG: usize = 6;

/// The words of a language that are known as such.
#[derive(Debug, Clone, Default)]
pub(super) struct KnownWords {
    words: WordList,
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
        let word = bare(word);
        self.lists(&word)
            || (word.chars().count() >= LONG && self.endings.iter().any(|ending| word.ends_with(ending.as_str())))
    }

    /// Whether it is one as such, not only by its ending, which a name may share.
    pub(super) fn is_listed(&self, word: &str) -> bool {
        self.lists(&bare(word))
    }

    /// Whether a bare word is listed, or what is before its apostrophe.
    fn lists(&self, word: &str) -> bool {
        self.words.contains(word) || word.split_once('\'').is_some_and(|(first, _)| self.words.contains(first))
    }
}

/// A word in lower case, without the ending of a possessive.
fn bare(word: &str) -> String {
    let mut word = word.to_lowercase();
    if word.contains('’') {
        word = word.replace('’', "'");
    }
    if word.ends_with("'s") {
        word.truncate(word.len() - 2);
    }
    word
}
