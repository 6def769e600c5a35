//! What a word is by its letters alone, whatever its text: found out once, and kept for the next text that has the word.

use std::{
    ops::Deref,
    sync::{
        OnceLock,
        atomic::{AtomicU16, AtomicUsize, Ordering},
    },
};

use crate::{
    locale::SiblingScores,
    model::{Side, cut},
};

use super::{
    counterparts::{Counterparts, KeptMeanings, hash},
    listings::WordPole,
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
/// Words that are looked up together.
const TOGETHER: usize = 16;

/// What is known of a word, in the order in which it is asked for: what every rule asks comes from memory with its text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[repr(C)]
pub(super) struct WordFacts {
    /// The lists in which it may be found.
    pub lists: WordLists,
    /// What its letters are.
    pub shape: WordShape,
    /// The kinds of opposites of which it may begin a word or a phrase without another meaning, as a set of bits.
    pub clear_opposites: u128,
    /// Those of which it may begin any.
    pub opposites: u128,
    /// How it is compared with words of the other side.
    pub heard: HeardWord,
    /// How likely it is in the languages that are related to the edition's.
    pub scores: SiblingScores,
    /// How it is compared with names of the other side.
    pub spelled: SpelledWord,
    /// What it is in the lists of these kinds of opposites.
    pub poles: Box<[WordPole]>,
    /// The number of the person whom it names in a translation, found out when it is asked for.
    pub person: OnceLock<Option<u16>>,
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
    /// Words that begin a negation, a hedge.
    pub(super) const NEGATION: Self = Self(1);
    pub(super) const HEDGE: Self = Self(4);
    /// Numbers in words, months, weekdays, Roman numerals, and all that is not plain letters.
    pub(super) const NUMBER: Self = Self(8);
    /// Words of the article's language that may be names, if they have a capital.
    pub(super) const NAME: Self = Self(16);
    /// Function words of a language that is related to the edition's.
    pub(super) const SIBLING: Self = Self(32);
    /// Words that look like one of an accepted term, and all that is not plain letters and digits.
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
#[derive(Debug)]
pub(super) struct MetWords {
    /// By place, the number of its word and one, or 0: so small that all places are near at hand.
    places: Vec<AtomicU16>,
    /// The words by number, in the order in which they were met, so that the most frequent ones are side by side.
    words: Vec<OnceLock<Box<MetWord>>>,
    count: AtomicUsize,
}

/// A word beside its facts, so that a look at the text has the first of these too.
#[derive(Debug, Clone)]
#[repr(C, align(64))]
struct MetWord {
    text: ShortText,
    facts: WordFacts,
}

/// The bytes of a word of [`LONGEST`] bytes or fewer, eight by eight, and zeros behind them: all are compared at once.
#[derive(Debug, Clone, Copy, Default)]
struct ShortText([u64; LONGEST / 8]);

impl ShortText {
    /// `None` for a longer word.
    fn new(word: &str) -> Option<Self> {
        if word.len() > LONGEST {
            return None;
        }
        let mut out = Self::default();
        let (chunks, rest) = word.as_bytes().as_chunks::<8>();
        for (bytes, chunk) in out.0.iter_mut().zip(chunks) {
            *bytes = u64::from_le_bytes(*chunk);
        }
        if let Some(bytes) = out.0.get_mut(chunks.len()) {
            *bytes = match word.as_bytes().last_chunk::<8>() {
                // The last bytes of a long word overlap its last chunk.
                Some(_) if rest.is_empty() => 0,
                Some(last) => u64::from_le_bytes(*last) >> (64 - 8 * rest.len()),
                None => rest.iter().rev().fold(0, |bits, byte| bits << 8 | u64::from(*byte)),
            };
        }
        Some(out)
    }

    /// Whether both are the same word.
    #[inline]
    fn is(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).fold(0, |differ, (one, other)| differ | (one ^ other)) == 0
    }

    /// The first place of a word, by a hash of its bytes.
    #[inline]
    fn place(&self) -> usize {
        let mix = |hash: u64, bytes: &u64| (hash.rotate_left(5) ^ bytes).wrapping_mul(0x517c_c1b7_2722_0a95);
        let hash = self.0.iter().fold(0, mix);
        usize::try_from(hash >> (u64::BITS - PLACES.trailing_zeros())).unwrap_or_default()
    }
}

impl Default for MetWords {
    fn default() -> Self {
        Self {
            places: std::iter::repeat_with(AtomicU16::default).take(PLACES + NEAR).collect(),
            words: vec![OnceLock::new(); PLACES],
            count: AtomicUsize::new(0),
        }
    }
}

impl Clone for MetWords {
    /// The words are found out again where they are met.
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl MetWords {
    /// Tells the facts of some words, one after another; `look` finds out those of a word that is met for the first time.
    pub(super) fn facts_of_all<'a, 'w>(
        &'a self,
        mut words: impl Iterator<Item = &'w str>,
        look: impl Fn(&str) -> WordFacts,
        each: &mut dyn FnMut(KnownFacts<'a>),
    ) {
        // Memory is slow: several words are on their way before the first is compared.
        let mut group = [("", None); TOGETHER];
        loop {
            let mut count = 0;
            for (place, word) in group.iter_mut().zip(words.by_ref()) {
                let text = ShortText::new(word);
                let met = text.as_ref().and_then(|text| self.word_at(text.place()));
                *place = (word, met.zip(text));
                count += 1;
            }
            for (word, met) in group.iter().take(count) {
                each(match met {
                    Some((met, text)) if met.text.is(text) => KnownFacts::Kept(&met.facts),
                    _ => self.facts(word, &look),
                });
            }
            if count < TOGETHER {
                return;
            }
        }
    }

    /// The facts of a word, which `look` finds out.
    fn facts(&self, word: &str, look: impl Fn(&str) -> WordFacts) -> KnownFacts<'_> {
        if let Some(text) = ShortText::new(word) {
            let near = text.place();
            for place in near..near + NEAR {
                let found = self.word_at(place).or_else(|| self.take(place, text, || look(word)));
                let Some(met) = found else { break };
                if met.text.is(&text) {
                    return KnownFacts::Kept(&met.facts);
                }
            }
        }
        KnownFacts::Own(Box::new(look(word)))
    }

    /// The word that has a place.
    #[inline]
    fn word_at(&self, place: usize) -> Option<&MetWord> {
        let number = self.places.get(place)?.load(Ordering::Acquire);
        self.words.get(usize::from(number).checked_sub(1)?)?.get().map(Box::as_ref)
    }

    /// Gives a free place to a word; the word that has it then, if another thread was faster. `None` if there are too many words.
    fn take(&self, place: usize, text: ShortText, look: impl FnOnce() -> WordFacts) -> Option<&MetWord> {
        let number = self.count.fetch_add(1, Ordering::Relaxed);
        let word = self.words.get(number)?;
        let number = u16::try_from(number).ok()?;
        let met = word.get_or_init(|| Box::new(MetWord { text, facts: WordFacts { number: Some(number), ..look() } }));
        match self.places.get(place)?.compare_exchange(0, number + 1, Ordering::AcqRel, Ordering::Acquire) {
            Ok(_) => Some(met),
            Err(_) => self.word_at(place),
        }
    }
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
