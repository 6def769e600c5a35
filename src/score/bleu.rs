//! BLEU: how many of the words, pairs, triples and fours of words of a translation are in the reference.

use super::{
    grams::{GramCounts, number},
    tokenize::tokens_13a,
};

/// The longest n-grams.
const ORDER: usize = 4;

/// What BLEU counts in a corpus of hypotheses with one reference each (Papineni et al. 2002).
///
/// As sacreBLEU computes it by default for a corpus: tokens of `mteval-v13a`, case kept, n-grams of 1 to 4, exponential
/// smoothing (the first order without a match counts as half a match, the next as a quarter…), no effective order: a corpus
/// without n-grams of four words scores 0.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct BleuCounts {
    orders: [GramCounts; ORDER],
}

impl BleuCounts {
    /// Counts one hypothesis with its reference; linear in their lengths.
    #[must_use]
    pub fn of(hypothesis: &str, reference: &str) -> Self {
        let (hypothesis, reference) = (tokens_13a(hypothesis), tokens_13a(reference));
        let mut counts = Self::default();
        for (at, order) in counts.orders.iter_mut().enumerate() {
            *order = GramCounts::of(&hypothesis, &reference, at + 1);
        }
        counts
    }

    /// Adds the counts of other texts.
    pub fn add(&mut self, other: &Self) {
        self.orders.iter_mut().zip(other.orders).for_each(|(sum, order)| sum.add(order));
    }

    /// The score of the corpus, from 0 to 100.
    #[must_use]
    pub fn score(&self) -> f64 {
        let [words, ..] = self.orders;
        if self.orders.iter().all(|order| order.shared == 0) {
            return 0.0;
        }
        let brevity = if words.hypothesis < words.reference {
            (1.0 - number(words.reference) / number(words.hypothesis)).exp()
        } else {
            1.0
        };
        let mut smoothing = 1.0;
        let mut logarithms = 0.0;
        for order in self.orders {
            if order.hypothesis == 0 {
                return 0.0;
            }
            let matches = if order.shared == 0 {
                smoothing *= 2.0;
                1.0 / smoothing
            } else {
                number(order.shared)
            };
            logarithms += (100.0 * matches / number(order.hypothesis)).ln();
        }
        brevity * (logarithms / number(ORDER)).exp()
    }
}
