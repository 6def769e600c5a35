//! Ids for concepts that come without one.

use std::collections::{HashMap, HashSet};

use crate::model::Concept;

/// Names already given.
#[derive(Debug, Default)]
pub(super) struct Ids {
    given: HashSet<String>,
    /// For each name, the number that was given last.
    numbers: HashMap<String, usize>,
}

impl Ids {
    /// A name after a wording: its ASCII letters and digits in lower case, the rest as `_`; a second one of that name
    /// gets a number.
    pub(super) fn after(&mut self, text: &str) -> String {
        let mut name = String::new();
        for c in text.chars().flat_map(char::to_lowercase) {
            if c.is_ascii_alphanumeric() {
                name.push(c);
            } else if !name.is_empty() && !name.ends_with('_') && c != '’' && c != '\'' {
                name.push('_');
            }
        }
        let name = name.trim_end_matches('_');
        let name = if name.is_empty() { "concept" } else { name };
        let count = self.numbers.entry(name.to_owned()).or_default();
        loop {
            *count += 1;
            let id = if *count == 1 { name.to_owned() } else { format!("{name}_{count}") };
            if self.given.insert(id.clone()) {
                return id;
            }
        }
    }

    /// A name that is given already.
    pub(super) fn take(&mut self, id: &str) {
        self.given.insert(id.to_owned());
    }
}

/// Whether a name can stand as an XML ID: an `NCName` (Namespaces in XML 1.0, production 4), here of ASCII letters.
pub(super) fn is_ncname(id: &str) -> bool {
    let begins = |c: char| c.is_ascii_alphabetic() || c == '_';
    id.starts_with(begins) && id.chars().all(|c| begins(c) || c.is_ascii_digit() || matches!(c, '-' | '.'))
}

/// Gives concepts without an id one after their first wording in ASCII, none that `known` has.
#[must_use]
pub fn named(known: &[Concept], mut concepts: Vec<Concept>) -> Vec<Concept> {
    let mut ids = Ids::default();
    for id in known.iter().chain(&concepts).map(|concept| concept.id.as_str()).filter(|id| !id.is_empty()) {
        ids.take(id);
    }
    for concept in concepts.iter_mut().filter(|concept| concept.id.is_empty()) {
        let term = concept.terms.values().flatten().find(|term| term.text.is_ascii());
        concept.id = ids.after(term.map_or("", |term| &term.text));
    }
    concepts
}
