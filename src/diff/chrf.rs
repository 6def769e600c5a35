//! chrF2: how alike are two texts, letter by letter?

use std::collections::HashMap;

/// The longest run of characters that is counted (sacreBLEU's `char_order`).
const ORDER: usize = 6;
/// Recall weighs this many times as much as precision.
const BETA: f64 = 2.0;

/// chrF2 of a draft against the final text, from 0 (nothing in common) to 100 (the same).
///
/// Popović (2015), with sacreBLEU's defaults: character n-grams of 1 to 6, no word n-grams, beta 2, white space removed,
/// case kept, orders averaged only where both texts have n-grams.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "no sentence has 2^52 letters")]
pub fn chrf2(draft: &str, last: &str) -> f64 {
    let letters = |text: &str| -> Vec<char> { text.chars().filter(|c| !c.is_whitespace()).collect() };
    let (draft, last) = (letters(draft), letters(last));
    let (mut precision, mut recall, mut orders) = (0.0, 0.0, 0.0);
    for order in 1..=ORDER {
        let (mine, theirs) = (counts(&draft, order), counts(&last, order));
        let sum = |all: &HashMap<&[char], usize>| all.values().sum::<usize>();
        let (in_draft, in_last) = (sum(&mine), sum(&theirs));
        if in_draft == 0 || in_last == 0 {
            continue;
        }
        let shared: usize =
            mine.iter().map(|(gram, count)| theirs.get(gram).map_or(0, |other| *count.min(other))).sum();
        precision += shared as f64 / in_draft as f64;
        recall += shared as f64 / in_last as f64;
        orders += 1.0;
    }
    if precision + recall == 0.0 {
        return 0.0;
    }
    let (precision, recall) = (precision / orders, recall / orders);
    let factor = BETA * BETA;
    100.0 * (1.0 + factor) * precision * recall / (factor * precision + recall)
}

fn counts(letters: &[char], order: usize) -> HashMap<&[char], usize> {
    let mut out = HashMap::new();
    for gram in letters.windows(order) {
        *out.entry(gram).or_default() += 1;
    }
    out
}
