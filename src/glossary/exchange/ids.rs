//! Ids for imported concepts without one.

use std::collections::{HashMap, HashSet};

use crate::model::Concept;

/// Ids already in use.
#[derive(Debug, Default)]
pub(super) struct Ids {
    used: HashSet<String>,
    /// The last number appended to each name.
    numbers: HashMap<String, usize>,
}

impl Ids {
    /// Derives an unused id from a wording: its ASCII letters and digits in lower case, the rest as `_`; duplicates get
    /// a number.
    pub(super) fn derive(&mut self, text: &str) -> String {
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
            if self.used.insert(id.clone()) {
                return id;
            }
        }
    }

    /// Marks an id as used.
    pub(super) fn reserve(&mut self, id: &str) {
        self.used.insert(id.to_owned());
    }
}

/// An id that none of the concepts in `known` has, derived from a name.
#[must_use]
pub fn free_id(known: &[Concept], name: &str) -> String {
    let mut ids = Ids::default();
    for concept in known {
        ids.reserve(&concept.id);
    }
    ids.derive(name)
}

/// Whether a name is a valid XML ID: an `NCName` (Namespaces in XML 1.0, production 4), here of ASCII letters.
pub(super) fn is_ncname(id: &str) -> bool {
    let is_start = |c: char| c.is_ascii_alphabetic() || c == '_';
    id.starts_with(is_start) && id.chars().all(|c| is_start(c) || c.is_ascii_digit() || matches!(c, '-' | '.'))
}

/// Assigns ids to concepts without one, derived from their first ASCII wording and distinct from the ids in `known`.
#[must_use]
pub fn assign_ids(known: &[Concept], mut concepts: Vec<Concept>) -> Vec<Concept> {
    let mut ids = Ids::default();
    for id in known.iter().chain(&concepts).map(|concept| concept.id.as_str()).filter(|id| !id.is_empty()) {
        ids.reserve(id);
    }
    for concept in concepts.iter_mut().filter(|concept| concept.id.is_empty()) {
        let term = concept.terms.values().flatten().find(|term| term.text.is_ascii());
        concept.id = ids.derive(term.map_or("", |term| &term.text));
    }
    concepts
}
