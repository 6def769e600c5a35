//! chrF2: the similarity of two texts, character by character.

use std::collections::HashMap;

/// Length of the longest character n-grams that are counted (sacreBLEU's `char_order`).
const ORDER: usize = 6;
/// Recall weighs this many times as much as precision.
const BETA: f64 = 2.0;

/// Returns the chrF2 of a draft against the final text, from 0 (nothing in common) to 100 (identical).
///
/// Popović (2015), with sacreBLEU's defaults: character n-grams of 1 to 6, no word n-grams, beta 2, white space removed,
/// case kept, orders averaged only where both texts have n-grams.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "no sentence has 2^52 letters")]
pub fn chrf2(draft: &str, reference: &str) -> f64 {
    let letters = |text: &str| -> Vec<char> { text.chars().filter(|c| !c.is_whitespace()).collect() };
    let (draft, reference) = (letters(draft), letters(reference));
    let (mut precision, mut recall, mut orders) = (0.0, 0.0, 0.0);
    for order in 1..=ORDER {
        let (draft_grams, reference_grams) = (count_grams(&draft, order), count_grams(&reference, order));
        let sum = |all: &HashMap<&[char], usize>| all.values().sum::<usize>();
        let (in_draft, in_reference) = (sum(&draft_grams), sum(&reference_grams));
        if in_draft == 0 || in_reference == 0 {
            continue;
        }
        let shared: usize = draft_grams
            .iter()
            .map(|(gram, count)| reference_grams.get(gram).map_or(0, |other| *count.min(other)))
            .sum();
        precision += shared as f64 / in_draft as f64;
        recall += shared as f64 / in_reference as f64;
        orders += 1.0;
    }
    if precision + recall == 0.0 {
        return 0.0;
    }
    let (precision, recall) = (precision / orders, recall / orders);
    let factor = BETA * BETA;
    100.0 * (1.0 + factor) * precision * recall / (factor * precision + recall)
}

fn count_grams(letters: &[char], order: usize) -> HashMap<&[char], usize> {
    let mut out = HashMap::new();
    for gram in letters.windows(order) {
        *out.entry(gram).or_default() += 1;
    }
    out
}
