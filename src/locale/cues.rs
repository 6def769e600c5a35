//! Words that decide what a sentence states: negations, opposites and hedges.

use std::collections::BTreeMap;

use serde::Deserialize;

/// Words that negate, and words that may stand for a negation in another language.
///
/// An entry is a word or phrase in lower case; `не-` is the beginning of a word, `-n't` its end, and `#` in a phrase a word
/// with a digit. Of several entries that fit, the one with most words counts, then the whole word, then the longest
/// beginning.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Negation {
    /// Words that negate, by kind: `pronoun` for those that a negated verb accompanies (uk `ніхто`), `without`, `nor` for
    /// those that continue a negation; any other name for those that negate by themselves.
    pub clear: BTreeMap<String, Vec<String>>,
    /// Words that may stand for a negation, by a name for their meaning that is the same in every language: `refuse` →
    /// refuse, deny; відмовитися. A word of the translation with the same name translates them.
    pub loose: BTreeMap<String, Vec<String>>,
    /// Words that stand for no negation themselves and explain a word of the same name: `only` → only.
    pub echo: BTreeMap<String, Vec<String>>,
    /// Words and phrases that look like one of these and negate nothing, by any name: ru `неделя`, `тем не менее`.
    pub void: BTreeMap<String, Vec<String>>,
    /// Conjunctions after which a negation may be that of `until` or `unless`: be `пакуль`.
    pub until: Vec<String>,
    /// Endings of adverbial participles, whose negation is often the translator's: uk `-ючи` in `не зважаючи`.
    pub converbs: Vec<String>,
}

/// Words of one meaning; entries are those of [`Negation`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct SenseWords {
    /// Words that have this meaning and no other.
    pub clear: Vec<String>,
    /// Words that may have it.
    pub loose: Vec<String>,
}
