//! Properties of characters, from a table for those that most texts have: the standard library searches for each.

use std::sync::LazyLock;

use crate::glossary::is_mark;

const ALPHABETIC: u8 = 1;
const NUMERIC: u8 = 2;
const UPPER: u8 = 4;
const LOWER: u8 = 8;
const MARK: u8 = 16;

/// By character (below 2048), its properties and its lower case.
static TABLE: LazyLock<Vec<(u8, char)>> = LazyLock::new(|| {
    let properties = |number: u32| {
        let letter = char::from_u32(number).unwrap_or('\0');
        let property = |has: bool, property: u8| if has { property } else { 0 };
        let properties = property(letter.is_alphabetic(), ALPHABETIC)
            | property(letter.is_numeric(), NUMERIC)
            | property(letter.is_uppercase(), UPPER)
            | property(letter.is_lowercase(), LOWER)
            | property(is_mark(letter), MARK);
        (properties, letter.to_lowercase().next().unwrap_or(letter))
    };
    (0..0x800).map(properties).collect()
});

/// The properties of the characters of a text; taken once for a text, since each look at a static costs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Characters(&'static [(u8, char)]);

impl Characters {
    pub(super) fn new() -> Self {
        Self(TABLE.as_slice())
    }

    /// Whether a character has one of some properties; `search` asks the standard library.
    fn has(self, letter: char, properties: u8, search: fn(char) -> bool) -> bool {
        self.0.get(letter as usize).map_or_else(|| search(letter), |(has, _)| has & properties != 0)
    }

    /// [`char::is_alphabetic`].
    pub(super) fn is_alphabetic(self, letter: char) -> bool {
        self.has(letter, ALPHABETIC, char::is_alphabetic)
    }

    /// [`char::is_alphanumeric`].
    pub(super) fn is_alphanumeric(self, letter: char) -> bool {
        self.has(letter, ALPHABETIC | NUMERIC, char::is_alphanumeric)
    }

    /// [`char::is_numeric`].
    pub(super) fn is_numeric(self, letter: char) -> bool {
        self.has(letter, NUMERIC, char::is_numeric)
    }

    /// [`char::is_uppercase`].
    pub(super) fn is_uppercase(self, letter: char) -> bool {
        self.has(letter, UPPER, char::is_uppercase)
    }

    /// [`char::is_lowercase`].
    pub(super) fn is_lowercase(self, letter: char) -> bool {
        self.has(letter, LOWER, char::is_lowercase)
    }

    /// Whether a character is a combining mark.
    pub(super) fn is_mark(self, letter: char) -> bool {
        self.has(letter, MARK, is_mark)
    }

    /// The first letter of [`char::to_lowercase`]; but for İ there is one.
    pub(super) fn lower(self, letter: char) -> char {
        match self.0.get(letter as usize) {
            Some((_, small)) => *small,
            None => letter.to_lowercase().next().unwrap_or(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_says_what_the_standard_library_says() {
        let characters = Characters::new();
        for letter in (0..0x3000).filter_map(char::from_u32) {
            assert_eq!(characters.is_alphabetic(letter), letter.is_alphabetic(), "{letter:?}");
            assert_eq!(characters.is_alphanumeric(letter), letter.is_alphanumeric(), "{letter:?}");
            assert_eq!(characters.is_numeric(letter), letter.is_numeric(), "{letter:?}");
            assert_eq!(characters.is_uppercase(letter), letter.is_uppercase(), "{letter:?}");
            assert_eq!(characters.is_lowercase(letter), letter.is_lowercase(), "{letter:?}");
            assert_eq!(characters.is_mark(letter), is_mark(letter), "{letter:?}");
            assert_eq!(Some(characters.lower(letter)), letter.to_lowercase().next(), "{letter:?}");
        }
    }
}
