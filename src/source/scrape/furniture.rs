//! Lines of a page that are not part of the article, whatever their context.

use super::{
    cues::{Cues, Start, normalise, normalised_words},
    reason::Reason,
};

/// The longest line, in words, that its words alone can make furniture.
const LONGEST_LINE: usize = 24;

/// Why a short line of only cues, numbers and punctuation is left out: `Share Tweet`, `312 reads`, `Loading…`.
pub(super) fn of_line(text: &str, cues: &Cues) -> Option<Reason> {
    let tokens: Vec<&str> = text.split_whitespace().take(LONGEST_LINE + 1).collect();
    if tokens.len() > LONGEST_LINE {
        return None;
    }
    let words: Vec<String> = tokens.iter().map(|word| normalise(word)).filter(|word| !word.is_empty()).collect();
    let mut reason: Option<Reason> = None;
    let mut numbers = 0;
    let mut rest = words.as_slice();
    while let Some(first) = rest.first() {
        let count = if let Some((count, cue)) = cues.line.longest_match(rest) {
            reason = reason.or(Some(cue));
            count
        } else if is_number(first) {
            numbers += 1;
            1
        } else {
            return None;
        };
        rest = rest.get(count..).unwrap_or_default();
    }
    reason.filter(|reason| *reason != Reason::Counter || numbers > 0)
}

/// Why a short line that begins with a cue is left out: `Read also: …`, `Tags: …`, `© …`. A line that ends like a
/// sentence needs a colon or a question mark after the cue (`Spotted a mistake?`).
pub(super) fn of_start(text: &str, cues: &Cues) -> Option<Reason> {
    if text.split_whitespace().nth(2 * LONGEST_LINE).is_some() {
        return None;
    }
    let words = normalised_words(text);
    let Some((count, Start::Out(reason))) = cues.start.longest_match(&words) else { return None };
    let colon = text.split_whitespace().take(count).any(|word| word.ends_with([':', '?']));
    let alone = words.len() == count;
    let sentence = text.ends_with(['.', '!', '?']) && !text.ends_with("...");
    let strict = matches!(reason, Reason::Related | Reason::Tags | Reason::Label | Reason::Control);
    (colon || alone || !strict || (!sentence && words.len() <= LONGEST_LINE)).then_some(reason)
}

/// Whether a word (without punctuation around it) is a number as in counters: `312`, `1,204`, `1.2k`.
pub(super) fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        && word.chars().filter(|c| c.is_alphabetic()).count() <= 1
        && word.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '\'') || c.is_alphabetic())
}
