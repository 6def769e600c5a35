//! The loaded glossary: its concepts, with the forms and a finder of each locale that is asked for.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Debug,
    sync::{Arc, OnceLock},
};

use crate::model::{Concept, Finding, Form, Locale, Parsed, Place, Severity, Term, Usage};

use super::{
    Grammar, Grammars,
    choices::{Choices, Quotations, apply},
    class_fault::class_fault,
    derivations::TextWords,
    derived::{DerivedIndex, DerivedWord, has_derived, may_have_derived},
    finder::{Finder, FoundForms, Hit, choose},
    folding::{Folded, Folding},
    forms::{DeclinedTerm, decline_term},
    index::{Clash, TermForms, TermIndex, TermPlace},
    index_file::{from_bytes, to_bytes},
    locale_terms::{fallback, locale_terms, terms_of},
    lock::FormsLock,
    problem::GlossaryProblem,
    read::read,
    vocabulary::{TermSource, Vocabulary, WordLists},
};

/// The loaded glossary.
///
/// The terms of a locale are declined when that locale is first asked for: a run needs few of the many locales.
#[derive(Debug, Clone, Default)]
pub struct Termbase {
    /// The concepts, in file order. Their terms have the written forms only; [`Termbase::terms`] has all.
    pub concepts: Vec<Concept>,
    /// How forbidden and deprecated terms in quotations are treated.
    pub quotations: Quotations,
    /// Where the indexes of large locales are kept between runs.
    pub index_store: Option<Arc<dyn IndexStore>>,
    grammars: Grammars,
    reviewed: Reviewed,
    lazy_locales: BTreeMap<Locale, LazyLocale>,
    /// For locales without terms or grammar.
    root: LazyLocale,
}

/// Where the indexes of a termbase are kept between runs. What [`IndexStore::get`] returns was stored by the same program
/// for the same glossary, rules and choices, and is whole.
pub trait IndexStore: Debug + Send + Sync {
    /// The index of a locale, if it has been stored.
    fn get(&self, locale: &Locale) -> Option<Vec<u8>>;
    /// Stores the index of a locale. Losing it costs only time.
    fn put(&self, locale: &Locale, index: &[u8]);
}

/// The terms in effect in a locale.
#[derive(Debug, Clone, Default)]
struct LazyLocale {
    folding: OnceLock<Folding>,
    finder: OnceLock<Finder>,
    /// For each concept with terms in this very locale, these with all their forms.
    terms: OnceLock<Vec<OnceLock<Vec<Term>>>>,
    words: WordLists,
    derived: OnceLock<DerivedIndex>,
}

/// The forms that people have reviewed, read when the first forms are made.
#[derive(Debug, Clone, Default)]
struct Reviewed {
    text: String,
    lock: OnceLock<FormsLock>,
}

/// The terms found in a text.
#[derive(Debug, Clone, Default)]
pub struct Sight {
    /// The text in its folded form, if it was folded.
    folded: OnceLock<Folded>,
    /// Every term in it, nested ones included, in reading order.
    pub all: Vec<Hit>,
    /// Terms that would match but for a missing capital, in reading order.
    pub lowered: Vec<Hit>,
}

impl Sight {
    /// The text in its folded form; `folding` is its locale's. One in which no term can be is folded when it is asked for.
    pub fn folded(&self, folding: &Folding, text: &str) -> &Folded {
        self.folded.get_or_init(|| folding.fold(text))
    }
}

/// The number of terms in a locale from which reading a stored index is quicker than making it.
const STORED_FROM: usize = 200;

/// Reads glossary files, given as path and text, into a termbase, and declines all its terms.
///
/// A locale missing from `grammars` uses its language's entry, or else the general rules and no declension. Anything
/// unreadable is a finding of rule `glossary` with file and line, and reading continues. A form that is both accepted
/// and forbidden in a locale is kept as accepted.
#[must_use]
pub fn load(files: &[(String, String)], grammars: &Grammars) -> Parsed<Termbase> {
    let mut loaded = load_chosen(files, grammars, &Choices::default(), "");
    let faults = loaded.value.faults(loaded.value.known_locales());
    loaded.findings.extend(faults);
    loaded
}

/// Reads glossary files like [`load`], then applies the house's choices from the settings file `settings`. No term is
/// declined yet, so what only the forms show is no finding here but one of [`Termbase::faults`].
#[must_use]
pub fn load_chosen(
    files: &[(String, String)],
    grammars: &Grammars,
    choices: &Choices,
    settings: &str,
) -> Parsed<Termbase> {
    let Parsed { value: mut concepts, mut findings } = read(files);
    findings.extend(apply(&mut concepts, choices, settings));
    let mut termbase = Termbase::new(concepts, grammars);
    termbase.quotations = choices.quotations;
    Parsed { value: termbase, findings }
}

impl Termbase {
    /// Builds a termbase from concepts whose terms carry only their written forms.
    #[must_use]
    pub fn new(concepts: Vec<Concept>, grammars: &Grammars) -> Self {
        let with_terms: BTreeSet<&Locale> = concepts.iter().flat_map(|concept| concept.terms.keys()).collect();
        // A variant with neither terms nor matching rules of its own uses its language's finder.
        let is_redundant = |locale: &Locale| {
            let has_language = fallback(locale).is_some_and(|other| grammars.contains_key(&other));
            has_language && grammars.get(locale).is_none_or(Grammar::inherits_matching)
        };
        let locales: BTreeSet<&Locale> = with_terms.iter().copied().chain(grammars.keys()).collect();
        let used = locales.into_iter().filter(|locale| with_terms.contains(locale) || !is_redundant(locale));
        let lazy_locales = used.map(|locale| (locale.clone(), LazyLocale::default())).collect();
        Self { concepts, grammars: grammars.clone(), lazy_locales, ..Self::default() }
    }

    /// Takes forms as certain that a person has reviewed, given the text of the lock, and those as uncertain that a person
    /// has rejected. A damaged lock confirms nothing. For a termbase of which no forms have been made yet.
    #[must_use]
    pub fn reviewed(self, lock: String) -> Self {
        Self { reviewed: Reviewed { text: lock, lock: OnceLock::new() }, ..self }
    }

    /// The locales with terms or with rules for words.
    pub fn known_locales(&self) -> impl Iterator<Item = &Locale> {
        self.lazy_locales.keys()
    }

    /// How the words of one of the lexicons are compared.
    fn folding_of<'a>(&self, locale: &Locale, lexicon: &'a LazyLocale) -> &'a Folding {
        lexicon.folding.get_or_init(|| {
            let grammar = self.grammars.get(locale).or_else(|| self.grammars.get(&fallback(locale)?));
            Folding::new(grammar.map(|grammar| grammar.matching().clone()).unwrap_or_default())
        })
    }

    /// The lexicon of a locale, with the locale that it is of.
    fn lexicon(&self, locale: &Locale) -> Option<(&Locale, &LazyLocale)> {
        self.lazy_locales.get_key_value(locale).or_else(|| self.lazy_locales.get_key_value(&fallback(locale)?))
    }

    fn finder(&self, locale: &Locale) -> &Finder {
        let Some((locale, lexicon)) = self.lexicon(locale) else {
            return self.root.finder.get_or_init(Finder::default);
        };
        lexicon.finder.get_or_init(|| {
            let terms = locale_terms(&self.concepts, locale);
            let count: usize = terms.iter().map(|(_, terms)| terms.len()).sum();
            let store = self.index_store.as_ref().filter(|_| count >= STORED_FROM);
            let stored = store.and_then(|store| store.get(locale));
            let index = stored.and_then(|bytes| from_bytes(&bytes)).unwrap_or_else(|| {
                let decline = |concept| self.decline(locale, concept);
                let folding = self.folding_of(locale, lexicon);
                let index = TermIndex::build(&self.concepts, locale, &terms, folding, decline);
                tracing::debug!(locale = %locale, terms = count, "declined the terms of the glossary");
                let Some(index) = index else {
                    tracing::error!(locale = %locale, terms = count, "too many terms for an index: none is found");
                    return TermIndex::default();
                };
                if let Some(store) = store {
                    store.put(locale, &to_bytes(&index));
                }
                index
            });
            Finder::new(index, &terms, self.folding_of(locale, lexicon).clone())
        })
    }

    /// The terms of a concept in effect in a locale, each with all its forms.
    fn decline(&self, locale: &Locale, concept: usize) -> Vec<TermForms> {
        let Some(known) = self.concepts.get(concept) else { return Vec::new() };
        match (known.terms.get(locale), fallback(locale)) {
            (Some(own), _) if !own.is_empty() => own.iter().map(|term| self.decline_own(locale, known, term)).collect(),
            (_, Some(other)) if known.terms.contains_key(&other) => {
                let terms = self.make_terms(&other, concept);
                terms.into_iter().map(|term| TermForms { forms: term.forms, is_faulty: false }).collect()
            }
            _ => Vec::new(),
        }
    }

    fn decline_own(&self, locale: &Locale, concept: &Concept, term: &Term) -> TermForms {
        let DeclinedTerm { mut forms, error, .. } = decline_term(&self.grammars, locale, concept, term);
        self.reviewed.lock().confirm(locale, concept, term, &mut forms);
        TermForms { forms, is_faulty: error.is_some() }
    }

    /// A concept's terms in this very locale with all their forms, but for forbidden ones that are also accepted.
    fn make_terms(&self, locale: &Locale, concept: usize) -> Vec<Term> {
        let Some(known) = self.concepts.get(concept) else { return Vec::new() };
        let mut terms = known.terms.get(locale).cloned().unwrap_or_default();
        for (number, term) in (0_u32..).zip(&mut terms) {
            term.forms = self.decline_own(locale, known, term).forms;
            if term.usage == Usage::Forbidden {
                let place = TermPlace { concept: u32::try_from(concept).unwrap_or(u32::MAX), term: number };
                let dropped: BTreeSet<u32> = self.finder(locale).index.clashing_forms(place).collect();
                let mut index = 0_u32..;
                term.forms.retain(|_| index.next().is_none_or(|index| !dropped.contains(&index)));
            }
        }
        terms
    }

    /// All forms of a concept's term in its locale, made anew and not kept: for work on every term once.
    #[must_use]
    pub fn fresh_forms(&self, locale: &Locale, concept: &Concept, term: &Term) -> Vec<Form> {
        self.decline_own(locale, concept, term).forms
    }

    /// Whether two terms of a concept may change places without a change of the words that agree with them: `false` where it is
    /// known that they differ in gender or number. For single findings: it declines both anew.
    #[must_use]
    pub fn agree_alike(&self, locale: &Locale, concept: usize, one: &Term, other: &Term) -> bool {
        let Some(concept) = self.concepts.get(concept) else { return true };
        let agreement = |term| decline_term(&self.grammars, locale, concept, term).paradigm?.agreement();
        match (agreement(one), agreement(other)) {
            (Some(one), Some(other)) => one == other,
            _ => true,
        }
    }

    /// How a locale's words are compared.
    #[must_use]
    pub fn folding(&self, locale: &Locale) -> &Folding {
        match self.lexicon(locale) {
            Some((locale, lexicon)) => self.folding_of(locale, lexicon),
            None => self.root.folding.get_or_init(Folding::default),
        }
    }

    /// The terms of a concept, by its index, in a locale or its fallback, each with all its forms.
    #[must_use]
    pub fn terms(&self, locale: &Locale, concept: usize) -> &[Term] {
        let Some(known) = self.concepts.get(concept) else { return &[] };
        let has_terms = |locale: &Locale| known.terms.get(locale).is_some_and(|terms| !terms.is_empty());
        let owner = if has_terms(locale) { Some(locale.clone()) } else { fallback(locale).filter(has_terms) };
        let Some((owner, lexicon)) = owner.and_then(|owner| self.lazy_locales.get_key_value(&owner)) else {
            return &[];
        };
        let made = lexicon.terms.get_or_init(|| vec![OnceLock::new(); self.concepts.len()]);
        made.get(concept).map_or(&[], |terms| terms.get_or_init(|| self.make_terms(owner, concept)))
    }

    /// The term of a hit in a text of that locale.
    #[must_use]
    pub fn term(&self, locale: &Locale, hit: &Hit) -> Option<&Term> {
        self.terms(locale, hit.concept).get(hit.term)
    }

    /// Finds every term in a text. Linear in the text.
    #[must_use]
    pub fn look(&self, locale: &Locale, text: &str) -> Sight {
        let finder = self.finder(locale);
        if finder.is_empty() {
            return Sight::default();
        }
        let folded = finder.folding.fold(text);
        let FoundForms { all, lowered } = finder.all(text, &folded);
        Sight { folded: folded.into(), all, lowered }
    }

    /// Whether a term may begin at a word of a text, whatever stands beside it: no text without such a word has a term, unless
    /// it has a hashtag, or terms begin [between words](Self::may_begin_between_words).
    #[must_use]
    pub fn may_begin(&self, locale: &Locale, word: &str) -> bool {
        let finder = self.finder(locale);
        !finder.is_empty() && finder.may_begin(word)
    }

    /// Whether a term of a locale may begin with a character that is no part of a word.
    #[must_use]
    pub fn may_begin_between_words(&self, locale: &Locale) -> bool {
        self.finder(locale).may_begin_between_words()
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

    /// The words of a locale's accepted forms, for finding near misses.
    #[must_use]
    pub fn vocabulary(&self, locale: &Locale) -> Vocabulary<'_> {
        if let Some((locale, lexicon)) = self.lexicon(locale) {
            let index = &self.finder(locale).index;
            return Vocabulary::new(self, Some(locale), self.folding_of(locale, lexicon), &lexicon.words, index);
        }
        let index = &self.root.finder.get_or_init(Finder::default).index;
        let folding = self.root.folding.get_or_init(Folding::default);
        Vocabulary::new(self, None, folding, &self.root.words, index)
    }

    /// The terms in a text, leftmost-longest without overlap; a forbidden one beats a shorter accepted one.
    #[must_use]
    pub fn find(&self, locale: &Locale, text: &str) -> Vec<Hit> {
        choose(&self.look(locale, text).all)
    }

    /// The adjectives and inhabitants in a text that stand for concepts, in reading order, beside the terms of
    /// [`Termbase::find`] and not inside them.
    #[must_use]
    pub fn find_derived(&self, locale: &Locale, text: &str) -> Vec<DerivedWord> {
        let Some((locale, lexicon)) = self.lexicon(locale) else { return Vec::new() };
        let folding = self.folding_of(locale, lexicon);
        let make = || DerivedIndex::new(&self.concepts, &self.grammars, folding, locale);
        let sight = self.look(locale, text);
        let terms = choose(&sight.all);
        let folded = sight.folded(folding, text);
        let words = lexicon.derived.get_or_init(make).find(&self.grammars, locale, &folded.text);
        let words = words.into_iter().map(|word| DerivedWord { span: folded.span(text, &word.span), ..word });
        let is_free = |word: &DerivedWord| {
            terms.iter().all(|term| term.span.end <= word.span.start || word.span.end <= term.span.start)
        };
        words.filter(is_free).collect()
    }

    /// The findings that only the forms of terms show: classes that are unusable, so that the class is guessed from the
    /// ending, and written forms that are both accepted and forbidden. Declines the terms in effect in these locales.
    #[must_use]
    pub fn faults<'a>(&self, locales: impl IntoIterator<Item = &'a Locale>) -> Vec<Finding> {
        let mut places: Vec<(TermPlace, &Locale)> = Vec::new();
        let locales = self.in_effect(locales);
        for locale in &locales {
            let locale = *locale;
            places.extend(self.finder(locale).index.faults.iter().map(|place| (*place, locale)));
        }
        places.sort_by(|(place, locale), (other, next)| {
            (place.concept, *locale, place.term).cmp(&(other.concept, *next, other.term))
        });
        let classes = places.into_iter().filter_map(|(place, locale)| {
            let (concept, term) = self.written(locale, place)?;
            let error = decline_term(&self.grammars, locale, concept, term).error?;
            Some(class_fault(locale, concept, term, &error))
        });
        classes.chain(self.clashes(locales, |severity| severity > Severity::Neutral)).collect()
    }

    /// Generated forms that are both accepted and forbidden (uk `Лукашенка`): the accepted one is kept, and only
    /// `glossary lint` reports these. Declines the terms of all locales.
    #[must_use]
    pub fn coincidences(&self) -> Vec<Finding> {
        self.clashes(self.lazy_locales.keys(), |severity| severity == Severity::Neutral).collect()
    }

    /// The known locales whose terms are in effect in these ones, fallbacks included.
    fn in_effect<'a>(&self, locales: impl IntoIterator<Item = &'a Locale>) -> BTreeSet<&Locale> {
        let known = |locale: &Locale| self.lazy_locales.get_key_value(locale).map(|(known, _)| known);
        let both = |locale: &Locale| [known(locale), fallback(locale).and_then(|other| known(&other))];
        locales.into_iter().flat_map(both).flatten().collect()
    }

    /// A finding for each forbidden form of these locales that is also an accepted one, if it is as severe as requested.
    fn clashes<'a>(
        &'a self,
        locales: impl IntoIterator<Item = &'a Locale>,
        is_requested: impl Fn(Severity) -> bool,
    ) -> impl Iterator<Item = Finding> {
        let of_locale = |locale| self.finder(locale).index.clashes.iter().map(move |clash| (locale, clash));
        let all = locales.into_iter().flat_map(of_locale);
        all.filter(move |(_, clash)| is_requested(clash.severity()))
            .filter_map(|(locale, clash)| self.clash(locale, clash))
    }

    fn clash(&self, locale: &Locale, clash: &Clash) -> Option<Finding> {
        let (concept, term) = self.written(locale, clash.forbidden)?;
        let (first, accepted) = self.written(locale, clash.accepted)?;
        let form = self.decline_own(locale, concept, term).forms.into_iter().nth(clash.form as usize)?;
        let place = Place {
            file: Some(concept.file.clone()),
            line: (term.line > 0).then_some(term.line),
            locale: Some(locale.clone()),
            ..Place::default()
        };
        let first = format!("{}:{}", first.file, accepted.line);
        Some(
            Finding::new(GlossaryProblem::Clash { form: form.text, first }, clash.severity(), place).about(&concept.id),
        )
    }

    /// A concept and a term of it as written.
    fn written(&self, locale: &Locale, place: TermPlace) -> Option<(&Concept, &Term)> {
        let concept = self.concepts.get(place.concept as usize)?;
        Some((concept, terms_of(concept, locale, None).get(place.term as usize)?))
    }
}

impl TermSource for Termbase {
    fn concept_count(&self) -> usize {
        self.concepts.len()
    }

    fn terms_of(&self, locale: &Locale, concept: usize) -> &[Term] {
        self.terms(locale, concept)
    }
}

impl Reviewed {
    fn lock(&self) -> &FormsLock {
        // A damaged lock is reported by the commands that keep it; without it, fewer forms are certain.
        self.lock.get_or_init(|| FormsLock::parse(&self.text).unwrap_or_default())
    }
}
