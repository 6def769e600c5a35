//! The shapes that a wording may have in a text.

use std::collections::BTreeSet;

use crate::model::{Concept, Form, Kind, Locale, Mode, Term, Usage};

use super::{
    Grammars,
    held::fallback,
    paradigm::{Class, ParadigmError, Paradigms, decline, guess},
};

/// The forms that the rules of a locale give a wording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paradigm {
    /// How it was declined.
    pub class: Class,
    /// Whose word that is.
    pub source: ClassSource,
    /// Every form, the dictionary form first.
    pub forms: Vec<Form>,
}

/// Where the class of a wording comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ClassSource {
    /// The glossary.
    Written,
    /// The preferred wording, of which this one is a part or a variant.
    Preferred,
    /// Its ending, and what sort of thing it names.
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

/// The paradigm of a wording of a concept; `None` where the glossary wants none, or where nothing is known of the
/// locale's declension.
///
/// Without a class of its own a wording takes that of the preferred wording where its words are among that one's
/// (`Лукашэнка` of `Аляксандр Лукашэнка`) or, if it is refused, where it ends alike; otherwise the class is guessed
/// from the endings and the concept's kind. Fails on a written class that is unknown or does not fit.
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
        return Ok(Some(Paradigm { class, source: ClassSource::Written, forms }));
    }
    let preferred = concept.terms.get(locale).into_iter().flatten().find(|other| other.usage == Usage::Preferred);
    if let Some((other, class)) = preferred.and_then(|other| Some((other, Class::parse(other.class.as_ref()?).ok()?)))
        && let Some(class) = shared_class(term, other, &class)
        && let Ok(forms) = decline(rules, &term.text, &class)
    {
        return Ok(Some(Paradigm { class, source: ClassSource::Preferred, forms }));
    }
    if rules.spells(&term.text) || term.usage > Usage::Forbidden {
        return Ok(guessed(rules, &term.text, concept.kind));
    }
    // A refused wording in the letters of another language declines as it does there.
    let other = grammars.iter().filter(|(tag, _)| *tag != locale);
    let foreign = other.filter_map(|(_, grammar)| grammar.paradigms.as_ref()).filter(|other| other.spells(&term.text));
    let mut all = foreign.filter_map(|other| guessed(other, &term.text, concept.kind));
    let Some(mut first) = all.next() else { return Ok(guessed(rules, &term.text, concept.kind)) };
    let mut known: BTreeSet<String> = first.forms.iter().map(|form| form.text.clone()).collect();
    for form in all.flat_map(|paradigm| paradigm.forms) {
        if known.insert(form.text.clone()) {
            first.forms.push(form);
        }
    }
    Ok(Some(first))
}

/// A wording as it stands in texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declined {
    /// What the rules make of it; nothing where the glossary wants none, or where nothing is known of the locale.
    pub paradigm: Option<Paradigm>,
    /// Every form, the wording itself first.
    pub forms: Vec<Form>,
    /// Why the class that the glossary writes says nothing; its forms are then those of its ending.
    pub error: Option<ParadigmError>,
}

/// Every form of a wording of a concept that carries its written forms. A class that says nothing is told, and the
/// wording's own ending is asked instead.
#[must_use]
pub fn declined(grammars: &Grammars, locale: &Locale, concept: &Concept, term: &Term) -> Declined {
    let (paradigm, error) = match paradigm_of(grammars, locale, concept, term) {
        Ok(paradigm) => (paradigm, None),
        Err(error) => {
            let unclassed = Term { class: None, ..term.clone() };
            (paradigm_of(grammars, locale, concept, &unclassed).ok().flatten(), Some(error))
        }
    };
    let forms = forms_of(term, paradigm.as_ref());
    Declined { paradigm, forms, error }
}

/// The paradigm of a wording that no glossary has: of the class given, else of the one guessed from its ending and
/// what sort of thing it names. `None` where nothing is known of the locale's declension; fails on a class that is
/// unknown or does not fit, and on letters of another alphabet.
pub fn paradigm_in(
    grammars: &Grammars,
    locale: &Locale,
    text: &str,
    kind: Kind,
    class: Option<&str>,
) -> Result<Option<Paradigm>, ParadigmError> {
    let Some(rules) = rules_of(grammars, locale) else { return Ok(None) };
    let (class, source) = match class {
        Some(class) => (Class::parse(class)?, ClassSource::Written),
        None => (guess(rules, text, kind), ClassSource::Guessed),
    };
    let forms = decline(rules, text, &class)?;
    Ok(Some(Paradigm { class, source, forms }))
}

/// The locales with rules of declension whose alphabet has every letter of a wording; none that only varies another
/// one that has rules.
#[must_use]
pub fn locales_that_spell(grammars: &Grammars, text: &str) -> Vec<Locale> {
    let varies = |locale: &Locale| fallback(locale).is_some_and(|other| grammars.contains_key(&other));
    let known = grammars.iter().filter(|(locale, _)| !varies(locale));
    let spelled =
        known.filter(|(_, grammar)| grammar.paradigms.as_ref().is_some_and(|rules| rules.spells(text.trim())));
    spelled.map(|(locale, _)| locale.clone()).collect()
}

/// The rules of declension that hold in a locale.
pub(super) fn rules_of<'a>(grammars: &'a Grammars, locale: &Locale) -> Option<&'a Paradigms> {
    let own = grammars.get(locale).or_else(|| grammars.get(&fallback(locale)?))?;
    own.paradigms.as_ref()
}

fn guessed(rules: &Paradigms, text: &str, kind: Kind) -> Option<Paradigm> {
    let class = guess(rules, text, kind);
    let forms = decline(rules, text, &class).ok()?;
    Some(Paradigm { class, source: ClassSource::Guessed, forms })
}

/// What the class of the preferred wording says of another one.
fn shared_class(term: &Term, preferred: &Term, class: &Class) -> Option<Class> {
    let words: Vec<&str> = term.text.split_whitespace().collect();
    let known: Vec<&str> = preferred.text.split_whitespace().collect();
    if known.len() != class.words.len() || words.is_empty() {
        return None;
    }
    if let Some(at) = known.windows(words.len()).position(|run| run == words.as_slice()) {
        return Some(Class { words: class.words.get(at..at + words.len())?.to_vec() });
    }
    let alike = |(one, other): (&&str, &&str)| one.chars().next_back() == other.chars().next_back();
    let variant = words.len() == known.len() && words.iter().zip(&known).all(alike);
    (variant && term.usage == Usage::Forbidden).then(|| class.clone())
}

/// Every form of a wording: the wording itself first, then those of its paradigm, then those that are only written.
///
/// A written form with number and case takes the place of what the paradigm has there.
#[must_use]
pub fn forms_of(term: &Term, paradigm: Option<&Paradigm>) -> Vec<Form> {
    let replaced: BTreeSet<_> = term
        .forms
        .iter()
        .filter(|form| form.case.is_some())
        .map(|form| (form.number, form.case, form.gender))
        .collect();
    let generated = paradigm.into_iter().flat_map(|paradigm| &paradigm.forms);
    let kept =
        generated.filter(|form| form.case.is_none() || !replaced.contains(&(form.number, form.case, form.gender)));
    let mut forms: Vec<Form> = kept.cloned().collect();
    let known: BTreeSet<String> = forms.iter().map(|form| form.text.clone()).collect();
    forms.extend(term.forms.iter().filter(|form| form.case.is_some() || !known.contains(&form.text)).cloned());
    match forms.iter().position(|form| form.text == term.text) {
        Some(0) => {}
        Some(at) => forms.swap(0, at),
        None => forms.insert(0, Form::bare(term.text.clone())),
    }
    forms
}
