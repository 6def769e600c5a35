//! The writer of glossary files: in the style of a person, with a plain string for a term that has no options.

use std::fmt::Write;

use crate::model::{Concept, Form, Locale, Mode, Term, Usage};

use super::read::{CASES, DERIVED, GENDERS, KINDS, MODES, NUMBERS, USAGES};

/// The name of a value in a list of the file format.
pub(super) fn name_in<T: PartialEq>(list: &[(&'static str, T)], value: &T) -> &'static str {
    list.iter().find(|(_, known)| known == value).map_or("", |(name, _)| *name)
}

/// Writes concepts as the text of a glossary file, separated by blank lines, terms in the locale `first` before others.
/// [`super::read`] reads the same concepts back. Locales without terms are left out.
#[must_use]
pub fn write(concepts: &[Concept], first: &Locale) -> String {
    let mut out = String::new();
    for concept in concepts {
        if !out.is_empty() {
            out.push('\n');
        }
        write_concept(&mut out, concept, first);
    }
    out
}

fn write_concept(out: &mut String, concept: &Concept, first: &Locale) {
    out.push_str("[[concept]]\n");
    line(out, "id", &quoted(&concept.id));
    out.push_str(&concept_fields(concept));
    let (source, others): (Vec<_>, Vec<_>) = concept.terms.iter().partition(|(locale, _)| *locale == first);
    for (locale, terms) in source.into_iter().chain(others).filter(|(_, terms)| !terms.is_empty()) {
        let mut entries = Vec::new();
        for (name, usage) in USAGES {
            let wordings: Vec<String> = terms.iter().filter(|term| term.usage == *usage).map(wording).collect();
            match wordings.as_slice() {
                [] => {}
                [single] if *usage != Usage::Forbidden => entries.push(format!("{name} = {single}")),
                all => entries.push(format!("{name} = [{}]", all.join(", "))),
            }
        }
        line(out, &format!("terms.{locale}"), &format!("{{ {} }}", entries.join(", ")));
    }
}

/// The fields of a concept besides its id and terms, a line each.
pub(super) fn concept_fields(concept: &Concept) -> String {
    let mut out = String::new();
    let mut text = |name: &str, value: &Option<String>| {
        if let Some(value) = value {
            line(&mut out, name, &quoted(value));
        }
    };
    text("kind", &Some(name_in(KINDS, &concept.kind).to_owned()));
    text("definition", &concept.definition);
    text("domain", &concept.domain);
    text("note", &concept.note);
    for (name, day) in [("since", &concept.since), ("until", &concept.until)] {
        if let Some(day) = day {
            line(&mut out, name, day);
        }
    }
    if let Some(language) = &concept.speaks {
        line(&mut out, "speaks", &quoted(&language.to_string()));
    }
    if !concept.links.is_empty() {
        line(&mut out, "links", &list(&concept.links));
    }
    if let Some(other) = &concept.replaced_by {
        line(&mut out, "replaced-by", &quoted(other));
    }
    out
}

fn line(out: &mut String, name: &str, value: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{name} = {value}");
}

/// A term: a string, or a table if it has options.
fn wording(term: &Term) -> String {
    let text = quoted(&term.text);
    let mut fields = Vec::new();
    if let Some(class) = &term.class {
        fields.push(format!("class = {}", quoted(class)));
    }
    fields.extend(term_options(term));
    if let Some(reason) = &term.reason {
        fields.push(format!("reason = {}", quoted(reason)));
    }
    if fields.is_empty() { text } else { format!("{{ text = {text}, {} }}", fields.join(", ")) }
}

/// The options of a term besides its text, class and reason: `name = value` each.
pub(super) fn term_options(term: &Term) -> Vec<String> {
    let mut fields = Vec::new();
    if !term.forms.is_empty() {
        fields.push(format!("forms = [{}]", term.forms.iter().map(form).collect::<Vec<_>>().join(", ")));
    }
    if term.mode != Mode::default() {
        fields.push(format!("mode = \"{}\"", name_in(MODES, &term.mode)));
    }
    if let Some(yes) = term.case_sensitive {
        fields.push(format!("case_sensitive = {yes}"));
    }
    if !term.part_of_name {
        fields.push("part_of_name = false".to_owned());
    }
    if term.part_of_compound {
        fields.push("part_of_compound = true".to_owned());
    }
    for (name, sort) in DERIVED {
        let derived = term.derived.iter().filter(|derived| derived.sort == *sort);
        match derived.map(|derived| derived.text.clone()).collect::<Vec<_>>().as_slice() {
            [] => {}
            [single] => fields.push(format!("{name} = {}", quoted(single))),
            all => fields.push(format!("{name} = {}", list(all))),
        }
    }
    if !term.context_not.is_empty() {
        fields.push(format!("context_not = {}", list(&term.context_not)));
    }
    if term.quoted {
        fields.push("quotes = \"required\"".to_owned());
    }
    fields
}

fn form(form: &Form) -> String {
    let text = quoted(&form.text);
    let labels = [
        form.number.map(|number| ("number", name_in(NUMBERS, &number))),
        form.case.map(|case| ("case", name_in(CASES, &case))),
        form.gender.map(|gender| ("gender", name_in(GENDERS, &gender))),
    ];
    let labels: Vec<String> =
        labels.into_iter().flatten().map(|(name, value)| format!("{name} = \"{value}\"")).collect();
    if labels.is_empty() { text } else { format!("{{ text = {text}, {} }}", labels.join(", ")) }
}

fn list(values: &[String]) -> String {
    format!("[{}]", values.iter().map(|value| quoted(value)).collect::<Vec<_>>().join(", "))
}

/// Quotes a text as a TOML 1.0 basic string.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A concept as it would be read back after writing: without its file and lines, and without empty locales.
#[must_use]
pub fn normalized(concept: &Concept) -> Concept {
    let mut concept = concept.clone();
    concept.file = String::new();
    concept.line = 0;
    concept.terms.retain(|_, terms| !terms.is_empty());
    for terms in concept.terms.values_mut() {
        terms.sort_by_key(|term| std::cmp::Reverse(term.usage));
        for term in terms {
            term.derived.sort_by_key(|derived| derived.sort);
            term.line = 0;
        }
    }
    concept
}

/// A concept's terms in a locale with that usage.
pub(super) fn with_usage<'a>(
    concept: &'a Concept,
    locale: &Locale,
    usage: Usage,
) -> impl Iterator<Item = &'a Term> + use<'a> {
    concept.terms.get(locale).into_iter().flatten().filter(move |term| term.usage == usage)
}
