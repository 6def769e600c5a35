//! How a name sounds in another alphabet: what its letters may be written as, and how far a word is from that.

use std::{
    collections::{BTreeMap, HashSet},
    hash::BuildHasherDefault,
};

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use super::{Language, characters::Characters, language::Fnv};

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

/// Some letters (below 2048), as a set of bits.
#[derive(Debug, Clone, Default)]
struct LetterSet(Vec<u64>);

impl LetterSet {
    fn new(letters: impl Iterator<Item = char>) -> Self {
        let mut bits = vec![0; 0x800 / 64];
        for letter in letters {
            if let Some(row) = bits.get_mut(letter as usize / 64) {
                *row |= 1 << (letter as u32 % 64);
            }
        }
        Self(bits)
    }

    fn has(&self, letter: char) -> bool {
        self.0.get(letter as usize / 64).is_some_and(|row| row >> (letter as u32 % 64) & 1 == 1)
    }
}

/// Letters of the source and what they may be written as.
#[derive(Debug, Clone)]
struct LetterSpelling {
    letters: Vec<char>,
    others: Vec<OtherLetters>,
    /// The first letters of these ([`letter_bit`]).
    firsts: u64,
    /// The cost of writing nothing for them.
    silent: Option<u16>,
}

/// Letters of the edition's language, the first apart from the others: most differ in it.
#[derive(Debug, Clone)]
struct OtherLetters {
    first: char,
    rest: Vec<char>,
}

impl OtherLetters {
    fn new(text: &str) -> Option<Self> {
        let mut letters = text.chars();
        Some(Self { first: letters.next()?, rest: letters.collect() })
    }

    fn len(&self) -> usize {
        1 + self.rest.len()
    }

    /// Whether some letters begin with them.
    fn begin(&self, letters: &[char]) -> bool {
        letters.split_first().is_some_and(|(first, rest)| *first == self.first && begins(rest, &self.rest))
    }
}

/// What a consonant of the source leaves in a translation, at a glance.
#[derive(Debug, Clone, Copy, Default)]
struct Trace {
    /// The letters that it may be a part of ([`letter_bit`]).
    letters: u64,
    /// Whether nothing may be written for it.
    may_be_silent: bool,
}

/// A bit for a letter, which few letters of an alphabet share.
const fn letter_bit(letter: char) -> u64 {
    1 << (letter as u32 % 64)
}

/// How names of one language are written in the letters of another.
#[derive(Debug, Clone, Default)]
pub(super) struct Transcription {
    /// By letter (below 2048), what begins with it.
    spellings: Vec<Vec<LetterSpelling>>,
    /// By letter (below 2048), the letters with which a word may begin that sounds like one that begins with it, and more.
    firsts: Vec<Vec<char>>,
    /// By letter (below 2048), the letters that may stand for it ([`letter_bit`]): itself, as a vowel, or behind letters that
    /// stand for nothing.
    heads: Vec<u64>,
    /// By consonant (below 2048).
    traces: Vec<Trace>,
    vowels: LetterSet,
    other_vowels: LetterSet,
    /// Letters of the edition's language that stand for nothing.
    unheard: LetterSet,
    /// Letters of the edition's language that are written as another.
    fold: BTreeMap<char, char>,
    /// Endings by which words of the source are derived from names.
    derived: Vec<Vec<char>>,
    /// Endings and suffixes of the edition's language.
    endings: HashSet<Vec<char>, BuildHasherDefault<Fnv>>,
    suffixes: Vec<Vec<char>>,
}

/// A word as it is compared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct SpelledWord {
    letters: Box<[char]>,
    /// Its consonants, two at least.
    consonants: u16,
    /// The letters that it has ([`letter_bit`]).
    set: u64,
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
        let letters = self.letters.iter().chain(&other.letters).take(LONGEST).copied().collect();
        let consonants = self.consonants.saturating_add(other.consonants);
        Self { letters, consonants, set: self.set | other.set }
    }
}

/// The costs of the beginnings of a name with those of a word.
struct Costs {
    rows: [[u16; LONGEST + 1]; LONGEST + 1],
    /// The columns of each row that have a cost, as a set of bits: most have none.
    reached: [u32; LONGEST + 1],
    /// The last row that has a cost.
    last: usize,
    limit: u16,
}

/// The costs of a row that are left to look at.
#[derive(Debug, Clone)]
struct CostRow {
    costs: [u16; LONGEST + 1],
    left: u32,
}

impl Iterator for CostRow {
    type Item = (usize, u16);

    #[inline]
    fn next(&mut self) -> Option<(usize, u16)> {
        let column = self.left.trailing_zeros() as usize;
        self.left &= self.left.wrapping_sub(1);
        self.costs.get(column).map(|cost| (column, *cost))
    }
}

impl Costs {
    fn new(limit: u16) -> Self {
        let rows = [[UNREACHED; LONGEST + 1]; LONGEST + 1];
        Self { rows, reached: [0; LONGEST + 1], last: 0, limit }
    }

    /// The costs of a row that there are, each with its column.
    fn row(&self, row: usize) -> CostRow {
        let costs = self.rows.get(row).copied().unwrap_or([UNREACHED; LONGEST + 1]);
        CostRow { costs, left: self.reached.get(row).copied().unwrap_or_default() }
    }

    fn lower(&mut self, row: usize, column: usize, cost: u16) {
        if cost > self.limit {
            return;
        }
        if let (Some(cell), Some(reached)) =
            (self.rows.get_mut(row).and_then(|row| row.get_mut(column)), self.reached.get_mut(row))
        {
            *cell = cost.min(*cell);
            *reached |= 1 << column;
            self.last = self.last.max(row);
        }
    }

    /// Adds to a row the costs of letters of the word for which the name has none, by letter.
    fn extend(&mut self, row: usize, alone: &[u16]) {
        let (Some(row), Some(reached)) = (self.rows.get_mut(row), self.reached.get_mut(row)) else { return };
        let first = reached.trailing_zeros() as usize;
        let mut before = row.get(first).copied().unwrap_or(UNREACHED);
        for ((column, cell), alone) in row.iter_mut().enumerate().zip([0].iter().chain(alone)).skip(first + 1) {
            let cost = before.saturating_add(*alone);
            if cost <= self.limit && cost < *cell {
                *cell = cost;
                *reached |= 1 << column;
            }
            before = *cell;
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
            let written = others.iter().filter(|other| *other != "-");
            let others: Vec<OtherLetters> = written.filter_map(|other| OtherLetters::new(other)).collect();
            match letters.first() {
                Some(first) => {
                    if let Some(row) = spellings.get_mut(*first as usize) {
                        let firsts = others.iter().fold(0, |set, other| set | letter_bit(other.first));
                        row.push(LetterSpelling { letters, others, firsts, silent });
                    }
                }
                None => unheard.extend(others.iter().flat_map(|other| other.rest.iter().chain([&other.first]))),
            }
        }
        let mut out = Self {
            spellings,
            firsts: Vec::new(),
            heads: Vec::new(),
            traces: vec![Trace::default(); 0x800],
            vowels: LetterSet::new(source.vowels.chars()),
            other_vowels: LetterSet::new(target.vowels.chars()),
            unheard: LetterSet::new(unheard.iter().copied()),
            fold: target.fold.clone(),
            derived: source.name_endings.iter().map(chars).collect(),
            endings: target.endings.iter().map(chars).collect(),
            suffixes: target.derivational.iter().map(chars).collect(),
        };
        let other_vowels: Vec<char> = target.vowels.chars().collect();
        let firsts = |(letter, spellings): (char, &Vec<LetterSpelling>)| {
            let others = spellings.iter().flat_map(|spelling| &spelling.others);
            let mut firsts: Vec<char> = others.map(|other| other.first).collect();
            if out.vowels.has(letter) {
                firsts.extend(other_vowels.iter().chain(&unheard));
            }
            if spellings.iter().any(|spelling| spelling.silent == Some(SILENT)) {
                firsts.extend(&other_vowels);
            }
            firsts.sort_unstable();
            firsts.dedup();
            firsts
        };
        out.firsts = ('\0'..).zip(&out.spellings).map(firsts).collect();
        let bits = |letters: &[char]| letters.iter().fold(0, |set, letter| set | letter_bit(*letter));
        let (vowels, unheard) = (bits(&other_vowels), bits(&unheard));
        let head = |(letter, spellings): (char, &Vec<LetterSpelling>)| {
            let written = spellings.iter().fold(unheard, |set, spelling| set | spelling.firsts);
            if out.vowels.has(letter) { written | vowels } else { written }
        };
        out.heads = ('\0'..).zip(&out.spellings).map(head).collect();
        for spelling in out.spellings.iter().flatten() {
            let others = spelling.others.iter().flat_map(|other| other.rest.iter().chain([&other.first]));
            let set = others.fold(0, |set, letter| set | letter_bit(*letter));
            for letter in &spelling.letters {
                if let Some(trace) = out.traces.get_mut(*letter as usize) {
                    trace.letters |= set;
                    trace.may_be_silent |= spelling.silent.is_some();
                }
            }
        }
        out
    }

    /// Whether nothing is known.
    pub(super) fn is_empty(&self) -> bool {
        self.spellings.iter().all(Vec::is_empty)
    }

    /// A word of the source as it is compared. A possessive is its name.
    pub(super) fn spell(&self, word: &str) -> SpelledWord {
        Self::counted(self.letters(word).collect(), &self.vowels)
    }

    /// The letters of a word of the source, as they are compared.
    fn letters<'a>(&'a self, word: &'a str) -> impl Iterator<Item = char> + 'a {
        let characters = Characters::new();
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
        let small = bare.chars().map(move |letter| characters.lower(letter));
        small.filter(move |letter| characters.is_alphabetic(*letter)).map(letter).take(LONGEST)
    }

    /// A word of the translation as it is compared.
    pub(super) fn spell_other(&self, word: &str) -> SpelledWord {
        Self::counted(self.other_letters(word).collect(), &self.other_vowels)
    }

    /// The letters of a word of the translation, as they are compared.
    fn other_letters<'a>(&'a self, word: &'a str) -> impl Iterator<Item = char> + 'a {
        let characters = Characters::new();
        let is_letter = move |letter: &char| {
            characters.is_alphabetic(*letter)
                && (matches!(letter, '\u{400}'..='\u{47f}') || !(is_combining_mark(*letter) || is_modifier(*letter)))
        };
        let fold = |letter: char| self.fold.get(&letter).copied().unwrap_or(letter);
        word.chars().map(move |letter| characters.lower(letter)).filter(is_letter).map(fold).take(LONGEST)
    }

    fn counted(letters: Box<[char]>, vowels: &LetterSet) -> SpelledWord {
        let consonants = letters.iter().filter(|letter| !vowels.has(**letter)).count();
        let set = letters.iter().fold(0, |set, letter| set | letter_bit(*letter));
        SpelledWord { consonants: u16::try_from(consonants.max(2)).unwrap_or(u16::MAX), letters, set }
    }

    /// The letters with which a word may begin that sounds like one of the source, and more.
    pub(super) fn firsts(&self, word: &SpelledWord) -> &[char] {
        word.letters.first().and_then(|first| self.firsts.get(*first as usize)).map_or(&[], Vec::as_slice)
    }

    /// Whether a word is likely to be a name: it costs no more than a share of the name's consonants, in percent.
    pub(super) fn is_like(&self, name: &SpelledWord, word: &SpelledWord, percent: u16) -> bool {
        self.cost(name, word, name.consonants.saturating_mul(percent)).is_some()
    }

    /// A quick look: whether a word is a name letter by letter, with an ending. Most counterparts are; others may be like it.
    pub(super) fn is_same(&self, name: &SpelledWord, word: &SpelledWord) -> bool {
        let (mut name, mut word) = (name.letters(), word.letters());
        if name.is_empty() {
            return false;
        }
        while let Some((letter, rest)) = name.split_first() {
            let Some((first, left)) = word.split_first() else { return false };
            if !self.may_stand_for(*first, *letter) {
                return false;
            }
            let others = self
                .written(name, *first)
                .flat_map(|spelling| spelling.others.iter().map(|other| (spelling.letters.len(), other)));
            let longest =
                others.filter(|(_, other)| other.begin(word)).map(|(length, other)| (length, other.len())).max();
            (name, word) = match longest {
                Some((length, others)) => {
                    (name.get(length..).unwrap_or_default(), word.get(others..).unwrap_or_default())
                }
                None if self.vowels.has(*letter) && self.other_vowels.has(*first) => (rest, left),
                None if self.unheard.has(*first) => (name, left),
                None => return false,
            };
        }
        self.ending(word, 0) == Some(0)
    }

    /// How far a word is from a name, in percent of the name's consonants, if it is no further than `percent`.
    pub(super) fn distance(&self, name: &SpelledWord, word: &SpelledWord, percent: u16) -> Option<u16> {
        let cost = self.cost(name, word, name.consonants.saturating_mul(percent))?;
        Some(cost / name.consonants.max(1))
    }

    /// Whether a word may begin with the same sound as a name.
    pub(super) fn begins_alike(&self, name: &SpelledWord, word: &SpelledWord) -> bool {
        let (Some(first), Some(other)) = (name.letters.first(), word.letters.first()) else { return false };
        let other_is_vowel = self.other_vowels.has(*other);
        if !other_is_vowel && !self.may_stand_for(*other, *first) {
            return false;
        }
        (self.vowels.has(*first) && (other_is_vowel || self.unheard.has(*other)))
            || self.written(&name.letters, *other).any(|spelling| {
                let mut others = spelling.others.iter();
                others.any(|other| other.begin(&word.letters))
            })
            || (other_is_vowel && self.beginning(&name.letters).any(|spelling| spelling.silent == Some(SILENT)))
    }

    /// A quick look: whether a letter may begin what is written for a letter of the source.
    fn may_stand_for(&self, other: char, letter: char) -> bool {
        self.heads.get(letter as usize).is_none_or(|heads| heads & letter_bit(other) != 0)
    }

    /// The spellings with which some letters begin, and which may be written as what begins with another letter.
    fn written<'a>(&'a self, letters: &'a [char], other: char) -> impl Iterator<Item = &'a LetterSpelling> {
        let row = letters.first().and_then(|first| self.spellings.get(*first as usize)).into_iter().flatten();
        row.filter(move |spelling| spelling.firsts & letter_bit(other) != 0 && begins(letters, &spelling.letters))
    }

    /// The spellings with which some letters begin.
    fn beginning<'a>(&'a self, letters: &'a [char]) -> impl Iterator<Item = &'a LetterSpelling> {
        let row = letters.first().and_then(|first| self.spellings.get(*first as usize)).into_iter().flatten();
        row.filter(move |spelling| begins(letters, &spelling.letters))
    }

    /// How far a word is from a name, with any ending, if it is no further than `limit`.
    fn cost(&self, name: &SpelledWord, word: &SpelledWord, limit: u16) -> Option<u16> {
        if name.letters.is_empty() || word.letters.is_empty() || self.is_lacking(name, word, limit) {
            return None;
        }
        let (name, word, set) = (name.letters(), word.letters(), word.set);
        let (mut alone, mut bits) = ([UNREACHED; LONGEST], [0; LONGEST]);
        for ((cost, bit), letter) in alone.iter_mut().zip(&mut bits).zip(word) {
            (*cost, *bit) = (self.alone(*letter), letter_bit(*letter));
        }
        let alone = alone.get(..word.len()).unwrap_or(&alone);
        let mut costs = Costs::new(limit);
        costs.lower(0, 0, 0);
        for (row, letter) in name.iter().enumerate() {
            if costs.last < row {
                return None;
            }
            costs.extend(row, alone);
            let reached = costs.row(row);
            let is_vowel = self.vowels.has(*letter);
            for (column, cost) in reached.clone() {
                costs.lower(row + 1, column, cost.saturating_add(if is_vowel { VOWEL } else { CONSONANT }));
                let Some(other) = word.get(column) else { continue };
                match (is_vowel, self.other_vowels.has(*other)) {
                    (true, true) => costs.lower(row + 1, column + 1, cost),
                    (false, false) => costs.lower(row + 1, column + 1, cost.saturating_add(CONSONANT)),
                    _ => {}
                }
            }
            let beginning = name.get(row..).unwrap_or_default();
            let spellings = self.spellings.get(*letter as usize).into_iter().flatten();
            let is_here = |spelling: &&LetterSpelling| {
                (spelling.firsts & set != 0 || spelling.silent.is_some()) && begins(beginning, &spelling.letters)
            };
            for spelling in spellings.filter(is_here) {
                let next = row + spelling.letters.len();
                for (column, cost) in reached.clone() {
                    // Most letters do not begin so.
                    if bits.get(column).is_some_and(|bit| bit & spelling.firsts != 0) {
                        let left = word.get(column..).unwrap_or_default();
                        for other in spelling.others.iter().filter(|other| other.begin(left)) {
                            costs.lower(next, column + other.len(), cost);
                        }
                    }
                    if let Some(silent) = spelling.silent {
                        costs.lower(next, column, cost.saturating_add(silent));
                    }
                }
            }
        }
        costs.extend(name.len(), alone);
        self.finish(&costs, name, word)
    }

    /// Whether a word has no trace of so many consonants of a name that it costs more than `limit`.
    fn is_lacking(&self, name: &SpelledWord, word: &SpelledWord, limit: u16) -> bool {
        let is_lacking = |letter: char| {
            let trace = self.traces.get(letter as usize).copied().unwrap_or_default();
            trace.letters & word.set == 0 && !trace.may_be_silent && !self.vowels.has(letter)
        };
        let letters = name.letters();
        let lacking = letters.iter().enumerate().filter(|(_, letter)| is_lacking(**letter));
        lacking.map(|(at, _)| at).nth(usize::from(limit / CONSONANT)).is_some_and(|at| {
            // What a name is derived by need not be there.
            let is_derived = |ending: &Vec<char>| {
                let stem = letters.len().checked_sub(ending.len()).filter(|stem| *stem <= at);
                stem.and_then(|stem| letters.get(stem..)).is_some_and(|end| begins(end, ending))
            };
            !self.derived.iter().any(is_derived)
        })
    }

    /// The cost of a letter of the translation for which the name has none.
    fn alone(&self, letter: char) -> u16 {
        if self.unheard.has(letter) {
            0
        } else if self.other_vowels.has(letter) {
            VOWEL
        } else {
            CONSONANT
        }
    }

    /// The least cost at the end of a name, or of what it is derived from, with the rest of the word as its ending.
    fn finish(&self, costs: &Costs, name: &[char], word: &[char]) -> Option<u16> {
        let derived = if name.len() < LONG { DERIVED_SHORT } else { DERIVED };
        let ends = self.derived.iter().filter_map(|ending| {
            let stem = name.len().checked_sub(ending.len()).filter(|stem| *stem >= LEAST)?;
            name.get(stem..).is_some_and(|end| begins(end, ending)).then_some((stem, derived))
        });
        let mut best = costs.limit.saturating_add(1);
        for (row, extra) in ends.chain([(name.len(), 0)]) {
            for (column, here) in costs.row(row) {
                let here = here.saturating_add(extra);
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
        let suffix = |suffix: &&Vec<char>| suffixes > 0 && begins(letters, suffix);
        let rest = |suffix: &Vec<char>| self.ending(letters.get(suffix.len()..).unwrap_or_default(), suffixes - 1);
        self.suffixes.iter().filter(suffix).filter_map(rest).min().map(|cost| cost.max(DERIVED))
    }
}

/// Whether letters begin with some others, which are few.
fn begins(letters: &[char], others: &[char]) -> bool {
    letters.len() >= others.len() && letters.iter().zip(others).all(|(letter, other)| letter == other)
}

/// Whether a letter is an apostrophe.
const fn is_modifier(letter: char) -> bool {
    letter == 'ʼ'
}
