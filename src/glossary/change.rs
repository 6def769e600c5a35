//! The differences between two glossaries.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::model::{Concept, Locale, Usage};

use super::write::normalized;

/// A difference in a concept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConceptChange {
    /// Its id.
    pub concept: String,
    /// What happened to it.
    pub kind: ConceptChangeKind,
    /// Terms added, removed or with another usage; for a changed concept only.
    pub wordings: Vec<WordingChange>,
}

/// What happened to a concept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ConceptChangeKind {
    /// Only the new glossary has it.
    Added,
    /// Only the old glossary has it.
    Removed,
    /// Its content differs.
    Changed,
}

/// A difference in a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordingChange {
    /// Its locale.
    pub locale: Locale,
    /// Its text.
    pub text: String,
    /// Its usage before; `None` if it is new.
    pub old: Option<Usage>,
    /// Its usage now; `None` if it was removed.
    pub new: Option<Usage>,
}

impl ConceptChangeKind {
    /// The name used in JSON and messages.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
        }
    }
}

/// Returns the concepts that differ, ordered by id.
#[must_use]
pub fn compare(old: &[Concept], new: &[Concept]) -> Vec<ConceptChange> {
    let index = |concepts: &[Concept]| -> HashMap<String, Concept> {
        concepts.iter().map(|concept| (concept.id.clone(), normalized(concept))).collect()
    };
    let (old, new) = (index(old), index(new));
    let ids: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let mut changes = Vec::new();
    for id in ids {
        let (kind, wordings) = match (old.get(id), new.get(id)) {
            (None, Some(_)) => (ConceptChangeKind::Added, Vec::new()),
            (Some(_), None) => (ConceptChangeKind::Removed, Vec::new()),
            (Some(old), Some(new)) if old != new => (ConceptChangeKind::Changed, wordings(old, new)),
            _ => continue,
        };
        changes.push(ConceptChange { concept: id.clone(), kind, wordings });
    }
    changes
}

fn wordings(old: &Concept, new: &Concept) -> Vec<WordingChange> {
    /// The usage before and now.
    type Usages = (Option<Usage>, Option<Usage>);
    let mut usages: BTreeMap<(&Locale, &str), Usages> = BTreeMap::new();
    for (locale, terms) in &old.terms {
        for term in terms {
            usages.entry((locale, &term.text)).or_default().0 = Some(term.usage);
        }
    }
    for (locale, terms) in &new.terms {
        for term in terms {
            usages.entry((locale, &term.text)).or_default().1 = Some(term.usage);
        }
    }
    let changed = usages.into_iter().filter(|(_, (old, new))| old != new);
    changed
        .map(|((locale, text), (old, new))| WordingChange { locale: locale.clone(), text: text.to_owned(), old, new })
        .collect()
}
