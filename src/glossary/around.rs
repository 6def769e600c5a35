//! The surroundings of a match: word boundaries, longer names, and words that change its meaning.

use std::{collections::BTreeSet, ops::Range};

use crate::model::cut;

use super::{
    folding::{Folding, is_word},
    is_mark,
};

/// How far to look back from a match, in bytes: longer than names and phrases, yet bounded, so that a text without
/// spaces is not rescanned for every match.
const REACH: usize = 256;

/// One or more words next to which a term means something else (`context_not`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Neighbor {
    /// The words, folded.
    text: String,
    /// Whether any ending may follow.
    open: bool,
    words: usize,
}

impl Neighbor {
    /// Reads an entry; a trailing `*` stands for any ending. Returns `None` for an empty one.
    pub(super) fn new(entry: &str, folding: &Folding) -> Option<Self> {
        let stem = entry.strip_suffix('*');
        let text = folding.fold(stem.unwrap_or(entry)).text.trim().to_owned();
        let words = text.split(' ').count();
        (!text.is_empty()).then_some(Self { text, open: stem.is_some(), words })
    }

    /// Whether it directly precedes or follows `span` in a folded text.
    pub(super) fn adjoins(&self, folded: &str, span: &Range<usize>) -> bool {
        let rest = cut(folded, &(span.end..folded.len()));
        let after = rest.trim_start_matches(is_gap);
        if after.len() < rest.len()
            && after.strip_prefix(self.text.as_str()).is_some_and(|tail| self.open || ends_word(tail))
        {
            return true;
        }
        let head = cut(folded, &(folded.floor_char_boundary(span.start.saturating_sub(REACH))..span.start));
        let before = head.trim_end_matches(is_gap);
        if before.len() == head.len() {
            return false;
        }
        if self.open {
            let begin = before.rmatch_indices(is_gap).nth(self.words - 1).map_or(0, |(at, _)| at + 1);
            return before.get(begin..).is_some_and(|words| words.starts_with(&self.text));
        }
        before.strip_suffix(self.text.as_str()).is_some_and(begins_word)
    }
}

/// Whether a character joins two words: a space or a hyphen.
const fn is_gap(letter: char) -> bool {
    matches!(letter, ' ' | '-')
}

/// Whether a match is a part of a word with hyphens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Compound {
    /// It is a word of its own.
    No,
    /// It is a part only if it is not one of several names joined by hyphens (`Мінск-Гомель`).
    Joined,
    /// It is a part (`прэс-сакратар`).
    Part,
}

/// How the match at `span` of a folded text, `origin` in the original, is joined to what stands beside it. A prefix in
/// small letters before a name, a particle, a number and a designation (`Іскандэр-М`) make no other word of it.
pub(super) fn compound_at(
    folded: &str,
    span: &Range<usize>,
    original: &str,
    origin: &Range<usize>,
    folding: &Folding,
) -> Compound {
    let bytes = folded.as_bytes();
    let before = span.start.checked_sub(1).and_then(|at| bytes.get(at)) == Some(&b'-');
    let after = bytes.get(span.end) == Some(&b'-');
    if !before && !after {
        return Compound::No;
    }
    let is_name = cut(original, origin).starts_with(char::is_uppercase);
    let mut joined = Compound::No;
    if after {
        let rest = cut(original, &(origin.end..original.len()));
        let rest = rest.strip_prefix(is_hyphen).unwrap_or(rest);
        let word = cut(rest, &(0..rest.find(|c| !is_word(c) && !is_mark(c)).unwrap_or(rest.len())));
        let is_other = word.chars().any(char::is_lowercase) || word.chars().filter(|c| c.is_alphabetic()).count() > 3;
        if is_other && !folding.is_particle(&folding.fold(word).text) {
            if !(is_name && word.starts_with(char::is_uppercase)) {
                return Compound::Part;
            }
            joined = Compound::Joined;
        }
    }
    if before {
        let head = cut(original, &(original.floor_char_boundary(origin.start.saturating_sub(REACH))..origin.start));
        let head = head.strip_suffix(is_hyphen).unwrap_or(head);
        let length = head.len() - head.trim_end_matches(|c| is_word(c) || is_mark(c)).len();
        let word = cut(head, &(head.len() - length..head.len()));
        let is_prefix = is_name && !word.chars().any(char::is_uppercase);
        if word.chars().any(char::is_alphabetic) && !is_prefix {
            if !is_name {
                return Compound::Part;
            }
            joined = Compound::Joined;
        }
    }
    joined
}

/// Whether each hyphen beside the match at `span` joins it to another match (those begin at `starts` and end at `ends`)
/// or to nothing that makes another word of it.
pub(super) fn is_among_names(
    text: &str,
    span: &Range<usize>,
    starts: &BTreeSet<usize>,
    ends: &BTreeSet<usize>,
) -> bool {
    let mut rest = cut(text, &(span.end..text.len())).chars();
    let after = rest.next().filter(|joint| is_hyphen(*joint));
    let next = rest.next().is_some_and(char::is_uppercase);
    if after.is_some_and(|joint| next && !starts.contains(&(span.end + joint.len_utf8()))) {
        return false;
    }
    let before = cut(text, &(0..span.start)).chars().next_back().filter(|joint| is_hyphen(*joint));
    before.is_none_or(|joint| ends.contains(&(span.start - joint.len_utf8())))
}

/// Whether a character joins the parts of a word.
const fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}' | '\u{2011}')
}

/// Whether a word may begin after `before`.
pub(super) fn begins_word(before: &str) -> bool {
    let mut back = before.chars().rev();
    match back.next() {
        None => true,
        Some('\'') => !back.next().is_some_and(is_word),
        Some(letter) => !is_word(letter),
    }
}

/// Whether a word may end before `rest`.
pub(super) fn ends_word(rest: &str) -> bool {
    let mut ahead = rest.chars();
    match ahead.next() {
        None => true,
        Some('\'') => !ahead.next().is_some_and(|next| is_word(next) || is_mark(next)),
        Some(letter) => !is_word(letter),
    }
}

/// Whether the match at `span` is part of a longer name: next to it, joined by a single space or hyphen, is another
/// capitalized word that neither begins a sentence nor is itself a match (those begin at `starts` and end at `ends`).
pub(super) fn is_in_longer_name(
    text: &str,
    span: &Range<usize>,
    starts: &BTreeSet<usize>,
    ends: &BTreeSet<usize>,
) -> bool {
    let matched = cut(text, span);
    let mut letters = matched.chars().filter(|letter| letter.is_alphabetic());
    if letters.clone().count() > 1 && letters.all(char::is_uppercase) {
        // In all-capitals text a capital means nothing, and an abbreviation is not part of a name.
        return false;
    }
    let mut rest = cut(text, &(span.end..text.len())).chars();
    if let Some(joint) = rest.next().filter(|joint| is_joint(*joint))
        && rest.next().is_some_and(char::is_uppercase)
        && !starts.contains(&(span.end + joint.len_utf8()))
    {
        return true;
    }
    let head = cut(text, &(text.floor_char_boundary(span.start.saturating_sub(REACH))..span.start));
    let Some(joint) = head.chars().next_back().filter(|joint| is_joint(*joint)) else { return false };
    let end = head.len() - joint.len_utf8();
    if ends.contains(&(span.start - joint.len_utf8())) {
        return false;
    }
    let before = cut(head, &(0..end));
    let word = before.len() - before.trim_end_matches(|c| is_word(c) || matches!(c, '\'' | '’' | 'ʼ')).len();
    let (earlier, word) = (cut(before, &(0..end - word)), cut(before, &(end - word..end)));
    let preceding = earlier.trim_end_matches(|c: char| !is_word(c) && !matches!(c, '.' | '!' | '?' | '…' | ':' | '\n'));
    let begins = span.start < REACH && preceding.is_empty() || preceding.ends_with(|c| !is_word(c));
    word.starts_with(char::is_uppercase) && (!begins || !joint.is_whitespace())
}

/// Whether a character joins the words of one name.
const fn is_joint(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '-' | '\u{2010}' | '\u{2011}')
}
