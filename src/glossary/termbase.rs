//! The loaded glossary: its concepts, with a term finder for each locale.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::OnceLock,
};

use rayon::prelude::*;

use crate::model::{Concept, Finding, Locale, Parsed, Place, Severity, Term, Usage};

use super::{
    Grammars,
    choices::{Choices, Quotations, apply},
    derived::{TextWords, has_derived, may_have_derived},
    finder::{Finder, FoundForms, Hit, accepted_shapes, choose, shape_of},
    folding::{Folded, Folding},
    forms::{DeclinedTerm, decline_term},
    locale_terms::{fallback, locale_terms, terms_of},
    paradigm::ParadigmError,
    problem::GlossaryProblem,
    read::read,
    vocabulary::Vocabulary,
};

/// The loaded glossary.
#[derive(Debug, Clone, Default)]
pub struct Termbase {
    /// The concepts, in file order.
    pub concepts: Vec<Concept>,
    /// Generated forms that are both accepted and forbidden (uk `Лукашенка`): the accepted one is kept, and only
    /// `glossary lint` reports these.
    pub coincidences: Vec<Finding>,
    /// How forbidden and deprecated terms in quotations are treated.
    pub quotations: Quotations,
    finders: BTreeMap<Locale, LazyFinder>,
    grammars: Grammars,
    /// For locales without terms or grammar.
    root: Finder,
}

/// A locale's finder, built on first use: a run needs few of the many locales.
#[derive(Debug, Clone, Default)]
struct LazyFinder {
    folding: Folding,
    finder: OnceLock<Finder>,
}

/// A folded text with the terms found in it.
#[derive(Debug, Clone, Default)]
pub struct Sight {
    /// The text in its folded form.
    pub folded: Folded,
    /// Every term in it, nested ones included, in reading order.
    pub all: Vec<Hit>,
    /// Terms that would match but for a missing capital, in reading order.
    pub lowered: Vec<Hit>,
}

/// Reads glossary files, given as path and text, into a termbase.
///
/// A locale missing from `grammars` uses its language's entry, or else the general rules and no declension. Anything
/// unreadable is a finding of rule `glossary` with file and line, and reading continues. A form that is both accepted
/// and forbidden in a locale is kept as accepted.
#[must_use]
pub fn load(files: &[(String, String)], grammars: &Grammars) -> Parsed<Termbase> {
    load_chosen(files, grammars, &Choices::default(), "")
}

/// Reads glossary files like [`load`], then applies the house's choices from the settings file `settings`.
#[must_use]
pub fn load_chosen(
    files: &[(String, String)],
    grammars: &Grammars,
    choices: &Choices,
    settings: &str,
) -> Parsed<Termbase> {
    let Parsed { value: mut concepts, mut findings } = read(files);
    findings.extend(apply(&mut concepts, choices, settings));
    let mut built = Termbase::new(concepts, grammars);
    findings.append(&mut built.findings);
    built.value.quotations = choices.quotations;
    Parsed { value: built.value, findings }
}

impl Termbase {
    /// Builds a termbase from concepts whose terms carry only their written forms; adds the generated ones.
    #[must_use]
    pub fn new(mut concepts: Vec<Concept>, grammars: &Grammars) -> Parsed<Self> {
        let mut locales: Vec<Locale> = concepts.iter().flat_map(|concept| concept.terms.keys().cloned()).collect();
        let with_terms: BTreeSet<Locale> = locales.iter().cloned().collect();
        locales.extend(grammars.keys().cloned());
        locales.sort();
        locales.dedup();
        // A variant with neither terms nor matching rules of its own uses its language's finder.
        let matching = |locale: &Locale| grammars.get(locale).map(|grammar| &grammar.matching);
        let is_redundant = |locale: &Locale| {
            let other = fallback(locale).filter(|other| grammars.contains_key(other));
            other.is_some_and(|other| matching(locale).is_none_or(|rules| matching(&other) == Some(rules)))
        };
        locales.retain(|locale| with_terms.contains(locale) || !is_redundant(locale));
        let mut findings: Vec<Finding> =
            concepts.par_iter_mut().flat_map_iter(|concept| fill_forms(concept, grammars)).collect();
        let mut finders = BTreeMap::new();
        let mut coincidences = Vec::new();
        for locale in locales {
            let rules = matching(&locale).or_else(|| matching(&fallback(&locale)?));
            let folding = Folding::new(rules.cloned().unwrap_or_default());
            let clashes = drop_clashing_forms(&mut concepts, &locale, &folding).into_iter();
            let (neutral, faults): (Vec<_>, Vec<_>) =
                clashes.partition(|finding| finding.severity == Severity::Neutral);
            coincidences.extend(neutral);
            findings.extend(faults);
            finders.insert(locale, LazyFinder { folding, finder: OnceLock::new() });
        }
        let (quotations, root, grammars) = (Quotations::default(), Finder::default(), grammars.clone());
        Parsed { value: Self { concepts, coincidences, quotations, finders, grammars, root }, findings }
    }

    fn finder(&self, locale: &Locale) -> &Finder {
        let entry = self.finders.get_key_value(locale);
        let Some((locale, lazy)) = entry.or_else(|| self.finders.get_key_value(&fallback(locale)?)) else {
            return &self.root;
        };
        lazy.finder.get_or_init(|| Finder::new(&locale_terms(&self.concepts, locale), lazy.folding.clone()))
    }

    /// How a locale's words are compared.
    #[must_use]
    pub fn folding(&self, locale: &Locale) -> &Folding {
        let entry = self.finders.get(locale);
        entry.or_else(|| self.finders.get(&fallback(locale)?)).map_or(&self.root.folding, |lazy| &lazy.folding)
    }

    /// The terms of a concept, by its index, in a locale or its fallback.
    #[must_use]
    pub fn terms(&self, locale: &Locale, concept: usize) -> &[Term] {
        self.concepts.get(concept).map_or(&[], |known| match known.terms.get(locale) {
            Some(terms) if !terms.is_empty() => terms,
            _ => terms_of(known, locale, fallback(locale).as_ref()),
        })
    }

    /// The term of a hit in a text of that locale.
    #[must_use]
    pub fn term(&self, locale: &Locale, hit: &Hit) -> Option<&Term> {
        self.terms(locale, hit.concept).get(hit.term)
    }

    /// Folds a text and finds every term in it. Linear in the text.
    #[must_use]
    pub fn look(&self, locale: &Locale, text: &str) -> Sight {
        let finder = self.finder(locale);
        let folded = finder.folding.fold(text);
        let FoundForms { all, lowered } = finder.all(text, &folded);
        Sight { folded, all, lowered }
    }

    /// Whether a concept may have adjectives or inhabitants in a locale, by its index.
    #[must_use]
    pub fn may_have_derived(&self, locale: &Locale, concept: usize) -> bool {
        self.concepts.get(concept).is_some_and(|concept| may_have_derived(concept, locale))
    }

    /// Whether a text in a locale has an adjective or inhabitant that stands for a concept, by its index: one that the
    /// glossary lists, or one that derives regularly from the name of a place.
    #[must_use]
    pub fn has_derived(&self, locale: &Locale, concept: usize, words: &TextWords) -> bool {
        let known = self.concepts.get(concept);
        known.is_some_and(|concept| has_derived(&self.grammars, self.folding(locale), locale, concept, words))
    }

    /// The words of a locale's accepted forms, for finding near misses; built once.
    #[must_use]
    pub fn vocabulary(&self, locale: &Locale) -> &Vocabulary {
        let finder = self.finder(locale);
        finder.vocabulary(|| Vocabulary::new(&locale_terms(&self.concepts, locale), &finder.folding))
    }

    /// The terms in a text, leftmost-longest without overlap; a forbidden one beats a shorter accepted one.
    #[must_use]
    pub fn find(&self, locale: &Locale, text: &str) -> Vec<Hit> {
        choose(&self.look(locale, text).all)
    }
}

/// Fills in the forms of every term of a concept. An unusable class is a finding, and the class is guessed from the
/// ending instead.
fn fill_forms(concept: &mut Concept, grammars: &Grammars) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut forms_by_term = Vec::new();
    for (locale, terms) in &concept.terms {
        for term in terms {
            let DeclinedTerm { forms, error, .. } = decline_term(grammars, locale, concept, term);
            findings.extend(error.map(|error| class_fault(locale, concept, term, &error)));
            forms_by_term.push(forms);
        }
    }
    for (term, forms) in concept.terms.values_mut().flatten().zip(forms_by_term) {
        term.forms = forms;
    }
    findings
}

/// The finding for an unusable class.
#[must_use]
pub fn class_fault(locale: &Locale, concept: &Concept, term: &Term, error: &ParadigmError) -> Finding {
    let place = Place {
        file: Some(concept.file.clone()),
        line: (term.line > 0).then_some(term.line),
        locale: Some(locale.clone()),
        ..Place::default()
    };
    let class = term.class.clone().unwrap_or_default();
    let problem = GlossaryProblem::Class { fault: error.into(), class, term: term.text.clone() };
    Finding::new(problem, Severity::Major, place).about(&concept.id)
}

/// Drops a locale's forbidden forms that are also accepted ones, and reports each.
fn drop_clashing_forms(concepts: &mut [Concept], locale: &Locale, folding: &Folding) -> Vec<Finding> {
    let has_forbidden = |concept: &Concept| {
        concept.terms.get(locale).is_some_and(|terms| terms.iter().any(|term| term.usage == Usage::Forbidden))
    };
    if !concepts.iter().any(has_forbidden) {
        return Vec::new();
    }
    let all: Vec<(usize, &[Term])> =
        concepts.iter().enumerate().filter_map(|(n, c)| Some((n, c.terms.get(locale)?.as_slice()))).collect();
    let accepted = accepted_shapes(&all, folding);
    let owners: BTreeMap<(usize, usize), (String, usize)> = accepted
        .values()
        .filter_map(|(number, term)| {
            let concept = concepts.get(*number)?;
            let line = concept.terms.get(locale)?.get(*term)?.line;
            Some(((*number, *term), (concept.file.clone(), line)))
        })
        .collect();
    let mut findings = Vec::new();
    for concept in concepts.iter_mut() {
        let (id, file) = (concept.id.clone(), concept.file.clone());
        let Some(terms) = concept.terms.get_mut(locale) else { continue };
        for term in terms.iter_mut().filter(|term| term.usage == Usage::Forbidden) {
            let line = term.line;
            term.forms.retain(|form| {
                let shape = shape_of(&form.text, folding);
                let Some(owner) = accepted.get(&shape).and_then(|key| owners.get(key)) else {
                    return true;
                };
                let place = Place {
                    file: Some(file.clone()),
                    line: (line > 0).then_some(line),
                    locale: Some(locale.clone()),
                    ..Place::default()
                };
                let severity = if form.case.is_some() { Severity::Neutral } else { Severity::Minor };
                let first = format!("{}:{}", owner.0, owner.1);
                let problem = GlossaryProblem::Clash { form: form.text.clone(), first };
                findings.push(Finding::new(problem, severity, place).about(&id));
                false
            });
        }
    }
    findings
}
