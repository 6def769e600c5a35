//! The rules as data: the structure of `segmentation.toml`, and how its layers merge.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::model::{Hinted, Message};

/// The rules for sentence ends in a language, merged from layers: root first, then the language, then a project's own.
///
/// Lists add up from layer to layer; `[remove]` removes entries of the layers below. An entry of a list is a string of
/// words or abbreviations separated by commas.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rules {
    /// Characters with their roles.
    pub(super) marks: BTreeMap<char, Marks>,
    /// Words and abbreviations with their kinds: in lower case, with inner stops and without spaces after them.
    pub(super) words: BTreeMap<String, Kinds>,
    /// Names that end in a stop of their own (`yahoo!`), lower case.
    pub(super) names: BTreeSet<String>,
    /// Opening and closing marks of quotations that stay whole.
    pub(super) whole: BTreeSet<(char, char)>,
}

/// Rules that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SegmentError {
    /// The file is not TOML, or has a key that segmentation rules do not have.
    #[error("segmentation rules are not readable: {0}")]
    Toml(
        /// The TOML reader's message, with line and column.
        String,
    ),
    /// A list of abbreviations or words has an entry without a letter.
    #[error("`{entry}` in the list `{list}` has no letter")]
    Entry {
        /// The list's key.
        list: &'static str,
        /// The entry as written.
        entry: String,
    },
}

impl Hinted for SegmentError {
    fn hint(&self) -> Option<Message> {
        Some(Message::new(match self {
            Self::Toml(_) => "hint-segmentation-toml",
            Self::Entry { .. } => "hint-segmentation-entry",
        }))
    }

    fn all() -> Vec<Self> {
        vec![Self::Toml("unknown field `word`".to_owned()), Self::Entry { list: "lead", entry: "1".to_owned() }]
    }
}

/// The kinds of a word, one bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Kinds(u16);

impl Kinds {
    pub(super) const LEAD: Self = Self(1);
    pub(super) const NUMBERED: Self = Self(1 << 1);
    pub(super) const DATE: Self = Self(1 << 2);
    pub(super) const UNIT: Self = Self(1 << 3);
    pub(super) const MIDDLE: Self = Self(1 << 4);
    pub(super) const END: Self = Self(1 << 5);
    pub(super) const STARTER: Self = Self(1 << 6);
    pub(super) const OPENER: Self = Self(1 << 7);
    pub(super) const CONJUNCTION: Self = Self(1 << 8);
    pub(super) const MONTH: Self = Self(1 << 9);
    pub(super) const FOLLOWER: Self = Self(1 << 10);
    pub(super) const CAPITAL: Self = Self(1 << 11);
    pub(super) const DOMAIN: Self = Self(1 << 12);
    /// Listed with a capital: when capitalized, an abbreviation rather than an initial.
    pub(super) const CASED: Self = Self(1 << 13);
    /// A pronoun that begins a sentence even without a capital.
    pub(super) const SUBJECT: Self = Self(1 << 14);
    const ABBREVIATION: u16 = 0b11_1111;

    pub(super) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    const fn without(self, bits: u16) -> Self {
        Self(self.0 & !bits)
    }

    /// Whether the word is in a list of abbreviations.
    pub(super) const fn is_abbreviation(self) -> bool {
        self.0 & Self::ABBREVIATION != 0
    }
}

/// The roles of a character.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "a character has each role or not")]
pub(super) struct Marks {
    pub(super) stop: bool,
    pub(super) tight: bool,
    pub(super) opening: bool,
    pub(super) closing: bool,
    pub(super) dash: bool,
    pub(super) bullet: bool,
    pub(super) vowel: bool,
    pub(super) roman: bool,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct File {
    marks: MarkLists,
    abbreviations: AbbreviationLists,
    words: WordLists,
    remove: Removals,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct MarkLists {
    stops: String,
    tight_stops: String,
    opening: String,
    closing: String,
    dashes: String,
    bullets: String,
    vowels: String,
    roman: String,
    whole_quotes: String,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct AbbreviationLists {
    leads: Vec<String>,
    numbered: Vec<String>,
    dates: Vec<String>,
    units: Vec<String>,
    middles: Vec<String>,
    ends: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct WordLists {
    starters: Vec<String>,
    openers: Vec<String>,
    conjunctions: Vec<String>,
    months: Vec<String>,
    followers: Vec<String>,
    capitals: Vec<String>,
    subjects: Vec<String>,
    domains: Vec<String>,
    names: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Removals {
    abbreviations: Vec<String>,
    starters: Vec<String>,
    names: Vec<String>,
}

impl Rules {
    /// Reads one layer, the text of a `segmentation.toml`.
    pub fn parse(toml: &str) -> Result<Self, SegmentError> {
        let mut rules = Self::default();
        rules.add_layer(toml)?;
        Ok(rules)
    }

    /// Reads layers, the lowest first: root, language, project.
    pub fn layered<'a>(layers: impl IntoIterator<Item = &'a str>) -> Result<Self, SegmentError> {
        let mut rules = Self::default();
        for layer in layers {
            rules.add_layer(layer)?;
        }
        Ok(rules)
    }

    /// Adds one more layer to these rules; on an error they are unchanged.
    pub fn add_layer(&mut self, toml: &str) -> Result<(), SegmentError> {
        let file: File =
            toml::from_str(toml).map_err(|error| SegmentError::Toml(error.to_string().trim().to_owned()))?;
        let mut rules = self.clone();
        rules.remove(&file.remove)?;
        rules.add_marks(&file.marks);
        let (short, words) = (&file.abbreviations, &file.words);
        for (list, entries, kind) in [
            ("leads", &short.leads, Kinds::LEAD),
            ("numbered", &short.numbered, Kinds::NUMBERED),
            ("dates", &short.dates, Kinds::DATE),
            ("units", &short.units, Kinds::UNIT),
            ("middles", &short.middles, Kinds::MIDDLE),
            ("ends", &short.ends, Kinds::END),
            ("starters", &words.starters, Kinds::STARTER),
            ("openers", &words.openers, Kinds::OPENER),
            ("conjunctions", &words.conjunctions, Kinds::CONJUNCTION),
            ("months", &words.months, Kinds::MONTH),
            ("followers", &words.followers, Kinds::FOLLOWER),
            ("capitals", &words.capitals, Kinds::CAPITAL),
            ("subjects", &words.subjects, Kinds::SUBJECT),
            ("domains", &words.domains, Kinds::DOMAIN),
        ] {
            for word in split_list(list, entries)? {
                let cased = if word.contains(char::is_uppercase) { Kinds::CASED } else { Kinds::default() };
                let known = rules.words.entry(word.to_lowercase()).or_default();
                *known = known.and(kind).and(cased);
            }
        }
        for entry in
            words.names.iter().flat_map(|entry| entry.split(',')).map(str::trim).filter(|name| !name.is_empty())
        {
            rules.names.insert(entry.to_lowercase());
        }
        *self = rules;
        Ok(())
    }

    fn remove(&mut self, removals: &Removals) -> Result<(), SegmentError> {
        for word in split_list("remove.abbreviations", &removals.abbreviations)? {
            if let Some(kinds) = self.words.get_mut(&word.to_lowercase()) {
                *kinds = kinds.without(Kinds::ABBREVIATION);
            }
        }
        for word in split_list("remove.starters", &removals.starters)? {
            if let Some(kinds) = self.words.get_mut(&word.to_lowercase()) {
                *kinds = kinds.without(Kinds::STARTER.0);
            }
        }
        for name in removals.names.iter().flat_map(|entry| entry.split(',')) {
            self.names.remove(&name.trim().to_lowercase());
        }
        Ok(())
    }

    fn add_marks(&mut self, lists: &MarkLists) {
        let mut add = |list: &str, set: fn(&mut Marks)| {
            for mark in list.chars().filter(|mark| !mark.is_whitespace()) {
                set(self.marks.entry(mark).or_default());
            }
        };
        add(&lists.stops, |mark| mark.stop = true);
        add(&lists.tight_stops, |mark| (mark.stop, mark.tight) = (true, true));
        add(&lists.opening, |mark| mark.opening = true);
        add(&lists.closing, |mark| mark.closing = true);
        add(&lists.dashes, |mark| mark.dash = true);
        add(&lists.bullets, |mark| mark.bullet = true);
        add(&lists.vowels, |mark| mark.vowel = true);
        add(&lists.roman, |mark| mark.roman = true);
        for pair in lists.whole_quotes.split_whitespace() {
            let mut marks = pair.chars();
            if let (Some(open), Some(close)) = (marks.next(), marks.next()) {
                self.whole.insert((open, close));
            }
        }
    }
}

/// The entries of a list, in the form of [`Rules::words`].
fn split_list(list: &'static str, entries: &[String]) -> Result<Vec<String>, SegmentError> {
    let mut words = Vec::new();
    for entry in entries.iter().flat_map(|entry| entry.split(',')) {
        if entry.trim().is_empty() {
            continue;
        }
        if !entry.chars().any(char::is_alphabetic) {
            return Err(SegmentError::Entry { list, entry: entry.trim().to_owned() });
        }
        let parts: Vec<&str> = entry.split_whitespace().collect();
        words.push(parts.join(" ").replace(". ", ".").trim_end_matches('.').to_owned());
    }
    Ok(words)
}
