//! Spaces at which no line may end: after a short word, and within a date.

use super::{Edit, Profile};

/// The spaces of a text that a typesetter would make no-break spaces, ascending, each as a replacement.
///
/// After a word of at most `typography.short-words` letters, between a day and its month, and between a number and one
/// of `typography.after-numbers`. A space beside another stays, and so does every space of a text in which the profile
/// names none of these.
#[must_use]
pub fn no_breaks(profile: &Profile, prose: &str) -> Vec<Edit> {
    let rules = &profile.typography;
    let mut edits = Vec::new();
    let mut word = String::new();
    // The character before the word that is being read.
    let mut before_word = None;
    let mut chars = prose.char_indices().peekable();
    let mut last = None;
    while let Some((at, char)) = chars.next() {
        if char.is_alphanumeric() || is_within_word(char) {
            if word.is_empty() {
                before_word = last;
            }
            word.push(char);
        } else {
            let next = chars.peek().map(|(_, next)| *next);
            let is_lone = char == ' ' && !word.is_empty() && next.is_some_and(|next| !next.is_whitespace());
            if is_lone
                && (is_short(&word, before_word, rules.short_words) || is_number_joined(profile, &word, prose, at))
            {
                edits.push(Edit { span: at..at + 1, replacement: "\u{a0}".to_owned() });
            }
            word.clear();
        }
        last = Some(char);
    }
    edits
}

/// Whether a character belongs to a word with the letters around it.
const fn is_within_word(char: char) -> bool {
    matches!(char, '\'' | '’' | 'ʼ' | '\u{301}')
}

/// Whether a word is one of so few letters, and no part of a compound (`Нью-Ёрк`, `па-за`).
fn is_short(word: &str, before: Option<char>, limit: usize) -> bool {
    let letters = word.chars().filter(|char| char.is_alphabetic()).count();
    (1..=limit).contains(&letters)
        && word.chars().all(|char| char.is_alphabetic() || is_within_word(char))
        && !before.is_some_and(|before| matches!(before, '-' | '\u{2011}' | '/' | '@' | '_' | '.'))
}

/// Whether what comes after the space at `at` stays with the number before it: a month, or one of the profile's words.
fn is_number_joined(profile: &Profile, number: &str, prose: &str, at: usize) -> bool {
    if !number.chars().all(|char| char.is_ascii_digit()) {
        return false;
    }
    let rest = prose.get(at + 1..).unwrap_or_default();
    let next: String = rest.chars().take_while(|char| char.is_alphabetic()).flat_map(char::to_lowercase).collect();
    let is_month = || {
        let day: u32 = number.parse().unwrap_or_default();
        (1..=31).contains(&day) && profile.dates.months.cases().iter().any(|names| names.contains(&next))
    };
    !next.is_empty() && (profile.typography.after_numbers.contains(&next) || is_month())
}
