//! What should a backend know of the words in this text?

use crate::model::{Hint, Pair, Term, Usage, cut};

use super::Termbase;

/// The house's wordings for the terms that stand in a source text, each once, in the order of the text.
///
/// A concept without a preferred wording in the target's locale gives no hint.
#[must_use]
pub fn hints(termbase: &Termbase, pair: &Pair, source: &str) -> Vec<Hint> {
    let mut hints: Vec<Hint> = Vec::new();
    for hit in termbase.find(&pair.source, source) {
        let Some(concept) = termbase.concepts.get(hit.concept) else { continue };
        let terms = termbase.terms(&pair.target, hit.concept);
        let Some(preferred) = terms.iter().find(|term| term.usage == Usage::Preferred) else { continue };
        let wording = cut(source, &hit.span);
        let preferred = as_short(termbase.terms(&pair.source, hit.concept), hit.term, terms, preferred);
        if hints.iter().any(|known| known.concept == concept.id && known.source == wording) {
            continue;
        }
        let mut forms: Vec<String> = Vec::new();
        for form in &preferred.forms {
            if !forms.contains(&form.text) {
                forms.push(form.text.clone());
            }
        }
        let refused = terms.iter().filter(|term| term.usage == Usage::Forbidden);
        let note = concept.note.clone().or_else(|| preferred.reason.clone());
        hints.push(Hint {
            concept: concept.id.clone(),
            source: wording.to_owned(),
            target: preferred.text.clone(),
            forms,
            cases: preferred.forms.iter().filter(|form| form.case.is_some()).cloned().collect(),
            note,
            forbidden: refused.map(|term| term.text.clone()).collect(),
        });
    }
    hints
}

/// The wording that stands for a hit of the source: the preferred one, or its short form where the source has a short
/// form of its own preferred wording (`Lukashenka`, not the full name).
fn as_short<'a>(sources: &[Term], hit: usize, terms: &'a [Term], preferred: &'a Term) -> &'a Term {
    let words = |term: &Term| term.text.split_whitespace().count();
    let full = sources.iter().find(|term| term.usage == Usage::Preferred);
    let Some((found, full)) = sources.get(hit).zip(full).filter(|(found, full)| words(found) < words(full)) else {
        return preferred;
    };
    let is_part =
        |term: &&Term| term.text.split_whitespace().all(|word| preferred.text.split_whitespace().any(|w| w == word));
    let short = terms.iter().filter(|term| term.usage == Usage::Admitted && words(term) == words(found)).find(is_part);
    if full.text.contains(&found.text) || found.usage < Usage::Admitted {
        short.unwrap_or(preferred)
    } else {
        preferred
    }
}
