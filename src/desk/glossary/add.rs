//! New concepts, appended to a glossary file.

use super::{
    GlossaryError,
    files::{append, own},
};
use crate::{
    desk::{DeskError, Workspace},
    glossary::{forms_of, paradigm_of, write},
    model::{Concept, Kind, Locale, Term, Usage},
};

/// A concept to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewConcept {
    /// Its id.
    pub id: String,
    /// What sort of thing it is.
    pub kind: Kind,
    /// What it means.
    pub definition: Option<String>,
    /// A remark for translators.
    pub note: Option<String>,
    /// Its wordings: the first of a locale is preferred, the others are admitted.
    pub terms: Vec<(Locale, String)>,
    /// Inflection classes of preferred wordings.
    pub classes: Vec<(Locale, String)>,
    /// Wordings that are no longer used.
    pub deprecated: Vec<(Locale, String)>,
    /// Wordings that are never used.
    pub forbidden: Vec<(Locale, String)>,
    /// Name of the glossary file, without folder and extension.
    pub file: String,
}

/// A concept that was added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// Its id.
    pub id: String,
    /// The file in which it stands now, as people name it.
    pub file: String,
    /// How many forms its wordings have.
    pub wordings: Vec<CountedForms>,
}

/// How many forms a wording has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountedForms {
    /// Its locale.
    pub locale: Locale,
    /// The wording in its dictionary form.
    pub text: String,
    /// The number of its forms.
    pub forms: usize,
}

/// Appends a concept to a glossary file; what stands there stays. Fails where its id is taken, and where a class does
/// not fit its wording.
pub fn add(workspace: &Workspace, new: &NewConcept) -> Result<Added, DeskError> {
    let concept = concept(new)?;
    if let Some(known) = own(workspace)?.iter().find(|known| known.id == concept.id) {
        let place = format!("{}:{}", known.file, known.line);
        return Err(GlossaryError::ConceptExists { id: concept.id, place }.into());
    }
    let mut wordings = Vec::new();
    for (locale, terms) in &concept.terms {
        for term in terms {
            let paradigm = paradigm_of(&workspace.resources.grammars, locale, &concept, term);
            let paradigm = paradigm.map_err(GlossaryError::Class)?;
            let forms = forms_of(term, paradigm.as_ref()).len();
            wordings.push(CountedForms { locale: locale.clone(), text: term.text.clone(), forms });
        }
    }
    if new.file.is_empty() || new.file.contains(['/', '\\', '.']) {
        return Err(GlossaryError::NotAFileName { name: new.file.clone() }.into());
    }
    let path = workspace.layout.glossary().join(&new.file).with_extension("toml");
    append(&path, &write(std::slice::from_ref(&concept), &workspace.settings.source))?;
    Ok(Added { id: concept.id, file: workspace.layout.name(&path), wordings })
}

fn concept(new: &NewConcept) -> Result<Concept, GlossaryError> {
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
            let known = concept.terms.entry(locale.clone()).or_default();
            let usage = if usage == Usage::Preferred && !known.is_empty() { Usage::Admitted } else { usage };
            known.push(Term::new(text.clone(), usage));
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
