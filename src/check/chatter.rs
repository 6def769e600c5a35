//! What an engine says about a translation, or instead of one: phrases of `profile.toml`, found in a draft.

use crate::{
    locale::Chatter,
    model::{clip, cut},
};

use super::{
    Language,
    characters::Characters,
    language::WordTable,
    word_facts::WordLists,
    words::{Word, WordsOfText, groups},
};

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

    /// Whether a word has the longest word of a phrase, without which a text does not have the phrase.
    pub(super) fn may_have(&self, word: &str) -> bool {
        let mut near = Vec::new();
        self.collect(word, &mut near);
        !near.is_empty()
    }

    /// The phrases of which a text has the longest word, by number: most texts have none. Here a hyphen joins two words to one.
    fn near(&self, text: &str, words: &[Word<'_>]) -> Vec<usize> {
        let mut near = Vec::new();
        for group in groups(text, words, is_inner) {
            if let [first, .., last] = group {
                self.collect(cut(text, &(first.span.start..last.span.end)), &mut near);
            } else if let Some(word) = group.first().filter(|word| word.lists.has(WordLists::REMARK)) {
                self.collect(cut(text, &word.span), &mut near);
            }
        }
        near.sort_unstable();
        near.dedup();
        near
    }

    /// Adds the phrases of which a text has the longest word.
    fn collect(&self, text: &str, near: &mut Vec<usize>) {
        let characters = Characters::new();
        let mut lower = String::new();
        let mut rest = text;
        while let Some(start) = rest.find(|letter| characters.is_alphanumeric(letter)) {
            let word = cut(rest, &(start..rest.len()));
            let is_part = |letter: char| characters.is_alphanumeric(letter) || is_inner(letter);
            let end = word.find(|letter| !is_part(letter)).unwrap_or(word.len());
            rest = cut(word, &(end..word.len()));
            let word = cut(word, &(0..end));
            let mut letters = word.chars().map(|letter| characters.lower(plain(letter)));
            let (first, second) = (letters.next().unwrap_or_default(), letters.next().unwrap_or_default());
            let worth = self.worth.get(place(first, second)).copied().unwrap_or_default();
            // Most words are none of these, whatever their length.
            if worth == 0 {
                continue;
            }
            let whole = word.trim_end_matches(is_inner);
            if worth >> length(whole) & 1 == 0 {
                continue;
            }
            lower.clear();
            lower.extend(whole.chars().map(plain).flat_map(char::to_lowercase));
            near.extend(self.needed.get(lower.as_str()).into_iter().flatten());
            for length in &self.lengths {
                let end = lower.char_indices().nth(*length).map_or(lower.len(), |(at, _)| at);
                near.extend(self.beginnings.get(lower.get(..end).unwrap_or_default()).into_iter().flatten());
            }
        }
    }

    /// The beginning of a draft in which an engine speaks for itself; `read` are its words.
    pub(super) fn find(&self, source: &str, draft: &str, read: &WordsOfText<'_>) -> Option<String> {
        if !read.are_attached && !read.lists.has(WordLists::REMARK) {
            return None;
        }
        let near = self.near(draft, read);
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
