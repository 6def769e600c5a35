//! The rules compiled for the scan: a class for each byte, a hash table of the words.

use std::{
    collections::{HashMap, HashSet},
    hash::{BuildHasherDefault, Hasher},
};

use super::rules::{Kinds, Marks, Rules};

/// What the scan does at a byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ByteClass {
    /// Nothing: most bytes.
    Plain,
    /// A stop of one byte.
    Stop,
    /// `\n`
    Newline,
    /// `(` or `[`
    Open,
    /// `)` or `]`
    Close,
    /// `:`
    Colon,
    /// First byte of characters of which some matter: decode.
    Lead,
}

/// The maximum length of a word that is looked up, in bytes.
const LONGEST: usize = 48;

/// Compiled rules.
#[derive(Debug, Clone)]
pub(super) struct CompiledRules {
    classes: [ByteClass; 256],
    ascii: [Marks; 128],
    marks: HashMap<char, Marks, BuildHasherDefault<Quick>>,
    words: HashMap<Box<[u8]>, Kinds, BuildHasherDefault<Quick>>,
    names: HashSet<Box<str>>,
    /// The maximum length of a word in the rules, in bytes, with room for letters that are longer in the other case.
    longest: usize,
    /// Whether an entry has two words (`и др`).
    pub(super) phrases: bool,
    /// Opening and closing marks of quotations that stay whole.
    pub(super) whole: Vec<(char, char)>,
}

impl CompiledRules {
    pub(super) fn new(rules: &Rules) -> Self {
        let mut classes = [ByteClass::Plain; 256];
        let mut ascii = [Marks::default(); 128];
        let mut set = |byte: u8, class| {
            if let Some(slot) = classes.get_mut(usize::from(byte)) {
                *slot = class;
            }
        };
        for (&mark, roles) in &rules.marks {
            if let Some(slot) = ascii.get_mut(mark as usize) {
                *slot = *roles;
            }
            let lead = mark.encode_utf8(&mut [0; 4]).as_bytes().first().copied().unwrap_or_default();
            if roles.stop && mark.is_ascii() {
                set(lead, ByteClass::Stop);
            } else if (roles.stop || roles.bullet) && !mark.is_ascii() {
                set(lead, ByteClass::Lead);
            }
        }
        set(b'.', ByteClass::Stop);
        set(b'\n', ByteClass::Newline);
        set(b':', ByteClass::Colon);
        b"([".iter().for_each(|&byte| set(byte, ByteClass::Open));
        b")]".iter().for_each(|&byte| set(byte, ByteClass::Close));
        // Pictographs are in the planes whose characters begin with this byte.
        set(0xF0, ByteClass::Lead);
        // « and », whose pairs the scan counts.
        set(0xC2, ByteClass::Lead);
        // U+2029, the paragraph separator.
        set(0xE2, ByteClass::Lead);
        Self {
            classes,
            ascii,
            marks: rules
                .marks
                .iter()
                .filter(|(mark, _)| !mark.is_ascii())
                .map(|(mark, roles)| (*mark, *roles))
                .collect(),
            words: rules.words.iter().map(|(word, kinds)| (word.as_bytes().into(), *kinds)).collect(),
            longest: rules.words.keys().map(String::len).max().unwrap_or_default() + 8,
            phrases: rules.words.keys().any(|word| word.contains(' ')),
            whole: rules.whole.iter().copied().collect(),
            names: rules.names.iter().map(|name| name.as_str().into()).collect(),
        }
    }

    /// What the scan does at a byte.
    pub(super) fn class(&self, byte: u8) -> ByteClass {
        self.classes.get(usize::from(byte)).copied().unwrap_or(ByteClass::Plain)
    }

    /// The roles of a character.
    pub(super) fn mark(&self, mark: char) -> Marks {
        if mark.is_ascii() {
            return self.ascii.get(mark as usize).copied().unwrap_or_default();
        }
        self.marks.get(&mark).copied().unwrap_or_default()
    }

    /// The kinds of a word, in upper or lower case.
    pub(super) fn word(&self, word: &str) -> Kinds {
        if word.is_empty() || word.len() > self.longest {
            return Kinds::default();
        }
        WordKey::of(word.chars()).map_or_else(Kinds::default, |key| self.key(&key))
    }

    /// The kinds of a word, given as a key.
    pub(super) fn key(&self, key: &WordKey) -> Kinds {
        self.words.get(key.as_bytes()).copied().unwrap_or_default()
    }

    /// Whether the rules list a name.
    pub(super) fn is_name(&self, name: &str) -> bool {
        !self.names.is_empty() && name.len() <= LONGEST && self.names.contains(name.to_lowercase().as_str())
    }
}

/// A word in lower case, stored without allocation.
pub(super) struct WordKey {
    bytes: [u8; LONGEST],
    len: usize,
}

impl WordKey {
    /// The key of a word; `None` if it is longer than any that is looked up.
    pub(super) fn of(word: impl Iterator<Item = char>) -> Option<Self> {
        let mut key = Self { bytes: [0; LONGEST], len: 0 };
        for letter in word {
            if letter.is_ascii() {
                key.push(letter.to_ascii_lowercase())?;
            } else {
                for lower in lower(letter) {
                    key.push(lower)?;
                }
            }
        }
        Some(key)
    }

    fn push(&mut self, letter: char) -> Option<()> {
        let end = self.len + letter.len_utf8();
        letter.encode_utf8(self.bytes.get_mut(self.len..end)?);
        self.len = end;
        Some(())
    }

    fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }
}

/// A letter in lower case; Cyrillic by its two fixed offsets, which makes lookups fast.
fn lower(letter: char) -> impl Iterator<Item = char> {
    let shifted = match letter {
        'А'..='Я' => char::from_u32(letter as u32 + 0x20),
        'Ѐ'..='Џ' => char::from_u32(letter as u32 + 0x50),
        'а'..='џ' => Some(letter),
        _ => None,
    };
    let other = if shifted.is_none() { Some(letter.to_lowercase()) } else { None };
    shifted.into_iter().chain(other.into_iter().flatten())
}

/// A hash for short keys without an adversary (the rules are ours or the project's): multiplies eight bytes at a time.
#[derive(Debug, Clone, Default)]
pub(super) struct Quick(u64);

impl Quick {
    const fn mix(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl Hasher for Quick {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }

    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word.iter_mut().zip(chunk).for_each(|(slot, byte)| *slot = *byte);
            self.mix(u64::from_le_bytes(word));
        }
    }

    fn write_u32(&mut self, word: u32) {
        self.mix(u64::from(word));
    }

    fn write_usize(&mut self, word: usize) {
        self.mix(word as u64);
    }
}
