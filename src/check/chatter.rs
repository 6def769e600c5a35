//! What an engine says about a translation, or instead of one: phrases of `profile.toml`, found in a draft.

use crate::{
    locale::Chatter,
    model::{clip, cut},
};

use super::{Language, characters::Characters, language::WordTable};

/// Most words that `…` stands for.
const GAP: usize = 4;
/// The length of the longest words, which are all as long.
const LONGEST: usize = 63;
/// Pairs of letters that are told apart.
const PLACES: usize = 64 * 64;

/// The remarks of engines that may come in the drafts of a pair of locales.
#[derive(Debug, Clone, Default)]
pub(super) struct Remarks {
    phrases: Vec<Phrase>,
    /// By kind, phrases of the source that make such a remark a translation.
    unless: Vec<Vec<Phrase>>,
    /// Phrases by the longest word of each, without which a text does not have the phrase.
    needed: WordTable<Vec<usize>>,
    /// Phrases by the longest word of each, where that is a beginning.
    beginnings: WordTable<Vec<usize>>,
    /// The lengths of the beginnings, in characters.
    lengths: Vec<usize>,
    /// By the first two letters of a word in lower case, the lengths of words worth a look, one bit each.
    worth: Vec<u64>,
}

/// One phrase.
#[derive(Debug, Clone)]
struct Phrase {
    parts: Vec<Part>,
    /// The number of its kind.
    kind: usize,
    /// Whether it counts only where a draft begins with it.
    is_first: bool,
}

#[derive(Debug, Clone)]
enum Part {
    Word(String),
    Beginning(String),
    AnyWord,
    Gap,
}

impl Remarks {
    pub(super) fn new(source: &Language, target: &Language) -> Self {
        let mut out = Self::default();
        let mut worth = vec![0; PLACES];
        let mut mark = |place: usize, bits: u64| {
            if let Some(known) = worth.get_mut(place) {
                *known |= bits;
            }
        };
        for (kind, (name, Chatter { first, said, .. })) in target.chatter.iter().enumerate() {
            out.phrases.extend(first.iter().map(|phrase| Phrase::parse(phrase, kind, true)));
            out.phrases.extend(said.iter().map(|phrase| Phrase::parse(phrase, kind, false)));
            let unless = source.chatter.get(name).into_iter().flat_map(|chatter| &chatter.unless);
            out.unless.push(unless.map(|phrase| Phrase::parse(phrase, kind, false)).collect());
        }
        for (number, phrase) in out.phrases.iter().enumerate() {
            // A phrase without a word is in no text.
            let Some((word, is_whole)) = phrase.longest() else { continue };
            let list = if is_whole { &mut out.needed } else { &mut out.beginnings };
            list.entry(word.to_owned()).or_default().push(number);
            let bits = if is_whole { 1 << length(word) } else { u64::MAX << length(word) };
            let mut letters = word.chars();
            match (letters.next(), letters.next()) {
                (Some(first), Some(second)) => mark(place(first, second), bits),
                // Anything may follow, or nothing.
                (Some(first), None) => (0..64).for_each(|second| mark(place(first, '\0') | second, bits)),
                _ => {}
            }
        }
        out.lengths = out.beginnings.keys().map(|beginning| beginning.chars().count()).collect();
        out.lengths.sort_unstable();
        out.lengths.dedup();
        out.worth = worth;
        out
    }

    /// The phrases of which a text has the longest word, by number: most texts have none.
    fn near(&self, text: &str) -> Vec<usize> {
        let characters = Characters::new();
        let mut near = Vec::new();
        let mut lower = String::new();
        let mut word = WordLook::default();
        for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
            if characters.is_alphanumeric(letter) {
                word.add(at, letter, characters);
                continue;
            }
            if is_inner(letter) {
                word.add_inner(letter);
                continue;
            }
            let WordLook { start, end, first, second, letters, .. } = std::mem::take(&mut word);
            let worth = self.worth.get(place(first, second)).copied().unwrap_or_default();
            if letters == 0 || worth >> letters.min(LONGEST) & 1 == 0 {
                continue;
            }
            lower.clear();
            lower.extend(cut(text, &(start..end)).chars().map(plain).flat_map(char::to_lowercase));
            near.extend(self.needed.get(lower.as_str()).into_iter().flatten());
            for length in &self.lengths {
                let end = lower.char_indices().nth(*length).map_or(lower.len(), |(at, _)| at);
                near.extend(self.beginnings.get(lower.get(..end).unwrap_or_default()).into_iter().flatten());
            }
        }
        near.sort_unstable();
        near.dedup();
        near
    }

    /// The beginning of a draft in which an engine speaks for itself.
    pub(super) fn find(&self, source: &str, draft: &str) -> Option<String> {
        let near = self.near(draft);
        if near.is_empty() {
            return None;
        }
        let mut lower_draft = String::new();
        let draft_words = words(draft, &mut lower_draft);
        let near = near.iter().filter_map(|number| self.phrases.get(*number));
        let mut said = near.filter(|phrase| phrase.is_said(&draft_words)).peekable();
        said.peek()?;
        let mut lower_source = String::new();
        let source_words = words(source, &mut lower_source);
        let is_translation = |phrase: &Phrase| {
            self.unless.get(phrase.kind).into_iter().flatten().any(|unless| unless.is_said(&source_words))
        };
        said.any(|phrase| !is_translation(phrase)).then(|| clip(draft, 60))
    }
}

/// What is known of a word before it is read in lower case.
#[derive(Default)]
struct WordLook {
    /// Its bytes, from its first letter to its last.
    start: usize,
    end: usize,
    /// Its first two characters in lower case.
    first: char,
    second: char,
    /// Its length in characters.
    letters: usize,
    /// Apostrophes and hyphens since its last letter.
    inner: usize,
}

impl WordLook {
    fn add(&mut self, at: usize, letter: char, characters: Characters) {
        match self.letters {
            0 => (self.start, self.first) = (at, characters.lower(letter)),
            1 if self.inner == 0 => self.second = characters.lower(letter),
            _ => {}
        }
        self.letters += self.inner + 1;
        (self.inner, self.end) = (0, at + letter.len_utf8());
    }

    /// Adds an apostrophe or a hyphen, which ends no word.
    fn add_inner(&mut self, letter: char) {
        if self.letters == 1 && self.inner == 0 {
            self.second = plain(letter);
        }
        self.inner += usize::from(self.letters > 0);
    }
}

impl Phrase {
    fn parse(text: &str, kind: usize, is_first: bool) -> Self {
        let part = |word: &str| match word {
            "*" => Part::AnyWord,
            "…" => Part::Gap,
            _ => match word.strip_suffix('*') {
                Some(beginning) => Part::Beginning(beginning.to_owned()),
                None => Part::Word(word.to_owned()),
            },
        };
        Self { parts: text.split_whitespace().map(part).collect(), kind, is_first }
    }

    /// The longest word, and whether it is whole; `None` if there is none.
    fn longest(&self) -> Option<(&str, bool)> {
        fn word(part: &Part) -> Option<(&str, bool)> {
            match part {
                Part::Word(word) if word.starts_with(char::is_alphanumeric) => Some((word.as_str(), true)),
                Part::Beginning(beginning) => Some((beginning.as_str(), false)),
                Part::Word(_) | Part::AnyWord | Part::Gap => None,
            }
        }
        self.parts.iter().filter_map(word).max_by_key(|(word, _)| word.len())
    }

    /// Whether the words of a text have the phrase where it counts.
    fn is_said(&self, words: &[&str]) -> bool {
        let places = if self.is_first { 1 } else { words.len() };
        (0..places).any(|at| words.get(at..).is_some_and(|rest| matches(&self.parts, rest)))
    }
}

/// The length of a word in characters; the longest are all as long.
fn length(word: &str) -> usize {
    word.chars().count().min(LONGEST)
}

/// Where two letters are among [`PLACES`].
const fn place(first: char, second: char) -> usize {
    (first as usize % 64) * 64 + second as usize % 64
}

/// A character with one kind of apostrophe.
const fn plain(c: char) -> char {
    if is_inner(c) && c != '-' { '\'' } else { c }
}

/// Whether a character may stand within a word.
const fn is_inner(c: char) -> bool {
    matches!(c, '’' | 'ʼ' | '‘' | '\'' | '-')
}

/// Whether words begin with a phrase.
fn matches(all: &[Part], words: &[&str]) -> bool {
    let Some((part, parts)) = all.split_first() else { return true };
    if matches!(part, Part::Gap) {
        return (0..=GAP.min(words.len())).any(|gap| words.get(gap..).is_some_and(|rest| matches(parts, rest)));
    }
    let Some((word, words)) = words.split_first() else { return false };
    // An exclamation counts only where the phrase has one.
    if *word == "!" && !matches!(part, Part::Word(wanted) if wanted == "!") {
        return matches(all, words);
    }
    let is_match = match part {
        Part::Word(wanted) => word == wanted,
        Part::Beginning(beginning) => word.starts_with(beginning.as_str()),
        Part::AnyWord => *word != ":",
        Part::Gap => true,
    };
    is_match && matches(parts, words)
}

/// The words of a text in lower case, with one kind of apostrophe; a colon and an exclamation mark are words of their own.
/// `lower` holds their letters.
fn words<'a>(text: &str, lower: &'a mut String) -> Vec<&'a str> {
    let characters = Characters::new();
    let mut spans = Vec::with_capacity(text.len() / 8);
    lower.reserve(text.len());
    let mut start = 0;
    for c in text.chars().chain([' ']) {
        match c {
            _ if is_inner(c) && lower.len() > start => lower.push(plain(c)),
            // In lower case it is two characters.
            'İ' => lower.extend(c.to_lowercase()),
            _ if characters.is_alphanumeric(c) => lower.push(characters.lower(c)),
            _ => {
                let whole = lower.get(start..).unwrap_or_default().trim_end_matches(['\'', '-']).len();
                if whole > 0 {
                    spans.push(start..start + whole);
                }
                start = lower.len();
                if matches!(c, ':' | '!') {
                    lower.push(c);
                    spans.push(start..start + 1);
                    start += 1;
                }
            }
        }
    }
    let lower: &'a str = lower;
    spans.iter().map(|span| cut(lower, span)).collect()
}
