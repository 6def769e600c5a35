//! The glossary's values: a meaning, its wordings in each locale, and their forms (TBX: concept entry, term section).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Locale;

/// One meaning with its wordings in every locale (TBX concept entry).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concept {
    /// Name of the concept, unique in the termbase.
    pub id: String,
    /// What sort of thing it is.
    pub kind: Kind,
    /// What it means, in a sentence.
    pub definition: Option<String>,
    /// Subject field.
    pub domain: Option<String>,
    /// A remark for translators.
    pub note: Option<String>,
    /// The day from which it holds, as `2022-02-24`.
    pub since: Option<String>,
    /// The day from which it holds no longer.
    pub until: Option<String>,
    /// Where more can be read: addresses.
    pub links: Vec<String>,
    /// Name of the concept that took its place.
    pub replaced_by: Option<String>,
    /// Its wordings by locale.
    pub terms: BTreeMap<Locale, Vec<Term>>,
    /// The file it stands in, relative to the project.
    pub file: String,
    /// The line it begins on, from 1.
    pub line: usize,
}

/// What sort of thing a concept is; a closed list.
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

/// A wording of a concept in a locale (TBX term section).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The wording in its dictionary form.
    pub text: String,
    /// Whether the house uses it.
    pub usage: Usage,
    /// Its inflection class, where written in the glossary.
    pub class: Option<String>,
    /// Every form in which it may stand in a text, its dictionary form among them.
    pub forms: Vec<Form>,
    /// Why it is preferred or refused.
    pub reason: Option<String>,
    /// Whether capitals count: by default they do where the wording has one.
    pub case_sensitive: Option<bool>,
    /// How its forms are found.
    pub mode: Mode,
    /// Whether it also counts inside a longer name that the glossary lacks, beside another word with a capital
    /// (`Minsk` in `Minsk Tractor Works`); yes unless said.
    pub part_of_name: bool,
    /// Words before or behind which it is another word (`Донецьку` before `область`); a last `*` stands for any ending.
    pub context_not: Vec<String>,
    /// Whether it stands in quotation marks only.
    pub quoted: bool,
    /// The line of the concept's file that it stands on, from 1; 0 where not known.
    pub line: usize,
}

/// How the forms of a wording are found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// The wording, its written forms, and those of its paradigm.
    #[default]
    Inflected,
    /// The wording and its written forms, nothing else.
    Exact,
}

/// Whether the house uses a wording (TBX administrative status); ordered from worst to best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Usage {
    /// Never: a wrong or refused wording.
    Forbidden,
    /// No longer.
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

    /// The kind of that name.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
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

/// An inflected shape of a wording, with its place in the paradigm where that is known.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Form {
    /// The shape as it stands in a text.
    pub text: String,
    /// Its grammatical number.
    pub number: Option<Number>,
    /// Its case.
    pub case: Option<Case>,
    /// Its grammatical gender, where a wording has forms of several: adjectives.
    pub gender: Option<Gender>,
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
    /// A concept of kind [`Kind::Term`] of which nothing else is known yet, with its file and line.
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
            links: Vec::new(),
            replaced_by: None,
            terms: BTreeMap::new(),
            file: file.to_owned(),
            line,
        }
    }
}

impl Case {
    /// Every case, in the order of the grammars.
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
    /// A wording of which nothing else is known.
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
            context_not: Vec::new(),
            quoted: false,
            line: 0,
        }
    }
}

impl Form {
    /// A form of which nothing but its shape is known.
    #[must_use]
    pub fn bare(text: impl Into<String>) -> Self {
        Self { text: text.into(), number: None, case: None, gender: None }
    }
}

/// The wording of a term that hits a text, as it is handed to a backend: a wish, checked on return.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Hint {
    /// Name of the concept.
    pub concept: String,
    /// The wording that stands in the source text.
    pub source: String,
    /// The house's wording in the target locale, in its dictionary form.
    pub target: String,
    /// The forms in which that wording may stand.
    pub forms: Vec<String>,
    /// These forms with their number, case and gender, where those are known.
    pub cases: Vec<Form>,
    /// A remark for whoever translates.
    pub note: Option<String>,
    /// Wordings of the target locale that the house refuses.
    pub forbidden: Vec<String>,
}
