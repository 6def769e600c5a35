//! The loaded glossary: its concepts, and for each locale what finds its wordings.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::OnceLock,
};

use rayon::prelude::*;

use crate::model::{Concept, Finding, Locale, Parsed, Place, Severity, Term, Usage};

use super::{
    Grammars,
    choices::{Choices, Quotations, apply},
    finder::{Finder, Found, Hit, choose, right_shapes, shape_of},
    folding::{Folded, Folding},
    forms::declined,
    held::{fallback, held, held_terms},
    paradigm::ParadigmError,
    problem::GlossaryProblem,
    read::read,
    vocabulary::Vocabulary,
};

/// The loaded glossary.
#[derive(Debug, Clone, Default)]
pub struct Termbase {
    /// The concepts in the order of the files.
    pub concepts: Vec<Concept>,
    /// Forms that only the rules make and that are both right and forbidden (uk `Лукашенка`): the right one stays, and
    /// only who reads the glossary through wants to know.
    pub coincidences: Vec<Finding>,
    /// What holds for refused wordings in direct quotations.
    pub quotations: Quotations,
    finders: BTreeMap<Locale, Search>,
    /// For locales of which nothing is known.
    root: Finder,
}

/// What finds the wordings of a locale; made when it is first asked, as a run asks few of many locales.
#[derive(Debug, Clone, Default)]
struct Search {
    folding: Folding,
    finder: OnceLock<Finder>,
}

/// A text as the termbase sees it.
#[derive(Debug, Clone, Default)]
pub struct Sight {
    /// The text as it is compared.
    pub folded: Folded,
    /// Every wording in it, also one within another, in reading order.
    pub all: Vec<Hit>,
    /// Wordings that would stand there but for a capital that they need, in reading order.
    pub lowered: Vec<Hit>,
}

/// Reads glossary files, given as path and text, into a termbase.
///
/// A locale that is not among the `grammars` takes its language's entry, or the general rules and no declension. Whatever cannot be read is a finding of rule `glossary` with file and line,
/// and the rest goes on. Of a form that is both right and forbidden in a locale, the right one stays.
#[must_use]
pub fn load(files: &[(String, String)], grammars: &Grammars) -> Parsed<Termbase> {
    load_chosen(files, grammars, &Choices::default(), "")
}

/// Reads glossary files as [`load`] does, with a house's own choices from the settings called `settings`.
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
    /// A termbase of concepts whose terms carry their written forms; what is generated is added here.
    #[must_use]
    pub fn new(mut concepts: Vec<Concept>, grammars: &Grammars) -> Parsed<Self> {
        let mut locales: Vec<Locale> = concepts.iter().flat_map(|concept| concept.terms.keys().cloned()).collect();
        let own: BTreeSet<Locale> = locales.iter().cloned().collect();
        locales.extend(grammars.keys().cloned());
        locales.sort();
        locales.dedup();
        // A variant without a word or a letter of its own is served by its language.
        let matching = |locale: &Locale| grammars.get(locale).map(|grammar| &grammar.matching);
        let serves = |locale: &Locale| {
            let other = fallback(locale).filter(|other| grammars.contains_key(other));
            other.is_some_and(|other| matching(locale).is_none_or(|own| matching(&other) == Some(own)))
        };
        locales.retain(|locale| own.contains(locale) || !serves(locale));
        let mut findings: Vec<Finding> =
            concepts.par_iter_mut().flat_map_iter(|concept| give_forms(concept, grammars)).collect();
        let mut finders = BTreeMap::new();
        let mut coincidences = Vec::new();
        for locale in locales {
            let known = matching(&locale).or_else(|| matching(&fallback(&locale)?));
            let folding = Folding::new(known.cloned().unwrap_or_default());
            let clashes = leave_clashes(&mut concepts, &locale, &folding).into_iter();
            let (right, wrong): (Vec<_>, Vec<_>) = clashes.partition(|finding| finding.severity == Severity::Neutral);
            coincidences.extend(right);
            findings.extend(wrong);
            finders.insert(locale, Search { folding, finder: OnceLock::new() });
        }
        let (quotations, root) = (Quotations::default(), Finder::default());
        Parsed { value: Self { concepts, coincidences, quotations, finders, root }, findings }
    }

    fn finder(&self, locale: &Locale) -> &Finder {
        let own = self.finders.get_key_value(locale);
        let Some((locale, search)) = own.or_else(|| self.finders.get_key_value(&fallback(locale)?)) else {
            return &self.root;
        };
        search.finder.get_or_init(|| Finder::new(&held(&self.concepts, locale), search.folding.clone()))
    }

    /// How words of a locale are compared.
    #[must_use]
    pub fn folding(&self, locale: &Locale) -> &Folding {
        let own = self.finders.get(locale);
        own.or_else(|| self.finders.get(&fallback(locale)?)).map_or(&self.root.folding, |search| &search.folding)
    }

    /// The wordings of a concept (by its index) that hold in a locale; empty where there are none.
    #[must_use]
    pub fn terms(&self, locale: &Locale, concept: usize) -> &[Term] {
        self.concepts.get(concept).map_or(&[], |known| match known.terms.get(locale) {
            Some(own) if !own.is_empty() => own,
            _ => held_terms(known, locale, fallback(locale).as_ref()),
        })
    }

    /// The wording of a hit in a text of that locale.
    #[must_use]
    pub fn term(&self, locale: &Locale, hit: &Hit) -> Option<&Term> {
        self.terms(locale, hit.concept).get(hit.term)
    }

    /// Folds a text and finds every wording in it. Linear in the text.
    #[must_use]
    pub fn look(&self, locale: &Locale, text: &str) -> Sight {
        let finder = self.finder(locale);
        let folded = finder.folding.fold(text);
        let Found { all, lowered } = finder.all(text, &folded);
        Sight { folded, all, lowered }
    }

    /// The single words of a locale's right forms, for words that are nearly one of them; made once.
    #[must_use]
    pub fn vocabulary(&self, locale: &Locale) -> &Vocabulary {
        let finder = self.finder(locale);
        finder.vocabulary(|| Vocabulary::new(&held(&self.concepts, locale), &finder.folding))
    }

    /// The wordings in a text: leftmost, longest, none over another; a forbidden one beats a shorter right one.
    #[must_use]
    pub fn find(&self, locale: &Locale, text: &str) -> Vec<Hit> {
        choose(&self.look(locale, text).all)
    }
}

/// Gives every wording of a concept its forms; a class that says nothing is a finding, and the wording's own ending
/// is asked instead.
fn give_forms(concept: &mut Concept, grammars: &Grammars) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut all = Vec::new();
    for (locale, terms) in &concept.terms {
        for term in terms {
            let made = declined(grammars, locale, concept, term);
            findings.extend(made.error.map(|error| class_fault(locale, concept, term, &error)));
            all.push(made.forms);
        }
    }
    for (term, forms) in concept.terms.values_mut().flatten().zip(all) {
        term.forms = forms;
    }
    findings
}

/// What is said of a class that says nothing.
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

/// Takes away a locale's forbidden forms that are right ones as well, and says so.
fn leave_clashes(concepts: &mut [Concept], locale: &Locale, folding: &Folding) -> Vec<Finding> {
    let refused = |concept: &Concept| {
        concept.terms.get(locale).is_some_and(|terms| terms.iter().any(|term| term.usage == Usage::Forbidden))
    };
    if !concepts.iter().any(refused) {
        return Vec::new();
    }
    let all: Vec<(usize, &[Term])> =
        concepts.iter().enumerate().filter_map(|(n, c)| Some((n, c.terms.get(locale)?.as_slice()))).collect();
    let right = right_shapes(&all, folding);
    let owners: BTreeMap<(usize, usize), (String, usize)> = right
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
                let Some(owner) = right.get(&shape).and_then(|key| owners.get(key)) else {
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
