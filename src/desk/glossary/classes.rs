//! The open classes of a glossary: asked for, and written into its files.

use std::collections::BTreeMap;

use super::{GlossaryError, ReviewOptions};
use crate::{
    desk::DeskError,
    glossary::{
        Grammars, OpenClass, decline_term, lock::FormsLock, open_class, open_class_advice, paradigm_of, set_class,
    },
    locale::Locales,
    model::{Concept, Finding, Locale, Term, Usage},
    project::{Dictionary, Glossary, Layout, open_dictionary, read_text, replace},
};

/// How many open classes are listed unless all are requested: more than an editor settles at a sitting.
pub const LISTED: usize = 20;

/// A person's answer to the question about an open class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClassAnswer {
    /// The class.
    Class(String),
    /// No answer: the class stays open.
    Skip,
    /// No answer, and no further questions.
    Quit,
}

/// A class that was written into a glossary file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenClass {
    /// The locale.
    pub locale: Locale,
    /// The wording that now has the class.
    pub wording: String,
    /// The class.
    pub class: String,
    /// The file, as shown to users.
    pub file: String,
}

/// The outcome of questions about open classes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SettledClasses {
    /// The classes written.
    pub written: Vec<WrittenClass>,
    /// Advice about the classes that stay open, like that of [`lint`](super::lint).
    pub remarks: Vec<Finding>,
    /// Whether the person wants no further questions.
    pub has_quit: bool,
}

/// Orders the choices of each open class by the dictionary of its locale, where the machine has one. Loading one takes
/// time, so this is only for what a person is about to see.
pub(super) fn order_choices(open: &mut [OpenClass], locales: &Locales) {
    let mut dictionaries: BTreeMap<Locale, Option<Dictionary>> = BTreeMap::new();
    for open in open {
        let open_one = || open_dictionary(&open.locale, &locales.profile(&open.locale).territory);
        let dictionary = dictionaries.entry(open.locale.clone()).or_insert_with(open_one);
        if let Some(dictionary) = dictionary {
            open.order(|word| dictionary.knows(word));
        }
    }
}

/// The open classes of concepts whose terms carry all their forms, in the order of the concepts.
pub(super) fn open_classes<'a>(
    concepts: impl IntoIterator<Item = &'a Concept>,
    glossary: (&Grammars, &Locales),
) -> Vec<(usize, OpenClass)> {
    let (grammars, locales) = glossary;
    let mut all = Vec::new();
    for (at, concept) in concepts.into_iter().enumerate() {
        for (locale, terms) in &concept.terms {
            let open = |term: &Term| open_class(grammars, locales, concept, locale, term, &term.forms);
            all.extend(terms.iter().filter_map(open).map(|open| (at, open)));
        }
    }
    all
}

/// Fills in the forms of a concept's terms, as the termbase does.
pub(super) fn declined(concept: &Concept, grammars: &Grammars) -> Concept {
    let mut declined = concept.clone();
    for (locale, terms) in &mut declined.terms {
        for term in terms {
            term.forms = decline_term(grammars, locale, concept, term).forms;
        }
    }
    declined
}

/// The open classes of a project's glossary files; forms reviewed in the lock are settled.
pub(super) fn open_in(glossary: &Glossary, lock: &FormsLock) -> Vec<OpenClass> {
    let confirmed = |concept: &Concept| {
        let mut declined = declined(concept, &glossary.grammars);
        for (locale, terms) in &mut declined.terms {
            for term in terms {
                let mut forms = std::mem::take(&mut term.forms);
                lock.confirm(locale, concept, term, &mut forms);
                term.forms = forms;
            }
        }
        declined
    };
    let concepts: Vec<Concept> = glossary.concepts.iter().map(confirmed).collect();
    open_classes(&concepts, (&glossary.grammars, &glossary.locales)).into_iter().map(|(_, open)| open).collect()
}

/// Asks for each of these classes, and writes every answer at once into its file.
pub(super) fn settle<E: From<DeskError>>(
    layout: &Layout,
    open: Vec<OpenClass>,
    ask: &mut impl FnMut(&OpenClass) -> Result<ClassAnswer, E>,
) -> Result<SettledClasses, E> {
    let mut settled = SettledClasses::default();
    let mut left = Vec::new();
    for open in open {
        let answer = if settled.has_quit { ClassAnswer::Quit } else { ask(&open)? };
        match answer {
            ClassAnswer::Class(class) => {
                write_class(layout, &open.file, (&open.concept, &open.locale, &open.wording), &class)?;
                let OpenClass { locale, wording, file, .. } = open;
                settled.written.push(WrittenClass { locale, wording, class, file });
            }
            ClassAnswer::Skip => left.push(open),
            ClassAnswer::Quit => {
                settled.has_quit = true;
                left.push(open);
            }
        }
    }
    let more = left.len().saturating_sub(LISTED);
    left.truncate(LISTED);
    settled.remarks = open_class_advice(left, more);
    Ok(settled)
}

/// Writes the class of a concept's preferred wording in a locale, once it is known to fit: of the concept that `options`
/// name, or of the only one whose class is open there. A class that is there already is not replaced.
pub fn write_classes(
    layout: &Layout,
    options: &ReviewOptions,
    classes: &[(Locale, String)],
) -> Result<Vec<WrittenClass>, DeskError> {
    let glossary = Glossary::load(Some(layout))?;
    options.refuse_unknown(&glossary)?;
    let open = if options.concepts.is_empty() { open_in(&glossary, &FormsLock::default()) } else { Vec::new() };
    let mut fitting = Vec::new();
    for (locale, class) in classes {
        let concept = concept_of(&glossary, options, &open, locale, class)?;
        let preferred = concept.terms.get(locale).into_iter().flatten().find(|term| term.usage == Usage::Preferred);
        let term = preferred
            .ok_or_else(|| GlossaryError::ClassWithoutWording { locale: locale.to_string(), class: class.clone() })?;
        let place = format!("{}:{}", concept.file, term.line);
        if let Some(written) = term.class.clone() {
            return Err(GlossaryError::HasClass { place, word: term.text.clone(), class: written }.into());
        }
        let with_class = Term { class: Some(class.clone()), ..term.clone() };
        paradigm_of(&glossary.grammars, locale, concept, &with_class).map_err(|error| GlossaryError::ClassOf {
            place,
            word: term.text.clone(),
            error,
        })?;
        if fitting
            .iter()
            .any(|(other, tag, ..): &(&Concept, &Locale, &Term, &String)| other.id == concept.id && *tag == locale)
        {
            let (place, class) = (format!("{}:{}", concept.file, term.line), class.clone());
            return Err(GlossaryError::HasClass { place, word: term.text.clone(), class }.into());
        }
        fitting.push((concept, locale, term, class));
    }
    let mut written = Vec::new();
    for (concept, locale, term, class) in fitting {
        write_class(layout, &concept.file, (&concept.id, locale, &term.text), class)?;
        let (locale, wording, class) = (locale.clone(), term.text.clone(), class.clone());
        written.push(WrittenClass { locale, wording, class, file: concept.file.clone() });
    }
    Ok(written)
}

/// The concept that a class is for.
fn concept_of<'a>(
    glossary: &'a Glossary,
    options: &ReviewOptions,
    open: &[OpenClass],
    locale: &Locale,
    class: &str,
) -> Result<&'a Concept, GlossaryError> {
    let is_meant = |open: &&OpenClass| open.locale == *locale && open.usage == Usage::Preferred;
    let meant: Vec<&String> = match options.concepts.as_slice() {
        [] => open.iter().filter(is_meant).map(|open| &open.concept).collect(),
        named => named.iter().collect(),
    };
    let (locale, class, count) = (locale.to_string(), class.to_owned(), meant.len());
    let [id] = meant.as_slice() else { return Err(GlossaryError::WhichConcept { locale, class, count }) };
    let concept = glossary.concepts.iter().find(|concept| concept.id == **id);
    concept.ok_or(GlossaryError::WhichConcept { locale, class, count })
}

/// Writes a class beside its wording: concept, locale and text.
fn write_class(
    layout: &Layout,
    file: &str,
    (concept, locale, wording): (&str, &Locale, &str),
    class: &str,
) -> Result<(), DeskError> {
    let path = layout.root.join(file);
    let text = read_text(&path)?;
    let changed = set_class(&text, concept, locale, wording, class);
    let changed = changed.ok_or_else(|| GlossaryError::NoPlaceForClass {
        file: file.to_owned(),
        word: wording.to_owned(),
        class: class.to_owned(),
    })?;
    if replace(&path, Some(text.as_bytes()), changed.as_bytes())? {
        return Ok(());
    }
    Err(DeskError::Changed { name: file.to_owned() })
}
