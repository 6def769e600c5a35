//! Slices of a file, and characters that no bilingual file can contain.

use std::ops::Range;

/// The part of `file` at `span`; empty if `span` is out of bounds.
pub(super) fn bytes<'a>(file: &'a str, span: &Range<usize>) -> &'a str {
    file.get(span.clone()).unwrap_or_default()
}

/// Whether XML 1.0 does not allow the character (production 2, `Char`).
pub(super) const fn is_unwritable(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}
