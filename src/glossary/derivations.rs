//! The regular derivations of a language, and the words of a text in which they are looked up.

use serde::Deserialize;

use super::{
    around::{begins_word, ends_word},
    folding::is_word,
};
use crate::model::{Hinted, Message, cut};

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
    /// `ія>ійск`: a name in `-ія` has the stem `-ійск`. The longest ending that fits decides; it may be the whole name
    /// and may have several stems.
    stems: String,
    /// What follows the stem in each form; `=` is nothing, and what ends in a hyphen is the first part of a compound.
    endings: String,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct EndingGroup {
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
            self.groups.push(EndingGroup { stems, endings });
        }
        Ok(())
    }

    /// Whether a text has a word that derives from a folded name of one word.
    pub(super) fn occur(&self, name: &str, words: &TextWords) -> bool {
        if name.contains(char::is_whitespace) {
            return false;
        }
        self.groups.iter().any(|group| {
            let fitting = || group.stems.iter().filter(|(ending, _)| name.ends_with(ending.as_str()));
            let longest = fitting().map(|(ending, _)| ending.len()).max();
            let best = fitting().filter(|(ending, _)| Some(ending.len()) == longest);
            best.into_iter().any(|(ending, stem)| {
                let stem = name.strip_suffix(ending.as_str()).map(|head| [head, stem].concat());
                stem.is_some_and(|stem| words.beginning_with(&stem).any(|rest| group.endings.iter().any(|e| e == rest)))
            })
        })
    }
}

impl TextWords {
    /// Collects the words of a folded text.
    #[must_use]
    pub fn new(folded: &str) -> Self {
        let mut words = Vec::new();
        let is_part = |letter: char| is_word(letter) || letter == '\'';
        for word in folded.split(|letter| !is_part(letter) && letter != '-') {
            let word = word.trim_matches(['\'', '-']);
            if word.is_empty() {
                continue;
            }
            words.push(word.to_owned());
            let mut parts = word.split('-').peekable();
            while let Some(part) = parts.next().filter(|_| word.contains('-')) {
                words.push(part.to_owned());
                if parts.peek().is_some() {
                    words.push(format!("{part}-"));
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
