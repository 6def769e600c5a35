//! The words of a folded text.

use std::ops::Range;

use crate::model::cut;

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
    let bytes = folded.as_bytes();
    let mut words = Vec::with_capacity(folded.len() / 10);
    let (mut begin, mut end, mut length) = (0, 0, 0_usize);
    let mut at = 0;
    while let Some(first) = bytes.get(at) {
        let (width, is_letter) = match first {
            b'a'..=b'z' | b'0'..=b'9' => (1, true),
            // The Cyrillic letters from 0x400 to 0x47f.
            0xd0 | 0xd1 => (2, true),
            _ => {
                let letter = cut(folded, &(at..folded.len())).chars().next().unwrap_or(' ');
                (letter.len_utf8(), is_word(letter))
            }
        };
        if is_letter {
            if length == 0 {
                begin = at;
            }
            length += 1;
            end = at + width;
        } else if length > 0 {
            // An apostrophe belongs to the word if a letter follows.
            let is_inner = *first == b'\'' && end == at;
            let next = || cut(folded, &(at + 1..folded.len())).chars().next();
            if is_inner && next().is_some_and(is_word) {
                length += 1;
                end = at + 1;
            } else {
                words.push(FoldedWord { span: begin..end, length });
                length = 0;
            }
        }
        at += width;
    }
    if length > 0 {
        words.push(FoldedWord { span: begin..end, length });
    }
    words
}
