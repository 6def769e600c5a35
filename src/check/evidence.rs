//! Concepts of the source, and which of them the target lacks.

use std::collections::HashSet;

use crate::model::Usage;

use super::{Bitext, CheckedArticle, Context, incidental::is_incidental};

/// Evidence that a word of the target stands for a concept.
#[derive(Debug, Clone, Default)]
pub(super) struct Evidence<'a> {
    /// Concepts that occur more often in the sentence than in its translation.
    pub lacking: Vec<usize>,
    /// Those of `lacking` that do not occur in the translation at all.
    pub absent: Vec<usize>,
    /// Concepts that occur anywhere in the article's source.
    pub article: Option<&'a HashSet<usize>>,
}

/// The concepts that occur in an article's source.
pub(super) fn source_concepts(checked: &CheckedArticle<'_>) -> HashSet<usize> {
    checked.bitexts.iter().flat_map(|bitext| &bitext.source_sight.all).map(|hit| hit.concept).collect()
}

impl<'a> Evidence<'a> {
    pub(super) fn new(context: &Context<'_>, bitext: &Bitext<'_>, article: Option<&'a HashSet<usize>>) -> Self {
        let mut evidence = Self { article, ..Self::default() };
        let target_hits = &bitext.target_sight.all;
        for (number, hit) in bitext.source_hits.iter().enumerate() {
            if bitext.source_hits.iter().take(number).any(|other| other.concept == hit.concept) {
                continue;
            }
            let all = &bitext.source_sight.all;
            let concepts: Vec<usize> = if all.len() == bitext.source_hits.len() {
                vec![hit.concept]
            } else {
                all.iter().filter(|other| other.span == hit.span).map(|other| other.concept).collect()
            };
            let in_source = bitext.source_hits.iter().filter(|other| concepts.contains(&other.concept)).count();
            let is_meant = |concept: usize| concepts.contains(&concept);
            let in_target = target_hits.iter().filter(|hit| is_meant(hit.concept)).count();
            let is_lacking = in_target < in_source
                && !is_incidental(context, bitext, hit)
                && !concepts.iter().any(|concept| bitext.has_derived(context, *concept));
            if is_lacking {
                evidence.lacking.extend(&concepts);
                if in_target == 0 {
                    evidence.absent.extend(&concepts);
                }
            }
        }
        evidence
    }

    /// Whether the article mentions a concept, or the sentence where it is checked alone.
    pub(super) fn mentions(&self, bitext: &Bitext<'_>, concept: usize) -> bool {
        match self.article {
            Some(article) => article.contains(&concept),
            None => bitext.source_sight.all.iter().any(|hit| hit.concept == concept),
        }
    }
}

/// Whether a usage is preferred or admitted.
pub(super) fn is_right(usage: Usage) -> bool {
    usage >= Usage::Admitted
}
