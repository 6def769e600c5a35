//! Whether two words of an edition are forms of one name, or that name in two spellings.

use std::collections::{BTreeMap, HashSet};

use unicode_normalization::char::is_combining_mark;

use super::Language;

/// Letters of the shortest stem, and of one that tells for certain.
const LEAST: usize = 3;
const SURE: usize = 4;
/// The most letters of a word that are compared.
const LONGEST: usize = 24;
/// Letters in which two spellings may differ, and of which a stem has one for each of them.
const MOST: usize = 2;
const SHARE: usize = 3;

/// What two words are to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum NameRelation {
    /// Forms of one word.
    Forms,
    /// Perhaps forms of one word, or different words.
    Unclear,
    /// Two spellings of one name. Where it is not sure, the difference may be one of declension or habit.
    Spellings { is_sure: bool },
}

/// How two stems differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum StemDifference {
    None,
    /// Behind the last vowel, or in it, as stems of one word do in some of its forms.
    Tail,
    /// Before that.
    Inner {
        is_sure: bool,
    },
    /// In too much.
    Other,
}

/// How the names of a language decline, as far as it is needed to tell spellings from forms.
#[derive(Debug, Clone, Default)]
pub(super) struct NameForms {
    vowels: Vec<char>,
    /// Vowels of a last syllable that may be others in another form.
    shifting: Vec<char>,
    endings: HashSet<Vec<char>>,
    /// Letters that may be written as another.
    fold: BTreeMap<char, char>,
    /// The letter that a word begins with behind a vowel, and the one that it stands for.
    initial: Option<(char, char)>,
}

impl NameForms {
    pub(super) fn new(language: &Language) -> Self {
        let first = |text: &String| text.chars().next();
        let alternation = &language.alternation;
        Self {
            vowels: language.vowels.chars().collect(),
            shifting: language.shifting.chars().collect(),
            endings: language.endings.iter().map(|ending| ending.chars().collect()).collect(),
            fold: language.fold.clone(),
            initial: first(&alternation.short).zip(first(&alternation.full)),
        }
    }

    /// Compares two words in any case of their letters.
    pub(super) fn relation(&self, one: &str, other: &str) -> NameRelation {
        let (one, other) = (self.letters(one), self.letters(other));
        if one == other {
            return NameRelation::Forms;
        }
        let (mut is_tail, mut spellings) = (false, None);
        for stem in self.stems(&one) {
            for other in self.stems(&other) {
                match self.difference(stem, other) {
                    StemDifference::None => return NameRelation::Forms,
                    StemDifference::Tail => is_tail = true,
                    StemDifference::Inner { is_sure } => spellings = spellings.max(Some(is_sure)),
                    StemDifference::Other => {}
                }
            }
        }
        match spellings.filter(|_| !is_tail) {
            Some(is_sure) => NameRelation::Spellings { is_sure },
            None => NameRelation::Unclear,
        }
    }

    /// The letters of a word, as they are compared.
    fn letters(&self, word: &str) -> Vec<char> {
        let is_letter = |letter: &char| letter.is_alphabetic() && !is_combining_mark(*letter) && *letter != 'ʼ';
        let mut letters: Vec<char> =
            word.chars().flat_map(char::to_lowercase).filter(is_letter).take(LONGEST).collect();
        if let (Some(first), Some((short, full))) = (letters.first_mut(), self.initial)
            && *first == short
        {
            *first = full;
        }
        letters
    }

    /// The word without each ending that it may have.
    fn stems<'b>(&'b self, word: &'b [char]) -> impl Iterator<Item = &'b [char]> {
        let ends = (LEAST.min(word.len())..=word.len()).filter_map(move |at| word.split_at_checked(at));
        ends.filter(move |(_, rest)| self.endings.contains(*rest)).map(|(stem, _)| stem)
    }

    /// What two stems are to each other.
    fn difference(&self, one: &[char], other: &[char]) -> StemDifference {
        if one == other {
            return StemDifference::None;
        }
        let before = one.iter().zip(other).take_while(|(a, b)| a == b).count();
        let rest = one.len().min(other.len()) - before;
        let behind = one.iter().rev().zip(other.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
        let middle = |word: &'_ [char]| word.get(before..word.len() - behind).unwrap_or_default().to_vec();
        let (own, others) = (middle(one), middle(other));
        let shortest = one.len().min(other.len());
        let edits = distance(&own, &others);
        if edits > MOST || edits * SHARE > shortest {
            return StemDifference::Other;
        }
        let has_vowel =
            |letters: Option<&[char]>| letters.unwrap_or_default().iter().any(|one| self.vowels.contains(one));
        let is_inner = has_vowel(one.get(one.len() - behind..));
        let folded = |word: &[char]| -> Vec<char> {
            word.iter().map(|letter| self.fold.get(letter).copied().unwrap_or(*letter)).collect()
        };
        if is_inner {
            let is_sure = shortest >= SURE && folded(one) != folded(other);
            return StemDifference::Inner { is_sure };
        }
        if own.len().max(others.len()) > 1 && own.iter().chain(&others).any(|letter| self.vowels.contains(letter)) {
            return StemDifference::Other;
        }
        // A vowel of the last syllable goes, comes and changes in some words, but seldom in names of several syllables.
        let (([own], [others]), true) = ((own.as_slice(), others.as_slice()), has_vowel(one.get(..before))) else {
            return StemDifference::Tail;
        };
        let may_shift = |letter: &char| self.shifting.contains(letter) || self.fold.contains_key(letter);
        if [own, others].into_iter().all(|one| self.vowels.contains(one) && !may_shift(one)) && behind > 0 {
            return StemDifference::Inner { is_sure: false };
        }
        StemDifference::Tail
    }
}

/// The number of letters to change, add or take away to make one word of the other.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (number, letter) in one.iter().enumerate() {
        let mut diagonal = number;
        let mut left = number + 1;
        for (cell, known) in row.iter_mut().skip(1).zip(other) {
            let best = (diagonal + usize::from(letter != known)).min(*cell + 1).min(left + 1);
            diagonal = *cell;
            *cell = best;
            left = best;
        }
        if let Some(first) = row.first_mut() {
            *first = number + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}
