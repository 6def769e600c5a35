//! The single words of the right wordings: an index for words that are nearly one of them.

use std::{
    collections::{HashMap, HashSet},
    hash::{BuildHasherDefault, Hasher},
    ops::Range,
};

use crate::model::{Usage, cut};

use super::{
    folding::{Folding, is_word},
    held::Held,
};

/// A word shorter than this, in letters, is never taken for a misspelling: too many words are near it.
const SHORTEST: usize = 5;

/// A word of a folded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoldedWord {
    /// Bytes of the folded text.
    pub span: Range<usize>,
    /// How many letters it has.
    pub length: usize,
}

/// The words of a folded text: letters and digits, with apostrophes between them.
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
            // An apostrophe belongs to the word when a letter follows it.
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

/// A word of right wordings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownWord {
    /// Its letters, folded.
    pub letters: Vec<char>,
    /// A bit for each letter that it has.
    pub mask: u64,
    /// The forms that it is a word of.
    pub owners: Vec<Owner>,
}

/// A form that a word belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Owner {
    /// Index of the concept.
    pub concept: usize,
    /// Index of the wording among the concept's terms of the locale.
    pub term: usize,
    /// Index of the form among the wording's forms.
    pub form: usize,
    /// Which of the form's words it is, from 0.
    pub word: usize,
    /// Whether the form writes it with a capital.
    pub capital: bool,
}

/// As much of a known word as tells most others from it: looking at the word itself costs more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Near {
    /// Index among [`Vocabulary::known`].
    pub number: usize,
    /// How many letters it has.
    pub length: usize,
    /// A bit for each letter that it has.
    pub mask: u64,
}

impl Near {
    /// Whether the word may be within so many changes of one with `length` letters and these bits.
    #[must_use]
    pub fn is_within(&self, changes: u32, length: usize, mask: u64) -> bool {
        (self.mask ^ mask).count_ones() <= 2 * changes && self.length.abs_diff(length) <= changes as usize
    }
}

/// The words of a locale's right wordings, of five letters and more.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    /// The words.
    pub known: Vec<KnownWord>,
    /// Folded words of every form, refused ones too: none of them is a misspelling.
    all: HashSet<String>,
    /// By what look-alike letters make of them.
    alike: Keyed<Vec<usize>>,
    /// By first letter, last letter and length.
    ends: Keyed<Vec<Near>>,
    /// By concept.
    concepts: HashMap<usize, Vec<Near>>,
}

impl Vocabulary {
    pub(super) fn new(held: &Held<'_>, folding: &Folding) -> Self {
        let mut out = Self::default();
        let mut numbers: HashMap<String, usize> = HashMap::new();
        for (concept, terms) in held {
            for (term, wording) in terms.iter().enumerate() {
                for (form, shape) in wording.forms.iter().enumerate() {
                    let folded = folding.fold(&shape.text);
                    for (place, word) in words(&folded.text).into_iter().enumerate() {
                        let text = cut(&folded.text, &word.span);
                        if !out.all.contains(text) {
                            out.all.insert(text.to_owned());
                        }
                        if wording.usage < Usage::Admitted || word.length < SHORTEST {
                            continue;
                        }
                        let original = cut(&shape.text, &folded.span(&shape.text, &word.span));
                        let capital = original.starts_with(char::is_uppercase);
                        let owner = Owner { concept: *concept, term, form, word: place, capital };
                        let number = *numbers.entry(text.to_owned()).or_insert_with(|| {
                            out.known.push(KnownWord::new(text));
                            out.known.len() - 1
                        });
                        if let Some(known) = out.known.get_mut(number) {
                            known.owners.push(owner);
                        }
                        let of_concept = out.concepts.entry(*concept).or_default();
                        if of_concept.last().is_none_or(|last| last.number != number)
                            && let Some(known) = out.known.get(number)
                        {
                            of_concept.push(known.near(number));
                        }
                    }
                }
            }
        }
        for list in out.concepts.values_mut() {
            list.sort_unstable_by_key(|near| near.number);
            list.dedup();
        }
        for (number, known) in out.known.iter().enumerate() {
            out.alike.entry(alike_key(&known.letters, folding)).or_default().push(number);
            if let (Some(first), Some(last)) = (known.letters.first(), known.letters.last()) {
                let key = ends_key(*first, *last, known.letters.len());
                out.ends.entry(key).or_default().push(known.near(number));
            }
        }
        out
    }

    /// Whether a folded word is one of any form of any wording.
    #[must_use]
    pub fn knows(&self, word: &str) -> bool {
        self.all.contains(word)
    }

    /// Whether there are any words to be near to.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// The words that a word may equal when letters that look alike are not told apart; now and then one that does not.
    #[must_use]
    pub fn alike(&self, letters: &[char], folding: &Folding) -> &[usize] {
        self.alike.get(&alike_key(letters, folding)).map_or(&[], Vec::as_slice)
    }

    /// The words of a concept's right wordings.
    #[must_use]
    pub fn of_concept(&self, concept: usize) -> &[Near] {
        self.concepts.get(&concept).map_or(&[], Vec::as_slice)
    }

    /// The words with this first and last letter and as many letters, or one more, or one less.
    pub fn between(&self, first: char, last: char, length: usize) -> impl Iterator<Item = &Near> + '_ {
        let lengths = length.saturating_sub(1)..=length + 1;
        lengths.filter_map(move |length| self.ends.get(&ends_key(first, last, length))).flatten()
    }
}

impl KnownWord {
    fn new(text: &str) -> Self {
        let letters: Vec<char> = text.chars().collect();
        Self { mask: mask(letters.iter().copied()), letters, owners: Vec::new() }
    }

    fn near(&self, number: usize) -> Near {
        Near { number, length: self.letters.len(), mask: self.mask }
    }
}

/// A table whose keys are hashes already. They come from words of the glossary, and a text that hits one by design only
/// has that word looked at.
type Keyed<T> = HashMap<u64, T, BuildHasherDefault<AsIs>>;

/// The key itself is the hash.
#[derive(Debug, Clone, Copy, Default)]
struct AsIs(u64);

impl Hasher for AsIs {
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

/// A bit for each letter: two words that are `n` changes apart differ in `2 n` bits at most.
#[must_use]
pub fn mask(letters: impl Iterator<Item = char>) -> u64 {
    letters.fold(0, |mask, letter| mask | 1 << (u32::from(letter) & 63))
}
