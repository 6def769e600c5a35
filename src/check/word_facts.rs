//! What a word is by its letters alone, whatever its text: found out once, and kept for the next text that has the word.

use std::sync::OnceLock;

use crate::{
    locale::SiblingScores,
    model::{Side, cut},
};

use super::{
    counterparts::{Counterparts, KeptMeanings, hash},
    sounds::{Alphabets, Sounds},
    word_shape::WordShape,
};

/// How many words are kept; of the words of a text, nearly all are among the most frequent ones of its language.
const PLACES: usize = 1 << 15;
/// Places that a word may have, side by side.
const NEAR: usize = 4;
/// Bytes of the longest word that is kept.
const LONGEST: usize = 48;

/// What is known of a word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct WordFacts {
    pub shape: WordShape,
    pub heard: HeardWord,
    /// How likely it is in the languages that are related to the edition's.
    pub scores: SiblingScores,
    pub lists: WordLists,
    /// The number of the person whom it names in a translation.
    pub person: Option<u16>,
}

/// A word as it is compared with words of the other side.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct HeardWord {
    /// The hash of its letters.
    pub hash: u64,
    pub letters: u8,
    pub meanings: KeptMeanings,
    pub sounds: Sounds,
}

impl HeardWord {
    /// A word of a side. In the source, a possessive is its word.
    pub(super) fn new(counterparts: &Counterparts, alphabets: &Alphabets, side: Side, word: &str) -> Self {
        let folded = counterparts.fold(if side == Side::Source { without_possessive(word) } else { word });
        let letters = folded.as_slice();
        let mut meanings = KeptMeanings::default();
        let hash = match side {
            Side::Source => {
                let hash = hash(letters);
                counterparts.of_source(hash).iter().for_each(|meaning| meanings.push(*meaning));
                hash
            }
            Side::Target => counterparts.of_target(letters, |meaning| meanings.push(meaning)),
        };
        Self {
            hash,
            letters: u8::try_from(letters.len()).unwrap_or(u8::MAX),
            meanings,
            sounds: alphabets.hear(letters),
        }
    }
}

/// The lists in which a word may be found, as a set of bits. A word that is in none of them need not be looked up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct WordLists(u16);

impl WordLists {
    /// Words that begin a negation, a word with an opposite, a hedge.
    pub(super) const NEGATION: Self = Self(1);
    pub(super) const OPPOSITE: Self = Self(2);
    pub(super) const HEDGE: Self = Self(4);
    /// Numbers in words, months, weekdays, Roman numerals, and all that is not plain letters.
    pub(super) const NUMBER: Self = Self(8);
    /// Words of the article's language that may be names, if they have a capital.
    pub(super) const NAME: Self = Self(16);
    /// Function words of a language that is related to the edition's.
    pub(super) const SIBLING: Self = Self(32);
    /// Words that look like one of an accepted term, and all that is not plain letters.
    pub(super) const TERM: Self = Self(64);
    /// Words of the article's language that name a person often in the news.
    pub(super) const PERSON: Self = Self(128);
    /// Words that begin a denial.
    pub(super) const DENIAL: Self = Self(1024);
    /// Words of which the remarks of engines have one.
    pub(super) const REMARK: Self = Self(256);
    /// Words with an apostrophe, or where one may be lacking or another sign stand for it.
    pub(super) const SEAM: Self = Self(512);

    /// These lists where `is_listed`, and none otherwise.
    pub(super) const fn only_if(self, is_listed: bool) -> Self {
        if is_listed { self } else { Self(0) }
    }

    /// All lists of several sets.
    pub(super) fn all(sets: impl IntoIterator<Item = Self>) -> Self {
        Self(sets.into_iter().fold(0, |all, set| all | set.0))
    }

    /// Whether one of some lists is among them.
    pub(super) const fn has(self, some: Self) -> bool {
        self.0 & some.0 != 0
    }
}

/// The words of a language that have been met, each with its facts. A word takes its place once and for all, so threads
/// share them without a lock, and there are never more than [`PLACES`]; a word whose places are taken is looked at each time.
#[derive(Debug, Clone)]
pub(super) struct MetWords {
    places: Vec<OnceLock<Box<MetWord>>>,
}

#[derive(Debug, Clone)]
struct MetWord {
    text: Box<str>,
    facts: WordFacts,
}

impl Default for MetWords {
    fn default() -> Self {
        Self { places: vec![OnceLock::new(); PLACES + NEAR] }
    }
}

impl MetWords {
    /// The facts of a word, which `look` finds out.
    pub(super) fn facts(&self, word: &str, look: impl Fn(&str) -> WordFacts) -> WordFacts {
        let near = place(word);
        let places = self.places.get(near..near + NEAR).unwrap_or_default();
        for place in places.iter().filter(|_| word.len() <= LONGEST) {
            let met = place.get_or_init(|| Box::new(MetWord { text: word.into(), facts: look(word) }));
            if *met.text == *word {
                return met.facts;
            }
        }
        look(word)
    }
}

/// The first place of a word, by a hash of its bytes.
fn place(word: &str) -> usize {
    let mix = |hash: u64, bytes: u64| (hash.rotate_left(5) ^ bytes).wrapping_mul(0x517c_c1b7_2722_0a95);
    let (chunks, rest) = word.as_bytes().as_chunks::<8>();
    let hash = chunks.iter().fold(0, |hash, chunk| mix(hash, u64::from_le_bytes(*chunk)));
    // The last bytes of a long word overlap its last chunk.
    let hash = match word.as_bytes().last_chunk::<8>() {
        Some(last) => mix(hash, u64::from_le_bytes(*last)),
        None => rest.iter().fold(hash, |hash, byte| mix(hash, u64::from(*byte))),
    };
    usize::try_from(hash >> (u64::BITS - PLACES.trailing_zeros())).unwrap_or_default()
}

/// A word without the ending of a possessive.
pub(super) fn without_possessive(word: &str) -> &str {
    let end = ["'s", "’s"].into_iter().find(|ending| word.ends_with(ending)).map_or(0, str::len);
    cut(word, &(0..word.len() - end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_its_own_facts_also_where_its_place_is_taken() {
        let met = MetWords::default();
        let look = |word: &str| WordFacts {
            heard: HeardWord { hash: word.len() as u64, ..HeardWord::default() },
            ..WordFacts::default()
        };
        for _ in 0..2 {
            for number in 0..PLACES * 2 {
                let word = number.to_string();
                assert_eq!(met.facts(&word, look), look(&word));
            }
        }
        let long = "а".repeat(LONGEST);
        assert_eq!(met.facts(&long, look), look(&long));
    }
}
