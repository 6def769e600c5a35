//! Checks that a draft is complete, whatever its language: a `200` or an exit code 0 proves nothing.

use std::collections::BTreeMap;

use super::{
    RejectionReason,
    protect::Protected,
    repetition::check_repetition,
    verbatim::verbatim,
    wrapping::{check_invisible, check_wrapping},
};
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
    let says_something = |text: &str| text.contains(char::is_alphanumeric);
    if !says_something(new) && (says_something(old) || new.trim().is_empty() != old.trim().is_empty()) {
        return Err(RejectionReason::Empty);
    }
    check_addresses(old, new)?;
    check_paths(old, new)?;
    check_hosts(old, new)?;
    if pair.source.language() != pair.target.language() && old == new && has_words(old) {
        return Err(RejectionReason::Unchanged);
    }
    check_invisible(old, new)?;
    check_wrapping(old, new)?;
    check_echo(old, new)?;
    let lines = |text: &str| text.matches(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']).count();
    if lines(new) > lines(old) {
        return Err(RejectionReason::Paragraph);
    }
    check_marks(old, new)?;
    check_repetition(old, new)?;
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

/// Requires addresses without a scheme (`example.org/pier`), too, in any case of their letters.
fn check_paths(old: &str, new: &str) -> Result<(), RejectionReason> {
    let lowercase = new.to_lowercase();
    let is_path = |word: &&str| {
        let host = word.split_once('/').map_or("", |(host, _)| host);
        let labels: Vec<&str> = host.split('.').collect();
        let is_label = |label: &&str| !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        let is_top = |label: &&str| label.len() > 1 && label.chars().all(|c| c.is_ascii_lowercase());
        labels.len() > 1 && labels.iter().all(is_label) && labels.last().is_some_and(is_top) && word.is_ascii()
    };
    let bare = |word: &'_ str| word.trim_matches(|c: char| !c.is_ascii_alphanumeric() && c != '/').to_owned();
    let words: Vec<String> = old.split_whitespace().map(bare).collect();
    let mut paths = words.iter().map(String::as_str).filter(is_path);
    match paths.find(|path| !lowercase.contains(&path.to_lowercase())) {
        Some(path) => Err(RejectionReason::Addresses { address: path.to_owned() }),
        None => Ok(()),
    }
}

/// Refuses hosts (`example.org`) and accounts (`@example`) that the source does not have, in any case of its letters.
fn check_hosts(old: &str, new: &str) -> Result<(), RejectionReason> {
    let source = old.to_lowercase();
    let is_label =
        |label: &str| !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
    let is_top = |label: &str| label.len() > 1 && label.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    let is_host = |word: &&str| {
        let name = word.strip_prefix('@').unwrap_or(word);
        let is_told = name.contains('.') || name.len() < word.len();
        is_told && name.split('.').all(is_label) && name.split('.').next_back().is_some_and(is_top)
    };
    let bare = |word: &'_ str| {
        let word = word.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '@');
        word.trim_end_matches(|c: char| !c.is_alphanumeric()).to_owned()
    };
    let words: Vec<String> = new.split_whitespace().map(bare).collect();
    let mut hosts = words.iter().map(String::as_str).filter(is_host);
    match hosts.find(|host| !source.contains(&host.to_lowercase())) {
        Some(host) => Err(RejectionReason::Addresses { address: host.to_owned() }),
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
    if is_wrong && !is_abbreviation(old, new) { Err(RejectionReason::Length { source_length, draft }) } else { Ok(()) }
}

/// Whether a name of several words became an abbreviation: США for the United States of America.
fn is_abbreviation(old: &str, new: &str) -> bool {
    let capitalized = old.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count();
    let has_end = old.ends_with(['.', '!', '?', '…']);
    capitalized > 1 && !has_end && new.chars().count() <= capitalized + 3 && new.chars().all(char::is_uppercase)
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
        "```", "\u{FFFD}", "{", "}",
    ] {
        if new.matches(sign).count() > old.matches(sign).count() {
            return Err(RejectionReason::Marks { mark: sign.to_owned() });
        }
    }
    let is_picture = |c: &char| matches!(c, '\u{1f300}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2b50}');
    if let Some(picture) = new.chars().find(is_picture).filter(|picture| !old.contains(*picture)) {
        return Err(RejectionReason::Marks { mark: picture.to_string() });
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

/// Maximum characters of a word that an engine may put before or after a text without making it an echo: `[be]`, `UK:`.
const MAX_TAG: usize = 12;

/// Rejects echoes of the question.
///
/// The question with a short tag at its ends is a draft like any other, if a poor one. A wrong language is reported by
/// the checks that know languages.
fn check_echo(old: &str, new: &str) -> Result<(), RejectionReason> {
    let is_long = || old.chars().count() > LONG && has_words(old);
    match new.split_once(old) {
        Some((before, after)) if !(is_tag(before) && is_tag(after)) && is_long() => Err(RejectionReason::Echo),
        _ => Ok(()),
    }
}

/// Whether this is at most one short word.
fn is_tag(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.next().is_none_or(|word| word.chars().count() <= MAX_TAG) && words.next().is_none()
}
