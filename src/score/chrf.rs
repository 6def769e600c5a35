//! chrF: the similarity of two texts, character by character, and of chrF++ also word by word.

use std::hash::Hash;

use super::{
    grams::{GramCounts, number},
    tokenize::{chrf_words, is_space},
};

/// The longest n-grams of characters (sacreBLEU's `char_order`).
const CHARACTERS: usize = 6;
/// The longest n-grams of words (sacreBLEU's `word_order`).
const WORDS: usize = 2;
/// Recall weighs this many times as much as precision.
const BETA: f64 = 2.0;

/// What chrF2++ counts in a corpus of hypotheses with one reference each (Popović 2017).
///
/// As sacreBLEU computes it with word order 2 and its defaults: n-grams of 1 to 6 characters without white space and of 1
/// or 2 words, case kept, beta 2, precision and recall averaged over the orders of which both sides have n-grams.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ChrfCounts {
    orders: [GramCounts; CHARACTERS + WORDS],
}

impl ChrfCounts {
    /// Counts one hypothesis with its reference; linear in their lengths.
    #[must_use]
    pub fn of(hypothesis: &str, reference: &str) -> Self {
        let mut counts = Self::of_characters(hypothesis, reference);
        let (hypothesis, reference) = (chrf_words(hypothesis), chrf_words(reference));
        for (at, order) in counts.orders.iter_mut().skip(CHARACTERS).enumerate() {
            *order = counted(&hypothesis, &reference, at + 1);
        }
        counts
    }

    /// Counts characters alone: chrF2.
    fn of_characters(hypothesis: &str, reference: &str) -> Self {
        let letters = |text: &str| -> Vec<char> { text.chars().filter(|c| !is_space(*c)).collect() };
        let (hypothesis, reference) = (letters(hypothesis), letters(reference));
        let mut counts = Self::default();
        for (at, order) in counts.orders.iter_mut().take(CHARACTERS).enumerate() {
            *order = counted(&hypothesis, &reference, at + 1);
        }
        counts
    }

    /// Adds the counts of other texts.
    pub fn add(&mut self, other: &Self) {
        self.orders.iter_mut().zip(other.orders).for_each(|(sum, order)| sum.add(order));
    }

    /// The score of the corpus, from 0 (nothing in common) to 100 (identical).
    #[must_use]
    pub fn score(&self) -> f64 {
        let (mut precision, mut recall, mut orders) = (0.0, 0.0, 0.0);
        for order in self.orders.iter().filter(|order| order.hypothesis > 0 && order.reference > 0) {
            precision += number(order.shared) / number(order.hypothesis);
            recall += number(order.shared) / number(order.reference);
            orders += 1.0;
        }
        if precision + recall == 0.0 {
            return 0.0;
        }
        let (precision, recall) = (precision / orders, recall / orders);
        let factor = BETA * BETA;
        100.0 * (1.0 + factor) * precision * recall / (factor * precision + recall)
    }
}

/// The n-grams of one order. Where the reference is too short to have any, those of the hypothesis do not count either, so
/// that in a corpus such a segment does not lower the precision.
fn counted<T: Eq + Hash>(hypothesis: &[T], reference: &[T], order: usize) -> GramCounts {
    if reference.len() < order { GramCounts::default() } else { GramCounts::of(hypothesis, reference, order) }
}

/// Returns the chrF2 of a draft against the final text, from 0 (nothing in common) to 100 (identical).
///
/// Popović (2015), with sacreBLEU's defaults: as [`ChrfCounts`] without words.
#[must_use]
pub fn chrf2(draft: &str, reference: &str) -> f64 {
    ChrfCounts::of_characters(draft, reference).score()
}
