//! Earlier sentences that resemble one: what a translator is shown beside it.

use std::collections::{HashMap, HashSet};

use super::{MemoryPair, Pairs};
use crate::model::Text;

/// The most sentences that are returned.
const MOST: usize = 2;
/// The least share of words that both sentences have, in per cent of those that either has, counted twice where shared.
const LEAST: usize = 60;
/// Sentences that share one word, beyond which the word says nothing.
const COMMON: usize = 300;

/// Finds resembling sentences by their rarer words.
#[derive(Debug)]
pub struct SimilarPairs {
    /// Source, target and words of the source.
    pairs: Vec<(String, String, HashSet<String>)>,
    /// The sentences in which each word occurs.
    by_word: HashMap<String, Vec<usize>>,
}

impl SimilarPairs {
    /// Indexes those pairs of a memory that may be shown.
    #[must_use]
    pub fn new(memory: &Pairs, may_be_shown: impl Fn(&MemoryPair) -> bool) -> Self {
        let mut index = Self { pairs: Vec::new(), by_word: HashMap::new() };
        for pair in memory.all().filter(|pair| may_be_shown(pair)) {
            let words = words(&pair.source.prose);
            for word in &words {
                let places = index.by_word.entry(word.clone()).or_default();
                if places.len() <= COMMON {
                    places.push(index.pairs.len());
                }
            }
            index.pairs.push((pair.source.prose.clone(), pair.target.prose.clone(), words));
        }
        index
    }

    /// Returns the sentences that have most in common with a text, each once, the closest first, as source and target.
    #[must_use]
    pub fn find(&self, text: &Text) -> Vec<(String, String)> {
        let wanted = words(&text.prose);
        let rare = wanted.iter().filter_map(|word| self.by_word.get(word)).filter(|places| places.len() <= COMMON);
        let candidates: HashSet<usize> = rare.flatten().copied().collect();
        let score = |at: usize| {
            let (source, target, words) = self.pairs.get(at)?;
            let shared = words.intersection(&wanted).count();
            let share = shared * 200 / (words.len() + wanted.len()).max(1);
            (share >= LEAST && shared > 1).then_some((share, at, source, target))
        };
        let mut found: Vec<_> = candidates.into_iter().filter_map(score).collect();
        // Of equals the later one, which is the newer.
        found.sort_by_key(|one| std::cmp::Reverse((one.0, one.1)));
        let mut seen = HashSet::new();
        found.retain(|(_, _, source, _)| seen.insert(*source));
        found.into_iter().take(MOST).map(|(_, _, source, target)| (source.clone(), target.clone())).collect()
    }
}

/// The words of a sentence, in lower case; short ones are in every sentence.
fn words(prose: &str) -> HashSet<String> {
    let words = prose.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 2);
    words.map(str::to_lowercase).collect()
}
