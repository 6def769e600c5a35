//! How does a word decline? The class that a glossary writes beside a wording.
//!
//! One token a word: `ma.S.surn` is a masculine, animate noun in the singular only that declines as a surname; `adj`
//! agrees with the noun; `0` stays as it is, and a last `0` holds for all words that follow. `m.S+0+0` speaks of the
//! parts of a word with hyphens.

use std::{fmt, str::FromStr};

use super::{ParadigmError, options::OPTIONS};
use crate::model::{Gender, Number};

/// The class of a wording: one for each of its words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Class {
    /// In the order of the words.
    pub words: Vec<WordClass>,
}

/// The class of one word: a token, or one for each part of a word with hyphens.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct WordClass {
    /// In the order of the parts, never empty.
    pub parts: Vec<ClassPart>,
}

/// How one word, or one part of it, declines.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ClassPart {
    /// Noun, adjective or neither.
    pub sort: WordSort,
    /// Whether it names a living being.
    pub animate: bool,
    /// The only number that it has.
    pub only: Option<Number>,
    /// What else is known, in the order written.
    pub choices: Vec<ClassOption>,
}

/// What sort of word it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WordSort {
    /// Stays as it is.
    Frozen,
    /// Agrees with the noun; alone it has the forms of all genders.
    Adjective,
    /// A noun of that gender.
    Noun(Gender),
}

/// An option of a class.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ClassOption {
    /// Its name.
    pub name: &'static str,
    /// What stands behind its equals sign.
    pub value: Option<String>,
}

/// The option of that name with that value, if there is such a one.
pub(super) fn choice(text: &str) -> Option<ClassOption> {
    let (name, value) = text.split_once('=').map_or((text, None), |(name, value)| (name, Some(value)));
    let (name, values) = OPTIONS.iter().find(|(known, _)| *known == name)?;
    let fits = match (value, values) {
        (None, []) => true,
        (Some(value), ["*"]) => !value.is_empty(),
        (Some(value), values) => values.contains(&value),
        (None, _) => false,
    };
    fits.then(|| ClassOption { name, value: value.map(str::to_owned) })
}

impl Class {
    /// Reads a class as glossaries write it; fails on the first token that is not known.
    pub fn parse(text: &str) -> Result<Self, ParadigmError> {
        let words = text.split_whitespace().map(WordClass::parse).collect::<Result<Vec<_>, _>>()?;
        if words.is_empty() {
            return Err(ParadigmError::Token { token: String::new() });
        }
        Ok(Self { words })
    }

    /// Whether no word of it declines.
    #[must_use]
    pub fn is_frozen(&self) -> bool {
        self.words.iter().flat_map(|word| &word.parts).all(|token| token.sort == WordSort::Frozen)
    }
}

impl WordClass {
    fn parse(text: &str) -> Result<Self, ParadigmError> {
        Ok(Self { parts: text.split('+').map(ClassPart::parse).collect::<Result<_, _>>()? })
    }
}

impl ClassPart {
    /// A word that stays as it is.
    pub(super) const FROZEN: Self = Self { sort: WordSort::Frozen, animate: false, only: None, choices: Vec::new() };

    /// Reads the class of one word or part.
    pub(super) fn parse(text: &str) -> Result<Self, ParadigmError> {
        let unknown = || ParadigmError::Token { token: text.to_owned() };
        let mut parts = text.split('.');
        let (sort, animate) = match parts.next().unwrap_or_default() {
            "0" => (WordSort::Frozen, false),
            "adj" => (WordSort::Adjective, false),
            "m" => (WordSort::Noun(Gender::Masculine), false),
            "f" => (WordSort::Noun(Gender::Feminine), false),
            "n" => (WordSort::Noun(Gender::Neuter), false),
            "ma" => (WordSort::Noun(Gender::Masculine), true),
            "fa" => (WordSort::Noun(Gender::Feminine), true),
            "na" => (WordSort::Noun(Gender::Neuter), true),
            _ => return Err(unknown()),
        };
        let mut token = Self { sort, animate, only: None, choices: Vec::new() };
        for part in parts {
            let number = match part {
                "S" => Some(Number::Singular),
                "P" => Some(Number::Plural),
                _ => None,
            };
            if let Some(number) = number {
                if token.only.is_some_and(|known| known != number) {
                    return Err(unknown());
                }
                token.only = Some(number);
                continue;
            }
            let found = choice(part).ok_or_else(|| ParadigmError::Token { token: part.to_owned() })?;
            if !token.choices.contains(&found) {
                token.choices.push(found);
            }
        }
        Ok(token)
    }
}

/// A gender's letter in a class.
pub(super) const fn letter(gender: Gender) -> &'static str {
    match gender {
        Gender::Masculine => "m",
        Gender::Feminine => "f",
        Gender::Neuter => "n",
    }
}

impl FromStr for Class {
    type Err = ParadigmError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl fmt::Display for Class {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, word) in self.words.iter().enumerate() {
            if at > 0 {
                out.write_str(" ")?;
            }
            word.fmt(out)?;
        }
        Ok(())
    }
}

impl fmt::Display for WordClass {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, part) in self.parts.iter().enumerate() {
            if at > 0 {
                out.write_str("+")?;
            }
            part.fmt(out)?;
        }
        Ok(())
    }
}

impl fmt::Display for ClassPart {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.sort {
            WordSort::Frozen => out.write_str("0")?,
            WordSort::Adjective => out.write_str("adj")?,
            WordSort::Noun(gender) => out.write_str(letter(gender))?,
        }
        if self.animate {
            out.write_str("a")?;
        }
        match self.only {
            None => {}
            Some(Number::Singular) => out.write_str(".S")?,
            Some(Number::Plural) => out.write_str(".P")?,
        }
        for choice in &self.choices {
            write!(out, ".{}", choice.name)?;
            if let Some(value) = &choice.value {
                write!(out, "={value}")?;
            }
        }
        Ok(())
    }
}
