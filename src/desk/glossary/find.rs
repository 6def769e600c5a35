//! The glossary's terms in a text.

use std::ops::Range;

use crate::{
    desk::Desk,
    model::{Locale, Usage, cut},
};

/// A term that stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundTerm {
    /// The concept's id.
    pub concept: String,
    /// Whether the house uses the wording.
    pub usage: Usage,
    /// The wording as it stands there.
    pub form: String,
    /// Its bytes in the text.
    pub span: Range<usize>,
}

/// The terms in a text of a locale, in reading order, none over another.
#[must_use]
pub fn find(desk: &Desk, locale: &Locale, text: &str) -> Vec<FoundTerm> {
    let termbase = &desk.resources.termbase;
    let found = termbase.find(locale, text).into_iter().filter_map(|hit| {
        let concept = termbase.concepts.get(hit.concept)?.id.clone();
        Some(FoundTerm { concept, usage: hit.usage, form: cut(text, &hit.span).to_owned(), span: hit.span })
    });
    found.collect()
}
