//! Lines of a page that are not of its article, whatever stands around them.

use super::{
    cues::{Cues, Start, normal, normals},
    reason::Reason,
};

/// The longest line, in words, that can be furniture by its words alone.
const SHORT: usize = 24;

/// What a short line is that consists of nothing but cues, numbers and signs: `Share Tweet`, `312 reads`, `Loading…`.
pub(super) fn of_line(text: &str, cues: &Cues) -> Option<Reason> {
    let tokens: Vec<&str> = text.split_whitespace().take(SHORT + 1).collect();
    if tokens.len() > SHORT {
        return None;
    }
    let words: Vec<String> = tokens.iter().map(|word| normal(word)).filter(|word| !word.is_empty()).collect();
    let mut reason: Option<Reason> = None;
    let mut numbers = 0;
    let mut rest = words.as_slice();
    while let Some(first) = rest.first() {
        let taken = if let Some((count, found)) = cues.line.at(rest) {
            reason = reason.or(Some(found));
            count
        } else if is_number(first) {
            numbers += 1;
            1
        } else {
            return None;
        };
        rest = rest.get(taken..).unwrap_or_default();
    }
    reason.filter(|reason| *reason != Reason::Counter || numbers > 0)
}

/// What a short line is that begins with a cue: `Read also: …`, `Tags: …`, `© …`. A line that ends like a sentence
/// needs the colon after the cue.
pub(super) fn of_start(text: &str, cues: &Cues) -> Option<Reason> {
    if text.split_whitespace().nth(2 * SHORT).is_some() {
        return None;
    }
    let words = normals(text);
    let Some((count, Start::Out(reason))) = cues.start.at(&words) else { return None };
    let colon = text.split_whitespace().take(count).any(|word| word.ends_with(':'));
    let alone = words.len() == count;
    let sentence = text.ends_with(['.', '!', '?']) && !text.ends_with("...");
    let strict = matches!(reason, Reason::Related | Reason::Tags | Reason::Label);
    (colon || alone || !strict || (!sentence && words.len() <= SHORT)).then_some(reason)
}

/// Whether a word (without punctuation around it) is a number as counters have it: `312`, `1,204`, `1.2k`.
pub(super) fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        && word.chars().filter(|c| c.is_alphabetic()).count() <= 1
        && word.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '\'') || c.is_alphabetic())
}
