//! What is known of a locale's words: how they are compared, and how they decline.

use std::collections::BTreeMap;

use crate::{
    locale::{Locales, Profile},
    model::{Hinted, Locale, Message},
};

use super::{
    Matching,
    paradigm::{ParadigmError, Paradigms},
};

/// The file of a locale that says how its words decline.
const PARADIGMS: &str = "paradigms.toml";

/// What is known of a locale's words.
#[derive(Debug, Clone, Default)]
pub struct Grammar {
    /// What does not count when words are compared.
    pub matching: Matching,
    /// The rules of declension; nothing for a locale whose words keep their form.
    pub paradigms: Option<Paradigms>,
}

/// What is known of the words of each locale.
pub type Grammars = BTreeMap<Locale, Grammar>;

/// A file of rules that says nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {source}")]
pub struct GrammarError {
    /// The topmost file of its locale.
    pub path: String,
    /// What is wrong in it.
    pub source: ParadigmError,
}

impl Hinted for GrammarError {
    fn hint(&self) -> Option<Message> {
        self.source.hint()
    }

    fn all() -> Vec<Self> {
        let of = |source| Self { path: "locales/be/paradigms.toml".to_owned(), source };
        ParadigmError::all().into_iter().map(of).collect()
    }
}

impl From<Matching> for Grammar {
    fn from(matching: Matching) -> Self {
        Self { matching, paradigms: None }
    }
}

/// What the locales' profiles and rules say of words; a variant has what its language has. Fails on rules of declension
/// that cannot be read.
pub fn grammars(locales: &Locales) -> Result<Grammars, GrammarError> {
    let mut grammars = Grammars::new();
    for locale in locales.tags().filter_map(|tag| tag.parse::<Locale>().ok()) {
        let layers = locales.layers(&locale, PARADIGMS);
        // The root's file holds what is common to all rules; alone it declines nothing.
        let paradigms = match layers.last() {
            Some(last) if layers.len() > 1 => {
                let read = Paradigms::layered(layers.iter().map(|layer| layer.text));
                Some(read.map_err(|source| GrammarError { path: last.path.to_owned(), source })?)
            }
            _ => None,
        };
        let matching = matching(locales.profile(&locale));
        grammars.insert(locale, Grammar { matching, paradigms });
    }
    Ok(grammars)
}

/// The letters that are taken for another one: twins of another script, and those of one group.
fn alike(profile: &Profile) -> Vec<(char, char)> {
    let mut groups: BTreeMap<char, char> = BTreeMap::new();
    for group in &profile.matching.alike {
        let first = group.chars().next();
        groups.extend(group.chars().filter_map(|letter| Some((letter, first?))));
    }
    // Words are compared in lower case: Latin `B` looks like `В`, so `b` stands for `в`.
    let small = |text: &String| text.chars().next().and_then(|letter| letter.to_lowercase().next());
    let mut twins: BTreeMap<char, char> = BTreeMap::new();
    for (from, to) in &profile.alphabet.twins {
        if let (Some(other), Some(own)) = (small(from), small(to)) {
            twins.insert(other, groups.get(&own).copied().unwrap_or(own));
        }
    }
    twins.extend(groups);
    twins.into_iter().filter(|(from, to)| from != to).collect()
}

/// How words are compared, out of a locale's profile.
fn matching(profile: &Profile) -> Matching {
    let letter = |text: &String| text.chars().next();
    let mut matching = Matching {
        fold: profile.matching.fold.iter().filter_map(|(from, to)| Some((letter(from)?, letter(to)?))).collect(),
        suffixes: profile.matching.suffixes.clone(),
        alike: alike(profile),
        ..Matching::default()
    };
    matching.initial.extend(letter(&profile.alternation.short).zip(letter(&profile.alternation.full)));
    matching
}
