//! The terms in effect in a locale: its own, or those of its fallback language.

use crate::model::{Concept, Locale, Term};

/// The terms in effect in a locale: the index of each concept, with its terms.
pub(super) type LocaleTerms<'a> = [(usize, &'a [Term])];

/// The locale whose terms replace those that `locale` lacks: for a variant in the same script, its language.
pub(super) fn fallback(locale: &Locale) -> Option<Locale> {
    let id = locale.identifier();
    let plain = id.script.is_none() && (id.region.is_some() || id.variants().len() > 0);
    if plain { locale.language().parse().ok() } else { None }
}

/// A concept's terms in a locale, or in its fallback.
pub(super) fn terms_of<'a>(concept: &'a Concept, locale: &Locale, fallback: Option<&Locale>) -> &'a [Term] {
    let specific = concept.terms.get(locale).filter(|terms| !terms.is_empty());
    specific.or_else(|| fallback.and_then(|other| concept.terms.get(other))).map_or(&[], Vec::as_slice)
}

/// Every concept's terms in a locale.
pub(super) fn locale_terms<'a>(concepts: &'a [Concept], locale: &Locale) -> Vec<(usize, &'a [Term])> {
    let other = fallback(locale);
    concepts.iter().enumerate().map(|(number, concept)| (number, terms_of(concept, locale, other.as_ref()))).collect()
}
