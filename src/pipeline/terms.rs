//! Occurrences of the glossary's terms in an article and its translation.

use std::collections::BTreeMap;

use crate::{
    glossary::{Hit, Termbase},
    model::{Article, Pair, SegmentId, Translation, Usage},
};

/// The glossary's terms in one segment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TermHits {
    /// The hits in the source, as byte spans of its prose.
    pub source: Vec<Hit>,
    /// The hits in the target, as byte spans of its prose.
    pub target: Vec<Hit>,
}

/// Returns the hits of every segment that has any.
#[must_use]
pub fn term_hits(article: &Article, translation: &Translation, termbase: &Termbase) -> BTreeMap<SegmentId, TermHits> {
    article
        .translated()
        .map(|(unit, segment)| {
            let source = termbase.find(&article.locale, &unit.text_of(segment).prose);
            let target = translation.targets.get(&segment.id);
            let target =
                target.map(|target| termbase.find(&translation.locale, &target.text.prose)).unwrap_or_default();
            (segment.id, TermHits { source, target })
        })
        .filter(|(_, hits)| !hits.source.is_empty() || !hits.target.is_empty())
        .collect()
}

/// Returns the part of a segment's note that comes from the glossary: a line for each concept in the source.
#[must_use]
pub fn note(termbase: &Termbase, pair: &Pair, source: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut seen = Vec::new();
    for hit in termbase.find(&pair.source, source) {
        if seen.contains(&hit.concept) {
            continue;
        }
        seen.push(hit.concept);
        let terms = termbase.terms(&pair.target, hit.concept);
        let terms_of = |usage: Usage| -> Vec<&str> {
            terms.iter().filter(|term| term.usage == usage).map(|term| term.text.as_str()).collect()
        };
        let allowed: Vec<&str> = terms_of(Usage::Preferred).into_iter().chain(terms_of(Usage::Admitted)).collect();
        if allowed.is_empty() {
            continue;
        }
        let wording = crate::model::cut(source, &hit.span);
        let forbidden = terms_of(Usage::Forbidden);
        let forbidden = if forbidden.is_empty() { String::new() } else { format!(" (≠ {})", forbidden.join(", ")) };
        lines.push(format!("{wording} → {}{forbidden}", allowed.join(" / ")));
    }
    lines
}
