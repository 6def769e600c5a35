//! Locales and their BCP 47 tags.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use unic_langid::LanguageIdentifier;

use super::{Arg, Hinted, Message};

/// A locale by its BCP 47 tag: `be`, `uk`, `be-tarask`, `be-Latn`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Locale(LanguageIdentifier);

/// A tag that is not BCP 47.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{tag}` is not a language tag")]
pub struct LocaleError {
    /// The text that was given.
    pub tag: String,
}

impl From<&Locale> for Arg {
    fn from(locale: &Locale) -> Self {
        Self::Text(locale.to_string())
    }
}

impl Hinted for LocaleError {
    fn hint(&self) -> Option<Message> {
        Some(Message::new("hint-locale"))
    }

    fn all() -> Vec<Self> {
        vec![Self { tag: "belarusian".to_owned() }]
    }
}

impl Locale {
    /// English: the language in which every message exists.
    #[must_use]
    pub fn english() -> Self {
        Self("en".parse().unwrap_or_default())
    }

    /// No particular language (`und`): the root's rules apply.
    #[must_use]
    pub fn undetermined() -> Self {
        Self(LanguageIdentifier::default())
    }

    /// The primary language (`be` of `be-tarask`).
    #[must_use]
    pub fn language(&self) -> &str {
        self.0.language.as_str()
    }

    /// The identifier for libraries that take one.
    #[must_use]
    pub const fn identifier(&self) -> &LanguageIdentifier {
        &self.0
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

impl FromStr for Locale {
    type Err = LocaleError;

    fn from_str(tag: &str) -> Result<Self, Self::Err> {
        match tag.parse::<LanguageIdentifier>() {
            Ok(id) if id.language != unic_langid::subtags::Language::default() => Ok(Self(id)),
            _ => Err(LocaleError { tag: tag.to_owned() }),
        }
    }
}

impl schemars::JsonSchema for Locale {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Locale".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "A BCP 47 tag such as `be`, `uk` or `be-tarask`.",
            "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
        })
    }
}

impl TryFrom<String> for Locale {
    type Error = LocaleError;

    fn try_from(tag: String) -> Result<Self, Self::Error> {
        tag.parse()
    }
}

impl From<Locale> for String {
    fn from(locale: Locale) -> Self {
        locale.to_string()
    }
}

/// The direction of a translation.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Pair {
    /// The locale of the article.
    pub source: Locale,
    /// The locale of the edition.
    pub target: Locale,
}
