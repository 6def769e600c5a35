//! The words of accepted terms, indexed for finding near misses.

use std::{
    collections::{HashMap, HashSet},
    hash::{BuildHasherDefault, Hasher},
    ops::Range,
};

use crate::model::{Usage, cut};

use super::{
    folding::{Folding, is_word},
    locale_terms::LocaleTerms,
};

/// Words with fewer letters are never treated as misspellings: too many words resemble them.
const MIN_LENGTH: usize = 5;

/// A word of a folded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoldedWord {
    /// Bytes of the folded text.
    pub span: Range<usize>,
    /// Number of letters.
    pub length: usize,
}

/// Splits a folded text into words: letters and digits, with inner apostrophes.
#[must_use]
pub fn words(folded: &str) -> Vec<FoldedWord> {
    let mut words = Vec::with_capacity(folded.len() / 10);
    let (mut begin, mut end, mut length) = (0, 0, 0_usize);
    for (at, letter) in folded.char_indices() {
        if is_word(letter) {
            if length == 0 {
                begin = at;
            }
            length += 1;
            end = at + letter.len_utf8();
        } else if length > 0 && (letter != '\'' || end != at) {
            words.push(FoldedWord { span: begin..end, length });
            length = 0;
        } else if length > 0 {
            // An apostrophe belongs to the word if a letter follows.
            let next = folded.get(at + 1..).and_then(|rest| rest.chars().next());
            if next.is_some_and(is_word) {
                length += 1;
                end = at + 1;
            } else {
                words.push(FoldedWord { span: begin..end, length });
                length = 0;
            }
        }
    }
    if length > 0 {
        words.push(FoldedWord { span: begin..end, length });
    }
    words
}

/// A word of accepted terms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownWord {
    /// Its letters, folded.
    pub letters: Vec<char>,
    /// The letters it contains, a bit each.
    pub mask: u64,
    /// The forms that contain it.
    pub owners: Vec<Owner>,
}

/// A form that contains a word, and the word's place in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Owner {
    /// Index of the concept.
    pub concept: usize,
    /// Index of the term among the concept's terms in the locale.
    pub term: usize,
    /// Index of the form among the term's forms.
    pub form: usize,
    /// Index of the word in the form, from 0.
    pub word: usize,
    /// Whether the form capitalizes it.
    pub capital: bool,
}

/// A cheap fingerprint of a known word, enough to rule out most other words without comparing letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WordSketch {
    /// Index into [`Vocabulary::known`].
    pub number: usize,
    /// Number of letters.
    pub length: usize,
    /// The letters it contains, a bit each.
    pub mask: u64,
}

impl WordSketch {
    /// Whether the word may be within `changes` edits of one with this length and mask.
    #[must_use]
    pub fn is_within(&self, changes: u32, length: usize, mask: u64) -> bool {
        (self.mask ^ mask).count_ones() <= 2 * changes && self.length.abs_diff(length) <= changes as usize
    }
}

/// The words of five letters or more in a locale's accepted terms.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    /// All of them.
    pub known: Vec<KnownWord>,
    /// Folded words of every form, including forbidden ones: none of these is a misspelling.
    all: HashSet<String>,
    /// Indexes into `known`, keyed by the word with look-alike letters merged.
    alike: KeyedByHash<Vec<usize>>,
    /// Keyed by first letter, last letter and length.
    ends: KeyedByHash<Vec<WordSketch>>,
    /// Keyed by the index of the concept.
    concepts: HashMap<usize, Vec<WordSketch>>,
}

impl Vocabulary {
    pub(super) fn new(terms: &LocaleTerms<'_>, folding: &Folding) -> Self {
        let mut vocabulary = Self::default();
        let mut numbers: HashMap<String, usize> = HashMap::new();
        for (concept, terms) in terms {
            for (term_number, term) in terms.iter().enumerate() {
                for (form_number, form) in term.forms.iter().enumerate() {
                    let folded = folding.fold(&form.text);
                    for (position, word) in words(&folded.text).into_iter().enumerate() {
                        let text = cut(&folded.text, &word.span);
                        if !vocabulary.all.contains(text) {
                            vocabulary.all.insert(text.to_owned());
                        }
                        if term.usage < Usage::Admitted || word.length < MIN_LENGTH {
                            continue;
                        }
                        let original = cut(&form.text, &folded.span(&form.text, &word.span));
                        let capital = original.starts_with(char::is_uppercase);
                        let owner =
                            Owner { concept: *concept, term: term_number, form: form_number, word: position, capital };
                        let number = *numbers.entry(text.to_owned()).or_insert_with(|| {
                            vocabulary.known.push(KnownWord::new(text));
                            vocabulary.known.len() - 1
                        });
                        if let Some(known) = vocabulary.known.get_mut(number) {
                            known.owners.push(owner);
                        }
                        let of_concept = vocabulary.concepts.entry(*concept).or_default();
                        if of_concept.last().is_none_or(|last| last.number != number)
                            && let Some(known) = vocabulary.known.get(number)
                        {
                            of_concept.push(known.sketch(number));
                        }
                    }
                }
            }
        }
        for list in vocabulary.concepts.values_mut() {
            list.sort_unstable_by_key(|sketch| sketch.number);
            list.dedup();
        }
        for (number, known) in vocabulary.known.iter().enumerate() {
            vocabulary.alike.entry(alike_key(&known.letters, folding)).or_default().push(number);
            if let (Some(first), Some(last)) = (known.letters.first(), known.letters.last()) {
                let key = ends_key(*first, *last, known.letters.len());
                vocabulary.ends.entry(key).or_default().push(known.sketch(number));
            }
        }
        vocabulary
    }

    /// Whether a folded word occurs in any form of any term.
    #[must_use]
    pub fn knows(&self, word: &str) -> bool {
        self.all.contains(word)
    }

    /// Whether there are no words to compare with.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// Indexes of words that may equal this one once look-alike letters are merged; rarely a false positive.
    #[must_use]
    pub fn alike(&self, letters: &[char], folding: &Folding) -> &[usize] {
        self.alike.get(&alike_key(letters, folding)).map_or(&[], Vec::as_slice)
    }

    /// The words of a concept's accepted terms.
    #[must_use]
    pub fn of_concept(&self, concept: usize) -> &[WordSketch] {
        self.concepts.get(&concept).map_or(&[], Vec::as_slice)
    }

    /// The words with this first and last letter whose length differs by at most one.
    pub fn between(&self, first: char, last: char, length: usize) -> impl Iterator<Item = &WordSketch> + '_ {
        let lengths = length.saturating_sub(1)..=length + 1;
        lengths.filter_map(move |length| self.ends.get(&ends_key(first, last, length))).flatten()
    }
}

impl KnownWord {
    fn new(text: &str) -> Self {
        let letters: Vec<char> = text.chars().collect();
        Self { mask: mask(letters.iter().copied()), letters, owners: Vec::new() }
    }

    fn sketch(&self, number: usize) -> WordSketch {
        WordSketch { number, length: self.letters.len(), mask: self.mask }
    }
}

/// A map keyed by hashes. Keys come from glossary words only; a text crafted to collide merely has that one word
/// compared.
type KeyedByHash<T> = HashMap<u64, T, BuildHasherDefault<IdentityHasher>>;

/// Passes a key through as its own hash.
#[derive(Debug, Clone, Copy, Default)]
struct IdentityHasher(u64);

impl Hasher for IdentityHasher {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |sum, byte| mix(sum, u64::from(*byte)));
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

const fn mix(sum: u64, next: u64) -> u64 {
    (sum ^ next).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29)
}

fn alike_key(letters: &[char], folding: &Folding) -> u64 {
    letters.iter().fold(1, |sum, letter| mix(sum, u64::from(u32::from(folding.alike(*letter)))))
}

fn ends_key(first: char, last: char, length: usize) -> u64 {
    mix(mix(u64::from(u32::from(first)), u64::from(u32::from(last))), length as u64)
}

/// Sets a bit for each letter; words `n` edits apart differ in at most `2 n` bits.
#[must_use]
pub fn mask(letters: impl Iterator<Item = char>) -> u64 {
    letters.fold(0, |mask, letter| mask | 1 << (u32::from(letter) & 63))
}
