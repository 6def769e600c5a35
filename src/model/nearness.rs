//! Edit distance between words, and the known name that somebody probably meant.

use super::Message;

/// The number of letters substituted, missing, added or swapped with their neighbour (Damerau–Levenshtein, each
/// position edited once); `None` above `limit`.
#[must_use]
pub fn distance(one: &[char], other: &[char], limit: usize) -> Option<usize> {
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

/// The known name that a wrong one probably stands for: the nearest, as typing errors go, or the only one that goes on
/// as it begins. The first of several that are equally near.
#[must_use]
pub fn meant<S: AsRef<str>>(word: &str, known: impl IntoIterator<Item = S>) -> Option<String> {
    let letters = folded(word);
    let limit = match letters.len() {
        0 => return None,
        1..=4 => 1,
        5..=8 => 2,
        _ => 3,
    };
    let (mut nearest, mut longer) = (None::<(usize, String)>, Vec::new());
    for name in known {
        let name = name.as_ref();
        let other = folded(name);
        if let Some(edits) = distance(&letters, &other, limit)
            && edits < other.len()
            && nearest.as_ref().is_none_or(|(least, _)| edits < *least)
        {
            nearest = Some((edits, name.to_owned()));
        }
        if letters.len() > 2 && other.starts_with(&letters) {
            longer.push(name.to_owned());
        }
    }
    nearest.map(|(_, name)| name).or_else(|| longer.pop().filter(|_| longer.is_empty()))
}

/// The hint on a name that is none of the known ones: the one that was probably meant, and in any case `list`, the hint
/// that lists them.
#[must_use]
pub fn did_you_mean<S: AsRef<str>>(word: &str, known: impl IntoIterator<Item = S>, list: Message) -> Message {
    with_guess(meant(word, known), list)
}

/// A hint with what was probably meant, if anything, before it.
#[must_use]
pub fn with_guess(meant: Option<String>, hint: Message) -> Message {
    match meant {
        Some(name) => Message::new("hint-did-you-mean").with("meant", name).with("rest", hint),
        None => hint,
    }
}

/// Letters without case; blanks, underscores and hyphens count as one sign.
fn folded(word: &str) -> Vec<char> {
    let plain = |c: char| if matches!(c, '_' | ' ') { '-' } else { c };
    word.chars().flat_map(char::to_lowercase).map(plain).collect()
}
