//! The declension class of a wording, as written in the glossary.
//!
//! One token per word: `ma.S.surn` is a masculine animate noun, singular only, that declines as a surname; `adj` agrees
//! with the noun; `0` is invariable, and a final `0` covers all remaining words. `m.S+0+0` describes the parts of a
//! hyphenated word.

use std::{fmt, str::FromStr};

use super::{ParadigmError, options::OPTIONS};
use crate::model::{Gender, Number};

/// The class of a wording: one per word.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Class {
    /// In the order of the words.
    pub words: Vec<WordClass>,
}

/// The class of a word: one token, or one for each part of a hyphenated word.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct WordClass {
    /// In the order of the parts, never empty.
    pub parts: Vec<ClassPart>,
}

/// The class of a word, or of one part of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ClassPart {
    /// Noun, adjective or invariable.
    pub sort: WordSort,
    /// Whether it names a living being.
    pub animate: bool,
    /// Its only number, if it lacks the other.
    pub only: Option<Number>,
    /// Further options, in the order written.
    pub options: Vec<ClassOption>,
}

/// The sort of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WordSort {
    /// Invariable.
    Invariable,
    /// Agrees with the noun; alone, it has the forms of all genders.
    Adjective,
    /// A noun of that gender.
    Noun(Gender),
}

/// An option of a class.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ClassOption {
    /// Its name.
    pub name: &'static str,
    /// Its value, after the equals sign.
    pub value: Option<String>,
}

/// Parses an option; `None` if the name or the value is unknown.
pub(super) fn parse_option(text: &str) -> Option<ClassOption> {
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
    /// Parses a class as written in a glossary; fails on the first unknown token.
    pub fn parse(text: &str) -> Result<Self, ParadigmError> {
        let words = text.split_whitespace().map(WordClass::parse).collect::<Result<Vec<_>, _>>()?;
        if words.is_empty() {
            return Err(ParadigmError::Token { token: String::new() });
        }
        Ok(Self { words })
    }

    /// The gender that adjectives and verbs beside it take, and the only number, if it lacks the other; `None` where no word of
    /// it is a noun.
    #[must_use]
    pub fn agreement(&self) -> Option<(Gender, Option<Number>)> {
        self.words.iter().flat_map(|word| &word.parts).find_map(|part| match part.sort {
            WordSort::Noun(gender) => Some((gender, part.only)),
            WordSort::Adjective | WordSort::Invariable => None,
        })
    }

    /// Whether none of its words declines.
    #[must_use]
    pub fn is_invariable(&self) -> bool {
        self.words.iter().flat_map(|word| &word.parts).all(|part| part.sort == WordSort::Invariable)
    }
}

impl WordClass {
    fn parse(text: &str) -> Result<Self, ParadigmError> {
        Ok(Self { parts: text.split('+').map(ClassPart::parse).collect::<Result<_, _>>()? })
    }
}

impl ClassPart {
    /// The class of an invariable word.
    pub(super) const INVARIABLE: Self =
        Self { sort: WordSort::Invariable, animate: false, only: None, options: Vec::new() };

    /// Parses the class of one word or part.
    pub(super) fn parse(text: &str) -> Result<Self, ParadigmError> {
        let unknown = || ParadigmError::Token { token: text.to_owned() };
        let mut parts = text.split('.');
        let (sort, animate) = match parts.next().unwrap_or_default() {
            "0" => (WordSort::Invariable, false),
            "adj" => (WordSort::Adjective, false),
            "m" => (WordSort::Noun(Gender::Masculine), false),
            "f" => (WordSort::Noun(Gender::Feminine), false),
            "n" => (WordSort::Noun(Gender::Neuter), false),
            "ma" => (WordSort::Noun(Gender::Masculine), true),
            "fa" => (WordSort::Noun(Gender::Feminine), true),
            "na" => (WordSort::Noun(Gender::Neuter), true),
            _ => return Err(unknown()),
        };
        let mut token = Self { sort, animate, only: None, options: Vec::new() };
        for part in parts {
            let number = match part {
                "S" => Some(Number::Singular),
                "P" => Some(Number::Plural),
                _ => None,
            };
            if let Some(number) = number {
                if token.only.is_some_and(|only| only != number) {
                    return Err(unknown());
                }
                token.only = Some(number);
                continue;
            }
            let option = parse_option(part).ok_or_else(|| ParadigmError::Token { token: part.to_owned() })?;
            if !token.options.contains(&option) {
                token.options.push(option);
            }
        }
        Ok(token)
    }
}

/// The letter of a gender in a class.
pub(super) const fn gender_letter(gender: Gender) -> &'static str {
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
            WordSort::Invariable => out.write_str("0")?,
            WordSort::Adjective => out.write_str("adj")?,
            WordSort::Noun(gender) => out.write_str(gender_letter(gender))?,
        }
        if self.animate {
            out.write_str("a")?;
        }
        match self.only {
            None => {}
            Some(Number::Singular) => out.write_str(".S")?,
            Some(Number::Plural) => out.write_str(".P")?,
        }
        for option in &self.options {
            write!(out, ".{}", option.name)?;
            if let Some(value) = &option.value {
                write!(out, "={value}")?;
            }
        }
        Ok(())
    }
}
