//! The glossary's terms in a text.

use std::ops::Range;

use crate::{
    desk::Desk,
    model::{DerivedSort, Locale, Usage, cut},
};

/// A term found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundTerm {
    /// The concept's id.
    pub concept: String,
    /// Whether the newsroom uses the term.
    pub usage: Usage,
    /// The form in which it occurs.
    pub form: String,
    /// Whether the form is known to be the term's.
    pub certain: bool,
    /// Its byte span in the text.
    pub span: Range<usize>,
}

/// An adjective or an inhabitant found in a text, which stands for a concept and is no term of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundDerived {
    /// The concept's id.
    pub concept: String,
    /// What the word is.
    pub sort: DerivedSort,
    /// The form in which it occurs.
    pub form: String,
    /// Its byte span in the text.
    pub span: Range<usize>,
}

/// Returns the terms in a text of a locale, in reading order, without overlaps.
#[must_use]
pub fn find(desk: &Desk, locale: &Locale, text: &str) -> Vec<FoundTerm> {
    let termbase = &desk.resources.termbase;
    let terms = termbase.find(locale, text).into_iter().filter_map(|hit| {
        let concept = termbase.concepts.get(hit.concept)?.id.clone();
        let form = cut(text, &hit.span).to_owned();
        Some(FoundTerm { concept, usage: hit.usage, form, certain: hit.certain, span: hit.span })
    });
    terms.collect()
}

/// Returns the adjectives and inhabitants in a text of a locale that stand for concepts, in reading order, outside its
/// terms.
#[must_use]
pub fn find_derived(desk: &Desk, locale: &Locale, text: &str) -> Vec<FoundDerived> {
    let termbase = &desk.resources.termbase;
    let words = termbase.find_derived(locale, text).into_iter().filter_map(|word| {
        let concept = termbase.concepts.get(word.concept)?.id.clone();
        let form = cut(text, &word.span).to_owned();
        Some(FoundDerived { concept, sort: word.sort, form, span: word.span })
    });
    words.collect()
}
