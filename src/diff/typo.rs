//! Typo detection.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::{
    ChangeKind, WordChange,
    token::{TokenKind, fold, kind_of, tokens},
};

/// Whether every change is small: spacing, commas, dashes, a doubled word, a letter or two inside a word.
///
/// Looks at the letters only; whether a name, number or negation changed must be checked separately.
pub(super) fn is_typo(changes: &[WordChange]) -> bool {
    let mut rest = changes;
    let mut before = "";
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        let (removed, added) = match (first.kind, after.first()) {
            (ChangeKind::Same, _) => {
                before = &first.text;
                continue;
            }
            (ChangeKind::Removed, Some(next)) if next.kind == ChangeKind::Added => {
                rest = after.get(1..).unwrap_or_default();
                (first.text.as_str(), next.text.as_str())
            }
            (ChangeKind::Removed, _) => (first.text.as_str(), ""),
            (ChangeKind::Added, _) => ("", first.text.as_str()),
        };
        let next = rest.first().map_or("", |change| change.text.as_str());
        if !(is_small(removed, added) || (added.is_empty() && is_doubled(before, removed, next))) {
            return false;
        }
    }
    true
}

fn is_small(removed: &str, added: &str) -> bool {
    let count_marks = |text: &str| text.matches(['?', '!']).count();
    if count_marks(removed) != count_marks(added) {
        return false;
    }
    let bare = |text: &str| -> String { fold(text).chars().filter(|c| c.is_alphanumeric()).collect() };
    if bare(removed) == bare(added) {
        return true;
    }
    let words = |text: &'_ str| -> Vec<String> {
        tokens(text).into_iter().filter(|token| kind_of(token) == TokenKind::Word).map(fold).collect()
    };
    let (old, new) = (words(removed), words(added));
    old.len() == new.len() && old.iter().zip(&new).all(|(a, b)| a == b || is_letter_slip(a, b))
}

/// Whether two words differ by two neighbouring letters swapped, by one letter in a word of five, or by two in one of
/// eight.
fn is_letter_slip(a: &str, b: &str) -> bool {
    let (x, y): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if x.iter().chain(&y).any(|c| c.is_numeric()) {
        return false;
    }
    let differ: Vec<usize> = x.iter().zip(&y).enumerate().filter(|(_, (p, q))| p != q).map(|(at, _)| at).collect();
    if x.len() == y.len()
        && let [first, second] = differ.as_slice()
        && *second == first + 1
    {
        return x.len() > 2 && x.get(*first) == y.get(*second) && x.get(*second) == y.get(*first);
    }
    let shorter = x.len().min(y.len());
    if shorter > 64 {
        return false;
    }
    let distance: usize = capture_diff_slices(Algorithm::Myers, &x, &y)
        .iter()
        .filter(|op| !matches!(op, DiffOp::Equal { .. }))
        .map(|op| op.old_range().len().max(op.new_range().len()))
        .sum();
    distance <= usize::from(shorter >= 5) + usize::from(shorter >= 8)
}

/// Whether the removed words only repeat their neighbours (`the the`).
fn is_doubled(before: &str, removed: &str, after: &str) -> bool {
    let words = |text: &str| text.split_whitespace().map(fold).collect::<Vec<_>>();
    let removed = words(removed);
    !removed.is_empty() && (words(before).ends_with(&removed) || words(after).starts_with(&removed))
}
