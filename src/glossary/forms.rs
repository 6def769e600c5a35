//! In which shapes may a wording stand in a text?

use crate::model::{Form, Term};

use super::Folding;

/// Every form of a wording: the wording itself first, then the forms written in the glossary, in their order, so that
/// two wordings with as many forms can be paired one by one.
///
/// The paradigm that a wording's class gives comes in behind the written forms, unless its mode is exact.
#[must_use]
pub fn forms_of(term: &Term, _language: &Folding) -> Vec<Form> {
    let own = term.forms.first().is_some_and(|first| first.text == term.text);
    let base = (!own).then(|| Form::bare(term.text.clone()));
    base.into_iter().chain(term.forms.iter().cloned()).collect()
}
