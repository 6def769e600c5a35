//! Letters that alternate with the preceding sound (be у and ў): advice only, since stress is not written.

use std::ops::Range;

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
    alternations_within(rule, vowels, prose, &(0..prose.len()))
}

/// Those in a part of a text.
#[must_use]
pub fn alternations_within(rule: &Alternation, vowels: &str, prose: &str, part: &Range<usize>) -> Vec<Edit> {
    let edit = |place: AlternatingLetter| {
        let AlternatingLetter { offset, char, other, is_full, ref gap, .. } = place;
        let is_wrong = place.wants_other(rule, vowels) && !(is_full && keeps(rule, prose, offset, gap.length > 0));
        is_wrong.then(|| Edit { span: offset..offset + char.len_utf8(), replacement: other.to_string() })
    };
    places(rule, prose, part).filter_map(edit).collect()
}

/// Whether a word has a letter of which what is around it may require the other, or its own letters do.
#[must_use]
pub fn may_alternate(rule: &Alternation, vowels: &str, word: &str) -> bool {
    places(rule, word, &(0..word.len())).any(|place| place.gap.before.is_none() || place.wants_other(rule, vowels))
}

/// A letter that alternates.
struct AlternatingLetter {
    offset: usize,
    char: char,
    next: Option<char>,
    /// The letter with which it alternates.
    other: char,
    is_full: bool,
    gap: Gap,
}

impl AlternatingLetter {
    /// Whether the other letter is wanted here.
    fn wants_other(&self, rule: &Alternation, vowels: &str) -> bool {
        self.gap.wants_short(rule, vowels, self.char, self.next) == Some(self.is_full)
    }
}

/// The letters of a part of a text that alternate.
fn places<'a>(
    rule: &'a Alternation,
    prose: &'a str,
    part: &Range<usize>,
) -> impl Iterator<Item = AlternatingLetter> + 'a {
    let letters = rule.full.chars().next().zip(rule.short.chars().next());
    let capital = |letter: char| letter.to_uppercase().next().unwrap_or(letter);
    let pairs = letters.map(|(full, short)| [(full, short), (capital(full), capital(short))]);
    let start = part.start;
    let place = move |(at, char): (usize, char)| {
        let mut pairs = pairs.iter().flatten();
        let (full, short) = *pairs.find(|(full, short)| char == *full || char == *short)?;
        let (offset, is_full) = (start + at, char == full);
        let next = cut(prose, &(offset + char.len_utf8()..prose.len())).chars().next();
        let gap = Gap::before(rule, cut(prose, &(0..offset)));
        Some(AlternatingLetter { offset, char, next, other: if is_full { short } else { full }, is_full, gap })
    };
    cut(prose, part).char_indices().filter_map(place)
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
