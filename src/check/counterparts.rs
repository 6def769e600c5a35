//! Frequent words of the article's language and the beginnings of the words that translate them.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
};

use super::Language;

/// Letters of a beginning that is too short to be followed by many.
const SHORT: usize = 2;
/// Letters that may follow a short beginning.
const ENDING: usize = 3;
/// Letters of the longest word that is looked up, and of the longest beginning.
const LONGEST: usize = 24;

/// A hash of the letters of a word, letter by letter, so that its beginnings are looked up on the way.
fn step(hash: u64, letter: char) -> u64 {
    (hash ^ u64::from(u32::from(letter))).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(23)
}

/// Hands a hash on as it is.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct AsItIs(u64);

impl Hasher for AsItIs {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| hash.rotate_left(8) ^ u64::from(*byte));
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

type Table = HashMap<u64, Vec<u16>, BuildHasherDefault<AsItIs>>;

/// The hash of a word's letters.
pub(super) fn hash(letters: &[char]) -> u64 {
    letters.iter().fold(0, |hash, letter| step(hash, *letter))
}

/// The letters of a word as they are compared; of a very long one the first.
pub(super) struct FoldedLetters {
    letters: [char; LONGEST],
    count: usize,
}

impl FoldedLetters {
    pub(super) fn as_slice(&self) -> &[char] {
        self.letters.get(..self.count).unwrap_or_default()
    }
}

/// Meanings of a word that are kept with it.
const FEW: usize = 7;

/// The meanings of a word, unless there are many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct KeptMeanings {
    numbers: [u16; FEW],
    /// How many there are; more than [`FEW`] are not kept.
    count: u8,
}

impl KeptMeanings {
    pub(super) fn push(&mut self, meaning: u16) {
        if let Some(free) = self.numbers.get_mut(usize::from(self.count)) {
            *free = meaning;
        }
        self.count = self.count.saturating_add(1);
    }

    /// Those of a word; `None` if there are too many of them.
    pub(super) fn kept(&self) -> Option<&[u16]> {
        self.numbers.get(..usize::from(self.count))
    }
}

/// The words that two languages share by their meaning; a meaning is a number.
#[derive(Debug, Clone, Default)]
pub(super) struct Counterparts {
    /// By character (below 2048), what it is compared as; NUL for nothing.
    folded: Vec<char>,
    words: Table,
    beginnings: Table,
    /// Whether a beginning may have a hash, by its upper bits.
    seen: Vec<u64>,
    meanings: usize,
}

impl Counterparts {
    pub(super) fn new(source: &str, target: &Language) -> Self {
        let fold = |number: u32| {
            let letter = char::from_u32(number).filter(|letter| letter.is_alphanumeric()).unwrap_or('\0');
            let small = letter.to_lowercase().next().unwrap_or(letter);
            let alternation = &target.alternation;
            let small = match (alternation.short.chars().next(), alternation.full.chars().next()) {
                (Some(short), Some(full)) if short == small => full,
                _ => small,
            };
            target.fold.get(&small).copied().unwrap_or(small)
        };
        let mut out = Self { folded: (0..0x800).map(fold).collect(), seen: vec![0; 1024], ..Self::default() };
        for (meaning, (words, beginnings)) in (0..).zip(target.counterparts.get(source).into_iter().flatten()) {
            for word in words.split_whitespace() {
                out.words.entry(hash(out.fold(word).as_slice())).or_default().push(meaning);
            }
            for beginning in beginnings.split_whitespace() {
                let hash = hash(out.fold(beginning).as_slice());
                out.beginnings.entry(hash).or_default().push(meaning);
                if let Some(bits) = out.seen.get_mut(place(hash)) {
                    *bits |= 1 << ((hash >> 48) % 64);
                }
            }
            out.meanings = usize::from(meaning) + 1;
        }
        out
    }

    /// Whether no words are known.
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The number of meanings.
    pub(super) const fn meanings(&self) -> usize {
        self.meanings
    }

    /// The letters of a word, as they are compared.
    pub(super) fn fold(&self, word: &str) -> FoldedLetters {
        let mut out = FoldedLetters { letters: ['\0'; LONGEST], count: 0 };
        for letter in word.chars() {
            let folded = match self.folded.get(letter as usize) {
                Some(folded) => *folded,
                None if letter.is_alphanumeric() => letter,
                None => '\0',
            };
            if folded == '\0' {
                continue;
            }
            let Some(free) = out.letters.get_mut(out.count) else { break };
            *free = folded;
            out.count += 1;
        }
        out
    }

    /// The meanings of a word of the article, by its hash.
    pub(super) fn of_source(&self, hash: u64) -> &[u16] {
        self.words.get(&hash).map_or(&[], Vec::as_slice)
    }

    /// The letters of the longest beginning of a frequent word with which a word of the translation begins; 0 if there is none.
    pub(super) fn beginning(&self, letters: &[char]) -> usize {
        let mut so_far = 0;
        let counted = (1..).zip(letters).map(|(count, letter)| {
            so_far = step(so_far, *letter);
            (count, so_far)
        });
        let known = counted.filter(|(count, hash)| {
            self.beginnings.contains_key(hash) && (*count > SHORT || letters.len() <= count + ENDING)
        });
        known.map(|(count, _)| count).last().unwrap_or_default()
    }

    /// Calls `each` with every meaning of a word of the translation; returns the word's hash.
    pub(super) fn of_target(&self, letters: &[char], mut each: impl FnMut(u16)) -> u64 {
        let mut so_far = 0;
        for (count, letter) in (1..).zip(letters) {
            so_far = step(so_far, *letter);
            let may_be = self.seen.get(place(so_far)).is_some_and(|bits| bits >> ((so_far >> 48) % 64) & 1 == 1);
            if may_be && (count > SHORT || letters.len() <= count + ENDING) {
                self.beginnings.get(&so_far).into_iter().flatten().for_each(|meaning| each(*meaning));
            }
        }
        so_far
    }
}

/// The place of a hash in the list of those seen.
fn place(hash: u64) -> usize {
    usize::try_from(hash >> 54).unwrap_or_default()
}
