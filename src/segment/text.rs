//! Positions and characters of a text, never inside a character.

/// The character that begins at `at`.
pub(super) fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// The character that ends at `at`.
pub(super) fn before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// The first position from `at` that is not white space.
pub(super) fn skip_space(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    text.len() - rest.trim_start().len()
}

/// The first position from `at` that is not white space within the line.
pub(super) fn skip_spaces(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    text.len() - rest.trim_start_matches(|c: char| c.is_whitespace() && c != '\n').len()
}

/// The last position up to `at` without white space before it.
pub(super) fn skip_space_back(text: &str, at: usize) -> usize {
    text.get(..at).unwrap_or_default().trim_end().len()
}

/// Whether the white space from `at` to `end` has a blank line or a paragraph separator.
pub(super) fn has_blank_line(text: &str, at: usize, end: usize) -> bool {
    let gap = text.get(at..end).unwrap_or_default();
    gap.bytes().filter(|&byte| byte == b'\n').count() > 1 || gap.contains('\u{2029}')
}

/// Whether a character is a letter: like [`char::is_alphabetic`], but fast for Cyrillic, where the standard library
/// searches a table.
pub(super) fn is_letter(c: char) -> bool {
    match c {
        'Ѐ'..='ҁ' | 'Ҋ'..='ԯ' => true,
        _ => c.is_alphabetic(),
    }
}

/// Whether a character is a letter or a digit.
pub(super) fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || (!c.is_ascii() && (is_letter(c) || c.is_numeric()))
}

/// Whether a character is an upper-case letter.
pub(super) fn is_upper(c: char) -> bool {
    match c {
        'A'..='Z' | 'Ѐ'..='Я' => true,
        '\0'..='\u{7F}' | 'а'..='џ' => false,
        _ => c.is_uppercase(),
    }
}

/// Whether a character is a lower-case letter.
pub(super) fn is_lower(c: char) -> bool {
    match c {
        'a'..='z' | 'а'..='џ' => true,
        '\0'..='\u{7F}' | 'Ѐ'..='Я' => false,
        _ => c.is_lowercase(),
    }
}
