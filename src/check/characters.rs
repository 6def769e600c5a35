//! Properties of characters, from a table for those that most texts have: the standard library searches for each.

use std::sync::LazyLock;

use crate::glossary::is_mark;

/// What kind of character one is, as a set of bits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Properties(u8);

impl Properties {
    const ALPHABETIC: u8 = 1;
    const NUMERIC: u8 = 2;
    const UPPER: u8 = 4;
    const LOWER: u8 = 8;
    const MARK: u8 = 16;

    /// Those of a character, as the standard library knows them.
    pub(super) fn search(letter: char) -> Self {
        let property = |has: bool, property: u8| if has { property } else { 0 };
        Self(
            property(letter.is_alphabetic(), Self::ALPHABETIC)
                | property(letter.is_numeric(), Self::NUMERIC)
                | property(letter.is_uppercase(), Self::UPPER)
                | property(letter.is_lowercase(), Self::LOWER)
                | property(is_mark(letter), Self::MARK),
        )
    }

    const fn has(self, properties: u8) -> bool {
        self.0 & properties != 0
    }

    /// [`char::is_alphanumeric`].
    pub(super) const fn is_alphanumeric(self) -> bool {
        self.has(Self::ALPHABETIC | Self::NUMERIC)
    }

    /// [`char::is_numeric`].
    pub(super) const fn is_numeric(self) -> bool {
        self.has(Self::NUMERIC)
    }

    /// [`char::is_uppercase`].
    pub(super) const fn is_uppercase(self) -> bool {
        self.has(Self::UPPER)
    }

    /// Whether it is a combining mark.
    pub(super) const fn is_mark(self) -> bool {
        self.has(Self::MARK)
    }
}

/// By character (below 2048), its properties and its lower case.
static TABLE: LazyLock<Vec<(Properties, char)>> = LazyLock::new(|| {
    let properties = |number: u32| {
        let letter = char::from_u32(number).unwrap_or('\0');
        (Properties::search(letter), letter.to_lowercase().next().unwrap_or(letter))
    };
    (0..0x800).map(properties).collect()
});

/// The properties of the characters of a text; taken once for a text, since each look at a static costs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Characters(&'static [(Properties, char)]);

impl Characters {
    pub(super) fn new() -> Self {
        Self(TABLE.as_slice())
    }

    /// Whether a character has one of some properties; `search` asks the standard library.
    fn has(self, letter: char, properties: u8, search: fn(char) -> bool) -> bool {
        self.0.get(letter as usize).map_or_else(|| search(letter), |(known, _)| known.has(properties))
    }

    /// [`char::is_alphabetic`].
    pub(super) fn is_alphabetic(self, letter: char) -> bool {
        self.has(letter, Properties::ALPHABETIC, char::is_alphabetic)
    }

    /// [`char::is_alphanumeric`].
    pub(super) fn is_alphanumeric(self, letter: char) -> bool {
        self.has(letter, Properties::ALPHABETIC | Properties::NUMERIC, char::is_alphanumeric)
    }

    /// [`char::is_lowercase`].
    pub(super) fn is_lowercase(self, letter: char) -> bool {
        self.has(letter, Properties::LOWER, char::is_lowercase)
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
            assert_eq!(characters.is_lowercase(letter), letter.is_lowercase(), "{letter:?}");
            let known = Properties::search(letter);
            assert_eq!(known.is_alphanumeric(), letter.is_alphanumeric(), "{letter:?}");
            assert_eq!(known.is_numeric(), letter.is_numeric(), "{letter:?}");
            assert_eq!(known.is_uppercase(), letter.is_uppercase(), "{letter:?}");
            assert_eq!(known.is_mark(), is_mark(letter), "{letter:?}");
            assert_eq!(Some(characters.lower(letter)), letter.to_lowercase().next(), "{letter:?}");
        }
    }
}
