//! Words and phrases of closed lists, looked up among the words of a text.

use std::ops::Range;

use crate::{glossary::is_mark, model::cut};

use super::{
    language::{Language, WordTable},
    words::Word,
};

/// Letters of a word that are looked at.
const LONGEST: usize = 32;

/// Listed words of a language, each with what it stands for. [`crate::locale::Negation`] explains the entries.
#[derive(Debug, Clone)]
pub(super) struct CueTable<T> {
    folding: CueFolding,
    words: WordTable<Listed<T>>,
    beginnings: WordTable<T>,
    endings: Vec<(String, T)>,
    /// Bytes of the longest beginning.
    longest: usize,
    /// The hashes of the beginnings, as a set of bits: most letters of a word end none.
    ends: Vec<u64>,
    /// The first two letters of the listed words, as a set of bits, and the last of the endings.
    first: Vec<u64>,
    last: Vec<char>,
}

/// What a word means alone, and the phrases that it begins, the longest first.
#[derive(Debug, Clone)]
struct Listed<T> {
    alone: Option<T>,
    phrases: Vec<(Vec<String>, T)>,
}

/// A listed word or phrase in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cue<T> {
    /// The number of its first word in the text.
    pub at: usize,
    /// How many words it has.
    pub count: usize,
    /// What it stands for.
    pub sense: T,
}

impl<T> Cue<T> {
    /// Its bytes in the text.
    pub(super) fn span(&self, words: &[Word]) -> Range<usize> {
        let start = words.get(self.at).map_or(0, |word| word.span.start);
        words.get(self.at + self.count - 1).map_or(start..start, |word| start..word.span.end)
    }

    /// Where it is in a text of so many words, from 0 to 1.
    #[expect(clippy::cast_precision_loss, reason = "numbers of words")]
    pub(super) fn place(&self, words: usize) -> f64 {
        self.at as f64 / words.saturating_sub(1).max(1) as f64
    }
}

impl<T: Copy> CueTable<T> {
    pub(super) fn new<'a>(language: &Language, entries: impl Iterator<Item = (&'a String, T)>) -> Self {
        let folding = CueFolding::new(language);
        let mut out = Self {
            folding,
            words: WordTable::default(),
            beginnings: WordTable::default(),
            endings: Vec::new(),
            longest: 0,
            ends: vec![0; 64],
            first: vec![0; 64],
            last: Vec::new(),
        };
        for (entry, sense) in entries {
            out.add(entry, sense);
        }
        for listed in out.words.values_mut() {
            listed.phrases.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
        out
    }

    fn add(&mut self, entry: &str, sense: T) {
        if let Some(ending) = entry.strip_prefix('-') {
            let ending = self.folding.folded(ending);
            self.last.extend(ending.chars().last());
            self.endings.push((ending, sense));
            return;
        }
        let mut parts = entry.split(' ').map(|part| self.folding.pattern(part));
        let Some(word) = parts.next() else { return };
        let rest: Vec<String> = parts.collect();
        let mut letters = word.chars();
        let (row, bit) = pair(letters.next(), letters.next());
        if let Some(bits) = self.first.get_mut(row) {
            *bits |= bit;
        }
        if let Some(beginning) = word.strip_suffix('-').filter(|_| rest.is_empty()) {
            self.longest = self.longest.max(beginning.len());
            let (row, bit) = end(beginning.bytes().fold(BASIS, step));
            if let Some(bits) = self.ends.get_mut(row) {
                *bits |= bit;
            }
            self.beginnings.insert(beginning.to_owned(), sense);
            return;
        }
        let listed = self.words.entry(word).or_insert_with(|| Listed { alone: None, phrases: Vec::new() });
        if rest.is_empty() {
            listed.alone = Some(sense);
        } else {
            listed.phrases.push((rest, sense));
        }
    }

    /// Whether nothing is listed.
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty() && self.beginnings.is_empty() && self.endings.is_empty()
    }

    /// The listed words and phrases of a text, in order, without overlaps.
    pub(super) fn find(&self, prose: &str, words: &[Word]) -> Vec<Cue<T>> {
        let mut cues = Vec::new();
        let (mut folded, mut other) = (String::new(), String::new());
        let mut at = 0;
        while let Some(word) = words.get(at) {
            let cue = self.cue(prose, words, at, word, (&mut folded, &mut other));
            at += cue.map_or(1, |(count, _)| count);
            cues.extend(cue.map(|(count, sense)| Cue { at: at - count, count, sense }));
        }
        cues
    }

    /// How many words the entry has that begins with a word, and its sense.
    fn cue(
        &self,
        prose: &str,
        words: &[Word],
        at: usize,
        word: &Word,
        (folded, other): (&mut String, &mut String),
    ) -> Option<(usize, T)> {
        let text = cut(prose, &word.span);
        if word.in_address || !(self.may_begin(text) || self.may_end(text)) {
            return None;
        }
        self.folding.fold(text, folded);
        let listed = self.words.get(folded.as_str());
        let is_phrase = |rest: &[String], other: &mut String| {
            rest.iter().zip(at + 1..).all(|(part, at)| {
                words.get(at).is_some_and(|next| self.fits(part, next, cut(prose, &next.span), other))
            })
        };
        if let Some(listed) = listed {
            let phrase = listed.phrases.iter().find(|(rest, _)| is_phrase(rest, other));
            if let Some(found) = phrase.map(|(rest, sense)| (rest.len() + 1, *sense)) {
                return Some(found);
            }
            if let Some(sense) = listed.alone {
                return Some((1, sense));
            }
        }
        let ending = || self.endings.iter().find(|(end, _)| folded.len() > end.len() && folded.ends_with(end.as_str()));
        self.beginning(folded).or_else(|| ending().map(|(_, sense)| *sense)).map(|sense| (1, sense))
    }

    /// What the longest listed beginning of a word stands for.
    fn beginning(&self, folded: &str) -> Option<T> {
        let (mut hash, mut longest) = (BASIS, None);
        for (length, byte) in (1..=self.longest).zip(folded.bytes()) {
            hash = step(hash, byte);
            let (row, bit) = end(hash);
            if self.ends.get(row).is_some_and(|bits| bits & bit != 0) {
                let sense = folded.get(..length).and_then(|beginning| self.beginnings.get(beginning));
                longest = sense.copied().or(longest);
            }
        }
        longest
    }

    /// Whether a word is a part of a phrase.
    fn fits(&self, part: &str, word: &Word, text: &str, folded: &mut String) -> bool {
        if part == "#" {
            return word.has_digit;
        }
        self.folding.fold(text, folded);
        part.strip_suffix('-').map_or(folded == part, |beginning| folded.starts_with(beginning))
    }

    /// Whether a listed word may begin as a word does.
    fn may_begin(&self, word: &str) -> bool {
        let mut letters = word.chars().map(|letter| self.folding.look(letter)).filter(|letter| !letter.is_mark);
        let mut first = letters.next().map(|letter| letter.folded);
        if first == self.folding.short {
            first = self.folding.full;
        }
        let second = letters.next().map(|letter| letter.folded);
        let (row, bit) = pair(first, second);
        self.first.get(row).is_some_and(|bits| bits & bit != 0)
    }

    /// Whether a listed ending may be that of a word.
    fn may_end(&self, word: &str) -> bool {
        !self.last.is_empty()
            && word.chars().next_back().is_some_and(|letter| self.last.contains(&self.folding.look(letter).folded))
    }
}

/// Where two letters are in a set of 64 × 64 bits.
fn pair(first: Option<char>, second: Option<char>) -> (usize, u64) {
    let number = |letter: Option<char>| letter.map_or(0, u32::from);
    (number(first) as usize % 64, 1 << (number(second) % 64))
}

/// The hash of no letter (FNV-1a), and that of one byte more.
const BASIS: u64 = 0xcbf2_9ce4_8422_2325;

fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
}

/// Where a hash is in a set of 64 × 64 bits.
fn end(hash: u64) -> (usize, u64) {
    let [row, bit, ..] = hash.to_be_bytes();
    (usize::from(row % 64), 1 << (bit % 64))
}

/// A character as it is compared.
#[derive(Debug, Clone, Copy)]
struct CueLetter {
    folded: char,
    /// Whether it is a combining mark.
    is_mark: bool,
    /// Whether it is a letter, a digit or an apostrophe.
    is_part: bool,
}

/// How the letters of a word are compared.
#[derive(Debug, Clone)]
struct CueFolding {
    fold: Vec<(char, char)>,
    /// The characters below 2048.
    table: Vec<CueLetter>,
    /// The letter with which a word may begin in place of another: be `ў` for `у`.
    short: Option<char>,
    full: Option<char>,
}

impl CueFolding {
    fn new(language: &Language) -> Self {
        let alternation = &language.alternation;
        let (short, full) = (alternation.short.chars().next(), alternation.full.chars().next());
        let fold = language.fold.iter().map(|(from, to)| (*from, *to)).collect();
        let mut out = Self { fold, table: Vec::new(), short, full };
        out.table = (0..0x800).map(|number| out.read(char::from_u32(number).unwrap_or('\0'))).collect();
        out
    }

    /// A character as it is compared.
    fn look(&self, letter: char) -> CueLetter {
        self.table.get(letter as usize).copied().unwrap_or_else(|| self.read(letter))
    }

    /// The same of a character that no table has.
    fn read(&self, letter: char) -> CueLetter {
        let folded = self.letter(letter);
        CueLetter { folded, is_mark: is_mark(letter), is_part: folded.is_alphanumeric() || folded == '\'' }
    }

    /// A letter in lower case, with one apostrophe for all.
    fn letter(&self, letter: char) -> char {
        let small = match letter {
            '’' | 'ʼ' | '‘' | '`' | '´' => '\'',
            _ => letter.to_lowercase().next().unwrap_or(letter),
        };
        self.fold.iter().find(|(from, _)| *from == small).map_or(small, |(_, to)| *to)
    }

    /// Puts the letters of a word, as they are compared, in place of what `out` has.
    fn fold(&self, word: &str, out: &mut String) {
        out.clear();
        for letter in word.chars().map(|letter| self.look(letter)).filter(|letter| !letter.is_mark).take(LONGEST) {
            match self.full {
                Some(full) if out.is_empty() && Some(letter.folded) == self.short => out.push(full),
                _ if letter.is_part => out.push(letter.folded),
                _ => {}
            }
        }
    }

    fn folded(&self, word: &str) -> String {
        let mut out = String::new();
        self.fold(word, &mut out);
        out
    }

    /// A part of an entry, with its hyphen at the end; `#` as it is.
    fn pattern(&self, part: &str) -> String {
        match part.strip_suffix('-') {
            Some(beginning) => self.folded(beginning) + "-",
            None if part == "#" => part.to_owned(),
            None => self.folded(part),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{language::Letters, words::words};

    fn found(entries: &[&str], text: &str) -> Vec<String> {
        let language = Language {
            letters: "абвгдежзийклмнопрстуўфхцчшыьэюя".to_owned(),
            fold: [('ё', 'е')].into(),
            alternation: crate::locale::Alternation {
                full: "у".to_owned(),
                short: "ў".to_owned(),
                ..Default::default()
            },
            ..Language::default()
        };
        let entries: Vec<(String, usize)> = entries.iter().map(|entry| (*entry).to_owned()).zip(0..).collect();
        let table = CueTable::new(&language, entries.iter().map(|(entry, number)| (entry, *number)));
        let words = words(&Letters::new(&language), text);
        let shown = |cue: &Cue<usize>| format!("{} {}", cut(text, &cue.span(&words)), cue.sense);
        table.find(text, &words).iter().map(shown).collect()
    }

    #[test]
    fn of_several_entries_the_one_with_most_words_counts_then_the_whole_word_then_the_longest_beginning() {
        let entries = ["не", "не-", "недел-", "не только", "тем не менее", "no #", "-n't", "усё роўна"];
        let facts: [(&str, &[&str]); 8] = [
            ("Не был", &["Не 0"]),
            ("Нет, неясный", &["Нет 1", "неясный 1"]),
            ("на неделе", &["неделе 2"]),
            ("не только он, тем не менее", &["не только 3", "тем не менее 4"]),
            ("No. 5 and no", &["No. 5 5"]),
            ("They don’t, DON'T", &["don’t 6", "DON'T 6"]),
            ("яму ўсё роўна", &["ўсё роўна 7"]),
            ("не@example.org", &[]),
        ];
        for (text, wanted) in facts {
            assert_eq!(found(&entries, text), wanted, "{text}");
        }
    }
}
