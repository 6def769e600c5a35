//! The words of a folded text.

use std::ops::Range;

use super::folding::is_word;

/// Words with fewer letters are never treated as misspellings: too many words resemble them.
pub(super) const MIN_LENGTH: usize = 5;

/// A word of a folded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoldedWord {
    /// Bytes of the folded text.
    pub span: Range<usize>,
    /// Number of letters.
    pub length: usize,
}

/// Splits a folded text into words: letters and digits, with inner apostrophes.
#[must_use]
pub fn words(folded: &str) -> Vec<FoldedWord> {
    let mut words = Vec::with_capacity(folded.len() / 10);
    let (mut begin, mut end, mut length) = (0, 0, 0_usize);
    for (at, letter) in folded.char_indices() {
        if is_word(letter) {
            if length == 0 {
                begin = at;
            }
            length += 1;
            end = at + letter.len_utf8();
        } else if length > 0 && (letter != '\'' || end != at) {
            words.push(FoldedWord { span: begin..end, length });
            length = 0;
        } else if length > 0 {
            // An apostrophe belongs to the word if a letter follows.
            let next = folded.get(at + 1..).and_then(|rest| rest.chars().next());
            if next.is_some_and(is_word) {
                length += 1;
                end = at + 1;
            } else {
                words.push(FoldedWord { span: begin..end, length });
                length = 0;
            }
        }
    }
    if length > 0 {
        words.push(FoldedWord { span: begin..end, length });
    }
    words
}
