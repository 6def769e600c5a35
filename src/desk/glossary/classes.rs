//! The open classes of a glossary: asked for, and written into its files.

use std::{
    collections::{BTreeMap, BTreeSet},
    slice,
};

use super::{GlossaryError, ReviewOptions, WrittenClass, locked::read_lock};
use crate::{
    desk::{DeskError, Notice, Observer},
    glossary::{
        Grammars, OpenClass, decline_term, lock::FormsLock, open_class, open_class_advice, paradigm_of, set_class,
    },
    locale::Locales,
    model::{Concept, Finding, Form, Locale, Term, Usage},
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

/// The outcome of questions about open classes.
#[derive(Debug, Default)]
pub struct SettledClasses {
    /// The classes written.
    pub written: Vec<WrittenClass>,
    /// Errors for the answers that could not be written.
    pub errors: Vec<DeskError>,
    /// Advice about the classes that stay open, like that of [`lint`](super::lint).
    pub remarks: Vec<Finding>,
    /// Whether the person wants no further questions.
    pub has_quit: bool,
}

/// The dictionaries of the machine that have been opened; `None` where there is none.
pub(super) type Dictionaries = BTreeMap<Locale, Option<Dictionary>>;

/// Orders the choices of each open class by the dictionary of its locale, where the machine has one. Loading one takes
/// time, so this is only for what a person is about to see.
pub(super) fn order_choices(open: &mut [OpenClass], locales: &Locales, dictionaries: &mut Dictionaries) {
    for open in open {
        let open_one = || open_dictionary(&open.locale, &locales.profile(&open.locale).territory);
        let dictionary = dictionaries.entry(open.locale.clone()).or_insert_with(open_one);
        if let Some(dictionary) = dictionary {
            open.order(|word| dictionary.knows(word));
        }
    }
}

/// The open classes of a concept, in the order of its terms, given how the terms of a locale get all their forms. These are
/// made for each term and dropped again.
pub(super) fn open_classes(
    concept: &Concept,
    (grammars, locales): (&Grammars, &Locales),
    forms: impl Fn(&Locale, &Term) -> Vec<Form>,
) -> Vec<OpenClass> {
    let terms = concept.terms.iter().flat_map(|(locale, terms)| terms.iter().map(move |term| (locale, term)));
    let open =
        terms.filter_map(|(locale, term)| open_class(grammars, locales, concept, locale, term, &forms(locale, term)));
    open.collect()
}

/// The open classes of a project's glossary files, as far as `options` include them; forms reviewed in the lock are
/// settled.
pub(super) fn open_in(glossary: &Glossary, lock: &FormsLock, options: &ReviewOptions) -> Vec<OpenClass> {
    let (grammars, locales) = (&glossary.grammars, &glossary.locales);
    let of_concept = |concept: &Concept| {
        open_classes(concept, (grammars, locales), |locale, term| {
            let mut forms = decline_term(grammars, locale, concept, term).forms;
            lock.confirm(locale, concept, term, &mut forms);
            forms
        })
    };
    let concepts = glossary.concepts.iter().filter(|concept| options.includes_concept(&concept.id));
    concepts.flat_map(of_concept).filter(|open| options.includes_locale(&open.locale)).collect()
}

/// Asks for each of these classes, and writes every answer at once into its file. Without `ask`, all stay open.
///
/// An answer that cannot be written is reported, and the questions go on.
pub(super) fn settle<E: From<DeskError>>(
    layout: &Layout,
    locales: &Locales,
    open: Vec<OpenClass>,
    observer: &dyn Observer,
    mut ask: Option<impl FnMut(&OpenClass) -> Result<ClassAnswer, E>>,
) -> Result<SettledClasses, E> {
    let mut settled = SettledClasses::default();
    let mut dictionaries = Dictionaries::new();
    let mut left = Vec::new();
    for mut open in open {
        let answer = match &mut ask {
            Some(ask) if !settled.has_quit => {
                order_choices(slice::from_mut(&mut open), locales, &mut dictionaries);
                ask(&open)?
            }
            _ => ClassAnswer::Skip,
        };
        settled.has_quit |= answer == ClassAnswer::Quit;
        let ClassAnswer::Class(class) = answer else {
            left.push(open);
            continue;
        };
        let OpenClass { concept, locale, wording, file, .. } = &open;
        let place = ClassPlace { concept, locale, wording, file };
        match write_class(layout, place, &class, observer) {
            Ok(written) => settled.written.push(written),
            Err(error) => {
                observer.failed(&error);
                settled.errors.push(error);
                left.push(open);
            }
        }
    }
    let more = left.len().saturating_sub(LISTED);
    left.truncate(LISTED);
    order_choices(&mut left, locales, &mut dictionaries);
    settled.remarks = open_class_advice(left, more);
    Ok(settled)
}

/// Writes the class of a concept's preferred wording in a locale, once it is known to fit: of the concept that `options`
/// name, or of the only one whose class is open there. A class that is there already is not replaced; one that is given
/// twice is written once. What is written is reported at once, so that an error does not hide it.
pub fn write_classes(
    layout: &Layout,
    options: &ReviewOptions,
    classes: &[(Locale, String)],
    observer: &dyn Observer,
) -> Result<Vec<WrittenClass>, DeskError> {
    let glossary = Glossary::load(Some(layout))?;
    options.refuse_unknown(&glossary)?;
    let open = match options.concepts.as_slice() {
        [] => open_in(&glossary, &read_lock(layout)?.unwrap_or_default(), options),
        _ => Vec::new(),
    };
    let mut fitting: Vec<(&Concept, &Locale, &Term, &String)> = Vec::new();
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
        let same = fitting.iter().find(|(other, tag, ..)| other.id == concept.id && *tag == locale);
        match same {
            None => fitting.push((concept, locale, term, class)),
            Some((.., given)) if *given == class => {}
            Some((.., given)) => {
                let (place, class) = (format!("{}:{}", concept.file, term.line), (*given).clone());
                return Err(GlossaryError::HasClass { place, word: term.text.clone(), class }.into());
            }
        }
    }
    let write = |(concept, locale, term, class): (&Concept, &Locale, &Term, &String)| {
        let place = ClassPlace { concept: &concept.id, locale, wording: &term.text, file: &concept.file };
        write_class(layout, place, class, observer)
    };
    fitting.into_iter().map(write).collect()
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
        named => named.iter().collect::<BTreeSet<_>>().into_iter().collect(),
    };
    let (locale, class, count) = (locale.to_string(), class.to_owned(), meant.len());
    let [id] = meant.as_slice() else { return Err(GlossaryError::WhichConcept { locale, class, count }) };
    let concept = glossary.concepts.iter().find(|concept| concept.id == **id);
    concept.ok_or(GlossaryError::WhichConcept { locale, class, count })
}

/// The wording beside which a class is written.
#[derive(Clone, Copy)]
struct ClassPlace<'a> {
    /// The id of its concept.
    concept: &'a str,
    locale: &'a Locale,
    wording: &'a str,
    /// The glossary file, as shown to users.
    file: &'a str,
}

/// Writes a class beside its wording, and reports it.
fn write_class(
    layout: &Layout,
    place: ClassPlace<'_>,
    class: &str,
    observer: &dyn Observer,
) -> Result<WrittenClass, DeskError> {
    let ClassPlace { concept, locale, wording, file } = place;
    let (path, class) = (layout.root.join(file), class.to_owned());
    let text = read_text(&path)?;
    let Some(changed) = set_class(&text, concept, locale, wording, &class) else {
        let (file, word) = (file.to_owned(), wording.to_owned());
        return Err(GlossaryError::NoPlaceForClass { file, word, class }.into());
    };
    if !replace(&path, Some(text.as_bytes()), changed.as_bytes())? {
        return Err(DeskError::Changed { name: file.to_owned() });
    }
    let (locale, wording, file) = (locale.clone(), wording.to_owned(), file.to_owned());
    let written = WrittenClass { locale, wording, class, file };
    observer.notice(&Notice::ClassWritten(Box::new(written.clone())));
    Ok(written)
}
