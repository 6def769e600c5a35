//! The grammar of a locale: how its words are compared and declined.

use std::{
    collections::BTreeMap,
    sync::{Arc, LazyLock, OnceLock},
};

use crate::{
    locale::{Locales, Profile},
    model::{Hinted, Locale, Message},
};

use super::{
    DerivationError, Derivations, Matching,
    locale_terms::fallback,
    paradigm::{ParadigmError, Paradigms},
};

/// The locale file with what is known of a language.
const PROFILE: &str = "profile.toml";

/// The locale file with rules of declension.
const PARADIGMS: &str = "paradigms.toml";

/// The locale file with what derives regularly from names of places.
const DERIVED: &str = "derived.toml";

/// The rules for a locale's words.
///
/// Those that a project has of its own are read at once, so that a mistake in them is told; embedded ones are read when they are
/// first asked for, once in a process.
#[derive(Debug, Clone, Default)]
pub struct Grammar {
    /// The locale whose embedded files have what is not read yet.
    embedded: Option<Locale>,
    inherits_matching: bool,
    rules: Arc<LazyRules>,
}

#[derive(Debug, Default)]
struct LazyRules {
    matching: OnceLock<Matching>,
    paradigms: OnceLock<Option<Paradigms>>,
    derivations: OnceLock<Derivations>,
}

impl Grammar {
    /// How words are compared.
    #[must_use]
    pub fn matching(&self) -> &Matching {
        self.rules.matching.get_or_init(|| self.embedded(matching).unwrap_or_default())
    }

    /// The rules of declension; `None` for a locale that has none.
    #[must_use]
    pub fn paradigms(&self) -> Option<&Paradigms> {
        self.rules
            .paradigms
            .get_or_init(|| self.embedded(|locales, locale| paradigms(locales, locale).ok()).flatten().flatten())
            .as_ref()
    }

    /// What derives regularly from names of places.
    #[must_use]
    pub fn derivations(&self) -> &Derivations {
        self.rules.derivations.get_or_init(|| {
            self.embedded(|locales, locale| derivations(locales, locale).ok()).flatten().unwrap_or_default()
        })
    }

    /// Whether this is the grammar of a variant whose words are compared as those of its language.
    pub(super) const fn inherits_matching(&self) -> bool {
        self.inherits_matching
    }

    /// What the embedded files say. The test suite reads each of them, so a failure in one cannot be released.
    fn embedded<T>(&self, read: impl FnOnce(&Locales, &Locale) -> T) -> Option<T> {
        self.embedded.as_ref().map(|locale| read(Locales::embedded(), locale))
    }
}

impl From<Matching> for Grammar {
    fn from(matching: Matching) -> Self {
        Self { rules: Arc::new(LazyRules { matching: matching.into(), ..LazyRules::default() }), ..Self::default() }
    }
}

impl From<Paradigms> for Grammar {
    fn from(paradigms: Paradigms) -> Self {
        Self {
            rules: Arc::new(LazyRules { paradigms: Some(paradigms).into(), ..LazyRules::default() }),
            ..Self::default()
        }
    }
}

/// The grammar of each locale.
pub type Grammars = BTreeMap<Locale, Grammar>;

/// The grammars of the embedded locales.
static EMBEDDED: LazyLock<Grammars> = LazyLock::new(|| {
    let locales = Locales::embedded();
    let grammar = |locale: Locale| {
        let inherits_matching = inherits_matching(locales, &locale);
        (locale.clone(), Grammar { embedded: Some(locale), inherits_matching, rules: Arc::default() })
    };
    known(locales).map(grammar).collect()
});

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

/// The grammars of all locales, from their profiles and rules; a variant inherits from its language. Fails on rules of the
/// project that cannot be read.
pub fn grammars(locales: &Locales) -> Result<Grammars, GrammarError> {
    let grammar = |locale: Locale| {
        let embedded = EMBEDDED.get(&locale).filter(|_| !locales.has_own(&locale, &[PROFILE, PARADIGMS, DERIVED]));
        let grammar = match embedded {
            Some(grammar) => grammar.clone(),
            None => own(locales, &locale)?,
        };
        Ok((locale, grammar))
    };
    known(locales).map(grammar).collect()
}

fn known(locales: &Locales) -> impl Iterator<Item = Locale> {
    locales.tags().filter_map(|tag| tag.parse().ok())
}

/// The grammar of a locale for which the project has files.
fn own(locales: &Locales, locale: &Locale) -> Result<Grammar, GrammarError> {
    let rules = LazyRules {
        matching: matching(locales, locale).into(),
        paradigms: paradigms(locales, locale)?.into(),
        derivations: derivations(locales, locale)?.into(),
    };
    Ok(Grammar { embedded: None, inherits_matching: inherits_matching(locales, locale), rules: Arc::new(rules) })
}

fn paradigms(locales: &Locales, locale: &Locale) -> Result<Option<Paradigms>, GrammarError> {
    let layers = locales.layers(locale, PARADIGMS);
    // The root file holds what all locales share; on its own it declines nothing.
    let Some(last) = layers.last().filter(|_| layers.len() > 1) else { return Ok(None) };
    let rules = Paradigms::layered(layers.iter().map(|layer| layer.text));
    rules.map(Some).map_err(|source| GrammarError::Declension { path: last.path.to_owned(), source })
}

fn derivations(locales: &Locales, locale: &Locale) -> Result<Derivations, GrammarError> {
    let mut derivations = Derivations::default();
    for layer in locales.layers(locale, DERIVED) {
        let fault = |source| GrammarError::Derivation { path: layer.path.to_owned(), source };
        derivations.add_layer(layer.text).map_err(fault)?;
    }
    Ok(derivations)
}

/// Whether a locale is a variant whose own profile has nothing of what [`matching`] looks at.
fn inherits_matching(locales: &Locales, locale: &Locale) -> bool {
    let Some(language) = fallback(locale) else { return false };
    let count = locales.layers(&language, PROFILE).len();
    locales.layers(locale, PROFILE).into_iter().skip(count).all(|layer| {
        let has = |table: &toml::Table, key: &str| table.get(key).and_then(|inner| inner.get("twins")).is_some();
        let is_silent = |table: &toml::Table| {
            !table.contains_key("matching") && !table.contains_key("alternation") && !has(table, "alphabet")
        };
        layer.text.parse().is_ok_and(|table| is_silent(&table))
    })
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
fn matching(locales: &Locales, locale: &Locale) -> Matching {
    let profile = locales.profile(locale);
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
