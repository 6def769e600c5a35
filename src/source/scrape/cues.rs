//! The words of a language and the class names of HTML that show what a block is: the data of `locales/<tag>/scrape.toml`.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization as _;

use super::{block::MarkupHint, reason::Reason};
use crate::model::{Hinted, Message};

/// The words that tell what a line of a page is, of every language given.
#[derive(Debug, Clone, Default)]
pub struct Cues {
    /// A short line that consists of these (and numbers) is furniture.
    pub(super) line: Phrases<Reason>,
    /// What a short line is that begins so.
    pub(super) start: Phrases<Start>,
    /// What an element of this class or id is.
    pub(super) class: Phrases<ClassCue>,
    /// Texts of the house.
    pub(super) boilerplate: Vec<Boilerplate>,
    /// Names of months, whole and short, with their number.
    pub(super) months: HashMap<String, u8>,
    /// Words beside a date: weekdays, "updated", "at".
    pub(super) date_words: HashSet<String>,
    /// Words of a relative date: "ago".
    pub(super) relative: HashSet<String>,
    /// What follows a name in a note about its bearer: "is a".
    pub(super) after_name: Phrases<()>,
    /// Words between two names and small words within one.
    pub(super) in_name: HashSet<String>,
    /// What captions look like.
    pub(super) captions: Vec<CaptionCues>,
    /// A question that begins with one of these goes on with the paragraph before and is not a subhead.
    pub(super) conjunctions: HashSet<String>,
    /// The most common words of each language.
    common: Vec<(String, HashSet<String>)>,
}

/// What the beginning of a short line tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    /// The line is furniture.
    Out(Reason),
    /// A picture's credit.
    Image,
    /// A byline.
    Byline,
    /// A note about the author.
    Bio,
}

/// What an element's class or id tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ClassCue {
    /// The element is furniture.
    Out(Reason),
    /// The element is this part of the article.
    Hint(MarkupHint),
    /// The element holds the body.
    Body,
}

/// How a fixed text of the house speaks.
#[derive(Debug, Clone, Default)]
pub(super) struct Boilerplate {
    /// Its name.
    pub(super) name: String,
    /// It turns to the reader with one of these.
    pub(super) ask: Phrases<()>,
    /// Other words that it uses.
    pub(super) word: Phrases<()>,
}

/// What tells a noun phrase from a sentence in one language.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct CaptionCues {
    /// Finite verbs and pronouns: a line with one is a sentence.
    pub(super) verbs: HashSet<String>,
    /// A longer word that ends so may be a verb.
    pub(super) verb_endings: Vec<String>,
    /// Prepositions: a caption has one.
    pub(super) prepositions: HashSet<String>,
    /// A word before the first preposition that ends so, not being the line's first, may be a verb.
    pub(super) early_endings: Vec<String>,
}

/// A cue file that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum CuesError {
    /// The file is not TOML of the expected shape.
    #[error("cannot read the cues of text {number}: {message}")]
    Toml {
        /// Which of the texts, from 1.
        number: usize,
        /// What the TOML reader says.
        message: String,
    },
    /// A table has a key that names nothing.
    #[error("unknown key `{key}` in the cues of text {number}")]
    UnknownKey {
        /// Which of the texts, from 1.
        number: usize,
        /// The key.
        key: String,
    },
}

impl Hinted for CuesError {
    fn hint(&self) -> Option<Message> {
        Some(Message::new(match self {
            Self::Toml { .. } => "hint-cues-toml",
            Self::UnknownKey { .. } => "hint-cues-key",
        }))
    }

    fn all() -> Vec<Self> {
        let word = || "shares".to_owned();
        vec![Self::Toml { number: 1, message: word() }, Self::UnknownKey { number: 1, key: word() }]
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct File {
    locale: String,
    common: Vec<String>,
    months: Vec<Vec<String>>,
    dates: DateCues,
    line: BTreeMap<String, Vec<String>>,
    start: BTreeMap<String, Vec<String>>,
    class: BTreeMap<String, Vec<String>>,
    boilerplate: BTreeMap<String, BoilerplateFile>,
    caption: CaptionCues,
    name: Name,
    subhead: Subhead,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct DateCues {
    words: Vec<String>,
    relative: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct BoilerplateFile {
    ask: Vec<String>,
    word: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Name {
    inside: Vec<String>,
    after: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Subhead {
    conjunctions: Vec<String>,
}

impl Cues {
    /// Reads cue files, one text each: the root's and those of the languages that pages may have.
    pub fn parse(texts: &[&str]) -> Result<Self, CuesError> {
        let mut cues = Self::default();
        for (at, text) in texts.iter().enumerate() {
            let number = at + 1;
            let file: File = toml::from_str(text)
                .map_err(|error| CuesError::Toml { number, message: error.message().to_owned() })?;
            cues.add(file).map_err(|key| CuesError::UnknownKey { number, key })?;
        }
        Ok(cues)
    }

    fn add(&mut self, file: File) -> Result<(), String> {
        for (name, texts) in file.boilerplate {
            let at = self.boilerplate.iter().position(|known| known.name == name).unwrap_or_else(|| {
                self.boilerplate.push(Boilerplate { name, ..Boilerplate::default() });
                self.boilerplate.len() - 1
            });
            if let Some(block) = self.boilerplate.get_mut(at) {
                block.ask.add_all(&texts.ask, ());
                block.word.add_all(&texts.word, ());
            }
        }
        for (key, phrases) in file.line {
            let reason = Reason::parse(&key).ok_or(key)?;
            self.line.add_all(&phrases, reason);
        }
        for (key, phrases) in file.start {
            let start = match key.as_str() {
                "image" => Start::Image,
                "byline" => Start::Byline,
                "bio" => Start::Bio,
                _ => Start::Out(Reason::parse(&key).ok_or(key)?),
            };
            self.start.add_all(&phrases, start);
        }
        for (key, phrases) in file.class {
            let class = self.class_of(&key).ok_or(key)?;
            self.class.add_all(&phrases, class);
        }
        for (number, names) in (1..=12).zip(&file.months) {
            self.months.extend(names.iter().map(|name| (normal(name), number)));
        }
        self.date_words.extend(file.dates.words.iter().map(|word| normal(word)));
        self.relative.extend(file.dates.relative.iter().map(|word| normal(word)));
        self.after_name.add_all(&file.name.after, ());
        self.in_name.extend(file.name.inside.iter().map(|word| normal(word)));
        self.conjunctions.extend(file.subhead.conjunctions.iter().map(|word| normal(word)));
        if !file.caption.prepositions.is_empty() {
            self.captions.push(file.caption);
        }
        if !file.common.is_empty() {
            self.common.push((file.locale, file.common.iter().map(|word| normal(word)).collect()));
        }
        Ok(())
    }

    fn class_of(&self, key: &str) -> Option<ClassCue> {
        let hint = match key {
            "body" => return Some(ClassCue::Body),
            "title" => MarkupHint::Title,
            "standfirst" => MarkupHint::Standfirst,
            "byline" => MarkupHint::Byline,
            "dateline" => MarkupHint::Date,
            "bio" => MarkupHint::Bio,
            "caption" => MarkupHint::Caption,
            "credit" => MarkupHint::Credit,
            _ => match key.strip_prefix("boilerplate-") {
                Some(name) => MarkupHint::Boilerplate(self.boilerplate.iter().position(|known| known.name == name)?),
                None => return Reason::parse(key).map(ClassCue::Out),
            },
        };
        Some(ClassCue::Hint(hint))
    }

    /// The language whose most common words the text has most of; `None` where there are too few of any to tell.
    pub(super) fn language_of<'a>(&self, words: impl Iterator<Item = &'a str>) -> Option<String> {
        let mut counts = vec![0_usize; self.common.len()];
        let mut all = 0;
        for word in words.take(4_000).map(normal).filter(|word| !word.is_empty()) {
            all += 1;
            for (count, (_, common)) in counts.iter_mut().zip(&self.common) {
                *count += usize::from(common.contains(&word));
            }
        }
        let (count, (tag, _)) = counts.iter().zip(&self.common).max_by_key(|(count, _)| **count)?;
        let rivals = counts.iter().filter(|other| *other == count).count();
        (*count >= 3 && count * 20 >= all && rivals == 1).then(|| tag.clone())
    }
}

/// A set of phrases, each with what it tells; found word by word.
#[derive(Debug, Clone)]
pub(super) struct Phrases<T>(HashMap<String, Vec<(Vec<String>, T)>>);

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<T: Copy> Phrases<T> {
    /// Adds phrases that tell the same.
    fn add_all(&mut self, phrases: &[String], what: T) {
        for phrase in phrases {
            self.add(phrase, what);
        }
    }

    /// Adds a phrase; one without letters and digits stands for itself (`©`).
    fn add(&mut self, phrase: &str, what: T) {
        let mut words = normals(phrase);
        if words.is_empty() {
            words.extend(phrase.split_whitespace().map(str::to_owned));
        }
        if words.is_empty() {
            return;
        }
        let first = words.remove(0);
        let known = self.0.entry(first).or_default();
        known.push((words, what));
        // The longest phrase is the one that is meant.
        known.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
    }

    /// The longest phrase with which these words (as [`normals`] gives them) begin: how many words, and what it tells.
    pub(super) fn at(&self, words: &[String]) -> Option<(usize, T)> {
        let (first, rest) = words.split_first()?;
        let known = self.0.get(first)?;
        known.iter().find(|(phrase, _)| rest.starts_with(phrase)).map(|(phrase, what)| (phrase.len() + 1, *what))
    }

    /// How many different places of the words have one of the phrases.
    pub(super) fn count_in(&self, words: &[String]) -> usize {
        (0..words.len()).filter(|at| words.get(*at..).is_some_and(|rest| self.at(rest).is_some())).count()
    }
}

/// A word as cues have it: lower case, composed, without punctuation around it; empty where it has neither letter nor
/// digit.
pub(super) fn normal(word: &str) -> String {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let word: String =
        if word.is_ascii() { word.to_ascii_lowercase() } else { word.nfc().collect::<String>().to_lowercase() };
    if word.contains('’') { word.replace('’', "'") } else { word }
}

/// The words of a text as cues have them, without those that are only signs (but `©`, which is a word of its own).
pub(super) fn normals(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    for word in text.split_whitespace() {
        if word.starts_with('©') {
            out.push("©".to_owned());
        }
        let word = normal(word);
        if !word.is_empty() {
            out.push(word);
        }
    }
    out
}
