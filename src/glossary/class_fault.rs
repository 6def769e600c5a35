//! The finding for a written class that is unusable.

use crate::model::{Concept, Finding, Locale, Place, Severity, Term};

use super::{paradigm::ParadigmError, problem::GlossaryProblem};

/// The finding for an unusable class.
#[must_use]
pub(super) fn class_fault(locale: &Locale, concept: &Concept, term: &Term, error: &ParadigmError) -> Finding {
    let place = Place {
        file: Some(concept.file.clone()),
        line: (term.line > 0).then_some(term.line),
        locale: Some(locale.clone()),
        ..Place::default()
    };
    let class = term.class.clone().unwrap_or_default();
    let problem = GlossaryProblem::Class { fault: error.into(), class, term: term.text.clone() };
    Finding::new(problem, Severity::Major, place).about(&concept.id)
}
