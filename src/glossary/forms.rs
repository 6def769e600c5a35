//! The forms that a term may take in a text.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Case, Concept, Form, Gender, Kind, Locale, Mode, Number, Term, Usage};

use super::{
    Grammars, ParadigmCell,
    locale_terms::fallback,
    paradigm::{Class, ParadigmError, Paradigms, Plausible, decline, plausible},
};

/// The forms that a locale's rules give a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paradigm {
    /// The plausible classes, the likeliest first, never empty; several only if the class is a guess.
    pub classes: Vec<Class>,
    /// Where the class comes from.
    pub source: ClassSource,
    /// The forms of every plausible class, by number and case; certain ones are shared by all of them.
    pub forms: Vec<Form>,
}

impl Paradigm {
    /// The likeliest class.
    #[must_use]
    pub fn class(&self) -> &Class {
        static NONE: Class = Class { words: Vec::new() };
        self.classes.first().unwrap_or(&NONE)
    }

    /// The gender and the only number in which other words agree with it, where all plausible classes have the same.
    #[must_use]
    pub fn agreement(&self) -> Option<(Gender, Option<Number>)> {
        let first = self.class().agreement()?;
        self.classes.iter().all(|class| class.agreement() == Some(first)).then_some(first)
    }

    /// Whether it cannot be known by which of several classes the term declines.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.classes.len() > 1
    }
}

/// Where the class of a term comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ClassSource {
    /// The glossary.
    Written,
    /// The preferred term, of which this one is a part or a variant.
    Preferred,
    /// Its ending and the concept's kind.
    Guessed,
}

impl ClassSource {
    /// Every source.
    pub const ALL: [Self; 3] = [Self::Written, Self::Preferred, Self::Guessed];

    /// The name used in JSON and in the lock file.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Written => "written",
            Self::Preferred => "preferred",
            Self::Guessed => "guessed",
        }
    }
}

/// The paradigm of a concept's term; `None` for an `exact` term or a locale without rules of declension.
///
/// A term without a class takes that of the preferred term if its words are part of that one (`Лукашэнка` of
/// `Аляксандр Лукашэнка`) or, if it is forbidden, if its words end alike; otherwise the class is guessed from the
/// endings and the concept's kind. Fails on a written class that is unknown or does not fit.
pub fn paradigm_of(
    grammars: &Grammars,
    locale: &Locale,
    concept: &Concept,
    term: &Term,
) -> Result<Option<Paradigm>, ParadigmError> {
    if term.mode == Mode::Exact {
        return Ok(None);
    }
    let Some(rules) = rules_of(grammars, locale) else { return Ok(None) };
    if let Some(written) = &term.class {
        let class = Class::parse(written)?;
        let forms = decline(rules, &term.text, &class)?;
        return Ok(Some(Paradigm { classes: vec![class], source: ClassSource::Written, forms }));
    }
    let preferred = concept.terms.get(locale).into_iter().flatten().find(|other| other.usage == Usage::Preferred);
    if let Some((other, class)) = preferred.and_then(|other| Some((other, Class::parse(other.class.as_ref()?).ok()?)))
        && let Some(class) = shared_class(term, other, &class)
        && let Ok(forms) = decline(rules, &term.text, &class)
    {
        return Ok(Some(Paradigm { classes: vec![class], source: ClassSource::Preferred, forms }));
    }
    if rules.spells(&term.text) || term.usage > Usage::Forbidden {
        return Ok(guessed(rules, &term.text, concept.kind).ok());
    }
    // A forbidden term in the letters of another language declines as it does there.
    let other = grammars.iter().filter(|(tag, _)| *tag != locale);
    let foreign = other.filter_map(|(_, grammar)| grammar.paradigms()).filter(|other| other.spells(&term.text));
    let mut paradigms = foreign.filter_map(|other| guessed(other, &term.text, concept.kind).ok());
    let Some(mut first) = paradigms.next() else { return Ok(guessed(rules, &term.text, concept.kind).ok()) };
    let mut known: BTreeSet<String> = first.forms.iter().map(|form| form.text.clone()).collect();
    for form in paradigms.flat_map(|paradigm| paradigm.forms) {
        if known.insert(form.text.clone()) {
            first.forms.push(form);
        }
    }
    Ok(Some(first))
}

/// A term with its forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeclinedTerm {
    /// The generated forms; `None` for an `exact` term or a locale without rules of declension.
    pub paradigm: Option<Paradigm>,
    /// All forms, the term itself first.
    pub forms: Vec<Form>,
    /// Why the written class is unusable; the forms then follow from the ending.
    pub error: Option<ParadigmError>,
}

/// Declines a concept's term, which carries its written forms. An unusable class is returned as an error, and the class
/// is guessed from the ending instead.
#[must_use]
pub fn decline_term(grammars: &Grammars, locale: &Locale, concept: &Concept, term: &Term) -> DeclinedTerm {
    let (paradigm, error) = match paradigm_of(grammars, locale, concept, term) {
        Ok(paradigm) => (paradigm, None),
        Err(error) => {
            let unclassed = Term { class: None, ..term.clone() };
            (paradigm_of(grammars, locale, concept, &unclassed).ok().flatten(), Some(error))
        }
    };
    let forms = forms_of(term, paradigm.as_ref());
    DeclinedTerm { paradigm, forms, error }
}

/// The paradigm of a text that is not in the glossary, by the given class, or else by those guessed from its ending
/// and kind. `None` for a locale without rules of declension; fails on a class that is unknown or does not fit, and on
/// letters of another alphabet.
pub fn paradigm_in(
    grammars: &Grammars,
    locale: &Locale,
    text: &str,
    kind: Kind,
    class: Option<&str>,
) -> Result<Option<Paradigm>, ParadigmError> {
    let Some(rules) = rules_of(grammars, locale) else { return Ok(None) };
    let Some(class) = class else { return guessed(rules, text, kind).map(Some) };
    let class = Class::parse(class)?;
    let forms = decline(rules, text, &class)?;
    Ok(Some(Paradigm { classes: vec![class], source: ClassSource::Written, forms }))
}

/// The letters that are left of a plural when its ending is cut off.
const MIN_STEM: usize = 3;

/// The paradigms of the terms whose nominative plural a word may be: those of words that differ from it in an ending of a
/// letter or two, or in a vowel before the last letter, and whose guessed plural it is. None if nothing suggests that it is a
/// plural. Not all of these words exist: for finding words, not for writing them.
#[must_use]
pub fn singulars_in(grammars: &Grammars, locale: &Locale, plural: &str) -> Vec<Paradigm> {
    let Some(rules) = rules_of(grammars, locale) else { return Vec::new() };
    let has_plural = |paradigm: &Paradigm| {
        let is_plural = |form: &Form| form.number == Some(Number::Plural) && form.case == Some(Case::Nominative);
        paradigm.forms.iter().any(|form| is_plural(form) && form.text == plural)
    };
    if !guessed(rules, plural, Kind::Term).is_ok_and(|paradigm| has_plural(&paradigm)) {
        return Vec::new();
    }
    let letters: Vec<char> = plural.chars().collect();
    let mut words: Vec<String> = Vec::new();
    for cut in 1..=2 {
        let Some((stem, _)) = letters.split_at_checked(letters.len().saturating_sub(cut)) else { continue };
        if stem.len() < MIN_STEM {
            continue;
        }
        let stem: String = stem.iter().collect();
        words.extend(rules.letters().chars().map(|ending| format!("{stem}{ending}")));
        words.push(stem);
    }
    if let [stem @ .., last, _] = letters.as_slice()
        && stem.len() + 1 >= MIN_STEM
    {
        let stem: String = stem.iter().collect();
        words.extend(rules.vowels().chars().map(|vowel| format!("{stem}{vowel}{last}")));
    }
    let declined =
        words.iter().filter(|word| word.as_str() != plural).filter_map(|word| guessed(rules, word, Kind::Term).ok());
    declined.filter(has_plural).collect()
}

/// The locales with rules of declension whose alphabet has every letter of a text, except variants of a locale that has
/// rules itself.
#[must_use]
pub fn locales_that_spell(grammars: &Grammars, text: &str) -> Vec<Locale> {
    let is_variant = |locale: &Locale| fallback(locale).is_some_and(|other| grammars.contains_key(&other));
    let known = grammars.iter().filter(|(locale, _)| !is_variant(locale));
    let spelled = known.filter(|(_, grammar)| grammar.paradigms().is_some_and(|rules| rules.spells(text.trim())));
    spelled.map(|(locale, _)| locale.clone()).collect()
}

/// The rules of declension in effect in a locale.
pub(super) fn rules_of<'a>(grammars: &'a Grammars, locale: &Locale) -> Option<&'a Paradigms> {
    let grammar = grammars.get(locale).or_else(|| grammars.get(&fallback(locale)?))?;
    grammar.paradigms()
}

fn guessed(rules: &Paradigms, text: &str, kind: Kind) -> Result<Paradigm, ParadigmError> {
    let plausible = plausible(rules, text, kind)?;
    let forms = united(&plausible);
    let classes = plausible.into_iter().map(|plausible| plausible.class).collect();
    Ok(Paradigm { classes, source: ClassSource::Guessed, forms })
}

/// The forms of several classes, cell by cell. A form that some class lacks in its cell is uncertain; an invariable
/// class has the wording itself in every cell.
fn united(plausible: &[Plausible]) -> Vec<Form> {
    if let [only] = plausible {
        return only.forms.clone();
    }
    let (invariable, declining): (Vec<&Plausible>, Vec<&Plausible>) =
        plausible.iter().partition(|plausible| plausible.class.is_invariable());
    // Each form with the number of classes that have it for certain.
    let mut cells: BTreeMap<ParadigmCell, Vec<(&str, usize)>> = BTreeMap::new();
    for form in declining.iter().flat_map(|plausible| &plausible.forms) {
        let cell = cells.entry(ParadigmCell::of(form)).or_default();
        match cell.iter_mut().find(|(text, _)| *text == form.text) {
            Some((_, count)) => *count += usize::from(form.certain),
            None => cell.push((&form.text, usize::from(form.certain))),
        }
    }
    for form in invariable.iter().flat_map(|plausible| &plausible.forms) {
        for cell in cells.values_mut() {
            match cell.iter_mut().find(|(text, _)| *text == form.text) {
                Some((_, count)) => *count += usize::from(form.certain),
                None => cell.push((&form.text, usize::from(form.certain))),
            }
        }
    }
    let forms = cells.into_iter().flat_map(|(ParadigmCell { number, case, gender }, forms)| {
        forms.into_iter().map(move |(text, count)| {
            let certain = count == plausible.len();
            Form { text: text.to_owned(), number, case, gender, certain }
        })
    });
    forms.collect()
}

/// The part of the preferred term's class that applies to another term.
fn shared_class(term: &Term, preferred: &Term, class: &Class) -> Option<Class> {
    let words: Vec<&str> = term.text.split_whitespace().collect();
    let known: Vec<&str> = preferred.text.split_whitespace().collect();
    if known.len() != class.words.len() || words.is_empty() {
        return None;
    }
    if let Some(at) = known.windows(words.len()).position(|run| run == words.as_slice()) {
        return Some(Class { words: class.words.get(at..at + words.len())?.to_vec() });
    }
    let ends_alike = |(word, other): (&&str, &&str)| word.chars().next_back() == other.chars().next_back();
    let is_variant = words.len() == known.len() && words.iter().zip(&known).all(ends_alike);
    (is_variant && term.usage == Usage::Forbidden).then(|| class.clone())
}

/// All forms of a term: the term itself, then the forms of its paradigm, then the remaining written ones.
///
/// A written form with number and case replaces the paradigm's forms in that cell.
#[must_use]
pub fn forms_of(term: &Term, paradigm: Option<&Paradigm>) -> Vec<Form> {
    let replaced: BTreeSet<_> = term.forms.iter().filter(|form| form.case.is_some()).map(ParadigmCell::of).collect();
    let generated = paradigm.into_iter().flat_map(|paradigm| &paradigm.forms);
    let remaining = generated.filter(|form| form.case.is_none() || !replaced.contains(&ParadigmCell::of(form)));
    let mut forms: Vec<Form> = remaining.cloned().collect();
    // A written form is certain, also where the paradigm has it as an uncertain one.
    let known: BTreeSet<String> = forms.iter().filter(|form| form.certain).map(|form| form.text.clone()).collect();
    forms.extend(term.forms.iter().filter(|form| form.case.is_some() || !known.contains(&form.text)).cloned());
    match forms.iter().position(|form| form.text == term.text) {
        Some(0) => {}
        Some(at) => forms.swap(0, at),
        None => forms.insert(0, Form::bare(term.text.clone())),
    }
    forms
}
