//! The shape of a line: how it ends, whether it breaks off or is a list of tags, and its words for comparison.

use std::collections::HashMap;

use super::cues::{normalise, normalised_words};

/// The comparison key of a text: its words in lower case without punctuation.
pub(super) fn key(text: &str) -> String {
    normalised_words(text).join(" ")
}

/// Whether a text ends like a sentence, ignoring closing quotes and brackets.
pub(super) fn ends_sentence(text: &str) -> bool {
    last_char(text).is_some_and(|c| matches!(c, '.' | '!' | '?' | '…'))
}

/// The last character of a text, ignoring closing quotes and brackets.
pub(super) fn last_char(text: &str) -> Option<char> {
    text.trim_end_matches(|c: char| matches!(c, '"' | '\'' | '”' | '“' | '’' | '»' | ')' | ']') || c.is_whitespace())
        .chars()
        .next_back()
}

/// Whether a text breaks off (`dependence on...`).
pub(super) fn is_cut_short(text: &str) -> bool {
    let text = text.trim_end_matches([']', ')', ' ']);
    text.ends_with("...") || text.ends_with('…')
}

/// The first five letters of a word of four or more: the same for most forms of a word.
pub(super) fn stem(word: &str) -> Option<String> {
    let word = normalise(word);
    (word.chars().count() >= 4).then(|| word.chars().take(5).collect())
}

/// Whether a line is a list of tags: no full stop, and either a word that occurs three times, as never in a headline,
/// or hashtags in at least half of the words.
pub(super) fn is_tag_list(text: &str) -> bool {
    if ends_sentence(text) {
        return false;
    }
    let mut counts: HashMap<String, usize> = HashMap::new();
    for word in text.split_whitespace().take(60).filter_map(stem) {
        *counts.entry(word).or_default() += 1;
    }
    let hashtags = text.split_whitespace().take(60).filter(|word| word.starts_with('#')).count();
    let words = text.split_whitespace().take(60).count();
    counts.values().any(|count| *count >= 3) || (hashtags > 1 && hashtags * 2 >= words)
}
