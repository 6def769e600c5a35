//! Characters that a reader cannot see and that change what is read: controls of the text's direction, and tags.

use std::borrow::Cow;

/// Whether a character turns the direction of the text around it (UAX #9), or is a tag that shows nothing.
const fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{e0000}'..='\u{e007f}')
}

/// The text without controls of its direction and without tag characters.
#[must_use]
pub fn without_hidden(text: &str) -> Cow<'_, str> {
    if text.contains(is_hidden) { Cow::Owned(text.replace(is_hidden, "")) } else { Cow::Borrowed(text) }
}

/// The controls of direction and the tag characters of a text, each once, as `U+202E, U+2066`; `None` without any.
#[must_use]
pub fn hidden_characters(text: &str) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    for c in text.chars().filter(|c| is_hidden(*c)) {
        let name = format!("U+{:04X}", u32::from(c));
        if !names.contains(&name) {
            names.push(name);
        }
    }
    (!names.is_empty()).then(|| names.join(", "))
}
