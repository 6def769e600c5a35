//! Words and phrases of closed lists, looked up among the words of a text.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
    str::Chars,
    sync::Arc,
};

use crate::{glossary::is_mark, model::cut};

use super::{
    language::{Beginning, Language, Letters},
    listings::CueListing,
    word_facts::WordLists,
    word_tree::{TreeEntry, WordTree},
    words::Word,
};

/// Letters of a word that are looked at.
const LONGEST: usize = 32;

/// Listed words of a language, each with what it stands for. [`crate::locale::Negation`] explains the entries.
#[derive(Debug, Clone)]
pub(super) struct CueTable<T> {
    letters: Arc<CueLetters>,
    /// The words and beginnings, by number.
    tree: WordTree<usize>,
    listed: Vec<Listed<T>>,
    endings: Vec<(String, T)>,
    /// The last letters of the endings.
    last: Vec<char>,
    /// The list of words that alone are looked up, if there is one.
    only: Option<WordLists>,
}

/// What a word or a beginning means alone, and the phrases that the word begins, the longest first.
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
    pub(super) fn span(&self, words: &[Word<'_>]) -> Range<usize> {
        let start = words.get(self.at).map_or(0, |word| word.span.start);
        words.get(self.at + self.count - 1).map_or(start..start, |word| start..word.span.end)
    }

    /// Where it is in a text of so many words, from 0 to 1.
    #[expect(clippy::cast_precision_loss, reason = "numbers of words")]
    pub(super) fn place(&self, words: usize) -> f64 {
        self.at as f64 / words.saturating_sub(1).max(1) as f64
    }
}

impl CueTable<()> {
    /// The words with which some entries begin.
    pub(super) fn first_words<'a>(letters: &Arc<CueLetters>, entries: impl Iterator<Item = &'a String>) -> Self {
        let words: BTreeSet<String> =
            entries.map(|entry| entry.split(' ').next().unwrap_or(entry).to_owned()).collect();
        Self::new(letters, words.iter().map(|word| (word, ())))
    }
}

impl CueTable<u128> {
    /// The words with which some entries begin, each with the sets of all entries that may begin with it.
    pub(super) fn sets_by_first_word<'a>(
        letters: &Arc<CueLetters>,
        entries: impl Iterator<Item = (&'a String, u128)>,
    ) -> Self {
        let mut sets: BTreeMap<String, u128> = BTreeMap::new();
        for (entry, set) in entries {
            let first = entry.split(' ').next().unwrap_or(entry);
            // An ending stays one.
            let key = if first.starts_with('-') { first.to_owned() } else { letters.pattern(first) };
            *sets.entry(key).or_insert(0) |= set;
        }
        // Of several beginnings only the longest is found.
        let beginnings: BTreeMap<String, u128> =
            sets.iter().filter_map(|(entry, set)| Some((entry.strip_suffix('-')?.to_owned(), *set))).collect();
        for (entry, set) in &mut sets {
            let shorter = entry.char_indices().filter_map(|(at, _)| beginnings.get(entry.get(..at)?));
            *set |= shorter.fold(0, |all, set| all | set);
        }
        Self::new(letters, sets.iter().map(|(entry, set)| (entry, *set)))
    }

    /// The sets of all entries that may begin with a word.
    pub(super) fn sets_of(&self, word: &str) -> u128 {
        let found = self.tree.find(self.letters.of(word));
        let numbers = [found.word, found.beginning].into_iter().flatten();
        let begun = numbers.filter_map(|number| self.listed.get(number)?.alone).fold(0, |all, set| all | set);
        if !self.may_end(word) {
            return begun;
        }
        let folded = self.letters.folded(word);
        let is_ending = |end: &str| folded.len() > end.len() && folded.ends_with(end);
        self.endings.iter().filter(|(end, _)| is_ending(end)).fold(begun, |all, (_, set)| all | set)
    }
}

impl<T: Copy> CueTable<T> {
    pub(super) fn new<'a>(letters: &Arc<CueLetters>, entries: impl Iterator<Item = (&'a String, T)>) -> Self {
        let mut listed: BTreeMap<(String, bool), Listed<T>> = BTreeMap::new();
        let (mut endings, mut last) = (Vec::new(), Vec::new());
        for (entry, sense) in entries {
            if let Some(ending) = entry.strip_prefix('-') {
                let ending = letters.folded(ending);
                last.extend(ending.chars().last());
                endings.push((ending, sense));
                continue;
            }
            let mut parts = entry.split(' ').map(|part| letters.pattern(part));
            let Some(word) = parts.next() else { continue };
            let rest: Vec<String> = parts.collect();
            let key = match word.strip_suffix('-').filter(|_| rest.is_empty()) {
                Some(beginning) => (beginning.to_owned(), true),
                None => (word, false),
            };
            let known = listed.entry(key).or_insert_with(|| Listed { alone: None, phrases: Vec::new() });
            if rest.is_empty() {
                known.alone = Some(sense);
            } else {
                known.phrases.push((rest, sense));
            }
        }
        let entry = |(number, (word, is_beginning)): (usize, &(String, bool))| TreeEntry {
            letters: word.chars().collect(),
            is_beginning: *is_beginning,
            value: number,
        };
        let tree = WordTree::new(&letters.letters, listed.keys().enumerate().map(entry).collect());
        let mut listed: Vec<Listed<T>> = listed.into_values().collect();
        for listed in &mut listed {
            listed.phrases.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
        Self { letters: Arc::clone(letters), tree, listed, endings, last, only: None }
    }

    /// The same entries, looked up only for words of a list: those that may begin one.
    pub(super) fn only(self, list: WordLists) -> Self {
        Self { only: Some(list), ..self }
    }

    /// Whether an entry may begin with a word.
    pub(super) fn may_begin(&self, word: &str) -> bool {
        let found = self.tree.find(self.letters.of(word));
        found.word.is_some() || found.beginning.is_some() || self.ending(word).is_some()
    }

    /// Whether nothing is listed.
    pub(super) const fn is_empty(&self) -> bool {
        self.listed.is_empty() && self.endings.is_empty()
    }

    /// The listed words and phrases of a text, in order, without overlaps.
    pub(super) fn find(&self, prose: &str, words: &[Word<'_>]) -> Vec<Cue<T>> {
        let listing = |word: &Word<'_>| {
            let is_one = self.only.is_none_or(|list| word.lists.has(list));
            is_one.then(|| self.listing(cut(prose, &word.span), word.beginning))
        };
        self.find_listed(prose, words, 0..words.len(), listing)
    }

    /// Those that begin at some places, in order, where it is known what the table has for each word.
    pub(super) fn find_listed(
        &self,
        prose: &str,
        words: &[Word<'_>],
        places: impl Iterator<Item = usize>,
        listing: impl Fn(&Word<'_>) -> Option<CueListing<T>>,
    ) -> Vec<Cue<T>> {
        let mut cues = Vec::new();
        let mut next = 0;
        for at in places {
            let Some(word) = words.get(at).filter(|word| at >= next && !word.in_address) else { continue };
            if let Some((count, sense)) = listing(word).and_then(|listing| self.cue(prose, words, at, listing)) {
                cues.push(Cue { at, count, sense });
                next = at + count;
            }
        }
        cues
    }

    /// What the table has for a word with a beginning.
    pub(super) fn listing(&self, word: &str, beginning: Beginning) -> CueListing<T> {
        let may_have = self.tree.may_have(beginning);
        let found = may_have.then(|| self.tree.find(self.letters.of(word)));
        let begun = found.and_then(|found| self.listed.get(found.beginning?)?.alone);
        CueListing { word: found.and_then(|found| found.word), part: begun.or_else(|| self.ending(word)) }
    }

    /// What a word alone stands for.
    pub(super) fn sense(&self, word: &str, beginning: Beginning) -> Option<T> {
        let listing = self.listing(word, beginning);
        listing.word.and_then(|number| self.listed.get(number)?.alone).or(listing.part)
    }

    /// How many words the entry has that begins with a word, and its sense.
    fn cue(&self, prose: &str, words: &[Word<'_>], at: usize, listing: CueListing<T>) -> Option<(usize, T)> {
        if let Some(listed) = listing.word.and_then(|number| self.listed.get(number)) {
            let is_phrase = |rest: &[String]| {
                rest.iter()
                    .zip(at + 1..)
                    .all(|(part, at)| words.get(at).is_some_and(|next| self.fits(part, next, cut(prose, &next.span))))
            };
            let phrase = listed.phrases.iter().find(|(rest, _)| is_phrase(rest));
            if let Some(found) = phrase.map(|(rest, sense)| (rest.len() + 1, *sense)) {
                return Some(found);
            }
            if let Some(sense) = listed.alone {
                return Some((1, sense));
            }
        }
        listing.part.map(|sense| (1, sense))
    }

    /// What the first listed ending of a word stands for.
    fn ending(&self, word: &str) -> Option<T> {
        if !self.may_end(word) {
            return None;
        }
        let folded = self.letters.folded(word);
        let is_ending = |end: &str| folded.len() > end.len() && folded.ends_with(end);
        self.endings.iter().find(|(end, _)| is_ending(end)).map(|(_, sense)| *sense)
    }

    /// Whether a word is a part of a phrase.
    fn fits(&self, part: &str, word: &Word<'_>, text: &str) -> bool {
        if part == "#" {
            return word.has_digit;
        }
        let mut letters = self.letters.of(text);
        match part.strip_suffix('-') {
            Some(beginning) => beginning.chars().all(|letter| letters.next() == Some(letter)),
            None => letters.eq(part.chars()),
        }
    }

    const fn has_endings(&self) -> bool {
        !self.endings.is_empty()
    }

    /// Whether a listed ending may be that of a word.
    fn may_end(&self, word: &str) -> bool {
        let mut letters = word.chars().rev().map(|letter| self.letters.look(letter)).filter(|letter| !letter.is_mark);
        self.has_endings() && letters.next().is_some_and(|letter| self.last.contains(&letter.folded))
    }
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

/// How the letters of the words of a language are compared with those of its lists.
#[derive(Debug, Clone)]
pub(super) struct CueLetters {
    letters: Letters,
    fold: Vec<(char, char)>,
    /// The characters below 2048.
    table: Vec<CueLetter>,
    /// The letter with which a word may begin in place of another: be `ў` for `у`.
    short: Option<char>,
    full: Option<char>,
}

impl CueLetters {
    pub(super) fn new(language: &Language, letters: &Letters) -> Self {
        let alternation = &language.alternation;
        let (short, full) = (alternation.short.chars().next(), alternation.full.chars().next());
        let fold = language.fold.iter().map(|(from, to)| (*from, *to)).collect();
        let mut out = Self { letters: letters.clone(), fold, table: Vec::new(), short, full };
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

    /// The letters of a word, as they are compared; of a very long one the first.
    fn of<'a>(&'a self, word: &'a str) -> ComparedLetters<'a> {
        ComparedLetters { letters: self, word: word.chars(), left: LONGEST, is_first: true }
    }

    fn folded(&self, word: &str) -> String {
        self.of(word).collect()
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

/// The letters of a word, one after another.
struct ComparedLetters<'a> {
    letters: &'a CueLetters,
    word: Chars<'a>,
    left: usize,
    is_first: bool,
}

impl Iterator for ComparedLetters<'_> {
    type Item = char;

    #[inline]
    fn next(&mut self) -> Option<char> {
        while self.left > 0 {
            let letter = self.letters.look(self.word.next()?);
            if letter.is_mark {
                continue;
            }
            self.left -= 1;
            let full = self.letters.full.filter(|_| self.is_first && Some(letter.folded) == self.letters.short);
            if full.is_some() || letter.is_part {
                self.is_first = false;
                return full.or(Some(letter.folded));
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{word_facts::KnownFacts, word_shape::WordShape, words::WordsOfText};

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
        let alphabet = Letters::new(&language);
        let letters = Arc::new(CueLetters::new(&language, &alphabet));
        let table = CueTable::new(&letters, entries.iter().map(|(entry, number)| (entry, *number)));
        let look = |word: &str| KnownFacts::Own(Box::new(WordShape::of(&alphabet, word).into()));
        let words = WordsOfText::read(text, |words, each| words.map(look).for_each(each));
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
