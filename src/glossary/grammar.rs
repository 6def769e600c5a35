//! The grammar of a locale: how its words are compared and declined.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    locale::{Locales, Profile},
    model::{Hinted, Locale, Message},
};

use super::{
    DerivationError, Derivations, Matching,
    paradigm::{ParadigmError, Paradigms},
};

/// The locale file with rules of declension.
const PARADIGMS: &str = "paradigms.toml";

/// The locale file with what derives regularly from names of places.
const DERIVED: &str = "derived.toml";

/// The rules for a locale's words.
#[derive(Debug, Clone, Default)]
pub struct Grammar {
    /// How words are compared.
    pub matching: Matching,
    /// The rules of declension; `None` for a locale that has none.
    pub paradigms: Option<Arc<Paradigms>>,
    /// What derives regularly from names of places.
    pub derivations: Derivations,
}

/// The grammar of each locale.
pub type Grammars = BTreeMap<Locale, Grammar>;

/// Rules for a locale's words that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GrammarError {
    /// Rules of declension.
    #[error("{path}: {source}")]
    Declension {
        /// The topmost file of the locale, which completes the others.
        path: String,
        /// The cause.
        source: ParadigmError,
    },
    /// Rules of derivation.
    #[error("{path}: {source}")]
    Derivation {
        /// The file.
        path: String,
        /// The cause.
        source: DerivationError,
    },
}

impl Hinted for GrammarError {
    fn hint(&self) -> Option<Message> {
        match self {
            Self::Declension { source, .. } => source.hint(),
            Self::Derivation { source, .. } => source.hint(),
        }
    }

    fn all() -> Vec<Self> {
        let path = |file: &str| format!("locales/be/{file}");
        let declension = |source| Self::Declension { path: path(PARADIGMS), source };
        let derivation = |source| Self::Derivation { path: path(DERIVED), source };
        let declension = ParadigmError::all().into_iter().map(declension);
        declension.chain(DerivationError::all().into_iter().map(derivation)).collect()
    }
}

impl From<Matching> for Grammar {
    fn from(matching: Matching) -> Self {
        Self { matching, ..Self::default() }
    }
}

/// Reads the grammars of all locales from their profiles and rules; a variant inherits from its language. Fails on
/// rules that cannot be read.
pub fn grammars(locales: &Locales) -> Result<Grammars, GrammarError> {
    let mut grammars = Grammars::new();
    for locale in locales.tags().filter_map(|tag| tag.parse::<Locale>().ok()) {
        let layers = locales.layers(&locale, PARADIGMS);
        // The root file holds what all locales share; on its own it declines nothing.
        let paradigms = match layers.last() {
            Some(last) if layers.len() > 1 => {
                let rules = Paradigms::layered(layers.iter().map(|layer| layer.text));
                Some(Arc::new(rules.map_err(|source| GrammarError::Declension { path: last.path.to_owned(), source })?))
            }
            _ => None,
        };
        let matching = matching(locales.profile(&locale));
        let mut derivations = Derivations::default();
        for layer in locales.layers(&locale, DERIVED) {
            let fault = |source| GrammarError::Derivation { path: layer.path.to_owned(), source };
            derivations.add_layer(layer.text).map_err(fault)?;
        }
        grammars.insert(locale, Grammar { matching, paradigms, derivations });
    }
    Ok(grammars)
}

/// Pairs of letters of which the first may be mistaken for the second: twins from another script, letters of a group.
fn alike(profile: &Profile) -> Vec<(char, char)> {
    let mut groups: BTreeMap<char, char> = BTreeMap::new();
    for group in &profile.matching.alike {
        let first = group.chars().next();
        groups.extend(group.chars().filter_map(|letter| Some((letter, first?))));
    }
    // Words are compared in lower case: Latin `B` looks like `В`, so `b` maps to `в`.
    let lower = |text: &String| text.chars().next().and_then(|letter| letter.to_lowercase().next());
    let mut twins: BTreeMap<char, char> = BTreeMap::new();
    for (from, to) in &profile.alphabet.twins {
        if let (Some(twin), Some(letter)) = (lower(from), lower(to)) {
            twins.insert(twin, groups.get(&letter).copied().unwrap_or(letter));
        }
    }
    twins.extend(groups);
    twins.into_iter().filter(|(from, to)| from != to).collect()
}

/// Letters of another script, in lower case, with the letter that each looks like; a small letter says more than its
/// capital.
fn twins(profile: &Profile) -> Vec<(char, char)> {
    let lower = |text: &String| text.chars().next().and_then(|letter| letter.to_lowercase().next());
    let (capital, small): (Vec<_>, Vec<_>) =
        profile.alphabet.twins.iter().partition(|(from, _)| from.starts_with(char::is_uppercase));
    let pairs = capital.into_iter().chain(small).filter_map(|(from, to)| Some((lower(from)?, lower(to)?)));
    pairs.collect::<BTreeMap<char, char>>().into_iter().collect()
}

/// The rules for comparing words, from a locale's profile.
fn matching(profile: &Profile) -> Matching {
    let letter = |text: &String| text.chars().next();
    let mut matching = Matching {
        fold: profile.matching.fold.iter().filter_map(|(from, to)| Some((letter(from)?, letter(to)?))).collect(),
        suffixes: profile.matching.suffixes.clone(),
        plain: profile.matching.plain.clone(),
        alike: alike(profile),
        twins: twins(profile),
        compounds: profile.matching.compounds,
        particles: profile.matching.particles.clone(),
        ..Matching::default()
    };
    matching.initial.extend(letter(&profile.alternation.short).zip(letter(&profile.alternation.full)));
    matching
}
