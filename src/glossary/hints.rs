//! What should a backend know of the words in this text?

use crate::model::{Hint, Pair, Usage, cut};

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
        hints.push(Hint {
            concept: concept.id.clone(),
            source: wording.to_owned(),
            target: preferred.text.clone(),
            forms,
            note: concept.note.clone(),
            forbidden: refused.map(|term| term.text.clone()).collect(),
        });
    }
    hints
}
