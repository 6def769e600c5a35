//! Letters that alternate with the preceding sound (be у and ў): advice only, since stress is not written.

use super::{Alternation, Edit};
use crate::model::cut;

/// The longest word or gap considered, in characters; keeps the work linear in any text.
const LONGEST: usize = 40;

/// Edits where a language's alternation requires the other letter, ascending; empty for a language without one.
/// `vowels` are the language's, in lower case.
///
/// The short letter follows a vowel, with only spaces and `through` characters between; the full one follows a
/// consonant or a pause. Words and endings in `keep` and `keep_endings` keep the full letter, and capitals never change
/// except in a text in capitals.
/// (Правілы беларускай арфаграфіі і пунктуацыі, 2008, §§ 15–16.)
#[must_use]
pub fn alternations(rule: &Alternation, vowels: &str, prose: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    let (Some(full), Some(short)) = (rule.full.chars().next(), rule.short.chars().next()) else { return edits };
    let [full_capital, short_capital] = [full, short].map(|letter| letter.to_uppercase().next().unwrap_or(letter));
    let mut chars = prose.char_indices();
    while let Some((offset, char)) = chars.next() {
        let is_full = char == full || char == full_capital;
        if is_full || char == short || char == short_capital {
            let next = chars.clone().next().map(|(_, next)| next);
            let gap = Gap::before(rule, cut(prose, &(0..offset)));
            let wanted = gap.wants_short(rule, vowels, char, next);
            if wanted == Some(is_full) && !(is_full && keeps(rule, prose, offset, gap.length > 0)) {
                let letter = match (is_full, char.is_uppercase()) {
                    (true, false) => short,
                    (true, true) => short_capital,
                    (false, false) => full,
                    (false, true) => full_capital,
                };
                edits.push(Edit { span: offset..offset + char.len_utf8(), replacement: letter.to_string() });
            }
        }
    }
    edits
}

/// The letter or mark before a place, and what is between: spaces and characters that make no pause.
#[derive(Default)]
struct Gap {
    before: Option<char>,
    length: usize,
    has_space: bool,
    has_hyphen: bool,
}

impl Gap {
    /// What stands at the end of a text; nothing is known of what is before a long gap.
    fn before(rule: &Alternation, text: &str) -> Self {
        let mut gap = Self::default();
        for char in text.chars().rev() {
            let is_space = char.is_whitespace();
            if !is_space && (!rule.through.contains(char) || char.is_alphabetic()) {
                gap.before = Some(char);
                break;
            }
            gap.length += 1;
            gap.has_space |= is_space;
            gap.has_hyphen |= is_hyphen(char);
            if gap.length >= LONGEST {
                break;
            }
        }
        gap
    }

    /// Whether a letter in this place should be the short one; `None` where that is not known.
    fn wants_short(&self, rule: &Alternation, vowels: &str, char: char, next: Option<char>) -> Option<bool> {
        // A capital stays, except in a text in capitals: НА ЎСХОДЗЕ.
        let in_capitals = self.before.is_some_and(char::is_uppercase) && next.is_some_and(char::is_uppercase);
        // A hyphen between spaces is meant as a dash.
        let is_dash = self.has_hyphen && self.has_space;
        if (char.is_uppercase() && !in_capitals) || next.is_some_and(is_mark) || is_dash || self.length >= LONGEST {
            return None;
        }
        match self.before {
            None => Some(false),
            Some(before) if vowels.contains(lower(before)) => Some(true),
            // The last letter of an abbreviation, or of a word in another script, may be read as a vowel.
            Some(before) if before.is_ascii() && before.is_alphabetic() => None,
            Some(before) if before.is_uppercase() && !in_capitals => None,
            Some(before) if before.is_alphabetic() => Some(false),
            Some(before) if rule.pauses.contains(before) => Some(false),
            // After a figure or a bracket, the pronunciation is unknown.
            Some(_) => None,
        }
    }
}

/// Whether the word around a full letter keeps it: by the whole word, or within a word by its ending too.
fn keeps(rule: &Alternation, prose: &str, offset: usize, is_initial: bool) -> bool {
    let in_word = |char: &char| char.is_alphabetic() || matches!(char, '\'' | '’' | 'ʼ');
    let letters = |part: &str| -> String {
        part.chars().take_while(in_word).take(LONGEST).flat_map(char::to_lowercase).collect()
    };
    let rest = letters(cut(prose, &(offset..prose.len())));
    if is_initial {
        return rule.keep.contains(&rest);
    }
    let before = cut(prose, &(0..offset));
    let length: usize = before.chars().rev().take_while(in_word).take(LONGEST).map(char::len_utf8).sum();
    let word = letters(cut(prose, &(offset - length..prose.len())));
    rule.keep.contains(&word) || rule.keep_endings.contains(&rest)
}

const fn is_hyphen(char: char) -> bool {
    matches!(char, '-' | '\u{2010}' | '\u{2011}')
}

/// Whether a character is a stress mark: the letter before it never alternates.
const fn is_mark(char: char) -> bool {
    matches!(char, '\u{300}' | '\u{301}')
}

fn lower(char: char) -> char {
    char.to_lowercase().next().unwrap_or(char)
}
