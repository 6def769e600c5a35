//! New concepts, appended to a glossary file.

use super::{
    ClassAnswer, GlossaryError,
    classes::{Dictionaries, open_classes, order_choices},
    files::{append, read_concepts},
};
use crate::{
    desk::{DeskError, Workspace},
    glossary::{OpenClass, decline_term, exchange::free_id, odd_wordings, open_class_advice, paradigm_of, write},
    locale::slug,
    model::{Concept, Finding, Kind, Locale, Term, Usage},
};

/// A concept to add.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewConcept {
    /// Its id; without one, it is made from a wording, that in the language of the articles if there is one.
    pub id: Option<String>,
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
    /// Remarks about terms that are hardly meant as they are written, and about classes that stay open.
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

/// Appends a concept to a glossary file, leaving its content unchanged. Calls `ask` for each term whose class is open.
/// Fails if the id exists already, or if a class does not fit its term.
pub fn add<E: From<DeskError>>(
    workspace: &Workspace,
    new: &NewConcept,
    mut ask: impl FnMut(&OpenClass) -> Result<ClassAnswer, E>,
) -> Result<Added, E> {
    let known = read_concepts(workspace).map_err(E::from)?;
    let mut concept = build_concept(new).map_err(DeskError::from)?;
    if new.id.is_none() {
        concept.id = made_id(workspace, &known, new);
    }
    check_new(workspace, &known, new, &concept)?;
    for open in open_classes_of(workspace, &concept) {
        match ask(&open)? {
            ClassAnswer::Class(class) => {
                let terms = concept.terms.get_mut(&open.locale).into_iter().flatten();
                for term in terms.filter(|term| term.text == open.wording && term.class.is_none()) {
                    term.class = Some(class.clone());
                }
            }
            ClassAnswer::Skip => {}
            ClassAnswer::Quit => break,
        }
    }
    Ok(append_concept(workspace, new, &concept)?)
}

/// The open classes of a concept, with their choices in order.
fn open_classes_of(workspace: &Workspace, concept: &Concept) -> Vec<OpenClass> {
    let resources = &workspace.resources;
    let (grammars, locales) = (&resources.grammars, &resources.locales);
    let forms = |locale: &Locale, term: &Term| decline_term(grammars, locale, concept, term).forms;
    let mut open = open_classes(concept, (grammars, locales), forms);
    order_choices(&mut open, locales, &mut Dictionaries::new());
    open
}

/// Fails on what would not be written, before a person is asked anything.
fn check_new(workspace: &Workspace, known: &[Concept], new: &NewConcept, concept: &Concept) -> Result<(), DeskError> {
    if let Some(existing) = known.iter().find(|existing| existing.id == concept.id) {
        let place = format!("{}:{}", existing.file, existing.line);
        return Err(GlossaryError::ConceptExists { id: concept.id.clone(), place }.into());
    }
    for (locale, terms) in &concept.terms {
        for term in terms {
            paradigm_of(&workspace.resources.grammars, locale, concept, term).map_err(|error| {
                let (place, word) = (locale.to_string(), term.text.clone());
                GlossaryError::ClassOf { place, word, error }
            })?;
        }
    }
    if new.file.is_empty() || new.file.contains(['/', '\\', '.']) {
        return Err(GlossaryError::NotAFileName { name: new.file.clone() }.into());
    }
    Ok(())
}

fn append_concept(workspace: &Workspace, new: &NewConcept, concept: &Concept) -> Result<Added, DeskError> {
    let (grammars, locales) = (&workspace.resources.grammars, &workspace.resources.locales);
    let mut wordings = Vec::new();
    for (locale, terms) in &concept.terms {
        for term in terms {
            let forms = decline_term(grammars, locale, concept, term).forms.len();
            wordings.push(CountedForms { locale: locale.clone(), text: term.text.clone(), forms });
        }
    }
    let path = workspace.layout.glossary().join(&new.file).with_extension("toml");
    append(&path, &write(std::slice::from_ref(concept), &workspace.settings.source))?;
    // As read from the file, so that a remark has its line.
    let mut remarks = Vec::new();
    if let Some(written) = read_concepts(workspace)?.into_iter().find(|written| written.id == concept.id) {
        remarks = odd_wordings(&written, grammars, locales);
        remarks.extend(open_class_advice(open_classes_of(workspace, &written), 0));
    }
    Ok(Added { id: concept.id.clone(), file: workspace.layout.name(&path), wordings, remarks })
}

/// An id that is free, in ASCII letters, from the first wording in the language of the articles, or else the first one.
fn made_id(workspace: &Workspace, known: &[Concept], new: &NewConcept) -> String {
    let source = &workspace.settings.source;
    let wording = new.terms.iter().find(|(locale, _)| locale == source).or_else(|| new.terms.first());
    let name = wording.map(|(locale, text)| slug(workspace.resources.locales.profile(locale), text));
    free_id(known, &name.unwrap_or_default())
}

fn build_concept(new: &NewConcept) -> Result<Concept, GlossaryError> {
    let id = new.id.as_deref().map(str::trim);
    if id == Some("") {
        return Err(GlossaryError::NoId);
    }
    let mut concept = Concept::new(id.unwrap_or_default(), "", 0);
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
