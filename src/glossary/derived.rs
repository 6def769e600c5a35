//! What is derived from a name: its adjective (`беларускі`), its inhabitants (`беларус`). Such a word of a text stands
//! for the concept, yet is never its term.

use std::{collections::BTreeMap, ops::Range};

use crate::model::{Concept, Derived, DerivedSort, Kind, Locale, Usage, cut};

use super::{
    Folding, Grammars,
    derivations::{Derivations, TextWords, parts_of, words_of},
    forms::paradigm_in,
    locale_terms::{fallback, terms_of},
};

/// A word of a text that derives from a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DerivedWord {
    /// The index of the concept.
    pub concept: usize,
    /// What the word is.
    pub sort: DerivedSort,
    /// Its byte span in the text.
    pub span: Range<usize>,
}

/// What derives from the terms of a locale, by what a text has: for looking up every word of a text at once.
#[derive(Debug, Clone, Default)]
pub(super) struct DerivedIndex {
    /// Folded forms of what the glossary lists, with their concepts.
    listed: BTreeMap<String, Vec<(usize, DerivedSort)>>,
    /// Folded stems of what derives regularly, with their concepts and groups of endings.
    stems: BTreeMap<String, Vec<(usize, usize)>>,
    /// How many words the longest listed form has.
    longest: usize,
}

/// The rules of derivation in effect in a locale.
fn derivations<'a>(grammars: &'a Grammars, locale: &Locale) -> Option<&'a Derivations> {
    Some(grammars.get(locale).or_else(|| grammars.get(&fallback(locale)?))?.derivations())
}

/// Whether a concept may have derived words in a locale: written ones, or regular ones as a place.
pub(super) fn may_have_derived(concept: &Concept, locale: &Locale) -> bool {
    concept.kind == Kind::Place
        || terms_of(concept, locale, fallback(locale).as_ref()).iter().any(|term| !term.derived.is_empty())
}

/// Whether a text has an adjective or inhabitant that stands for a concept: one that the glossary lists, in any form,
/// or one that derives regularly from the name of a place.
pub(super) fn has_derived(
    grammars: &Grammars,
    folding: &Folding,
    locale: &Locale,
    concept: &Concept,
    words: &TextWords,
) -> bool {
    let terms = terms_of(concept, locale, fallback(locale).as_ref());
    let mut written = terms.iter().flat_map(|term| &term.derived);
    if written.any(|derived| forms(grammars, folding, locale, derived).iter().any(|form| words.has(form))) {
        return true;
    }
    let Some(rules) = derivations(grammars, locale).filter(|_| concept.kind == Kind::Place) else { return false };
    let accepted = terms.iter().filter(|term| term.usage >= Usage::Admitted);
    accepted.into_iter().any(|term| rules.occur(folding.fold(&term.text).text.trim(), words))
}

/// All folded forms of a derived word.
fn forms(grammars: &Grammars, folding: &Folding, locale: &Locale, derived: &Derived) -> Vec<String> {
    let kind = match derived.sort {
        DerivedSort::Adjective => Kind::Adj,
        DerivedSort::Inhabitant => Kind::Noun,
    };
    let fold = |text: &str| folding.fold(text).text.trim().to_owned();
    let mut forms = vec![fold(&derived.text)];
    if let Ok(Some(paradigm)) = paradigm_in(grammars, locale, &derived.text, kind, None) {
        forms.extend(paradigm.forms.iter().map(|form| fold(&form.text)));
    } else {
        // A language that does not decline has at most a plural ending.
        let lemma = fold(&derived.text);
        let endings = folding.suffixes().iter().filter(|(before, _)| lemma.ends_with(before.as_str()));
        forms.extend(endings.map(|(_, ending)| [lemma.as_str(), ending].concat()));
    }
    forms
}

impl DerivedIndex {
    /// Collects what derives from the terms of all concepts in a locale.
    pub(super) fn new(concepts: &[Concept], grammars: &Grammars, folding: &Folding, locale: &Locale) -> Self {
        let mut index = Self { longest: 1, ..Self::default() };
        let (rules, other) = (derivations(grammars, locale), fallback(locale));
        for (number, concept) in concepts.iter().enumerate() {
            let terms = terms_of(concept, locale, other.as_ref());
            for derived in terms.iter().flat_map(|term| &term.derived) {
                for form in forms(grammars, folding, locale, derived) {
                    index.longest = index.longest.max(form.split(' ').count());
                    let meanings = index.listed.entry(form).or_default();
                    // Several cases are often one form.
                    if !meanings.contains(&(number, derived.sort)) {
                        meanings.push((number, derived.sort));
                    }
                }
            }
            let Some(rules) = rules.filter(|_| concept.kind == Kind::Place) else { continue };
            for term in terms.iter().filter(|term| term.usage >= Usage::Admitted) {
                for (group, stem) in rules.stems(folding.fold(&term.text).text.trim()) {
                    index.stems.entry(stem).or_default().push((number, group));
                }
            }
        }
        index
    }

    /// The derived words of a folded text in reading order, with spans in it. One that derives from several concepts is
    /// there for each.
    pub(super) fn find(&self, grammars: &Grammars, locale: &Locale, folded: &str) -> Vec<DerivedWord> {
        let mut found: Vec<DerivedWord> = Vec::new();
        if self.listed.is_empty() && self.stems.is_empty() {
            return found;
        }
        let words: Vec<(usize, &str)> = words_of(folded).collect();
        let rules = derivations(grammars, locale);
        let mut taken = 0;
        for (number, (at, word)) in words.iter().enumerate() {
            if *at < taken {
                continue;
            }
            let phrases = words.iter().skip(number).take(self.longest).skip(1).rev();
            let mut phrases = phrases.map(|(last, word)| *at..last + word.len());
            if let Some(span) = phrases.find(|span| self.add(None, cut(folded, span), span.clone(), &mut found)) {
                taken = span.end;
            } else if !self.add(rules, word, *at..at + word.len(), &mut found) {
                for (at, part) in parts_of(*at, word) {
                    // The first part of беларуска-польскі is an adjective, though беларуска is a word as well.
                    let bare = part.trim_end_matches('-');
                    let span = at..at + bare.len();
                    let _ = self.add(rules, part, span.clone(), &mut found) || self.add(rules, bare, span, &mut found);
                }
            }
        }
        found
    }

    /// Adds what a word or phrase derives from; returns whether it derives from anything.
    fn add(&self, rules: Option<&Derivations>, word: &str, span: Range<usize>, found: &mut Vec<DerivedWord>) -> bool {
        let before = found.len();
        for (concept, sort) in self.listed.get(word).into_iter().flatten() {
            found.push(DerivedWord { concept: *concept, sort: *sort, span: span.clone() });
        }
        let Some(rules) = rules else { return found.len() > before };
        for (at, _) in word.char_indices().skip(1).chain([(word.len(), ' ')]) {
            let rest = cut(word, &(at..word.len()));
            for (concept, group) in self.stems.get(cut(word, &(0..at))).into_iter().flatten() {
                let Some(sort) = rules.ends(*group, rest) else { continue };
                match found.iter_mut().skip(before).find(|known| known.concept == *concept) {
                    // A form of both is the adjective, which is by far the commoner: беларускі.
                    Some(known) => known.sort = known.sort.min(sort),
                    None => found.push(DerivedWord { concept: *concept, sort, span: span.clone() }),
                }
            }
        }
        found.len() > before
    }
}
