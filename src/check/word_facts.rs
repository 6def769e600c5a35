//! What a word is by its letters alone, whatever its text: found out once, and kept for the next text that has the word.

use std::{ops::Deref, sync::OnceLock};

use crate::{
    locale::SiblingScores,
    model::{Side, cut},
};

use super::{
    counterparts::{Counterparts, KeptMeanings, hash},
    sounds::{Alphabets, Sounds},
    transcription::SpelledWord,
    word_shape::WordShape,
};

/// How many words are kept; of the words of a text, nearly all are among the most frequent ones of its language.
const PLACES: usize = 1 << 15;
/// Places that a word may have, side by side.
const NEAR: usize = 4;
/// Bytes of the longest word that is kept.
const LONGEST: usize = 48;

/// What is known of a word.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct WordFacts {
    /// What its letters are.
    pub shape: WordShape,
    /// How it is compared with words of the other side.
    pub heard: HeardWord,
    /// How likely it is in the languages that are related to the edition's.
    pub scores: SiblingScores,
    /// The lists in which it may be found.
    pub lists: WordLists,
    /// The kinds of opposites of which it may begin a word or a phrase, as a set of bits.
    pub opposites: u128,
    /// Those of which it may begin one without another meaning.
    pub clear_opposites: u128,
    /// The number of the person whom it names in a translation, found out when it is asked for.
    pub person: OnceLock<Option<u16>>,
    /// How it is compared with names of the other side.
    pub spelled: SpelledWord,
    /// Its number among the words of its language that are kept.
    pub number: Option<u16>,
}

impl From<WordShape> for WordFacts {
    fn from(shape: WordShape) -> Self {
        Self { shape, ..Self::default() }
    }
}

impl Deref for WordFacts {
    type Target = WordShape;

    #[inline]
    fn deref(&self) -> &WordShape {
        &self.shape
    }
}

/// The facts of a word: kept ones or, where its places are taken, its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum KnownFacts<'a> {
    Kept(&'a WordFacts),
    Own(Box<WordFacts>),
}

impl Deref for KnownFacts<'_> {
    type Target = WordFacts;

    #[inline]
    fn deref(&self) -> &WordFacts {
        match self {
            Self::Kept(facts) => facts,
            Self::Own(facts) => facts,
        }
    }
}

/// A word as it is compared with words of the other side.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct HeardWord {
    /// The hash of its letters, or of the digits of a number.
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

    /// A word with digits, of which nothing else is compared.
    pub(super) fn number(word: &str) -> Self {
        let digits: Vec<char> = word.chars().filter(char::is_ascii_digit).collect();
        Self { hash: hash(&digits), ..Self::default() }
    }

    /// Whether it is a frequent word, or begins like one.
    pub(super) fn has_meanings(&self) -> bool {
        self.meanings.kept().is_none_or(|meanings| !meanings.is_empty())
    }
}

/// The lists in which a word may be found, as a set of bits. A word that is in none of them need not be looked up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct WordLists(u32);

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

    /// Function words.
    pub(super) const SMALL: Self = Self(2048);
    /// Words of the translation that begin like a frequent one.
    pub(super) const FREQUENT: Self = Self(4096);
    /// Words of the translation that begin with a capital in names of institutions and regions.
    pub(super) const COMMON: Self = Self(8192);
    /// The same that may be adjectives, as these names have many.
    pub(super) const ADJECTIVE: Self = Self(16384);

    /// Words of the translation with a letter that alternates with another, which may be the right one there.
    pub(super) const ALTERNATING: Self = Self(32_768);
    /// Words of the translation that take another form between certain sounds.
    pub(super) const EUPHONY: Self = Self(65_536);

    /// Words of the translation with letters that may have been read in the wrong encoding.
    pub(super) const MISREAD: Self = Self(131_072);

    /// Words at which a wording of the glossary may begin.
    pub(super) const WORDING: Self = Self(262_144);

    /// No lists.
    pub(super) const NONE: Self = Self(0);

    /// These lists where `is_listed`, and none otherwise.
    pub(super) const fn only_if(self, is_listed: bool) -> Self {
        if is_listed { self } else { Self::NONE }
    }

    /// These lists and others.
    pub(super) const fn with(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// All lists of several sets.
    pub(super) fn all(sets: impl IntoIterator<Item = Self>) -> Self {
        sets.into_iter().fold(Self::NONE, Self::with)
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
    pub(super) fn facts(&self, word: &str, look: impl Fn(&str) -> WordFacts) -> KnownFacts<'_> {
        let near = place(word);
        let places = self.places.get(near..near + NEAR).unwrap_or_default();
        for (number, place) in (near..).zip(places).filter(|_| word.len() <= LONGEST) {
            let number = u16::try_from(number).ok();
            let met = place
                .get_or_init(|| Box::new(MetWord { text: word.into(), facts: WordFacts { number, ..look(word) } }));
            if *met.text == *word {
                return KnownFacts::Kept(&met.facts);
            }
        }
        KnownFacts::Own(Box::new(look(word)))
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
                assert_eq!(met.facts(&word, look).heard, look(&word).heard);
            }
        }
        let long = "а".repeat(LONGEST);
        assert_eq!(*met.facts(&long, look), look(&long));
    }
}
