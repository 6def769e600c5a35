//! The forms of words, by the glossary and by the rules of declension.

use super::{GlossaryError, locked::report_findings};
use crate::{
    desk::{DeskError, Observer},
    glossary::{
        ClassSource, Paradigm, decline_term, locales_that_spell, odd_word, odd_wordings, paradigm::Class, paradigm_in,
    },
    model::{Concept, Finding, Form, Kind, Locale, Term},
    project::{Glossary, Layout},
};

/// The words to decline.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormsOptions {
    /// Words in their dictionary form; if empty, all terms of the glossary.
    pub words: Vec<String>,
    /// The locales; if empty, all that have or spell the words.
    pub locales: Vec<Locale>,
    /// The inflection class, one token per word; if `None`, it is taken from the glossary or else guessed.
    pub class: Option<String>,
    /// The kind of thing the words name, if the glossary does not tell.
    pub kind: Option<Kind>,
}

/// The result of declining words.
#[derive(Debug)]
pub struct FormsResult {
    /// The words with their forms, in the order of the request or of the glossary.
    pub words: Vec<WordForms>,
    /// Findings in the glossary's files, if all of it was requested.
    pub findings: Vec<Finding>,
    /// Remarks about words that are hardly meant as they are written; they stop nothing.
    pub remarks: Vec<Finding>,
    /// Errors for invalid classes and words that cannot be declined.
    pub errors: Vec<DeskError>,
}

/// The forms of a word in a locale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordForms {
    /// The word in its dictionary form.
    pub lemma: String,
    /// The locale.
    pub locale: Locale,
    /// Its plausible inflection classes, the likeliest first; `0` if no rule was applied.
    pub classes: Vec<String>,
    /// The origin of the class.
    pub class_from: ClassFrom,
    /// The glossary's concept, if it has the word.
    pub concept: Option<String>,
    /// All forms, the dictionary form first.
    pub forms: Vec<Form>,
}

/// The origin of a word's inflection class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClassFrom {
    /// The glossary, or a guess.
    Source(ClassSource),
    /// The request.
    Given,
    /// There is none: no rule was applied.
    Nowhere,
}

impl ClassFrom {
    /// Returns the name used in JSON and messages.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Source(source) => source.as_str(),
            Self::Given => "given",
            Self::Nowhere => "none",
        }
    }
}

/// Declines words: by the concepts of the project's glossary that have them, or else by the rules of each locale that
/// spells them. Without a project there are only the rules. A word that cannot be declined is an error, and does not
/// affect the others.
pub fn forms(
    layout: Option<&Layout>,
    options: &FormsOptions,
    observer: &dyn Observer,
) -> Result<FormsResult, DeskError> {
    if let Some(class) = &options.class {
        Class::parse(class).map_err(GlossaryError::Class)?;
    }
    let glossary = Glossary::load(layout)?;
    let mut result = FormsResult { words: Vec::new(), findings: Vec::new(), remarks: Vec::new(), errors: Vec::new() };
    if options.words.is_empty() {
        result.findings.clone_from(&glossary.findings);
        report_findings(&result.findings, observer);
        for (concept, locale, term) in all_terms(&glossary).filter(|(_, locale, _)| options.includes(locale)) {
            let word = forms_of_term(&glossary, concept, locale, term, &mut result.errors);
            result.words.push(word);
        }
        let odd = glossary.concepts.iter().flat_map(|concept| {
            let odd = odd_wordings(concept, &glossary.grammars, &glossary.locales);
            odd.into_iter().filter(|finding| finding.place.locale.iter().all(|locale| options.includes(locale)))
        });
        result.remarks.extend(odd);
    }
    for word in &options.words {
        let forms = forms_of_word(&glossary, options, word.trim(), &mut result.errors);
        result.remarks.extend(forms.iter().filter_map(|word| remark(&glossary, options, word)));
        result.words.extend(forms);
    }
    result.errors.iter().for_each(|error| observer.failed(error));
    Ok(result)
}

/// What is odd about a word, in its concept's file or in the locale that declines it.
fn remark(glossary: &Glossary, options: &FormsOptions, word: &WordForms) -> Option<Finding> {
    let Glossary { locales, grammars, concepts, .. } = glossary;
    let Some(id) = &word.concept else {
        let kind = options.kind.unwrap_or(Kind::Term);
        let is_guessed = word.class_from == ClassFrom::Source(ClassSource::Guessed);
        return odd_word(&word.locale, &word.lemma, kind, grammars, locales).filter(|_| is_guessed);
    };
    let concept = concepts.iter().find(|concept| concept.id == *id)?;
    odd_wordings(concept, grammars, locales).into_iter().find(|finding| {
        finding.place.locale.as_ref() == Some(&word.locale) && finding.text("name") == Some(&word.lemma)
    })
}

impl FormsOptions {
    fn includes(&self, locale: &Locale) -> bool {
        self.locales.is_empty() || self.locales.contains(locale)
    }
}

/// Returns every term of the glossary.
fn all_terms(glossary: &Glossary) -> impl Iterator<Item = (&Concept, &Locale, &Term)> {
    glossary.concepts.iter().flat_map(|concept| {
        concept.terms.iter().flat_map(move |(locale, terms)| terms.iter().map(move |term| (concept, locale, term)))
    })
}

fn forms_of_term(
    glossary: &Glossary,
    concept: &Concept,
    locale: &Locale,
    term: &Term,
    errors: &mut Vec<DeskError>,
) -> WordForms {
    let term_forms = decline_term(&glossary.grammars, locale, concept, term);
    if let Some(error) = term_forms.error {
        let place = format!("{}:{}", concept.file, term.line);
        errors.push(GlossaryError::ClassOf { place, word: term.text.clone(), error }.into());
    }
    let (classes, class_from) = term_forms.paradigm.map_or_else(
        || (vec!["0".to_owned()], ClassFrom::Nowhere),
        |paradigm| (names(&paradigm.classes), ClassFrom::Source(paradigm.source)),
    );
    let (lemma, locale, concept) = (term.text.clone(), locale.clone(), Some(concept.id.clone()));
    WordForms { lemma, locale, classes, class_from, concept, forms: term_forms.forms }
}

/// Returns the forms of a word: those of the glossary, or else those of each locale that spells it.
fn forms_of_word(
    glossary: &Glossary,
    options: &FormsOptions,
    word: &str,
    errors: &mut Vec<DeskError>,
) -> Vec<WordForms> {
    let entries: Vec<_> = all_terms(glossary)
        .filter(|(_, locale, term)| term.text == word && options.includes(locale))
        .filter(|(concept, ..)| options.kind.is_none_or(|kind| kind == concept.kind))
        .collect();
    let mut results: Vec<WordForms> = Vec::new();
    if options.class.is_none() {
        for (concept, locale, term) in &entries {
            let forms = forms_of_term(glossary, concept, locale, term, errors);
            if !results.iter().any(|other| (&other.locale, &other.forms) == (&forms.locale, &forms.forms)) {
                results.push(forms);
            }
        }
    }
    // Requested locales without such a term get the forms that the rules produce.
    let mut locales: Vec<Locale> = options.locales.clone();
    if locales.is_empty() && results.is_empty() {
        locales = entries.iter().map(|(_, locale, _)| (*locale).clone()).collect();
        if locales.is_empty() {
            locales = locales_that_spell(&glossary.grammars, word);
        }
    }
    locales.retain(|locale| results.iter().all(|other| other.locale != *locale));
    locales.dedup();
    if locales.is_empty() && results.is_empty() {
        errors.push(GlossaryError::NoLocaleSpells { word: word.to_owned() }.into());
        return results;
    }
    let kind = options.kind.or_else(|| entries.first().map(|(concept, ..)| concept.kind)).unwrap_or(Kind::Term);
    let mut rule_errors = Vec::new();
    for locale in &locales {
        match decline_by_rules(glossary, locale, word, kind, options.class.as_deref()) {
            Ok(forms) => results.push(forms),
            Err(error) => rule_errors.push(error.into()),
        }
    }
    // A class that was not requested for specific locales may fit only some of them.
    if !options.locales.is_empty() || results.is_empty() {
        errors.extend(rule_errors);
    }
    results
}

fn names(classes: &[Class]) -> Vec<String> {
    classes.iter().map(ToString::to_string).collect()
}

/// Declines a word by a locale's rules, whatever the glossary has.
fn decline_by_rules(
    glossary: &Glossary,
    locale: &Locale,
    word: &str,
    kind: Kind,
    class: Option<&str>,
) -> Result<WordForms, GlossaryError> {
    let (place, word) = (locale.to_string(), word.to_owned());
    match paradigm_in(&glossary.grammars, locale, &word, kind, class) {
        Ok(Some(Paradigm { classes, source, forms })) => {
            let class_from = if class.is_some() { ClassFrom::Given } else { ClassFrom::Source(source) };
            let (classes, locale) = (names(&classes), locale.clone());
            Ok(WordForms { lemma: word, locale, classes, class_from, concept: None, forms })
        }
        Ok(None) => Err(GlossaryError::NoParadigms { locale: place, word }),
        Err(error) => Err(GlossaryError::ClassOf { place, word, error }),
    }
}
