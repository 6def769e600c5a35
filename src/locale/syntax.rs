//! What the words around a noun say of its case.

use serde::Deserialize;

use crate::model::{Case, Number};

/// What tells the case of a noun besides prepositions: adjectives and numbers before it, verbs before and after it.
///
/// Entries are folded words; one that begins with a hyphen is an ending (`-ого`), one that ends in a hyphen is the
/// beginning of a word (`допомо-`).
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Syntax {
    /// Endings of verbs, without a hyphen.
    pub verbs: Vec<String>,
    /// Verbs whose subject is in the singular.
    pub singular: Vec<String>,
    /// Verbs whose subject is in the plural.
    pub plural: Vec<String>,
    /// Verbs that have no direct object: a noun after them is rather their subject.
    pub objectless: Vec<String>,
    /// Words that look like verbs or adjectives and are none.
    pub other: Vec<String>,
    /// Adverbs and pronouns that say nothing of the case of a noun after them.
    pub aside: Vec<String>,
    /// Pronouns that do not belong to a noun after them, in the forms that they have after prepositions: uk `нею`.
    pub pronouns: Vec<String>,
    /// Nouns that say when, after which a clause goes on: `у суботу`.
    pub times: Vec<String>,
    /// Endings of adverbs, by which the first word of a sentence may be one.
    pub adverbs: Vec<String>,
    /// Words that join two nouns in the same case.
    pub joining: Vec<String>,
    /// Prepositions whose genitive is that of a being: uk `у брата`.
    pub possessive: Vec<String>,
    /// Words after which prepositions of place rather take the accusative.
    pub towards: Vec<Towards>,
    /// Nouns, in their dictionary form, that have another locative after some prepositions: ru `в саду`, but `о саде`.
    pub second_locative: Vec<String>,
    /// Those prepositions.
    pub second_locative_after: Vec<String>,
    /// Adjectives, pronouns and numbers, by the cases of the nouns that they agree with; the first that matches counts.
    pub agreement: Vec<Agreement>,
    /// Verbs whose object is in another case than the accusative; the first that matches counts.
    pub objects: Vec<WordCases>,
    /// Endings of nouns, by the cases in which they can be; the first that matches counts.
    pub nouns: Vec<WordCases>,
}

/// Words before prepositions that then say where something goes: uk `тиск на владу`, `потрапив у пастку`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Towards {
    /// The prepositions.
    pub prepositions: Vec<String>,
    /// The words before them.
    pub words: Vec<String>,
}

/// Words that tell a case.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordCases {
    /// The words.
    pub words: Vec<String>,
    /// The cases, the likeliest first.
    pub cases: Vec<Case>,
}

/// Adjectives, pronouns and numbers that agree with a noun in the same cases.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// The words; an entry that begins with `#` is the end of a number in digits: `#2`, `#.` for one with a fraction.
    pub words: Vec<String>,
    /// The noun's number; `None` for either.
    pub number: Option<Number>,
    /// The noun's cases.
    pub cases: Vec<Case>,
    /// Whether the words are adjectives only after a preposition that governs one of the cases: nouns end so too.
    #[serde(default)]
    pub governed: bool,
}
