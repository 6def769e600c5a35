//! Words and phrases of closed lists, looked up among the words of a text.

use std::ops::Range;

use crate::{glossary::is_mark, model::cut};

use super::{
    characters::Characters,
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
        let mut beginnings = (1..=self.longest.min(folded.len())).rev().filter_map(|end| folded.get(..end));
        let beginning = beginnings.find_map(|beginning| self.beginnings.get(beginning));
        let ending = || self.endings.iter().find(|(end, _)| folded.len() > end.len() && folded.ends_with(end.as_str()));
        beginning.copied().or_else(|| ending().map(|(_, sense)| *sense)).map(|sense| (1, sense))
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
        let mut letters = word.chars().filter(|letter| !is_mark(*letter));
        let mut first = letters.next().map(|letter| self.folding.letter(letter));
        if first == self.folding.short {
            first = self.folding.full;
        }
        let second = letters.next().map(|letter| self.folding.letter(letter));
        let (row, bit) = pair(first, second);
        self.first.get(row).is_some_and(|bits| bits & bit != 0)
    }

    /// Whether a listed ending may be that of a word.
    fn may_end(&self, word: &str) -> bool {
        !self.last.is_empty()
            && word.chars().next_back().is_some_and(|letter| self.last.contains(&self.folding.letter(letter)))
    }
}

/// Where two letters are in a set of 64 × 64 bits.
fn pair(first: Option<char>, second: Option<char>) -> (usize, u64) {
    let number = |letter: Option<char>| letter.map_or(0, u32::from);
    (number(first) as usize % 64, 1 << (number(second) % 64))
}

/// How the letters of a word are compared.
#[derive(Debug, Clone)]
struct CueFolding {
    characters: Characters,
    fold: Vec<(char, char)>,
    /// The letter with which a word may begin in place of another: be `ў` for `у`.
    short: Option<char>,
    full: Option<char>,
}

impl CueFolding {
    fn new(language: &Language) -> Self {
        let alternation = &language.alternation;
        let (short, full) = (alternation.short.chars().next(), alternation.full.chars().next());
        Self {
            fold: language.fold.iter().map(|(from, to)| (*from, *to)).collect(),
            characters: Characters::new(),
            short,
            full,
        }
    }

    /// A letter in lower case, with one apostrophe for all.
    fn letter(&self, letter: char) -> char {
        let small = match letter {
            '’' | 'ʼ' | '‘' | '`' | '´' => '\'',
            _ => self.characters.lower(letter),
        };
        self.fold.iter().find(|(from, _)| *from == small).map_or(small, |(_, to)| *to)
    }

    /// Puts the letters of a word, as they are compared, in place of what `out` has.
    fn fold(&self, word: &str, out: &mut String) {
        out.clear();
        for letter in word.chars().filter(|letter| !is_mark(*letter)).take(LONGEST) {
            let folded = self.letter(letter);
            match self.full {
                Some(full) if out.is_empty() && Some(folded) == self.short => out.push(full),
                _ if folded.is_alphanumeric() || folded == '\'' => out.push(folded),
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
