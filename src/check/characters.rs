//! Properties of characters, from a table for those that most texts have: the standard library searches for each.

use std::sync::LazyLock;

const ALPHABETIC: u8 = 1;
const NUMERIC: u8 = 2;
const UPPER: u8 = 4;

/// By character (below 2048), its properties.
static TABLE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let properties = |number: u32| {
        let letter = char::from_u32(number).unwrap_or('\0');
        let property = |has: bool, property: u8| if has { property } else { 0 };
        property(letter.is_alphabetic(), ALPHABETIC)
            | property(letter.is_numeric(), NUMERIC)
            | property(letter.is_uppercase(), UPPER)
    };
    (0..0x800).map(properties).collect()
});

/// The properties of the characters of a text; taken once for a text, since each look at a static costs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Characters(&'static [u8]);

impl Characters {
    pub(super) fn new() -> Self {
        Self(TABLE.as_slice())
    }

    /// [`char::is_alphanumeric`].
    pub(super) fn is_alphanumeric(self, letter: char) -> bool {
        self.0.get(letter as usize).map_or_else(|| letter.is_alphanumeric(), |has| has & (ALPHABETIC | NUMERIC) != 0)
    }

    /// [`char::is_numeric`].
    pub(super) fn is_numeric(self, letter: char) -> bool {
        self.0.get(letter as usize).map_or_else(|| letter.is_numeric(), |has| has & NUMERIC != 0)
    }

    /// [`char::is_uppercase`].
    pub(super) fn is_uppercase(self, letter: char) -> bool {
        self.0.get(letter as usize).map_or_else(|| letter.is_uppercase(), |has| has & UPPER != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_says_what_the_standard_library_says() {
        let characters = Characters::new();
        for letter in (0..0x3000).filter_map(char::from_u32) {
            assert_eq!(characters.is_alphanumeric(letter), letter.is_alphanumeric(), "{letter:?}");
            assert_eq!(characters.is_numeric(letter), letter.is_numeric(), "{letter:?}");
            assert_eq!(characters.is_uppercase(letter), letter.is_uppercase(), "{letter:?}");
        }
    }
}
