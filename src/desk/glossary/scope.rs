//! The scope of a review: which wordings, and who reviews them.

use super::GlossaryError;
use crate::{model::Locale, project::Glossary};

/// The scope of a review, and the reviewer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReviewOptions {
    /// The locales; all if empty.
    pub locales: Vec<Locale>,
    /// The ids of the concepts; all if empty.
    pub concepts: Vec<String>,
    /// The reviewer's name.
    pub by: Option<String>,
    /// Today, `YYYY-MM-DD`.
    pub today: String,
}

impl ReviewOptions {
    pub(super) fn includes_locale(&self, locale: &Locale) -> bool {
        self.locales.is_empty() || self.locales.contains(locale)
    }

    pub(super) fn includes_concept(&self, concept: &String) -> bool {
        self.concepts.is_empty() || self.concepts.contains(concept)
    }

    pub(super) fn refuse_unknown(&self, glossary: &Glossary) -> Result<(), GlossaryError> {
        let is_known = |id: &String| glossary.concepts.iter().any(|concept| concept.id == *id);
        let Some(id) = self.concepts.iter().find(|id| !is_known(id)) else { return Ok(()) };
        let known = glossary.concepts.iter().map(|concept| concept.id.clone()).collect();
        Err(GlossaryError::NoConcept { id: id.clone(), known })
    }

    pub(super) fn reviewer(&self) -> Option<String> {
        self.by.as_ref().map(|name| format!("{} {}", name.trim(), self.today))
    }
}
