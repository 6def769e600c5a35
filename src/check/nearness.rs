//! Edit distance between words.

/// The number of letters substituted, missing, added or swapped with their neighbour (Damerau–Levenshtein, each
/// position edited once); `None` above `limit`.
pub(super) fn distance(one: &[char], other: &[char], limit: usize) -> Option<usize> {
    if one.len().abs_diff(other.len()) > limit {
        return None;
    }
    let alike = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (one.get(alike..)?, other.get(alike..)?);
    let alike = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    let (one, other) = (one.get(..one.len() - alike)?, other.get(..other.len() - alike)?);
    if one.is_empty() || other.is_empty() {
        return Some(one.len().max(other.len())).filter(|edits| *edits <= limit);
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (row, letter) in one.iter().enumerate() {
        let mut next = vec![row + 1];
        for (column, against) in other.iter().enumerate() {
            let at = |list: &[usize], place: usize| list.get(place).copied().unwrap_or(usize::MAX / 2);
            let mut best = at(&last, column) + usize::from(letter != against);
            best = best.min(at(&last, column + 1) + 1).min(at(&next, column) + 1);
            if row > 0 && column > 0 && one.get(row - 1) == Some(against) && other.get(column - 1) == Some(letter) {
                best = best.min(at(&before, column - 1) + 1);
            }
            next.push(best);
        }
        if next.iter().all(|edits| *edits > limit) {
            return None;
        }
        before = std::mem::replace(&mut last, next);
    }
    last.last().copied().filter(|edits| *edits <= limit)
}
