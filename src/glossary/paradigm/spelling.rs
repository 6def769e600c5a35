//! The spelling of a word: its letters, capitals, apostrophes and punctuation.

use std::ops::Range;

/// A word of a wording: the declinable part, and the punctuation around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    /// Punctuation before the word (`«`).
    pub(super) before: String,
    /// Its parts, separated by hyphens.
    pub(super) parts: Vec<Vec<char>>,
    /// The hyphens, one fewer than the parts.
    pub(super) hyphens: Vec<char>,
    /// Punctuation after it.
    pub(super) after: String,
}

const HYPHENS: [char; 2] = ['-', '\u{2011}'];

/// The apostrophe used in the rules.
pub(super) const APOSTROPHE: char = '\'';

pub(super) fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | 'ʼ' | '`' | '‘')
}

/// Whether a character is a stress mark or invisible, and so not part of a form.
fn is_silent(letter: char) -> bool {
    matches!(letter, '\u{301}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// The lower case of a letter; only its first letter, in the few cases where it has two.
pub(super) fn lower(letter: char) -> char {
    match letter {
        // The small letters of Cyrillic, which are most of those that come, need no table.
        '\u{430}'..='\u{45f}' => letter,
        _ if is_apostrophe(letter) => APOSTROPHE,
        _ => letter.to_lowercase().next().unwrap_or(letter),
    }
}

fn upper(letter: char) -> char {
    letter.to_uppercase().next().unwrap_or(letter)
}

impl Written {
    /// Splits a word.
    pub(super) fn read(word: &str) -> Self {
        let letters: Vec<char> = word.chars().filter(|letter| !is_silent(*letter)).collect();
        let is_core = |letter: &char| letter.is_alphanumeric();
        let start = letters.iter().position(is_core).unwrap_or(letters.len());
        let end = letters.iter().rposition(is_core).map_or(start, |at| at + 1);
        let slice = |range: Range<usize>| letters.get(range).unwrap_or_default();
        let core = slice(start..end);
        Self {
            before: slice(0..start).iter().collect(),
            parts: core.split(|letter| HYPHENS.contains(letter)).map(<[char]>::to_vec).collect(),
            hyphens: core.iter().copied().filter(|letter| HYPHENS.contains(letter)).collect(),
            after: slice(end..letters.len()).iter().collect(),
        }
    }

    /// Joins other forms of its parts.
    pub(super) fn join(&self, parts: &[&str]) -> String {
        let mut word = self.before.clone();
        for (at, part) in parts.iter().enumerate() {
            if let Some(hyphen) = at.checked_sub(1).and_then(|before| self.hyphens.get(before)) {
                word.push(*hyphen);
            }
            word.push_str(part);
        }
        word.push_str(&self.after);
        word
    }

    /// The word as written, without stress marks.
    pub(super) fn whole(&self) -> String {
        let parts: Vec<String> = self.parts.iter().map(|part| part.iter().collect()).collect();
        self.join(&parts.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// The word in lower case, without the punctuation around it.
    pub(super) fn folded(&self) -> Vec<char> {
        let mut word = Vec::new();
        for part in &self.parts {
            if !word.is_empty() {
                word.push('-');
            }
            word.extend(part.iter().copied().map(lower));
        }
        word
    }
}

/// Gives a form the capitals and the apostrophe of its word.
pub(super) fn match_case(form: &str, word: &[char], apostrophe: char) -> String {
    let all_capitals = is_all_capitals(word);
    let mark = word.iter().copied().find(|letter| is_apostrophe(*letter)).unwrap_or(apostrophe);
    form.chars()
        .enumerate()
        .map(|(at, letter)| match word.get(at) {
            _ if letter == APOSTROPHE => mark,
            Some(original) if *original == letter || lower(*original) == letter => *original,
            Some(original) if original.is_uppercase() && (at == 0 || all_capitals) => upper(letter),
            _ => letter,
        })
        .collect()
}

/// Whether the word is all capitals, like an abbreviation.
pub(super) fn is_all_capitals(word: &[char]) -> bool {
    word.len() > 1
        && word.iter().all(|letter| !letter.is_lowercase())
        && word.iter().any(|letter| letter.is_uppercase())
}
