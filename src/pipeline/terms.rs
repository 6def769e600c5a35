//! Where do the glossary's words stand in an article and its translation?

use std::collections::BTreeMap;

use crate::{
    glossary::{Hit, Termbase},
    model::{Article, Pair, SegmentId, Translation, Usage},
};

/// The glossary's words in one segment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TermHits {
    /// In the source sentence: bytes of its prose.
    pub source: Vec<Hit>,
    /// In the target: bytes of its prose.
    pub target: Vec<Hit>,
}

/// The hits in every segment that has any.
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

/// What a segment's one note tells a translator of the glossary: a line for each concept in the source sentence.
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
        let of = |usage: Usage| -> Vec<&str> {
            terms.iter().filter(|term| term.usage == usage).map(|term| term.text.as_str()).collect()
        };
        let good: Vec<&str> = of(Usage::Preferred).into_iter().chain(of(Usage::Admitted)).collect();
        if good.is_empty() {
            continue;
        }
        let wording = crate::model::cut(source, &hit.span);
        let bad = of(Usage::Forbidden);
        let bad = if bad.is_empty() { String::new() } else { format!(" (≠ {})", bad.join(", ")) };
        lines.push(format!("{wording} → {}{bad}", good.join(" / ")));
    }
    lines
}
