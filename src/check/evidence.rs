//! Of which concepts does the source speak, and what of them is in the target?

use std::collections::HashSet;

use crate::model::Usage;

use super::{Bitext, Whole};

/// What a suspicion about a word of the target can rest on.
#[derive(Debug, Clone, Default)]
pub(super) struct Evidence<'a> {
    /// Concepts of which the sentence speaks more often than its translation.
    pub lacking: Vec<usize>,
    /// Of these, the ones that the translation has not at all.
    pub absent: Vec<usize>,
    /// Concepts of which the article speaks anywhere.
    pub article: Option<&'a HashSet<usize>>,
}

/// The concepts of which an article's sentences speak.
pub(super) fn spoken_of(whole: &Whole<'_>) -> HashSet<usize> {
    whole.bitexts.iter().flat_map(|bitext| &bitext.source_sight.all).map(|hit| hit.concept).collect()
}

impl<'a> Evidence<'a> {
    pub(super) fn new(bitext: &Bitext<'_>, article: Option<&'a HashSet<usize>>) -> Self {
        let mut evidence = Self { article, ..Self::default() };
        let said = &bitext.target_sight.all;
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
            let wanted = bitext.source_hits.iter().filter(|other| concepts.contains(&other.concept)).count();
            let right = |concept: usize| concepts.contains(&concept);
            let found = said.iter().filter(|hit| right(hit.concept)).count();
            if found < wanted {
                evidence.lacking.extend(&concepts);
                if found == 0 {
                    evidence.absent.extend(&concepts);
                }
            }
        }
        evidence
    }

    /// Whether the sentence, or the article, speaks of a concept.
    pub(super) fn speaks_of(&self, bitext: &Bitext<'_>, concept: usize) -> bool {
        match self.article {
            Some(article) => article.contains(&concept),
            None => bitext.source_sight.all.iter().any(|hit| hit.concept == concept),
        }
    }
}

/// Whether a usage is one that the house writes.
pub(super) fn is_right(usage: Usage) -> bool {
    usage >= Usage::Admitted
}
