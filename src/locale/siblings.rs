//! How likely a word is in each of the languages of a family: `locales/root/siblings.tsv`.
//!
//! A word's score in a language is the sum of those of its groups of letters and, if the table has it, of the word itself.
//! The difference of two languages' scores is the logarithm of the odds, in quarters. No word is looked up in a dictionary.

use std::{ops::RangeInclusive, sync::LazyLock};

use unicode_normalization::char::compose;

use super::{Locales, embedded};
use crate::model::{Locale, cut};

/// The most languages that a table may have.
const MOST: usize = 4;
/// Bits of a letter's number in a key.
const BITS: u32 = 6;
/// Letters of the longest group.
const LONGEST: u32 = 5;
/// An apostrophe; the letters have the numbers before it.
const APOSTROPHE: u32 = 39;
/// A word's edge.
const EDGE: u32 = 40;
/// A letter of no group.
const OTHER: u32 = 63;
/// The numbers that the letters of a group may have.
const NUMBERS: u32 = EDGE + 1;

/// Letters of the beginning of a frequent word by which the word is known, of the longest beginning that is looked up, and of the
/// longest ending behind one.
const LEAST_BEGINNING: usize = 4;
const LONGEST_BEGINNING: usize = 16;
const MOST_ENDING: usize = 4;

/// The scores of a word in the languages of a table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SiblingScores([i32; MOST]);

impl SiblingScores {
    /// By how many quarters the logarithm of its odds is higher in one language than in another, by their numbers.
    #[must_use]
    pub fn odds(&self, of: usize, over: usize) -> i32 {
        let score = |number: usize| self.0.get(number).copied().unwrap_or(0);
        score(of) - score(over)
    }

    fn add(&mut self, row: LetterScores) {
        for (sum, score) in self.0.iter_mut().zip(row) {
            *sum = sum.wrapping_add(i32::from(score));
        }
    }
}

/// The scores of a group of letters, or the rest of those of a word.
type LetterScores = [i8; MOST];

/// The table of a family of languages.
#[derive(Debug, Clone, Default)]
pub struct Siblings {
    tags: Vec<String>,
    /// The names of the months after a day, by the number of the language.
    months: Vec<Vec<String>>,
    /// The function words of the languages in alphabetical order, by number.
    function_words: Vec<Vec<String>>,
    /// The beginnings of frequent words of the languages, in alphabetical order, by number.
    beginnings: Vec<Vec<String>>,
    /// The letters of the languages, in lower case, by number.
    letters: Vec<String>,
    /// The scores of all groups of two letters and of three, each at the place that its letters' numbers give.
    pairs: Vec<LetterScores>,
    trios: Vec<LetterScores>,
    /// Those of longer groups.
    groups: Keyed,
    words: Keyed,
}

static EMBEDDED: LazyLock<Siblings> =
    // The test suite reads the table, so a failure here cannot be released.
    LazyLock::new(|| {
        let table = embedded("root/siblings.tsv").and_then(Siblings::read).unwrap_or_default();
        let months = table.tags.iter().map(|tag| tag.parse().map(|tag| months(&tag)).unwrap_or_default()).collect();
        let letters = |tag: &Locale| Locales::embedded().profile(tag).alphabet.letters.clone();
        let letters = table.tags.iter().map(|tag| tag.parse().map(|tag| letters(&tag)).unwrap_or_default()).collect();
        let words = |tag: &Locale| {
            let mut words = Locales::embedded().profile(tag).function_words.clone();
            words.sort_unstable();
            words
        };
        let function_words =
            table.tags.iter().map(|tag| tag.parse().map(|tag| words(&tag)).unwrap_or_default()).collect();
        let beginnings =
            table.tags.iter().map(|tag| tag.parse().map(|tag| beginnings(&tag)).unwrap_or_default()).collect();
        Siblings { months, function_words, beginnings, letters, ..table }
    });

/// The names of the months as they follow a day.
fn months(locale: &Locale) -> Vec<String> {
    let months = &Locales::embedded().profile(locale).dates.months;
    months.genitive.iter().chain(months.also.values().flatten()).cloned().collect()
}

/// The beginnings of the words by which a language translates the frequent words of others.
fn beginnings(locale: &Locale) -> Vec<String> {
    let counterparts = &Locales::embedded().profile(locale).counterparts;
    let words = counterparts.values().flatten().flat_map(|(_, words)| words.split_whitespace());
    let mut words: Vec<String> = words.map(str::to_owned).collect();
    words.sort_unstable();
    words.dedup();
    words
}

impl Siblings {
    /// The embedded table, read when it is first asked for.
    #[must_use]
    pub fn embedded() -> &'static Self {
        &EMBEDDED
    }

    /// Reads a table: a line with the languages' tags, then a line for each combination of scores with the groups (`_` is
    /// a word's edge) and words (after `=`) that have it. `#` begins a comment. Nothing is returned for a line that is
    /// otherwise.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut lines = text.lines().filter(|line| !line.starts_with('#'));
        let mut tags: Vec<String> = lines.next()?.split('\t').map(str::to_owned).collect();
        tags.pop();
        if tags.len() > MOST {
            return None;
        }
        let (mut groups, mut words, mut letters) = (Vec::new(), Vec::new(), Vec::new());
        let [mut pairs, mut trios] = [2, 3].map(|length| vec![LetterScores::default(); NUMBERS.pow(length) as usize]);
        for line in lines {
            let mut cells = line.split('\t');
            let mut scores = LetterScores::default();
            for score in scores.iter_mut().take(tags.len()) {
                *score = cells.next()?.parse().ok()?;
            }
            for name in cells.next()?.split(' ') {
                let word = name.strip_prefix('=');
                letters.clear();
                letters.extend(numbers(word.unwrap_or(name)));
                let short = match letters.len() {
                    2 if word.is_none() => Some(&mut pairs),
                    3 if word.is_none() => Some(&mut trios),
                    _ => None,
                };
                let place = |letters: &[u32]| letters.iter().try_fold(0, |place, number| placed(place, *number));
                if let Some(list) = short
                    && let Some(known) = place(&letters).and_then(|place| list.get_mut(place as usize))
                {
                    *known = scores;
                    continue;
                }
                let key = |next: fn(u32, u32) -> u32| letters.iter().fold(0, |key, number| next(key, *number));
                match word {
                    Some(_) => words.push((mixed(key(mixed), EDGE), scores)),
                    None => groups.push((key(packed), scores)),
                }
            }
        }
        Some(Self { tags, pairs, trios, groups: Keyed::new(&groups), words: Keyed::new(&words), ..Self::default() })
    }

    /// The number of a language in the table.
    #[must_use]
    pub fn number(&self, language: &str) -> Option<usize> {
        self.tags.iter().position(|tag| tag == language)
    }

    /// The languages of the table, by number.
    pub fn tags(&self) -> impl Iterator<Item = &str> {
        self.tags.iter().map(String::as_str)
    }

    /// Whether a word in lower case names a month after a day (`12 марта`) in one language, and in another does not.
    #[must_use]
    pub fn is_month(&self, word: &str, of: usize, not: usize) -> bool {
        let has =
            |number: usize| self.months.get(number).is_some_and(|months| months.iter().any(|month| month == word));
        has(of) && !has(not)
    }

    /// Whether a word in lower case is a function word of one language, and of another is not.
    #[must_use]
    pub fn is_function_word(&self, word: &str, of: usize, not: usize) -> bool {
        let is_in = |words: &Vec<String>| words.binary_search_by(|one| one.as_str().cmp(word)).is_ok();
        let has = |number: usize| self.function_words.get(number).is_some_and(is_in);
        has(of) && !has(not)
    }

    /// Whether a word in lower case is known to be one language's, and not another's: a function word, or a form of a
    /// frequent word.
    #[must_use]
    pub fn is_attested(&self, word: &str, of: usize, not: usize) -> bool {
        self.is_function_word(word, of, not)
            || (self.is_frequent(word, of, LEAST_BEGINNING..=LONGEST_BEGINNING, MOST_ENDING)
                && !self.is_frequent(word, not, 1..=LONGEST_BEGINNING, usize::MAX)
                && !self.is_function_word(word, not, of))
    }

    /// Whether a word begins as a frequent word of a language, with so many letters, and at most so many follow.
    fn is_frequent(&self, word: &str, of: usize, letters: RangeInclusive<usize>, most: usize) -> bool {
        let Some(known) = self.beginnings.get(of) else { return false };
        let count = word.chars().count();
        let ends = word.char_indices().map(|(at, letter)| at + letter.len_utf8());
        (1..).zip(ends).filter(|(length, _)| letters.contains(length) && count - length <= most).any(|(_, end)| {
            let beginning = cut(word, &(0..end));
            known.binary_search_by(|one| one.as_str().cmp(beginning)).is_ok()
        })
    }

    /// Whether a word in lower case is a function word of any other language than one.
    #[must_use]
    pub fn is_function_word_elsewhere(&self, word: &str, not: usize) -> bool {
        (0..self.tags.len()).any(|of| self.is_function_word(word, of, not))
    }

    /// Whether a text has a letter of one language that another lacks, by their numbers.
    #[must_use]
    pub fn has_own_letter(&self, text: &str, of: usize, not: usize) -> bool {
        let letters = |number: usize| self.letters.get(number).map_or("", String::as_str);
        let (own, other) = (letters(of), letters(not));
        text.chars().flat_map(char::to_lowercase).any(|letter| own.contains(letter) && !other.contains(letter))
    }

    /// The scores of a word in any case, and in any of the ways to write й and an apostrophe.
    #[must_use]
    pub fn scores(&self, word: &str) -> SiblingScores {
        let mut scores = SiblingScores::default();
        let (mut last, mut read, mut whole) = (EDGE, 1, 0);
        // The places of the last letter and of the last two.
        let (mut one, mut two) = (Some(EDGE), None);
        for number in numbers(word).chain([EDGE]) {
            last = packed(last, number);
            read += 1;
            let (pair, trio) =
                (one.and_then(|place| placed(place, number)), two.and_then(|place| placed(place, number)));
            let of =
                |list: &[LetterScores], place: Option<u32>| place.and_then(|place| list.get(place as usize).copied());
            for row in [of(&self.pairs, pair), of(&self.trios, trio)].into_iter().flatten() {
                scores.add(row);
            }
            (one, two) = (placed(0, number), pair);
            for length in 4..=LONGEST.min(read) {
                if let Some(group) = self.groups.get(last & ((1 << (BITS * length)) - 1)) {
                    scores.add(group);
                }
            }
            whole = mixed(whole, number);
        }
        if let Some(own) = self.words.get(whole) {
            scores.add(own);
        }
        scores
    }
}

/// The numbers of a text's letters, composed with their marks.
fn numbers(text: &str) -> impl Iterator<Item = u32> {
    let mut letters = text.chars();
    std::iter::from_fn(move || {
        let letter = letters.next()?;
        // Marks begin with one of two bytes.
        let mark = match letters.as_str().as_bytes().first() {
            Some(0xcc | 0xcd) => letters.clone().next().filter(|mark| matches!(mark, '\u{300}'..='\u{36f}')),
            _ => None,
        };
        Some(number(mark.and_then(|mark| compose(letter, mark)).unwrap_or(letter)))
    })
    .filter(|number| *number > 0)
}

/// The number of a letter; none for a mark and an invisible character.
fn number(letter: char) -> u32 {
    match letter {
        'а'..='я' => u32::from(letter) - u32::from('а') + 1,
        'А'..='Я' => u32::from(letter) - u32::from('А') + 1,
        'ё' | 'Ё' => 33,
        'і' | 'І' => 34,
        'ї' | 'Ї' => 35,
        'є' | 'Є' => 36,
        'ґ' | 'Ґ' => 37,
        'ў' | 'Ў' => 38,
        '\'' | '’' | 'ʼ' | '‘' | '`' | '´' => APOSTROPHE,
        '_' => EDGE,
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => 0,
        _ => OTHER,
    }
}

/// The place of a group with one more letter; none if the letter is in no group.
fn placed(place: u32, number: u32) -> Option<u32> {
    (number < NUMBERS).then(|| place.wrapping_mul(NUMBERS).wrapping_add(number))
}

/// The key of a group with one more letter.
const fn packed(key: u32, number: u32) -> u32 {
    (key << BITS | number) & ((1 << (BITS * LONGEST)) - 1)
}

/// The key of a word with one more letter.
const fn mixed(key: u32, number: u32) -> u32 {
    (key.rotate_left(7) ^ number).wrapping_mul(0x9e37_79b1)
}

/// Scores by key, in a table with open addresses: at least half of it is free. Most keys that are asked for are not in it, which a
/// small set of bits, one of eight of them set, tells without a look at the table.
#[derive(Debug, Clone, Default)]
struct Keyed {
    slots: Vec<(u32, LetterScores)>,
    bits: Vec<u64>,
    /// By how many bits the hash of a key is shifted to be its place among the bits; there are four for a slot.
    shift: u32,
}

impl Keyed {
    fn new(entries: &[(u32, LetterScores)]) -> Self {
        let size = (entries.len() * 2).next_power_of_two().max(64);
        let (mut slots, mut bits) = (vec![(0, LetterScores::default()); size], vec![0; size / 16]);
        let shift = 32 - (size * 4).trailing_zeros().min(31);
        for (key, scores) in entries {
            let bit = place(*key, shift);
            let at = bit / 4;
            let free = (at..size).chain(0..at).find(|at| slots.get(*at).is_some_and(|(other, _)| *other == 0));
            if let Some(place) = free.and_then(|at| slots.get_mut(at)) {
                *place = (*key, *scores);
            }
            if let Some(word) = bits.get_mut(bit / 64) {
                *word |= 1 << (bit % 64);
            }
        }
        Self { slots, bits, shift }
    }

    fn get(&self, key: u32) -> Option<LetterScores> {
        let bit = place(key, self.shift);
        if self.bits.get(bit / 64)? >> (bit % 64) & 1 == 0 {
            return None;
        }
        let mut at = bit / 4;
        loop {
            match self.slots.get(at)? {
                (other, scores) if *other == key => return Some(*scores),
                (0, _) => return None,
                _ => at = (at + 1) & (self.slots.len() - 1),
            }
        }
    }
}

/// The place of a key in a table whose size is a power of two: the highest bits of a product depend on all bits of the key.
const fn place(key: u32, shift: u32) -> usize {
    (key.wrapping_mul(0x9e37_79b1) >> shift) as usize
}
