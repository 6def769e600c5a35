//! What an engine says about a translation, or instead of one: phrases of `profile.toml`, found in a draft.

use std::collections::HashSet;

use crate::{locale::Chatter, model::clip};

use super::{Language, characters::Characters};

/// Most words that `…` stands for.
const GAP: usize = 4;

/// The remarks of engines that may come in the drafts of a pair of locales.
#[derive(Debug, Clone, Default)]
pub(super) struct Remarks {
    kinds: Vec<RemarkKind>,
    /// Of each phrase the longest word, without which a text does not have the phrase.
    needed: HashSet<String>,
    /// Of each phrase whose longest word is a beginning, that beginning.
    beginnings: HashSet<String>,
    /// The lengths of the beginnings, in characters.
    lengths: Vec<usize>,
    /// By the first letter of a word in lower case (below 2048), the lengths of words worth a look, one bit each.
    worth: Vec<u64>,
}

/// A kind of remark.
#[derive(Debug, Clone)]
struct RemarkKind {
    first: Vec<Phrase>,
    said: Vec<Phrase>,
    /// Phrases of the source that make such a remark a translation.
    unless: Vec<Phrase>,
}

/// One phrase.
#[derive(Debug, Clone)]
struct Phrase(Vec<Part>);

#[derive(Debug, Clone)]
enum Part {
    Word(String),
    Beginning(String),
    AnyWord,
    Gap,
}

impl Remarks {
    pub(super) fn new(source: &Language, target: &Language) -> Self {
        let phrases = |list: &[String]| list.iter().map(|phrase| Phrase::parse(phrase)).collect();
        let kind = |(name, Chatter { first, said, .. }): (&String, &Chatter)| RemarkKind {
            first: phrases(first),
            said: phrases(said),
            unless: source.chatter.get(name).map(|chatter| phrases(&chatter.unless)).unwrap_or_default(),
        };
        let mut out = Self { kinds: target.chatter.iter().map(kind).collect(), ..Self::default() };
        for phrase in out.kinds.iter().flat_map(|kind| kind.first.iter().chain(&kind.said)) {
            match phrase.longest() {
                Some((word, true)) => drop(out.needed.insert(word.to_owned())),
                Some((beginning, false)) => drop(out.beginnings.insert(beginning.to_owned())),
                None => {}
            }
        }
        out.lengths = out.beginnings.iter().map(|beginning| beginning.chars().count()).collect();
        out.lengths.sort_unstable();
        out.lengths.dedup();
        out.worth = vec![0; 0x800];
        let mut mark = |word: &str, bits: u64| {
            if let Some(known) = word.chars().next().and_then(|first| out.worth.get_mut(first as usize)) {
                *known |= bits;
            }
        };
        out.needed.iter().for_each(|word| mark(word, 1 << length(word)));
        out.beginnings.iter().for_each(|word| mark(word, u64::MAX << length(word)));
        out
    }

    /// Whether a text has a word of some phrase: most have none.
    fn may_be_in(&self, text: &str) -> bool {
        let characters = Characters::new();
        let is_inner = |c: char| matches!(c, '’' | 'ʼ' | '‘' | '\'' | '-');
        let mut word = String::new();
        text.split(|c: char| !characters.is_alphanumeric(c) && !is_inner(c)).any(|part| {
            let part = part.trim_matches(is_inner);
            let Some(first) = part.chars().next().and_then(|first| first.to_lowercase().next()) else { return false };
            let worth = self.worth.get(first as usize).copied().unwrap_or(u64::MAX);
            if worth >> length(part) & 1 == 0 {
                return false;
            }
            word.clear();
            word.extend(
                part.chars().flat_map(|c| if is_inner(c) && c != '-' { '\''.to_lowercase() } else { c.to_lowercase() }),
            );
            let begins = |length: &usize| {
                let end = word.char_indices().nth(*length).map_or(word.len(), |(at, _)| at);
                self.beginnings.contains(word.get(..end).unwrap_or_default())
            };
            self.needed.contains(&word) || self.lengths.iter().any(begins)
        })
    }

    /// The beginning of a draft in which an engine speaks for itself.
    pub(super) fn find(&self, source: &str, draft: &str) -> Option<String> {
        if !self.may_be_in(draft) {
            return None;
        }
        let draft_words = words(draft);
        let says = |kind: &&RemarkKind| {
            kind.first.iter().any(|phrase| phrase.begins(&draft_words))
                || kind.said.iter().any(|phrase| phrase.is_in(&draft_words))
        };
        let mut said = self.kinds.iter().filter(says).peekable();
        said.peek()?;
        let source_words = words(source);
        let is_translation = |kind: &RemarkKind| kind.unless.iter().any(|phrase| phrase.is_in(&source_words));
        said.any(|kind| !is_translation(kind)).then(|| clip(draft, 60))
    }
}

impl Phrase {
    fn parse(text: &str) -> Self {
        let part = |word: &str| match word {
            "*" => Part::AnyWord,
            "…" => Part::Gap,
            _ => match word.strip_suffix('*') {
                Some(beginning) => Part::Beginning(beginning.to_owned()),
                None => Part::Word(word.to_owned()),
            },
        };
        Self(text.split_whitespace().map(part).collect())
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
        self.0.iter().filter_map(word).max_by_key(|(word, _)| word.len())
    }

    fn is_in(&self, words: &[String]) -> bool {
        (0..words.len()).any(|at| words.get(at..).is_some_and(|rest| matches(&self.0, rest)))
    }

    fn begins(&self, words: &[String]) -> bool {
        matches(&self.0, words)
    }
}

/// The length of a word in characters; the longest are all as long.
fn length(word: &str) -> usize {
    word.chars().count().min(63)
}

/// Whether words begin with a phrase.
fn matches(all: &[Part], words: &[String]) -> bool {
    let Some((part, parts)) = all.split_first() else { return true };
    if matches!(part, Part::Gap) {
        return (0..=GAP.min(words.len())).any(|gap| words.get(gap..).is_some_and(|rest| matches(parts, rest)));
    }
    let Some((word, words)) = words.split_first() else { return false };
    // An exclamation counts only where the phrase has one.
    if word == "!" && !matches!(part, Part::Word(wanted) if wanted == "!") {
        return matches(all, words);
    }
    let is_match = match part {
        Part::Word(wanted) => word == wanted,
        Part::Beginning(beginning) => word.starts_with(beginning.as_str()),
        Part::AnyWord => word != ":",
        Part::Gap => true,
    };
    is_match && matches(parts, words)
}

/// The words of a text in lower case, with one kind of apostrophe; a colon and an exclamation mark are words of their own.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for c in text.chars().chain([' ']) {
        match c {
            '’' | 'ʼ' | '‘' | '\'' | '-' if !word.is_empty() => word.push(if c == '-' { '-' } else { '\'' }),
            _ if c.is_alphanumeric() => word.extend(c.to_lowercase()),
            _ => {
                let whole = word.trim_end_matches(['\'', '-']);
                if !whole.is_empty() {
                    words.push(whole.to_owned());
                }
                word.clear();
                if matches!(c, ':' | '!') {
                    words.push(c.to_string());
                }
            }
        }
    }
    words
}
