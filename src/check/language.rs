//! Language data for the rules: plain data from a profile, and lookup tables built from it.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    hash::{BuildHasherDefault, Hasher},
};

use serde::Deserialize;

use crate::{
    glossary::Folding,
    locale::{Alternation, Authoring, Chatter, Euphony, Negation, SenseWords, Separation, Speech, Syntax, Units},
    model::Case,
};

use super::characters::Properties;

/// The part of a locale's profile that the rules need. An empty field disables what depends on it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Language {
    /// The letters of the alphabet, in lower case.
    pub letters: String,
    /// The vowels among them, in lower case.
    pub vowels: String,
    /// The letter without a sound of its own that softens the consonant before it, in lower case.
    pub soft: String,
    /// A pair of letters that alternate with the preceding sound.
    pub alternation: Alternation,
    /// Words that take another form before or between certain sounds.
    pub euphony: Vec<Euphony>,
    /// The sign between a consonant and the vowel after it.
    pub separation: Separation,
    /// Characters accepted as an apostrophe within a word.
    pub apostrophes: String,
    /// The apostrophe in house style.
    pub apostrophe: String,
    /// The dash between words in house style.
    pub dash: String,
    /// Words that may stand twice in a row, in lower case: ru `да`.
    pub doubling: Vec<String>,
    /// What an article in the language is asked for.
    pub authoring: Authoring,
    /// Abbreviations with which a sentence may end, in lower case and without their stop: en `inc`.
    pub abbreviations: Vec<String>,
    /// Letters of the same script that never occur in this language, in lower case.
    pub never: String,
    /// Whether every letter of the script missing from `letters` is foreign.
    pub closed: bool,
    /// Letters of another script that look like letters of this alphabet, with their twins: Latin `a` → `а`.
    pub twins: BTreeMap<char, char>,
    /// Words written with an apostrophe for their first letters, in lower case and without it: en `em`, `twas`.
    pub elisions: Vec<String>,
    /// Function words, in lower case; those of one letter are also looked for in the other script.
    pub function_words: Vec<String>,
    /// What may follow a noun besides another noun, verbs in `-s`, `-ed`, `-ing` and function words: en `left`, `abroad`.
    pub after_nouns: Vec<String>,
    /// Verbs that are finite whatever follows: en `were`, `came`.
    pub finite_verbs: Vec<String>,
    /// Offices and ranks that stand before the name of a person, in lower case: en `minister`.
    pub titles: Vec<String>,
    /// How a text says who speaks.
    pub speech: Speech,
    /// Negating words, in lower case.
    pub negations: Vec<String>,
    /// Words that negate, and words that may stand for a negation.
    pub negation: Negation,
    /// Words of opposite meanings, by what they are about and by the meaning.
    pub opposites: BTreeMap<String, BTreeMap<String, SenseWords>>,
    /// Words by which a statement is only reported.
    pub hedges: BTreeMap<String, SenseWords>,
    /// The cases that a preposition governs, the most frequent first; prepositions folded.
    pub prepositions: BTreeMap<String, Vec<Case>>,
    /// What tells the case of a noun besides prepositions.
    pub syntax: Syntax,
    /// Quotation marks in house style, opening and closing.
    pub quotes: (String, String),
    /// Quotation marks within a quotation.
    pub inner_quotes: (String, String),
    /// Endings of place names whose adjective looks like a form of the name: uk `ськ`.
    pub adjectival: Vec<String>,
    /// Endings of nouns and adjectives, folded.
    pub endings: Vec<String>,
    /// Suffixes that make a word of another, folded.
    pub derivational: Vec<String>,
    /// Vowels of a last syllable that may be others in another form.
    pub shifting: String,
    /// The decimal mark.
    pub decimal: String,
    /// The separator between groups of three digits.
    pub group: String,
    /// The number of whole digits from which groups are separated.
    pub group_from: usize,
    /// Number words in every form, by their number (`5`, `1.5`); an entry that ends in a hyphen is the beginning of a
    /// word (`пяці-` in `пяціпавярховы`).
    pub number_words: BTreeMap<String, Vec<String>>,
    /// Those of the number words that imply a number besides something else: ordinals, `both`.
    pub loose_number_words: Vec<String>,
    /// Words that join number words: en `and`.
    pub joiners: Vec<String>,
    /// Words that join a fraction to a number: en `and a`.
    pub fraction_joiners: Vec<String>,
    /// Names of the twelve months, January first, each in every form.
    pub months: Vec<Vec<String>>,
    /// What the twelve months are called behind a day, January first: the genitive, where there are cases.
    pub months_of_days: Vec<String>,
    /// Names that the twelve months have behind a day in other languages, January first.
    pub other_months: Vec<Vec<String>>,
    /// Names of the seven weekdays, Monday first, each in every form.
    pub weekdays: Vec<Vec<String>>,
    /// Words for the hours before noon: `a.m.`, `раніцы`.
    pub am: Vec<String>,
    /// Words for the hours after noon.
    pub pm: Vec<String>,
    /// Words for the hours around midnight.
    pub night: Vec<String>,
    /// Signs and names of currencies, by a name that is the same in every language.
    pub currencies: BTreeMap<String, Vec<String>>,
    /// Signs and names of units of measurement.
    pub units: Units,
    /// What engines say about a translation, or instead of one, by kind of remark.
    pub chatter: BTreeMap<String, Chatter>,
    /// What the tools of translation leave in a text, by kind.
    pub traces: BTreeMap<String, Vec<String>>,
    /// Endings of words that are no names, in lower case.
    pub word_endings: Vec<String>,
    /// Groups of letters, in lower case, by the consonants that they roughly stand for.
    pub sounds: BTreeMap<String, Vec<String>>,
    /// Letters of names and what they may be written as; [`crate::locale::Profile`] explains the entries.
    pub transcription: BTreeMap<String, Vec<String>>,
    /// Words with a capital that name no person and no place, in lower case; one with a hyphen at its end is a beginning.
    pub name_words: Vec<String>,
    /// Endings of words that are derived from names, in lower case: en `ian`.
    pub name_endings: Vec<String>,
    /// Surnames of persons who are often in the news.
    pub persons: Vec<String>,
    /// Letters that may be written as another: ru `ё` as `е`.
    pub fold: BTreeMap<char, char>,
    /// Beginnings of the words that translate frequent words, by the language of these and by the words themselves.
    pub counterparts: BTreeMap<String, BTreeMap<String, String>>,
    /// The same for names that are not written by their sound.
    pub exonyms: BTreeMap<String, BTreeMap<String, String>>,
    /// Letters of a translation for a hundred of its source, by the source's language.
    pub expansion: BTreeMap<String, u32>,
}

impl Default for Language {
    fn default() -> Self {
        Self {
            letters: String::new(),
            vowels: String::new(),
            soft: String::new(),
            alternation: Alternation::default(),
            euphony: Vec::new(),
            separation: Separation::default(),
            apostrophes: String::new(),
            apostrophe: String::new(),
            dash: String::new(),
            doubling: Vec::new(),
            authoring: Authoring::default(),
            abbreviations: Vec::new(),
            never: String::new(),
            closed: false,
            twins: BTreeMap::new(),
            elisions: Vec::new(),
            function_words: Vec::new(),
            after_nouns: Vec::new(),
            finite_verbs: Vec::new(),
            titles: Vec::new(),
            speech: Speech::default(),
            negations: Vec::new(),
            negation: Negation::default(),
            opposites: BTreeMap::new(),
            hedges: BTreeMap::new(),
            prepositions: BTreeMap::new(),
            syntax: Syntax::default(),
            quotes: (String::new(), String::new()),
            inner_quotes: (String::new(), String::new()),
            adjectival: Vec::new(),
            endings: Vec::new(),
            derivational: Vec::new(),
            shifting: String::new(),
            decimal: ".".to_owned(),
            group: ",".to_owned(),
            group_from: 4,
            number_words: BTreeMap::new(),
            loose_number_words: Vec::new(),
            joiners: Vec::new(),
            fraction_joiners: Vec::new(),
            months: Vec::new(),
            months_of_days: Vec::new(),
            other_months: Vec::new(),
            weekdays: Vec::new(),
            am: Vec::new(),
            pm: Vec::new(),
            night: Vec::new(),
            currencies: BTreeMap::new(),
            units: Units::default(),
            chatter: BTreeMap::new(),
            traces: BTreeMap::new(),
            word_endings: Vec::new(),
            sounds: BTreeMap::new(),
            transcription: BTreeMap::new(),
            name_words: Vec::new(),
            name_endings: Vec::new(),
            persons: Vec::new(),
            fold: BTreeMap::new(),
            counterparts: BTreeMap::new(),
            exonyms: BTreeMap::new(),
            expansion: BTreeMap::new(),
        }
    }
}

/// A decimal number: its digits without trailing zeros of the fraction, and how many of them are decimals.
///
/// Digits that overflow a `u128` wrap around.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct NumberValue {
    pub digits: u128,
    pub scale: u8,
}

impl NumberValue {
    pub(super) const fn whole(digits: u128) -> Self {
        Self { digits, scale: 0 }
    }

    /// Reads ASCII digits: `whole` before the decimal mark, `fraction` after it.
    pub(super) fn read(whole: &str, fraction: &str) -> Self {
        let fraction = fraction.trim_end_matches('0');
        let fraction: String = fraction.chars().take(30).collect();
        let digits = whole.bytes().chain(fraction.bytes()).filter(u8::is_ascii_digit);
        let digits = digits.fold(0_u128, |sum, digit| sum.wrapping_mul(10).wrapping_add(u128::from(digit - b'0')));
        Self { digits, scale: u8::try_from(fraction.len()).unwrap_or(u8::MAX) }
    }

    /// The product of two numbers.
    pub(super) fn times(self, other: Self) -> Self {
        let mut product =
            Self { digits: self.digits.wrapping_mul(other.digits), scale: self.scale.saturating_add(other.scale) };
        while product.scale > 0 && product.digits.is_multiple_of(10) {
            product.digits /= 10;
            product.scale -= 1;
        }
        product
    }

    /// Whether it multiplies the number before it: a thousand, a million…
    pub(super) const fn is_multiplier(self) -> bool {
        self.scale == 0 && matches!(self.digits, 1_000 | 1_000_000 | 1_000_000_000 | 1_000_000_000_000)
    }

    /// Whether it is a part of one: a half, a quarter.
    pub(super) fn is_fraction(self) -> bool {
        self.digits > 0 && 10_u128.checked_pow(u32::from(self.scale)).is_some_and(|one| self.digits < one)
    }

    /// The number as a `u8`, if it is whole and fits: an hour, a minute, a month.
    pub(super) fn small(self) -> Option<u8> {
        if self.scale == 0 { u8::try_from(self.digits).ok() } else { None }
    }
}

/// A half of the day, or the night.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Half {
    Am,
    Pm,
    Night,
}

/// A map keyed by words of a profile, never of a text: with no need to guard against chosen keys, its hash can be fast.
pub(super) type WordTable<T> = HashMap<String, T, BuildHasherDefault<Fnv>>;

/// A set of words of a profile, with the same hash.
pub(super) type WordList = HashSet<String, BuildHasherDefault<Fnv>>;

/// The Fowler–Noll–Vo hash (FNV-1a).
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

/// A language's number words, indexed for lookup in folded text.
#[derive(Debug, Clone, Default)]
pub(super) struct Numerals {
    /// Number words; a word may mean several numbers.
    pub words: WordTable<Vec<NumberValue>>,
    /// Words that imply a number.
    pub loose: WordList,
    /// Beginnings of words, with their numbers.
    pub stems: Vec<(String, NumberValue)>,
    /// The beginnings of words that are multipliers: `тысячн`.
    pub multiplier_stems: Vec<(String, NumberValue)>,
    pub months: WordTable<u8>,
    pub months_of_days: Vec<String>,
    /// Months of other languages.
    pub other_months: WordTable<u8>,
    /// Weekdays, 1 for Monday.
    pub weekdays: WordTable<u8>,
    pub halves: Vec<(String, Half)>,
    pub joiners: Vec<String>,
    pub fraction_joiners: Vec<String>,
    /// The first two letters of the listed words, as a set of bits.
    beginnings: Vec<u64>,
    pub decimal: char,
}

impl Numerals {
    pub(super) fn new(language: &Language, folding: &Folding) -> Self {
        let plain = |word: &str| folding.fold(word).text.trim_end_matches('.').to_owned();
        let mut out = Self { beginnings: vec![0; 64], ..Self::default() };
        out.decimal = language.decimal.chars().next().unwrap_or('.');
        for (number, words) in &language.number_words {
            let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
            let value = NumberValue::read(whole, fraction);
            for word in words {
                if let Some(stem) = word.strip_suffix('-') {
                    out.stems.push((plain(stem), value));
                    if value.is_multiplier() {
                        out.multiplier_stems.push((plain(stem), value));
                    }
                    continue;
                }
                // Forms that fold to the same word (трёх, трех) share one value.
                let values = out.words.entry(plain(word)).or_default();
                if !values.contains(&value) {
                    values.push(value);
                }
            }
        }
        out.loose.extend(language.loose_number_words.iter().map(|word| plain(word)));
        for (number, names) in (1..=12).zip(&language.months) {
            for name in names {
                out.months.insert(plain(name), number);
            }
        }
        for (number, names) in (1..=12).zip(&language.other_months) {
            out.other_months.extend(names.iter().map(|name| (plain(name), number)));
        }
        for (number, names) in (1..=7).zip(&language.weekdays) {
            out.weekdays.extend(names.iter().map(|name| (plain(name), number)));
        }
        out.months_of_days.clone_from(&language.months_of_days);
        for (half, words) in [(Half::Am, &language.am), (Half::Pm, &language.pm), (Half::Night, &language.night)] {
            out.halves.extend(words.iter().map(|word| (folding.fold(word).text, half)));
        }
        // Longest first, so that `a.m.` is read with its last stop.
        out.halves.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        out.joiners = language.joiners.iter().map(|word| plain(word)).collect();
        out.fraction_joiners = language.fraction_joiners.iter().map(|word| plain(word)).collect();
        for word in out.words.keys().chain(out.months.keys()).chain(out.weekdays.keys()) {
            let mut letters = word.chars();
            let (Some(first), Some(second)) = (letters.next(), letters.next()) else { continue };
            let (row, bit) = beginning(first, second);
            if let Some(bits) = out.beginnings.get_mut(row) {
                *bits |= bit;
            }
        }
        out
    }

    /// Whether a listed word may begin with two letters; most words do not.
    pub(super) fn may_begin(&self, first: char, second: char) -> bool {
        let (row, bit) = beginning(first, second);
        self.beginnings.get(row).is_some_and(|bits| bits & bit != 0)
    }
}

/// Where two letters are in a set of 64 × 64 bits, which alphabets fit into.
const fn beginning(first: char, second: char) -> (usize, u64) {
    (first as usize % 64, 1 << (second as u32 % 64))
}

/// The class of a character, relative to the alphabet.
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

/// The script of a letter; only Latin and Cyrillic are distinguished.
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

/// The classes of characters for a language's alphabet.
#[derive(Debug, Clone, Default)]
pub(super) struct Letters {
    /// By character (below 2048), what is known of it.
    table: Vec<LetterLook>,
    home: Option<Script>,
    /// Letters that may be written as another.
    fold: Vec<(char, char)>,
    /// The letter with which a word may begin in place of another.
    initial: Option<(char, char)>,
}

/// What is known of a character: all in one look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LetterLook {
    /// Its class in the language.
    pub class: LetterClass,
    /// What it is in every language.
    pub properties: Properties,
    /// Its number in a [`Beginning`], in which few letters of an alphabet share one.
    pub number: u8,
}

impl LetterLook {
    /// Whether it is a letter or a digit, rather than a mark of one.
    pub(super) const fn is_letter(self) -> bool {
        self.properties.is_alphanumeric() && !self.properties.is_mark()
    }
}

/// The first three letters and digits of a word, in any case and with the letters that may be written as another taken for
/// it: words that begin with other letters are seldom the same. It has fifteen bits, five for each letter.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Beginning(u16);

impl Beginning {
    /// How many there are.
    pub(super) const COUNT: usize = 1 << 15;

    /// The place among all of them.
    pub(super) fn place(self) -> usize {
        usize::from(self.0)
    }

    /// The number of a letter in its place, 0 to 2, added to those before it.
    pub(super) const fn with(self, at: usize, number: u8) -> Self {
        if at > 2 { self } else { Self(self.0 | (number as u16) << (10 - 5 * at)) }
    }
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
                    Some(other) if Some(other) == home && language.closed => LetterClass::Foreign,
                    Some(other) if Some(other) == home => LetterClass::Home,
                    Some(_) => LetterClass::Other,
                    None => LetterClass::Break,
                }
            }
        };
        let alternation = &language.alternation;
        let initial = alternation.short.chars().next().zip(alternation.full.chars().next());
        let fold = language.fold.iter().map(|(from, to)| (*from, *to)).collect();
        let mut out = Self { table: Vec::new(), home, fold, initial };
        let look = |number: u32| {
            let letter = char::from_u32(number).unwrap_or('\0');
            LetterLook { class: class(number), properties: Properties::search(letter), number: out.number(letter) }
        };
        out.table = (0..0x800).map(look).collect();
        out
    }

    pub(super) fn class(&self, letter: char) -> LetterClass {
        self.table.get(letter as usize).map_or_else(|| self.rare(letter), |look| look.class)
    }

    /// What is known of a character.
    pub(super) fn look(&self, letter: char) -> LetterLook {
        self.table.get(letter as usize).copied().unwrap_or_else(|| LetterLook {
            class: self.rare(letter),
            properties: Properties::search(letter),
            number: self.number(letter),
        })
    }

    /// The beginnings of a word with some letters, or of all words that begin with them.
    pub(super) fn beginnings(&self, letters: &[char], is_beginning: bool) -> Vec<Beginning> {
        let looks = letters.iter().map(|letter| self.look(*letter)).filter(|look| look.is_letter());
        let mut beginnings = vec![Beginning::default()];
        let mut count = 0;
        for (at, look) in looks.take(3).enumerate() {
            beginnings = beginnings.into_iter().map(|beginning| beginning.with(at, look.number)).collect();
            count = at + 1;
        }
        for at in count..3 {
            // Any letter may follow a beginning, and none a word.
            let last = if is_beginning { 31 } else { 0 };
            let each = |beginning: Beginning| (0..=last).map(move |number| beginning.with(at, number));
            beginnings = beginnings.into_iter().flat_map(each).collect();
        }
        beginnings
    }

    /// The number of a letter in a [`Beginning`].
    fn number(&self, letter: char) -> u8 {
        let small = letter.to_lowercase().next().unwrap_or(letter);
        let folded = self.fold.iter().find(|(from, _)| *from == small).map_or(small, |(_, to)| *to);
        let folded = self.initial.filter(|(short, _)| *short == folded).map_or(folded, |(_, full)| full);
        u8::try_from(u32::from(folded) % 32).unwrap_or_default()
    }

    /// The class of a character that no table has.
    fn rare(&self, letter: char) -> LetterClass {
        match letter {
            '’' | '‘' | '\u{200b}'..='\u{200d}' => LetterClass::Joiner,
            '\u{1e00}'..='\u{1eff}' if self.home == Some(Script::Latin) => LetterClass::Home,
            '\u{1e00}'..='\u{1eff}' => LetterClass::Other,
            _ => LetterClass::Break,
        }
    }

    /// Whether the alphabet is unknown.
    pub(super) const fn is_empty(&self) -> bool {
        self.home.is_none()
    }
}
