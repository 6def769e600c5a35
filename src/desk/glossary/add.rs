//! New concepts, appended to a glossary file.

use super::{
    GlossaryError,
    files::{append, read_concepts},
};
use crate::{
    desk::{DeskError, Workspace},
    glossary::{forms_of, odd_wordings, paradigm_of, write},
    model::{Concept, Finding, Kind, Locale, Term, Usage},
};

/// A concept to add.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewConcept {
    /// Its id.
    pub id: String,
    /// The kind of thing it names.
    pub kind: Kind,
    /// Its definition.
    pub definition: Option<String>,
    /// A note for translators.
    pub note: Option<String>,
    /// Its terms: the first of a locale is preferred, the others are admitted.
    pub terms: Vec<(Locale, String)>,
    /// Inflection classes of preferred terms.
    pub classes: Vec<(Locale, String)>,
    /// Deprecated terms.
    pub deprecated: Vec<(Locale, String)>,
    /// Forbidden terms.
    pub forbidden: Vec<(Locale, String)>,
    /// The name of the glossary file, without folder and extension.
    pub file: String,
}

/// An added concept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// Its id.
    pub id: String,
    /// The file it was added to, as shown to users.
    pub file: String,
    /// The number of forms of each of its terms.
    pub wordings: Vec<CountedForms>,
    /// Remarks about terms that are hardly meant as they are written.
    pub remarks: Vec<Finding>,
}

/// The number of forms of a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountedForms {
    /// Its locale.
    pub locale: Locale,
    /// The term in its dictionary form.
    pub text: String,
    /// The number of its forms.
    pub forms: usize,
}

/// Appends a concept to a glossary file, leaving its content unchanged. Fails if the id exists already, or if a class
/// does not fit its term.
pub fn add(workspace: &Workspace, new: &NewConcept) -> Result<Added, DeskError> {
    let concept = build_concept(new)?;
    if let Some(existing) = read_concepts(workspace)?.iter().find(|existing| existing.id == concept.id) {
        let place = format!("{}:{}", existing.file, existing.line);
        return Err(GlossaryError::ConceptExists { id: concept.id, place }.into());
    }
    let mut wordings = Vec::new();
    for (locale, terms) in &concept.terms {
        for term in terms {
            let paradigm = paradigm_of(&workspace.resources.grammars, locale, &concept, term);
            let paradigm = paradigm.map_err(|error| {
                let (place, word) = (locale.to_string(), term.text.clone());
                GlossaryError::ClassOf { place, word, error }
            })?;
            let forms = forms_of(term, paradigm.as_ref()).len();
            wordings.push(CountedForms { locale: locale.clone(), text: term.text.clone(), forms });
        }
    }
    if new.file.is_empty() || new.file.contains(['/', '\\', '.']) {
        return Err(GlossaryError::NotAFileName { name: new.file.clone() }.into());
    }
    let path = workspace.layout.glossary().join(&new.file).with_extension("toml");
    append(&path, &write(std::slice::from_ref(&concept), &workspace.settings.source))?;
    // As read from the file, so that a remark has its line.
    let written = read_concepts(workspace)?.into_iter().find(|written| written.id == concept.id);
    let (grammars, locales) = (&workspace.resources.grammars, &workspace.resources.locales);
    let remarks = written.map(|written| odd_wordings(&written, grammars, locales)).unwrap_or_default();
    Ok(Added { id: concept.id, file: workspace.layout.name(&path), wordings, remarks })
}

fn build_concept(new: &NewConcept) -> Result<Concept, GlossaryError> {
    let id = new.id.trim();
    if id.is_empty() {
        return Err(GlossaryError::NoId);
    }
    let mut concept = Concept::new(id, "", 0);
    concept.kind = new.kind;
    concept.definition.clone_from(&new.definition);
    concept.note.clone_from(&new.note);
    for (wordings, usage) in
        [(&new.terms, Usage::Preferred), (&new.deprecated, Usage::Deprecated), (&new.forbidden, Usage::Forbidden)]
    {
        for (locale, text) in wordings {
            let terms = concept.terms.entry(locale.clone()).or_default();
            let usage = if usage == Usage::Preferred && !terms.is_empty() { Usage::Admitted } else { usage };
            terms.push(Term::new(text.clone(), usage));
        }
    }
    for (locale, class) in &new.classes {
        let preferred = concept.terms.get_mut(locale).and_then(|terms| terms.first_mut());
        let Some(term) = preferred.filter(|term| term.usage == Usage::Preferred) else {
            return Err(GlossaryError::ClassWithoutWording { locale: locale.to_string(), class: class.clone() });
        };
        term.class = Some(class.clone());
    }
    Ok(concept)
}
