//! Checks that a draft is complete, whatever its language: a `200` or an exit code 0 proves nothing.

use std::collections::BTreeMap;

use super::{RejectionReason, protect::Protected, verbatim::verbatim};
use crate::model::{Pair, Text, clip, cut};

/// Characters above which the length of a source says something about its draft's.
const LONG: usize = 20;

/// Restores the codes in an engine's draft of a protected source and checks that it is complete; fails with the reason
/// why it cannot be used.
pub fn inspect(pair: &Pair, source: &Text, protected: &Protected, draft: &str) -> Result<Text, RejectionReason> {
    // Segments have no surrounding white space; engines tend to add some.
    let draft = if source.prose.trim() == source.prose { draft.trim() } else { draft };
    if draft.trim().is_empty() && !protected.text.trim().is_empty() {
        return Err(RejectionReason::Empty);
    }
    let text = protected.restore(draft)?;
    let (old, new) = (source.prose.as_str(), text.prose.as_str());
    if new.trim().is_empty() && !old.trim().is_empty() {
        return Err(RejectionReason::Empty);
    }
    check_addresses(old, new)?;
    if pair.source.language() != pair.target.language() && old == new && has_words(old) {
        return Err(RejectionReason::Unchanged);
    }
    check_chatter(old, new)?;
    let lines = |text: &str| text.matches(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']).count();
    if lines(new) > lines(old) {
        return Err(RejectionReason::Paragraph);
    }
    check_marks(old, new)?;
    check_loops(old, new)?;
    check_length(old, new)?;
    Ok(text)
}

/// Whether there is anything to translate besides addresses and figures.
fn has_words(text: &str) -> bool {
    let mut from = 0;
    for span in verbatim(text) {
        if cut(text, &(from..span.start)).chars().any(char::is_alphabetic) {
            return true;
        }
        from = span.end;
    }
    cut(text, &(from..text.len())).chars().any(char::is_alphabetic)
}

/// Requires the same addresses, each as often; their order may change.
fn check_addresses(old: &str, new: &str) -> Result<(), RejectionReason> {
    let mut balance: BTreeMap<&str, i64> = BTreeMap::new();
    for span in &verbatim(old) {
        *balance.entry(cut(old, span)).or_default() += 1;
    }
    for span in &verbatim(new) {
        *balance.entry(cut(new, span)).or_default() -= 1;
    }
    match balance.into_iter().find(|(_, count)| *count != 0) {
        Some((address, _)) => Err(RejectionReason::Addresses { address: address.to_owned() }),
        None => Ok(()),
    }
}

/// Requires 0.4 to 2.5 times the length of the source; a short one may grow to the length of a long name.
fn check_length(old: &str, new: &str) -> Result<(), RejectionReason> {
    let (source_length, draft) = (old.chars().count(), new.chars().count());
    let is_wrong = if source_length > LONG {
        draft * 5 < source_length * 2 || draft * 2 > source_length * 5
    } else {
        draft > LONG * 4
    };
    if is_wrong { Err(RejectionReason::Length { source_length, draft }) } else { Ok(()) }
}

/// Rejects marks that engines leave behind, unless the source has as many of them: `*word` (unknown), `@word` (no
/// bilingual entry), `#word` (no form) by Apertium; entities by engines that work in HTML; word pieces and control
/// tokens of models.
fn check_marks(old: &str, new: &str) -> Result<(), RejectionReason> {
    for sign in ['*', '@', '#'] {
        let ((allowed, _), (count, first)) = (marked_words(old, sign), marked_words(new, sign));
        if count > allowed {
            return Err(RejectionReason::Marks { mark: first });
        }
    }
    for sign in [
        "&quot;", "&amp;", "&lt;", "&gt;", "&apos;", "&nbsp;", "&#39;", "<unk>", "</s>", "<pad>", "<|", "▁", "@@",
        "```", "\u{FFFD}",
    ] {
        if new.matches(sign).count() > old.matches(sign).count() {
            return Err(RejectionReason::Marks { mark: sign.to_owned() });
        }
    }
    let is_control = |c: &char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    match new.chars().find(is_control) {
        Some(c) if !old.contains(c) => Err(RejectionReason::Marks { mark: format!("U+{:04X}", u32::from(c)) }),
        _ => Ok(()),
    }
}

/// The number of words with the sign right before their first letter, and the first of them.
fn marked_words(text: &str, sign: char) -> (usize, String) {
    let is_marked = |word: &&str| {
        let word = word.trim_start_matches(|c: char| !c.is_alphanumeric() && c != sign);
        word.strip_prefix(sign).is_some_and(|rest| rest.starts_with(char::is_alphabetic))
    };
    let mut words = text.split_whitespace().filter(is_marked);
    let first = words.next();
    (words.count() + usize::from(first.is_some()), first.map(|word| clip(word, 40)).unwrap_or_default())
}

/// What chat engines say about the translation, or instead of it. These are facts about engines, not about a language:
/// they say it in English whatever the target language. `*` is any one word.
const CHATTER: &[&str] = &[
    "here is the translation",
    "here is your translation",
    "here is a translation",
    "here's the translation",
    "here's your translation",
    "here's a translation",
    "here is the * translation",
    "here is your * translation",
    "here's the * translation",
    "here's your * translation",
    "the * translation is",
    "* translation:",
    "sure, here",
    "sure! here",
    "certainly! here",
    "of course! here",
    "translation:",
    "translated text:",
    "the translation is",
    "as an ai ",
    "as a language model",
    "i'm sorry, but i can",
    "i am sorry, but i can",
    "i cannot translate",
    "i can't translate",
    "i cannot assist",
    "i can't assist",
    "i cannot help with",
    "i can't help with",
    "i'm unable to translate",
    "i am unable to translate",
];

/// Maximum characters of a word that an engine may put before or after a text without making it an echo: `[be]`, `UK:`.
const MAX_TAG: usize = 12;

/// Rejects refusals, preambles and echoes of the question.
///
/// The question with a short tag at its ends is a draft like any other, if a poor one: engines made for testing answer
/// so. A wrong language is reported by the checks that know languages.
fn check_chatter(old: &str, new: &str) -> Result<(), RejectionReason> {
    let plain = |text: &str| text.to_lowercase().replace('’', "'");
    let (old_plain, new_plain) = (plain(old), plain(new));
    for phrase in CHATTER {
        if begins_with(new_plain.trim_start(), phrase) && !begins_with(old_plain.trim_start(), phrase) {
            return Err(RejectionReason::Chatter { words: clip(new, 60) });
        }
    }
    let is_long = old.chars().count() > LONG && has_words(old);
    match new.split_once(old) {
        Some((before, after)) if is_long && !(is_tag(before) && is_tag(after)) => Err(RejectionReason::Echo),
        _ => Ok(()),
    }
}

/// Whether a text begins with a phrase in which `*` is any one word.
fn begins_with(text: &str, phrase: &str) -> bool {
    let Some((head, tail)) = phrase.split_once('*') else { return text.starts_with(phrase) };
    let word = text.strip_prefix(head).unwrap_or_default();
    let rest = word.trim_start_matches(char::is_alphabetic);
    rest.len() < word.len() && rest.starts_with(tail)
}

/// Whether this is at most one short word.
fn is_tag(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.next().is_none_or(|word| word.chars().count() <= MAX_TAG) && words.next().is_none()
}

/// Rejects repetition that the source does not have: the typical failure of neural engines.
fn check_loops(old: &str, new: &str) -> Result<(), RejectionReason> {
    let (words, source_words) = (lower_words(new), lower_words(old));
    // A loop of three words in one language may take five in the other.
    let allowed = (1..=8).map(|period| longest_run(&source_words, period).0).max().unwrap_or_default();
    for period in 1..=8 {
        let (times, at) = longest_run(&words, period);
        if times >= 4 && times > allowed * 2 {
            let looped = words.get(at..at + period).unwrap_or_default().join(" ");
            return Err(RejectionReason::Loop { words: clip(&looped, 60) });
        }
    }
    let (letters, source_letters): (Vec<char>, Vec<char>) = (new.chars().collect(), old.chars().collect());
    let allowed = (1..=4).map(|period| longest_run(&source_letters, period).0).max().unwrap_or_default();
    for period in 1..=4 {
        let (times, at) = longest_run(&letters, period);
        let looped = letters.get(at..at + period).unwrap_or_default();
        if times >= 8 && times > allowed * 2 && looped.iter().all(|c| c.is_alphabetic()) {
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
