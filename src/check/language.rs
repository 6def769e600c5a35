//! What do the rules need to know of a language? Plain data from its profile, and the tables made of it.

use std::{
    collections::{BTreeMap, HashMap},
    hash::{BuildHasherDefault, Hasher},
};

use serde::Deserialize;

use crate::{glossary::Folding, locale::Alternation, model::Case};

/// What the rules need of a locale's profile. What is empty switches off what would need it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Language {
    /// The letters of the alphabet, in lower case.
    pub letters: String,
    /// The letters of it that are vowels, in lower case.
    pub vowels: String,
    /// Two letters of one word that change with the sound before them.
    pub alternation: Alternation,
    /// Letters of the same script that never stand in a text of this language, in lower case.
    pub never: String,
    /// Whether every letter of the script that `letters` lacks is foreign.
    pub closed: bool,
    /// Letters of another script that look like letters of this alphabet, with their twins: Latin `a` → `а`.
    pub twins: BTreeMap<char, char>,
    /// Words that carry grammar, in lower case; those of one letter are looked for in the other script.
    pub function_words: Vec<String>,
    /// The cases that a preposition governs, the most frequent first; prepositions folded.
    pub prepositions: BTreeMap<String, Vec<Case>>,
    /// The house's quotation marks, opening and closing.
    pub quotes: (String, String),
    /// The marks of a quotation within a quotation.
    pub inner_quotes: (String, String),
    /// Endings of places' names of which an adjective is made that looks like a form of the name: uk `ськ`.
    pub adjectival: Vec<String>,
    /// The decimal mark.
    pub decimal: String,
    /// What is written between groups of three digits.
    pub group: String,
    /// From how many whole digits on groups are set apart.
    pub group_from: usize,
    /// Number words in every form, by the number they mean (`5`, `1.5`); an entry that ends in a hyphen is the
    /// beginning of a word (`пяці-` of `пяціпавярховы`).
    pub number_words: BTreeMap<String, Vec<String>>,
    /// Words that join number words: en `and`.
    pub joiners: Vec<String>,
    /// Names of the twelve months, January first, each in every form.
    pub months: Vec<Vec<String>>,
    /// Words for the hours before noon: `a.m.`, `раніцы`.
    pub am: Vec<String>,
    /// Words for the hours after noon.
    pub pm: Vec<String>,
    /// Words for the hours around midnight.
    pub night: Vec<String>,
}

impl Default for Language {
    fn default() -> Self {
        Self {
            letters: String::new(),
            vowels: String::new(),
            alternation: Alternation::default(),
            never: String::new(),
            closed: false,
            twins: BTreeMap::new(),
            function_words: Vec::new(),
            prepositions: BTreeMap::new(),
            quotes: (String::new(), String::new()),
            inner_quotes: (String::new(), String::new()),
            adjectival: Vec::new(),
            decimal: ".".to_owned(),
            group: ",".to_owned(),
            group_from: 4,
            number_words: BTreeMap::new(),
            joiners: Vec::new(),
            months: Vec::new(),
            am: Vec::new(),
            pm: Vec::new(),
            night: Vec::new(),
        }
    }
}

/// A number: its digits without zeros at either end of a fraction, and how many of them are decimals.
///
/// Numbers of more than 38 digits are told apart by their last ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct NumberValue {
    pub digits: u128,
    pub scale: u8,
}

impl NumberValue {
    pub(super) const fn whole(digits: u128) -> Self {
        Self { digits, scale: 0 }
    }

    /// The number written in ASCII digits, the first `whole` of them before the decimal mark.
    pub(super) fn read(whole: &str, fraction: &str) -> Self {
        let fraction = fraction.trim_end_matches('0');
        let fraction: String = fraction.chars().take(30).collect();
        let digits = whole.bytes().chain(fraction.bytes()).filter(u8::is_ascii_digit);
        let digits = digits.fold(0_u128, |sum, digit| sum.wrapping_mul(10).wrapping_add(u128::from(digit - b'0')));
        Self { digits, scale: u8::try_from(fraction.len()).unwrap_or(u8::MAX) }
    }

    /// The number times another one.
    pub(super) fn times(self, other: Self) -> Self {
        let mut product =
            Self { digits: self.digits.wrapping_mul(other.digits), scale: self.scale.saturating_add(other.scale) };
        while product.scale > 0 && product.digits.is_multiple_of(10) {
            product.digits /= 10;
            product.scale -= 1;
        }
        product
    }

    /// Whether it multiplies what stands before it: a thousand, a million…
    pub(super) const fn is_multiplier(self) -> bool {
        self.scale == 0 && matches!(self.digits, 1_000 | 1_000_000 | 1_000_000_000 | 1_000_000_000_000)
    }

    /// A whole number that is small enough for hours and months.
    pub(super) fn small(self) -> Option<u8> {
        if self.scale == 0 { u8::try_from(self.digits).ok() } else { None }
    }
}

/// Which half of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Half {
    Am,
    Pm,
    Night,
}

/// A table of words that come from a profile, never from a text: it need not guard against chosen keys, so it can be
/// fast.
pub(super) type WordTable<T> = HashMap<String, T, BuildHasherDefault<Fnv>>;

/// The hash of Fowler, Noll and Vo (FNV-1a).
#[derive(Debug, Clone, Copy)]
pub(super) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// A language's number words, ready to be looked up in folded text.
#[derive(Debug, Clone, Default)]
pub(super) struct Numerals {
    /// Number words; a word may mean several numbers.
    pub words: WordTable<Vec<NumberValue>>,
    /// Beginnings of words.
    pub stems: Vec<(String, NumberValue)>,
    pub months: WordTable<u8>,
    pub halves: Vec<(String, Half)>,
    pub joiners: Vec<String>,
    /// Whether a word of the lists begins with a letter (below 2048).
    first: Vec<bool>,
    pub decimal: char,
}

impl Numerals {
    pub(super) fn new(language: &Language, folding: &Folding) -> Self {
        let plain = |word: &str| folding.fold(word).text.trim_end_matches('.').to_owned();
        let mut out = Self { first: vec![false; 0x800], ..Self::default() };
        out.decimal = language.decimal.chars().next().unwrap_or('.');
        for (number, words) in &language.number_words {
            let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
            let value = NumberValue::read(whole, fraction);
            for word in words {
                if let Some(stem) = word.strip_suffix('-') {
                    out.stems.push((plain(stem), value));
                    continue;
                }
                // Forms that fold to one (трёх, трех) are one word of one meaning.
                let values = out.words.entry(plain(word)).or_default();
                if !values.contains(&value) {
                    values.push(value);
                }
            }
        }
        for (number, names) in (1..=12).zip(&language.months) {
            for name in names {
                out.months.insert(plain(name), number);
            }
        }
        for (half, words) in [(Half::Am, &language.am), (Half::Pm, &language.pm), (Half::Night, &language.night)] {
            out.halves.extend(words.iter().map(|word| (folding.fold(word).text, half)));
        }
        // The longest first, so that `a.m.` is read with its last stop.
        out.halves.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        out.joiners = language.joiners.iter().map(|word| plain(word)).collect();
        for word in out.words.keys().chain(out.months.keys()) {
            if let Some(flag) = word.chars().next().and_then(|first| out.first.get_mut(first as usize)) {
                *flag = true;
            }
        }
        out
    }

    /// Whether a word that begins with `first` can be in the lists.
    pub(super) fn may_begin(&self, first: char) -> bool {
        self.first.get(first as usize).copied().unwrap_or(true)
    }
}

/// What a character is to the alphabet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LetterClass {
    /// Ends a word.
    Break,
    /// A letter of the alphabet.
    Home,
    /// A letter of the script that the alphabet lacks.
    Foreign,
    /// A letter of the other script.
    Other,
    /// A combining mark, or an apostrophe: neither begins nor ends a word by itself.
    Joiner,
}

/// Whether a letter is Latin or Cyrillic; of others nothing is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
}

fn script(letter: char) -> Option<Script> {
    match letter {
        'a'..='z'
        | 'A'..='Z'
        | '\u{c0}'..='\u{d6}'
        | '\u{d8}'..='\u{f6}'
        | '\u{f8}'..='\u{24f}'
        | '\u{1e00}'..='\u{1eff}' => Some(Script::Latin),
        '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}' => Some(Script::Cyrillic),
        _ => None,
    }
}

/// A language's letters, ready to be looked up.
#[derive(Debug, Clone, Default)]
pub(super) struct Letters {
    table: Vec<LetterClass>,
    home: Option<Script>,
}

impl Letters {
    pub(super) fn new(language: &Language) -> Self {
        let home = language.letters.chars().find_map(script);
        let class = |number: u32| {
            let Some(letter) = char::from_u32(number) else { return LetterClass::Break };
            if crate::glossary::is_mark(letter) || matches!(letter, '\'' | '’' | 'ʼ' | '\u{ad}' | '`' | '´' | '‘')
            {
                return LetterClass::Joiner;
            }
            let small = letter.to_lowercase().next().unwrap_or(letter);
            if language.letters.contains(small) {
                LetterClass::Home
            } else if language.never.contains(small) {
                LetterClass::Foreign
            } else {
                match script(letter) {
                    Some(own) if Some(own) == home && language.closed => LetterClass::Foreign,
                    Some(own) if Some(own) == home => LetterClass::Home,
                    Some(_) => LetterClass::Other,
                    None => LetterClass::Break,
                }
            }
        };
        Self { table: (0..0x800).map(class).collect(), home }
    }

    pub(super) fn class(&self, letter: char) -> LetterClass {
        self.table.get(letter as usize).copied().unwrap_or(match letter {
            '’' | '‘' | '\u{200b}'..='\u{200d}' => LetterClass::Joiner,
            '\u{1e00}'..='\u{1eff}' if self.home == Some(Script::Latin) => LetterClass::Home,
            '\u{1e00}'..='\u{1eff}' => LetterClass::Other,
            _ => LetterClass::Break,
        })
    }

    /// Whether nothing is known of the alphabet.
    pub(super) const fn is_empty(&self) -> bool {
        self.home.is_none()
    }
}
