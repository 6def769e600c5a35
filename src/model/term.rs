//! Glossary values: a concept, its terms in each locale, and their forms (TBX: concept entry, term section).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Locale;

/// One meaning, with its terms in every locale (TBX concept entry).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concept {
    /// Id of the concept, unique in the termbase.
    pub id: String,
    /// Its kind.
    pub kind: Kind,
    /// What it means, in a sentence.
    pub definition: Option<String>,
    /// Subject field.
    pub domain: Option<String>,
    /// A remark for translators.
    pub note: Option<String>,
    /// First day on which it is valid, as `2022-02-24`.
    pub since: Option<String>,
    /// First day on which it is no longer valid.
    pub until: Option<String>,
    /// The language that a person speaks in public, in which the person's original words are wanted.
    pub speaks: Option<Locale>,
    /// Addresses of further reading.
    pub links: Vec<String>,
    /// Id of the concept that replaced it.
    pub replaced_by: Option<String>,
    /// Its terms by locale.
    pub terms: BTreeMap<Locale, Vec<Term>>,
    /// Path of its file, relative to the project.
    pub file: String,
    /// Its first line in that file, from 1.
    pub line: usize,
}

/// The kind of a concept; a closed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A person's name.
    Person,
    /// A place.
    Place,
    /// An institution, company, alliance.
    Org,
    /// A technical term.
    Term,
    /// A common noun.
    Noun,
    /// An adjective.
    Adj,
    /// An abbreviation.
    Abbr,
    /// A set phrase.
    Phrase,
    /// The title of a work or periodical.
    Title,
}

/// A wording of a concept in one locale (TBX term section).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The wording in its dictionary form.
    pub text: String,
    /// Whether the house uses it.
    pub usage: Usage,
    /// Its inflection class, if given in the glossary.
    pub class: Option<String>,
    /// Every form in which it may occur in a text, including its dictionary form.
    pub forms: Vec<Form>,
    /// Why it is preferred or forbidden.
    pub reason: Option<String>,
    /// Whether case matters: by default it does when the term has a capital.
    pub case_sensitive: Option<bool>,
    /// How its forms are matched.
    pub mode: Mode,
    /// Whether it also matches inside a longer name that the glossary lacks, next to another capitalised word (`Minsk`
    /// in `Minsk Tractor Works`); true by default.
    pub part_of_name: bool,
    /// Whether it also matches as a part of a word with hyphens (`сакратар` in `прэс-сакратар`); false by default.
    pub part_of_compound: bool,
    /// Words derived from it that stand for the concept without being a term of it, in their dictionary forms.
    pub derived: Vec<Derived>,
    /// Words before or after which it is a different word (`Донецьку` before `область`); a final `*` stands for any
    /// ending.
    pub context_not: Vec<String>,
    /// Whether it must be written in quotation marks.
    pub quoted: bool,
    /// Its line in the concept's file, from 1; 0 if unknown.
    pub line: usize,
}

/// A word derived from a term: `беларускі` or `беларус` of `Беларусь`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Derived {
    /// The word in its dictionary form.
    pub text: String,
    /// What it is.
    pub sort: DerivedSort,
}

/// What a derived word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DerivedSort {
    /// The adjective of a place or a thing.
    Adjective,
    /// A person who lives there.
    Inhabitant,
}

/// How the forms of a term are matched.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// The term, its listed forms, and those of its paradigm.
    #[default]
    Inflected,
    /// The term and its listed forms, nothing else.
    Exact,
}

/// Whether the house uses a wording (TBX administrative status); ordered from worst to best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Usage {
    /// Never used: a wrong or rejected wording.
    Forbidden,
    /// No longer used.
    Deprecated,
    /// Also allowed.
    Admitted,
    /// The house's wording.
    Preferred,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 9] = [
        Self::Person,
        Self::Place,
        Self::Org,
        Self::Term,
        Self::Noun,
        Self::Adj,
        Self::Abbr,
        Self::Phrase,
        Self::Title,
    ];

    /// The name used in glossary files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Org => "org",
            Self::Term => "term",
            Self::Noun => "noun",
            Self::Adj => "adj",
            Self::Abbr => "abbr",
            Self::Phrase => "phrase",
            Self::Title => "title",
        }
    }

    /// Returns the kind with this name.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

impl DerivedSort {
    /// The name used in glossary files and JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Adjective => "adjective",
            Self::Inhabitant => "inhabitant",
        }
    }
}

impl Usage {
    /// The name used in glossary files and JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Forbidden => "forbidden",
            Self::Deprecated => "deprecated",
            Self::Admitted => "admitted",
            Self::Preferred => "preferred",
        }
    }
}

/// An inflected form of a term, with its place in the paradigm if known.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Form {
    /// The form as it occurs in a text.
    pub text: String,
    /// Its grammatical number.
    pub number: Option<Number>,
    /// Its case.
    pub case: Option<Case>,
    /// Its grammatical gender, if the term has forms of several: adjectives.
    pub gender: Option<Gender>,
    /// Whether it is known to be right: written, reviewed, or shared by every plausible declension of the term. An
    /// uncertain form is recognised in a text, but never written into one.
    pub certain: bool,
}

/// Grammatical gender.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Gender {
    Masculine,
    Feminine,
    Neuter,
}

/// Grammatical number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Number {
    Singular,
    Plural,
}

/// Grammatical case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Case {
    Nominative,
    Genitive,
    Dative,
    Accusative,
    Instrumental,
    Locative,
    Vocative,
}

impl Concept {
    /// Creates a concept of kind [`Kind::Term`] with nothing but its id, file and line.
    #[must_use]
    pub fn new(id: impl Into<String>, file: &str, line: usize) -> Self {
        Self {
            id: id.into(),
            kind: Kind::Term,
            definition: None,
            domain: None,
            note: None,
            since: None,
            until: None,
            speaks: None,
            links: Vec::new(),
            replaced_by: None,
            terms: BTreeMap::new(),
            file: file.to_owned(),
            line,
        }
    }
}

impl Case {
    /// Every case, in the traditional order.
    pub const ALL: [Self; 7] = [
        Self::Nominative,
        Self::Genitive,
        Self::Dative,
        Self::Accusative,
        Self::Instrumental,
        Self::Locative,
        Self::Vocative,
    ];

    /// The name used in files and JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Nominative => "nominative",
            Self::Genitive => "genitive",
            Self::Dative => "dative",
            Self::Accusative => "accusative",
            Self::Instrumental => "instrumental",
            Self::Locative => "locative",
            Self::Vocative => "vocative",
        }
    }
}

impl Number {
    /// Both numbers.
    pub const ALL: [Self; 2] = [Self::Singular, Self::Plural];

    /// The name used in files and JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Singular => "singular",
            Self::Plural => "plural",
        }
    }
}

impl Gender {
    /// Every gender.
    pub const ALL: [Self; 3] = [Self::Masculine, Self::Feminine, Self::Neuter];

    /// The name used in files and JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Masculine => "masculine",
            Self::Feminine => "feminine",
            Self::Neuter => "neuter",
        }
    }
}

impl Term {
    /// Creates a term with nothing but its text and usage.
    #[must_use]
    pub fn new(text: impl Into<String>, usage: Usage) -> Self {
        Self {
            text: text.into(),
            usage,
            class: None,
            forms: Vec::new(),
            reason: None,
            case_sensitive: None,
            mode: Mode::default(),
            part_of_name: true,
            part_of_compound: false,
            derived: Vec::new(),
            context_not: Vec::new(),
            quoted: false,
            line: 0,
        }
    }
}

impl Form {
    /// Creates a certain form with nothing but its text.
    #[must_use]
    pub fn bare(text: impl Into<String>) -> Self {
        Self { text: text.into(), number: None, case: None, gender: None, certain: true }
    }
}

/// A term found in a text, as passed to a backend: a wish, checked on return.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Hint {
    /// Id of the concept.
    pub concept: String,
    /// The wording found in the source text.
    pub source: String,
    /// The preferred term in the target locale, in its dictionary form.
    pub target: String,
    /// The forms in which that term may occur.
    pub forms: Vec<String>,
    /// These forms with their number, case and gender, if known.
    pub cases: Vec<Form>,
    /// A remark for the translator.
    pub note: Option<String>,
    /// Forbidden terms of the target locale.
    pub forbidden: Vec<String>,
}
