//! How many n-grams of each order two texts have, and how many they share.

use std::{collections::HashMap, hash::Hash};

/// The n-grams of one order in a hypothesis and its reference.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct GramCounts {
    /// Those of the hypothesis.
    pub hypothesis: usize,
    /// Those of the reference.
    pub reference: usize,
    /// Those of the hypothesis that are in the reference, each as often as there.
    pub shared: usize,
}

impl GramCounts {
    /// Counts the n-grams of `order` in two sequences; linear in their lengths.
    pub(super) fn of<T: Eq + Hash>(hypothesis: &[T], reference: &[T], order: usize) -> Self {
        let mut counts: HashMap<&[T], usize> = HashMap::with_capacity(reference.len());
        for gram in reference.windows(order) {
            *counts.entry(gram).or_default() += 1;
        }
        let mut shared = 0;
        for gram in hypothesis.windows(order) {
            if let Some(left) = counts.get_mut(gram).filter(|left| **left > 0) {
                *left -= 1;
                shared += 1;
            }
        }
        let number = |length: usize| (length + 1).saturating_sub(order);
        Self { hypothesis: number(hypothesis.len()), reference: number(reference.len()), shared }
    }

    /// Adds the counts of another pair of texts.
    pub(super) fn add(&mut self, other: Self) {
        self.hypothesis += other.hypothesis;
        self.reference += other.reference;
        self.shared += other.shared;
    }
}

/// A count as a number to divide by.
#[expect(clippy::cast_precision_loss, reason = "no corpus has 2^52 words")]
pub(super) const fn number(count: usize) -> f64 {
    count as f64
}
