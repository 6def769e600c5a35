//! What is derived from a name: its adjective (`беларускі`), its inhabitants (`беларус`). Such a word of a text stands
//! for the concept, yet is never its term.

use crate::model::{Concept, Derived, DerivedSort, Kind, Locale, Usage};

use super::{
    Folding, Grammars,
    derivations::{Derivations, TextWords},
    forms::paradigm_in,
    locale_terms::{fallback, terms_of},
};

/// The rules of derivation in effect in a locale.
fn derivations<'a>(grammars: &'a Grammars, locale: &Locale) -> Option<&'a Derivations> {
    Some(&grammars.get(locale).or_else(|| grammars.get(&fallback(locale)?))?.derivations)
}

/// Whether a concept may have derived words in a locale: written ones, or regular ones as a place.
pub(super) fn may_have_derived(concept: &Concept, locale: &Locale) -> bool {
    concept.kind == Kind::Place
        || terms_of(concept, locale, fallback(locale).as_ref()).iter().any(|term| !term.derived.is_empty())
}

/// Whether a text has an adjective or inhabitant that stands for a concept: one that the glossary lists, in any form,
/// or one that derives regularly from the name of a place.
pub(super) fn has_derived(
    grammars: &Grammars,
    folding: &Folding,
    locale: &Locale,
    concept: &Concept,
    words: &TextWords,
) -> bool {
    let terms = terms_of(concept, locale, fallback(locale).as_ref());
    let mut written = terms.iter().flat_map(|term| &term.derived);
    if written.any(|derived| forms(grammars, folding, locale, derived).iter().any(|form| words.has(form))) {
        return true;
    }
    let Some(rules) = derivations(grammars, locale).filter(|_| concept.kind == Kind::Place) else { return false };
    let accepted = terms.iter().filter(|term| term.usage >= Usage::Admitted);
    accepted.into_iter().any(|term| rules.occur(folding.fold(&term.text).text.trim(), words))
}

/// All folded forms of a derived word.
fn forms(grammars: &Grammars, folding: &Folding, locale: &Locale, derived: &Derived) -> Vec<String> {
    let kind = match derived.sort {
        DerivedSort::Adjective => Kind::Adj,
        DerivedSort::Inhabitant => Kind::Noun,
    };
    let fold = |text: &str| folding.fold(text).text.trim().to_owned();
    let mut forms = vec![fold(&derived.text)];
    if let Ok(Some(paradigm)) = paradigm_in(grammars, locale, &derived.text, kind, None) {
        forms.extend(paradigm.forms.iter().map(|form| fold(&form.text)));
    } else {
        // A language that does not decline has at most a plural ending.
        let lemma = fold(&derived.text);
        let endings = folding.suffixes().iter().filter(|(before, _)| lemma.ends_with(before.as_str()));
        forms.extend(endings.map(|(_, ending)| [lemma.as_str(), ending].concat()));
    }
    forms
}
