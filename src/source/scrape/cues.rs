//! Words of a language and class names of HTML that identify blocks: the data of `locales/<tag>/scrape.toml`.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization as _;

use super::{block::MarkupHint, reason::Reason};
use crate::model::{Hinted, Message};

/// The words that identify the lines of a page, in all loaded languages.
#[derive(Debug, Clone, Default)]
pub struct Cues {
    /// Phrases that make a short line furniture, if it has nothing else except numbers.
    pub(super) line: Phrases<Reason>,
    /// Phrases that identify a short line by its beginning.
    pub(super) start: Phrases<Start>,
    /// What an element with this class or id is.
    pub(super) class: Phrases<ClassCue>,
    /// Words in such a name that say nothing about what the element is.
    pub(super) modifiers: Modifiers,
    /// The publication's boilerplate.
    pub(super) boilerplate: Vec<Boilerplate>,
    /// Names of months, full and abbreviated, with their numbers.
    pub(super) months: HashMap<String, u8>,
    /// Words next to a date: weekdays, "updated", "at".
    pub(super) date_words: HashSet<String>,
    /// Words of a relative date: "ago".
    pub(super) relative: HashSet<String>,
    /// Phrases that follow a name in a note about the person: "is a".
    pub(super) after_name: Phrases<()>,
    /// Words between two names and small words within a name.
    pub(super) in_name: HashSet<String>,
    /// Words that distinguish captions, one entry per language.
    pub(super) captions: Vec<CaptionCues>,
    /// A question that begins with one of these continues the paragraph before and is not a subhead.
    pub(super) conjunctions: HashSet<String>,
    /// The most common words of each language.
    common: Vec<(String, HashSet<String>)>,
}

/// What the beginning of a short line says about it.
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

/// What the class or id of an element says about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ClassCue {
    /// The element is furniture.
    Out(Reason),
    /// The element is this part of the article.
    Hint(MarkupHint),
    /// The element contains the body.
    Body,
}

/// Words in the name of a class that say how an element looks, what it is about or what else is near, and not what it is.
#[derive(Debug, Clone, Default)]
pub(super) struct Modifiers {
    /// Beginnings of names that say nothing as a whole: `category-newsletter`, `has-sidebar`.
    before: Phrases<()>,
    /// Words behind which another element is named: `content-with-sidebar`.
    between: HashSet<String>,
    /// Ends of names that say nothing as a whole: `share-enabled`.
    after: HashSet<String>,
}

impl Modifiers {
    /// The words of a name that may say what the element is. What the page or the article is about, and how it looks, stands in
    /// the names of the elements that hold it (`is_whole`); other elements have only what else is near, `has-sidebar`.
    pub(super) fn naming<'w>(&self, words: &'w [String], is_whole: bool) -> &'w [String] {
        let begins = |word: &String| self.between.contains(word);
        let says_nothing = words.first().is_some_and(begins)
            || (is_whole
                && (self.before.longest_match(words).is_some()
                    || words.last().is_some_and(|last| self.after.contains(last) && words.len() > 1)));
        let end = if is_whole { words.iter().position(begins).unwrap_or(words.len()) } else { words.len() };
        words.get(..if says_nothing { 0 } else { end }).unwrap_or_default()
    }
}

/// The phrases of a boilerplate text.
#[derive(Debug, Clone, Default)]
pub(super) struct Boilerplate {
    /// Its name.
    pub(super) name: String,
    /// Appeals to the reader; it has at least one.
    pub(super) ask: Phrases<()>,
    /// Other phrases that it uses.
    pub(super) word: Phrases<()>,
}

/// Words that distinguish a noun phrase from a sentence in one language.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct CaptionCues {
    /// Finite verbs and pronouns: a line with one is a sentence.
    pub(super) verbs: HashSet<String>,
    /// Endings of longer words that may be verbs.
    pub(super) verb_endings: Vec<String>,
    /// Prepositions: a caption has one.
    pub(super) prepositions: HashSet<String>,
    /// Endings of words that may be verbs before the first preposition, except as the first word of a line.
    pub(super) early_endings: Vec<String>,
}

/// A cue file that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum CuesError {
    /// The file is not TOML of the expected shape.
    #[error("cannot read the cues of text {number}: {message}")]
    Toml {
        /// Number of the text, from 1.
        number: usize,
        /// The TOML parser's message.
        message: String,
    },
    /// A table has an unknown key.
    #[error("unknown key `{key}` in the cues of text {number}")]
    UnknownKey {
        /// Number of the text, from 1.
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
    modifier: ModifierFile,
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
struct ModifierFile {
    before: Vec<String>,
    between: Vec<String>,
    after: Vec<String>,
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
    /// Parses the texts of cue files: the root's and those of the languages that pages may be in.
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
        self.modifiers.before.add_all(&file.modifier.before, ());
        self.modifiers.between.extend(file.modifier.between.iter().map(|word| normalise(word)));
        self.modifiers.after.extend(file.modifier.after.iter().map(|word| normalise(word)));
        for (number, names) in (1..=12).zip(&file.months) {
            self.months.extend(names.iter().map(|name| (normalise(name), number)));
        }
        self.date_words.extend(file.dates.words.iter().map(|word| normalise(word)));
        self.relative.extend(file.dates.relative.iter().map(|word| normalise(word)));
        self.after_name.add_all(&file.name.after, ());
        self.in_name.extend(file.name.inside.iter().map(|word| normalise(word)));
        self.conjunctions.extend(file.subhead.conjunctions.iter().map(|word| normalise(word)));
        if !file.caption.prepositions.is_empty() {
            self.captions.push(file.caption);
        }
        if !file.common.is_empty() {
            self.common.push((file.locale, file.common.iter().map(|word| normalise(word)).collect()));
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

    /// The language whose most common words occur most often in the text; `None` if there are too few to tell.
    pub(super) fn language_of<'a>(&self, words: impl Iterator<Item = &'a str>) -> Option<String> {
        let mut counts = vec![0_usize; self.common.len()];
        let mut all = 0;
        for word in words.take(4_000).map(normalise).filter(|word| !word.is_empty()) {
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

/// A set of phrases with their meanings, matched word by word.
#[derive(Debug, Clone)]
pub(super) struct Phrases<T>(HashMap<String, Vec<(Vec<String>, T)>>);

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<T: Copy> Phrases<T> {
    /// Adds phrases with the same meaning.
    fn add_all(&mut self, phrases: &[String], meaning: T) {
        for phrase in phrases {
            self.add(phrase, meaning);
        }
    }

    /// Adds a phrase; one without letters and digits is taken literally (`©`).
    fn add(&mut self, phrase: &str, meaning: T) {
        let mut words = normalised_words(phrase);
        if words.is_empty() {
            words.extend(phrase.split_whitespace().map(str::to_owned));
        }
        if words.is_empty() {
            return;
        }
        let first = words.remove(0);
        let entries = self.0.entry(first).or_default();
        entries.push((words, meaning));
        // The longest phrase wins.
        entries.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
    }

    /// The longest phrase at the start of `words` (from [`normalised_words`]): its length in words, and its meaning.
    pub(super) fn longest_match(&self, words: &[String]) -> Option<(usize, T)> {
        let (first, rest) = words.split_first()?;
        let entries = self.0.get(first)?;
        entries
            .iter()
            .find(|(phrase, _)| rest.starts_with(phrase))
            .map(|(phrase, meaning)| (phrase.len() + 1, *meaning))
    }

    /// The number of positions in `words` where a phrase begins.
    pub(super) fn count_in(&self, words: &[String]) -> usize {
        (0..words.len()).filter(|at| words.get(*at..).is_some_and(|rest| self.longest_match(rest).is_some())).count()
    }
}

/// Normalises a word for comparison with cues: lower case, composed, without punctuation around it; empty if it has
/// neither letters nor digits.
pub(super) fn normalise(word: &str) -> String {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let word: String =
        if word.is_ascii() { word.to_ascii_lowercase() } else { word.nfc().collect::<String>().to_lowercase() };
    if word.contains('’') { word.replace('’', "'") } else { word }
}

/// The normalised words of a text, without those that are only punctuation (except `©`, which is a separate word).
pub(super) fn normalised_words(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    for word in text.split_whitespace() {
        if word.starts_with('©') {
            out.push("©".to_owned());
        }
        let word = normalise(word);
        if !word.is_empty() {
            out.push(word);
        }
    }
    out
}
