//! How is a word written: its letters, capitals, apostrophes and marks?

use std::ops::Range;

/// A word of a wording: what is declined, and the marks around it that stay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    /// Marks before the word (`«`).
    pub(super) before: String,
    /// Its parts, parted by hyphens.
    pub(super) parts: Vec<Vec<char>>,
    /// The hyphens, one fewer than the parts.
    pub(super) hyphens: Vec<char>,
    /// Marks behind it.
    pub(super) after: String,
}

const HYPHENS: [char; 2] = ['-', '\u{2011}'];

/// The apostrophe as the rules write it.
pub(super) const APOSTROPHE: char = '\'';

pub(super) fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | 'ʼ' | '`' | '‘')
}

/// Stress marks and what cannot be seen: not part of a form.
fn is_silent(letter: char) -> bool {
    matches!(letter, '\u{301}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// One letter in lower case; the few whose lower case is two letters keep the first.
pub(super) fn lower(letter: char) -> char {
    if is_apostrophe(letter) { APOSTROPHE } else { letter.to_lowercase().next().unwrap_or(letter) }
}

fn upper(letter: char) -> char {
    letter.to_uppercase().next().unwrap_or(letter)
}

impl Written {
    /// Takes a word apart.
    pub(super) fn read(word: &str) -> Self {
        let letters: Vec<char> = word.chars().filter(|letter| !is_silent(*letter)).collect();
        let inner = |letter: &char| letter.is_alphanumeric();
        let start = letters.iter().position(inner).unwrap_or(letters.len());
        let end = letters.iter().rposition(inner).map_or(start, |at| at + 1);
        let slice = |range: Range<usize>| letters.get(range).unwrap_or_default();
        let core = slice(start..end);
        Self {
            before: slice(0..start).iter().collect(),
            parts: core.split(|letter| HYPHENS.contains(letter)).map(<[char]>::to_vec).collect(),
            hyphens: core.iter().copied().filter(|letter| HYPHENS.contains(letter)).collect(),
            after: slice(end..letters.len()).iter().collect(),
        }
    }

    /// The word with other shapes of its parts.
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

    /// The word in lower case, without the marks around it.
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

/// A form with the capitals and the apostrophe of the word it is a form of.
pub(super) fn dressed(form: &str, word: &[char], apostrophe: char) -> String {
    let all_capitals = is_all_capitals(word);
    let mark = word.iter().copied().find(|letter| is_apostrophe(*letter)).unwrap_or(apostrophe);
    form.chars()
        .enumerate()
        .map(|(at, letter)| match word.get(at) {
            _ if letter == APOSTROPHE => mark,
            Some(own) if lower(*own) == letter => *own,
            Some(own) if own.is_uppercase() && (at == 0 || all_capitals) => upper(letter),
            _ => letter,
        })
        .collect()
}

/// Whether the word is written in capitals, as abbreviations are.
pub(super) fn is_all_capitals(word: &[char]) -> bool {
    word.len() > 1
        && word.iter().all(|letter| !letter.is_lowercase())
        && word.iter().any(|letter| letter.is_uppercase())
}
