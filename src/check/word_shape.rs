//! What the letters of a word are: their alphabet, capitals and digits.

use unicode_normalization::char::compose;

use super::{
    language::{Beginning, LetterClass, Letters},
    signs::Signs,
};

/// What the letters of a word are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct WordShape {
    /// Its bytes up to its last letter or mark.
    pub length: usize,
    /// The alphabet of its letters.
    pub script: WordScript,
    /// Its capitals.
    pub capitals: Capitals,
    /// Whether it has a digit.
    pub has_digit: bool,
    /// Its first letters, by which it is no word of a list at a glance.
    pub beginning: Beginning,
    /// Its characters.
    pub signs: Signs,
}

/// The alphabet of a word's letters, relative to that of a language.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum WordScript {
    /// No letters, or none of an alphabet that is told apart.
    #[default]
    None,
    /// Only letters of the language.
    Home,
    /// Letters of the language's script, some of which it lacks.
    Foreign,
    /// Only letters of the other script.
    Other,
    /// Letters of both scripts.
    Mixed,
}

/// The capital letters of a word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Capitals {
    /// None.
    #[default]
    None,
    /// The first letter alone.
    First,
    /// All letters, of which there are two or more.
    All,
    /// Others.
    Some,
}

impl WordShape {
    /// The shape of a word, with which a text begins that has nothing else but what may stand within a word.
    pub(super) fn of(letters: &Letters, text: &str) -> Self {
        // The classes of the letters, one bit each: those of the last may change by a mark after it.
        let (mut classes, mut last, mut last_class) = (0_u8, None, 0_u8);
        let (mut length, mut has_digit) = (0, false);
        let (mut count, mut capitals, mut first_is_capital) = (0_usize, 0_usize, false);
        let (mut beginning, mut known) = (Beginning::default(), 0);
        for (at, letter) in text.char_indices() {
            let look = letters.look(letter);
            let properties = look.properties;
            if !(properties.is_alphanumeric() || properties.is_mark()) {
                continue;
            }
            length = at + letter.len_utf8();
            if look.is_letter() {
                beginning = beginning.with(known, look.number);
                known += 1;
            }
            if properties.is_numeric() {
                has_digit = true;
            } else if properties.is_mark() {
                // A letter written as two characters: й as и and a breve.
                if let Some(whole) = last.and_then(|last| compose(last, letter)) {
                    (last, last_class) = (Some(whole), 1 << letters.class(whole) as u8);
                }
            } else {
                classes |= last_class;
                (last, last_class) = (Some(letter), 1 << look.class as u8);
                let is_capital = properties.is_uppercase();
                first_is_capital |= is_capital && count == 0;
                count += 1;
                capitals += usize::from(is_capital);
            }
        }
        classes |= last_class;
        let has = |class: LetterClass| classes >> class as u8 & 1 == 1;
        let script = match (has(LetterClass::Home), has(LetterClass::Foreign), has(LetterClass::Other)) {
            (false, false, false) => WordScript::None,
            (false, false, true) => WordScript::Other,
            (true, false, false) => WordScript::Home,
            (_, true, false) => WordScript::Foreign,
            _ => WordScript::Mixed,
        };
        let capitals = match capitals {
            0 => Capitals::None,
            1 if first_is_capital => Capitals::First,
            capitals if capitals == count => Capitals::All,
            _ => Capitals::Some,
        };
        Self { length, script, capitals, has_digit, beginning, signs: Signs::of(text) }
    }
}
