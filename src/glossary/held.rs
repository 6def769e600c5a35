//! The wordings that hold in a locale: its own, or those of the language that stands in for it.

use crate::model::{Concept, Locale, Term};

/// A locale's terms as they hold: index of the concept, and its wordings.
pub(super) type Held<'a> = [(usize, &'a [Term])];

/// The locale whose terms stand in for those that `locale` lacks: the language of a variant in the same script.
pub(super) fn fallback(locale: &Locale) -> Option<Locale> {
    let id = locale.identifier();
    let plain = id.script.is_none() && (id.region.is_some() || id.variants().len() > 0);
    if plain { locale.language().parse().ok() } else { None }
}

/// A concept's wordings in a locale, or in the one that stands in for it.
pub(super) fn held_terms<'a>(concept: &'a Concept, locale: &Locale, fallback: Option<&Locale>) -> &'a [Term] {
    let own = concept.terms.get(locale).filter(|terms| !terms.is_empty());
    own.or_else(|| fallback.and_then(|other| concept.terms.get(other))).map_or(&[], Vec::as_slice)
}

/// All wordings that hold in a locale.
pub(super) fn held<'a>(concepts: &'a [Concept], locale: &Locale) -> Vec<(usize, &'a [Term])> {
    let other = fallback(locale);
    concepts.iter().enumerate().map(|(number, c)| (number, held_terms(c, locale, other.as_ref()))).collect()
}
