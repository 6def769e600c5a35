//! Repetition that the source does not have: loops of words and letters, and the same sentence twice.

use std::collections::{HashMap, HashSet};

use super::RejectionReason;
use crate::model::clip;

/// Words in a row that no text repeats three times without being stuck.
const LONG_PHRASE: usize = 4;

/// Rejects repetition that the source does not have: the typical failure of neural engines.
pub(super) fn check_repetition(old: &str, new: &str) -> Result<(), RejectionReason> {
    let words = lower_words(new);
    // Nothing is said again without a word that stands there twice.
    if !has_repeated_word(&words) {
        return check_letters(old, new);
    }
    let source_words = lower_words(old);
    check_loops(&words, &source_words)?;
    check_letters(old, new)?;
    if repeats_whole(&words) && !repeats_whole(&source_words) {
        return Err(RejectionReason::Twice { words: clip(new, 60) });
    }
    let (sentences, source_sentences) = (sentences(new), sentences(old));
    if let Some(twice) = repeated_sentence(&sentences)
        && sentences.len() > source_sentences.len()
        && repeated_sentence(&source_sentences).is_none()
    {
        return Err(RejectionReason::Twice { words: clip(&twice.join(" "), 60) });
    }
    Ok(())
}

fn has_repeated_word(words: &[String]) -> bool {
    let mut seen: HashSet<&str> = HashSet::with_capacity(words.len());
    words.iter().any(|word| !seen.insert(word))
}

fn check_loops(words: &[String], source_words: &[String]) -> Result<(), RejectionReason> {
    let looped = |at: usize, period: usize| {
        let words = words.get(at..at + period).unwrap_or_default().join(" ");
        Err(RejectionReason::Loop { words: clip(&words, 60) })
    };
    // A loop of three words in one language may take five in the other.
    let allowed = (1..=8).map(|period| longest_run(source_words, period).0).max().unwrap_or_default();
    for period in 1..=8 {
        let (times, at) = longest_run(words, period);
        let most = if period >= LONG_PHRASE { 3 } else { 4 };
        if times >= most && times > allowed * 2 {
            return looped(at, period);
        }
    }
    if let Some((times, at)) = most_frequent(words, LONG_PHRASE)
        && times >= 3
        && most_frequent(source_words, 2).is_none_or(|(allowed, _)| times > allowed)
    {
        return looped(at, LONG_PHRASE);
    }
    Ok(())
}

fn check_letters(old: &str, new: &str) -> Result<(), RejectionReason> {
    let letters: Vec<char> = new.chars().collect();
    let allowed = || {
        let letters: Vec<char> = old.chars().collect();
        (1..=4).map(|period| longest_run(&letters, period).0).max().unwrap_or_default()
    };
    for period in 1..=4 {
        let (times, at) = longest_run(&letters, period);
        let looped = letters.get(at..at + period).unwrap_or_default();
        if times >= 8 && looped.iter().all(|c| c.is_alphabetic()) && times > allowed() * 2 {
            return Err(RejectionReason::Loop { words: looped.iter().collect() });
        }
    }
    Ok(())
}

fn lower_words(text: &str) -> Vec<String> {
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    text.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect()
}

/// How many times in a row the most repeated `period` items occur, and where they begin.
fn longest_run<T: PartialEq>(items: &[T], period: usize) -> (usize, usize) {
    let (mut best, mut run) = ((usize::from(items.len() >= period), 0), 0);
    for (at, (item, earlier)) in items.iter().skip(period).zip(items).enumerate() {
        run = if item == earlier { run + 1 } else { 0 };
        let times = run / period + 1;
        if times > best.0 {
            best = (times, at + 1 - run);
        }
    }
    best
}

/// The number of times that the most frequent `length` words in a row occur, not overlapping, and where they begin;
/// `None` for a shorter text.
fn most_frequent(words: &[String], length: usize) -> Option<(usize, usize)> {
    /// How often a phrase occurs, where it began first, and where its last occurrence ends.
    struct Seen {
        times: usize,
        first: usize,
        end: usize,
    }
    let mut seen: HashMap<&[String], Seen> = HashMap::new();
    for (at, phrase) in words.windows(length).enumerate() {
        let entry = seen.entry(phrase).or_insert(Seen { times: 0, first: at, end: 0 });
        if at >= entry.end {
            entry.times += 1;
            entry.end = at + length;
        }
    }
    let best = seen.into_values().max_by_key(|seen| (seen.times, std::cmp::Reverse(seen.first)))?;
    Some((best.times, best.first))
}

/// Whether a text of several words is one half or third of it again and again.
fn repeats_whole(words: &[String]) -> bool {
    let periods = [2, 3].into_iter().filter(|times| words.len().is_multiple_of(*times));
    periods
        .map(|times| words.len() / times)
        .any(|period| period >= 2 && words.iter().skip(period).zip(words).all(|(word, earlier)| word == earlier))
}

/// The sentences of a text, each as its words. A mark in the middle of one (an abbreviation's, an initial's) only makes
/// the parts shorter.
fn sentences(text: &str) -> Vec<Vec<String>> {
    let mut sentences = Vec::new();
    let mut words = Vec::new();
    for token in text.split_whitespace() {
        words.extend(lower_words(token));
        let token = token.trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '!' | '?' | '…'));
        if token.ends_with(['.', '!', '?', '…']) && !words.is_empty() {
            sentences.push(std::mem::take(&mut words));
        }
    }
    if !words.is_empty() {
        sentences.push(words);
    }
    sentences
}

/// The first sentence that stands twice. A short one in the middle of others may be an exclamation or an initial.
fn repeated_sentence(sentences: &[Vec<String>]) -> Option<&[String]> {
    let least = if sentences.len() == 2 { 1 } else { 3 };
    let mut seen: HashMap<&[String], usize> = HashMap::new();
    sentences.iter().find_map(|sentence| {
        let times = seen.entry(sentence).or_default();
        *times += 1;
        (*times > 1 && sentence.len() >= least).then_some(sentence.as_slice())
    })
}
