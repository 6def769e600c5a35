//! How a name sounds in another alphabet: what its letters may be written as, and how far a word is from that.

use std::collections::{BTreeMap, HashSet};

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use super::Language;

/// Letters of a word that are compared.
const LONGEST: usize = 24;

/// Costs, in hundredths of a consonant that the other word lacks.
const CONSONANT: u16 = 100;
const VOWEL: u16 = 20;
/// Letters that are often silent, and letters that may be.
const SILENT: u16 = 10;
const MUTE: u16 = 50;
/// An ending that makes another word of a name; of a short name, it is rather a part.
const DERIVED: u16 = 10;
const DERIVED_SHORT: u16 = 30;
/// Letters of a name that is not short, and of the shortest from which a word is derived.
const LONG: usize = 6;
const LEAST: usize = 3;

/// Suffixes of a derived word.
const SUFFIXES: usize = 3;

const UNREACHED: u16 = u16::MAX;

/// Letters of the source and what they may be written as.
#[derive(Debug, Clone)]
struct LetterSpelling {
    letters: Vec<char>,
    others: Vec<Vec<char>>,
    /// The cost of writing nothing for them.
    silent: Option<u16>,
}

/// How names of one language are written in the letters of another.
#[derive(Debug, Clone, Default)]
pub(super) struct Transcription {
    /// By letter (below 2048), what begins with it.
    spellings: Vec<Vec<LetterSpelling>>,
    vowels: Vec<char>,
    other_vowels: Vec<char>,
    /// Letters of the edition's language that stand for nothing.
    unheard: Vec<char>,
    /// Letters of the edition's language that are written as another.
    fold: BTreeMap<char, char>,
    /// Endings by which words of the source are derived from names.
    derived: Vec<Vec<char>>,
    /// Endings and suffixes of the edition's language.
    endings: HashSet<Vec<char>>,
    suffixes: Vec<Vec<char>>,
}

/// A word as it is compared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct SpelledWord {
    letters: Vec<char>,
    /// Its consonants, two at least.
    consonants: u16,
}

impl SpelledWord {
    /// The number of its letters.
    pub(super) fn len(&self) -> usize {
        self.letters.len()
    }

    /// The letters.
    pub(super) fn letters(&self) -> &[char] {
        &self.letters
    }

    /// The word with another directly behind it.
    pub(super) fn joined(&self, other: &Self) -> Self {
        let letters: Vec<char> = self.letters.iter().chain(&other.letters).take(LONGEST).copied().collect();
        Self { letters, consonants: self.consonants.saturating_add(other.consonants) }
    }
}

/// The costs of the beginnings of a name with those of a word.
struct Costs {
    rows: [[u16; LONGEST + 1]; LONGEST + 1],
    /// The least of each row.
    least: [u16; LONGEST + 1],
    limit: u16,
}

impl Costs {
    fn get(&self, row: usize, column: usize) -> u16 {
        self.rows.get(row).and_then(|row| row.get(column)).copied().unwrap_or(UNREACHED)
    }

    fn lower(&mut self, row: usize, column: usize, cost: u16) {
        if cost > self.limit {
            return;
        }
        if let Some(cell) = self.rows.get_mut(row).and_then(|row| row.get_mut(column)) {
            *cell = cost.min(*cell);
        }
        if let Some(least) = self.least.get_mut(row) {
            *least = cost.min(*least);
        }
    }
}

impl Transcription {
    pub(super) fn new(source: &Language, target: &Language) -> Self {
        let chars = |text: &String| text.chars().collect::<Vec<char>>();
        let mut spellings = vec![Vec::new(); 0x800];
        let mut unheard = Vec::new();
        for (letters, others) in &target.transcription {
            let letters = chars(letters);
            let silent = others.iter().find_map(|other| match other.as_str() {
                "" => Some(SILENT),
                "-" => Some(MUTE),
                _ => None,
            });
            let others: Vec<Vec<char>> =
                others.iter().filter(|other| !matches!(other.as_str(), "" | "-")).map(chars).collect();
            match letters.first() {
                Some(first) => {
                    if let Some(row) = spellings.get_mut(*first as usize) {
                        row.push(LetterSpelling { letters, others, silent });
                    }
                }
                None => unheard.extend(others.into_iter().flatten()),
            }
        }
        Self {
            spellings,
            vowels: source.vowels.chars().collect(),
            other_vowels: target.vowels.chars().collect(),
            unheard,
            fold: target.fold.clone(),
            derived: source.name_endings.iter().map(chars).collect(),
            endings: target.endings.iter().map(chars).collect(),
            suffixes: target.derivational.iter().map(chars).collect(),
        }
    }

    /// Whether nothing is known.
    pub(super) fn is_empty(&self) -> bool {
        self.spellings.iter().all(Vec::is_empty)
    }

    /// A word of the source as it is compared. A possessive is its name.
    pub(super) fn spell(&self, word: &str) -> SpelledWord {
        let bare = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
        let letter = |letter: char| {
            // A letter with a mark that has no entry of its own sounds as the letter alone.
            if letter.is_ascii() || self.spellings.get(letter as usize).is_some_and(|row| !row.is_empty()) {
                return letter;
            }
            let mut first = None;
            decompose_canonical(letter, |part| {
                first.get_or_insert(part);
            });
            first.unwrap_or(letter)
        };
        let letters: Vec<char> =
            bare.chars().flat_map(char::to_lowercase).filter(|c| c.is_alphabetic()).map(letter).take(LONGEST).collect();
        Self::counted(letters, &self.vowels)
    }

    /// A word of the translation as it is compared.
    pub(super) fn spell_other(&self, word: &str) -> SpelledWord {
        let fold = |letter: char| self.fold.get(&letter).copied().unwrap_or(letter);
        let is_letter = |letter: &char| letter.is_alphabetic() && !is_combining_mark(*letter) && !is_modifier(*letter);
        let letters = word.chars().flat_map(char::to_lowercase).filter(is_letter).map(fold).take(LONGEST).collect();
        Self::counted(letters, &self.other_vowels)
    }

    fn counted(letters: Vec<char>, vowels: &[char]) -> SpelledWord {
        let consonants = letters.iter().filter(|letter| !vowels.contains(letter)).count();
        SpelledWord { consonants: u16::try_from(consonants.max(2)).unwrap_or(u16::MAX), letters }
    }

    /// Whether a word is likely to be a name: it costs no more than a share of the name's consonants, in percent.
    pub(super) fn is_like(&self, name: &SpelledWord, word: &SpelledWord, percent: u16) -> bool {
        self.cost(name, word, name.consonants.saturating_mul(percent)).is_some()
    }

    /// How far a word is from a name, in percent of the name's consonants, if it is no further than `percent`.
    pub(super) fn distance(&self, name: &SpelledWord, word: &SpelledWord, percent: u16) -> Option<u16> {
        let cost = self.cost(name, word, name.consonants.saturating_mul(percent))?;
        Some(cost / name.consonants.max(1))
    }

    /// Whether a word may begin with the same sound as a name.
    pub(super) fn begins_alike(&self, name: &SpelledWord, word: &SpelledWord) -> bool {
        let (Some(first), Some(other)) = (name.letters.first(), word.letters.first()) else { return false };
        let (is_vowel, other_is_vowel) = (self.vowels.contains(first), self.other_vowels.contains(other));
        (is_vowel && (other_is_vowel || self.unheard.contains(other)))
            || self.beginning(&name.letters).any(|spelling| {
                spelling.others.iter().any(|other| word.letters.starts_with(other))
                    || (spelling.silent == Some(SILENT) && other_is_vowel)
            })
    }

    /// The spellings with which some letters begin.
    fn beginning<'a>(&'a self, letters: &'a [char]) -> impl Iterator<Item = &'a LetterSpelling> {
        let row = letters.first().and_then(|first| self.spellings.get(*first as usize)).into_iter().flatten();
        row.filter(move |spelling| letters.starts_with(&spelling.letters))
    }

    /// How far a word is from a name, with any ending, if it is no further than `limit`.
    fn cost(&self, name: &SpelledWord, word: &SpelledWord, limit: u16) -> Option<u16> {
        let (name, word) = (name.letters.as_slice(), word.letters.as_slice());
        if name.is_empty() || word.is_empty() {
            return None;
        }
        let mut costs = Costs { rows: [[UNREACHED; LONGEST + 1]; LONGEST + 1], least: [UNREACHED; LONGEST + 1], limit };
        costs.lower(0, 0, 0);
        for (row, letter) in name.iter().enumerate() {
            if costs.least.iter().skip(row).all(|least| *least == UNREACHED) {
                return None;
            }
            if costs.least.get(row) == Some(&UNREACHED) {
                continue;
            }
            let is_vowel = self.vowels.contains(letter);
            let rest = name.get(row..).unwrap_or_default();
            for column in 0..=word.len() {
                let here = costs.get(row, column);
                if here == UNREACHED {
                    continue;
                }
                costs.lower(row + 1, column, here.saturating_add(if is_vowel { VOWEL } else { CONSONANT }));
                let left = word.get(column..).unwrap_or_default();
                if let Some(other) = left.first() {
                    let is_other_vowel = self.other_vowels.contains(other);
                    costs.lower(row, column + 1, here.saturating_add(self.alone(*other)));
                    match (is_vowel, is_other_vowel) {
                        (true, true) => costs.lower(row + 1, column + 1, here),
                        (false, false) => costs.lower(row + 1, column + 1, here.saturating_add(CONSONANT)),
                        _ => {}
                    }
                }
                for spelling in self.beginning(rest) {
                    let next = row + spelling.letters.len();
                    for other in spelling.others.iter().filter(|other| left.starts_with(other)) {
                        costs.lower(next, column + other.len(), here);
                    }
                    if let Some(silent) = spelling.silent {
                        costs.lower(next, column, here.saturating_add(silent));
                    }
                }
            }
        }
        self.finish(&mut costs, name, word)
    }

    /// The cost of a letter of the translation for which the name has none.
    fn alone(&self, letter: char) -> u16 {
        if self.unheard.contains(&letter) {
            0
        } else if self.other_vowels.contains(&letter) {
            VOWEL
        } else {
            CONSONANT
        }
    }

    /// The least cost at the end of a name, or of what it is derived from, with the rest of the word as its ending.
    fn finish(&self, costs: &mut Costs, name: &[char], word: &[char]) -> Option<u16> {
        // Letters that the word has within the name's last row.
        for column in 0..word.len() {
            let here = costs.get(name.len(), column);
            if let Some(letter) = word.get(column).filter(|_| here != UNREACHED) {
                costs.lower(name.len(), column + 1, here.saturating_add(self.alone(*letter)));
            }
        }
        let derived = if name.len() < LONG { DERIVED_SHORT } else { DERIVED };
        let ends = self.derived.iter().filter_map(|ending| {
            let stem = name.len().checked_sub(ending.len()).filter(|stem| *stem >= LEAST)?;
            name.ends_with(ending).then_some((stem, derived))
        });
        let mut best = costs.limit.saturating_add(1);
        for (row, extra) in ends.chain([(name.len(), 0)]) {
            for column in 0..=word.len() {
                let here = costs.get(row, column).saturating_add(extra);
                if here < best {
                    let ending = self.ending(word.get(column..).unwrap_or_default(), SUFFIXES);
                    best = best.min(here.saturating_add(ending.unwrap_or(UNREACHED)));
                }
            }
        }
        (best <= costs.limit).then_some(best)
    }

    /// The cost of some letters as the ending of a word.
    fn ending(&self, letters: &[char], suffixes: usize) -> Option<u16> {
        if letters.is_empty() || self.endings.contains(letters) {
            return Some(0);
        }
        let suffix = |suffix: &&Vec<char>| suffixes > 0 && letters.starts_with(suffix);
        let rest = |suffix: &Vec<char>| self.ending(letters.get(suffix.len()..).unwrap_or_default(), suffixes - 1);
        self.suffixes.iter().filter(suffix).filter_map(rest).min().map(|cost| cost.max(DERIVED))
    }
}

/// Whether a letter is an apostrophe.
const fn is_modifier(letter: char) -> bool {
    letter == 'ʼ'
}
