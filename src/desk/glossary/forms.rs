//! The forms of words, by the glossary and by the rules of declension.

use super::{GlossaryError, locked::report_all};
use crate::{
    desk::{DeskError, Observer},
    glossary::{ClassSource, Paradigm, declined, locales_that_spell, paradigm::Class, paradigm_in},
    model::{Concept, Finding, Form, Kind, Locale, Term},
    project::{Glossary, Layout},
};

/// Whose forms are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormsOptions {
    /// Wordings in their dictionary form; all of the glossary where none is named.
    pub words: Vec<String>,
    /// Only in these locales; in all that have or spell the words where none is named.
    pub locales: Vec<Locale>,
    /// How the words decline, a token a word; the glossary says where none is given, else it is guessed.
    pub class: Option<String>,
    /// What the words name, where the glossary does not say.
    pub kind: Option<Kind>,
}

/// The forms that were found.
#[derive(Debug)]
pub struct FormsResult {
    /// The words with their forms, in the order of the request or of the glossary.
    pub words: Vec<WordForms>,
    /// What is wrong in the glossary's files, where all of it was wanted.
    pub findings: Vec<Finding>,
    /// Classes that say nothing, and words that cannot be declined.
    pub errors: Vec<DeskError>,
}

/// The forms of a word in a locale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordForms {
    /// The word in its dictionary form.
    pub lemma: String,
    /// The locale.
    pub locale: Locale,
    /// The class by which it declines; `0` where no rule was applied.
    pub class: String,
    /// Where the class is from.
    pub class_from: ClassFrom,
    /// The glossary's concept, where it has the word.
    pub concept: Option<String>,
    /// Every form, the dictionary form first.
    pub forms: Vec<Form>,
}

/// Where the class of a word is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClassFrom {
    /// The glossary, or a guess.
    Source(ClassSource),
    /// The request.
    Given,
    /// Nowhere: no rule was applied.
    Nowhere,
}

impl ClassFrom {
    /// The name used in JSON and messages.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Source(source) => source.as_str(),
            Self::Given => "given",
            Self::Nowhere => "none",
        }
    }
}

/// Makes the forms of words: by the concepts of the project's glossary that have them, else by the rules of each locale
/// that spells them. Without a project there are the rules alone. A word that cannot be declined is an error, and the
/// others go on.
pub fn forms(
    layout: Option<&Layout>,
    options: &FormsOptions,
    observer: &dyn Observer,
) -> Result<FormsResult, DeskError> {
    if let Some(class) = &options.class {
        Class::parse(class).map_err(GlossaryError::Class)?;
    }
    let glossary = Glossary::load(layout)?;
    let mut result = FormsResult { words: Vec::new(), findings: Vec::new(), errors: Vec::new() };
    if options.words.is_empty() {
        result.findings.clone_from(&glossary.findings);
        report_all(&result.findings, observer);
        for (concept, locale, term) in wordings(&glossary).filter(|(_, locale, _)| options.wants(locale)) {
            let word = of_glossary(&glossary, concept, locale, term, &mut result.errors);
            result.words.push(word);
        }
    }
    for word in &options.words {
        let found = of_word(&glossary, options, word.trim(), &mut result.errors);
        result.words.extend(found);
    }
    result.errors.iter().for_each(|error| observer.failed(error));
    Ok(result)
}

impl FormsOptions {
    fn wants(&self, locale: &Locale) -> bool {
        self.locales.is_empty() || self.locales.contains(locale)
    }
}

/// Every wording of the glossary.
fn wordings(glossary: &Glossary) -> impl Iterator<Item = (&Concept, &Locale, &Term)> {
    glossary.concepts.iter().flat_map(|concept| {
        concept.terms.iter().flat_map(move |(locale, terms)| terms.iter().map(move |term| (concept, locale, term)))
    })
}

fn of_glossary(
    glossary: &Glossary,
    concept: &Concept,
    locale: &Locale,
    term: &Term,
    errors: &mut Vec<DeskError>,
) -> WordForms {
    let made = declined(&glossary.grammars, locale, concept, term);
    if let Some(error) = made.error {
        let place = format!("{}:{}", concept.file, term.line);
        errors.push(GlossaryError::ClassOf { place, word: term.text.clone(), error }.into());
    }
    let class = made.paradigm.map(|paradigm| (paradigm.class.to_string(), ClassFrom::Source(paradigm.source)));
    let (class, class_from) = class.unwrap_or_else(|| ("0".to_owned(), ClassFrom::Nowhere));
    let concept = Some(concept.id.clone());
    WordForms { lemma: term.text.clone(), locale: locale.clone(), class, class_from, concept, forms: made.forms }
}

/// The forms of a word: those of the glossary, else those of each locale that spells it.
fn of_word(glossary: &Glossary, options: &FormsOptions, word: &str, errors: &mut Vec<DeskError>) -> Vec<WordForms> {
    let known: Vec<_> = wordings(glossary)
        .filter(|(_, locale, term)| term.text == word && options.wants(locale))
        .filter(|(concept, ..)| options.kind.is_none_or(|kind| kind == concept.kind))
        .collect();
    let mut found: Vec<WordForms> = Vec::new();
    if options.class.is_none() {
        for (concept, locale, term) in &known {
            let one = of_glossary(glossary, concept, locale, term, errors);
            if !found.iter().any(|other| (&other.locale, &other.forms) == (&one.locale, &one.forms)) {
                found.push(one);
            }
        }
    }
    // Locales that are requested and have no such wording get what the rules make of it.
    let mut locales: Vec<Locale> = options.locales.clone();
    if locales.is_empty() && found.is_empty() {
        locales = known.iter().map(|(_, locale, _)| (*locale).clone()).collect();
        if locales.is_empty() {
            locales = locales_that_spell(&glossary.grammars, word);
        }
    }
    locales.retain(|locale| found.iter().all(|other| other.locale != *locale));
    locales.dedup();
    if locales.is_empty() && found.is_empty() {
        errors.push(GlossaryError::NoLocaleSpells { word: word.to_owned() }.into());
        return found;
    }
    let kind = options.kind.or_else(|| known.first().map(|(concept, ..)| concept.kind)).unwrap_or(Kind::Term);
    let mut refused = Vec::new();
    for locale in &locales {
        match by_rules(glossary, locale, word, kind, options.class.as_deref()) {
            Ok(one) => found.push(one),
            Err(error) => refused.push(error.into()),
        }
    }
    // A class that was not requested of every locale may fit only some of them.
    if !options.locales.is_empty() || found.is_empty() {
        errors.extend(refused);
    }
    found
}

/// What the rules of a locale make of a word, whatever the glossary has.
fn by_rules(
    glossary: &Glossary,
    locale: &Locale,
    word: &str,
    kind: Kind,
    class: Option<&str>,
) -> Result<WordForms, GlossaryError> {
    let (place, word) = (locale.to_string(), word.to_owned());
    match paradigm_in(&glossary.grammars, locale, &word, kind, class) {
        Ok(Some(Paradigm { class: found, source, forms })) => {
            let class_from = if class.is_some() { ClassFrom::Given } else { ClassFrom::Source(source) };
            let (class, locale) = (found.to_string(), locale.clone());
            Ok(WordForms { lemma: word, locale, class, class_from, concept: None, forms })
        }
        Ok(None) => Err(GlossaryError::NoParadigms { locale: place, word }),
        Err(error) => Err(GlossaryError::ClassOf { place, word, error }),
    }
}
