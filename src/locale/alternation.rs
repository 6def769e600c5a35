//! Letters that alternate with the preceding sound (be у and ў): advice only, since stress is not written.

use super::{Alternation, Edit};

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
    let (Some(full), Some(short)) = (rule.full.chars().next(), rule.short.chars().next()) else {
        return Vec::new();
    };
    let chars: Vec<(usize, char)> = prose.char_indices().collect();
    let is_vowel = |char: char| vowels.contains(lower(char));
    let mut edits = Vec::new();
    for (index, (offset, char)) in chars.iter().enumerate() {
        let is_full = lower(*char) == full;
        if !is_full && lower(*char) != short {
            continue;
        }
        // The letter before, and the gap between.
        let makes_no_pause = |char: &char| char.is_whitespace() || rule.through.contains(*char);
        let gap: String =
            chars.iter().take(index).rev().map(|(_, char)| *char).take_while(makes_no_pause).take(LONGEST).collect();
        let before = index.checked_sub(gap.chars().count() + 1).and_then(|at| chars.get(at)).map(|(_, char)| *char);
        let next = chars.get(index + 1).map(|(_, char)| *char);
        // A capital stays, except in a text in capitals: НА ЎСХОДЗЕ.
        let in_capitals = before.is_some_and(char::is_uppercase) && next.is_some_and(char::is_uppercase);
        // A hyphen between spaces is meant as a dash.
        let is_dash = gap.contains(is_hyphen) && gap.contains(char::is_whitespace);
        if (char.is_uppercase() && !in_capitals) || next.is_some_and(is_mark) || is_dash {
            continue;
        }
        let wants_short = match before {
            None => false,
            Some(before) if before.is_alphabetic() => is_vowel(before),
            Some(before) if rule.pauses.contains(before) => false,
            // After a figure or a bracket, the pronunciation is unknown.
            Some(_) => continue,
        };
        if wants_short != is_full || (is_full && keeps(rule, &chars, index, !gap.is_empty())) {
            continue;
        }
        let letter = if is_full { short } else { full };
        let replacement = if char.is_uppercase() { letter.to_uppercase().collect() } else { letter.to_string() };
        edits.push(Edit { span: *offset..*offset + char.len_utf8(), replacement });
    }
    edits
}

/// Whether the word around a full letter keeps it: by the whole word, or within a word by its ending too.
fn keeps(rule: &Alternation, chars: &[(usize, char)], index: usize, is_initial: bool) -> bool {
    let in_word = |char: &char| char.is_alphabetic() || matches!(char, '\'' | '’' | 'ʼ');
    let rest = chars.iter().skip(index).map(|(_, char)| *char).take_while(in_word).take(LONGEST);
    let rest: String = rest.flat_map(char::to_lowercase).collect();
    if is_initial {
        return rule.keep.contains(&rest);
    }
    let head = chars.iter().take(index).rev().map(|(_, char)| *char).take_while(in_word).take(LONGEST);
    let head: Vec<char> = head.collect();
    let word: String = head.into_iter().rev().flat_map(char::to_lowercase).chain(rest.chars()).collect();
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
