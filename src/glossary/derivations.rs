//! The regular derivations of a language, and the words of a text in which they are looked up.

use serde::Deserialize;

use super::{
    around::{begins_word, ends_word},
    folding::is_word,
};
use crate::model::{DerivedSort, Hinted, Message, cut};

/// The regular derivations of a locale (`derived.toml`): certain of names of places.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Derivations {
    groups: Vec<EndingGroup>,
}

/// Rules of derivation that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DerivationError {
    /// The rules are not TOML, or have an unknown key.
    #[error("the rules of derivation are not readable: {0}")]
    Toml(
        /// The message of the TOML parser, with line and column.
        String,
    ),
    /// No pair of an ending and a stem.
    #[error("in the rules of derivation, `{0}` is not `ending>stem`")]
    Pair(
        /// As written.
        String,
    ),
}

impl Hinted for DerivationError {
    fn hint(&self) -> Option<Message> {
        Some(Message::new("hint-derived-rules"))
    }

    fn all() -> Vec<Self> {
        vec![Self::Toml("expected newline".to_owned()), Self::Pair("герм".to_owned())]
    }
}

/// A layer of `derived.toml`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct WrittenLayer {
    derived: Vec<WrittenGroup>,
}

/// Words that end alike.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct WrittenGroup {
    /// What the words are: `adjective` (the default) or `inhabitant`.
    sort: Option<DerivedSort>,
    /// `ія>ійск`: a name in `-ія` has the stem `-ійск`. The longest ending that fits decides; it may be the whole name
    /// and may have several stems.
    stems: String,
    /// What follows the stem in each form; `=` is nothing, and what ends in a hyphen is the first part of a compound.
    endings: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct EndingGroup {
    sort: DerivedSort,
    stems: Vec<(String, String)>,
    endings: Vec<String>,
}

/// The words of a folded text, in which derived ones are looked up.
#[derive(Debug, Clone, Default)]
pub struct TextWords {
    /// All words, sorted; of words with hyphens also the parts, the first ones with their hyphen too.
    words: Vec<String>,
    /// The text itself, for what has several words.
    text: String,
}

impl Derivations {
    /// Adds a layer of a locale's rules; the most general one comes first.
    pub(super) fn add_layer(&mut self, layer: &str) -> Result<(), DerivationError> {
        let written: WrittenLayer =
            toml::from_str(layer).map_err(|error| DerivationError::Toml(error.to_string().trim().to_owned()))?;
        for group in &written.derived {
            let pairs = group.stems.split_whitespace().map(|pair| {
                let (ending, stem) = pair.split_once('>').ok_or_else(|| DerivationError::Pair(pair.to_owned()))?;
                Ok::<_, DerivationError>((ending.to_owned(), stem.to_owned()))
            });
            let endings = group.endings.split_whitespace().map(|ending| ending.trim_start_matches('='));
            let (stems, endings) = (pairs.collect::<Result<_, _>>()?, endings.map(str::to_owned).collect());
            self.groups.push(EndingGroup { sort: group.sort.unwrap_or(DerivedSort::Adjective), stems, endings });
        }
        Ok(())
    }

    /// Whether a text has a word that derives from a folded name of one word.
    pub(super) fn occur(&self, name: &str, words: &TextWords) -> bool {
        let stems = self.stems(name);
        stems.into_iter().any(|(group, stem)| words.beginning_with(&stem).any(|rest| self.ends(group, rest).is_some()))
    }

    /// The stems of what derives from a folded name of one word, each with the number of its group of endings.
    pub(super) fn stems(&self, name: &str) -> Vec<(usize, String)> {
        if name.contains(char::is_whitespace) {
            return Vec::new();
        }
        let mut stems = Vec::new();
        for (number, group) in self.groups.iter().enumerate() {
            let fitting = || group.stems.iter().filter(|(ending, _)| name.ends_with(ending.as_str()));
            let longest = fitting().map(|(ending, _)| ending.len()).max();
            for (ending, stem) in fitting().filter(|(ending, _)| Some(ending.len()) == longest) {
                stems.extend(name.strip_suffix(ending.as_str()).map(|head| (number, [head, stem].concat())));
            }
        }
        stems
    }

    /// What a word is that ends so behind a stem of a group of endings, if the group has the ending.
    pub(super) fn ends(&self, group: usize, rest: &str) -> Option<DerivedSort> {
        let group = self.groups.get(group)?;
        group.endings.iter().any(|ending| ending == rest).then_some(group.sort)
    }
}

impl TextWords {
    /// Collects the words of a folded text.
    #[must_use]
    pub fn new(folded: &str) -> Self {
        let mut words = Vec::new();
        for (at, word) in words_of(folded) {
            words.push(word.to_owned());
            for (_, part) in parts_of(at, word) {
                words.push(part.trim_end_matches('-').to_owned());
                if part.ends_with('-') {
                    words.push(part.to_owned());
                }
            }
        }
        words.sort_unstable();
        Self { words, text: folded.to_owned() }
    }

    /// The rests of the words that begin with a stem.
    fn beginning_with<'a>(&'a self, stem: &'a str) -> impl Iterator<Item = &'a str> {
        let first = self.words.partition_point(|word| word.as_str() < stem);
        self.words.iter().skip(first).map_while(move |word| word.strip_prefix(stem))
    }

    /// Whether a folded word or phrase occurs.
    pub(super) fn has(&self, phrase: &str) -> bool {
        if !phrase.contains(' ') {
            return self.words.binary_search_by(|word| word.as_str().cmp(phrase)).is_ok();
        }
        self.text.match_indices(phrase).any(|(at, _)| {
            let rest = cut(&self.text, &(at + phrase.len()..self.text.len()));
            begins_word(cut(&self.text, &(0..at))) && ends_word(rest)
        })
    }
}

/// The words of a folded text, those with hyphens whole, each with its offset.
pub(super) fn words_of(folded: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_part = |letter: char| is_word(letter) || letter == '\'' || letter == '-';
    let mut at = 0;
    let pieces = folded.split_inclusive(move |letter| !is_part(letter));
    pieces.filter_map(move |piece| {
        let start = at;
        at += piece.len();
        let word = piece.trim_end_matches(|letter: char| !is_part(letter));
        let inner = word.trim_start_matches(['\'', '-']);
        let start = start + word.len() - inner.len();
        let inner = inner.trim_end_matches(['\'', '-']);
        (!inner.is_empty()).then_some((start, inner))
    })
}

/// The parts of a word with hyphens, each with its offset; all but the last keep their hyphen.
pub(super) fn parts_of(at: usize, word: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut next = at;
    let parts = word.split_inclusive('-').filter(|_| word.contains('-'));
    parts.map(move |part| {
        let start = next;
        next += part.len();
        (start, part)
    })
}
