//! The words of accepted terms, indexed for finding near misses.

use std::{collections::BTreeSet, fmt::Debug, sync::OnceLock};

use crate::model::{Locale, Term, Usage, cut};

use super::{
    folding::Folding,
    index::TermIndex,
    words::{MIN_LENGTH, words},
};

/// A word of accepted terms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownWord {
    /// Its letters, folded.
    pub letters: Vec<char>,
    /// The forms of the requested concepts that contain it.
    pub owners: Vec<Owner>,
}

/// A form that contains a word, and the word's place in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
    /// Its number ([`Vocabulary::known`]).
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
#[derive(Debug, Clone, Copy)]
pub struct Vocabulary<'a> {
    terms: &'a dyn TermSource,
    /// `None` for a locale without terms.
    locale: Option<&'a Locale>,
    folding: &'a Folding,
    lists: &'a WordLists,
    index: &'a TermIndex,
}

/// Where a vocabulary takes the forms of its terms from.
pub(super) trait TermSource: Debug + Sync {
    /// The number of concepts.
    fn concept_count(&self) -> usize;
    /// The terms of a concept in effect in a locale, with all their forms.
    fn terms_of(&self, locale: &Locale, concept: usize) -> &[Term];
}

/// What a vocabulary has looked up already.
#[derive(Debug, Clone, Default)]
pub(super) struct WordLists {
    /// For each concept, the words of its accepted terms.
    of_concepts: OnceLock<Vec<OnceLock<Vec<WordSketch>>>>,
}

impl<'a> Vocabulary<'a> {
    pub(super) const fn new(
        terms: &'a dyn TermSource,
        locale: Option<&'a Locale>,
        folding: &'a Folding,
        lists: &'a WordLists,
        index: &'a TermIndex,
    ) -> Self {
        Self { terms, locale, folding, lists, index }
    }

    /// Whether a folded word occurs in any form of any term, forbidden ones included: none of these is a misspelling.
    #[must_use]
    pub fn knows(&self, word: &str) -> bool {
        self.index.automaton.rank(word.as_bytes()).is_some()
    }

    /// Whether there are no words to compare with.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.index.owners.is_empty()
    }

    /// The word with a number. Its owners are in the order of the glossary, and only of concepts, by their index, that are
    /// requested: those are declined for it, and a common word may be one of thousands.
    #[must_use]
    pub fn known(&self, number: usize, is_requested: impl Fn(usize) -> bool) -> Option<KnownWord> {
        let rank = u32::try_from(number).ok()?;
        let text = String::from_utf8(self.index.automaton.key(rank)?).ok()?;
        let letters = text.chars().collect();
        let mut owners = Vec::new();
        let concepts = self.index.owners(rank).iter().map(|concept| *concept as usize);
        for concept in concepts.filter(|concept| is_requested(*concept)) {
            let owned = self.occurrences(concept).filter(|(word, _)| *word == text);
            owners.extend(owned.map(|(_, owner)| owner));
        }
        Some(KnownWord { letters, owners })
    }

    /// The numbers of words that equal this one once look-alike letters are merged.
    #[must_use]
    pub fn alike(&self, letters: &[char], folding: &Folding) -> Vec<usize> {
        let mut found = Vec::new();
        let mut open = vec![(self.index.automaton.start(), 0)];
        while let Some((state, place)) = open.pop() {
            let Some(letter) = letters.get(place) else {
                if state.is_key && !self.index.owners(state.rank).is_empty() {
                    found.push(state.rank as usize);
                }
                continue;
            };
            for other in folding.lookalikes(*letter) {
                let mut bytes = [0; 4];
                let bytes = other.encode_utf8(&mut bytes).as_bytes();
                let next = bytes.iter().try_fold(state, |state, byte| self.index.automaton.step(state, *byte));
                open.extend(next.map(|next| (next, place + 1)));
            }
        }
        found
    }

    /// The words of a concept's accepted terms.
    #[must_use]
    pub fn of_concept(&self, concept: usize) -> &'a [WordSketch] {
        let lists = self.lists.of_concepts.get_or_init(|| vec![OnceLock::new(); self.terms.concept_count()]);
        let sketch = |text: &str| {
            let number = self.index.automaton.rank(text.as_bytes())? as usize;
            Some(WordSketch { number, length: text.chars().count(), mask: mask(text.chars()) })
        };
        lists.get(concept).map_or(&[], |list| {
            list.get_or_init(|| {
                let words: BTreeSet<String> = self.occurrences(concept).map(|(word, _)| word).collect();
                words.iter().filter_map(|word| sketch(word)).collect()
            })
        })
    }

    /// Every word that is long enough in a concept's accepted terms, folded, with its place.
    fn occurrences(&self, concept: usize) -> impl Iterator<Item = (String, Owner)> + '_ {
        let terms = self.locale.map_or(&[][..], |locale| self.terms.terms_of(locale, concept));
        let accepted = terms.iter().enumerate().filter(|(_, term)| term.usage >= Usage::Admitted);
        let forms = accepted.flat_map(|(term, known)| {
            known.forms.iter().enumerate().map(move |(form, known)| (term, form, known.text.as_str()))
        });
        forms.flat_map(move |(term, form, original)| {
            let folded = self.folding.fold(original);
            let words = words(&folded.text).into_iter().enumerate().filter(|(_, word)| word.length >= MIN_LENGTH);
            let owned = words.map(|(word, found)| {
                let capital = cut(original, &folded.span(original, &found.span)).starts_with(char::is_uppercase);
                (cut(&folded.text, &found.span).to_owned(), Owner { concept, term, form, word, capital })
            });
            owned.collect::<Vec<_>>()
        })
    }
}

/// Sets a bit for each letter; words `n` edits apart differ in at most `2 n` bits.
#[must_use]
pub fn mask(letters: impl Iterator<Item = char>) -> u64 {
    letters.fold(0, |mask, letter| mask | 1 << (u32::from(letter) & 63))
}
