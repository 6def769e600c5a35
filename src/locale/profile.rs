//! The shape of `profile.toml`.

use std::collections::BTreeMap;

use serde::{Deserialize, de::IgnoredAny};

use crate::model::{Case, Hinted, Message};

/// What is known of a language: the layers of `profile.toml` laid over each other.
///
/// A table is completed by the layer above, any other value is replaced by it. What no layer says is empty, and an
/// empty value switches off what would need it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Profile {
    /// The language's name, by the language in which it is named: `be` → беларуская, `en` → Belarusian.
    pub names: BTreeMap<String, String>,
    /// Quotation marks by level.
    pub quotes: Quotes,
    /// The dash between words.
    pub dash: Dash,
    /// Letters and apostrophes.
    pub alphabet: Alphabet,
    /// How numbers are written.
    pub numbers: NumberForm,
    /// How dates are written.
    pub dates: Dates,
    /// How the hour is said.
    pub clock: DayParts,
    /// Number words by the number they mean, in every form: `"5"` → five; `"5"` → пяць, пяці, пяццю.
    pub number_words: BTreeMap<String, Vec<String>>,
    /// Words that say a number beside something else (`first`, `twice`, `noon`), and with a hyphen beginnings of words
    /// that do (`пяці-` of пяціпавярховы): a number of the other text may be found in them, but they are no numbers
    /// by themselves.
    pub loose_number_words: BTreeMap<String, Vec<String>>,
    /// Words that join number words: `and` of `a hundred and five`.
    pub number_joiners: Vec<String>,
    /// The words that begin a picture's credit line, with their colon: `Image:`, `Фота:`; the first is the house's.
    pub image_words: Vec<String>,
    /// How a slug is made.
    pub slug: Slug,
    /// Two letters of one word that change with the sound before it (be у and ў).
    pub alternation: Alternation,
    /// What typography may set right.
    pub typography: Typography,
    /// Words that carry grammar rather than meaning, in lower case: prepositions, conjunctions, particles, pronouns.
    pub function_words: Vec<String>,
    /// The cases that a preposition governs, the most frequent first; prepositions in lower case.
    pub prepositions: BTreeMap<String, Vec<Case>>,
    /// Words that negate, in lower case; one that begins with a hyphen is an ending (`-n't`).
    pub negations: Vec<String>,
    /// How words are compared with the glossary's.
    pub matching: Matching,
}

/// How words are compared with the glossary's, besides composition (NFC) and lower case.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Matching {
    /// Letters that a text may write as another one: ru `ё` as `е`.
    pub fold: BTreeMap<String, String>,
    /// What may stand between a term and the end of its word: en `'s`; `ch|es` holds only behind `ch`.
    pub suffixes: Vec<String>,
    /// Groups of letters, in lower case, that are taken for each other (`іиы`): a misspelling, never a match.
    pub alike: Vec<String>,
    /// Endings of places' names of which an adjective is made that looks like a form of the name in small letters:
    /// uk `ськ`.
    pub adjectival: Vec<String>,
}

/// Quotation marks: opening and closing by level.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Quotes {
    /// The marks of a quotation: `["«", "»"]`.
    pub outer: (String, String),
    /// The marks of a quotation within a quotation: `["„", "“"]`.
    pub inner: (String, String),
}

/// The dash between words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Dash {
    /// The house's dash.
    pub mark: String,
    /// What stands before it.
    pub before: String,
    /// What stands behind it.
    pub after: String,
}

/// Letters and apostrophes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Alphabet {
    /// The letters, in alphabetical order and lower case.
    pub letters: String,
    /// Letters of the same script that never stand in a text of this language, in lower case.
    pub never: String,
    /// Whether every letter of the script that `letters` lacks is foreign (not so where é or č stand in names).
    pub closed: bool,
    /// The letters that are vowels, in lower case.
    pub vowels: String,
    /// Characters accepted as an apostrophe within a word.
    pub apostrophes: String,
    /// The apostrophe that the house writes; empty when it has no preference.
    pub apostrophe: String,
    /// Letters of other scripts that look like letters of this alphabet, with their twins: `a` → `а`.
    pub twins: BTreeMap<String, String>,
}

/// How numbers are written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct NumberForm {
    /// The decimal mark.
    pub decimal: String,
    /// What stands between groups of three digits.
    pub group: String,
    /// From how many whole digits on groups are set apart: 5 groups 10 000 but not 1000.
    pub group_from: usize,
    /// What stands between the number and `%`.
    pub percent_space: String,
}

/// How dates are written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Dates {
    /// The long form, with `{day}`, `{month}` and `{year}`; the month in the genitive.
    pub long: String,
    /// Names of the months by case.
    pub months: Months,
    #[serde(rename = "running")]
    _running: Retired,
    #[serde(rename = "year-words")]
    _year_words: Retired,
}

/// A key that a project's own profile may have from 0.1.0, where nothing used it: any value is read over.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "IgnoredAny")]
struct Retired;

impl From<IgnoredAny> for Retired {
    fn from(_: IgnoredAny) -> Self {
        Self
    }
}

/// Names of the twelve months, January first, by case; a language without cases has the nominative only.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub struct Months {
    pub nominative: Vec<String>,
    pub genitive: Vec<String>,
    pub dative: Vec<String>,
    pub accusative: Vec<String>,
    pub instrumental: Vec<String>,
    pub locative: Vec<String>,
    /// Abbreviations, with their stop.
    pub short: Vec<String>,
    /// Further names by the month's number, to be understood but not written: be `травень`.
    pub also: BTreeMap<String, Vec<String>>,
}

impl Months {
    /// The full names, case by case; the cases that a language does not have are empty.
    #[must_use]
    pub fn cases(&self) -> [&[String]; 6] {
        [&self.nominative, &self.genitive, &self.dative, &self.accusative, &self.instrumental, &self.locative]
            .map(Vec::as_slice)
    }
}

/// The words that say which part of the day an hour is in (5 a.m., 5-й раніцы).
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct DayParts {
    /// Words for the hours before noon.
    pub am: Vec<String>,
    /// Words for the hours after noon.
    pub pm: Vec<String>,
    /// Words for the hours around midnight: 11-й ночы is 23:00, 2-й ночы is 2:00.
    pub night: Vec<String>,
}

/// How a slug is made: a romanization without diacritics.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Slug {
    /// Letters and groups of letters, in lower case, with what stands for them; the longest group wins.
    pub letters: BTreeMap<String, String>,
    /// What stands for a letter at the beginning of a word.
    pub initial: BTreeMap<String, String>,
    /// What stands for a letter behind a vowel, an apostrophe or one of `opens`.
    pub open: BTreeMap<String, String>,
    /// Letters that are no vowels but behind which `open` holds too: `ь`, `ў`.
    pub opens: String,
}

/// Two letters that change with the sound before them, at the beginning of a word.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Alternation {
    /// The letter behind a consonant or a pause.
    pub full: String,
    /// The letter behind a vowel.
    pub short: String,
    /// Characters that may stand between two words without making a pause; white space is one anyway.
    pub through: String,
    /// Characters that make a pause; behind any other nothing is advised.
    pub pauses: String,
    /// Words that keep the full letter, because it is stressed there; in lower case, every form.
    pub keep: Vec<String>,
    /// Endings within a word that keep the full letter.
    pub keep_endings: Vec<String>,
}

/// What typography may set right; an empty profile leaves a text alone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Typography {
    /// What is set right.
    pub set: Vec<Tidy>,
    /// Signs that stay with the number behind them: `№`.
    pub number_signs: Vec<String>,
    /// Units that stay with the number before them: `км`.
    pub units: Vec<String>,
}

/// One thing that typography sets right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tidy {
    /// Quotation marks by level.
    Quotes,
    /// Hyphens between spaces become dashes.
    Dashes,
    /// The apostrophe within words is the house's.
    Apostrophes,
    /// The initials of a name are kept together.
    Initials,
    /// The groups of a number are kept together.
    Groups,
    /// The space before `%` follows `numbers.percent-space`.
    Percent,
}

impl Typography {
    /// Whether a thing is set right.
    #[must_use]
    pub fn sets(&self, what: Tidy) -> bool {
        self.set.contains(&what)
    }
}

/// A profile that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {message}")]
pub struct ProfileError {
    /// The file, as the caller named it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong; for an unknown key it lists the known ones.
    pub message: String,
}

impl Hinted for ProfileError {
    fn hint(&self) -> Option<Message> {
        Some(Message::new("hint-profile"))
    }

    fn all() -> Vec<Self> {
        let file = "locales/be/profile.toml".to_owned();
        vec![Self { file, line: 1, message: "unknown field `quote`".to_owned() }]
    }
}

/// Reads one layer, to find what is wrong in it; `file` is for the error.
pub(super) fn read(file: &str, text: &str) -> Result<toml::Table, ProfileError> {
    let wrong = |error: &toml::de::Error| ProfileError {
        file: file.to_owned(),
        line: line_at(text, error.span().map_or(0, |span| span.start)),
        message: error.message().lines().collect::<Vec<_>>().join(" "),
    };
    // Each layer must be right by itself, so that the error can name its line.
    toml::from_str::<Profile>(text).map_err(|error| wrong(&error))?;
    toml::from_str(text).map_err(|error| wrong(&error))
}

/// Lays `upper` over `lower`: tables are joined, everything else is replaced.
pub(super) fn lay_over(lower: &mut toml::Table, upper: &toml::Table) {
    for (key, value) in upper {
        match (lower.get_mut(key), value) {
            (Some(toml::Value::Table(old)), toml::Value::Table(new)) => lay_over(old, new),
            _ => {
                lower.insert(key.clone(), value.clone());
            }
        }
    }
}

fn line_at(text: &str, offset: usize) -> usize {
    1 + text.bytes().take(offset).filter(|byte| *byte == b'\n').count()
}
