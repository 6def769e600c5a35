//! The glossary hints that a backend gets for a source text.

use crate::model::{Hint, Pair, Term, Usage, cut};

use super::Termbase;

/// Returns the house's terms for those found in a source text, each once, in text order.
///
/// A concept without a preferred term in the target locale gives no hint.
#[must_use]
pub fn hints(termbase: &Termbase, pair: &Pair, source: &str) -> Vec<Hint> {
    let mut hints: Vec<Hint> = Vec::new();
    for hit in termbase.find(&pair.source, source) {
        let Some(concept) = termbase.concepts.get(hit.concept) else { continue };
        let terms = termbase.terms(&pair.target, hit.concept);
        let Some(preferred) = terms.iter().find(|term| term.usage == Usage::Preferred) else { continue };
        let matched = cut(source, &hit.span);
        let preferred = short_form(termbase.terms(&pair.source, hit.concept), hit.term, terms, preferred);
        if hints.iter().any(|known| known.concept == concept.id && known.source == matched) {
            continue;
        }
        let mut forms: Vec<String> = vec![preferred.text.clone()];
        let certain = || preferred.forms.iter().filter(|form| form.certain);
        for form in certain() {
            if !forms.contains(&form.text) {
                forms.push(form.text.clone());
            }
        }
        let forbidden = terms.iter().filter(|term| term.usage == Usage::Forbidden);
        let note = concept.note.clone().or_else(|| preferred.reason.clone());
        hints.push(Hint {
            concept: concept.id.clone(),
            source: matched.to_owned(),
            target: preferred.text.clone(),
            forms,
            cases: certain().filter(|form| form.case.is_some()).cloned().collect(),
            note,
            forbidden: forbidden.map(|term| term.text.clone()).collect(),
        });
    }
    hints
}

/// The target term for a hit in the source: the preferred one, or its short form if the source uses a short form of its
/// own preferred term (`Lukashenka`, not the full name).
fn short_form<'a>(sources: &[Term], hit: usize, terms: &'a [Term], preferred: &'a Term) -> &'a Term {
    let words = |term: &Term| term.text.split_whitespace().count();
    let full = sources.iter().find(|term| term.usage == Usage::Preferred);
    let Some((used, full)) = sources.get(hit).zip(full).filter(|(used, full)| words(used) < words(full)) else {
        return preferred;
    };
    let is_part =
        |term: &&Term| term.text.split_whitespace().all(|word| preferred.text.split_whitespace().any(|w| w == word));
    let short = terms.iter().filter(|term| term.usage == Usage::Admitted && words(term) == words(used)).find(is_part);
    if full.text.contains(&used.text) || used.usage < Usage::Admitted { short.unwrap_or(preferred) } else { preferred }
}
